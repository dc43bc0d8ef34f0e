"""Holdings without a column header: `Apple Inc (AAPL) .... 100 @ 150.00  15,000.00`, taken where the product proves it.

Asked after the general reader, and only for files in which that found no position. Three numbers in a row of which
one is the product of the others are quantity, price and value; what stands before them is the name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.ingest.lexicon.amounts import Amount, read_amount
from core.ingest.lexicon.figures import likely_units, ties_at_any
from core.ingest.lexicon.identifiers import CLASS, is_bare_ticker, symbol_in
from core.ingest.lexicon.vocabulary import known_role
from core.ingest.lines.facts import facts_of
from core.ingest.nouns.events import Cell, Event, Fact, Record, Trouble, Where
from core.ingest.nouns.words import Line, Word, phrases, span, text_of
from core.ingest.rows.lot_sentences import told_lots
from core.ingest.rows.named_alike import name_alike

LEADERS = re.compile(r"[.·…_]{3,}|[@×xX*=]")
COUNTED = re.compile(r"(?:shares?|units?|shs\.?),?", re.I)
SYMBOL_FIRST = re.compile(rf"([A-Z]{{1,5}}{CLASS}?)\s+(\S*[A-Za-z]{{2}}.*)")
SYMBOL_LAST = re.compile(rf"(.*[a-z].*) ([A-Z]{{2,5}}{CLASS}?)")
MOST_NUMBERS = 6


def headless_events(pages: Sequence[Sequence[Line]]) -> list[Event]:
    """Facts and rows of pages without headers; empty where no row proves itself."""
    events: list[Event] = []
    rows: list[Record] = []
    for line in (_plain(line) for lines in pages for line in lines):
        if line is None:
            continue
        where = Where(line.page, None, span(line.words))
        if (record := _row(line, where)) is not None:
            rows.append(record)
            events.append(record)
            events.extend(_left_over(line, record, where))
        elif rows and (lots := told_lots(line.text)):
            units = {"quantity": rows[-1].cells["quantity"]}
            events.extend(Record("lots", {**units, **lot}, where) for lot in lots)
        else:
            events.extend(facts_of([text_of(run) for run in phrases(line.words, 1.0)], where))
    named = _name_by_first_word(rows)
    if not rows or not (named or _ties_to_total(rows, events) or any(map(_has_heads, pages))):
        return []
    if not named:
        _name_by_last_word(rows)
    _put_units_in_place(rows)
    name_alike(events)
    told = "rows stand under no column header; each is taken as quantity, price, value as the product proves it"
    return [*events, Trouble(f"{len(rows)} {told}", Where(), "warning")]


def _plain(line: Line) -> Line | None:
    """The line without leaders, signs of multiplication, and without the word `shares` behind a figure."""
    kept = [replace(word, text=re.sub(r"[.·…_]{3,}$", "", word.text)) for word in line.words]
    words: list[Word] = []
    for word in kept:
        counts = bool(words) and COUNTED.fullmatch(word.text) and _amount(words[-1]) is not None
        if word.text and not counts and not LEADERS.fullmatch(word.text):
            words.append(word)
    return replace(line, words=tuple(words)) if words else None


def _row(line: Line, where: Where) -> Record | None:
    found = [(place, amount) for place, word in enumerate(line.words) if (amount := _amount(word)) is not None]
    for first, second, third in zip(found, found[1:MOST_NUMBERS], found[2:MOST_NUMBERS], strict=False):
        roles = _roles([amount.value for _, amount in (first, second, third)])
        name = text_of(line.words[: first[0]])
        if roles is None or third[0] - first[0] > 2 or not re.search(r"[A-Za-z]{3}", name):
            continue
        words = [line.words[place] for place, _ in (first, second, third)]
        cells = {role: Cell(word.text, word.box) for role, word in zip(roles, words, strict=True)}
        return Record("holdings", {"description": Cell(name), **cells}, where)
    return None


def _put_units_in_place(rows: Sequence[Record]) -> None:
    """Exchange units and prices where the places printed say that the prices stand in front, `$25.00  12.345`."""
    figures = {role: [read_amount(row.cells[role].text) for row in rows] for role in ("quantity", "price")}
    units, prices = (likely_units([one.value for one in found if one is not None]) for found in figures.values())
    for row in rows if prices > units else ():
        row.cells.update(quantity=row.cells["price"], price=row.cells["quantity"])


def _ties_to_total(rows: Sequence[Record], events: Sequence[Event]) -> bool:
    """Whether the rows, with or without the cash, are worth what the pages print as a total."""
    facts = [event for event in events if isinstance(event, Fact) and event.amount is not None]
    worth = sum((_worth(row) for row in rows), Decimal(0))
    cash = [Decimal(0), *(fact.amount or Decimal(0) for fact in facts if fact.kind in ("cash", "weak_cash"))]
    return any(fact.amount == worth + one for fact in facts if fact.kind in ("total", "sum") for one in cash)


def _worth(row: Record) -> Decimal:
    """What the row is worth."""
    amount = read_amount(row.cells["value"].text)
    return Decimal(0) if amount is None else amount.value


def _has_heads(lines: Sequence[Line]) -> bool:
    """Whether a line names three columns, though it was no head that the general reader could use."""
    return any(
        sum(known_role(text_of(run)) in ("symbol", "quantity", "price", "value") for run in phrases(line.words)) >= 3
        for line in lines
    )


def _name_by_first_word(rows: Sequence[Record]) -> bool:
    """Where every row begins with a ticker of its own before the name, that is its symbol."""
    found = [SYMBOL_FIRST.fullmatch(row.cells["description"].text) for row in rows]
    first = {
        match[1]
        for match in found
        if match is not None and symbol_in(match[0]) is None and (match[1].isalpha() or is_bare_ticker(match[1]))
    }
    if not rows or len(first) < len(rows):
        return False
    for row, match in zip(rows, found, strict=True):
        assert match is not None
        row.cells.update(symbol=Cell(match[1]), description=Cell(match[2]))
    return True


def _name_by_last_word(rows: Sequence[Record]) -> None:
    """Where every row ends with a ticker of its own behind a name in small letters, that is its symbol."""
    found = [SYMBOL_LAST.fullmatch(row.cells["description"].text) for row in rows]
    last = {match[2] for match in found if match is not None and is_bare_ticker(match[2])}
    if len(last) < len(rows):
        return
    for row, match in zip(rows, found, strict=True):
        assert match is not None
        row.cells.update(symbol=Cell(match[2]), description=Cell(match[1]))


def _left_over(line: Line, record: Record, where: Where) -> list[Event]:
    """A figure more than quantity, price and value: a cost, perhaps, which must not be lost in silence."""
    last = max((cell.box[2] for cell in record.cells.values() if cell.box is not None), default=0.0)
    more = [word.text for word in line.words if word.x0 > last and _amount(word) is not None and "." in word.text]
    told = f"the figure {more[0]} stands under no column header" if more else ""
    return [Trouble(told, where, unread=True)] if more else []


def _roles(numbers: Sequence[Decimal]) -> tuple[str, str, str] | None:
    """What three numbers are, in their order: the value is the product and stands last or first."""
    if not all(number > 0 for number in numbers):
        return None
    one, two, three = numbers
    if _is_product(one, two, three):
        return ("quantity", "price", "value") if not _is_price(one, two) else ("price", "quantity", "value")
    if _is_product(two, three, one):
        return ("value", "quantity", "price") if not _is_price(two, three) else ("value", "price", "quantity")
    return None


def _is_product(one: Decimal, two: Decimal, product: Decimal) -> bool:
    return 1 not in (one, two) and ties_at_any(one, two, product)


def _is_price(one: Decimal, two: Decimal) -> bool:
    """Whether the first of two factors is the price: it has cents, the second is a whole number."""
    return one != one.to_integral_value() and two == two.to_integral_value() and "." not in str(two)


def _amount(word: Word) -> Amount | None:
    amount = read_amount(word.text)
    return None if amount is None or amount.percent else amount
