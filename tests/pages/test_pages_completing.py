"""A new household is completed on the holdings page: its taxpayer, its accounts, a security of its own."""

from typing import Any

import pytest
from pages_markup import html_of  # type: ignore[import-not-found]

from core.workflow.desk import Desk
from core.workflow.holdings import classify
from core.workflow.households import household, mandates, new_household
from core.workflow.statements import sign_off, upload

PAGE = "pages.clients.holdings"
SAMPLE = b"""Positions for account Individual ...7788 as of 10/30/2026
Symbol,Description,Quantity,Price,Market Value,Cost Basis
VTI,Vanguard Total Stock Market ETF,100,300.00,"30,000.00","20,000.00"
ZZQX,Quillon Private Lending Fund,50,100.00,"5,000.00","5,500.00"
Account Total,,,,"35,000.00","25,500.00"
"""


def button(page: Any, label: str) -> Any:
    return next(one for one in page.button if one.label == label)


def field(page: Any, label: str, kind: str = "text_input") -> Any:
    return next(one for one in page.get(kind) if one.label == label)


@pytest.fixture()
def home(desk: Desk) -> str:
    intake = upload(desk, "quillon.csv", SAMPLE)
    made = new_household(desk, "Quillon and Tarr", mandates(desk)[0].id)
    sign_off(desk, intake.id, intake.version, 0, made.id, None, "first statement")
    return made.id


@pytest.mark.usefixtures("own_book")
def test_the_missing_profile_is_said_and_completed(open_page: Any, desk: Desk, home: str) -> None:
    page = open_page(PAGE, household=home)
    assert any("default rates" in one.value for one in page.warning)
    field(page, "Income without these gains, $").input("120,000")
    field(page, "State rate, %").input("5")
    next(one for one in page.text_input if one.placeholder.startswith("e.g. tax return")).input("call of Nov 3")
    button(page, "Keep the profile").click()
    page.run()
    assert not page.exception
    assert not page.error
    assert not any("default rates" in one.value for one in page.warning)
    payer = household(desk, home).taxpayers[0]
    assert (int(payer.ordinary_income), payer.state_rate) == (120000, 0.05)
    assert "$120,000" in html_of(page)


@pytest.mark.usefixtures("own_book")
def test_a_profile_without_a_reason_is_not_kept(open_page: Any, desk: Desk, home: str) -> None:
    page = open_page(PAGE, household=home)
    button(page, "Keep the profile").click()
    page.run()
    assert "profile comes from" in page.error[0].value
    assert household(desk, home).taxpayers == ()


@pytest.mark.usefixtures("own_book")
def test_an_account_is_named_and_registered(open_page: Any, desk: Desk, home: str) -> None:
    page = open_page(PAGE, household=home)
    field(page, "Registration", "selectbox").select("taxable_joint")
    field(page, "Name on the screen and in letters").input("Joint")
    next(one for one in page.text_input if one.placeholder == "e.g. account agreement").input("agreement")
    button(page, "Keep the account").click()
    page.run()
    assert not page.error
    held = household(desk, home)
    assert held.accounts[0].registration == "taxable_joint"
    assert held.card(held.accounts[0].id).title == "Joint"


@pytest.mark.usefixtures("own_book")
def test_an_empty_household_says_what_to_do_next(open_page: Any, desk: Desk) -> None:
    page = open_page(PAGE, household=new_household(desk, "Empty Nest", mandates(desk)[0].id).id)
    assert not page.exception
    assert "holds nothing yet" in str(page.info[0].proto)


@pytest.mark.usefixtures("own_book")
def test_a_security_without_a_class_is_said_until_it_has_one(open_page: Any, desk: Desk, home: str) -> None:
    for module in (PAGE, "pages.monitoring.drift", "pages.rebalancing.what_if"):
        assert any("ZZQX" in str(one.proto) for one in open_page(module, household=home).warning)
    classify(desk, home, "ZZQX", {"alternatives": "100"}, "fact sheet")
    assert not any("ZZQX" in str(one.proto) for one in open_page(PAGE, household=home).warning)
