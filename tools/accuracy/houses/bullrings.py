"""A house of a wirehouse: lots under each security, cash by bank, yields and incomes beside."""

from dataclasses import replace

from tools.accuracy.content import PEOPLE, cents, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, across, each, hand, in_lots, in_one, parts
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import before, cut, income, incomes, month, signed, treasury
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move, Row

ASSETS = (36.0, 172.0, -266.0, -306.0, -356.0, -404.0, -452.0, -500.0, -545.0, -580.0)


def marleigh(deal: Deal) -> Drawn:
    """A cash management account: equities by lots with subtotals, notes with their first cost, funds with returns."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE).upper()
    groups = {
        "GOVERNMENT SECURITIES": [
            in_one(treasury(dice, taken), f"20{dice.randrange(20, 26)}-0{dice.randrange(1, 10)}-15")
            for _ in range(dice.randrange(0, 4))
        ],
        "EQUITIES": [in_lots(dice, stock(dice, taken), 3) for _ in range(dice.randrange(3, 14))],
        "MUTUAL FUNDS/CLOSED END FUNDS/UIT": [class_fund(dice, taken) for _ in range(dice.randrange(0, 5))],
    }
    held = hand(deal, {title: rows for title, rows in groups.items() if rows})
    cash = held.cash or ZERO
    done = month(dice, held)
    loose = D("0.45")
    made = held.closed(deal, as_of="2026-06-30", owner=owner, sweeps=(cash, cash - loose), moves=tuple(done))
    pencil = Pencil(size=6.5)
    pencil.on_page = lambda one: _marleigh_frame(one, owner, held)
    _marleigh_first(pencil, held)
    pencil.page()
    across(
        pencil,
        ASSETS,
        ("CASH/MONEY ACCOUNTS", "", "", "", "Total", "Estimated", "Estimated", "", "Estimated", "Est. Ann."),
        "B",
        8,
    )
    across(
        pencil,
        ASSETS,
        (
            "Description",
            "",
            "Quantity",
            "",
            "Cost Basis",
            "Market Price",
            "Market Value",
            "",
            "Annual Income",
            "Yield%",
        ),
        "",
        11,
    )
    across(pencil, ASSETS, ("CASH", "", "0.45", "", "0.45", "", ".45"), "", 10)
    across(
        pencil,
        ASSETS,
        (
            "+MARLEIGH BANK DEPOSIT PROGRAM",
            "",
            plain(cash - loose),
            "",
            plain(cash - loose),
            "1.0000",
            plain(cash - loose),
            "",
            "4",
            ".05",
        ),
        "",
        8,
    )
    pencil.say("+FDIC INSURED NOT SIPC COVERED", 36, "", 11)
    across(pencil, ASSETS, ("TOTAL", "", "", "", plain(cash), "", plain(cash), "", "4", ".05"), "B", 20)
    for title in held.groups:
        _marleigh_group(pencil, held, title)
    pencil.room(60)
    across(
        pencil,
        ASSETS,
        ("LONG PORTFOLIO", "", "", "", "Adjusted/Total", "", "Estimated", "Unrealized", "", "Estimated"),
        "B",
        8,
    )
    across(
        pencil, ASSETS, ("", "", "", "", "Cost Basis", "", "Market Value", "Gain/(Loss)", "", "Annual Income"), "", 11
    )
    across(
        pencil,
        ASSETS,
        (
            "TOTAL",
            "",
            "",
            "",
            plain(held.cost + cash),
            "",
            plain(held.total),
            bracketed(held.value - held.cost),
            "",
            plain(incomes(held.rows), 0),
        ),
        "B",
        16,
    )
    pencil.say(
        "Notes\nN - Dividends as last paid.\n* Some agencies are not backed by the United States.",
        36,
        "",
        9,
        6,
    )
    _marleigh_moves(pencil, done)
    return pencil.drawn(made)


def _marleigh_frame(pencil: Pencil, owner: str, held: Hand) -> None:
    pencil.say("Marleigh Lydd Wealth Management", 36, "B", 12, 9)
    across(
        pencil, (36, 250, -576), (owner, f"Account Number: {held.number}", "24-Hour Assistance: (800) 555-0133"), "", 12
    )
    if pencil.pages > 1:
        across(pencil, (36, -576), ("YOUR CMA ASSETS", "June 01, 2026 - June 30, 2026"), "B", 20, 9)
    pencil.at(36, "+", "", 6, 768)
    pencil.at(-576, f"{pencil.pages} of 8", "", 6, 768)


def _marleigh_first(pencil: Pencil, held: Hand) -> None:
    pencil.page()
    start = before(held.total, 5)
    across(pencil, (36, -300, -576), ("WEALTH MANAGEMENT REPORT", "", "June 01, 2026 - June 30, 2026"), "B", 14, 9)
    across(pencil, (36, -300), ("Net Portfolio Value:", dollars(held.total)), "B", 18, 11)
    across(pencil, (36, -220, -290), ("CASH MANAGEMENT ACCOUNT", "This Statement", "Year to Date"), "B", 11)
    for label, now, year in (
        ("Opening Value (06/01)", start, before(held.total, 1)),
        ("Total Credits", D("210.45"), D("1204.11")),
        ("Total Debits", D("-80.00"), D("-410.20")),
        ("Securities You Transferred In/Out", ZERO, ZERO),
        ("Market Gains/(Losses)", held.total - start - D("130.45"), D("4001.10")),
    ):
        across(pencil, (36, -220, -290), (label, bracketed(now), bracketed(year)), "", 10)
    across(pencil, (36, -220), ("Closing Value (06/30)", dollars(held.total)), "B", 18)
    across(pencil, (36, -220, -290), ("ASSETS", "June 30", "May 29"), "B", 11)
    lines = [
        ("Cash/Money Accounts", held.cash or ZERO),
        *((title.split("/")[0].title(), value) for title, (value, _) in held.sums.items()),
    ]
    for place, (label, value) in enumerate(lines):
        across(pencil, (36, -220, -290), (label, plain(value), plain(before(value, place))), "", 10)
    for label in ("Subtotal (Long Portfolio)", "TOTAL ASSETS"):
        across(pencil, (36, -220, -290), (label, dollars(held.total), dollars(start)), "B", 11)
    across(pencil, (36, -220, -290), ("LIABILITIES", "", ""), "B", 11)
    for label in ("Debit Balance", "Short Market Value"):
        across(pencil, (36, -220, -290), (label, "-", "-"), "", 10)
    across(pencil, (36, -220, -290), ("TOTAL LIABILITIES", "-", "-"), "B", 11)
    across(pencil, (36, -220, -290), ("NET PORTFOLIO VALUE", dollars(held.total), dollars(start)), "B", 16)


def _marleigh_head(pencil: Pencil, title: str) -> None:
    bonds, funds = title.startswith("GOV"), title.startswith("MUT")
    if funds:
        first = ("", "", "", "", "Total", "Estimated", "Estimated", "Unrealized", "Total Client", "Current")
        last = (
            "Description",
            "",
            "Quantity",
            "",
            "Cost Basis",
            "Market Price",
            "Market Value",
            "Gain/(Loss)",
            "Investment",
            "Yield%",
        )
    elif bonds:
        first = ("", "", "", "", "Adjusted/Total", "Estimated", "Estimated", "Unrealized", "Estimated", "Current")
        last = (
            "Description",
            "Acquired",
            "Quantity",
            "",
            "Cost Basis",
            "Market Price",
            "Market Value",
            "Gain/(Loss)",
            "Accrued Interest",
            "Yield%",
        )
    else:
        first = ("", "", "", "Unit", "Total", "Estimated", "Estimated", "Unrealized", "Estimated", "Current")
        last = (
            "Description",
            "Symbol Acquired",
            "Quantity",
            "Cost Basis",
            "Cost Basis",
            "Market Price",
            "Market Value",
            "Gain/(Loss)",
            "Annual Income",
            "Yield%",
        )
    across(pencil, ASSETS, first, "", 8, 6)
    across(pencil, ASSETS, last, "", 11, 6)


def _marleigh_group(pencil: Pencil, held: Hand, title: str) -> None:
    def again() -> None:
        pencil.say(f"{title} (continued)", 36, "B", 10)
        _marleigh_head(pencil, title)

    pencil.room(70)
    pencil.say(title, 36, "B", 10, 7)
    _marleigh_head(pencil, title)
    for row in held.groups[title]:
        pencil.room(46, again)
        if title == "EQUITIES":
            _marleigh_lots(pencil, row)
            continue
        lines = cut(row.name, 34)
        if row.cusip:
            lot = row.lots[0]
            lines += ["MOODY'S: AA1 S&P: *** CUSIP: " + row.cusip]
            cells = (
                us_day(lot.day, 2),
                plain(row.quantity, 0),
                "",
                plain(row.cost),
                plain(row.price, 4),
                plain(row.value),
                bracketed(row.gain),
                plain(row.accrued),
                "3.12",
            )
        else:
            lines += [f"SYMBOL: {row.symbol}   Initial Purchase: 03/11/19", "Equity 100%"]
            cells = (
                "",
                plain(row.quantity, 4),
                "",
                plain(row.cost),
                plain(row.price, 4),
                plain(row.value),
                bracketed(row.gain),
                plain(cents((row.cost or ZERO) * D("0.9")), 0),
                "1.53",
            )
        across(pencil, ASSETS, (lines[0], *cells), "", 8)
        for line in lines[1:]:
            pencil.say(line, 36, "", 8)
        pencil.y += 3
    value, cost = held.sums[title]
    accrued = (
        plain(sum((row.accrued or ZERO for row in held.groups[title]), ZERO))
        if title.startswith("GOV")
        else ""
        if title.startswith("MUT")
        else plain(incomes(held.groups[title]), 0)
    )
    across(
        pencil,
        ASSETS,
        ("TOTAL", "", "", "", plain(cost), "", plain(value), bracketed(value - cost), accrued, "1.53"),
        "B",
        20,
    )


def _marleigh_lots(pencil: Pencil, row: Row) -> None:
    for place, (lot, value) in enumerate(parts(row)):
        name = row.name if place == 0 else ""
        gain = bracketed(value - lot.cost)
        pencil.at(ASSETS[1], (row.symbol or "") if place == 0 else "")
        pencil.at(198, us_day(lot.day, 2))
        across(
            pencil,
            ASSETS,
            (
                name,
                "",
                plain(lot.quantity, 4),
                plain(each(lot), 4),
                plain(lot.cost),
                plain(row.price, 4),
                plain(value),
                gain,
                plain(income(replace(row, value=value)), 0),
                "1.53",
            ),
            "",
            8,
        )
    if len(row.lots) > 1:
        pencil.at(198, "Subtotal")
        across(
            pencil,
            ASSETS,
            (
                "",
                "",
                plain(row.quantity, 4),
                "",
                plain(row.cost),
                "",
                plain(row.value),
                bracketed(row.gain),
                plain(income(row), 0),
                "1.53",
            ),
            "",
            8,
        )
    pencil.y += 3


def _marleigh_moves(pencil: Pencil, done: list[Move]) -> None:
    places = (36.0, 90.0, 250.0, -390.0, -450.0, -520.0, -576.0)
    pencil.room(80)
    across(pencil, (36, -576), ("YOUR CMA TRANSACTIONS", "June 01, 2026 - June 30, 2026"), "B", 16, 9)
    pencil.say("SECURITY TRANSACTIONS", 36, "B", 10)
    across(pencil, places, ("Trade", "", "", "", "Transaction", "Commissions/", ""), "", 8)
    across(
        pencil,
        places,
        ("Date", "Description", "Transaction Type", "Quantity", "Amount", "Trading Fees", "Debit/Credit"),
        "",
        11,
    )
    for move in done:
        pencil.room(20)
        count, amount = signed(move)
        said = {"buy": "Purchase", "sell": "Sale", "reinvest": "Reinvestment Share(s)"}[move.side]
        across(
            pencil,
            places,
            (
                us_day(move.day, 2),
                move.name[:34],
                said,
                bracketed(count) if count < 0 else plain(count, 4),
                bracketed(amount),
                "",
                bracketed(amount),
            ),
            "",
            8,
        )
        pencil.say(f"CUS NO: N/A  SYMBOL: {move.symbol}  PRICE {plain(move.amount / move.quantity, 4)}", 90, "", 10, 6)
    net = sum((signed(move)[1] for move in done), ZERO)
    across(pencil, places, ("", "TOTAL", "", "", bracketed(net), "", bracketed(net)), "B", 14)
