"""A regional firm of advisers: banks of a deposit program, funds with what was invested, annuities."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, cents, deposit, money, stock
from tools.accuracy.drawing import Pencil, dollars, plain
from tools.accuracy.houses import till
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import address, before, cut, income, incomes
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

Places = tuple[float, ...]


OWNED: Places = (36, -250, -300, -362, -424, -488, -536, -576)


def ravelstone(deal: Deal) -> Drawn:
    """Banks of the sweep one by one, deposits by CUSIP, amounts invested in funds, an annuity with other values."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE)
    groups = {
        "Equities": [stock(dice, taken, odd=place % 3 == 1) for place in range(dice.randrange(1, 8))],
        "Mutual Funds": [class_fund(dice, taken) for _ in range(dice.randrange(2, 8))],
        "Fixed Income": [replace(deposit(dice, taken), kinds=("bond",)) for _ in range(dice.randrange(0, 5))],
        "Annuities": [_annuity(dice) for _ in range(dice.randrange(2))],
    }
    held = hand(deal, till.filled(groups))
    pencil = Pencil(size=7.2, font="Sans")

    def frame(one: Pencil) -> None:
        across(one, (36, -576), ("RAVELSTONE", "May 29 to June 30, 2026"), "B", 12, 10)
        title = (
            "Ravelstone IRA Summary"
            if one.pages == 1
            else "Your Portfolio (continued)"
            if one.pages > 2
            else "Your Portfolio"
        )
        across(one, (36, -576), (title, f"Account No. {held.number}"), "B", 22, 9)
        one.at(
            -576,
            f"Account carried by Ravelstone & Associates Inc  Member NYSE/SIPC      Page {one.pages} of 8",
            "",
            6,
            772,
        )

    pencil.on_page = frame
    pencil.page()
    _ravel_cover(pencil, dice, owner, held)
    pencil.page()
    _ravel_cash(pencil, dice, held)
    for title, rows in held.groups.items():
        {"Annuities": _ravel_annuities, "Fixed Income": _ravel_deposits}.get(title, _ravel_group)(
            pencil, held, title, rows
        )
    pencil.room(60)
    across(pencil, OWNED, ("Portfolio Total", "", "", f"${plain(held.total)}"), "B", 20, 9)
    pencil.say(
        "\u2021 Please see Cost Basis on the Understanding Your Statement page.\n"
        "Amount invested excludes reinvested dividends and capital gains.",
        36,
        "",
        9,
        6,
    )
    made = held.closed(deal, as_of="2026-06-30", registration="roth_ira", sweeps=(held.cash or ZERO,))
    return pencil.drawn(made)


def _annuity(dice: random.Random) -> Row:
    return Row(
        None,
        f"{dice.choice(('QUILL', 'SLATE', 'CEDAR'))} LIFE VARIABLE ANNUITY B SHARE",
        None,
        None,
        money(dice, 20_000, 300_000),
        kinds=("annuity",),
    )


def _ravel_cover(pencil: Pencil, dice: random.Random, owner: str, held: Hand) -> None:
    across(pencil, (36, -576), ("Closing Value", f"${plain(held.total)}"), "B", 20, 12)
    pencil.say(
        f"{owner.upper()} (ROTH IRA)\nRAVELSTONE & ASSOC INC CSDN\n" + address(dice, owner).split("\n", 1)[1],
        36,
        "",
        10,
        8,
    )
    pencil.y += 14
    then = before(held.total, 3)
    across(pencil, (36, -220, -300), ("Activity", "This Statement", "Year to Date"), "B", 12)
    for label, month, year in (
        ("Beginning Balance", then, before(held.total, 1)),
        ("Deposits", ZERO, D("7000")),
        ("Income", D("188.40"), D("944.10")),
        ("Withdrawals", ZERO, ZERO),
        ("Expenses", D("-40.00"), D("-80.00")),
        ("Change in Value", held.total - then - D("148.40"), D("1102.33")),
    ):
        across(pencil, (36, -220, -300), (label, dollars(month), dollars(year)), "", 11)
    across(pencil, (36, -220, -300), ("Ending Balance", dollars(held.total), dollars(held.total)), "B", 12)
    across(pencil, (36, -220, -300), ("Purchases", "$0.00", "($6,800.00)"), "", 20)
    across(pencil, (36, -220, -300), ("Asset Allocation Analysis", "Value", "Percentage"), "B", 12)
    for label, portion in (
        ("US Equity", 48),
        ("Non-US Equity", 21),
        ("Fixed Income", 17),
        ("Real Estate & Tangibles", 5),
        ("Cash & Cash Alternatives", 9),
    ):
        value = dollars(cents(held.total * portion / 100))
        across(pencil, (36, -220, -300), (label, value, f"{portion}.00%"), "", 11)
    pencil.y += 14
    across(pencil, (36, -220, -300), ("Your Retirement Summary", "2025", "2026"), "B", 12)
    across(pencil, (36, -220, -300), ("Contributions", "$7,000.00", "$7,000.00"), "", 12)


