"""A house like a Swiss bank in America: assets by holding, lots with their term, a security total."""

from dataclasses import replace

from tools.accuracy.content import PEOPLE, stock
from tools.accuracy.drawing import Pencil, dollars, plain
from tools.accuracy.houses.hands import Hand, across, each, hand, in_lots, parts
from tools.accuracy.houses.usual import before, cut, etf, income, incomes, share
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

LOOSE = D("12.44")
ASSETS = (40.0, -262.0, -316.0, -374.0, -432.0, -486.0, -536.0, -576.0)


def umberleigh(deal: Deal) -> Drawn:
    """Assets by holding: the symbol and yearly income under each name, lots with their term, a security total."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE)
    kind, registration = dice.choice(
        (("Resource Management Account", None), ("Individual Retirement Account", "traditional_ira"))
    )
    groups = {
        "Common stock": [in_lots(dice, stock(dice, taken), 4) for _ in range(dice.randrange(4, 14))],
        "Closed end funds & Exchange traded products": [
            in_lots(dice, etf(dice, taken), 3) for _ in range(dice.randrange(1, 4))
        ],
    }
    held = hand(deal, groups)
    held = replace(
        held, number=f"{dice.choice(('AB', 'NX', 'KP'))} {dice.randrange(10000, 99999)} {dice.randrange(10, 99)}"
    )
    number = held.number
    held = replace(held, number=number.replace(" ", ""))
    cash = held.cash or ZERO
    loose = min(LOOSE, cash)
    facts = {"as_of": "2026-06-30", "owner": owner.upper(), "sweeps": (cash, loose, cash - loose)}
    made = held.closed(deal, **({**facts, "registration": registration} if registration else facts))
    pencil = Pencil(size=7)
    pencil.on_page = lambda one: _asset_frame(one, owner, kind, number)
    pencil.page()
    _asset_summary(pencil, held)
    pencil.page()
    pencil.say("Your assets", 40, "B", 14, 12)
    pencil.say(
        "Some prices, income and current values shown may be approximate. As a result, gains and losses "
        "may not be accurately reflected.",
        40,
        "",
        14,
        6,
    )
    _asset_cash(pencil, held)
    pencil.say("Equities", 40, "B", 14, 11)
    for title, rows in held.groups.items():
        _asset_group(pencil, held, title, rows)
    _asset_total(pencil, held)
    return pencil.drawn(made)


def _asset_frame(pencil: Pencil, owner: str, kind: str, number: str) -> None:
    across(pencil, (40, -576), ("UMBERLEIGH", kind), "B", 10, 9)
    across(pencil, (-576,), ("June 2026",), "", 14, 8)
    across(pencil, (300, 360, 460), ("Account name:", owner.upper(), "Your Financial Advisor:"), "", 9, 6.5)
    across(pencil, (300, 360, 460), ("Friendly account name:", "     Main", "THE OSBORNE GROUP"), "", 9, 6.5)
    across(pencil, (300, 360, 460), ("Account number:", number, "555-010-7700"), "", 18, 6.5)
    pencil.at(-576, f"Page {pencil.pages} of 7", "", 6.5, 772)


def _asset_summary(pencil: Pencil, held: Hand) -> None:
    pencil.say("Value of your account", 40, "B", 14, 11)
    across(pencil, (40, -220, -300), ("", "on May 29 ($)", "on June 30 ($)"), "", 11)
    old = before(held.total, 4)
    for label, first, second in (
        ("Your assets", plain(old), plain(held.total)),
        ("Your liabilities", "0.00", "0.00"),
        ("Value of your account", dollars(old), dollars(held.total)),
        ("Accrued interest in value above", "$0.00", "$0.00"),
    ):
        across(pencil, (40, -220, -300), (label, first, second), "B" if "account" in label else "", 11)
    pencil.y += 14
    pencil.say("Summary of your assets", 40, "B", 14, 11)
    across(pencil, (60, -220, -320), ("", "Value on", "Percentage of"), "", 8)
    across(pencil, (60, -220, -320), ("", "June 30 ($)", "your account"), "", 11)
    cash = held.cash or ZERO
    for letter, label, value in (
        ("A", "Cash and money balances", cash),
        ("B", "Cash alternatives", ZERO),
        ("C", "Equities", held.value),
        ("D", "Fixed income", ZERO),
        ("E", "Non-traditional", ZERO),
    ):
        across(pencil, (40, 60, -220, -320), (letter, label, plain(value), share(value, held.total, 2)), "", 11)
    across(pencil, (60, -220, -320), ("Total assets", dollars(held.total), "100.00%"), "B", 20)
    pencil.say("Sources of your account growth during 2026", 40, "B", 14, 11)
    for label, shown in (
        ("Value of your account at year end 2025", dollars(before(held.total, 1))),
        ("Net deposits and withdrawals", "$5,200.00"),
        ("Your investment return:", ""),
        ("  Dividend and interest income", "$1,204.18"),
    ):
        across(pencil, (40, -320), (label, shown), "", 11)
    across(pencil, (40, -320), ("Value of your account on Jun 30, 2026", dollars(held.total)), "B", 20)


def _asset_cash(pencil: Pencil, held: Hand) -> None:
    pencil.say("Cash", 40, "B", 12, 11)
    pencil.say("Cash and money balances", 40, "B", 11, 9)
    places = (40.0, -240.0, -320.0, -390.0, -450.0, -510.0, -576.0)
    across(
        pencil,
        places,
        ("", "Opening balance", "Closing balance", "Price per share", "Average", "Dividend/Interest", "Days in"),
        "",
        8,
    )
    across(
        pencil,
        places,
        ("Holding", "on Jun 1 ($)", "on Jun 30 ($)", "on Jun 30 ($)", "rate", "period", "period"),
        "",
        11,
    )
    cash = held.cash or ZERO
    loose = min(LOOSE, cash)
    across(pencil, places, ("Cash", "0.00", plain(loose)), "", 10)
    cells = (plain(cash - loose + 300), plain(cash - loose), "", "0.25%", "Jun 1 to Jun 30", "30")
    across(pencil, places, ("UMBERLEIGH BANK USA DEP ACCT", *cells), "", 11)
    across(pencil, places, ("Total", dollars(cash - loose + 300), dollars(cash)), "B", 20)


def _asset_head(pencil: Pencil) -> None:
    across(pencil, ASSETS[2:], ("Purchase price/", "", "", "", "Unrealized", ""), "", 8, 6.5)
    across(
        pencil,
        (182, *ASSETS[1:]),
        ("Trade", "Number", "Average price", "Cost", "Price per share", "Value on", "gain or loss", "Holding"),
        "",
        8,
        6.5,
    )
    across(
        pencil,
        (40, 182, *ASSETS[1:]),
        ("Holding", "date", "of shares", "per share ($)", "basis ($)", "on Jun 30 ($)", "Jun 30 ($)", "($)", "period"),
        "",
        11,
        6.5,
    )


def _asset_group(pencil: Pencil, held: Hand, title: str, rows: list[Row]) -> None:
    def again() -> None:
        pencil.say(f"Your assets > Equities > {title} (continued)", 40, "B", 14, 9)
        _asset_head(pencil)

    pencil.room(90)
    pencil.say(title, 40, "B", 12, 9)
    _asset_head(pencil)
    for row in rows:
        pencil.room(9 * (max(3, len(row.lots)) + 2) + 6, again)
        _asset_row(pencil, row)
    value, cost = held.sums[title]
    pencil.row(
        [(40, "Total"), (ASSETS[3], dollars(cost)), (ASSETS[5], dollars(value)), (ASSETS[6], dollars(value - cost))],
        "B",
        10,
    )
    pencil.say(f"Total estimated annual income: ${plain(incomes(rows), 0)}", 40, "B", 20)


def _asset_row(pencil: Pencil, row: Row) -> None:
    name = [
        *cut(row.name, 30),
        f"Symbol: {row.symbol}  Exchange: NYSE",
        f"EAI: ${plain(income(row), 0)} Current yield: 1.53%",
    ]
    places = (40, 182, *ASSETS[1:])
    lots = parts(row)
    lines: list[tuple[str, ...]] = []
    for lot, value in lots:
        term = "LT" if lot.day < "2025-06-30" else "ST"
        day = f"{lot_day(lot.day)}"
        lines.append(
            (
                day,
                plain(lot.quantity, 3),
                plain(each(lot), 3),
                plain(lot.cost),
                plain(row.price, 3),
                plain(value),
                plain(value - lot.cost),
                term,
            )
        )
    if len(lots) > 1:
        unit = plain((row.cost or ZERO) / (row.quantity or D(1)), 3)
        lines.append(
            ("Security total", plain(row.quantity, 3), unit, plain(row.cost), "", plain(row.value), plain(row.gain), "")
        )
    for place in range(max(len(name), len(lines))):
        left = name[place] if place < len(name) else ""
        right = lines[place] if place < len(lines) else ()
        across(pencil, places, (left, *right), "", 9, 6.5)
    pencil.y += 5


def lot_day(day: str) -> str:
    """`Jan 12, 18`."""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{months[int(day[5:7]) - 1]} {day[8:]}, {day[2:4]}"


def _asset_total(pencil: Pencil, held: Hand) -> None:
    pencil.room(80)
    pencil.say("Your total assets", 40, "B", 14, 11)
    across(pencil, (-300, -370, -440, -500, -576), ("Value on", "Percentage of", "", "Estimated", "Unrealized"), "", 8)
    across(
        pencil,
        (-300, -370, -440, -500, -576),
        ("Jun 30 ($)", "your account", "Cost basis ($)", "annual income ($)", "gain or loss ($)"),
        "",
        11,
    )
    cash = held.cash or ZERO
    places = (40, 120, -300, -370, -440, -500, -576)
    across(
        pencil,
        places,
        ("Cash", "Cash and money balances", plain(cash), share(cash, held.total, 2), plain(cash)),
        "",
        11,
    )
    spent, gain = held.cost, held.value - held.cost
    parts_of = tuple(held.sums.items())
    for place, (title, (value, cost)) in enumerate(parts_of):
        front = "Equities" if place == 0 else ""
        across(
            pencil,
            places,
            (
                front,
                title[:30],
                plain(value),
                "",
                plain(cost),
                plain(incomes(held.groups[title]), 2),
                plain(value - cost),
            ),
            "",
            10,
        )
    across(
        pencil,
        places,
        (
            "",
            "Total equities",
            plain(held.value),
            share(held.value, held.total, 2),
            plain(spent),
            plain(incomes(held.rows), 2),
            plain(gain),
        ),
        "",
        11,
    )
    across(
        pencil, places, ("Total", "", dollars(held.total), "100.00%", dollars(spent + cash), "", dollars(gain)), "B", 20
    )
    pencil.say("Account activity this month", 40, "B", 14, 11)
    for day, text, amount in (("Jun 12", "Dividend", "101.22"), ("Jun 30", "Interest", "2.10")):
        across(
            pencil,
            (40, 90, 150, -576),
            (day, text, "UMBERLEIGH BANK USA DEP ACCT" if text == "Interest" else held.rows[0].name, amount),
            "",
            10,
        )
