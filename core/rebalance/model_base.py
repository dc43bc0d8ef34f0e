"""The program of one case with the meaning of its columns.

Amounts are in units of a thousandth of the household's total, so that the numbers stay near one.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.rebalance.book import Book, Key
from core.rebalance.goals import Goal
from core.rebalance.line import Line
from core.rebalance.program import Program
from core.rebalance.setting import Setting, TradeKey
from core.rebalance.tax_model import TaxCurve

Facts = tuple[dict[str, dict[str, float]], dict[str, set[str]]]
"""By class: dollars of losses by wash-sale identity, and the identities that may be bought."""


@dataclass(frozen=True, slots=True)
class Joint:
    """Trades of one symbol in whole shares, and what they add to it together, in units."""

    trades: frozenset[TradeKey]
    added: Line


@dataclass(slots=True)
class Model:
    """A program with the meaning of its columns.

    sells : position -> column of each piece; buys : column; sell_on, buy_on : made or not
    shares : whole-share columns; sized : trade -> its amount told by them, in units
    joint : symbol -> its trades in several accounts
    loss_on : (taxpayer, identity) -> takes losses or not
    directions : goal -> whether its counterparties may move up, or else down
    shortfalls : withdrawal, reserve, short-term gain and budget that had to give way, in order of weight
    draws : account -> column of what it pays of a withdrawal
    turned : dollars that each trade may move in going back from a stand-in, once it was asked
    excess : column -> weight in the sum of what remains; cost : tax, spread and trades, in dollars / scale
    """

    book: Book
    goals: tuple[Goal, ...]
    curves: Mapping[str, TaxCurve]
    setting: Setting
    scale: float
    program: Program = field(default_factory=Program)
    sells: dict[Key, tuple[int, ...]] = field(default_factory=dict)
    buys: dict[Key, int] = field(default_factory=dict)
    sell_on: dict[Key, int] = field(default_factory=dict)
    buy_on: dict[Key, int] = field(default_factory=dict)
    shares: dict[TradeKey, int] = field(default_factory=dict)
    sized: dict[TradeKey, Line] = field(default_factory=dict)
    joint: dict[str, Joint] = field(default_factory=dict)
    loss_on: dict[tuple[str, str], int] = field(default_factory=dict)
    cash: dict[str, Line] = field(default_factory=dict)
    withdrawals: Line = field(default_factory=Line)
    reserves: Line = field(default_factory=Line)
    short_gains: Line = field(default_factory=Line)
    over_budget: Line = field(default_factory=Line)
    budgets: dict[str, int] = field(default_factory=dict)
    short_cash: dict[str, tuple[int, int]] = field(default_factory=dict)
    excess: Line = field(default_factory=Line)
    cost: Line = field(default_factory=Line)
    facts: dict[str, Facts] = field(default_factory=dict)
    draws: dict[str, int] = field(default_factory=dict)
    turned: dict[TradeKey, float] | None = None
    directions: dict[str, int] = field(default_factory=dict)

    def units(self, dollars: float) -> float:
        """Dollars in the program's units."""
        return dollars / self.scale

    @property
    def stepped(self) -> bool:
        """Whether trades are made or not made, with a least size."""
        return not self.setting.linear


def new_model(book: Book, goals: tuple[Goal, ...], curves: Mapping[str, TaxCurve], setting: Setting) -> Model:
    """A model without columns yet."""
    total = max((float(goal.before.total) for goal in goals), default=0.0)
    held = total or sum(position.value for position in book.positions.values()) or 1000.0
    return Model(book, goals, curves, setting, max(held, 1.0) / 1000.0)


def sold(model: Model, key: Key) -> Line:
    """What is sold of a position, in units: by its shares where they are whole, else the sum of its lots."""
    sized = model.sized.get((*key, "sell"))
    return Line(dict.fromkeys(model.sells.get(key, ()), 1.0)) if sized is None else Line(dict(sized.terms))


def bought(model: Model, key: Key) -> Line:
    """What is bought, in units: by its shares where they are whole."""
    sized = model.sized.get((*key, "buy"))
    return Line({model.buys[key]: 1.0}) if sized is None else Line(dict(sized.terms))


def least_size(model: Model, key: TradeKey) -> float:
    """The least size of a trade in units: the minimum trade, and never less than one whole share."""
    account, symbol, side = key
    security = model.book.securities[symbol]
    waived = side == "sell" and model.book.cash[account].required > 0
    least = 0.0 if waived else float(model.book.case.policy.minimum_trade)
    price = float(security.unit_price)
    if not security.fractional:
        least = max(1, math.ceil(least / price - 1e-9)) * price
    return model.units(least + 0.0002 * price if security.fractional else least)
