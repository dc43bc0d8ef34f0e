"""Invented exports: delimited files in many encodings and dialects, workbooks with merged heads and Excel dates."""

import csv
import datetime
import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from tools.accuracy.content import bond, isin, money, number, option, stock, with_lots
from tools.accuracy.drawing import dollars, european, plain
from tools.accuracy.feeds.old_excel import workbook_xls
from tools.accuracy.planted import Deal
from tools.accuracy.truth import CENT, D, Drawn, Row, spent, worth

Cells = Sequence[Sequence[object]]


def delimited(
    rows: Cells, delimiter: str = ",", quoting: Literal[0, 1, 2, 3] = csv.QUOTE_MINIMAL, end: str = "\r\n"
) -> str:
    """The rows as a delimited text."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end)
    writer.writerows(rows)
    return out.getvalue()


def _hand(deal: Deal, whole: bool = False, least: int = 5, most: int = 25) -> tuple[list[Row], D, str]:
    dice = deal.dice
    rows = [stock(dice, deal.taken, whole, odd=place % 4 == 0) for place in range(dice.randrange(least, most))]
    return rows, money(dice, 10, 60_000), number(dice)


def marlowe_csv(deal: Deal) -> Drawn:
    """Every cell in quotes, a title line, dollar signs, percents, dashes for none, cash and a total as last rows."""
    rows, cash, account = _hand(deal)
    total = deal.total(worth(rows) + cash)
    cost = spent(rows)
    rows = deal.shown(rows)
    title = f"Positions for account Individual ...{account[-4:]} as of 04:02 PM ET, 06/30/2026"
    lines: list[list[object]] = [[title], [],
        ["Symbol", "Description", "Qty (Quantity)", "Price", "Price Chng % (Price Change %)", "Mkt Val (Market Value)",
         "Cost Basis", "Gain $ (Gain/Loss $)", "Gain % (Gain/Loss %)", "Reinvest?", "% of Acct (% of Account)",
         "Security Type"]]  # fmt: skip
    for row in rows:
        gain = row.gain or D(0)
        lines.append([row.symbol, row.name, plain(row.quantity, 3), dollars(row.price), "-0.78%", dollars(row.value),
                      dollars(row.cost), f"-${-gain:,.2f}" if gain < 0 else f"${gain:,.2f}", "+4.12%", "Yes", "3.11%",
                      "Equity"])  # fmt: skip
    lines.append(["Cash & Cash Investments", "--", "--", "--", "0%", dollars(cash), "--", "--", "--", "--", "1%",
                  "Cash and Money Market"])  # fmt: skip
    lines.append(["Account Total", "--", "--", "--", "+0.5%", dollars(total), dollars(cost), "--", "--", "--", "--",
                  "--"])  # fmt: skip
    made = deal.close(account, rows, total, cash, as_of="2026-06-30")
    return Drawn(delimited(lines, quoting=csv.QUOTE_ALL).encode(), (made,), ".csv")


def corbin_csv(deal: Deal) -> Drawn:
    """Several accounts in one table with a byte order mark, a core fund without a quantity, a disclaimer at the end."""
    lines: list[list[object]] = [["Account Number", "Account Name", "Symbol", "Description", "Quantity", "Last Price",
        "Last Price Change", "Current Value", "Today's Gain/Loss Dollar", "Percent Of Account", "Cost Basis Total",
        "Average Cost Basis", "Type"]]  # fmt: skip
    accounts = []
    for title in ("Individual - TOD", "ROTH IRA"):
        rows, cash, account = _hand(deal, most=14)
        rows = deal.shown(rows, summed=False)
        lines.append(
            [account, title, "CBXX**", "CORBIN MONEY MARKET", "", "", "", dollars(cash), "", "4%", "", "", "Cash"]
        )
        for row in rows:
            unit = ((row.cost or D(0)) / (row.quantity or D(1))).quantize(CENT)
            lines.append([account, title, row.symbol, row.name, row.quantity, dollars(row.price), "+$0.12",
                          dollars(row.value), "-$14.20", "6.5%", dollars(row.cost), dollars(unit), "Cash"])  # fmt: skip
        accounts.append(deal.close(account, rows, None, cash, sweeps=(cash,)))
    lines += [[], ["The data and information in this spreadsheet is provided\nsolely for your use, and is not advice. "
                   "Over 1,200 funds, 3 of 4."], [], ["Date downloaded Jun-30-2026 at 9:31 p.m ET"]]  # fmt: skip
    return Drawn(b"\xef\xbb\xbf" + delimited(lines).encode(), tuple(accounts), ".csv")


def delft_csv(deal: Deal) -> Drawn:
    """Decimal commas between semicolons, cp1252 with accents and a currency column, a total of its own line."""
    rows, cash, account = _hand(deal, whole=True)
    rows = [replace(row, symbol=None, isin=isin(deal.dice, deal.taken), name=f"{row.name} Société") for row in rows]
    total = deal.total(worth(rows) + cash)
    rows = deal.shown(rows)
    lines: list[list[object]] = [
        ["Delft & Fils", "Account number", account],
        ["Date", "30.09.2026"],
        [],
        ["Name", "ISIN", "Quantity", "Price", "Currency", "Market value", "Purchase value"],
    ]
    for row in rows:
        lines.append([row.name, row.isin, european(row.quantity, 0), european(row.price), "USD", european(row.value),
                      european(row.cost)])  # fmt: skip
    lines += [["Cash", "", "", "", "USD", european(cash), ""], ["Total", "", "", "", "USD", european(total), ""]]
    made = deal.close(account, rows, total, cash, as_of="2026-09-30")
    return Drawn(delimited(lines, ";").encode("cp1252"), (made,), ".csv")


def ludgate_tsv(deal: Deal) -> Drawn:
    """UTF-16 with tabs, descriptions that hold newlines and tabs in quotes, sections, bonds and options."""
    rows, cash, account = _hand(deal, most=12)
    rows = [replace(row, name=f"{row.name}\nCLASS A") for row in rows]
    bonds = [bond(deal.dice, deal.taken) for _ in range(deal.dice.randrange(2, 6))]
    options = [option(deal.dice, rows[0], True), option(deal.dice, rows[1], False)]
    total = deal.total(worth(rows) + worth(bonds) + worth(options) + cash)
    parts = {"Stocks": rows, "Bonds": bonds, "Options": options}
    sums = {title: worth(part) for title, part in parts.items()}
    parts = {title: deal.shown(part) for title, part in parts.items()}
    lines: list[list[object]] = [["Ludgate Securities"], ["Account:", account], ["Statement date:", "2026-08-31"], []]
    for title, part in parts.items():
        lines += [[title], ["Symbol/CUSIP", "Description", "Quantity", "Price", "Beginning Value", "Ending Value",
                            "Cost Basis"]]  # fmt: skip
        for row in part:
            lines.append([row.symbol or row.cusip or "", row.name, row.quantity, row.price, plain(row.value - 17),
                          row.value, row.cost])  # fmt: skip
        lines += [[f"Subtotal of {title}", "", "", "", "", sums[title]], []]
    lines += [["Cash", "", "", "", "", cash], ["Total", "", "", "", "", total]]
    rows = [replace(row, name=row.name.replace("\n", " ")) for part in parts.values() for row in part]
    made = deal.close(account, rows, total, cash, as_of="2026-08-31")
    return Drawn(delimited(lines, "\t").encode("utf-16"), (made,), ".tsv")


def pembury_csv(deal: Deal) -> Drawn:
    """Pipes, lots alone with dates in words, losses in parentheses, a short position, totals of each security."""
    rows = [with_lots(deal.dice, stock(deal.dice, deal.taken), 3) for _ in range(deal.dice.randrange(4, 12))]
    account = number(deal.dice)
    total = deal.total(worth(rows))
    rows = deal.shown(rows)
    lines: list[list[object]] = [[f"Account {account}", "as of March 31, 2026"],
        ["Symbol", "Description", "Acquired", "Shares", "Price", "Value", "Cost", "Gain/Loss"]]  # fmt: skip
    for row in rows:
        for lot in row.lots:
            shares = row.quantity if len(row.lots) == 1 else lot.quantity
            held = row.value if len(row.lots) == 1 else (lot.quantity * (row.price or D(0))).quantize(CENT)
            day = datetime.date.fromisoformat(lot.day).strftime("%b %d, %Y")
            gain = held - lot.cost
            lines.append([row.symbol, row.name, day, shares, row.price, held, lot.cost,
                          f"({-gain})" if gain < 0 else gain])  # fmt: skip
        if len(row.lots) > 1:
            lines.append([f"Total {row.symbol}", "", "", row.quantity, "", row.value, row.cost, ""])
    lines += [["Total", "", "", "", "", total, spent(rows), ""]]
    made = deal.close(account, rows, total, as_of="2026-03-31")
    return Drawn(delimited(lines, "|", end="\n").encode(), (made,), ".csv")


def tilbury_xlsx(deal: Deal) -> Drawn:
    """A workbook: merged titles and a head of two rows, numbers as numbers, Excel dates of lots, a second sheet."""
    import xlsxwriter  # type: ignore[import-untyped]

    rows = [with_lots(deal.dice, stock(deal.dice, deal.taken), 1) for _ in range(deal.dice.randrange(4, 20))]
    cash, account = money(deal.dice, 10, 60_000), number(deal.dice)
    total = deal.total(worth(rows) + cash)
    rows = [replace(row, lots=(replace(row.lots[0], quantity=row.quantity or D(0)),)) for row in deal.shown(rows)]
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "mm/dd/yyyy"})
    sheet = book.add_worksheet("Holdings")
    sheet.merge_range(0, 0, 0, 8, "Tilbury Wealth - Holdings", bold)
    sheet.write_row(1, 0, ["Account number", account, "", "As of"])
    sheet.write_datetime(1, 4, datetime.date(2026, 6, 30), day)
    sheet.merge_range(3, 0, 3, 2, "Security", bold)
    sheet.merge_range(3, 3, 3, 5, "Position", bold)
    sheet.merge_range(3, 6, 3, 8, "Purchase", bold)
    sheet.write_row(
        4, 0, ["Symbol", "Name", "Class", "Quantity", "Price", "Market Value", "Date", "Unit Cost", "Cost Basis"]
    )
    for place, row in enumerate(rows, 5):
        sheet.write_row(place, 0, [row.symbol, row.name, "Equity", float(row.quantity or 0), float(row.price or 0),
                                   float(row.value)])  # fmt: skip
        sheet.write_datetime(place, 6, datetime.date.fromisoformat(row.lots[0].day), day)
        sheet.write_number(place, 7, float((row.cost or D(0)) / (row.quantity or D(1))))
        sheet.write_number(place, 8, float(row.cost or 0))
    last = 5 + len(rows)
    sheet.write_row(last, 0, ["", "Cash", "", "", "", float(cash)])
    sheet.write(last + 1, 1, "Total", bold)
    sheet.write_formula(last + 1, 5, f"=SUM(F6:F{last + 1})", bold, float(total))
    flows = book.add_worksheet("Activity")
    flows.write_row(0, 0, ["Date", "Type", "Symbol", "Amount"])
    flows.write_row(1, 0, ["06/12/2026", "Dividend", rows[0].symbol, 12.34])
    book.close()
    made = deal.close(account, rows, total, cash, as_of="2026-06-30")
    return Drawn(out.getvalue(), (made,), ".xlsx")


def bare_csv(deal: Deal) -> Drawn:
    """A bare export: no title, no account, no total; headers of small letters with underscores; plain numbers."""
    rows, _, _ = _hand(deal)
    rows = deal.shown(rows, summed=False)
    lines: list[list[object]] = [["symbol", "security_name", "quantity", "price", "market_value", "cost_basis"]]
    lines += [[row.symbol, row.name, row.quantity, row.price, row.value, row.cost] for row in rows]
    made = replace(deal.close("", rows, None), number="")
    return Drawn(delimited(lines, end="\n").encode(), (made,), ".csv")


def tilbury_xls(deal: Deal) -> Drawn:
    """An old workbook: a head of two rows, dates of purchase as days, numbers as numbers, a total."""
    rows = [with_lots(deal.dice, stock(deal.dice, deal.taken), 1) for _ in range(deal.dice.randrange(4, 20))]
    cash, account = money(deal.dice, 10, 60_000), number(deal.dice)
    total = deal.total(worth(rows) + cash)
    rows = [replace(row, lots=(replace(row.lots[0], quantity=row.quantity or D(0)),)) for row in deal.shown(rows)]
    day = datetime.date(2026, 6, 30)
    cells: list[list[object]] = [["Tilbury Wealth"], ["Account number", account, None, "As of", day], [],
         ["Ticker", "Security", None, "Unit", "Market", "Cost", "Purchase"],
        ["Symbol", "Name", "Quantity", "Price", "Value", "Basis", "Date"]]  # fmt: skip
    for row in rows:
        bought = datetime.date.fromisoformat(row.lots[0].day)
        figures = (row.quantity, row.price, row.value, row.cost)
        cells.append([row.symbol, row.name, *(float(figure or 0) for figure in figures), bought])
    cells += [[None, "Cash", None, None, float(cash)], [None, "Total", None, None, float(total)]]
    made = deal.close(account, rows, total, cash, as_of="2026-06-30")
    return Drawn(workbook_xls(cells), (made,), ".xls")
