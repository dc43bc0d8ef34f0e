"""What was paid for lots where it stands in no column of its own: on their second line, or in words behind their units.

Under `Market Value / Total Cost` a lot prints its cost below its value, as its position does. Of the figures that no
column took from the lines of each lot, those at one place that add up to the cost of the position, to the cent, are
what was paid.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from core.domain.statement import Box
from core.ingest.heads.assign import Token, tokens_of
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.lots.purchases import Place, at_place, place_of
from core.ingest.nouns.events import Cell, Event, Heading, Record, Total
from core.ingest.nouns.words import Line, span
from core.ingest.rows.row_keys import number_in

CENT = Decimal("0.01")
ZERO = Decimal(0)
NEAR = 1.2
"""How far below a line of a lot its second line may stand, in type sizes."""


@dataclass(slots=True)
class Held:
    """A position that prints its cost, and the lots that follow it."""

    position: Record
    lots: list[Record] = field(default_factory=list)


def with_costs_on_lines(events: Sequence[Event], pages: Sequence[Sequence[Line]]) -> list[Event]:
    """The events; lots whose cost was not read, or does not add up to that of their position, have it from there."""
    taken = {place for event in events if (place := _place(event)) is not None}
    lines = {place_of(line): (line, below) for page in pages for line, below in _pairs(page)}
    for held in _held(events):
        if not _adds_up(held, [number_in(lot, "cost") for lot in held.lots]):
            _take_costs(held, lines, taken)
    return list(events)


def _held(events: Sequence[Event]) -> Iterator[Held]:
    """The positions with a cost and lots under them."""
    open_one: Held | None = None
    for event in (event for event in events if isinstance(event, Record)):
        if event.kind == "lots" and open_one is not None and _goes_on(open_one.position, event):
            open_one.lots.append(event)
            continue
        if open_one is not None and open_one.lots:
            yield open_one
        priced = event.kind == "holdings" and "acquired" not in event.cells and number_in(event, "cost") is not None
        open_one = Held(event) if priced else None
    if open_one is not None and open_one.lots:
        yield open_one


def _goes_on(position: Record, lot: Record) -> bool:
    """Whether a lot is in the table of a position, or names no security where its table goes on over the page."""
    return lot.table == position.table or not set(NAMES) & set(lot.cells)


def _take_costs(held: Held, lines: Mapping[Place, tuple[Line, Line | None]], taken: set[Place]) -> None:
    """Give the lots the figures at that place of their lines which add up to the cost of the position."""
    spare = [_spare(lot, lines, taken) for lot in held.lots]
    for column in _columns(held.position, spare):
        if _adds_up(held, [_value(token) for token in column]):
            for lot, token in zip(held.lots, column, strict=True):
                lot.cells["cost"] = Cell(token.text, token.box)
            return


def _columns(position: Record, spare: Sequence[Sequence[Token]]) -> Iterator[Sequence[Token]]:
    """One figure of each lot: those under the cost of the position, else those at one place from the right or left."""
    box = position.cells["cost"].box
    if box is not None:
        under = [[token for token in tokens if _overlap(token.box, box)] for tokens in spare]
        if all(under):
            yield [tokens[-1] for tokens in under]
    for place in range(min(map(len, spare))):
        yield [tokens[-1 - place] for tokens in spare]
        yield [tokens[place] for tokens in spare]


def _spare(lot: Record, lines: Mapping[Place, tuple[Line, Line | None]], taken: set[Place]) -> list[Token]:
    """The amounts on a lot's line, and on the line of no other row right below it, that no other column took."""
    place = _place(lot)
    line, below = lines.get(place, (None, None)) if place is not None else (None, None)
    if line is None:
        return []
    own = [cell.box for role, cell in lot.cells.items() if role not in ("cost", "description") and cell.box is not None]
    second = [below] if below is not None and place_of(below) not in taken else []
    tokens = [token for one in (line, *second) for token in tokens_of(one.words, ())]
    words = [word for one in (line, *second) for word in one.words]
    spoken = [Token(word.text, "number", span([word])) for word in words if word.text.startswith("$")]
    found = {token.box: token for token in (*tokens, *spoken) if token.kind == "number" and _is_amount(token)}
    return [token for token in found.values() if not any(_covers(box, token.box) for box in own)]


def _is_amount(token: Token) -> bool:
    amount = read_amount(token.text)
    return amount is not None and not amount.percent and bool(amount.value) and "." in token.text


def _value(token: Token) -> Decimal | None:
    amount = read_amount(token.text)
    return amount.value if amount is not None else None


def _adds_up(held: Held, costs: Sequence[Decimal | None]) -> bool:
    """Whether what was paid for each lot is known and adds up to the cost of the position."""
    known = [cost for cost in costs if cost is not None]
    whole = number_in(held.position, "cost")
    return len(known) == len(costs) and whole is not None and abs(sum(known, ZERO) - whole) <= CENT * (len(known) - 1)


def _pairs(page: Sequence[Line]) -> Iterator[tuple[Line, Line | None]]:
    """Each line with the one right below it, where that stands near."""
    for at, line in enumerate(page):
        below = page[at + 1] if at + 1 < len(page) else None
        near = below is not None and below.top - line.bottom < NEAR * line.size
        yield line, below if near else None


def _place(event: Event) -> Place | None:
    """Where a row, a sum or a heading stands."""
    if not isinstance(event, Record | Total | Heading) or event.where.box is None:
        return None
    return at_place(event.where.page, event.where.box)


def _overlap(one: Box, two: Box) -> bool:
    return one[0] < two[2] and one[2] > two[0]


def _covers(box: Box, other: Box) -> bool:
    """Whether a box is another, or holds it, on the same line."""
    return _overlap(box, other) and box[1] < other[3] and box[3] > other[1]
