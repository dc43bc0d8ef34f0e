"""Exports of portfolio systems and clearing firms: wide tables with owners, classes, accrued interest, OCC options."""

from dataclasses import replace

from tools.accuracy.content import bond, deposit, fund, isin, moves, option, venture
from tools.accuracy.drawing import bracketed, dollars, european, plain, trailing, us_day
from tools.accuracy.feeds.tables import delimited
from tools.accuracy.houses.hands import each, hand, parts, some_stocks
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

Line = list[object]


def ewhurst_csv(deal: Deal) -> Drawn:
    """A system of advisers: one wide table of a household, owner and kind of account in every line, cash as a row."""
    lines: list[Line] = [
        ["Household", "Owner", "Account Name", "Account Number", "Account Type", "Custodian", "Product Name", "Ticker",
         "Asset Class", "As Of Date", "Units", "Price", "Market Value", "Cost Basis", "Unrealized G/L", "% of Account"]
    ]  # fmt: skip
    accounts = []
    for name, title, kind in (("Odalys Fenwick", "Rollover IRA", "traditional_ira"), ("Tobias R. Marchetti",
                              "Individual", "taxable_individual")):  # fmt: skip
        held = hand(deal, {"": some_stocks(deal, 3, 9)}, summed=False)
        front: Line = ["Fenwick Household", name, f"{name} {title}", held.number, title, "Ewhurst"]
        for row in held.rows:
            lines.append([*front, row.name, row.symbol, "US Large Blend", "6/30/2026", plain(row.quantity, 4),
                          row.price, row.value, row.cost, row.gain, "12.10%"])  # fmt: skip
        lines.append([*front, "Cash", "CASH", "Cash", "6/30/2026", plain(held.cash), 1, held.cash, held.cash, 0, "1%"])
        accounts.append(held.closed(deal, as_of="2026-06-30", owner=name, registration=kind))
    return Drawn(delimited(lines).encode(), tuple(accounts), ".csv")


def farley_csv(deal: Deal) -> Drawn:
    """A report of classes: the class in a column of its own that is filled only where it changes, sums after each."""
    bonds = [bond(deal.dice, deal.taken) for _ in range(3)]
    held = hand(deal, {"Domestic Equity": some_stocks(deal, 3, 8), "Municipal Bonds": bonds})
    lines: list[Line] = [["Farley Reporting"], [f"Account: Calloway Trust ({held.number})"], ["As of 6/30/2026"], [],
        ["Class", "Asset", "Ticker/CUSIP", "Units", "Unit Cost", "Cost Basis", "Price", "Value", "Gain/Loss",
         "Gain/Loss %", "Weight"]]  # fmt: skip
    for title, rows in held.groups.items():
        for place, row in enumerate(rows):
            unit = ((row.cost or ZERO) * (1 if row.symbol else 100) / (row.quantity or D(1))).quantize(D("0.001"))
            lines.append([title if not place else "", row.name, row.symbol or row.cusip, row.quantity, unit, row.cost,
                          row.price, row.value, bracketed(row.gain), "(2.1)%", "7.8%"])  # fmt: skip
        value, cost = held.sums[title]
        lines.append([f"{title} Total", "", "", "", "", cost, "", value, bracketed(value - cost), "", "50.0%"])
    lines += [["Cash", "Cash", "", "", "", "", "", held.cash], ["Grand Total", "", "", "", "", "", "", held.total]]
    return Drawn(delimited(lines).encode(), (held.closed(deal, as_of="2026-06-30"),), ".csv")


