"""Heads whose words say nothing known, found by what stands under them: columns of figures that multiply out.

A line or two of words apart over rows of figures is a head where quantity x price = value on the rows, whatever it
says. Value - cost = gain names two columns more, quantity x unit cost = cost another two; names, tickers and
identifiers are known by their shape. Heads that are understood keep what they say.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from core.ingest.heads.assign import Token, assign, tokens_of
from core.ingest.heads.bands import stacks
from core.ingest.heads.column_roles import kind_of_table
from core.ingest.heads.columns import columns_of
from core.ingest.lexicon.amounts import half_step, read_amount
from core.ingest.lexicon.dates import is_date, is_period, read_date
from core.ingest.lexicon.figures import DEBT, UNITS, likely_units, ties
from core.ingest.lexicon.identifiers import CUSIP, ISIN, is_ticker
from core.ingest.lexicon.vocabulary import NUMBERS
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, phrases

MOST_HEAD, LEAST_COLUMNS, REACH, NEAR, MOST_ROWS, LEAST = 4, 3, 4, 6, 24, 2
SHARE = Decimal("0.7")
SMALLEST, LARGEST, SPREAD = Decimal("0.1"), Decimal(10), Decimal("1.4")
A_QUARTER = timedelta(days=100)
MONEY = re.compile(r"\(?-?\$?\(?-?\d{1,3}(?:,\d{3})+\.\d\d\)?-?")
Numbers = dict[int, Decimal]


def evident_header(lines: Sequence[Line], at: int) -> Header | None:
    """The head that begins with line `at` by the evidence of the rows under it, or None."""
    found: Header | None = None
    for height in range(1, MOST_HEAD + 1):
        band = lines[at : at + height]
        if len(band) < height or not _may_be_head(band):
            break
        widest = max(len(phrases(line.words)) for line in band)
        if widest < LEAST_COLUMNS or not stacks(band) or not _figures_follow(lines, at + height):
            continue
        header = _named(Header("other", columns_of(band), at, at + height - 1), lines[at + height :])
        if header is not None and (found is None or _known(header) >= _known(found)):
            found = header
    return found


def _may_be_head(band: Sequence[Line]) -> bool:
    """Whether lines close to one another hold words and no amounts."""
    last = band[-1]
    if len(band) > 1 and last.top - band[-2].bottom > 0.9 * last.size:
        return False
    words = [word.text for word in last.words]
    amounts = [text for text in words if read_amount(text) is not None and not is_date(text) and not text.isdigit()]
    return not amounts and not is_period(last.text) and not any(text.endswith(":") for text in words)


def _figures_follow(lines: Sequence[Line], at: int) -> bool:
    return any(sum(read_amount(word.text) is not None for word in line.words) >= 3 for line in lines[at : at + REACH])


def _known(header: Header) -> int:
    return len({column.role for column in header.columns} - {None, "other"})


def _named(header: Header, below: Sequence[Line]) -> Header | None:
    """The header with roles by arithmetic and shape; None where they do not make a table of holdings."""
    roles = [column.role for column in header.columns]
    blank = tuple(replace(column, role=column.role if column.role in NUMBERS else None) for column in header.columns)
    taken = [cells for line in below[:MOST_ROWS] if (cells := assign(tokens_of(line.words, blank), blank).cells)]
    rows = [numbers for cells in taken if len(numbers := _numbers(cells)) >= 3]
    triple = _triple(roles, rows)
    near = [_numbers(assign(tokens_of(line.words, blank), blank).cells) for line in below[:NEAR]]
    if triple is None or not any(_multiplies([row], *triple) for row in near if set(triple) <= set(row)):
        return None
    roles = _with(roles, dict(zip(triple, ("quantity", "price", "value"), strict=True)))
    roles = _with(roles, _differences(roles, rows, triple[2]))
    roles = _with(roles, _unit_cost(roles, rows, triple[0]))
    roles = _with(roles, _lone_cost(roles, rows, triple[2]))
    roles = _with(roles, _shapes(roles, [cells for cells in taken if set(triple) <= set(cells)]))
    roles = _with(roles, _days(roles, taken))
    if kind_of_table(roles) != "holdings" or not {"description", "symbol", "cusip", "isin", "identifier"} & set(roles):
        return None
    columns = tuple(replace(column, role=role) for column, role in zip(header.columns, roles, strict=True))
    return replace(header, kind="holdings", columns=columns)


def _with(roles: Sequence[str | None], given: dict[int, str]) -> list[str | None]:
    return [given.get(place, role) for place, role in enumerate(roles)]


def _numbers(cells: dict[int, Token]) -> Numbers:
    read = {place: read_amount(token.text) for place, token in cells.items() if token.kind == "number"}
    return {place: amount.value for place, amount in read.items() if amount is not None and not amount.percent}


def _places(roles: Sequence[str | None], role: str) -> list[int]:
    """Where a role may stand: where a head says so, else in every column whose head says nothing."""
    own = [place for place, one in enumerate(roles) if one == role]
    return own or [place for place, one in enumerate(roles) if one is None]


def _triple(roles: Sequence[str | None], rows: Sequence[Numbers]) -> tuple[int, int, int] | None:
    """The places of quantity, price and value: those that multiply out, of several the ones worth most."""
    places = [_places(roles, role) for role in ("quantity", "price", "value")]
    best: dict[tuple[int, ...], tuple[Decimal, tuple[int, int, int]]] = {}
    for quantity, price, value in itertools.product(*places):
        if len({quantity, price, value}) < 3 or not _multiplies(rows, quantity, price, value):
            continue
        worth = sum((abs(row.get(value, Decimal(0))) for row in rows), Decimal(0))
        key = tuple(sorted((quantity, price, value)))
        if key not in best or _is_quantity(rows, quantity, price):
            best[key] = (worth, (quantity, price, value))
    found = sorted(best.values(), reverse=True)
    if len(found) > 1 and "value" not in roles:
        found = [one for one in found if _has_gain(roles, rows, one[1][2])] or found
    return found[0][1] if found and (len(found) == 1 or found[1][0] * 5 < found[0][0] or "value" in roles) else None


def _multiplies(rows: Sequence[Numbers], quantity: int, price: int, value: int) -> bool:
    full = [(row[quantity], row[price], row[value]) for row in rows if {quantity, price, value} <= set(row)]
    good = sum(1 not in (q, p) and bool(q and p and v) and any(ties(q, p, u, v) for u in UNITS) for q, p, v in full)
    return good >= min(LEAST, len(rows)) and good > 0 and good >= SHARE * len(full)


def _is_quantity(rows: Sequence[Numbers], quantity: int, price: int) -> bool:
    """Whether the first of two factors is the units: by the places printed, by whole numbers, else the left one.

    Units are printed whole or to three places and more, money to two: `12.345 x 25.00` is no 25 units at 12.345.
    """
    likely = [likely_units([row[place] for row in rows if place in row]) for place in (quantity, price)]
    if likely[0] != likely[1]:
        return likely[0] > likely[1]
    whole = [
        sum(row[place] == row[place].to_integral_value() for row in rows if place in row) for place in (quantity, price)
    ]
    return whole[0] > whole[1] or (whole[0] == whole[1] and quantity < price)


def _has_gain(roles: Sequence[str | None], rows: Sequence[Numbers], value: int) -> bool:
    return bool(_differences(roles, rows, value))


def _differences(roles: Sequence[str | None], rows: Sequence[Numbers], value: int) -> dict[int, str]:
    """Places of cost and gain with value - cost = gain; empty where none tie."""
    costs = [place for place in _places(roles, "cost") if place != value]
    gains = [place for place in _places(roles, "gain") if place != value]
    for cost, gain in itertools.product(costs, gains):
        full = [(row[value], row[cost], row[gain]) for row in rows if {value, cost, gain} <= set(row)]
        good = sum(abs(v - c - g) <= half_step(v) + half_step(c) + half_step(g) and bool(c) for v, c, g in full)
        if cost != gain and good >= min(LEAST, len(rows)) and good and good >= SHARE * len(full):
            return {cost: "cost", gain: "gain"}
    return {}


def _unit_cost(roles: Sequence[str | None], rows: Sequence[Numbers], quantity: int) -> dict[int, str]:
    """Places of what was paid for a unit and for all: another product of the quantity."""
    if "unit_cost" in roles and "cost" in roles:
        return {}
    for unit, cost in itertools.product(_places(roles, "unit_cost"), _places(roles, "cost")):
        if unit != cost and quantity not in (unit, cost) and _multiplies(rows, quantity, unit, cost):
            return {unit: "unit_cost", cost: "cost"}
    return {}


def _lone_cost(roles: Sequence[str | None], rows: Sequence[Numbers], value: int) -> dict[int, str]:
    """The one column of money left over is what was paid: of the size of the value, and unlike it from row to row."""
    left = [
        place
        for place, role in enumerate(roles)
        if role is None and 10 * sum(place in row for row in rows) >= 7 * len(rows)
    ]
    if "cost" in roles or len(left) != 1:
        return {}
    shares = [row[left[0]] / row[value] for row in rows if left[0] in row and row.get(value)]
    alike = len(shares) > LEAST and min(shares) > SMALLEST and max(shares) < LARGEST
    return {left[0]: "cost"} if alike and max(shares) > SPREAD * min(shares) else {}


def _shapes(roles: Sequence[str | None], rows: Sequence[dict[int, Token]]) -> dict[int, str]:
    """Names, tickers and identifiers by how they look; the longest texts are the names."""
    found: dict[int, str] = {}
    longest = (0.0, -1)
    for place in (place for place, role in enumerate(roles) if role is None):
        texts = [cells[place].text for cells in rows if place in cells and cells[place].kind in ("text", "name")]
        if not texts or 2 * len(texts) < len(rows):
            continue
        shape = next((role for role, fits in SHAPES if all(fits(text) for text in texts)), None)
        if shape is not None and shape not in (*roles, *found.values()):
            found[place] = shape
        else:
            longest = max(longest, (sum(map(len, texts)) / len(texts), place))
    named = "description" in roles or longest[1] < 0
    return found if named else {**found, longest[1]: "description"}


def _days(roles: Sequence[str | None], rows: Sequence[dict[int, Token]]) -> dict[int, str]:
    """A column of days is that of purchases; of maturities where the names are those of debts.

    Days that lie close together are those of a list of transactions: their table is none of holdings.
    """
    for place in (place for place, role in enumerate(roles) if role is None):
        found = [(read_date(cells[place].text), cells) for cells in rows if place in cells]
        days = [(day, cells) for day, cells in found if day is not None]
        if len(days) < LEAST or 2 * len(days) < len(found):
            continue
        if max(day for day, _ in days) - min(day for day, _ in days) < A_QUARTER:
            return {roles.index("value"): "amount", place: "date"}
        debts = sum(
            any(DEBT.search(token.text) for token in cells.values() if token.kind == "text") for _, cells in days
        )
        role = "maturity" if 2 * debts > len(days) else "acquired"
        return {place: role} if role not in roles else {}
    return {}


def unnamed_money(header: Header, below: Sequence[Line]) -> str:
    """The head of a column of money that nothing names, in a table that tells no cost; empty where there is none."""
    if header.kind != "holdings" or header.has("cost"):
        return ""
    columns = header.columns
    taken = [assign(tokens_of(line.words, columns), columns).cells for line in below[:MOST_ROWS]]
    values = [place for place, column in enumerate(columns) if column.role == "value"]
    full = [cells for cells in taken if any(place in cells for place in values)]
    open_places = [
        place
        for place, column in enumerate(columns)
        if column.role is None
        and 2 * sum(_is_money(cells.get(place)) for cells in full) > max(len(full), 2 * LEAST - 1)
    ]
    parts = values and all(_adds_up(_numbers(cells), open_places, values[0]) for cells in full)
    return "" if not open_places or (parts and len(open_places) > 1) else columns[open_places[0]].label


def _is_money(token: Token | None) -> bool:
    return token is not None and MONEY.fullmatch(token.text) is not None


def _adds_up(row: Numbers, places: Sequence[int], value: int) -> bool:
    """Whether the columns are parts of the value, as sources of money in a plan are; a row without them is a sum."""
    known = [row[place] for place in places if place in row]
    return not known or abs(sum(known, Decimal(0)) - row.get(value, Decimal(0))) <= Decimal("0.02")


SHAPES = (
    ("isin", lambda text: ISIN.fullmatch(text) is not None),
    ("cusip", lambda text: CUSIP.fullmatch(text) is not None and any(map(str.isdigit, text))),
    ("symbol", is_ticker),
)
