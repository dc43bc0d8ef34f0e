"""The lines of a security: its name and figures, its lots below it, and their sum."""

from tools.accuracy.dice.cells import Cells, figures, lot_day, lot_figures
from tools.accuracy.dice.dials import Dial
from tools.accuracy.dice.forms import BELOW, gain_cell, lot_form, single_below
from tools.accuracy.dice.holdings import Holdings
from tools.accuracy.dice.names import name_lines
from tools.accuracy.dice.securities import Security, lot_values
from tools.accuracy.dice.sheet import Layout, Line, Sheet
from tools.accuracy.truth import D, Lot

FIGURES_ON = Dial("figures on", {"first line": 92, "last line": 8})
LOT_WORD = Dial("lot line word", {"{}": 46, "Purchased {}": 12, "Lot {}": 8, "Acquired {}": 14, "Tax lot {}": 10,
                                  "Bought {}": 6})  # fmt: skip
LOT_SUMS = ("Total", "Total", "Total {}", "Position Total", "  Total")
IDS = ("symbol", "cusip")


def row_lines(sheet: Sheet, account: Holdings, layout: Layout, row: Security, first: bool) -> list[Line]:
    """The security, and its lots where they stand below it."""
    lots = _lots_below(sheet, row)
    led = lot_form(sheet.dials) == "first, sum last" and len(lots) > 1
    cells = {key: text for key, text in figures(sheet, row, account, first).items() if key in layout.keys}
    rate = _rate_below(sheet, layout, row)
    name = layout.of("name")
    lines: list[Cells] = [{"name": text} for text in name_lines(sheet, row, layout.keys, name.right - name.left)]
    if led:
        lines[0] |= {key: cells[key] for key in IDS if key in cells}
    else:
        _put_figures(lines, _at(sheet, lines), cells, rate)
    keep = len(lines) + (1 if len(lots) > 1 else 0)
    made = [Line("row", lines, money=None if led else row.value, first=first, keep=keep)]
    made += [_lot_line(sheet, layout, row, lot, value, led) for lot, value in lots]
    if led or (len(lots) > 1 and lot_form(sheet.dials) == "below, sum last"):
        made.append(_lot_sum(sheet, row, cells, rate if led else {}, led))
    return made


def _lots_below(sheet: Sheet, row: Security) -> list[tuple[Lot, D]]:
    """The lots that have lines of their own."""
    if lot_form(sheet.dials) not in BELOW:
        return []
    return lot_values(row) if len(row.lots) > 1 or (row.lots and single_below(sheet.dials)) else []


def _at(sheet: Sheet, lines: list[Cells]) -> int:
    """On which of the lines of the name the figures stand."""
    last = sheet.dials.turn(FIGURES_ON) == "last line" and lot_form(sheet.dials) not in (*BELOW, "a row each")
    return len(lines) - 1 if last else 0


def _rate_below(sheet: Sheet, layout: Layout, row: Security) -> Cells:
    """The gain in per cent where it stands below the gain."""
    if gain_cell(sheet.dials) != "per cent below" or row.gain is None or "gain" not in layout.keys:
        return {}
    return {"gain": sheet.writer.gain_rate(row.gain, row.cost)}


def _put_figures(lines: list[Cells], at: int, cells: Cells, rate: Cells) -> None:
    lines[at] |= cells
    if rate:
        if at + 1 == len(lines):
            lines.append({})
        lines[at + 1] |= rate


def _lot_line(sheet: Sheet, layout: Layout, row: Security, lot: Lot, value: D, led: bool) -> Line:
    """A lot; where its row has no figures, its value is what is carried forward."""
    cells = {key: text for key, text in lot_figures(sheet, row, lot, value).items() if key in layout.keys}
    day = lot_day(sheet, lot)
    if "date" in layout.keys:
        cells["date"] = day
    else:
        cells["name"] = "  " + sheet.dials.turn(LOT_WORD).format(day)
    return Line("lot", [cells], money=value if led else None, name=row.name)


def _lot_sum(sheet: Sheet, row: Security, cells: Cells, rate: Cells, led: bool) -> Line:
    """The sum of the lots: all figures of the row where they stand nowhere else."""
    kept = [key for key in cells if key not in (*IDS, "date", "type")] if led else ["quantity", "value", "cost", "gain"]
    name = sheet.dials.word("sum of lots", LOT_SUMS).format(row.symbol or row.name.split()[0])
    line = {key: cells[key] for key in kept if key in cells} | {"name": name}
    return Line("lot sum", [line, rate] if rate else [line], bold=sheet.dials.chance("sums of lots bold", 0.4))
