"""The log of looking: one check of one household, kept whether or not anything was wrong."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from core.domain.breach import Reading
from core.domain.frozen_map import FrozenMap
from core.domain.metric import MetricValue

Result = Literal["no breach", "breach", "unknown", "failed"]


@dataclass(frozen=True, slots=True)
class AccountCheck:
    """What one check saw of one account. `readings` where it has a target of its own; metrics by name."""

    readings: tuple[Reading, ...] = ()
    metrics: FrozenMap[float] = field(default_factory=FrozenMap)
    unknown: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One look at one household. A later one is another version; none is ever changed.

    snapshot : SHA-256 of the versions of household, mandate and bands, and of the prices; prices_as_of : day of the
        oldest price in it; prices : what each holding was counted at, in dollars
    result : `unknown` where something could not be said and nothing was outside; `failed` where `problem` says why
        nobody could look
    opened, closed : keys of the alerts that this check opened and closed; standing : open after it
    """

    household: str
    version: int
    at: datetime
    as_of: date
    prices_as_of: date
    source: str
    snapshot: str
    result: Result
    readings: tuple[Reading, ...] = ()
    metrics: tuple[MetricValue, ...] = ()
    accounts: FrozenMap[AccountCheck] = field(default_factory=FrozenMap)
    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    standing: int = 0
    problem: str = ""
    prices: FrozenMap[Decimal] = field(default_factory=FrozenMap)
