"""An account whose title was not read is never proven: a number alone is missing, or sums of two stand in one."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.accounts import build
from core.ingest.nouns.events import Cell, Event, Fact, Record, Total, Where

HERE = Where(1, None, None)


def row(symbol: str, value: str) -> Record:
    cells = {"symbol": symbol, "description": f"{symbol} CORP", "quantity": "1", "price": value, "value": value}
    return Record("holdings", {role: Cell(text) for role, text in cells.items()}, HERE, table=1)


def total(name: str, value: str) -> Total:
    return Total(name, {"description": Cell(f"Total {name}"), "value": Cell(value)}, HERE)


def number(text: str) -> Fact:
    return Fact("account", text, HERE)


def read(*events: Event) -> list[StatementAccount]:
    return list(build(list(events), "a.pdf", "", 1, "pages").accounts)


FIRST = (row("QZAB", "125.00"), total("", "125.00"))
SECOND = (row("QZCD", "300.00"), total("", "300.00"))


def test_an_account_without_a_number_among_others_that_have_one_waits() -> None:
    lost, known = read(*FIRST, number("44107760"), *SECOND)
    assert (lost.number, lost.status, known.status) == ("", "unproven", "proven")
    assert "no number was read" in lost.checks[0].where


def test_accounts_that_all_have_numbers_or_none_at_all_are_proven() -> None:
    assert [one.status for one in read(number("44107752"), *FIRST, number("44107760"), *SECOND)] == ["proven"] * 2
    assert [one.status for one in read(*FIRST)] == ["proven"]


@pytest.mark.parametrize(
    ("second", "status"),
    [("Joint Brokerage Account", "unproven"), ("Bonds", "proven")],
)
def test_sums_of_two_registrations_in_one_account_tell_that_a_title_was_lost(second: str, status: str) -> None:
    first = (row("QZAB", "125.00"), total("Hale Rollover IRA", "125.00"))
    rows = (*first, row("QZCD", "300.00"), total(second, "300.00"))
    (account,) = read(number("44107752"), Fact("registration", "Hale Rollover IRA", HERE), *rows)
    assert account.status == status


def test_sources_of_money_of_a_plan_are_no_accounts() -> None:
    rows = (
        row("QZAB", "125.00"),
        total("Roth IRA rollover", "125.00"),
        row("QZCD", "300.00"),
        total("Joint", "300.00"),
    )
    (account,) = read(number("44107752"), Fact("registration", "Fernwood 401(k) Plan", HERE), *rows)
    assert account.status == "proven"
