"""Houses with trades that are not settled: a custodian with two cashes and accruals; a broker of debts and shorts."""

from dataclasses import replace

from tools.accuracy.content import bond, cents, cusip, money, moves, option, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

CUSTODY = (-95.0, 104.0, -345.0, -425.0, -500.0, -575.0, -640.0, -700.0, -752.0)
HOLDS = (40.0, 200.0, 250.0, -325.0, -372.0, -434.0, -476.0, -525.0, -574.0)


def radbourne(deal: Deal) -> Drawn:
    """A custodian: units before names, price over value is apart; identifiers below; pending trades in a table last."""
    dice, taken = deal.dice, deal.taken
    shares = [
        replace(
            stock(dice, taken, odd=one % 3 == 1),
            cusip=cusip(dice, taken),
            accrued=money(dice, 1, 90) if dice.random() < 0.4 else None,
        )
        for one in range(dice.randrange(3, 10))
    ]
    bonds = [replace(bond(dice, taken), accrued=money(dice, 3, 500)) for _ in range(dice.randrange(1, 5))]
    held = hand(deal, {"EQUITIES": shares, "FIXED INCOME": bonds})
    pencil = Pencil(landscape=True, font="Times", size=8)
    framed(
        pencil,
        ("RADBOURNE TRUST, CUSTODY SERVICES", "PORTFOLIO STATEMENT"),
        (f"ACCOUNT {held.number}   FENWICK IRREVOCABLE TRUST FBO INES CALLOWAY", "AS OF JUNE 30, 2026"),
    )
    _custody_heads(pencil)
    first = cents((held.cash or ZERO) * D("0.8"))
    for label, cash in (("PRINCIPAL CASH", first), ("INCOME CASH", (held.cash or ZERO) - first)):
        cells: tuple[str, ...] = (
            plain(cash),
            label,
            "1.0000",
            plain(cash),
            plain(cash),
            "0.00",
            "0.00",
            "0.00",
            "0.00",
        )
        across(pencil, CUSTODY, cells, "", 12)
    across(pencil, (104, -425, -500), ("TOTAL CASH", plain(held.cash), plain(held.cash)), "B", 20)
    for title in held.groups:
        _in_custody(pencil, held, title)
    owed = sum((row.accrued or ZERO for row in held.rows), ZERO)
    spent = held.cost + (held.cash or ZERO)
    cells = (plain(held.total), plain(spent), bracketed(held.value - held.cost), plain(owed))
    across(pencil, (104, *CUSTODY[3:7]), ("TOTAL PORTFOLIO", *cells), "B", 13)
    across(pencil, (104, -425), ("TOTAL PORTFOLIO INCLUDING ACCRUALS", plain(held.total + owed)), "B", 24)
    pencil.room(70)
    pencil.say("PENDING TRADES - NOT REFLECTED ABOVE", 104, "B", 13)
    places = (104.0, 165.0, 230.0, 280.0, -500.0, -575.0, -660.0)
    across(pencil, places, ("TRADE DATE", "SETTLE DATE", "TYPE", "DESCRIPTION", "UNITS", "PRICE", "NET AMOUNT"), "B")
    across(pencil, places, ("06/30/26", "07/01/26", "BUY", "LARCH CIRCUIT CORP", "120", "41.0000", "(4,920.00)"))
    facts = {"registration": "trust_nongrantor", "sweeps": (held.cash or ZERO,)}
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", **facts))


def _custody_heads(pencil: Pencil) -> None:
    upper = ("SHARES/", "", "UNIT", "MARKET", "TAX", "UNREALIZED", "ACCRUED", "EST ANNUAL", "CURRENT")
    across(pencil, CUSTODY, upper, "B", 9)
    lower = ("PAR VALUE", "DESCRIPTION", "PRICE", "VALUE", "COST", "GAIN/LOSS", "INCOME", "INCOME", "YIELD")
    across(pencil, CUSTODY, lower, "B", 14)


def _in_custody(pencil: Pencil, held: Hand, title: str) -> None:
    def again() -> None:
        pencil.say(f"{title} (CONTINUED)", 104, "B", 12)
        _custody_heads(pencil)

    pencil.room(60)
    pencil.say(title, 104, "B", 12)
    for row in held.groups[title]:
        pencil.room(36, again)
        income = plain(cents(row.value / 60))
        figures = (plain(row.price, 4), plain(row.value), plain(row.cost), bracketed(row.gain), plain(row.accrued))
        across(pencil, CUSTODY, (plain(row.quantity, 3), row.name, *figures, income, "1.67"), "", 10)
        known = f"TICKER: {row.symbol}   CUSIP: {row.cusip}" if row.symbol else f"CUSIP: {row.cusip}"
        pencil.say(known, 104, "", 10)
        pencil.say("COMMON STOCK" if row.symbol else "RATING: AA2/AA", 104, "", 13)
    value, cost = held.sums[title]
    owed = sum((row.accrued or ZERO for row in held.groups[title]), ZERO)
    cells = (plain(value), plain(cost), bracketed(value - cost), plain(owed), plain(cents(value / 60)))
    across(pencil, (104, *CUSTODY[3:8]), (f"TOTAL {title}", *cells), "B", 20)


