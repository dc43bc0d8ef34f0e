"""The household as one linear program of arrays for sliders: no yes/no choices, everything that moves in its bounds.

Targets, bands, gain budgets, cash flows and the harvest switch stand in bounds and costs alone, so that a move keeps
the matrix and the solver goes on from where it stood. Amounts are in thousandths of the household's total.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.domain.allocation import CASH
from core.rebalance.book import Book, Key, Piece
from core.rebalance.candidates import candidates
from core.rebalance.goals import Goal
from core.rebalance.location import buy_cost, sell_cost
from core.rebalance.model_trades import IDLE
from core.rebalance.program import INFINITY, Line, Program
from core.rebalance.setting import Setting
from core.rebalance.tax_model import TaxCurve
from core.risk.exposure import split

Curves = dict[str, TaxCurve]
Floats = NDArray[np.float64]


@dataclass(slots=True)
class PayerColumns:
    """One taxpayer: the columns of losses that count by term, and the row of the gain budget."""

    losses: tuple[int, int]
    starts: tuple[int, int]
    budget: int
    over: int


@dataclass(slots=True)
class ClassColumns:
    """One class of a goal: what lies beyond its limits, its moves up and down, and its two rows."""

    over: int
    under: int
    up: int
    down: int
    drift: int
    moved: int


@dataclass(slots=True)
class Arrays:
    """The program and the meaning of its columns and rows."""

    book: Book
    curves: Curves
    scale: float
    program: Program = field(default_factory=Program)
    cost: Line = field(default_factory=Line)
    pieces: list[tuple[Key, Piece, int]] = field(default_factory=list)
    buys: dict[Key, int] = field(default_factory=dict)
    cash: dict[str, tuple[int, int]] = field(default_factory=dict)
    flows: dict[str, tuple[int, int]] = field(default_factory=dict)
    classes: dict[tuple[str, str], ClassColumns] = field(default_factory=dict)
    payers: dict[str, PayerColumns] = field(default_factory=dict)

    def units(self, dollars: float) -> float:
        """Dollars in the program's units."""
        return dollars / self.scale


def build_arrays(book: Book, goals: tuple[Goal, ...], curves: Curves) -> Arrays:
    """The whole program of a household."""
    total = max((float(goal.before.total) for goal in goals), default=0.0)
    arrays = Arrays(book, curves, max(total, 1.0) / 1000.0)
    _add_trades(arrays)
    lines = {account: _cash_line(arrays, account) for account in book.accounts}
    for account, line in lines.items():
        _add_cash(arrays, account, line)
    for goal in goals:
        _add_classes(arrays, goal, lines)
    for payer in book.taxpayers:
        _add_payer(arrays, payer)
    return arrays


def _add_trades(arrays: Arrays) -> None:
    book, program = arrays.book, arrays.program
    for key, position in book.positions.items():
        charge = book.securities[key[1]].spread + IDLE + sell_cost(book, arrays.curves, *key)
        for piece in position.pieces:
            column = program.column(0.0, arrays.units(piece.value))
            arrays.cost.add(column, charge)
            arrays.pieces.append((key, piece, column))
    for key in candidates(book, arrays.curves, Setting()):
        column = arrays.buys[key] = program.column()
        arrays.cost.add(column, book.securities[key[1]].spread + IDLE + buy_cost(book, arrays.curves, *key))


def _cash_line(arrays: Arrays, account: str) -> Line:
    """The change of an account's cash by its trades."""
    line, securities = Line(), arrays.book.securities
    for key, _, column in arrays.pieces:
        if key[0] == account:
            line.add(column, 1.0 - securities[key[1]].spread)
    for key, column in arrays.buys.items():
        if key[0] == account:
            line.add(column, -1.0 - securities[key[1]].spread)
    return line


def _add_cash(arrays: Arrays, account: str, line: Line) -> None:
    """Rows for the least cash and for what a flow alone may buy and sell."""
    program, short = arrays.program, arrays.program.column()
    arrays.cash[account] = (program.row(Line(dict(line.terms)).add(short, 1.0)), short)
    spent = Line({column: 1.0 for key, column in arrays.buys.items() if key[0] == account})
    raised = Line({column: 1.0 for key, _, column in arrays.pieces if key[0] == account})
    arrays.flows[account] = (program.row(spent), program.row(raised))


