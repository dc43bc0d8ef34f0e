"""Rows of a table file become events: headers anywhere in the file, several tables, headings, sums, lots.

The file is read as rows of text, whatever it came from. A header row is one that names columns of ours and holds no
number; what stands before it, between tables and after them is read for facts.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.asset_kinds import CASH_ALONE
from core.ingest.lexicon.dates import is_date
from core.ingest.lexicon.identifiers import is_bare_ticker, is_ticker
from core.ingest.lexicon.registrations import account_number, registration_of
from core.ingest.lexicon.sections import is_section_heading, section_name, total_name
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.lines.facts import facts_of
from core.ingest.lines.standing import is_not_held
from core.ingest.nouns.events import Cell, Event, Fact, Heading, Record, Total, Trouble, Where
from core.ingest.nouns.head import TableKind
from core.ingest.owners.plan_members import member_of
from core.ingest.owners.titled import titles_in_place
from core.ingest.rows.accrued_rows import accrued_row
from core.ingest.rows.named_alike import name_alike
from core.ingest.sheets.account_names import named_in_column
from core.ingest.sheets.all_together import without_all_together
from core.ingest.sheets.behind_sums import without_parts_behind
from core.ingest.sheets.buying_power import without_buying_power
from core.ingest.sheets.cells import clean, in_pieces, pointed
from core.ingest.sheets.columns import Columns
from core.ingest.sheets.cut_cells import told_over_heads
from core.ingest.sheets.days import newest_in_place
from core.ingest.sheets.done_by_title import with_what_was_done
from core.ingest.sheets.doubles import doubled_blocks, in_place, with_doubled_rows
from core.ingest.sheets.flat_outlines import set_in
from core.ingest.sheets.heads import settled_roles
from core.ingest.sheets.lines import (
    is_head,
    is_number,
    label_above,
    of_contract,
    of_summary,
    opens_account,
    pairs,
    sum_of,
    tells_cash,
    told_alone,
    told_by_heads,
)
from core.ingest.sheets.loans import are_of_loans, is_loan, loans_apart
from core.ingest.sheets.lot_tables import lots_behind
from core.ingest.sheets.lots import is_lot, level_column, level_of
from core.ingest.sheets.moves import moves_in_place
from core.ingest.sheets.named_apart import lists_names, with_names_apart
from core.ingest.sheets.names import END_OF_TABLE, GENERAL
from core.ingest.sheets.nothing import no_cash
from core.ingest.sheets.outline import outlined
from core.ingest.sheets.own_sums import sums_in_place
from core.ingest.sheets.owners_over_numbers import with_owners_over_numbers
from core.ingest.sheets.places import with_places
from core.ingest.sheets.prepared import prepared
from core.ingest.sheets.registers import registers_in_place
from core.ingest.sheets.sections import unsectioned
from core.ingest.sheets.sources import without_sources
from core.ingest.sheets.stock_over import are_granted, stock_over, symbol_alone, told_of_awards
from core.ingest.sheets.storeys import under
from core.ingest.sheets.strangers import parted_by_strangers
from core.ingest.sheets.sums import is_sum_of_lots, lone_sum, nameless_sum, sum_of_account
from core.ingest.sheets.sums_by_currency import with_sums_by_currency
from core.ingest.sheets.tables_again import without_tables_again
from core.ingest.sheets.titles import owners_in_cells, told_apart
from core.ingest.sheets.unsure_keys import unsure_keys
from core.ingest.sheets.whole import day_written, with_day, with_grand_sum

LOT_TITLE = re.compile(r"^(\S+)\s+(?:lot details|cost basis|tax lots)\b", re.I)
SYMBOL_OVER = re.compile(r"(?:(?:stock|security|ticker) )?(?:symbol|ticker)\s*[:#]?\s+([A-Z][A-Z.]{0,5})", re.I)
NAMED_OVER = re.compile(r"([A-Z][A-Z.]{0,5})\s+[-–—|:]\s+(?!.*\d{4})[A-Z][^,;]{4,60}")
"""The symbol and the name of the security of which all that stands below is, `QZAB - HARBOR QUILL HOLDINGS`."""
CLOSED = re.compile(r"closed|sold|liquidated|expired|exited|inactive", re.I)
"""What a column of states says of a position that is held no more."""
TERM = re.compile(r"(?:held )?(?:short|long)[ -]?term|(?:non-?)?covered|held (?:over|under)", re.I)


KindOf = Callable[[Sequence[str | None]], TableKind | None]


@dataclass(slots=True)
class Sheet:
    """The state of one reading of rows; `kind_of` tells by its roles what a table holds."""

    columns: Columns
    kind_of: KindOf = kind_of_table
    events: list[Event] = field(default_factory=list)
    kind: TableKind | None = None
    summary: bool = False
    lots_only: bool = True
    title_symbol: str = ""
    stock: dict[str, Cell] = field(default_factory=dict)
    tables: int = 0
    level: int | None = None
    above: Sequence[str] = ()
    written: date | None = None
    named: list[dict[str, Cell]] = field(default_factory=list)

    def row(self, raw: Sequence[str], number: int) -> None:
        """One row more."""
        if list(raw) == END_OF_TABLE:
            self.kind, self.summary = None, False
            self.columns.open(())
            return
        cells = list(map(clean, raw))
        filled = [cell for cell in cells if cell]
        where = Where(None, number)
        if not filled:
            return
        if is_head(filled, self.columns.comma):
            self._open(cells, where)
        elif self.summary and not (len(filled) == 1 and opens_account(in_pieces(raw) or filled, where)):
            self.events.extend(of_summary(self.columns.roles, cells, self.columns.comma, where))
        elif len(filled) == 1 and self._names_security(cells, filled[0]):
            named = self.columns.cells(cells) if self.kind == "holdings" else {"description": Cell(filled[0])}
            self.events.append(Record("holdings", named, where, table=self.tables))
        elif self.kind == "holdings" and (told := lone_sum(filled, cells, self.columns, where)) is not None:
            self.events.append(replace(told, table=self.tables))
        elif len(filled) == 1 or self.kind is None:
            self._alone(in_pieces(raw) or filled, where)
        elif lists_names(self.columns.roles):
            self.named.append(self.columns.cells(cells))
        elif self.kind != "other":
            self._table_row(cells, filled, where)
        elif any(account_number(cell) for cell in filled):
            self._alone(filled, where)
        elif (value := self.columns.cells(cells).get("value")) is not None and len(filled) > 1:
            self.events.extend(facts_of([filled[0], value.text], where))
        self.above = cells

    def _names_security(self, cells: Sequence[str], text: str) -> bool:
        """Whether a row holds only a name in a table of holdings by lots: the security of the lots below."""
        if self.kind == "lots":
            unnamed = set(NAMES).isdisjoint(self.columns.roles)
            by_lots = in_place = unnamed and not any(known.match(text) for known in (TERM, LOT_TITLE, GENERAL))
        else:
            by_lots = self.kind == "holdings" and "acquired" in self.columns.roles
            in_place = any(role in self.columns.cells(cells) for role in NAMES)
        sentence = text.endswith(".") or ";" in text or len(text.split()) > 10
        plain = (
            not sentence and total_name(text) is None and not is_section_heading(text) and not facts_of([text], Where())
        ) and not is_not_held(text)
        return by_lots and in_place and plain

    def _open(self, cells: Sequence[str], where: Where) -> None:
        labels = under(self.above, cells)
        roles = settled_roles(labels)
        self.columns.open(roles, labels)
        self.events.extend(told_by_heads(labels, roles, where))
        held = "sold" in roles and {"acquired", "value"} <= set(roles)
        self.kind = self.kind_of([role for role in roles if not (held and role == "sold")])
        loans = are_of_loans(cells)
        self.events += [Trouble("the table of loans is not read: what is owed counts apart", where, "note")] * loans
        self.events += told_of_awards(labels, roles, self.kind, where)
        if loans or are_granted(labels, roles) or is_not_held(" ".join(filter(None, self.above))):
            self.kind = "other"
            self.columns.open(())
        self.level = level_column(cells)
        self.tables += 1
        valued = {"account", "value"} <= set(roles) and "quantity" not in roles
        self.summary = valued and self.kind in ("other", None)
        if self.kind in ("holdings", "activity"):
            self.lots_only = False
        if self.kind == "lots" and (stock := self.stock or symbol_alone(self.title_symbol)):
            self.events.append(Record("holdings", dict(stock), where, table=self.tables))

    def _alone(self, filled: Sequence[str], where: Where) -> None:
        """A line that stands alone, with its labels apart where there are several."""
        if (told := label_above(self.above, filled, self.kind, self.columns.comma, where)) is not None:
            self.events.extend(told)
            return
        if self.kind is None and (several := pairs(filled)):
            for pair in several:
                self._alone(pair, where)
            return
        comma = self.columns.comma
        filled = [filled[0].lstrip("#; "), *(pointed(cell) if comma else cell for cell in filled[1:])]
        text = " ".join(filled)
        self.stock = (stock_over(filled) if self.kind is None else {}) or self.stock
        if title := LOT_TITLE.match(text) or SYMBOL_OVER.fullmatch(text):
            self.title_symbol = title[1] if is_ticker(title[1]) else ""
        elif self.kind is None and (named := NAMED_OVER.fullmatch(text)) and registration_of(text) is None:
            self.title_symbol = named[1] if is_bare_ticker(named[1]) else self.title_symbol
        if len(filled) == 1 and self.kind is not None and is_section_heading(text) and not tells_cash(text):
            self.events.append(Heading(section_name(text), where, 1.0))
            return
        self.written = self.written or day_written(text)
        self.events.extend(told_alone(filled, where, self.above, first=not self.tables))

    def _table_row(self, cells: Sequence[str], filled: Sequence[str], where: Where) -> None:
        found = of_contract(self.columns.cells(cells))
        numeric = self.columns.numeric(found)
        level = level_of(cells, self.level, any(role in found for role in NAMES))
        if level == "position" and self.kind == "holdings":
            self.events.append(Record("holdings", found, where, table=self.tables))
        elif len(filled) == 2 and (not (numeric or "value_base" in found) or member_of([" ".join(filled)], where)):
            self._alone(filled, where)
        elif (told := sum_of(self.kind, filled, found, numeric, self.columns.comma, where)) is not None:
            self.events += [replace(one, table=self.tables) if isinstance(one, Total) else one for one in told]
        elif (
            level == "lot"
            or self.kind == "lots"
            or (self.kind == "holdings" and "quantity" in numeric and is_lot(found))
        ):
            self.events.append(Record("lots", found, where, table=self.tables))
        else:
            self._security(cells, filled, found, numeric, where)

    def _security(
        self, cells: Sequence[str], filled: Sequence[str], found: dict[str, Cell], numeric: set[str], where: Where
    ) -> None:
        """A row of a security, or of a transaction; what was sold is no holding."""
        assert self.kind is not None
        if self.kind == "holdings" and "sold" in found and is_date(found["sold"].text):
            self.events.append(Record("activity", found, where, table=self.tables))
            return
        if self.kind == "holdings" and "status" in found and CLOSED.fullmatch(found["status"].text):
            named = next((found[role].text for role in NAMES if role in found), filled[0])
            self.events.append(Trouble(f"{named} is marked {found['status'].text} and not held", where, "note"))
            return
        repaired = self.columns.shifted(cells, found) if self.kind == "holdings" else None
        record = Record(self.kind, repaired or found, where, table=self.tables)
        if repaired:
            record.repaired = (
                f"the row '{filled[0]}' stands one column too far left; read so that quantity x price = value"
            )
            numeric = {"quantity", "value"}
        if not numeric:
            self._alone(filled, where)
        elif self.kind == "holdings" and (told := accrued_row(found, self.columns.comma, where)):
            self.events.append(told)
        elif self.kind == "holdings" and not any(role in found for role in NAMES):
            self.events.extend(self._nameless(filled, found, where))
        elif self._is_empty(record.cells, numeric):
            self.events.extend(no_cash(record.cells, filled, where))
        else:
            self.events.append(record)

    def _nameless(self, filled: Sequence[str], found: dict[str, Cell], where: Where) -> list[Event]:
        """What a row of figures without a name is: a sum, that of the account it names, what is owed, or not known."""
        for told in (found[role] for role in ("type", "side") if role in found):
            if CASH_ALONE.fullmatch(told.text):
                return [Record("holdings", {**found, "description": told}, where, table=self.tables)]
        if (summed := nameless_sum(self.events, found, self.columns.comma, where)) is not None:
            return [summed]
        if is_sum_of_lots(self.events, found, self.columns.comma):
            return []
        if worth := sum_of_account(found, self.columns.comma, where):
            return worth
        owed = is_loan(filled[0])
        said = "what is owed counts apart" if owed else "a row of numbers without a name"
        return [Trouble(f"{said}: {', '.join(filled)}", where, unread=not owed)]

    def _is_empty(self, cells: dict[str, Cell], numeric: set[str]) -> bool:
        """A row that holds nothing: no quantity, and a value of zero."""
        value = read_amount(cells["value"].text, self.columns.comma) if "value" in cells else None
        return "quantity" not in numeric and value is not None and not value.value and self.kind == "holdings"


def numbered(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows of a file as they are read and numbered: without marks of sections, an outline as plain tables."""
    return outlined(set_in(unsectioned(rows)))


