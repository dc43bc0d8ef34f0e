"""Houses of large private clients: symbols beside lots with a `Security total`; two figures in one cell."""

from dataclasses import replace

from tools.accuracy.content import bond, cusip, money, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain
from tools.accuracy.houses.hands import Hand, across, each, framed, hand, in_lots, parts, said
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

WIDE = (40.0, 230.0, -340.0, -420.0, -500.0, -580.0, -660.0, -735.0)
DEEP = (40.0, -250.0, -310.0, -385.0, -455.0, -520.0, -572.0)


def lanternby(deal: Deal) -> Drawn:
    """The name alone, symbol and yield beside the first two lots, a `Security total` below; `Your total assets`."""
    dice, taken = deal.dice, deal.taken
    shares = [in_lots(dice, stock(dice, taken, odd=place % 3 == 1), 4) for place in range(dice.randrange(3, 11))]
    funds = [in_lots(dice, stock(dice, taken, False), 2) for _ in range(dice.randrange(1, 4))]
    held = hand(deal, {"Common stock": shares, "Mutual funds": funds})
    dice.randrange(10000, 99999)
    pencil = Pencil(landscape=True, size=7.5)
    framed(
        pencil,
        ("Lanternby Business Services Account", "June 2026"),
        ("Account name: PRUDENCE OKONJO-HALE", f"Account number: {held.number}"),
    )
    pencil.say("Your account balance sheet", 40, "B", 14, 11)
    places: tuple[float, ...] = (40.0, -330.0, -470.0)
    across(pencil, places, ("Summary of your assets", "Value on Jun 30 ($)", "Percentage of your account"), "B")
    across(pencil, places, ("A  Cash and money balances", plain(held.cash), "2.10%"))
    across(pencil, places, ("B  Equities", plain(held.value), "97.90%"))
    across(pencil, places, ("Total assets", dollars(held.total), "100.00%"), "B", 24)
    pencil.say("Your assets", 40, "B", 15, 11)
    pencil.say("Cash and money balances", 40, "B", 12)
    places = (40.0, -330.0, -450.0, -530.0, -600.0)
    heads = ("Holding", "Opening balance on Jun 1 ($)", "Closing balance on Jun 30 ($)", "Price per share ($)")
    across(pencil, places, (*heads, "Average rate"), "B")
    cash = held.cash or ZERO
    cells = ("LANTERNBY BANK USA DEPOSIT ACCOUNT", plain(cash - 10), plain(cash), "", "0.45%")
    across(pencil, places, cells, "", 20)
    for title in held.groups:
        _assets(pencil, held, title)
    sums = ("", "", "", dollars(held.cost + cash), "", dollars(held.total), dollars(held.value - held.cost))
    across(pencil, WIDE, ("Your total assets", *sums), "B")
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(cash,)))


def _assets(pencil: Pencil, held: Hand, title: str) -> None:
    def head() -> None:
        upper = ("", "", "Number", "Purchase price/", "", "Price per share", "Value on", "Unrealized")
        across(pencil, WIDE, upper, "B", 8)
        lower = ("Holding", "Trade date", "of shares", "Average price ($)", "Cost basis ($)", "on Jun 30 ($)")
        across(pencil, WIDE, (*lower, "Jun 30 ($)", "gain or loss ($)"), "B", 12)

    def again() -> None:
        pencil.say(f"Your assets - {title} (continued)", 40, "B", 12)
        head()

    pencil.room(80)
    pencil.say(title, 40, "B", 12)
    head()
    for row in held.groups[title]:
        pencil.room(60, again)
        _holding(pencil, row)
    value, cost = held.sums[title]
    cells = ("Total", "", "", "", dollars(cost), "", dollars(value), dollars(value - cost))
    across(pencil, WIDE, cells, "B", 11)
    pencil.say("Total estimated annual income: $1,204", 40, "", 18)


def _holding(pencil: Pencil, row: Row) -> None:
    pencil.say(row.name.upper(), 40, "", 9)
    beside = [f"Symbol: {row.symbol}  Exchange: NYSE", "EAI: $41 Current yield: 1.22%"]
    lots = parts(row)
    for place, (lot, value) in enumerate(lots):
        units = lot.quantity if len(lots) > 1 else row.quantity
        cells: tuple[str, ...] = (beside[place] if place < 2 else "", said(lot.day), plain(units, 3))
        cells = (*cells, plain(each(lot, 3), 3), plain(lot.cost), plain(row.price, 3), plain(value))
        pencil.at(742, "LT" if lot.day < "2025-07" else "ST")
        across(pencil, WIDE, (*cells, bracketed(value - lot.cost)), "", 9)
    if len(lots) > 1:
        average = (row.cost or ZERO) / (row.quantity or D(1))
        cells = ("", "Security total", plain(row.quantity, 3), plain(average, 3), plain(row.cost), "", plain(row.value))
        across(pencil, WIDE, (*cells, bracketed(row.gain)), "B", 9)
    else:
        pencil.say(beside[1], 40, "", 9)
    pencil.y += 4