def _add_classes(arrays: Arrays, goal: Goal, cash: dict[str, Line]) -> None:
    """Two rows for every class: its drift within limits, and its move split into up and down."""
    program, moves = arrays.program, {name: Line() for name in goal.counted}
    for account in goal.accounts:
        moves[CASH].plus(cash[account])
    sides = [(key, column, -1.0) for key, _, column in arrays.pieces]
    sides += [(key, column, 1.0) for key, column in arrays.buys.items()]
    for key, column, sign in sides:
        for name, share in split(arrays.book.securities[key[1]], goal.target.by).items():
            if key[0] in goal.accounts and name in moves:
                moves[name].add(column, sign * share)
    for name, line in moves.items():
        over, under, up, down = (program.column() for _ in range(4))
        drift = program.row(Line(dict(line.terms)).add(over, -1.0).add(under, 1.0))
        moved = program.row(line.add(up, -1.0).add(down, 1.0), lower=0.0, upper=0.0)
        arrays.classes[(goal.name, name)] = ClassColumns(over, under, up, down, drift, moved)


def _add_payer(arrays: Arrays, payer: str) -> None:
    """The year's netting without its yes/no choices, and its price in straight lines; the exact bill is made after."""
    taxed = [
        (piece, column)
        for key, piece, column in arrays.pieces
        if arrays.book.accounts[key[0]].taxable and arrays.book.accounts[key[0]].taxpayer == payer and piece.value
    ]
    if not taxed:
        return
    program, nets, losses, starts = arrays.program, [], [], []
    for term in ("short", "long"):
        gained, lost, counted = Line(), Line(), program.column()
        for piece, column in taxed:
            if piece.term == term:
                (gained if piece.gain > 0 else lost).add(column, piece.gain / piece.value)
        program.row(lost.add(counted, 1.0), upper=0.0)
        gain, loss = program.column(), program.column()
        starts.append(program.row(gained.add(counted, -1.0).add(gain, -1.0).add(loss, 1.0), lower=0.0, upper=0.0))
        nets.append((gain, loss))
        losses.append(counted)
    everything = Line({column: piece.gain / piece.value for piece, column in taxed})
    over = program.column()
    budget = program.row(everything.add(over, -1.0))
    arrays.payers[payer] = PayerColumns((losses[0], losses[1]), (starts[0], starts[1]), budget, over)
    _charge(arrays, arrays.curves[payer], nets)


def _charge(arrays: Arrays, curve: TaxCurve, nets: list[tuple[int, int]]) -> None:
    program, ((short, short_loss), (long, long_loss)) = arrays.program, nets
    by_short, by_long = program.column(), program.column()
    for offset, gain, loss in ((by_short, short, long_loss), (by_long, long, short_loss)):
        program.row(Line({offset: 1.0, gain: -1.0}), upper=0.0)
        program.row(Line({offset: 1.0, loss: -1.0}), upper=0.0)
    deducted, left = program.column(0.0, arrays.units(curve.limit)), program.column()
    rest = Line({short_loss: 1.0, by_long: -1.0, long_loss: 1.0, by_short: -1.0, deducted: -1.0, left: -1.0})
    program.row(rest, lower=0.0, upper=0.0)
    ordinary = Line({short: 1.0, by_short: -1.0, deducted: -1.0})
    income = Line().plus(ordinary).add(long, 1.0).add(by_long, -1.0)
    for tangents, amount in ((curve.ordinary, ordinary), (curve.gains, income), (curve.investment, income)):
        if tangents:
            tax = program.column(-INFINITY, INFINITY)
            arrays.cost.add(tax, 1.0)
            for tangent in tangents:
                row = Line().plus(amount, -tangent.slope).add(tax, 1.0)
                program.row(row, lower=arrays.units(tangent.intercept))
    arrays.cost.plus(income, curve.state)
    arrays.cost.plus(ordinary, -curve.shared)
    arrays.cost.add(left, -curve.carried)
