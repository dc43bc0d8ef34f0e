"""Sums without a name outside the tables: one right under what is named like a security is no balance of cash."""

from core.ingest.accounts.by_sums import CASHY, FLOW, SECURITY
from core.ingest.accounts.draft import Draft
from core.ingest.nouns.events import Fact, Where

REACH, ROWS = 80.0, 6
"""How far above a sum what it sums up stands, in points and in rows of a text."""


def note_sum(draft: Draft, fact: Fact) -> None:
    """Keep a sum of the account, and whether it is that of securities which no table told."""
    if fact.amount is None:
        return
    draft.balance_sums.append(fact.amount)
    above = [one.text for one in draft.money if _is_over(one.where, fact.where)]
    securities = [text for text in above if SECURITY.search(text) and not FLOW.search(text)]
    if securities and not any(map(CASHY.search, above)):
        draft.of_securities.add(fact.amount)


def _is_over(upper: Where, lower: Where) -> bool:
    """Whether one line stands a few lines over another of its page."""
    if upper.box is not None and lower.box is not None:
        return upper.page == lower.page and 0 < lower.box[1] - upper.box[1] < REACH
    return upper.row is not None and lower.row is not None and 0 < lower.row - upper.row <= ROWS
