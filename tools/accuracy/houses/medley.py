"""A medley: each seed another layout of columns, words, symbols, lots, sections, sums, cash, breaks and decoys."""

from dataclasses import replace

from tools.accuracy.content import bond, stock
from tools.accuracy.drawing import Column, Getter, Pencil, Table, bracketed, dollars, plain, trailing, us_day
from tools.accuracy.houses.dealt import Look, look
from tools.accuracy.houses.hands import Hand, each, hand, in_lots, parts
from tools.accuracy.houses.wordings import (
    AFTER,
    BEFORE,
    BONDS,
    DAYS,
    NUMBERS,
    SECTIONS,
    TITLES,
)  # fmt: skip
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Drawn, Row

WIDTHS = {"symbol": 52, "quantity": 62, "price": 54, "value": 74, "cost": 70, "gain": 72, "income": 62, "yield": 48,
          "share": 50, "day": 58}  # fmt: skip


def medley(deal: Deal) -> Drawn:
    """One to three accounts of stocks, funds and bonds in a layout of the seed."""
    dice = deal.dice
    style = look(dice)
    pencil = Pencil(landscape=len(style.order) > 6, font=dice.choice(("Helvetica", "Sans", "Serif", "Times")),
                    size=dice.choice((7.0, 7.5, 8.0)))  # fmt: skip
    kinds = dice.sample(list(TITLES), dice.choice((1, 1, 2, 3)))
    head, day = dice.choice(NUMBERS), dice.choice(DAYS)
    before, after = dice.sample(BEFORE, dice.randrange(3)), dice.sample(AFTER, dice.randrange(3))
    pencil.on_page = lambda one: _front(one, day)
    pencil.page()
    made, fresh = [], dice.random() < 0.5
    for place, kind in enumerate(kinds):
        held = _dealt(deal, style)
        if place and fresh:
            pencil.page()
        pencil.room(150)
        pencil.row(
            [(40, f"Odalys Fenwick - {TITLES[kind]}"), (-pencil.paper.width + 40, head.format(held.number))],
            "B",
            18,
            10,
        )
        for decoy in before:
            decoy(pencil, held, dice)
        _account(pencil, style, held)
        for decoy in after:
            decoy(pencil, held, dice)
        made.append(held.closed(deal, as_of="2026-06-30", registration=kind, sweeps=(held.cash or ZERO,)))
    return pencil.drawn(*made)


def _front(pencil: Pencil, day: str) -> None:
    pencil.row([(40, "Medley Financial"), (-pencil.paper.width + 40, day)], "B", 12, 11)
    pencil.row([(40, "Account Statement"), (-pencil.paper.width + 40, f"Page {pencil.pages}")], "", 26)


def _dealt(deal: Deal, style: Look) -> Hand:
    """Rows in sections; what the layout has no column for is no truth."""
    dice, taken = deal.dice, deal.taken
    first, second = dice.choice(SECTIONS)
    groups = {
        first: [stock(dice, taken, odd=place % 4 == 3) for place in range(dice.randrange(3, 12))],
        second: [stock(dice, taken, style.places == 0) for _ in range(dice.randrange(1, 5))],
    }
    if dice.random() < 0.4:
        groups[dice.choice(BONDS)] = [bond(dice, taken) for _ in range(dice.randrange(1, 4))]
    for title, rows in groups.items():
        kept = [in_lots(dice, row, 3) if style.lots and row.symbol else row for row in rows]
        groups[title] = kept if "cost" in style.order else [replace(row, cost=None) for row in kept]
    return hand(deal, groups)


def _table(pencil: Pencil, style: Look, title: str) -> Table:
    fixed = sum(WIDTHS.get(kind, 0) for kind in style.order)
    widths = {**WIDTHS, "name": min(190.0, pencil.paper.width - 80 - fixed)}
    columns, x = [], 40.0
    for kind in style.order:
        left = kind in ("name", "symbol", "day")
        columns.append(
            Column("Acquired" if kind == "day" else style.heads[kind], x if left else -(x + widths[kind] - 6))
        )
        x += widths[kind]
    again = (lambda: pencil.say(style.again.format(title), 40, "B", 14, 9)) if style.again else None
    return Table(pencil, columns, step=style.step, repeat=style.repeat, again=again)


