"""A wealth bank with portfolios of principal and of income, and the capital account of a partnership."""

import random
from collections.abc import Sequence
from dataclasses import replace

from tools.accuracy.content import PEOPLE, bond, cents, money, moves, stock, venture
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, plain, us_day
from tools.accuracy.houses import tellings
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import before, cut, etf, income, incomes, share, treasury
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move, Row


def _owed(rows: Sequence[Row]) -> str:
    return plain(sum((row.accrued or ZERO for row in rows), ZERO))


def ambridge(deal: Deal) -> Drawn:
    """A wealth bank: par or shares first, price, value, tax cost over its unit; principal and income apart."""
    dice, taken = deal.dice, deal.taken
    munis = [replace(bond(dice, taken), accrued=money(dice, 20, 900)) for _ in range(dice.randrange(0, 6))]
    groups = {
        "U.S. Government Obligations": [treasury(dice, taken) for _ in range(dice.randrange(1, 4))],
        "Corporate and Municipal Obligations": munis,
        "U.S. Large Cap Equities": [stock(dice, taken) for _ in range(dice.randrange(4, 14))],
        "Exchange Traded Funds": [etf(dice, taken) for _ in range(dice.randrange(0, 4))],
        "Mutual Funds - International": [class_fund(dice, taken) for _ in range(dice.randrange(1, 4))],
    }
    held = hand(deal, tellings.filled(groups))
    held = replace(held, number=f"10{dice.randrange(100000, 999999)}{dice.randrange(100, 999)}")
    cash = held.cash or ZERO
    liquid = (cents(cash / 3), cash - cents(cash / 3))
    made = held.closed(deal, as_of="2026-06-30", sweeps=liquid, registration="trust_grantor")
    pencil = Pencil(landscape=True, font="Times", size=8)
    pencil.on_page = lambda one: _ambridge_frame(one, held)
    _ambridge_front(pencil, held)
    _ambridge_detail(pencil, held, liquid, repeat=dice.random() < 0.6)
    _ambridge_moves(pencil, moves(dice, [row for row in held.rows if row.symbol], 2026, 6))
    return pencil.drawn(made)


def _ambridge_frame(pencil: Pencil, held: Hand) -> None:
    across(pencil, (40, -752), ("AMBRIDGE TRUST WEALTH MANAGEMENT", "Statement of Account"), "B", 12, 10)
    across(pencil, (40, -752), ("HALE FAMILY REVOCABLE TRUST", f"Account number {held.number}"), "", 12)
    across(pencil, (40, -752), ("AMBRIDGE TRUST CO N.A. TRUSTEE", "June 1, 2026 through June 30, 2026"), "", 24)
    pencil.at(-752, f"Page {pencil.pages}", "", 7, 594)


def _ambridge_front(pencil: Pencil, held: Hand) -> None:
    pencil.page()
    start, rise = before(held.total, 5), D("1880.42")
    pencil.say("Account Summary", 40, "B", 15, 12)
    across(pencil, (40, -330, -430), ("Market Value Reconciliation", "This Period", "Year To Date"), "B", 13)
    rest = held.total - start - rise + 2500
    lines = (("Beginning Market Value", start, before(held.total, 2)), ("Contributions", ZERO, D("12000.00")),
             ("Distributions", D("-2500.00"), D("-15000.00")), ("Income", rise, D("9921.15")),
             ("Change in Market Value", rest, D("4310.88")),
             ("Ending Market Value", held.total, held.total))  # fmt: skip
    for label, now, year in lines:
        style = "B" if "Market Value" in label and "Change" not in label else ""
        across(pencil, (40, -330, -430), (label, bracketed(now), bracketed(year)), style, 12)
    pencil.y += 14
    pencil.say("Asset Allocation", 40, "B", 15, 12)
    places = (40.0, -330.0, -430.0, -530.0, -610.0)
    across(pencil, places, ("", "Market Value", "Percent of Account", "Est. Annual Income", "Current Yield"), "B", 13)
    kinds = [("Cash and Short Term", held.cash or ZERO), *((one, value) for one, (value, _) in held.sums.items())]
    for label, value in kinds:
        cells = (plain(value), share(value, held.total, 1), plain(cents(value * D("0.0153"))), "1.5%")
        across(pencil, places, (label, *cells), "", 12)
    across(pencil, places, ("Total Account", plain(held.total), "100.0%"), "B", 22)
    across(pencil, (40, -330), ("Realized Gain/(Loss) Summary", "This Period"), "B", 13)
    across(pencil, (40, -330), ("Short Term", "(212.40)"), "", 12)
    across(pencil, (40, -330), ("Long Term", "3,801.77"), "", 12)


