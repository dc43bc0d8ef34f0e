"""What is sold of a class comes back by purchases: rows that make the solve quick.

They hold in every answer and cut off only points where choices are taken in part: a loss replaced by what may not be
bought beside it, or by a small part of a purchase that would be made in full.
"""

from core.rebalance.book import Key
from core.rebalance.covers import Amount, Cover, Made, Pieces, Room
from core.rebalance.line import Line
from core.rebalance.model_base import Model, bought
from core.rebalance.model_moves import Moves
from core.rebalance.model_reach import most_sold


def add_replacements(model: Model, moves: Moves, fall: Line) -> None:
    """What is sold in a class is no more than it falls and what is bought in it.

    fall : units that are never less than the fall of the class, and never below 0
    """
    bound = model.program.bounds
    sold = [
        Amount(column, share, share * bound(column)[1])
        for key, share in moves.sells.items()
        for column in model.sells[key]
    ]
    bought = [
        Made(model.buys[key], share, model.buy_on[key], share * bound(model.buys[key])[1])
        for key, share in moves.buys.items()
    ]
    model.program.cover(Cover(Line().plus(fall, -1.0), tuple(sold), tuple(bought)))
    losses = {key: line for key, share in moves.sells.items() if (line := _losses(model, key, share)).terms}
    for choice in model.loss_on:
        _need_another(model, choice, losses, moves, fall)


def add_room(model: Model, moves: Moves, room: float, beyond: int) -> None:
    """Losses of an identity that alone carries a class are not bought back: they fit into the room that it has.

    room : units by which the class may fall; beyond : column of what it stands below its limit
    """
    _share_room(model, moves, room, beyond)
    (symbol,) = moves.carriers()
    group = model.book.wash.groups[symbol]
    for payer, losing in () if model.draws else model.loss_on:
        counting = model.book.wash.counting[payer]
        if losing != group or any(key[0] not in counting for key in moves.buys):
            continue
        gate = model.loss_on[payer, group]
        row, trades = Line({gate: -room}).add(beyond, -1.0), []
        for key, share in moves.sells.items():
            if model.book.accounts[key[0]].taxpayer == payer and (losses := _losses(model, key, share)).terms:
                row.plus(losses)
                trades.append(_pieces(model, key, losses, share))
        model.program.cover(Cover(row, (), ()))
        if len(trades) > 1:
            model.program.cover(Room(room, Line({beyond: 1.0}), tuple(trades), gate))


def _share_room(model: Model, moves: Moves, room: float, beyond: int) -> None:
    """Sales of the class in several accounts share the room that it has, and what is bought of it."""
    more = Line({beyond: 1.0})
    for key, share in moves.buys.items():
        more.plus(bought(model, key), share)
    trades = [
        _pieces(model, key, Line(dict.fromkeys(model.sells[key], share)), share) for key, share in moves.sells.items()
    ]
    if len(trades) > 1:
        model.program.cover(Room(room, more, tuple(trades)))


def _pieces(model: Model, key: Key, parts: Line, share: float) -> Pieces:
    """Parts of a sale as amounts, together no more than the sale itself may be."""
    amounts = [
        Amount(column, factor, factor * model.program.bounds(column)[1]) for column, factor in parts.terms.items()
    ]
    most = min(sum(one.most for one in amounts), share * most_sold(model, key))
    return Pieces(tuple(amounts), model.sell_on[key], most)


def _losses(model: Model, key: Key, share: float) -> Line:
    """What is sold of a position at a loss, as far as it is of the class."""
    if not model.book.accounts[key[0]].taxable:
        return Line()
    pieces = zip(model.book.positions[key].pieces, model.sells[key], strict=True)
    return Line({column: share for piece, column in pieces if piece.loss})


def _need_another(model: Model, choice: tuple[str, str], losses: dict[Key, Line], moves: Moves, fall: Line) -> None:
    """Losses of an identity are sold or it is bought, never both: only purchases of others replace it."""
    payer, group = choice
    groups, counting = model.book.wash.groups, model.book.wash.counting[payer]
    row = Line()
    for key, line in losses.items():
        if groups[key[1]] == group and model.book.accounts[key[0]].taxpayer == payer:
            row.plus(line)
    if not row.terms:
        return
    for key, share in moves.buys.items():
        if groups[key[1]] != group or key[0] not in counting:
            row.add(model.buys[key], -share)
    model.program.cover(Cover(row.plus(fall, -1.0), (), ()))
