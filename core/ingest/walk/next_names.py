"""The name of the next security under lots that have no names beside them: its lines stand in their columns.

`QUILL RAIL SR NT 4.250% 05/15/2031` over `1ST CPN DTE 11/15/2021   Security Identifier: 74838QAB1`, right under the lot
of the bond above: the second line tells that the first goes on with nothing.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.asset_kinds import CASH_ALONE
from core.ingest.lexicon.identifiers import CLASS, CUSIP, cusip_ok, is_bare_ticker, labelled, symbol_in
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.lines.continuation import are_of_another
from core.ingest.lines.open_table import Open
from core.ingest.lines.standing import name_is_bold, reads_as_note
from core.ingest.nouns.words import Line
from core.ingest.rows.row_keys import symbol_of
from core.ingest.rows.rows import read_row
from core.ingest.rows.wrapped import is_label_of_one
from core.ingest.walk.expiries import begins_contract
from core.ingest.walk.other_lots import names_other_lots

SYMBOL_FIRST = re.compile(rf"(?P<symbol>[A-Z]{{2,5}}{CLASS}?) (?:[-–—|:] )?[A-Z][\w.,&'-]*[a-z]")
"""A symbol before a name in small letters: `QZAB Quill Holdings`, `QZAB - Quill Holdings`."""
KEYS = ("symbol", "identifier", "cusip")
MOST_LINES = 4
"""So many lines at most tell the name and the terms of a security."""
INDENT, NEAR = 2.5, 1.3
"""How far the lines of one name stand from one another in type sizes: their left edges, and what is between them."""


def opens_next(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether the line is the first of several that name the security of the lots below, right under another's lots."""
    line, record = lines[at], state.record
    if state.header is None or record is None or state.row is None or state.waiting:
        return False
    if _has_another_symbol(state, lines, at) or _is_under_cash(state, lines, at) or begins_contract(state, lines, at):
        return True
    if _begins_alike(state, line) or names_other_lots(state, lines, at):
        return True
    if _was_named_above(state) and ":" not in line.text and not reads_as_note(line.text):
        return True
    if state.row.kind != "lot":
        return False
    if any(map(state.header.has, NAMES)) or ":" in line.text or reads_as_note(line.text):
        return False
    below = _told_below(state, lines, at)
    held = labelled(" ".join([*(cell.text for cell in record.cells.values()), *record.details]))
    told = labelled(" ".join(one.text for one in below))
    return are_of_another(told, held) and (name_is_bold(line) or not any(map(name_is_bold, below)))


def _has_another_symbol(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether a line of text has a symbol of its own, other than that of the row above, over lots.

    It stands in its column, or in parentheses behind the name.
    """
    assert state.header is not None and state.record is not None
    cells = read_row(lines[at], state.header).cells
    own = {role: cells[role].text for role in KEYS if role in cells and is_key(cells[role].text)}
    held = {role: state.record.cells[role].text for role in own if role in state.record.cells}
    symbol = symbol_in(lines[at].text)
    if symbol and not own and (above := symbol_of(state.record)):
        own, held = {"symbol": symbol}, {"symbol": above}
    if not held or set(own.values()) & set(held.values()):
        return False
    below = (read_row(line, state.header).kind for line in lines[at + 1 : at + 1 + MOST_LINES])
    return next((kind for kind in below if kind != "text"), None) == "lot"


def _begins_alike(state: Open, line: Line) -> bool:
    """Whether a line begins with a symbol before its name as the row above does, with another: the names are broken."""
    assert state.record is not None
    named = state.record.cells.get("description")
    own = SYMBOL_FIRST.match(line.text)
    above = SYMBOL_FIRST.match(named.text) if named is not None and "value" in state.record.cells else None
    if own is None or above is None or own["symbol"] == above["symbol"]:
        return False
    return is_bare_ticker(own["symbol"]) and is_bare_ticker(above["symbol"])


def _was_named_above(state: Open) -> bool:
    """Whether the row above prints an identifier behind its label beside its figures, and its name over them."""
    assert state.row is not None and state.record is not None
    named = state.record.cells.get("description")
    own = state.row.kind == "record" and is_label_of_one(state.row.label)
    return own and named is not None and named.text != state.row.label


def _is_under_cash(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether a line under a balance of cash is the name of a security that is identified below: cash never is."""
    assert state.header is not None and state.record is not None
    named = state.record.cells.get("description")
    told = {"symbol", "cusip", "isin"} & set(state.record.cells) or "value" not in state.record.cells
    if told or named is None or CASH_ALONE.fullmatch(named.text.strip()) is None or labelled(lines[at].text):
        return False
    for line in lines[at + 1 : at + 1 + MOST_LINES]:
        row = read_row(line, state.header)
        if {"cusip", "isin"} & labelled(line.text).keys():
            return True
        if row.kind != "text":
            return False
    return False


def is_key(text: str) -> bool:
    """Whether a cell is a ticker or a CUSIP."""
    return is_bare_ticker(text) or (bool(CUSIP.fullmatch(text)) and cusip_ok(text))


def _told_below(state: Open, lines: Sequence[Line], at: int) -> list[Line]:
    """The lines of text right under one, near its left edge, down to a lot; none where no lot follows."""
    assert state.header is not None
    told: list[Line] = []
    for line in lines[at + 1 : at + 1 + MOST_LINES]:
        if line.top - lines[at + len(told)].bottom > NEAR * line.size:
            return []
        kind = read_row(line, state.header).kind
        if kind == "lot":
            return told
        if kind != "text" or abs(line.words[0].x0 - lines[at].words[0].x0) > INDENT * line.size:
            return []
        told.append(line)
    return []
