"""Every answer says what fired; no action is an answer with its reason; the calendar knows the exchange's sessions."""

from typing import Any

import pytest
from rebalance_cases import account, answer, household, lot


def joint(stock: str = "500", **facts: Any) -> dict[str, Any]:
    lots = (lot("L1", "STOCK", stock, "40000"), lot("L2", "BOND", "900", "45000"))
    return account("joint", "taxable_joint", "5000", *lots, **facts)


def fired(plain: dict[str, Any]) -> list[str]:
    return [reason.code for reason in answer(plain).triggered_by]


def case(policy: dict[str, Any], stock: str = "500", **facts: Any) -> dict[str, Any]:
    weights = {"us_equity": 0.5, "us_bond": 0.45, "cash": 0.05}
    return household(joint(stock, **facts), weights=weights, policy=policy)


def test_inside_all_bands_no_action_is_an_answer_with_its_reason() -> None:
    found = answer(case({}))
    assert (found.status, found.trades) == ("no_action", ())
    assert [reason.code for reason in found.triggered_by] == ["inside_bands"]


@pytest.mark.parametrize(
    ("policy", "stock", "facts", "codes"),
    [
        ({}, "800", {}, ["over_band", "under_band"]),
        ({"trigger": "always"}, "800", {}, ["always", "over_band", "under_band"]),
        ({"trigger": "calendar"}, "800", {}, ["calendar", "over_band", "under_band"]),
        ({"trigger": "cash_flow"}, "800", {}, ["cash_flow", "over_band", "under_band"]),
        ({}, "500", {"cash_flow": "20000"}, ["over_band", "under_band", "deposit"]),
        ({"trigger": "cash_flow"}, "500", {"reserve": "8000"}, ["cash_flow", "raise_cash"]),
        ({}, "500", {"cash_flow": "-9000"}, ["under_band", "raise_cash", "withdrawal"]),
        ({}, "500", {"reserve": "8000"}, ["raise_cash"]),
    ],
)
def test_what_fired_is_said(policy: dict[str, Any], stock: str, facts: dict[str, Any], codes: list[str]) -> None:
    assert sorted(set(fired(case(policy, stock, **facts)))) == sorted(codes)


def test_a_case_that_names_cash_flow_is_the_look_that_a_flow_called_for() -> None:
    """What has come in already is in the cash and cannot be told from it, so no flow is needed in the case."""
    assert answer(case({"trigger": "cash_flow"})).status == "no_action"
    outside, always = (answer(case({"trigger": kind}, "800")) for kind in ("cash_flow", "always"))
    assert outside.status == "proposed"
    assert [trade.quantity for trade in outside.trades] == [trade.quantity for trade in always.trades]


@pytest.mark.parametrize(
    ("flow", "flows", "says"),
    [
        ("0", {}, "none is still to come, and any that came is in the cash"),
        ("20000", {"joint": "20000"}, "still to come or go: +$20,000.00 in joint"),
        ("-9000", {"joint": "-9000"}, "still to come or go: −$9,000.00 in joint"),
    ],
)
def test_the_look_that_a_flow_called_for_names_what_is_still_to_come(
    flow: str, flows: dict[str, str], says: str
) -> None:
    reason = answer(case({"trigger": "cash_flow"}, "800", cash_flow=flow)).triggered_by[0]
    assert (reason.code, dict(reason.facts["flows"])) == ("cash_flow", flows)
    assert reason.sentence == f"A flow of cash calls for a look; {says}."


def test_flows_alone_trade_where_the_policy_says_so() -> None:
    found = answer(case({"trigger": "cash_flow", "cash_flow_only": True}, "800"))
    assert found.trades == ()
    assert {one.code for one in found.triggered_by} == {"cash_flow", "over_band", "under_band"}


def test_a_harvest_alone_says_so() -> None:
    plain = case({})
    plain["accounts"][0]["lots"][0]["cost_basis"] = "90000"
    assert fired(plain) == ["harvest"]


def test_a_band_that_counts_one_side_leaves_the_other_alone() -> None:
    plain = case({}, "800")
    for name in ("us_equity", "us_bond", "cash"):
        plain["target"]["bands"][name]["side"] = "below"
    plain["target"]["bands"]["us_bond"]["side"] = plain["target"]["bands"]["cash"]["side"] = "above"
    found = answer(plain)
    assert (found.status, found.trades, found.conflicts) == ("no_action", (), ())
    plain["target"]["bands"]["us_equity"]["side"] = "above"
    found = answer(plain)
    assert [reason.code for reason in found.triggered_by] == ["over_band"]
    assert any(trade.side == "sell" and trade.symbol == "STOCK" for trade in found.trades)
    assert found.after.out_of_band == ()


@pytest.mark.parametrize(
    ("day", "session", "says"),
    [
        ("2026-03-02", "2026-03-02", "Mar 2, 2026 is a session"),
        ("2026-03-01", "2026-03-02", "no session, the next is Mar 2, 2026"),
        ("2026-04-03", "2026-04-06", "no session, the next is Apr 6, 2026"),
    ],
)
def test_the_calendar_names_the_session(day: str, session: str, says: str) -> None:
    """April 3, 2026 is Good Friday."""
    plain = case({"trigger": "calendar"}, "800")
    plain["as_of"] = day
    reason = answer(plain).triggered_by[0]
    assert (reason.code, reason.facts["session"]) == ("calendar", session)
    assert says in reason.sentence
