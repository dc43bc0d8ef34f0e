"""Where the columns of all tables stand: the paper drops columns, writes smaller and turns until all of them fit."""

from collections.abc import Sequence

from tools.accuracy.dice import words
from tools.accuracy.dice.cells import MONEY, SEVERAL, TERMS, figures, gain_with_rate, lot_day
from tools.accuracy.dice.forms import LOT_DAY_IN, gain_cell, has_classes, lot_form, named, stacked
from tools.accuracy.dice.heads import bold_head, head_lines
from tools.accuracy.dice.holdings import Holdings
from tools.accuracy.dice.keys import keys_of
from tools.accuracy.dice.securities import Security
from tools.accuracy.dice.sheet import Col, Layout, Planned, Sheet
from tools.accuracy.drawing import LETTER, Pencil
from tools.accuracy.truth import D, Lot

DROPPED_FIRST = ("distributed", "usd", "priorq", "income", "yield", "pct", "accrued", "gainpct", "unitcost", "prior",
                 "term", "type", "gain")  # fmt: skip
SMALLEST, LEAST_NAME, WIDE_DAY = 5.5, 105.0, Lot("2022-09-28", D(1), D(1))


def tables_of(sheet: Sheet, account: Holdings) -> list[Planned]:
    """The tables of an account: one for each class, or one for all."""
    if has_classes(sheet.dials):
        return [Planned(group.kind, group.title, [group]) for group in account.groups]
    return [Planned("one", sheet.dials.word("title of all", words.HOLDINGS), account.groups)]


def lay_out(sheet: Sheet) -> None:
    """The columns of every table of the paper."""
    while not all(_fits(sheet, account, table) for account in sheet.accounts for table in tables_of(sheet, account)):
        _make_room(sheet)


def _make_room(sheet: Sheet) -> None:
    """One column less, else smaller letters, else the paper on its side."""
    shown = {
        key
        for account in sheet.accounts
        for table in tables_of(sheet, account)
        for key in keys_of(sheet.dials, table.kind, sheet.dropped)
    }
    wide, size = sheet.pencil.paper.width > min(LETTER), sheet.pencil.size
    droppable = [key for key in DROPPED_FIRST if key in shown and (key != "gain" or (wide and size <= 6))]
    if droppable:
        sheet.dropped.add(droppable[0])
        return
    if size > 6 or (wide and size > SMALLEST):
        sheet.pencil.size -= 0.5
        return
    assert not wide, "a table that fits no paper"
    paper = sheet.pencil.paper
    sheet.pencil = Pencil(True, paper.font, size + 1, stretch=paper.stretch)


def _fits(sheet: Sheet, account: Holdings, table: Planned) -> bool:
    """Whether the table has room, which is then laid out."""
    keys = keys_of(sheet.dials, table.kind, sheet.dropped)
    upper, lower = stacked(sheet.dials)
    shown = [key for key in keys if key != lower or upper not in keys]
    rows = [row for group in table.groups for row in group.rows]
    heads = {key: head_lines(sheet, key, table.kind, keys) for key in shown}
    wide = _widths(sheet, account, table, rows, shown, keys, heads)
    gap = 9 if sheet.pencil.size > 6.5 else 7
    room = sheet.right - sheet.left - sum(wide.values()) - gap * (len(shown) - 1) + wide["name"]
    least = max(LEAST_NAME, wide["name"], _least_name(sheet))
    if room < least:
        return False
    longest = max((sheet.pencil.wide(named(sheet.dials, row.name)) for row in rows), default=0.0) + 60
    wide["name"] = min(room, max(longest, least))
    spread = min((room - wide["name"]) / max(1, len(shown) - 1), sheet.dials.word("spread", (26, 26, 60)))
    columns, left = [], sheet.left
    for key in shown:
        columns.append(Col(key, heads[key], left, left + wide[key]))
        left += wide[key] + gap + spread
    sheet.layouts[account.place, table.kind] = Layout(tuple(columns), tuple(keys))
    return True


def _least_name(sheet: Sheet) -> float:
    wide = sheet.pencil.wide("m") * 15 if sheet.pencil.paper.font == "Courier" else 0.0
    if lot_form(sheet.dials) != "none" and sheet.dials.turn(LOT_DAY_IN) == "name column":
        wide = max(wide, sheet.pencil.wide("Purchased Sep 28, 2022") + 14)
    return wide


def _widths(sheet: Sheet, account: Holdings, table: Planned, rows: Sequence[Security], shown: Sequence[str],
            keys: Sequence[str], heads: dict[str, tuple[str, ...]]) -> dict[str, float]:  # fmt: skip
    """How wide each column must be for its head, its figures and its sums."""
    pencil, style = sheet.pencil, bold_head(sheet.dials)
    wide = {key: max(pencil.wide(line, style) for line in heads[key]) for key in shown}
    upper, lower = stacked(sheet.dials)
    for row in rows:
        cells = figures(sheet, row, account, True)
        for key in shown:
            texts = [cells[key]] if key != "name" else []
            texts += [cells[lower]] if key == upper and lower in keys else []
            texts += [cells["gainpct"]] if key == "gain" and gain_cell(sheet.dials) == "per cent below" else []
            wide[key] = max([wide[key], *map(pencil.wide, texts)])
    for key in shown:
        wide[key] = max([wide[key], *(pencil.wide(text, "B") for text in _widest(sheet, account, key))])
        wide[key] += 8 if key in MONEY and sheet.writer.dollar.startswith("apart") else 0
        wide[key] += 4 if key == "quantity" and table.kind == "option" else 0
    return wide


def _widest(sheet: Sheet, account: Holdings, key: str) -> list[str]:
    """What may stand in the column beside its rows' figures."""
    if key in MONEY:
        amounts = [abs(amount) for row in account.sound if (amount := getattr(row, key)) is not None]
        value = sum(amounts, abs(account.cash) if key in ("value", "prior") else D(0))
        text = sheet.writer.money(-value if key == "gain" else value, sheet.writer.dollar != "none")
        inside = key == "gain" and gain_cell(sheet.dials) == "per cent in it"
        return [gain_with_rate(sheet, text, -value, value)] if inside and value else [text]
    if key == "date":
        return [lot_day(sheet, WIDE_DAY), sheet.dials.word("word of several days", SEVERAL)]
    if key == "term":
        return list(sheet.dials.word("words of terms", TERMS))
    return ["100.00%"] if key == "pct" else []
