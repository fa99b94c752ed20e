"""Other solvers on the instance that plan-cover solves. Each module is a program: INSTANCE in, an answer as JSON out."""
