"""A house like a teachers' retirement provider: contracts of plans, funds with units, an annuity without."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, cents, fund, money
from tools.accuracy.drawing import Pencil, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.usual import before, share
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row


def teagarth(deal: Deal) -> Drawn:
    """Two contracts of a retirement plan: funds by class with units, a guaranteed annuity without, beginning to end."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE)
    plans = (
        ("Marlow University 403(b) Defined Contribution Plan", "403b"),
        ("Marlow University Tax Deferred Annuity Plan", "403b"),
        ("Halden Foundation 401(k) Savings Plan", "401k"),
    )
    dealt = []
    for title, registration in dice.sample(plans, dice.randrange(1, 3)):
        groups = {
            "Equities": [_units(dice, taken) for _ in range(dice.randrange(2, 5))],
            "Fixed income": [_units(dice, taken) for _ in range(dice.randrange(0, 3))],
            "Multi-asset": [_units(dice, taken) for _ in range(dice.randrange(0, 2))],
            "Guaranteed": [_guaranteed(dice)],
        }
        held = hand(deal, {name: rows for name, rows in groups.items() if rows}, cash=False)
        held = replace(held, number=f"{dice.randrange(100000, 999999)}")
        made = held.closed(deal, as_of="2026-06-30", registration=registration)
        dealt.append((title, held, made))
    pencil = Pencil(size=8)
    pencil.on_page = lambda one: _tea_frame(one, owner)
    _tea_front(pencil, owner, [(title, held) for title, held, _ in dealt])
    for title, held, _ in dealt:
        _tea_plan(pencil, dice, title, held)
    return pencil.drawn(*(account for *_, account in dealt))


def _units(dice: random.Random, taken: set[str]) -> Row:
    return replace(fund(dice, taken, 4), cost=None)


def _guaranteed(dice: random.Random) -> Row:
    return Row(None, "Teagarth Traditional", None, None, money(dice, 4_000, 300_000))


def _tea_frame(pencil: Pencil, owner: str) -> None:
    across(pencil, (40, -576), ("TEAGARTH", "RETIREMENT PORTFOLIO STATEMENT"), "B", 12, 10)
    across(pencil, (40, -576), (f"{owner}", "April 1, 2026 to June 30, 2026"), "", 12)
    across(pencil, (-576,), (f"Page {pencil.pages} of 6",), "", 22)


def _tea_front(pencil: Pencil, owner: str, plans: list[tuple[str, Hand]]) -> None:
    pencil.page()
    pencil.say(f"{owner.upper()}\n12 ALDER LANE\nMADISON WI 53703", 40, "", 11)
    pencil.y += 16
    total = sum((held.total for _, held in plans), ZERO)
    across(pencil, (40, -300), ("Your portfolio balance on June 30, 2026", ""), "B", 18, 12)
    pencil.say(dollars(total), 40, "B", 24, 18)
    across(pencil, (40, -400, -500), ("Portfolio activity", "This period", "Year to date"), "B", 13)
    old, year = (
        sum((before(held.total, 6) for _, held in plans), ZERO),
        sum((before(held.total, 2) for _, held in plans), ZERO),
    )
    for label, first, second in (
        ("Beginning balance", dollars(old), dollars(year)),
        ("Your contributions", "1,950.00", "3,900.00"),
        ("Employer contributions", "1,300.00", "2,600.00"),
        ("Gains/Loss", plain(total - old - 3250), plain(total - year - 6500)),
        ("Ending balance", dollars(total), dollars(total)),
    ):
        across(pencil, (40, -400, -500), (label, first, second), "B" if "balance" in label else "", 12)
    pencil.y += 18
    pencil.say("Your plans", 40, "B", 14, 11)
    across(pencil, (40, 330, -500), ("Plan name", "Contract number", "Balance"), "B", 13)
    for title, held in plans:
        across(pencil, (40, 330, -500), (title, held.number, dollars(held.total)), "", 13)
    across(pencil, (40, 330, -500), ("Total", "", dollars(total)), "B", 24)
    pencil.say("Your asset allocation", 40, "B", 14, 11)
    for label, rate in (("Equities", 58), ("Guaranteed", 24), ("Fixed income", 12), ("Multi-asset", 6)):
        across(pencil, (40, -220, -300), (label, f"{rate}%", dollars(cents(total * rate / 100))), "", 12)
    pencil.y += 14
    pencil.say(
        "If your account were converted today to a lifetime income stream beginning at age 67, you "
        "might receive\n$1,204 a month for life (single life annuity) or $1,033 a month (joint and 100% "
        "survivor).",
        40,
        "",
        10,
        7,
    )


def _tea_plan(pencil: Pencil, dice: random.Random, title: str, held: Hand) -> None:
    places = (40.0, -330.0, -400.0, -488.0, -576.0)

    def head() -> None:
        across(pencil, places, ("", "Units/", "Unit/Share", "Beginning", "Ending"), "B", 9)
        across(pencil, places, ("Investment", "Shares", "Price", "Balance", "Balance"), "B", 14)

    pencil.page()
    pencil.say(title, 40, "B", 14, 12)
    pencil.say(f"Contract number {held.number}", 40, "", 18)
    pencil.say("Your investments", 40, "B", 14, 11)
    head()
    for name, rows in held.groups.items():
        pencil.room(50, head)
        pencil.say(name, 40, "B", 12)
        for place, row in enumerate(rows):
            pencil.room(26, head)
            units = plain(row.quantity, 4) if row.quantity is not None else ""
            price = f"${plain(row.price, 4)}" if row.price is not None else ""
            across(
                pencil, places, (row.name, units, price, dollars(before(row.value, place)), dollars(row.value)), "", 13
            )
        value, _ = held.sums[name]
        across(pencil, places, (f"Total {name.lower()}", "", "", dollars(before(value, 6)), dollars(value)), "B", 16)
    across(pencil, places, ("Total", "", "", dollars(before(held.total, 6)), dollars(held.total)), "B", 24)
    _tea_activity(pencil, dice, held)


def _tea_activity(pencil: Pencil, dice: random.Random, held: Hand) -> None:
    pencil.room(120)
    pencil.say("Your transactions", 40, "B", 14, 11)
    places = (40.0, 100.0, 200.0, -420.0, -490.0, -576.0)
    across(pencil, places, ("Date", "Transaction", "Investment", "Units/Shares", "Unit Price", "Amount"), "B", 13)
    for day in ("2026-04-15", "2026-05-15", "2026-06-15"):
        for row in held.rows[:2]:
            price = row.price or D(1)
            count = (D(dice.randrange(100, 900)) / price).quantize(D("0.0001"))
            cells = (
                us_day(day),
                "Contribution",
                row.name[:34],
                plain(count, 4),
                f"${plain(price, 4)}",
                dollars(cents(count * price)),
            )
            across(pencil, places, cells, "", 12)
    pencil.y += 8
    pencil.say("Vesting: 100% of employer contributions. Allocation of future contributions: 60% / 40%.", 40, "", 10, 7)
    pencil.say(
        f"Share of this plan in guaranteed annuities: {share(held.sums['Guaranteed'][0], held.total)}", 40, "", 10, 7
    )