def gatton_csv(deal: Deal) -> Drawn:
    """Ten lines of small print first, one column for CUSIP, trailing minus on short units, packed option symbols."""
    shares = some_stocks(deal, 4, 9)
    low = shares[-1]
    shares[-1] = replace(low, quantity=-(low.quantity or ZERO), value=-low.value, cost=-(low.cost or ZERO))
    calls = [replace(option(deal.dice, shares[0], True), cost=None)]
    held = hand(deal, {"Equities": shares, "Options": calls})
    lines: list[Line] = [[f"{place}. Prices of {place * 1000:,} issues are from sources held to be reliable, as of the "
                          "close; see note 4."] for place in range(1, 11)]  # fmt: skip
    lines += [["Account", held.number], ["Valuation date", "20260630"], [],
              ["Symbol", "Security Description", "Type", "Quantity", "Closing Price", "Market Value", "Total Cost",
               "Unrealized"]]  # fmt: skip
    for row in held.rows:
        words = row.name.split()
        symbol = row.symbol or f"{words[1]:<6}270115C{int(float(words[-1]) * 1000):08d}"
        lines.append([symbol, row.name, "MARGIN" if row.symbol else "OPT", _units(row.quantity), row.price,
                      trailing(row.value), trailing(row.cost) if row.cost is not None else "",
                      trailing(row.gain)])  # fmt: skip
    lines += [["", "CREDIT BALANCE", "", "", "", plain(held.cash)], ["", "NET EQUITY", "", "", "", plain(held.total)]]
    return Drawn(delimited(lines, "\t").encode(), (held.closed(deal, as_of="2026-06-30"),), ".txt")


def _units(quantity: D | None) -> str:
    return plain(abs(quantity or ZERO), 0) + ("-" if quantity and quantity < 0 else "")


def hascombe_csv(deal: Deal) -> Drawn:
    """A ladder of bonds and deposits: coupon, maturity, ratings, accrued interest, sums by year of maturity."""
    rows = [deposit(deal.dice, deal.taken) for _ in range(3)]
    more = [replace(bond(deal.dice, deal.taken), accrued=D(deal.dice.randrange(100, 90_000)) / 100) for _ in range(4)]
    held = hand(deal, {"Certificates of deposit": rows, "Municipal": more}, cash=False)
    lines: list[Line] = [["Hascombe bond desk", "", "Account no.", held.number], ["Holdings on 06/30/2026"], [],
        ["CUSIP", "Description", "Coupon", "Maturity", "Moody's/S&P", "Par", "Price", "Market Value",
         "Accrued Interest", "Cost", "YTM"]]  # fmt: skip
    for title, part in held.groups.items():
        for row in part:
            lines.append([row.cusip, row.name, "4.125%", "11/15/2031", "Aa2/AA", plain(row.quantity, 0), row.price,
                          plain(row.value), plain(row.accrued), plain(row.cost), "4.01%"])  # fmt: skip
        value, cost = held.sums[title]
        lines.append(["", f"Subtotal {title}", "", "", "", "", "", plain(value), "", plain(cost)])
    lines.append(["", "Total market value", "", "", "", "", "", plain(held.total)])
    return Drawn(delimited(lines, quoting=1).encode(), (held.closed(deal, as_of="2026-06-30"),), ".csv")


def itchen_csv(deal: Deal) -> Drawn:
    """A private bank: semicolons, decimal commas with dots or blanks, minus behind, lots by day, cp1252."""
    rows = [replace(row, symbol=None, isin=isin(deal.dice, deal.taken)) for row in some_stocks(deal, 3, 9, 2)]
    held = hand(deal, {"": rows})
    lines: list[Line] = [["Itchen Privée — Relevé", ""], ["Portfolio no.", held.number], ["Valuation", "30.06.2026"],
        ["Security", "ISIN", "Purchase date", "Units", "Purchase value", "Market price", "Market value USD",
         "Result"]]  # fmt: skip
    for row in held.rows:
        lines += [[row.name, row.isin, said, european(quantity, 0), european(cost), european(row.price),
                   european(value), european(abs(value - cost)) + ("-" if value < cost else "")]
                  for said, quantity, cost, value in _by_day(row)]  # fmt: skip
    lines += [["Liquidity", "", "", "", "", "", european(held.cash)], ["Total", "", "", "", "", "",
               european(held.total)]]  # fmt: skip
    return Drawn(delimited(lines, ";").encode("cp1252"), (held.closed(deal, as_of="2026-06-30"),), ".csv")


def _by_day(row: Row) -> list[tuple[str, D, D, D]]:
    return [(f"{lot.day[8:]}.{lot.day[5:7]}.{lot.day[:4]}", lot.quantity, lot.cost, value) for lot, value in parts(row)]


