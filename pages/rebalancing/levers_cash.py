"""The cash levers of the what-if page: what the household pays out, what one account takes in, what must be paid."""

from decimal import Decimal
from typing import Any

import streamlit as st

from core.domain.household import Household
from core.domain.mandate import Mandate
from core.domain.scenario import Levers
from core.present.tables.scenarios import ORDERS
from core.words.sentences import start
from pages.shared.widgets import account_titles, show_group

STEP = 5_000
RETIREMENT = frozenset({"traditional_ira", "sep_ira", "simple_ira", "inherited_ira", "401k", "403b"})
"""Registrations that a distribution may be required of."""


def cash_levers(held: Household, mandate: Mandate) -> dict[str, Any]:
    """Show the controls and read them."""
    show_group("Cash")
    return {**_withdrawal(held, mandate), **_flow(held), **_distribution(held)}


def cash_values(levers: Levers, mandate: Mandate) -> dict[str, Any]:
    """Key of each control -> its value in a kept setting; an account that nobody chose is left out."""
    values = {
        "pays": int(levers.withdrawal),
        "order": levers.withdrawal_order or mandate.policy.withdrawal_order,
        "flow": int(levers.cash_flow),
        "through": levers.cash_account,
        "required": int(levers.distribution),
        "distributes": levers.distribution_account,
    }
    return {name: value for name, value in values.items() if value is not None}


def _withdrawal(held: Household, mandate: Mandate) -> dict[str, Any]:
    pays = st.number_input(
        "Household pays out, $", 0, step=STEP, key=_start(f"pays-{held.id}", 0),
        help="a withdrawal; the engine chooses the accounts that pay it",
    )  # fmt: skip
    standing = mandate.policy.withdrawal_order
    order = st.selectbox(
        "Paid by", list(ORDERS), format_func=lambda one: start(ORDERS[one]), disabled=not pays,
        key=_start(f"order-{held.id}", standing),
    )  # fmt: skip
    return {"withdrawal": Decimal(pays), "withdrawal_order": order if pays and order != standing else None}


def _flow(held: Household) -> dict[str, Any]:
    titles = account_titles(held)
    flow = st.number_input("In (+) or out (−), $", step=STEP, key=_start(f"flow-{held.id}", 0))
    account = st.selectbox(
        "Through", [one.id for one in held.accounts if one.tradable], format_func=lambda one: titles[one],
        key=f"through-{held.id}", disabled=not flow,
    )  # fmt: skip
    return {"cash_flow": Decimal(flow), "cash_account": account if flow else None}


def _distribution(held: Household) -> dict[str, Any]:
    plans = [one.id for one in held.accounts if one.tradable and one.registration in RETIREMENT]
    if not plans:
        return {}
    titles = account_titles(held)
    required = st.number_input(
        "Required distribution, $", 0, step=STEP, key=_start(f"required-{held.id}", 0),
        help="cash that the account must have ready this year, beside what it must anyway",
    )  # fmt: skip
    account = st.selectbox(
        "Distributed from", plans, format_func=lambda one: titles[one], key=f"distributes-{held.id}",
        disabled=not required, label_visibility="collapsed",
    )  # fmt: skip
    return {"distribution": Decimal(required), "distribution_account": account if required else None}


def _start(key: str, value: Any) -> str:
    st.session_state.setdefault(key, value)
    return key
