"""Rows of a table file become events: headers anywhere in the file, several tables, headings, sums, lots.

The file is read as rows of text, whatever it came from. A header row is one that names columns of ours and holds no
number; what stands before it, between tables and after them is read for facts.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from core.ingest.amounts import CURRENCIES, is_blank, read_amount
from core.ingest.column_roles import kind_of_table
from core.ingest.dates import from_excel, is_date, read_date
from core.ingest.events import Cell, Event, Fact, FactKind, Heading, Record, Total, Trouble, Where
from core.ingest.facts import facts_of, total_rank
from core.ingest.figures import ties
from core.ingest.head import TableKind
from core.ingest.identifiers import is_ticker
from core.ingest.named_alike import name_alike
from core.ingest.registrations import account_number, registration_of
from core.ingest.sections import is_section_heading, section_name, total_name
from core.ingest.sheet_cells import clean, in_pieces, pointed
from core.ingest.sheet_doubles import doubled_blocks
from core.ingest.sheet_heads import settled_roles, under
from core.ingest.sheet_lot_tables import lots_behind
from core.ingest.sheet_lots import is_lot, level_column, level_of
from core.ingest.sheet_moves import moves_in_place
from core.ingest.sheet_names import END_OF_TABLE, GENERAL
from core.ingest.sheet_nothing import no_cash
from core.ingest.sheet_outline import outlined
from core.ingest.sheet_sections import unsectioned
from core.ingest.sheet_titles import named_in_column, number_of_title, title_events, told_apart
from core.ingest.sheet_whole import day_written, with_day, with_grand_sum
from core.ingest.titled import titles_in_place
from core.ingest.vocabulary import DATES, NAMES, role_of

NUMBER_LABEL = re.compile(r"(?:portfolio|depot|contract|policy|custody|safekeeping|plan|mandate)\s*:?", re.I)
NUMBER_BESIDE = re.compile(r"(?=(?:\D*\d){4})(?:[A-Z]{0,4}\d[A-Z0-9]*(?:-[A-Z0-9]+)+|[A-Z]{1,4}\d+)")
NUMBER_CELL = re.compile(r"\d{2,6}-\d{3,8}(?:-\d{1,3})?|[A-Z]?\d{8,12}")
UNITS = re.compile(r"\s+(?:shs?|shares?|units?)\.?$", re.I)
DIGIT = re.compile(r"\d")
LOT_TITLE = re.compile(r"^(\S+)\s+(?:lot details|cost basis|tax lots)\b", re.I)
TERM = re.compile(r"(?:held )?(?:short|long)[ -]?term|(?:non-?)?covered|held (?:over|under)", re.I)
VALUES = ("quantity", "price", "value", "cost", "amount")


@dataclass(slots=True)
class Sheet:
    """The state of one reading of rows."""

    comma: bool = False
    events: list[Event] = field(default_factory=list)
    roles: list[str | None] = field(default_factory=list)
    places: list[tuple[int, str]] = field(default_factory=list)
    kind: TableKind | None = None
    summary: bool = False
    lots_only: bool = True
    title_symbol: str = ""
    tables: int = 0
    level: int | None = None
    above: Sequence[str] = ()
    written: date | None = None
    seen: Counter[tuple[str, ...]] = field(default_factory=Counter)
    doubles: list[Trouble] = field(default_factory=list)

    def row(self, raw: Sequence[str], number: int) -> None:
        """One row more."""
        if list(raw) == END_OF_TABLE:
            self.kind, self.roles, self.places, self.summary = None, [], [], False
            return
        cells = [clean(cell) for cell in raw]
        filled = [cell for cell in cells if cell]
        where = Where(None, number)
        if not filled:
            return
        if self._is_header(cells, filled):
            self._open(cells, where)
        elif self.summary:
            self._summary(cells, where)
        elif len(filled) == 1 and self._names_security(cells, filled[0]):
            named = self._cells(cells) if self.kind == "holdings" else {"description": Cell(filled[0])}
            self.events.append(Record("holdings", named, where, table=self.tables))
        elif len(filled) == 1 or self.kind is None:
            self._alone(in_pieces(raw) or filled, where)
        elif self.kind != "other":
            self._table_row(cells, filled, where)
        elif any(account_number(cell) for cell in filled):
            self._alone(filled, where)
        elif (value := self._cells(cells).get("value")) is not None and len(filled) > 1:
            self.events.extend(facts_of([filled[0], value.text], where))
        self.above = cells

    def _names_security(self, cells: Sequence[str], text: str) -> bool:
        """Whether a row holds only a name in a table of holdings by lots: the security of the lots below."""
        if self.kind == "lots":
            unnamed = set(NAMES).isdisjoint(self.roles)
            by_lots = in_place = unnamed and not any(known.match(text) for known in (TERM, LOT_TITLE, GENERAL))
        else:
            by_lots = self.kind == "holdings" and "acquired" in self.roles
            in_place = any(role in self._cells(cells) for role in NAMES)
        sentence = text.endswith(".") or ";" in text or len(text.split()) > 10
        plain = (
            not sentence and total_name(text) is None and not is_section_heading(text) and not facts_of([text], Where())
        )
        return by_lots and in_place and plain

    def _is_header(self, cells: Sequence[str], filled: Sequence[str]) -> bool:
        if len(filled) == 2 and [role_of(cell) for cell in filled] == ["description", "value"]:
            return not any(read_amount(cell, self.comma) for cell in filled)
        if len(filled) < 3 or any(read_amount(cell, self.comma) for cell in filled) or read_date(filled[0]):
            return False
        if any(is_date(cell) or NUMBER_CELL.fullmatch(cell) for cell in filled):
            return False
        roles = [role_of(cell) for cell in filled]
        known = {role for role in roles if role not in (None, "other")}
        return len(known) >= 2 and 2 * sum(role is not None for role in roles) >= len(roles)

    def _open(self, cells: Sequence[str], where: Where) -> None:
        self.roles = settled_roles(under(self.above, cells))
        self.places = [
            (place, role) for place, role in enumerate(self.roles) if role and role not in ("other", "value_base")
        ]
        held = "sold" in self.roles and {"acquired", "value"} <= set(self.roles)
        self.kind = kind_of_table([role for role in self.roles if not (held and role == "sold")])
        self.level = level_column(cells)
        self.tables += 1
        have = set(self.roles)
        self.summary = "account" in have and "value" in have and "quantity" not in have and self.kind in ("other", None)
        if self.kind in ("holdings", "activity"):
            self.lots_only = False
        if self.kind == "lots" and self.title_symbol:
            record = Record("holdings", {"symbol": Cell(self.title_symbol)}, where, table=self.tables)
            self.events.append(record)

    def _summary(self, cells: Sequence[str], where: Where) -> None:
        """One row of an account summary: number, name, value; the row of sums names no account."""
        told = dict(zip(self.roles, cells, strict=False))
        numbered = any(map(str.isdigit, told.get("account", "")))
        if numbered:
            number, title = number_of_title(told["account"]) or (told["account"], "")
            self.events.append(Fact("account", number, where))
            self.events += [Fact("registration", title, where)] if registration_of(title) else []
        for role, cell in zip(self.roles, cells, strict=False):
            amount = read_amount(cell, self.comma)
            if role == "value" and amount is not None:
                kind: FactKind = "total" if numbered or total_name(told.get("account", "")) is None else "grand"
                self.events.append(Fact(kind, "account value", where, amount.value, rank=6))
            elif role == "account_name" and registration_of(cell):
                self.events.append(Fact("registration", cell, where))

    def _alone(self, filled: Sequence[str], where: Where) -> None:
        if self.kind is None and len(filled) in (4, 6, 8) and not any(DIGIT.search(label) for label in filled[::2]):
            for pair in zip(filled[::2], filled[1::2], strict=True):
                self._alone(pair, where)
            return
        filled = [filled[0].lstrip("#; "), *(pointed(cell) if self.comma else cell for cell in filled[1:])]
        text = " ".join(filled)
        beside = len(filled) == 2 and NUMBER_LABEL.fullmatch(filled[0]) and NUMBER_BESIDE.fullmatch(filled[1])
        if beside and read_date(filled[1]) is None:
            self.events.append(Fact("account", filled[1], where))
            return
        if title := LOT_TITLE.match(text):
            self.title_symbol = title[1] if is_ticker(title[1]) else ""
        if len(filled) == 1 and self.kind is not None and is_section_heading(text):
            self.events.append(Heading(section_name(text), where, 1.0))
            return
        self.written = self.written or day_written(text)
        titles = title_events(filled, where)
        opened = any(event.kind == "account" for event in titles)
        facts = [event for event in facts_of(filled, where) if not (opened and is_number(event))]
        self.events.extend([*titles, *facts])

    def _table_row(self, cells: Sequence[str], filled: Sequence[str], where: Where) -> None:
        found = self._cells(cells)
        numeric = {role for role in VALUES if self._number(found.get(role))}
        level = level_of(cells, self.level, any(role in found for role in NAMES))
        if level == "position" and self.kind == "holdings":
            self.events.append(Record("holdings", found, where, table=self.tables))
        elif len(filled) == 2 and not numeric:
            self._alone(filled, where)
        elif self._is_sum(filled, found, numeric, where):
            return
        elif (
            level == "lot"
            or self.kind == "lots"
            or (self.kind == "holdings" and "quantity" in numeric and is_lot(found))
        ):
            self.events.append(Record("lots", found, where, table=self.tables))
        else:
            self._security(cells, filled, found, numeric, where)

    def _is_sum(self, filled: Sequence[str], found: dict[str, Cell], numeric: set[str], where: Where) -> bool:
        """Whether a row prints a sum: it is told; sums of transactions say nothing of holdings and are passed over."""
        if {"quantity", "price"} <= numeric and total_name(filled[0]) != "":
            return False
        account = found["account"].text if "account" in found else ""
        numbered = any(map(str.isdigit, account))
        label = next((cell for cell in filled if cell != account), filled[0]) if numbered else filled[0]
        name = total_name(label)
        if name is None and "type" in found and not any(role in found for role in NAMES):
            label = found["type"].text
            name = total_name(label)
        if self.kind == "activity":
            return name is not None and DATES.isdisjoint(found)
        if name is not None:
            self.events.append(Total(name, found, where, label))
            return True
        rank = total_rank(label) if numeric == {"value"} else 0
        if rank and (amount := read_amount(found["value"].text, self.comma)) is not None:
            self.events.append(Fact("total", label, where, amount.value, rank=rank))
        return rank > 0

    def _security(
        self, cells: Sequence[str], filled: Sequence[str], found: dict[str, Cell], numeric: set[str], where: Where
    ) -> None:
        """A row of a security, or of a transaction; what was sold is no holding."""
        assert self.kind is not None
        if self.kind == "holdings" and "sold" in found and is_date(found["sold"].text):
            self.events.append(Record("activity", found, where, table=self.tables))
            return
        repaired = self._shifted(cells, found) if self.kind == "holdings" else None
        record = Record(self.kind, repaired or found, where, table=self.tables)
        if repaired:
            record.repaired = (
                f"the row '{filled[0]}' stands one column too far left; read so that quantity x price = value"
            )
            numeric = {"quantity", "value"}
        if not numeric:
            self._alone(filled, where)
        elif self.kind == "holdings" and not any(role in found for role in NAMES):
            self.events.append(Trouble(f"a row of numbers without a name: {', '.join(filled)}", where, unread=True))
        elif self._is_empty(record.cells, numeric):
            self.events.extend(no_cash(record.cells, filled, where))
        else:
            self.events.append(record)
            self._count(cells, numeric, where)

    def _count(self, cells: Sequence[str], numeric: set[str], where: Where) -> None:
        """A row of holdings that stands twice, sign for sign."""
        if self.kind == "holdings" and {"quantity", "value"} <= numeric:
            self.seen[tuple(cells)] += 1
            if self.seen[tuple(cells)] == 2:
                named = ", ".join(cell for cell in cells if cell)
                self.doubles.append(Trouble(f"this row stands twice: {named}", where, unread=True))
                self.events.append(self.doubles[-1])

    def _is_empty(self, cells: dict[str, Cell], numeric: set[str]) -> bool:
        """A row that holds nothing: no quantity, and a value of zero."""
        value = read_amount(cells["value"].text, self.comma) if "value" in cells else None
        return "quantity" not in numeric and value is not None and not value.value and self.kind == "holdings"

    def _cells(self, cells: Sequence[str]) -> dict[str, Cell]:
        found: dict[str, Cell] = {}
        for place, role in self.places:
            cell = cells[place] if place < len(cells) else ""
            if not cell or (role in DATES and is_blank(cell)):
                continue
            after = cells[place + 1] if place + 1 < len(cells) else ""
            if role == "value" and cell in CURRENCIES and place + 1 < len(self.roles) and self.roles[place + 1] is None:
                found["currency"], cell = Cell(cell), after
            if role == "quantity" and not cell[-1].isdigit():
                cell = UNITS.sub("", cell)
            if role in DATES and re.fullmatch(r"\d{5}(?:\.\d+)?", cell):
                cell = from_excel(int(float(cell))).isoformat()
            if role not in found or (role in VALUES and not self._number(found[role]) and not is_blank(cell)):
                found[role] = Cell(cell)
        return found

    def _shifted(self, cells: Sequence[str], found: dict[str, Cell]) -> dict[str, Cell] | None:
        """The row moved one column right from the description on, where only so quantity x price = value."""
        if "description" not in found or read_amount(found["description"].text, self.comma) is None:
            return None
        at = self.roles.index("description")
        moved = self._cells([*cells[:at], "", *cells[at:]])
        numbers = [read_amount(moved[role].text, self.comma) if role in moved else None for role in VALUES[:3]]
        if any(number is None for number in numbers):
            return None
        quantity, price, value = (number.value for number in numbers if number is not None)
        return moved if ties(quantity, price, type(quantity)(1), value) else None

    def _number(self, cell: Cell | None) -> bool:
        return cell is not None and read_amount(cell.text, self.comma) is not None


def events_of(rows: Sequence[Sequence[str]], comma: bool) -> tuple[list[Event], bool]:
    """The events of all rows, and whether the file holds nothing but lots.

    A row that stands twice is doubted only where no printed sum can tell whether both are meant.
    """
    sheet = Sheet(comma)
    for number, row in enumerate(outlined(unsectioned(rows)), start=1):
        sheet.row(row, number)
    name_alike(sheet.events)
    sheet.events.extend(doubled_blocks(rows) if sheet.tables else ())
    summed = any(
        isinstance(event, Total) or (isinstance(event, Fact) and event.kind == "total") for event in sheet.events
    )
    events = (
        [event for event in sheet.events if not (summed and event in sheet.doubles)] if sheet.doubles else sheet.events
    )
    events = with_day(with_grand_sum(moves_in_place(events), comma), sheet.written)
    events = lots_behind(events, comma)
    return titles_in_place(told_apart(named_in_column(events))), sheet.lots_only and sheet.tables > 0


def is_number(event: Event) -> bool:
    """Whether the event is the number of an account."""
    return isinstance(event, Fact) and event.kind == "account"
