"""How a firm trades: the switches of the trade engine, as data."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from core.domain.account import FlatRates

TriggerKind = Literal["threshold", "calendar", "cash_flow", "always"]


@dataclass(frozen=True, slots=True)
class Policy:
    """Every switch has a default; `minimum_trade` is dollars per account, symbol and side.

    wait_days : a lot that turns long-term within so many days is waited for where the tax saved is worth it; 0 = never
    turnover_limit : most that the smaller of buys and sells may be, as a fraction of the total
    minimum_benefit : least tax saved (dollars) that makes a harvest worth a trade of its own
    same_index : whether securities of one index are treated as identical (`block`) or not (`allow`)
    commitments : whether purchases leave the cash that capital calls may ask for (`keep`) or not (`ignore`)
    withdrawal_order : which accounts pay a withdrawal of the household
    switch_back : whether a stand-in is sold once its lock-out is over: never, at a loss, or but at a short gain
    default_rates : rates for a taxable account whose taxpayer has no profile
    """

    trigger: TriggerKind = "threshold"
    harvest_losses: bool = True
    wash_sales: Literal["avoid", "warn"] = "avoid"
    short_term_gains: Literal["avoid", "allow"] = "allow"
    wait_days: int = 0
    minimum_trade: Decimal = Decimal(100)
    minimum_benefit: Decimal = Decimal(0)
    turnover_limit: float | None = None
    location: bool = True
    cash_flow_only: bool = False
    untargeted: Literal["hold", "sell"] = "hold"
    relief: str = "min_tax"
    same_index: Literal["block", "allow"] = "block"
    commitments: Literal["keep", "ignore"] = "keep"
    withdrawal_order: Literal["taxable_first", "minimum_tax"] = "taxable_first"
    switch_back: Literal["never", "at_a_loss", "no_short_gain"] = "never"
    default_rates: FlatRates = field(default_factory=lambda: FlatRates(short_term=0.41, long_term=0.26))
