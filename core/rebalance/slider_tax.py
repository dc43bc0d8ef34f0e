"""The year's tax in the slider's program: netting without its yes/no choices, its price in straight lines.

The solver may net a little better than the law does; the bill that is shown is counted exactly from the gains.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.rebalance.book import Piece
from core.rebalance.line import INFINITY, Line
from core.rebalance.program import Program
from core.rebalance.tax_model import TaxCurve


@dataclass(slots=True)
class PayerColumns:
    """One taxpayer: the columns of losses that count by term, the rows of the year so far and of the gain budget."""

    losses: tuple[int, int]
    starts: tuple[int, int]
    budget: int
    over: int


def add_payer(
    program: Program, cost: Line, curve: TaxCurve, taxed: Sequence[tuple[Piece, int]], scale: float
) -> PayerColumns:
    """Rows of one taxpayer's gains; `taxed` are the pieces with their columns, `scale` the dollars of one unit."""
    nets, losses, starts = [], [], []
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
    over = program.column()
    everything = Line({column: piece.gain / piece.value for piece, column in taxed}).add(over, -1.0)
    _charge(program, cost, curve, nets, scale)
    return PayerColumns((losses[0], losses[1]), (starts[0], starts[1]), program.row(everything), over)


def _charge(program: Program, cost: Line, curve: TaxCurve, nets: list[tuple[int, int]], scale: float) -> None:
    ((short, short_loss), (long, long_loss)) = nets
    by_short, by_long = program.column(), program.column()
    for offset, gain, loss in ((by_short, short, long_loss), (by_long, long, short_loss)):
        program.row(Line({offset: 1.0, gain: -1.0}), upper=0.0)
        program.row(Line({offset: 1.0, loss: -1.0}), upper=0.0)
    deducted, left = program.column(0.0, curve.limit / scale), program.column()
    rest = Line({short_loss: 1.0, by_long: -1.0, long_loss: 1.0, by_short: -1.0, deducted: -1.0, left: -1.0})
    program.row(rest, lower=0.0, upper=0.0)
    ordinary = Line({short: 1.0, by_short: -1.0, deducted: -1.0})
    income = Line().plus(ordinary).add(long, 1.0).add(by_long, -1.0)
    for tangents, amount in ((curve.ordinary, ordinary), (curve.gains, income), (curve.investment, income)):
        if tangents:
            tax = program.column(-INFINITY, INFINITY)
            cost.add(tax, 1.0)
            for tangent in tangents:
                row = Line().plus(amount, -tangent.slope).add(tax, 1.0)
                program.row(row, lower=tangent.intercept / scale)
    cost.plus(income, curve.state)
    cost.plus(ordinary, -curve.shared)
    cost.add(left, -curve.carried)
