"""Savings from pay: a plan by funds with what went in and out, and a fund family with a block for each fund."""

from dataclasses import replace

from tools.accuracy.content import PEOPLE, cents, fund
from tools.accuracy.drawing import Pencil, dollars, plain, us_day
from tools.accuracy.houses.hands import across, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import before, share
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

CLASSES = ("Large Cap Funds", "Bond Funds", "Asset Allocation Funds")


def evenlode(deal: Deal) -> Drawn:
    """A plan's quarter: balances by fund with contributions and fees, then units and unit values, sources, vesting."""
    dice = deal.dice
    rows = [replace(fund(dice, deal.taken), cost=None) for _ in range(dice.randrange(3, 9))]
    parts = {title: rows[place::3] for place, title in enumerate(CLASSES) if rows[place::3]}
    held = hand(deal, parts, cash=False)
    owner = dice.choice(PEOPLE)
    made = held.closed(deal, as_of="2026-06-30")
    pencil = Pencil(size=7.5)

    def frame(one: Pencil) -> None:
        across(one, (40, -572), ("Evenlode Retirement", "Quarterly Statement"), "B", 12, 11)
        across(one, (40, -572), ("Harbor Paper Co 401(k) Savings Plan", "April 1, 2026 - June 30, 2026"), "", 11)
        across(
            one,
            (40, -572),
            (f"{owner}   Plan Number: 525099-01   Account {held.number}", f"Page {one.pages} of 4"),
            "",
            22,
        )

    pencil.on_page = frame
    pencil.page()
    old = {row.name: before(row.value, place) for place, row in enumerate(rows)}
    start, paid, fees = sum(old.values(), ZERO), 300 * len(rows), D("-2.30") * len(rows)
    pencil.say("Your Account at a Glance", 40, "B", 15, 12)
    for label, value in (
        ("Beginning Balance as of April 1, 2026", start),
        ("Your Contributions", D(200 * len(rows))),
        ("Employer Contributions", D(100 * len(rows))),
        ("Fees", fees),
        ("Change in Value", held.total - start - paid - fees),
        ("Ending Balance as of June 30, 2026", held.total),
        ("Vested Balance", held.total),
    ):
        across(pencil, (40, -330), (label, dollars(value)), "B" if "Balance" in label else "", 12)
    pencil.y += 12
    pencil.say("How is My Account Invested?", 40, "B", 14, 11)
    places = (40.0, -270.0, -330.0, -384.0, -430.0, -490.0, -572.0)
    across(pencil, places, ("", "Beginning", "Contributions/", "Transfers", "", "Change", "Ending"), "B", 9)
    across(
        pencil, places, ("Investment Option", "Balance", "Deposits", "In/Out", "Fees", "in Value", "Balance"), "B", 12
    )
    for title, group in held.groups.items():
        pencil.room(30)
        pencil.say(title, 40, "B", 11)
        for row in group:
            pencil.room(14)
            was = old[row.name]
            across(
                pencil,
                places,
                (
                    row.name,
                    plain(was),
                    "300.00",
                    "0.00",
                    "-2.30",
                    plain(row.value - was - D("297.70")),
                    plain(row.value),
                ),
                "",
                11,
            )
    across(
        pencil,
        places,
        (
            "Total",
            plain(start),
            plain(D(paid)),
            "0.00",
            plain(fees),
            plain(held.total - start - paid - fees),
            plain(held.total),
        ),
        "B",
        22,
    )
    pencil.room(90)
    pencil.say("Units/Shares and Prices", 40, "B", 14, 11)
    lanes = (40.0, -290.0, -350.0, -420.0, -480.0, -560.0)
    across(pencil, lanes, ("", "Units/Shares", "Price as of", "Units/Shares", "Price as of", "Value as of"), "B", 9)
    across(pencil, lanes, ("Investment Option", "03/31/26", "03/31/26", "06/30/26", "06/30/26", "06/30/26"), "B", 12)
    for row in held.rows:
        pencil.room(14)
        units = (row.quantity or ZERO) * D("0.97")
        across(
            pencil,
            lanes,
            (
                row.name,
                plain(units, 3),
                plain(cents((row.price or ZERO) * D("0.98")), 3),
                plain(row.quantity, 3),
                plain(row.price, 3),
                plain(row.value),
            ),
            "",
            11,
        )
    pencil.y += 14
    pencil.room(110)
    pencil.say("Your Balance by Source", 40, "B", 14, 11)
    across(pencil, (40, -300, -380, -480), ("Contribution Source", "Balance", "Vested %", "Vested Balance"), "B", 12)
    first = cents(held.total * D("0.7"))
    for label, value in (("Employee Before Tax", first), ("Employer Match", held.total - first)):
        across(pencil, (40, -300, -380, -480), (label, plain(value), "100%", plain(value)), "", 11)
    across(pencil, (40, -300, -480), ("Total", plain(held.total), plain(held.total)), "B", 22)
    pencil.say("Your Current Investment Elections", 40, "B", 13, 10)
    for row in rows[:2]:
        across(pencil, (40, -300), (row.name, "50%"), "", 11)
    return pencil.drawn(made)


