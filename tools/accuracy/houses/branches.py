"""Advisers of a bank with branches everywhere: two costs in a cell, lots and reinvestments."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, bond, cents, money, stock
from tools.accuracy.drawing import Pencil, dollars, plain, us_day
from tools.accuracy.houses import till
from tools.accuracy.houses.hands import Hand, across, each, hand, in_lots
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import address, before, cut, etf, income, incomes, share
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Lot, Row

Places = tuple[float, ...]


WAGON: Places = (36, -190, -236, -290, -350, -398, -460, -512, -554, -576)


WAGON_BONDS: Places = (36, -196, -246, -300, -356, -400, -456, -502, -540, -576)


def wagonridge(deal: Deal) -> Drawn:
    """Two costs in a cell for bonds; lots as `Acquired` lines; funds with what was reinvested below."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE).upper()
    groups = {
        "Stocks and ETFs": [
            in_lots(dice, (etf if place % 3 == 2 else stock)(dice, taken), 3) for place in range(dice.randrange(4, 13))
        ],
        "Municipal Bonds": [
            till.bought(dice, replace(bond(dice, taken), accrued=money(dice, 9, 500))) for _ in range(dice.randrange(4))
        ],
        "Open End Mutual Funds": [_grown(dice, class_fund(dice, taken)) for _ in range(dice.randrange(1, 5))],
    }
    held = hand(deal, till.filled(groups))
    pencil = Pencil(size=6.8)

    def frame(one: Pencil) -> None:
        across(one, (36, -576), ("WAGONRIDGE ADVISORS", f"Page {one.pages} of 9"), "B", 12, 9)
        across(one, (36, -576), (owner, f"JUNE 1 - JUNE 30, 2026   ACCOUNT NUMBER: {held.number}"), "", 22, 8)

    pencil.on_page = frame
    pencil.page()
    _wagon_snapshot(pencil, dice, owner, held)
    pencil.page()
    pencil.say("Portfolio detail", 36, "B", 14, 12)
    _wagon_cash(pencil, held)
    for title, rows in held.groups.items():
        _wagon_group(pencil, held, title, rows)
    _wagon_activity(pencil, held)
    made = held.closed(
        deal, as_of="2026-06-30", owner=owner, registration="taxable_individual", sweeps=(held.cash or ZERO,)
    )
    return pencil.drawn(made)


def _grown(dice: random.Random, row: Row) -> Row:
    """Bought once; since then dividends were reinvested, which stand without a day."""
    quantity, cost = row.quantity or ZERO, row.cost or ZERO
    first = (quantity * dice.randrange(60, 85) / 100).quantize(D("0.001"))
    then = (quantity * dice.randrange(10, 15) / 100).quantize(D("0.001"))
    paid, more = cents(cost * first / quantity), cents(cost * then / quantity)
    lots = [Lot(f"20{dice.randrange(10, 20)}-03-14", first, paid), Lot("None", then, more)]
    return replace(row, lots=(*lots, Lot("None", quantity - first - then, cost - paid - more)))


def _wagon_snapshot(pencil: Pencil, dice: random.Random, owner: str, held: Hand) -> None:
    pencil.say("SNAPSHOT", 36, "B", 16, 12)
    pencil.say(f"{owner}\nINDIVIDUAL ACCOUNT\n" + address(dice, owner).split("\n", 1)[1], 36, "", 10, 8)
    pencil.y += 12
    then = before(held.total, 6)
    across(pencil, (36, -300, -400), ("Progress summary", "THIS PERIOD", "THIS YEAR"), "B", 13, 8)
    for label, month, year in (
        ("Opening value", then, before(held.total, 1)),
        ("Cash deposited", ZERO, D("2000")),
        ("Securities deposited", ZERO, ZERO),
        ("Cash withdrawn", D("-250"), D("-1500")),
        ("Change in value", held.total - then + 250, D("4112.09")),
    ):
        across(pencil, (36, -300, -400), (label, till.minus(month), plain(year)), "", 11)
    across(pencil, (36, -300, -400), ("Closing value", dollars(held.total), dollars(held.total)), "B", 20)
    across(
        pencil,
        (36, -300, -340, -440, -480, -576),
        ("Portfolio summary", "PREVIOUS VALUE", "%", "CURRENT VALUE", "%", "ESTIMATED"),
        "B",
        9,
        7,
    )
    across(pencil, (36, -300, -440, -576), ("ASSET TYPE", "ON MAY 31", "ON JUN 30", "ANN. INCOME"), "B", 12, 7)
    mix = (("Cash and sweep balances", held.cash or ZERO), *((title, value) for title, (value, _) in held.sums.items()))
    for label, value in mix:
        cells = (
            plain(before(value, 6)),
            share(value, held.total, 2)[:-1],
            plain(value),
            share(value, held.total, 2)[:-1],
        )
        across(
            pencil,
            (36, 50, -300, -340, -440, -480, -576),
            ("", label, *cells, plain(income(Row(None, "", None, None, value)))),
            "",
            11,
        )
    across(
        pencil,
        (50, -300, -340, -440, -480),
        ("Asset value", dollars(then), "100%", dollars(held.total), "100%"),
        "B",
        20,
    )
    pencil.say("Gain/loss summary", 36, "B", 12, 8)
    across(pencil, (36, -220, -320, -420), ("", "UNREALIZED", "THIS PERIOD REALIZED", "THIS YEAR REALIZED"), "B", 11)
    across(pencil, (36, -220, -320, -420), ("Short term (S)", "102.40", "0.00", "-88.10"), "", 11)
    across(pencil, (36, -220, -320, -420), ("Long term (L)", plain(held.value - held.cost), "0.00", "912.55"), "", 11)


