"""Houses of brokers with branches and of independent advisers: symbols above names, lots apart, moves by day."""

from dataclasses import replace

from tools.accuracy.content import PEOPLE, bond, cents, deposit, stock
from tools.accuracy.drawing import Column, Pencil, Table, dollars, plain, us_day
from tools.accuracy.houses.hands import across, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import address, before, cut, etf, income, incomes, month, signed
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move


def ellerton(deal: Deal) -> Drawn:
    """A firm of one-broker offices: values last, no symbols, deposits by maturity, funds by what was invested."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE)
    groups = {
        "Certificates of Deposit": [deposit(dice, taken) for _ in range(dice.randrange(0, 4))],
        "Stocks": [replace(stock(dice, taken), symbol=None) for _ in range(dice.randrange(1, 9))],
        "Exchange Traded & Closed End Funds": [
            replace(etf(dice, taken), symbol=None) for _ in range(dice.randrange(0, 5))
        ],
        "Mutual Funds": [replace(class_fund(dice, taken), symbol=None) for _ in range(dice.randrange(2, 8))],
    }
    unique = {title: list({row.name: row for row in rows}.values()) for title, rows in groups.items()}
    plainly = {title: [replace(row, cusip=None, accrued=None) for row in rows] for title, rows in unique.items()}
    held = hand(deal, {title: rows for title, rows in plainly.items() if rows})
    cash = held.cash or ZERO
    made = held.closed(deal, as_of="2026-06-30", sweeps=(cash,), registration="traditional_ira")
    pencil = Pencil(size=8)

    def frame(one: Pencil) -> None:
        across(one, (40, -572), ("Ellerton & Rowe", f"Account Holder(s) {owner}"), "B", 11)
        across(
            one,
            (40, -572),
            ("201 Progress Parkway, Maryland Heights, MO 63043-3042", f"Account Number {held.number}"),
            "",
            11,
        )
        across(one, (40, -572), ("", "Statement Date May 30 - Jun 30, 2026"), "", 11)
        across(one, (40, -572), ("", f"Page {one.pages} of 4"), "", 22)

    pencil.on_page = frame
    pencil.page()
    pencil.say(address(dice, owner), 40, "", 11)
    pencil.y += 14
    pencil.say("Traditional Individual Retirement Account - Select", 40, "B", 16, 11)
    pencil.say(
        "Your Retirement Roadmap\nIt's a good time to review your beneficiaries.",
        40,
        "",
        12,
    )
    pencil.y += 10
    across(pencil, (40, -300), ("Account Value", ""), "B", 14, 11)
    across(pencil, (40, -300), (dollars(held.total), ""), "B", 14, 14)
    for label, value in (
        ("1 Month Ago", before(held.total, 6)),
        ("1 Year Ago", before(held.total, 0)),
        ("3 Years Ago", before(held.total, 3)),
    ):
        across(pencil, (40, -300), (label, dollars(value)), "", 12)
    pencil.y += 10
    across(pencil, (40, -400, -520), ("Value Summary", "This Period", "This Year"), "B", 13, 10)
    for label, now, year in (
        ("Beginning value", before(held.total, 6), before(held.total, 1)),
        ("Assets added to account", ZERO, D("2500")),
        ("Assets withdrawn from account", ZERO, ZERO),
        ("Fees and charges", D("-41.10"), D("-240.80")),
        ("Change in value", held.total - before(held.total, 6) + D("41.10"), D("900.10")),
    ):
        across(
            pencil,
            (40, -400, -520),
            (label, dollars(now).replace("(", "-").replace(")", ""), dollars(year).replace("(", "-").replace(")", "")),
            "",
            12,
        )
    across(pencil, (40, -400), ("Ending Value", dollars(held.total)), "B", 16)
    pencil.say("For more information regarding the Value Summary section, please visit our website.", 40, "", 20, 7)
    pencil.room(80)
    pencil.say("Asset Details (as of Jun 30, 2026)", 40, "B", 13, 11)
    pencil.say("additional details at www.ellertonrowe.example/access", 40, "", 14, 7)
    pencil.say("Assets Held At Ellerton & Rowe", 40, "B", 14, 9)
    places = (40.0, -275.0, -335.0, -398.0, -494.0, -572.0)
    across(
        pencil,
        places,
        ("Cash & Money Market Funds", "", "Beginning Balance", "Deposits", "Withdrawals", "Ending Balance"),
        "B",
        12,
    )
    across(pencil, places, ("Cash", "", "$0.00", "", "", "$0.00"), "", 12)
    across(pencil, places, ("Money Market 0.05%*", "", dollars(cash - 10), "$10.00", "$0.00", dollars(cash)), "", 12)
    pencil.say("* The average yield on the money market fund for the past seven days.", 40, "", 18, 6.5)
    for title, rows in held.groups.items():
        pencil.room(60)
        if title == "Certificates of Deposit":
            heads, show = ("", "Maturity Date", "Maturity Value", "Cost Basis", "Price", "Value"), None
        elif title == "Mutual Funds":
            heads, show = ("", "Price", "Quantity", "Cost Basis", "Unrealized Gain/Loss", "Value"), 3
        else:
            heads, show = ("", "Price", "Quantity", "Cost Basis", "Unrealized Gain/Loss", "Value"), 4
        head = (title, *heads[1:])
        across(pencil, places, head, "B", 13)
        for row in rows:
            pencil.room(26, lambda head=head: across(pencil, places, head, "B", 13))  # type: ignore[misc]
            lines = cut(row.name.title() if row.name.isupper() and show else row.name, 40)
            if show is None:
                cells = (
                    row.name.split()[-1],
                    plain(row.quantity),
                    dollars(row.cost),
                    "$" + plain(row.price, 3),
                    dollars(row.value),
                )
            else:
                cells = (
                    "$" + plain(row.price),
                    plain(row.quantity, show),
                    dollars(row.cost),
                    dollars(row.gain).replace("($", "-$").replace(")", ""),
                    dollars(row.value),
                )
            across(pencil, places, (lines[0], *cells), "", 11)
            for line in lines[1:]:
                pencil.say(line, 40, "", 11)
        pencil.y += 8
    across(pencil, places, ("Total Account Value", "", "", "", "", dollars(held.total)), "B", 20)
    pencil.say(
        "Your Relationship and Mailing Group(s)\nThis account is part of mailing group 1 of your household.",
        40,
        "",
        11,
        7,
    )
    return pencil.drawn(made)


def lindale(deal: Deal) -> Drawn:
    """An independent dealer: account holdings with the symbol over the name, by kind, cost over its average, trades."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE)
    groups = {
        "EQUITIES AND OPTIONS": [stock(dice, taken) for _ in range(dice.randrange(0, 10))],
        "EXCHANGE TRADED PRODUCTS": [etf(dice, taken) for _ in range(dice.randrange(1, 9))],
        "MUTUAL FUNDS": [class_fund(dice, taken) for _ in range(dice.randrange(2, 9))],
        "FIXED INCOME": [bond(dice, taken) for _ in range(dice.randrange(0, 4))],
    }
    held = hand(deal, {title: rows for title, rows in groups.items() if rows})
    cash = held.cash or ZERO
    done = month(dice, held)
    made = held.closed(deal, as_of="2026-06-30", sweeps=(cash,), moves=tuple(done))
    pencil = Pencil(landscape=True, font=dice.choice(("Helvetica", "Sans")), size=7.5)

    def frame(one: Pencil) -> None:
        across(one, (40, -752), ("Lindale Financial", "Statement Period: June 1 - June 30, 2026"), "B", 13, 9)
        across(
            one,
            (40, -752),
            (f"{owner.upper()}   Strategic Asset Management", f"Account Number: {held.number}"),
            "",
            22,
        )

        one.at(-752, f"{one.pages} of 6", "", 6, 590)

    pencil.on_page = frame
    pencil.page()
    across(pencil, (40, -300, -400), ("ACCOUNT SUMMARY", "Quarter to Date", "Year to Date"), "B", 13)
    for label, value in (
        ("Starting Value", before(held.total, 4)),
        ("Total Change in Value", held.total - before(held.total, 4)),
        ("  Inflows", ZERO),
        ("  Outflows", D("-320.55")),
        ("Total Ending Value (June 30, 2026)", held.total),
    ):
        across(pencil, (40, -300, -400), (label, dollars(value), dollars(cents(value * D("0.99")))), "", 12)
    pencil.y += 12
    columns = [
        Column("SECURITY ID/|DESCRIPTION", 40),
        Column("QUANTITY", -300),
        Column("PRICE ($)", -360),
        Column("MARKET|VALUE ($)", -436),
        Column("COST BASIS ($)/|AVG. PRICE ($)", -520),
        Column("UNREALIZED|GAIN/LOSS ($)", -596),
        Column("EST. 30-DAY|YIELD", -660),
        Column("EST. ANNUAL|INCOME ($)", -752),
    ]
    table = Table(pencil, columns, step=10)
    pencil.say("ACCOUNT HOLDINGS", 40, "B", 14, 11)
    pencil.say("CASH AND CASH EQUIVALENTS", 40, "B", 12)
    across(pencil, (40, -360, -436), ("DESCRIPTION", "INTEREST / DIVIDEND PAID", "CURRENT BALANCE"), "B", 11)
    across(pencil, (40, -360, -436), ("INSURED CASH ACCOUNT*", "1.04", plain(cash)), "", 11)
    pencil.say("Goldrush Bank USA  1,000.00    *Bank Deposit Sweep accounts are FDIC insured.", 52, "", 11, 6.5)
    across(pencil, (40, -436), ("TOTAL CASH AND CASH EQUIVALENTS", "$" + plain(cash)), "B", 18)
    for title, rows in held.groups.items():
        pencil.room(70)
        pencil.say(title, 40, "B", 12)
        table.head()
        for place, row in enumerate(rows):
            table.break_page(30)
            mark = " c" if place % 4 == 2 else ""
            unit = (row.cost or ZERO) / (row.quantity or D(1)) * (100 if row.cusip else 1)
            table.line(
                [
                    (row.symbol or row.cusip or "") + mark,
                    plain(row.quantity, 3),
                    plain(row.price, 4),
                    plain(row.value),
                    plain(row.cost),
                    plain(row.gain),
                    "1.53%" if place % 3 else "--",
                    plain(income(row)),
                ]
            )
            table.line([row.name[:46], "", "", "", plain(unit, 4)], step=9)
            for line in cut(row.name[46:], 46):
                table.line([line], step=9)
            pencil.y += 3
        value, cost = held.sums[title]
        table.line(
            [
                f"TOTAL {title}",
                "",
                "",
                "$" + plain(value),
                "$" + plain(cost),
                dollars(value - cost).replace("($", "-$").replace(")", ""),
                "",
                "$" + plain(incomes(rows)),
            ],
            "B",
            20,
        )
    pencil.room(40)
    table.line(
        ["TOTAL ACCOUNT HOLDINGS", "", "", "$" + plain(held.total), "$" + plain(held.cost + cash), "", "", ""], "B", 20
    )
    pencil.say("c Dividends and/or capital gains distributed by this security will be reinvested.", 40, "", 16, 6.5)
    _lindale_moves(pencil, done)
    return pencil.drawn(made)


def _lindale_moves(pencil: Pencil, done: list[Move]) -> None:
    places = (40.0, 100.0, 210.0, -500.0, -580.0, -680.0)
    pencil.room(80)
    pencil.say("ACCOUNT ACTIVITY", 40, "B", 14, 11)
    across(
        pencil, places, ("DATE", "TRANSACTION", "DESCRIPTION/SECURITY ID", "QUANTITY", "PRICE ($)", "AMOUNT"), "B", 12
    )
    for move in done:
        pencil.room(24)
        count, amount = signed(move)
        word = {"buy": "Purchase", "sell": "Sale", "reinvest": "Reinvestment"}[move.side]
        across(
            pencil,
            places,
            (
                us_day(move.day),
                word,
                move.name[:50],
                plain(count, 3),
                plain(move.amount / move.quantity, 4),
                dollars(amount).replace("($", "-$").replace(")", ""),
            ),
            "",
            9,
        )
        pencil.say(move.symbol, 210, "", 11)
