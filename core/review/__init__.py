"""Before and after, tweaks, the states of a proposal, what is routine, and the next statement against the orders."""

from core.review.changes import Change, compare
from core.review.replayed import Difference, differences
from core.review.routine import ReviewRules, exceptions, review_rules
from core.review.settlement import Printed, orders_of, printed, settle
from core.review.states import Edited, Move, approve, edit, refusal, reject, return_, submit
from core.review.titles import explain

__all__ = [
    "Change", "Difference", "Edited", "Move", "Printed", "ReviewRules", "approve", "compare", "differences", "edit",
    "exceptions", "explain", "orders_of", "printed", "refusal", "reject", "return_", "review_rules", "settle", "submit",
]  # fmt: skip
