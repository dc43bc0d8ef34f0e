"""Exports of other hands: blanks in heads, a sheet for each account, apostrophes in figures, a printer's text."""

import io
from dataclasses import replace
from typing import Any

from tools.accuracy.content import bond, isin
from tools.accuracy.drawing import bracketed, dollars, plain, swiss
from tools.accuracy.feeds.tables import delimited
from tools.accuracy.houses.hands import Hand, hand, parts, said, some_stocks
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn

Line = list[object]


def merriden_csv(deal: Deal) -> Drawn:
    """Heads with a blank before the comma, dollars in quotes, balances of many names below, a quantity as `--`."""
    shares = some_stocks(deal, 4, 14)
    held = hand(deal, {"": shares})
    lines: list[Line] = [
        ["Exported on: 06/30/2026 05:12 PM ET"],
        ["Account:", f"CMA-Edge {held.number}"],
        [],
        [
            "Symbol ",
            "Description ",
            "Day's Value Change ",
            "Unit Cost ",
            "Quantity ",
            "Price ",
            "Value ",
            "Cost Basis ",
            "Unrealized Gain/Loss ",
        ],
    ]
    for row in held.rows:
        unit = (row.cost or ZERO) / (row.quantity or D(1))
        lines.append(
            [
                row.symbol,
                row.name,
                "$-12.10 -0.10%",
                f"${unit:,.4f}",
                plain(row.quantity, 0),
                dollars(row.price),
                dollars(row.value),
                dollars(row.cost),
                f"{bracketed(row.gain)} 4.10%",
            ]
        )
    lines += [
        [],
        ["Balances", "", "", "", "", "", "", "", ""],
        ["Money accounts", "", "", "", "--", "--", "$0.00", "", ""],
        ["Cash balance", "", "", "", "--", "--", dollars(held.cash), "", ""],
        ["Pending activity", "", "", "", "--", "--", "$0.00"],
        ["Total", "", "", "", "", "", dollars(held.total), dollars(held.cost), ""],
    ]
    return Drawn(delimited(lines, quoting=1).encode(), (held.closed(deal),), ".csv")


def morley_xlsx(deal: Deal) -> Drawn:
    """A sheet for each account, named by it; tables from the third column on; blank lines; texts for negatives."""
    import xlsxwriter  # type: ignore[import-untyped]

    out, accounts = io.BytesIO(), []
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for title, kind in (("Rollover IRA", "traditional_ira"), ("Individual", "taxable_individual")):
        held = hand(
            deal, {"Stocks": some_stocks(deal, 3, 10), "Bonds": [bond(deal.dice, deal.taken) for _ in range(2)]}
        )
        sheet = book.add_worksheet(f"{title} {held.number[-4:]}")
        sheet.write_row(0, 2, [title])
        sheet.write_row(1, 2, ["Account number:", held.number])
        sheet.write_row(2, 2, ["Valuation:", "June 30, 2026"])
        sheet.write_row(4, 2, ["", "", "Holding", "", "Today", "", "Since purchase", ""])
        sheet.write_row(5, 2, ["Identifier", "Security", "Nominal", "Last price", "Worth", "Paid", "Result"])
        _filled(sheet, held)
        accounts.append(held.closed(deal, as_of="2026-06-30", registration=kind))
    book.close()
    return Drawn(out.getvalue(), tuple(accounts), ".xlsx")


def _filled(sheet: Any, held: Hand) -> None:
    place = 6
    for title, rows in held.groups.items():
        sheet.write(place, 2, title)
        place += 1
        for row in rows:
            figures = [float(figure or 0) for figure in (row.quantity, row.price, row.value, row.cost)]
            sheet.write_row(place, 2, [row.symbol or row.cusip, row.name, *figures, bracketed(row.gain)])
            place += 1
        sheet.write_row(place, 3, [f"Subtotal {title}", "", "", float(held.sums[title][0]), float(held.sums[title][1])])
        place += 2
    sheet.write_row(place, 3, ["Cash account", "", "", float(held.cash or 0)])
    sheet.write_row(place + 1, 3, ["Account worth", "", "", float(held.total)])


def dunmail_tsv(deal: Deal) -> Drawn:
    """Apostrophes between thousands, the currency in the cell, day before month, a comment sign before the preamble."""
    rows = [replace(row, symbol=None, isin=isin(deal.dice, deal.taken, "IE")) for row in some_stocks(deal, 4, 12)]
    held = hand(deal, {"": rows})
    lines: list[Line] = [
        ["# Dunmail Custody extract"],
        ["# Portfolio", held.number],
        ["# Date", "30.06.2026"],
        ["ISIN", "Designation", "Nominal", "Ccy", "Rate", "Countervalue", "Entry value"],
    ]
    for row in held.rows:
        lines.append(
            [
                row.isin,
                row.name,
                swiss(row.quantity, 0),
                "USD",
                f"{swiss(row.price)}",
                f"USD {swiss(row.value)}",
                f"USD {swiss(row.cost)}",
            ]
        )
    lines += [
        ["", "Current account", "", "USD", "", f"USD {swiss(held.cash)}", ""],
        ["", "Total", "", "USD", "", f"USD {swiss(held.total)}", ""],
    ]
    return Drawn(delimited(lines, "\t", end="\n").encode("latin-1"), (held.closed(deal, as_of="2026-06-30"),), ".tsv")


def harrowby_txt(deal: Deal) -> Drawn:
    """A printer's text: a ruler of signs, columns by place, lots set in below, a form feed, sums with double lines."""
    held = hand(deal, {"": some_stocks(deal, 4, 14, 3)})
    ruler = "=" * 108
    head = f"{'SYMBOL':<8}{'DESCRIPTION':<30}{'QUANTITY':>12}{'PRICE':>12}{'MARKET VALUE':>18}{'COST BASIS':>18}"
    front = [
        f"HARROWBY CUSTODY SERVICES{'RUN DATE 07/01/26':>83}",
        f"ACCOUNT: {held.number}   POSITIONS AS OF 06/30/2026",
        ruler,
        head,
        ruler,
    ]
    lines = list(front)
    for place, row in enumerate(held.rows):
        if place == 6:
            lines += ["\f" + front[0], *front[1:]]
        figures = f"{plain(row.quantity, 0):>12}{plain(row.price):>12}{plain(row.value):>18}{plain(row.cost):>18}"
        lines.append(f"{row.symbol:<8}{row.name[:29]:<30}{figures}")
        for lot, value in parts(row):
            figures = f"{plain(lot.quantity, 0):>12}{'':>12}{plain(value):>18}{plain(lot.cost):>18}"
            lines.append(f"{'':<10}LOT {said(lot.day, '%d%b%y').upper():<24}{figures}")
    lines += [
        ruler,
        f"{'':<8}{'CASH':<54}{plain(held.cash):>18}",
        f"{'':<8}{'TOTAL ACCOUNT':<54}{plain(held.total):>18}{plain(held.cost):>18}",
        ruler,
    ]
    return Drawn(("\n".join(lines) + "\n").encode(), (held.closed(deal, as_of="2026-06-30"),), ".txt")
