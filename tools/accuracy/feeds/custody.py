"""Exports of custodians: kinds of record, accounts in one table, sheets that belong together, lots alone."""

import datetime
import io
from dataclasses import replace
from typing import Any

from tools.accuracy.content import bond
from tools.accuracy.drawing import plain
from tools.accuracy.feeds.old_excel import workbook_xls
from tools.accuracy.feeds.tables import delimited
from tools.accuracy.houses.hands import Hand, hand, parts, some_stocks
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Drawn


def pipeworth_csv(deal: Deal) -> Drawn:
    """A custodian's nightly file: bars between cells, a kind of record in front, two accounts, a trailer."""
    hands = [
        hand(deal, {"": [*some_stocks(deal), *(bond(deal.dice, deal.taken) for _ in range(2))]}, summed=False)
        for _ in range(2)
    ]
    lines: list[list[object]] = [
        ["HDR", "PIPEWORTH CUSTODY", "20260630", "POSN"],
        ["REC", "ACCT_NO", "SEC_TYP", "TICKER", "CUSIP", "SEC_DESC", "UNITS", "PX", "MKT_VAL", "COST_AMT", "CCY"],
    ]
    for held in hands:
        for row in held.rows:
            kind = "FI" if row.cusip else "EQ"
            lines.append(
                [
                    "DTL",
                    held.number,
                    kind,
                    row.symbol or "",
                    row.cusip or "",
                    row.name,
                    f"{row.quantity:.5f}",
                    row.price,
                    row.value,
                    row.cost,
                    "USD",
                ]
            )
        lines.append(
            ["DTL", held.number, "CASH", "", "", "US DOLLAR", f"{held.cash:.5f}", "1.00", held.cash, held.cash, "USD"]
        )
    lines.append(["TRL", len(lines) - 2, sum((held.total for held in hands), ZERO)])
    accounts = tuple(held.closed(deal, as_of="2026-06-30") for held in hands)
    return Drawn(delimited(lines, "|").encode(), accounts, ".csv")


def vantry_csv(deal: Deal) -> Drawn:
    """Two accounts in one table with commas at each line's end, a settlement fund, then their transactions."""
    lines: list[list[object]] = [
        ["Account Number", "Investment Name", "Symbol", "Shares", "Share Price", "Total Value", ""]
    ]
    accounts, hands = [], []
    for _ in range(2):
        rows = [replace(row, cost=None) for row in some_stocks(deal)]
        held = hand(deal, {"": rows}, summed=False)
        hands.append(held)
        for row in held.rows:
            lines.append([held.number, row.name.title(), row.symbol, f"{row.quantity:.4f}", row.price, row.value, ""])
        lines.append(
            [held.number, "Vantry Federal Money Market Fund", "VTMXX", f"{held.cash:.4f}", "1.0", held.cash, ""]
        )
        accounts.append(held.closed(deal, sweeps=(held.cash or ZERO,)))
    lines += [
        [],
        [],
        [
            "Account Number",
            "Trade Date",
            "Settlement Date",
            "Transaction Type",
            "Investment Name",
            "Symbol",
            "Shares",
            "Share Price",
            "Net Amount",
            "",
        ],
    ]
    for held in hands:
        first = held.rows[0]
        lines.append(
            [
                held.number,
                "06/12/2026",
                "06/15/2026",
                "Dividend",
                first.name.title(),
                first.symbol,
                "0.00000",
                "0.0",
                "12.34",
                "",
            ]
        )
    return Drawn(delimited(lines).encode(), tuple(accounts), ".csv")


def gantry_xlsx(deal: Deal) -> Drawn:
    """A workbook whose sheets belong together: a summary with the number and sums, positions, tax lots by symbol."""
    import xlsxwriter  # type: ignore[import-untyped]

    held = hand(deal, {"": some_stocks(deal, lots=3)})
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    day = book.add_format({"num_format": "d-mmm-yy"})
    front = book.add_worksheet("Summary")
    for place, line in enumerate(
        (
            ["Gantry Private Wealth"],
            [],
            ["Account", held.number],
            ["Registration", "Traditional IRA"],
            ["Cash", float(held.cash or 0)],
            ["Securities", float(held.value)],
            ["Total account value", float(held.total)],
        )
    ):
        front.write_row(place, 1, line)
    front.write(7, 1, "As of")
    front.write_datetime(7, 2, datetime.date(2026, 6, 30), day)
    _sheets(book, held, day)
    book.close()
    made = held.closed(deal, as_of="2026-06-30", registration="traditional_ira")
    return Drawn(out.getvalue(), (made,), ".xlsx")


def _sheets(book: Any, held: Hand, day: object) -> None:
    sheet = book.add_worksheet("Positions")
    sheet.write_row(
        0, 0, ["Ticker", "Security name", "Units", "Closing price", "Closing value", "Book value", "% of account"]
    )
    for place, row in enumerate(held.rows, 1):
        figures = (row.quantity, row.price, row.value, row.cost)
        sheet.write_row(place, 0, [row.symbol, row.name, *(float(figure or 0) for figure in figures), 0.05])
    lots = book.add_worksheet("Tax lots")
    lots.write_row(0, 0, ["Ticker", "Opened", "Units", "Book value", "Term"])
    place = 0
    for row in held.rows:
        for lot in row.lots:
            place += 1
            lots.write(place, 0, row.symbol)
            lots.write_datetime(place, 1, datetime.date.fromisoformat(lot.day), day)
            lots.write_row(place, 2, [float(lot.quantity), float(lot.cost), "Long"])


def oldcastle_xls(deal: Deal) -> Drawn:
    """Lots alone under lines of `SYM - NAME`, a subtotal for each, a grand total, cash in the preamble."""
    held = hand(deal, {"": some_stocks(deal, lots=3)})
    rows: list[list[object]] = [
        ["Oldcastle Advisers - unrealized gains by lot"],
        [f"Account {held.number}", None, "as of 06/30/2026"],
        ["Cash balance", plain(held.cash)],
        ["Account value", plain(held.total)],
        [],
        ["Security", "Acquired", "Shares", "Price", "Value", "Cost", "Gain"],
    ]
    for row in held.rows:
        rows.append([f"{row.symbol} - {row.name}"])
        for lot, value in parts(row):
            figures = (lot.quantity, row.price or ZERO, value, lot.cost, value - lot.cost)
            rows.append([None, datetime.date.fromisoformat(lot.day), *map(float, figures)])
        sums = (row.value, row.cost or ZERO, row.gain or ZERO)
        rows.append(["Subtotal", None, float(row.quantity or 0), None, *map(float, sums)])
    rows.append(["Grand total", None, None, None, float(held.value), float(held.cost), float(held.value - held.cost)])
    return Drawn(workbook_xls(rows, "Lots"), (held.closed(deal, as_of="2026-06-30"),), ".xls")
