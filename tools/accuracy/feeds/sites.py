"""Exports of brokers' sites: a view of all positions, lots of a private bank, details of one security's lots."""

import csv
import random
from dataclasses import replace

from tools.accuracy.content import bond, cents, cusip, deposit, option, stock
from tools.accuracy.drawing import dollars, plain, us_day
from tools.accuracy.feeds.tables import delimited
from tools.accuracy.houses import till
from tools.accuracy.houses.hands import each, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Lot, Row

Line = list[object]


def ottringham_csv(deal: Deal) -> Drawn:
    """A line of the account's sums above; no names, costs of one unit and gains, options and deposits as symbols."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken, dice.random() < 0.6) for _ in range(dice.randrange(4, 14))]
    exact = [replace(row, value=(row.quantity or ZERO) * (row.price or ZERO)) for row in shares]
    rows = [replace(row, value=row.value.quantize(D("0.0001")), name=row.symbol or "", cost=None) for row in exact]
    calls = [_site_option(dice, row, place % 2 == 0) for place, row in enumerate(shares[: dice.randrange(1, 4)])]
    banks = [replace(deposit(dice, taken), cusip=None, accrued=None, cost=None) for _ in range(dice.randrange(3))]
    paper = [replace(row, name=row.name.replace(" DUE ", " ")) for row in banks]
    dealt = hand(deal, {"": [*paper, *rows, *calls]})
    held = replace(dealt, total=cents(dealt.total))
    lines: list[Line] = [
        ["Account Summary"],
        [
            "Account",
            "Net Account Value",
            "Total Gain $",
            "Total Gain %",
            "Day's Gain Unrealized $",
            "Day's Gain Unrealized %",
            "Available For Withdrawal",
            "Cash Purchasing Power",
        ],
        [
            f"Individual Brokerage -{held.number[-4:]}",
            held.total,
            "1204.11",
            "4.12",
            "-34.86",
            "-.02",
            held.cash,
            held.cash,
        ],
        [],
        [],
        ["View Summary - All Positions"],
        ["Filters applied:"],
        ["Symbol", "Security type(s)", "Sort by", "Sort order", ""],
        ["", "All", "Symbol", "Asc", ""],
        [],
        [
            "Symbol",
            "Last Price $",
            "Change $",
            "Change %",
            "Quantity",
            "Price Paid $",
            "Day's Gain $",
            "Total Gain $",
            "Total Gain %",
            "Value $",
        ],
    ]
    for row in sorted(held.rows, key=lambda row: row.name):
        paid = (row.price or ZERO) * D("0.91")
        gain = row.value * D("0.09")
        lines.append(
            [
                row.name,
                row.price,
                "0.12",
                "0.41",
                f"{row.quantity:.4f}",
                f"{paid:.4f}",
                f"{row.value / 200:.4f}",
                f"{gain:.4f}",
                "9.8901",
                f"{row.value:.4f}",
            ]
        )
    lines.append(["CASH", "", "", "", "", "", "", "", "", held.cash, ""])
    lines.append(
        [
            "TOTAL",
            "",
            "",
            "",
            "",
            cents(held.value * D("0.91")),
            "-34.86",
            cents(held.value * D("0.09")),
            "9.89",
            held.total,
            "",
        ]
    )
    lines += [[], ["Generated at Jun 30 2026 07:12 PM ET"]]
    made = held.closed(deal, as_of="2026-06-30")
    paid_for = tuple(replace(row, cost=row.value - D(f"{row.value * D('0.09'):.4f}")) for row in made.rows)
    return Drawn(delimited(lines, end="\n").encode(), (replace(made, rows=paid_for),), ".csv")


def _site_option(dice: random.Random, under: Row, short: bool) -> Row:
    made = option(dice, under, short)
    day, strike, side = (
        dice.choice(("Jul 17", "Sep 18", "Jan 15")),
        dice.randrange(20, 90),
        dice.choice(("Call", "Put")),
    )
    title = f"{under.symbol} {day} '27 ${strike} {side}"
    return replace(made, name=title, cost=None)


LOTS = (  # noqa: SIM905
    "Account name,Account number,Account type,Sub account,Asset Class,Asset Strategy,Asset Strategy Detail,Description,"
    "Ticker,CUSIP,Quantity,Base CCY,Local CCY,Price,PriceInd,Local Price,Today's Price Change,Price Change %,"
    "Pricing Date,Value,Today's Value Change,Value Change %,Local Value,Cost,Orig Cost (Base),Orig Cost (Local),"
    "Cost Source,Local Cost,Unrealized G/L Amt.,Orig. $ Gain/Loss (Base),Orig. $ Gain/Loss (Local),"
    "Local Unrealized G/L Amt.,Unrealized Gain/Loss (%),Acquisition Date,Adj Date,Unit Cost,Local Unit Cost,Tax term"
).split(",")


def morningside_csv(deal: Deal) -> Drawn:
    """Tax lots of two accounts, a line each with 38 columns; bonds by CUSIP with an original cost; footnotes below."""
    dice, made = deal.dice, []
    lines: list[Line] = [[*LOTS]]
    for title, code in (("Traditional IRA", "traditional_ira"), ("Individual", "taxable_individual")):
        shares = [in_lots(dice, stock(dice, deal.taken), 3) for _ in range(dice.randrange(2, 9))]
        shares = [replace(row, cusip=cusip(dice, deal.taken)) for row in shares]
        debts = [till.bought(dice, bond(dice, deal.taken)) for _ in range(dice.randrange(3))]
        held = hand(deal, {"Equity": shares, "Fixed Income & Cash": debts}, summed=False)
        cash = held.cash or ZERO
        made.append(held.closed(deal, as_of="2026-06-30", registration=code, sweeps=(cash,)))
        front: Line = [title, f"...{held.number[-4:]}", "Brokerage", ""]
        for kind, rows in held.groups.items():
            for row in rows:
                lines += [_lot_line(front, kind, row, lot, value) for lot, value in parts(row)]
        sweep = Lot("", cash, cash)
        money_fund = Row("QDMSQ", "MORNINGSIDE DEPOSIT SWEEP MORNINGSIDE BANK NA", cash, D(1), cash, cash)
        lines.append(_lot_line(front, "Cash & Money Market Funds", money_fund, sweep, cash))
    text = delimited(lines[:1], end="\n") + delimited(lines[1:], quoting=csv.QUOTE_ALL, end="\n")
    text += '\nFOOTNOTES\nP,"This order is pending settlement."\n'
    return Drawn(text.encode(), tuple(made), ".csv")


def _short(value: D) -> str:
    """`1,145`, `801.5`: no zeros at the end."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _lot_line(front: Line, kind: str, row: Row, lot: Lot, value: D) -> Line:
    gain, paid = _short(value - lot.cost), _short(lot.cost)
    unit = lot.cost / lot.quantity * (100 if kind.startswith("Fixed") else 1)
    first = _short(cents(lot.cost * D("1.03"))) if kind.startswith("Fixed") else paid
    term = "Short" if lot.day > "2025-06-30" or not lot.day else "Long"
    percent = _short((100 * (value - lot.cost) / lot.cost).quantize(D("0.01")))
    return [
        *front,
        kind,
        "US Large Cap" if kind == "Equity" else kind,
        "",
        row.name,
        row.symbol or "",
        row.cusip or "",
        _short(lot.quantity),
        "USD",
        "",
        _short(row.price or ZERO),
        "false",
        "",
        "0.12",
        "0.41",
        "06/30/2026 08:00:00",
        _short(value),
        "22.9",
        "0.11",
        "",
        paid,
        first,
        "",
        "",
        "",
        gain,
        gain,
        "",
        "",
        percent,
        us_day(lot.day) if lot.day else "",
        "",
        _short(unit.quantize(D("0.0001"))),
        "",
        term,
    ]


