"""Why each trade is there: codes, facts and one sentence of them, found from the case and the answer itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from core.domain.allocation import CASH
from core.domain.frozen_map import FrozenMap
from core.domain.money import ZERO
from core.domain.rationale import Reason
from core.domain.trade import Trade
from core.rebalance.book import Book
from core.rebalance.goals import Goal
from core.rebalance.location import tax_drag
from core.rebalance.naming import bare_points, exact, must_raise, stands
from core.rebalance.tax_model import TaxCurve
from core.risk.exposure import is_untargeted, split
from core.words import day, dollars, percent
from core.words.sentences import start

CARRIES = 0.05
"""A security moves a class where at least this share of its value is in it."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What reasons are read from. `assumed` are taxpayers without a profile."""

    book: Book
    goals: tuple[Goal, ...]
    curves: Mapping[str, TaxCurve]
    assumed: frozenset[str]
    trades: tuple[Trade, ...] = ()


def with_reasons(ground: Ground, trades: Sequence[Trade]) -> tuple[Trade, ...]:
    """The trades with their reasons."""
    ground = replace(ground, trades=tuple(trades))
    return tuple(replace(trade, reasons=_reasons(ground, trade)) for trade in trades)


def loss_taken(book: Book, trade: Trade) -> Decimal:
    """Dollars of loss that a sale realises in a taxable account, as a positive number."""
    if trade.side == "buy" or not book.accounts[trade.account].taxable:
        return ZERO
    return -sum((min(chosen.gain or ZERO, ZERO) for chosen in trade.lots), ZERO)


def _reasons(ground: Ground, trade: Trade) -> tuple[Reason, ...]:
    return _sell_reasons(ground, trade) if trade.side == "sell" else _buy_reasons(ground, trade)


def _sell_reasons(ground: Ground, trade: Trade) -> tuple[Reason, ...]:
    found = [*_raised(ground, trade), *_band(ground, trade, "over"), *_untargeted(ground, trade)]
    found += _harvested(ground, trade)
    if not found:
        found.append(_room(ground, trade))
    harvest = any(reason.code == "harvest_loss" for reason in found)
    return tuple(found) if harvest else (_with_lots(ground, trade, found[0]), *found[1:])


def _buy_reasons(ground: Ground, trade: Trade) -> tuple[Reason, ...]:
    found = [*_band(ground, trade, "under"), *_replaces(ground, trade), *_invests(ground, trade)]
    if not found:
        found.append(_counterparty(ground, trade))
    return (*found, *_located(ground, trade))


def _reason(code: str, sentence: str, **facts: Any) -> Reason:
    return Reason(code, sentence, FrozenMap(facts))


def _goals_of(ground: Ground, trade: Trade) -> list[Goal]:
    return [goal for goal in ground.goals if trade.account in goal.accounts]


def _carried(ground: Ground, trade: Trade, goal: Goal) -> dict[str, float]:
    shares_by_class = split(ground.book.securities[trade.symbol], goal.target.by)
    return {name: share for name, share in shares_by_class.items() if share >= CARRIES}


def _band(ground: Ground, trade: Trade, side: str) -> list[Reason]:
    """The classes outside their bands that the trade brings back."""
    found = []
    for goal in _goals_of(ground, trade):
        for name in sorted(_carried(ground, trade, goal)):
            drift = goal.before.drift.get(name, -goal.target.weight(name))
            width = goal.target.band(name).half_width(goal.target.weight(name))
            outside = name in goal.outside and abs(drift) > width and name != CASH and name in goal.limits
            if outside and (drift > 0) == (side == "over") and not is_untargeted(name, goal.target):
                found.append(_band_reason(goal, name, drift, width, side))
    return found


def _band_reason(goal: Goal, name: str, drift: float, width: float, side: str) -> Reason:
    where = f" in {goal.name}" if goal.name else ""
    sentence = f"{stands(name, drift, where)}, {bare_points(abs(drift) - width)} beyond the band."
    return Reason(
        f"{side}_band",
        sentence,
        FrozenMap(
            {"class": name, "drift": round(drift, 6), "band": round(width, 6), "limit": round(goal.limits[name], 6)}
        ),
    )


def _raised(ground: Ground, trade: Trade) -> list[Reason]:
    rule = ground.book.cash[trade.account]
    if rule.required <= 0:
        return []
    needed = exact(rule.required)
    sentence = must_raise(trade.account, rule.required, rule.now, rule.least)
    return [_reason("raise_cash", sentence, account=trade.account, required=str(needed))]


def _untargeted(ground: Ground, trade: Trade) -> list[Reason]:
    goals = _goals_of(ground, trade)
    names = [name for goal in goals for name in _carried(ground, trade, goal) if is_untargeted(name, goal.target)]
    if not names or ground.book.case.policy.untargeted != "sell":
        return []
    sentence = f"{trade.symbol} stands outside the target, and the policy sells what does."
    return [_reason("sell_untargeted", sentence, **{"class": names[0]})]


def _harvested(ground: Ground, trade: Trade) -> list[Reason]:
    loss = loss_taken(ground.book, trade)
    if not loss or not ground.book.case.policy.harvest_losses:
        return []
    names = [chosen.lot for chosen in trade.lots if (chosen.gain or ZERO) < 0]
    lots = _lot_named(ground, trade, names[0]) if len(names) == 1 else f"{len(names)} lots of {trade.symbol}"
    sentence = f"The sale takes a loss of {dollars(loss)} from {lots}{_at_rates(ground, trade)}."
    return [_reason("harvest_loss", sentence, loss=str(loss), lots=tuple(names))]


