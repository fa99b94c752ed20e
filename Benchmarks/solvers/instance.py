"""The instance as `cover-instance` prints it, and what a plan of it counts: the one judge of every solver's plans."""

import collections
import json
import sys
import time


class Instance:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        if data["schema"] != "plan-cover-instance/1":
            sys.exit(f"{path}: schema {data['schema']} is not plan-cover-instance/1")
        if data["settled"]:
            sys.exit(f"{path}: {data['settled']} choices are settled by people; the benchmarks compare plans without such")
        self.tiers = [Tier(tier) for tier in data["tiers"]]
        self.demands = data["demands"]
        self.colleagues = data["colleagues"]
        self.demand, self.colleague, self.start = data["demand"], data["colleague"], data["start"]
        self.is_load = data["isLoad"]
        self.limits = data["limits"]
        self.groups = data["groups"]
        self.of_demand = collections.defaultdict(list)
        for choice, demand in enumerate(self.demand):
            self.of_demand[demand].append(choice)

    @property
    def size(self):
        return len(self.demand)

    def loads(self):
        """For each colleague who can have any: the colleague, and the choices that are load."""
        choices = collections.defaultdict(list)
        for choice, colleague in enumerate(self.colleague):
            if self.is_load[choice]:
                choices[colleague].append(choice)
        return sorted(choices.items())

    def meetings(self, group):
        """For each colleague whom the group's clients could newly meet: the colleague, and the choices by demand."""
        choices = collections.defaultdict(lambda: collections.defaultdict(list))
        for demand in group["demands"]:
            for choice in self.of_demand[demand]:
                if self.is_load[choice] and self.colleague[choice] not in group["met"]:
                    choices[self.colleague[choice]][demand].append(choice)
        return sorted(choices.items())

    def conflicts(self):
        """Each pair of choices that exclude one another, of different demands; once each."""
        pairs = set()
        for limit in self.limits:
            if limit["most"] == 1:
                choices = sorted(limit["choices"])
                pairs.update((one, other) for at, one in enumerate(choices) for other in choices[at + 1:]
                             if self.demand[one] != self.demand[other])
        return sorted(pairs)

    def values(self, chosen):
        """What the plan of those choices counts, tier by tier."""
        taken = set(chosen)
        values = {}
        for tier in self.tiers:
            value = tier.empty + sum(cost for choice, cost in tier.costs if choice in taken)
            if tier.name == "continuity":
                value += self.continuity(chosen)
            if tier.name == "fairness":
                value += self.fairness(chosen)
            values[tier.name] = value
        return values

    def continuity(self, chosen):
        by_demand = {self.demand[choice]: choice for choice in chosen}
        value = 0
        for group in self.groups:
            met = {self.colleague[by_demand[demand]] for demand in group["demands"]
                   if demand in by_demand and self.is_load[by_demand[demand]]}
            value += group["weight"] * max(0, len(met - set(group["met"])) - group["free"])
        return value

    def fairness(self, chosen):
        """Beyond what the loads of the days looked back on count."""
        loads = collections.Counter(self.colleague[choice] for choice in chosen if self.is_load[choice])
        return sum(self.colleagues[who]["weight"] * load * (load + 2 * self.colleagues[who]["lookBack"])
                   for who, load in loads.items())

    def breaches(self, chosen):
        """What the plan breaks; none where it is legal."""
        found = [f"demand {demand} is taken {count} times"
                 for demand, count in collections.Counter(self.demand[choice] for choice in chosen).items() if count > 1]
        taken = set(chosen)
        for limit in self.limits:
            count = sum(choice in taken for choice in limit["choices"])
            if count > limit["most"]:
                found.append(f"{limit['name']}: {count} of at most {limit['most']}")
        return found


class Tier:
    """One tier; `costs` are pairs of a choice and what it adds to the value of the plan without cover."""

    def __init__(self, data):
        self.name, self.empty = data["name"], data["empty"]
        self.costs = list(zip(data["choices"], data["costs"]))

    @property
    def is_open(self):
        """Whether plans can differ in it."""
        return bool(self.costs) or self.name in ("continuity", "fairness")


class Clock:
    """The time of a search, shared out as plan-cover does it: half of what is left to each tier, all of it to the last."""

    def __init__(self, limit):
        self.limit, self.begun = limit, time.monotonic()

    @property
    def elapsed(self):
        return time.monotonic() - self.begun

    def share(self, further):
        left = max(0.0, self.limit - self.elapsed)
        return left if further == 0 else left / 2


def answer(chosen, tiers, **more):
    """Prints what a solver has come to so far, on a line; the last one counts, also where the solver is ended.

    `tiers`: for each tier it sought, its name, the solver's own bound (or none), seconds from the begin of the search.
    """
    print(json.dumps({"chosen": sorted(chosen), "tiers": tiers, **more}), flush=True)
