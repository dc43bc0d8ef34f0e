"""The levers of a what-if, moved on a case: targets and bands, cash, tax and the rules of trading."""

from dataclasses import replace
from decimal import Decimal

from core.domain.account import Account
from core.domain.allocation import Allocation, Band
from core.domain.case import Case
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.money import ZERO
from core.domain.policy import Policy
from core.domain.scenario import Levers

NO_LEVERS = Levers()


def moved(case: Case, levers: Levers) -> Case:
    """The case with the levers moved; the same case where none is."""
    return replace(
        case,
        accounts=_with_cash(case, levers),
        taxpayers=tuple(
            taxpayer if levers.gain_budget is None else replace(taxpayer, gain_budget=levers.gain_budget)
            for taxpayer in case.taxpayers
        ),
        target=moved_target(case.target, levers),
        policy=_moved_policy(case.policy, levers),
        withdrawal=case.withdrawal + levers.withdrawal,
    )


def moved_target(target: Allocation, levers: Levers) -> Allocation:
    """The target with class targets set (the others share the rest in proportion) and bands scaled."""
    weights = dict(target.weights)
    chosen = {name: weight for name, weight in levers.class_targets.items() if weight != weights.get(name)}
    if chosen:
        rest = 1.0 - sum(chosen.values())
        others = {name: weight for name, weight in weights.items() if name not in chosen}
        scale = rest / sum(others.values()) if sum(others.values()) > 0 else 0.0
        weights = {**{name: weight * scale for name, weight in others.items()}, **chosen}
    bands = FrozenMap({name: _scaled(target.band(name), weights[name], levers.band_scale) for name in weights})
    return replace(
        target,
        weights=FrozenMap(weights),
        bands=bands if levers.band_scale != 1.0 else target.bands,
        destination=levers.destination or target.destination,
    )


def _scaled(band: Band, weight: float, scale: float) -> Band:
    return Band("absolute", band.half_width(weight) * scale, band.side)


def _with_cash(case: Case, levers: Levers) -> tuple[Account, ...]:
    """The accounts with the flow and the distribution that a person asks of one of them each."""
    first = next((account.id for account in case.accounts if account.tradable and account.taxable), None)
    flows = _into(
        case, levers.cash_flow, levers.cash_account or first, "cash_account", "that the cash comes into or leaves"
    )
    pays = _into(case, levers.distribution, levers.distribution_account, "distribution_account", "that pays out")
    if not flows and not pays:
        return case.accounts
    return tuple(
        replace(
            account,
            cash_flow=account.cash_flow + flows.get(account.id, ZERO),
            required_distribution=account.required_distribution + pays.get(account.id, ZERO),
        )
        for account in case.accounts
    )


def _into(case: Case, dollars: Decimal, account: str | None, where: str, which: str) -> dict[str, Decimal]:
    if not dollars:
        return {}
    if all(one.id != account for one in case.accounts):
        raise BadInput(where, f"choose the account {which}")
    return {str(account): dollars}


def _moved_policy(policy: Policy, levers: Levers) -> Policy:
    names = (
        "turnover_limit", "minimum_trade", "short_term_gains", "location", "withdrawal_order", "wait_days",
        "cash_flow_only", "relief",
    )  # fmt: skip
    chosen = {name: value for name in names if (value := getattr(levers, name)) is not None}
    if levers.harvest is not None:
        chosen["harvest_losses"] = levers.harvest
    if levers.always:
        chosen["trigger"] = "always"
    return replace(policy, **chosen)
