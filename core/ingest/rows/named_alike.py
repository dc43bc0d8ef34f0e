"""Where a house prints the symbol without saying so: before the name, under it, behind it, by one shape in all rows.

A single row proves nothing (`VISA` over `INC CLASS A`); a shape counts where most rows of the file have it and the
words that it gives differ from row to row.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.ingest.lexicon.amounts import CURRENCIES
from core.ingest.lexicon.figures import DEBT
from core.ingest.lexicon.identifiers import NOT_TICKERS, bare_cusip, is_bare_ticker, labelled, symbol_in
from core.ingest.lexicon.known_symbols import known_symbols
from core.ingest.nouns.events import Cell, Event, Record
from core.ingest.rows.symbol_shapes import (
    ASIDE,
    ENDING,
    LONGER,
    WORD,
    Named,
    after_ending,
    alone,
    alone_below,
    at_the_end,
    before,
    behind,
    first_word,
    in_brackets,
    last_word,
    name_below,
)

LEAST, SEVERAL = 2, 4
"""So many rows have a shape at least; so many are enough in tables of their own, whatever other tables print."""
SHARE = 0.6
NO_WORDS = NOT_TICKERS - frozenset(CURRENCIES)
DISTINCT = 0.8
PREFERRED = re.compile(r"\b(?:PFD|PREF|PREFERRED)\b")
CUSIP_SHAPE = r"(?P<cusip>[0-9A-Z]{9})"
BESIDE_CUSIP = re.compile(
    rf"(?:(?P<before>(?!CUSIP|ISIN|SEDOL){WORD})\s*[-–—/|,]?\s+|)(?:CUSIP:?\s*)?{CUSIP_SHAPE}"
    rf"(?:\s*[-–—/|,]?\s+\(?(?P<behind>{WORD})\)?)?"
)
BRACKETS_BEHIND_CUSIP = re.compile(rf"(?:CUSIP:?\s*)?(?=\w*\d)[0-9A-Z]{{9}}\s+\(({WORD})\)")
ENDS_WITH_CUSIP = re.compile(
    rf"(?:(?:^|\s)(?P<before>{WORD})\s*[-–—/|,]?)?\s{CUSIP_SHAPE}(?:\s*[-–—/|,]?\s(?P<behind>{WORD}))?$"
)
IDENTIFIER = re.compile(
    r"(?:(?:cusip|isin|sedol)\s*(?:no\.?|number|#)?\s*[:#]?\s*)?(?=[0-9A-Z]*\d)[0-9A-Z]{9}(?:[0-9A-Z]{3})?", re.I
)
DASHED = re.compile(r"\b([0-9A-Z]{3}\d[0-9A-Z]{2})-([0-9A-Z]{2})-(\d)\b(?!-)")


def name_alike(events: Sequence[Event]) -> None:
    """Give the rows their symbols where one shape of text gives one to most of them."""
    held = [event for event in events if isinstance(event, Record) and event.kind == "holdings"]
    for row in held:
        _undash(row)
        if row.details:
            _settle(row)
            _with_last_below(row)
    rows = [row for row in held if _asks(row)]
    aside = {id(row): _set_aside(row) for row in rows}
    _beside_cusips(rows)
    _by_shapes(rows)
    known_symbols([row for row in rows if not _has_symbol(row) and "description" in row.cells])
    for row in rows:
        row.details.extend(aside[id(row)])


def _by_shapes(rows: Sequence[Record]) -> None:
    """The shapes in turn, each for the rows that have no symbol so far."""
    bare = rows
    for shape in (
        alone,
        name_below,
        alone_below,
        before,
        behind,
        last_word,
        after_ending,
        first_word,
        in_brackets,
    ):
        bare = [row for row in bare if not _has_symbol(row)]
        if not bare:
            return
        found = [(row, named) for row in bare if (named := shape(row)) is not None]
        symbols = [named.symbol for _, named in found]
        if shape is first_word and not _surely(symbols, len(bare)):
            continue
        if shape is after_ending and not (_surely(symbols, len(symbols)) and len(symbols) >= SHARE * len(bare)):
            continue
        others = len(rows) - len(bare) if shape is in_brackets else 0
        beside = _beside(rows, found) if shape is alone_below else _beside(bare, found)
        if shape is alone_below:
            others = _with_symbols_below(beside)
        surely = shape in (name_below, alone_below, before) and len(found) + others >= SEVERAL
        asked = len(beside) - others if surely else len(bare)
        if _agree({_text(row): named.symbol for row, named in found}, len(found), asked, others):
            for row, named in found:
                _give(row, named)
            if shape in (behind, last_word, after_ending):
                _give_rest(bare)
            elif shape is alone_below:
                _give_words(bare)


def _settle(row: Record) -> None:
    """What a line under the name says for sure: a symbol beside the CUSIP; a labelled symbol before a bare word."""
    for place, detail in enumerate(row.details) if "symbol" not in row.cells else ():
        found = BESIDE_CUSIP.fullmatch(detail)
        symbol = (found["before"] or found["behind"] or "") if found is not None else ""
        if found is not None and symbol and any(map(str.isdigit, found["cusip"])):
            row.cells["symbol"] = Cell(symbol, row.where.box)
            row.details[place] = found["cusip"]
            return
    beside = next((found[1] for detail in row.details if (found := BRACKETS_BEHIND_CUSIP.fullmatch(detail))), None)
    told = labelled(" ".join(row.details)).get("symbol") or beside
    own = row.cells.get("symbol")
    if told and own is not None and own.text != told:
        row.cells["symbol"] = Cell(told, own.box)
        row.details.insert(0, own.text)


def _with_last_below(row: Record) -> None:
    """A word under the name that was taken for its symbol goes on with it, where another stands alone below."""
    own, last = row.cells.get("symbol"), alone_below(row)
    if own is not None and last is not None and _with_symbols_below([row]):
        _give(row, replace(last, details=(own.text, *last.details)))


def _undash(row: Record) -> None:
    """CUSIPs written in their three parts, `194892-E2-7`, as one word."""
    name = row.cells.get("description")
    if name is not None and DASHED.search(name.text):
        row.cells["description"] = replace(name, text=DASHED.sub(r"\1\2\3", name.text))
    if row.details:
        row.details[:] = [DASHED.sub(r"\1\2\3", detail) for detail in row.details]


def _set_aside(row: Record) -> list[str]:
    """Take the lines out of a row that hold nothing but an identifier or its label: they are no part of a name."""
    only = [detail for detail in row.details if IDENTIFIER.fullmatch(detail.removeprefix("— "))]
    row.details[:] = [detail for detail in row.details if detail not in only]
    return only


def _beside_cusips(rows: Sequence[Record]) -> None:
    """Symbols right before or behind a CUSIP at the end of the text, where most rows with one have them there."""
    asked = [row for row in rows if not _has_symbol(row) and ENDS_WITH_CUSIP.search(_text(row))]
    found = [(row, symbol) for row in asked if (symbol := _beside_cusip(_text(row)))]
    if _agree({_text(row): symbol for row, symbol in found}, len(found), len(asked), 0):
        for row, symbol in found:
            row.cells["symbol"] = Cell(symbol, row.cells["description"].box)


def _beside_cusip(text: str) -> str:
    last = ENDS_WITH_CUSIP.search(text)
    if last is None or not any(map(str.isdigit, last["cusip"])):
        return ""
    symbol = last["before"] or last["behind"] or ""
    return symbol if is_bare_ticker(symbol) else ""


def _beside(rows: Sequence[Record], found: Sequence[tuple[Record, Named]]) -> list[Record]:
    """The rows in the tables of those that have a shape, with those that print their symbols otherwise."""
    tables = {row.table for row, _ in found}
    return [row for row in rows if row.table in tables]


def _with_symbols_below(rows: Sequence[Record]) -> int:
    """How many rows have a symbol from a line under their name, where figures stand beside it."""
    boxes = [(row.cells["symbol"].box, row.cells["description"].box) for row in rows if "symbol" in row.cells]
    return sum(own is not None and name is not None and own[1] > name[3] for own, name in boxes)


def _give_rest(rows: Sequence[Record]) -> None:
    """The rows whose names end otherwise, `GROUP NV NEW QZAB`, where the rows beside them have theirs at the end."""
    known = {row.cells["symbol"].text for row in rows if "symbol" in row.cells}
    for row in rows:
        named = None if _has_symbol(row) else at_the_end(row)
        if named is not None and named.symbol not in known:
            known.add(named.symbol)
            _give(row, named)


def _give_words(rows: Sequence[Record]) -> None:
    """Symbols that are words of names too, `BDS`, where they are all that stands where the other rows have theirs."""
    known = {row.cells["symbol"].text for row in rows if "symbol" in row.cells}
    for row in rows:
        word = ASIDE.sub("", row.details[0]) if len(row.details) == 1 and not _has_symbol(row) else ""
        if re.fullmatch(LONGER, word) and not re.fullmatch(ENDING, word) and word not in NO_WORDS | known:
            known.add(word)
            _give(row, Named(word, row.cells["description"].text, ()))


def _agree(symbols: Mapping[str, str], found: int, asked: int, others: int) -> bool:
    """Whether most rows have the shape, and different names different symbols."""
    distinct = len(set(symbols.values())) >= DISTINCT * len(symbols)
    return bool(symbols) and distinct and found + others >= max(LEAST, SHARE * (asked + others))


def _surely(symbols: Sequence[str], asked: int) -> bool:
    """Whether words among words in capitals are symbols: in all rows asked, no two alike, most no English word."""
    spoken = sum(re.search("[AEIOUY]", symbol) is not None for symbol in symbols)
    return len(set(symbols)) == asked and 2 * spoken <= asked


def _asks(row: Record) -> bool:
    """Whether a row is a security that may have a symbol: units of it or its lots are told, and no CUSIP names it."""
    held = "quantity" in row.cells or "value" not in row.cells
    text = _text(row)
    debt = bare_cusip(text) is not None and DEBT.search(text) is not None and PREFERRED.search(text) is None
    return held and "description" in row.cells and ("symbol" in row.cells or not debt)


def _has_symbol(row: Record) -> bool:
    if "symbol" in row.cells:
        return True
    text = _text(row)
    return "symbol" in labelled(text) or symbol_in(text) is not None


def _text(row: Record) -> str:
    return " ".join([row.cells["description"].text if "description" in row.cells else "", *row.details])


def _give(row: Record, named: Named) -> None:
    whole = row.cells["description"]
    row.cells["symbol"] = Cell(named.symbol, whole.box)
    row.cells["description"] = replace(whole, text=named.name)
    row.details[:] = named.details
