"""Every figure is valid, fixed in place, and says in words what it shows."""

from decimal import Decimal

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.allocation import Allocation, Band
from core.domain.breach import Reading
from core.domain.frozen_map import FrozenMap
from core.domain.rationale import Counterfactual
from core.domain.scenario import Point
from core.domain.trade import DriftPicture, TaxBill, Trade
from core.present.figures.counterfactuals import without_each
from core.present.figures.drift import WeightRow, bands_of, drift_bars, drift_left, weight_rows, weights_before_after
from core.present.figures.frontier import frontier
from core.present.figures.waterfall import Step, tax_steps, waterfall
from core.present.tokens import BLUE, BRASS, GREY, RED

LABELS = {"us_equity": "US equity", "us_bond": "US bonds"}


def reading(subject: str, in_bands: float, standing: str = "inside") -> Reading:
    return Reading(
        "H", subject, 0.4 + in_bands * 0.05, 0.4, 0.35, 0.45, in_bands, standing,  # type: ignore[arg-type]
        Decimal(round(in_bands * 50_000)),
    )  # fmt: skip


def all_figures() -> list[go.Figure]:
    rows = [WeightRow("US equity", 0.46, 0.40, 0.38, 0.33, 0.43), WeightRow("Cash", 0.04, 0.03, 0.03, 0.01, 0.05)]
    curve = [Point("", 0.04 + n / 400, 0.03 + n / 900) for n in range(40)]
    points = [Point("current", 0.10, 0.06), Point("target", 0.09, 0.058), Point("proposed", 0.093, 0.059)]
    return [
        drift_bars([reading("us_equity", 1.62, "outside"), reading("us_bond", -1.28, "outside")], LABELS),
        drift_left(
            {"us_equity": 1.6, "us_bond": -9.0}, {"us_equity": 0.4, "us_bond": 0.0}, ["us_equity", "us_bond"], LABELS
        ),
        weights_before_after(rows),
        frontier(curve, points),
        waterfall([Step("Federal", Decimal(500)), Step("State", Decimal(-40)), Step("Tax due", Decimal(460), True)]),
    ]


@pytest.mark.parametrize("figure", all_figures())
def test_a_figure_is_valid_fixed_and_transparent(figure: go.Figure) -> None:
    assert figure.layout.showlegend is False
    assert figure.layout.dragmode is False
    assert figure.layout.xaxis.fixedrange
    assert figure.layout.yaxis.fixedrange
    assert figure.layout.paper_bgcolor == "rgba(0,0,0,0)"
    assert len(figure.to_json()) < 20_000
    for trace in figure.data:
        assert trace.hoverinfo == "skip" or "<extra></extra>" in trace.hovertemplate


def test_blue_is_below_and_brass_is_above() -> None:
    figure = drift_bars([reading("us_equity", 1.62), reading("us_bond", -1.28)], LABELS)
    assert list(figure.data[0].marker.color) == [BRASS, BLUE]
    assert [note.text for note in figure.layout.annotations] == ["+1.62", "−1.28"]


def test_only_what_was_outside_is_a_red_square() -> None:
    figure = weights_before_after([
        WeightRow("US equity", 0.46, 0.40, 0.38, 0.33, 0.43), WeightRow("Cash", 0.04, 0.03, 0.03, 0.01, 0.05),
    ])  # fmt: skip
    assert list(figure.data[1].marker.symbol) == ["square-open", "circle-open"]
    assert list(figure.data[1].marker.color) == [RED, GREY]


def test_a_waterfall_ends_on_its_total() -> None:
    bill = TaxBill(
        federal=Decimal("344.64"), net_investment=Decimal("87.31"), state=Decimal("114.88"), total=Decimal("546.83")
    )
    steps = tax_steps(bill)
    assert [step.label for step in steps] == ["Federal", "Net investment", "State", "Tax due"]
    figure = waterfall(steps)
    bars = figure.data[0]
    assert bars.base[1] == pytest.approx(344.64)
    assert bars.base[2] + bars.y[2] == pytest.approx(546.83)
    assert (bars.base[3], bars.y[3]) == (0, pytest.approx(546.83))


@given(st.lists(st.floats(-30, 30, allow_nan=False), min_size=1, max_size=12))
@settings(max_examples=25, deadline=None)
def test_any_drift_can_be_drawn(drifts: list[float]) -> None:
    names = [f"class {n}" for n in range(len(drifts))]
    figure = drift_left(dict(zip(names, drifts, strict=True)), {}, names, {})
    low, high = figure.layout.xaxis.range
    assert low <= -1 < 1 <= high
    assert all(low <= value <= high for value in figure.data[1].x)


def test_drift_in_bands_divides_by_each_band() -> None:
    target = Allocation(
        "asset_class", FrozenMap({"us_equity": 0.6, "us_bond": 0.4}),
        FrozenMap({"us_equity": Band("absolute", 0.05), "us_bond": Band("absolute", 0.0)}),
    )  # fmt: skip
    picture = DriftPicture(
        FrozenMap({"us_equity": 0.075, "us_bond": -0.075}), 0.075, (), FrozenMap({"us_equity": 0.675})
    )
    assert bands_of(picture, target) == {"us_equity": pytest.approx(1.5)}
    rows = weight_rows(picture, picture, target, ["us_bond"], LABELS)
    assert [row.label for row in rows] == ["US bonds", "US equity"]
    assert rows[1].was_outside


def without(symbol: str, drift_total: float | None) -> Trade:
    told = Counterfactual("lp_fixed", drift_total, Decimal(0), 0.0, "")
    return Trade("joint", symbol, "sell", Decimal(5), Decimal(10), Decimal(50), (), (), told)


def test_a_trade_that_is_missed_stands_first_in_brass_and_one_that_cannot_be_left_out_is_not_drawn() -> None:
    drawn = without_each([without("A", 0.03), without("B", 0.08), without("C", None)], 0.04, {"joint": "Joint …20"})
    assert list(drawn.layout.yaxis.ticktext) == ["Sell 5 B, Joint …20", "Sell 5 A, Joint …20"]
    assert list(drawn.data[0].marker.color) == [BRASS, BLUE]
    assert [note.text for note in drawn.layout.annotations] == ["8.0 (+4.0)", "3.0 (−1.0)"]
