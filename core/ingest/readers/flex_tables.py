"""Interactive Brokers Flex queries as text (CSV): its sections become those of the XML form and are read as these.

A section is a head with its rows. It may be marked, `HEADER,POST,…` over `DATA,POST,…`, or `BOS,POST,…` over both, or
stand bare under the one before; what it holds is told by its columns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.domain.statement import Statement
from core.ingest.files.kinds import FileToRead
from core.ingest.lexicon.dates import read_date
from core.ingest.readers import READERS
from core.ingest.readers.flex import statement_of
from core.ingest.readers.flex_worth import BASE
from core.ingest.readers.tables import delimited_rows

HEADS = ("ClientAccountID", "CurrencyPrimary")
"""One of these stands in the head of every section."""
MARKS = ("HEADER", "DATA", "TRAILER")
BOUNDS = ("BOF", "BOA", "BOS", "EOS", "EOA", "EOF")
SECTIONS: tuple[tuple[str, tuple[frozenset[str], ...]], ...] = (
    ("Trade", (frozenset({"Quantity", "TradePrice"}), frozenset({"Quantity", "Buy/Sell"}))),
    ("OpenPosition", (frozenset({"Quantity", "PositionValue"}), frozenset({"Quantity", "MarkPrice"}))),
    ("CashReportCurrency", (frozenset({"EndingCash"}),)),
    ("ChangeInNAV", (frozenset({"EndingValue"}),)),
    ("EquitySummaryByReportDateInBase", (frozenset({"Total", "ReportDate"}),)),
    ("CashTransaction", (frozenset({"Amount", "Type"}),)),
    ("CorporateAction", (frozenset({"Amount", "Quantity"}),)),
    ("AccountInformation", (frozenset({"Name", "AccountType"}), frozenset({"Name", "CustomerType"}))),
)
"""The sections of the XML form by the columns that only they have, the surest first."""
NAMES = {
    "ClientAccountID": "accountId",
    "CurrencyPrimary": "currency",
    "AssetClass": "assetCategory",
    "Buy/Sell": "buySell",
    "Date/Time": "dateTime",
    "RealizedPnL": "fifoPnlRealized",
    "AccruedInterest": "accruedInt",
}
DAYS = ("ReportDate", "ToDate")
DATED = ("OpenPosition", "EquitySummaryByReportDateInBase", "CashReportCurrency")
"""Sections whose days are those of the query; of trades they are not."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its section, its account, its cells by their heads; `over`: it has more cells than its head."""

    section: str
    account: str
    cells: dict[str, str]
    over: bool = False


@dataclass(slots=True)
class Account:
    """The rows of one account, and the day that its bounds tell."""

    rows: list[Row] = field(default_factory=list)
    day: str = ""


@READERS.add("flex_tables", kind="table", rank=1)
def read_flex_tables(file: FileToRead) -> Statement | None:
    """Every account of a Flex query in delimited text; None for any other table."""
    if not any(name.encode() in file.data for name in HEADS):
        return None
    rows = [[cell.strip() for cell in row] for row in delimited_rows(file)]
    accounts = _accounts(rows)
    known = any(row.section != "" for one in accounts.values() for row in one.rows)
    if not known or any(row.over for one in accounts.values() for row in one.rows):
        return None
    return statement_of(file, [_body(number, one) for number, one in accounts.items()])


def _accounts(rows: Sequence[Sequence[str]]) -> dict[str, Account]:
    """The rows of each account; those without a number are the only account's. Nothing where the file is another's."""
    found: dict[str, Account] = {}
    head: Sequence[str] = ()
    account = ""
    for row in filter(any, rows):
        mark = row[0].upper()
        if mark in BOUNDS:
            head = ()
            account = row[1] if mark in ("BOF", "BOA") and len(row) > 1 else account
            if mark == "BOA":
                found.setdefault(account, Account()).day = row[-1]
            continue
        cells = row[2:] if mark in MARKS else row
        if set(HEADS) & set(cells):
            head = cells
        elif not head:
            return {}
        elif mark != "TRAILER":
            told = dict(zip(head, cells, strict=False))
            own = told.get("ClientAccountID", "") or account
            found.setdefault(own, Account()).rows.append(Row(_section(head), own, told, any(cells[len(head) :])))
    if len(found) == 2 and "" in found:
        loose = found.pop("")
        next(iter(found.values())).rows += loose.rows
    return {number: one for number, one in found.items() if one.rows}


def _section(head: Sequence[str]) -> str:
    """What a section of that head is called in the XML form; empty where it is none that is read."""
    have = set(head)
    return next((name for name, signs in SECTIONS if any(sign <= have for sign in signs)), "")


def _body(number: str, account: Account) -> Any:
    """The account as the statement of a query in XML."""
    from xml.etree.ElementTree import Element, SubElement

    body = Element("FlexStatement", accountId=number, toDate=account.day or _day(account.rows))
    for row in account.rows:
        if row.section:
            SubElement(body, row.section, dict(_attributes(row)))
    if next(body.iter("AccountInformation"), None) is None and (base := _base(account.rows)):
        SubElement(body, "AccountInformation", currency=base)
    return body


def _attributes(row: Row) -> Iterator[tuple[str, str]]:
    """The cells of a row under the names of the XML form; the sum of cash in all currencies under its own."""
    if row.section == "CorporateAction":
        yield "type", row.cells.get("Type") or "corporate action"
    for head, cell in row.cells.items():
        if row.section == "OpenPosition" and head == "Quantity":
            yield "position", cell
        elif row.section == "CashReportCurrency" and head == "CurrencyPrimary" and _is_of_base(row):
            yield "currency", BASE
        elif head and (head, cell) != ("Type", ""):
            yield NAMES.get(head, head.lower() if head.isupper() else head[0].lower() + head[1:]), cell


def _is_of_base(row: Row) -> bool:
    return row.cells.get("LevelOfDetail", "").lower().startswith("base")


def _base(rows: Sequence[Row]) -> str:
    """The currency of the account as its cash or its worth tells it; empty where none does."""
    worth = ("EquitySummaryByReportDateInBase", "ChangeInNAV")
    told = {row.cells.get("CurrencyPrimary", "") for row in rows if row.section in worth or _is_of_base(row)}
    told -= {"", BASE}
    return told.pop() if len(told) == 1 else ""


def _day(rows: Sequence[Row]) -> str:
    """The last day that the rows tell of what is held; empty where they tell none."""
    days = [row.cells[name] for row in rows if row.section in DATED for name in DAYS if row.cells.get(name)]
    return max((day for day in days if read_date(day) is not None), key=lambda day: str(read_date(day)), default="")
