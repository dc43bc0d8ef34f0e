"""The policy lab in full: policies walked through the trade engine with lots, wash-sale windows, spreads and taxes.

Slower than the lab's curves by far, so fewer policies and years; the days are the same. Hypothetical throughout.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.domain.errors import BadInput
from core.domain.mandate import Mandate
from core.lab import LabPolicy, PolicyRun, Terms
from core.lab.policies import LOOKS
from core.lab.walk import Progress
from core.workflow.desk import Desk
from core.workflow.households import mandate
from core.workflow.lots_walk import walk_with_lots
from core.workflow.policy_lab import DESTINATIONS, Question, simulated_days

MOST_YEARS = 10
"""Years walked at most: every look of every policy is a solve of its own."""
NAMES = {
    "band_edge": "Same bands, to the edge",
    "half_band": "Same bands, half the band",
    "target": "Same bands, to target",
}
OWN = "This mandate"


@dataclass(frozen=True, slots=True)
class LotsLab:
    """Runs by name, the mandate's own first; `years` is how long they walked."""

    runs: tuple[tuple[str, PolicyRun], ...]
    years: int


def lab_with_lots(desk: Desk, mandate_id: str, question: Question, progress: Progress | None = None) -> LotsLab:
    """The mandate's way, other destinations, calendars, cash flow alone, and its way with harvests, lot by lot."""
    desk.require("read_clients")
    rules = mandate(desk, mandate_id)
    years = min(question.years, MOST_YEARS)
    question = replace(question, years=years)
    classes, days = simulated_days(desk, rules, question)
    if rules.target is None:
        raise BadInput(f"mandate {rules.id}", "has no target allocation")
    weights = [rules.target.weight(name) for name in classes]
    total = sum(weights)
    terms = Terms(
        tuple(weight / total for weight in weights), question.cost, question.tax_rate, question.flow,
        short_rate=min(question.tax_rate * question.short_times, 0.95),
    )  # fmt: skip
    named = _policies(rules, question, classes)
    runs = walk_with_lots(days, classes, terms, [policy for _, policy in named], desk.today(), progress)
    return LotsLab(tuple((name, run) for (name, _), run in zip(named, runs, strict=True)), years)


def _policies(rules: Mandate, question: Question, classes: Sequence[str]) -> list[tuple[str, LabPolicy]]:
    assert rules.target is not None
    widths = tuple(rules.target.band(name).half_width(rules.target.weight(name)) for name in classes)
    look, own = LOOKS[question.look], rules.target.destination
    found = [(OWN, LabPolicy("mandate", look, widths, own))]
    if question.tax_rate > 0:
        found.append((f"{OWN}, losses harvested", LabPolicy("mandate, harvested", look, widths, own, harvest=True)))
    found += [(NAMES[to], LabPolicy(to, look, widths, to)) for to in DESTINATIONS if to != own]
    found += [(f"Calendar, {name}", LabPolicy(name, LOOKS[name])) for name in ("quarterly", "yearly")]
    if question.flow > 0:
        found.append(("New money alone", LabPolicy("cash flow only", LOOKS["monthly"], widths, cash_flow=True)))
    return found
