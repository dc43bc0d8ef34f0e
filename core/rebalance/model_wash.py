"""The household wash-sale rule as yes/no choices inside the solve: a loss in an identical group, or a purchase in it.

One choice for each taxpayer and group; it looks at every account whose purchases count against that taxpayer.
"""

from core.rebalance.book import Key, Piece
from core.rebalance.line import Line
from core.rebalance.model_base import Model

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
