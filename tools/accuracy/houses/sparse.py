"""Plain houses: a branch broker, a summary beside the table, signs of currency apart, lots marked as covered."""

from collections.abc import Callable
from dataclasses import replace

from tools.accuracy.content import bond, fund, stock, symbol
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, framed, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

BESIDE = (("Allocation", ""), ("US equity", "61.0%"), ("Foreign equity", "20.5%"), ("Fixed income", "12.0%"),
          ("Cash", "6.5%"), ("", ""), ("Income this year", ""), ("Dividends", "1,204.10"), ("Interest", "88.12"),
          ("Total income", "1,292.22"))  # fmt: skip


def oakridge(deal: Deal) -> Drawn:
    """A branch broker: the price before the quantity, signs of currency on first rows, symbols in a note below."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken, odd=place % 3 == 1) for place in range(dice.randrange(3, 8))]
    count = range(dice.randrange(1, 6))
    funds = [replace(fund(dice, taken), symbol=symbol(dice, taken) + "X") for _ in count]
    held = hand(deal, {"Stocks": shares, "Mutual Funds": funds})
    pencil = Pencil(font="Serif", size=8)
    framed(
        pencil,
        ("Account Holder(s): Ines Calloway", "June 1 - June 30, 2026"),
        (f"Account Number: {held.number}", "Statement Type: Preferred"),
    )
    pencil.say("Account Value", 40, "B", 14, 12)
    pencil.say(dollars(held.total), 40, "B", 18, 16)
    across(pencil, (40, -200), ("1 Month Ago", dollars(held.total - 99)))
    across(pencil, (40, -200), ("1 Year Ago", dollars(held.total - 9999)), "", 26)
    pencil.say("Your Assets at Oakridge", 40, "B", 14, 11)
    across(pencil, (-420, -500, -572), ("Beginning Balance", "Deposits", "Ending Balance"), "B", 10)
    pencil.say("Cash & Money Market", 40, "B", 12)
    cash = held.cash or ZERO
    cells = ("Insured Bank Deposit 0.25%*", plain(cash - 20), "20.00", dollars(cash))
    across(pencil, (40, -420, -500, -572), cells, "", 20)
    for title, rows in held.groups.items():
        _owned(pencil, title, rows)
    across(pencil, (40, -572), ("Total Account Value", dollars(held.total)), "B", 20)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(cash,)))


def _owned(pencil: Pencil, title: str, rows: list[Row]) -> None:
    places = (40.0, -250.0, -320.0, -395.0, -480.0, -572.0)
    pencil.room(80)
    across(pencil, places, (title, "Price", "Quantity", "Cost Basis", "Unrealized Gain/Loss", "Value"), "B", 13)
    whole = title == "Stocks"
    for place, row in enumerate(rows):
        pencil.room(30)
        name = row.name.upper() if whole else row.name
        cut = len(name) if len(name) < 30 else name.rfind(" ", 0, 30)
        mark = "" if place else "$"
        cells: tuple[str, ...] = (
            name[:cut],
            f"{mark}{plain(row.price, 2 if whole else 3)}",
            plain(row.quantity, 0 if whole else 3),
        )
        cells = (*cells, plain(row.cost), bracketed(row.gain), f"{mark}{plain(row.value)}")
        across(pencil, places, cells, "", 10)
        if name[cut:]:
            pencil.say(name[cut + 1 :], 40, "", 10)
        pencil.say(f"Symbol: {row.symbol}   Asset Category: Growth", 40, "", 13, 6.5)
    pencil.y += 6


def tandridge(deal: Deal) -> Drawn:
    """Shares of kinds and the year's income stand at the right of the holdings, on the same lines."""
    dice = deal.dice
    held = hand(deal, {"Holdings": [stock(dice, deal.taken) for _ in range(dice.randrange(3, 12))]})
    pencil = Pencil(landscape=True, font="Sans", size=7.5)
    ending = (f"Account ending in {held.number[-4:]}", "Statement date: 30-Jun-2026")
    framed(pencil, ("Tandridge Investments", ""), ending)
    top = pencil.y
    places = (40.0, 100.0, -300.0, -355.0, -430.0, -500.0)
    across(pencil, places, ("Ticker", "Holding", "Units", "Last", "Cost", "Market value"), "B")
    for row in held.rows:
        cells = (row.symbol or "", row.name, plain(row.quantity, 0), plain(row.price), plain(row.cost))
        across(pencil, places, (*cells, plain(row.value)))
    across(pencil, places, ("", "Settled cash", "", "", "", plain(held.cash)))
    across(pencil, places, ("", "Portfolio total", "", "", "", plain(held.total)), "B")
    for place, (label, value) in enumerate(BESIDE):
        pencil.at(560, label, "" if value else "B", y=top + 13 * place)
        pencil.at(-740, value, y=top + 13 * place)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def dollarby(deal: Deal) -> Drawn:
    """Signs of currency at the left of their column, apart from the figure; losses in angle brackets."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken, odd=place % 2 == 0) for place in range(dice.randrange(4, 14))]
    held = hand(deal, {"Stocks": shares, "Bonds": [bond(dice, taken) for _ in range(dice.randrange(1, 4))]})
    pencil = Pencil(font="Times", size=8)
    framed(
        pencil,
        ("DOLLARBY SECURITIES CORP.", f"Account: {held.number}"),
        ("STATEMENT OF ACCOUNT", "06-30-2026"),
    )
    places = (40.0, -270.0, -330.0, -410.0, -490.0, -565.0)
    signs = (285.0, 345.0, 425.0, 505.0)
    for title, rows in held.groups.items():
        pencil.say(title.upper(), 40, "B", 13)
        across(pencil, places, ("Description", "Quantity", "Price", "Market Value", "Cost", "Gain/<Loss>"), "B")
        for place, row in enumerate(rows):
            pencil.room(26)
            for x in () if place else signs:
                pencil.at(x, "$")
            cells: tuple[str, ...] = (
                row.name[:34],
                plain(row.quantity, 0),
                plain(row.price, 3),
                plain(row.value),
                plain(row.cost),
            )
            across(pencil, places, (*cells, _angled(row.gain or ZERO)), "", 9.5)
            pencil.say(row.symbol or row.cusip or "", 52, "", 12, 7)
        value, cost = held.sums[title]
        for x in signs[1:]:
            pencil.at(x, "$", "B")
        cells = (f"Total {title}", "", "", plain(value), plain(cost), _angled(value - cost))
        across(pencil, places, cells, "B", 22)
    pencil.say("CASH", 40, "B", 13)
    for label, amount, style in (("Credit balance", held.cash, ""), ("Total Account Value", held.total, "B")):
        pencil.at(345, "$", style)
        across(pencil, places, (label, "", "", plain(amount)), style, 14)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _angled(value: D) -> str:
    return f"<{plain(-value)}>" if value < 0 else plain(value)


def variston(deal: Deal) -> Drawn:
    """`Various` in the place of a day, lots below with letters of term and cover, a mark at costs of wash sales."""
    dice = deal.dice
    rows = [in_lots(dice, stock(dice, deal.taken, odd=place % 3 == 1), 4) for place in range(dice.randrange(3, 10))]
    held = hand(deal, {"Equity": rows})
    pencil = Pencil(landscape=True, font="Sans", size=7.5)
    framed(pencil, ("Variston Brokerage", f"Brokerage account # {held.number}"), ("", "June 2026"))
    pencil.say("HOLDINGS AS OF JUNE 30, 2026", 40, "B", 15, 10)
    _various(pencil, held)
    value, cost = held.sums["Equity"]
    sums = (plain(value), plain(cost), bracketed(value - cost))
    across(pencil, (90, -445, -575, -650), ("Total Equity", *sums), "B", 16)
    across(pencil, (90, -445), ("Cash balance", plain(held.cash)), "", 12)
    across(pencil, (90, -445), ("Total Account", plain(held.total)), "B", 20)
    pencil.say("w  Includes a wash sale adjustment.", 40, "", 10, 6)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def _various(pencil: Pencil, held: Hand) -> None:
    places = (40.0, 90.0, -320.0, -375.0, -445.0, -510.0, -575.0, -650.0, 662.0, 700.0)

    def head() -> None:
        across(pencil, places[5:], ("Date", "Adjusted", "Unrealized", "Term", "Covered/"), "B", 9)
        lower = ("Symbol", "Description", "Quantity", "Price", "Value", "Acquired", "Cost Basis", "Gain/(Loss)", "")
        across(pencil, places, (*lower, "Noncovered"), "B")

    head()
    write: Callable[[D | None], str] = bracketed
    for row in held.rows:
        pencil.room(60, head)
        many = len(row.lots) > 1
        day = "Various" if many else us_day(row.lots[0].day)
        cells: tuple[str, ...] = (
            row.symbol or "",
            row.name,
            plain(row.quantity, 0),
            plain(row.price),
            plain(row.value),
            day,
        )
        marks = ("", "") if many else ("L", "C")
        across(pencil, places, (*cells, plain(row.cost), write(row.gain), *marks), "", 11)
        for place, (lot, value) in enumerate(parts(row) if many else ()):
            paid = plain(lot.cost) + ("w" if place == 1 else "")
            cells = ("", "", plain(lot.quantity, 0), "", plain(value), us_day(lot.day), paid, write(value - lot.cost))
            marks = ("L" if lot.day < "2025-07" else "S", "N" if lot.day < "2015" else "C")
            across(pencil, places, (*cells, *marks), "", 10, 6.5)
