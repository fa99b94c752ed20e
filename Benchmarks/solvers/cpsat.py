"""The plain CP-SAT model, as one would write it: a boolean a choice, conflicts in pairs, load squared by multiplication.

    cpsat.py INSTANCE --time-limit 60 --threads 8

The tiers one after another, each with those before it held at what was reached, beginning with the plan at hand.
"""

import argparse
import time

from ortools.sat.python import cp_model

from instance import Clock, Instance, answer


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("instance")
    parser.add_argument("--time-limit", type=float, default=60)
    parser.add_argument("--threads", type=int, default=8)
    options = parser.parse_args()
    instance = Instance(options.instance)
    begun = time.monotonic()
    model = cp_model.CpModel()
    takes = [model.new_bool_var("") for _ in range(instance.size)]
    for choices in instance.of_demand.values():
        model.add_at_most_one(takes[choice] for choice in choices)
    for one, other in instance.conflicts():
        model.add_bool_or(takes[one].negated(), takes[other].negated())
    for limit in instance.limits:
        if limit["most"] != 1:
            model.add(sum(takes[choice] for choice in limit["choices"]) <= limit["most"])
    expressions = {tier.name: expression(instance, tier, model, takes) for tier in instance.tiers if tier.is_open}
    built = time.monotonic() - begun

    clock, told, plan = Clock(options.time_limit), [], None
    for number, (name, sum_of) in enumerate(expressions.items()):
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = options.threads
        solver.parameters.max_time_in_seconds = clock.share(further=len(expressions) - 1 - number)
        model.minimize(sum_of)
        status = solver.solve(model)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            plan = [solver.value(variable) for variable in takes]
            model.clear_hints()
            for index in range(len(model.proto.variables)):
                variable = model.get_int_var_from_proto_index(index)
                model.add_hint(variable, solver.value(variable))
            model.add(sum_of <= round(solver.objective_value))
        elif plan is None:
            plan = [0] * instance.size
        told.append({"name": name, "bound": round(solver.best_objective_bound), "seconds": clock.elapsed})
        answer([choice for choice, value in enumerate(plan) if value], told, built=built)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            break  # nothing better is known than the plan at hand


def expression(instance, tier, model, takes):
    terms = [tier.empty] + [cost * takes[choice] for choice, cost in tier.costs]
    if tier.name == "continuity":
        for group in instance.groups:
            met = []
            for _, by_demand in instance.meetings(group):
                choices = [takes[choice] for choices in by_demand.values() for choice in choices]
                met.append(model.new_bool_var(""))
                model.add_max_equality(met[-1], choices)
            if len(met) > group["free"]:
                further = model.new_int_var(0, len(met), "")
                model.add_max_equality(further, [0, sum(met) - group["free"]])
                terms.append(group["weight"] * further)
    if tier.name == "fairness":
        for colleague, choices in instance.loads():
            before, weight = instance.colleagues[colleague]["lookBack"], instance.colleagues[colleague]["weight"]
            load = model.new_int_var(before, before + len(choices), "")
            model.add(load == before + sum(takes[choice] for choice in choices))
            square = model.new_int_var(0, (before + len(choices)) ** 2, "")
            model.add_multiplication_equality(square, [load, load])
            # The empty plan's value holds the squares of what was before.
            terms.append(weight * square - weight * before * before)
    return sum(terms)


if __name__ == "__main__":
    main()
