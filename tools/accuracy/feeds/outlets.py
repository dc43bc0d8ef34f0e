"""Exports that say more than is held: lots that repeat their symbol, sums above, a bank's ledger, two days, classes."""

import io
from dataclasses import replace
from typing import Any

from tools.accuracy.content import bond, fund, money, stock
from tools.accuracy.drawing import bracketed, plain, us_day
from tools.accuracy.feeds.markup import SGML
from tools.accuracy.feeds.tables import delimited
from tools.accuracy.houses.hands import each, hand, parts, some_stocks
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

Line = list[object]
DETAIL = ["Account Number", "Name", "Symbol", "CUSIP", "Quantity", "Last ($)", "Market Value ($)", "Total Cost ($)",
          "Unrealized Gain/Loss ($)", "Annual Income ($)", "Product Type", "Trade Date"]  # fmt: skip


def appleby_csv(deal: Deal) -> Drawn:
    """Positions, and below those of several lots each lot with number, name and symbol again; `Multiple` for a day."""
    held = hand(deal, {"": some_stocks(deal, 3, 10, 3)})
    lines: list[Line] = [
        [f"Holdings for Appleby - {held.number}"], ["As of 06/30/2026 11:59 PM ET"],
        [f"Total Value {plain(held.total)}"], [], [*DETAIL],
    ]  # fmt: skip
    for row in held.rows:
        many = len(row.lots) > 1
        front: Line = [held.number, row.name, row.symbol, ""]
        lines.append([*front, row.quantity, row.price, plain(row.value), plain(row.cost), bracketed(row.gain), "12.40",
                      "Stocks / Options", "Multiple" if many else us_day(row.lots[0].day)])  # fmt: skip
        for lot, value in parts(row) if many else ():
            lines.append([*front, lot.quantity, row.price, plain(value), plain(lot.cost), bracketed(value - lot.cost),
                          "", "Stocks / Options", us_day(lot.day)])  # fmt: skip
    lines.append([held.number, "CASH", "", "", "", "", plain(held.cash), "", "", "", "Cash, MMF and BDP", ""])
    return Drawn(
        delimited(lines).encode(), (held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,)),), ".csv"
    )


def bickley_xlsx(deal: Deal) -> Drawn:
    """A household outlined by blanks before names, sums above; fractions as percents, noise in the last digits."""
    kinds = (("Joint Account", "taxable_joint"), ("Roth IRA", "roth_ira"))
    holds, made = [], []
    for kind, code in kinds:
        held = hand(deal, {"Equity": some_stocks(deal, 3, 9)})
        holds.append((kind, held))
        made.append(held.closed(deal, as_of="2026-06-30", registration=code, sweeps=(held.cash or ZERO,)))
    total = sum((held.total for _, held in holds), ZERO)
    sheet: list[Line] = [["Bickley Reporting"], ["Portfolio: Calloway Household"], ["As of: 06/30/2026"], []]
    sheet.append(["Holding", "Ticker", "Units", "Price (USD)", "Value (USD)", "% of Portfolio", "Cost Basis (USD)"])
    sheet.append(["Total", "", "", "", float(total), 1.0, ""])
    for kind, held in holds:
        sheet.append([f"{kind} ({held.number})", "", "", "", float(held.total), float(held.total / total), ""])
        for title, rows in held.groups.items():
            value, cost = held.sums[title]
            sheet.append([f"    {title}", "", "", "", float(value), float(value / total), float(cost)])
            sheet += [_noisy(row, total) for row in rows]
        cash = float(held.cash or ZERO)
        sheet.append(["    Cash", "", "", "", cash, float((held.cash or ZERO) / total), cash])
        sheet.append(["        US Dollar", "", cash, 1.0, cash, float((held.cash or ZERO) / total), cash])
    return Drawn(_workbook(sheet), tuple(made), ".xlsx")


def _noisy(row: Row, total: D) -> Line:
    value = float(row.quantity or ZERO) * float(row.price or ZERO)
    shown = value if round(value, 2) == float(row.value) else float(row.value)
    return [f"        {row.name}", row.symbol, float(row.quantity or ZERO), float(row.price or ZERO), shown,
            float(row.value / total), float(row.cost or ZERO)]  # fmt: skip


def _workbook(lines: list[Line]) -> bytes:
    import xlsxwriter  # type: ignore[import-untyped]

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet: Any = book.add_worksheet("Holdings")
    for place, line in enumerate(lines):
        sheet.write_row(place, 0, line)
    book.close()
    return out.getvalue()


