"""Houses with lots by trade day and sums below, costs as paid above costs as adjusted; or lots of all in a detail."""

from dataclasses import replace

from tools.accuracy.content import cents, cusip, deposit, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, each, framed, hand, in_lots, in_one, parts
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

DAYS = (40.0, -265.0, -330.0, -390.0, -450.0, -525.0, -600.0, -665.0, 672.0, -720.0, -752.0)
FIRM = (40.0, -265.0, -325.0, -395.0, -455.0, -520.0, -574.0)
DETAIL = (40.0, -215.0, -280.0, -345.0, -420.0, -500.0, -574.0)


def stourton(deal: Deal) -> Drawn:
    """Trade days beside the name; totals and notes below; deposits with original above adjusted cost."""
    dice, taken = deal.dice, deal.taken
    shares = [in_lots(dice, stock(dice, taken, odd=one % 4 == 1), 3) for one in range(dice.randrange(3, 9))]
    deposits = [in_one(deposit(dice, taken), f"2025-0{one + 2}-11") for one in range(dice.randrange(1, 4))]
    held = hand(deal, {"STOCKS": shares, "CERTIFICATES OF DEPOSIT": deposits})
    pencil = Pencil(landscape=True, size=7)
    framed(
        pencil,
        ("CLIENT STATEMENT | For the Period June 1-30, 2026", "Stourton Stanhope"),
        ("Account Detail", f"Active Assets Account {held.number}"),
        ("", "INES CALLOWAY"),
    )
    pencil.say("HOLDINGS", 40, "B", 12, 9)
    pencil.say("CASH, BANK DEPOSIT PROGRAM AND MONEY MARKET FUNDS", 40, "B", 12)
    across(
        pencil, (40, -390, -450, -525, -600), ("Description", "Market Value", "Yield %", "Est Ann Income", "APY %"), "B"
    )
    across(
        pencil, (40, -390, -450, -525, -600), ("STOURTON BANK N.A.", dollars(held.cash), "--", "1.20", "0.010"), "", 12
    )
    for label, amount in (("BANK DEPOSITS", held.cash), ("CASH, BDP, AND MMFs", held.cash)):
        across(pencil, (40, -390), (label, dollars(amount)), "B", 12)
    pencil.y += 12
    _traded(pencil, held)
    _deposits(pencil, held)
    owed = sum((row.accrued or ZERO for row in held.rows), ZERO)
    across(pencil, DAYS[5:8], ("Total Cost", "Market Value", "Gain/(Loss)"), "B", 11)
    places = (40.0, -330.0, -525.0, -600.0, -665.0)
    sums = ("100.00%", dollars(held.cost), dollars(held.total), dollars(held.value - held.cost))
    across(pencil, places, ("TOTAL MARKET VALUE", *sums), "B", 12)
    cells = ("TOTAL VALUE (includes accrued interest)", "", "", dollars(held.total + owed))
    across(pencil, places, cells, "B", 12)
    facts = {"owner": "INES CALLOWAY", "sweeps": (held.cash or ZERO,)}
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", **facts))


def _share(pencil: Pencil, held: Hand, title: str) -> None:
    value, cost = held.sums[title]
    across(pencil, (-330,), ("Percentage of Holdings",), "B", 9, 6)
    cells = (f"{100 * value / held.total:.2f}%", "", "", dollars(cost), dollars(value), dollars(value - cost))
    across(pencil, DAYS[:1] + DAYS[2:8], (title, *cells), "B", 22)


def _traded(pencil: Pencil, held: Hand) -> None:
    def head() -> None:
        upper = ("", "", "", "", "", "", "", "Unrealized", "", "Est Ann", "Yield")
        across(pencil, DAYS, upper, "B", 8)
        lower = ("Security Description", "Trade Date", "Quantity", "Unit Cost", "Share Price", "Total Cost")
        across(pencil, DAYS, (*lower, "Market Value", "Gain/(Loss)", "", "Income", "%"), "B", 12)

    pencil.say("COMMON STOCKS", 40, "B", 12)
    head()
    for place, row in enumerate(held.groups["STOCKS"]):
        pencil.room(10 * (len(row.lots) + 3), head)
        sign = "$" if not place else ""
        for spot, (lot, value) in enumerate(parts(row)):
            name = "" if spot else f"{row.name[:34]} ({row.symbol})"
            day = f"{int(lot.day[5:7])}/{int(lot.day[8:])}/{lot.day[2:4]}"
            figures = (plain(lot.quantity, 3), sign + plain(each(lot, 3), 3), sign + plain(row.price, 3))
            money = (sign + plain(lot.cost), sign + plain(value), (bracketed if place else dollars)(value - lot.cost))
            term = "LT" if lot.day < "2025-07" else "ST"
            last = (plain(cents(row.value / 80)), "1.25") if len(row.lots) == 1 else ()
            across(pencil, DAYS, (name, day, *figures, *money, term, *last), "", 9)
        if len(row.lots) > 1:
            cells = (plain(row.quantity, 3), "", "", plain(row.cost), plain(row.value), bracketed(row.gain), "")
            across(pencil, DAYS, ("", "Total", *cells, plain(cents(row.value / 80)), "1.25"), "", 9)
        pencil.say("Next Dividend Payable 07/2026; Asset Class: Equities", 48, "", 13, 6)
    _share(pencil, held, "STOCKS")


