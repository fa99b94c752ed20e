"""HiGHS on a linear model: one row for each largest set of choices that exclude one another, load in steps of rising cost.

    highs.py INSTANCE --time-limit 60 --threads 2

The tiers one after another, each with those before it held at what was reached, beginning with the plan at hand.
"""

import argparse
import math
import time

import highspy
import numpy

from instance import Clock, Instance, answer


class Rows:
    """Linear rows over variables from 0 to 1, in the form that HiGHS takes."""

    def __init__(self, columns):
        self.columns, self.starts, self.indices, self.values, self.lower, self.upper = columns, [0], [], [], [], []

    def column(self):
        self.columns += 1
        return self.columns - 1

    def add(self, terms, lower=-highspy.kHighsInf, upper=highspy.kHighsInf):
        for column, value in terms:
            self.indices.append(column)
            self.values.append(value)
        self.starts.append(len(self.indices))
        self.lower.append(lower)
        self.upper.append(upper)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("instance")
    parser.add_argument("--time-limit", type=float, default=60)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    instance = Instance(options.instance)
    begun = time.monotonic()
    rows = Rows(instance.size)
    for choices in instance.of_demand.values():
        rows.add([(choice, 1) for choice in choices], upper=1)
    for limit in instance.limits:
        rows.add([(choice, 1) for choice in limit["choices"]], upper=limit["most"])
    costs = {tier.name: (tier.empty, column_costs(instance, tier, rows)) for tier in instance.tiers if tier.is_open}
    solver = make_solver(rows, options)
    built = time.monotonic() - begun

    clock, told, plan = Clock(options.time_limit), [], []
    for number, (name, (empty, cost)) in enumerate(costs.items()):
        vector = numpy.zeros(rows.columns)
        for column, value in cost:
            vector[column] += value
        solver.changeColsCost(rows.columns, numpy.arange(rows.columns, dtype=numpy.int32), vector)
        if number:
            solver.setSolution(solution)
        solver.setOptionValue("time_limit", solver.getRunTime() + clock.share(further=len(costs) - 1 - number))
        solver.run()
        info = solver.getInfo()
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        bound = info.mip_dual_bound
        told.append({"name": name, "bound": empty + math.ceil(bound - 1e-6) if math.isfinite(bound) else None,
                     "seconds": clock.elapsed})
        if not found:
            answer(plan, told, built=built)
            break  # nothing better is known than the plan at hand
        solution = highspy.HighsSolution()
        solution.col_value = [float(round(value)) for value in solver.getSolution().col_value]
        plan = [choice for choice in range(instance.size) if solution.col_value[choice] > 0.5]
        value = round(float(numpy.dot(vector, solution.col_value)))
        nonzero = numpy.flatnonzero(vector).astype(numpy.int32)
        solver.addRow(-highspy.kHighsInf, value, len(nonzero), nonzero, vector[nonzero])
        answer(plan, told, built=built)


def column_costs(instance, tier, rows):
    costs = list(tier.costs)
    if tier.name == "continuity":
        for group in instance.groups:
            met = []
            for _, by_demand in instance.meetings(group):
                met.append(rows.column())
                for choices in by_demand.values():
                    rows.add([(met[-1], 1)] + [(choice, -1) for choice in choices], lower=0)
            if len(met) > group["free"]:
                costs += [(column, group["weight"]) for column in met]
                if group["free"]:  # at most one, and only where somebody is met: the first costs nothing
                    first = rows.column()
                    rows.add([(first, 1)] + [(column, -1) for column in met], upper=0)
                    costs.append((first, -group["weight"]))
    if tier.name == "fairness":
        for colleague, choices in instance.loads():
            before, weight = instance.colleagues[colleague]["lookBack"], instance.colleagues[colleague]["weight"]
            most = len({instance.demand[choice] for choice in choices})
            steps = [rows.column() for _ in range(most)]
            rows.add([(choice, 1) for choice in choices] + [(step, -1) for step in steps], lower=0, upper=0)
            costs += [(step, weight * (2 * (before + number) + 1)) for number, step in enumerate(steps)]
    return costs


def make_solver(rows, options):
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = rows.columns, len(rows.lower)
    model.col_cost_ = numpy.zeros(rows.columns)
    model.col_lower_, model.col_upper_ = numpy.zeros(rows.columns), numpy.ones(rows.columns)
    model.row_lower_, model.row_upper_ = numpy.array(rows.lower), numpy.array(rows.upper)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = numpy.array(rows.starts, dtype=numpy.int32)
    model.a_matrix_.index_ = numpy.array(rows.indices, dtype=numpy.int32)
    model.a_matrix_.value_ = numpy.array(rows.values, dtype=float)
    model.integrality_ = [highspy.HighsVarType.kInteger] * rows.columns
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", options.threads)
    # Every value is a whole number: nothing below it is left once the gap is under one.
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.999)
    solver.passModel(model)
    return solver


if __name__ == "__main__":
    main()
