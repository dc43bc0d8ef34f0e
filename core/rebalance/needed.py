"""Trades that the limits ask for, as rows that make the solve quick: a class that stands outside needs some trade.

They hold where every limit is met, and cut off no answer: only points where choices are taken in part.
"""

from core.domain.allocation import CASH
from core.rebalance.book import Key
from core.rebalance.covers import Amount, Need, Pieces
from core.rebalance.goals import Goal
from core.rebalance.line import INFINITY, Line
from core.rebalance.model_base import Model
from core.rebalance.model_moves import Moves
from core.risk.exposure import split

Carrier = tuple[int, float]
"""The switch of a trade, and the units by which it can move a class at most."""


def needed_trades(model: Model) -> list[tuple[Line, float]]:
    """Rows with their least values: what a class lacks must come from trades that are made."""
    rows: list[tuple[Line, float]] = []
    for goal in model.goals if model.stepped else ():
        carriers = _carriers(model, goal)
        wary = change_of_total(model, goal)
        for name in sorted(goal.outside):
            rows += _rows(_lacking(model, goal, name, wary), carriers.get((name, _side(goal, name)), []))
    return rows


def need_moves(model: Model, goal: Goal, name: str, moves: Moves, beyond: int) -> None:
    """What a class lacks comes from trades, each in full or in part, or stands beyond its limit (a column) still."""
    if not model.stepped or model.setting.whole or model.draws or name == CASH:
        return
    lacking = _lacking(model, goal, name, change_of_total(model, goal))
    if lacking <= 0:
        return
    falls = _side(goal, name) < 0
    pieces = moves.sells if falls else moves.buys
    trades = tuple(_pieces(model, key, share, falls) for key, share in pieces.items())
    model.program.cover(Need(lacking, Line({beyond: 1.0}), trades))


def _pieces(model: Model, key: Key, share: float, sold: bool) -> Pieces:
    columns = model.sells[key] if sold else (model.buys[key],)
    amounts = tuple(Amount(column, share, share * model.program.bounds(column)[1]) for column in columns)
    switch = model.sell_on[key] if sold else model.buy_on[key]
    return Pieces(amounts, switch, sum(one.most for one in amounts))


def _rows(lacking: float, carriers: list[Carrier]) -> list[tuple[Line, float]]:
    """What is lacking, each trade counted with no more than that; and the least number of trades."""
    if lacking <= 0 or not carriers:
        return []
    covered = Line()
    for switch, most in carriers:
        covered.add(switch, min(1.0, most / lacking))
    number, reached = 0, 0.0
    for _, most in sorted(carriers, key=lambda one: -one[1]):
        if reached >= lacking:
            break
        number, reached = number + 1, reached + most
    rows = [(covered, 1.0)]
    if number > 1:
        rows.append((Line({switch: 1.0 for switch, _ in carriers}), float(number)))
    return rows


def _side(goal: Goal, name: str) -> float:
    """-1 where the class must fall, 1 where it must rise."""
    return -1.0 if goal.before.drift.get(name, -goal.target.weight(name)) > 0 else 1.0


def _lacking(model: Model, goal: Goal, name: str, wary: tuple[float, float]) -> float:
    """Units by which the class must move at least, however the total changes."""
    total, side, aim = model.units(float(goal.before.total)), _side(goal, name), goal.target.weight(name)
    value, limit = goal.before.weights.get(name, 0.0) * total, goal.reach(name, -side)
    if limit == INFINITY:
        return 0.0
    if side < 0:
        return value - (aim + limit) * (total + wary[1]) - 1e-6
    return max(0.0, aim - limit) * (total - wary[0]) - value - 1e-6


def change_of_total(model: Model, goal: Goal) -> tuple[float, float]:
    """Units by which the counted total may fall (spreads, commissions) and rise (sales of what it does not count)."""
    book, fall, rise = model.book, 0.0, 0.0
    for key, columns in model.sells.items():
        if key[0] in goal.accounts:
            most = sum(model.program.bounds(column)[1] for column in columns)
            counted = sum(share for name, share in split(book.securities[key[1]], goal.target.by).items()
                          if name in goal.counted)  # fmt: skip
            fall += most * book.securities[key[1]].spread + model.units(float(book.accounts[key[0]].commission))
            rise += most * max(0.0, 1.0 - counted)
    for key, column in model.buys.items():
        if key[0] in goal.accounts:
            fall += model.program.bounds(column)[1] * book.securities[key[1]].spread
            fall += model.units(float(book.accounts[key[0]].commission))
    return fall, rise


def _carriers(model: Model, goal: Goal) -> dict[tuple[str, float], list[Carrier]]:
    """By class and direction: the trades that move it so."""
    found: dict[tuple[str, float], list[Carrier]] = {}
    sides = [(key, columns, -1.0, model.sell_on) for key, columns in model.sells.items()]
    sides += [(key, (column,), 1.0, model.buy_on) for key, column in model.buys.items()]
    for key, columns, sign, switches in sides:
        if key[0] not in goal.accounts or key not in switches:
            continue
        most = sum(model.program.bounds(column)[1] for column in columns)
        spread = model.book.securities[key[1]].spread
        shares = split(model.book.securities[key[1]], goal.target.by)
        for name, share in shares.items():
            if share > 0 and name in goal.counted:
                found.setdefault((name, sign), []).append((switches[key], share * most))
        found.setdefault((CASH, -sign), []).append((switches[key], (1.0 + spread) * most))
    return found
