"""Houses with two costs beside each other, with preferreds, notes below bonds, and what is held elsewhere."""

from dataclasses import replace

from tools.accuracy.content import bond, cents, money, moves, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain
from tools.accuracy.houses.hands import Hand, across, framed, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move

BOTH = (40.0, 92.0, -280.0, -330.0, -395.0, -455.0, -515.0, -575.0)
WIDE = (40.0, 105.0, -330.0, -390.0, -465.0, -535.0, -600.0, -660.0, -710.0, -752.0)
DEALT = (40.0, 85.0, 150.0, 235.0, 290.0, -480.0, -545.0, -600.0, -675.0)


def pinvin(deal: Deal) -> Drawn:
    """Cost basis beside purchase cost; the banks that hold the cash; assets held elsewhere, not in the total."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "Equities and Options": [stock(dice, taken, odd=one % 4 == 1) for one in range(dice.randrange(3, 10))],
        "Mutual Funds": [class_fund(dice, taken) for _ in range(dice.randrange(1, 5))],
    }
    held = hand(deal, groups)
    pencil = Pencil(size=7.5)
    framed(
        pencil,
        ("Pinvin Financial", "June 1 - June 30, 2026"),
        ("WENDELL K. ASHGROVE - ROTH IRA", f"Account Number: {held.number}"),
    )
    across(pencil, (40, -300, -400), ("Account Value", "May 31, 2026", "June 30, 2026"), "B", 12)
    across(pencil, (40, -300, -400), ("Your account value", dollars(held.total - 991), dollars(held.total)), "", 12)
    across(pencil, (40, -300, -400), ("Net invested since inception", "", "$61,250.00"), "", 20)
    pencil.say("Cash and Cash Equivalents", 40, "B", 12, 9)
    across(pencil, (40, -455), ("Description", "Current Balance"), "B", 11)
    across(pencil, (40, -455), ("Insured Cash Account", plain(held.cash)), "", 10)
    first = cents((held.cash or ZERO) * D("0.6"))
    for bank, part in (("Ferry National Bank", first), ("Redgate Bank NA", (held.cash or ZERO) - first)):
        across(pencil, (60, -300), (bank, f"({plain(part)} held here)"), "", 9, 6.5)
    across(pencil, (40, -455), ("Total Cash and Cash Equivalents", dollars(held.cash)), "B", 20)
    for title in held.groups:
        _both_costs(pencil, held, title)
    cells = ("Total Account Holdings", "", "", "", dollars(held.total), dollars(held.cost))
    across(pencil, BOTH[1:7], cells[1:], "B", 0)
    across(pencil, (40,), ("Total Account Holdings",), "B", 24)
    pencil.room(110)
    pencil.say("Assets Held Outside Pinvin (shown for information, not in your account value)", 40, "B", 12, 9)
    across(pencil, (40, -330, -455), ("Description", "Reported As Of", "Reported Value"), "B", 11)
    across(pencil, (40, -330, -455), ("Willow Life Variable Annuity Contract", "06/26/2026", "$48,210.55"), "", 10)
    across(pencil, (40, -330, -455), ("Onyx Hotel REIT III Inc", "03/31/2026", "$25,000.00"), "", 20)
    pencil.say(
        "a Cost basis is adjusted for reinvested dividends and wash sales. b Without reinvestments.", 40, "", 9, 6.5
    )
    facts = {"owner": "WENDELL K. ASHGROVE", "registration": "roth_ira", "sweeps": (held.cash or ZERO,)}
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", **facts))


def _both_costs(pencil: Pencil, held: Hand, title: str) -> None:
    def head() -> None:
        across(pencil, BOTH[2:], ("", "", "Market", "Cost", "Purchase", "Unrealized"), "B", 8)
        lower = ("Security ID", "Description", "Quantity", "Price ($)", "Value ($)", "Basis ($) a", "Cost ($) b")
        across(pencil, BOTH, (*lower, "Gain/Loss ($)"), "B", 12)

    def again() -> None:
        pencil.say(f"{title} (continued)", 40, "B", 12, 9)
        head()

    pencil.room(80)
    pencil.say(title, 40, "B", 12, 9)
    head()
    for place, row in enumerate(held.groups[title]):
        pencil.room(26, again)
        cost = row.cost or ZERO
        paid = plain(cents(cost * D("0.83"))) if title == "Mutual Funds" else plain(cost)
        if place % 4 == 3:
            paid = "N/A"
        figures = (plain(row.quantity, 3), plain(row.price, 2), plain(row.value), plain(cost), paid)
        across(pencil, BOTH, (row.symbol or "", row.name[:31], *figures, bracketed(row.gain)), "", 9)
        across(
            pencil, BOTH[1:], ("Dividends: Reinvest" if title == "Mutual Funds" else "Dividends: Cash",), "", 13, 6.5
        )
    value, cost = held.sums[title]
    cells = (plain(value), plain(cost), "", bracketed(value - cost))
    across(pencil, (40, *BOTH[4:]), (f"Total {title}", *cells), "B", 20)


def wetherden(deal: Deal) -> Drawn:
    """Sections named positions; two balances of the sweep; lines below bonds; a day once for all deals of it."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken, odd=one % 4 == 1) for one in range(dice.randrange(3, 9))]
    done = moves(dice, shares, 2026, 6)
    preferred = [replace(row, name=f"{row.name} 6.25% PFD SER A") for row in (stock(dice, taken), stock(dice, taken))]
    bonds = [replace(bond(dice, taken), accrued=money(dice, 3, 500)) for _ in range(dice.randrange(1, 5))]
    held = hand(deal, {"Equities": shares, "Preferred Stocks": preferred, "Fixed Income": bonds})
    pencil = Pencil(landscape=True, font="Sans", size=7)
    framed(
        pencil,
        ("Wetherden One® Account of", f"Account Number {held.number}"),
        ("ODALYS FENWICK", "Statement Period June 1-30, 2026"),
    )
    _positions_summary(pencil, held)
    for title in held.groups:
        _positions(pencil, held, title)
    pencil.room(70)
    pencil.say("Transaction Details", 40, "B", 13, 9)
    _dealt_heads(pencil)
    day = ""
    for move in done:
        pencil.room(20, lambda: _dealt_heads(pencil))
        _dealt(pencil, move, "" if move.day == day else f"{move.day[5:7]}/{move.day[8:]}")
        day = move.day
    across(pencil, (DEALT[0], DEALT[1], DEALT[2], DEALT[4], DEALT[8]),
           ("06/29", "Interest", "Credit Interest", "WETHERDEN1 INT 05/28-06/28", "1.20"))  # fmt: skip
    facts = {"owner": "ODALYS FENWICK", "sweeps": (held.cash or ZERO,), "moves": tuple(done)}
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", **facts))


