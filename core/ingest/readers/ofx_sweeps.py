"""Cash that a bank holds for an OFX account, listed as a position of units at one dollar beside the balance of cash.

The balance may be the same money, a part of it, or cash beside it: the printed total tells, where there is one; a
balance that is smaller than what was swept cannot hold it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.domain.statement import Check, StatementLine
from core.ingest.proof.prove import READ

ZERO = Decimal(0)
OF_BANK = re.compile(r"\bsweeps?\b|\bdeposits?\b|\bcash\b", re.I)
NO_CASH = re.compile(r"\bcertificates?\b|\bC\.?D\.?\b|\bfund\b|\betf\b|\btrust\b|%", re.I)


@dataclass(frozen=True, slots=True)
class Swept:
    """What of the balance of cash stands beside the positions, and why that is not sure; empty where it is."""

    beside: Decimal | None
    unsure: str = ""

    @property
    def checks(self) -> tuple[Check, ...]:
        """The failed check of a balance that may be counted twice."""
        return (Check(READ, False, None, None, None, self.unsure),) if self.unsure else ()


def is_swept(kind: str, price: Decimal | None, name: str) -> bool:
    """Whether a position of units at one dollar, called neither fund nor note, is cash that a bank holds."""
    return kind == "other" and price == 1 and OF_BANK.search(name) is not None and NO_CASH.search(name) is None


def beside_swept(lines: Sequence[StatementLine], cash: Decimal | None, total: Decimal | None) -> Swept:
    """The part of the balance of cash that is in no position."""
    swept, funds = (_worth(lines, kind) for kind in ("cash", "money_market"))
    if not cash or (not swept and cash != funds):
        return Swept(cash)
    held = sum((line.market_value for line in lines if line.market_value is not None), ZERO)
    if total is not None:
        return Swept(ZERO if total == held else cash)
    if cash == swept:
        return Swept(ZERO)
    same = f"{cash:,} of cash may be the {swept or funds:,} that is listed among the positions, or hold it"
    return Swept(cash, "" if cash < swept else same)


def with_cash_line(lines: Sequence[StatementLine], beside: Decimal | None) -> tuple[StatementLine, ...]:
    """The positions, and the cash beside what was swept as a row of its own."""
    if not beside or not _worth(lines, "cash"):
        return tuple(lines)
    return (*lines, StatementLine(None, "Cash", "cash", None, None, beside))


def _worth(lines: Iterable[StatementLine], kind: str) -> Decimal:
    values = (line.market_value for line in lines if line.asset_type == kind)
    return sum((value for value in values if value is not None), ZERO)
