#define _DEFAULT_SOURCE
#include "COrTools.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// ISO C has no conversion from an object pointer to a function pointer; POSIX asks for the one below.
static int find(void *library, const char *name, void *function) {
  void *symbol = dlsym(library, name);
  *(void **)function = symbol;
  return symbol != NULL;
}

const char *or_tools_resolve(void *library, struct or_tools_cp_sat *interface) {
  struct {
    const char *name;
    void *function;
  } const symbols[] = {
      {"SolveCpModelWithParameters", &interface->solve_with_parameters},
      {"SolveCpNewEnv", &interface->new_environment},
      {"SolveCpDestroyEnv", &interface->destroy_environment},
      {"SolveCpStopSearch", &interface->stop_search},
      {"SolveCpInterruptible", &interface->solve_interruptible},
  };
  for (size_t index = 0; index < sizeof symbols / sizeof symbols[0]; ++index) {
    if (!find(library, symbols[index].name, symbols[index].function)) return symbols[index].name;
  }
  return NULL;
}

#ifdef __GLIBC__
static void leave(int status, void *unused) {
  (void)unused;
  fflush(NULL);
  _exit(status);
}

// What is registered last runs first.
void or_tools_leave_without_it(void) { on_exit(leave, NULL); }
#else
void or_tools_leave_without_it(void) {}
#endif
