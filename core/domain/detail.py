"""What stands behind one cell of a heat map: the rule, the value, how far it is from its edge, and since when."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Detail:
    """One reading or metric of one household or account.

    subject : class, symbol or metric; unit : `weight` for readings, else the metric's
    clause : the rule in words, with where it comes from; low, high : its edges, None for an open side
    to_target, to_edge : signed dollars to the target and to the nearer edge that counts; None where they say nothing
    shares : the same distance to the target in shares of the largest holding, in words
    since : first day outside, None where it is not outside; how : the convention of a metric
    """

    subject: str
    value: float | None
    unit: str
    standing: str
    clause: str
    level: str = ""
    target: float | None = None
    low: float | None = None
    high: float | None = None
    to_target: Decimal | None = None
    to_edge: Decimal | None = None
    shares: str = ""
    since: date | None = None
    coverage: float = 1.0
    proxied: float = 0.0
    how: str = ""
