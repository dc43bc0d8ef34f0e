"""Exports of other dialects: old workbooks, text for numbers, stacked tables, formulas around texts."""

import csv
import datetime
import io
from dataclasses import replace

from tools.accuracy.content import bond, cents, isin, money, number, stock, with_lots
from tools.accuracy.drawing import dollars, european, plain
from tools.accuracy.feeds.old_excel import workbook_xls
from tools.accuracy.feeds.tables import delimited
from tools.accuracy.planted import Deal
from tools.accuracy.truth import D, Drawn, spent, worth


def argyle_xls(deal: Deal) -> Drawn:
    """An old workbook: a preamble, a head of two rows, sections with subtotals, purchase dates, notes at the foot."""
    dice = deal.dice
    shares = [with_lots(dice, stock(dice, deal.taken), 1) for _ in range(dice.randrange(3, 10))]
    bonds = [bond(dice, deal.taken) for _ in range(dice.randrange(2, 6))]
    cash, account = money(dice, 10, 60_000), number(dice)
    total = deal.total(worth(shares) + worth(bonds) + cash)
    sums = worth(shares), worth(bonds)
    shares = [replace(row, lots=(replace(row.lots[0], quantity=row.quantity or D(0)),)) for row in deal.shown(shares)]
    bonds = deal.shown(bonds)
    rows: list[list[object]] = [["Argyle Bank, Custody Services"], ["Account", account, None, "Valuation date",
    datetime.date(2026, 5, 29)], [],
        ["Security", None, "Shares /", "Unit", "Market", "Tax", "Date"],
        ["Name", "Identifier", "Par", "Price", "Value", "Cost", "Acquired"]]  # fmt: skip
    for title, part, held in (("Equities", shares, sums[0]), ("Bonds", bonds, sums[1])):
        rows.append([title])
        for row in part:
            day = datetime.date.fromisoformat(row.lots[0].day) if row.lots else None
            rows.append(
                [
                    row.name,
                    row.symbol or row.cusip,
                    float(row.quantity or 0),
                    float(row.price or 0),
                    float(row.value),
                    float(row.cost or 0),
                    day,
                ]
            )
        rows += [[f"Total {title}", None, None, None, float(held)], []]
    rows += [
        ["Cash", None, None, None, float(cash)],
        ["Total account", None, None, None, float(total)],
        [],
        ["Prices of 2 sources; 14 of 30 bonds are estimated."],
    ]
    made = deal.close(account, (*shares, *bonds), total, cash, as_of="2026-05-29")
    return Drawn(workbook_xls(rows), (made,), ".xls")


def burnham_xlsx(deal: Deal) -> Drawn:
    """Two accounts in blocks of one sheet after a sheet of charts' figures; numbers as text."""
    import xlsxwriter  # type: ignore[import-untyped]

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    front = book.add_worksheet("Allocation")
    for place, line in enumerate(
        (["Class", "Weight", "Value"], ["US Equity", "61.2%", "$1,204.00"], ["Bonds", "38.8%", "$763.10"])
    ):
        front.write_row(place, 0, line)
    sheet, y, accounts = book.add_worksheet("Positions"), 0, []
    for title in ("Individual", "Roth IRA"):
        rows = [stock(deal.dice, deal.taken) for _ in range(deal.dice.randrange(3, 12))]
        cash, account = money(deal.dice, 10, 60_000), number(deal.dice)
        total = deal.total(worth(rows) + cash)
        rows = deal.shown(rows)
        sheet.write_row(y, 0, [f"{title} - Account Number: {account}", "", "", "", "As of: 06/30/2026"])
        sheet.merge_range(y + 1, 2, y + 1, 4, "Current")
        sheet.write_row(y + 2, 0, ["Ticker", "Security", "Shares", "Price", "Value", "Cost", "Gain / (Loss)"])
        y += 3
        for row in rows:
            sheet.write_row(
                y,
                0,
                [
                    row.symbol,
                    row.name,
                    plain(row.quantity, 0),
                    dollars(row.price),
                    dollars(row.value),
                    dollars(row.cost),
                    dollars(row.gain),
                ],
            )
            y += 1
        sheet.write_row(y, 0, ["", "Cash", "", "", dollars(cash)])
        sheet.write_row(y + 1, 0, ["", "Total", "", "", dollars(total)])
        y += 4
        accounts.append(deal.close(account, rows, total, cash, as_of="2026-06-30"))
    book.close()
    return Drawn(out.getvalue(), tuple(accounts), ".xlsx")


def cresswell_csv(deal: Deal) -> Drawn:
    """Semicolons, decimal commas with three places of units, dots between thousands, day first."""
    dice = deal.dice
    rows = [
        replace(stock(dice, deal.taken, whole=False), isin=isin(dice, deal.taken, "IE"), symbol=None)
        for _ in range(dice.randrange(4, 16))
    ]
    cash, account = money(dice, 10, 60_000), number(dice)
    total = deal.total(worth(rows) + cash)
    rows = deal.shown(rows)
    lines: list[list[object]] = [["Account number:", account], ["Valuation date:", "31/08/2026"], [],
        ["ISIN", "Instrument", "Units", "Unit price", "Price currency", "Value", "Value currency",
        "Book cost"]]  # fmt: skip
    for row in rows:
        lines.append(
            [
                row.isin,
                row.name,
                european(row.quantity, 3),
                european(row.price),
                "USD",
                european(row.value),
                "USD",
                european(row.cost),
            ]
        )
    lines += [
        ["", "Cash", "", "", "", european(cash), "USD", ""],
        ["", "Total", "", "", "", european(total), "USD", ""],
    ]
    made = deal.close(account, rows, total, cash, as_of="2026-08-31")
    return Drawn(delimited(lines, ";").encode("cp1252"), (made,), ".csv")


