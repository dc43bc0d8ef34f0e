"""An account of which the first rows were lost is not proven by the sums of those that were read."""

from decimal import Decimal as D

from core.domain.statement import Statement
from core.ingest.accounts import build
from core.ingest.nouns.events import Cell, Event, Fact, Heading, Record, Total, Where

HERE = Where(1)


def number(text: str) -> Fact:
    return Fact("account", text, HERE)


def row(symbol: str, quantity: str, price: str, value: str) -> Record:
    cells = {"symbol": symbol, "description": f"{symbol} INC", "quantity": quantity, "price": price, "value": value}
    return Record("holdings", {role: Cell(text) for role, text in cells.items()}, HERE, table=1)


def total(name: str, value: str) -> Total:
    return Total(name, {"value": Cell(value)}, HERE, table=1)


def funds() -> list[Event]:
    return [Heading("Mutual Funds", HERE, 9.0), row("QZABX", "10", "15.00", "150.00"), total("Mutual Funds", "150.00")]


def read(*events: Event) -> Statement:
    return build(list(events), "farrow.pdf", "Larch", 2, "pages")


def test_the_sum_of_a_class_before_any_row_is_that_of_no_holdings_read() -> None:
    (account,) = read(number("2210-4577"), total("Equities", "2,189.00"), *funds()).accounts
    assert account.status == "unproven"
    assert any(
        "the printed sum of Equities, 2,189.00, is that of no holdings read" in one.where for one in account.checks
    )


def test_sums_before_the_rows_that_tie_with_them_say_nothing() -> None:
    (account,) = read(number("2210-4577"), total("Mutual Funds", "150.00"), *funds()).accounts
    assert account.status == "proven"


def both(*told: Event) -> Statement:
    equities = [Heading("Equities", HERE, 9.0), row("EMBE", "20", "10.00", "200.00"), total("Equities", "200.00")]
    own = Fact("total", "Total account value", HERE, D("200.00"), rank=6)
    return read(*told, number("2210-6642"), *equities, own, number("2210-4577"), *funds())


def test_an_account_without_a_total_is_not_proven_where_that_of_all_accounts_fails() -> None:
    one, other = both(Fact("grand", "Household total", HERE, D("1350.00"))).accounts
    assert (one.status, other.status) == ("proven", "unproven")


def test_what_an_account_without_a_total_is_worth_counts_in_that_of_all() -> None:
    statement = both(Fact("grand", "Household total", HERE, D("350.00")))
    assert [account.status for account in statement.accounts] == ["proven", "proven"]
    assert not any(issue.code == "household_total" for issue in statement.issues)
