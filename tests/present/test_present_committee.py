"""A change of mandate and a policy of the lab on the screen: words, tables and the one figure."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from core.domain.allocation import Allocation, Band
from core.domain.committee import MandateDraft, Outcome, Vote
from core.domain.effect import Effect, EffectRow, Side
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import Mandate
from core.lab.policies import LabPolicy, PolicyRun
from core.present.figures.lab import LabMark, turnover_against_tracking
from core.present.tables.editing import edited, editing_rows
from core.present.tables.lab import lab_table
from core.present.tables.mandates import (
    diff_table,
    effect_figures,
    effect_table,
    effect_title,
    mandates_table,
    votes_sentence,
)
from core.review.mandates import compare_mandates

MANDATE = Mandate(id="plain", name="Plain <b>", target=Allocation("asset_class", FrozenMap({"cash": 1.0})))
TWO = Mandate(id="two", name="Two", target=Allocation("asset_class", FrozenMap({"us_equity": 0.6, "cash": 0.4})))
OUTCOME = Outcome("proposed", 4, Decimal(1000), Decimal(9000), 0.05, 0.02, 2, 0)
AT = datetime(2026, 11, 19, 15, tzinfo=UTC)


def found(**moved: object) -> Effect:
    new = Side(replace(OUTCOME, **moved), 3)  # type: ignore[arg-type]
    rows = (
        EffectRow("H1", "Aldous", Side(OUTCOME, 1), new),
        EffectRow("H2", "Wren", None, None, "no price of OWN1"),
    )
    return Effect("plain", 2, 8, rows)


def test_the_title_says_what_would_happen_in_two_numbers() -> None:
    title = effect_title("Plain, version 2", found(tax=Decimal(2500)))
    assert title == "Plain, version 2: two more alerts and +$1,500 of tax"
    same = Effect("plain", 1, 8, (EffectRow("H1", "Aldous", Side(OUTCOME, 1), Side(OUTCOME, 1)),))
    assert effect_title("Plain", same) == "Plain: no alert, no trade and no tax would change"
    assert effect_title("Plain", Effect("plain", 0, 8, ())) == "Plain: no household follows it yet"


def test_the_table_shows_both_versions_and_what_stands_in_the_way() -> None:
    sheet = effect_table(found(tax=Decimal(2500), conflicts=("Gain budget reached.",)), 1, 2)
    frame = sheet.styler.data
    assert sheet.keys == ("H1", "H2")
    assert frame["Δ Tax, $"][0] == 1500.0
    assert list(frame["Note"]) == ["Gain budget reached.", "no price of OWN1"]


def test_the_figures_stand_beside_those_in_force() -> None:
    figures = effect_figures(found(tax=Decimal(2500), trades=9), 1)
    assert figures[0] == ("Alerts", "3", "v1: 1 · +2")
    assert figures[2:] == [("Trades", "9", "v1: 4 · +5"), ("Tax", "$3k", "v1: $1k · +$1,500")]


def test_a_mandate_changed_in_rows_is_a_candidate() -> None:
    rows = editing_rows(TWO, {"us_equity": "US equity"})
    assert edited(TWO, rows, "half_band", "", "100") == TWO
    rows[0] |= {"Target, %": 70.0, "Band": "4", "Least, %": 50.0}
    rows[1] |= {"Target, %": 30.0, "Band": "20%"}
    new = edited(TWO, rows, "band_edge", "5", "$1,500")
    assert new.target == Allocation(
        "asset_class",
        FrozenMap({"us_equity": 0.7, "cash": 0.3}),
        FrozenMap({"us_equity": Band("absolute", 0.04), "cash": Band("relative", 0.2)}),
        "band_edge",
    )
    assert new.class_bounds == {"us_equity": (0.5, 1.0)}
    assert (new.issuer_limit, new.policy.minimum_trade) == (0.05, Decimal(1500))


@pytest.mark.parametrize(
    ("change", "issuer", "least", "place"),
    [
        ({"Target, %": 61.0}, "", "100", "add up to 101.0"),
        ({"Band": "wide"}, "", "100", "'wide' is none"),
        ({}, "all", "100", "Issuer limit"),
        ({}, "", "few", "Smallest trade"),
    ],
)
def test_what_cannot_be_read_is_named(change: dict[str, object], issuer: str, least: str, place: str) -> None:
    rows = editing_rows(TWO, {})
    equity = next(row for row in rows if row["key"] == "us_equity")
    equity |= change
    with pytest.raises(BadInput, match=place):
        edited(TWO, rows, "half_band", issuer, least)


def test_rules_are_escaped_and_counted() -> None:
    html = diff_table(compare_mandates(MANDATE, replace(MANDATE, restricted=("<i>",))), 1, 2)
    assert "&lt;i&gt;" in html and "<i>" not in html
    assert "rules unchanged" in html


def test_votes_are_told_with_names() -> None:
    made = MandateDraft("M-1", MANDATE, 1, "a", AT, "why", 2, (Vote("a", True, AT), Vote("b", False, AT, "Too many.")))
    html = votes_sentence(made, {"a": "Tess Whitlock", "b": "Edda Halvorsen"})
    assert "Needs one more signature." in html
    assert "Tess Whitlock signed on Nov 19, 2026." in html
    assert "Edda Halvorsen is against: Too many." in html


def test_a_mandate_shows_the_candidate_on_the_table() -> None:
    made = MandateDraft("M-1", replace(MANDATE, version=2), 1, "a", AT, "why", 2)
    frame = mandates_table([MANDATE], {"plain": 3}, {"plain": made}).styler.data
    assert list(frame["Candidate"]) == ["M-1: v2, 0 of 2 signed"]


def test_the_figure_labels_its_lines_and_marks() -> None:
    runs = tuple(PolicyRun(LabPolicy("x", 1, (w,)), 0.1 - w, w / 10, 3, 0.0, 0.0, 0.05) for w in (0.01, 0.02))
    figure = turnover_against_tracking({"half_band": runs}, [LabMark("v2", runs[0], True), LabMark("v1", runs[1])])
    words = [one.text for one in figure.layout.annotations]
    assert words == ["half the band", "<b>v2</b>", "v1"]
    assert figure.data[1].marker.symbol == "circle" and figure.data[2].marker.symbol == "circle-open"
    assert "Days with trades" in lab_table([("v2", runs[0])], "v2")
