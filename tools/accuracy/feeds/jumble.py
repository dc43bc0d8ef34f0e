"""A jumble: each seed another dialect of an export: words, signs, encodings, preambles, accounts, lots, sums."""

import io
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from tools.accuracy.content import bond, option, stock
from tools.accuracy.drawing import bracketed, dollars, european, us_day
from tools.accuracy.feeds.spellings import Dialect, dialect
from tools.accuracy.feeds.tables import delimited
from tools.accuracy.houses.hands import Hand, hand, in_lots, parts, said
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

Write = Callable[[D | None], object]


def jumble(deal: Deal) -> Drawn:
    """One or two accounts as a delimited text or a workbook in the dialect of the seed."""
    dice = deal.dice
    style = dialect(dice)
    single = "account" not in style.order
    if style.cash == "label" and (not single or not style.front):
        style = replace(style, cash="row")
    lines, made, dated = [], [], "asof" in style.order or bool(style.front)
    for place in range(1 if single else dice.choice((1, 1, 2))):
        held = _dealt(deal, style)
        lines += _front(style, held) if style.front and not place else []
        lines += [[style.heads[kind] for kind in style.order]] if not place else []
        lines += _account(style, held)
        day = "2026-06-30" if dated else None
        made.append(held.closed(deal, as_of=day, sweeps=(held.cash or ZERO,)))
    if style.foot:
        lines += [[], ["This file is provided for information only and is not an official statement of your account."]]
    data, ending = _file(dice, style, lines)
    return Drawn(data, tuple(made), ending)


def _dealt(deal: Deal, style: Dialect) -> Hand:
    """Shares, and bonds and an option where the order has a place for their identifiers."""
    dice, taken = deal.dice, deal.taken
    rows = [stock(dice, taken, dice.random() < 0.5, odd=place % 5 == 4) for place in range(dice.randrange(3, 14))]
    rows = [in_lots(dice, row, 3) for row in rows] if style.lots else rows
    if "cusip" in style.order and not style.lots:
        rows += [bond(dice, taken) for _ in range(dice.randrange(3))]
    if dice.random() < 0.3 and not style.lots:
        rows.append(option(dice, rows[0], dice.random() < 0.5))
    if "cost" not in style.order:
        rows = [replace(row, cost=None) for row in rows]
    return hand(deal, {"": rows}, summed=style.sums and style.lots != "alone", cash=style.lots != "alone")


def _writer(style: Dialect) -> Write:
    if style.write == "bare":
        return lambda value: "" if value is None else str(value)
    return {"dollars": _signed, "commas": bracketed, "european": european}[style.write]


def _count(style: Dialect, quantity: D) -> str:
    """Units, without a sign of currency and with all their places."""
    if style.write != "european":
        return str(quantity)
    return european(quantity, 0 if quantity == quantity.to_integral() else 3)


def _signed(value: D | None) -> str:
    return "" if value is None else dollars(value)


def _front(style: Dialect, held: Hand) -> list[list[object]]:
    write = _writer(style)
    if style.front == "title":
        lines: list[list[object]] = [[f"Holdings for account {held.number} as of 06/30/2026"]]
    else:
        lines = [["Account Number:", held.number], ["As of:", said("2026-06-30", "%B %d, %Y")]]
    return [*lines, *([["Cash:", write(held.cash)]] if style.cash == "label" else []), []]


def _account(style: Dialect, held: Hand) -> list[list[object]]:
    write, lines = _writer(style), []
    for row in held.rows:
        figures = {"quantity": row.quantity, "price": row.price, "value": row.value, "cost": row.cost}
        if style.lots == "alone":
            for lot, value in parts(row):
                lot_figures = {**figures, "quantity": lot.quantity, "value": value, "cost": lot.cost}
                lines.append(_cells(style, held, row, lot_figures, us_day(lot.day)))
            continue
        day = us_day(row.lots[0].day) if len(row.lots) == 1 else ""
        lines.append(_cells(style, held, row, figures, day))
        if style.lots and len(row.lots) > 1:
            for lot, value in parts(row):
                cells = {"quantity": _count(style, lot.quantity), "value": write(value), "cost": write(lot.cost)}
                cells |= {"gain": write(value - lot.cost), "day": us_day(lot.day)}
                lines.append([cells.get(kind, "") for kind in style.order])
    return [*lines, *_end(style, held)]


def _cells(style: Dialect, held: Hand, row: Row, figures: dict[str, D | None], day: str) -> list[object]:
    write = _writer(style)
    value, cost = figures["value"] or ZERO, figures["cost"]
    unit = None if cost is None or not row.quantity else (cost / (figures["quantity"] or D(1))).quantize(D("0.0001"))
    cells: dict[str, object] = {kind: write(figure) for kind, figure in figures.items()}
    cells["quantity"] = _count(style, figures["quantity"] or ZERO)
    cells["price"] = european(row.price, 3) if style.write == "european" and row.cusip else cells["price"]
    cells["price"] = str(row.price) if row.cusip and style.write != "european" else cells["price"]
    cells |= {"gain": write(None if cost is None else value - cost), "unit": write(unit), "change": write(D("-0.12"))}
    kind = "Bond" if row.cusip else "Option" if row.kinds else "Equity"
    cells |= {"account": held.number, "symbol": row.symbol or "", "cusip": row.cusip or "", "name": row.name}
    cells |= {"class": kind, "share": "4.11%", "asof": "06/30/2026", "day": day}
    return [cells.get(kind, "") for kind in style.order]


def _end(style: Dialect, held: Hand) -> list[list[object]]:
    """Cash and the sum, where the file has them."""
    write = _writer(style)
    lines: list[list[object]] = []
    base: dict[str, object] = {"account": held.number, "class": "Cash", "asof": "06/30/2026"}
    if held.cash is not None and style.cash != "label":
        cells = {**base, "name": style.cash_word, "value": write(held.cash)}
        if style.cash == "units":
            cells |= {"quantity": _count(style, held.cash), "price": write(D("1.00"))}
        lines.append([cells.get(kind, "") for kind in style.order])
    if held.summed:
        first = next(kind for kind in style.order if kind in ("symbol", "name"))
        cells = {first: style.sum_word, "value": write(held.total)}
        cells |= {"account": held.number} if "account" in style.order else {}
        lines.append([cells.get(kind, "") for kind in style.order])
    return lines


def _file(dice: random.Random, style: Dialect, lines: Sequence[Sequence[object]]) -> tuple[bytes, str]:
    """Text in one of several encodings, or a workbook of texts and numbers."""
    if style.write == "bare" and dice.random() < 0.5:
        return _workbook(lines), ".xlsx"
    delimiter = ";" if style.write == "european" else dice.choice(",,,\t|")
    text = delimited(lines, delimiter, quoting=dice.choice((0, 1)))
    return text.encode(dice.choice(("utf-8", "utf-8-sig", "cp1252", "utf-16"))), ".csv"


def _workbook(lines: Sequence[Sequence[object]]) -> bytes:
    import xlsxwriter  # type: ignore[import-untyped]

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Positions")
    for place, line in enumerate(lines):
        for at, cell in enumerate(line):
            number = str(cell).replace(".", "", 1).lstrip("-").isdigit() and len(str(cell)) < 16 and "." in str(cell)
            sheet.write(place, at, float(str(cell)) if number else cell)
    book.close()
    return out.getvalue()
