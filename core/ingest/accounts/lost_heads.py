"""Signs that the title of an account was not read, so that its rows stand under another's or under none.

One account without a number among others that have one, and printed sums of two accounts in one, `Total Joint
Brokerage` beside `Total Rollover IRA`, keep the account from being proven.
"""

from collections.abc import Sequence

from core.ingest.accounts.draft import Draft
from core.ingest.lexicon.registrations import registration_of

PLANS = ("529", "401k", "403b", "hsa", "annuity")
"""In these the sums of sources of money are named as accounts are, `Total Roth`."""


def doubt_lost_heads(drafts: Sequence[Draft]) -> None:
    """Note at each account what says that a title was lost."""
    numbered = any(draft.number for draft in drafts)
    for draft in drafts:
        if draft.lines and numbered and not draft.number and not draft.named:
            draft.unread.append("no number was read for this account, though others of the file have one")
        if len(names := _accounts_summed(draft)) > 1:
            draft.unread.append(f"sums of several accounts are printed in one: {', '.join(names)}")


def _accounts_summed(draft: Draft) -> list[str]:
    """The names of sums that tell different registrations, one of each."""
    if draft.registration in PLANS:
        return []
    named = {registration_of(name): name for name, _ in (*draft.subtotals, *draft.loose_sums) if name}
    return [name for kind, name in named.items() if kind is not None and kind not in PLANS]
