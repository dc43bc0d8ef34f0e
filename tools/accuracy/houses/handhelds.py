"""A house of an online broker: lots beside their security, sums below them without a word."""

from dataclasses import replace

from tools.accuracy.content import PEOPLE, bond, cents, stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import across, each, hand, in_lots, parts
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import before, cut, etf, income, month, settled, signed
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
