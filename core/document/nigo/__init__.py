"""Not in good order: what a custodian would send back, looked for before an order file is written.

The rules are data (`data/reference/nigo.toml`): which checks run, how severe each is, which words and forms are right.
"""

from core.document.nigo.rules import CHECKS, rules
from core.domain.household import Household
from core.domain.issue import Issue
from core.domain.proposal import Proposal

__all__ = ["nigo"]


def nigo(proposal: Proposal, household: Household) -> tuple[Issue, ...]:
    """Everything that would bounce, in the order of the rules; `code` is `nigo.<check>`."""
    return tuple(
        Issue(rule["severity"], where, what, f"nigo.{rule['check']}")
        for rule in rules()["rule"]
        for where, what in CHECKS[rule["check"]](proposal, household)
    )
