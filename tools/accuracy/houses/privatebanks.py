"""A house like a bank's brokers: lots under names, adjusted prices and costs over the original ones."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, bond, cents, option, stock
from tools.accuracy.drawing import Pencil, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, hand, in_lots, parts
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import address, before, cut, etf, income, incomes, share
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Lot, Row

COST = (40.0, -262.0, -330.0, -386.0, -454.0, -512.0, -588.0, -654.0, -712.0, -752.0)
KINDS = (("Command Asset Program", None), ("Standard Brokerage", None), ("Rollover IRA", "traditional_ira"))


def wolverley(deal: Deal) -> Drawn:
    """Stocks and options by lots, the adjusted price and cost over the original ones, funds, bonds with accruals."""
    dice, taken = deal.dice, deal.taken
    owner, (kind, registration) = dice.choice(PEOPLE), dice.choice(KINDS)
    shares = [in_lots(dice, stock(dice, taken), 3) for _ in range(dice.randrange(3, 11))]
    written = [option(dice, shares[0], True)] if dice.random() < 0.4 else []
    groups = {
        "Stocks, options & ETFs": [*shares, *[in_lots(dice, etf(dice, taken), 2) for _ in range(dice.randrange(0, 4))]],
        "Options": written,
        "Fixed Income Securities": [_accruing(dice, bond(dice, taken)) for _ in range(dice.randrange(0, 5))],
        "Mutual Funds": [class_fund(dice, taken) for _ in range(dice.randrange(1, 4))],
    }
    held = hand(deal, {title: rows for title, rows in groups.items() if rows})
    facts = {"as_of": "2026-06-30", "owner": owner.upper(), "sweeps": (held.cash or ZERO,)}
    made = held.closed(deal, **({**facts, "registration": registration} if registration else facts))
    pencil = Pencil(landscape=True, size=7)
    pencil.on_page = lambda one: _snap_frame(one, owner, held)
    _snapshot(pencil, dice, owner, kind, held)
    pencil.page()
    _sweep(pencil, held)
    for title, rows in held.groups.items():
        _cost_group(pencil, held, title, rows)
    return pencil.drawn(made)


def _accruing(dice: random.Random, row: Row) -> Row:
    paid = replace(row, accrued=cents(row.value * dice.randrange(1, 20) / 1000))
    return replace(
        paid,
        lots=(Lot(f"20{dice.randrange(14, 26)}-08-0{dice.randrange(1, 9)}", row.quantity or ZERO, row.cost or ZERO),),
    )


def _snap_frame(pencil: Pencil, owner: str, held: Hand) -> None:
    across(pencil, (40, -752), ("WOLVERLEY ADVISORS", "SNAPSHOT" if pencil.pages == 1 else ""), "B", 12, 10)
    across(pencil, (40, -752), (owner.upper(), f"Page {pencil.pages} of 8"), "", 10)
    across(pencil, (40, -752), ("JUNE 1, 2026 - JUNE 30, 2026", ""), "", 10)
    across(pencil, (40,), (f"ACCOUNT NUMBER: {held.number}",), "", 20)


def _snapshot(pencil: Pencil, dice: random.Random, owner: str, kind: str, held: Hand) -> None:
    pencil.page()
    across(pencil, (40, 420), (address(dice, owner).split("\n")[0], "Your Financial Advisor:"), "", 10)
    across(pencil, (40, 420), (address(dice, owner).split("\n")[1], "HARLAN T BECKWORTH"), "", 10)
    across(pencil, (40, 420), (address(dice, owner).split("\n")[2], "Phone: 555-010-8812"), "", 24)
    pencil.say(f"Account type: {kind}", 40, "B", 18, 9)
    across(pencil, (40, 420), ("Progress summary", "Portfolio summary"), "B", 14, 10)
    across(
        pencil,
        (40, -260, -340, 420, -560, -620, -690, -752),
        ("", "THIS PERIOD", "THIS YEAR", "ASSET TYPE", "PREVIOUS VALUE", "%", "CURRENT VALUE", "%"),
        "",
        11,
    )
    start = before(held.total, 8)
    left = [
        ("Opening value", dollars(start), dollars(before(held.total, 1))),
        ("Cash deposited", "0.00", "2,000.00"),
        ("Cash withdrawn", "0.00", "-500.00"),
        ("Income earned", "88.12", "640.10"),
        ("Change in value", plain(held.total - start - D("88.12")), "9,120.33"),
    ]
    kinds = [
        ("Cash and sweep balances", held.cash or ZERO),
        *((title, value) for title, (value, _) in held.sums.items()),
    ]
    for place in range(max(len(left), len(kinds))):
        first = left[place] if place < len(left) else ("", "", "")
        second: tuple[str, ...] = ()
        if place < len(kinds):
            label, value = kinds[place]
            second = (label, plain(before(value, 8)), "12.1", plain(value), share(value, held.total, 2)[:-1])
        across(pencil, (40, -260, -340, 420, -560, -620, -690, -752), (*first, *second), "", 11)
    cells = (
        "Closing value",
        dollars(held.total),
        dollars(held.total),
        "Asset value",
        dollars(start),
        "100%",
        dollars(held.total),
        "100%",
    )
    across(pencil, (40, -260, -340, 420, -560, -620, -690, -752), cells, "B", 24)
    pencil.say("Gain/loss summary", 40, "B", 14, 10)
    across(pencil, (40, -200, -300, -390), ("", "UNREALIZED", "THIS PERIOD REALIZED", "THIS YEAR REALIZED"), "", 11)
    across(pencil, (40, -200, -300, -390), ("Short term (S)", "120.10", "0.00", "-55.21"), "", 11)
    across(pencil, (40, -200, -300, -390), ("Long term (L)", plain(held.value - held.cost), "0.00", "802.00"), "", 11)
    pencil.y += 10
    pencil.say(
        "Investment and Insurance Products are: Not Insured by the FDIC; Not a Deposit; Subject to Investment Risks",
        40,
        "",
        10,
        6,
    )


def _sweep(pencil: Pencil, held: Hand) -> None:
    pencil.say("Portfolio detail", 40, "B", 16, 11)
    pencil.say("Cash and Sweep Balances", 40, "B", 12, 10)
    pencil.say(
        "Sweep Balances - Bank Deposit Sweep consists of monies held at Wolverley Bank, N.A. and are "
        "covered by FDIC insurance.",
        40,
        "",
        12,
        6,
    )
    places = (40.0, -262.0, -480.0, -588.0, -712.0)
    across(pencil, places, ("", "% OF", "ANNUAL PERCENTAGE", "CURRENT", "ESTIMATED"), "", 8)
    across(pencil, places, ("DESCRIPTION", "ACCOUNT", "YIELD EARNED*", "MARKET VALUE", "ANNUAL INCOME"), "", 12)
    cash = held.cash or ZERO
    across(pencil, places, ("Cash", "0.00", "0.00", "0.00", "0.00"), "", 11)
    across(pencil, places, ("BANK DEPOSIT SWEEP", share(cash, held.total, 2)[:-1], "0.02", plain(cash), "0.50"), "", 11)
    across(
        pencil,
        places,
        ("Total Cash and Sweep Balances", share(cash, held.total, 2), "", dollars(cash), "$0.50"),
        "B",
        20,
    )


def _cost_head(pencil: Pencil, title: str) -> None:
    income_head = ("ACCRUED", "INTEREST") if title == "Fixed Income Securities" else ("ESTIMATED", "ANNUAL INCOME")
    upper = ("", "% OF", "", "ADJ PRICE/", "ADJ COST/", "CURRENT", "CURRENT", "UNREALIZED", income_head[0], "YIELD")
    lower = (
        "DESCRIPTION",
        "ACCOUNT",
        "QUANTITY",
        "ORIG PRICE",
        "ORIG COST",
        "PRICE",
        "MARKET VALUE",
        "GAIN/LOSS",
        income_head[1],
        "(%)",
    )
    across(pencil, COST, upper, "", 8, 6)
    across(pencil, COST, lower, "", 12, 6)


def _cost_group(pencil: Pencil, held: Hand, title: str, rows: list[Row]) -> None:
    def again() -> None:
        pencil.say(f"{title} (CONTINUED)", 40, "B", 12, 10)
        _cost_head(pencil, title)

    pencil.room(80)
    pencil.say(title, 40, "B", 12, 10)
    if title.startswith("Stocks"):
        pencil.say("Stocks and ETFs", 40, "B", 11, 8)
    _cost_head(pencil, title)
    for row in rows:
        pencil.room(20 * max(1, len(row.lots)) + 30, again)
        if row.lots:
            _cost_lots(pencil, held, row, title)
        else:
            _cost_line(pencil, held, row)
    value, cost = held.sums[title]
    fixed, accrued = title == "Fixed Income Securities", sum((row.accrued or ZERO for row in rows), ZERO)
    cells = (
        share(value, held.total, 2),
        "",
        "",
        dollars(cost),
        "",
        dollars(value),
        dollars(value - cost).replace("(", "-").replace(")", ""),
        dollars(accrued if fixed else incomes(rows)),
        "",
    )
    across(pencil, COST, (f"Total {title}", *cells), "B", 20)


def _units(count: D) -> str:
    return plain(count, 0 if count == count.to_integral() else 5)


def _cost_line(pencil: Pencil, held: Hand, row: Row) -> None:
    unit = abs((row.cost or ZERO) / ((row.quantity or D(1)) * (100 if row.kinds else 1)))
    cells = (
        share(row.value, held.total, 2)[:-1],
        _units(row.quantity or ZERO),
        plain(unit, 2),
        plain(row.cost),
        plain(row.price, 4),
        plain(row.value),
        plain(row.gain),
        plain(income(row)),
        "1.53",
    )
    lines = cut(row.name, 38)
    across(pencil, COST, (lines[0], *cells), "", 9)
    for line in lines[1:]:
        pencil.say(line, 40, "", 9)
    if row.symbol:
        pencil.say(f"{row.symbol}    On Reinvestment", 40, "", 12)
    else:
        pencil.y += 4


def _cost_lots(pencil: Pencil, held: Hand, row: Row, title: str) -> None:
    fixed = title == "Fixed Income Securities"
    names = [*cut(row.name, 36), *((f"CUSIP {row.cusip}", "Moody's A1 , S&P A+") if fixed else (row.symbol or "",))]
    for line in names[: len(names) if len(row.lots) > 1 or fixed else -1]:
        pencil.say(line, 40, "", 9)
    lots = parts(row)
    for lot, value in lots:
        unit = (lot.cost / lot.quantity) * (100 if fixed else 1)
        term = "L" if lot.day < "2025-06-30" else "S"
        front = f"Acquired {us_day(lot.day, 2)} {term}"
        if len(lots) == 1 and not fixed:
            pencil.say(names[-1], 40, "", 9)
        last = (plain(row.accrued), "4.10") if fixed else (plain(income(row)), "1.53") if len(lots) == 1 else ("", "")
        whole = share(row.value, held.total, 2)[:-1] if len(lots) == 1 else ""
        shown = (whole, _units(lot.quantity))
        across(
            pencil,
            COST,
            (
                f"  {front}",
                *shown,
                plain(unit, 2),
                plain(lot.cost),
                plain(row.price, 4),
                plain(value),
                plain(value - lot.cost),
                *last,
            ),
            "",
            8 if fixed else 10,
        )
        if fixed:
            original = cents(lot.cost * D("1.0112"))
            across(pencil, COST, ("", "", "", plain(unit * D("1.0112"), 2), plain(original)), "", 12)
    if len(lots) > 1:
        cells = (
            share(row.value, held.total, 2)[:-1],
            _units(row.quantity or ZERO),
            "",
            dollars(row.cost),
            plain(row.price, 4),
            dollars(row.value),
            dollars(row.gain).replace("(", "-").replace(")", ""),
            dollars(income(row)),
            "1.53",
        )
        across(pencil, COST, ("Total", *cells), "B", 13)
    pencil.y += 3
