"""Table files that print holdings twice, as of trade and as of settlement: those as of trade are held.

A column says which a row is, `Trade` or `Settle`, or a head says it of units and values, `Settled Quantity` beside
`Trade Date Quantity`. What is traded and not yet settled counts, and that something is left out is said.
"""

import itertools
import re
from collections.abc import Iterable, Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.asset_kinds import CASH_ALONE
from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.vocabulary import NAMES, plain_label, role_of
from core.ingest.nouns.events import Trouble, Where
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles

Rows = Sequence[Sequence[str]]
TRADE = re.compile(r"trade(?:d)?(?: ?date)?|t/?d|as of trade(?: date)?|trade[- ]date (?:basis|positions?)", re.I)
SETTLE = re.compile(
    r"settle(?:d|ment)?(?: ?date)?|s/?d|as of settle(?:ment)?(?: date)?|settle(?:ment)?[- ]date (?:basis|positions?)",
    re.I,
)
TRADE_HEAD = re.compile(r"\b(?:trade(?:d)?(?: date)?|td)\b\s*")
SETTLE_HEAD = re.compile(r"\b(?:settle(?:d|ment)?(?: date)?|sd)\b\s*")
WHOSE = frozenset({*NAMES, "account", "account_name", "owner", "holder", "type", "side", "currency"})
FIGURES = ("quantity", "value", "cost", "accrued")
LEFT_OUT = "notes"
LEAST_HEADS = 3
MANY_DIGITS = re.compile(r"(?:\D*\d){7}")
"""So many stand in no head of a column."""


def as_of_trade(rows: Rows, comma: bool) -> tuple[Rows, list[Trouble]]:
    """The rows without those as of settlement and without heads on columns of it, and what is to be told of them."""
    done = list(rows)
    told: list[Trouble] = []
    heads = [at for at, row in enumerate(rows) if _may_be_head(row)]
    for at, end in itertools.pairwise([*heads, len(rows)]):
        labels = [clean(cell) for cell in rows[at]]
        pairs = _pairs(labels)
        if pairs:
            settled = {place for place, _ in pairs}
            done[at] = [LEFT_OUT if place in settled else cell for place, cell in enumerate(rows[at])]
            told += _other_units(rows[at + 1 : end], pairs, at, comma)
        elif (place := _basis(rows, at, end)) is not None:
            told += _left_out(done, labels, place, range(at + 1, end))
    return done, told


def _may_be_head(row: Sequence[str]) -> bool:
    """Whether a row may be one of heads of columns: several cells with hardly a digit, one of them known as units."""
    if len(row) < LEAST_HEADS or MANY_DIGITS.match("".join(row)):
        return False
    return any(role_of(clean(cell)) in ("quantity", "value") for cell in row if cell)


def _pairs(labels: Sequence[str]) -> list[tuple[int, int]]:
    """The columns of figures as of settlement, each with that of the same figure as of trade."""
    plain = [plain_label(label) for label in labels]
    traded = {
        role: place
        for place, label in enumerate(plain)
        if TRADE_HEAD.search(label) and (role := role_of(TRADE_HEAD.sub("", label))) in FIGURES
    }
    settled = [
        (place, role)
        for place, label in enumerate(plain)
        if SETTLE_HEAD.search(label) and (role := role_of(SETTLE_HEAD.sub("", label))) in FIGURES
    ]
    return [(place, traded[role]) for place, role in settled if role in traded]


def _other_units(rows: Rows, pairs: Sequence[tuple[int, int]], at: int, comma: bool) -> list[Trouble]:
    """A warning where figures as of settlement are others than those as of trade."""
    others = sum(any(_figure(row, one, comma) != _figure(row, two, comma) for one, two in pairs) for row in rows)
    several = f"{others} rows print" if others > 1 else "1 row prints"
    message = f"{several} other figures as of settlement; those as of trade are read"
    return [Trouble(message, Where(None, at + 1))] if others else []


def _figure(row: Sequence[str], place: int, comma: bool) -> object:
    amount = read_amount(clean(row[place]), comma) if place < len(row) else None
    return None if amount is None else amount.value


def _basis(rows: Rows, at: int, end: int) -> int | None:
    """The column that says of each row whether it is as of trade or as of settlement; None where none does both."""
    for place in range(len(rows[at])):
        cells = (clean(rows[one][place]) for one in range(at + 1, end) if place < len(rows[one]))
        if _tell_both(cells):
            return place
    return None


def _tell_both(cells: Iterable[str]) -> bool:
    """Whether each cell that is filled says trade or settlement, and both are said."""
    told: set[bool] = set()
    for cell in filter(None, cells):
        of_trade = TRADE.fullmatch(cell) is not None
        if not of_trade and SETTLE.fullmatch(cell) is None:
            return False
        told.add(of_trade)
    return len(told) == 2


def _left_out(rows: list[Sequence[str]], labels: Sequence[str], place: int, span: range) -> list[Trouble]:
    """Empty the rows as of settlement, but for cash that is told in no other way, and say so."""
    rows[span.start - 1] = [LEFT_OUT if at == place else cell for at, cell in enumerate(rows[span.start - 1])]
    roles = settled_roles([LEFT_OUT if at == place else label for at, label in enumerate(labels)])
    whose = [at for at, role in enumerate(roles) if role in WHOSE]
    bases = {at: clean(rows[at][place]) if place < len(rows[at]) else "" for at in span}
    traded = {_key(rows[at], whose) for at, basis in bases.items() if TRADE.fullmatch(basis)}
    gone = [
        at
        for at, basis in bases.items()
        if SETTLE.fullmatch(basis) and (_key(rows[at], whose) in traded or not _tells_cash(rows[at]))
    ]
    alone = sum(_key(rows[at], whose) not in traded for at in gone)
    for at in gone:
        rows[at] = []
    several = f"{len(gone)} rows as of settlement are" if len(gone) > 1 else "1 row as of settlement is"
    message = f"holdings are printed as of trade and as of settlement: {several} left out"
    more = f", {alone} of what is held no more as of trade" if alone else ""
    return [Trouble(f"{message}{more}", Where(None, span.start))] if gone else []


def _key(row: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    return tuple(clean(row[at]).upper() if at < len(row) else "" for at in places)


def _tells_cash(row: Sequence[str]) -> bool:
    """Whether a row is one of cash, or a sum."""
    cells = [clean(cell) for cell in row]
    return any(CASH_ALONE.fullmatch(cell) or total_name(cell) is not None for cell in cells if cell)