def _deposits(pencil: Pencil, held: Hand) -> None:
    pencil.room(90)
    pencil.say("CERTIFICATES OF DEPOSIT", 40, "B", 12)
    upper = ("", "", "", "Orig Unit Cost", "", "Orig Total Cost", "", "Unrealized", "", "Accrued")
    across(pencil, DAYS, upper, "B", 8)
    lower = ("Security Description", "Trade Date", "Face Value", "Adj Unit Cost", "Unit Price", "Adj Total Cost")
    across(pencil, DAYS, (*lower, "Market Value", "Gain/(Loss)", "", "Interest"), "B", 12)
    for row in held.groups["CERTIFICATES OF DEPOSIT"]:
        pencil.room(40)
        lot, (name, due) = row.lots[0], row.name.split(" DUE ")
        first, face = lot.cost + 55, row.quantity or D(1)
        day = f"{int(lot.day[5:7])}/{int(lot.day[8:])}/{lot.day[2:4]}"
        cells = (day, plain(face, 3), f"${100 * first / face:,.3f}", f"${row.price:,.3f}", dollars(first))
        across(pencil, DAYS, (name, *cells), "", 8)
        money = (dollars(row.cost), dollars(row.value), bracketed(row.gain), "LT", plain(row.accrued))
        across(pencil, (DAYS[3], *DAYS[5:10]), (f"${100 * lot.cost / face:,.3f}", *money), "", 8)
        pencil.say(f"Matures {due}; CUSIP {row.cusip}", 48, "", 8, 6)
        pencil.say("Interest Paid at Maturity; Maturity Value = Face Value; Asset Class: FI & Pref", 48, "", 13, 6)
    _share(pencil, held, "CERTIFICATES OF DEPOSIT")


def uffington(deal: Deal) -> Drawn:
    """Names on three lines with symbol and CUSIP; the lots of all positions pages later, short and long term apart."""
    dice, taken = deal.dice, deal.taken
    shares = [
        in_lots(dice, replace(stock(dice, taken), cusip=cusip(dice, taken)), 4) for _ in range(dice.randrange(3, 9))
    ]
    funds = [in_lots(dice, class_fund(dice, taken), 2) for _ in range(dice.randrange(1, 4))]
    held = hand(deal, {"Equities": shares, "Mutual Funds": funds})
    pencil = Pencil(font="Times", size=8)
    framed(
        pencil,
        ("UFFINGTON NICHOLAS & CO.", "June 1 - June 30, 2026"),
        ("ASSET DETAILS (continued)", f"Account Number: {held.number}    Page ~"),
    )
    pencil.say("This section shows the cash equivalents and securities in your account.", 40, "", 16)
    across(pencil, (40, -395, -520), ("Net Cash Equivalents", "Current value", "Estimated annualized income"), "B")
    across(pencil, (40, -395, -520), ("UFFINGTON INSURED BANK PROGRAM", plain(held.cash), "2.10"))
    across(pencil, (40, -395, -520), ("Total Net Cash Equivalents", dollars(held.cash), "$2.10"), "B", 20)
    for title in held.groups:
        _three_lines(pencil, held, title)
    sums = ("", "", dollars(held.total), dollars(held.cost), dollars(held.value - held.cost))
    across(pencil, FIRM, ("Total Portfolio Assets Held", *sums), "B", 12)
    pencil.page()
    pencil.say("UNREALIZED GAIN/(LOSS) DETAIL", 40, "B", 14, 10)
    _detail_heads(pencil)
    for row in held.rows:
        pencil.room(14 + 11 * (len(row.lots) + 1), lambda: _detail_heads(pencil))
        _in_detail(pencil, row)
    gain = held.value - held.cost
    across(
        pencil,
        (40, -345, -420, -574),
        ("Total Unrealized", dollars(held.cost), dollars(held.value), dollars(gain)),
        "B",
    )
    facts = {"sweeps": (held.cash or ZERO,)}
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", **facts))


def _three_lines(pencil: Pencil, held: Hand, title: str) -> None:
    def head() -> None:
        across(pencil, FIRM[2:], ("Current", "Current", "Original", "Unrealized", "Est. ann."), "B", 9)
        across(pencil, FIRM, (title, "Quantity", "price", "value", "cost", "gain/(loss)", "income"), "B", 12)

    pencil.room(70)
    head()
    for row in held.groups[title]:
        pencil.room(38, head)
        figures = (plain(row.quantity, 3), plain(row.price, 4), plain(row.value), plain(row.cost), bracketed(row.gain))
        across(pencil, FIRM, (row.name[:40], *figures, plain(cents(row.value / 70))), "", 9)
        if row.cusip:
            pencil.say("COMMON STOCK PAR $0.01", 40, "", 9)
        pencil.say(f"Symbol: {row.symbol}" + (f"   CUSIP: {row.cusip}" if row.cusip else ""), 40, "", 13)
    value, cost = held.sums[title]
    sums = ("", "", dollars(value), dollars(cost), dollars(value - cost), dollars(cents(value / 70)))
    across(pencil, FIRM, (f"Total {title}", *sums), "B", 20)


def _detail_heads(pencil: Pencil) -> None:
    across(pencil, DETAIL[5:], ("Short-term", "Long-term"), "B", 9)
    lower = ("Security / Trade date", "Quantity", "Unit cost", "Cost", "Market value", "gain/(loss)", "gain/(loss)")
    across(pencil, DETAIL, lower, "B", 12)


def _in_detail(pencil: Pencil, row: Row) -> None:
    pencil.say(f"{row.name} ({row.symbol})", 40, "B", 11)
    for lot, value in parts(row):
        gain = bracketed(value - lot.cost)
        terms = ("", gain) if lot.day < "2025-07" else (gain, "")
        figures = (plain(lot.quantity, 3), plain(each(lot, 4), 4), plain(lot.cost), plain(value))
        across(pencil, DETAIL, (f"  {us_day(lot.day)}", *figures, *terms), "", 11)
    across(pencil, DETAIL, ("  Total", plain(row.quantity, 3), "", plain(row.cost), plain(row.value)), "", 14)
