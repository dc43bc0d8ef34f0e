"""Downloads as the large brokers' web sites give them: footnotes below, several accounts, sections in one file."""

import csv
import datetime
import io
from dataclasses import replace
from typing import Any

from tools.accuracy.content import bond, cents, fund, moves, stock
from tools.accuracy.drawing import dollars, plain
from tools.accuracy.feeds.markup import SGML, tag
from tools.accuracy.houses.hands import Hand, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import etf, settled, share, signed
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

Line = list[object]
AT_FENBRIDGE = (
    "Account Number",
    "Account Name",
    "Symbol",
    "Description",
    "Quantity",
    "Last Price",
    "Last Price Change",
    "Current Value",
    "Today's Gain/Loss Dollar",
    "Today's Gain/Loss Percent",
    "Total Gain/Loss Dollar",
    "Total Gain/Loss Percent",
    "Percent Of Account",
    "Cost Basis Total",
    "Average Cost Basis",
    "Type",
)
AT_SCHOLES = (
    "Symbol",
    "Description",
    "Qty (Quantity)",
    "Price",
    "Price Chng % (Price Change %)",
    "Price Chng $ (Price Change $)",
    "Mkt Val (Market Value)",
    "Day Chng % (Day Change %)",
    "Day Chng $ (Day Change $)",
    "Cost Basis",
    "Gain $ (Gain/Loss $)",
    "Gain % (Gain/Loss %)",
    "Ratings",
    "Reinvest?",
    "Reinvest Capital Gains?",
    "% of Acct (% of Account)",
    "Security Type",
)


def _text(lines: list[Line], quoting: Any = csv.QUOTE_MINIMAL) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n", quoting=quoting).writerows(lines)
    return out.getvalue()


def _sign(value: D) -> str:
    return f"{'-' if value < 0 else '+'}${abs(value):.2f}"


def _mixed(deal: Deal, bonds: bool = False, summed: bool = True) -> Hand:
    dice, taken = deal.dice, deal.taken
    rows = [stock(dice, taken, odd=dice.random() < 0.3) for _ in range(dice.randrange(2, 9))]
    rows += [etf(dice, taken) for _ in range(dice.randrange(1, 5))] + [
        class_fund(dice, taken) for _ in range(dice.randrange(0, 3))
    ]
    held = [bond(dice, taken) for _ in range(dice.randrange(0, 3))] if bonds else []
    return hand(deal, {"": [*rows, *held]}, summed=summed)


def fenbridge_csv(deal: Deal) -> Drawn:
    """Two accounts in one list, the core fund without units, signs of dollars, pending activity, sentences below."""
    dice = deal.dice
    lines: list[Line] = [[*AT_FENBRIDGE]]
    made = []
    for name, code in (("Individual - TOD", "taxable_individual"), ("ROTH IRA", "roth_ira"))[: dice.randrange(1, 3)]:
        held = _mixed(deal, summed=False)
        held = replace(held, number=f"{dice.choice('XZ')}{dice.randrange(10**7, 10**8)}")
        core = held.cash or ZERO
        made.append(held.closed(deal, as_of="2026-06-30", registration=code, sweeps=(core,)))
        lines.append(
            [
                held.number,
                name,
                "FNXXX**",
                "HELD IN MONEY MARKET",
                "",
                "",
                "",
                f"${core}",
                "",
                "",
                "",
                "",
                share(core, held.total, 2),
                "",
                "",
                "Cash",
            ]
        )
        for row in held.rows:
            gain, cost = row.gain or ZERO, row.cost or D(1)
            change = cents(row.value / 210)
            lines.append(
                [
                    held.number,
                    name,
                    row.symbol,
                    row.name,
                    row.quantity,
                    f"${row.price}",
                    "+$0.31",
                    f"${row.value}",
                    _sign(change),
                    "+0.48%",
                    _sign(gain),
                    f"{gain * 100 / cost:+.2f}%",
                    share(row.value, held.total, 2),
                    f"${cost}",
                    f"${cost / (row.quantity or 1):.2f}",
                    "Margin" if (row.symbol or "") < "M" else "Cash",
                ]
            )
    foot = (
        '"The data and information in this spreadsheet is provided to you solely for your use and is '
        "not for distribution. The spreadsheet is provided for informational purposes only, and is not "
        'intended to provide advice."',
        '"Brokerage services are provided by Fenbridge Brokerage Services LLC, 900 Alder Street, Salem, '
        'OR 97301. Member NYSE and SIPC."',
        '"Date downloaded Jun-30-2026 4:05 p.m ET"',
    )
    return Drawn(("\ufeff" + _text(lines) + "\r\n\r\n" + "\r\n\r\n".join(foot) + "\r\n").encode(), tuple(made), ".csv")


