"""An introducing firm whose accounts a clearing firm carries: sides below symbols, trades by settlement."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, cents, moves, stock
from tools.accuracy.drawing import Pencil, dollars, plain, us_day
from tools.accuracy.houses import till
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import address, before, cut, etf, income, incomes, settled, share
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move, Row

Places = tuple[float, ...]


CARRIED: Places = (40, 200, -306, -356, -424, -472, -522, -576)


def northmoor(deal: Deal) -> Drawn:
    """Types of account under symbols, yields and options of dividends below names, short shares, a debit, trades."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE)
    shares = [stock(dice, taken, odd=place % 4 == 3) for place in range(dice.randrange(4, 14))]
    low = stock(dice, taken)
    if dice.random() < 0.7:
        shares.append(replace(low, quantity=-(low.quantity or ZERO), value=-low.value, cost=-(low.cost or ZERO)))
    groups = {
        "Equity": shares,
        "Mutual Funds": [class_fund(dice, taken) for _ in range(dice.randrange(1, 5))],
        "Exchange Traded Products": [etf(dice, taken) for _ in range(dice.randrange(0, 4))],
    }
    dealt = hand(deal, till.filled(groups))
    debt = cents(dealt.value / 7) if dice.random() < 0.5 else ZERO
    held = replace(dealt, number=f"NMR-{dealt.number[1:4]}{dealt.number[-4:]}")
    if debt:
        held = replace(held, cash=-debt, total=held.total - (held.cash or ZERO) - debt)
    done = moves(dice, [row for row in shares if row.value > 0], 2026, 6)
    pencil = Pencil(size=7)

    def frame(one: Pencil) -> None:
        across(
            one,
            (40, -572),
            ("Northmoor Securities, Inc.", "STATEMENT FOR THE PERIOD JUNE 1, 2026 TO JUNE 30, 2026"),
            "B",
            11,
            8,
        )
        across(one, (40, -572), ("", f"{owner.upper()} - Individual"), "", 10)
        across(one, (40, -572), ("", f"Account Number: {held.number}"), "", 20)
        one.at(40, "Account carried with Keystone Clearing Services LLC, Member NYSE, SIPC", "", 6, 770)
        one.at(-572, f"Page {one.pages} of 7", "", 6, 770)

    pencil.on_page = frame
    pencil.page()
    _carried_cover(pencil, dice, owner, held)
    pencil.page()
    pencil.say("Holdings", 40, "B", 14, 12)
    pencil.say(
        "For additional information regarding your holdings, please refer to the footnotes of this statement.",
        40,
        "",
        14,
        6,
    )
    _carried_cash(pencil, held)
    for title, rows in held.groups.items():
        _carried_group(pencil, held, title, rows)
    across(
        pencil,
        CARRIED,
        ("Total Securities", "", "", "", dollars(held.value), "", dollars(held.cost), dollars(held.value - held.cost)),
        "B",
        16,
    )
    across(pencil, CARRIED, ("TOTAL PORTFOLIO VALUE", "", "", "", dollars(held.total)), "B", 24)
    _carried_trades(pencil, done)
    made = held.closed(
        deal,
        as_of="2026-06-30",
        owner=owner.upper(),
        registration="taxable_individual",
        sweeps=(held.cash or ZERO,),
        moves=tuple(done),
    )
    return pencil.drawn(made)


def _carried_cover(pencil: Pencil, dice: random.Random, owner: str, held: Hand) -> None:
    pencil.say(address(dice, owner), 40, "", 10, 8)
    pencil.y += 20
    across(pencil, (40, -300), ("TOTAL VALUE OF YOUR PORTFOLIO", dollars(held.total)), "B", 24, 10)
    then = before(held.total, 4)
    pencil.say("Account Overview", 40, "B", 13, 11)
    across(pencil, (40, -250, -330), ("CHANGE IN ACCOUNT VALUE", "Current Period", "Year-to-Date"), "B", 11)
    for label, month, year in (
        ("BEGINNING VALUE", then, before(held.total, 2)),
        ("Additions and Withdrawals", ZERO, D("1200")),
        ("Income", D("210.44"), D("1310.90")),
        ("Taxes, Fees and Expenses", D("-12.10"), D("-60.50")),
        ("Change in Value", held.total - then - D("198.34"), D("2201.17")),
    ):
        across(pencil, (40, -250, -330), (label, dollars(month), dollars(year)), "", 11)
    across(
        pencil, (40, -250, -330), ("ENDING VALUE (AS OF 06/30/26)", dollars(held.total), dollars(held.total)), "B", 18
    )
    pencil.say(
        "Accrued interest is not included in Total Account Value.",
        40,
        "",
        16,
        6,
    )
    across(pencil, (40, -250, -330), ("ACCOUNT ALLOCATION", "Percent", "Prior Period"), "B", 11)
    for title, (value, _) in held.sums.items():
        across(
            pencil,
            (40, -250, -330, -420),
            (title, share(value, held.total, 1), dollars(before(value, 4)), dollars(value)),
            "",
            11,
        )
    cells = (
        "Cash" if (held.cash or ZERO) > 0 else "Margin Debit",
        share(held.cash or ZERO, held.total, 1),
        "",
        dollars(held.cash),
    )
    across(pencil, (40, -250, -330, -420), cells, "", 11)
    across(pencil, (40, -250, -330, -420), ("TOTAL", "100.0%", dollars(then), dollars(held.total)), "B", 18)
    across(pencil, (40, -250, -330), ("REALIZED GAIN (LOSS)", "Current Period", "Year-to-Date"), "B", 11)
    across(pencil, (40, -250, -330), ("Short-term Gain", "$0.00", "$44.10"), "", 11)
    across(pencil, (40, -250, -330), ("Long-term Gain", "$512.10", "$980.02"), "", 18)
    pencil.say("MESSAGES AND ALERTS", 40, "B", 11)
    pencil.say(
        "Effective May 28, 2024, the standard settlement for most securities is one business day after the trade.",
        40,
        "",
        10,
    )


