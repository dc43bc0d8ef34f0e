"""Lines in an open table that are no rows of their own: what they are instead, and what they add to a row above."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.accounts.draft import same_account
from core.ingest.heads.columns import lists_contracts
from core.ingest.lexicon.factors import only_tells_face
from core.ingest.lexicon.identifiers import bare_cusip
from core.ingest.lexicon.registrations import account_number, registration_of
from core.ingest.lexicon.vocabulary import NAMES, NUMBERS
from core.ingest.lines.facts import tells_account, total_rank
from core.ingest.lines.furniture import place_key
from core.ingest.lines.open_table import Open
from core.ingest.lines.page_heads import heads_page
from core.ingest.lines.spoken import facts_under, is_head_of_account, opening_number
from core.ingest.lines.standing import before_figures, is_gone
from core.ingest.lots.bare_days import take_bare_day
from core.ingest.lots.gains_by_term import take_other_term
from core.ingest.lots.two_costs import settle_cost
from core.ingest.nouns.events import Trouble, Where
from core.ingest.nouns.words import Line, phrases, span, text_of
from core.ingest.rows.block_lines import add_detail, is_aside, is_reinvested
from core.ingest.rows.lot_sentences import are_untold_lots, told_lots
from core.ingest.rows.rows import Row, read_row
from core.ingest.rows.side_rows import with_side
from core.ingest.walk.days_below import take_day_below
from core.ingest.walk.ends_of_holdings import take_end_of_holdings
from core.ingest.walk.ends_of_moves import take_end_of_moves
from core.ingest.walk.expiries import as_contract
from core.ingest.walk.heads_in_sections import take_section_with_heads
from core.ingest.walk.interest_below import takes_interest
from core.ingest.walk.moves_of_one import tells_of_moves
from core.ingest.walk.outlined_accounts import number_in_outline, told_by_title
from core.ingest.walk.outside import take_outside
from core.ingest.walk.plan_stock import names_plan
from core.ingest.walk.priced_names import is_priced_again
from core.ingest.walk.pushed_figures import put_right
from core.ingest.walk.row_meaning import (
    are_lots_above,
    is_side_of_lots,
    is_strange_head,
)
from core.ingest.walk.second_lines import (
    add_fraction,
    adjust,
    complete,
    completes,
    is_adjusted,
    is_other_cost,
    take_accrued,
    tells_cost,
    whole_of_fraction,
)
from core.ingest.walk.sums_below import take_sum_below
from core.ingest.walk.taking import take_note, take_product, take_told
from core.ingest.walk.titles_with_sums import take_title_with_sum

BEFORE_AMORTISED = re.compile(
    r"(?:orig(?:inal|\.)?|unadjusted) (?:total )?(?:cost|basis|cost basis):?\s+\$?[\d,]+\.\d\d", re.I
)
CARRIED = re.compile(
    r"(?:(?:(?:sub-?\s?|page )?totals?|balances?|amounts?) )?(?:carried|brought)[ -](?:forward|over|down|fwd)\b"
    r"(?: (?:to|from) (?:the )?(?:next|previous|prior|last) page)?",
    re.I,
)
"""What the rows so far are worth, at the foot of a page and again at the head of the next."""
NUMBER_LABEL = re.compile(r"(?:account|acct|contract)\b\.? ?(?:number|no\b|nbr|#)[.:]*", re.I)
NUMBERED = re.compile(NUMBER_LABEL.pattern + r" \S", re.I)
SHARE = re.compile(r"[(+−–-]*\d[\d,]*(?:\.\d+)? ?%[)−–-]?")
TRUST = re.compile(r"\btr(?:ust)?\b", re.I)
FORWARD = re.compile(r"\bbalance (?:brought |carried )?forward\b|\b(?:opening|beginning) balance\b", re.I)


def row_of(state: Open, line: Line) -> Row:
    """The line as a row of the open table, or of the table of holdings around a table of lots."""
    assert state.header is not None
    row = _as_total(as_contract(state, put_right(state, read_row(line, state.header))))
    row = with_side(row, state.header)
    if state.outer is not None and row.kind != "lot" and row.kind != "total":
        again = read_row(line, state.outer)
        if again.kind in ("record", "total"):
            state.header, state.outer, row = state.outer, None, again
    known = state.record is not None or are_lots_above(state) or bool(state.waiting)
    held = known and state.header.kind != "activity"
    reinvested = row.kind in ("record", "total") and held and is_reinvested(row.label)
    return replace(row, kind="lot") if reinvested or is_side_of_lots(state, row) else row


def _as_total(row: Row) -> Row:
    """The row, where it is a second line by its one figure's place and the account's worth by its label, as such."""
    if row.kind != "under" or len(row.under) != 1 or not total_rank(row.label):
        return row
    return replace(row, kind="record", cells={**row.cells, "value": next(iter(row.under.values()))}, under={})


def is_done(state: Open, row: Row) -> bool:
    """Whether a row says nothing of its own: sold, beside a security, or the second line of the row above."""
    if is_priced_again(state, row):
        return True
    if completes(state, row):
        complete(state, row)
        return True
    if takes_interest(state, row):
        return True
    if is_adjusted(state, row):
        adjust(state, row)
        return True
    if whole := whole_of_fraction(state, row):
        add_fraction(whole, row)
        return True
    if state.record is not None and tells_cost(state, row):
        state.record.cells["cost"] = row.cells["cost"]
        return True
    aside = (state.record is not None or state.closed is not None) and is_aside(row.label) and row.kind != "text"
    if take_sum_below(state, row):
        return True
    other = is_other_cost(state, row)
    if other:
        settle_cost(state, row.cells)
        take_accrued(state, row)
    if other and state.record is not None and "description" in row.cells:
        add_detail(state.record, row.cells["description"].text, row.line)
    return aside or is_gone(row) or other


def is_no_row(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether a line in a table is no row of it, and was read as what it is instead."""
    line = lines[at]
    listed = state.header is not None and lists_contracts(state.header)
    listed = listed or _is_trust_held(state, line) or _is_row_of_account(state, line)
    titled = None if listed else number_in_outline(state, lines, at)
    number = None if listed else state.begins(lines, at) or (titled if titled != state.account else None)
    if number is not None:
        told = told_by_title(state, lines, at)
        if told is None:
            state.end()
        state.begin(number, line)
        take_outside(state, line)
        state.events.extend(told or [])
    elif not listed and _is_of_account(state, line):
        state.end()
        take_outside(state, line)
    elif titled is not None and (told := told_by_title(state, lines, at)) is not None:
        state.events.extend(told)
    elif _is_of_page(state, line) or (state.record is None and tells_account(line)):
        take_outside(state, line)
    elif state.record is not None and (lots := told_lots(line.text)):
        take_told(state, lots, line)
    elif take_day_below(state, line) or take_bare_day(state, lines, at):
        return True
    elif _are_untold(state, line):
        unread_lots(state, line)
    elif tells_of_moves(state, line) or _adds_to_row(state, line) or _takes_other_table(state, lines, at):
        return True
    elif is_strange_head(state, line):
        state.end()
    elif state.header is not None and state.header.kind == "activity" and FORWARD.search(line.text):
        return row_of(state, line).kind == "text"
    else:
        return take_product(state, line)
    return True


