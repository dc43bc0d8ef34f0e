"""Dials: what is chosen once for a paper. Each has a die of its own, so that a new one leaves the others alone."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Dial(Generic[T]):
    """A choice by name: its values, each with its weight."""

    name: str
    weights: Mapping[T, float]


class Dials:
    """The dials of one paper. `turned` sets some of them by hand, by their names."""

    def __init__(self, key: str, turned: Mapping[str, Any] | None = None) -> None:
        self.key = key
        self.stand: dict[str, Any] = dict(turned or {})

    def die(self, name: str) -> random.Random:
        """A die that falls alike whenever it is asked for by this name."""
        return random.Random(f"{self.key}/{name}")

    def turn(self, dial: Dial[T]) -> T:
        """Where the dial stands."""
        if dial.name not in self.stand:
            self.stand[dial.name] = self.die(dial.name).choices(list(dial.weights), list(dial.weights.values()))[0]
        made: T = self.stand[dial.name]
        return made

    def word(self, name: str, options: Sequence[T]) -> T:
        """One of these, all alike."""
        if name not in self.stand:
            self.stand[name] = self.die(name).choice(options)
        made: T = self.stand[name]
        return made

    def chance(self, name: str, share: float) -> bool:
        """Whether it is so, in that share of papers."""
        if name not in self.stand:
            self.stand[name] = self.die(name).random() < share
        return bool(self.stand[name])
