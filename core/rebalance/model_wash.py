"""The household wash-sale rule as yes/no choices inside the solve: a loss in an identical group, or a purchase in it.

One choice for each taxpayer and group; it looks at every account whose purchases count against that taxpayer.
"""

from core.rebalance.book import Key, Piece
from core.rebalance.line import Line
from core.rebalance.model_base import Model
from core.rebalance.wash_exits import Leaver

Choice = tuple[str, str]
"""(taxpayer, wash-sale identity)"""


def add_wash_rule(model: Model) -> None:
    """Sell at a loss or buy, never both; a reinvesting holding is sold out before a loss is taken."""
    if model.book.case.policy.wash_sales == "warn":
        return
    for choice, columns in _loss_columns(model).items():
        pattern = model.setting.pattern
        if pattern is not None and choice not in pattern.losses:
            for column, _ in columns:
                model.program.bound(column, 0.0, 0.0)
            continue
        _choose(model, choice, columns)
        _leave_together(model, columns)


def _leave_together(model: Model, columns: list[tuple[int, Piece]]) -> None:
    """A loss that recent purchases would take is sold only where they are sold out as well."""
    gone: dict[Leaver, int] = {}
    for column, piece in columns:
        for leaver in sorted(model.book.wash.leaving.get(piece.lots[0].id, ())):
            if leaver not in gone:
                gone[leaver] = _sold_out(model, leaver)
            model.program.row(Line({column: 1.0, gone[leaver]: -model.units(piece.value)}), upper=0.0)


def _sold_out(model: Model, leaver: Leaver) -> int:
    """A choice that is made only where a lot is sold out; in an account without tax its whole position is."""
    key, pattern = leaver[:2], model.setting.pattern
    switch = model.program.binary(model.setting.linear, rank=1)
    position, columns = model.book.positions.get(key), model.sells.get(key, ())
    pieces = position.pieces if position else ()
    taxable = model.book.accounts[key[0]].taxable
    own = [
        (column, piece)
        for column, piece in zip(columns, pieces, strict=False)
        if (piece.lots[0].id == leaver[2] if taxable else position and position.whole)
    ]
    kept = model.setting.linear and pattern is not None and leaver[2] not in pattern.leaving
    if not own or kept:
        model.program.bound(switch, 0.0, 0.0)
    elif model.setting.linear and pattern is not None:
        model.program.bound(switch, 1.0, 1.0)
    for column, piece in own:
        model.program.row(Line({column: 1.0, switch: -model.units(piece.value)}), lower=0.0)
    return switch


def _loss_columns(model: Model) -> dict[Choice, list[tuple[int, Piece]]]:
    found: dict[Choice, list[tuple[int, Piece]]] = {}
    for key, columns in model.sells.items():
        account = model.book.accounts[key[0]]
        if not account.taxable:
            continue
        choice = (account.taxpayer, model.book.wash.groups[key[1]])
        for piece, column in zip(model.book.positions[key].pieces, columns, strict=True):
            if piece.loss:
                found.setdefault(choice, []).append((column, piece))
    return found


def _choose(model: Model, choice: Choice, columns: list[tuple[int, Piece]]) -> None:
    payer, group = choice
    counting = model.book.wash.counting[payer]
    purchases = [key for key in model.buys if key[0] in counting and model.book.wash.groups[key[1]] == group]
    leaving = sorted(model.book.wash.exits.get(choice, ()))
    if model.setting.linear and model.setting.pattern is not None:
        for key in purchases:
            model.program.bound(model.buys[key], 0.0, 0.0)
        _leave_linear(model, leaving)
        return
    if not purchases and not leaving:
        return
    if not leaving and model.stepped and len(_places(model, columns) | set(purchases)) == 1:
        return
    switch = model.program.binary(model.setting.linear, rank=1)
    model.loss_on[choice] = switch
    for column, piece in columns:
        model.program.row(Line({column: 1.0, switch: -model.units(piece.value)}), upper=0.0)
    for key in purchases:
        most = model.program.bounds(model.buys[key])[1]
        made = Line({model.buy_on[key]: 1.0}) if model.stepped else Line({model.buys[key]: 1.0 / most})
        model.program.row(made.add(switch, 1.0), upper=1.0)
    for place in leaving:
        _leave(model, place, switch)


def _places(model: Model, columns: list[tuple[int, Piece]]) -> set[Key]:
    """The positions that the columns stand in; a sale there keeps its own purchase out already."""
    wanted = {column for column, _ in columns}
    return {key for key, own in model.sells.items() if wanted & set(own)}


def _leave(model: Model, place: tuple[str, str], switch: int) -> None:
    """The holding is sold out wherever the switch is on."""
    position = model.book.positions.get(place)
    if position is None or not position.whole or place not in model.sells:
        model.program.bound(switch, 0.0, 0.0)
        return
    row = Line(dict.fromkeys(model.sells[place], 1.0)).add(switch, -model.units(position.value))
    model.program.row(row, lower=0.0)


def _leave_linear(model: Model, leaving: list[tuple[str, str]]) -> None:
    for place in leaving:
        for piece, column in zip(model.book.positions[place].pieces, model.sells.get(place, ()), strict=False):
            model.program.bound(column, model.units(piece.value), model.units(piece.value))