def _are_untold(state: Open, line: Line) -> bool:
    """Whether a line under a security begins as one of lots, and is no row of one: `Lots: 05/04/2021 LT   120.000`."""
    begins = state.record is not None and are_untold_lots(line.text, len(phrases(line.words, 1.0)) == 1)
    return begins and row_of(state, line).kind != "lot"


def _is_row_of_account(state: Open, line: Line) -> bool:
    """Whether a line is a row of a table of holdings with a column of accounts: of a security, and whose it is."""
    if state.header is None or state.header.kind != "holdings" or not state.header.has("account"):
        return False
    row = read_row(line, state.header)
    named = any(role in row.cells for role in NAMES)
    return row.kind == "record" and named and {"account", "value"} <= set(row.cells)


def _is_trust_held(state: Open, line: Line) -> bool:
    """Whether a line tells units and worth of a trust by its CUSIP, which is no number of an account."""
    if state.header is None or not (TRUST.search(line.text) and bare_cusip(line.text)):
        return False
    return {"quantity", "value"} <= set(read_row(line, state.header).cells)


def _is_of_account(state: Open, line: Line) -> bool:
    """Whether a line is the head of another account, or tells its number behind a label."""
    return is_head_of_account(line, state.account) or _is_under_labels(state, line) or _tells_number(state, line)


