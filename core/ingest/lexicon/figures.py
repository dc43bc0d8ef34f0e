"""The figures of a row, and the product that they make: quantity x price x unit = value, to the printed decimals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from core.domain.statement import AssetType, StatementLine
from core.ingest.lexicon.amounts import Amount, half_step, is_blank, read_amount
from core.ingest.lexicon.factors import factors_in
from core.ingest.nouns.events import Cell, Record, Total

UNITS = (Decimal(1), Decimal("0.01"), Decimal(100))
"""What quantity x price may be multiplied with: one, per hundred of face, a hundred to a contract."""

CENT = Decimal("0.01")
FACE = 1000
"""Bonds are held in whole thousands of face."""
CONTRACT = re.compile(r"\((\d{1,6})\s*SHS?\)", re.I)
SHARES = frozenset({"stock", "etf", "mutual_fund", "preferred"})
PENCE = frozenset({"GBP", "GBX", "GBp", "ILS", "ILA", "ZAR", "ZAC"})
FUND = re.compile(r"\bfunds?\b|\betfs?\b|\badmiral\b", re.I)
DEBT = re.compile(r"%|\d/\d|\b(?:notes?|nts?|bds?|debs?|debentures?|treas\w*|bills?|rev|muni\w*|cds?|due)\b", re.I)


def read(cell: Cell | None, comma: bool = False) -> Amount | None:
    """The number in a cell, or None where it holds none."""
    return None if cell is None else read_amount(cell.text, comma)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a row is told by: its units, the price of one, and what they are worth; each None where it is no number."""

    quantity: Decimal | None
    price: Decimal | None
    value: Decimal | None

    @property
    def has_units(self) -> bool:
        """Whether a row prints units or their price."""
        return self.quantity is not None or self.price is not None

    @property
    def is_priced(self) -> bool:
        """Whether units are held at a price that is not one dollar: neither cash nor a money market fund."""
        return self.price is not None and self.quantity is not None and self.price not in (0, 1)

    @property
    def is_whole(self) -> bool:
        """Whether units x price is the value as it stands, as it is of a fund and not of a bond per hundred."""
        return self.ties_at(Decimal(1))

    @property
    def is_of_face(self) -> bool:
        """Whether a row is one of face at a price per hundred: in whole thousands, and worth that and nothing else."""
        whole = self.quantity is not None and self.quantity % FACE == 0
        return whole and self.ties_at(CENT) and not self.is_whole

    def ties_at(self, unit: Decimal) -> bool:
        """Whether the value is the product of the units, their price and a unit, 100 in a contract."""
        if self.quantity is None or self.price is None or self.value is None:
            return False
        return ties(self.quantity, self.price, unit, self.value)


def number(cell: Cell | None, comma: bool = False) -> Decimal | None:
    """The amount in a cell, without what it says besides; None where it holds none."""
    found = None if cell is None else read_amount(cell.text, comma)
    return None if found is None else found.value


def with_whole_gain(row: Record | Total, comma: bool) -> Record | Total:
    """A row with the gain of both terms as one, where they stand in columns of their own.

    One of them that is printed and no number stays as the gain, so that it is told as not read.
    """
    if "gain_more" not in row.cells:
        return row
    printed = [row.cells[role] for role in ("gain", "gain_more") if role in row.cells]
    strange = [cell for cell in printed if not is_blank(cell.text) and read(cell, comma) is None]
    if strange:
        return replace(row, cells={**{r: c for r, c in row.cells.items() if r != "gain_more"}, "gain": strange[0]})
    parts = [amount.value for cell in printed if (amount := read(cell, comma)) is not None]
    cells = {role: cell for role, cell in row.cells.items() if role != "gain_more"}
    if parts:
        text = f"{sum(parts, Decimal(0))}"
        cells["gain"] = Cell(text.replace(".", ",") if comma else text, row.cells["gain_more"].box)
    return replace(row, cells=cells)


def unit_of(
    kind: AssetType, quantity: Decimal | None, price: Decimal | None, value: Decimal | None, text: str
) -> Decimal:
    """What quantity x price is multiplied with: the usual unit of its kind, unless only another one ties.

    Of a face that a factor lessens or raises it is the usual one times that, if only so the product is the value.
    """
    usual = Decimal("0.01") if kind == "bond" else Decimal(100) if kind == "option" else Decimal(1)
    if contract := CONTRACT.search(text):
        usual = Decimal(contract[1])
    if quantity is None or price is None or value is None:
        return usual
    for unit in (usual, Decimal(1), Decimal("0.01"), Decimal(100)):
        if ties(quantity, price, unit, value):
            return unit
    owed = (Decimal("0.01") * factor for factor in factors_in(text, quantity))
    return next((unit for unit in owed if ties(quantity, price, unit, value)), usual)


def odd_unit(line: StatementLine) -> bool:
    """Whether quantity x price is the value only per 100, or times 100, in a security that is not priced so.

    A share's price that lost its point (33.72 printed 3372) ties that way too; it is no proof. Prices in pence are.
    """
    if line.unit not in (Decimal("0.01"), Decimal(100)) or line.currency in PENCE or line.asset_type == "option":
        return False
    if line.asset_type not in SHARES and not (line.asset_type == "bond" and FUND.search(line.description)):
        return False
    face = line.quantity is not None and line.quantity % 1000 == 0 and line.price is not None and 10 < line.price < 200
    return not face and DEBT.search(line.description) is None


def likely_units(figures: Sequence[Decimal]) -> int:
    """How likely figures are units by their places: 2 where most have none, 0 where most have two, else 1."""
    places = [figure.as_tuple().exponent for figure in figures]
    return next((likely for found, likely in ((0, 2), (-2, 0)) if 2 * places.count(found) > len(places)), 1)


def ties(quantity: Decimal, price: Decimal, unit: Decimal, value: Decimal) -> bool:
    """Whether quantity x price x unit is the value, to what the printed decimals allow."""
    off = abs(quantity * price * unit - value)
    return off <= CENT or off <= tolerance(quantity, price, unit, value)


def ties_at_any(quantity: Decimal, price: Decimal, value: Decimal) -> bool:
    """Whether quantity x price is the value at any unit."""
    return any(ties(quantity, price, unit, value) for unit in UNITS)


def tolerance(quantity: Decimal, price: Decimal, unit: Decimal, value: Decimal) -> Decimal:
    """Dollars by which a true product may differ from the printed value, from the printed places of all three."""
    step_q, step_p = half_step(quantity), half_step(price)
    if quantity == quantity.to_integral_value():
        step_q = Decimal(0)
    return unit * (abs(quantity) * step_p + abs(price) * step_q) + max(half_step(value) * 2, CENT)
