"""Registrations over the first number of a page are of that number's account, however often they are told."""

from core.ingest.accounts.draft import Draft
from core.ingest.lexicon.registrations import registration_in_cell
from core.ingest.nouns.events import Where

REACH, PAGE = 40.0, 2000.0
"""So many points over a number its titles stand at most; the whole page, where the account before has no row on it."""


def hand_back(before: Draft, now: Draft, here: Where) -> None:
    """Give the account of the number `here` what was told of the one before right above it; that keeps what it had."""
    told = [fact for fact in before.told if fact.kind == "registration"]
    goes_on = any(line.source.page == here.page for line in before.lines)
    over = [fact for fact in told if _is_over(fact.where, here, REACH if goes_on else PAGE)]
    if not over:
        return
    own = max((fact for fact in told if fact not in over), key=lambda fact: fact.rank, default=None)
    before.registration = registration_in_cell(own.text) if own is not None else None
    before.registration_rank = own.rank if own is not None else 0
    before.told = [fact for fact in before.told if fact not in over]
    now.told.extend(over)
    if now.registration is None:
        best = max(over, key=lambda fact: fact.rank)
        now.registration, now.registration_rank = registration_in_cell(best.text), best.rank


def _is_over(upper: Where, lower: Where, reach: float) -> bool:
    """Whether a line stands right over another or beside it, on one page."""
    if upper.box is None or lower.box is None or upper.page != lower.page:
        return False
    return -2 < lower.box[1] - upper.box[1] < reach
