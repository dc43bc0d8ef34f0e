"""The household as one linear program of arrays for sliders: no yes/no choices, everything that moves in its bounds.

Targets, bands, budgets, flows, limits of trading and the harvest switch stand in bounds and costs alone, so that a move
keeps the matrix and the solver goes on from where it stood.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from core.domain.allocation import CASH
from core.rebalance.book import Book
from core.rebalance.candidates import candidates
from core.rebalance.commitments import calls_of
from core.rebalance.goals import Goal
from core.rebalance.line import Line, total
from core.rebalance.loaded import Places
from core.rebalance.location import buy_cost, sell_cost
from core.rebalance.model_trades import IDLE
from core.rebalance.setting import Setting
from core.rebalance.slider_arrays import Arrays, ClassColumns, Curves, Groups, Movers
from core.rebalance.slider_lots import hold_order, ordered_pieces
from core.rebalance.slider_tax import add_payer
from core.risk.exposure import split

SLIGHT_LOSS = 1e-4
"""Fraction of its value up to which a loss is none here: money funds stand at their cost."""


def build_arrays(book: Book, goals: tuple[Goal, ...], curves: Curves) -> Arrays:
    """The whole program of a household."""
    largest = max((float(goal.before.total) for goal in goals), default=0.0)
    held = largest or sum(position.value for position in book.positions.values())
    arrays = Arrays(book, curves, max(held, 1000.0) / 1000.0)
    _add_trades(arrays)
    lines = _cash_lines(arrays)
    for account, line in lines.items():
        _add_cash(arrays, account, line)
    _add_turnover(arrays)
    _keep_for_calls(arrays, lines)
    for goal in goals:
        _add_classes(arrays, goal, lines)
    for payer in book.taxpayers:
        _add_payer(arrays, payer)
    arrays.groups = _groups(arrays)
    arrays.program.loaded().tell_apart()
    return arrays


def _add_trades(arrays: Arrays) -> None:
    book, program, trade_of = arrays.book, arrays.program, []
    orders = ordered_pieces(book)
    for key, position in book.positions.items():
        charge = book.securities[key[1]].spread + IDLE + sell_cost(book, arrays.curves, *key)
        arrays.trades.append((*key, "sell"))
        for piece in position.pieces:
            arrays.cost.add(program.column(0.0, arrays.units(piece.value)), charge)
            arrays.pieces.append((key, piece))
            trade_of.append(len(arrays.trades) - 1)
        if key in orders:
            columns = range(program.columns - len(position.pieces), program.columns)
            hold_order(program, columns, orders[key])
            arrays.orders += (np.array([columns[place] for place in orders[key]], dtype=np.int32),)
    for key in candidates(book, arrays.curves, Setting()):
        arrays.cost.add(program.column(), book.securities[key[1]].spread + IDLE + buy_cost(book, arrays.curves, *key))
        arrays.trades.append((*key, "buy"))
        trade_of.append(len(arrays.trades) - 1)
    arrays.trade_of = np.array(trade_of, dtype=np.int32)
    arrays.most = np.array([arrays.units(piece.value) for _, piece in arrays.pieces])
    at_loss = np.array([piece.loss for _, piece in arrays.pieces], dtype=bool) * arrays.most
    arrays.losses = np.bincount(arrays.trade_of[: arrays.selling], at_loss, len(arrays.trades)).astype(float)


def _cash_lines(arrays: Arrays) -> dict[str, Line]:
    """The change of every account's cash by its trades."""
    lines = {account: Line() for account in arrays.book.accounts}
    for column, trade in enumerate(arrays.trade_of):
        account, symbol, side = arrays.trades[trade]
        spread = arrays.book.securities[symbol].spread
        lines[account].add(column, 1.0 - spread if side == "sell" else -1.0 - spread)
    return lines


def _add_cash(arrays: Arrays, account: str, line: Line) -> None:
    """Rows for the least cash and for what a flow alone may buy and sell."""
    program, short, selling = arrays.program, arrays.program.column(), arrays.selling
    arrays.cash[account] = (program.row(Line(dict(line.terms)).add(short, 1.0)), short)
    spent = Line({column: 1.0 for column in line.terms if column >= selling})
    raised = Line({column: 1.0 for column in line.terms if column < selling})
    arrays.flows[account] = (program.row(spent), program.row(raised))


