"""Before and after, tweaks, and the states of a proposal: who may move it, and what a move makes of it."""

from core.review.changes import Change, compare
from core.review.states import Edited, Move, approve, edit, refusal, reject, return_, submit
from core.review.titles import explain

__all__ = [
    "Change", "Edited", "Move", "approve", "compare", "edit", "explain", "refusal", "reject", "return_", "submit",
]  # fmt: skip
