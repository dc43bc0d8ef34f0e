"""Vector charts drawn with lines, boxes and discs: a class within its band, and the parts of the tax bill.

Marks: band = grey rectangle, target = grey tick, before = open grey circle (open red square where outside), after =
blue disc, a thin line joins them. No legend in the picture: the caption above it says so once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from core.document import ink
from core.document.ink import Colour, Style
from core.document.sheet import Sheet
from core.words import listing, percent, signed_dollars

BAND_CAPTION = (
    "Percent of the household. Grey: the band; tick: the target; open: before; filled: after; square and red: outside. "
    "Drift is weight less target; the drift of a household is half the sum of all its classes' drifts."
)


@dataclass(frozen=True, slots=True)
class BandMark:
    """One class: weights as fractions, 0 and 1 on a side that is open; `most` is the right end of the common scale."""

    low: float
    target: float
    high: float
    before: float
    after: float
    outside_before: bool
    outside_after: bool
    most: float

    @property
    def alt(self) -> str:
        """The drawing in words."""
        moved = f"{percent(self.before)} before, {percent(self.after)} after"
        return f"{moved}; target {percent(self.target)}, band {percent(self.low)} to {percent(self.high)}."

    def __call__(self, sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
        """Draw it into a cell."""
        middle = y + height / 2

        def at(weight: float) -> float:
            return x + 2 + max(0.0, min(weight / self.most, 1.0)) * (width - 4)

        sheet.rule(x + 2, middle, width - 4, ink.TABLE_LINE)
        left, right = at(self.low), at(self.high)
        sheet.box(left, middle - 1.7, max(right - left, 0.3), 3.4, ink.BAND)
        sheet.line(at(self.target), middle - 1.7, at(self.target), middle + 1.7, ink.GREY, 0.5)
        sheet.line(at(self.before), middle, at(self.after), middle, ink.GREY, 0.25)
        if self.outside_before:
            sheet.outline(at(self.before) - 1.1, middle - 1.1, 2.2, 2.2, ink.RED)
        else:
            sheet.disc(at(self.before), middle, 1.1, ink.GREY, filled=False)
        if self.outside_after:
            sheet.box(at(self.after) - 1.1, middle - 1.1, 2.2, 2.2, ink.RED)
        else:
            sheet.disc(at(self.after), middle, 1.15, ink.BLUE, filled=True)


def scale_end(weights: Sequence[float]) -> float:
    """The right end of a scale from 0 that holds every weight: the next full tenth, at least one."""
    return max(ceil(max([*weights, 0.0]) * 10 - 1e-9), 1) / 10


def waterfall(
    sheet: Sheet, steps: Sequence[tuple[str, Decimal]], x: float, y: float, width: float, height: float
) -> None:
    """Steps that add up to a total: brass raises, blue lowers, grey is the sum."""
    said = listing([f"{label} {signed_dollars(amount)}" for label, amount in steps])
    with sheet.figure(f"Waterfall: {said}."):
        _waterfall(sheet, steps, x, y, width, height)


def _waterfall(
    sheet: Sheet, steps: Sequence[tuple[str, Decimal]], x: float, y: float, width: float, height: float
) -> None:
    spans = _spans(steps)
    ends = [Decimal(0), *(end for one in spans for end in (one.begin, one.stop))]
    top, bottom = max(ends), min(ends)
    plot_top, plot_height = y + 5.5, height - 11.5
    per_dollar = plot_height / float(top - bottom) if top > bottom else 0.0

    def at(dollars: Decimal) -> float:
        return plot_top + float(top - dollars) * per_dollar

    step = width / len(spans)
    for place, one in enumerate(spans):
        left = x + place * step
        upper, lower = sorted((at(one.begin), at(one.stop)))
        sheet.box(left + step * 0.14, upper, step * 0.72, max(lower - upper, 0.35), one.colour)
        if not one.last:
            sheet.rule(left + step * 0.86, at(one.stop), step * 0.28, ink.GREY, 0.15)
        style = Style(8, bold=one.last, colour=ink.INK)
        sheet.put(signed_dollars(one.amount, 0), left, upper - style.line - 0.5, step, style, "C")
        sheet.put(one.label, left, y + height - 4.2, step, ink.CAPTION, "C")
    sheet.rule(x, at(Decimal(0)), width, ink.GREY, 0.2)


@dataclass(frozen=True, slots=True)
class _Span:
    """One bar: from where to where it reaches; the last one is the sum."""

    label: str
    amount: Decimal
    begin: Decimal
    stop: Decimal
    last: bool = False

    @property
    def colour(self) -> Colour:
        return ink.GREY if self.last else ink.BRASS if self.amount >= 0 else ink.BLUE


def _spans(steps: Sequence[tuple[str, Decimal]]) -> list[_Span]:
    running, spans = Decimal(0), []
    for label, amount in steps:
        spans.append(_Span(label, amount, running, running + amount))
        running += amount
    return [*spans, _Span("Total", running, Decimal(0), running, last=True)]
