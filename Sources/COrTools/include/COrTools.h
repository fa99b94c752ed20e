#ifndef C_OR_TOOLS_H
#define C_OR_TOOLS_H

/// CP-SAT's C interface, as libortools of OR-Tools 9.15 exports it.
///
/// A model, its parameters and the response are serialised protobuf messages (operations_research.sat.CpModelProto,
/// SatParameters, CpSolverResponse). Bytes that do not parse abort the process. A response belongs to the caller, who
/// gives it back with free(). An environment is good for one solve and carries its "stop"; a second solve in the same
/// environment fails a check inside the library and aborts.
struct or_tools_cp_sat {
  void (*_Nonnull solve_with_parameters)(const void *_Nullable model, int model_length, const void *_Nullable parameters,
                                         int parameters_length, void *_Nullable *_Nonnull response,
                                         int *_Nonnull response_length);
  void *_Nullable (*_Nonnull new_environment)(void);
  void (*_Nonnull destroy_environment)(void *_Nonnull environment);
  /// May be called from any thread, also before the solve.
  void (*_Nonnull stop_search)(void *_Nonnull environment);
  void (*_Nonnull solve_interruptible)(void *_Nonnull environment, const void *_Nullable model, int model_length,
                                       const void *_Nullable parameters, int parameters_length,
                                       void *_Nullable *_Nonnull response, int *_Nonnull response_length);
};

/// Looks the five functions up in a library that dlopen() gave. Returns NULL when all are there, or else the name of
/// the first that is not (a constant); `interface` is then not whole and must not be used.
const char *_Nullable or_tools_resolve(void *_Nonnull library, struct or_tools_cp_sat *_Nonnull interface);

/// From now on the process ends without the ends of libraries (static destructors): what was written is flushed, and the
/// status stays. For a library whose threads still run. Without effect where the C library has no on_exit().
void or_tools_leave_without_it(void);

#endif
