"""What a change of mandate would do to the whole book, before anybody adopts it."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from core.domain.committee import Outcome
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.monitor import alerts, readings
from core.workflow.crew import Progress, nothing, outcomes
from core.workflow.desk import Desk
from core.workflow.households import CaseFile, case_under, households, mandate


@dataclass(frozen=True, slots=True)
class Side:
    """One household under one version: what the engine would do, and the alerts that would stand."""

    outcome: Outcome
    alerts: int


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One household under both versions; `problem` says why one of them has no answer."""

    household: str
    name: str
    old: Side | None
    new: Side | None
    problem: str = ""

    def moved(self, figure: Callable[[Side], Decimal]) -> Decimal:
        """New less old of a figure, 0 where one of them has no answer."""
        return figure(self.new) - figure(self.old) if self.old and self.new else Decimal(0)


@dataclass(frozen=True, slots=True)
class Effect:
    """The book under both versions, most affected household first: by tax, then by trades.

    followers : households that follow the mandate; book : households there are
    """

    mandate: str
    followers: int
    book: int
    rows: tuple[EffectRow, ...]

    def old(self, figure: Callable[[Side], Decimal]) -> Decimal:
        """Sum of a figure over the households that have both answers, as things stand."""
        return sum((figure(row.old) for row in self.rows if row.old and row.new), Decimal(0))

    def new(self, figure: Callable[[Side], Decimal]) -> Decimal:
        """The same sum under the candidate."""
        return sum((figure(row.new) for row in self.rows if row.old and row.new), Decimal(0))


def tax(side: Side) -> Decimal:
    """Dollars of tax of the trades."""
    return side.outcome.tax


def trades(side: Side) -> Decimal:
    """How many trades."""
    return Decimal(side.outcome.trades)


def open_alerts(side: Side) -> Decimal:
    """How many alerts."""
    return Decimal(side.alerts)


def outside(side: Side) -> Decimal:
    """Classes outside their band before any trade."""
    return Decimal(side.outcome.out_before)


def effect(desk: Desk, candidate: Mandate, progress: Progress = nothing) -> Effect:
    """Every household of the mandate solved under the version in force and under the candidate.

    Nothing is stored and nothing trades. Outcomes are those of the engine itself, counterfactuals left out.
    progress : called with how many of how many solves are done
    """
    desk.require("read_clients")
    everyone = households(desk)
    followers = [held for held in everyone if held.mandate == candidate.id]
    standing = mandate(desk, candidate.id) if followers else candidate
    before = [_file(desk, held, standing) for held in followers]
    after = [_file(desk, held, candidate) for held in followers]
    files = [file for file in (*before, *after) if isinstance(file, CaseFile)]
    solved = outcomes([file.case for file in files], progress)
    answers = {id(file): answer for file, answer in zip(files, solved, strict=True)}
    sides = [[_side(file, answers) for file in pair] for pair in zip(before, after, strict=True)]
    rows = [_row(held, *pair) for held, pair in zip(followers, sides, strict=True)]
    rows.sort(key=lambda row: (-abs(row.moved(tax)), -abs(row.moved(trades)), row.name))
    return Effect(candidate.id, len(followers), len(everyone), tuple(rows))


def _file(desk: Desk, held: Household, rules: Mandate) -> CaseFile | str:
    try:
        return case_under(desk, held, rules)
    except BadInput as trouble:
        return str(trouble)


def _side(file: CaseFile | str, answers: dict[int, Outcome | str]) -> Side | str:
    if isinstance(file, str):
        return file
    answer = answers[id(file)]
    if isinstance(answer, str):
        return answer
    now = readings(file.household.id, file.case)
    return Side(answer, len(alerts(file.household.id, file.case, now)))


def _row(held: Household, old: Side | str, new: Side | str) -> EffectRow:
    problem = next((side for side in (new, old) if isinstance(side, str)), "")
    return EffectRow(
        held.id,
        held.name,
        old if isinstance(old, Side) else None,
        new if isinstance(new, Side) else None,
        problem,
    )
