"""The recommendation record holds what the rule asks of the firm's type, and is never final while something lacks."""

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import document_samples as samples
import pdfplumber
import pytest

from core.document import recommendation_record
from core.document.record_facts import RecordFacts, missing
from core.domain.errors import BadInput
from core.domain.profile import PROFILE_FIELDS, InvestmentProfile
from core.domain.proposal import Proposal
from core.domain.series import TradeSeries
from core.domain.trade import Baseline
from core.market.products import shelf

PROFILE = InvestmentProfile(
    "H1",
    age=(58, 61),
    objectives="Growth for retirement, and a gift to the grandchildren.",
    horizon_years=15,
    risk_tolerance="medium",
    liquidity_needs="Two years of expenses in cash.",
    experience="Funds for thirty years.",
    financial_situation="Two incomes and no debt.",
    tax_status="Married filing jointly, 24 % bracket.",
    other_investments="A rental flat.",
    as_of=date(2026, 9, 1),
    relationship_summary=date(2026, 3, 30),
)
SERIES = TradeSeries(
    date(2025, 11, 20), date(2026, 11, 20), 2, 11, D("90000.00"), D("84000.00"), D("25.10"), D("260000.00")
)
FIRMS = ("adviser", "broker_dealer")


def record(
    proposal: Proposal | None = None, profile: InvestmentProfile = PROFILE, firm: str = "adviser", **changed: object
) -> bytes:
    labels = {**samples.LABELS, **changed.get("labels", {})}  # type: ignore[dict-item]
    return recommendation_record(
        proposal or samples.proposal(), samples.household(), samples.mandate(), profile, SERIES, shelf(), labels,
        samples.AS_OF, firm,
    )  # fmt: skip


def facts(proposal: Proposal, profile: InvestmentProfile = PROFILE) -> RecordFacts:
    return RecordFacts(
        proposal, samples.household(), samples.mandate(), samples.LABELS, profile, SERIES, shelf(), "adviser"
    )


def text_of(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return re.sub(r"\s+", "", "".join(page.extract_text() for page in pdf.pages))


def stands(data: bytes, *pieces: str) -> None:
    text = text_of(data)
    lost = [piece for piece in pieces if re.sub(r"\s+", "", piece) not in text]
    assert not lost, f"not in the record: {lost}"


@pytest.mark.parametrize("firm", FIRMS)
def test_profile_alternatives_costs_series_conflicts_disclosures_and_people_stand_in_it(firm: str) -> None:
    stands(
        record(firm=firm),
        *PROFILE_FIELDS.values(), "58 and 61", "15 years", "Sep 1, 2026", PROFILE.objectives, PROFILE.tax_status,
        "Do nothing", "Rebalance each account alone, pro rata", "5,603.77", "5,617.97",
        "$8.87", "+$1,924.52", "Turnover", "32.31%", "0.010%", "$260,000.00",
        "Conflicts of interest", "26 USC 1091", "(wash-sale, v1)",
        "Jide Okafor (okafor)", "Petra Varga (varga)", "Nov 20, 2026, 16:30:00 UTC", "not legal or tax advice",
    )  # fmt: skip


def test_the_firm_type_chooses_the_record() -> None:
    dealer, adviser = record(firm="broker_dealer"), record(firm="adviser")
    stands(
        dealer, "Disclosure obligation", "Care obligation", "Conflict of interest obligation", "Compliance obligation",
        "acts as broker-dealer", "17 CFR 240.15l-1(a)(2)(iv)",
    )  # fmt: skip
    stands(
        adviser, "Duty of care", "Duty of loyalty", "IA-5248", "17 CFR 275.204-2", "investment adviser and fiduciary"
    )
    assert "Careobligation" not in text_of(adviser) and "Dutyofloyalty" not in text_of(dealer)
    with pytest.raises(BadInput, match="none of adviser, broker_dealer"):
        record(firm="bank")


@pytest.mark.parametrize("name", PROFILE_FIELDS)
def test_an_approved_record_without_a_profile_field_is_refused_by_name_and_place(name: str) -> None:
    empty = () if name == "age" else None if name in ("horizon_years", "risk_tolerance") or "as_of" in name else ""
    empty = None if name == "relationship_summary" else empty
    lacking = replace(PROFILE, **{name: empty})
    with pytest.raises(BadInput) as refused:
        record(profile=lacking)
    assert PROFILE_FIELDS[name] in str(refused.value) and f"(profile.{name})" in str(refused.value)


def test_a_draft_is_written_and_lists_what_is_missing() -> None:
    draft = replace(samples.proposal(), state="draft", approver=None, decided=None, submitted=None)
    data = record(draft, replace(PROFILE, liquidity_needs=""))
    stands(data, "Not final", "Liquidity needs: not known", "profile.liquidity_needs", "proposal.approver", "■ missing")


def test_what_lacks_in_the_proposal_is_named_with_its_place() -> None:
    one = samples.proposal()
    answer = replace(one.answer, baselines=(Baseline("ignore_tax", 0.04, D(1), 1, D(2)),), triggered_by=())
    answer = replace(answer, trades=(replace(answer.trades[0], reasons=()), *answer.trades[1:]))
    found = {issue.code: issue.where for issue in missing(facts(replace(one, answer=answer, approver=None)))}
    assert found["trigger_missing"] == "proposal.answer.triggered_by"
    assert found["basis_missing"] == "proposal.answer.trades[0].reasons"
    assert {"alternatives_missing", "do_nothing_missing", "approval_missing"} <= set(found)
    assert missing(facts(one)) == ()


def test_a_mandate_beyond_the_risk_tolerance_stands_against_it() -> None:
    (issue,) = missing(facts(samples.proposal(), replace(PROFILE, risk_tolerance="low")))
    assert (issue.where, issue.code) == ("profile.risk_tolerance", "outside_profile")
    assert "60% in growth classes is above the 35%" in issue.message


def test_a_purchase_that_the_shelf_does_not_allow_stands_against_it() -> None:
    one = samples.proposal()
    trades = (*one.answer.trades, replace(one.answer.trades[2], symbol="IBIT"))
    case = replace(one.case, securities=(*one.case.securities, replace(one.case.securities[0], symbol="IBIT")))
    changed = replace(one, case=case, answer=replace(one.answer, trades=trades))
    assert [issue.where for issue in missing(facts(changed))] == ["products.IBIT"]


def test_like_products_stand_beside_what_is_bought_in_dollars_at_its_size() -> None:
    stands(record(), "VTIP for $27,305.60", "STIP", "TIP", "8.19", "49.15")


def test_the_same_record_gives_the_same_bytes_and_hostile_text_stays_text() -> None:
    assert record() == record()
    data = record(profile=replace(PROFILE, objectives=samples.HOSTILE, other=samples.HOSTILE))
    stands(data, "<script>alert('x')</script>", "=HYPERLINK")