def tixover(deal: Deal) -> Drawn:
    """No costs; types of margin, cash and short; options; a debit; securities bought or sold; unsettled trades last."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken) for _ in range(dice.randrange(3, 9))]
    done = moves(dice, shares, 2026, 6)
    short = [_short(stock(dice, taken)) for _ in range(dice.randrange(0, 3))]
    calls = [replace(option(dice, row, place == 0), cost=None) for place, row in enumerate(shares[:2])]
    groups = {"STOCKS": [replace(row, cost=None) for row in (*shares, *short)], "OPTIONS": calls}
    held = hand(deal, groups)
    if dice.random() < 0.5:
        debit = -(held.cash or ZERO)
        held = replace(held, cash=debit, total=held.total + 2 * debit)
    pencil = Pencil(font="Sans", size=6.5)
    framed(
        pencil,
        ("Tixover Securities   Investment Account", "Statement Period : June 1, 2026 - June 30, 2026"),
        (f"Account Number: {held.number}", "Account Type: INDIVIDUAL     Page ~"),
    )
    pencil.say("ACCOUNT HOLDINGS", 40, "B", 14, 10)
    _debit_or_sweep(pencil, held)
    _held(pencil, held)
    across(pencil, (40, -434), ("TOTAL PRICED PORTFOLIO HOLDINGS (ON 06/30/26)", dollars(held.value)), "B", 12)
    across(pencil, (40, -434), ("NET ACCOUNT VALUE (ON 06/30/26)", dollars(held.total)), "B", 22)
    pencil.room(70)
    pencil.say("TRANSACTION HISTORY", 40, "B", 14, 10)
    pencil.say("SECURITIES PURCHASED OR SOLD", 40, "B", 12)
    places = (40.0, 85.0, 130.0, 285.0, 340.0, -425.0, -470.0, -522.0, -574.0)
    across(pencil, places, ("TRADE", "SETTLEMENT", "", "SYMBOL/", "TRANSACTION", "", "", "AMOUNT", "AMOUNT"), "B", 8)
    lower = ("DATE", "DATE", "DESCRIPTION", "CUSIP", "TYPE", "QUANTITY", "PRICE", "PURCHASED", "SOLD")
    across(pencil, places, lower, "B", 11)
    trades = [move for move in done if move.side != "reinvest"]
    for move in trades:
        pencil.room(11)
        sold = move.side == "sell"
        days = (us_day(move.day, 2), f"06/{int(move.day[8:]) + 1:02d}/26")
        side = ("Sold", plain(-move.quantity, 0)) if sold else ("Bought", plain(move.quantity, 0))
        amounts = ("", plain(move.amount)) if sold else (plain(move.amount), "")
        price = plain(move.amount / move.quantity, 4)
        across(pencil, places, (*days, move.name[:32], move.symbol, *side, price, *amounts), "", 11)
    facts = {"registration": "taxable_individual", "moves": tuple(trades), "sweeps": (abs(held.cash or ZERO),)}
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", **facts))


def _short(row: Row) -> Row:
    return replace(row, quantity=-(row.quantity or ZERO), value=-row.value)


def _debit_or_sweep(pencil: Pencil, held: Hand) -> None:
    cash = held.cash or ZERO
    share = f"{100 * cash / held.total:.2f}"
    pencil.say(f"CASH & CASH EQUIVALENTS ({share}% of Holdings)", 40, "B", 12)
    across(pencil, (40, -372, -434), ("DESCRIPTION", "PORTFOLIO (%)", "AMOUNT"), "B", 11)
    label = "Margin Balance" if cash < 0 else "Extended Insurance Sweep Deposit Account"
    across(pencil, (40, -372, -434), (label, share, bracketed(cash)), "", 11)
    across(pencil, (40, -372, -434), ("TOTAL CASH & CASH EQUIVALENTS", f"{share}%", bracketed(cash)), "B", 20)


def _held(pencil: Pencil, held: Hand) -> None:
    share = f"{100 * held.value / held.total:.2f}"

    def head() -> None:
        upper = ("", "SYMBOL/", "ACCT", "", "", "TOTAL MKT", "PORTFOLIO", "EST. ANNUAL", "EST. ANNUAL")
        across(pencil, HOLDS, upper, "B", 8, 5.5)
        lower = ("DESCRIPTION", "CUSIP", "TYPE", "QUANTITY", "PRICE", "VALUE", "(%)", "INCOME", "YIELD (%)")
        across(pencil, HOLDS, lower, "B", 11, 5.5)

    pencil.say(f"STOCKS, OPTIONS & EXCHANGE-TRADED FUNDS ({share}% of Holdings)", 40, "B", 12)
    head()
    for place, row in enumerate(held.rows):
        pencil.room(22, head)
        kind = "Short" if (row.quantity or ZERO) < 0 and row.symbol else "Margin" if place % 3 == 1 else "Cash"
        name = row.name[:36]
        part = f"{100 * row.value / held.total:.2f}"
        figures = (plain(row.quantity, 0), plain(row.price, 4), bracketed(row.value), part)
        income = ("12.00", "0.84%") if row.symbol and place % 2 else ("", "")
        across(pencil, HOLDS, (name, row.symbol or "", kind, *figures, *income), "", 11)
    cells = (dollars(held.value), f"{share}%", "$48.00")
    across(pencil, (40, *HOLDS[5:8]), ("TOTAL STOCKS, OPTIONS & ETF", *cells), "B", 20)