def _ambridge_detail(pencil: Pencil, held: Hand, liquid: tuple[D, D], repeat: bool) -> None:
    heads = (("|Shares/|Par Value", -92), ("|Description", 102), ("Market|Price", -358), ("Market|Value", -428),
             ("Tax Cost/|Unit Cost", -498), ("Unrealized|Gain/(Loss)", -568), ("Accrued|Income", -622),
             ("Est. Annual|Income", -686), ("Current|Yield", -720), ("% of|Acct", -752))  # fmt: skip
    table = Table(pencil, [Column(*head) for head in heads], 10, repeat=repeat)
    table.again = lambda: pencil.say("Portfolio Detail (continued)", 40, "B", 14, 12)
    pencil.page()
    pencil.say("Portfolio Detail as of June 30, 2026", 40, "B", 16, 12)
    pencil.say("PRINCIPAL PORTFOLIO", 40, "B", 13, 9)
    table.head()
    _ambridge_cash(table, "AMBRIDGE GOVERNMENT MONEY MARKET", liquid[1], held)
    for title, rows in held.groups.items():
        table.break_page(46)
        table.line(["", title], "B", 12)
        for row in rows:
            _ambridge_row(table, row, held)
        value, cost = held.sums[title]
        cells = [plain(value), plain(cost), bracketed(value - cost), _owed(rows), plain(incomes(rows)), "1.5%"]
        table.line(["", f"Total {title}", "", *cells, share(value, held.total, 1)], "B", 18)
    table.line(["", "TOTAL PRINCIPAL PORTFOLIO", "", plain(held.value + liquid[1]), plain(held.cost + liquid[1]),
                bracketed(held.value - held.cost), _owed(held.rows)], "B", 20)  # fmt: skip
    table.break_page(80)
    pencil.say("INCOME PORTFOLIO", 40, "B", 13, 9)
    _ambridge_cash(table, "AMBRIDGE GOVERNMENT MONEY MARKET", liquid[0], held)
    table.line(["", "TOTAL INCOME PORTFOLIO", "", plain(liquid[0]), plain(liquid[0])], "B", 20)
    table.line(["", "TOTAL PORTFOLIO", "", plain(held.total), plain(held.cost + (held.cash or ZERO)),
                bracketed(held.value - held.cost), _owed(held.rows)], "B", 24)  # fmt: skip


def _ambridge_cash(table: Table, name: str, value: D, held: Hand) -> None:
    table.line(["", "Cash and Short Term"], "B", 12)
    shown = [plain(value, 3), name, "1.0000", plain(value), plain(value), "0.00", "3.12", "41.20", "4.1%"]
    table.line([*shown, share(value, held.total, 1)])
    table.line(["", "", "", "", "1.00"], step=12)
    table.line(["", "Total Cash and Short Term", "", plain(value), plain(value), "0.00"], "B", 18)


def _ambridge_row(table: Table, row: Row, held: Hand) -> None:
    lines = cut(row.name, 42)
    table.break_page(10 * (len(lines) + 2))
    unit = (row.cost or ZERO) / (row.quantity or D(1)) * (100 if row.kinds else 1)
    table.line([plain(row.quantity, 3), lines[0], plain(row.price, 4), plain(row.value), plain(row.cost),
                bracketed(row.gain), plain(row.accrued), plain(income(row)), "1.5%",
                share(row.value, held.total, 1)])  # fmt: skip
    known = f"CUSIP: {row.cusip}  Rating: Aa2/AA" if row.kinds else f"Symbol: {row.symbol}"
    for place, text in enumerate((*lines[1:], known)):
        table.line(["", text, "", "", "" if place else plain(unit, 2)])
    table.pencil.y += 3


def _ambridge_moves(pencil: Pencil, done: list[Move]) -> None:
    pencil.page()
    pencil.say("Transaction Detail", 40, "B", 15, 12)
    places = (40.0, 100.0, -500.0, -590.0, -690.0)
    across(pencil, places, ("Date", "Description", "Principal Cash", "Income Cash", "Tax Cost"), "B", 13)
    across(pencil, places, ("06/01/26", "BEGINNING BALANCE", "0.00", "0.00"), "", 14)
    for move in done:
        pencil.room(26)
        word = {"buy": "PURCHASED", "sell": "SOLD", "reinvest": "REINVESTED"}[move.side]
        amount = move.amount if move.side == "sell" else -move.amount
        text = f"{word} {plain(move.quantity, 3)} SHARES OF {move.name}"
        across(pencil, places, (us_day(move.day, 2), text, bracketed(amount), "", plain(move.amount)), "", 10)
        pencil.say(f"TRADE DATE {us_day(move.day, 2)} AT {plain(move.amount / move.quantity, 4)}", 100, "", 14)
    across(pencil, places, ("06/15/26", "CASH DISTRIBUTION TO BENEFICIARY", "(2,500.00)", ""), "", 14)
    across(pencil, places, ("06/20/26", "DIVIDEND ON 120.000 SHARES OF ALDER FOODS PLC", "", "88.20"), "", 20)
    pencil.say(tellings.SMALL, 40, "", 9, 6.5)