def averham(deal: Deal) -> Drawn:
    """A fund family: a summary of all funds, then a block for each fund with its days, prices and share balance."""
    dice = deal.dice
    rows: dict[str, Row] = {}
    for _ in range(dice.randrange(2, 7)):
        row = class_fund(dice, deal.taken)
        rows[row.name] = replace(row, cost=None)
    held = hand(deal, {"": list(rows.values())}, cash=False)
    owner = dice.choice(PEOPLE)
    made = held.closed(deal, as_of="2026-06-30", registration="roth_ira")
    pencil = Pencil(font=dice.choice(("Serif", "Helvetica")), size=8)

    def frame(one: Pencil) -> None:
        across(one, (40, -572), ("Averham Funds", "Quarterly statement"), "B", 12, 12)
        across(one, (40, -572), ("from Capital Bank and Trust Co CUST", "April 1 - June 30, 2026"), "", 11)
        across(one, (40, -572), (f"Roth IRA {owner}", f"Account number {held.number}"), "", 24)

    pencil.on_page = frame
    pencil.page()
    places = (40.0, -320.0, -386.0, -440.0, -492.0, -572.0)
    pencil.say("Summary of your investments", 40, "B", 15, 12)
    across(pencil, places, ("", "Value on", "Value on", "Shares on", "Price on", "% of"), "", 9)
    across(
        pencil, places, ("Fund name and symbol", "03/31/26", "06/30/26", "06/30/26", "06/30/26", "portfolio"), "", 12
    )
    for place, row in enumerate(held.rows):
        across(
            pencil,
            places,
            (
                f"{row.name.title()}-{row.symbol}",
                dollars(before(row.value, place)),
                dollars(row.value),
                plain(row.quantity, 3),
                "$" + plain(row.price),
                share(row.value, held.total, 1),
            ),
            "",
            12,
        )
    across(
        pencil,
        places,
        (
            "Total value",
            dollars(sum((before(row.value, place) for place, row in enumerate(held.rows)), ZERO)),
            dollars(held.total),
            "",
            "",
            "100.0%",
        ),
        "B",
        30,
    )
    lanes = (40.0, 100.0, -320.0, -390.0, -480.0, -560.0)
    for place, row in enumerate(held.rows):
        pencil.room(90)
        pencil.say(f"{row.name.title()}", 40, "B", 12, 10)
        across(
            pencil,
            lanes,
            ("Trade date", "Description", "Dollar amount", "Share price", "Shares transacted", "Share balance"),
            "",
            11,
        )
        quantity = row.quantity or ZERO
        gone = min(D("2.5") + place, quantity / 2).quantize(D("0.001"))
        across(pencil, lanes, ("", "Beginning share balance", "", "", "", plain(quantity - gone, 3)), "", 11)
        amount = cents(gone * (row.price or ZERO))
        across(
            pencil,
            lanes,
            (
                us_day(f"2026-06-{10 + place}", 2),
                "Income dividend 0.2154",
                dollars(amount),
                "$" + plain(row.price),
                plain(gone, 3),
                plain(quantity, 3),
            ),
            "",
            11,
        )
        across(
            pencil,
            lanes,
            (us_day("2026-06-30", 2), "Ending share balance", "", "$" + plain(row.price), "", plain(quantity, 3)),
            "B",
            20,
        )
    pencil.say(
        "Visit averham.example or call (800) 555-0142. Dividends and capital gains are reinvested.", 40, "", 10, 7
    )
    return pencil.drawn(made)
