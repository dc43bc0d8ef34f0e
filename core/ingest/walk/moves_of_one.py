"""Transactions of one security in a block of their own, from its opening to its closing balance, under its name.

The house prints what each fund did apart; the block has no column of names, and its balances are those of the fund,
none of the account. A column of descriptions beside it says what was done, where the name is that of a fund held.
"""

import re
from collections.abc import Mapping, Sequence

from core.ingest.lexicon.dates import is_date
from core.ingest.lexicon.doing import says_moves
from core.ingest.lexicon.identifiers import PAREN, is_bare_ticker, symbol_in
from core.ingest.lexicon.sections import CONTINUED
from core.ingest.lexicon.vocabulary import DATES, NAMES
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Cell, Record, Where
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, phrases, span

ENDS_IN_SYMBOL = re.compile(r"(?P<name>\S.{3,90}?)(?:\s+[-–—|/]\s+|:\s+)(?P<symbol>[A-Z]{3,5})")
BEGINS_WITH_SYMBOL = re.compile(r"(?P<symbol>[A-Z]{3,5})(?:\s+[-–—|/]\s+|:\s+)(?P<name>\S.{3,90})")
MOVES_OF = re.compile(r"(?:[a-z()-]+ ){0,4}(?:transactions?|activity) [-–—:] (?P<name>[a-z][^\d$]{3,70})", re.I)
"""Over transactions of one security: `Plan Transactions - QUILL HOLDINGS INC COMMON STOCK`."""
DAY = r"(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\s+)?"
CLOSING = re.compile(
    rf"{DAY}(?:(?:ending|closing|final) (?:share |unit |fund )?balance|balance carried forward)\b", re.I
)
OPENING = re.compile(
    rf"{DAY}(?:(?:beginning|opening|starting) (?:share |unit |fund )?balance|balance (?:brought )?forward)\b", re.I
)
NEAR = 1.2
LEFT = 6.0
"""So far left of what rows tell behind their days begins a name that stands over rows of its own, in points."""


def security_moved(
    state: Open, header: Header, above: Line | None, head: Line, below: Sequence[Line] = ()
) -> dict[str, Cell]:
    """The one security of a table of transactions that has no place for names: it stands over its heads.

    `Quill Balanced Fund (QZABX)` over `Date  Transaction  Dollar amount  Share price  Shares`, `Quill Balanced Fund -
    QZABX`, the name of a fund held without its symbol, or that of the block which this page goes on with under its
    heads alone. Where a column is for descriptions, the fund is one that is held, or the first of the lines `below`
    is its opening balance. Empty where there is none.
    """
    if header.kind != "activity" or not _tells_only_doings(header) or above is None:
        return {}
    near = _is_near(above, head)
    if near and (held := _over_title(state, above)):
        return held
    if near and len(phrases(above.words, 1.0)) == 1:
        held = _held(state, above)
        opens = bool(below) and OPENING.match(below[0].text) is not None
        named = held or (_named(above) if opens or not header.has("description") else {})
        if named:
            return named
    over = state.record is not None and state.record.where.page != head.page
    return state.moved if over and header.repeats(state.header) else {}


def lots_of_moved(state: Open, head: Line) -> Record | None:
    """The security of a table of lots without names: it is named over its head, or its transactions stand right above.

    `Quill Income Fund` over `Transaction History`, and below these `Cost Basis Detail` over `Acquired  Cost  Shares`.
    """
    last, above = state.header or state.ended, state.last_line
    moved = state.moved if last is not None and last.kind == "activity" else {}
    cells = (_held(state, above) if above is not None else {}) or moved
    return (
        Record("holdings", dict(cells), Where(head.page, None, span(head.words)), table=state.tables) if moved else None
    )


def _over_title(state: Open, title: Line) -> dict[str, Cell]:
    """The security held whose name stands right over the title of its transactions; empty where none does."""
    over = state.before
    if over is None or not says_moves(title.text) or not _is_near(over, title) or len(phrases(over.words, 1.0)) > 1:
        return {}
    return _held(state, over)


def _is_near(above: Line, line: Line) -> bool:
    return above.page == line.page and 0 <= line.top - above.bottom < NEAR * above.size


