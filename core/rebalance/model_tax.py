"""Tax in the program: the price of the year's netted gains in straight lines, gain budgets and short-term gains."""

from core.domain.account import Taxpayer
from core.rebalance.line import INFINITY, Line
from core.rebalance.model_base import Model
from core.rebalance.model_gains import gain_line, taxed_pieces
from core.rebalance.model_netting import Netted, net_gains
from core.rebalance.tax_model import Tangent, TaxCurve
from core.rebalance.waiting import held_back


def add_taxes(model: Model) -> None:
    """Tax of every taxpayer that can realise gains, and the rules on realising them."""
    _hold_short_gains(model)
    for payer in model.book.taxpayers.values():
        if not any(True for _ in taxed_pieces(model, payer.id)):
            continue
        _hold_budget(model, payer)
        if model.setting.taxed:
            _charge(model, model.curves[payer.id], net_gains(model, payer, model.curves[payer.id]))
            _add_collectibles(model, payer.id, model.curves[payer.id].collectible)


def _hold_short_gains(model: Model) -> None:
    """Short-term gains stay unsold where the policy avoids them or waits for a lot.

    Cash that an account must raise may need some of its own; no other account's sales can help it.
    """
    for payer in model.book.taxpayers:
        for key, piece, column in taxed_pieces(model, payer):
            if held_back(model.book, model.curves, key, piece):
                if model.book.cash[key[0]].required > 0:
                    model.short_gains.add(column, 1.0)
                else:
                    model.program.bound(column, 0.0, 0.0)


def _hold_budget(model: Model, payer: Taxpayer) -> None:
    if payer.gain_budget is None:
        return
    room = float(payer.gain_budget - payer.realized.short - payer.realized.long)
    over = model.program.column(0.0, INFINITY if _raises_cash(model, payer) else 0.0)
    model.over_budget.add(over, 1.0)
    model.budgets[payer.id] = over
    net = gain_line(model, payer.id, lambda piece: piece.gain)
    model.program.row(net.add(over, -1.0), upper=model.units(max(0.0, room) - _cents_of_gains(model, payer.id)))


def _raises_cash(model: Model, payer: Taxpayer) -> bool:
    """Whether required cash must come out of sales that the taxpayer is taxed on."""
    taxed = (account for account in model.book.accounts.values() if account.taxable and account.taxpayer == payer.id)
    return any(model.book.cash[account.id].required > 0 for account in taxed)


def _cents_of_gains(model: Model, payer: str) -> float:
    """Dollars kept under a budget in the rounding step: each lot cut but one may be half a cent off.

    One alone needs none, for its gain is in whole cents; fractions of shares are cut as well.
    """
    pattern = model.setting.pattern
    if not model.setting.whole or pattern is None:
        return 0.0
    pieces = [
        model.book.securities[key[1]].fractional
        for key, parts in pattern.parts.items()
        if model.book.accounts[key[0]].taxable and model.book.accounts[key[0]].taxpayer == payer
        for piece, part in zip(model.book.positions[key].pieces, parts, strict=True)
        if 0 < part < piece.value * (1 - 1e-7) and abs(piece.gain) >= 0.005
    ]
    return (0.005 * max(0, len(pieces) - 1) + 0.05 * sum(pieces)) * model.setting.slack


def _add_collectibles(model: Model, payer: str, more: float) -> None:
    """Long-term gains of collectibles cost more (26 USC 1(h)(4)); charged on each gain, before losses are netted."""
    for key, piece, column in taxed_pieces(model, payer) if more > 0 else ():
        if model.book.securities[key[1]].collectible and piece.term == "long" and piece.gain > 0:
            model.cost.add(column, more * piece.gain / piece.value)


def _charge(model: Model, curve: TaxCurve, net: Netted) -> None:
    """Tax of the lines above the netted amounts, in units of the program."""
    for lines, amount in ((curve.ordinary, net.ordinary), (curve.gains, net.income), (curve.investment, net.income)):
        charge_above(model, lines, amount, model.cost)
    model.cost.plus(net.income, curve.state)
    model.cost.plus(net.ordinary, -curve.shared)
    model.cost.add(net.left, -curve.carried)


def charge_above(model: Model, lines: tuple[Tangent, ...], amount: Line, cost: Line) -> None:
    """Charge `cost` with the highest of straight lines at an amount."""
    if not lines:
        return
    tax = model.program.column(-INFINITY, INFINITY)
    cost.add(tax, 1.0)
    for line in lines:
        row = Line().plus(amount, -line.slope).add(tax, 1.0)
        model.program.row(row, lower=model.units(line.intercept))
