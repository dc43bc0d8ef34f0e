"""Losses that could be taken today: what each saves, what may stand in for it, and what keeps it from being taken."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from core.domain.account import Amounts
from core.domain.case import Case
from core.domain.harvest import Harvest
from core.domain.lot import Lot, LotPick
from core.domain.money import ZERO, cents
from core.rebalance.engine import Ready, make_ready
from core.rebalance.tax_model import exact_bill
from core.tax.bill import first_adult, with_trades, year_tax
from core.tax.fund_losses import counted
from core.tax.gains import gain_per_share
from core.tax.holding_period import lot_term
from core.tax.households import WINDOW, replacements_held
from core.words import day

WORTH_NAMING = Decimal(1)
"""Dollars of loss below which a holding is not listed."""


def harvests(case: Case) -> tuple[Harvest, ...]:
    """Every holding of a taxable account with a loss, the largest benefit first, each as if it alone were sold."""
    ready = make_ready(case)
    found = [
        harvest for account in ready.case.accounts if account.taxable for harvest in _of_account(ready, account.id)
    ]
    return tuple(sorted(found, key=lambda one: (one.blocked_by != "", -one.benefit, one.account, one.symbol)))


def worth_together(case: Case, found: Iterable[Harvest]) -> Decimal:
    """Dollars that the losses which nothing keeps save when all are taken: each set off against what is left."""
    ready = make_ready(case)
    payers = {account.id: account.taxpayer for account in case.accounts}
    losses: dict[str, Amounts] = {}
    for one in found:
        if not one.blocked_by:
            old = losses.get(payers[one.account], Amounts())
            losses[payers[one.account]] = Amounts(old.short - one.short, old.long - one.long)
    return sum((_benefit(ready, payer, loss) for payer, loss in losses.items()), ZERO)


def _of_account(ready: Ready, account_id: str) -> Iterator[Harvest]:
    account = ready.book.accounts[account_id]
    for symbol in sorted({lot.symbol for lot in account.lots}):
        lots = [lot for lot in account.lots if lot.symbol == symbol and lot.quantity > 0 and _loss(ready, lot) > 0]
        short, long = (sum((_of_term(ready, lot, term) for lot in lots), ZERO)
                       for term in ("short", "long"))  # fmt: skip
        if short + long < WORTH_NAMING:
            continue
        blocked, free_from = _blocked(ready, account_id, symbol, lots)
        yield Harvest(
            account_id, symbol, tuple(lot.id for lot in lots), short, long,
            _benefit(ready, account.taxpayer, Amounts(-short, -long)), _substitutes(ready, account_id, symbol),
            ready.case.as_of + WINDOW + timedelta(days=1), blocked, free_from,
        )  # fmt: skip


def _loss(ready: Ready, lot: Lot) -> Decimal:
    """Dollars of loss of a whole lot at today's price, 0 where there is none or it is not known."""
    gain = gain_per_share(lot, ready.book.securities[lot.symbol].unit_price)
    return ZERO if gain is None or lot.acquired is None else cents(max(ZERO, -gain * lot.quantity))


def _of_term(ready: Ready, lot: Lot, term: str) -> Decimal:
    """The part of the loss that counts and is of a term, a fund's dividends held against it (26 USC 852(b)(4))."""
    whole = LotPick(lot.id, lot.quantity, None, -_loss(ready, lot), lot_term(lot, ready.case.as_of))
    parts = counted(lot, whole, ready.case.as_of).picks
    return -sum((part.gain or ZERO for part in parts if part.term == term), ZERO)


def _benefit(ready: Ready, taxpayer: str, loss: Amounts) -> Decimal:
    """Tax saved this year, and the worth of what is carried forward beyond it."""
    payer = ready.payers[taxpayer]
    saved = -exact_bill(ready.payers, {taxpayer: loss}, ZERO, ready.year, {}).total
    adult = first_adult(tuple(ready.payers.values()))
    carried = [
        sum((part.short, part.long), ZERO)
        for part in (
            year_tax(payer, gains, ready.year, adult).netted.carryforward
            for gains in (with_trades(payer, loss), payer.realized)
        )
    ]
    worth = Decimal(repr(round(ready.curves[taxpayer].carried, 9)))
    return cents(saved + (carried[0] - carried[1]) * worth)


def _substitutes(ready: Ready, account: str, symbol: str) -> tuple[str, ...]:
    """What may be bought instead: listed, buyable there, and not substantially identical."""
    groups = ready.book.wash.groups
    return tuple(
        other
        for other in ready.book.securities[symbol].substitutes
        if (account, other) in ready.book.buys and groups[other] != groups[symbol]
    )


def _blocked(ready: Ready, account: str, symbol: str, lots: list[Lot]) -> tuple[str, date | None]:
    """The rule that keeps the loss from being taken, and the first day on which it does not."""
    if not all(lot.id in ready.book.wash.blocked for lot in lots):
        return ("" if (account, symbol) in ready.book.positions else "may not be sold"), None
    group, payer = ready.book.wash.groups[symbol], ready.book.accounts[account].taxpayer
    recent = [held for held in replacements_held(ready.case, payer, group) if held.lot.acquired]
    if not recent:
        return "dividends are reinvested", None
    last = max(recent, key=lambda held: (held.lot.acquired or date.min, held.lot.id))
    bought = last.lot.acquired or ready.case.as_of
    return f"bought in {last.account} on {day(bought)}", bought + WINDOW + timedelta(days=1)
