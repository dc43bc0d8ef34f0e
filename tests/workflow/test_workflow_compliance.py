"""Profiles, the product shelf and the recommendation record, through the front door."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.domain.errors import BadInput, NotAllowed
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Lot
from core.domain.money import cents
from core.domain.product import Product
from core.domain.profile import InvestmentProfile, missing_fields
from core.domain.security import Security
from core.market.products import like
from core.workflow import compliance, demo, documents, products, proposals, reports
from core.workflow.case_files import case_under
from core.workflow.desk import Desk
from core.workflow.households import households, mandate
from core.workflow.trail import trail

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


def new_product(symbol: str = "nwx") -> Product:
    day = date(2026, 11, 20)
    return Product(symbol, "New Index ETF", "Exchange-traded fund", "us_equity", 0.0002, 0.001, "medium", "low",
                   "same day, on an exchange", "None known.", "approved", day, day, 0.5, note="Cheap.")  # fmt: skip


def test_a_proposed_product_stands_on_the_shelf_unapproved_until_the_committee_decides(advisor: Desk) -> None:
    made = products.propose_product(advisor, new_product())
    assert (made.symbol, made.status, made.reviewed_cost) == ("NWX", "not_approved", 0.001)
    assert "NWX" in products.blocked_symbols(advisor)
    assert products.off_shelf(advisor, ["NWX", "VTI", "ZZ"]) == {"NWX", "ZZ"}
    committee = advisor.acting_as(demo.person_for("committee"))
    decided = products.decide_product(committee, "NWX", "approved", "assessed by the committee")
    assert decided.buyable and decided.next_review > decided.reviewed
    assert "NWX" not in products.blocked_symbols(advisor)
    assert like(products.products(advisor), "NWX")[0].symbol == "NWX"
    kinds = [event.kind for event in trail(advisor, security="NWX")]
    assert kinds == ["product.approved", "product.proposed"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"symbol": " "}, "needs its symbol"), ({"symbol": "VTI"}, "stands on the shelf already"),
        ({"asset_class": "moon"}, "no asset class"), ({"ongoing_cost": 1.5}, "fractions from 0"),
        ({"liquidity": ""}, "needs its symbol"),
    ],
)  # fmt: skip
def test_a_product_that_was_not_assessed_is_not_proposed(advisor: Desk, wrong: dict[str, object], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        products.propose_product(advisor, replace(new_product(), **wrong))  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        products.propose_product(advisor.acting_as(demo.person_for("committee")), new_product())


def test_a_significant_change_is_an_alert_until_the_product_is_decided_on_again(advisor: Desk) -> None:
    committee = advisor.acting_as(demo.person_for("committee"))

    def told() -> set[str]:
        return {issue.code for issue in products.shelf_changes(advisor) if issue.where == "VTI"}

    assert told() == set()
    products.note_change(advisor, "VTI", "manager", "the lead manager left, notice of Nov 12")
    products.note_change(advisor, "VTI", "cost", "new prospectus", 0.004)
    assert told() == {"manager_changed", "cost_changed"}
    assert products.products(advisor)["VTI"].ongoing_cost == 0.004
    products.note_change(advisor, "VTI", "closure", "closed to new money")
    assert products.products(advisor)["VTI"].status == "suspended" and "VTI" in products.blocked_symbols(advisor)
    products.decide_product(committee, "VTI", "watch", "still the best of its kind")
    standing = products.products(advisor)["VTI"]
    assert told() == set() and (standing.status, standing.ongoing_cost) == ("watch", 0.004)
    for kind, cost in (("manager", 0.1), ("cost", None), ("cost", 1.2)):
        with pytest.raises(BadInput, match="names the new cost"):
            products.note_change(advisor, "VTI", kind, "x", cost)  # type: ignore[arg-type]


def test_the_engine_buys_nothing_that_stands_on_no_shelf_even_of_what_a_household_brought(advisor: Desk) -> None:
    held = households(advisor)[0]
    own = Security("HOMEBREW", Decimal("10"), FrozenMap({"us_equity": 1.0}))
    lot = Lot("brought", "HOMEBREW", Decimal(5), Decimal(50), date(2020, 1, 2))
    first = replace(held.accounts[0], lots=(*held.accounts[0].lots, lot))
    brought = replace(held, securities=(*held.securities, own), accounts=(first, *held.accounts[1:]))
    case = case_under(advisor, brought, mandate(advisor, held.mandate)).case
    assert any(one.symbol == "HOMEBREW" for one in case.securities)
    assert all("HOMEBREW" in account.do_not_buy for account in case.accounts)
