"""Days that cost or save tax: lots turning long-term, lock-outs that end, December losses that can still be washed.

Long-term from the day after one year (26 USC 1222); a loss is disallowed by a purchase of the same within 30 days
before or after it (26 USC 1091), so a December loss stays open until January 30.
"""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from core.domain.lot import Activity, Lot
from core.monitor.look import WATCHES, Finding, Look
from core.tax.holding_period import days_to_long
from core.tax.households import counting_accounts, group_of, lockouts, wash_groups
from core.words import count, day, dollars, listing, shares

TURNING_LONG = 30
"""Days ahead in which a lot's turn to long-term is worth a word."""
WASH_WINDOW = timedelta(days=30)
"""Days after a loss in which a purchase of the same disallows it."""
ENDING = 7
"""Days ahead in which the end of a lock-out is worth a word."""
DECEMBER = 12


@WATCHES.add()
def turning_long(look: Look) -> Iterator[Finding]:
    """A lot with a gain or loss turns long-term within 30 days."""
    for account in (account for account in look.case.accounts if account.taxable):
        for lot in account.lots:
            left = days_to_long(lot, look.case.as_of)
            gain = _gain(look, lot)
            if left is None or not 0 < left <= TURNING_LONG or not gain:
                continue
            turns = look.case.as_of + timedelta(days=left)
            what = "gain" if gain > 0 else "loss"
            sentence = (
                f"{shares(lot.quantity)} {lot.symbol} in account {account.id} turn long-term on {day(turns)}, "
                f"in {count(left, 'day')}: a {what} of {dollars(abs(gain))}."
            )
            yield Finding(lot.id, "note", sentence, turns - timedelta(days=TURNING_LONG))


@WATCHES.add()
def lockout_ending(look: Look) -> Iterator[Finding]:
    """A group that was locked by a loss may be bought again within a week."""
    for lockout in lockouts(look.case):
        free = lockout.until + timedelta(days=1)
        left = (free - look.case.as_of).days
        if 0 < left <= ENDING:
            sentence = (
                f"{listing(_members(look, lockout.identical_group))} may be bought again from {day(free)}, "
                f"in {count(left, 'day')}, when the lock-out of a loss ends."
            )
            yield Finding(lockout.identical_group, "note", sentence, free - timedelta(days=ENDING))


@WATCHES.add()
def december_loss(look: Look) -> Iterator[Finding]:
    """A loss taken in December can still be washed by a purchase until 30 days later."""
    for sale in _losses(look):
        open_until = sale.date + WASH_WINDOW
        if sale.date.month != DECEMBER or look.case.as_of > open_until:
            continue
        risks = _risks(look, sale)
        why = f"; {listing(risks)}" if risks else ""
        sentence = (
            f"The loss of {dollars(-_known_gain(sale))} on {sale.symbol} of {day(sale.date)} can be washed by a "
            f"purchase until {day(open_until)}{why}."
        )
        subject = f"{sale.account}:{sale.symbol}:{sale.date.isoformat()}"
        yield Finding(subject, "warning" if risks else "note", sentence, sale.date)


def _losses(look: Look) -> Iterator[Activity]:
    """Sales at a loss in taxable accounts, up to today."""
    taxable = {account.id for account in look.case.accounts if account.taxable}
    return (
        row
        for row in look.case.history
        if row.side == "sell" and row.account in taxable and _known_gain(row) < 0 and row.date <= look.case.as_of
    )


def _risks(look: Look, sale: Activity) -> list[str]:
    """What may buy the group without anybody deciding it: reinvested dividends and deposits."""
    group = group_of(look.case, sale.symbol)
    counting = counting_accounts(look.case, look.case.account(sale.account).taxpayer)
    accounts = [account for account in look.case.accounts if account.id in counting]
    reinvesting = [
        f"account {account.id} holds it and reinvests dividends"
        for account in accounts
        if account.reinvest and any(group_of(look.case, lot.symbol) == group for lot in account.lots)
    ]
    paid_in = [f"account {account.id} expects a deposit" for account in accounts if account.cash_flow > 0]
    return reinvesting + paid_in


def _members(look: Look, group: str) -> list[str]:
    """The symbols of a wash-sale group."""
    return sorted(symbol for symbol, name in wash_groups(look.case).items() if name == group) or [group]


def _gain(look: Look, lot: Lot) -> Decimal:
    if lot.cost_basis is None or lot.quantity < 0:
        return Decimal(0)
    return lot.quantity * look.securities[lot.symbol].unit_price - lot.cost_basis


def _known_gain(row: Activity) -> Decimal:
    return row.gain if row.gain is not None else Decimal(0)
