"""What may be spent of a flow where flows alone are traded, and how much may be turned over."""

from core.rebalance.line import Line, total
from core.rebalance.model_base import Model, bought, sold
from core.rebalance.model_cash import CASH_MARGIN, keys_of


def add_flow_limits(model: Model) -> None:
    """Where only the flow may be traded: purchases out of deposits, sales for required cash."""
    for account, rule in model.book.cash.items():
        holder = model.book.accounts[account]
        only_flow = model.book.case.policy.cash_flow_only
        if not only_flow and (holder.counts_in_target or holder.target is not None):
            continue
        spent, raised = Line(), Line()
        for key in keys_of(model.buys, account):
            spent.plus(bought(model, key), 1.0 + model.book.securities[key[1]].spread)
        for key in keys_of(model.sells, account):
            raised.plus(sold(model, key), 1.0 - model.book.securities[key[1]].spread)
        slack = _widest_share(model, account) if rule.required > 0 else 0.0
        model.program.row(spent, upper=model.units(max(0.0, float(holder.cash_flow))))
        model.program.row(raised, upper=model.units(rule.required + slack + (CASH_MARGIN if slack else 0.0)))


def _widest_share(model: Model, account: str) -> float:
    commission = float(model.book.accounts[account].commission)
    keys = keys_of(model.book.positions, account)
    prices = [model.book.unit_price(key[1]) for key in keys if not model.book.securities[key[1]].fractional]
    return max(prices, default=0.01) + commission * len(keys)


def add_turnover(model: Model) -> None:
    """The smaller of purchases and sales is at most the limit, as a fraction of the total."""
    limit = model.book.case.policy.turnover_limit
    if limit is None or not model.goals:
        return
    most = model.units(limit * float(model.goals[0].before.total))
    spent = total(bought(model, key) for key in model.buys)
    gone = total(sold(model, key) for key in model.sells)
    pattern = model.setting.pattern
    if pattern is not None:
        sums = {side: sum(part for key, part in pattern.trades.items() if key[2] == side) for side in ("buy", "sell")}
        model.program.row(spent if sums["buy"] <= sums["sell"] else gone, upper=most)
        return
    room = 1000.0 * 10
    which = model.program.binary()
    model.program.row(spent.add(which, -room), upper=most)
    model.program.row(gone.add(which, room), upper=most + room)
