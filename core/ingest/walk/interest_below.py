"""Interest that has accrued on a bond, right under its value, where no head says so.

`NEWLAND FINANCE CORP SR NOTE   25,000   92.677   $23,169.25` over `4.875% 02/15/2027   $115.10`: no more than what the
bond bears in half a year, which is how often it is paid; a row with as little would be worth next to nothing.
"""

import re
from decimal import Decimal

from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.figures import read
from core.ingest.lexicon.vocabulary import DATES, NAMES
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Record
from core.ingest.nouns.words import Word
from core.ingest.rows.block_lines import add_detail
from core.ingest.rows.rows import Row

NEAR = 0.9
RATE = re.compile(r"(?<![\d.])(\d{1,2}(?:\.\d{1,5})?) ?%")
TERMS = re.compile(r"(?:\d[\d./-]*%?|due|mat\w*|cpn|coupon|[a-z]{3} \d{1,2},? \d{4}|[\s.,:;-])+", re.I)
PER_YEAR = 2
OVER_A_PERIOD = Decimal("1.01")
"""A period may be a day or two longer than half a year."""


def takes_interest(state: Open, row: Row) -> bool:
    """Whether a line under a bond prints its interest alone, which the bond takes with the words beside it."""
    bond = state.record
    if bond is None or not _is_under_bond(state, row, bond) or row.spare:
        return False
    if set(row.cells) - {*NAMES, *DATES} != {"value"} or bond.cells["value"].box is None:
        return False
    words = _words_before(row)
    told = " ".join(word.text for word in words)
    first = state.row.line.text if state.row is not None else ""
    if not _goes_on(told, bond, _texts(bond), first) or not _is_of_half_a_year(
        row, bond, _rates([*_texts(bond), told], first)
    ):
        return False
    bond.cells["accrued"] = row.cells["value"]
    if words:
        add_detail(bond, told, row.line)
    return True


def _is_under_bond(state: Open, row: Row, bond: Record) -> bool:
    """Whether the row stands right under one that tells units and value, and no interest so far."""
    above = state.last_line
    if state.header is None or state.header.kind != "holdings" or state.waiting or above is None or state.row is None:
        return False
    near = above.page == row.line.page and 0 <= row.line.top - above.bottom < NEAR * row.line.size
    own = state.row.line is above and state.row.kind == "record" and bond.kind == "holdings"
    return near and own and {"quantity", "value"} <= set(bond.cells) and "accrued" not in bond.cells


def _words_before(row: Row) -> list[Word]:
    box = row.cells["value"].box
    return [word for word in row.line.words if box is not None and word.x1 < box[0]]


def _texts(bond: Record) -> list[str]:
    return [*(bond.cells[role].text for role in NAMES if role in bond.cells), *bond.details]


def _goes_on(told: str, bond: Record, texts: list[str], first: str) -> bool:
    """Whether words beside the interest are the bond's: its terms alone, or the end of a name that has none so far.

    A day that is told is the one on which the bond is due, where a column tells that; a rate alone is the one that
    stands beside its figures, on the `first` line.
    """
    if TERMS.fullmatch(told) or not told:
        return True
    rates = RATE.findall(told)
    if not rates or RATE.search(" ".join(texts)):
        return False
    due, own = read_date(told), bond.cells.get("maturity")
    if due is None:
        return Decimal(rates[0]) in map(Decimal, RATE.findall(first))
    return own is not None and read_date(own.text) == due


def _rates(texts: list[str], first: str) -> set[Decimal]:
    """The rates that the words of a bond tell, or where they tell none the percentages on its first line."""
    return {Decimal(rate) for rate in RATE.findall(" ".join(texts)) or RATE.findall(first)}


def _is_of_half_a_year(row: Row, bond: Record, rates: set[Decimal]) -> bool:
    """Whether a figure is no more than what the face bears in half a year at the one rate that is told."""
    face, value, found = read(bond.cells["quantity"]), read(bond.cells["value"]), read(row.cells["value"])
    if len(rates) != 1 or face is None or value is None or found is None or found.percent:
        return False
    most = abs(face.value) * max(rates) / 100 / PER_YEAR * OVER_A_PERIOD
    return 0 < found.value <= most and found.value < abs(value.value)
