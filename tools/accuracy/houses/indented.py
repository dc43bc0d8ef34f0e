"""Houses with lots indented below their position: under a second head, or numbered on lines that begin `Lot`."""

from tools.accuracy.content import stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, each, framed, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Drawn, Row

UNDER = (40.0, -240.0, -300.0, -375.0, -430.0, -500.0, -570.0)
NUMBERED = (40.0, -250.0, -300.0, -370.0, -430.0, -480.0, -530.0, -575.0)


def fairholt(deal: Deal) -> Drawn:
    """Two heads, of positions and of the lots below them; the symbol beside the first lot, the cost on a line last."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "Equities": [
            in_lots(dice, stock(dice, taken, odd=place % 3 == 1), 4) for place in range(dice.randrange(3, 10))
        ],
        "Exchange Traded Funds": [in_lots(dice, stock(dice, taken), 3) for _ in range(dice.randrange(1, 4))],
    }
    held = hand(deal, groups)
    pencil = Pencil(size=7)
    framed(
        pencil,
        ("Fairholt One Account of", "Account Number"),
        ("TOBIAS R. MARCHETTI", held.number),
        ("Statement Period: June 1, 2026 to June 30, 2026", ""),
    )
    pencil.say("Investment Detail - Cash and Bank Deposits", 40, "B", 13, 9)
    places = (40.0, -380.0, -470.0)
    across(pencil, places, ("Cash and Bank Deposits", "Market Value", "% of Account Assets"), "B")
    across(pencil, places, ("Bank Sweep", plain(held.cash), "2%"))
    across(pencil, places, ("Total Cash and Bank Deposits", plain(held.cash), "2%"), "B", 20)
    for title in held.groups:
        _detail(pencil, held, title)
    for label in ("Total Investment Detail", "Total Account Value"):
        across(pencil, (40, -375), (label, plain(held.total)), "B", 12)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,)))


def _detail(pencil: Pencil, held: Hand, title: str) -> None:
    def head() -> None:
        upper = (title, "Quantity", "Market Price", "Market Value", "% of Account", "Unrealized", "Estimated")
        across(pencil, UNDER, upper, "B", 8)
        across(pencil, UNDER[4:], ("Assets", "Gain or (Loss)", "Annual Income"), "B", 10)
        lower = ("", "Units Purchased", "Cost Per Share", "Cost Basis", "Acquired", "", "Holding Period")
        across(pencil, UNDER, lower, "", 14, 6)

    def again() -> None:
        pencil.say(f"Investment Detail - {title} (continued)", 40, "B", 13, 9)
        head()

    pencil.room(90)
    pencil.say(f"Investment Detail - {title}", 40, "B", 13, 9)
    head()
    for row in held.groups[title]:
        pencil.room(60, again)
        _position(pencil, row)
    value, cost = held.sums[title]
    across(pencil, UNDER, (f"Total {title}", "", "", plain(value), "61%", bracketed(value - cost), "310.00"), "B", 10)
    across(pencil, UNDER, ("Total Cost Basis:", "", "", plain(cost)), "", 22)


def _position(pencil: Pencil, row: Row) -> None:
    cells: tuple[str, ...] = (
        row.name[:30],
        plain(row.quantity, 4),
        plain(row.price, 4),
        plain(row.value),
        "4%",
        bracketed(row.gain),
    )
    across(pencil, UNDER, (*cells, "41.20"), "", 10)
    for place, (lot, value) in enumerate(parts(row)):
        known = "" if place else f"SYMBOL: {row.symbol}"
        term = "Long-Term" if lot.day < "2025-07" else "Short-Term"
        cells = (known, plain(lot.quantity, 4), plain(each(lot), 4), plain(lot.cost), us_day(lot.day, 2))
        across(pencil, UNDER, (*cells, bracketed(value - lot.cost), term), "", 9, 6)
    across(pencil, UNDER, ("Cost Basis", "", "", plain(row.cost)), "", 14, 6)


def southmoor(deal: Deal) -> Drawn:
    """Positions in bold with a gain in percent; below each its lots by number, with the day behind the number."""
    dice = deal.dice
    rows = [in_lots(dice, stock(dice, deal.taken, odd=place % 3 == 1), 3) for place in range(dice.randrange(3, 12))]
    held = hand(deal, {"Equities": rows})
    pencil = Pencil(size=7)
    framed(pencil, ("SOUTHMOOR & LANE", f"Account No. {held.number}"), ("June 30, 2026", ""))
    pencil.say("Understanding Your Portfolio", 40, "B", 14, 11)
    across(pencil, (40, -330), ("Value This Statement", dollars(held.total)), "B", 24)
    pencil.say("Cash & Cash Alternatives", 40, "B", 13, 9)
    places = (40.0, -250.0, -370.0, -480.0)
    across(pencil, places, ("Description", "(Symbol)", "Value", "Estimated Income Yield"), "B")
    across(pencil, places, ("Southmoor Bank Deposit Program", "", dollars(held.cash), "0.25%"))
    across(pencil, places, ("Cash & Cash Alternatives Total", "", dollars(held.cash)), "B", 20)
    pencil.say("Equities", 40, "B", 13, 9)

    def head() -> None:
        across(pencil, NUMBERED[4:], ("Total Cost", "Gain or", "Gain or", "Est. Annual"), "B", 8)
        lower = (
            "Description (Symbol or CUSIP)",
            "Quantity",
            "Price",
            "Value",
            "Basis",
            "(Loss) Pct",
            "(Loss)",
            "Income",
        )
        across(pencil, NUMBERED, lower, "B", 12)

    head()
    for row in held.rows:
        pencil.room(60, head)
        _numbered(pencil, row)
    sums = (dollars(held.value), dollars(held.cost), "", dollars(held.value - held.cost))
    across(pencil, NUMBERED, ("Equities Total", "", "", *sums), "B", 20)
    across(pencil, NUMBERED, ("Portfolio Total", "", "", dollars(held.total)), "B", 20)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,)))


def _numbered(pencil: Pencil, row: Row) -> None:
    gain, cost = row.gain or ZERO, row.cost or ZERO
    cells = (f"{row.name[:24]} ({row.symbol})", plain(row.quantity, 3), f"${row.price:,.3f}", dollars(row.value))
    across(pencil, NUMBERED, (*cells, dollars(cost), f"{100 * gain / cost:.2f}%", dollars(gain), "$41.20"), "B", 10)
    for place, (lot, value) in enumerate(parts(row), 1):
        won = value - lot.cost
        cells = (f"  Lot {place}   {us_day(lot.day)}", plain(lot.quantity, 3), f"${each(lot, 3):,.3f}", dollars(value))
        share = f"{100 * won / lot.cost:.2f}%"
        across(pencil, NUMBERED, (*cells, dollars(lot.cost), share, dollars(won)), "", 9, 6)
    pencil.y += 4
