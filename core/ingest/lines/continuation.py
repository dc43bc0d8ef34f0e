"""Whether a line of text goes on with the row above it, or is the name of the row below: by distance, type, room."""

import re
from collections.abc import Mapping, Sequence

from core.ingest.lexicon.asset_kinds import BOND_TERMS, CASH_ALONE
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.identifiers import PAREN, is_identifier, labelled
from core.ingest.lexicon.sections import is_section_heading, is_sector
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.lines.facts import tells_total
from core.ingest.lines.open_table import Open
from core.ingest.lines.standing import (
    is_share,
    name_is_bold,
    stands_left_of,
    would_have_fitted,
)
from core.ingest.nouns.words import Line
from core.ingest.rows.rows import Row, read_row
from core.ingest.rows.security import NOTE

SPACING = 0.95
TIGHT, NEAR, MOVED = 0.35, 0.6, 1.6
NOTED = 2.2
"""How far from a row stands at most what tells more of it: a cell of three lines may end in two blank ones."""
SLACK = 0.15
"""What two gaps between lines may differ by in type sizes and be alike: a scan knows heights no better."""
SET_IN, MOST_SET_IN = 1.5, 4
"""How far the end of a name is set in at most, in type sizes, and how many words it has then."""
SMALL = re.compile(r"[a-z]{3}")
ENDS = re.compile(r"ETF|ETN|fund|bond|index|trust|notes?|adr|reit", re.I)
IDENTIFIED = re.compile(r"(?:cusip|isin)\s*[:#]", re.I)
"""How a line begins that identifies a security and tells more of it, `CUSIP: 123456789 Accrued Interest: 56.25`."""
LABEL = re.compile(
    r"(?:(?:(?:symbol|ticker|security (?:identifier|id))\s*[:#]|(?:cusip|isin)\s*[:#]?)\s*\S+|"
    r"(?:symbol|ticker)\s+(?-i:[A-Z]{1,5}(?:[./][A-Z])?)(?![\w]))"
    r"(?:\s+(?:moody\S*|s ?& ?p|rated|rating|coupon|exchange|sedol|isin|cusip|symbol)\b.*)?$",
    re.I,
)

NAME_WITH_LABEL = re.compile(
    r"(?!(?:security|cusip|isin|symbol|ticker)\b)[A-Z0-9][\w.,&'’/()-]* .*?"
    r"\b(?:security (?:identifier|id)|cusip|isin|symbol|ticker)\s*[:#]?\s*\S+$",
    re.I,
)
"""A name of a word or a few with its identifier behind it."""
ONLY_LABELS = re.compile(
    r"(?:\b(?:symbol|sym|ticker|cusip|isin)(?:\s+(?:no\b\.?|nbr\b|number\b))?\s*[:#]?\s*[0-9A-Z./]{1,12}[\s|,;·]*)+",
    re.I,
)
"""Identifiers with their labels and nothing else, `Symbol: QZAB`, `CUSIP No: 594918104`."""
OF_BOND = re.compile(
    r"(?:next )?call(?:able|ed)? (?:on |at |from )?(?:\d|@)|(?:int(?:erest)?|coupons?) (?:is )?(?:paid|payable|pays) |"
    r"(?:bond )?ratings?: |moody'?s?:? (?-i:[ABC]a{0,2}[1-3]?|NR|WR)\b|s ?& ?p:? (?-i:AAA|AA|A|BBB|BB|B|NR)[+-]?(?!\w)|"
    r"accrued (?:interest|int\.?):? \$?[\d,]*\d\.\d\d$",
    re.I,
)
"""How a line begins that tells more of a bond, and that no name of one does."""
TERMS = re.compile(r"\d{1,2}(?:\.\d+)? ?% (?:due |mat\w* )?\d{1,2}/\d{1,2}/\d{2,4}\b.*", re.I)
"""The coupon and the day of a bond on a line of their own."""
LONG_OR_SHORT = re.compile(r"(?:long|short) (?:positions|securities|holdings)", re.I)


def is_continuation(state: Open, line: Line, below: Line | None) -> bool:
    """Whether a line of text goes on with the name of the row above it."""
    if state.record is None or state.row is None or state.waiting or state.last_line is None:
        return False
    if _names_another(state, line) or tells_total(line.text):
        return False
    if line in state.beside or _labels_row(state, line) or _tells_of_bond(state, line):
        return True
    above = state.last_line
    if state.row.kind == "lot" and stands_left_of(line, state.row) and not NOTE.search(line.text):
        return False
    gap = line.top - above.bottom
    if line.page == above.page and _ends_name_below(state, line, above, gap):
        return True
    if line.page != above.page or gap > SPACING * line.size:
        return False
    if abs(line.size - above.size) > 0.06 * above.size and line.size > above.size:
        return False
    next_gap = below.top - line.bottom if below is not None else 1e9
    noted = below is not None and (
        _is_note(below.text) or _is_over_terms(line, below, gap) or _is_over_symbol(state, line, below, gap)
    )
    if is_share(line) and not line.bold and gap < TIGHT * line.size and abs(line.size - above.size) < 0.1:
        return True
    if (
        is_section_heading(line.text)
        and not noted
        and (_stands_apart(state, line, gap, next_gap) or _ends_names(state, line))
    ):
        return False
    return _belongs_above(state, line, below, gap, next_gap)


