"""Parts of the papers on where a household stands: classes against their ranges, alerts, accounts, past proposals."""

from core.document import ink
from core.document.charts import scale_end
from core.document.sheet import Sheet
from core.document.standing import HouseholdStanding
from core.document.tables import Cell, Column, Row, Table, draw, rows_of
from core.domain.breach import Alert, Reading
from core.words import DASH, count, day, number, percent, points, signed, start, weight, whole_dollars

_RANGES = (
    Column("Class", 30),
    Column("", 37.9),
    Column("Is, %", 14, "R"),
    Column("Target, %", 16, "R"),
    Column("Range, %", 24, "R"),
    Column("Drift, pts", 16, "R"),
    Column("In bands", 15, "R"),
    Column("", 3),
    Column("Outside since", 20),
)
_ALERTS = (Column("Since", 24), Column("What", 97.9), Column("Became of it", 54))
_ACCOUNTS = (Column("Account", 96), Column("Value, $", 36, "R"), Column("Share, %", 20, "R"))
_STATES = {
    "open": "Open",
    "acknowledged": "Seen",
    "snoozed": "Put off",
    "assigned": "Handed on",
    "escalated": "Raised",
    "closed": "Over",
}


class WeightMark:
    """A class within its range: range as a grey bar, target as a tick, today's weight as a disc or a red square."""

    def __init__(self, reading: Reading, most: float) -> None:
        self._reading, self._most = reading, most

    @property
    def alt(self) -> str:
        """The drawing in words."""
        one = self._reading
        agreed = f"target {percent(one.target)}, range {percent(one.low)} to {percent(one.high)}"
        return f"{percent(one.value)} today; {agreed}."

    def __call__(self, sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
        """Draw it into a cell."""
        one, middle = self._reading, y + height / 2

        def at(share: float) -> float:
            return x + 2 + max(0.0, min(share / self._most, 1.0)) * (width - 4)

        sheet.rule(x + 2, middle, width - 4, ink.TABLE_LINE)
        sheet.box(at(max(one.low, 0.0)), middle - 1.7, max(at(one.high) - at(max(one.low, 0.0)), 0.4), 3.4, ink.BAND)
        sheet.line(at(one.target), middle - 1.7, at(one.target), middle + 1.7, ink.GREY, 0.5)
        if one.standing == "outside":
            sheet.box(at(one.value) - 1.1, middle - 1.1, 2.2, 2.2, ink.RED)
        else:
            sheet.disc(at(one.value), middle, 1.15, ink.BLUE, filled=True)


def ranges(sheet: Sheet, facts: HouseholdStanding) -> None:
    """Every class against its range, drawn and in numbers."""
    caption = "Percent of what the target counts. Grey: the range; tick: the target; disc: today; red square: outside."
    sheet.paragraph(caption, ink.CAPTION, after=1.2)
    most = scale_end([edge for one in facts.classes for edge in (one.high, one.value)])
    draw(sheet, Table(_RANGES, [[_class(facts, one, most)] for one in facts.classes]))


def _class(facts: HouseholdStanding, one: Reading, most: float) -> Row:
    outside = one.standing == "outside"
    style = ink.TABLE_STRONG if outside else ink.TABLE
    known = one.standing != "unknown"
    cells = (
        Cell(f"{'■ ' if outside else ''}{facts.class_name(one.subject)}", style),
        Cell(paint=WeightMark(one, most)) if known else Cell("not known", ink.TABLE_QUIET),
        Cell(weight(one.value) if known else DASH, ink.TABLE_STRONG),
        Cell(weight(one.target)),
        Cell(f"{weight(max(one.low, 0.0))} – {weight(one.high)}", ink.TABLE_QUIET),
        Cell(points(one.value - one.target, 2).removesuffix(" pts") if known else DASH, style),
        Cell(DASH if one.in_bands is None else signed(one.in_bands), style),
        Cell(),
        Cell(day(facts.since(one.subject)) if outside else "", ink.TABLE_QUIET),
    )
    return Row(cells, pad=1.2, rule=True)


def distances(sheet: Sheet, facts: HouseholdStanding) -> None:
    """One sentence for each class outside, in dollars."""
    for one in facts.outside:
        side = "over" if one.value > one.target else "under"
        said = f"{facts.class_name(one.subject)}: {whole_dollars(abs(one.dollars))} {side} target"
        since = facts.since(one.subject)
        sheet.paragraph(f"{said}, outside the range since {day(since)}." if since else f"{said}.", after=0.8)


def alert_history(sheet: Sheet, facts: HouseholdStanding) -> None:
    """Every alert with what became of it, the newest first."""
    if not facts.alerts:
        sheet.paragraph("No alert stands or stood.")
        return
    ordered = sorted(facts.alerts, key=lambda one: (one.since, one.key), reverse=True)
    rows = [(day(one.since), facts.said(one.sentence), _became(facts, one)) for one in ordered]
    draw(sheet, Table(_ALERTS, rows_of(*rows)))


def _became(facts: HouseholdStanding, one: Alert) -> str:
    parts = [_STATES[one.state]]
    if one.closed:
        parts.append(f"on {day(one.closed)}")
    if one.snoozed_until:
        parts.append(f"until {day(one.snoozed_until)}")
    if one.person:
        parts.append(f"by {facts.person(one.person)}" if one.state != "assigned" else f"to {facts.person(one.person)}")
    told = " ".join(parts)
    return f"{told}: {one.note}" if one.note.strip() else f"{told}."


def accounts(sheet: Sheet, facts: HouseholdStanding) -> None:
    """Every account with its value and its share of the whole."""
    total = facts.total
    rows = [
        (facts.titles[one.id], number(facts.value(one), 2), weight(float(facts.value(one) / total)) if total else DASH)
        for one in facts.case.accounts
    ]
    table = Table(_ACCOUNTS, rows_of(*rows))
    sum_row = Row(
        (Cell("Together", ink.TABLE_STRONG), Cell(number(total, 2), ink.TABLE_STRONG), Cell("100.0")), pad=1.0
    )
    draw(sheet, Table(_ACCOUNTS, [*table.blocks, [sum_row]]))


def checked(sheet: Sheet, facts: HouseholdStanding) -> None:
    """How often somebody looked in the period, and with what result."""
    if not facts.checks:
        sheet.paragraph("No check of the period is in the log; the reading above was made for this note.")
        return
    kinds = ("no breach", "breach", "unknown", "failed")
    counted = {kind: sum(one.result == kind for one in facts.checks) for kind in kinds}
    told = ", ".join(f"{number(many)} with result {kind}" for kind, many in counted.items() if many)
    first, last = facts.checks[0].as_of, facts.checks[-1].as_of
    checks = count(len(facts.checks), "check", begin=True)
    sheet.paragraph(f"{checks} from {day(first)} to {day(last)}: {told}.")
    rows = [
        (day(one.as_of), start(one.result), number(len(one.opened)), number(len(one.closed)), f"{one.snapshot[:16]}…")
        for one in facts.checks[-12:]
    ]
    columns = (
        Column("Checked", 34), Column("Result", 40), Column("Alerts opened", 30, "R"), Column("Alerts closed", 30, "R"),
        Column("", 3), Column("Snapshot, SHA-256", 38.9),
    )  # fmt: skip
    draw(sheet, Table(columns, rows_of(*((*row[:4], "", row[4]) for row in rows))))
