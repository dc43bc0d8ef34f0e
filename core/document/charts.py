"""Vector charts drawn with lines, boxes and discs: a class within its band, and the parts of the tax bill.

Marks: band = grey rectangle, target = grey tick, before = open grey circle (open red square where outside), after =
blue disc, a thin line joins them. No legend in the picture: the caption above it says so once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from core.document import ink
from core.document.ink import Style
from core.document.sheet import Sheet
from core.words import signed_dollars

BAND_CAPTION = (
    "Percent of the household. Grey: the band; tick: the target; open: before; filled: after; square and red: outside. "
    "Drift is weight less target; the drift of a household is half the sum of all its classes' drifts."
)


@dataclass(frozen=True, slots=True)
class BandMark:
    """One class: weights as fractions; `most` is the right end of the common scale."""

    low: float
    target: float
    high: float
    before: float
    after: float
    outside_before: bool
    outside_after: bool
    most: float

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
    running = Decimal(0)
    spans: list[tuple[str, Decimal, Decimal, Decimal]] = []
    for label, amount in steps:
        spans.append((label, amount, running, running + amount))
        running += amount
    spans.append(("Total", running, Decimal(0), running))
    ends = [Decimal(0), *(end for _, _, begin, stop in spans for end in (begin, stop))]
    top, bottom = max(ends), min(ends)
    plot_top, plot_height = y + 5.5, height - 11.5
    per_dollar = plot_height / float(top - bottom) if top > bottom else 0.0

    def at(dollars: Decimal) -> float:
        return plot_top + float(top - dollars) * per_dollar

    step = width / len(spans)
    for place, (label, amount, begin, stop) in enumerate(spans):
        left, bar = x + place * step + step * 0.14, step * 0.72
        upper, lower = min(at(begin), at(stop)), max(at(begin), at(stop))
        last = place == len(spans) - 1
        colour = ink.GREY if last else ink.BRASS if amount >= 0 else ink.BLUE
        sheet.box(left, upper, bar, max(lower - upper, 0.35), colour)
        if not last:
            sheet.rule(left + bar, at(stop), step - bar, ink.GREY, 0.15)
        style = Style(8, bold=last, colour=ink.INK)
        sheet.put(signed_dollars(amount, 0), x + place * step, upper - style.line - 0.5, step, style, "C")
        sheet.put(label, x + place * step, y + height - 4.2, step, ink.CAPTION, "C")
    sheet.rule(x, at(Decimal(0)), width, ink.GREY, 0.2)