def _tells_of_bond(state: Open, line: Line) -> bool:
    """Whether a line close under a row tells more of a bond, `Callable 06/01/2031 @ 100.000`, however near the next."""
    above, row = state.last_line, state.row
    if above is None or row is None or row.kind != "record" or line.page != above.page or line.bold:
        return False
    return 0 <= line.top - above.bottom < NOTED * line.size and OF_BOND.match(line.text) is not None


def _ends_names(state: Open, line: Line) -> bool:
    """Whether a heading goes on with no name: one of a side of the account, or below a row of cash."""
    if LONG_OR_SHORT.fullmatch(line.text.strip(" :")):
        return True
    named = state.record.cells.get("description") if state.record is not None else None
    return named is not None and CASH_ALONE.fullmatch(named.text.strip()) is not None


def _is_note(text: str) -> bool:
    """Whether a line is one of identifiers, as stand under a name: `CUSIP 594918104`, `(QZAB)   CUSIP 594918104`."""
    begins = any(told.search(text) for told in (NOTE, LABEL)) or PAREN.match(text) is not None
    return PAREN.fullmatch(text) is not None or (bool(labelled(text)) and begins)


def goes_on_waiting(state: Open, line: Line) -> bool:
    """Whether a word or two go on with the name that waits right above them: `SHORT TREASURY BOND` over `ETF`.

    So do some words more that are set in a little, as no heading under a name is; of bold letters but the last word
    of a name.
    """
    above = state.waiting[-1] if state.waiting else None
    if above is None or above.page != line.page or line.bold != above.bold:
        return False
    if line.bold and ENDS.fullmatch(line.text) is None:
        return False
    gap, inset = line.top - above.bottom, line.words[0].x0 - above.words[0].x0
    if gap < 0 or abs(line.size - above.size) > 0.06 * line.size or len(above.words) < 2:
        return False
    if 1 < inset < SET_IN * line.size:
        return gap < NEAR * line.size and len(line.words) <= MOST_SET_IN
    return gap < TIGHT * line.size and abs(inset) < 1 and len(line.words) <= 2


def is_name_over_label(line: Line, below: Line | None) -> bool:
    """Whether a line in the language of headings stands right over `Symbol: QZAB`, set alike: a name or its end."""
    if below is None or below.page != line.page or LABEL.match(below.text) is None or line.bold != below.bold:
        return False
    near = 0 <= below.top - line.bottom < 0.6 * line.size and abs(line.size - below.size) < 0.06 * line.size
    return near and abs(line.words[0].x0 - below.words[0].x0) < 1


def is_long_name(lines: Sequence[Line], at: int) -> bool:
    """Whether a line as long as a sentence is the name of a security: its symbol or CUSIP stands right under it.

    Between them may stand the terms of a bond, `2.250% 06/01/27 B/E DTD 06/01/10`.
    """
    below = lines[at + 1 : at + 3]
    if below and BOND_TERMS.search(below[0].text) and not labelled(below[0].text):
        return _is_right_under(lines[at], below[0]) and len(below) > 1 and _identifies_name(*below)
    return bool(below) and _identifies_name(lines[at], below[0])


def _identifies_name(line: Line, below: Line) -> bool:
    """Whether a line right under another identifies by a label."""
    told = LABEL.match(below.text) or IDENTIFIED.match(below.text)
    return _is_right_under(line, below) and told is not None and bool(labelled(below.text))


def _is_right_under(line: Line, below: Line) -> bool:
    return below.page == line.page and 0 <= below.top - line.bottom < 0.6 * line.size


def _ends_name_below(state: Open, line: Line, above: Line, gap: float) -> bool:
    """Whether a word that could be a heading is the end of a name under a symbol: `Corporate Bond` over `ETF`.

    The name may have been moved up to its symbol, a line further.
    """
    assert state.row is not None
    moved = state.symbols_over and above is state.row.line
    tight = gap < (MOVED if moved else TIGHT) * line.size and abs(line.words[0].x0 - above.words[0].x0) < 1
    plain = not line.bold and not above.bold and abs(line.size - above.size) < 0.06 * line.size
    return (moved or above is not state.row.line) and tight and plain and ENDS.fullmatch(line.text) is not None