def _ravel_cash(pencil: Pencil, dice: random.Random, held: Hand) -> None:
    cash = held.cash or ZERO
    pencil.say("Cash & Cash Alternatives", 36, "B", 14, 11)
    pencil.say("Ravelstone Bank Deposit Program (Selected Sweep Option)", 36, "B", 12, 9)
    places: Places = (36, -362, -470, -576)
    across(pencil, places, ("", "", "Estimated", "Estimated"), "B", 8)
    across(pencil, places, ("Description", "Value", "Income Yield", "Annual Income"), "B", 11)
    across(pencil, places, ("Ravelstone Bank Deposit Program #", "", "0.25%", "$2.10"), "", 10)
    first = cents(cash * dice.randrange(55, 90) / 100)
    across(pencil, (46, -362), ("Ravelstone Bank N.A.", f"${plain(first)}"), "", 10)
    across(pencil, (46, -362), ("Tristar Capital Bank", f"${plain(cash - first)}"), "", 10)
    across(pencil, places, ("Ravelstone Bank Deposit Program Total", f"${plain(cash)}", "", "$2.10"), "B", 10)
    pencil.say(
        "Your bank priority state: ME\nParticipating banks you declined: Slate Bank National Association", 36, "", 9, 6
    )
    across(pencil, places, ("Cash & Cash Alternatives Total", f"${plain(cash)}", "", "$2.10"), "B", 20)


def _ravel_head(pencil: Pencil, title: str) -> None:
    funds = title == "Mutual Funds"
    upper = (
        "",
        "",
        "",
        "",
        "Amount" if funds else "Total",
        "Gain or",
        "Est. Income",
        "Est. Ann.",
    )
    across(pencil, OWNED, upper, "B", 8, 6.5)
    cells = (
        "Description (Symbol or CUSIP)",
        "Quantity",
        "Price",
        "Value",
        "Invested" if funds else "Cost Basis",
        "(Loss)\u2021",
        "Yield",
        "Income",
    )
    across(pencil, OWNED, cells, "B", 11, 6.5)


def _ravel_group(pencil: Pencil, held: Hand, title: str, rows: list[Row]) -> None:
    funds = title == "Mutual Funds"
    pencil.room(90)
    pencil.say(title, 36, "B", 14, 11)
    if funds:
        pencil.say("Open-End Funds", 36, "B", 11, 9)
    _ravel_head(pencil, title)
    for row in rows:
        pencil.room(30, lambda: _ravel_head(pencil, title))
        name = cut(f"{row.name} ({row.symbol})", 36)
        put = cents((row.cost or ZERO) * D("0.88"))
        cells = (
            plain(row.quantity, 3),
            f"${plain(row.price, 3)}",
            f"${plain(row.value)}",
            f"${plain(put if funds else row.cost)}",
            dollars(row.gain),
            "1.53%",
            f"${plain(income(row))}",
        )
        across(pencil, OWNED, (name[0], *cells), "", 9)
        for text in name[1:]:
            pencil.say(text, 36, "", 9)
        if funds:
            across(pencil, (46, -424), ("Total Cost Basis", f"${plain(row.cost)}"), "", 9)
        pencil.y += 3
    value, cost = held.sums[title]
    shown = "" if funds else f"${plain(cost)}"
    summed = (
        f"{title} Total",
        "",
        "",
        f"${plain(value)}",
        shown,
        dollars(value - cost),
        "1.53%",
        f"${plain(incomes(rows))}",
    )
    across(pencil, OWNED, summed, "B", 20)


def _ravel_deposits(pencil: Pencil, held: Hand, title: str, rows: list[Row]) -> None:
    places: Places = (36, -250, -300, -362, -424, -488, -536, -576)
    pencil.room(100)
    pencil.say(title, 36, "B", 14, 11)
    pencil.say("Certificates of Deposit (CDs)", 36, "B", 11, 9)
    across(pencil, places, ("", "", "", "", "Total", "Gain or", "Accrued", "Est. Ann."), "B", 8, 6.5)
    across(
        pencil,
        places,
        ("Description (CUSIP)", "Par Value", "Price", "Value", "Cost Basis", "(Loss)\u2021", "Interest", "Income"),
        "B",
        11,
        6.5,
    )
    for row in rows:
        pencil.room(40)
        name, due = row.name.split(" DUE ")
        cells = (
            f"${plain(row.quantity)}",
            f"${plain(row.price, 3)}",
            f"${plain(row.value)}",
            f"${plain(row.cost)}",
            dollars(row.gain),
            f"${plain(row.accrued)}",
            f"${plain(income(row))}",
        )
        across(pencil, places, (name, *cells), "", 9)
        pencil.say(f"FDIC INSURED ({row.cusip})\nDue {due}", 36, "", 9)
        pencil.y += 3
    value, cost = held.sums[title]
    cells = (
        "",
        "",
        f"${plain(value)}",
        f"${plain(cost)}",
        dollars(value - cost),
        f"${plain(till.owed(rows))}",
        f"${plain(incomes(rows))}",
    )
    across(pencil, places, ("Certificates of Deposit (CDs) Total", *cells), "B", 12)
    across(pencil, places, (f"{title} Total", *cells), "B", 20)


def _ravel_annuities(pencil: Pencil, held: Hand, title: str, rows: list[Row]) -> None:
    places: Places = (36, 210, -362, -440, -520, -576)
    pencil.room(80)
    pencil.say(title, 36, "B", 14, 11)
    across(
        pencil,
        places,
        ("Description", "Contract Number", "Value", "Surrender Value", "Death Benefit", "Issued"),
        "B",
        11,
        6.5,
    )
    for row in rows:
        less, more = dollars(cents(row.value * D("0.96"))), dollars(cents(row.value * D("1.10")))
        across(pencil, places, (row.name, "VA00418277", f"${plain(row.value)}", less, more, "03/12/17"), "", 11)
    across(pencil, places, ("Annuities Total", "", f"${plain(held.sums[title][0])}"), "B", 20)
