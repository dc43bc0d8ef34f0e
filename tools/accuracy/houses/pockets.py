"""Houses that live on a telephone: few columns, yields below names, goals in place of accounts."""

from dataclasses import replace

from tools.accuracy.content import PEOPLE, cents, stock
from tools.accuracy.drawing import Column, Pencil, Table, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.usual import before, cut, etf, month, share
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move


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
