"""Houses that live on a screen: positions by lot, holdings over their yields, goals with what changed in a quarter."""

from dataclasses import replace

from tools.accuracy.content import PEOPLE, bond, cents, stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, each, hand, in_lots, parts
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import before, cut, etf, income, month, settled, share, signed
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move, Row


def tiverton(deal: Deal) -> Drawn:
    """A discount broker of the web: positions with the day of purchase, dashes where none, several lots below."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE).upper()
    groups = {
        "Stocks - Cash": [in_lots(dice, stock(dice, taken), 2) for _ in range(dice.randrange(2, 12))],
        "Exchange Traded Funds - Cash": [in_lots(dice, etf(dice, taken), 1) for _ in range(dice.randrange(1, 7))],
        "Mutual Funds - Cash": [class_fund(dice, taken) for _ in range(dice.randrange(0, 4))],
        "Fixed Income - Cash": [replace(bond(dice, taken), kinds=()) for _ in range(dice.randrange(0, 3))],
    }
    held = hand(deal, {title: rows for title, rows in groups.items() if rows})
    cash = held.cash or ZERO
    done = month(dice, held)
    made = held.closed(deal, as_of="2026-06-30", sweeps=(cash,), moves=tuple(done))
    pencil = Pencil(landscape=True, size=7)

    def frame(one: Pencil) -> None:
        if one.pages == 1:
            across(one, (40, -752), ("Tiverton Trade", "Statement Reporting Period:"), "B", 11, 10)
            across(one, (40, -752), ("800-555-0177", "06/01/26 - 06/30/26"), "", 14)
            across(
                one,
                (40, 420),
                (
                    "TIVERTON TRADE CLEARING INC, PO BOX 2209, OMAHA, NE 68103-2209",
                    f"Statement for Account # {held.number}",
                ),
                "",
                11,
            )
            across(one, (40, 420), ("Clearing Services, Inc., Member SIPC", owner), "", 20)
        else:
            across(one, (420,), (f"Statement for Account # {held.number}",), "B", 10)
            across(one, (420,), ("06/01/26 - 06/30/26",), "", 16)
        one.at(-752, f"page {one.pages} of 9", "", 7, 590)

    pencil.on_page = frame
    pencil.page()
    places = (40.0, -200.0, -270.0, -340.0, -400.0, -470.0, -560.0)
    pencil.say("Portfolio Summary", 40, "B", 12, 9)
    across(pencil, places, ("", "Current", "Prior", "Period", "%", "Estimated", "Estimated"), "", 8)
    across(pencil, places, ("Investment", "Value", "Value", "Change", "Change", "Income", "Yield"), "", 11)
    kinds = [
        ("Cash", ZERO),
        ("Insrd Dep Acct (IDA)", cash),
        *((title.split(" -")[0], value) for title, (value, _) in held.sums.items()),
    ]
    for label, value in kinds:
        old = before(value, 6)
        across(
            pencil,
            places,
            (
                label,
                plain(value) if value else "$ -",
                plain(old) if old else "$ -",
                bracketed(value - old) if value else "$ -",
                "2.0%" if value else "-",
                plain(cents(value / 99)) if value else "-",
                "1.0%" if value else "-",
            ),
            "",
            10,
        )
    old = before(held.total, 6)
    across(
        pencil,
        places,
        (
            "Total",
            dollars(held.total),
            dollars(old),
            dollars(held.total - old),
            "2.0%",
            dollars(cents(held.total / 99)),
            "1.0%",
        ),
        "B",
        18,
    )
    across(pencil, (40, -270, -340, 420), ("Cash Activity Summary", "Current", "YTD", "Performance Summary"), "B", 12)
    for label, value, right in (
        ("Opening Balance", cash - 12, "Cost Basis As Of - 06/30/26 **"),
        ("Securities Purchased", D("-300"), "Unrealized Gains"),
        ("Securities Sold", D("300"), "Unrealized Losses"),
        ("Income", D("12"), "Funds Deposited/(Disbursed)YTD"),
        ("Closing Balance", cash, "Income/(Expense)YTD"),
    ):
        figure = plain(held.cost) if right.startswith("Cost") else "1,204.11"
        across(
            pencil,
            (40, -270, -340, 420, -640),
            (label, bracketed(value), "" if "Balance" in label else bracketed(cents(value * 2)), right, figure),
            "",
            10,
        )
    pencil.y += 12
    columns = [
        Column("Investment|Description", 40),
        Column("Symbol/|CUSIP", 196),
        Column("|Quantity", -300),
        Column("Current|Price", -350),
        Column("Market|Value", -420),
        Column("Purchase|Date", -470),
        Column("Cost|Basis", -535),
        Column("Average|Cost", -585),
        Column("Unrealized|Gain (Loss)", -650),
        Column("Estimated|Income", -710),
        Column("|Yield", -752),
    ]
    table = Table(pencil, columns, step=10, bold_head=False)
    table.again = lambda: pencil.say("Account Positions", 40, "B", 12, 9)
    pencil.room(80)
    pencil.say("Account Positions", 40, "B", 12, 9)
    table.head()
    for title, rows in held.groups.items():
        table.break_page(34)
        pencil.say(title, 40, "B", 10)
        for row in rows:
            _tiverton_row(table, row)
        value, cost = held.sums[title]
        table.line(
            [f"Total {title.split(' -')[0]}", "", "", "", dollars(value), "", dollars(cost), "", dollars(value - cost)],
            "B",
            14,
        )
    table.break_page(30)
    table.line(
        [
            "Total Cash Account",
            "",
            "",
            "",
            dollars(held.value),
            "",
            dollars(held.cost),
            "",
            dollars(held.value - held.cost),
        ],
        "B",
        20,
    )
    _tiverton_moves(pencil, done)
    _tiverton_sweep(pencil, cash)
    return pencil.drawn(made)


def _tiverton_row(table: Table, row: Row) -> None:
    lines = cut(row.name, 32)
    table.break_page(9 * len(lines) + 12)
    unit = (row.cost or ZERO) / (row.quantity or D(1)) * (100 if row.cusip else 1)
    if len(row.lots) < 2:
        day = us_day(row.lots[0].day, 2) if row.lots else "-"
        table.line(
            [
                lines[0],
                row.symbol or row.cusip or "",
                plain(row.quantity, 3),
                "$ " + plain(row.price, 3),
                "$ " + plain(row.value),
                day,
                "$ " + plain(row.cost),
                "$ " + plain(unit),
                "$ " + bracketed(row.gain),
                "$ " + plain(income(row)),
                "1.5%",
            ],
            step=9,
        )
        for line in lines[1:]:
            table.line([line], step=9)
        return
    for place, (lot, value) in enumerate(parts(row)):
        front = (lines[0], row.symbol or "") if place == 0 else (lines[1] if place < len(lines) else "", "")
        table.line(
            [
                *front,
                plain(lot.quantity, 3),
                plain(row.price, 3),
                plain(value),
                us_day(lot.day, 2),
                plain(lot.cost),
                plain(each(lot), 2),
                bracketed(value - lot.cost),
                "",
                "",
            ],
            step=9,
        )
    table.line(
        [
            "",
            "",
            plain(row.quantity, 3),
            "$ " + plain(row.price, 3),
            "$ " + plain(row.value),
            "",
            "$ " + plain(row.cost),
            "$ " + plain(unit),
            "$ " + bracketed(row.gain),
            "$ " + plain(income(row)),
            "1.5%",
        ],
        step=11,
    )


def _tiverton_moves(pencil: Pencil, done: list[Move]) -> None:
    places = (40.0, 84.0, 128.0, 166.0, 260.0, 430.0, -560.0, -620.0, -690.0, -752.0)
    pencil.room(90)
    pencil.say("Account Activity", 40, "B", 12, 9)
    across(pencil, places, ("Trade", "Settle", "Acct", "Transaction/", "", "Symbol/", "", "", "", ""), "", 8)
    across(
        pencil,
        places,
        ("Date", "Date", "Type", "Cash Activity*", "Description", "CUSIP", "Quantity", "Price", "Amount", "Balance"),
        "",
        11,
    )
    across(pencil, places, ("Opening Balance", "", "", "", "", "", "", "", "", "$1,000.00"), "", 10)
    left = D(1000)
    for move in done:
        pencil.room(14)
        count, amount = signed(move)
        left += amount
        word = {
            "buy": "Buy - Securities Purchased",
            "sell": "Sell - Securities Sold",
            "reinvest": "Buy - Div/Int Reinvested",
        }[move.side]
        day = move.day if move.side == "reinvest" else str(settled(move.day))
        across(
            pencil,
            places,
            (
                us_day(move.day, 2),
                us_day(day, 2),
                "Cash",
                word,
                move.name[:30],
                move.symbol,
                plain(count, 3),
                plain(move.amount / move.quantity, 4),
                bracketed(amount),
                bracketed(left),
            ),
            "",
            10,
        )
    across(pencil, places, ("Closing Balance", "", "", "", "", "", "", "", "", dollars(left)), "B", 20)


def _tiverton_sweep(pencil: Pencil, cash: D) -> None:
    pencil.room(70)
    pencil.say("Insured Deposit Account Activity", 40, "B", 12, 9)
    across(pencil, (40, 110, -420, -520), ("Date", "Transaction", "Amount", "Balance"), "", 11)
    for day, word, amount, left in (
        ("06/01/26", "Beginning Balance", "", cash - 12),
        ("06/30/26", "Credit - Interest", "12.00", cash),
        ("06/30/26", "Ending Balance", "", cash),
    ):
        across(pencil, (40, 110, -420, -520), (day, word, amount, dollars(left)), "", 10)


def rosedale(deal: Deal) -> Drawn:
    """A broker of the phone: positions without costs, the estimated yield below each name, loaned shares, trades."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE)
    rows = [replace(stock(dice, taken, whole=dice.random() < 0.4), cost=None) for _ in range(dice.randrange(2, 20))]
    rows += [replace(etf(dice, taken), cost=None) for _ in range(dice.randrange(1, 8))]
    rows = [replace(row, value=cents((row.quantity or ZERO) * (row.price or ZERO))) for row in rows]
    held = hand(deal, {"Equities": rows})
    cash = held.cash or ZERO
    done = month(dice, held)
    made = held.closed(deal, as_of="2026-06-30", owner=owner, sweeps=(cash,), moves=tuple(done))
    pencil = Pencil(font="Sans", size=7.5)

    def frame(one: Pencil) -> None:
        across(one, (40, -572), ("Rosedale", f"Page {one.pages} of 5"), "B", 11, 12)
        across(one, (40, -572), ("85 Willow Rd, Menlo Park, CA 94025", "06/01/2026 to 06/30/2026"), "", 11)
        across(one, (40, -572), ("help@rosedale.example", f"{owner} Account #:{held.number}"), "", 24)

    pencil.on_page = frame
    pencil.page()
    places = (40.0, -240.0, -330.0)
    across(
        pencil,
        (*places, 345, -506, -570),
        (
            "Account Summary",
            "Opening Balance",
            "Closing Balance",
            "Income and Expense Summary",
            "This Period",
            "Year to Date",
        ),
        "B",
        12,
    )
    for label, value, right in (
        ("Net Account Balance", cash, "Dividends"),
        ("Deposit Sweep Balance", ZERO, "Capital Gains Distributions"),
        ("Total Securities", held.value, "Interest Earned"),
        ("Portfolio Value", held.total, ""),
    ):
        across(
            pencil,
            (*places, 345, -506, -570),
            (
                label,
                dollars(before(value, 4)),
                dollars(value),
                right,
                "$1.20" if right else "",
                "$8.11" if right else "",
            ),
            "B" if "Portfolio" in label else "",
            12,
        )
    pencil.y += 12
    pencil.say("Portfolio Allocation", 40, "B", 12)
    for label, value in (("Cash and Cash Equivalents", cash), ("Equities", held.value), ("Options", ZERO)):
        across(pencil, (52, -240), (label, share(value, held.total, 2)), "", 11)
    pencil.say(
        "This statement shall be deemed conclusive if not objected to within 10 days.",
        40,
        "",
        10,
        6.5,
    )
    pencil.y += 12
    columns = [
        Column("Securities Held in Account", 40),
        Column("Sym/Cusip", 210),
        Column("Acct Type", 270),
        Column("Qty", -370),
        Column("Price", -420),
        Column("Mkt Value", -484),
        Column("% of Total Portfolio", -572),
    ]
    table = Table(pencil, columns, step=10)
    table.again = lambda: pencil.say("Portfolio Summary", 40, "B", 14, 11)
    pencil.room(70)
    pencil.say("Portfolio Summary", 40, "B", 14, 11)
    table.head()
    for place, row in enumerate(held.rows):
        table.break_page(26)
        name = cut(row.name.title().replace("Etf", "ETF"), 34)
        table.line(
            [
                name[0],
                row.symbol or "",
                "Margin" if place % 4 else "Cash",
                plain(row.quantity, 5).rstrip("0").rstrip("."),
                dollars(row.price),
                dollars(row.value),
                share(row.value, held.total, 2),
            ],
            step=9,
        )
        for line in name[1:]:
            table.line([line], step=9)
        table.line(["Estimated Yield: 1.53%" if place % 3 else "Estimated Yield: 0.00%"], step=12, size=6)
    table.break_page(70)
    table.line(["Total Securities", "", "", "", "", dollars(held.value), share(held.value, held.total, 2)], "B", 14)
    table.line(["Brokerage Cash Balance", "", "", "", "", dollars(cash), share(cash, held.total, 2)], "", 12)
    table.line(["Deposit Sweep Balance", "", "", "", "", "$0.00", "0.00%"], "", 12)
    table.line(["Total Priced Portfolio", "", "", "", "", dollars(held.total), "100.00%"], "B", 24)
    _rosedale_moves(pencil, done)
    return pencil.drawn(made)


