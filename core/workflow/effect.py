"""What a change of mandate would do to the whole book, before anybody adopts it."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from core.domain.canonical import digest
from core.domain.case import Case
from core.domain.committee import Outcome
from core.domain.effect import Effect, EffectRow, Side, tax, trades
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.monitor import alerts, due, readings
from core.risk.exposure import before
from core.workflow.bands import kept_bands
from core.workflow.case_files import CaseFile, Shared, case_under, symbols_of
from core.workflow.crew import Answer, Progress, nothing, outcomes
from core.workflow.desk import Desk
from core.workflow.estimates import estimates
from core.workflow.households import households, mandate
from core.workflow.market_actions import known_actions, quotes_of
from core.workflow.products import blocked_symbols

EXACT = 24
"""Households up to which the engine's own answers are waited for."""


def effect(desk: Desk, candidate: Mandate, progress: Progress = nothing, exact: bool | None = None) -> Effect:
    """Every household of the mandate solved under the version in force and under the candidate.

    Nothing is stored and nothing trades.
    progress : called with how many of how many solves are done
    exact : outcomes of the engine itself, counterfactuals left out, else estimated by one linear program each; None:
        exact for up to `EXACT` households, so that a large book shows its effect in seconds
    """
    desk.require("read_clients")
    everyone = households(desk)
    followers = [held for held in everyone if held.mandate == candidate.id]
    standing = mandate(desk, candidate.id) if followers else candidate
    shared = _shared(desk, followers, (standing, candidate))
    before = [_file(desk, held, standing, shared) for held in followers]
    after = [_file(desk, held, candidate, shared) for held in followers]
    files = [file for file in (*before, *after) if isinstance(file, CaseFile)]
    exact = len(followers) <= EXACT if exact is None else exact
    answers = _answers(files, outcomes if exact else estimates, progress)
    sides = [[_side(file, answers) for file in pair] for pair in zip(before, after, strict=True)]
    rows = [_row(held, *pair) for held, pair in zip(followers, sides, strict=True)]
    rows.sort(key=lambda row: (-abs(row.moved(tax)), -abs(row.moved(trades)), row.name))
    return Effect(candidate.id, len(followers), len(everyone), tuple(rows), not exact)


def book_mark(desk: Desk) -> str:
    """A short text that changes whenever the book does: what was weighed under another mark is out of date."""
    desk.require("read_clients")
    standing = [
        f"{kind} {one.id} {one.version}" for kind in ("household", "mandate") for one in desk.store.latest(kind)
    ]
    return digest((desk.today().isoformat(), *standing))


def _shared(desk: Desk, followers: Sequence[Household], versions: tuple[Mandate, Mandate]) -> Shared:
    """Prices, splits, bands and the shelf, read once for all of them under both versions."""
    symbols = sorted({symbol for held in followers for rules in versions for symbol in symbols_of(held, rules)})
    actions = known_actions(desk)
    return Shared(kept_bands(desk), quotes_of(desk, symbols, actions), actions, frozenset(blocked_symbols(desk)))


def _file(desk: Desk, held: Household, rules: Mandate, shared: Shared) -> CaseFile | str:
    try:
        return case_under(desk, held, rules, shared=shared)
    except BadInput as trouble:
        return str(trouble)


def _answers(files: Sequence[CaseFile], solve: Callable[..., list[Answer]], progress: Progress) -> dict[int, Answer]:
    """The answer to each file, by its identity; where the policy waits for cash to move, it stays still."""
    waiting = [file for file in files if _waits(file)]
    left_alone = {id(file) for file in waiting}
    looked_at = [file for file in files if id(file) not in left_alone]
    solved = solve([file.case for file in looked_at], progress)
    found = {id(file): answer for file, answer in zip(looked_at, solved, strict=True)}
    return found | {id(file): _untouched(file.case) for file in waiting}


def _waits(file: CaseFile) -> bool:
    """Whether the policy looks only when cash moves, and none does."""
    case = file.case
    if case.policy.trigger != "cash_flow":
        return False
    return not due(case, readings(file.household.id, case, file.quotes.stale(case.as_of), file.bands))


def _untouched(case: Case) -> Outcome:
    """The figures of a household that nobody looks at."""
    seen = before(case)
    drift, out = seen.drift_total, len(seen.out_of_band)
    return Outcome("no_action", 0, Decimal(0), Decimal(0), drift, drift, out, out)


def _side(file: CaseFile | str, answers: dict[int, Answer]) -> Side | str:
    if isinstance(file, str):
        return file
    answer = answers[id(file)]
    if isinstance(answer, str):
        return answer
    name, stale = file.household.id, file.quotes.stale(file.case.as_of)
    now = readings(name, file.case, stale, file.bands)
    return Side(answer, len(alerts(name, file.case, now, stale=stale)))


def _row(held: Household, old: Side | str, new: Side | str) -> EffectRow:
    problem = next((side for side in (new, old) if isinstance(side, str)), "")
    return EffectRow(
        held.id,
        held.name,
        old if isinstance(old, Side) else None,
        new if isinstance(new, Side) else None,
        problem,
    )