def swallowdale_csv(deal: Deal) -> Drawn:
    """The lots of one security of an account: its symbol and the account only in the title, a total, nothing else."""
    dice = deal.dice
    row = in_lots(dice, stock(dice, deal.taken), 6)
    held = hand(deal, {"": [replace(row, name=row.symbol or "")]}, cash=False)
    lines: list[Line] = [
        [f"{row.symbol} Lot Details for Individual ...{held.number[-3:]} as of 04:05 PM ET, 06/30/2026"],
        [""],
        [
            "Open Date",
            "Quantity",
            "Price",
            "Cost/Share",
            "Market Value",
            "Cost Basis",
            "Gain/Loss ($)",
            "Gain/Loss (%)",
            "Holding Period",
            "",
        ],
    ]
    for one in held.rows:
        for lot, value in parts(one):
            gain = value - lot.cost
            lines.append(
                [
                    us_day(lot.day),
                    plain(lot.quantity, 0),
                    dollars(one.price),
                    dollars(each(lot, 2)),
                    dollars(value),
                    dollars(lot.cost),
                    till.minus(gain),
                    f"{100 * gain / lot.cost:.2f}%",
                    "Long Term" if lot.day < "2025-06-30" else "Short Term",
                    "",
                ]
            )
        lines.append(
            [
                "Total",
                plain(one.quantity, 0),
                "--",
                "--",
                dollars(held.total),
                dollars(one.cost),
                till.minus(one.gain),
                "4.12%",
                "--",
                "",
            ]
        )
    made = replace(
        held.closed(deal, as_of="2026-06-30", registration="taxable_individual"),
        total=None,
        number=f"…{held.number[-3:]}",
    )
    return Drawn(delimited(lines, quoting=csv.QUOTE_ALL).encode(), (made,), ".csv")