def _account(pencil: Pencil, style: Look, held: Hand) -> None:
    if style.cash == "section":
        pencil.say("Cash and Cash Investments", 40, "B", 13, 9)
        pencil.row([(40, style.cash_word), (-300, _sign(style)(held.cash))], "", 22)
    for title, rows in held.groups.items():
        table = _table(pencil, style, title)
        pencil.room(70)
        pencil.say(title, 40, "B", 13, 9)
        table.head()
        for place, row in enumerate(rows):
            _row(table, style, row, place)
        sums = {"name": style.subtotal.format(title), "value": dollars(held.sums[title][0])}
        if "cost" in style.order:
            sums |= {"cost": dollars(held.sums[title][1]), "gain": dollars(held.sums[title][0] - held.sums[title][1])}
        _line(table, style, sums, "B", 22)
    if style.cash == "row":
        _line(table, style, {"name": style.cash_word, "value": _sign(style)(held.cash)})
    elif style.cash == "label":
        pencil.row([(40, style.cash_word), (-300, dollars(held.cash))], "", 13)
    if style.cash == "label":
        pencil.row([(40, style.sum_word), (-300, dollars(held.total))], "B", 26)
    else:
        table.line(
            [{"name": style.sum_word, "value": dollars(held.total)}.get(kind, "") for kind in style.order], "B", 26
        )
    if style.lots == "apart":
        _apart(pencil, held)


def _line(table: Table, style: Look, cells: dict[str, str], bold: str = "", step: float | None = None) -> None:
    table.line([cells.get(kind, "") for kind in style.order], bold, step)


def _fit(table: Table, style: Look, row: Row, key: str) -> str:
    """The name as far as its column goes, with the symbol where it stands in the same cell."""
    place = style.order.index("name")
    ends = [abs(column.x) for column in table.columns] + [table.pencil.paper.width - 40]
    room = ends[place + 1] - ends[place] - (8 if table.columns[min(place + 1, len(ends) - 2)].x > 0 else 52)
    form = {"behind": "{} (" + key + ")", "before": key + " - {}"}.get(style.symbols, "{}")
    measure, name = table.pencil.measure, row.name
    measure.set_font(table.pencil.paper.font, "", table.pencil.size)
    while measure.get_string_width(form.format(name)) > room:
        name = name[:-1].rstrip()
    return form.format(name)


def _sign(style: Look) -> Getter:
    return {"plain": bracketed, "dollars": dollars, "trailing": trailing}[style.signs]


def _row(table: Table, style: Look, row: Row, place: int) -> None:
    sign, key = _sign(style), row.symbol or row.cusip or ""
    price = plain(row.price, 3) if row.cusip else dollars(row.price) if style.signs == "dollars" else plain(row.price)
    cells = {"name": _fit(table, style, row, key), "symbol": key, "quantity": plain(row.quantity, style.places),
             "price": price, "value": sign(row.value),
             "cost": sign(row.cost), "gain": sign(row.gain) if row.cost is not None else "", "income": "88.40",
             "yield": "1.42%", "share": "4.11%"}  # fmt: skip
    table.break_page(style.step * (2 + (len(row.lots) if style.lots == "below" else 0)))
    if style.zebra and place % 2:
        table.pencil.shade(*table.edges, style.step)
    if style.lots == "below" and len(row.lots) == 1:
        cells["day"] = us_day(row.lots[0].day)
    _line(table, style, cells)
    if style.symbols == "below":
        label = "CUSIP" if row.cusip else "Symbol"
        _line(table, style, {"name": f"{label}: {key}"})
    if style.lots == "below" and len(row.lots) > 1:
        for lot, value in parts(row):
            cells = {"day": us_day(lot.day), "quantity": plain(lot.quantity, style.places), "value": sign(value),
                     "cost": sign(lot.cost), "gain": sign(value - lot.cost), "price": ""}  # fmt: skip
            _line(table, style, cells)


def _apart(pencil: Pencil, held: Hand) -> None:
    """The lots of all securities in a table of their own."""
    table = Table(
        pencil,
        [
            Column("Symbol", 40),
            Column("Date|Acquired", 100),
            Column("Quantity", -240),
            Column("Unit|Cost", -310),
            Column("Cost|Basis", -390),
            Column("Market|Value", -470),
            Column("Term", 490),
        ],
        step=11,
    )
    pencil.room(60)
    pencil.say("Tax Lot Detail", 40, "B", 14, 10)
    table.head()
    for row in held.rows:
        for lot, value in parts(row) if row.lots else ():
            table.break_page(12)
            cells = [row.symbol or "", us_day(lot.day), plain(lot.quantity, 3), plain(each(lot)), plain(lot.cost)]
            table.line([*cells, plain(value), "Long"])
    pencil.y += 16