def _positions_summary(pencil: Pencil, held: Hand) -> None:
    pencil.say("Positions - Summary", 40, "B", 13, 9)
    heads = ("Beginning Value", "+ Transfer of Securities(In/Out)", "+ Dividends Reinvested", "+ Cash Activity")
    last = ("+ Change in Market Value", "= Ending Value", "Cost Basis", "Unrealized Gain/(Loss)")
    places: tuple[float, ...] = (-110.0, -230.0, -330.0, -405.0, -505.0, -575.0, -640.0, -745.0)
    across(pencil, places, (*heads, *last), "B", 11)
    cells: tuple[str, ...] = (
        dollars(held.total - 410),
        "$0.00",
        "$0.00",
        "$10.00",
        "$400.00",
        dollars(held.total),
        dollars(held.cost),
    )
    across(pencil, places, (*cells, dollars(held.value - held.cost)), "", 20)
    pencil.say("Cash and Cash Investments", 40, "B", 13, 9)
    places = (40.0, 105.0, 150.0, -390.0, -470.0, -540.0, -630.0, -690.0, -745.0)
    upper = ("", "", "", "Beginning", "Ending", "Change in", "Pending/Unsettled", "Interest/", "% of")
    across(pencil, places, upper, "B", 8)
    lower = ("Type", "Symbol", "Description", "Balance($)", "Balance($)", "Period Balance($)", "Cash($)", "Yield Rate")
    across(pencil, places, (*lower, "Acct"), "B", 11)
    cash = held.cash or ZERO
    cells = (plain(cash - 10), plain(cash), "10.00", "0.00", "0.05%", "2%")
    across(pencil, places, ("Bank Sweep", "", "WETHERDEN BANK 1,2", *cells), "", 11)
    cells = (dollars(cash - 10), dollars(cash), "$10.00", "$0.00", "", "2%")
    across(pencil, places, ("Total Cash and Cash Investments", "", "", *cells), "B", 20)


