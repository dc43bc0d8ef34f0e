"""A house like a private bank: an outline of accounts, equity by sleeve, bonds with accruals, private funds."""

import random
from dataclasses import replace
from typing import Any

from tools.accuracy.content import PEOPLE, cents, cusip, stock, venture
from tools.accuracy.drawing import Pencil, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.usual import before, cut, income, incomes, share, treasury
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

EQUITY = (40.0, -290.0, -366.0, -446.0, -528.0, -606.0, -690.0, -752.0)
SLEEVES = ("US Large Cap Equity", "US Mid Cap Equity", "Non-US Equity")


def pierrepont(deal: Deal) -> Drawn:
    """Accounts of a household: an outline over all, equity by sleeve, fixed income with accruals, private funds."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE).upper()
    dealt = []
    for place, title in enumerate((f"{owner} REV TRUST", f"{owner} ASSET ACCOUNT")[: dice.randrange(1, 3)]):
        groups = {
            sleeve: [_share(dice, taken) for _ in range(dice.randrange(1, 6))]
            for sleeve in SLEEVES[: dice.randrange(1, 4)]
        }
        groups["US Fixed Income"] = [treasury(dice, taken) for _ in range(dice.randrange(0, 4))]
        groups["Private Investments"] = (
            [venture(dice, taken) for _ in range(dice.randrange(0, 3))] if place == 0 else []
        )
        held = hand(deal, {name: rows for name, rows in groups.items() if rows})
        held = replace(held, number=f"{dice.choice('ABGW')}{dice.randrange(10**4, 10**5)}{dice.randrange(1000, 9999)}")
        facts: dict[str, Any] = {"as_of": "2026-06-30", "sweeps": (held.cash or ZERO,)}
        dealt.append((title, held, held.closed(deal, **facts)))
    pencil = Pencil(landscape=True, size=7.5)
    _consolidated(pencil, owner, [(title, held) for title, held, _ in dealt])
    for title, held, _ in dealt:
        _private_account(pencil, title, held)
    return pencil.drawn(*(account for *_, account in dealt))


def _share(dice: random.Random, taken: set[str]) -> Row:
    return replace(stock(dice, taken), cusip=cusip(dice, taken))


def _consolidated(pencil: Pencil, owner: str, accounts: list[tuple[str, Hand]]) -> None:
    pencil.page()
    pencil.row([(40, "Pierrepont Private Bank")], "B", 24, 13)
    across(pencil, (40, -752), (f"{owner}", "For the Period 6/1/26 to 6/30/26"), "B", 24, 10)
    pencil.say("Consolidated Summary", 40, "B", 16, 11)
    across(
        pencil,
        (40, 250, -460, -560, -660, -752),
        ("", "Account", "Beginning Net", "Ending Net", "Change", "Start on"),
        "",
        9,
    )
    across(
        pencil,
        (40, 250, -460, -560, -660, -752),
        ("Investment Account(s)", "Number", "Market Value", "Market Value", "In Value", "Page"),
        "",
        12,
    )
    for place, (title, held) in enumerate(accounts):
        old = before(held.total, 5)
        across(
            pencil,
            (40, 250, -460, -560, -660, -752),
            (title, held.number, plain(old), plain(held.total), plain(held.total - old), str(3 + 6 * place)),
            "",
            12,
        )
    total = sum((held.total for _, held in accounts), ZERO)
    old = sum((before(held.total, 5) for _, held in accounts), ZERO)
    across(
        pencil,
        (40, 250, -460, -560, -660),
        ("Total Value", "", dollars(old), dollars(total), dollars(total - old)),
        "B",
        24,
    )
    pencil.say(
        "This portfolio is made up of the accounts above. Accruals are not included in market values.", 40, "", 10, 6
    )


def _private_frame(pencil: Pencil, title: str, held: Hand) -> None:
    across(pencil, (40, -752), ("Pierrepont", f"{title} ACCT. {held.number}"), "B", 11, 9)
    across(pencil, (-752,), ("For the Period 6/1/26 to 6/30/26",), "", 24)
    pencil.at(-752, f"Page {pencil.pages} of 14", "", 7, 592)


def _private_account(pencil: Pencil, title: str, held: Hand) -> None:
    pencil.on_page = lambda one: _private_frame(one, title, held)
    pencil.page()
    pencil.say("Account Summary", 40, "B", 16, 12)
    places = (40.0, -260.0, -350.0, -440.0, -540.0, -630.0)
    across(pencil, places, ("", "Beginning", "Ending", "Change", "Estimated", "Current"), "", 9)
    across(
        pencil,
        places,
        ("Asset Allocation", "Market Value", "Market Value", "In Value", "Annual Income", "Allocation"),
        "",
        12,
    )
    equity = sum((value for name, (value, _) in held.sums.items() if "Equity" in name), ZERO)
    fixed = held.sums.get("US Fixed Income", (ZERO, ZERO))[0]
    other = held.sums.get("Private Investments", (ZERO, ZERO))[0]
    for label, value in (
        ("Equity", equity),
        ("Alternative Assets", other),
        ("Cash & Fixed Income", fixed + (held.cash or ZERO)),
    ):
        old = before(value, 5)
        across(
            pencil,
            places,
            (label, plain(old), plain(value), plain(value - old), plain(cents(value / 50)), share(value, held.total)),
            "",
            12,
        )
    accrued = sum((row.accrued or ZERO for row in held.rows), ZERO)
    old = before(held.total, 5)
    across(
        pencil,
        places,
        ("Market Value", dollars(old), dollars(held.total), dollars(held.total - old), "", "100%"),
        "B",
        12,
    )
    across(pencil, places, ("Accruals", plain(accrued), plain(accrued), "0.00"), "", 12)
    across(
        pencil,
        places,
        (
            "Market Value with Accruals",
            dollars(old + accrued),
            dollars(held.total + accrued),
            dollars(held.total - old),
        ),
        "B",
        24,
    )
    for name, rows in held.groups.items():
        if "Equity" in name:
            _sleeve(pencil, held, name, rows)
    _private_funds(pencil, held)
    _cash_and_bonds(pencil, held, fixed)


def _sleeve_head(pencil: Pencil) -> None:
    across(pencil, EQUITY, ("", "", "", "", "Adjusted Tax Cost", "Unrealized", "Est. Annual Inc.", ""), "", 9)
    across(
        pencil,
        EQUITY,
        ("", "Price", "Quantity", "Value", "Original Cost", "Gain/Loss", "Accrued Div.", "Yield"),
        "",
        13,
    )


def _sleeve(pencil: Pencil, held: Hand, name: str, rows: list[Row]) -> None:
    def again() -> None:
        pencil.say("Equity Detail CONTINUED", 40, "B", 14, 11)
        _sleeve_head(pencil)

    pencil.room(90)
    pencil.say("Equity Detail", 40, "B", 14, 11)
    _sleeve_head(pencil)
    pencil.say(name, 40, "B", 12)
    for row in rows:
        pencil.room(34, again)
        code = row.cusip or ""
        figures = (
            plain(row.price, 2),
            plain(row.quantity, 3),
            plain(row.value),
            plain(row.cost),
            plain(row.gain),
            plain(income(row)),
            "1.53%",
        )
        lines = cut(row.name, 34)
        across(pencil, EQUITY, (lines[0], *figures), "", 10)
        for line in lines[1:]:
            pencil.say(line, 40, "", 9)
        pencil.say(f"{code[:6]}-{code[6:8]}-{code[8:]}  {row.symbol}", 40, "", 14)
    value, cost = held.sums[name]
    across(
        pencil,
        EQUITY,
        (
            f"Total {name}",
            "",
            "",
            dollars(value),
            dollars(cost),
            dollars(value - cost),
            dollars(incomes(rows)),
            "1.53%",
        ),
        "B",
        22,
    )


def _private_funds(pencil: Pencil, held: Hand) -> None:
    rows = held.groups.get("Private Investments", [])
    if not rows:
        return
    pencil.room(110)
    pencil.say("Alternative Assets Detail", 40, "B", 14, 11)
    places = (40.0, -330.0, -420.0, -510.0, -600.0, -690.0)
    across(pencil, places, ("", "Capital", "Capital Called", "Unfunded", "", "Estimated"), "", 9)
    across(
        pencil,
        places,
        ("Private Investments", "Commitment", "Since Inception", "Commitment", "Valuation Date", "Value"),
        "",
        13,
    )
    for row in rows:
        cells = (
            plain(row.commitment),
            plain(row.called),
            plain(row.unfunded),
            us_day(row.nav_date or "", 2),
            plain(row.value),
        )
        across(pencil, places, (row.name, *cells), "", 13)
    value = held.sums["Private Investments"][0]
    across(pencil, places, ("Total Private Investments", "", "", "", "", dollars(value)), "B", 14)
    pencil.say(
        "Values are estimates from the general partner, adjusted for later contributions and distributions.",
        40,
        "",
        20,
        6,
    )


def _cash_and_bonds(pencil: Pencil, held: Hand, fixed: D) -> None:
    def head() -> None:
        across(pencil, EQUITY, ("", "", "", "", "Adjusted Tax Cost", "Unrealized", "Est. Annual Income", ""), "", 9)
        across(
            pencil,
            EQUITY,
            ("", "Price", "Quantity", "Value", "Original Cost", "Gain/Loss", "Accrued Interest", "Yield"),
            "",
            13,
        )

    pencil.room(110)
    pencil.say("Cash & Fixed Income Detail", 40, "B", 14, 11)
    head()
    cash = held.cash or ZERO
    pencil.say("Cash", 40, "B", 12)
    across(
        pencil,
        EQUITY,
        ("US DOLLAR PRINCIPAL", "1.00", plain(cash), plain(cash), plain(cash), "", "4.10", "0.03%"),
        "",
        14,
    )
    if "US Fixed Income" in held.groups:
        pencil.say("US Fixed Income", 40, "B", 12)
        for row in held.groups["US Fixed Income"]:
            pencil.room(34, head)
            code = row.cusip or ""
            figures = (
                plain(row.price, 3),
                plain(row.quantity),
                plain(row.value),
                plain(row.cost),
                plain(row.gain),
                plain(income(row, D("0.041"))),
                "4.12%",
            )
            lines = [*cut(row.name, 34), ""]
            across(pencil, EQUITY, (lines[0], *figures), "", 10)
            across(pencil, EQUITY, (lines[1], "", "", "", plain(row.cost), "", plain(row.accrued)), "", 10)
            pencil.say(f"{code[:6]}-{code[6:8]}-{code[8:]}", 40, "", 14)
        value, cost = held.sums["US Fixed Income"]
        across(
            pencil,
            EQUITY,
            ("Total US Fixed Income", "", "", dollars(value), dollars(cost), dollars(value - cost)),
            "B",
            14,
        )
    across(pencil, EQUITY, ("Total Cash & Fixed Income", "", "", dollars(fixed + cash)), "B", 20)
