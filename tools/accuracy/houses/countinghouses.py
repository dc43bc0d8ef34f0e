"""Houses of private banks: summaries by class, tables without lines, what has accrued beside each holding."""

from dataclasses import replace

from tools.accuracy.content import bond, cents, fund, stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, plain
from tools.accuracy.houses.hands import across, hand
from tools.accuracy.houses.usual import before, cut, etf, income, incomes, share, treasury
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

ASSETS = (36.0, 172.0, -266.0, -306.0, -356.0, -404.0, -452.0, -500.0, -545.0, -580.0)


def goodwood(deal: Deal) -> Drawn:
    """A private bank: holdings by asset class, names with tickers in brackets, value over accrued income, totals."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "FIXED INCOME": [
            treasury(dice, taken) if dice.random() < 0.5 else bond(dice, taken) for _ in range(dice.randrange(1, 6))
        ],
        "US EQUITY": [stock(dice, taken) for _ in range(dice.randrange(3, 15))],
        "NON-US EQUITY": [etf(dice, taken) for _ in range(dice.randrange(1, 4))],
    }
    held = hand(deal, groups)
    cash = held.cash or ZERO
    made = held.closed(deal, as_of="2026-06-30", sweeps=(cash,))
    pencil = Pencil(landscape=True, font=dice.choice(("Helvetica", "Sans")), size=7)

    def frame(one: Pencil) -> None:
        across(one, (40, -752), ("Goodwood Private Wealth", "Statement Detail"), "B", 14, 11)
        across(
            one, (40, -752), (f"FENWICK FAMILY TRUST   Account No. {held.number}", "Period Ended June 30, 2026"), "", 20
        )
        one.at(40, f"Portfolio No: {held.number}", "", 6, 590)
        one.at(-752, f"Page {one.pages} of 12", "", 6, 590)

    pencil.on_page = frame
    pencil.page()
    pencil.say("Overview", 40, "B", 16, 12)
    across(
        pencil,
        (40, -330, -430, -520),
        ("PORTFOLIO ALLOCATION", "Market Value", "Percentage", "Est. Annual Income"),
        "B",
        12,
    )
    for label, value in (
        ("CASH, DEPOSITS & MONEY MARKET FUNDS", cash),
        *((title, value) for title, (value, _) in held.sums.items()),
    ):
        across(
            pencil,
            (40, -330, -430, -520),
            (label, plain(value), share(value, held.total, 2), plain(cents(value * D("0.0153")))),
            "",
            12,
        )
    across(
        pencil,
        (40, -330, -430, -520),
        ("TOTAL PORTFOLIO", plain(held.total), "100.00%", plain(cents(held.total * D("0.0153")))),
        "B",
        24,
    )
    across(pencil, (40, -330, -430), ("INVESTMENT RESULTS", "Current Month", "Current Year"), "B", 12)
    for label, value in (
        ("Beginning Market Value", before(held.total, 4)),
        ("Net Deposits (Withdrawals)", D("-1200")),
        ("Ending Market Value", held.total),
    ):
        across(pencil, (40, -330, -430), (label, bracketed(value), bracketed(cents(value * D("0.97")))), "", 12)
    pencil.page()
    columns = [
        Column("", 40),
        Column("Quantity /|Current Face", -270),
        Column("Market Price", -330),
        Column("Market Value /|Accrued Income", -410),
        Column("Unit Cost", -470),
        Column("Adjusted Cost /|Original Cost", -550),
        Column("Unrealized|Gain (Loss)", -620),
        Column("Yield to Maturity /|Current Yield", -694),
        Column("Estimated|Annual Income", -752),
    ]
    table = Table(pencil, columns, step=9)
    pencil.say("Holdings", 40, "B", 16, 12)
    pencil.say("CASH, DEPOSITS & MONEY MARKET FUNDS", 40, "B", 11)
    table.head()
    table.line(
        [
            "GOODWOOD BANK USA DEPOSIT (BDA)",
            plain(cash),
            "1.0000",
            plain(cash),
            "1.0000",
            plain(cash),
            "0.00",
            "3.2500",
            plain(cents(cash * D("0.0325"))),
        ],
        step=14,
    )
    table.line(
        [
            "TOTAL CASH, DEPOSITS & MONEY MARKET FUNDS",
            "",
            "",
            plain(cash),
            "",
            plain(cash),
            "0.00",
            "",
            plain(cents(cash * D("0.0325"))),
        ],
        "B",
        20,
    )
    for title, rows in held.groups.items():
        pencil.room(80)
        pencil.say(title, 40, "B", 11)
        table.head()
        _goodwood_rows(table, rows)
        value, cost = held.sums[title]
        accrued = sum((row.accrued or ZERO for row in rows), ZERO)
        table.line(
            [
                f"TOTAL {title}",
                "",
                "",
                plain(value),
                "",
                plain(cost),
                bracketed(value - cost),
                "",
                plain(incomes(rows)),
            ],
            "B",
            9,
        )
        table.line(["", "", "", plain(accrued) if accrued else ""], step=20)
    table.break_page(40)
    table.line(["", "", "", "Market Value", "", "Adjusted Cost", "", "", ""], step=10)
    table.line(
        ["TOTAL PORTFOLIO", "", "", plain(held.total), "", plain(held.cost + cash), bracketed(held.value - held.cost)],
        "B",
        20,
    )
    pencil.say(
        "Cost may be adjusted for amortization or accretion. Please refer to the end.",
        40,
        "",
        10,
        6,
    )
    return pencil.drawn(made)


def _goodwood_rows(table: Table, rows: list[Row]) -> None:
    for row in rows:
        table.break_page(34)
        lines = cut(f"{row.name} ({row.symbol})" if row.symbol else f"{row.name} (CUSIP {row.cusip})", 38)
        unit = (row.cost or ZERO) / (row.quantity or D(1)) * (100 if row.cusip else 1)
        table.line(
            [
                lines[0],
                plain(row.quantity, 3),
                plain(row.price, 4),
                plain(row.value),
                plain(unit, 4),
                plain(row.cost),
                bracketed(row.gain),
                "1.5300",
                plain(income(row)),
            ]
        )
        table.line([lines[1] if len(lines) > 1 else "", "", "", plain(row.accrued)])
        for line in lines[2:]:
            table.line([line])
        table.pencil.y += 3


def netherfield(deal: Deal) -> Drawn:
    """A trust company: portfolio details by sector without symbols for funds of its own, accruals beside values."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "Equity Securities": [stock(dice, taken) for _ in range(dice.randrange(4, 16))],
        "Fixed Income Securities": [treasury(dice, taken) for _ in range(dice.randrange(1, 5))],
        "Commingled Funds": [replace(fund(dice, taken), kinds=()) for _ in range(dice.randrange(0, 3))],
    }
    held = hand(deal, {title: rows for title, rows in groups.items() if rows})
    cash = held.cash or ZERO
    made = held.closed(deal, as_of="2026-06-30", sweeps=(cash,))
    pencil = Pencil(landscape=True, font="Serif", size=7.5)

    def frame(one: Pencil) -> None:
        across(one, (40, -752), ("Netherfield Trust", "June 1, 2026 - June 30, 2026"), "B", 12, 10)
        across(
            one,
            (40, -752),
            (f"Account Statement   Account Number {held.number}   CALLOWAY REVOCABLE TRUST", f"Page {one.pages}"),
            "",
            22,
        )

    pencil.on_page = frame
    pencil.page()
    pencil.say("Portfolio Summary", 40, "B", 14, 12)
    across(
        pencil,
        (40, -330, -430, -520, -600),
        ("Asset Class", "Market Value", "% of Total", "Est. Annual Income", "Yield"),
        "B",
        12,
    )
    for label, value in (
        *((title, value) for title, (value, _) in held.sums.items()),
        ("Cash and Short Term Investments", cash),
    ):
        across(
            pencil,
            (40, -330, -430, -520, -600),
            (label, dollars(value), share(value, held.total, 1), dollars(cents(value * D("0.0153"))), "1.5%"),
            "",
            12,
        )
    across(
        pencil,
        (40, -330, -430, -520, -600),
        ("Total Portfolio", dollars(held.total), "100.0%", dollars(cents(held.total * D("0.0153"))), "1.5%"),
        "B",
        30,
    )
    columns = [
        Column("", 48),
        Column("Last Price", -330),
        Column("Quantity", -400),
        Column("Market|Value", -476),
        Column("Cost", -546),
        Column("Unrealized|Gain/Loss", -612),
        Column("Accrual", -660),
        Column("Estimated|Annual Income", -715),
        Column("Yield", -752),
    ]
    table = Table(pencil, columns, step=11)
    table.again = lambda: pencil.say("Portfolio Details (continued)", 40, "B", 14, 11)
    pencil.room(120)
    pencil.say("Portfolio Details", 40, "B", 14, 12)
    for title, rows in held.groups.items():
        pencil.room(70)
        pencil.say(title, 40, "B", 12, 9)
        table.head()
        for row in rows:
            table.break_page(24)
            code = f" ({row.symbol})" if row.symbol else ""
            accrual = plain(row.accrued) if row.accrued else "0.00"
            table.line(
                [
                    row.name + code,
                    dollars(row.price) if row.symbol else plain(row.price, 3),
                    plain(row.quantity, 3 if row.symbol is None and row.cusip is None else 2),
                    dollars(row.value),
                    dollars(row.cost),
                    dollars(row.gain),
                    accrual,
                    plain(income(row)),
                    "1.5%",
                ]
            )
            if row.cusip:
                table.line([f"Moody's: Aaa   CUSIP {row.cusip}"])
        value, cost = held.sums[title]
        accrued = sum((row.accrued or ZERO for row in rows), ZERO)
        table.line(
            [
                f"Total {title}",
                "",
                "",
                dollars(value),
                dollars(cost),
                dollars(value - cost),
                plain(accrued),
                plain(incomes(rows)),
                "1.5%",
            ],
            "B",
            20,
        )
    pencil.room(70)
    pencil.say("Cash and Short Term Investments", 40, "B", 12, 9)
    table.head()
    table.line(["PRINCIPAL CASH", "$1.00", plain(cash), dollars(cash), dollars(cash), "$0.00", "0.00", "0.00", "0.0%"])
    table.line(["Total Cash and Short Term Investments", "", "", dollars(cash), dollars(cash)], "B", 16)
    table.line(
        ["Total Portfolio", "", "", dollars(held.total), dollars(held.cost + cash), dollars(held.value - held.cost)],
        "B",
        16,
    )
    return pencil.drawn(made)
