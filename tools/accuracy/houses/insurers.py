"""A retirement plan by an insurer, in movements and then in units."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, cents, money
from tools.accuracy.drawing import Pencil, dollars, plain
from tools.accuracy.houses import tellings
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.usual import address, before, share
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

ASSETS = {
    "Short-Term Fixed Income": ("Guaranteed Option", "Liquid Assets Separate Account"),
    "Fixed Income": ("Core Plus Bond Separate Account-R6", "Inflation Protection R6 Fund"),
    "Balanced/Asset Allocation": ("Horizon Blend 2040 CIT", "Horizon Blend 2050 CIT", "Diversified Real Asset CIT"),
    "Large U.S. Equity": ("LargeCap S&P 500 Index Separate Account-R6", "Equity Income R6 Fund",
                          "Large Company Growth Separate Account-I2"),
    "Small/Mid U.S. Equity": ("MidCap S&P 400 Index Separate Account-R6", "SmallCap Value II Separate Account-R6"),
    "International Equity": ("Diversified International Separate Account-R6", "Harbor World Growth R6 Fund"),
}  # fmt: skip


MANAGERS = ("Multiple Sub-Advisors", "Prescott Global Investors", "Alder Rock Institutional", "Slate Row & Co")


def prescott(deal: Deal) -> Drawn:
    """A plan of an insurer: moves by option with its manager below, then units to four places; a guaranteed option."""
    dice = deal.dice
    groups = {
        title: [_choice(dice, name) for name in dice.sample(names, dice.randrange(0, len(names) + 1))]
        for title, names in ASSETS.items()
    }
    groups["Large U.S. Equity"] = groups["Large U.S. Equity"] or [_choice(dice, "Equity Income R6 Fund")]
    held = hand(deal, tellings.filled(groups), cash=False)
    held = replace(held, number=f"{dice.randrange(1, 9)}-{dice.randrange(10000, 99999)}")
    owner = dice.choice(PEOPLE)
    made = held.closed(deal, as_of="2026-06-30", owner=owner, registration="401k")
    pencil = Pencil(font="Sans", size=7)
    pencil.on_page = lambda one: _prescott_frame(one, owner, held)
    _prescott_front(pencil, dice, owner, held)
    _prescott_moves(pencil, held)
    _prescott_units(pencil, held)
    pencil.room(60)
    pencil.say(tellings.SMALL, 40, "", 9, 6)
    return pencil.drawn(made)


def _choice(dice: random.Random, name: str) -> Row:
    units, price = D(dice.randrange(100_000, 90_000_000)) / 10**4, D(dice.randrange(110_000, 2_400_000)) / 10**4
    if name.startswith("Guaranteed"):
        return Row(None, name, None, None, money(dice, 200, 60_000))
    return Row(None, name, units, price, cents(units * price))


def _prescott_frame(pencil: Pencil, owner: str, held: Hand) -> None:
    across(pencil, (40, -572), ("Prescott Life", "Retirement Account Statement"), "B", 13, 11)
    across(pencil, (40, -572), ("GRANITE SHIPPING LTD 401(k) PLAN", f"Account number: {held.number}"), "", 11)
    across(pencil, (40, -572), (owner, "04/01/2026 - 06/30/2026"), "", 24)
    pencil.at(-572, f"Page {pencil.pages}", "", 6, 772)


def _prescott_front(pencil: Pencil, dice: random.Random, owner: str, held: Hand) -> None:
    pencil.page()
    pencil.say(address(dice, owner), 40, "", 10)
    pencil.y += 16
    pencil.say("Your account balance", 40, "B", 20, 10)
    pencil.say(dollars(held.total), 40, "B", 20, 16)
    start = sum((before(row.value, place) for place, row in enumerate(held.rows)), ZERO)
    added = D(250 * len(held.rows))
    pencil.say("Account summary", 40, "B", 14, 10)
    across(pencil, (40, -330, -430), ("", "This period", "Year to date"), "B", 12)
    fees = D("1.20") * len(held.rows)
    rest = held.total - start - added + fees
    for label, value, year in (
        ("Beginning balance", start, before(start, 2)),
        ("Employee contributions", added, added * 2),
        ("Plan administrative expense", -fees, -2 * fees),
        ("Gain/loss", rest, held.total - before(start, 2) - added * 2 + 2 * fees),
        ("Ending balance", held.total, held.total),
        ("Vested balance", held.total, held.total),
    ):
        across(pencil, (40, -330, -430), (label, dollars(value), dollars(year)), "B" if "alance" in label else "", 12)
    pencil.y += 10
    loan = money(dice, 900, 9000)
    across(pencil, (40, -330), ("Outstanding loan balance (not included above)", dollars(loan)), "", 12)
    across(pencil, (40, -330), ("Your rate of return this period", "2.41%"), "", 22)
    pencil.say("Your balance by contribution type", 40, "B", 14, 10)
    across(pencil, (40, -330, -400, -500), ("", "Balance", "Vested %", "Vested balance"), "B", 12)
    parts = [
        ("Employee Pretax Elective Deferral", cents(held.total * D("0.6"))),
        ("Roth Elective Deferral", cents(held.total * D("0.1"))),
    ]
    parts.append(("Employer Match", held.total - sum((value for _, value in parts), ZERO)))
    for label, value in parts:
        across(pencil, (40, -330, -400, -500), (label, dollars(value), "100%", dollars(value)), "", 12)
    across(pencil, (40, -330, -400, -500), ("Total", dollars(held.total), "", dollars(held.total)), "B", 24)


def _prescott_moves(pencil: Pencil, held: Hand) -> None:
    places = (40.0, -268.0, -328.0, -386.0, -432.0, -502.0, -572.0)
    pencil.room(120)

    def head() -> None:
        across(pencil, places, ("", "Beginning", "", "Withdrawals/", "", "", "Ending"), "B", 9)
        heads = ("Investment option", "balance", "Additions", "transfers", "Fees", "Gain/loss", "balance")
        across(pencil, places, heads, "B", 12)

    pencil.say("Investment activity", 40, "B", 14, 10)
    head()
    place = 0
    for title, rows in held.groups.items():
        pencil.room(44, head)
        pencil.say(title, 40, "B", 11)
        for row in rows:
            pencil.room(24, head)
            old = before(row.value, place)
            place += 1
            cells = (plain(old), "250.00", "0.00", "-1.20", plain(row.value - old - D("248.80")), plain(row.value))
            across(pencil, places, (row.name, *cells), "", 9)
            pencil.say(MANAGERS[len(row.name) % 4], 48, "", 11, 6)
        across(pencil, places, (f"Total {title}", "", "", "", "", "", dollars(held.sums[title][0])), "B", 15)
    across(pencil, places, ("Total", "", "", "", "", "", dollars(held.total)), "B", 24)


def _prescott_units(pencil: Pencil, held: Hand) -> None:
    places = (40.0, -330.0, -410.0, -500.0, -572.0)
    pencil.room(100)

    def head() -> None:
        across(pencil, places, ("", "Units/shares", "Unit/share value", "Ending balance", "Percent of"), "B", 9)
        across(pencil, places, ("Investment option", "on 06/30/2026", "on 06/30/2026", "", "balance"), "B", 12)

    pencil.say("Units/shares and values", 40, "B", 14, 10)
    head()
    for row in held.rows:
        pencil.room(12, head)
        cells = (plain(row.quantity, 4) or "N/A", "N/A" if row.price is None else f"${plain(row.price, 4)}")
        across(pencil, places, (row.name, *cells, dollars(row.value), share(row.value, held.total)), "", 11)
    across(pencil, places, ("Total", "", "", dollars(held.total), "100%"), "B", 24)