def _rosedale_moves(pencil: Pencil, done: list[Move]) -> None:
    places = (40.0, 190.0, 240.0, 290.0, 340.0, -430.0, -480.0, -526.0, -572.0)
    pencil.room(80)
    pencil.say("Account Activity", 40, "B", 14, 11)
    across(
        pencil,
        places,
        ("Description", "Symbol", "Acct Type", "Transaction", "Date", "Qty", "Price", "Debit", "Credit"),
        "B",
        12,
    )
    for move in done:
        pencil.room(24)
        word = {"buy": "Buy", "sell": "Sell", "reinvest": "Buy"}[move.side]
        ends = ("", dollars(move.amount)) if move.side == "sell" else (dollars(move.amount), "")
        across(
            pencil,
            places,
            (
                move.name[:32].title(),
                move.symbol,
                "Margin",
                word,
                us_day(move.day),
                plain(move.quantity, 4),
                dollars(move.amount / move.quantity),
                *ends,
            ),
            "",
            9,
        )
        pencil.say("Dividend Reinvestment" if move.side == "reinvest" else "Unsolicited", 40, "", 11, 6)
    bought = sum((move.amount for move in done if move.side != "sell"), ZERO)
    sold = sum((move.amount for move in done if move.side == "sell"), ZERO)
    across(
        pencil,
        places,
        ("Total Funds Paid and Received", "", "", "", "", "", "", dollars(bought), dollars(sold)),
        "B",
        24,
    )


