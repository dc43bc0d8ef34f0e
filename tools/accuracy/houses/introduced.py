"""A house like a clearing firm's: names over identifiers and lots, totals of covered lots, bonds with accruals."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, bond, cents, cusip, deposit, stock
from tools.accuracy.drawing import Pencil, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, hand, in_lots, parts
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import address, before, cut, etf, income, incomes, month, share, signed
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Lot, Move, Row

CLEAR = (40.0, -184.0, -236.0, -280.0, -344.0, -420.0, -494.0, -556.0, -624.0, -680.0)


def pulborough(deal: Deal) -> Drawn:
    """Names over their identifiers and lots, covered and noncovered totals, bonds per 100 with accrued interest."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE).upper()
    kind, registration = dice.choice(
        (("INDIVIDUAL RETIREMENT ACCOUNT", "traditional_ira"), ("ROTH IRA", "roth_ira"), ("TOD", None))
    )
    groups = {
        "Certificates of Deposit": [_bought(dice, deposit(dice, taken)) for _ in range(dice.randrange(0, 3))],
        "Corporate Bonds": [_bought(dice, _owing(dice, bond(dice, taken))) for _ in range(dice.randrange(0, 4))],
        "Common Stocks": [_coded(dice, taken, stock(dice, taken)) for _ in range(dice.randrange(3, 10))],
        "Mutual Funds": [_bought(dice, class_fund(dice, taken)) for _ in range(dice.randrange(0, 3))],
        "Exchange-Traded Products": [in_lots(dice, etf(dice, taken), 3) for _ in range(dice.randrange(1, 4))],
    }
    held = hand(deal, {title: rows for title, rows in groups.items() if rows})
    held = replace(
        held, number=f"{dice.randrange(1, 10)}{dice.choice('ABKQ')}{dice.choice('BCD')}-{dice.randrange(10**5, 10**6)}"
    )
    done = month(dice, held)
    facts = {"as_of": "2026-06-30", "sweeps": (held.cash or ZERO,), "moves": tuple(done)}
    made = held.closed(deal, **({**facts, "registration": registration} if registration else facts))
    pencil = Pencil(landscape=True, size=7)
    pencil.on_page = lambda one: _clear_frame(one, held, owner, kind)
    _clear_front(pencil, dice, owner, held)
    pencil.page()
    _clear_cash(pencil, held)
    for title, rows in held.groups.items():
        _clear_group(pencil, held, title, rows)
    _clear_total(pencil, held)
    _clear_moves(pencil, done)
    return pencil.drawn(made)


def _bought(dice: random.Random, row: Row) -> Row:
    day = f"20{dice.randrange(14, 26)}-{dice.randrange(1, 10):02d}-{dice.randrange(10, 28)}"
    return replace(row, lots=(Lot(day, row.quantity or ZERO, row.cost or ZERO),))


def _owing(dice: random.Random, row: Row) -> Row:
    return replace(row, accrued=cents(row.value * dice.randrange(1, 20) / 1000))


def _coded(dice: random.Random, taken: set[str], row: Row) -> Row:
    return in_lots(dice, replace(row, cusip=cusip(dice, taken)), 4)


def _clear_frame(pencil: Pencil, held: Hand, owner: str, kind: str) -> None:
    across(pencil, (40, -752), ("PULBOROUGH INVESTMENT SERVICES", "Brokerage Account Statement"), "B", 12, 10)
    across(
        pencil,
        (40, -752),
        ("One Harbor Plaza, Suite 400 (555) 010-3300", "Statement Period: 06/01/2026 - 06/30/2026"),
        "",
        10,
    )
    if pencil.pages > 1:
        across(pencil, (-752,), (f"Account Number: {held.number}   {owner} {kind}",), "", 12)
    pencil.at(40, f"Page {pencil.pages} of 8", "", 6.5, 590)
    pencil.at(-752, "Account carried with Northclear LLC, member FINRA, NYSE, SIPC", "", 6.5, 590)
    pencil.y += 12


