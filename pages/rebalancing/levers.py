"""The levers of the what-if page: four groups of controls read as one setting, and a kept setting put back on them."""

from decimal import Decimal
from typing import Any

import streamlit as st

from core.domain.allocation import Destination
from core.domain.frozen_map import FrozenMap
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.domain.scenario import Levers
from core.market.asset_classes import labels
from core.present.tables.scenarios import LOTS
from core.tax.relief import RELIEFS
from core.words.numbers import percent
from core.words.sentences import listing, start
from pages.rebalancing.levers_cash import cash_levers, cash_values
from pages.shared.widgets import quiet, show_group

DESTINATIONS: dict[Destination, str] = {"target": "Target", "half_band": "Half band", "band_edge": "Edge"}
NO_LIMIT = 50
"""Percent of turnover at which the lever says: no limit."""
BUDGET = 20_000
"""Dollars at which the gain budget begins."""


def read_levers(held: Household, mandate: Mandate) -> Levers:
    """Show the controls and read them."""
    chosen = {
        **_target(held.id, mandate),
        **_trading(held.id, mandate),
        **_tax(held.id, mandate),
        **cash_levers(held, mandate),
    }
    return Levers(**chosen)


def put_back(key: str, levers: Levers, mandate: Mandate) -> None:
    """Set every control as a kept setting has it, before any of them is drawn."""
    policy = mandate.policy
    limit = policy.turnover_limit if levers.turnover_limit is None else levers.turnover_limit
    least = policy.minimum_trade if levers.minimum_trade is None else levers.minimum_trade
    values = {
        "aversion": levers.risk_aversion or 1.0,
        "to": levers.destination or (mandate.target.destination if mandate.target else "half_band"),
        "bands": levers.band_scale,
        "turnover": NO_LIMIT if limit is None else min(NO_LIMIT, round(limit * 100)),
        "least": min(5000, int(least)),
        "limited": levers.gain_budget is not None,
        "budget": BUDGET if levers.gain_budget is None else int(levers.gain_budget),
        "harvest": policy.harvest_losses if levers.harvest is None else levers.harvest,
        "location": policy.location if levers.location is None else levers.location,
        "avoid": (levers.short_term_gains or policy.short_term_gains) == "avoid",
        "wait": policy.wait_days if levers.wait_days is None else levers.wait_days,
        "lots": levers.relief or policy.relief,
        "only": policy.cash_flow_only if levers.cash_flow_only is None else levers.cash_flow_only,
        **cash_values(levers, mandate),
    }
    for name, value in values.items():
        st.session_state[f"{name}-{key}"] = value
    st.session_state[f"classes-{key}"] = dict(levers.class_targets)
    for name, weight in levers.class_targets.items():
        st.session_state[f"target-{key}-{name}"] = round(weight * 100)
        st.session_state[f"class-{key}"] = name


def _target(key: str, mandate: Mandate) -> dict[str, Any]:
    show_group("Target")
    weights, names = dict(mandate.target.weights) if mandate.target else {}, labels()
    which = st.selectbox(
        "Class to move", sorted(weights, key=lambda name: -weights[name]), key=f"class-{key}",
        format_func=lambda one: names.get(one, one), label_visibility="collapsed",
    )  # fmt: skip
    placed: dict[str, float] = st.session_state.setdefault(f"classes-{key}", {})
    now = round(weights.get(which, 0.0) * 100)
    shown = round(placed.get(which, now / 100) * 100)
    low, high = max(0, min(now - 20, shown)), min(100, max(now + 20, shown))
    slider = f"target-{key}-{which}"
    st.session_state.setdefault(slider, shown)
    moved = st.slider(f"{names.get(which, which)} target, %", low, high, key=slider)
    if moved == now:
        placed.pop(which, None)
    else:
        placed[which] = moved / 100
    _others(placed, which, names)
    aversion = st.slider("Risk aversion, x the mandate's", 0.4, 2.5, key=_start(f"aversion-{key}", 1.0), step=0.1)
    return {"class_targets": FrozenMap(placed), "risk_aversion": None if aversion == 1.0 else aversion}


