"""The policy statement says every rule of the mandate, each CFA item, and what two versions put differently."""

import dataclasses
import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import document_samples as samples
import pdfplumber
import pytest
from test_document_recommendation import PROFILE

from core.document import policy_statement
from core.document.policy_words import policy_changes, sentences
from core.domain.account import FlatRates
from core.domain.allocation import Allocation, Band
from core.domain.custom_product import CustomProduct
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import AssetFacts, Estimation, Mandate, TrackingLimit, TurnoverLimit
from core.domain.policy import Policy
from core.market.asset_classes import labels

NAMES = {**labels(), "objective.max_sharpe": "the most return for its risk"}
MANDATE = replace(
    samples.mandate(),
    objective="max_sharpe",
    assets=FrozenMap({"VTI": AssetFacts(FrozenMap({"us_equity": 1.0}), "Vanguard")}),
)
CHANGED = {
    "objective": "min_volatility",
    "bounds": FrozenMap({"VTI": (0.1, 0.3)}),
    "class_bounds": FrozenMap({"us_equity": (0.2, 0.6)}),
    "issuer_limit": 0.4,
    "turnover": TurnoverLimit(0.2, FrozenMap({"VTI": 1.0})),
    "tracking_error": TrackingLimit(0.03, FrozenMap({"VTI": 1.0})),
    "factors": FrozenMap({"size": (-0.2, 0.2)}),
    "restricted": ("XYZ",),
    "risk_free": 0.031,
    "risk_aversion": 4.0,
    "risk_limit": 0.11,
    "periods_per_year": 12,
    "estimation": Estimation("ewma", "ledoit"),
    "views": (FrozenMap({"asset": "VTI", "return": 0.07}),),
    "assets": FrozenMap({"ITOT": AssetFacts(FrozenMap({"us_equity": 1.0}), "iShares")}),
    "effective": date(2026, 9, 1),
    "target": Allocation("asset_class", FrozenMap({"us_equity": 0.7, "us_bond": 0.3}), destination="target"),
    "sector_bounds": FrozenMap({"technology": (0.0, 0.3)}),
    "measures": FrozenMap({"duration": (2.0, 6.5)}),
    "most_assets": 7,
    "least_position": 0.02,
    "policy": Policy(trigger="calendar"),
    "factor_targets": FrozenMap({"size": 0.25}),
    "exclude": ("tobacco",),
    "products": FrozenMap({"NOTE": CustomProduct("structured_note", FrozenMap({"VTI": 1.0}), "buffered")}),
    "sleeves": FrozenMap({"core": 0.8, "growth": 0.2}),
    "weigh_drift": True,
}
NOT_RULES = {"id", "name", "version", "note"}
POLICY = {
    "trigger": "always", "harvest_losses": False, "wash_sales": "warn", "short_term_gains": "avoid", "wait_days": 45,
    "minimum_trade": D(700), "minimum_benefit": D(90), "turnover_limit": 0.15, "location": False,
    "cash_flow_only": True, "untargeted": "sell", "relief": "hifo", "same_index": "allow",
    "default_rates": FlatRates(0.3, 0.2), "commitments": "ignore", "withdrawal_order": "minimum_tax",
    "switch_back": "no_short_gain",
}  # fmt: skip
ITEMS = ["1a", "1b", "1c", "2a", "2b", "2c", "2d", "2e", "3a", "3b", "3c", "3d", "3e", "4a", "4b", "4c"]


def statement(mandate: Mandate = MANDATE, **more: object) -> bytes:
    return policy_statement(mandate, samples.household(), PROFILE, NAMES, samples.AS_OF, **more)  # type: ignore[arg-type]


def text_of(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_no_field_of_the_mandate_or_its_policy_is_left_without_a_case_here() -> None:
    assert {one.name for one in dataclasses.fields(Mandate)} == set(CHANGED) | NOT_RULES
    assert {one.name for one in dataclasses.fields(Policy)} == set(POLICY)


@pytest.mark.parametrize("name", CHANGED)
def test_whatever_the_code_reads_changes_a_sentence_and_the_sentence_stands_in_the_statement(name: str) -> None:
    changed = replace(MANDATE, **{name: CHANGED[name]})
    found = policy_changes(MANDATE, changed, NAMES)
    assert found
    text = squeezed(text_of(statement(changed)))
    assert all(squeezed(one.now) in text for one in found if one.now)


@pytest.mark.parametrize("name", POLICY)
def test_every_switch_of_the_policy_is_a_sentence(name: str) -> None:
    changed = replace(MANDATE, policy=replace(MANDATE.policy, **{name: POLICY[name]}))
    (one,) = policy_changes(MANDATE, changed, NAMES)
    assert one.rule == f"policy.{name}" and one.was != one.now
    assert squeezed(one.now) in squeezed(text_of(statement(changed)))


def test_every_sentence_of_the_mandate_stands_in_the_statement() -> None:
    full = replace(MANDATE, **{key: value for key, value in CHANGED.items() if key != "target"})
    text = squeezed(text_of(statement(full)))
    assert [rule for rule, said in sentences(full, NAMES).items() if squeezed(said) not in text] == []


def test_every_item_of_the_cfa_list_has_its_clause_and_the_profile_speaks() -> None:
    text = text_of(statement())
    assert [item for item in ITEMS if not re.search(rf"^{item} +\w", text, re.MULTILINE)] == []
    for told in (PROFILE.objectives, PROFILE.liquidity_needs, PROFILE.tax_status, "15 years", "58 and 61"):
        assert squeezed(told) in squeezed(text)
    assert "In force since Jan 5, 2026" in text and "version 7" in text


def test_a_moved_band_is_told_in_words_beside_what_it_was() -> None:
    assert MANDATE.target is not None
    target = replace(MANDATE.target, bands=FrozenMap({"us_equity": Band("absolute", 0.03)}))
    new = replace(MANDATE, version=8, target=target)
    one, *_ = policy_changes(MANDATE, new, NAMES)
    assert one.was == "US equity: target 50.00%, range 45.00% to 55.00% (5.0 points either side)."
    assert one.now == "US equity: target 50.00%, range 47.00% to 53.00% (3.0 points either side)."
    text = squeezed(text_of(statement(new, before=MANDATE)))
    assert squeezed("What changed since version 7") in text
    assert squeezed(one.now) in text and text.count("53.00%") == 2 and "45.00%" in text


def test_the_same_mandate_gives_the_same_bytes_and_an_empty_one_still_prints() -> None:
    assert statement() == statement()
    assert "No target allocation is set" in text_of(statement(Mandate(id="bare")))
