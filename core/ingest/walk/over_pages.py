"""The lines of one security on two pages: the first wait for the figures overleaf, the last go back to it."""

import re
from collections.abc import Sequence

from core.ingest.lexicon.asset_kinds import BOND_TERMS
from core.ingest.lexicon.contracts import tells_terms
from core.ingest.lexicon.identifiers import labelled, symbol_in
from core.ingest.lexicon.sections import CONTINUED, OF_ONE_SECURITY, section_key
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Heading, Record, Total
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line
from core.ingest.rows.block_lines import ACCRUED, add_detail
from core.ingest.rows.rows import PAGE_NUMBER

MOST = 6
"""No security has more lines over its figures."""
SHORT = 4
"""So many marks has a name at least."""
FEW_BELOW = 3
"""So many lines stand from the number of a page to its end."""
ACCRUED_ALONE = re.compile(rf"(?:(?:plus|add|total)\W+)?{ACCRUED.pattern}\W*", re.I)
OF_DEBT = re.compile(
    r"\bcusip\b|\bmoody|\bs ?& ?p\b|\brating|\bcallable\b|\bcall\b|\bcoupon\b|\bmatur|\bdated?\b|\bdtd\b|\baccr|\d%|"
    r"\bsecurity (?:identifier|id)\b|\bfactor\b|\bint(?:erest|\.)? (?:is )?(?:paid|payable)\b",
    re.I,
)
ASIDE = re.compile(
    r"(?:non-?\s?)?callable\b|next (?:call|put)\b|(?:put|call)(?:able)? (?:on|at|date)\b|coupon (?:paid|payable|freq)|"
    r"int(?:erest|\.)? (?:is )?(?:paid|payable)\b",
    re.I,
)
"""What begins a line that tells more of a bond above it, and is no name of the next."""


def is_foot(lines: Sequence[Line], at: int) -> bool:
    """Whether a line numbers the page and is one of the last on it: the table above may go on overleaf."""
    return PAGE_NUMBER.search(lines[at].text) is not None and len(lines) - at <= FEW_BELOW


def is_left(state: Open, line: Line) -> list[Line]:
    """The lines at the foot of the page before that a line repeats and says to go on, `QUILL HARBOR CORP (cont.)`."""
    plain = " ".join(CONTINUED.sub("", line.text).split())
    if plain == " ".join(line.text.split()) or len(plain) < SHORT:
        return []
    named = (at for at, one in enumerate(state.left) if one.text.startswith(plain) or plain.startswith(one.text))
    at = next(named, None)
    return [] if at is None else state.left[at:]


def begins_again(state: Open, line: Line) -> bool:
    """Whether a line repeats the name that stands over no row at the foot of the page before: that waits again."""
    left = is_left(state, line)
    if not left:
        return False
    state.waiting, state.carried, state.left = left, [], []
    return True


def for_next_page(state: Open) -> list[Line]:
    """The lines that wait at the foot of a page and tell of a security, whose figures stand overleaf."""
    state.left = [*state.waiting]
    lines = state.waiting[-MOST:]
    held = state.header is not None and state.header.kind in ("holdings", "lots")
    told = any(_tells_security(line.text) for line in lines)
    return lines if held and told and len(state.waiting) <= MOST else []


def _tells_security(text: str) -> bool:
    """Whether a line has an identifier, the symbol in brackets, or the terms of a bond or a contract."""
    return bool(labelled(text) or symbol_in(text) or BOND_TERMS.search(text)) or tells_terms(text)


def waits_overleaf(state: Open, header: Header, again: bool) -> list[Line]:
    """The lines of the page before that wait for the first row under a head: where it repeats the one above them."""
    lines = state.carried if again and header.kind in ("holdings", "lots") else []
    state.carried = []
    return lines


def goes_back(state: Open, line: Line) -> bool:
    """Whether a line over the first row of a page ends the security before, which lacks what it tells; added to that.

    An identifier or the interest accrued behind its label, `CUSIP: 495467B92`; terms and ratings may stand before it.
    Interest alone on its line is that of the security before on one page too, below its lots and their sum.
    """
    alone = ACCRUED_ALONE.fullmatch(line.text) is not None
    last = _last_security(state, with_lots=False)
    if alone and (last is None or not _is_overleaf(last, line)):
        last = _last_security(state, with_lots=True)
    if last is None or state.carried:
        return False
    overleaf = _is_overleaf(last, line)
    if not (overleaf or alone) or not all(OF_DEBT.search(one.text) for one in [*state.waiting, line]):
        return False
    if not overleaf and any(_tells_security(one.text) and not ASIDE.match(one.text) for one in state.waiting):
        return False
    if not _lacks(last, line.text):
        return False
    for one in [*state.waiting, line]:
        add_detail(last, one.text, one)
    state.waiting = []
    return True


def left_overleaf(state: Open, line: Line) -> Record | None:
    """The security at the end of the page before, without lots so far, where nothing of it stands over a line here."""
    last = _last_security(state, with_lots=False)
    first = state.record is None and not state.waiting
    return last if first and last is not None and _is_overleaf(last, line) else None


def _is_overleaf(row: Record, line: Line) -> bool:
    return row.where.page is not None and row.where.page < line.page


def _last_security(state: Open, with_lots: bool) -> Record | None:
    """The security right before, perhaps with its lots and their sum; None behind a sum of several."""
    for event in reversed(state.events):
        if isinstance(event, Total) and not (with_lots and section_key(event.name) in OF_ONE_SECURITY):
            return None
        if isinstance(event, Heading) and with_lots and not event.again:
            return None
        if isinstance(event, Record) and not (with_lots and event.kind == "lots"):
            return event if event.kind == "holdings" else None
    return None


def _lacks(row: Record, text: str) -> bool:
    """Whether a text tells an identifier of a kind that a row has none of, or interest accrued where it has none."""
    told = labelled(text)
    texts = [cell.text for role, cell in row.cells.items() if role == "description"]
    held = {*row.cells, *labelled(" ".join([*texts, *row.details]))}
    accrued = ACCRUED.match(text) is not None and "accrued" not in held
    return accrued or (bool(told) and "cusip" in told and not {"cusip", "isin", "symbol"} & held)
