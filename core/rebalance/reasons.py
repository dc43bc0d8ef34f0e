"""Why each trade is there: codes, facts and one sentence of them, found from the case and the answer itself."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.frozen_map import FrozenMap
from core.domain.rationale import Reason
from core.domain.trade import Trade
from core.rebalance.naming import exact
from core.rebalance.reason_ground import Ground, loss_taken, reason
from core.rebalance.reasons_buys import counterparty, invests, leaves_for_calls, located, replaces
from core.rebalance.reasons_limits import band_reasons, raised, untargeted
from core.rebalance.reasons_risk import tracked
from core.rebalance.reasons_sales import dividends_count, harvested, lots_chosen, makes_room
from core.rebalance.switching import going_back
from core.words import dollars, percent

__all__ = ["Ground", "loss_taken", "with_reasons"]


def with_reasons(ground: Ground, trades: Sequence[Trade]) -> tuple[Trade, ...]:
    """The trades with their reasons: what triggers them, what drives them, which lots, and what trading costs."""
    ground = replace(ground, trades=tuple(trades))
    return tuple(replace(trade, reasons=_reasons(ground, trade)) for trade in trades)


def _reasons(ground: Ground, trade: Trade) -> tuple[Reason, ...]:
    found = _of_sale(ground, trade) if trade.side == "sell" else _of_purchase(ground, trade)
    found += tracked(ground, trade)
    return tuple(_at_default_rates(ground, trade, one) for one in (*found, *_cost(ground, trade)))


def _of_sale(ground: Ground, trade: Trade) -> list[Reason]:
    found = [*raised(ground, trade), *band_reasons(ground, trade, "over"), *untargeted(ground, trade)]
    found += going_back(ground, trade)
    found += harvested(ground, trade)
    return [*(found or [makes_room(ground, trade)]), lots_chosen(ground, trade), *dividends_count(ground, trade)]


def _of_purchase(ground: Ground, trade: Trade) -> list[Reason]:
    found = [*band_reasons(ground, trade, "under"), *going_back(ground, trade)]
    found += [*(() if found else replaces(ground, trade)), *invests(ground, trade)]
    return [*(found or [counterparty(ground, trade)]), *leaves_for_calls(ground, trade), *located(ground, trade)]


def _cost(ground: Ground, trade: Trade) -> list[Reason]:
    """What the trade costs beside tax."""
    spread = exact(float(trade.amount) * ground.book.securities[trade.symbol].spread)
    commission = ground.book.accounts[trade.account].commission
    if not spread and not commission:
        return []
    parts = [f"{dollars(spread)} of spread"] if spread else []
    parts += [f"{dollars(commission)} of commission"] if commission else []
    return [reason("trading_cost", f"It costs {' and '.join(parts)}.", spread=str(spread), commission=str(commission))]


def _at_default_rates(ground: Ground, trade: Trade, one: Reason) -> Reason:
    """Where no tax profile is known, every sentence of a taxed sale says at which rates it is taxed."""
    account = ground.book.accounts[trade.account]
    if account.taxpayer not in ground.assumed or not account.taxable or trade.side == "buy":
        return one
    rates = ground.book.case.policy.default_rates
    tail = (
        f", taxed at the firm's default rates of {percent(rates.short_term, 0)} and {percent(rates.long_term, 0)} "
        f"because no tax profile is known."
    )
    facts: dict[str, Decimal | float | object] = {
        **one.facts, "default_short_term": rates.short_term, "default_long_term": rates.long_term,
    }  # fmt: skip
    return replace(one, sentence=one.sentence.removesuffix(".") + tail, facts=FrozenMap(facts))
