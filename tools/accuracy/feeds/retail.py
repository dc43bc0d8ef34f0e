"""Downloads of sites for private investors: accounts one below the other, formula cells, holdings before trades."""

from dataclasses import replace

from tools.accuracy.content import bond, moves, option, stock
from tools.accuracy.drawing import dollars, plain, us_day
from tools.accuracy.feeds.tables import delimited
from tools.accuracy.houses.hands import each, hand, parts, some_stocks
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move, Row

Line = list[object]


def quorn_csv(deal: Deal) -> Drawn:
    """All accounts of a login, each with a title, heads and a total of its own; dashes where nothing is known."""
    lines: list[Line] = [["Positions for All-Accounts as of 04:01 PM ET, 06/30/2026"], []]
    heads = ["Symbol", "Description", "Quantity", "Price", "Price Change %", "Market Value", "Day Change $",
             "Cost Basis", "Gain/Loss $", "Gain/Loss %", "Ratings", "Reinvest Dividends?", "% Of Account",
             "Security Type"]  # fmt: skip
    accounts = []
    for title, kind in (("Individual", "taxable_individual"), ("Roth IRA", "roth_ira"), ("Joint", "taxable_joint")):
        shares = some_stocks(deal, 3, 8)
        bonds = [bond(deal.dice, deal.taken)] if title == "Joint" else []
        held = hand(deal, {"Equity": shares, "Fixed Income": bonds})
        lines += [[f"{title} ...{held.number[-4:]}"], [*heads]]
        for group, rows in held.groups.items():
            lines += [_quorn(row, group) for row in rows]
        blank = ["--"] * 3
        lines.append(["Cash & Cash Investments", *blank, "0%", dollars(held.cash), "$0.00", *blank, "--", "--", "2.1%",
                      "Cash and Money Market"])  # fmt: skip
        gain = dollars(held.value - held.cost)
        lines += [["Account Total", *blank, "0.4%", dollars(held.total), "$91.11", dollars(held.cost), gain, "3.2%",
                   "--", "--", "--", "--"], []]  # fmt: skip
        accounts.append(held.closed(deal, as_of="2026-06-30", registration=kind))
    return Drawn(delimited(lines, quoting=1).encode(), tuple(accounts), ".csv")


def _quorn(row: Row, group: str) -> Line:
    return [row.symbol or row.cusip, row.name, plain(row.quantity, 0), f"${row.price:,}", "0.31%", dollars(row.value),
            "-$3.10", dollars(row.cost), dollars(row.gain), "11.2%", "--", "No", "8.1%", group]  # fmt: skip


def rudgwick_csv(deal: Deal) -> Drawn:
    """Options under a site's own symbols with a dash before, a short share, `n/a` costs, trailing commas, notes."""
    shares = some_stocks(deal, 4, 10)
    low = shares[-1]
    shares[-1] = replace(low, quantity=-(low.quantity or ZERO), value=-low.value, cost=None)
    calls = [option(deal.dice, shares[0], False), option(deal.dice, shares[1], True)]
    held = hand(deal, {"Margin": shares, "Options": calls}, summed=False)
    lines: list[Line] = [
        ["Account Number", "Account Name", "Symbol", "Description", "Quantity", "Last Price", "Current Value",
         "Total Gain/Loss Dollar", "Percent Of Account", "Cost Basis Total", "Type"]
    ]  # fmt: skip
    front: Line = [held.number, "Ines Brokerage"]
    lines.append([*front, "FCXX**", "HELD IN MONEY MARKET", "", "", dollars(held.cash), "", "3.22%", "", "Cash", ""])
    for rows in held.groups.values():
        for row in rows:
            symbol = row.symbol or f" -{row.name.split()[1]}270115C{row.name.split()[-1].split('.')[0]}"
            value = f"-${-row.value:,.2f}" if row.value < 0 else dollars(row.value)
            cost = "n/a" if row.cost is None else dollars(abs(row.cost))
            lines.append([*front, symbol, row.name, row.quantity, dollars(row.price), value, "n/a", "1.2%", cost,
                          "Margin", ""])  # fmt: skip
    lines += [[], ["The data and information in this spreadsheet is provided to you solely for your use and is not for"
                   " distribution. The spreadsheet is provided for\n2 reasons; 1,000 words follow."], [],
              ["Date downloaded 06/30/2026 7:10 PM ET"]]  # fmt: skip
    made = held.closed(deal, sweeps=(held.cash or ZERO,))
    return Drawn(b"\xef\xbb\xbf" + delimited(lines).encode(), (made,), ".csv")


def selham_csv(deal: Deal) -> Drawn:
    """Holdings of two accounts, blank lines, then the trades of both below heads of their own."""
    lines: list[Line] = [["Account Number", "Investment Name", "Symbol", "Shares", "Share Price", "Total Value", ""]]
    below: list[Line] = [
        ["Account Number", "Trade Date", "Settlement Date", "Transaction Type", "Transaction Description",
         "Investment Name", "Symbol", "Shares", "Share Price", "Principal Amount", "Commission Fees", "Net Amount",
         "Accrued Interest", "Account Type", ""]
    ]  # fmt: skip
    accounts = []
    for _ in range(2):
        held = hand(deal, {"": [replace(row, cost=None) for row in some_stocks(deal, 3, 9)]}, cash=False, summed=False)
        made = [replace(move, side="buy") if move.side == "reinvest" else move
                for move in moves(deal.dice, held.rows, 2026, 6)]  # fmt: skip
        lines += [[held.number, row.name, row.symbol, row.quantity, row.price, row.value, ""] for row in held.rows]
        below += [[held.number, move.day, move.day, "Buy" if move.side == "buy" else "Sell",
                   "Buy" if move.side == "buy" else "Sell", move.name, move.symbol, _signed(move),
                   (move.amount / move.quantity).quantize(D("0.01")), -move.amount if move.side == "buy" else
                   move.amount, "0.0", -move.amount if move.side == "buy" else move.amount, "0.0", "CASH", ""]
                  for move in made]  # fmt: skip
        accounts.append(held.closed(deal, moves=tuple(made)))
    return Drawn(delimited([*lines, [], [], [], *below], end="\n").encode(), tuple(accounts), ".csv")


