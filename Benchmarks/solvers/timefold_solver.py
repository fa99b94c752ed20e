"""Timefold with its defaults: each session a planning entity with its choices, the rules as constraint streams.

    timefold_solver.py INSTANCE --time-limit 60

The score has one hard level and a soft level for each tier, so that all tiers are sought at once; Timefold gives no bounds.
It uses one thread: more are not in the edition that is free. The Java machine needs version 17 or later.
"""

import argparse
import time
from dataclasses import dataclass, field
from typing import Annotated, Optional

from timefold.solver import SolverFactory
from timefold.solver.config import Duration, ScoreDirectorFactoryConfig, SolverConfig, TerminationConfig
from timefold.solver.domain import (
    PlanningEntityCollectionProperty, PlanningId, PlanningScore, PlanningVariable, ProblemFactCollectionProperty,
    ValueRangeProvider, planning_entity, planning_solution)
from timefold.solver.score import BendableScore, ConstraintCollectors, ConstraintFactory, Joiners, constraint_provider

from instance import Instance, answer

# In the order of the practice's priorities, which the generator leaves as they are.
LEVELS = ["required", "preferred", "continuity", "preference", "fairness"]


@dataclass
class Limit:
    number: int
    most: int

    def __hash__(self):
        return self.number


@dataclass
class Colleague:
    number: int
    weight: int

    def __hash__(self):
        return self.number


@dataclass
class Group:
    number: int
    weight: int

    def __hash__(self):
        return self.number


@dataclass
class Choice:
    number: int
    colleague: Colleague
    wishes: int

    def __hash__(self):
        return self.number


@dataclass
class Counted:
    """That a choice counts in a limit."""
    choice: int
    limit: Limit


@dataclass
class Belonging:
    """That a session belongs to a group."""
    session: int
    group: Group


@planning_entity
@dataclass
class Session:
    number: Annotated[int, PlanningId]
    required: int
    preferred: int
    choices: Annotated[list[Choice], ValueRangeProvider(id="choices")]
    chosen: Annotated[Optional[Choice], PlanningVariable(value_range_provider_refs=["choices"], allows_unassigned=True)] = \
        field(default=None)


@planning_solution
@dataclass
class Cover:
    sessions: Annotated[list[Session], PlanningEntityCollectionProperty]
    counted: Annotated[list[Counted], ProblemFactCollectionProperty]
    belongings: Annotated[list[Belonging], ProblemFactCollectionProperty]
    score: Annotated[Optional[BendableScore], PlanningScore(bendable_hard_levels_size=1, bendable_soft_levels_size=5)] = \
        field(default=None)


HARD = BendableScore.of((1,), (0, 0, 0, 0, 0))


def soft(tier):
    return BendableScore.of((0,), tuple(int(level == tier) for level in LEVELS))


@constraint_provider
def rules(factory: ConstraintFactory):
    return [
        factory.for_each(Session)
        .join(Counted, Joiners.equal(lambda session: session.chosen.number, lambda counted: counted.choice))
        .group_by(lambda session, counted: counted.limit, ConstraintCollectors.count_bi())
        .filter(lambda limit, count: count > limit.most)
        .penalize(HARD, lambda limit, count: count - limit.most)
        .as_constraint("limits"),
        factory.for_each_including_unassigned(Session)
        .filter(lambda session: session.chosen is None and session.required > 0)
        .penalize(soft("required"), lambda session: session.required)
        .as_constraint("required"),
        factory.for_each_including_unassigned(Session)
        .filter(lambda session: session.chosen is None and session.preferred > 0)
        .penalize(soft("preferred"), lambda session: session.preferred)
        .as_constraint("preferred"),
        factory.for_each(Session)
        .join(Belonging, Joiners.equal(lambda session: session.number, lambda belonging: belonging.session))
        .group_by(lambda session, belonging: belonging.group,
                  ConstraintCollectors.count_distinct(lambda session, belonging: session.chosen.colleague))
        .filter(lambda group, met: met > 1)
        .penalize(soft("continuity"), lambda group, met: group.weight * (met - 1))
        .as_constraint("continuity"),
        factory.for_each(Session)
        .filter(lambda session: session.chosen.wishes > 0)
        .penalize(soft("preference"), lambda session: session.chosen.wishes)
        .as_constraint("preference"),
        factory.for_each(Session)
        .group_by(lambda session: session.chosen.colleague, ConstraintCollectors.count())
        .penalize(soft("fairness"), lambda colleague, load: colleague.weight * load * load)
        .as_constraint("fairness"),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("instance")
    parser.add_argument("--time-limit", type=float, default=60)
    parser.add_argument("--threads", type=int, default=1, choices=[1])
    options = parser.parse_args()
    instance = Instance(options.instance)
    begun = time.monotonic()
    problem = sessions(instance)
    factory = SolverFactory.create(SolverConfig(
        solution_class=Cover, entity_class_list=[Session],
        score_director_factory_config=ScoreDirectorFactoryConfig(constraint_provider_function=rules),
        termination_config=TerminationConfig(spent_limit=Duration(milliseconds=round(options.time_limit * 1000)))))
    solver = factory.build_solver()
    built = time.monotonic() - begun
    begun = time.monotonic()
    found = solver.solve(problem)
    seconds = time.monotonic() - begun
    # What breaks no limit is kept, in the order of the sessions, where the score ends below legal.
    chosen = [session.chosen.number for session in found.sessions if session.chosen is not None]
    answer(chosen, [{"name": level, "bound": None, "seconds": seconds} for level in LEVELS], built=built,
           score=str(found.score))


def sessions(instance):
    open_tiers = [tier.name for tier in instance.tiers if tier.is_open]
    if open_tiers != LEVELS:
        raise SystemExit(f"the model knows the tiers {', '.join(LEVELS)}; the instance has {', '.join(open_tiers)}")
    if any(who["lookBack"] for who in instance.colleagues) or any(group["met"] for group in instance.groups):
        raise SystemExit("the model knows nothing of earlier plans")
    costs = {tier.name: dict(tier.costs) for tier in instance.tiers}
    limits = [Limit(number, limit["most"]) for number, limit in enumerate(instance.limits)]
    counted = [Counted(choice, limits[number])
               for number, limit in enumerate(instance.limits) for choice in limit["choices"]]
    groups = [Group(number, group["weight"]) for number, group in enumerate(instance.groups)]
    belongings = [Belonging(demand, groups[number])
                  for number, group in enumerate(instance.groups) for demand in group["demands"]]
    colleagues = [Colleague(number, who["weight"]) for number, who in enumerate(instance.colleagues)]
    choices = [Choice(number, colleagues[instance.colleague[number]], costs["preference"].get(number, 0))
               for number in range(instance.size)]
    return Cover([
        Session(demand, -costs["required"].get(numbers[0], 0), -costs["preferred"].get(numbers[0], 0),
                [choices[number] for number in numbers])
        for demand, numbers in sorted(instance.of_demand.items())], counted, belongings)


if __name__ == "__main__":
    main()