def scholes_csv(deal: Deal) -> Drawn:
    """All accounts below one another, each under its name, every cell in quotes, cash and total as rows."""
    dice = deal.dice
    lines: list[Line] = [["Positions for All-Accounts as of 04:05 PM ET, 2026/06/30"], []]
    made = []
    for name, code in (
        ("Joint Tenant", "taxable_joint"),
        ("Roth Contributory IRA", "roth_ira"),
        ("Rollover IRA", "traditional_ira"),
    )[: dice.randrange(1, 4)]:
        held = _mixed(deal, bonds=True)
        held = replace(held, number=f"XXXX-{dice.randrange(1000, 9999)}")
        cash = held.cash or ZERO
        facts: dict[str, Any] = {"as_of": "2026-06-30", "sweeps": (cash,)}
        made.append(held.closed(deal, registration=code, **facts))
        lines += [[f"{name} ...{held.number[-4:]}"], [*AT_SCHOLES]]
        for row in held.rows:
            gain, cost = row.gain or ZERO, row.cost or D(1)
            kind = (
                "Fixed Income"
                if row.cusip
                else "ETFs & Closed End Funds"
                if "ETF" in row.name
                else "Mutual Fund"
                if "FUND" in row.name
                else "Equity"
            )
            lines.append(
                [
                    row.symbol or row.cusip,
                    row.name,
                    plain(row.quantity, 4).rstrip("0").rstrip("."),
                    row.price,
                    "0.11%",
                    "$0.31",
                    f"${plain(row.value)}",
                    "0.48%",
                    "$12.10",
                    f"${plain(cost)}",
                    dollars(gain).replace("($", "-$").replace(")", ""),
                    f"{gain * 100 / cost:.2f}%",
                    "--",
                    "No",
                    "N/A" if row.cusip else "No",
                    share(row.value, held.total, 2),
                    kind,
                ]
            )
        lines.append(
            [
                "Cash & Cash Investments",
                "--",
                "--",
                "--",
                "--",
                "--",
                f"${plain(cash)}",
                "0%",
                "$0.00",
                "N/A",
                "N/A",
                "N/A",
                "--",
                "--",
                "--",
                share(cash, held.total, 2),
                "Cash and Money Market",
            ]
        )
        lines.append(
            [
                "Account Total",
                "--",
                "--",
                "--",
                "--",
                "--",
                f"${plain(held.total)}",
                "0.4%",
                "$80.11",
                f"${plain(held.cost)}",
                plain(held.value - held.cost),
                "4.1%",
                "--",
                "--",
                "--",
                "--",
                "--",
            ]
        )
        lines += [[], []]
    return Drawn(_text(lines, csv.QUOTE_ALL).replace('""\r\n', "\r\n").encode(), tuple(made), ".csv")