def _positions(pencil: Pencil, held: Hand, title: str) -> None:
    fixed = title == "Fixed Income"

    def head() -> None:
        last = ("Accrued", "Yield to", "% of") if fixed else ("Est.", "Est. Annual", "% of")
        across(pencil, WIDE[6:], ("Unrealized", *last), "B", 8)
        lower = ("Symbol/CUSIP", "Description", "Par" if fixed else "Quantity", "Price($)", "Market Value($)")
        middle = ("Cost Basis($)", "Gain/(Loss)($)")
        ends = ("Interest($)", "Maturity", "Acct") if fixed else ("Yield", "Income($)", "Acct")
        across(pencil, WIDE, lower, "B", 0)
        across(pencil, (-535, -600, -660, -710, -752), (*middle, *ends), "B", 12)

    def again() -> None:
        pencil.say(f"Positions - {title} (continued)", 40, "B", 13, 9)
        head()

    pencil.room(80)
    pencil.say(f"Positions - {title}", 40, "B", 13, 9)
    head()
    for row in held.groups[title]:
        pencil.room(34, again)
        figures = (plain(row.quantity, 4), plain(row.price, 5), plain(row.value), plain(row.cost), bracketed(row.gain))
        share = f"{100 * row.value / held.total:.0f}%"
        name, due = (row.name[:-11], row.name[-10:]) if fixed else (row.name, "")
        last = (plain(row.accrued), "4.12%", share) if fixed else ("1.20%", plain(cents(row.value / 80)), share)
        across(pencil, WIDE, (row.cusip or row.symbol or "", name, *figures, *last), "", 9)
        if fixed:
            pencil.say(f"DUE {due}", 105, "", 8, 6.5)
            pencil.say("CALLABLE 06/15/28 AT 100.00000   MOODY'S: Aa2  S&P: AA-", 105, "", 12, 6.5)
    value, cost = held.sums[title]
    cells = (dollars(value), dollars(cost), dollars(value - cost))
    across(pencil, (40, *WIDE[4:]), (f"Total {title}", *cells), "B", 20)


def _dealt_heads(pencil: Pencil) -> None:
    across(pencil, DEALT[3:], ("Symbol/", "", "", "Price/Rate", "Charges/", ""), "B", 8)
    lower = ("Date", "Category", "Action", "CUSIP", "Description", "Quantity", "per Share($)", "Interest($)")
    across(pencil, DEALT, (*lower, "Amount($)"), "B", 11)


def _dealt(pencil: Pencil, move: Move, day: str) -> None:
    words = {"buy": ("Purchase", ""), "sell": ("Sale", ""), "reinvest": ("Purchase", "Reinvested Shares")}[move.side]
    sold = move.side == "sell"
    count = f"({plain(move.quantity, 4)})" if sold else plain(move.quantity, 4)
    amount = plain(move.amount) if sold else f"({plain(move.amount)})"
    price = plain(move.amount / move.quantity, 4)
    across(pencil, DEALT, (day, *words, move.symbol, move.name, count, price, "", amount), "", 11)
