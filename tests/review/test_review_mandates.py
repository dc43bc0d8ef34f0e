"""Two versions of a mandate against each other, rule by rule and in words."""

from dataclasses import replace
from decimal import Decimal

from core.domain.allocation import Allocation, Band
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import AssetFacts, Mandate
from core.domain.policy import Policy
from core.review.mandate_rules import mandate_rules
from core.review.mandates import compare_mandates

LABELS = {"us_equity": "US equity", "us_bond": "US bonds"}
OLD = Mandate(
    id="plain",
    name="Plain",
    target=Allocation(
        "asset_class",
        FrozenMap({"us_equity": 0.6, "us_bond": 0.4}),
        FrozenMap({"us_equity": Band("absolute", 0.05)}),
    ),
    class_bounds=FrozenMap({"us_equity": (0.4, 0.7)}),
    restricted=("XYZ",),
)


def test_every_difference_is_named_once_and_in_words() -> None:
    target = Allocation(
        "asset_class",
        FrozenMap({"us_equity": 0.55, "us_bond": 0.45}),
        FrozenMap({"us_equity": Band("absolute", 0.04)}),
        "band_edge",
    )
    new = replace(
        OLD,
        target=target,
        issuer_limit=0.05,
        restricted=(),
        policy=Policy(minimum_trade=Decimal(500), harvest_losses=False),
        assets=FrozenMap({"VTI": AssetFacts(FrozenMap({"us_equity": 1.0}), "Vanguard")}),
    )
    found = compare_mandates(OLD, new, LABELS)
    assert [change.sentence for change in found.changes] == [
        "US equity target: 55.0% instead of 60.0% (−5.0 pts).",
        "US bonds target: 45.0% instead of 40.0% (+5.0 pts).",
        "US equity band: ±4.0 pts instead of ±5.0 pts (−1.0 pts).",
        "Trades go back to: the band's edge instead of half of the band.",
        "Issuer limit: new, 5.0%.",
        "Losses harvested: no instead of yes.",
        "Least trade: $500.00 instead of $100.00.",
        "VTI on the buy list: new, US equity, by Vanguard.",
        "XYZ: taken out, it was may not be held.",
    ]


def test_a_mandate_differs_from_itself_in_nothing() -> None:
    found = compare_mandates(OLD, OLD, LABELS)
    assert found.changes == ()
    assert found.unchanged == len(mandate_rules(OLD, LABELS))


def test_a_new_mandate_is_new_in_every_rule() -> None:
    found = compare_mandates(None, OLD, LABELS)
    assert found.unchanged == 0
    assert {change.change for change in found.changes} == {"new"}


def test_every_field_of_a_policy_and_every_limit_is_a_rule() -> None:
    """A field that no rule tells of could change without anybody seeing it."""
    told = {rule.path.split(".")[0].split("[")[0] for rule in mandate_rules(OLD)}
    limits_not_set = {"bounds", "sector_bounds", "measures", "issuer_limit", "turnover", "tracking_error", "factors"}
    limits_not_set |= {"most_assets", "least_position", "risk_limit", "views", "assets"}
    limits_not_set |= {"factor_targets", "exclude", "products", "sleeves"}
    identity = {"id", "name", "version", "effective", "note"}
    assert told | limits_not_set | identity == set(Mandate.__dataclass_fields__)