def mainsail_csv(deal: Deal) -> Drawn:
    """Holdings of several accounts without costs, empty last column, then the trades in a second table."""
    dice = deal.dice
    lines: list[Line] = [["Account Number", "Investment Name", "Symbol", "Shares", "Share Price", "Total Value", ""]]
    later: list[Line] = [
        [
            "Account Number",
            "Trade Date",
            "Settlement Date",
            "Transaction Type",
            "Transaction Description",
            "Investment Name",
            "Symbol",
            "Shares",
            "Share Price",
            "Principal Amount",
            "Commissions and Fees",
            "Net Amount",
            "Accrued Interest",
            "Account Type",
            "",
        ]
    ]
    made = []
    for _ in range(dice.randrange(1, 3)):
        rows = [replace(row, cost=None) for row in _mixed_rows(deal)]
        held = hand(deal, {"": rows}, summed=False)
        held = replace(held, number=str(dice.randrange(10**7, 10**8)))
        cash = held.cash or ZERO
        done = moves(dice, rows, 2026, 6)
        made.append(held.closed(deal, sweeps=(cash,), moves=tuple(done)))
        lines.append([held.number, "MAINSAIL FEDERAL MONEY MARKET INVESTOR CL", "MSXXX", cash, "1.0000", cash, ""])
        lines += [[held.number, row.name, row.symbol, row.quantity, row.price, row.value, ""] for row in held.rows]
        said = {"buy": ("Buy", "Buy"), "sell": ("Sell", "Sell"), "reinvest": ("Reinvestment", "Dividend Reinvestment")}
        for move in done:
            count, amount = signed(move)
            day = move.day if move.side == "reinvest" else f"{settled(move.day):%Y-%m-%d}"
            later.append(
                [
                    held.number,
                    move.day,
                    day,
                    *said[move.side],
                    move.name,
                    move.symbol,
                    count,
                    f"{move.amount / move.quantity:.4f}",
                    amount,
                    "0.0",
                    amount,
                    "0.0",
                    "CASH",
                    "",
                ]
            )
    return Drawn((_text(lines) + "\r\n\r\n\r\n\r\n" + _text(later)).encode(), tuple(made), ".csv")


def _mixed_rows(deal: Deal) -> list[Row]:
    dice, taken = deal.dice, deal.taken
    return [etf(dice, taken) for _ in range(dice.randrange(2, 6))] + [
        class_fund(dice, taken) for _ in range(dice.randrange(1, 4))
    ]


