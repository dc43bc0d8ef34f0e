"""What a card of labels below tells of a fund that a table lists: its cost, its gain, its symbol and CUSIP.

The papers of fund companies list the funds of a registration with their units, price and value, and print below for
each fund its name, its identifiers and its figures again in labels. A card counts where its units and its value are
those of one row of that name, to the last digit.
"""

import itertools
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.pairs import pairs_of
from core.ingest.lexicon.vocabulary import known_role, role_of
from core.ingest.lines.page_heads import header_at
from core.ingest.nouns.events import Cell, Event, Record
from core.ingest.nouns.words import Line, Word, phrases, span, text_of

TOLD = ("cost", "gain", "symbol", "cusip", "isin")
PROOF = ("quantity", "value")
IDENTIFIERS = ("symbol", "cusip", "isin")
LONGEST = 12
"""How many lines of labels follow a name at most."""

Card = dict[str, Cell]


def with_cards(events: Sequence[Event], pages: Sequence[Sequence[Line]]) -> None:
    """Gives the rows of holdings what the cards of their names tell and they lack themselves."""
    rows: dict[str, list[Record]] = {}
    for event in events:
        if isinstance(event, Record) and event.kind == "holdings" and _lacks(event):
            rows.setdefault(_key(event.cells["description"].text), []).append(event)
    for name, card in (found for lines in pages for found in _cards(lines, rows) if rows):
        same = [row for row in rows[name] if all(_same(row.cells[role], card[role]) for role in PROOF)]
        if len(same) == 1:
            same[0].cells.update({role: cell for role, cell in card.items() if role in TOLD} | same[0].cells)


def _lacks(row: Record) -> bool:
    """Whether a row tells its name, units and value, and no cost or no identifier."""
    whole = "description" in row.cells and all(role in row.cells for role in PROOF)
    return whole and ("cost" not in row.cells or not set(IDENTIFIERS) & set(row.cells))


def _cards(lines: Sequence[Line], names: dict[str, list[Record]]) -> list[tuple[str, Card]]:
    """The cards of a page: names of rows, each with what the lines of labels below it tell."""
    starts = [(at, name) for at, line in enumerate(lines) if (name := _named(line, names))]
    spans = itertools.pairwise([*starts, (len(lines), "")])
    found = [(name, _card(lines[at + 1 : min(end, at + LONGEST)])) for (at, name), (end, _) in spans]
    return [(name, card) for name, card in found if set(PROOF) <= set(card)]


def _named(line: Line, names: dict[str, list[Record]]) -> str:
    return next((key for run in phrases(line.words, 1.0) if (key := _key(text_of(run))) in names), "")


def _card(lines: Sequence[Line]) -> Card:
    """The figures and identifiers that lines of labels tell, up to the head of a table."""
    card: Card = {}
    for at, line in enumerate(lines):
        if header_at(lines, at) is not None:
            break
        for pair in pairs_of(line):
            if len(pair.amounts) == 1 and (role := role_of(pair.label)) is not None:
                card.setdefault(role, pair.amounts[0])
        for role, cell in _identifiers(line.words):
            card.setdefault(role, cell)
    return card


def _identifiers(words: Sequence[Word]) -> list[tuple[str, Cell]]:
    """Identifiers behind their labels on one line, `Ticker QZABX CUSIP 701642E48`."""
    labelled = [(known_role(label.text), value) for label, value in itertools.pairwise(words)]
    return [(role, Cell(value.text, span([value]))) for role, value in labelled if role in IDENTIFIERS]


def _same(one: Cell, other: Cell) -> bool:
    """Whether two cells print one amount."""
    amounts = read_amount(one.text), read_amount(other.text)
    return amounts[0] is not None and amounts[1] is not None and amounts[0].value == amounts[1].value


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
