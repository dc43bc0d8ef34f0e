"""Netting of a year's gains in the program (26 USC 1222): short and long net first each with itself.

Netting needs yes/no choices, for no loss reaches other income while a gain is left; without them the solver would pick
the order that suits it. Where the trades cannot turn a gain into a loss there is no choice.
"""

from dataclasses import dataclass

from core.domain.account import Taxpayer
from core.rebalance.book import Piece
from core.rebalance.line import Line
from core.rebalance.model_base import Model
from core.rebalance.model_gains import gain_line, gain_span
from core.rebalance.tax_model import TaxCurve

MARGIN = 1e-2
"""Units that an amount may lie beyond the least or the most it is known to come to."""


@dataclass(frozen=True, slots=True)
class Netted:
    """What is left of a year's gains: taxed as ordinary income, taxed at all, and the losses left for later years."""

    ordinary: Line
    income: Line
    left: int


@dataclass(frozen=True, slots=True)
class Term:
    """Columns of one term: its net gain and its net loss (one of them 0), and what the other term's loss offsets."""

    gain: int
    loss: int
    offset: int


def net_gains(model: Model, payer: Taxpayer, curve: TaxCurve) -> Netted:
    """Rows that net the taxpayer's gains of the year, what is realised already and carried over counted."""
    carried = payer.carryforward
    starts = {
        "short": model.units(float(payer.realized.short - carried.short)),
        "long": model.units(float(payer.realized.long - carried.long)),
    }
    short, long = (_term(model, payer, term, start) for term, start in starts.items())
    for one, other in ((short, long), (long, short)):
        model.program.row(Line({one.offset: 1.0, one.gain: -1.0}), upper=0.0)
        model.program.row(Line({one.offset: 1.0, other.loss: -1.0}), upper=0.0)
    deducted, left = model.program.column(0.0, model.units(curve.limit)), model.program.column()
    losses = Line({short.loss: 1.0, long.offset: -1.0, long.loss: 1.0, short.offset: -1.0})
    model.program.row(losses.add(deducted, -1.0).add(left, -1.0), lower=0.0, upper=0.0)
    in_loss = _no_loss_beside_a_gain(model, short, long, (deducted, left))
    _decide(model, in_loss, *_span(model, payer, sum(starts.values()), ("short", "long")), above=0.0)
    ordinary = Line({short.gain: 1.0, short.offset: -1.0, deducted: -1.0})
    return Netted(ordinary, Line().plus(ordinary).add(long.gain, 1.0).add(long.offset, -1.0), left)


def _term(model: Model, payer: Taxpayer, term: str, start: float) -> Term:
    program = model.program
    low, high = _span(model, payer, start, (term,))
    up, down = max(0.0, high) + MARGIN, max(0.0, -low) + MARGIN
    found = Term(program.column(0.0, up), program.column(0.0, down), program.column())
    line = gain_line(model, payer.id, lambda piece: piece.of_term(term) * _rewarded(model, piece))
    line.constant += start
    program.row(line.add(found.gain, -1.0).add(found.loss, 1.0), lower=0.0, upper=0.0)
    which = program.binary(model.setting.linear, rank=2)
    program.row(Line({found.gain: 1.0, which: -up}), upper=0.0)
    program.row(Line({found.loss: 1.0, which: down}), upper=down)
    _decide(model, which, low, high, above=1.0)
    return found


def _rewarded(model: Model, piece: Piece) -> bool:
    return model.setting.harvest or piece.gain > 0


def _span(model: Model, payer: Taxpayer, start: float, terms: tuple[str, ...]) -> tuple[float, float]:
    """The least and the most that the year's gains of some terms can come to, in units."""

    def counted(piece: Piece) -> float:
        return sum(piece.of_term(term) for term in terms) * _rewarded(model, piece)

    low, high = gain_span(model, payer.id, counted)
    return start + low, start + high


def _decide(model: Model, switch: int, low: float, high: float, above: float) -> None:
    """A switch that is `above` for amounts over 0 is no choice where the amount stays on one side."""
    if low > MARGIN or high < -MARGIN:
        value = above if low > MARGIN else 1.0 - above
        model.program.bound(switch, value, value)


def _no_loss_beside_a_gain(model: Model, short: Term, long: Term, losses: tuple[int, int]) -> int:
    """A switch that is on where losses are left over: no gain is then."""
    program = model.program
    in_loss = program.binary(model.setting.linear, rank=2)
    deep, most = (sum(program.bounds(column)[1] for column in pair)
                  for pair in ((short.loss, long.loss), (short.gain, long.gain)))  # fmt: skip
    program.row(Line({losses[0]: 1.0, losses[1]: 1.0, in_loss: -deep}), upper=0.0)
    net = Line({short.gain: 1.0, short.offset: -1.0, long.gain: 1.0, long.offset: -1.0, in_loss: most})
    program.row(net, upper=most)
    return in_loss
