"""Our wash sales beside a broker's Form 1099-B: it sees one account and one CUSIP, so ours are expected to be no less.

Box 1g holds the loss that the broker disallowed on a sale.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from core.domain.canonical import from_plain
from core.domain.errors import BadInput
from core.domain.money import cents
from core.tax.wash_pieces import WashSales

ZERO = Decimal(0)
NEAR = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class BrokerLine:
    """One sale of the form, or several of one symbol and day together; `disallowed` is box 1g in dollars."""

    symbol: str
    sold: date
    disallowed: Decimal = ZERO
    account: str = ""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Both counts of one symbol, day and account. verdict : `same`, `more` (ours is more, as expected) or `less`."""

    symbol: str
    sold: date
    account: str
    ours: Decimal
    broker: Decimal
    verdict: str
    sentence: str


def read_broker_form(plain: Any, where: str) -> tuple[BrokerLine, ...]:
    """The lines of a form from JSON values: an array, or an object that holds it as `lines`."""
    lines = plain.get("lines") if isinstance(plain, Mapping) else plain
    if not isinstance(lines, list):
        raise BadInput(where, "expected an array of lines with symbol, sold and disallowed")
    return tuple(from_plain(BrokerLine, line, f"{where}[{number}]") for number, line in enumerate(lines))


def reconcile(ours: WashSales, form: Sequence[BrokerLine]) -> tuple[Reconciled, ...]:
    """Every sale that either count knows a disallowed loss of, in the order of its day."""
    mine, theirs = _ours(ours, named=any(line.account for line in form)), _theirs(form)
    keys = sorted({*(key for key, lost in mine.items() if lost), *theirs}, key=lambda key: (key[1], key[0], key[2]))
    return tuple(_beside(key, cents(mine.get(key, ZERO)), theirs.get(key, ZERO)) for key in keys)


Key = tuple[str, date, str]


def _ours(ours: WashSales, named: bool) -> dict[Key, Decimal]:
    found: dict[Key, Decimal] = {}
    for piece in ours.lots:
        if piece.sold is not None:
            key = (piece.symbol, piece.sold, piece.account if named else "")
            found[key] = found.get(key, ZERO) + piece.disallowed
    return found


def _theirs(form: Sequence[BrokerLine]) -> dict[Key, Decimal]:
    found: dict[Key, Decimal] = {}
    for line in form:
        key = (line.symbol.upper(), line.sold, line.account)
        found[key] = found.get(key, ZERO) + line.disallowed
    return found


def _beside(key: Key, ours: Decimal, broker: Decimal) -> Reconciled:
    symbol, sold, account = key
    what = f"{symbol} sold {sold}"
    if abs(ours - broker) <= NEAR:
        return Reconciled(symbol, sold, account, ours, broker, "same", f"{what}: both disallow ${ours:,.2f}.")
    if ours > broker:
        more = f"{what}: ours disallows ${ours - broker:,.2f} more, since the broker does not see other accounts."
        return Reconciled(symbol, sold, account, ours, broker, "more", more)
    less = f"{what}: the broker disallows ${broker - ours:,.2f} more; a purchase is missing here, look for it."
    return Reconciled(symbol, sold, account, ours, broker, "less", less)
