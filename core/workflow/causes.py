"""What beside the household's own drift and cash calls for a proposal: a new model, a risk limit, a lot now long-term.

The engine sees one case on one day; these causes lie between two days, so they are found here and kept with it.
"""

from datetime import date, timedelta
from decimal import Decimal

from core.domain.breach import Alert
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Lot
from core.domain.proposal import Proposal
from core.domain.rationale import Reason
from core.tax.holding_period import holding_start, long_from
from core.words import count, day, dollars, listing, start
from core.workflow.alerts import open_alerts
from core.workflow.desk import Desk
from core.workflow.saving import load_all

LOOKS_BACK = 30
"""Days in which a lot's turn to long-term is news where no earlier proposal is known."""
RISK_ALERTS = frozenset({"metric_breach", "account_breach"})


def causes(desk: Desk, household_id: str, case: Case, mandate: str) -> tuple[Reason, ...]:
    """Why a household is looked at today, by what changed since its last proposal; `mandate` is rules and version."""
    desk.require("read_clients")
    last = last_proposal(desk, household_id)
    since = last.case.as_of if last else case.as_of - timedelta(days=LOOKS_BACK)
    return (
        *_new_model(last, mandate),
        *_risk_limits([alert for alert in open_alerts(desk) if alert.household == household_id]),
        *turned_long(case, since),
    )


def last_proposal(desk: Desk, household_id: str) -> Proposal | None:
    """The newest proposal of a household, None where there is none."""
    desk.require("read_clients")
    made = [one for one in load_all(desk, "proposal", Proposal) if one.household == household_id]
    return max(made, key=lambda one: (one.created, one.id), default=None)


def turned_long(case: Case, since: date) -> tuple[Reason, ...]:
    """Lots with a gain that became long-term after `since`, up to the day of the case."""
    found = [
        (lot, gain)
        for account in case.accounts
        if account.taxable
        for lot in account.lots
        if (gain := _gain(case, lot)) > 0 and _turned(lot, since, case.as_of)
    ]
    if not found:
        return ()
    symbols = sorted({lot.symbol for lot, _ in found})
    gain = sum((gain for _, gain in found), Decimal(0))
    sentence = (
        f"{start(count(len(found), 'lot'))} of {listing(symbols)} turned long-term after {day(since)}, "
        f"with a gain of {dollars(gain)}."
    )
    facts = {"lots": tuple(lot.id for lot, _ in found), "gain": str(gain), "since": since.isoformat()}
    return (Reason("lot_long_term", sentence, FrozenMap(facts)),)


def _new_model(last: Proposal | None, mandate: str) -> tuple[Reason, ...]:
    before = last.labels.get("mandate") if last else None
    if not before or before == mandate:
        return ()
    facts = FrozenMap({"before": before, "now": mandate})
    return (Reason("model_change", f"The rules are those of {mandate} now; the last proposal had {before}.", facts),)


def _risk_limits(alerts: list[Alert]) -> tuple[Reason, ...]:
    return tuple(
        Reason("risk_limit", alert.sentence, FrozenMap({"alert": alert.key, "since": alert.since.isoformat()}))
        for alert in alerts
        if alert.kind in RISK_ALERTS
    )


def _turned(lot: Lot, since: date, on: date) -> bool:
    start = holding_start(lot)
    return start is not None and lot.origin != "inheritance" and since < long_from(start) <= on


def _gain(case: Case, lot: Lot) -> Decimal:
    if lot.cost_basis is None or lot.quantity <= 0:
        return Decimal(0)
    return lot.quantity * case.security(lot.symbol).unit_price - lot.cost_basis