def copford_tsv(deal: Deal) -> Drawn:
    """Kind of account and of asset as codes, minus behind, accruals apart, a trust's long title, bonds per 100."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken, odd=one % 3 == 1) for one in range(dice.randrange(3, 9))]
    few = D(-dice.randrange(2, 9))
    shares[-1] = replace(shares[-1], quantity=few, value=few * (shares[-1].price or ZERO), cost=None)
    bonds = [replace(bond(dice, taken), accrued=money(dice, 2, 300)) for _ in range(dice.randrange(1, 5))]
    held = hand(deal, {"EQ": shares, "FI": bonds})
    lines: list[Line] = [["ACCT", "ACCT TITLE", "REG TYPE", "PROC DATE", "SEC TYPE", "SYMBOL", "CUSIP", "SEC DESC",
                          "TD QTY", "PRICE", "MKT VAL BASE", "ACCRUED INT", "TOT COST BASE"]]  # fmt: skip
    front: Line = [held.number, "FENWICK FAMILY TRUST U/A DTD 01/02/2003", "TRST", "20260630"]
    for kind, rows in held.groups.items():
        lines += [[*front, kind, row.symbol or "", row.cusip or "", row.name, _behind(row.quantity, 3),
                   plain(row.price, 4),
                   _behind(row.value), plain(row.accrued), plain(row.cost)] for row in rows]  # fmt: skip
    lines.append([*front, "CA", "", "", "USD CASH BALANCE", "", "", plain(held.cash), "", ""])
    lines.append([*front, "TOTAL", "", "", "", "", "", plain(held.total), "", ""])
    made = held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,))
    return Drawn(delimited(lines, "\t").encode(), (made,), ".tsv")


def _behind(value: D | None, places: int = 2) -> str:
    return "" if value is None else f"{plain(abs(value), places)}{'-' if value < 0 else ''}"


def dalby_qfx(deal: Deal) -> Drawn:
    """A bank's ledger and an investment account in one file; shares by CUSIP, named in the list without tickers."""
    rows = [replace(bond(deal.dice, deal.taken), cost=None) for _ in range(2)]
    held = hand(deal, {"": rows}, summed=False)
    bank = (
        "<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>USD<BANKACCTFROM>"
        "<BANKID>044000011<ACCTID>990011223344<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20260601"
        "<DTEND>20260630<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260612<TRNAMT>-214.20<FITID>1<NAME>REDGATE UTILITIES"
        "</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>8120.11<DTASOF>20260630</LEDGERBAL></STMTRS></STMTTRNRS>"
        "</BANKMSGSRSV1>"
    )
    found = "".join(_debt(row) for row in held.rows)
    named = "".join(
        f"<DEBTINFO><SECINFO>{_key(row)}<SECNAME>{row.name}</SECINFO><PARVALUE>1000</DEBTINFO>"
        for row in {row.cusip: row for row in held.rows}.values()
    )
    body = (
        f"<OFX><SIGNONMSGSRSV1><SONRS><FI><ORG>Dalby<FID>3</FI></SONRS></SIGNONMSGSRSV1>{bank}<INVSTMTMSGSRSV1>"
        "<INVSTMTTRNRS><TRNUID>2<INVSTMTRS><DTASOF>20260630<CURDEF>USD<INVACCTFROM><BROKERID>dalby.example"
        f"<ACCTID>{held.number}</INVACCTFROM><INVPOSLIST>{found}</INVPOSLIST><INVBAL><AVAILCASH>{held.cash}"
        "<MARGINBALANCE>0<SHORTBALANCE>0</INVBAL></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1><SECLISTMSGSRSV1>"
        f"<SECLIST>{named}</SECLIST></SECLISTMSGSRSV1></OFX>"
    )
    return Drawn((SGML + body).encode(), (held.closed(deal, as_of="2026-06-30"),), ".qfx")


def _key(row: Row) -> str:
    return f"<SECID><UNIQUEID>{row.cusip}<UNIQUEIDTYPE>CUSIP</SECID>"


def _debt(row: Row) -> str:
    return (f"<POSDEBT><INVPOS>{_key(row)}<HELDINACCT>CASH<POSTYPE>LONG<UNITS>{row.quantity}<UNITPRICE>{row.price}"
            f"<MKTVAL>{row.value}<DTPRICEASOF>20260630</INVPOS></POSDEBT>")  # fmt: skip


