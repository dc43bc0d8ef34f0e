"""What a slider's picture leaves aside and the proposal counts: said beside it, so that nobody wonders."""

from collections.abc import Sequence

from core.rebalance.book import Book
from core.rebalance.goals import Goal
from core.rebalance.model_harvest import has_losses
from core.rebalance.model_switch import switch_backs
from core.rebalance.tracking import directions


def left_aside(book: Book, goals: Sequence[Goal]) -> tuple[str, ...]:
    """Phrases for what matters in this household and is not in its picture; empty where nothing is missing."""
    policy = book.case.policy
    said = {
        "drift weighed by risk": any(directions(book.case, goal) for goal in goals),
        "going back from stand-ins": bool(switch_backs(book)),
        "the least benefit of a harvest": policy.harvest_losses and policy.minimum_benefit > 0 and has_losses(book),
    }
    return tuple(phrase for phrase, missing in said.items() if missing)
