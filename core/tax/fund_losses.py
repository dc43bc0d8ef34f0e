"""Losses on fund shares held six months or less, against dividends received on them (26 USC 852(b)(4)).

Exempt-interest dividends disallow the loss to their extent; what is left of it is long-term to the extent of
capital-gain dividends, although the shares were held shortly.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from core.domain.lot import Lot, LotPick
from core.domain.money import basis_share

ZERO = Decimal(0)
MONTHS = 6


@dataclass(frozen=True, slots=True)
class Dividends:
    """Dollars received on a whole lot: capital-gain dividends and exempt-interest dividends."""

    capital_gain: Decimal = ZERO
    exempt: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class FundLoss:
    """What becomes of one pick's loss: its parts by term, and the dollars that do not count at all."""

    picks: tuple[LotPick, ...]
    disallowed: Decimal


def fund_loss(pick: LotPick, of: Decimal, acquired: date | None, sold: date | None, received: Dividends) -> FundLoss:
    """A pick out of a lot of `of` shares; one that is no loss, or was held longer, stays as it is."""
    loss = ZERO if pick.gain is None else max(ZERO, -pick.gain)
    if not loss or acquired is None or sold is None or sold > six_months_after(acquired):
        return FundLoss((pick,), ZERO)
    disallowed = min(loss, basis_share(received.exempt, pick.quantity, of))
    long = min(loss - disallowed, basis_share(received.capital_gain, pick.quantity, of))
    return FundLoss(_parts(pick, loss, disallowed, long), disallowed)


def counted(lot: Lot, chosen: LotPick, on: date) -> FundLoss:
    """What becomes of the loss of a sale out of a lot on a day, by the dividends that the lot received."""
    received = Dividends(lot.capital_gain_dividends, lot.exempt_dividends)
    if not received.capital_gain and not received.exempt:
        return FundLoss((chosen,), ZERO)
    return fund_loss(chosen, lot.quantity, lot.acquired, on, received)


def six_months_after(day: date) -> date:
    """The last day of a holding of six months; from the last day of a month to the last day of another."""
    month = (day.month - 1 + MONTHS) % 12 + 1
    year = day.year + (day.month - 1 + MONTHS) // 12
    last = _last_of(year, month)
    return last if (day + timedelta(days=1)).day == 1 else date(year, month, min(day.day, last.day))


def _last_of(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _parts(pick: LotPick, loss: Decimal, disallowed: Decimal, long: Decimal) -> tuple[LotPick, ...]:
    """The shares stand with the part that stays short; the long part is dollars alone, with no shares of its own."""
    short = loss - disallowed - long
    if not long:
        return (replace(pick, gain=-short),)
    if not short:
        return (replace(pick, gain=-long, term="long"),)
    return (replace(pick, gain=-short), replace(pick, quantity=ZERO, cost_basis=ZERO, gain=-long, term="long"))