def bettiscombe(deal: Deal) -> Drawn:
    """An adviser without people: goals as accounts; each holding before and after, changes between, totals by goal."""
    dice = deal.dice
    pencil = Pencil(font="Sans", size=7.5)
    accounts: list[tuple[str, Hand]] = []
    made = []
    owner = dice.choice(PEOPLE)
    for goal, code in (
        ("Retirement Goal - Roth IRA", "roth_ira"),
        ("Build Wealth - Individual Taxable Account", "taxable_individual"),
        ("Rollover - Traditional IRA", "traditional_ira"),
    )[: dice.randrange(1, 4)]:
        rows = [replace(etf(dice, deal.taken), cost=None) for _ in range(dice.randrange(4, 12))]
        held = hand(deal, {"Stocks": rows[: len(rows) // 2], "Bonds": rows[len(rows) // 2 :]}, cash=False)
        accounts.append((goal, held))
        made.append(held.closed(deal, as_of="2026-06-30", registration=code))

    def frame(one: Pencil) -> None:
        across(one, (40, -572), ("Bettiscombe", f"Page {one.pages}"), "B", 12, 12)
        across(one, (40, -572), (owner, "Quarterly Statement   Apr 1, 2026 - Jun 30, 2026"), "", 24)

    pencil.on_page = frame
    pencil.page()
    pencil.say("Balance Summary", 40, "B", 16, 13)
    across(pencil, (40, -330, -450, -572), ("Goal", "Beginning Balance", "Change", "Ending Balance"), "B", 13)
    for goal, held in accounts:
        across(
            pencil,
            (40, -330, -450, -572),
            (goal, dollars(before(held.total, 4)), dollars(held.total - before(held.total, 4)), dollars(held.total)),
            "",
            13,
        )
    whole = sum((held.total for _, held in accounts), ZERO)
    across(pencil, (40, -572), ("Total", dollars(whole)), "B", 26)
    for goal, held in accounts:
        _bettiscombe_goal(pencil, goal, held)
    pencil.room(50)
    pencil.say(
        "Securities offered by Bettiscombe Securities, Member SIPC.\nFractional shares are held to six places.",
        40,
        "",
        10,
        6.5,
    )
    return pencil.drawn(*made)


def _bettiscombe_goal(pencil: Pencil, goal: str, held: Hand) -> None:
    pencil.room(130)
    pencil.say(goal, 40, "B", 14, 12)
    pencil.say(f"Account Number: {held.number}", 40, "", 14)
    pencil.say("Holdings", 40, "B", 13, 10)
    places = (40.0, 90.0, -330.0, -392.0, -440.0, -500.0, -572.0)
    heads = ("Fund", "Description", "Beginning Shares", "Change in Shares", "Price", "Ending Shares", "Ending Value")

    def head() -> None:
        across(pencil, places, ("", "", "Beginning", "Change in", "Closing", "Ending", "Ending"), "B", 9)
        across(pencil, places, (*heads[:2], "Shares", "Shares", "Price", "Shares", "Value"), "B", 13)

    head()
    for title, rows in held.groups.items():
        pencil.room(30, head)
        pencil.say(title, 40, "B", 12)
        for place, row in enumerate(rows):
            pencil.room(14, head)
            quantity = row.quantity or ZERO
            start = (quantity * D(90 + place) / 100).quantize(D("0.000001"))
            across(
                pencil,
                places,
                (
                    row.symbol or "",
                    row.name[:34],
                    plain(start, 6),
                    plain(quantity - start, 6),
                    dollars(row.price),
                    plain(quantity, 6),
                    dollars(row.value),
                ),
                "",
                12,
            )
        across(pencil, places, (f"Total {title}", "", "", "", "", "", dollars(held.sums[title][0])), "B", 14)
    pencil.room(30)
    across(pencil, places, ("Total Holdings", "", "", "", "", "", dollars(held.total)), "B", 28)