def _tells_number(state: Open, line: Line) -> bool:
    """Whether a line below a table of balances or of transactions tells the number of an account behind its label;
    balances are names with a value alone.

    `Ines Calloway   Account number 0000 4003 3456 2 137`, whose first group is no balance; `Contract number  9930-118`.
    """
    if state.header is None or (state.header.kind in ("holdings", "lots") and state.header.has("price")):
        return False
    texts = [text_of(run) for run in phrases(line.words, 1.0)]
    beside = [f"{label} {text}" for label, text in itertools.pairwise(texts) if NUMBER_LABEL.fullmatch(label)]
    return any(NUMBERED.match(text) and account_number(text) is not None for text in (*texts, *beside))


def _is_carried(state: Open, line: Line) -> bool:
    """Whether a line in a table of what is held prints what is carried to the next page."""
    held = state.header is not None and state.header.kind != "activity"
    return held and CARRIED.fullmatch(before_figures(line).strip(" :.*")) is not None


def _is_of_page(state: Open, line: Line) -> bool:
    """Whether a line heads its page: with the day and the page, or the title of the open account with its number."""
    if heads_page(line, state.last_line):
        return True
    titled = registration_of(text_of(phrases(line.words, 1.0)[0])) is not None and not _is_row_of_account(state, line)
    return bool(state.account) and titled and opening_number(line) == state.account


def _takes_other_table(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether a line begins a section with heads of its own, or ends the table of transactions or of holdings."""
    ends = take_end_of_moves(state, lines, at) or take_end_of_holdings(state, lines, at)
    return ends or take_section_with_heads(state, lines, at) or take_title_with_sum(state, lines, at)


def _is_under_labels(state: Open, line: Line) -> bool:
    """Whether a line under the labels that every page repeats tells another number than that of the open account.

    `Account number | Period` over `INES CALLOWAY   4417-2093   June 1-30, 2026`, where that page is the account's only.
    """
    above = state.last_line
    if above is None or place_key(above) not in state.furniture or state.header is None or state.header.has("account"):
        return False
    told = [fact.text for fact in facts_under(line, above) if fact.kind == "account"]
    return bool(told) and not any(same_account(state.account, number) for number in told)


def _adds_to_row(state: Open, line: Line) -> bool:
    """Whether a line tells something more of the rows above: a gain of the other term, of a bond, in a note, what is
    carried to the next page; or but the plan that gave the rows below.
    """
    aside = _is_carried(state, line) or _are_shares(state, line)
    aside = aside or names_plan(state.header, line)
    return aside or take_other_term(state, line) or _is_of_debt(state, line) or take_note(state, line)


def _are_shares(state: Open, line: Line) -> bool:
    """Whether a line holds nothing but percentages under columns of figures, `(24.18%)` under a gain."""
    if state.header is None:
        return False
    figures = min((column.x0 for column in state.header.columns if column.role in NUMBERS), default=0.0)
    return line.words[0].x0 > figures and all(SHARE.fullmatch(word.text) for word in line.words)


def _is_of_debt(state: Open, line: Line) -> bool:
    """Whether a line under a bond tells its cost before amortisation, or its face and factor, which are added to it."""
    if state.row is None or state.record is None or not only_tells_face(line.text):
        return state.row is not None and BEFORE_AMORTISED.fullmatch(line.text) is not None
    add_detail(state.record, line.text, line)
    return True


def unread_lots(state: Open, line: Line) -> None:
    """Lots that are told under a security and not understood: its account is not proven without them."""
    told = f"the lots of the security above are not understood: '{line.text[:60]}'"
    state.events.append(Trouble(told, Where(line.page, None, span(line.words)), unread=True))
