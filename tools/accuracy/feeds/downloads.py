"""Downloads of today's sites: two accounts with core cash, lots alone, a workbook of groups, a plan, OFX with debt."""

import datetime
import io
from dataclasses import replace
from typing import Any
from xml.sax.saxutils import escape

from tools.accuracy.content import bond, fund, money, option
from tools.accuracy.drawing import dollars, plain, us_day
from tools.accuracy.feeds.markup import SGML, tag
from tools.accuracy.feeds.tables import delimited
from tools.accuracy.houses.hands import each, hand, parts, some_stocks
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

Line = list[object]


def kexby_csv(deal: Deal) -> Drawn:
    """Two accounts: core cash without quantity and two stars, signed gains, pending activity, a disclaimer below."""
    heads = (
        "Account Number,Account Name,Symbol,Description,Quantity,Last Price,Last Price Change,Current Value,"
        "Today's Gain/Loss Dollar,Today's Gain/Loss Percent,Total Gain/Loss Dollar,Total Gain/Loss Percent,"
        "Percent Of Account,Cost Basis Total,Average Cost Basis,Type"
    )
    lines: list[Line] = [list(heads.split(","))]
    accounts = []
    for title, kind in (("ROTH IRA", "roth_ira"), ("Individual - TOD", "taxable_individual")):
        held = hand(deal, {"": some_stocks(deal, 3, 12)}, summed=False)
        front: Line = [held.number, title]
        core = ["CORE**", "HELD IN MONEY MARKET", "", "", "", dollars(held.cash)]
        lines.append([*front, *core, *[""] * 4, "3.1%", "", "", "Cash"])
        lines += [[*front, *_line(row)] for row in held.rows]
        lines.append([*front, "Pending activity", "", "", "", "", "", "", "", "", "", "", "", "", ""])
        accounts.append(held.closed(deal, registration=kind, sweeps=(held.cash or ZERO,)))
    lines += [[], ["The data and information in this spreadsheet is provided to you solely for your use."], []]
    lines.append(["Date downloaded Jul-01-2026 9:14 a.m ET"])
    return Drawn(("\ufeff" + delimited(lines)).encode(), tuple(accounts), ".csv")


def _line(row: Row) -> Line:
    gain, unit = row.gain or ZERO, (row.cost or ZERO) / (row.quantity or D(1))
    signed = f"{'-' if gain < 0 else '+'}${abs(gain):,.2f}"
    share = f"{100 * gain / (row.cost or D(1)):+.2f}%"
    return [row.symbol, row.name, row.quantity, dollars(row.price), "-$0.22", dollars(row.value), "-$8.10", "-0.11%",
            signed, share, "4.1%", dollars(row.cost), f"${unit:,.2f}", "Margin"]  # fmt: skip


def lowick_csv(deal: Deal) -> Drawn:
    """Lots alone, a line each with its account, security and price; no line for the position and no total."""
    lines: list[Line] = [
        ["Acct #", "Ticker", "Security Name", "Open Date", "Term", "Lot Qty", "Price", "Lot Market Value", "Lot Cost",
         "Cost/Share", "Unrealized G/L"]
    ]  # fmt: skip
    held = hand(deal, {"": some_stocks(deal, 4, 12, 3)}, cash=False, summed=False)
    for row in held.rows:
        for lot, value in parts(row):
            term = "Long" if lot.day < "2025-06-30" else "Short"
            lines.append([held.number, row.symbol, row.name, us_day(lot.day), term, lot.quantity, row.price, value,
                          lot.cost, each(lot), value - lot.cost])  # fmt: skip
    return Drawn(delimited(lines, end="\n").encode(), (held.closed(deal),), ".csv")


