"""What stands below the funds of a plan: how future contributions are invested, in percentages, is not held."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-330, -440, -560)
FUNDS = (
    ("Quill Target 2045 Trust", "45.3204", "100.0000", "$4,532.04"),
    ("Ember Growth ETF Allocation Fund", "30.35", "10.0000", "$303.50"),
)


def plan(chosen: tuple[str, str]) -> StatementAccount:
    """The account of a plan, with what is chosen for two funds below."""
    pencil = Pencil()
    pencil.page()
    pencil.say("Larch Retirement\nJuly 1, 2026 to September 30, 2026\nINES CALLOWAY")
    pencil.say("Alder Tools 401(k) Savings Plan\nAccount Number 3841570417", step=16)
    pencil.say("Investment Option Detail", style="B")
    pencil.row([(40, "Investment Option"), *zip(STOPS, ("Unit Value", "Units", "Balance"), strict=True)], "B")
    for name, *told in FUNDS:
        pencil.row([(40, name), *zip(STOPS, told, strict=True)])
    pencil.row([(40, "Total"), (-560, "$4,835.54")], "B", step=30)
    pencil.say("How are my future contributions being invested?", style="B")
    for (name, *_), told in zip(FUNDS, chosen, strict=True):
        pencil.row([(40, name), (-330, told)])
    pencil.row([(40, "Total"), (-330, "100%")])
    return read_here("paper.pdf", pencil.drawn().data).accounts[0]


def test_percentages_below_the_sum_of_the_funds_are_not_held() -> None:
    told = plan(("70%", "30%"))
    assert told.status == "proven"
    assert [str(one.market_value) for one in told.positions] == ["4532.04", "303.50"]
    assert not {"option", "etf"} & {one.asset_type for one in told.positions}


@pytest.mark.parametrize("chosen", [("70%", "1,200.00"), ("45.00", "30%")])
def test_a_figure_that_is_no_percentage_is_told(chosen: tuple[str, str]) -> None:
    assert plan(chosen).status != "proven"