def _clear_front(pencil: Pencil, dice: random.Random, owner: str, held: Hand) -> None:
    pencil.page()
    pencil.say(f"{address(dice, owner)}", 40, "", 10)
    across(pencil, (40, -752), ("", f"Account Number: {held.number}"), "B", 14)
    across(pencil, (40, 420), ("Portfolio at a Glance", "Asset Allocation"), "B", 14, 10)
    old, accrued = before(held.total, 6), sum((row.accrued or ZERO for row in held.rows), ZERO)
    left = [
        ("", "This Period", "Year-to-Date"),
        ("BEGINNING ACCOUNT VALUE", dollars(old), dollars(before(held.total, 2))),
        ("Deposits (Cash & Securities)", "0.00", "4,200.00"),
        ("Dividends, Interest and Other Income", "88.40", "702.12"),
        ("Net Change in Portfolio", plain(held.total - old - D("88.40")), "10,211.40"),
        ("ENDING ACCOUNT VALUE", dollars(held.total), dollars(held.total)),
        ("Accrued Interest", plain(accrued), ""),
        ("Estimated Annual Income", plain(incomes(held.rows)), ""),
    ]
    right = [("", "Prior Year-End", "Last Period", "This Period", "% Allocation")]
    kinds = [("Cash, Money Funds, and Bank Deposits", held.cash or ZERO)]
    kinds += [(title, value) for title, (value, _) in held.sums.items()]
    right += [(name, plain(before(v, 1)), plain(before(v, 6)), plain(v), share(v, held.total)) for name, v in kinds]
    right += [("Account Total (Pie Chart)", dollars(before(held.total, 1)), dollars(old), dollars(held.total), "100%")]
    for place in range(max(len(left), len(right))):
        first = left[place] if place < len(left) else ("", "", "")
        second = right[place] if place < len(right) else ()
        across(
            pencil, (40, -260, -350, 420, -600, -650, -702, -752), (*first, *second), "B" if place == 0 else "", 11, 6.5
        )
    pencil.y += 16
    pencil.say(
        "Your Account is 100% invested in the categories above. Pie Chart excludes all asset classes "
        "which net to a liability.",
        40,
        "",
        10,
        6,
    )


def _clear_cash(pencil: Pencil, held: Hand) -> None:
    pencil.say("Portfolio Holdings", 40, "B", 16, 11)
    places = (40.0, 116.0, 170.0, -330.0, -410.0, -490.0, -570.0, -660.0, -740.0)
    across(pencil, places, ("", "", "Account", "Activity", "Opening", "Closing", "Accrued", "Income", "30-Day"), "", 8)
    across(
        pencil,
        places,
        ("Quantity", "", "Number", "Ending", "Balance", "Balance", "Income", "This Year", "Yield"),
        "",
        11,
    )
    cash = held.cash or ZERO
    pencil.say(f"Cash, Money Funds, and Bank Deposits {share(cash, held.total, 2)} of Portfolio", 40, "B", 11)
    pencil.say("FDIC Insured Bank Deposits", 40, "B", 10)
    pencil.say("INSURED BANK DEPOSIT SWEEP", 40, "", 9)
    cells = (plain(cash, 2), "", "N/A", "06/30/26", plain(cash - D("88.40")), plain(cash), "0.00", "14.20", "0.35%")
    across(pencil, places, cells, "", 10)
    across(
        pencil,
        places,
        ("Total FDIC Insured Bank Deposits", "", "", "", dollars(cash - D("88.40")), dollars(cash), "$0.00", "$14.20"),
        "B",
        10,
    )
    across(
        pencil,
        places,
        (
            "Total Cash, Money Funds, and Bank Deposits",
            "",
            "",
            "",
            dollars(cash - D("88.40")),
            dollars(cash),
            "$0.00",
            "$14.20",
        ),
        "B",
        20,
    )


def _clear_head(pencil: Pencil, fixed: bool) -> None:
    upper = ("", "", "", "", "", "", "Unrealized", "Accrued" if fixed else "", "Estimated", "Estimated")
    lower = (
        "Date Acquired",
        "Quantity",
        "Unit Cost",
        "Cost Basis",
        "Market Price",
        "Market Value",
        "Gain/Loss",
        "Interest" if fixed else "",
        "Annual Income",
        "Yield",
    )
    across(pencil, CLEAR, upper, "B", 8)
    across(pencil, CLEAR, lower, "B", 12)


def _clear_group(pencil: Pencil, held: Hand, title: str, rows: list[Row]) -> None:
    fixed = title in ("Corporate Bonds", "Certificates of Deposit")
    value, cost = held.sums[title]
    section = {
        "Common Stocks": "Equities",
        "Corporate Bonds": "Fixed Income",
        "Certificates of Deposit": "Fixed Income",
    }.get(title, title)

    def again() -> None:
        pencil.say("Portfolio Holdings (continued)", 40, "B", 14, 11)
        _clear_head(pencil, fixed)
        pencil.say(f"{section} (continued)", 40, "B", 11)
        pencil.say(f"{title} (continued)", 40, "B", 11)

    pencil.room(90)
    _clear_head(pencil, fixed)
    pencil.say(
        f"{section} {share(value, held.total, 2)} of Portfolio" + (" (In Maturity Date Sequence)" if fixed else ""),
        40,
        "B",
        11,
    )
    pencil.say(title, 40, "B", 11)
    for row in rows:
        pencil.room(10 * (len(row.lots) + 4), again)
        _clear_row(pencil, row, fixed)
    accrued = dollars(sum((row.accrued or ZERO for row in rows), ZERO)) if fixed else ""
    quantity = plain(sum((row.quantity or ZERO for row in rows), ZERO), 3) if fixed else ""
    cells = (
        f"Total {title}",
        quantity,
        "",
        dollars(cost),
        "",
        dollars(value),
        dollars(value - cost),
        accrued,
        dollars(incomes(rows)),
    )
    pencil.row(
        [(CLEAR[0], cells[0]), *zip(CLEAR[2 if not fixed else 1 :], cells[2 if not fixed else 1 :], strict=False)],
        "B",
        10,
    )
    pencil.y += 10


