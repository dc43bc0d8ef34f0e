"""A house like a discount broker in landscape: sums across the page, positions by kind, trades with days said once."""

from itertools import groupby

from tools.accuracy.content import PEOPLE, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import before, cut, etf, income, incomes, month, settled, share, signed, treasury
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move

POSITIONS = (40.0, 96.0, -330.0, -396.0, -474.0, -548.0, -624.0, -668.0, -716.0, -752.0)
LANES = (40.0, 78.0, 130.0, 200.0, 262.0, -470.0, -550.0, -610.0, -680.0, -752.0)


def scholes(deal: Deal) -> Drawn:
    """One account in landscape: sums across the page, cash by its two balances, positions by kind, days once."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE)
    kind, registration = dice.choice(
        (
            ("Scholes One Account of", "taxable_individual"),
            ("Contributory IRA of", "traditional_ira"),
            ("Roth IRA of", "roth_ira"),
        )
    )
    groups = {
        "Equities": [stock(dice, taken) for _ in range(dice.randrange(2, 14))],
        "Mutual Funds": [class_fund(dice, taken) for _ in range(dice.randrange(0, 3))],
        "Exchange Traded Funds": [etf(dice, taken) for _ in range(dice.randrange(1, 9))],
        "Fixed Income": [treasury(dice, taken) for _ in range(dice.randrange(0, 4))],
    }
    held = hand(deal, {title: rows for title, rows in groups.items() if rows})
    done = month(dice, held)
    cash = held.cash or ZERO
    facts = {"as_of": "2026-06-30", "owner": owner.upper(), "sweeps": (cash,), "moves": tuple(done)}
    if "One" not in kind:
        facts["registration"] = registration
    made = held.closed(deal, **facts)
    pencil = Pencil(landscape=True, size=7)
    pencil.on_page = lambda one: _scholes_frame(one, kind, owner, held)
    _scholes_first(pencil, held, owner)
    pencil.page()
    _scholes_cash(pencil, held)
    for title in held.groups:
        _scholes_positions(pencil, held, title)
    _scholes_moves(pencil, held, done)
    return pencil.drawn(made)


def _scholes_frame(pencil: Pencil, kind: str, owner: str, held: Hand) -> None:
    across(pencil, (40, 420, 620), (kind, "Account Number", "Statement Period"), "", 12, 8)
    across(pencil, (40, 420, 620), (owner.upper(), held.number, "June 1-30, 2026"), "B", 24, 9)
    pencil.at(-752, f"{pencil.pages}", "", 7, 592)
    pencil.at(40, "Scholes & Co., Inc. Member SIPC.", "", 6, 592)


def _scholes_first(pencil: Pencil, held: Hand, owner: str) -> None:
    pencil.page()
    start = before(held.total, 7)
    across(pencil, (40, 420), ("Account Summary", "Manage Your Account"), "B", 16, 11)
    across(
        pencil,
        (40, 220, 420),
        ("Ending Account Value as of 06/30", "Beginning Account Value as of 06/01", "Customer Service and Trading:"),
        "",
        12,
    )
    across(
        pencil,
        (40, 220, 420),
        (dollars(held.total), dollars(start), "Call your representative 1-800-555-0149"),
        "B",
        24,
        10,
    )
    across(pencil, (40, -280, -370), ("", "This Statement", "YTD"), "B", 12)
    for label, old, new in (
        ("Beginning Account Value", dollars(start), dollars(before(held.total, 2))),
        ("Deposits", "0.00", "6,000.00"),
        ("Withdrawals", "(250.00)", "(1,500.00)"),
        ("Dividends and Interest", "104.11", "711.92"),
        ("Transfer of Securities", "0.00", "0.00"),
        ("Market Appreciation/(Depreciation)", bracketed(held.total - start + D("145.89")), "4,208.77"),
        ("Expenses", "0.00", "0.00"),
        ("Ending Account Value", dollars(held.total), dollars(held.total)),
    ):
        across(pencil, (40, -280, -370), (label, old, new), "B" if "Account Value" in label else "", 12)
    pencil.y += 20
    pencil.say("Asset Allocation", 40, "B", 13, 10)
    across(pencil, (40, -280, -370), ("", "This Period", "Current Allocation"), "B", 12)
    lines = [
        ("Cash and Cash Investments", held.cash or ZERO),
        *((title, value) for title, (value, _) in held.sums.items()),
    ]
    for label, value in lines:
        across(pencil, (40, -280, -370), (label, plain(value), share(value, held.total)), "", 12)
    across(pencil, (40, -280, -370), ("Total", dollars(held.total), "100%"), "B", 20)
    pencil.say("Gain or (Loss) Summary", 40, "B", 13, 10)
    across(pencil, (40, -200, -280, -370), ("", "Gain", "(Loss)", "Net"), "B", 12)
    across(pencil, (40, -200, -280, -370), ("This Period Short-Term", "0.00", "(12.40)", "(12.40)"), "", 12)
    across(pencil, (40, -200, -280, -370), ("This Period Long-Term", "845.10", "0.00", "845.10"), "", 12)
    across(pencil, (40, -370), ("Unrealized", dollars(held.value - held.cost)), "", 12)
    pencil.say("Values may not reflect all of your gains/losses. Cost basis may be incomplete.", 40, "", 12, 6)


def _scholes_cash(pencil: Pencil, held: Hand) -> None:
    pencil.say("Positions - Summary", 40, "B", 13, 10)
    start, cash = before(held.total, 7), held.cash or ZERO
    heads = (
        "Beginning Value as of 06/01",
        "Cash Activity",
        "Change in Market Value",
        "Ending Value as of 06/30",
        "Cost Basis",
        "Unrealized Gain/(Loss)",
    )
    across(pencil, (40, -220, -340, -480, -580, -720), heads, "", 11)
    sums = (
        dollars(start),
        "$45.89",
        dollars(held.total - start - D("45.89")),
        dollars(held.total),
        dollars(held.cost),
        dollars(held.value - held.cost),
    )
    across(pencil, (40, -220, -340, -480, -580, -720), sums, "B", 22)
    pencil.say("Cash and Cash Investments", 40, "B", 13, 10)
    places = (40.0, 100.0, -330.0, -400.0, -480.0, -560.0, -640.0, -700.0, -752.0)
    across(
        pencil,
        places,
        ("", "", "", "Beginning", "Ending", "Change in Period", "Pending/Unsettled", "Interest/", "% of"),
        "",
        8,
    )
    across(
        pencil,
        places,
        ("Type", "Description", "Quantity", "Balance($)", "Balance($)", "Balance($)", "Cash($)", "Yield Rate", "Acct"),
        "",
        11,
    )
    cells = ("", plain(cash - D("45.89")), plain(cash), "45.89", "0.00", "0.05%", share(cash, held.total))
    across(pencil, places, ("Bank Sweep", "SCHOLES BANK, SSB X,Z", *cells), "", 11)
    across(
        pencil,
        places,
        (
            "Total Cash and Cash Investments",
            "",
            "",
            plain(cash - D("45.89")),
            dollars(cash),
            "$45.89",
            "$0.00",
            "",
            share(cash, held.total),
        ),
        "B",
        20,
    )


def _scholes_head(pencil: Pencil, title: str) -> None:
    fixed = title == "Fixed Income"
    first = ("", "Accrued", "% of") if fixed else ("Est.", "Est. Annual", "% of")
    upper = ("", "", "", "", "", "", "Unrealized", *first)
    across(pencil, POSITIONS, upper, "", 8)
    name = "Par" if fixed else "Quantity"
    last = ("", "Interest($)", "Acct") if fixed else ("Yield", "Income($)", "Acct")
    lower = ("Symbol", "Description", name, "Price($)", "Market Value($)", "Cost Basis($)", "Gain/(Loss)($)", *last)
    across(pencil, POSITIONS, lower, "", 12)


def _scholes_positions(pencil: Pencil, held: Hand, title: str) -> None:
    def again() -> None:
        pencil.say(f"Positions - {title} (continued)", 40, "B", 13, 10)
        _scholes_head(pencil, title)

    pencil.room(70)
    pencil.say(f"Positions - {title}", 40, "B", 13, 10)
    _scholes_head(pencil, title)
    for place, row in enumerate(held.groups[title]):
        pencil.room(24, again)
        fixed = title == "Fixed Income"
        lines = cut(f"{row.name}{' (M)' if place % 4 == 1 else ''}{',' if place % 3 == 0 else ''}", 36)
        last = ("", plain(row.accrued)) if fixed else ("1.53%", plain(income(row)))
        mark = "X" if place % 5 == 3 else ""
        figures = (
            plain(row.quantity, 4),
            plain(row.price, 5),
            plain(row.value),
            plain(row.cost) + mark,
            bracketed(row.gain),
        )
        across(
            pencil,
            POSITIONS,
            ("" if fixed else row.symbol or "", lines[0], *figures, *last, share(row.value, held.total)),
            "",
            9,
        )
        for line in lines[1:]:
            pencil.say(line, 96, "", 9)
        if fixed:
            pencil.say(f"CUSIP: {row.cusip}   MOODY'S: Aa1   S&P: N/A", 96, "", 9)
        pencil.y += 2
    value, cost = held.sums[title]
    rows = held.groups[title]
    accrued = sum((row.accrued or ZERO for row in rows), ZERO)
    summed = accrued if title == "Fixed Income" else incomes(rows)
    cells = (
        "",
        "",
        "",
        dollars(value),
        dollars(cost),
        dollars(value - cost),
        "",
        dollars(summed),
        share(value, held.total),
    )
    across(pencil, POSITIONS, (f"Total {title}", *cells), "B", 20)


def _scholes_moves(pencil: Pencil, held: Hand, done: list[Move]) -> None:
    pencil.page()
    pencil.say("Transactions - Summary", 40, "B", 13, 10)
    heads = (
        "Beginning Cash* as of 06/01",
        "Deposits",
        "Withdrawals",
        "Purchases",
        "Sales/Redemptions",
        "Dividends/Interest",
        "Ending Cash* as of 06/30",
    )
    across(pencil, (40, -190, -260, -340, -440, -540, -680), heads, "", 11)
    cash = held.cash or ZERO
    sums = (dollars(cash - D("45.89")), "$0.00", "($250.00)", "($58.22)", "$250.00", "$104.11", dollars(cash))
    across(pencil, (40, -190, -260, -340, -440, -540, -680), sums, "B", 20)
    pencil.say(
        "*Cash (includes any cash debit balance) held in your account plus the value of any cash "
        "invested in a sweep money fund.",
        40,
        "",
        14,
        6,
    )
    pencil.say("Transaction Details", 40, "B", 13, 10)
    across(pencil, LANES, ("", "", "", "Symbol/", "", "", "Price/Rate", "Charges/", "", "Realized"), "", 8)
    across(
        pencil,
        LANES,
        (
            "Date",
            "Category",
            "Action",
            "CUSIP",
            "Description",
            "Quantity",
            "per Share($)",
            "Interest($)",
            "Amount($)",
            "Gain/(Loss)($)",
        ),
        "",
        12,
    )
    said = {"buy": ("Purchase", ""), "sell": ("Sale", ""), "reinvest": ("Purchase", "Reinvested Shares")}
    for day, group in groupby(done, key=lambda move: move.day):
        for place, move in enumerate(group):
            pencil.room(20)
            count, amount = signed(move)
            front = (f"{day[5:7]}/{day[8:]}" if place == 0 else "", *said[move.side], move.symbol, move.name[:30])
            figures = (bracketed_units(count), plain(move.amount / move.quantity, 4), "", bracketed(amount))
            across(pencil, LANES, (*front, *figures, "45.10 (LT)" if move.side == "sell" else ""), "", 12)
    net = sum((signed(move)[1] for move in done), ZERO)
    across(pencil, LANES, ("Total Transactions", "", "", "", "", "", "", "", dollars(net), ""), "B", 20)
    pencil.say(
        "Date column represents the Settlement/Process date for each transaction. Next statement "
        f"{settled('2026-07-30'):%m/%d}.",
        40,
        "",
        12,
        6,
    )


def bracketed_units(count: D) -> str:
    """`(12.0000)` for what left the account."""
    return f"({plain(-count, 4)})" if count < 0 else plain(count, 4)
