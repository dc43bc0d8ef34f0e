"""Houses that say what was put in: since inception beside values, or as client investment beside the cost basis."""

from dataclasses import replace

from tools.accuracy.content import bond, cents, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, each, framed, hand, in_lots, parts
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Account, D, Drawn, Row

HELD = (40.0, -280.0, -340.0, -400.0, -468.0, -537.0, -574.0)
LONG = (40.0, -300.0, -360.0, -430.0, -490.0, -560.0, -630.0, -690.0, -752.0)
KINDS = (("Living Trust", "trust_grantor"), ("Roth Individual Retirement Account", "roth_ira"))


def ormskirk(deal: Deal) -> Drawn:
    """Two accounts; each asset with what was put in and taken out since inception, which is no cost basis."""
    pencil, made = Pencil(size=8), []
    pencil.on_page = _branch
    for kind, registration in KINDS:
        made.append(_ormskirk_account(pencil, deal, kind, registration))
    return pencil.drawn(*made)


def _branch(pencil: Pencil) -> None:
    pencil.row([(40, "Ormskirk Investments"), (-572, f"Page {pencil.pages}")], "B", 12)
    across(pencil, (40, -572), ("www.ormskirk.example   Member SIPC", "May 30 - Jun 26, 2026"), "", 20, 7)


def _ormskirk_account(pencil: Pencil, deal: Deal, kind: str, registration: str) -> Account:
    dice, taken = deal.dice, deal.taken
    bonds = [replace(bond(dice, taken), price=None, cusip=None, cost=None) for _ in range(dice.randrange(0, 4))]
    shares = [replace(stock(dice, taken), cost=None) for _ in range(dice.randrange(2, 9))]
    funds = [replace(class_fund(dice, taken), cost=None) for _ in range(dice.randrange(1, 4))]
    held = hand(deal, {"Fixed Income": bonds, "Stocks": shares, "Mutual Funds": funds})
    pencil.page()
    across(pencil, (40, -572), (f"Odalys Fenwick {kind}", f"Account Number: {held.number}"), "B", 18, 10)
    across(pencil, (40, -260, -400), ("Account Summary", "This Period", "This Year"), "B", 12)
    for label, month, year in (
        ("Beginning Value", held.total - 260, held.total - 1900),
        ("Assets Added to Account", D(100), D(700)),
        ("Change In Value", D(160), D(1200)),
        ("Ending Value", held.total, held.total),
    ):
        across(pencil, (40, -260, -400), (label, dollars(month), dollars(year)), "", 12)
    pencil.y += 14
    pencil.say("Asset Details (as of Jun 26, 2026)", 40, "B", 14, 10)
    heads = ("Cash, Insured Bank Deposit", "Beginning Balance", "Deposits", "Income", "Withdrawals", "Ending Balance")
    places = (40.0, -290.0, -350.0, -410.0, -480.0, -574.0)
    across(pencil, places, heads, "B", 12)
    cash = held.cash or ZERO
    across(pencil, places, ("Cash", "$0.00", "", "", "", "$0.00"), "", 12)
    cells = (dollars(cash - 40), "$50.00", "$1.20", "-$11.20", dollars(cash))
    across(pencil, places, ("Insured Bank Deposit", *cells), "", 20)
    for title, rows in held.groups.items():
        if rows:
            _put_in(pencil, title, rows)
    across(pencil, (40, -400), ("Total Account Value", dollars(held.total)), "B", 20)
    note = "Amount invested since inception is not cost basis and must not be used for tax reports."
    pencil.say("* Your rate of return for each asset includes income and is annualized for more than 12 months.")
    pencil.say(note)
    return held.closed(deal, as_of="2026-06-26", registration=registration, sweeps=(cash,))


