"""Bands that people set at any level: kept as versions with their event, the nearest level wins."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from core.domain.allocation import Allocation
from core.domain.bands import BandRule, Bands, Scope
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.domain.person import Permission
from core.market.asset_classes import labels
from core.market.leaf_facts import class_proxies
from core.market.returns import daily_returns
from core.market.securities import known
from core.monitor.banding import Resolved, is_metric, nearest, resolved_classes, resolved_limits
from core.risk.portfolio_metric import PORTFOLIO_METRICS, unit_of
from core.words.band_rules import width
from core.workflow.desk import Desk
from core.workflow.market_actions import history_of
from core.workflow.saving import Put, decode, load, load_all, save

SESSIONS = 757
"""Three years of daily closes behind the deviation of a class."""
MAY_SET: dict[Scope, Permission] = {
    "account": "draft", "household": "draft", "mandate": "edit_mandate", "house": "edit_mandate"
}  # fmt: skip


def bands_at(desk: Desk, scope: Scope, owner: str = "") -> Bands:
    """The rules set at one place; version 0 and empty where nobody set any."""
    desk.require("read_clients")
    empty = Bands(scope, owner)
    body = desk.store.get("bands", empty.id)
    found: Bands = empty if body is None else decode(Bands, body)
    return found


def all_bands(desk: Desk) -> tuple[Bands, ...]:
    """Every place at which rules are set, nearest scopes last."""
    desk.require("read_clients")
    return tuple(one for one in load_all(desk, "bands", Bands) if one.rules)


def set_band(desk: Desk, scope: Scope, owner: str, subject: str, rule: BandRule, version: int) -> Bands:
    """Set one rule at one place as a new version. `version` is the one the person saw.

    Raises NotAllowed, BadInput for a subject that is no class, security or metric, OutOfDate where somebody was
    faster.
    """
    desk.require("read_clients")
    desk.require(MAY_SET[scope])
    _check(desk, scope, owner, subject, rule)
    now = bands_at(desk, scope, owner)
    return _keep(desk, replace(now, rules=now.rules.with_entry(subject, rule)), version, "bands.set", subject)


def clear_band(desk: Desk, scope: Scope, owner: str, subject: str, version: int) -> Bands:
    """Take one rule away, so that the next level holds again."""
    desk.require("read_clients")
    desk.require(MAY_SET[scope])
    now = bands_at(desk, scope, owner)
    if subject not in now.rules:
        raise BadInput(subject, "has no band of its own here")
    rest = FrozenMap({name: rule for name, rule in now.rules.items() if name != subject})
    return _keep(desk, replace(now, rules=rest), version, "bands.cleared", subject)


def set_bands(
    desk: Desk, scope: Scope, owner: str, rules: Mapping[str, BandRule | None], version: int
) -> tuple[str, ...]:
    """Make one place say what a table says: what differs is set, what is gone is cleared, an event for each.

    rules : subject -> its rule, None for none; subjects that are not named stay. Gives the subjects that changed.
    """
    desk.require("read_clients")
    desk.require(MAY_SET[scope])
    now = bands_at(desk, scope, owner)
    changed = tuple(subject for subject, rule in rules.items() if now.rules.get(subject) != rule)
    for subject in changed:
        rule = rules[subject]
        if rule is not None:
            _check(desk, scope, owner, subject, rule)
    for place, subject in enumerate(changed):
        rule = rules[subject]
        if rule is None:
            clear_band(desk, scope, owner, subject, version + place)
        else:
            set_band(desk, scope, owner, subject, rule, version + place)
    return changed


def holding_rules(desk: Desk, scope: Scope, owner: str, subjects: Iterable[str]) -> dict[str, str]:
    """Subject -> the rule that holds at a place today and its level, in words, the allocation's own band where nobody
    set one; those without any are not named."""
    desk.require("read_clients")
    target: Allocation | None = None
    if scope in ("household", "account"):
        held = load(desk, "household", Household, owner.split("/")[0])
        bands = bands_for(desk, held, owner.partition("/")[2])
        target = load(desk, "mandate", Mandate, held.mandate).target
    else:
        places: list[tuple[Scope, str]] = [(scope, owner)]
        if scope == "mandate":
            places.append(("house", ""))
            target = load(desk, "mandate", Mandate, owner).target
        bands = tuple(bands_at(desk, *place) for place in places)
    own = {name: target.band(name) for name in target.weights} if target else {}
    found: dict[str, str] = {}
    for subject in subjects:
        chosen = nearest((subject,), bands)
        if chosen is not None:
            found[subject] = f"{width(chosen[0], unit_of(subject))}, from the {chosen[1]}"
        elif subject in own:
            words = "5/25" if own[subject].kind == "five_25" else width(own[subject])
            found[subject] = f"{words}, from the allocation"
    return found


def metric_names() -> tuple[str, ...]:
    """The metrics that can have a limit."""
    return tuple(PORTFOLIO_METRICS)


def kept_bands(desk: Desk) -> dict[str, Bands]:
    """Every place with rules by its id, in one read, for a look at the whole book."""
    return {one.id: one for one in all_bands(desk)}


def bands_for(
    desk: Desk, household: Household, account: str = "", kept: Mapping[str, Bands] | None = None
) -> tuple[Bands, ...]:
    """The rules that a household (or one of its accounts) stands under, nearest first.

    kept : all of them, where the caller has them at hand
    """
    desk.require("read_clients")
    places: list[tuple[Scope, str]] = [("household", household.id), ("mandate", household.mandate), ("house", "")]
    if account:
        places.insert(0, ("account", f"{household.id}/{account}"))
    if kept is not None:
        return tuple(kept[name] for scope, owner in places if (name := Bands(scope, owner).id) in kept)
    return tuple(found for scope, owner in places if (found := bands_at(desk, scope, owner)).rules)


def resolved(
    desk: Desk, household: Household, target: Allocation, account: str = "", kept: Mapping[str, Bands] | None = None
) -> dict[str, Resolved]:
    """Subject -> the rule that holds for it: classes of the target, and symbols that have a limit."""
    desk.require("read_clients")
    bands = bands_for(desk, household, account, kept)
    if not bands:
        return {}
    held = {lot.symbol for one in household.accounts if account in ("", one.id) for lot in one.lots}
    return {
        **resolved_limits(sorted(held), bands),
        **resolved_classes(target, bands, _volatility(desk, target, bands)),
    }


def _volatility(desk: Desk, target: Allocation, bands: tuple[Bands, ...]) -> dict[str, float]:
    """Class or symbol -> yearly deviation of its fund over three years; only asked where a rule needs it."""
    wanted = {name for one in bands for name, rule in one.rules.items() if rule.kind == "volatility"}
    names = sorted(wanted & set(target.weights))
    funds = {name: class_proxies()[name].fund if name in class_proxies() else name for name in names}
    symbols = sorted({fund for fund in funds.values() if fund in known()})
    if not symbols:
        return {}
    daily = daily_returns(history_of(desk, symbols, SESSIONS))
    spread = {symbol: float(daily[symbol].std(ddof=1) * np.sqrt(252)) for symbol in symbols if symbol in daily}
    return {name: spread[fund] for name, fund in funds.items() if np.isfinite(spread.get(fund, np.nan))}


def _check(desk: Desk, scope: Scope, owner: str, subject: str, rule: BandRule) -> None:
    if scope == "mandate":
        load(desk, "mandate", Mandate, owner)
    if scope in ("household", "account"):
        household = load(desk, "household", Household, owner.split("/")[0])
        account = owner.partition("/")[2]
        if scope == "account" and account not in {one.id for one in household.accounts}:
            raise BadInput("account", f"household {household.id} has no account {account}")
    symbols = set(known())
    if scope in ("household", "account"):
        symbols |= {lot.symbol for one in household.accounts for lot in one.lots}
    if subject in labels() or subject in _targeted(desk, scope, owner):
        return
    if not is_metric(subject) and subject not in symbols:
        raise BadInput("subject", f"'{subject}' is no asset class, security or metric")
    if rule.kind != "limit":
        raise BadInput("kind", "a security or a metric takes a limit; only a class has a target to stand around")


def _targeted(desk: Desk, scope: Scope, owner: str) -> set[str]:
    """Securities that a target names by symbol at this place: a band may stand around their targets."""
    if scope in ("household", "account"):
        held = load(desk, "household", Household, owner.split("/")[0])
        account = owner.partition("/")[2]
        own = [one.target for one in held.accounts if one.id == account]
        targets = [*own, load(desk, "mandate", Mandate, held.mandate).target]
    else:
        targets = [one.target for one in load_all(desk, "mandate", Mandate) if owner in ("", one.id)]
    return {name for one in targets if one is not None and one.by == "symbol" for name in one.weights}


def _keep(desk: Desk, made: Bands, version: int, event: str, subject: str) -> Bands:
    kept = replace(made, version=version + 1)
    client = made.owner.split("/")[0] if made.scope in ("household", "account") else None
    save(desk, event, Put("bands", kept.id, kept.version, kept, client=client), note=subject)
    return kept