def _add_turnover(arrays: Arrays) -> None:
    """Rows for all that is bought and all that is sold."""
    selling, trading = arrays.selling, len(arrays.trade_of)
    bought = arrays.program.row(Line(dict.fromkeys(range(selling, trading), 1.0)))
    arrays.turnover = (bought, arrays.program.row(Line(dict.fromkeys(range(selling), 1.0))))


def _keep_for_calls(arrays: Arrays, lines: dict[str, Line]) -> None:
    """Rows for the cash that purchases leave to capital calls."""
    buyers = {account for account, _, side in arrays.trades if side == "buy"}
    for calls in calls_of(arrays.book.case):
        if buyers & calls.accounts:
            row = arrays.program.row(total(lines[account] for account in sorted(calls.accounts)))
            arrays.calls.append((row, calls))


def _add_classes(arrays: Arrays, goal: Goal, cash: dict[str, Line]) -> None:
    """Two rows for every class: its drift within limits, and its move split into up and down."""
    program = arrays.program
    moves, movers = {name: Line() for name in goal.counted}, dict[tuple[int, int], float]()
    number = {name: place for place, name in enumerate(goal.counted)}
    for account in sorted(goal.accounts):
        moves[CASH].plus(cash[account])
    for column, trade in enumerate(arrays.trade_of):
        account, symbol, side = arrays.trades[trade]
        for name, share in split(arrays.book.securities[symbol], goal.target.by).items():
            if account in goal.accounts and name in moves:
                signed = share if side == "buy" else -share
                moves[name].add(column, signed)
                movers[(int(trade), number[name])] = signed
    for name, line in moves.items():
        over, under, up, down, above, below = (program.column() for _ in range(6))
        drift = program.row(Line(dict(line.terms)).add(over, -1.0).add(under, 1.0))
        aimed = program.row(Line({up: 1.0, down: -1.0, above: -1.0, below: 1.0}), lower=0.0, upper=0.0)
        program.row(line.add(up, -1.0).add(down, 1.0), lower=0.0, upper=0.0)
        arrays.classes[(goal.name, name)] = ClassColumns(over, under, up, down, above, below, drift, aimed)
    trades, moved = (np.array([key[side] for key in movers], dtype=np.int32) for side in (0, 1))
    arrays.movers[goal.name] = Movers(trades, moved, np.array(list(movers.values()), dtype=np.float64))


def _add_payer(arrays: Arrays, payer: str) -> None:
    taxed = [
        (piece, column)
        for column, (key, piece) in enumerate(arrays.pieces)
        if arrays.book.accounts[key[0]].taxable and arrays.book.accounts[key[0]].taxpayer == payer and piece.value
    ]
    if taxed:
        arrays.payers[payer] = add_payer(arrays.program, arrays.cost, arrays.curves[payer], taxed, arrays.scale)


def _groups(arrays: Arrays) -> Groups:
    """Losses by taxpayer and wash-sale identity, each with the purchases that count against them."""
    book, wash, losses = arrays.book, arrays.book.wash, dict[tuple[str, str], list[int]]()
    for column, (key, piece) in enumerate(arrays.pieces):
        if piece.gain < -SLIGHT_LOSS * piece.value and book.accounts[key[0]].taxable:
            losses.setdefault((book.accounts[key[0]].taxpayer, wash.groups[key[1]]), []).append(column)
    bought: dict[str, list[tuple[str, int]]] = {}
    for column in range(arrays.selling, len(arrays.trade_of)):
        account, symbol, _ = arrays.trades[arrays.trade_of[column]]
        bought.setdefault(wash.groups[symbol], []).append((account, column))
    buys = {
        (payer, group): [column for account, column in bought.get(group, ()) if account in wash.counting[payer]]
        for payer, group in losses
    }
    leaves = np.array([choice in wash.exits for choice in losses], dtype=bool)
    return Groups(*_joined(losses.values()), *_joined(buys.values()), leaves)


def _joined(parts: Iterable[Sequence[int]]) -> tuple[Places, Places]:
    """All columns one after the other, and the number of the part that each belongs to."""
    pairs = [(column, number) for number, part in enumerate(parts) for column in part]
    return np.array([one for one, _ in pairs], dtype=np.int32), np.array([one for _, one in pairs], dtype=np.int32)