def _put_in(pencil: Pencil, title: str, rows: list[Row]) -> None:
    def head() -> None:
        across(pencil, HELD[4:], ("Amount Invested", "Amount Withdrawn", "Rate of"), "B", 9, 6.5)
        lower = (title, "Maturity Date", "Maturity Value") if title == "Fixed Income" else (title, "Price", "Quantity")
        across(pencil, HELD[:4], (*lower, "Value"), "B", 0)
        across(pencil, HELD[4:], ("Since Inception", "Since Inception", "Return*"), "B", 12, 6.5)

    pencil.room(70)
    head()
    for place, row in enumerate(rows):
        pencil.room(26, head)
        known = (plain(row.price, 2), plain(row.quantity, 0 if title == "Stocks" else 3))
        name = row.name.title()
        if row.price is None:
            name, known = row.name[:-11], (row.name[-10:], plain(row.quantity))
        put = cents(row.value * D(70 + 7 * place) / 100)
        figures = (plain(row.value), plain(put), plain(cents(row.value / 60)), f"{3 + place * 1.7:.2f}%")
        across(pencil, HELD, (name, *known, *figures), "", 10)
        if row.symbol:
            pencil.say(f"Asset Category: Growth & Income; Symbol: {row.symbol}", 40, "", 14, 6.5)
        else:
            pencil.y += 4
    pencil.y += 10


def haverstoe(deal: Deal) -> Drawn:
    """Money accounts, bonds and shares by lots with subtotals, funds with client investment and cumulative return."""
    dice, taken = deal.dice, deal.taken
    shares = [in_lots(dice, stock(dice, taken), 3) for _ in range(dice.randrange(3, 10))]
    shares[-1] = replace(shares[-1], cost=None, lots=())
    held = hand(deal, {"EQUITIES": shares, "MUTUAL FUNDS": [class_fund(dice, taken) for _ in range(2)]})
    pencil = Pencil(landscape=True, size=7)
    framed(
        pencil,
        ("HAVERSTOE WEALTH MANAGEMENT", f"Account Number: {held.number}    24-Hour Assistance: (800) 555-0117"),
        ("TOBIAS R. MARCHETTI", "May 30, 2026 - June 30, 2026"),
    )
    _assets(pencil, held)
    pencil.say("CASH/MONEY ACCOUNTS", 40, "B", 11)
    places = (40.0, -360.0, -430.0, -490.0, -560.0, -630.0, -690.0)
    upper = ("", "", "Total", "Estimated", "Estimated", "Estimated", "Est. Annual")
    across(pencil, places, upper, "B", 8)
    lower = ("Description", "Quantity", "Cost Basis", "Market Price", "Market Value", "Annual Income", "Yield%")
    across(pencil, places, lower, "B", 11)
    loose, sweep = D("0.37"), (held.cash or ZERO) - D("0.37")
    across(pencil, places, ("CASH", plain(loose), plain(loose), "", plain(loose)), "", 10)
    cells = (plain(sweep, 2), plain(sweep), "1.0000", plain(sweep), "6", ".05")
    across(pencil, places, ("HAVERSTOE BANK DEPOSIT PROGRAM", *cells), "", 10)
    across(pencil, places, ("TOTAL", "", plain(held.cash), "", plain(held.cash), "6", ".05"), "B", 20)
    _by_lots(pencil, held)
    _by_fund(pencil, held)
    across(pencil, LONG[3:], ("Adjusted/Total", "", "Estimated", "Unrealized", "Estimated", "Current"), "B", 8)
    last = ("Cost Basis", "", "Market Value", "Gain/(Loss)", "Annual Income", "Yield%")
    across(pencil, (LONG[0], *LONG[3:]), ("LONG PORTFOLIO", *last), "B", 12)
    spent = held.cost + (held.cash or ZERO)
    sums = (plain(spent), "", plain(held.total), "", "1,406", "1.11")
    across(pencil, (LONG[0], *LONG[3:]), ("TOTAL", *sums), "B", 14)
    pencil.say("Total Client Investment: cost of shares directly purchased and still held; no reinvested dividends.")
    facts = {"owner": "TOBIAS R. MARCHETTI", "sweeps": (held.cash or ZERO, sweep, loose)}
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", **facts))


