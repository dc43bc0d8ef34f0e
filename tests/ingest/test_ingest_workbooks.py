"""Workbooks of several sheets: months of one account, lots and trades beside holdings, sheets that are no accounts."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal as D

import openpyxl
import pytest

from core.domain.statement import Statement
from core.ingest.book.ledger import activity_of
from core.ingest.files.kinds import content_of
from core.ingest.reading import read_here

HEAD = ["Symbol", "Security", "Shares", "Price", "Market Value", "Cost Basis"]
Rows = Sequence[Sequence[object]]


def read(sheets: Mapping[str, Rows]) -> Statement:
    """The statement of a workbook of these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    assert content_of(out.getvalue()) == "xlsx"
    return read_here("Book.xlsx", out.getvalue())


def held(price: int, *above: Sequence[object]) -> list[Sequence[object]]:
    """A sheet of one account at prices of a day."""
    rows = [["ABQX", "ALDER BARK CO", 100, price, 100 * price, 900], ["CDQX", "CEDAR DOCK INC", 40, 50, 2000, 2400]]
    return [["Account", "1234-5678"], *above, HEAD, *rows, ["Total", "", "", "", 100 * price + 2000, 3300]]


@pytest.mark.parametrize("names", [("Apr 2026", "Jun 2026"), ("Jun 2026", "Apr 2026"), ("Q4 2025", "Q1 2026")])
def test_of_sheets_named_by_month_only_the_newest_is_read_and_the_others_are_named(names: tuple[str, str]) -> None:
    newest = "Jun 2026" if "Jun 2026" in names else "Q1 2026"
    statement = read({name: held(12 if name == newest else 10) for name in names})
    (account,) = statement.accounts
    assert account.stated_total == D(3200) and account.status == "proven"
    (told,) = [issue for issue in statement.issues if issue.code == "older_sheets"]
    assert all(name in told.message for name in names)


def test_days_above_the_tables_count_more_than_names_without_a_year() -> None:
    months = {"December": held(10, ["As of", "12/31/2025"]), "January": held(12, ["As of", "01/31/2026"])}
    (account,) = read(months).accounts
    assert (account.stated_total, account.as_of) == (D(3200), date(2026, 1, 31))


def test_sheets_of_other_securities_or_other_accounts_are_no_earlier_days() -> None:
    bonds = [["Account", "1234-5678"], HEAD, ["EFQX", "ELM FUND", 10, 20, 200, 150]]
    statement = read({"Apr 2026": held(12), "Jun 2026": bonds})
    assert sum(len(account.positions) for account in statement.accounts) == 3
    other = [["Account", "9999-0000"], *held(10)[1:]]
    assert len(read({"Apr 2026": held(12), "Jun 2026": other}).accounts) == 2


def test_lots_and_trades_on_sheets_of_their_own_go_to_their_positions() -> None:
    lots = [
        ["Symbol", "Open Date", "Shares", "Cost per Share", "Cost Basis", "Market Value"],
        ["ABQX", date(2019, 3, 1), 60, 8, 480, 720], ["ABQX", date(2021, 5, 2), 40, 10.5, 420, 480],
        ["CDQX", date(2020, 1, 7), 40, 60, 2400, 2000],
    ]  # fmt: skip
    trades = [
        ["Trade Date", "Type", "Symbol", "Security", "Shares", "Price", "Amount"],
        [date(2026, 6, 3), "Sell", "ABQX", "ALDER BARK CO", 5, 12, 60],
    ]
    (account,) = read({"Holdings": held(12), "Tax Lots": lots, "Transactions": trades}).accounts
    assert [len(line.lots) for line in account.positions] == [2, 1]
    assert account.status == "proven"
    assert [move.side for move in activity_of(account, "")] == ["sell"]


def test_lots_that_do_not_add_up_to_the_position_they_name_are_told() -> None:
    lots = [
        ["Symbol", "Open Date", "Shares", "Cost per Share", "Cost Basis", "Market Value"],
        ["ABQX", date(2019, 3, 1), 61, 8, 480, 720], ["ABQX", date(2021, 5, 2), 40, 10.5, 420, 480],
        ["CDQX", date(2020, 1, 7), 40, 60, 2400, 2000], ["EFQX", date(2020, 1, 7), 10, 15, 150, 200],
    ]  # fmt: skip
    more = held(12)
    more = [*more[:-1], ["EFQX", "ELM FUND", 10, 20, 200, 150], ["Total", "", "", "", 3400, 3450]]
    (account,) = read({"Holdings": more, "Tax Lots": lots}).accounts
    assert account.status != "proven"
    assert any("ABQX" in check.where for check in account.checks if not check.ok)


def test_sheets_of_sources_and_elections_are_no_accounts_and_no_holdings() -> None:
    sources = [["Source", "Vested", "Balance"], ["Employee deferral", 1.0, 2000], ["Employer match", 0.8, 1200]]
    elections = [["Fund", "Election"], ["ALDER BARK CO", 0.5], ["CEDAR DOCK INC", 0.5]]
    (account,) = read({"By fund": held(12), "By source": sources, "Elections": elections}).accounts
    assert len(account.positions) == 2 and account.status == "proven"


def test_a_number_merged_down_its_rows_and_over_two_rows_of_heads_parts_accounts() -> None:
    rows = [
        ["Account Number", "Security", "", "Position", "", "", "Cost"],
        ["", "Ticker", "Name", "Shares", "Price", "Value", "Basis"],
        ["1234-5678", "ABQX", "ALDER BARK CO", 100, 12, 1200, 900], ["", "CDQX", "CEDAR DOCK INC", 40, 50, 2000, 2400],
        ["9999-0000", "EFQX", "ELM FUND", 10, 20, 200, 150],
    ]  # fmt: skip
    first, second = read({"Report": rows}).accounts
    assert [(one.number, len(one.positions)) for one in (first, second)] == [("…5678", 2), ("…0000", 1)]