def esholt_xlsx(deal: Deal) -> Drawn:
    """A plan: balances of two days around units and unit values of the later; a total; elections on the same sheet."""
    dice, taken = deal.dice, deal.taken
    held = hand(deal, {"": [replace(fund(dice, taken), cost=None) for _ in range(dice.randrange(3, 9))]}, cash=False)
    lines: list[Line] = [["Esholt Retirement"], ["Plan", "Slate Paper Co 401(k) Plan"], ["Account", held.number],
                         ["Period", "04/01/2026 - 06/30/2026"], []]  # fmt: skip
    lines.append(["Investment", "Balance on 03/31/2026", "Activity", "Units on 06/30/2026", "Unit Value on 06/30/2026",
                  "Balance on 06/30/2026", "% of Balance"])  # fmt: skip
    for row in held.rows:
        lines.append([row.name, float(row.value - 71), 71.0, float(row.quantity or ZERO), float(row.price or ZERO),
                      float(row.value), float(round(row.value / held.total, 4))])  # fmt: skip
    lines.append(
        ["Total", float(held.total - 71 * len(held.rows)), 71.0 * len(held.rows), "", "", float(held.total), 1.0]
    )
    lines += [[], ["Future elections", "Election %"], *([row.name, 10.0] for row in held.rows)]
    made = held.closed(deal, as_of="2026-06-30", registration="401k")
    return Drawn(_workbook(lines), (made,), ".xlsx")


def felling_csv(deal: Deal) -> Drawn:
    """Sections by their name in each line: net values by class, performance of what was sold, positions with lots."""
    held = hand(deal, {"": some_stocks(deal, 3, 10, 3)})
    lines: list[Line] = [
        ["Statement", "Data", "Period", "June 1, 2026 - June 30, 2026"],
        ["Account Information", "Header", "Field Name", "Field Value"],
        ["Account Information", "Data", "Name", "Ines Calloway"],
        ["Account Information", "Data", "Account", held.number],
        ["Net Asset Value", "Header", "Asset Class", "Prior Total", "Current Long", "Current Short", "Current Total"],
        ["Net Asset Value", "Data", "Cash ", held.cash, held.cash, 0, held.cash],
        ["Net Asset Value", "Data", "Stock", held.value - 90, held.value, 0, held.value],
        ["Net Asset Value", "Data", "Total", held.total - 90, held.total, 0, held.total],
        ["Mark-to-Market Performance Summary", "Header", "Asset Category", "Symbol", "Prior Quantity",
         "Current Quantity", "Prior Price", "Current Price", "Mark-to-Market P/L Total"],
        ["Mark-to-Market Performance Summary", "Data", "Stocks", "SOLD", 100, 0, 12.5, "--", -31.2],
    ]  # fmt: skip
    head = ["DataDiscriminator", "Asset Category", "Currency", "Symbol", "Open", "Quantity", "Mult", "Cost Price",
            "Cost Basis", "Close Price", "Value", "Unrealized P/L", "Code"]  # fmt: skip
    lines.append(["Open Positions", "Header", *head])
    for row in held.rows:
        lines += _open(row)
    lines.append(["Open Positions", "Total", "", "Stocks", "USD", "", "", "", "", "", held.cost, "", held.value,
                  held.value - held.cost, ""])  # fmt: skip
    lines.append(["Financial Instrument Information", "Header", "Asset Category", "Symbol", "Description", "Conid"])
    lines += [["Financial Instrument Information", "Data", "Stocks", row.symbol, row.name, 1200 + place]
              for place, row in enumerate(held.rows)]  # fmt: skip
    facts = {"owner": "Ines Calloway", "sweeps": (held.cash or ZERO,)}
    return Drawn(delimited(lines, end="\n").encode(), (held.closed(deal, as_of="2026-06-30", **facts),), ".csv")


def _open(row: Row) -> list[Line]:
    unit = ((row.cost or ZERO) / (row.quantity or D(1))).quantize(D("0.000001"))
    made: list[Line] = [["Open Positions", "Data", "Summary", "Stocks", "USD", row.symbol, "-", row.quantity, 1, unit,
                         row.cost, row.price, row.value, row.gain, ""]]  # fmt: skip
    for lot, value in parts(row):
        made.append(["Open Positions", "Data", "Lot", "Stocks", "USD", row.symbol, f"{lot.day}, 10:31:07", lot.quantity,
                     "", each(lot, 6), lot.cost, row.price, value, value - lot.cost, "LT"])  # fmt: skip
    return made