def _carried_cash(pencil: Pencil, held: Hand) -> None:
    places: Places = (40, 200, -306, -356, -424, -490)
    pencil.say(
        f"CASH AND CASH EQUIVALENTS - {share(held.cash or ZERO, held.total, 2)} of Total Account Value", 40, "B", 12, 8
    )
    across(pencil, places, ("", "Symbol/Cusip", "", "Price on", "Current", "Estimated"), "B", 8)
    across(
        pencil,
        places,
        ("Description", "Account Type", "Quantity", "06/30/26", "Market Value", "Annual Income"),
        "B",
        11,
    )
    if (held.cash or ZERO) < 0:
        across(pencil, places, ("NET DEBIT BALANCE", "MARGIN", "", "", dollars(held.cash)), "", 12)
    else:
        pencil.say("Money Markets", 40, "B", 10)
        cells = ("BANK DEPOSIT SWEEP PROGRAM", "QNMRQ", plain(held.cash), "$1.00", dollars(held.cash), "$1.08")
        across(pencil, places, cells, "", 9)
        across(pencil, places, ("7 DAY YIELD .02%", "CASH"), "", 12)
    across(pencil, places, ("Total Cash and Cash Equivalents", "", "", "", dollars(held.cash)), "B", 18)


def _carried_head(pencil: Pencil) -> None:
    across(pencil, CARRIED, ("", "Symbol/Cusip", "", "Price on", "Current", "Estimated", "Total", "Unrealized"), "B", 8)
    cells = (
        "Description",
        "Account Type",
        "Quantity",
        "06/30/26",
        "Market Value",
        "Ann. Income",
        "Cost Basis",
        "Gain (Loss)",
    )
    across(pencil, CARRIED, cells, "B", 11)


def _carried_group(pencil: Pencil, held: Hand, title: str, rows: list[Row]) -> None:
    value, cost = held.sums[title]
    upper = {"Equity": "EQUITIES", "Mutual Funds": "MUTUAL FUNDS"}.get(title, "EXCHANGE TRADED PRODUCTS")
    pencil.room(100)
    pencil.say(f"HOLDINGS > {upper} - {share(value, held.total, 2)} of Total Account Value", 40, "B", 12, 8)
    _carried_head(pencil)
    pencil.say(title, 40, "B", 10)
    for place, row in enumerate(rows):
        pencil.room(40, lambda: _carried_head(pencil))
        name, short = cut(row.name, 34), row.value < 0
        paid = dollars(income(row)) if place % 3 and not short else ""
        cells = (
            row.symbol or "",
            till.count(row.quantity or ZERO),
            dollars(row.price),
            dollars(row.value),
            paid,
            dollars(row.cost),
            dollars(row.gain),
        )
        across(pencil, CARRIED, (name[0], *cells), "", 9)
        lines = [*name[1:], *(["Estimated Yield 1.53%"] if paid else []), "" if short else "Dividend Option Reinvest"]
        kind = "SHORT" if short else "MARGIN" if (held.cash or ZERO) < 0 else "CASH"
        for at, text in enumerate([line for line in lines if line] or [""]):
            across(pencil, (40, 200), (text, kind if not at else ""), "", 9)
        pencil.y += 3
    summed = (
        f"Total {title}",
        "",
        "",
        "",
        dollars(value),
        dollars(incomes(rows)),
        dollars(cost),
        dollars(value - cost),
    )
    across(pencil, CARRIED, summed, "B", 18)


def _carried_trades(pencil: Pencil, done: list[Move]) -> None:
    places: Places = (40, 92, 140, 215, -430, -490, -572)
    pencil.room(110)
    pencil.say("Activity", 40, "B", 14, 12)
    pencil.say("PURCHASES, SALES, AND REDEMPTIONS", 40, "B", 12, 8)
    across(pencil, places, ("Settlement", "Account", "", "", "", "", ""), "B", 8)
    across(pencil, places, ("Date", "Type", "Transaction", "Description", "Quantity", "Price", "Amount"), "B", 11)
    for move in done:
        pencil.room(22)
        word = {"buy": "YOU BOUGHT", "sell": "YOU SOLD", "reinvest": "REINVESTMENT"}[move.side]
        sold = move.side == "sell"
        day = settled(move.day) if move.side != "reinvest" else None
        cells = (
            f"{day:%m/%d/%y}" if day else us_day(move.day, 2),
            "CASH",
            word,
            f"{move.name[:32]} {move.symbol}",
            plain(-move.quantity if sold else move.quantity, 3),
            dollars(move.amount / move.quantity),
            dollars(move.amount if sold else -move.amount),
        )
        across(pencil, places, cells, "", 9)
        if day:
            pencil.say(f"TRADE DATE {us_day(move.day, 2)}", 215, "", 10)