def marchwell(deal: Deal) -> Drawn:
    """Adjusted over original cost, yearly income over income owed in one cell; CUSIP and ticker on the second line."""
    dice, taken = deal.dice, deal.taken
    shares = [
        replace(
            stock(dice, taken, odd=place % 3 == 1),
            cusip=cusip(dice, taken),
            accrued=money(dice, 1, 90) if dice.random() < 0.4 else None,
        )
        for place in range(dice.randrange(3, 12))
    ]
    bonds = [replace(bond(dice, taken), accrued=money(dice, 3, 500)) for _ in range(dice.randrange(1, 5))]
    held = hand(deal, {"US Large Cap Equity": shares, "US Fixed Income": bonds})
    pencil = Pencil(font="Sans", size=7)
    framed(pencil, ("FENWICK FAMILY TRUST", f"ACCT. {held.number}"), ("", "For the Period 6/1/26 to 6/30/26"))
    _front(pencil, held)
    for title in held.groups:
        _class(pencil, held, title)
    pencil.room(60)
    pencil.say("Cash", 40, "B", 12, 9)
    _heads(pencil)
    cells = ("US DOLLAR PRINCIPAL", "1.00", plain(held.cash), plain(held.cash), plain(held.cash), "", "0.00")
    across(pencil, DEEP, cells, "", 12)
    across(pencil, DEEP, ("Total Cash", "", "", dollars(held.cash), dollars(held.cash), "", "$0.00"), "B", 9)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,)))


def _front(pencil: Pencil, held: Hand) -> None:
    """Values of two days by class, with and without what is owed."""
    pencil.say("Account Summary", 40, "B", 16, 12)
    places = (40.0, -230.0, -330.0, -400.0, -480.0)
    heads = ("Asset Allocation", "Beginning Market Value", "Ending Market Value", "Change In Value")
    across(pencil, places, (*heads, "Current Allocation"), "B")
    equity, bonds = (held.sums[title][0] for title in ("US Large Cap Equity", "US Fixed Income"))
    for label, value in (("Equity", equity), ("Cash & Fixed Income", bonds + (held.cash or ZERO))):
        across(pencil, places, (label, plain(value - 50), plain(value), "50.00", "50%"))
    cells = ("Market Value", dollars(held.total - 100), dollars(held.total), "$100.00", "100%")
    across(pencil, places, cells, "B")
    owed = sum((row.accrued or ZERO for row in held.rows), ZERO)
    across(pencil, places, ("Accruals", "88.10", plain(owed)))
    across(pencil, places, ("Market Value with Accruals", "", dollars(held.total + owed)), "B", 26)


def _heads(pencil: Pencil) -> None:
    across(pencil, DEEP[4:], ("Adjusted Tax Cost", "Unrealized", "Est. Annual Inc."), "B", 8)
    lower = ("", "Price", "Quantity", "Value", "Original Cost", "Gain/Loss", "Accrued Div/Int")
    across(pencil, DEEP, lower, "B", 12)


def _class(pencil: Pencil, held: Hand, title: str) -> None:
    def again() -> None:
        pencil.say(f"{title} CONTINUED", 40, "B", 12, 9)
        _heads(pencil)

    pencil.room(100)
    pencil.say(title, 40, "B", 12, 9)
    _heads(pencil)
    for row in held.groups[title]:
        pencil.room(40, again)
        places = 3 if not row.symbol else 2
        cells: tuple[str, ...] = (
            row.name.upper()[:34],
            plain(row.price, places),
            plain(row.quantity, 5 - places),
            plain(row.value),
        )
        across(pencil, DEEP, (*cells, plain(row.cost), bracketed(row.gain), "41.20"), "", 8.5)
        known = f"{row.cusip} {row.symbol or ''}".strip()
        first = plain((row.cost or ZERO) + 12)
        across(pencil, DEEP, (known, "", "", "", first, "", plain(row.accrued)), "", 12)
    value, cost = held.sums[title]
    owed = sum((row.accrued or ZERO for row in held.groups[title]), ZERO)
    cells = (f"Total {title}", "", "", dollars(value), dollars(cost), dollars(value - cost), "$310.10")
    across(pencil, DEEP, cells, "B", 9)
    across(pencil, DEEP[6:], (dollars(owed),), "B", 22)
