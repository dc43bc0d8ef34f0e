"""Rows held back make the solve quick and cut off no whole answer."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from random_households import household

from core.rebalance import building, covers, program, read_case, solution, solve
from core.rebalance.covers import Amount, Cover, Made, Need, Pieces, Room
from core.rebalance.effort import Solved
from core.rebalance.engine import make_ready
from core.rebalance.line import Line, Values
from core.rebalance.model_base import Model
from core.rebalance.setting import Setting

SOLD = Amount(0, 1.0, 10.0)
BOUGHT = Made(1, 1.0, 2, 40.0)


def test_a_purchase_taken_in_part_is_cut_off() -> None:
    """10 sold and 10 bought by a quarter of a purchase that could be 40: at least the whole of it must be made."""
    row = Cover(Line(), (SOLD,), (BOUGHT,)).broken(np.array([10.0, 10.0, 0.25]))
    assert row is not None
    assert row.terms == {0: 1.0, 2: -10.0}


@pytest.mark.parametrize("whole", [(10.0, 10.0, 1.0), (10.0, 40.0, 1.0), (0.0, 0.0, 0.0)])
def test_whole_answers_are_kept(whole: tuple[float, ...]) -> None:
    assert Cover(Line(), (SOLD,), (BOUGHT,)).broken(np.array(whole)) is None


def test_a_small_purchase_counts_with_its_amount_and_not_as_if_it_were_all() -> None:
    """A made purchase of 2 in another account leaves 8 of the 10 to the first."""
    other = Made(3, 1.0, 4, 40.0)
    row = Cover(Line(), (SOLD,), (BOUGHT, other)).broken(np.array([10.0, 8.0, 0.2, 2.0, 1.0]))
    assert row is not None
    assert row.terms == {0: 1.0, 2: -10.0, 3: -1.0}


def sale(first: int, *mosts: float) -> Pieces:
    """A sale of lots in columns from `first` on, then its switch."""
    lots = tuple(Amount(first + number, 1.0, most) for number, most in enumerate(mosts))
    return Pieces(lots, first + len(mosts), sum(mosts))


def test_what_full_lots_leave_of_a_need_takes_a_whole_trade() -> None:
    """12 are needed; a full lot gives 10, so the 2 that are left take all of a second trade, and not a twentieth."""
    need = Need(12.0, Line(), (sale(0, 10.0, 30.0), sale(3, 40.0)))
    row = need.broken(np.array([10.0, 0.0, 1.0, 2.0, 0.05]))
    assert row is not None
    assert (row.constant, row.terms) == (2.0, {1: -1.0, 4: -2.0})


@pytest.mark.parametrize("whole", [(10.0, 2.0, 1.0, 0.0, 0.0), (10.0, 0.0, 1.0, 2.0, 1.0), (0.0, 0.0, 0.0, 12.0, 1.0)])
def test_a_need_met_by_whole_trades_is_kept(whole: tuple[float, ...]) -> None:
    assert Need(12.0, Line(), (sale(0, 10.0, 30.0), sale(3, 40.0))).broken(np.array(whole)) is None


def test_what_a_full_sale_brings_takes_a_whole_purchase() -> None:
    """10 come from a lot sold in full: a quarter of a purchase that could be 40 cannot place them."""
    need = Need(0.0, Line(), (sale(1, 40.0),), (Amount(0, 1.0, 10.0),))
    row = need.broken(np.array([10.0, 10.0, 0.25]))
    assert row is not None
    assert (row.constant, row.terms) == (0.0, {0: 1.0, 2: -10.0})
    assert need.broken(np.array([10.0, 10.0, 1.0])) is None


ROOM = Room(5.0, Line({4: 1.0}), (Pieces((Amount(0, 1.0, 4.0),), 1, 4.0), Pieces((Amount(2, 1.0, 3.0),), 3, 3.0)))


def test_what_a_full_sale_leaves_of_a_room_takes_the_whole_of_another() -> None:
    """Two sales of 4 and of 3 share a room of 5: beside all of the second, the 2 that are left of the first are all."""
    row = ROOM.broken(np.array([2.0, 0.5, 3.0, 1.0, 0.0]))
    assert row is not None
    assert (row.constant, row.terms) == (-2.0, {4: -1.0, 1: -2.0, 3: -1.0, 0: 1.0, 2: 1.0})


@pytest.mark.parametrize(
    "whole",
    [(2.0, 1.0, 3.0, 1.0, 0.0), (4.0, 1.0, 0.0, 0.0, 0.0), (4.0, 1.0, 3.0, 1.0, 2.0), (0.0, 0.0, 3.0, 1.0, 0.0)],
)
def test_whole_sales_that_share_a_room_are_kept(whole: tuple[float, ...]) -> None:
    """The last has room given by a purchase, or does not use it."""
    assert ROOM.broken(np.array(whole)) is None


def test_without_its_gate_a_room_holds_nothing_back() -> None:
    gated = replace(ROOM, gate=5)
    assert gated.broken(np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.0])) is None
    assert gated.broken(np.array([0.0, 1.0, 0.0, 1.0, 0.0, 0.0])) is None
    assert gated.broken(np.array([2.0, 0.5, 3.0, 1.0, 0.0, 1.0])) is not None


def found_without(monkeypatch: pytest.MonkeyPatch, seed: int) -> Iterator[tuple[Model, Solved]]:
    """Answers of a household's solve that hold no row back and so never cut anything off."""
    read, answers = solve.solution_of, list[tuple[Model, Solved]]()

    def keep(model: Model, found: Solved, left: float) -> solution.Solution:
        answers.append((model, found))
        return read(model, found, left)

    def none(_covers: Iterable[Cover | Need | Room], _values: Values) -> list[Line]:
        return []

    monkeypatch.setattr(program, "broken", none)
    monkeypatch.setattr(solve, "solution_of", keep)
    ready = make_ready(read_case(household(seed), "random")[0])
    for setting in (Setting(), replace(Setting(), wide=True)):
        solve.solve(building.build(ready.book, ready.goals, ready.curves, setting))
    yield from answers


@pytest.mark.parametrize("seed", range(5_000_000, 5_000_012))
def test_no_whole_answer_is_cut_off(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every answer found without the rows keeps each of them, whichever mix of ways is worst for it."""
    monkeypatch.setattr(covers, "BREACH", 0.0)
    for model, found in found_without(monkeypatch, seed):
        rows = covers.broken(model.program._covers, found.values)
        assert max((row.at(found.values) for row in rows), default=0.0) < 1e-5
