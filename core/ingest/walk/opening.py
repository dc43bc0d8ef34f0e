"""A head opens a table: what it holds, what is named in the head or right above it, what its columns leave unsaid."""

from collections.abc import Sequence
from dataclasses import replace

from core.ingest.heads.columns import as_cash, find_header, section_in, without_contracts
from core.ingest.heads.evident import unnamed_money
from core.ingest.lexicon.doing import LONGEST_TITLE, is_sweep, says_moves, says_sweeps
from core.ingest.lexicon.identifiers import symbol_in
from core.ingest.lexicon.plans import are_awards
from core.ingest.lexicon.vocabulary import DATES, NAMES
from core.ingest.lines.open_table import Open
from core.ingest.lines.spoken import day_in, name_over
from core.ingest.lines.standing import is_not_held, is_of_sales, is_past
from core.ingest.lines.stock_above import named_above, told_by_labels
from core.ingest.nouns.events import Cell, Record, Trouble, Where
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, phrases, span, text_of
from core.ingest.rows.wrapped import names_of
from core.ingest.walk.moves_of_one import lots_of_moved, security_moved
from core.ingest.walk.over_pages import waits_overleaf
from core.ingest.walk.plan_stock import of_plan

MOST_OF_SENTENCE = 3
"""So many lines at most has a sentence between a title and a head."""
NEAR_HEAD = 3.0


def open_table(state: Open, header: Header, lines: Sequence[Line]) -> None:
    """The table under a head opens, with the section, the name and the day that stand in it or right above."""
    printed, head, below = header, lines[header.first], lines[header.last + 1 :]
    header, title = of_plan(header), state.title_over(head)
    if is_past(title) or _is_not_held(title, state.last_line) or (header.kind == "lots" and is_of_sales(title)):
        header = replace(header, kind="other")
    name = name_over(header, state.last_line, head)
    state.waiting = [line for line in state.waiting if name is None or line is not state.last_line]
    state.drop_waiting()
    if section := section_in(header):
        state.section(section, head)
    header = _meant(state, header, below, title)
    nested = header.kind == "lots" and state.header is not None and state.header.kind == "holdings" and name is None
    again = header.repeats(state.header)
    state.outer = state.header if nested else (state.outer if header.kind == "lots" else None)
    lotted = lots_of_moved(state, head) if header.kind == "lots" else None
    moved = security_moved(state, header, state.last_line, head, below)
    state.header, state.ended = (None if header.kind == "other" else header), None
    state.events.extend(day_in(header, head))
    _open_moves(state, header, _title_over_sentence(lines, header.first) or title, moved, again)
    listed = header.kind == "other" and header.has("account") and header.has("value")
    state.summary = header if listed else None
    state.tables += 1
    if not nested:
        state.closed = state.record if again and state.record is not None else state.closed
        state.record, state.row = None, None
        _name_lots(state, header, head, lotted)
    state.named = None
    carried = waits_overleaf(state, header, again)
    state.waiting = [name] if name is not None else carried
    state.names = names_of(below, header)
    if header.kind == "holdings":
        state.block, state.titled = None, name is not None
    _warn_of_unnamed(state, printed, lines)


def _is_not_held(title: str, line: Line | None) -> bool:
    """Whether a title, or a part of it that stands apart, says that what it lists is no holding."""
    parts = [text_of(run) for run in phrases(line.words, 1.0)] if title and line is not None else []
    return any(map(is_not_held, (title, *parts)))


def _meant(state: Open, header: Header, below: Sequence[Line], title: str) -> Header:
    """The head as what stands above it makes it: one of cash, of transactions, or of contracts that are held."""
    if header.kind == "other" and header.has("value") and state.over_cash(below):
        return as_cash(header)
    if header.kind in ("holdings", "lots") and header.has("amount") and not header.has("value") and says_moves(title):
        return _as_moves(header)
    if not state.over_contracts(header):
        return header
    held = replace(as_cash(header) if state.over_dated_contracts(header) else header, kind="holdings")
    return without_contracts(held) if state.account else held


def _as_moves(header: Header) -> Header:
    """The head as that of transactions: a first column without a meaning is the day."""
    first, *rest = header.columns
    if first.role in (None, "other") and not any(map(header.has, DATES)):
        first = replace(first, role="date")
    return replace(header, kind="activity", columns=(first, *rest))


def _open_moves(state: Open, header: Header, title: str, moved: dict[str, Cell], again: bool) -> None:
    """The one security of a table of transactions, whose name is no heading then; and whether it is one of sweeps."""
    state.moved = moved
    if moved and state.last_line is not None:
        state.unsaid(state.last_line)
    symbol = moved["symbol"].text if "symbol" in moved else symbol_in(title)
    swept = (says_sweeps(title) and (not moved or is_sweep("", title, symbol))) or (state.swept and again)
    state.swept = header.kind == "activity" and swept


def _name_lots(state: Open, header: Header, head: Line, moved: Record | None) -> None:
    """The security named above a table of lots of its own, or whose transactions stand there, is that of the lots."""
    if header.kind != "lots" or state.outer is not None:
        return
    named = named_above(state.named, state.last_line, state.tables) if state.named is not None else None
    if named is None and not any(map(header.has, NAMES)):
        named, state.issuer = told_by_labels(state.issuer, head, state.tables) or moved, {}
    if named is not None or state.named is not None:
        state.record = named
    state.events.extend([named] if named is not None else [])


def _title_over_sentence(lines: Sequence[Line], head: int) -> str:
    """The title over a sentence that stands right over a head, `Core Fund Activity`; empty where no sentence does."""
    for at in range(head - 1, max(head - 1 - MOST_OF_SENTENCE, 0), -1):
        if lines[at + 1].top - lines[at].bottom > NEAR_HEAD * lines[at].size:
            return ""
        title, sentence = lines[at - 1], lines[at:head]
        short = len(title.words) <= LONGEST_TITLE and not title.text.endswith((".", ","))
        if short and sentence[-1].text.endswith(".") and len(sentence[0].words) > LONGEST_TITLE:
            return title.text
    return ""


def _warn_of_unnamed(state: Open, header: Header, lines: Sequence[Line]) -> None:
    """What a head leaves unsaid: a column of money under words that say nothing may be the cost, and is not proven.

    Only the rows down to the next head are those of the column.
    """
    first, head = header.last + 1, lines[header.first]
    held = state.header.columns if state.header is not None and state.header.kind == "holdings" else ()
    if are_awards([column.label for column in held if column.role in NAMES]):
        told = "the rows name awards, and nothing tells of which stock"
        state.events.append(Trouble(told, Where(head.page, None, span(head.words)), unread=True))
    if header.guessed:
        state.events.append(Trouble(header.guessed, Where(head.page, None, span(head.words)), unread=True))
    if not unnamed_money(header, lines[first:]):
        return
    ends = (at for at in range(first, len(lines)) if find_header(lines, at) is not None)
    if label := unnamed_money(header, lines[first : next(ends, len(lines))]):
        told = f"the column '{label}' holds amounts, and nothing tells what they are"
        state.events.append(Trouble(told, Where(head.page, None, span(head.words)), unread=True))
