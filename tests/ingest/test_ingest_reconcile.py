"""A signed-off account becomes holdings: a new version of the household, never the same account twice."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from ingest_layouts import PAPERS

from core.domain.account import Taxpayer
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.statement import StatementAccount
from core.ingest import reconcile
from core.ingest.reading import read_here

EMPTY = Household("h1", "Ruiz", "growth", (Taxpayer("T1"),), ())


def accounts_of(name: str) -> tuple[StatementAccount, ...]:
    return read_here(f"{name}.pdf", PAPERS[name]().data).accounts


def test_printed_lots_become_lots_with_their_dates_and_basis() -> None:
    (joint, _ira) = accounts_of("lantern")
    household, _ = reconcile(joint, EMPTY)
    (account,) = household.accounts
    assert (account.registration, account.cash, account.proof) == ("taxable_joint", Decimal("250.00"), "proven")
    assert [(lot.symbol, lot.quantity, lot.cost_basis, lot.acquired) for lot in account.lots] == [
        ("SCHB", Decimal(10), Decimal("400.00"), date(2019, 3, 4)),
        ("SCHB", Decimal(20), Decimal("1100.00"), date(2021, 7, 15)),
        ("AGG", Decimal(15), Decimal("1600.00"), date(2022, 1, 10)),
    ]
    assert household.version == 2 and household.as_of == date(2025, 12, 31)
    assert household.card(account.id).number == "…0411"


def test_without_printed_lots_a_position_is_one_lot_of_unknown_date() -> None:
    (roth,) = accounts_of("harbor")
    household, issues = reconcile(roth, EMPTY)
    assert all(lot.acquired is None for lot in household.accounts[0].lots)
    assert {issue.code for issue in issues} >= {"lots_unknown", "taxpayer_assumed"}


def test_the_same_account_again_is_updated_and_never_doubled() -> None:
    first = accounts_of("lantern")[0]
    household, _ = reconcile(first, EMPTY)
    later = replace(first, cash=Decimal("99.00"), as_of=date(2026, 1, 31))
    again, _ = reconcile(later, household)
    assert len(again.accounts) == len(again.cards) == 1 and again.accounts[0].cash == Decimal("99.00")
    assert again.accounts[0].lots == household.accounts[0].lots and again.version == 3


def test_known_lots_stay_where_the_next_statement_prints_none() -> None:
    first = accounts_of("lantern")[0]
    household, _ = reconcile(first, EMPTY)
    plain = replace(first, positions=tuple(replace(line, lots=()) for line in first.positions))
    again, issues = reconcile(plain, household)
    assert again.accounts[0].lots == household.accounts[0].lots and not issues


def test_a_changed_quantity_without_lots_is_told() -> None:
    first = accounts_of("lantern")[0]
    household, _ = reconcile(first, EMPTY)
    line = replace(first.positions[0], lots=(), quantity=Decimal(31), market_value=Decimal("1860.00"))
    again, issues = reconcile(replace(first, positions=(line, *first.positions[1:])), household)
    assert [lot.acquired for lot in again.accounts[0].lots if lot.symbol == "SCHB"] == [None]
    assert any(issue.severity == "warning" and "SCHB" in issue.where for issue in issues)


def test_an_account_that_was_not_proven_carries_the_signature() -> None:
    (wrong,) = accounts_of("meadow_wrong")
    household, _ = reconcile(wrong, EMPTY)
    assert household.accounts[0].proof == "signed_off"


def test_securities_the_market_does_not_know_are_kept_with_the_price_of_the_statement() -> None:
    (roth,) = accounts_of("harbor")
    household, _ = reconcile(roth, EMPTY, known_symbols={"VTI", "BND", "MSFT"})
    assert [(one.symbol, one.price) for one in household.securities] == [("KO", Decimal("61.20"))]


def test_two_accounts_of_one_registration_get_two_names() -> None:
    (roth,) = accounts_of("harbor")
    household, _ = reconcile(roth, EMPTY)
    household, _ = reconcile(replace(roth, number="…7777"), household)
    household, _ = reconcile(replace(roth, institution="Quill"), household)
    assert len({one.id for one in household.accounts}) == 3


def test_a_named_account_that_is_not_there_is_a_wrong_call() -> None:
    with pytest.raises(BadInput, match="no account 'nowhere'"):
        reconcile(accounts_of("harbor")[0], EMPTY, "nowhere")


def test_bonds_shorts_and_options_keep_their_unit_and_sign() -> None:
    from ingest_houses import HOUSES

    (margin,) = read_here("tidewater.pdf", HOUSES["tidewater"]().data).accounts
    household, _ = reconcile(margin, EMPTY)
    worth = {one.symbol: one for one in household.securities}
    total = sum((lot.quantity * worth[lot.symbol].unit_price for lot in household.accounts[0].lots), Decimal(0))
    assert total == Decimal("29052.50") and household.accounts[0].cash == Decimal("-1100.00")
    assert min(lot.cost_basis or 0 for lot in household.accounts[0].lots) == Decimal("-410.00")
