"""Houses with a habit each: figures on a name's last line, marks of footnotes, sums above, days in columns, a type."""

from dataclasses import replace

from tools.accuracy.content import basis, bond, cents, cusip, money, option, stock
from tools.accuracy.drawing import Pencil, bracketed, plain
from tools.accuracy.houses.hands import across, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

LAST = (40.0, -270.0, -330.0, -410.0, -490.0, -570.0)
MARKED = (40.0, 100.0, -330.0, -400.0, -480.0, -560.0)
CLASSES = ("U.S. Large Cap", "U.S. Small Cap", "Developed International", "Emerging Markets")
BONDS = (40.0, 95.0, -250.0, 262.0, 320.0, 360.0, -480.0, -530.0, -600.0, -660.0, -705.0, -755.0)


def lastingham(deal: Deal) -> Drawn:
    """A name on two lines; its ticker, its CUSIP and all figures on the third."""
    dice, taken = deal.dice, deal.taken
    count = range(dice.randrange(5, 16))
    rows = [replace(stock(dice, taken, odd=place % 2 == 1), cusip=cusip(dice, taken)) for place in count]
    held = hand(deal, {"Holdings": rows})
    pencil = Pencil(size=8)
    framed(pencil, ("LASTINGHAM TRUST COMPANY", f"Account {held.number}"), ("Holdings at 06/30/2026", ""))

    def head() -> None:
        across(pencil, LAST, ("Description", "Shares", "Price", "Cost", "Value", "Gain/(Loss)"), "B", 14)

    head()
    for row in held.rows:
        pencil.room(44, head)
        said = row.name.split(" ")
        half = max(1, len(said) // 2)
        for line in (" ".join(said[:half]), " ".join(said[half:])):
            pencil.say(line, 40, "", 10)
        cells = (f"{row.symbol}  {row.cusip}", plain(row.quantity, 0), plain(row.price), plain(row.cost))
        across(pencil, LAST, (*cells, plain(row.value), bracketed(row.gain)), "", 15)
    across(pencil, LAST, ("Total holdings", "", "", plain(held.cost), plain(held.value)), "B", 14)
    across(pencil, LAST, ("Cash", "", "", "", plain(held.cash)), "", 14)
    across(pencil, LAST, ("Total", "", "", "", plain(held.total)), "B", 14)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def markyate(deal: Deal) -> Drawn:
    """Tickers with classes and asterisks; numbers of footnotes in brackets behind average costs and values."""
    dice = deal.dice
    held = hand(deal, {"Holdings": [_of_class(deal, place) for place in range(dice.randrange(6, 14))]})
    pencil = Pencil(font="Sans", size=8)
    framed(
        pencil,
        ("Markyate Brokerage", f"Account number {held.number}"),
        ("Statement for June 2026", "06/01/2026 - 06/30/2026"),
    )
    across(pencil, MARKED, ("Symbol", "Name", "Qty", "Last price", "Avg. cost", "Mkt. value"), "B", 14)
    for place, row in enumerate(held.rows):
        pencil.room(14)
        paid = plain(_paid(row), 4)
        cells = (f"{row.symbol}{'*' if place % 4 == 1 else ''}", row.name[:34], plain(row.quantity, 0))
        marks = (" (1)" if place % 4 == 3 else "", " (2)" if place % 4 == 2 else "")
        across(pencil, MARKED, (*cells, plain(row.price), paid + marks[0], plain(row.value) + marks[1]), "", 13)
    across(pencil, MARKED, ("", "Cash & equivalents", "", "", "", plain(held.cash)), "", 13)
    across(pencil, MARKED, ("", "Total", "", "", "", plain(held.total)), "B", 20)
    notes = "* Held in margin.  (1) Average cost provided by transfer agent.  (2) Price as of prior close."
    pencil.say(notes, 40, "", 10, 6.5)
    made = held.closed(deal, as_of="2026-06-30")
    return pencil.drawn(replace(made, rows=tuple(replace(row, cost=_cost(row)) for row in made.rows)))


def _paid(row: Row) -> D:
    """What one unit cost, as printed."""
    return (cents(row.value * D("0.9")) / (row.quantity or D(1))).quantize(D("0.0001"))


def _cost(row: Row) -> D:
    """What all units cost by the printed cost of one."""
    return cents(_paid(row) * (row.quantity or D(1)))


def _of_class(deal: Deal, place: int) -> Row:
    row = replace(stock(deal.dice, deal.taken), cost=None)
    stem = (row.symbol or "")[:3]
    if place % 5 == 1:
        return replace(row, symbol=f"{stem}.B", name=f"{row.name.replace(' INC', '')} CL B")
    return replace(row, symbol=f"{stem}-A", name=f"{row.name} PFD SER A") if place % 5 == 2 else row


def topsham(deal: Deal) -> Drawn:
    """Sums of classes and sub-classes above their parts, further in with each step; cash as a class of one part."""
    dice = deal.dice
    groups = {title: [stock(dice, deal.taken, False) for _ in range(dice.randrange(1, 6))] for title in CLASSES}
    held = hand(deal, groups)
    pencil = Pencil(font="Sans", size=8)
    framed(pencil, ("Topsham Advisory", ""), (f"Fenwick Revocable Trust - {held.number}", "As of 6/30/2026"))
    places = (40.0, -300.0, -370.0, -450.0, -520.0, -572.0)
    across(pencil, places, ("", "Quantity", "Price", "Total Cost", "Market Value", "Pct. Assets"), "B", 14)
    across(pencil, places, ("EQUITIES", "", "", plain(held.cost), plain(held.value), "98.0"), "B", 13)
    for title, rows in held.groups.items():
        value, cost = held.sums[title]
        pencil.room(40)
        share = f"{100 * value / held.total:.1f}"
        across(pencil, places, (f"  {title}", "", "", plain(cost), plain(value), share), "B", 13)
        for row in rows:
            pencil.room(14)
            share = f"{100 * row.value / held.total:.1f}"
            cells = (f"    {row.name.title()[:30]} ({row.symbol})", plain(row.quantity, 3), plain(row.price))
            across(pencil, places, (*cells, plain(row.cost), plain(row.value), share), "", 12)
    cash = held.cash or ZERO
    across(pencil, places, ("CASH AND EQUIVALENTS", "", "", plain(cash), plain(cash), "2.0"), "B", 13)
    across(pencil, places, ("    Brokerage cash", "", "", plain(cash), plain(cash), "2.0"), "", 13)
    sums = (plain(held.cost + cash), plain(held.total), "100.0")
    across(pencil, places, ("TOTAL PORTFOLIO", "", "", *sums), "B", 13)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(cash,)))


