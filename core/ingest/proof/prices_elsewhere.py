"""Prices away from what was read of a position: on its card or in a sentence, where only its lots are a table.

A figure is the price where it stands beside the units and the value of the position and makes the one of the other.
Where a price is told there that does not, or two are, the row is shown to a person.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from core.domain.statement import AssetType, Statement, StatementAccount, StatementLine
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.asset_kinds import BOND_TERMS, asset_type_of
from core.ingest.lexicon.figures import Figures, ties
from core.ingest.nouns.events import Cell, Record, Where
from core.ingest.nouns.words import Line
from core.ingest.proof.findings import findings
from core.ingest.proof.prove import prove
from core.ingest.proof.unowned import with_doubts

REACH = 3
"""So many lines above and below its units may the value and the price of a position stand."""
PRICE = re.compile(r"\b(?:price|nav|net asset value|unit value)\b|@|\bat \$", re.I)
UNITS = (Decimal(1), Decimal("0.01"), Decimal(100))
CENT = Decimal("0.01")
PLACES = -2
"""A figure of two decimals at least may make a value but for what they leave out; any other to the cent."""
CODE = "no_price"


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure on a page, by its line."""

    line: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of a page, and the texts of its lines."""

    figures: Sequence[Printed]
    texts: Sequence[str]


def with_prices_elsewhere(statement: Statement, pages: Sequence[Sequence[Line]]) -> Statement:
    """The statement; positions without a price have the one that is told beside their units and value on some page."""
    lacking = {line for account in statement.accounts for line in account.positions if _lacks_price(line)}
    if not lacking:
        return statement
    sheets = [_sheet(lines) for lines in pages]
    accounts = tuple(_priced(account, sheets) for account in statement.accounts)
    if accounts == statement.accounts:
        return statement
    told = [issue for account in accounts for issue in findings(account) if issue.code == CODE]
    issues = (*(issue for issue in statement.issues if issue.code != CODE), *told)
    return replace(statement, accounts=accounts, issues=issues)


def _lacks_price(line: StatementLine) -> bool:
    told = line.price is None and bool(line.quantity) and bool(line.market_value)
    return told and line.asset_type != "cash" and "price" not in line.doubts


def _sheet(lines: Sequence[Line]) -> Sheet:
    found = [
        Printed(at, abs(amount.value))
        for at, line in enumerate(lines)
        for word in line.words
        if (amount := read_amount(word.text.strip("@;,:"))) is not None and not amount.percent and amount.value
    ]
    return Sheet(found, [line.text for line in lines])


def _priced(account: StatementAccount, sheets: Sequence[Sheet]) -> StatementAccount:
    lines, doubts = list(account.positions), {}
    for place, line in enumerate(account.positions):
        if not _lacks_price(line):
            continue
        found = {one for sheet in sheets for one in _prices(line, sheet)}
        if len(found) == 1:
            price, unit = found.pop()
            lines[place] = replace(line, price=price, unit=unit, asset_type=_kind(line, unit))
        elif found or any(_tells_price(line, sheet) for sheet in sheets):
            doubts[place] = {"price": ""}
    if tuple(lines) != account.positions:
        account = prove(replace(account, positions=tuple(lines)))
    return with_doubts(account, doubts)


def _kind(line: StatementLine, unit: Decimal) -> AssetType:
    """What a position is: no debt where its price is that of one unit and its name tells no terms of a bond.

    The last heading over its lots is that of what was listed last, as `Fixed Income`.
    """
    if line.asset_type != "bond" or unit != 1 or BOND_TERMS.search(line.description):
        return line.asset_type
    cells = {"description": Cell(line.description), "quantity": Cell(str(line.quantity))}
    bare = Figures(line.quantity, None, None)
    return asset_type_of(Record("holdings", cells, Where()), bare, line.description, line.description, (), "")


def _near(line: StatementLine, sheet: Sheet) -> Iterator[tuple[Printed, Printed]]:
    """Where a page prints the units of a position with its value near: both."""
    for units in sheet.figures:
        if units.value != abs(line.quantity or 0):
            continue
        for value in sheet.figures:
            near = value is not units and abs(value.line - units.line) <= REACH
            if near and value.value == abs(line.market_value or 0):
                yield units, value


def _prices(line: StatementLine, sheet: Sheet) -> Iterator[tuple[Decimal, Decimal]]:
    """The figures near units and value that make the one of the other, with what one unit of the price is of."""
    assert line.quantity is not None and line.market_value is not None
    quantity, worth = abs(line.quantity), abs(line.market_value)
    for units, value in _near(line, sheet):
        for price in sheet.figures:
            if price is units or price is value or abs(price.line - units.line) > REACH:
                continue
            unit = next((unit for unit in UNITS if _makes(quantity, price.value, unit, worth)), None)
            if unit is not None:
                yield price.value, unit


def _makes(quantity: Decimal, price: Decimal, unit: Decimal, worth: Decimal) -> bool:
    exact = abs(quantity * price * unit - worth) <= CENT
    exponent = price.as_tuple().exponent
    return exact or (isinstance(exponent, int) and exponent <= PLACES and ties(quantity, price, unit, worth))


def _tells_price(line: StatementLine, sheet: Sheet) -> bool:
    """Whether a price is told on the lines of the units and the value of a position, in words."""
    return any(
        PRICE.search(sheet.texts[at])
        for units, value in _near(line, sheet)
        for at in range(min(units.line, value.line), max(units.line, value.line) + 1)
    )
