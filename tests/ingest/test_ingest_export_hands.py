"""Exports of other hands: a title over each account, a comment sign, lots set in with a day in one word, a period."""

import io
from datetime import date
from decimal import Decimal as D

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from core.domain.statement import StatementAccount
from core.ingest.lexicon.dates import is_period, read_date
from core.ingest.reading import read_here
from core.ingest.sheets.names import with_names


def accounts(text: str, name: str) -> tuple[StatementAccount, ...]:
    return read_here(name, text.encode()).accounts


def part(title: str, number: str, value: str) -> str:
    return (
        f"{title}\nAccount number:,{number}\nSymbol,Description,Quantity,Price,Market Value\n"
        f"QZAB,Harbor Quill Holdings,100,{value},{value}00\nAccount total,,,,{value}00\n\n"
    )


def test_a_title_over_a_number_is_said_of_the_account_under_it() -> None:
    ira, own = accounts(part("Rollover IRA", "4410-7721", "12") + part("Individual", "4410-9903", "7"), "two.csv")
    assert (ira.number, ira.registration) == ("…7721", "traditional_ira")
    assert (own.number, own.registration) == ("…9903", "taxable_individual")


def test_a_registration_behind_the_number_stays_with_its_account() -> None:
    first, second = (
        part(f"Account number:,{number}\nRegistration:,{kind}", number, value)
        for number, kind, value in (("4410-7721", "Roth IRA", "12"), ("4410-9903", "Individual", "7"))
    )
    found = accounts(first + second, "two.csv")
    assert [account.registration for account in found] == ["roth_ira", "taxable_individual"]


def test_a_preamble_behind_comment_signs_and_a_rate_are_read() -> None:
    rows = [
        "# Portfolio\t5512-8830",
        "# Date\t30.06.2026",
        "ISIN\tDesignation\tNominal\tCcy\tRate\tCountervalue\tEntry value",
        "IE00BQZ41271\tHARBOR QUILL PLC\t1'200\tUSD\t12.50\tUSD 15'000.00\tUSD 11'400.00",
        "IE00BQZ55123\tTIDE WILLOW PLC\t300\tUSD\t40.00\tUSD 12'000.00\tUSD 12'900.00",
        "\tCurrent account\t\tUSD\t\tUSD 1'500.00\t",
        "\tTotal\t\tUSD\t\tUSD 28'500.00\t",
    ]
    (account,) = accounts("\n".join(rows), "extract.tsv")
    assert (account.number, account.as_of, account.status) == ("…8830", date(2026, 6, 30), "proven")
    assert (account.stated_total, account.cash) == (D(28500), D(1500))
    first = account.positions[0]
    assert (first.quantity, first.price, first.market_value, first.cost_basis) == (
        D(1200),
        D("12.50"),
        D(15000),
        D(11400),
    )


RULER = "=" * 96
PRINTED = f"""PINEWICK CUSTODY SERVICES
ACCOUNT: 8503-2295
                                                                               05/01/26 - 05/31/26
SYMBOL  DESCRIPTION                       QUANTITY       PRICE      MARKET VALUE        COST BASIS
{RULER}
QZAB    HARBOR QUILL HOLDINGS INC              300       10.00          3,000.00          2,500.00
          LOT 09DEC12                          100                      1,000.00            700.00
          LOT 08MAR13                          200                      2,000.00          1,800.00
QZBF    TIDE WILLOW FOODS INC                   50       20.00          1,000.00          1,100.00
          LOT 02FEB2025                         50                      1,000.00          1,100.00
{RULER}
        CASH                                                              500.00
        TOTAL ACCOUNT                                                   4,500.00          3,600.00
{RULER}
"""


def test_lots_set_in_with_a_day_in_one_word_are_lots_and_rulers_are_nothing() -> None:
    (account,) = accounts(PRINTED, "positions.txt")
    assert (account.cash, account.stated_total, account.status) == (D(500), D(4500), "proven")
    assert account.as_of == date(2026, 5, 31)
    assert [line.symbol for line in account.positions if line.asset_type != "cash"] == ["QZAB", "QZBF"]
    lots = {line.symbol: [(str(lot.acquired), lot.quantity, lot.cost_basis) for lot in line.lots]
            for line in account.positions if line.lots}  # fmt: skip
    assert lots == {
        "QZAB": [("2012-12-09", D(100), D(700)), ("2013-03-08", D(200), D(1800))],
        "QZBF": [("2025-02-02", D(50), D(1100))],
    }


@pytest.mark.parametrize(
    ("text", "whole"),
    [("10/01/26 - 10/31/26", True), ("Jan 1, 2026 to Mar 31, 2026", True), ("10/01/26", False),
     ("10/01/26 - 10/31/26 Value", False)],
)  # fmt: skip
def test_a_period_is_two_days_and_nothing_else(text: str, whole: bool) -> None:
    assert is_period(text) is whole


@pytest.mark.parametrize("text", ["QZB25DECO", "99DEC20", "AB12MAR", "25DECEMBER"])
def test_letters_with_figures_are_no_days(text: str) -> None:
    assert read_date(text) is None


def workbook(*names: str) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for place, name in enumerate(names, start=1):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["Symbol", "Description", "Quantity", "Price", "Market Value"])
        sheet.write_row(1, 0, ["QZAB", "Harbor Quill Holdings", 100 * place, 12.5, 1250 * place])
        sheet.write_row(2, 0, ["Total", "", "", "", 1250 * place])
    book.close()
    return out.getvalue()


def test_sheets_named_after_accounts_are_accounts() -> None:
    found = read_here("two.xlsx", workbook("Roth IRA 4417", "Joint 8812")).accounts
    assert [(one.number, one.registration, one.stated_total, one.status) for one in found] == [
        ("…4417", "roth_ira", D(1250), "proven"),
        ("…8812", "taxable_joint", D(2500), "proven"),
    ]


@pytest.mark.parametrize(
    "names", [("Stocks", "Bonds"), ("June 2026", "July 2027"), ("2026-06-30", "2026-07-31"), ("Lots 4417", "Held 4417")]
)
def test_sheets_named_after_anything_else_stay_as_they_are(names: tuple[str, str]) -> None:
    assert with_names([(name, [["a"]]) for name in names]) == [["a"], ["a"]]
