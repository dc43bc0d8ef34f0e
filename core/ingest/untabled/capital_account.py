"""The capital account of a partner in one private fund, told in labels: what it is worth, committed, called, unfunded.

The ending capital is the total of the account where the statement proves it: what it began with and all that moved it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.ingest.lexicon.dates import read_as_of, read_date
from core.ingest.lexicon.figures import read
from core.ingest.lexicon.lock_ups import LOCK
from core.ingest.lexicon.pairs import Pair, pairs_of, place_of
from core.ingest.lexicon.vocabulary import known_role
from core.ingest.nouns.events import Cell, Event, Fact, Record
from core.ingest.nouns.words import Line, span

PRIVATE = ("commitment", "called", "unfunded")
COMMITTED = (
    (
        "unfunded",
        r"(?:remaining |total |net |your |current |ending |closing )*(?:unfunded|uncalled|undrawn)(?: capital)?"
        r"(?: commitments?)?(?: (?:amount|balance))?|(?:remaining|outstanding|available)(?: capital)? commitments?",
    ),
    (
        "called",
        r"(?:less:? )?(?:total |cumulative )*(?:capital |paid[- ]in )*(?:contributions?|contributed|called|drawn|calls)"
        r" (?:to date|since inception)|(?:total |cumulative )?paid[- ]in(?: capital)?",
    ),
    (
        "commitment",
        r"(?:total |original |initial |your |partner'?s'? )*(?:capital |subscription )?commitments?(?: amount)?",
    ),
)
LESS = re.compile(r"less\b", re.I)
CONTRIBUTED = re.compile(r"(?:total |cumulative )*(?:capital )?contributions?", re.I)
BEGINNING = re.compile(r"(?:beginning|opening)\b.*\b(?:capital|net asset value|nav|balance)\b", re.I)
ENDING = re.compile(
    r"(?:ending|closing|current)\b(?!.*\bgross\b).*\b(?:capital|net asset value|nav)\b|"
    r"(?:partners?'? )?capital account (?:balance|value)|"
    r"net asset value\b|\bnav\b",
    re.I,
)
FUND_LABEL = re.compile(r"(?:fund|partnership|investment|company)(?: name)?\s*:\s*(\S.{3,80})$", re.I)
NO_NAME = re.compile(r"\bstatement\b|capital account|report\b|:|\bquarter\b|\bperiod\b|\d[/-]\d|, \d{4}", re.I)
TOTAL_RANK = 5
LEAST_MOVES = 2


def capital_account(lines: Sequence[Line]) -> list[Event]:
    """The one private fund of a page: its ending capital, and what was committed, called and is still unfunded."""
    cells: dict[str, Cell] = {}
    pairs = [pair for line in lines for pair in pairs_of(line)]
    for pair in pairs:
        role = capital_role(pair.label)
        if role is not None and len(pair.amounts) == 1:
            cells.setdefault(role, _taken(pair))
        elif ENDING.match(pair.label):
            cells["value"] = pair.amounts[0]
    for line in lines:
        if read_as_of(line.text):
            cells.setdefault("nav_date", Cell(line.text, span(line.words)))
        if LOCK.search(line.text) and read_date(line.text):
            cells.setdefault("lock_until", Cell(line.text, span(line.words)))
    name = _fund_name(lines)
    if name is None or "value" not in cells or not set(PRIVATE) & set(cells):
        return []
    cells.update(_contributed(pairs, cells))
    fund = Record("holdings", {"description": Cell(name.text, span(name.words)), **cells}, place_of(name))
    return [fund, *_proven_total(pairs, cells["value"], name)]


def capital_role(label: str) -> str | None:
    """What a label tells of a commitment: `Total capital commitment`, `Remaining unfunded commitment`; else None."""
    role = known_role(label)
    plain = label.strip(" :*").replace("’", "'")
    return role if role in PRIVATE else next((one for one, way in COMMITTED if re.fullmatch(way, plain, re.I)), None)


def _taken(pair: Pair) -> Cell:
    """The amount of a label; one that is printed below zero behind `Less:`, as it is taken off, without its sign."""
    (amount,) = pair.amounts
    return replace(amount, text=amount.text.strip("()-−– ")) if LESS.match(pair.label) else amount


def _contributed(pairs: Sequence[Pair], cells: dict[str, Cell]) -> dict[str, Cell]:
    """Bare contributions are what was called where they and what is unfunded make up the commitment."""
    committed, unfunded = (read(cells.get(role)) for role in ("commitment", "unfunded"))
    if "called" in cells or committed is None or unfunded is None:
        return {}
    told = [pair.amounts[0] for pair in pairs if len(pair.amounts) == 1 and CONTRIBUTED.fullmatch(pair.label)]
    tying = [cell for cell in told if (one := read(cell)) and one.value + unfunded.value == committed.value]
    return {"called": tying[0]} if tying else {}


def _proven_total(pairs: Sequence[Pair], ending: Cell, name: Line) -> list[Event]:
    """The ending capital as the account's total, where a column of movements from the beginning adds up to it."""
    starts = [place for place, pair in enumerate(pairs) if BEGINNING.match(pair.label)]
    ends = [place for place, pair in enumerate(pairs) if ENDING.match(pair.label)]
    if not starts or not ends or ends[-1] - starts[0] <= LEAST_MOVES:
        return []
    moved = [_by_column(pair, pairs[ends[-1]]) for pair in pairs[starts[0] : ends[-1]]]
    value = read(ending)
    for place, last in enumerate(read(cell) for cell in pairs[ends[-1]].amounts):
        summed = sum((row.get(place, Decimal(0)) for row in moved), Decimal(0))
        if value is not None and last is not None and last.value == value.value == summed:
            return [Fact("total", pairs[ends[-1]].label, place_of(name), value.value, rank=TOTAL_RANK)]
    return []


def _by_column(pair: Pair, heads: Pair) -> dict[int, Decimal]:
    """The amounts of a line by the column that they stand in, flush with the amounts of the last line."""
    ends = [cell.box[2] for cell in heads.amounts if cell.box is not None]
    found: dict[int, Decimal] = {}
    for cell in pair.amounts:
        amount = read(cell)
        if amount is not None and cell.box is not None and ends:
            right = cell.box[2]
            found[min(range(len(ends)), key=lambda place: abs(ends[place] - right))] = amount.value
    return found


def _fund_name(lines: Sequence[Line]) -> Line | None:
    """The line that names the fund: labelled, else the largest type on the page that is no title of a form."""
    labelled = next((line for line in lines if FUND_LABEL.match(line.text)), None)
    if labelled is not None:
        start = next(place for place, word in enumerate(labelled.words) if word.text.endswith(":")) + 1
        return Line(labelled.page, labelled.words[start:])
    named = [line for line in lines if not NO_NAME.search(line.text) and not pairs_of(line)]
    return max(named, key=lambda line: line.size, default=None)
