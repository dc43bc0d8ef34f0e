"""Whether a household is due for a solve: by threshold, by the calendar, by cash, or always."""

from collections.abc import Iterable
from datetime import date

from core.domain.allocation import CASH
from core.domain.breach import Reading
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.rationale import Reason
from core.monitor.names import label
from core.words import day, listing, signed_dollars


def due(case: Case, found: Iterable[Reading], review_date: date | None = None) -> tuple[Reason, ...]:
    """Why the household's policy asks for a solve today; empty where it does not.

    review_date : the calendar's next review, given by whoever keeps the calendar
    """
    kind = case.policy.trigger
    if kind == "always":
        return (Reason("always", "The policy asks for a look at every run.", FrozenMap()),)
    if kind == "calendar":
        return _by_calendar(case.as_of, review_date)
    if kind == "cash_flow":
        return (*_by_cash(case), *_by_cash_held(found))
    return (*_by_threshold(found), *_by_cash(case))


def _by_threshold(found: Iterable[Reading]) -> tuple[Reason, ...]:
    outside = [reading.subject for reading in found if reading.standing == "outside"]
    if not outside:
        return ()
    sentence = f"Outside the band: {listing([label(name) for name in outside])}."
    return (Reason("out_of_band", sentence, FrozenMap({"classes": tuple(outside)})),)


def _by_cash_held(found: Iterable[Reading]) -> tuple[Reason, ...]:
    """Cash beyond its band: what came in waits to be invested, or what went out is to be made good."""
    outside = next((one for one in found if one.subject == CASH and one.standing == "outside"), None)
    if outside is None:
        return ()
    side, moved = ("above", "came in") if outside.value > outside.target else ("below", "went out")
    sentence = f"Cash is {side} its band, as money that {moved} leaves it."
    return (Reason("cash_held", sentence, FrozenMap({"cash": outside.value, "target": outside.target})),)


def _by_calendar(as_of: date, review_date: date | None) -> tuple[Reason, ...]:
    if review_date is None or as_of < review_date:
        return ()
    sentence = f"The review of {day(review_date)} is due."
    return (Reason("calendar", sentence, FrozenMap({"review_date": review_date.isoformat()})),)


def _by_cash(case: Case) -> tuple[Reason, ...]:
    flows = [account for account in case.accounts if account.cash_flow]
    return tuple(
        Reason(
            "cash_flow",
            f"{signed_dollars(account.cash_flow)} of cash is still to come in account {account.id}.",
            FrozenMap({"account": account.id, "cash_flow": str(account.cash_flow)}),
        )
        for account in flows
    )
