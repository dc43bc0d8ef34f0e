"""What beside drift and cash calls for a proposal is kept with it: a new model, a risk limit, lots turned long-term."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from core.domain.account import Account
from core.domain.allocation import Allocation
from core.domain.breach import Alert
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Lot
from core.domain.security import Security
from core.workflow.alerts import alert_id
from core.workflow.causes import causes, last_proposal, turned_long
from core.workflow.desk import Desk
from core.workflow.proposals import draft
from core.workflow.saving import Put, save

HOUSEHOLD = "H-0008"


def holding(*lots: Lot, registration: str = "taxable_individual") -> Case:
    account = Account("a", "ana", "T1", registration, Decimal(0), lots)  # type: ignore[arg-type]
    target = Allocation("asset_class", FrozenMap({"us_equity": 1.0}))
    return Case(date(2026, 3, 2), (), (account,), (Security("FUND", Decimal(20)),), target)


def lot(acquired: str, basis: str = "100", name: str = "L1") -> Lot:
    return Lot(name, "FUND", Decimal(10), Decimal(basis), date.fromisoformat(acquired))


def test_a_lot_with_a_gain_that_turned_long_since_is_a_cause() -> None:
    reason = turned_long(holding(lot("2025-02-20"), lot("2024-01-05", name="old")), date(2026, 2, 10))[0]
    assert reason.code == "lot_long_term"
    assert reason.facts["lots"] == ("L1",) and reason.facts["gain"] == "100"
    assert reason.sentence == "One lot of FUND turned long-term after Feb 10, 2026, with a gain of $100.00."


def test_losses_plans_and_lots_still_short_are_none() -> None:
    since = date(2026, 2, 10)
    assert turned_long(holding(lot("2025-02-20", basis="900")), since) == ()
    assert turned_long(holding(lot("2025-02-20"), registration="roth_ira"), since) == ()
    assert turned_long(holding(lot("2025-03-02")), since) == ()
    assert len(turned_long(holding(lot("2025-03-01")), since)) == 1


def test_another_version_of_the_rules_is_a_cause_of_the_next_proposal() -> None:
    desk = Desk.sample()
    first = draft(desk, HOUSEHOLD)
    assert "model_change" not in {reason.code for reason in first.called_by}
    before = first.labels["mandate"]
    assert last_proposal(desk, HOUSEHOLD) == first
    found = [one for one in causes(desk, HOUSEHOLD, first.case, f"{before} amended") if one.code == "model_change"]
    assert found[0].facts["before"] == before
    assert "model_change" not in {one.code for one in causes(desk, HOUSEHOLD, first.case, before)}


def test_an_open_risk_limit_is_a_cause_and_a_closed_one_is_not() -> None:
    desk = Desk.sample()
    case = draft(desk, HOUSEHOLD).case
    alert = Alert(
        "limit",
        HOUSEHOLD,
        "metric_breach",
        "warning",
        desk.today() - timedelta(days=2),
        "Volatility is high.",
        version=1,
    )
    save(desk, "alert.open", Put("alert", alert_id("limit"), 1, alert, client=HOUSEHOLD))
    assert [one.sentence for one in causes(desk, HOUSEHOLD, case, "") if one.code == "risk_limit"] == [alert.sentence]
    closed = replace(alert, state="closed", closed=desk.today(), version=2)
    save(desk, "alert.closed", Put("alert", alert_id("limit"), 2, closed, client=HOUSEHOLD))
    assert [one for one in causes(desk, HOUSEHOLD, case, "") if one.code == "risk_limit"] == []
