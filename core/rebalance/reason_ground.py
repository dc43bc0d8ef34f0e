"""What the reasons of trades are read from, and the words they share."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.domain.frozen_map import FrozenMap
from core.domain.money import ZERO
from core.domain.rationale import Reason
from core.domain.trade import Trade
from core.rebalance.book import Book
from core.rebalance.goals import Goal
from core.rebalance.setting import TradeKey
from core.rebalance.tax_model import TaxCurve
from core.risk.exposure import split
from core.words import day

CARRIES = 0.05
"""A security moves a class where at least this share of its value is in it."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What reasons are read from.

    assumed : taxpayers without a profile; named : sales whose lots a person chose
    """

    book: Book
    goals: tuple[Goal, ...]
    curves: Mapping[str, TaxCurve]
    assumed: frozenset[str]
    trades: tuple[Trade, ...] = ()
    named: frozenset[TradeKey] = frozenset()


def reason(code: str, sentence: str, **facts: Any) -> Reason:
    """A recorded cause; every number of its sentence is among its facts."""
    return Reason(code, sentence, FrozenMap(facts))


def loss_taken(book: Book, trade: Trade) -> Decimal:
    """Dollars of loss that a sale realises in a taxable account, as a positive number."""
    if trade.side == "buy" or not book.accounts[trade.account].taxable:
        return ZERO
    return -sum((min(chosen.gain or ZERO, ZERO) for chosen in trade.lots), ZERO)


def goals_of(ground: Ground, trade: Trade) -> list[Goal]:
    """The targets that look at the trade's account."""
    return [goal for goal in ground.goals if trade.account in goal.accounts]


def carried(ground: Ground, trade: Trade, goal: Goal) -> dict[str, float]:
    """The classes that the traded security moves, with its share in each."""
    shares_by_class = split(ground.book.securities[trade.symbol], goal.target.by)
    return {name: share for name, share in shares_by_class.items() if share >= CARRIES}


def bought_on(ground: Ground, trade: Trade, lot_id: str) -> str | None:
    """The day a lot was acquired, as facts write it; None where it is not known."""
    held = ground.book.accounts[trade.account].lots
    acquired = next((lot.acquired for lot in held if lot.id == lot_id), None)
    return acquired.isoformat() if acquired else None


def lot_named(ground: Ground, trade: Trade, lot_id: str) -> str:
    """A lot as a person tells it from others: "the lot of VTI from May 11, 2021"."""
    held = ground.book.accounts[trade.account].lots
    acquired = next((lot.acquired for lot in held if lot.id == lot_id), None)
    return f"the lot of {trade.symbol} {f'from {day(acquired)}' if acquired else 'of unknown date'}"
