"""What is known of each leaf and class beyond its name: region, credit, falls of the past, and stand-in funds.

Files `data/reference/leaf_facts.csv` and `class_proxies.csv`; an empty cell is not known, and is never taken for 0.
"""

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from core.domain.frozen_map import FrozenMap
from core.settings import REFERENCE

SCENARIOS = ("fall_2008", "fall_2020", "year_2022")
"""2008-08-29 to 2009-03-31, 2020-02-19 to 2020-03-23, and the year 2022: returns of one fund for each leaf."""


@dataclass(frozen=True, slots=True)
class LeafFacts:
    """One leaf. `kind`: equity, bond, other or cash; `below_investment_grade` of its bonds, NaN where not known."""

    kind: str
    region: str
    below_investment_grade: float
    shocks: FrozenMap[float]


@dataclass(frozen=True, slots=True)
class ClassProxy:
    """What stands for a class as a whole, and what for a holding of it that has no market; `basis` says why."""

    fund: str
    illiquid: str
    basis: str


@cache
def leaf_facts() -> Mapping[str, LeafFacts]:
    """Leaf -> facts."""
    with (REFERENCE / "leaf_facts.csv").open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["leaf"]: _facts(row) for row in csv.DictReader(file)})


@cache
def class_proxies() -> Mapping[str, ClassProxy]:
    """Class -> its stand-ins."""
    with (REFERENCE / "class_proxies.csv").open(encoding="utf-8", newline="") as file:
        rows = tuple(csv.DictReader(file))
    return MappingProxyType(
        {row["asset_class"]: ClassProxy(row["proxy"], row["illiquid_proxy"], row["basis"]) for row in rows}
    )


def _facts(row: Mapping[str, str]) -> LeafFacts:
    shocks = FrozenMap({name: _number(row[name]) for name in SCENARIOS})
    return LeafFacts(row["kind"], row["region"], _number(row["below_investment_grade"]), shocks)


def _number(text: str) -> float:
    return float(text) if text else math.nan