def _clear_row(pencil: Pencil, row: Row, fixed: bool) -> None:
    lines = cut(row.name, 50)
    tag = f"Security Identifier: {row.symbol or row.cusip}"
    across(pencil, (40, 300), (lines[0], tag), "B", 9)
    for line in lines[1:]:
        pencil.say(line, 40, "", 9)
    if fixed:
        pencil.say("1ST CPN DTE 08/01/25 CPN PMT SEMI ANNUAL Moody Rating A2 S & P Rating A-", 40, "", 9, 6.5)
    else:
        across(pencil, (40, 300), ("Dividend Option: Cash", f"CUSIP: {row.cusip}" if row.cusip else ""), "", 9)
    many = len(row.lots) > 1
    for place, (lot, value) in enumerate(parts(row) if many else [(row.lots[0], row.value)]):
        unit = lot.cost / lot.quantity * (100 if fixed else 1)
        mark = "*,13" if place == 0 and lot.day < "2016" else ""
        last = ("" if many else plain(income(row)), "" if many else "1.53%")
        cells = (
            f"{us_day(lot.day, 2)} {mark}",
            plain(lot.quantity if many else row.quantity, 3),
            plain(unit, 4),
            plain(lot.cost),
            plain(row.price, 4),
            plain(value),
            plain(value - lot.cost),
            plain(row.accrued) if fixed else "",
            *last,
        )
        across(pencil, CLEAR, cells, "", 10)
    if many:
        sums = (
            "Total Covered",
            plain(row.quantity, 3),
            "",
            dollars(row.cost),
            "",
            dollars(row.value),
            dollars(row.gain),
        )
        across(pencil, CLEAR, sums, "", 10)
        across(pencil, CLEAR, ("Total", *sums[1:], "", f"${plain(income(row))}", "1.53%"), "B", 10)
    pencil.y += 4


def _clear_total(pencil: Pencil, held: Hand) -> None:
    pencil.room(60)
    across(pencil, CLEAR[3:9], ("", "", "Market", "Unrealized", "Accrued", "Estimated"), "B", 8)
    across(pencil, CLEAR[3:9], ("Cost Basis", "", "Value", "Gain/Loss", "Interest", "Annual Income"), "B", 12)
    accrued = sum((row.accrued or ZERO for row in held.rows), ZERO)
    cells = (
        dollars(held.cost + (held.cash or ZERO)),
        "",
        dollars(held.total),
        dollars(held.value - held.cost),
        dollars(accrued),
        dollars(incomes(held.rows)),
    )
    across(pencil, (40, *CLEAR[3:9]), ("Total Portfolio Holdings", *cells), "B", 16)
    pencil.say(
        "* Noncovered under the cost basis rules. 13 The cost basis of this security has been provided "
        "to us by you or your adviser.",
        40,
        "",
        20,
        6,
    )


def _clear_moves(pencil: Pencil, done: list[Move]) -> None:
    places = (40.0, 110.0, 180.0, 250.0, 430.0, -570.0, -640.0, -752.0)
    pencil.room(100)
    pencil.say("Transactions in Date Sequence", 40, "B", 14, 11)
    across(pencil, places, ("Process/", "Trade/", "", "", "", "", "", ""), "B", 8)
    heads = ("Settlement Date", "Transaction Date", "Activity Type", "Description", "", "Quantity", "Price", "Amount")
    across(pencil, places, heads, "B", 12)
    words = {"buy": "PURCHASED", "sell": "SOLD", "reinvest": "REINVESTED"}
    for move in done:
        pencil.room(26)
        count, amount = signed(move)
        day = us_day(move.day, 2)
        cells = (
            day,
            day,
            words[move.side],
            move.name[:38],
            f"{move.symbol}",
            plain(count, 3),
            plain(move.amount / move.quantity, 4),
            f"{'-' if amount < 0 else ''}${plain(abs(amount))}",
        )
        across(pencil, places, cells, "", 12)
