"""What the wash-sale rule does to a list of lots (26 USC 1091, 26 CFR 1.1091-1 and -2, Rev. Rul. 2008-5).

Losses are taken in the order of sale, each against the earliest purchase from 30 days before it to 30 days after
that is still held after it and has not replaced another loss. The disallowed loss goes onto the replacement's basis
and the old holding period in front of its own (26 USC 1223(3)); in an IRA or plan it is gone for good. A raised
basis may turn a later gain into a loss, which is washed in its turn.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from core.tax import wash_sentences as sentences
from core.tax.wash_pieces import Piece, WashSales, answer, whole
from core.tax.wash_rows import LotRow

WINDOW = timedelta(days=30)
BOUGHT = frozenset({"purchase", "reinvestment"})
Purchase = tuple[str, str, date]
CUTTING_NOISE = Decimal("0.0005")
"""Dollars that cutting pieces at four decimals may leave; no loss is made of them."""


@dataclass(frozen=True, slots=True)
class _Book:
    """The rows at work: the pieces of each, the purchases of each group by day, the purchases still held in part."""

    pieces: list[list[Piece]]
    groups: list[str]
    purchases: dict[str, list[tuple[date, int]]]
    open_purchases: frozenset[Purchase]


def wash_sales(rows: Sequence[LotRow]) -> WashSales:
    """Apply the rule to rows of lots; rows of one day stand in the order in which they happened."""
    groups = _groups(rows)
    book = _Book(
        pieces=[[whole(place, row)] for place, row in enumerate(rows)],
        groups=groups,
        purchases=_purchases(rows, groups),
        open_purchases=frozenset(_purchase(row) for row in rows if row.sold is None),
    )
    sales = sorted((row.sold, place) for place, row in enumerate(rows) if row.sold is not None and not row.plan)
    for day, place in sales:
        for loss in _growing(book.pieces[place]):
            if loss.gain < -CUTTING_NOISE:
                _wash(loss, day, book)
    return answer([piece for parts in book.pieces for piece in parts])


def _wash(loss: Piece, day: date, book: _Book) -> None:
    """Match a loss with its earliest replacement; what that does not cover is cut off and stands next in line."""
    replacement = next(_replacements(loss, day, book), None)
    if replacement is None:
        own_shares_left = _purchase(loss.row) in book.open_purchases and day - loss.row.acquired <= WINDOW
        loss.notes.append(sentences.allowed(loss.row, -loss.gain, own_shares_left))
        return
    matched = min(loss.quantity, replacement.quantity)
    for piece in (loss, replacement):
        if matched < piece.quantity:
            parts = book.pieces[piece.place]
            parts.insert(parts.index(piece) + 1, piece.cut(matched))
    _move(loss, replacement, day)


def _move(loss: Piece, replacement: Piece, day: date) -> None:
    """Disallow the loss and hand it, with its days held, to the replacement; an IRA or plan takes neither."""
    loss.disallowed = -loss.gain
    loss.replaced_by = replacement.row.lot
    replacement.used = True
    loss.notes.append(sentences.disallowed(loss.row, loss.disallowed, replacement.row, matched=loss.quantity))
    if replacement.row.plan:
        loss.permanent = loss.disallowed
        replacement.notes.append(sentences.lost_here(loss.row, loss.disallowed))
        return
    held = day - loss.start
    replacement.basis += loss.disallowed
    replacement.start -= held
    replacement.notes.append(sentences.taken_over(loss.row, loss.disallowed, held.days))


def _replacements(loss: Piece, day: date, book: _Book) -> Iterator[Piece]:
    """Unused pieces that replace the loss, earliest acquired first."""
    purchases = book.purchases.get(book.groups[loss.place], [])
    for i in range(bisect_left(purchases, (day - WINDOW, -1)), len(purchases)):
        acquired, place = purchases[i]
        if acquired > day + WINDOW:
            return
        other = book.pieces[place][0].row
        if _purchase(loss.row) == _purchase(other) or not _counts(loss.row, other):
            continue
        if _held_after(other, place, day, loss.place):
            yield from (piece for piece in book.pieces[place] if not piece.used)


def _held_after(other: LotRow, place: int, day: date, loss_place: int) -> bool:
    """Whether a purchase is still held after the loss; one bought and sold that day only where it came later."""
    if other.sold is None or other.sold > day:
        return True
    return other.sold == day == other.acquired and place > loss_place


def _purchase(row: LotRow) -> Purchase:
    """What rows of one purchase have in common; its shares do not replace one another (Rev. Rul. 56-602)."""
    return (row.lot, row.symbol, row.acquired)


def _counts(loss: LotRow, other: LotRow) -> bool:
    """Whether a purchase counts against a loss: one household, except for returns of their own that are not named."""
    if {other.taxpayer, other.owner, other.account} & set(loss.related) - {""}:
        return True
    if loss.taxpayer and other.taxpayer:
        return loss.taxpayer == other.taxpayer
    return _return_of_its_own(loss) == _return_of_its_own(other)


def _return_of_its_own(row: LotRow) -> str:
    """Who else than the household's taxpayers files for a row: a child, a trust that is not its grantor's."""
    if row.custodial or row.registration == "trust_nongrantor":
        return row.taxpayer or row.owner or row.account or row.registration
    return ""


def _groups(rows: Sequence[LotRow]) -> list[str]:
    named = {row.symbol: row.identical_group for row in reversed(rows) if row.identical_group}
    return [named.get(row.symbol, row.symbol) for row in rows]


def _purchases(rows: Sequence[LotRow], groups: Sequence[str]) -> dict[str, list[tuple[date, int]]]:
    found: dict[str, list[tuple[date, int]]] = {}
    for place, row in enumerate(rows):
        if row.origin in BOUGHT:
            found.setdefault(groups[place], []).append((row.acquired, place))
    return {group: sorted(entries) for group, entries in found.items()}


def _growing(parts: list[Piece]) -> Iterator[Piece]:
    """The pieces of a row, those included that are cut off behind while going."""
    place = 0
    while place < len(parts):
        yield parts[place]
        place += 1
