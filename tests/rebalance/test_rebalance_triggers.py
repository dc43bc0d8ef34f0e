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
        ({"trigger": "cash_flow"}, "800", {}, ["no_cash_flow"]),
        ({}, "500", {"cash_flow": "20000"}, ["over_band", "under_band", "deposit"]),
        ({"trigger": "cash_flow"}, "500", {"cash_flow": "-9000"}, ["under_band", "raise_cash", "withdrawal"]),
        ({}, "500", {"reserve": "8000"}, ["raise_cash"]),
    ],
)
def test_what_fired_is_said(policy: dict[str, Any], stock: str, facts: dict[str, Any], codes: list[str]) -> None:
    assert sorted(set(fired(case(policy, stock, **facts)))) == sorted(codes)


def test_cash_above_its_band_has_come_in_to_a_policy_that_trades_with_flows() -> None:
    plain = case({"trigger": "cash_flow"})
    assert answer(plain).status == "no_action"
    plain["accounts"][0]["cash"] = "30000"
    found = answer(plain)
    assert found.status == "proposed"
    assert ("over_band", "cash") in {(one.code, one.facts.get("class")) for one in found.triggered_by}


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
