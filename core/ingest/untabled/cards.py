"""Holdings on cards and in words: a name, below it its figures in labels or as a product, `120.5 shares @ $9.25`.

A card counts where its product proves it, or where it is printed as one that is so proven; a private fund, which has
no units, where it tells its worth and what was committed, and a second one is printed alike.
"""

from collections.abc import Sequence

from core.ingest.lexicon.identifiers import is_bare_ticker, labelled
from core.ingest.nouns.events import Cell, Event, Record, Trouble, Where
from core.ingest.nouns.words import Line, span, text_of
from core.ingest.rows.block_lines import add_detail
from core.ingest.rows.spare_figures import unplaced
from core.ingest.untabled.blocks import PRIVATE, Block, is_proven
from core.ingest.untabled.figure_lines import Told, told_at
from core.ingest.untabled.names_over import Named, named_over

IDENTIFIERS = ("symbol", "cusip", "isin")
GAP = 1.6
"""The widest gap between two lines of figures of one card, in type sizes."""

EDGE = 2.0
"""How far apart the left edges of the lines of one card are at most, in points."""


def cards(lines: Sequence[Line]) -> list[Block]:
    """The cards of a page, proven or not."""
    found: list[Block] = []
    at, floor = 0, -1
    while at < len(lines):
        told = told_at(lines, at)
        if told is None:
            at += 1
            continue
        end = at + told.lines
        while _goes_on(lines, at, end) and (more := told_at(lines, end)) is not None:
            if (told.sentence and not more.sure) or not told.takes(more):
                break
            end += more.lines
        block = _card(lines, at, end, floor, told)
        if block is not None:
            found.append(block)
            floor = block.last
        at = end if block is not None else at + 1
    return found


def _goes_on(lines: Sequence[Line], first: int, at: int) -> bool:
    """Whether a line stands right under the figures of a card, at their edge."""
    if at >= len(lines):
        return False
    begun, above, line = lines[first], lines[at - 1], lines[at]
    if above.page != line.page or line.top - above.bottom > GAP * line.size or line.bold != begun.bold:
        return False
    return abs(line.words[0].x0 - begun.words[0].x0) < EDGE


def _card(lines: Sequence[Line], at: int, end: int, floor: int, told: Told) -> Block | None:
    """The card whose figures stand from line `at` up to `end`; None where they are of no holding with a name."""
    private = bool(set(told.cells) & PRIVATE) and "quantity" not in told.cells
    if "contributed" in told.cells:
        told.cells.setdefault("called" if private else "cost", told.cells.pop("contributed"))
    if private and "price" in told.cells:
        told.cells.setdefault("value", told.cells.pop("price"))
    if not private and not {"quantity", "price"} <= set(told.cells):
        return None
    named = named_over(lines, at, floor, valued=told.sentence)
    if named is None:
        return None
    cells = {**_names(named), **told.cells}
    if named.amount:
        cells.setdefault("value", Cell(text_of(named.amount), span(named.amount)))
    if "value" not in cells or (private and "commitment" not in cells):
        return None
    record = Record("holdings", cells, Where(lines[at].page, None, span(named.words)))
    for line in named.details:
        _tell(record, line.text, line)
    if told.before:
        _tell(record, told.before, lines[at])
    return Block(named.first, end - 1, _events(record, told, named), ("card", *told.labels), is_proven(cells))


def _tell(record: Record, text: str, line: Line) -> None:
    """One more line about the holding, with the identifiers that it tells behind their labels."""
    add_detail(record, text, line)
    for role, identifier in labelled(text).items():
        if role in IDENTIFIERS:
            record.cells.setdefault(role, Cell(identifier, span(line.words)))


def _names(named: Named) -> dict[str, Cell]:
    """The name, and the symbol that a dash parts from it: `Willow Bond Fund - QZABX`, `QZABX - Willow Bond Fund`."""
    text, box = text_of(named.words), span(named.words)
    before, _, behind = text.partition(" - ")
    name, _, last = text.rpartition(" - ")
    symbol = next((one for one in (before, last) if name and is_bare_ticker(one) and one.isupper()), None)
    if symbol is None:
        return {"description": Cell(text, box)}
    return {"description": Cell(behind if symbol == before else name, box), "symbol": Cell(symbol, box)}


def _events(record: Record, told: Told, named: Named) -> tuple[Event, ...]:
    """The holding, and the figures of it of which nothing says what they are."""
    return (record, *(Trouble(unplaced(text), record.where, unread=True) for text in told.spare))