def jevington_csv(deal: Deal) -> Drawn:
    """Private funds: commitment, paid in, unfunded and day of value of each, no units, a total below."""
    held = hand(deal, {"": [venture(deal.dice, deal.taken) for _ in range(deal.dice.randrange(3, 6))]}, cash=False)
    lines: list[Line] = [["Jevington Alternatives", "Investor account", held.number], [],
        ["Fund", "Vintage", "Commitment", "Paid-In Capital", "Unfunded Commitment", "Distributions", "NAV",
         "NAV Date", "TVPI", "Net IRR"]]  # fmt: skip
    for row in held.rows:
        lines.append([row.name, 2021, dollars(row.commitment), dollars(row.called), dollars(row.unfunded), "$0.00",
                      dollars(row.value), us_day(row.nav_date or ""), "1.21x", "9.8%"])  # fmt: skip
    lines.append(["Total", "", "", "", "", "", dollars(held.total), "", "", ""])
    return Drawn(delimited(lines).encode(), (held.closed(deal),), ".csv")


def kilmeston_csv(deal: Deal) -> Drawn:
    """Accounts as blocks under a line `Account:`, heads said once at the top, a household total at the end."""
    lines: list[Line] = [["Kilmeston Advisors"], ["Report date: 06/30/2026"], [],
                         ["Description", "Symbol", "Units", "Price", "Value", "Cost"]]  # fmt: skip
    accounts, whole = [], ZERO
    for title in ("Ines IRA", "Family Trust"):
        held = hand(deal, {"": some_stocks(deal, 3, 8)})
        lines.append([f"Account: {title} {held.number}"])
        lines += [[row.name, row.symbol, row.quantity, row.price, row.value, row.cost] for row in held.rows]
        lines += [["Cash", "", "", "", held.cash, ""], [f"Total {title}", "", "", "", held.total, ""], []]
        whole += held.total
        accounts.append(held.closed(deal, as_of="2026-06-30"))
    lines.append(["Household Total", "", "", "", whole, ""])
    return Drawn(delimited(lines).encode(), tuple(accounts), ".csv")


def laverton_csv(deal: Deal) -> Drawn:
    """A plan with a column for each source of money, then the whole of each fund; UTF-16 with pipes."""
    rows = [replace(fund(deal.dice, deal.taken), cost=None) for _ in range(deal.dice.randrange(3, 8))]
    held = hand(deal, {"": rows}, cash=False)
    lines: list[Line] = [["Laverton Retirement"], ["Participant account", held.number], ["Statement date",
        "06/30/2026"], [], ["Investment", "Employee Pre-Tax", "Employer Match", "Rollover", "Total Balance",
        "Total Units", "Unit Price"]]  # fmt: skip
    sums = [ZERO, ZERO]
    for row in held.rows:
        own = (row.value * D("0.6")).quantize(D("0.01"))
        sums = [sums[0] + own, sums[1] + row.value - own]
        lines.append([row.name, dollars(own), dollars(row.value - own), "$0.00", dollars(row.value),
                      plain(row.quantity, 3), f"${row.price}"])  # fmt: skip
    lines.append(["Total", *map(dollars, sums), "$0.00", dollars(held.total), "", ""])
    return Drawn(delimited(lines, "|").encode("utf-16"), (held.closed(deal, as_of="2026-06-30"),), ".csv")


def mottisfont_csv(deal: Deal) -> Drawn:
    """A tracker's table: shares held, weights, prices, no total; cash by a made-up symbol; quotes with newlines."""
    held = hand(deal, {"": some_stocks(deal, 4, 10)}, summed=False)
    lines: list[Line] = [[f"Portfolio: My Watch {held.number}"], [],
        ["Holding\nName", "Ticker", "Weight %", "Shares\nHeld", "Last\nPrice $", "Market\nValue $",
         "Purchase\nPrice $", "Cost\nBasis $"]]  # fmt: skip
    for row in held.rows:
        unit = ((row.cost or ZERO) / (row.quantity or D(1))).quantize(D("0.0001"))
        lines.append([row.name, row.symbol, "4.41", row.quantity, row.price, plain(row.value), unit, plain(row.cost)])
    lines.append(["Cash", "CASH$", "2.10", plain(held.cash), "1.00", plain(held.cash), "", ""])
    return Drawn(delimited(lines).encode(), (held.closed(deal),), ".csv")


