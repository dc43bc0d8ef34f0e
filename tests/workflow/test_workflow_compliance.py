"""Profiles, the product shelf and the recommendation record, through the front door."""

from dataclasses import replace

import pytest

from core.domain.errors import BadInput, NotAllowed
from core.domain.money import cents
from core.domain.profile import InvestmentProfile, missing_fields
from core.workflow import compliance, demo, documents, products, proposals, reports
from core.workflow.desk import Desk
from core.workflow.households import households

PASSWORD = demo.demo_password()


@pytest.fixture
def advisor() -> Desk:
    return Desk.sample("advisor")


def approved(desk: Desk, household: str) -> str:
    made = proposals.draft(desk, household)
    submitted = proposals.submit_proposal(desk, made.id, made.version)
    officer = desk.acting_as(demo.person_for("compliance"))
    return proposals.approve_proposal(officer, made.id, submitted.version, PASSWORD).id


def test_every_household_of_the_demo_book_has_a_whole_profile(advisor: Desk) -> None:
    for held in households(advisor):
        assert missing_fields(compliance.profile(advisor, held.id)) == ()


def test_a_changed_profile_is_a_new_version_with_its_reason(advisor: Desk) -> None:
    old = compliance.profile(advisor, "H-0005")
    new = compliance.set_profile(advisor, replace(old, horizon_years=9), "told by telephone")
    assert (new.version, new.note) == (old.version + 1, "told by telephone")
    assert compliance.profile(advisor, "H-0005").horizon_years == 9
    with pytest.raises(BadInput, match="who told"):
        compliance.set_profile(advisor, old, " ")


def test_the_record_is_issued_with_the_letter_and_refused_while_the_profile_is_empty(advisor: Desk) -> None:
    one = approved(advisor, "H-0005")
    compliance.set_profile(advisor, InvestmentProfile("H-0005"), "wiped for the test")
    papers = documents.issue(advisor, one)
    assert {paper.kind for paper in papers} >= {"letter", "orders"} and "record" not in {p.kind for p in papers}
    with pytest.raises(BadInput, match=r"Liquidity needs: not known of this household \(profile.liquidity_needs\)"):
        documents.finalise_record(advisor, one)
    compliance.set_profile(advisor, demo_profile("H-0005"), "restored")
    paper = documents.finalise_record(advisor, one)
    assert paper == documents.finalise_record(advisor, one)
    assert documents.document(advisor, paper.id)[1].startswith(b"%PDF")


def demo_profile(household: str) -> InvestmentProfile:
    return compliance.profile(Desk.sample("advisor"), household)


def test_the_series_counts_every_approved_proposal_of_twelve_months(advisor: Desk) -> None:
    first, second = approved(advisor, "H-0005"), approved(advisor, "H-0005")
    alone = proposals.proposal(advisor, first).answer
    series = compliance.trade_series(advisor, second)
    assert (series.proposals, series.trades) == (2, 2 * len(alone.trades))
    assert series.average_equity == cents(alone.before.total)
    assert series.costs == 2 * (alone.spread + alone.commission)
    assert series.turnover == pytest.approx(float(min(series.bought, series.sold) / series.average_equity))


def test_a_product_that_is_not_approved_is_refused_at_submit(advisor: Desk) -> None:
    made = proposals.draft(advisor, "H-0005")
    symbol = next(trade.symbol for trade in made.answer.trades if trade.side == "buy")
    committee = advisor.acting_as(demo.person_for("committee"))
    with pytest.raises(NotAllowed):
        products.decide_product(advisor, symbol, "suspended", "not mine to decide")
    products.decide_product(committee, symbol, "suspended", "the index provider changes")
    assert symbol in products.blocked_symbols(advisor)
    with pytest.raises(NotAllowed, match=f"{symbol} \\(suspended\\)"):
        proposals.submit_proposal(advisor, made.id, made.version)
    products.decide_product(committee, symbol, "approved", "nothing changed for holders")
    assert proposals.submit_proposal(advisor, made.id, made.version).state == "submitted"
    assert products.products(advisor)[symbol].version == 2


def test_a_record_finalised_first_leaves_letter_and_orders_to_be_issued(advisor: Desk) -> None:
    one = approved(advisor, "H-0006")
    record = documents.finalise_record(advisor, one)
    papers = documents.issue(advisor, one)
    assert record in papers and {"letter", "orders", "orders-fix"} <= {paper.kind for paper in papers}
    assert len(papers) == len({paper.id for paper in papers})


@pytest.mark.parametrize("kind", ["policy", "drift-note", "report"])
def test_a_household_paper_is_kept_once_while_nothing_differs(advisor: Desk, kind: str) -> None:
    paper = reports.issue_household_paper(advisor, "H-0006", kind)
    assert paper == reports.issue_household_paper(advisor, "H-0006", kind)
    assert documents.document(advisor, paper.id)[1].startswith(b"%PDF")
    with pytest.raises(BadInput, match="none of policy, drift-note, report"):
        reports.issue_household_paper(advisor, "H-0006", "poem")