def melbury_xlsx(deal: Deal) -> Drawn:
    """A planner's workbook: groups as lines, sums in bold below, dollars and shares as numbers, weights."""
    import xlsxwriter  # type: ignore[import-untyped]

    held = hand(deal, {"US Equity": some_stocks(deal, 2, 8), "Fixed Income": [bond(deal.dice, deal.taken)]})
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet("Holdings Report")
    sheet.merge_range(0, 0, 0, 7, "Fenwick Family - Holdings as of June 30, 2026", bold)
    sheet.write_row(1, 0, [f"Account: {held.number}", "", "Prepared by Melbury Partners"])
    heads = ["Asset", "Symbol", "CUSIP", "Shares/Par", "Unit Price", "Mkt Value", "Book Cost", "% Port"]
    sheet.write_row(3, 0, heads, bold)
    place = 4
    for title, rows in held.groups.items():
        sheet.write(place, 0, title, bold)
        for row in rows:
            place += 1
            figures = [float(figure or 0) for figure in (row.quantity, row.price, row.value, row.cost)]
            share = float(round(row.value / held.total, 4))
            sheet.write_row(place, 0, [f"  {row.name}", row.symbol or "", row.cusip or "", *figures, share])
        value, cost = held.sums[title]
        sheet.write_row(place + 1, 0, [f"Total {title}", "", "", "", "", float(value), float(cost)], bold)
        place += 3
    sheet.write_row(place, 0, ["Cash and equivalents", "", "", "", "", float(held.cash or 0), float(held.cash or 0)])
    sheet.write_row(place + 1, 0, ["Total portfolio", "", "", "", "", float(held.total)], bold)
    book.close()
    return Drawn(out.getvalue(), (held.closed(deal, as_of="2026-06-30"),), ".xlsx")


def netley_ofx(deal: Deal) -> Drawn:
    """OFX 1 without ends: long and short shares, an option and a bond, borrowed money as a negative balance."""
    shares = some_stocks(deal, 4, 10)
    low = shares[-1]
    shares[-1] = replace(low, quantity=-(low.quantity or ZERO), value=-low.value)
    calls, bonds = [option(deal.dice, shares[0], True)], [bond(deal.dice, deal.taken)]
    groups = {"STOCK": shares, "OPT": calls, "DEBT": bonds}
    groups = {title: [replace(row, cost=None) for row in rows] for title, rows in groups.items()}
    held = hand(deal, groups, cash=False, summed=False)
    held = replace(held, cash=-money(deal.dice, 100, 9000))
    positions = "".join(_position(kind, row) for kind, rows in held.groups.items() for row in rows)
    known = "".join(_known(kind, row) for kind, rows in groups.items() for row in rows)
    body = (
        "<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20260701<LANGUAGE>ENG</SONRS>"
        "</SIGNONMSGSRSV1><INVSTMTMSGSRSV1><INVSTMTTRNRS><TRNUID>0<STATUS><CODE>0<SEVERITY>INFO</STATUS><INVSTMTRS>"
        "<DTASOF>20260630170000.000[-5:EST]<CURDEF>USD<INVACCTFROM><BROKERID>netley.example"
        f"<ACCTID>{held.number}</INVACCTFROM><INVPOSLIST>{positions}</INVPOSLIST><INVBAL><AVAILCASH>{held.cash}"
        f"<MARGINBALANCE>0.00<SHORTBALANCE>0.00</INVBAL></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>"
        f"<SECLISTMSGSRSV1><SECLIST>{known}</SECLIST></SECLISTMSGSRSV1></OFX>"
    )
    return Drawn((SGML + body).encode(), (held.closed(deal, as_of="2026-06-30"),), ".ofx")


def _key(row: Row) -> str:
    kind = "CUSIP" if row.cusip else "TICKER" if row.symbol else "OTHER"
    key = row.cusip or row.symbol or row.name.replace(" ", "")
    return f"<SECID><UNIQUEID>{key}<UNIQUEIDTYPE>{kind}</SECID>"


def _position(kind: str, row: Row) -> str:
    side = "SHORT" if row.value < 0 else "LONG"
    return (
        f"<POS{kind}><INVPOS>{_key(row)}<HELDINACCT>MARGIN<POSTYPE>{side}<UNITS>{row.quantity}<UNITPRICE>{row.price}"
        f"<MKTVAL>{row.value}<DTPRICEASOF>20260630170000</INVPOS></POS{kind}>"
    )