def nutbourne_csv(deal: Deal) -> Drawn:
    """Two tables of an account: all positions, then all lots with the name of the position above each block."""
    held = hand(deal, {"": some_stocks(deal, 3, 8, 3)})
    lines: list[Line] = [[f"Nutbourne Trading   Account {held.number}   06/30/2026"], [], ["POSITIONS"],
                         ["Symbol", "Description", "Qty", "Price", "Mkt Value", "Cost"]]  # fmt: skip
    lines += [[row.symbol, row.name, row.quantity, row.price, row.value, row.cost] for row in held.rows]
    lines += [["Cash", "", "", "", held.cash, ""], ["Total", "", "", "", held.total, ""], [], ["TAX LOTS"],
              ["Open date", "Qty", "Cost/share", "Cost", "Mkt Value", "Term"]]  # fmt: skip
    for row in held.rows:
        lines.append([f"{row.symbol} - {row.name}"])
        lines += [[us_day(lot.day), lot.quantity, each(lot), lot.cost, value, "LT"] for lot, value in parts(row)]
    return Drawn(delimited(lines).encode(), (held.closed(deal, as_of="2026-06-30"),), ".csv")


def overbury_csv(deal: Deal) -> Drawn:
    """An activity statement with sections of other heads: changes, trades by order, positions, dividends, interest."""
    held = hand(deal, {"Stocks": some_stocks(deal, 3, 8)})
    lines: list[Line] = [["Statement", "Header", "Field Name", "Field Value"],
        ["Statement", "Data", "Period", "June 30, 2026"],
        ["Account Information", "Header", "Field Name", "Field Value"],
        ["Account Information", "Data", "Account", f"{held.number} (Custom Consolidated)"],
        ["Change in NAV", "Header", "Field Name", "Field Value"],
        ["Change in NAV", "Data", "Starting Value", held.total - 1200], ["Change in NAV", "Data", "Ending Value",
        held.total], ["Trades", "Header", "DataDiscriminator", "Asset Category", "Currency", "Symbol", "Date/Time",
        "Quantity", "T. Price", "C. Price", "Proceeds", "Comm/Fee", "Basis", "Realized P/L", "MTM P/L",
        "Code"]]  # fmt: skip
    made = [replace(move, side="buy") if move.side == "reinvest" else move
            for move in moves(deal.dice, held.rows, 2026, 6)]  # fmt: skip
    for move in made:
        quantity, proceeds = (move.quantity, -move.amount) if move.side == "buy" else (-move.quantity, move.amount)
        lines.append(["Trades", "Data", "Order", "Stocks", "USD", move.symbol, f"{move.day}, 11:10:01", quantity,
                      (move.amount / move.quantity).quantize(D("0.01")), 1, proceeds, -1, -proceeds,
                      0, 0, "O"])  # fmt: skip
    lines += [["Trades", "SubTotal", "", "Stocks", "USD", "", "", "", "", "", 10, -4, 0, 0, 0, ""],
              ["Open Positions", "Header", "DataDiscriminator", "Asset Category", "Currency", "Symbol", "Quantity",
               "Mult", "Cost Price", "Cost Basis", "Close Price", "Value", "Unrealized P/L", "Code"]]  # fmt: skip
    lines += [["Open Positions", "Data", "Summary", "Stocks", "USD", row.symbol, row.quantity, 1, 1, row.cost,
               row.price, row.value, row.gain, ""] for row in held.rows]  # fmt: skip
    lines += [["Open Positions", "Total", "", "Stocks", "USD", "", "", "", "", held.cost, "", held.value, "", ""],
              ["Cash Report", "Header", "Currency Summary", "Currency", "Total", "Securities", "Futures"],
              ["Cash Report", "Data", "Ending Cash", "Base Currency Summary", held.cash, held.cash, 0]]  # fmt: skip
    closed = held.closed(deal, as_of="2026-06-30", moves=tuple(made))
    return Drawn(delimited(lines).encode(), (closed,), ".csv")