def tells_of_moves(state: Open, line: Line) -> bool:
    """Whether a line among transactions says whose they are, or is the closing balance of that one, which ends them."""
    if state.header is None or state.header.kind != "activity":
        return False
    if named := MOVES_OF.fullmatch(line.text):
        state.moved = {"description": Cell(named["name"], span(line.words))}
        return True
    if _stands_over_rows(state.header, line) and (held := _held(state, line)):
        state.moved, state.record, state.row = held, None, None
        state.drop_waiting()
        return True
    if not state.moved or CLOSING.match(line.text) is None:
        return False
    closed = state.header
    state.end()
    state.ended = closed
    return True


def next_moved(state: Open, line: Line) -> bool:
    """Whether a line names the next fund under heads that stand once over the blocks of all, the last one closed."""
    header = state.ended if state.header is None else None
    moves = header is not None and header.kind == "activity" and bool(state.moved)
    return moves and header is not None and _stands_over_rows(header, line) and bool(_held(state, line))


def with_moved(moved: Mapping[str, Cell], cells: dict[str, Cell]) -> None:
    """Give a row of transactions the one security that they are of, where it names none.

    Its own description says what was done, where the security is known by its symbol; else it may name one.
    """
    own = [name for name in NAMES if name in cells and not (name == "description" and "symbol" in moved)]
    if own:
        return
    done = cells.pop("description", None)
    if done is not None and not {"type", "activity"} & set(cells):
        cells["type"] = done
    cells.update(moved)


def _tells_only_doings(header: Header) -> bool:
    """Whether a head of transactions has no column for securities: none of names, but for one of descriptions."""
    return not any(header.has(name) for name in NAMES if name != "description")


def _stands_over_rows(header: Header, line: Line) -> bool:
    """Whether a line is one phrase that begins where the days of the rows do, left of what they tell."""
    first, *rest = sorted(header.columns, key=lambda column: column.x0)
    left = first.role in DATES and line.words[0].x0 < min((column.x0 for column in rest), default=0.0) - LEFT
    plain = len(phrases(line.words, 1.0)) == 1 and not is_date(line.words[0].text)
    return _tells_only_doings(header) and left and plain


def _held(state: Open, line: Line) -> dict[str, Cell]:
    """The name and the symbol of the security held that a line names, by its symbol or its whole name; else empty."""
    text, box = CONTINUED.sub("", line.text).strip(), span(line.words)
    told = _named(line)
    symbol = told["symbol"].text if "symbol" in told else symbol_in(text)
    name = _plain(told["description"].text if told else text)
    if not any(map(str.isalpha, name)):
        return {}
    for row in reversed(state.events):
        if not isinstance(row, Record) or row.kind != "holdings" or "description" not in row.cells:
            continue
        printed = " ".join([row.cells["description"].text, *row.details])
        own = row.cells["symbol"].text if "symbol" in row.cells else symbol_in(printed)
        if (own == symbol) if own and symbol else name in (_plain(printed), _plain(row.cells["description"].text)):
            found = {"description": Cell(PAREN.sub("", text).strip(), box)}
            return found | ({"symbol": Cell(own, box)} if own else {})
    return {}


def _plain(name: str) -> str:
    """A name without what stands in brackets behind it, for comparing."""
    return " ".join(re.sub(r"\([^()]*\)", " ", name).casefold().split())


def _named(line: Line) -> dict[str, Cell]:
    """The name and the symbol that a line is; empty where it tells no symbol."""
    text, box = CONTINUED.sub("", line.text).strip(), span(line.words)
    if PAREN.search(text) is not None:
        symbol = symbol_in(text)
        return {"description": Cell(text, box)} | ({"symbol": Cell(symbol, box)} if symbol else {})
    found = ENDS_IN_SYMBOL.fullmatch(text) or BEGINS_WITH_SYMBOL.fullmatch(text)
    if found is None or not is_bare_ticker(found["symbol"]) or found["name"].isupper():
        return {}
    return {"description": Cell(found["name"], box), "symbol": Cell(found["symbol"], box)}
