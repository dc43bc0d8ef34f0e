"""Capital gains and losses of a year against one another: within each term, then across, then the yearly limit.

26 USC 1222 (netting), 1211(b) (3,000 against other income, 1,500 filing apart), 1212(b) (the rest is carried
forward without limit and keeps its character; the deducted part uses up short-term losses first).
"""

from dataclasses import dataclass
from decimal import Decimal

from core.domain.account import Amounts, FilingStatus

ZERO = Decimal(0)
LOSS_LIMIT = Decimal(3000)
LOSS_LIMIT_APART = Decimal(1500)


@dataclass(frozen=True, slots=True)
class Netted:
    """What a year's gains come to. Everything is 0 or more: either gains remain, or a loss.

    short, long : net gains; deducted : loss taken from other income; carryforward : losses left for later years
    """

    short: Decimal
    long: Decimal
    deducted: Decimal
    carryforward: Amounts

    @property
    def income(self) -> Decimal:
        """Dollars that the year's gains and losses add to income."""
        return self.short + self.long - self.deducted


def loss_limit(filing_status: FilingStatus) -> Decimal:
    """Net capital loss that other income may absorb in one year; the statute does not index it."""
    return LOSS_LIMIT_APART if filing_status == "married_separate" else LOSS_LIMIT


def net(gains: Amounts, carryforward: Amounts, limit: Decimal) -> Netted:
    """Net a year's gains (losses negative) with losses carried in (positive), both in dollars."""
    short, long = gains.short - carryforward.short, gains.long - carryforward.long
    if short < 0 < long:
        short, long = min(ZERO, short + long), max(ZERO, short + long)
    elif long < 0 < short:
        short, long = max(ZERO, short + long), min(ZERO, short + long)
    short_loss, long_loss = max(ZERO, -short), max(ZERO, -long)
    deducted = min(limit, short_loss + long_loss)
    from_short = min(deducted, short_loss)
    left = Amounts(short_loss - from_short, long_loss - (deducted - from_short))
    return Netted(max(ZERO, short), max(ZERO, long), deducted, left)