def _room(ground: Ground, trade: Trade) -> Reason:
    bought = [other.symbol for other in ground.trades if other.account == trade.account and other.side == "buy"]
    if bought:
        sentence = (
            f"{trade.symbol} makes room in {trade.account} for {', '.join(bought)}; no cash moves between accounts."
        )
        return _reason("make_room", sentence, bought=tuple(bought))
    return _reason("counterparty", f"The sale of {trade.symbol} pays for what brings other classes back.")


def _with_lots(ground: Ground, trade: Trade, reason: Reason) -> Reason:
    """The first sentence says which lots are sold, and what they gain."""
    if not ground.book.accounts[trade.account].taxable:
        tail = f" Sales in {trade.account} cause no tax this year."
    else:
        gain = sum((chosen.gain or ZERO for chosen in trade.lots), ZERO)
        terms = " and ".join(sorted({f"{chosen.term}-term" for chosen in trade.lots if chosen.term}))
        word = "gain" if gain >= 0 else "loss"
        named = _lot_named(ground, trade, trade.lots[0].lot)
        lots = f"{start(named)} has" if len(trade.lots) == 1 else f"{len(trade.lots)} lots have together"
        tail = f" {lots} the least tax to pay: a {terms} {word} of {dollars(abs(gain))}{_at_rates(ground, trade)}."
    return replace(reason, sentence=reason.sentence + tail)


def _lot_named(ground: Ground, trade: Trade, lot_id: str) -> str:
    """A lot as a person tells it from others: "the lot of VTI from May 11, 2021"."""
    held = ground.book.accounts[trade.account].lots
    acquired = next((lot.acquired for lot in held if lot.id == lot_id), None)
    return f"the lot of {trade.symbol} {f'from {day(acquired)}' if acquired else 'of unknown date'}"


def _at_rates(ground: Ground, trade: Trade) -> str:
    payer = ground.book.accounts[trade.account].taxpayer
    if payer not in ground.assumed:
        return ""
    rates = ground.book.case.policy.default_rates
    return (
        f", taxed at the firm's default rates of {percent(rates.short_term, 0)} and {percent(rates.long_term, 0)} "
        f"because no tax profile is known"
    )


def _replaces(ground: Ground, trade: Trade) -> list[Reason]:
    """A purchase of the class that a harvest left."""
    for other in ground.trades if ground.book.case.policy.harvest_losses else ():
        if other.account != trade.account or not loss_taken(ground.book, other):
            continue
        listed = trade.symbol in ground.book.securities[other.symbol].substitutes
        if listed or _shares_a_class(ground, trade, other):
            sentence = f"{trade.symbol} stands in for {other.symbol}, sold at a loss, for at least 31 days."
            return [_reason("replace_harvested", sentence, sold=other.symbol, listed=listed)]
    return []


def _shares_a_class(ground: Ground, trade: Trade, other: Trade) -> bool:
    return any(
        _carried(ground, trade, goal).keys() & _carried(ground, other, goal).keys() for goal in _goals_of(ground, trade)
    )


def _invests(ground: Ground, trade: Trade) -> list[Reason]:
    flow = ground.book.accounts[trade.account].cash_flow
    if flow > 0:
        return [
            _reason("invest_cash", f"It invests the deposit of {dollars(flow)} in {trade.account}.", deposit=str(flow))
        ]
    for goal in _goals_of(ground, trade):
        drift = goal.before.drift.get(CASH, 0.0)
        if CASH in goal.outside and drift > 0:
            sentence = f"{stands(CASH, drift)}; {trade.symbol} takes some of it up."
            return [_reason("invest_cash", sentence, drift=round(drift, 6))]
    return []


def _counterparty(ground: Ground, trade: Trade) -> Reason:
    sold = [other.symbol for other in ground.trades if other.account == trade.account and other.side == "sell"]
    of_what = f"the proceeds of {', '.join(sold)}" if sold else "cash"
    sentence = f"{trade.symbol} takes up {of_what} in {trade.account}; its class stays inside its band."
    return _reason("counterparty", sentence, sold=tuple(sold))


def _located(ground: Ground, trade: Trade) -> list[Reason]:
    """Where the purchase stands well: the place with less tax on its dividends."""
    book, security = ground.book, ground.book.securities[trade.symbol]
    if not book.case.policy.location or not security.dividend_yield:
        return []
    drags = {
        place: tax_drag(book.accounts[place], security, ground.curves.get(book.accounts[place].taxpayer))
        for place, symbol in book.buys
        if symbol == trade.symbol
    }
    here, most = drags.get(trade.account, 0.0), max(drags.values(), default=0.0)
    if most - here < 1e-6:
        return []
    cost = f"cost {percent(here, 2)} a year in tax" if here >= 5e-5 else "are not taxed this year"
    sentence = f"In {trade.account} its dividends {cost}; elsewhere they would cost up to {percent(most, 2)} a year."
    return [_reason("location", sentence, drag=round(here, 6), most=round(most, 6))]
