"""When a harvest is worth a trade of its own: the least benefit that the policy asks of it."""

from collections.abc import Collection

from core.rebalance.book import Book
from core.rebalance.line import Line
from core.rebalance.model_base import Model


def has_losses(book: Book) -> bool:
    """Whether anything that may be sold would bring a taxpayer a loss."""
    taxed = (position for key, position in book.positions.items() if book.accounts[key[0]].taxable)
    return any(piece.loss for position in taxed for piece in position.pieces)


def losses_sold(model: Model, accounts: Collection[str]) -> Line:
    """What is sold at a loss in the taxable ones of some accounts, in units."""
    line = Line()
    for key, columns in model.sells.items():
        if key[0] in accounts and model.book.accounts[key[0]].taxable:
            for piece, column in zip(model.book.positions[key].pieces, columns, strict=True):
                if piece.gain < 0:
                    line.add(column, 1.0)
    return line


def add_least_benefit(model: Model) -> None:
    """Charge the least benefit for taking losses in a position that is not sold for another reason."""
    least = float(model.book.case.policy.minimum_benefit)
    needed = model.setting.needed
    if least <= 0 or needed is None or model.setting.linear or model.setting.whole:
        return
    for key, columns in model.sells.items():
        pieces = zip(model.book.positions[key].pieces, columns, strict=True)
        losses = [(column, model.units(piece.value)) for piece, column in pieces if piece.loss]
        if not losses or key in needed or not model.book.accounts[key[0]].taxable:
            continue
        switch = model.program.binary()
        model.cost.add(switch, model.units(least))
        for column, value in losses:
            model.program.row(Line({column: 1.0, switch: -value}), upper=0.0)