def _wagon_cash(pencil: Pencil, held: Hand) -> None:
    cash = plain(held.cash)
    pencil.say("Cash and Sweep Balances", 36, "B", 12, 9)
    pencil.say(
        "Sweep Balances - You have the right to liquidate your sweep balances and to have the proceeds returned to "
        "your\naccount. Balances in the bank sweep are insured by the FDIC up to $250,000 per bank.",
        36,
        "",
        9,
        6,
    )
    places: Places = (36, -300, -390, -480, -576)
    across(pencil, places, ("", "% OF", "ANNUAL PERCENTAGE", "CURRENT", "ESTIMATED"), "B", 8)
    across(pencil, places, ("DESCRIPTION", "ACCOUNT", "YIELD EARNED*", "MARKET VALUE", "ANNUAL INCOME"), "B", 11)
    part = share(held.cash or ZERO, held.total, 2)
    across(pencil, places, ("STANDARD BANK DEPOSIT", part[:-1], "0.02", cash, "1.08"), "", 9)
    pencil.say("Interest Period 06/01/26 - 06/30/26", 36, "", 10)
    across(pencil, places, ("Total Cash and Sweep Balances", part, "", f"${cash}", "$1.08"), "B", 10)
    pencil.say(
        "*APYE measures the total amount of the interest paid on an account based on the interest rate.", 36, "", 18, 6
    )


def _wagon_head(pencil: Pencil, title: str, fixed: bool) -> None:
    pencil.say(title, 36, "B", 12, 9)
    if fixed:
        upper = ("", "% OF", "", "ADJ PRICE/", "ADJ COST/", "CURRENT", "CURRENT", "UNREALIZED", "ACCRUED", "ANNUAL")
        lower = (
            "DESCRIPTION",
            "ACCOUNT",
            "QUANTITY",
            "ORIG PRICE",
            "ORIG COST",
            "PRICE",
            "MARKET VALUE",
            "GAIN/LOSS",
            "INTEREST",
            "INCOME",
        )
    else:
        upper = ("", "% OF", "", "ADJ PRICE/", "ADJ COST/", "CURRENT", "CURRENT", "UNREALIZED", "ANN.", "YIELD")
        lower = (
            "DESCRIPTION",
            "ACCOUNT",
            "QUANTITY",
            "ORIG PRICE",
            "ORIG COST",
            "PRICE",
            "MARKET VALUE",
            "GAIN/LOSS",
            "INCOME",
            "(%)",
        )
    places = WAGON_BONDS if fixed else WAGON
    across(pencil, places, upper, "B", 8, 6)
    across(pencil, places, lower, "B", 11, 6)


def _wagon_group(pencil: Pencil, held: Hand, title: str, rows: list[Row]) -> None:
    fixed = "Bonds" in title

    def again() -> None:
        _wagon_head(pencil, f"{title} continued", fixed)

    pencil.room(100)
    _wagon_head(pencil, title, fixed)
    for row in rows:
        pencil.room(10 * (len(row.lots) + 5), again)
        (_wagon_bond if fixed else _wagon_row)(pencil, held, row)
    value, cost = held.sums[title]
    more = (f"${plain(till.owed(rows))}", f"${plain(incomes(rows))}") if fixed else (f"${plain(incomes(rows))}", "1.53")
    cells = (
        share(value, held.total, 2)[:-1],
        "",
        "",
        f"${plain(cost)}",
        "",
        f"${plain(value)}",
        till.minus(value - cost),
    )
    across(pencil, WAGON_BONDS if fixed else WAGON, (f"Total {title}", *cells, *more), "B", 20)


