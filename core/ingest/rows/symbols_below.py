"""Identifiers on a line of their own under the name, with no label: `QZAB / 38141G104`, or `QZAB` over `38141G104`.

Where a head says `Security` over `Symbol` the first line of a row is its name and the next its symbol. A bare word in
capitals is a symbol where a number of a security stands behind it, or where most rows of the table or of the file are
set so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.ingest.lexicon.asset_kinds import BOND_TERMS
from core.ingest.lexicon.contracts import tells_terms
from core.ingest.lexicon.identifiers import CUSIP, ISIN, cusip_ok, is_bare_ticker, isin_ok, option_symbol
from core.ingest.nouns.events import Cell, Event, Record
from core.ingest.rows.identified import CLASSES
from core.ingest.rows.row_keys import symbol_of

BETWEEN = re.compile(r"\s*[/|·•,;]\s*|\s+")
BEFORE = re.compile(r"(?P<symbol>[A-Z]{1,5}(?:[./][A-Z])?)\s*[/|·•]")
NO_SYMBOL = re.compile(r"[IVX]{2,4}|[A-Z][-./]?\d.*|[^A-Z].*|.*[a-z].*")
"""A numeral or a class of shares at the end of a name, `II`, `F-2`."""
MOST_PARTS = 3
SHARE = 0.6
LEAST = 2
Names = Mapping[str, str]


def symbols_below(events: Sequence[Event]) -> None:
    """Give rows of holdings the identifiers that stand alone on a line under their name."""
    rows = [event for event in events if isinstance(event, Record) and event.kind == "holdings"]
    for row in rows:
        _part_before_number(row)
    headed = any(map(_is_name_under_symbol, rows))
    for row in filter(_holds_name, rows):
        if headed or BOND_TERMS.search(row.cells["symbol"].text):
            row.cells["description"] = row.cells.pop("symbol")
    tables: dict[int, list[Record]] = {}
    for row in rows:
        tables.setdefault(row.table, []).append(row)
    whole = _are_told_so(rows, below_alone=True)
    for some in tables.values():
        told = whole or _are_told_so(some)
        for row in some:
            if "description" in row.cells and not symbol_of(row):
                _give(row, told)


def _part_before_number(row: Record) -> None:
    """Take the symbol before a stroke from the line whose number went to the column of symbols: `QZAB / 38141G104`."""
    found = BEFORE.fullmatch(row.details[0].strip()) if row.details else None
    number = row.cells["symbol"] if "symbol" in row.cells and "cusip" not in row.cells else None
    if found is None or number is None or not (CUSIP.fullmatch(number.text) and cusip_ok(number.text)):
        return
    if is_bare_ticker(found["symbol"]):
        row.cells |= {"cusip": number, "symbol": Cell(found["symbol"], row.places[0] if row.places else None)}
        row.details.pop(0)
        row.places[:1] = []


def _is_name_under_symbol(row: Record) -> bool:
    """Whether a column of symbols holds a name, and the line below that is the symbol with its number, or alone."""
    return _holds_name(row) and any("symbol" in found for found in map(_names_on, row.details))


def _holds_name(row: Record) -> bool:
    """Whether a row without another name has one of several words under a head of symbols, `Security` over `Symbol`."""
    if "description" in row.cells or "symbol" not in row.cells:
        return False
    text = row.cells["symbol"].text
    return " " in text and option_symbol(text) is None and not _names_on(text)


def _are_told_so(rows: Sequence[Record], below_alone: bool = False) -> bool:
    """Whether most rows that are no bonds have a symbol, or one on a line of its own below, or that alone."""
    shares = [row for row in rows if not BOND_TERMS.search(_text(row)) and not tells_terms(_text(row))]
    below = (any("symbol" in found for found in map(_names_on, row.details)) for row in shares)
    told = [row for row, here in zip(shares, below, strict=True) if here or (symbol_of(row) and not below_alone)]
    return len(told) >= max(LEAST, SHARE * len(shares))


def _give(row: Record, told: bool) -> None:
    """Take the identifiers from the details of a row; `told`: a symbol may stand alone there."""
    for at, detail in enumerate(row.details):
        found = _names_on(detail)
        behind = _names_on(row.details[at + 1]) if at + 1 < len(row.details) else {}
        if "symbol" not in found or tells_terms(_text(row)) or BOND_TERMS.search(_text(row)):
            continue
        if told or len(found) > 1 or {"cusip", "isin"} & set(behind):
            box = row.places[at] if at < len(row.places) else None
            row.cells.update({role: Cell(text, box) for role, text in found.items() if role not in row.cells})
            row.details.pop(at)
            if at < len(row.places):
                row.places.pop(at)
            return


def _names_on(text: str) -> Names:
    """The identifiers that a line holds and nothing else, one of a kind; empty where there is anything else."""
    parts = BETWEEN.split(text.strip())
    found = dict(_sorted(parts)) if len(parts) <= MOST_PARTS else {}
    return found if len(found) == len(parts) else {}


def _sorted(parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for part in parts:
        if CUSIP.fullmatch(part) and cusip_ok(part):
            yield "cusip", part
        elif ISIN.fullmatch(part) and isin_ok(part):
            yield "isin", part
        elif is_bare_ticker(part) and part not in CLASSES and NO_SYMBOL.fullmatch(part) is None:
            yield "symbol", part


def _text(row: Record) -> str:
    return " ".join([row.cells["description"].text if "description" in row.cells else "", *row.details])