def dorrington_csv(deal: Deal) -> Drawn:
    """Stacked tables in one file: balances, positions, tax lots by symbol, activity; line breaks inside heads."""
    dice = deal.dice
    rows = [with_lots(dice, stock(dice, deal.taken), 3) for _ in range(dice.randrange(3, 10))]
    cash, account = money(dice, 10, 60_000), number(dice)
    total = deal.total(worth(rows) + cash)
    rows = deal.shown(rows)
    lines: list[list[object]] = [["Dorrington", "Account:", account, "As of", "2026-06-30"], [], ["BALANCES"],
        ["Cash", plain(cash)], ["Total account value", plain(total)], [], ["POSITIONS"],
        ["Symbol", "Security\nDescription", "Quantity", "Last\nPrice", "Market\nValue", "Cost\nBasis"]]  # fmt: skip
    lines += [
        [row.symbol, row.name, plain(row.quantity, 0), plain(row.price), plain(row.value), plain(row.cost)]
        for row in rows
    ]
    lines += [[], ["TAX LOTS"], ["Symbol", "Open Date", "Quantity", "Cost Basis", "Term"]]
    for row in rows:
        lines += [[row.symbol, lot.day, plain(lot.quantity, 0), plain(lot.cost), "Long"] for lot in row.lots]
    lines += [[], ["ACTIVITY"], ["Date", "Action", "Symbol", "Quantity", "Price", "Amount"],
              ["06/12/2026", "Buy", rows[0].symbol, "10", "1.00", "-10.00"],
              ["06/20/2026", "Dividend", rows[0].symbol, "", "", "12.34"]]  # fmt: skip
    made = deal.close(account, rows, total, cash, as_of="2026-06-30")
    return Drawn(delimited(lines, quoting=csv.QUOTE_ALL).encode(), (made,), ".csv")


def eversholt_tsv(deal: Deal) -> Drawn:
    """Little-endian UTF-16, formulas around texts (="0123"), a trailing tab on each line, blanks around cells."""
    dice = deal.dice
    rows = [stock(dice, deal.taken, odd=True) for _ in range(dice.randrange(4, 16))]
    cash, account = money(dice, 10, 60_000), number(dice)
    total, paid = deal.total(worth(rows) + cash), spent(rows)
    rows = deal.shown(rows)
    lines: list[list[object]] = [["Account", f'="{account}"', ""], ["Date", "06/30/2026", ""], ["", ""],
        ["Symbol", "Name", "Qty", "Price", "Total Value", "Total Cost", "Unrealized P/L", ""]]  # fmt: skip
    for row in rows:
        figures = (plain(row.price), f"{plain(row.value)} ", plain(row.cost), plain(row.gain))
        lines.append([f'="{row.symbol}"', f" {row.name} ", f" {row.quantity} ", *figures, ""])
    lines += [["", "CASH", "", "", plain(cash), "", "", ""], ["", "TOTAL", "", "", plain(total), plain(paid), "", ""]]
    text = "".join("\t".join(map(str, line)) + "\n" for line in lines)
    made = deal.close(account, rows, total, cash, as_of="2026-06-30")
    return Drawn(b"\xff\xfe" + text.encode("utf-16-le"), (made,), ".tsv")


def ironbridge_csv(deal: Deal) -> Drawn:
    """Positions and their lots in one table, told apart by a column; days as 05-Mar-24; shorts with a minus."""
    dice = deal.dice
    rows = [with_lots(dice, stock(dice, deal.taken), 3) for _ in range(dice.randrange(3, 10))]
    account = number(dice)
    total = deal.total(worth(rows))
    rows = deal.shown(rows)
    lines: list[list[object]] = [["Account", account], ["Date", "30-Jun-2026"], [],
        ["Level", "Symbol", "Description", "Acquired", "Quantity", "Price", "Market Value", "Cost Basis"]]  # fmt: skip
    for row in rows:
        lines.append(["Position", row.symbol, row.name, "", row.quantity, row.price, row.value, row.cost])
        for lot in row.lots:
            day = datetime.date.fromisoformat(lot.day).strftime("%d-%b-%y")
            lines.append(
                [
                    "Lot",
                    row.symbol,
                    "",
                    day,
                    lot.quantity,
                    row.price,
                    cents(lot.quantity * (row.price or D(0))),
                    lot.cost,
                ]
            )
    lines.append(["Total", "", "", "", "", "", total, spent(rows)])
    made = deal.close(account, rows, total, as_of="2026-06-30")
    return Drawn(delimited(lines).encode(), (made,), ".csv")
