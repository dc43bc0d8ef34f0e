"""Accounts in several currencies: each row in its own, cash in that of the account, nothing added up across them."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

PORTFOLIO = """Product,Symbol/ISIN,Amount,Closing,Local value,,{base}
CASH BALANCE (EUR),,,,EUR,"800,40","800,40"
CASH BALANCE (USD),,,,USD,"12,30","{cash}"
QUILL HARBOR INC,US0378331005,5,"40,00",USD,"200,00","175,00"
"""


def only(text: str, name: str = "export.csv") -> StatementAccount:
    (account,) = read_here(name, text.encode()).accounts
    return account


def said(text: str) -> str:
    return " ".join(issue.message for issue in read_here("export.csv", text.encode()).issues)


def test_cash_is_that_of_the_column_in_the_currency_of_the_account() -> None:
    """`Value in EUR` tells what the dollars are worth; the rows keep their own currencies."""
    account = only(PORTFOLIO.format(base="Value in EUR", cash="10,76"))
    assert (account.cash, account.currency, account.status) == (D("811.16"), "EUR", "proven")
    assert [(line.market_value, line.currency) for line in account.positions] == [
        (D("800.40"), "EUR"), (D("12.30"), "USD"), (D("200.00"), "USD"),
    ]  # fmt: skip


def test_heads_in_other_languages_tell_the_currency_too() -> None:
    text = PORTFOLIO.replace("Product,", "Produkt,").replace("Local value", "Wert").replace("Amount", "Anzahl")
    account = only(text.format(base="Wert in EUR", cash="10,76"))
    assert (account.cash, account.currency) == (D("811.16"), "EUR")


def test_cash_whose_worth_is_not_told_is_not_added_up() -> None:
    """Dollars without their worth in euros: no cash of the account is known, and nothing is proven."""
    account = only(PORTFOLIO.format(base="Value in EUR", cash=""))
    assert (account.cash, account.currency, account.status) == (None, "EUR", "unproven")
    assert "cash in another currency than EUR" in said(PORTFOLIO.format(base="Value in EUR", cash=""))


PLAIN = "Symbol,Quantity,Price,Market Value,Currency\nQLT,40,25.00,1000.00,CAD\nQGLM,10,82.00,820.00,USD\n"


def test_rows_in_two_currencies_without_a_word_of_the_account_are_not_proven() -> None:
    assert only(PLAIN).status == "unproven"
    assert "values stand in CAD and USD, and the file does not tell" in said(PLAIN)


@pytest.mark.parametrize("told", ["Base Currency,CAD", "Reporting currency: CAD", "All amounts are shown in CAD"])
def test_a_line_tells_the_currency_of_the_account(told: str) -> None:
    account = only(f"{told}\n{PLAIN}")
    assert (account.currency, account.status) == ("CAD", "proven")
    assert "no total holds rows in another currency" in said(f"{told}\n{PLAIN}")


def test_rows_that_tell_no_currency_are_in_that_of_the_account() -> None:
    account = only("Account currency: CHF\nSymbol,Quantity,Price,Market Value\nQLT,40,25.00,1000.00\n")
    assert (account.currency, account.positions[0].currency) == ("CHF", "CHF")


def test_a_total_that_is_that_of_the_values_as_they_stand_still_proves() -> None:
    """A column may tell in which currency a security trades, over values that are all in one."""
    account = only(f"{PLAIN}Total,,,1820.00,\n")
    assert (account.status, account.stated_total) == ("proven", D("1820.00"))


@pytest.mark.parametrize(("total", "status"), [("986,16", "proven"), ("999,99", "unproven")])
def test_a_wrong_worth_of_all_rows_is_never_proven(total: str, status: str) -> None:
    """The total in the currency of the account is held against the column of it."""
    text = PORTFOLIO.format(base="Value in EUR", cash="10,76")
    assert only(f'Total account value,"{total}"\n\n{text}').status == status


@pytest.mark.parametrize(("total", "status"), [("986,16", "proven"), ("999,99", "unproven")])
def test_a_sum_under_the_column_of_worth_holds_all_rows(total: str, status: str) -> None:
    text = PORTFOLIO.format(base="Value in EUR", cash="10,76") + f'Total,,,,,,"{total}"\n'
    assert only(text).status == status
    assert "a row that is missing" not in said(text)


def test_the_first_of_two_values_that_tell_their_currencies_is_the_one_of_the_account() -> None:
    account = only("Symbol,Quantity,Price,Value (USD),Value (CAD)\nQLT,10,32.00,320.00,440.00\nTotal,,,320.00,440.00\n")
    assert (account.currency, account.positions[0].currency, account.status) == ("USD", "USD", "proven")


SUMS = """Symbol,Quantity,Price,Market Value,Currency
QLT,40,25.00,1000.00,CAD
Total Stocks,,,1000.00,CAD
QGLM,10,82.00,820.00,USD
Total Stocks,,,{total},USD
"""


@pytest.mark.parametrize(("total", "status"), [("820.00", "proven"), ("900.00", "explained")])
def test_a_sum_that_names_a_currency_is_that_of_the_rows_in_it(total: str, status: str) -> None:
    assert only("Base Currency,USD\n" + SUMS.format(total=total)).status == status


BOOK = """Account Number,Symbol,Name,Quantity,Market Price,Market Price Currency,Book Value (CAD),\
Book Value Currency (CAD),Book Value (Market),Book Value Currency (Market),Market Value,Market Value Currency
KR8GVTMK0CAD,QLT,Quill Trust,40,25.00,CAD,900.00,CAD,900.00,CAD,1000.00,CAD
KR8GVTMK0CAD,QGLM,Garnet Lake,10,82.00,USD,950.00,CAD,700.00,USD,820.00,USD
"""


def test_of_two_book_values_that_in_the_currency_of_the_row_is_the_cost() -> None:
    """The number has letters and digits; the other book value tells in what the account is kept."""
    account = only(BOOK)
    assert [(line.cost_basis, line.currency) for line in account.positions] == [(D(900), "CAD"), (D(700), "USD")]
    assert (account.number, account.currency) == ("…0CAD", "CAD")


def test_a_base_before_the_local_value_is_apart() -> None:
    account = only(
        "Symbol,Quantity,Price,Market Value (EUR),Market Value (Local),Currency\n"
        "QLT,40,25.00,870.00,1000.00,USD\nQGLM,10,82.00,820.00,820.00,EUR\n"
    )
    assert [(line.market_value, line.currency) for line in account.positions] == [(D(1000), "USD"), (D(820), "EUR")]
    assert account.currency == "EUR"
