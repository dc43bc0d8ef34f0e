"""Parts of the investment policy statement: clauses by their number, the allocation drawn, what changed, signatures."""

from dataclasses import dataclass

from core.document import ink
from core.document.charts import scale_end
from core.document.parts.headings import group
from core.document.policy_words import SIDES, PolicyChange, target_order
from core.document.sheet import BODY_WIDTH, LEFT, Sheet
from core.document.tables import Cell, Column, Row, Table, draw
from core.domain.allocation import Allocation, Band
from core.words import class_label, number, percent, weight

_ALLOCATION = (
    Column("Class", 34),
    Column("", 58.9),
    Column("Target, %", 18, "R"),
    Column("Range, %", 27, "R"),
    Column("", 3),
    Column("How the range is drawn", 35),
)
_CHANGES = (Column("Was", 87.9), Column("Is now", 88))


@dataclass(frozen=True, slots=True)
class Clause:
    """One item of the statement: its number in the CFA Institute's list, its title, its sentences."""

    item: str
    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RangeMark:
    """A class drawn on the common scale: the range as a bar, the target as a tick."""

    low: float
    target: float
    high: float
    most: float

    @property
    def alt(self) -> str:
        """The drawing in words."""
        return f"Target {percent(self.target)}, range {percent(self.low)} to {percent(self.high)}."

    def __call__(self, sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
        """Draw it into a cell."""
        middle, inner = y + height / 2, width - 4

        def at(share: float) -> float:
            return x + 2 + min(share / self.most, 1.0) * inner

        sheet.rule(x + 2, middle, inner, ink.TABLE_LINE)
        sheet.box(at(self.low), middle - 1.6, max(at(self.high) - at(self.low), 0.4), 3.2, ink.BUY_TINT)
        sheet.box(at(self.target) - 0.4, middle - 2.1, 0.8, 4.2, ink.BLUE)


def clauses(sheet: Sheet, items: tuple[Clause, ...]) -> None:
    """Each clause with its number."""
    for one in items:
        group(sheet, f"{one.item}  {one.title}", room=12)
        for text in one.texts:
            sheet.paragraph(text, after=1.0)
        sheet.y += 1.4


def allocation(sheet: Sheet, target: Allocation, names: dict[str, str]) -> None:
    """Target and range of every class, drawn and in numbers."""
    order = [name for name in target_order(target) if target.weight(name) or name in target.bands]
    most = scale_end([target.edges(name)[1] for name in order])
    sheet.paragraph("Percent of what the target counts. Bar: the range; tick: the target.", ink.CAPTION, after=1.2)
    draw(sheet, Table(_ALLOCATION, [[_class(target, name, names, most)] for name in order]))


def _class(target: Allocation, name: str, names: dict[str, str], most: float) -> Row:
    aim, (low, high) = target.weight(name), target.edges(name)
    cells = (
        Cell(class_label(name, names), ink.TABLE_STRONG),
        Cell(paint=RangeMark(low, aim, high, most)),
        Cell(weight(aim), ink.TABLE_STRONG),
        Cell(f"{weight(low)} – {weight(high)}"),
        Cell(),
        Cell(_range_kind(target.band(name)), ink.TABLE_QUIET),
    )
    return Row(cells, pad=1.2, rule=True)


def _range_kind(band: Band) -> str:
    side = "" if band.side == "both" else f", {SIDES[band.side]}"
    sign = "± " if band.side == "both" else ""
    if band.kind == "absolute":
        return f"{sign}{number((band.width or 0.0) * 100, 1)} points{side}"
    return f"the 5/25 rule{side}" if band.kind == "five_25" else f"{sign}{percent(band.width, 0)} of the target{side}"


def changes(sheet: Sheet, found: tuple[PolicyChange, ...]) -> None:
    """Two versions side by side, rule by rule."""
    if not found:
        sheet.paragraph("No rule differs.")
        return
    draw(sheet, Table(_CHANGES, [[_change(one)] for one in found]))


def _change(one: PolicyChange) -> Row:
    was = Cell(one.was, ink.TABLE_QUIET) if one.was else Cell("Nothing was said.", ink.TABLE_QUIET)
    now = Cell(one.now, ink.TABLE_STRONG) if one.now else Cell("Nothing is said any more.", ink.TABLE_STRONG)
    return Row((was, now), pad=1.0, rule=True)


def signatures(sheet: Sheet, who: tuple[str, ...]) -> None:
    """Room for each signature: a line, the name below, the date beside."""
    half = (BODY_WIDTH - 10) / 2
    for place, name in enumerate(who):
        if place % 2 == 0:
            sheet.ensure(26)
        x = LEFT + (place % 2) * (half + 10)
        sheet.rule(x, sheet.y + 14, half - 24, ink.INK2)
        sheet.rule(x + half - 20, sheet.y + 14, 20, ink.INK2)
        with sheet.tag("P"):
            sheet.put(name, x, sheet.y + 15, half - 24, ink.CAPTION)
            sheet.put("Date", x + half - 20, sheet.y + 15, 20, ink.CAPTION)
        if place % 2 or place == len(who) - 1:
            sheet.y += 24