def ibstock_csv(deal: Deal) -> Drawn:
    """An activity statement as sections in one file: each line begins with its section and whether it is a head."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken) for _ in range(dice.randrange(3, 12))]
    low = stock(dice, taken)
    short = (
        [replace(low, quantity=-(low.quantity or ZERO), value=-low.value, cost=-(low.cost or ZERO))]
        if dice.random() < 0.5
        else []
    )
    held = replace(hand(deal, {"": [*shares, *short]}), number=f"U{dice.randrange(10**6, 10**8)}")
    cash = held.cash or ZERO
    done = [move for move in moves(dice, shares, 2026, 6) if move.side != "reinvest"]
    made = held.closed(deal, as_of="2026-06-30", owner="Ines Calloway", sweeps=(cash,), moves=tuple(done))
    long = sum((row.value for row in held.rows if row.value > 0), ZERO)
    lines: list[Line] = [
        ["Statement", "Header", "Field Name", "Field Value"],
        ["Statement", "Data", "BrokerName", "Ibstock Brokers LLC"],
        ["Statement", "Data", "Title", "Activity Statement"],
        ["Statement", "Data", "Period", "June 1, 2026 - June 30, 2026"],
        ["Statement", "Data", "WhenGenerated", "2026-07-01, 02:11:40 EDT"],
        ["Account Information", "Header", "Field Name", "Field Value"],
        ["Account Information", "Data", "Name", "Ines Calloway"],
        ["Account Information", "Data", "Account", held.number],
        ["Account Information", "Data", "Account Type", "Individual"],
        ["Account Information", "Data", "Base Currency", "USD"],
        [
            "Net Asset Value",
            "Header",
            "Asset Class",
            "Prior Total",
            "Current Long",
            "Current Short",
            "Current Total",
            "Change",
        ],
        ["Net Asset Value", "Data", "Cash ", cash - 31, cash, 0, cash, 31],
        ["Net Asset Value", "Data", "Stock", held.value - 900, long, held.value - long, held.value, 900],
        [
            "Net Asset Value",
            "Data",
            "Total",
            held.total - 931,
            held.total - held.value + long,
            held.value - long,
            held.total,
            931,
        ],
        ["Net Asset Value", "Header", "Time Weighted Rate of Return"],
        ["Net Asset Value", "Data", "2.41%"],
        [
            "Open Positions",
            "Header",
            "DataDiscriminator",
            "Asset Category",
            "Currency",
            "Symbol",
            "Quantity",
            "Mult",
            "Cost Price",
            "Cost Basis",
            "Close Price",
            "Value",
            "Unrealized P/L",
            "Code",
        ],
    ]
    for row in held.rows:
        unit = f"{(row.cost or ZERO) / (row.quantity or D(1)):.9f}"
        lines.append(
            [
                "Open Positions",
                "Data",
                "Summary",
                "Stocks",
                "USD",
                row.symbol,
                row.quantity,
                1,
                unit,
                row.cost,
                row.price,
                row.value,
                row.gain,
                "",
            ]
        )
    lines.append(
        [
            "Open Positions",
            "Total",
            "",
            "Stocks",
            "USD",
            "",
            "",
            "",
            "",
            held.cost,
            "",
            held.value,
            held.value - held.cost,
            "",
        ]
    )
    lines.append(
        [
            "Trades",
            "Header",
            "DataDiscriminator",
            "Asset Category",
            "Currency",
            "Symbol",
            "Date/Time",
            "Quantity",
            "T. Price",
            "C. Price",
            "Proceeds",
            "Comm/Fee",
            "Basis",
            "Realized P/L",
            "MTM P/L",
            "Code",
        ]
    )
    for move in done:
        count, amount = signed(move)
        price = f"{move.amount / move.quantity:.4f}"
        lines.append(
            [
                "Trades",
                "Data",
                "Order",
                "Stocks",
                "USD",
                move.symbol,
                f"{move.day}, 10:15:00",
                count,
                price,
                price,
                amount,
                -1,
                -amount + 1,
                0,
                0,
                "O" if count > 0 else "C",
            ]
        )
    lines += [
        ["Cash Report", "Header", "Currency Summary", "Currency", "Total", "Securities", "Futures", ""],
        ["Cash Report", "Data", "Starting Cash", "Base Currency Summary", cash - 31, cash - 31, 0, ""],
        ["Cash Report", "Data", "Ending Cash", "Base Currency Summary", cash, cash, 0, ""],
        [
            "Financial Instrument Information",
            "Header",
            "Asset Category",
            "Symbol",
            "Description",
            "Conid",
            "Security ID",
            "Multiplier",
            "Type",
            "Code",
        ],
    ]
    lines += [
        [
            "Financial Instrument Information",
            "Data",
            "Stocks",
            row.symbol,
            row.name,
            dice.randrange(10**6, 10**9),
            "",
            1,
            "COMMON",
            "",
        ]
        for row in held.rows
    ]
    return Drawn(("\ufeff" + _text(lines)).encode(), (made,), ".csv")


def oriel_xlsx(deal: Deal) -> Drawn:
    """An adviser's book: household, account, custodian and class before each asset; dates as dates, sums below."""
    import xlsxwriter  # type: ignore[import-untyped]

    dice = deal.dice
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Portfolio Audit")
    day = book.add_format({"num_format": "m/d/yyyy"})
    sheet.merge_range(0, 0, 0, 13, "Oriel Portfolio Holdings Report")
    sheet.write_row(1, 0, ["As Of Date:", "", "Representative: L. Hargreave"])
    sheet.write_datetime(1, 1, datetime.date(2026, 6, 30), day)
    heads = [
        "Household Name",
        "Account Name",
        "Account Number",
        "Account Type",
        "Custodian",
        "Ticker",
        "CUSIP",
        "Asset Name",
        "Asset Class",
        "Units",
        "Price",
        "Price Date",
        "Market Value",
        "Cost Basis",
        "Unrealized Gain/Loss",
        "% of Account",
    ]
    sheet.write_row(3, 0, heads)
    at, made = 4, []
    for owner, kind, code in (
        ("Odalys Fenwick", "Individual", "taxable_individual"),
        ("Tobias R. Marchetti", "Roth IRA", "roth_ira"),
    )[: dice.randrange(1, 3)]:
        held = _mixed(deal, bonds=True)
        cash = held.cash or ZERO
        made.append(held.closed(deal, as_of="2026-06-30", registration=code, owner=owner, sweeps=(cash,)))
        front = ["Fenwick-Marchetti Household", f"{owner} {kind}", held.number, kind, "Northclear"]
        for row in held.rows:
            group = "Taxable Bond" if row.cusip else "US Equity"
            sheet.write_row(
                at,
                0,
                [
                    *front,
                    row.symbol or "",
                    row.cusip or "",
                    row.name,
                    group,
                    float(row.quantity or 0),
                    float(row.price or 0),
                ],
            )
            sheet.write_datetime(at, 11, datetime.date(2026, 6, 30), day)
            sheet.write_row(
                at, 12, [float(row.value), float(row.cost or 0), float(row.gain or 0), float(row.value / held.total)]
            )
            at += 1
        sheet.write_row(at, 0, [*front, "CASH", "", "Cash", "Cash & Equivalents", float(cash), 1.0])
        sheet.write_row(at, 12, [float(cash), float(cash), 0.0, float(cash / held.total)])
        sheet.write_row(at + 1, 0, ["", f"Total {owner} {kind}"])
        sheet.write_row(at + 1, 12, [float(held.total), float(held.cost + cash), float(held.value - held.cost), 1.0])
        at += 2
    sheet.write(at, 0, "Grand Total")
    sheet.write(at, 12, float(sum((one.total or ZERO for one in made), ZERO)))
    sheet.write(
        at + 2, 0, "Source: custodial data as reconciled nightly. Past performance is no guarantee of future results."
    )
    book.close()
    return Drawn(out.getvalue(), tuple(made), ".xlsx")