def bondmere(deal: Deal) -> Drawn:
    """Coupon, day of maturity, rating and day of call in columns of their own beside par, price and accrual."""
    dice = deal.dice
    rows = [replace(bond(dice, deal.taken), accrued=money(dice, 3, 500)) for _ in range(dice.randrange(4, 14))]
    held = hand(deal, {"Bonds": rows})
    pencil = Pencil(landscape=True, font="Sans", size=7)
    framed(
        pencil,
        ("Bondmere Fixed Income Partners", f"Account: {held.number}"),
        ("Fixed income holdings as of June 30, 2026", ""),
    )

    def head() -> None:
        upper = ("", "", "", "Maturity", "", "Call", "", "", "Market", "Cost", "Accrued", "Yield to")
        across(pencil, BONDS, upper, "B", 9)
        lower = ("CUSIP", "Issuer", "Coupon", "Date", "Rating", "Date", "Par Value", "Price", "Value", "Basis")
        across(pencil, BONDS, (*lower, "Interest", "Maturity"), "B", 13)

    head()
    for place, row in enumerate(held.rows):
        pencil.room(14, head)
        name, coupon, due = row.name.rsplit(" ", 2)
        called = f"03/15/20{28 + place % 6}" if place % 2 else "-"
        known = (row.cusip or "", name, coupon, due, ("AA+", "A", "BBB", "NR")[place % 4], called)
        figures = (plain(row.quantity, 0), plain(row.price, 3), plain(row.value), plain(row.cost), plain(row.accrued))
        across(pencil, BONDS, (*known, *figures, f"{3 + place / 10:.2f}%"), "", 12)
    owed = sum((row.accrued or ZERO for row in held.rows), ZERO)
    sums = (plain(held.value), plain(held.cost), plain(owed))
    across(pencil, (95, *BONDS[8:11]), ("Total bonds", *sums), "B", 16)
    across(pencil, (95, BONDS[8]), ("Cash", plain(held.cash)), "", 13)
    across(pencil, (95, BONDS[8]), ("Total market value", plain(held.total)), "B", 13)
    across(pencil, (95, BONDS[8]), ("Total with accrued interest", plain(held.total + owed)), "B", 13)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def optimere(deal: Deal) -> Drawn:
    """Options by what they are on, with type, day and strike in columns; cash and the value of all below them."""
    dice = deal.dice
    shares = [stock(dice, deal.taken) for _ in range(dice.randrange(2, 8))]
    options = [
        replace(option(dice, row, place % 2 == 0), name=f"{row.symbol} {'Put' if place % 2 else 'Call'}")
        for place, row in enumerate(shares)
    ]
    held = hand(deal, {"Stocks": shares, "Options": options})
    pencil = Pencil(font="Sans", size=7.5)
    framed(pencil, ("Optimere Trading", f"Account #{held.number}"), ("June 30, 2026", ""))
    pencil.say("Stocks", 40, "B", 13, 9)
    across(pencil, MARKED, ("Symbol", "Name", "Shares", "Price", "Cost Basis", "Market Value"), "B", 13)
    for row in held.groups["Stocks"]:
        cells = (row.symbol or "", row.name, plain(row.quantity, 0), plain(row.price), plain(row.cost))
        across(pencil, MARKED, (*cells, plain(row.value)), "", 12)
    value, cost = held.sums["Stocks"]
    across(pencil, MARKED, ("", "Total stocks", "", "", plain(cost), plain(value)), "B", 20)
    pencil.say("Options", 40, "B", 13, 9)
    places = (40.0, 110.0, 150.0, -240.0, -320.0, -400.0, -480.0, -560.0)
    heads = ("Underlying", "Type", "Expiration", "Strike", "Contracts", "Mark", "Cost Basis", "Market Value")
    across(pencil, places, heads, "B", 13)
    for place, row in enumerate(held.groups["Options"]):
        known = (*row.name.split()[:2], f"0{1 + place % 9}/15/2027", f"{45 + 5 * place}.00")
        figures = (plain(row.quantity, 0), plain(row.price), plain(row.cost), plain(row.value))
        across(pencil, places, (*known, *figures), "", 12)
    value, cost = held.sums["Options"]
    across(pencil, (40, *places[6:]), ("Total options", plain(cost), plain(value)), "B", 20)
    across(pencil, (100, -560), ("Cash", plain(held.cash)), "", 13)
    across(pencil, (100, -560), ("Net liquidating value", plain(held.total)), "B", 13)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def camargate(deal: Deal) -> Drawn:
    """A column says whether a share is held in cash or on margin; one stands in both."""
    dice = deal.dice
    rows = [stock(dice, deal.taken, odd=place % 4 == 1) for place in range(dice.randrange(4, 14))]
    units = D(dice.randrange(5, 300))
    value = cents(units * (rows[1].price or ZERO))
    twin = replace(rows[1], quantity=units, value=value, cost=basis(dice, value))
    held = hand(deal, {"Positions": [*rows[:2], twin, *rows[2:]]})
    pencil = Pencil(size=8)
    framed(
        pencil,
        ("CAMARGATE FINANCIAL", f"ACCOUNT NO. {held.number}"),
        ("POSITIONS IN YOUR ACCOUNT", "AS OF 06/30/26"),
    )
    places = (40.0, 95.0, 260.0, -350.0, -410.0, -490.0, -570.0)

    def head() -> None:
        across(pencil, places, ("SYMBOL", "DESCRIPTION", "TYPE", "QUANTITY", "PRICE", "COST", "VALUE"), "B", 14)

    head()
    for place, row in enumerate(held.rows):
        pencil.room(14, head)
        cells = (row.symbol or "", row.name[:28], "MARGIN" if place in (2, 5) else "CASH", plain(row.quantity, 0))
        across(pencil, places, (*cells, plain(row.price), plain(row.cost), plain(row.value)), "", 12)
    across(pencil, (95, -490, -570), ("TOTAL POSITIONS", plain(held.cost), plain(held.value)), "B", 14)
    across(pencil, (95, 260, -570), ("CREDIT BALANCE", "CASH", plain(held.cash)), "", 14)
    across(pencil, (95, -570), ("ACCOUNT EQUITY", plain(held.total)), "B", 14)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))
