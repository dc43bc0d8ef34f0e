"""What a watch looks at, what it finds, and the family of watches."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from core.domain.breach import Reading
from core.domain.case import Case
from core.domain.issue import Issue
from core.domain.metric import MetricValue
from core.domain.security import Security
from core.registry import Registry

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Measured:
    """What only a full look finds: metrics against their limits, accounts, and reviews of products that are due.

    accounts : account -> its readings where it has a target of its own; account_metrics : account -> its metrics
        against the limits set for it
    """

    metrics: tuple[MetricValue, ...] = ()
    accounts: Mapping[str, tuple[Reading, ...]] = field(default_factory=dict)
    account_metrics: Mapping[str, tuple[MetricValue, ...]] = field(default_factory=dict)
    reviews: tuple[Issue, ...] = ()


NOT_MEASURED = Measured()


@dataclass(frozen=True, slots=True)
class Look:
    """One household on one day.

    since : class -> first day outside; stale : symbol -> day of its last price
    doubtful : symbol -> day on which its price jumped as in a split that nobody has confirmed or applied
    """

    household: str
    case: Case
    readings: tuple[Reading, ...]
    since: Mapping[str, date] = field(default_factory=dict)
    stale: Mapping[str, date] = field(default_factory=dict)
    measured: Measured = NOT_MEASURED
    doubtful: Mapping[str, date] = field(default_factory=dict)

    @property
    def metrics(self) -> tuple[MetricValue, ...]:
        """The household's metrics; empty where this look did not measure."""
        return self.measured.metrics

    @property
    def securities(self) -> dict[str, Security]:
        """Symbol -> security."""
        return {security.symbol: security for security in self.case.securities}


@dataclass(frozen=True, slots=True)
class Finding:
    """One trouble of a kind. `subject` tells it from others of its kind; `since` is None where only today is known."""

    subject: str
    severity: Severity
    sentence: str
    since: date | None = None


Watch = Callable[[Look], Iterator[Finding]]

WATCHES: Registry[Watch] = Registry("watch", "core.monitor.watches")
"""Kinds of alert: a decorated function each, its name is the kind."""
