"""Before and after by asset class: the band drawn, the numbers beside it."""

from core.document import ink
from core.document.charts import BAND_CAPTION, BandMark, scale_end
from core.document.facts import Facts
from core.document.sheet import Sheet
from core.document.tables import Cell, Column, Row, Table, draw
from core.domain.allocation import Allocation
from core.words import points, weight

_COLUMNS = (
    Column("Class", 31),
    Column("", 54.9),
    Column("Target", 13, "R"),
    Column("Band", 21, "R"),
    Column("Before", 14, "R"),
    Column("After", 14, "R"),
    Column("Drift left", 15, "R"),
    Column("In bands", 13, "R"),
)


def weights(sheet: Sheet, facts: Facts) -> None:
    """One line for each class."""
    sheet.section("Weights, before and after")
    sheet.paragraph(BAND_CAPTION, ink.CAPTION, after=1.5)
    result, target = facts.proposal.answer, facts.proposal.case.target
    edges = [target.edges(name)[1] for name in facts.classes if target.band(name).side != "below"]
    aims = [target.weight(name) for name in facts.classes]
    most = scale_end([*edges, *aims, *result.before.weights.values(), *result.after.weights.values()])
    draw(sheet, Table(_COLUMNS, [[_row(facts, name, most)] for name in facts.classes]))


def _row(facts: Facts, name: str, most: float) -> Row:
    result, target = facts.proposal.answer, facts.proposal.case.target
    aim = target.weight(name)
    low, high = target.edges(name)
    drift = result.after.drift.get(name) or 0.0
    before = result.before.weights.get(name) or 0.0
    after = result.after.weights.get(name) or 0.0
    outside = name in result.after.out_of_band
    mark = BandMark(low, aim, high, before, after, name in result.before.out_of_band, outside, most)
    style = ink.TABLE_STRONG if outside else ink.TABLE
    cells = (
        Cell(f"{'■ ' if outside else ''}{facts.class_name(name)}", style),
        Cell(paint=mark),
        Cell(weight(aim)),
        Cell(_range(target, name), ink.TABLE_QUIET),
        Cell(weight(before), ink.TABLE_QUIET),
        Cell(weight(after), ink.TABLE_STRONG),
        Cell(points(drift, 2).removesuffix(" pts"), style),
        Cell(facts.in_bands(name, drift), style),
    )
    return Row(cells, pad=1.3, rule=True)


def _range(target: Allocation, name: str) -> str:
    """`31.0 – 41.0`; one edge where the band is on one side only."""
    low, high = (weight(edge) for edge in target.edges(name))
    return {"both": f"{low} – {high}", "above": f"up to {high}", "below": f"{low} or more"}[target.band(name).side]
