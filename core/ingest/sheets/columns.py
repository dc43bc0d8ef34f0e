"""The columns of a table in a table file: which cell of a row has which role, read as its numbers are written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.ingest.lexicon.amounts import CURRENCIES, is_blank, read_amount
from core.ingest.lexicon.dates import from_excel, read_date
from core.ingest.lexicon.figures import ties
from core.ingest.lexicon.vocabulary import DATES, NAMES, money_in
from core.ingest.nouns.events import Cell

UNITS = re.compile(r"\s+(?:shs?|shares?|units?)\.?$", re.I)
WITH_SHARE = re.compile(r"([-+(]*\$?[\d,]*\.\d\d\)?)\s+\(?[-+]?[\d,.]+ ?%\)?")
"""Money and what share that is, in one cell: `+$1,970.40 +32.84%`."""
SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
"""A day as Excel counts them."""
IN_ONE = re.compile(r"(?:19|20)\d\d[01]\d[0-3]\d")
"""A day without signs, `20260331`."""
BLANK = DATES | {"symbol", "identifier", "cusip", "isin"}
"""Columns in which a sign for none, `N/A`, is as no cell."""
PAID = ("cost", "gain")
"""Figures that a head may tell in another currency than that of the row: they are none of its own then."""
VALUES = ("quantity", "price", "value", "cost", "amount")


@dataclass(slots=True)
class Columns:
    """The roles of the columns of the open table; `places` are those that say something, `comma` that of decimals.

    `unnamed` are the places of heads that say nothing known, `moneys` the currencies that heads tell, by their places,
    `beside` the columns of currencies behind figures of several, `worth` the currency that the head of the value tells.
    """

    comma: bool
    roles: Sequence[str | None] = ()
    places: Sequence[tuple[int, str]] = ()
    unnamed: Sequence[int] = ()
    moneys: Mapping[int, str] = field(default_factory=dict)
    beside: Mapping[int, int] = field(default_factory=dict)
    worth: str = ""

    def open(self, roles: Sequence[str | None], labels: Sequence[str] = ()) -> None:
        """Take the roles of a new table, and the currencies that its heads tell; none where no table is open."""
        self.roles = roles
        paid = [place for place, role in enumerate(roles) if role in PAID and place < len(labels)]
        self.moneys = {place: money for place in paid if (money := money_in(labels[place]))}
        several = roles.count("currency") > 1
        self.beside = {place: place + 1 for place in paid if several and roles[place + 1 : place + 2] == ["currency"]}
        worth = [place for place, role in enumerate(roles) if role == "value"]
        self.worth = money_in(labels[worth[0]]) if len(worth) == 1 and labels else ""
        self.places = [(place, role) for place, role in enumerate(roles) if role and role != "other"]
        self.unnamed = [place for place, role in enumerate(roles) if role is None]

    def cells(self, row: Sequence[str]) -> dict[str, Cell]:
        """The cells of a row by role; of two columns of one role the first that holds a number."""
        found: dict[str, Cell] = {}
        own = self._own_currency(row) if self.moneys or self.beside else ""
        for place, role in self.places:
            cell = row[place] if place < len(row) else ""
            if own in CURRENCIES and self._money_of(place, row, own) != own:
                continue
            if not cell or (role in BLANK and is_blank(cell)):
                continue
            if role == "value" and cell in CURRENCIES and place + 1 < len(self.roles) and self.roles[place + 1] is None:
                found["currency"], cell = Cell(cell), row[place + 1] if place + 1 < len(row) else ""
            if role == "quantity" and not cell[-1].isdigit():
                cell = UNITS.sub("", cell)
            if role in ("gain", "value") and (told := WITH_SHARE.fullmatch(cell)) is not None:
                cell = told[1]
            if role in DATES and SERIAL.fullmatch(cell):
                cell = from_excel(int(float(cell))).isoformat()
            if role in DATES and IN_ONE.fullmatch(cell) and (day := read_date(cell)) is not None:
                cell = day.isoformat()
            if role not in found or (self._says_nothing(role, found[role]) and not is_blank(cell)):
                found[role] = Cell(cell)
        if self.worth and "value" in found and any(role in found for role in NAMES):
            found["currency"] = Cell(self.worth)
        if "currency" not in found and (named := self._currency(row)):
            found["currency"] = Cell(named)
        return found

    def _money_of(self, place: int, row: Sequence[str], own: str) -> str:
        """The currency of a figure: that in the column behind it, else that of its head, else that of the row."""
        told = row[self.beside[place]] if self.beside.get(place, len(row)) < len(row) else ""
        return told if told in CURRENCIES else self.moneys.get(place, own)

    def _own_currency(self, row: Sequence[str]) -> str:
        """The currency of a row, from its column or beside its value; empty where it tells none."""
        told = (row[place] for place, role in self.places if role in ("currency", "value") and place < len(row))
        return next((cell for cell in told if cell in CURRENCIES), "") or self._currency(row)

    def _says_nothing(self, role: str, cell: Cell) -> bool:
        """Whether a second column of the role may tell more: of days the first holds none, nor of figures, of interest
        nothing.
        """
        if role in DATES:
            return read_date(cell.text) is None
        amount = read_amount(cell.text, self.comma)
        return (role in VALUES and amount is None) or (role == "accrued" and (amount is None or not amount.value))

    def _currency(self, row: Sequence[str]) -> str:
        """The currency that stands alone in a column whose head says nothing that is known; empty where none does."""
        told = (row[place] for place in self.unnamed if place < len(row))
        return next((cell for cell in told if cell in CURRENCIES), "")

    def numeric(self, found: Mapping[str, Cell]) -> set[str]:
        """The roles of figures that hold a number."""
        return {role for role in VALUES if role in found and read_amount(found[role].text, self.comma) is not None}

    def is_number(self, cell: Cell | None) -> bool:
        """Whether a cell holds a number."""
        return cell is not None and read_amount(cell.text, self.comma) is not None

    def shifted(self, row: Sequence[str], found: Mapping[str, Cell]) -> dict[str, Cell] | None:
        """The row moved one column right from the description on, where only so quantity x price = value."""
        if not self.is_number(found.get("description")):
            return None
        at = list(self.roles).index("description")
        moved = self.cells([*row[:at], "", *row[at:]])
        numbers = [read_amount(moved[role].text, self.comma) if role in moved else None for role in VALUES[:3]]
        if any(number is None for number in numbers):
            return None
        quantity, price, value = (number.value for number in numbers if number is not None)
        return moved if ties(quantity, price, type(quantity)(1), value) else None
