"""Houses with two figures in a cell, one below the other: adjusted over original cost, value over what is owed."""

from dataclasses import replace

from tools.accuracy.content import bond, cents, money, stock
from tools.accuracy.drawing import Pencil, bracketed, plain, us_day
from tools.accuracy.houses.hands import Hand, across, each, framed, hand, in_lots, in_one, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

SHARES = (40.0, -250.0, -305.0, -370.0, -440.0, -505.0, -580.0, -655.0, -710.0, -752.0)
FACES = (40.0, -330.0, -400.0, -480.0, -550.0, -625.0, -690.0, -752.0)


def cranbourne(deal: Deal) -> Drawn:
    """Lines that begin `Acquired` below name and symbol; share of the account first; original below adjusted cost."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "Stocks, options & ETFs": [
            in_lots(dice, stock(dice, taken, odd=one % 3 == 1), 3) for one in range(dice.randrange(3, 11))
        ],
        "Fixed income securities": [
            replace(in_one(bond(dice, taken), "2021-03-0" + str(1 + one)), accrued=money(dice, 3, 500))
            for one in range(dice.randrange(1, 5))
        ],
    }
    held = hand(deal, groups)
    pencil = Pencil(landscape=True, font="Sans", size=7)
    framed(
        pencil,
        ("Cranbourne Advisors", "SNAPSHOT"),
        ("PRUDENCE OKONJO-HALE", "Current period ending June 30, 2026"),
        (f"ACCOUNT NUMBER: {held.number}", "Page ~"),
    )
    _progress(pencil, held)
    pencil.say("Cash and sweep balances", 40, "B", 12, 9)
    places = (40.0, -250.0, -360.0, -480.0, -580.0)
    across(pencil, places[1:], ("% OF", "ANNUAL PERCENTAGE", "CURRENT", "ESTIMATED"), "B", 8)
    across(pencil, places, ("DESCRIPTION", "ACCOUNT", "YIELD EARNED*", "MARKET VALUE", "ANNUAL INCOME"), "B", 11)
    cash = (plain(100 * (held.cash or ZERO) / held.total), "0.02", plain(held.cash), "1.43")
    across(pencil, places, ("BANK DEPOSIT SWEEP", *cash), "", 9)
    pencil.say("Interest Period 06/01/26 - 06/30/26", 40, "", 12)
    across(pencil, places, ("Total cash and sweep balances", cash[0], "", cash[2], cash[3]), "B", 22)
    for title in held.groups:
        _adjusted(pencil, held, title)
    pencil.say("L: long term   S: short term   nc: cost information for this lot is not covered by reporting rules.")
    return pencil.drawn(
        held.closed(deal, as_of="2026-06-30", owner="PRUDENCE OKONJO-HALE", sweeps=(held.cash or ZERO,))
    )


def _progress(pencil: Pencil, held: Hand) -> None:
    pencil.say("Progress summary", 40, "B", 12, 9)
    across(pencil, (40, -330, -430), ("", "THIS PERIOD", "THIS YEAR"), "B", 11)
    for label, month, year in (
        ("Opening value", held.total - 812, held.total - 9_300),
        ("Cash deposited", ZERO, D(5000)),
        ("Securities deposited", ZERO, ZERO),
        ("Change in value", D(812), D(4300)),
        ("Closing value", held.total, held.total),
    ):
        across(pencil, (40, -330, -430), (label, f"${plain(month)}", f"${plain(year)}"), "", 11)
    pencil.y += 14


def _adjusted(pencil: Pencil, held: Hand, title: str) -> None:
    def head() -> None:
        upper = ("", "% OF", "", "ADJ PRICE/", "ADJ COST/", "CURRENT", "CURRENT", "UNREALIZED")
        last = ("ESTIMATED", "ANNUAL") if "Stocks" in title else ("ACCRUED", "ESTIMATED")
        across(pencil, SHARES, (*upper, *last), "B", 8)
        lower = ("DESCRIPTION", "ACCOUNT", "QUANTITY", "ORIG PRICE", "ORIG COST", "PRICE", "MARKET VALUE")
        last = ("ANNUAL INCOME", "YIELD (%)") if "Stocks" in title else ("INTEREST", "ANN INCOME")
        across(pencil, SHARES, (*lower, "GAIN/LOSS", *last), "B", 12)

    def again() -> None:
        pencil.say(f"{title} continued", 40, "B", 12, 9)
        head()

    pencil.room(90)
    pencil.say(title, 40, "B", 12, 9)
    head()
    for row in held.groups[title]:
        pencil.room(24 + 10 * (len(row.lots) + 2), again)
        _acquired(pencil, row, held.total)
    value, cost = held.sums[title]
    share = plain(100 * value / held.total)
    sums = ("", "", plain(cost), "", f"${plain(value)}", bracketed(value - cost), "", "")
    across(pencil, SHARES, (f"Total {title}", share, *sums), "B", 22)


def _acquired(pencil: Pencil, row: Row, total: D) -> None:
    """Name, identifier, then a line for each lot; a sum where there are several."""
    pencil.say(row.name, 40, "B", 9)
    pencil.say(f"CUSIP {row.cusip}" if row.cusip else row.symbol or "", 40, "", 9)
    share, income, scale = plain(100 * row.value / total), plain(cents(row.value / 50)), 100 if row.cusip else 1
    last = (plain(row.accrued), income) if row.cusip else (income, "2.00")
    for lot, value in parts(row) if len(row.lots) > 1 else [(row.lots[0], row.value)]:
        alone = len(row.lots) == 1
        day = f"Acquired {us_day(lot.day, 2)} {'L' if lot.day < '2025-07' else 'S'}{' nc' if lot.day < '2014' else ''}"
        figures = (plain(lot.quantity, 0), plain(each(lot) * scale, 4), plain(lot.cost), plain(row.price, 4))
        cells: tuple[str, ...] = (day, share if alone else "", *figures, plain(value), bracketed(value - lot.cost))
        across(pencil, SHARES, (*cells, *(last if alone else ())), "", 9)
        if row.cusip:
            first = lot.cost + 41
            across(pencil, SHARES[3:], (plain(first * 100 / lot.quantity, 4), plain(first)), "", 9)
    if len(row.lots) > 1:
        cells = (plain(row.quantity, 0), "", plain(row.cost), plain(row.price, 4), plain(row.value))
        across(pencil, SHARES, ("Total", share, *cells, bracketed(row.gain), *last), "B", 9)
    pencil.y += 4


def overbury(deal: Deal) -> Drawn:
    """What is owed below each value and its price; sums of sub-classes, classes and all in the same two lines."""
    dice, taken = deal.dice, deal.taken

    def owed(row: Row) -> Row:
        return replace(row, accrued=money(dice, 1, 90))

    groups = {
        "US EQUITY": [owed(stock(dice, taken)) for _ in range(dice.randrange(3, 9))],
        "NON-US EQUITY": [owed(stock(dice, taken, odd=True)) for _ in range(dice.randrange(2, 5))],
        "INVESTMENT GRADE FIXED INCOME": [
            replace(owed(bond(dice, taken)), cusip=None) for _ in range(dice.randrange(2, 6))
        ],
    }
    held = hand(deal, groups)
    pencil = Pencil(landscape=True, size=7.5)
    framed(
        pencil,
        ("OVERBURY Private Wealth", "Period Ended June 30, 2026"),
        (f"FENWICK FAMILY TRUST    Portfolio No: {held.number}", "Statement Detail"),
    )
    pencil.say("CASH, DEPOSITS & MONEY MARKET FUNDS", 40, "B", 11)
    _face_heads(pencil)
    cells = (plain(held.cash), "1.0000", plain(held.cash), "1.0000", plain(held.cash), "0.00", "0.00")
    across(pencil, FACES, ("U.S. DOLLAR", *cells), "", 9)
    across(pencil, FACES[3:], ("12.04",), "", 11)
    across(pencil, FACES, ("TOTAL CASH, DEPOSITS & MONEY MARKET FUNDS", "", "", plain(held.cash)), "B", 20)
    for title in held.groups:
        _owed_below(pencil, held, title)
    accrued = sum((row.accrued or ZERO for row in held.rows), D("12.04"))
    cash = held.cash or ZERO
    sums = ("", "", plain(held.total), "", plain(held.cost + cash), bracketed(held.value - held.cost))
    across(pencil, FACES, ("TOTAL PORTFOLIO", *sums), "B", 9)
    across(pencil, FACES[3:], (plain(accrued),), "B", 12)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(cash,)))


def _face_heads(pencil: Pencil) -> None:
    upper = ("", "Quantity /", "", "Market Value /", "", "", "Unrealized", "Estimated")
    across(pencil, FACES, upper, "B", 8)
    lower = ("", "Current Face", "Market Price", "Accrued Income", "Unit Cost", "Cost Basis", "Gain (Loss)")
    across(pencil, FACES, (*lower, "Annual Income"), "B", 12)


def _owed_below(pencil: Pencil, held: Hand, title: str) -> None:
    def again() -> None:
        pencil.say(f"{title} (Continued)", 40, "B", 11)
        _face_heads(pencil)

    pencil.room(80)
    pencil.say(title, 40, "B", 11)
    _face_heads(pencil)
    for row in held.groups[title]:
        pencil.room(24, again)
        scale = 1 if row.symbol else 100
        unit = (row.cost or ZERO) * scale / (row.quantity or D(1))
        name = f"{row.name.upper()} ({row.symbol})" if row.symbol else row.name
        figures = (plain(row.quantity), plain(row.price, 4), plain(row.value), plain(unit, 4), plain(row.cost))
        across(pencil, FACES, (name, *figures, bracketed(row.gain), plain(cents(row.value / 40))), "", 9)
        across(pencil, FACES[3:], (plain(row.accrued),), "", 10)
    value, cost = held.sums[title]
    accrued = sum((row.accrued or ZERO for row in held.groups[title]), ZERO)
    sums = (plain(value), "", plain(cost), bracketed(value - cost), plain(cents(value / 40)))
    across(pencil, FACES, (f"TOTAL {title}", "", "", *sums), "B", 9)
    across(pencil, FACES[3:], (plain(accrued),), "B", 20)
