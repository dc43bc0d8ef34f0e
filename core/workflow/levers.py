"""The levers of a what-if, moved on a case: targets and bands, cash, tax and the rules of trading."""

from dataclasses import replace

from core.domain.account import Account
from core.domain.allocation import Allocation, Band
from core.domain.case import Case
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.policy import Policy
from core.domain.scenario import Levers

NO_LEVERS = Levers()


def moved(case: Case, levers: Levers) -> Case:
    """The case with the levers moved; the same case where none is."""
    return replace(
        case,
        accounts=_with_cash_flow(case, levers),
        taxpayers=tuple(
            taxpayer if levers.gain_budget is None else replace(taxpayer, gain_budget=levers.gain_budget)
            for taxpayer in case.taxpayers
        ),
        target=moved_target(case.target, levers),
        policy=_moved_policy(case.policy, levers),
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


def _with_cash_flow(case: Case, levers: Levers) -> tuple[Account, ...]:
    if not levers.cash_flow:
        return case.accounts
    chosen = levers.cash_account or next((a.id for a in case.accounts if a.tradable and a.taxable), None)
    if chosen is None or all(account.id != chosen for account in case.accounts):
        raise BadInput("cash_account", "choose the account that the cash comes into or leaves")
    return tuple(
        replace(account, cash_flow=account.cash_flow + levers.cash_flow) if account.id == chosen else account
        for account in case.accounts
    )


def _moved_policy(policy: Policy, levers: Levers) -> Policy:
    return replace(
        policy,
        harvest_losses=policy.harvest_losses if levers.harvest is None else levers.harvest,
        location=policy.location if levers.location is None else levers.location,
        turnover_limit=policy.turnover_limit if levers.turnover_limit is None else levers.turnover_limit,
        minimum_trade=policy.minimum_trade if levers.minimum_trade is None else levers.minimum_trade,
        short_term_gains=levers.short_term_gains or policy.short_term_gains,
        trigger="always" if levers.always else policy.trigger,
    )
