/* A solver's library that answers with what nobody found: libortools' C interface over a lie.
 *
 *     clang -shared -fPIC -o libortools.so.9 false_solver.c
 *
 * FALSE_SOLVER says how it lies: "all" calls, once, a plan optimal in which everything that could be taken is, and
 * says nothing after that; "none" one in which nothing is; "short" leaves out a variable; "garbage" is no message;
 * "status" is a status that there is not; "infeasible" and "invalid" are what they say; "nothing" gives no bytes at
 * all; "abort" and "hang" do not answer.
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  const uint8_t *at, *end;
} bytes;

static uint64_t number(bytes *b) {
  uint64_t value = 0;
  for (int shift = 0; b->at < b->end; shift += 7) {
    uint8_t byte = *b->at++;
    value |= (uint64_t)(byte & 0x7f) << (shift & 63);
    if (!(byte & 0x80)) break;
  }
  return value;
}

/* How many variables a CpModelProto has: its fields with the number 2. */
static size_t variables(const void *model, int length) {
  bytes b = {model, (const uint8_t *)model + length};
  size_t count = 0;
  while (b.at < b.end) {
    uint64_t tag = number(&b);
    if (tag >> 3 == 2) count++;
    switch (tag & 7) {
      case 0: number(&b); break;
      case 1: b.at += 8; break;
      case 2: { uint64_t size = number(&b); b.at += size; break; }
      case 5: b.at += 4; break;
      default: return count;
    }
  }
  return count;
}

static uint8_t *put(uint8_t *to, uint64_t value) {
  for (; value > 0x7f; value >>= 7) *to++ = (uint8_t)(value | 0x80);
  *to++ = (uint8_t)value;
  return to;
}

/* A CpSolverResponse: status (1), solution (2, packed), best_objective_bound (4, a double: 0). */
static void answer(const void *model, int length, void **response, int *response_length) {
  const char *lie = getenv("FALSE_SOLVER");
  if (!lie) lie = "all";
  if (!strcmp(lie, "abort")) abort();
  if (!strcmp(lie, "hang")) for (;;) pause();
  *response = NULL;
  *response_length = 0;
  static int answers = 0;
  if (!strcmp(lie, "nothing") || (!strcmp(lie, "all") && answers++ > 0)) return;
  size_t count = variables(model, length);
  uint8_t *start = malloc(count + 64), *to = start;
  if (!start) return;
  if (!strcmp(lie, "garbage")) {
    memset(start, 0xff, 40);
    to += 40;
  } else {
    int status = !strcmp(lie, "status") ? 99 : !strcmp(lie, "infeasible") ? 3 : !strcmp(lie, "invalid") ? 1 : 4;
    to = put(put(to, 1 << 3), (uint64_t)status);
    if (status == 4) {
      if (!strcmp(lie, "short")) count--;
      to = put(put(to, 2 << 3 | 2), count);
      memset(to, !strcmp(lie, "none") ? 0 : 1, count);
      to += count;
    }
    to = put(to, 4 << 3 | 1);
    memset(to, 0, 8);
    to += 8;
  }
  *response = start;
  *response_length = (int)(to - start);
}

void SolveCpModelWithParameters(const void *model, int length, const void *parameters, int parameters_length,
                                void **response, int *response_length) {
  (void)parameters, (void)parameters_length;
  answer(model, length, response, response_length);
}

void *SolveCpNewEnv(void) { return malloc(1); }
void SolveCpDestroyEnv(void *environment) { free(environment); }
void SolveCpStopSearch(void *environment) { (void)environment; }

void SolveCpInterruptible(void *environment, const void *model, int length, const void *parameters,
                          int parameters_length, void **response, int *response_length) {
  (void)environment, (void)parameters, (void)parameters_length;
  answer(model, length, response, response_length);
}
