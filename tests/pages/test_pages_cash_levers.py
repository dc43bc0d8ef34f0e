"""Cash and risk on the pages: who pays a withdrawal, what must be distributed, settings put back, tracking error."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from pages_markup import html_of  # type: ignore[import-not-found]

from core.domain.scenario import Levers
from core.workflow.desk import Desk
from core.workflow.households import household, mandate
from core.workflow.proposals import draft
from core.workflow.saving import Put, save
from core.workflow.what_if import keep, what_if

PAGE = "pages.rebalancing.what_if"


def box(page: Any, label: str, kind: str = "number_input") -> Any:
    return next(one for one in page.get(kind) if one.label == label)


def test_a_withdrawal_changes_the_picture_and_is_said(open_page: Any) -> None:
    page = open_page(PAGE, household="H-0005")
    before = [metric.value for metric in page.metric]
    box(page, "Household pays out, $").set_value(900_000)
    page.run()
    assert not page.exception and not page.error
    assert [metric.value for metric in page.metric] != before
    assert "$900,000 paid out" in html_of(page)
    box(page, "Paid by", "selectbox").set_value("minimum_tax")
    page.run()
    assert "what adds least tax" in html_of(page)


def test_a_distribution_is_asked_of_retirement_accounts_alone(open_page: Any) -> None:
    page = open_page(PAGE, household="H-0005")
    box(page, "Required distribution, $").set_value(60_000)
    page.run()
    assert not page.exception and not page.error
    assert box(page, "Distributed from", "selectbox").options == ["IRA, Nora …3358"]
    assert "$60,000 distributed" in html_of(page)


@pytest.mark.usefixtures("own_book")
def test_a_kept_setting_puts_every_cash_lever_back(open_page: Any, desk: Desk) -> None:
    levers = Levers(
        withdrawal=Decimal(50_000), withdrawal_order="minimum_tax", distribution=Decimal(20_000),
        distribution_account="H-0005-ira", wait_days=45, relief="hifo", short_term_gains="avoid", cash_flow_only=True,
    )  # fmt: skip
    made = keep(desk, "H-0005", "gift year", what_if(desk, "H-0005", levers))
    page = open_page(PAGE, household="H-0005", scenario=made.id)
    assert not page.exception and not page.error
    assert box(page, "Household pays out, $").value == 50_000
    assert box(page, "Paid by", "selectbox").value == "minimum_tax"
    assert box(page, "Required distribution, $").value == 20_000
    assert box(page, "Wait for long-term, days").value == 45
    assert box(page, "Lots sold", "selectbox").value == "hifo"
    assert box(page, "Only cash flows trade", "toggle").value is True
    shown = html_of(page)
    assert "no short-term gains, waits 45 days for long-term, dearest lots first" in shown
    assert "$50,000 paid out, what adds least tax, $20,000 distributed, cash flows only" in shown


@pytest.mark.usefixtures("own_book")
def test_a_proposal_says_who_pays_and_what_each_account_has_afterwards(open_page: Any, desk: Desk) -> None:
    made = draft(desk, "H-0005", Levers(withdrawal=Decimal(900_000)))
    page = open_page("pages.rebalancing.proposal", proposal=made.id)
    assert not page.exception and not page.error
    shown = html_of(page).replace("\u2060", "")
    assert "The withdrawal takes $900,000.00 from Joint …3320" in shown
    assert "Cash by account" in shown and "−$900,000.00" in shown
    assert "H-0005-joint" not in shown


@pytest.mark.usefixtures("own_book")
def test_a_mandate_that_weighs_drift_shows_its_tracking_error(open_page: Any, desk: Desk) -> None:
    held = household(desk, "H-0005")
    rules = replace(mandate(desk, held.mandate), weigh_drift=True, version=2)
    save(desk, "mandate.adopted", Put("mandate", rules.id, 2, rules))
    page = open_page("pages.rebalancing.proposal", proposal=draft(desk, "H-0005").id)
    assert not page.exception and not page.error
    said = html_of(page) + " ".join(one.value for one in page.caption)
    assert "Weighed by risk: the yearly tracking error to the target goes from" in said