def _wagon_row(pencil: Pencil, held: Hand, row: Row) -> None:
    for text in cut(row.name, 46):
        pencil.say(text, 36, "", 9)
    pencil.say(row.symbol or "", 36, "", 9)
    alone = len(row.lots) == 1
    place, of_account = "LS", share(row.value, held.total, 2)[:-1]
    for at, (lot, value) in enumerate(till.pieces(row)):
        if lot.day == "None":
            label = f"Reinvestments {place[at - 1]}"
        else:
            term = ("L nc" if lot.day < "2012" else "L") if lot.day < "2025-06" else "S"
            label = f"Acquired {us_day(lot.day, 2)} {term}"
        cells = (
            of_account if alone else "",
            till.count(lot.quantity),
            plain(each(lot, 2)),
            plain(lot.cost),
            plain(row.price, 4) if alone else "",
            plain(value),
            plain(value - lot.cost),
        )
        across(pencil, WAGON, (f" {label}", *cells, *((plain(income(row)), "1.53") if alone else ())), "", 9)
    if not alone:
        cells = (
            of_account,
            till.count(row.quantity or ZERO),
            "",
            f"${plain(row.cost)}",
            plain(row.price, 4),
            f"${plain(row.value)}",
            till.minus(row.gain),
        )
        across(pencil, WAGON, ("Total", *cells, plain(income(row)), "1.53"), "", 9)
    if any(lot.day == "None" for lot in row.lots):
        put = row.lots[0].cost
        pencil.row([(36, "Client Investment (Excluding Reinvestments)"), (-350, f"${plain(put)}")], "", 9)
        text = "Gain/Loss on Client Investment (Including Reinvestments)"
        pencil.row([(36, text), (-512, till.minus(row.value - put))], "", 9)
    pencil.y += 3


def _wagon_bond(pencil: Pencil, held: Hand, row: Row) -> None:
    *name, rate, due = row.name.split()
    pencil.say(" ".join(name), 36, "", 9)
    pencil.say(
        f"CPN {rate} DUE {due[:6]}{due[8:]}\nDTD 03/12/15 FC 09/01/15\nMoody AA2 , S&P AA\nCUSIP {row.cusip}", 36, "", 9
    )
    cells = (
        share(row.value, held.total, 2)[:-1],
        plain(row.quantity, 0),
        plain(till.unit(row)),
        plain(row.cost),
        plain(row.price, 4),
        plain(row.value),
        plain(row.gain),
        plain(row.accrued),
        plain(income(row)),
    )
    across(pencil, WAGON_BONDS, (f" Acquired {us_day(row.lots[0].day, 2)} L nc", *cells), "", 8)
    more = cents((row.cost or ZERO) * D("1.04"))
    across(pencil, (-300, -356), (plain(more / (row.quantity or D(1)) * 100), plain(more)), "", 13)


def _wagon_activity(pencil: Pencil, held: Hand) -> None:
    pencil.room(130)
    pencil.say("Activity detail", 36, "B", 13, 11)
    places: Places = (36, 90, 170, 220, -440, -500, -576)
    across(pencil, places, ("", "", "", "", "", "", "CASH AND"), "B", 8)
    across(
        pencil, places, ("DATE", "TRANSACTION", "QUANTITY", "DESCRIPTION", "PRICE", "AMOUNT", "SWEEP BALANCES"), "B", 11
    )
    across(pencil, places, ("06/01", "", "", "BEGINNING BALANCE", "", "", plain((held.cash or ZERO) - 66)), "", 10)
    running = (held.cash or ZERO) - 66
    for place, row in enumerate(held.rows[:3]):
        running += 22
        across(
            pencil, places, (f"06/{place + 9:02d}", "DIVIDEND", "", row.name[:40], "", "22.00", plain(running)), "", 9
        )
        pencil.say(f"061226 {plain(row.quantity, 0)}", 220, "", 10)
    across(pencil, places, ("06/30", "", "", "ENDING BALANCE", "", "", dollars(held.cash)), "B", 16)
    pencil.say("Messages\nPlease review your statement and report any inaccuracy promptly.", 36, "", 10, 6)
