"""A Swiss bank's firm of advisers: names and particulars over their lots."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, bond, money, note, stock
from tools.accuracy.drawing import Pencil, dollars, plain
from tools.accuracy.houses import till
from tools.accuracy.houses.hands import Hand, across, hand, in_lots, said
from tools.accuracy.houses.usual import address, before, cut, etf, income, incomes, share, treasury
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

Places = tuple[float, ...]


ASSET: Places = (36, 150, -252, -300, -358, -412, -474, -540, 548)


def helmsley(deal: Deal) -> Drawn:
    """Lots from the line of the symbol on, below the name; bonds with their accruals in the total; structured notes."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE)
    shares = [in_lots(dice, stock(dice, taken), 3) for _ in range(dice.randrange(3, 12))]
    groups = {
        "Common stock": shares,
        "Closed end funds & Exchange traded products": [
            in_lots(dice, etf(dice, taken), 2) for _ in range(dice.randrange(1, 6))
        ],
        "Government securities": [till.bought(dice, treasury(dice, taken)) for _ in range(dice.randrange(3))],
        "Municipal securities": [
            till.bought(dice, replace(bond(dice, taken), accrued=money(dice, 9, 500)))
            for _ in range(dice.randrange(1, 4))
        ],
        "Structured products": [
            till.bought(dice, replace(note(dice, taken), kinds=("structured_note",))) for _ in range(dice.randrange(2))
        ],
    }
    dealt = hand(deal, till.filled(groups))
    held = replace(
        dealt, total=dealt.total + till.owed(dealt.rows), number=f"HX {dealt.number[1:4]}{dealt.number[-4:]}"
    )
    pencil = Pencil(size=7, font="Sans")

    def frame(one: Pencil) -> None:
        across(
            one, (36, 318, 486), ("HELMSLEY", f"Account name:  {owner.upper()}", "Your Financial Advisor:"), "", 10, 7.5
        )
        across(one, (36, 318, 486), ("", f"Account number: {held.number}", "THE ALCOTT GROUP"), "", 14, 7.5)
        across(one, (36, -576), ("Resource Management Account   June 2026", f"Page {one.pages} of 8"), "B", 20, 8)

    pencil.on_page = frame
    pencil.page()
    _helmsley_cover(pencil, dice, owner, held)
    pencil.page()
    pencil.say("Your assets", 36, "B", 12, 12)
    pencil.say(
        "Some prices, income and current values shown may be approximate. As a result, gains and losses may not be\n"
        "accurately reflected. See Important information about your statement at the end of this document.",
        36,
        "",
        9,
        6,
    )
    pencil.y += 8
    _helmsley_cash(pencil, held)
    over = ""
    for title, rows in held.groups.items():
        above = {
            "Common stock": "Equities",
            "Government securities": "Fixed income",
            "Municipal securities": "Fixed income",
            "Structured products": "Structured products",
        }.get(title, "Equities")
        pencil.room(110)
        if above != over:
            pencil.say(above, 36, "B", 13, 10)
        over = above
        shown = "Yield enhancement" if title == above else title
        _helmsley_group(pencil, shown, rows, held.sums[title])
    _helmsley_total(pencil, held)
    made = held.closed(deal, as_of="2026-06-30", owner=owner.upper(), sweeps=(held.cash or ZERO,))
    return pencil.drawn(made)


