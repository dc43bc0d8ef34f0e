"""Why: recorded facts with a stable code, from which every sentence is built."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from core.domain.frozen_map import FrozenMap


@dataclass(frozen=True, slots=True)
class Reason:
    """One recorded cause. `code` is stable; `facts` are the numbers; `sentence` is them in words."""

    code: str
    sentence: str = ""
    facts: FrozenMap[Any] = field(default_factory=FrozenMap)


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """What the proposal would be without one trade: the rest solved again as an LP (or `infeasible`).

    facts : every number of the sentence
    """

    method: str
    drift_total: float | None
    tax: Decimal | None
    objective: float | None
    sentence: str = ""
    facts: FrozenMap[Any] = field(default_factory=FrozenMap)