def _is_over_terms(line: Line, below: Line, gap: float) -> bool:
    """Whether a line stands as near to the row above as to terms of a bond below, as the end of its name does.

    `EMBER BANK USA  50,000  92.58` over `CERTIFICATE OF DEPOSIT` over `4.400% 02/18/27`.
    """
    told = TERMS.fullmatch(below.text) or OF_BOND.match(below.text)
    next_gap = below.top - line.bottom
    near = below.page == line.page and gap < NEAR * line.size and abs(next_gap - gap) < SLACK * line.size
    return near and told is not None


def _is_over_symbol(state: Open, line: Line, below: Line, gap: float) -> bool:
    """Whether a line stands as near to the row above as to a bare symbol below, and that row has none: its name ends.

    `EMBER BROAD HIGH  20.00  40.000` over `YIELD BOND ETF` over `QZBF`.
    """
    assert state.record is not None
    if not is_identifier(below.text) or below.page != line.page or abs(below.words[0].x0 - line.words[0].x0) > 1:
        return False
    tight = gap < NEAR * line.size and abs(below.top - line.bottom - gap) < SLACK * line.size
    return tight and not {"symbol", "cusip", "isin", "identifier"} & set(state.record.cells)


def _labels_row(state: Open, line: Line) -> bool:
    """Whether a line is `Symbol: QZAB` or the like, with or without ratings, and the row above has none: it is its."""
    assert state.record is not None and state.row is not None
    told = labelled(line.text) if LABEL.match(line.text) and line.page == state.row.line.page else {}
    held = {*state.record.cells, *labelled(" ".join(state.record.details))}
    return state.row.kind == "record" and bool(told) and not held & set(told)


def _names_another(state: Open, line: Line) -> bool:
    """Whether a line is a name with another identifier of the kind that the security above has: it opens the next."""
    assert state.record is not None
    told = labelled(line.text) if NAME_WITH_LABEL.match(line.text) else {}
    texts = [cell.text for role, cell in state.record.cells.items() if role in NAMES]
    held = {**labelled(" ".join([*texts, *state.record.details]))}
    held |= {role: state.record.cells[role].text for role in ("symbol", "cusip", "isin") if role in state.record.cells}
    filled = "value" in state.record.cells or (state.row is not None and state.row.kind == "lot")
    return filled and are_of_another(told, held)


def are_of_another(told: Mapping[str, str], held: Mapping[str, str]) -> bool:
    """Whether identifiers are those of another security: of a kind that is held too, and none is the same."""
    return bool(told.keys() & held.keys()) and not set(told.values()) & set(held.values())


def _stands_apart(state: Open, line: Line, gap: float, next_gap: float) -> bool:
    """Whether a line in the language of headings is one, and not the end of a wrapped name (`BOND ETF`).

    The name may be set in other letters than the symbol on the line over it; a sector in capitals goes on with none.
    """
    assert state.row is not None and state.last_line is not None
    above = state.last_line
    if line.text.isupper() and is_sector(line.text) and SMALL.search(state.row.line.text):
        return True
    if line.bold != (name_is_bold(above) if above is state.row.line else above.bold):
        return True
    if gap + SLACK * line.size < next_gap:
        return False
    return gap > 1.25 * next_gap + SLACK * line.size or would_have_fitted(line, state.row.line)


def _belongs_above(state: Open, line: Line, below: Line | None, gap: float, next_gap: float) -> bool:
    if below is None or state.header is None:
        return True
    heavy = line.bold and PAREN.fullmatch(line.text) is None
    if heavy and state.row is not None and not name_is_bold(state.row.line):
        return False
    row = read_row(below, state.header)
    if row.kind == "record" and "description" in row.cells and PAREN.match(row.cells["description"].text):
        return False
    if row.kind == "record" and _identifies_another(state, row):
        return False
    if state.names.above:
        return gap < next_gap
    if row.kind in ("record", "lot") and not any(name in row.cells for name in ("description", "symbol", "identifier")):
        if row.kind == "lot":
            return state.row is not None and (
                _is_whole(state.row) or (state.row.kind == "record" and gap < 0.6 * line.size)
            )
        return gap + 0.5 < next_gap
    return gap <= 1.3 * next_gap + 1


def _identifies_another(state: Open, row: Row) -> bool:
    """Whether a row of figures bears the CUSIP of another security for a name: its own name stands on the line above.

    `QUILL HARBOR FUND (QZAB)` over `CUSIP No: 594918104   40  10.50  420.00`.
    """
    assert state.record is not None
    label = row.cells["description"].text if "description" in row.cells else ""
    told = labelled(label) if ONLY_LABELS.fullmatch(label) else {}
    held = {role: cell.text for role, cell in state.record.cells.items() if role in NAMES}
    held |= labelled(" ".join(state.record.details))
    return "value" in state.record.cells and are_of_another(told, held)


def _is_whole(row: Row) -> bool:
    """Whether a row tells units and value of a security, and no one day: its lots follow, and no name of another."""
    dated = "acquired" in row.cells and read_date(row.cells["acquired"].text) is not None
    return row.kind == "record" and {"quantity", "value"} <= set(row.cells) and not dated