def _known(kind: str, row: Row) -> str:
    name = tag("SECINFO", _key(row), f"<SECNAME>{escape(row.name)}")
    return tag(f"{kind}INFO", name, "<OPTTYPE>CALL<STRIKEPRICE>50<SHPERCTRCT>100" if kind == "OPT" else "")


def ormesby_csv(deal: Deal) -> Drawn:
    """A plan's download: label and value lines, then funds without tickers, in UTF-16 with tabs and a total."""
    rows = [replace(fund(deal.dice, deal.taken), cost=None) for _ in range(deal.dice.randrange(3, 10))]
    held = hand(deal, {"": rows}, cash=False)
    lines: list[Line] = [
        ["Plan Name:", "Bellweather Tools 401(k) Plan"],
        ["Participant:", "INES CALLOWAY"],
        ["Account:", held.number],
        ["Balance as of:", "Jun 30, 2026"],
        [],
        ["Investment Option", "Asset Class", "Units", "Unit Value", "Balance", "% Invested", "Future %"],
    ]
    for row in held.rows:
        share = f"{100 * row.value / held.total:.1f}%"
        lines.append(
            [row.name, "Large Cap", plain(row.quantity, 3), plain(row.price, 3), dollars(row.value), share, "10%"]
        )
    lines.append(["Total", "", "", "", dollars(held.total), "100%", "100%"])
    return Drawn(delimited(lines, "\t").encode("utf-16"), (held.closed(deal, as_of="2026-06-30"),), ".csv")


def padworth_xlsx(deal: Deal) -> Drawn:
    """Positions with their lots below, outlined: the symbol on the position, a date in its place on the lots."""
    import xlsxwriter

    held = hand(deal, {"": some_stocks(deal, 4, 10, 3)})
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Unrealized")
    sheet.write(0, 0, f"Padworth Clearing - Unrealized Gain/Loss - {held.number}")
    sheet.write(1, 0, "As of 06/30/2026 4:00 PM ET")
    heads = [
        "Symbol",
        "Description",
        "Acquired",
        "Quantity",
        "Price",
        "Market Value",
        "Unit Cost",
        "Total Cost",
        "Gain/Loss",
    ]
    sheet.write_row(3, 0, heads)
    day, place = book.add_format({"num_format": "mm/dd/yyyy"}), 4
    for row in held.rows:
        unit = round((row.cost or ZERO) / (row.quantity or D(1)), 4)
        figures = (row.quantity, row.price, row.value, unit, row.cost, row.gain)
        many = len(row.lots) > 1
        sheet.write_row(place, 0, [row.symbol, row.name, "Various" if many else ""])
        sheet.write_row(place, 3, [float(figure or 0) for figure in figures])
        place = _lots_below(sheet, place, row, day, many)
    sheet.write_row(place, 0, ["Cash", "US DOLLARS", "", float(held.cash or 0), 1.0, float(held.cash or 0)])
    sheet.write_row(place + 2, 0, ["Account total", "", "", "", "", float(held.total), "", float(held.cost)])
    book.close()
    return Drawn(out.getvalue(), (held.closed(deal, as_of="2026-06-30"),), ".xlsx")


def _lots_below(sheet: Any, place: int, row: Row, day: object, many: bool) -> int:
    if not many:
        sheet.write_datetime(place, 2, datetime.datetime.fromisoformat(row.lots[0].day), day)
        return place + 1
    for lot, value in parts(row):
        place += 1
        sheet.write_datetime(place, 2, datetime.datetime.fromisoformat(lot.day), day)
        figures = (lot.quantity, row.price or ZERO, value, each(lot), lot.cost, value - lot.cost)
        sheet.write_row(place, 3, [float(figure) for figure in figures])
    return place + 1