def _helmsley_cover(pencil: Pencil, dice: random.Random, owner: str, held: Hand) -> None:
    pencil.say(address(dice, owner), 36, "", 10, 8)
    pencil.y += 14
    across(pencil, (36, 330), ("Value of your account", ""), "B", 12, 9)
    pencil.say(
        f"As a service to you, your portfolio value of {dollars(held.total)} includes accrued interest.", 36, "", 12
    )
    owed = till.owed(held.rows)
    then = before(held.total, 5)
    places: Places = (36, -220, -300)
    across(pencil, places, ("", "on May 29 ($)", "on June 30 ($)"), "", 11)
    for label, value in (("Your assets", held.total), ("Your liabilities", ZERO)):
        across(pencil, places, (label, plain(before(value, 5)), plain(value)), "", 11)
    across(pencil, places, ("Value of your account", dollars(then), dollars(held.total)), "B", 12)
    across(pencil, places, ("Accrued interest in value above", dollars(before(owed, 2)), dollars(owed)), "", 18)
    pencil.say("Sources of your account growth during 2026", 36, "B", 12, 9)
    for label, value in (
        ("Value of your account at year end 2025", before(held.total, 2)),
        ("Net deposits and withdrawals", D("1500")),
        ("Your investment return: Dividend and interest income", D("3110.22")),
        ("Change in market value", held.total - before(held.total, 2) - D("4610.22")),
    ):
        across(pencil, (36, -300), (label, till.minus(value)), "", 11)
    across(pencil, (36, -300), ("Value of your account on Jun 30, 2026", dollars(held.total)), "B", 18)
    pencil.say("Summary of your assets", 36, "B", 12, 9)
    across(pencil, (36, -300, -420), ("", "Value on Jun 30 ($)", "Percentage of your account"), "", 11)
    for place, (label, value) in enumerate(_helmsley_mix(held)):
        letter = "ABCDE"[place]
        across(pencil, (36, 50, -300, -420), (letter, label, plain(value), share(value, held.total, 2)), "", 11)
    across(pencil, (36, -300, -420), ("Total assets", dollars(held.total), "100.00%"), "B", 18)
    pencil.say("Summary of gains and losses", 36, "B", 12, 9)
    across(pencil, (36, -260, -360, -460), ("", "Realized Jun 2026 ($)", "Year to date ($)", "Unrealized ($)"), "", 11)
    across(pencil, (36, -260, -360, -460), ("Short-term", "0.00", "-212.40", "88.10"), "", 11)
    across(pencil, (36, -260, -360, -460), ("Long-term", "512.10", "1,940.25", plain(held.value - held.cost)), "", 11)


def _helmsley_mix(held: Hand) -> list[tuple[str, D]]:
    kinds = {
        "Cash and money balances": held.cash or ZERO,
        "Equities": ZERO,
        "Fixed income": till.owed(held.rows),
        "Structured products": ZERO,
    }
    for title, (value, _) in held.sums.items():
        kind = "Fixed income" if "securities" in title else title if title in kinds else "Equities"
        kinds[kind] += value
    return [(kind, value) for kind, value in kinds.items() if value]


def _helmsley_cash(pencil: Pencil, held: Hand) -> None:
    cash = plain(held.cash)
    pencil.say("Cash", 36, "B", 12, 10)
    pencil.say("Cash and money balances", 36, "B", 11, 8)
    places: Places = (36, -260, -340, -400, -450, 470, -576)
    across(
        pencil,
        places,
        ("", "Opening balance", "Closing balance", "Price per share", "Average", "Dividend/Interest", "Days in"),
        "",
        8,
        6.5,
    )
    across(
        pencil,
        places,
        ("Holding", "on Jun 1 ($)", "on Jun 30 ($)", "on Jun 30 ($)", "rate", "period", "period"),
        "",
        10,
        6.5,
    )
    across(
        pencil,
        places,
        (
            "HELMSLEY BANK USA BUSINESS ACCOUNT",
            plain((held.cash or ZERO) - 12),
            cash,
            "",
            "0.05%",
            "Jun 5 to Jul 5",
            "31",
        ),
        "",
        10,
    )
    across(pencil, places, ("Total", dollars((held.cash or ZERO) - 12), f"${cash}"), "B", 18)


def _helmsley_head(pencil: Pencil, title: str, fixed: bool) -> None:
    pencil.say(title, 36, "B", 11, 8)
    count, paid = ("Total face value", "Purchase") if fixed else ("Number", "Purchase price/")
    below = ("at maturity ($)", "price ($)", "Adjusted cost") if fixed else ("of shares", "Avg. price ($)", "Cost")
    cells = ("", "", count, paid, below[2], "Price per share", "Value on", "Unrealized", "Holding")
    across(pencil, ASSET, cells, "", 8, 6.5)
    cells = (
        "Holding",
        "Trade date",
        below[0],
        below[1],
        "basis ($)",
        "on Jun 30 ($)",
        "Jun 30 ($)",
        "gain or loss ($)",
        "period",
    )
    across(pencil, ASSET, cells, "", 10, 6.5)


