"""What a row of a table may be known by in another table: its symbol, its identifiers, its name, its figures."""

import itertools
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.ingest.lexicon.contracts import tells_terms
from core.ingest.lexicon.figures import number
from core.ingest.lexicon.identifiers import PAREN, is_bare_ticker, is_identifier, labelled, symbol_in
from core.ingest.lexicon.registrations import tells_number
from core.ingest.nouns.events import Record, Total

BEHIND_NAME = re.compile(rf"\s*(?:\([A-Z][A-Z0-9./^-]{{0,8}}\)|{PAREN.pattern})$", re.I)
NUMBER_BEHIND = re.compile(r"(.*?)\s*\(([0-9A-Z]{9}|[0-9A-Z]{12})\)$")
LABEL = re.compile(r"\s(?:symbol|ticker|cusip|isin)(?: no\.?| number)?\s*[:#]", re.I)
"""How the identifier begins that stands behind a name on its line."""
NOTE = re.compile(r"^— |:")
MOST_LINES = 3
FOOTNOTE = re.compile(r"\s*[*†‡§¶¹²³]+$")


def keys_of(row: Record) -> list[str]:
    """What a row may be known by, the surest first; an option is not known by the symbol of what it is written on."""
    if (contract := _contract_in(row)) is not None:
        return contract
    cells = [row.cells[role].text for role in ("symbol", "identifier", "cusip", "description") if role in row.cells]
    plain = [" ".join(FOOTNOTE.sub("", text).upper().split()) for text in cells]
    told = labelled(" ".join([*cells, *row.details])).values()
    bare = [BEHIND_NAME.sub("", text) for text in (*plain, *_wrapped(row))]
    numbered = [part for text in plain for part in _name_and_number(text)]
    bare += [text[: found.start()].strip() for text in plain if (found := LABEL.search(text))]
    return [key for key in (symbol_of(row), *plain, *told, *numbered, *bare, *_wrapped(row)) if key]


def _wrapped(row: Record) -> list[str]:
    """A name that goes on in the lines under it, up to each of them."""
    name = row.cells["description"].text if "description" in row.cells else ""
    ends = list(itertools.takewhile(lambda text: NOTE.search(text) is None, row.details[:MOST_LINES]))
    return [" ".join(f"{name} {' '.join(ends[:count])}".upper().split()) for count in range(1, len(ends) + 1) if name]


def _contract_in(row: Record) -> list[str] | None:
    """What an option is known by whose terms stand in the name, `QZAB` beside `JAN 16 '26 $430 CALL`; else None."""
    terms, symbol = (row.cells[role].text if role in row.cells else "" for role in ("description", "symbol"))
    if not tells_terms(terms) or not is_bare_ticker(symbol):
        return None
    return [" ".join(text.upper().split()) for text in (f"{symbol} {terms}", terms)]


def _name_and_number(text: str) -> list[str]:
    """The number in brackets behind a name, and the name: `CITY OF ORLO WTR REV 4% (123456AB7)`; else nothing."""
    found = NUMBER_BEHIND.fullmatch(text)
    return [found[2], found[1]] if found is not None and is_identifier(found[2]) else []


def by_keys(rows: Sequence[Record]) -> dict[str, list[Record]]:
    """The rows under each key that they may be known by."""
    found: dict[str, list[Record]] = {}
    for row in rows:
        for key in {*keys_of(row)}:
            found.setdefault(key, []).append(row)
    return found


def known_as(row: Record, others: Mapping[str, Sequence[Record]]) -> list[Record]:
    """The other rows that share a symbol, an identifier or a name with one, of those under their keys."""
    found = {id(one): one for key in keys_of(row) for one in others.get(key, ()) if one is not row}
    return list(found.values())


def symbol_of(row: Record) -> str:
    """The symbol of a row, from its column, its name or a label under it; empty where it prints none."""
    if "symbol" in row.cells:
        return row.cells["symbol"].text.upper()
    named = symbol_in(row.cells["description"].text) if "description" in row.cells else None
    return named or labelled(" ".join(row.details)).get("symbol", "") or symbol_in(" ".join(row.details)) or ""


def account_in(row: Record | Total) -> str:
    """The number of the account that a row names; empty where it names none by a number."""
    text = row.cells["account"].text if "account" in row.cells else ""
    return text if tells_number(text) else ""


def number_in(row: Record | Total, role: str) -> Decimal | None:
    """The figure of a row in a role; None where it prints none."""
    return number(row.cells.get(role))
