"""Tax in the program: netting of the year's gains, its price in straight lines, gain budgets and short-term gains.

Netting needs yes/no choices (26 USC 1222): short and long net first each with itself, and no loss reaches other
income while a gain is left; without them the solver would pick the order that suits it.
"""

from collections.abc import Callable, Iterator

from core.domain.account import Taxpayer
from core.rebalance.book import Key, Piece
from core.rebalance.line import INFINITY, Line
from core.rebalance.model_base import Model
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
            _add_tax(model, payer, model.curves[payer.id])
            _add_collectibles(model, payer.id, model.curves[payer.id].collectible)


def taxed_pieces(model: Model, payer: str) -> Iterator[tuple[Key, Piece, int]]:
    """Pieces whose gain the taxpayer is taxed on, with their columns."""
    for key, columns in model.sells.items():
        account = model.book.accounts[key[0]]
        if account.taxable and account.taxpayer == payer:
            for piece, column in zip(model.book.positions[key].pieces, columns, strict=True):
                yield key, piece, column


def gain_line(model: Model, payer: str, gain: Callable[[Piece], float]) -> Line:
    """The trades' gain, `gain` saying what counts of a whole piece, in units."""
    line = Line()
    for _, piece, column in taxed_pieces(model, payer):
        counts = gain(piece)
        if counts and piece.value:
            line.add(column, counts / piece.value)
    return line


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


def _add_tax(model: Model, payer: Taxpayer, curve: TaxCurve) -> None:
    """Net the year's gains and charge them."""
    carried = payer.carryforward
    start_short, start_long = float(payer.realized.short - carried.short), float(payer.realized.long - carried.long)
    gain_over, loss_over, offset_short = _signed(model, payer, "short", start_short)
    long_over, long_loss, offset_long = _signed(model, payer, "long", start_long)
    program = model.program
    for offset, gain, loss in ((offset_short, gain_over, long_loss), (offset_long, long_over, loss_over)):
        program.row(Line({offset: 1.0, gain: -1.0}), upper=0.0)
        program.row(Line({offset: 1.0, loss: -1.0}), upper=0.0)
    deducted, left = program.column(0.0, model.units(curve.limit)), program.column()
    losses = Line({loss_over: 1.0, offset_long: -1.0, long_loss: 1.0, offset_short: -1.0})
    program.row(losses.add(deducted, -1.0).add(left, -1.0), lower=0.0, upper=0.0)
    _no_loss_beside_a_gain(model, payer, (gain_over, long_over, offset_short, offset_long), (deducted, left))
    ordinary = Line({gain_over: 1.0, offset_short: -1.0, deducted: -1.0})
    income = Line().plus(ordinary).add(long_over, 1.0).add(offset_long, -1.0)
    _charge(model, curve, ordinary, income, left)


def _add_collectibles(model: Model, payer: str, more: float) -> None:
    """Long-term gains of collectibles cost more (26 USC 1(h)(4)); charged on each gain, before losses are netted."""
    for key, piece, column in taxed_pieces(model, payer) if more > 0 else ():
        if model.book.securities[key[1]].collectible and piece.term == "long" and piece.gain > 0:
            model.cost.add(column, more * piece.gain / piece.value)


def _signed(model: Model, payer: Taxpayer, term: str, start: float) -> tuple[int, int, int]:
    """Columns for the term's net gain, its net loss (one of them 0), and what the other term's loss offsets."""
    program = model.program
    most_gain, most_loss = _reach(model, payer.id, term)
    up = model.units(max(0.0, start + most_gain)) + 1e-2
    down = model.units(max(0.0, most_loss - start)) + 1e-2
    gain, loss, offset = program.column(0.0, up), program.column(0.0, down), program.column()
    line = gain_line(model, payer.id, lambda piece: piece.of_term(term) * _rewarded(model, piece))
    line.constant += model.units(start)
    program.row(line.add(gain, -1.0).add(loss, 1.0), lower=0.0, upper=0.0)
    which = program.binary(model.setting.linear, rank=2)
    program.row(Line({gain: 1.0, which: -up}), upper=0.0)
    program.row(Line({loss: 1.0, which: down}), upper=down)
    return gain, loss, offset


def _rewarded(model: Model, piece: Piece) -> bool:
    return model.setting.harvest or piece.gain > 0


def _reach(model: Model, payer: str, term: str) -> tuple[float, float]:
    """The most dollars of gain and of loss that the pieces of a term hold."""
    gains = [piece.of_term(term) for _, piece, _ in taxed_pieces(model, payer)]
    return sum(gain for gain in gains if gain > 0), -sum(gain for gain in gains if gain < 0)


def _no_loss_beside_a_gain(
    model: Model, payer: Taxpayer, gains: tuple[int, int, int, int], losses: tuple[int, int]
) -> None:
    program = model.program
    short, long, offset_short, offset_long = gains
    most = sum(program.bounds(column)[1] for column in (short, long)) + 1.0
    depth = sum(_reach(model, payer.id, term)[1] for term in ("short", "long"))
    carried = float(payer.carryforward.short + payer.carryforward.long)
    realised = max(0.0, -float(payer.realized.short)) + max(0.0, -float(payer.realized.long))
    deep = model.units(depth + carried + realised) + 1.0
    in_loss = program.binary(model.setting.linear, rank=2)
    program.row(Line({losses[0]: 1.0, losses[1]: 1.0, in_loss: -deep}), upper=0.0)
    net = Line({short: 1.0, offset_short: -1.0, long: 1.0, offset_long: -1.0, in_loss: most})
    program.row(net, upper=most)


def _charge(model: Model, curve: TaxCurve, ordinary: Line, income: Line, left: int) -> None:
    """Tax of the lines above the netted amounts, in units of the program."""
    for lines, amount in ((curve.ordinary, ordinary), (curve.gains, income), (curve.investment, income)):
        charge_above(model, lines, amount, model.cost)
    model.cost.plus(income, curve.state)
    model.cost.plus(ordinary, -curve.shared)
    model.cost.add(left, -curve.carried)


def charge_above(model: Model, lines: tuple[Tangent, ...], amount: Line, cost: Line) -> None:
    """Charge `cost` with the highest of straight lines at an amount."""
    if not lines:
        return
    tax = model.program.column(-INFINITY, INFINITY)
    cost.add(tax, 1.0)
    for line in lines:
        row = Line().plus(amount, -line.slope).add(tax, 1.0)
        model.program.row(row, lower=model.units(line.intercept))