def _helmsley_group(pencil: Pencil, title: str, rows: list[Row], sums: tuple[D, D]) -> None:
    fixed = title.endswith(("securities", "enhancement"))
    _helmsley_head(pencil, title, fixed)
    for row in rows:
        pencil.room(60, lambda: _helmsley_head(pencil, title, fixed))
        lines = [f"Symbol: {row.symbol}  Exchange: NYSE", f"EAI: ${income(row):,.0f} Current yield: 1.53%"]
        name = cut(row.name, 60)
        if fixed:
            name, lines = _helmsley_terms(row)
        for text in name:
            pencil.say(text, 36, "", 9)
        _helmsley_lots(pencil, row, lines)
    value, cost = sums
    cells = (
        "Total",
        "",
        "" if not fixed else f"${plain(sum((row.quantity or ZERO for row in rows), ZERO), 3)}",
        "",
        f"${plain(cost)}",
        "",
        f"${plain(value)}",
        till.minus(value - cost),
    )
    across(pencil, ASSET, cells, "B", 10)
    if till.owed(rows):
        pencil.say(f"Total accrued interest: ${plain(till.owed(rows))}", 36, "B", 10)
    pencil.say(f"Total estimated annual income: ${incomes(rows):,.0f}", 36, "B", 20)


def _helmsley_terms(row: Row) -> tuple[list[str], list[str]]:
    if row.kinds == ("structured_note",):
        return cut(row.name, 60), [f"CUSIP {row.cusip}", "Rating: A+/A1"]
    *name, rate, due = row.name.split()
    terms = [" ".join(name), f"RATE 0{rate} MATURES {due[:6]}{due[8:]}", f"ACCRUED INTEREST ${plain(row.accrued)}"]
    return terms, [f"CUSIP {row.cusip}", f"EAI: ${income(row):,.0f} Current yield: 1.53%"]


def _helmsley_lots(pencil: Pencil, row: Row, lines: list[str]) -> None:
    """The lots beside the lines about the security, then the sum of those that are several."""
    shown = till.pieces(row)
    for place in range(max(len(lines), len(shown))):
        cells: tuple[str, ...] = ()
        if place < len(shown):
            lot, value = shown[place]
            unit = lot.cost / lot.quantity * (100 if row.cusip else 1)
            cells = (
                said(lot.day, "%b %-d, %y"),
                plain(lot.quantity, 3),
                plain(unit, 3),
                plain(lot.cost),
                plain(row.price, 3),
                plain(value),
                plain(value - lot.cost),
                "LT" if lot.day < "2025-06" else "ST",
            )
        across(pencil, ASSET, (lines[place] if place < len(lines) else "", *cells), "", 9)
    if len(shown) > 1:
        cells = (
            "Security total",
            "",
            plain(row.quantity, 3),
            plain(till.unit(row), 3),
            plain(row.cost),
            "",
            plain(row.value),
            plain(row.gain),
        )
        across(pencil, ASSET, cells, "", 9)
    pencil.y += 4


def _helmsley_total(pencil: Pencil, held: Hand) -> None:
    pencil.room(120)
    pencil.say("Your total assets", 36, "B", 13, 10)
    places: Places = (36, -300, -380, -460, -576)
    across(
        pencil,
        places,
        ("", "Value on Jun 30 ($)", "Percentage", "Cost basis ($)", "Unrealized gain or loss ($)"),
        "",
        11,
    )
    for label, value in _helmsley_mix(held):
        across(pencil, places, (label, plain(value), share(value, held.total, 2)), "", 11)
    cost = held.cost + (held.cash or ZERO)
    cells = (dollars(held.total), "100.00%", dollars(cost), till.minus(held.value - held.cost))
    across(pencil, places, ("Total", *cells), "B", 20)
    pencil.say("Account activity this month", 36, "B", 13, 10)
    places = (36, 80, 170, -470, -576)
    across(pencil, places, ("Date", "Activity", "Description", "Amount ($)", "Cash and money balance ($)"), "", 11)
    across(pencil, places, ("", "", "Balance forward", "", dollars((held.cash or ZERO) - 12)), "", 11)
    across(
        pencil, places, ("Jun 8", "Interest", "HELMSLEY BANK USA BUSINESS ACCOUNT", "12.00", plain(held.cash)), "", 11
    )
    across(pencil, places, ("Jun 30", "", "Closing balance", "", dollars(held.cash)), "B", 11)