def lansdowne(deal: Deal) -> Drawn:
    """A partner's capital: columns of quarter, year and since inception, perhaps the whole fund's; the commitment."""
    dice = deal.dice
    row = replace(venture(dice, deal.taken), nav_date=None)
    held = hand(deal, {"": [row]}, cash=False)
    owner, row = dice.choice(PEOPLE), held.rows[0]
    held = replace(held, number=f"LP-{dice.randrange(1000, 9999)}")
    whole = dice.random() < 0.5
    made = held.closed(deal, as_of="2026-06-30", owner=owner)
    pencil = Pencil(font="Serif", size=9)
    pencil.page()
    for text in (row.name, "Statement of Partner's Capital (Unaudited)", "For the Quarter Ended June 30, 2026"):
        tellings.middle(pencil, text, "B" if text == row.name else "", 12 if text == row.name else 10)
    pencil.y += 18
    across(pencil, (40, 150), ("Limited Partner:", owner), "", 13)
    across(pencil, (40, 150), ("Investor ID:", held.number), "", 13)
    across(pencil, (40, 150), ("General Partner:", f"{row.name.split()[0]} Capital GP, LLC"), "", 26)
    roll = _roll(dice, row, row.value or ZERO, held.total)
    _capital(pencil, roll, whole)
    _commitment(pencil, dice, row, held.total, roll)
    pencil.say("Net asset value is that of the General Partner and is unaudited. Recallable distributions increase\n"
               "the unfunded commitment. IRR is calculated from the dates of cash flows and is net of all fees\n"
               "and carried interest. See the accompanying financial statements.", 40, "", 11, 7.5)  # fmt: skip
    return pencil.drawn(made)


def _roll(dice: random.Random, row: Row, total: D, printed: D) -> list[tuple[str, D, D, D]]:
    """What the capital was, what came and went, and what it is: of the quarter, the year and since inception."""
    called = row.called or ZERO
    paid = [cents(called / 20), cents(called / 10), called]
    fees = [cents(-amount / 9) for amount in paid]
    back = [ZERO, cents(-total / 50), cents(-total / dice.randrange(4, 20))]
    carry = [cents(-total / 200), cents(-total / 90), cents(-total / 40)]
    gains = [cents(total / 40), cents(total / 15), total - paid[2] - fees[2] - back[2] - carry[2]]
    start = [total - paid[at] - fees[at] - gains[at] - carry[at] - back[at] for at in (0, 1)]
    told: tuple[tuple[str, list[D]], ...] = (
        ("Beginning partner's capital", [*start, ZERO]),
        ("Capital contributions", paid),
        ("Distributions", back),
        ("Management fees and expenses", fees),
        ("Net realized and unrealized gain (loss)", gains),
        ("Carried interest allocation", carry),
        ("Ending partner's capital", [printed] * 3),
    )
    return [(label, quarter, year, ever) for label, (quarter, year, ever) in told]


def _capital(pencil: Pencil, roll: list[tuple[str, D, D, D]], whole: bool) -> None:
    places = (40.0, -310.0, -395.0, -480.0, -572.0)
    across(pencil, places, ("", "Quarter", "Year", "Since", "Total Fund" if whole else ""), "B", 11)
    across(pencil, places, ("", "to Date", "to Date", "Inception", "Since Inception" if whole else ""), "B", 15)
    for label, *figures in roll:
        shown = [f"${bracketed(one)}" if "partner's" in label else bracketed(one) if one else "-" for one in figures]
        fund = bracketed(figures[2] * 37) if whole and figures[2] else ""
        if label.startswith("Ending"):
            pencil.rule(250, 572)
        across(pencil, places, (label, *shown, fund), "B" if "partner's" in label else "", 15)
    pencil.y += 14


def _commitment(pencil: Pencil, dice: random.Random, row: Row, total: D, roll: list[tuple[str, D, D, D]]) -> None:
    across(pencil, (40, -310), ("Commitment Summary", "Since Inception"), "B", 15, 10)
    for label, value in (
        ("Total capital commitment", row.commitment),
        ("Capital contributions", row.called),
        ("Remaining unfunded commitment", row.unfunded),
    ):
        across(pencil, (40, -310), (label, dollars(value)), "", 14)
    across(pencil, (40, -310), ("Percent of commitment called", share(row.called or ZERO, row.commitment or D(1), 1)),
           "", 24)  # fmt: skip
    pencil.say("Performance", 40, "B", 15, 10)
    ratio = total / (row.called or D(1))
    for label, text in (
        ("Net IRR", f"{dice.randrange(20, 260) / 10:.1f}%"),
        ("Net TVPI", f"{ratio - roll[2][3] / (row.called or D(1)):.2f}x"),
        ("DPI", f"{-roll[2][3] / (row.called or D(1)):.2f}x"),
        ("RVPI", f"{ratio:.2f}x"),
    ):
        across(pencil, (40, -310), (label, text), "", 14)
    pencil.y += 14
