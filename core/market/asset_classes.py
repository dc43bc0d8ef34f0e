"""The asset classes that mandates and heat maps speak of, and the finer leaves they are made of.

Both are data: `data/reference/asset_classes.csv` and `leaves.csv`. A security is a mix of leaves; the weight of
a class is the sum of its leaves.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from core.domain.frozen_map import FrozenMap
from core.settings import REFERENCE


@dataclass(frozen=True, slots=True)
class AssetClass:
    """One class: `order` is its place on the screen."""

    name: str
    label: str
    order: int
    description: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf: the class it belongs to and the factors of the simulated market it moves with."""

    name: str
    label: str
    asset_class: str
    factors: FrozenMap[float]


@cache
def asset_classes() -> tuple[AssetClass, ...]:
    """Every class in display order."""
    with (REFERENCE / "asset_classes.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            AssetClass(row["asset_class"], row["label"], int(row["order"]), row["description"])
            for row in csv.DictReader(file)
        ]
    return tuple(sorted(rows, key=lambda row: row.order))


@cache
def labels() -> Mapping[str, str]:
    """Class -> short label, in display order."""
    return MappingProxyType({row.name: row.label for row in asset_classes()})


@cache
def leaves() -> Mapping[str, Leaf]:
    """Every leaf by name."""
    with (REFERENCE / "leaves.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Leaf(row["leaf"], row["label"], row["asset_class"], weights(row["factors"])) for row in csv.DictReader(file)
        ]
    return MappingProxyType({row.name: row for row in rows})


def by_class(mix: Mapping[str, float]) -> FrozenMap[float]:
    """Class weights of a mix of leaves, rounded to a millionth so that they add up as printed."""
    sums: dict[str, float] = {}
    for leaf, weight in mix.items():
        name = leaves()[leaf].asset_class
        sums[name] = sums.get(name, 0.0) + weight
    return FrozenMap({name: round(weight, 6) for name, weight in sums.items()})


def weights(text: str) -> FrozenMap[float]:
    """`"us_large:0.73 us_mid:0.27"` as weights by name."""
    pairs = (entry.split(":") for entry in text.split())
    return FrozenMap({name: float(weight) for name, weight in pairs})