def teagarth_qfx(deal: Deal) -> Drawn:
    """A plan and a brokerage window in one download: funds by CUSIP with names in the list, bonds per 100, money."""
    dice, taken = deal.dice, deal.taken
    rows = [replace(fund(dice, taken), cost=None) for _ in range(dice.randrange(2, 6))]
    debts = [replace(bond(dice, taken), cost=None) for _ in range(dice.randrange(0, 3))]
    shares = [replace(stock(dice, taken), cost=None) for _ in range(dice.randrange(1, 5))]
    held = hand(deal, {"MF": rows, "DEBT": debts, "STOCK": shares}, summed=False)
    coded = {row.name: f"TGF{place:06d}" for place, row in enumerate(rows)}
    body = "".join(_position(row, kind, coded) for kind, found in held.groups.items() for row in found)
    known = "".join(_known(row, kind, coded) for kind, found in held.groups.items() for row in dict.fromkeys(found))
    text = tag(
        "OFX",
        "<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20260701063000<LANGUAGE>ENG<FI><ORG>Teagarth<FID>7201</FI><INTU.BID>07201</SONRS></SIGNONMSGSRSV1>"
        "<INVSTMTMSGSRSV1><INVSTMTTRNRS><TRNUID>0<STATUS><CODE>0<SEVERITY>INFO</STATUS><INVSTMTRS><DTASOF>20260630160000.000[-4:EDT]<CURDEF>USD"
        f"<INVACCTFROM><BROKERID>teagarth.example<ACCTID>{held.number}</INVACCTFROM><INVTRANLIST><DTSTART>20260401<DTEND>20260630</INVTRANLIST>"
        f"<INVPOSLIST>{body}</INVPOSLIST><INVBAL><AVAILCASH>{held.cash}<MARGINBALANCE>0.00<SHORTBALANCE>0.00</INVBAL></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>"
        f"<SECLISTMSGSRSV1><SECLIST>{known}</SECLIST></SECLISTMSGSRSV1>",
    )
    return Drawn((SGML + text).encode(), (held.closed(deal, as_of="2026-06-30"),), ".qfx")


def _key(row: Row, coded: dict[str, str]) -> str:
    kind = "CUSIP" if row.cusip else "TICKER" if row.symbol else "OTHER"
    key = row.cusip or row.symbol or coded[row.name]
    return tag("SECID", f"<UNIQUEID>{key}<UNIQUEIDTYPE>{kind}")


def _position(row: Row, kind: str, coded: dict[str, str]) -> str:
    said = f"{_key(row, coded)}<HELDINACCT>OTHER<POSTYPE>LONG<UNITS>{row.quantity}<UNITPRICE>{row.price}"
    return tag(f"POS{kind}", tag("INVPOS", f"{said}<MKTVAL>{row.value}<DTPRICEASOF>20260630160000.000[-4:EDT]"))


def _known(row: Row, kind: str, coded: dict[str, str]) -> str:
    ticker = f"<TICKER>{row.symbol}" if row.symbol else ""
    said = f"{_key(row, coded)}<SECNAME>{row.name.replace('&', '&amp;')}{ticker}<UNITPRICE>{row.price}<DTASOF>20260630"
    return tag(f"{kind}INFO", tag("SECINFO", said))
