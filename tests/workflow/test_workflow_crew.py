"""Many households at once: the same outcomes as one by one, in order, with progress, whoever solves them."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.case import Case
from core.rebalance import rebalance
from core.workflow import crew
from core.workflow.case_files import case_file
from core.workflow.desk import Desk
from core.workflow.households import households


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    desk = Desk.sample()
    return [case_file(desk, held.id).case for held in households(desk)]


def fresh(cases: list[Case], days: int) -> list[Case]:
    """The same cases some days later, so that nothing of them is remembered."""
    return [replace(case, as_of=date.fromordinal(case.as_of.toordinal() + days)) for case in cases]


def test_children_find_what_this_process_finds(cases: list[Case], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "FEW", 0)
    asked = fresh(cases, 1)
    seen: list[tuple[int, int]] = []
    found = crew.outcomes(asked, lambda done, of: seen.append((done, of)), workers=2)
    assert seen == [(done, len(asked)) for done in range(len(asked) + 1)]
    for case, outcome in zip(asked, found, strict=True):
        answer = rebalance(case, counterfactuals=False)
        assert not isinstance(outcome, str)
        assert (outcome.status, outcome.trades, outcome.tax) == (answer.status, len(answer.trades), answer.tax.total)


def test_what_was_solved_is_remembered(cases: list[Case]) -> None:
    first = crew.outcomes(cases[:2])
    seen: list[tuple[int, int]] = []
    assert crew.outcomes(cases[:2], lambda done, of: seen.append((done, of))) == first
    assert seen == [(2, 2)]


def test_one_case_twice_is_solved_once_and_answered_twice(cases: list[Case]) -> None:
    case = fresh(cases[:1], 2)[0]
    first, second = crew.outcomes([case, case])
    assert first is second


@pytest.mark.parametrize("few", [0, 99])
def test_trouble_is_a_sentence_and_the_others_are_answered(
    cases: list[Case], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "FEW", few)
    good = fresh(cases[1:2], 3 + few // 33)[0]
    bad = replace(good, as_of=date(2150 + few, 1, 4))
    found = crew.outcomes([bad, good], workers=2)
    assert isinstance(found[0], str) and str(2150 + few) in found[0]
    assert not isinstance(found[1], str)