def events_of(rows: Sequence[Sequence[str]], comma: bool, kind_of: KindOf = kind_of_table) -> tuple[list[Event], bool]:
    """The events of all rows, and whether the file holds nothing but lots.

    A row that stands twice is doubted only where no printed sum can tell whether both are meant.
    """
    sheet = Sheet(Columns(comma), kind_of)
    printed = rows
    rows, troubles = prepared(rows, comma)
    lines = numbered(rows)
    for number, row in enumerate(lines, start=1):
        sheet.row(row, number)
    name_alike(sheet.events)
    with_places(sheet.events, comma)
    sheet.events = in_place(sheet.events, doubled_blocks(rows) if sheet.tables else ())
    numbered_accounts = any(map(is_number, sheet.events))
    summed = any(
        isinstance(event, Total) or (isinstance(event, Fact) and event.kind == "total") for event in sheet.events
    )
    events = sheet.events if summed else with_doubled_rows(sheet.events, comma)
    events += [] if numbered_accounts or summed else parted_by_strangers(rows)
    events += [*troubles, *told_over_heads(lines, events, comma), *([] if numbered_accounts else unsure_keys(printed))]
    events = with_what_was_done(events, lines, comma)
    owners_in_cells(events)
    events = with_owners_over_numbers(with_names_apart(events, sheet.named), lines)
    events = newest_in_place(registers_in_place(events, comma))
    events = with_day(with_grand_sum(moves_in_place(events), comma), sheet.written)
    events = without_sources(loans_apart(lots_behind(without_all_together(events, comma), comma), comma), comma)
    events = with_sums_by_currency(without_buying_power(without_parts_behind(events), comma), comma)
    events = sums_in_place(named_in_column(without_tables_again(events, comma)), comma)
    return titles_in_place(told_apart(events)), sheet.lots_only and sheet.tables > 0
