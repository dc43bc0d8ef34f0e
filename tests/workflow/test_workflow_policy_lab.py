"""The policy lab on a mandate of the demo book."""

from dataclasses import replace

import pytest

from core.domain.errors import BadInput, NotAllowed
from core.workflow import demo
from core.workflow.desk import Desk
from core.workflow.policy_lab import SCALES, Question, policy_lab


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.sample("committee")


def test_wider_bands_turn_over_less_and_track_worse(desk: Desk) -> None:
    seen: list[tuple[int, int]] = []
    found = policy_lab(desk, "balanced-60-40", Question(years=4), lambda done, of: seen.append((done, of)))
    assert seen[-1] == (4 * 252, 4 * 252)
    for curve in found.curves.values():
        assert len(curve) == len(SCALES)
        assert curve[0].turnover > curve[-1].turnover
        assert curve[0].tracking_error < curve[-1].tracking_error
    assert [run.trades for run in found.calendars] == pytest.approx([12.0, 4.0, 1.0])
    assert found.cash_flow is None


def test_the_mandates_own_bands_stand_on_their_curve(desk: Desk) -> None:
    found = policy_lab(desk, "balanced-60-40", Question(years=2))
    own = found.curves[found.mandate.target.destination][SCALES.index(1.0)]
    assert replace(own, policy=found.standing.policy) == found.standing


def test_new_money_is_a_policy_where_there_is_some(desk: Desk) -> None:
    found = policy_lab(desk, "growth-80-20", Question(years=2, flow=0.1, source="normal"))
    assert found.cash_flow is not None and found.cash_flow.turnover == 0.0


def test_the_same_question_has_the_same_answer(desk: Desk) -> None:
    question = Question(years=1, seed=9, tax_rate=0.2, harvest=True)
    assert policy_lab(desk, "income-35-65", question) == policy_lab(desk, "income-35-65", question)


def test_an_odd_question_is_refused() -> None:
    with pytest.raises(BadInput):
        Question(years=0)
    with pytest.raises(BadInput, match="monthly"):
        Question(look="hourly")


def test_the_administrator_asks_nothing(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        policy_lab(desk.acting_as(demo.person_for("admin")), "income-35-65", Question(years=1))