def _others(placed: dict[str, float], which: str, names: dict[str, str]) -> None:
    """Classes that were moved before stay where they were put, and that is said."""
    others = [f"{names.get(name, name)} {percent(weight, 0)}" for name, weight in placed.items() if name != which]
    if others:
        quiet(f"Also placed: {listing(others)}")


def _trading(key: str, mandate: Mandate) -> dict[str, Any]:
    show_group("Trading")
    to = st.segmented_control(
        "Trade to", list(DESTINATIONS), required=True, format_func=lambda one: DESTINATIONS[one], width="stretch",
        key=_start(f"to-{key}", mandate.target.destination if mandate.target else "half_band"),
    )  # fmt: skip
    scale = st.slider("Width of the bands, x", 0.5, 2.0, key=_start(f"bands-{key}", 1.0), step=0.05)
    standing = NO_LIMIT if mandate.policy.turnover_limit is None else round(mandate.policy.turnover_limit * 100)
    turnover = st.slider(
        "Turnover limit, %", 0, NO_LIMIT, key=_start(f"turnover-{key}", min(NO_LIMIT, standing)),
        help=f"{NO_LIMIT} means no limit",
    )  # fmt: skip
    least = st.slider(
        "Smallest trade, $", 0, 5000, step=100, format="localized",
        key=_start(f"least-{key}", min(5000, int(mandate.policy.minimum_trade))),
    )  # fmt: skip
    only = st.toggle("Only cash flows trade", key=_start(f"only-{key}", mandate.policy.cash_flow_only))
    limit = 1.0 if turnover == NO_LIMIT else turnover / 100
    return {
        "cash_flow_only": _moved(only, mandate.policy.cash_flow_only),
        "destination": _moved(to, mandate.target.destination if mandate.target else "half_band"),
        "band_scale": scale,
        "turnover_limit": _moved(limit, 1.0 if standing >= NO_LIMIT else standing / 100),
        "minimum_trade": _moved(Decimal(least), Decimal(min(5000, int(mandate.policy.minimum_trade)))),
    }


def _tax(key: str, mandate: Mandate) -> dict[str, Any]:
    show_group("Tax")
    policy = mandate.policy
    limited = st.toggle("Limit the gains", key=f"limited-{key}")
    budget = st.slider(
        "Gain budget, $", 0, 200_000, key=_start(f"budget-{key}", BUDGET), step=1_000, format="localized",
        disabled=not limited,
    )  # fmt: skip
    harvest = st.toggle("Harvest losses", key=_start(f"harvest-{key}", policy.harvest_losses))
    location = st.toggle("Place by account", key=_start(f"location-{key}", policy.location))
    return {
        "gain_budget": Decimal(budget) if limited else None,
        "harvest": _moved(harvest, policy.harvest_losses),
        "location": _moved(location, policy.location),
        **_lots(key, mandate),
    }


def _lots(key: str, mandate: Mandate) -> dict[str, Any]:
    """Which lots a sale takes, and which it leaves until they are long-term."""
    policy = mandate.policy
    avoid = st.toggle("Avoid short-term gains", key=_start(f"avoid-{key}", policy.short_term_gains == "avoid"))
    wait = st.number_input(
        "Wait for long-term, days", 0, 365, step=15, key=_start(f"wait-{key}", policy.wait_days),
        help="a lot that turns long-term so soon is not sold at a gain, where the tax saved is worth the wait",
    )  # fmt: skip
    lots = st.selectbox(
        "Lots sold", list(RELIEFS), key=_start(f"lots-{key}", policy.relief),
        format_func=lambda one: start(LOTS.get(one, one)),
    )  # fmt: skip
    return {
        "short_term_gains": _moved("avoid" if avoid else "allow", policy.short_term_gains),
        "wait_days": _moved(wait, policy.wait_days),
        "relief": _moved(lots, policy.relief),
    }


def _moved(value: Any, standing: Any) -> Any:
    """The value of a lever that was moved; None where it stands as the mandate says."""
    return None if value == standing else value


def _start(key: str, value: Any) -> str:
    """A control's key; it begins at the value unless a person or a kept setting has put it somewhere already."""
    st.session_state.setdefault(key, value)
    return key