def _assets(pencil: Pencil, held: Hand) -> None:
    across(pencil, (40, -300, -380), ("ASSETS", "June 30", "May 29"), "B", 11)
    lines = [("Cash/Money Accounts", held.cash or ZERO), ("Fixed Income", ZERO)]
    lines += [(title.title(), value) for title, (value, _) in held.sums.items()]
    for label, value in (*lines, ("Subtotal (Long Portfolio)", held.total), ("TOTAL ASSETS", held.total)):
        shown = (plain(value), plain(value - 33)) if value else ("-", "-")
        across(pencil, (40, -300, -380), (label, *shown), "B" if "TOTAL" in label else "", 10)
    across(pencil, (40, -300, -380), ("LIABILITIES", "", ""), "B", 10)
    across(pencil, (40, -300, -380), ("Debit Balance", "-", "-"), "", 10)
    sums = (dollars(held.total), dollars(held.total - 132))
    across(pencil, (40, -300, -380), ("NET PORTFOLIO VALUE", *sums), "B", 22)


def _by_lots(pencil: Pencil, held: Hand) -> None:
    def head() -> None:
        upper = ("", "", "Unit", "Total", "Estimated", "Estimated", "Unrealized", "Estimated")
        across(pencil, LONG, upper, "B", 8)
        lower = ("Quantity", "Cost Basis", "Cost Basis", "Market Price", "Market Value", "Gain/(Loss)", "Annual Income")
        across(
            pencil, (LONG[0], 185, 215, *LONG[1:8]), ("EQUITIES  Description", "Symbol", "Acquired", *lower), "B", 11
        )

    pencil.room(80)
    head()
    for row in held.groups["EQUITIES"]:
        pencil.room(10 * (len(row.lots) + 1), head)
        name: tuple[str, str] = (row.name[:30], row.symbol or "")
        lots = parts(row) if row.lots else []
        places = (LONG[0], 185, 215, *LONG[1:8])
        if not lots:
            known = (plain(row.price, 4), plain(row.value), "N/A", "12")
            cells: tuple[str, ...] = ("", plain(row.quantity, 4), "N/A", "N/A", *known)
            across(pencil, places, (*name, *cells), "", 10)
        for place, (lot, value) in enumerate(lots):
            shown = ("", "") if place else name
            figures = (plain(lot.quantity, 4), plain(each(lot)), plain(lot.cost), plain(row.price, 4), plain(value))
            across(pencil, places, (*shown, us_day(lot.day, 2), *figures, bracketed(value - lot.cost), "12"), "", 9)
        if len(lots) > 1:
            cells = (plain(row.quantity, 4), "", plain(row.cost), "", plain(row.value), bracketed(row.gain), "36")
            across(pencil, places, ("", "", "Subtotal", *cells), "", 11)
    value, cost = held.sums["EQUITIES"]
    across(pencil, LONG, ("TOTAL", "", "", plain(cost), "", plain(value), "", "906"), "B", 20)


def _by_fund(pencil: Pencil, held: Hand) -> None:
    pencil.room(90)
    upper = ("", "", "Total", "Estimated", "Estimated", "Unrealized", "Total Client", "Cumulative", "Est. Annual")
    across(pencil, LONG, upper, "B", 8)
    lower = ("Quantity", "Cost Basis", "Market Price", "Market Value", "Gain/(Loss)", "Investment", "Return ($)")
    across(pencil, LONG, ("MUTUAL FUNDS  Description", *lower, "Income"), "B", 11)
    for row in held.groups["MUTUAL FUNDS"]:
        put = cents((row.cost or ZERO) * D("0.8"))
        figures = (plain(row.quantity, 3), plain(row.cost), plain(row.price, 4), plain(row.value), bracketed(row.gain))
        last = (plain(put, 0), plain(row.value - put, 0), "210")
        across(pencil, LONG, (row.name, *figures, *last), "", 9)
        pencil.say(f"SYMBOL: {row.symbol}    Initial Purchase:03/14/16", 40, "", 9)
        pencil.say("Equity 100%", 40, "", 12)
    value, cost = held.sums["MUTUAL FUNDS"]
    sums = ("", plain(cost), "", plain(value), bracketed(value - cost), "", "", "420")
    across(pencil, LONG, ("TOTAL", *sums), "B", 20)
