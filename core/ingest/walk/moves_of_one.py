"""Transactions of one security in a block of their own, from its opening to its closing balance, under its name.

The house prints what each fund did apart; the block has no column of names, and its balances are those of the fund,
none of the account.
"""

import re

from core.ingest.lexicon.identifiers import PAREN, is_bare_ticker
from core.ingest.lexicon.sections import CONTINUED
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Cell
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, phrases, span

ENDS_IN_SYMBOL = re.compile(r"(?P<name>\S.{3,90}?)(?:\s+[-–—|/]\s+|:\s+)(?P<symbol>[A-Z]{3,5})")
BEGINS_WITH_SYMBOL = re.compile(r"(?P<symbol>[A-Z]{3,5})(?:\s+[-–—|/]\s+|:\s+)(?P<name>\S.{3,90})")
MOVES_OF = re.compile(r"(?:[a-z()-]+ ){0,4}(?:transactions?|activity) [-–—:] (?P<name>[a-z][^\d$]{3,70})", re.I)
"""Over transactions of one security: `Plan Transactions - QUILL HOLDINGS INC COMMON STOCK`."""
CLOSING = re.compile(r"(?:(?:ending|closing|final) (?:share |unit |fund )?balance|balance carried forward)\b", re.I)
NEAR = 1.2


def security_moved(state: Open, header: Header, above: Line | None, head: Line) -> dict[str, Cell]:
    """The one security of a table of transactions that has no place for names: it stands over its heads.

    `Quill Balanced Fund (QZABX)` over `Date  Transaction  Dollar amount  Share price  Shares`, `Quill Balanced Fund -
    QZABX`, or that of the block which this page goes on with under its heads alone. Empty where there is none.
    """
    if header.kind != "activity" or any(header.has(name) for name in NAMES) or above is None:
        return {}
    near = above.page == head.page and 0 <= head.top - above.bottom < NEAR * above.size
    if near and len(phrases(above.words, 1.0)) == 1 and (named := _named(above)):
        return named
    over = state.record is not None and state.record.where.page != head.page
    return state.moved if over and header.repeats(state.header) else {}


def tells_of_moves(state: Open, line: Line) -> bool:
    """Whether a line among transactions says whose they are, or is the closing balance of that one, which ends them."""
    if state.header is None or state.header.kind != "activity":
        return False
    if named := MOVES_OF.fullmatch(line.text):
        state.moved = {"description": Cell(named["name"], span(line.words))}
        return True
    if not state.moved or CLOSING.match(line.text) is None:
        return False
    state.end()
    return True


def _named(line: Line) -> dict[str, Cell]:
    """The name and the symbol that a line is; empty where it tells no symbol."""
    text, box = CONTINUED.sub("", line.text).strip(), span(line.words)
    if PAREN.search(text) is not None:
        return {"description": Cell(text, box)}
    found = ENDS_IN_SYMBOL.fullmatch(text) or BEGINS_WITH_SYMBOL.fullmatch(text)
    if found is None or not is_bare_ticker(found["symbol"]) or found["name"].isupper():
        return {}
    return {"description": Cell(found["name"], box), "symbol": Cell(found["symbol"], box)}
