"""The firm's way of trading as controls inside the mandate's form: lots, losses, gains, cash and risk."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import streamlit as st

from core.domain.mandate import Mandate
from core.present.tables.scenarios import LOTS, ORDERS
from core.tax.relief import RELIEFS

CHOICES: dict[str, tuple[str, dict[str, str]]] = {
    "trigger": ("Looked at", {
        "threshold": "outside a band", "calendar": "on the calendar", "cash_flow": "when cash moves",
        "always": "always",
    }),
    "untargeted": ("Holdings outside the target", {"hold": "held", "sell": "sold"}),
    "withdrawal_order": ("A withdrawal is paid by", ORDERS),
    "short_term_gains": ("Short-term gains", {"allow": "where worth it", "avoid": "avoided"}),
    "wash_sales": ("Wash sales", {"avoid": "prevented", "warn": "pointed out"}),
    "same_index": ("Funds of one index", {"block": "identical", "allow": "not identical"}),
    "switch_back": ("Stand-ins go back", {
        "never": "never", "at_a_loss": "but at a gain", "no_short_gain": "but at a short gain",
    }),
}  # fmt: skip
SWITCHES = {
    "harvest_losses": "Harvest losses",
    "location": "Place by account",
    "cash_flow_only": "Only cash flows trade",
}


def trading_rules(standing: Mandate) -> dict[str, Any]:
    """Show the controls and read them: field of the policy -> what was chosen, and `weigh_drift`."""
    policy, chosen = standing.policy, dict[str, Any]()
    with st.expander("Lots, losses, cash and risk"):
        boxes = [column for _ in range(3) for column in st.columns(3, gap="small")]
        reliefs = [name for name in LOTS if name in RELIEFS] + [name for name in RELIEFS if name not in LOTS]
        chosen["relief"] = boxes[0].selectbox(
            "Lots sold", reliefs, reliefs.index(policy.relief), format_func=lambda one: LOTS.get(one, one)
        )
        for box, (name, (label, words)) in zip(boxes[1:], CHOICES.items(), strict=False):
            options = list(words)
            now = options.index(getattr(policy, name))
            chosen[name] = box.selectbox(label, options, now, format_func=words.__getitem__)
        chosen["wait_days"] = boxes[8].number_input(
            "Wait for long-term, days", 0, 365, policy.wait_days, help="0 means that no sale waits"
        )
        chosen["minimum_benefit"] = Decimal(
            str(st.number_input("Least benefit of a harvest, $", 0, None, int(policy.minimum_benefit), step=50))
        )
        with st.container(horizontal=True):
            for name, label in SWITCHES.items():
                chosen[name] = st.toggle(label, getattr(policy, name))
            chosen["weigh_drift"] = st.toggle(
                "Weigh drift by risk", standing.weigh_drift,
                help="of answers within the bands, the least tracking error to the target is preferred",
            )  # fmt: skip
    return chosen


def with_trading(candidate: Mandate, chosen: dict[str, Any]) -> Mandate:
    """The candidate with what was chosen."""
    policy = {name: value for name, value in chosen.items() if name != "weigh_drift"}
    if policy["minimum_benefit"] == int(candidate.policy.minimum_benefit):
        policy["minimum_benefit"] = candidate.policy.minimum_benefit
    return replace(candidate, policy=replace(candidate.policy, **policy), weigh_drift=chosen["weigh_drift"])