def _signed(move: Move) -> D:
    return -move.quantity if move.side == "sell" else move.quantity


def tarring_csv(deal: Deal) -> Drawn:
    """Cells as formulas that hold a text, an apostrophe before the number, blanks before every comma, `n/a`."""
    held = hand(deal, {"": some_stocks(deal, 4, 12)})
    lines = ['"Account"," =""' + held.number + '"""', '"As of","30-Jun-2026"', "", "Ticker ,Company ,Shares ,Last "
             ",Value ,Basis ,Gain ,Yield "]  # fmt: skip
    for row in held.rows:
        figures = f'{row.quantity} ,{row.price} ,"{plain(row.value)}" ,"{plain(row.cost)}" ,"{plain(row.gain)}" ,n/a '
        lines.append(f'"=""{row.symbol}""","{row.name}",{figures}')
    lines += [f'"Cash","Cash balance",,,"{plain(held.cash)}",,,n/a', f'"Total",,,,"{plain(held.total)}",,,']
    return Drawn("\r\n".join(lines).encode(), (held.closed(deal, as_of="2026-06-30"),), ".csv")


def upwood_csv(deal: Deal) -> Drawn:
    """A history of trades: no holdings, actions as sentences, commissions, a note below."""
    rows = [stock(deal.dice, deal.taken) for _ in range(6)]
    held = hand(deal, {}, cash=False, summed=False)
    made = moves(deal.dice, rows, 2026, 5)
    lines: list[Line] = [
        [], [], ["Brokerage"], [],
        ["Run Date", "Account", "Account Number", "Action", "Symbol", "Description", "Type", "Price ($)", "Quantity",
         "Commission ($)", "Fees ($)", "Accrued Interest ($)", "Amount ($)", "Settlement Date"]
    ]  # fmt: skip
    words = {"buy": "YOU BOUGHT", "sell": "YOU SOLD", "reinvest": "REINVESTMENT"}
    for move in made:
        amount = move.amount if move.side == "sell" else -move.amount
        lines.append([us_day(move.day), "Individual - TOD", held.number, f"{words[move.side]} {move.name} (Cash)",
                      move.symbol, move.name, "Cash", (move.amount / move.quantity).quantize(D("0.01")), _signed(move),
                      "", "", "", amount, us_day(move.day)])  # fmt: skip
    lines += [[], ["The data and information in this spreadsheet is provided to you solely for your use."]]
    return Drawn(delimited(lines).encode(), (deal.close(held.number, [], None, moves=tuple(made)),), ".csv")


def verwood_csv(deal: Deal) -> Drawn:
    """Positions with lots below: `Multiple` where there are several, the lots without a symbol, terms, pipes."""
    held = hand(deal, {"": some_stocks(deal, 3, 9, 3)})
    lines: list[Line] = [["Verwood Investing | Unrealized gains and losses"], ["Account number", held.number],
        ["As of date", "06/30/2026"],
        ["Symbol", "Description", "Acquisition date", "Quantity", "Unit cost", "Cost basis", "Price", "Market value",
         "Short-term G/L", "Long-term G/L"]]  # fmt: skip
    for row in held.rows:
        many = len(row.lots) > 1
        unit = ((row.cost or ZERO) / (row.quantity or D(1))).quantize(D("0.0001"))
        lines.append([row.symbol, row.name, "Multiple" if many else us_day(row.lots[0].day), row.quantity, unit,
                      row.cost, row.price, row.value, "", row.gain])  # fmt: skip
        lines += [["", "", us_day(lot.day), lot.quantity, each(lot), lot.cost, row.price, value, "", value - lot.cost]
                  for lot, value in parts(row) if many]  # fmt: skip
    lines += [["", "CASH AND SWEEP", "", "", "", "", "", held.cash], ["", "TOTAL ACCOUNT VALUE", "", "", "", held.cost,
               "", held.total]]  # fmt: skip
    return Drawn(delimited(lines, "|").encode(), (held.closed(deal, as_of="2026-06-30"),), ".csv")


def warnford_csv(deal: Deal) -> Drawn:
    """Gains already realised: lots sold, nothing held; no row of it may be taken for a position."""
    held = hand(deal, {}, cash=False, summed=False)
    lines: list[Line] = [[f"Realized Gain/Loss - Lot Details for Individual ...{held.number[-4:]} for 01/01/2026 to "
                          "06/30/2026"], [],
        ["Symbol", "Name", "Closed Date", "Opened Date", "Quantity", "Proceeds Per Share", "Cost Per Share",
         "Proceeds", "Cost Basis (CB)", "Gain/Loss ($)", "Term", "Wash Sale?"]]  # fmt: skip
    for row in some_stocks(deal, 4, 9, 2):
        lines += [[row.symbol, row.name, "03/11/2026", us_day(lot.day), lot.quantity, dollars(row.price),
                   dollars(each(lot)), dollars(value), dollars(lot.cost), dollars(value - lot.cost), "Long Term", "No"]
                  for lot, value in parts(row)]  # fmt: skip
    lines.append(["Total", *[""] * 6, "$1,200.00", "$1,100.00", "$100.00", "", ""])
    return Drawn(delimited(lines, quoting=1).encode(), (deal.close(held.number, [], None),), ".csv")
