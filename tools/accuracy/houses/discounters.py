"""Houses of brokers on the web: six places, goals one under the other, two days beside each other."""

from dataclasses import replace

from tools.accuracy.content import cents, money, stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, of, plain, words
from tools.accuracy.houses.hands import framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row


def rookhope(deal: Deal) -> Drawn:
    """An app's broker: the name above its symbol, six places, estimated yields below, trades that are not settled."""
    dice, taken = deal.dice, deal.taken
    rows = []
    for _ in range(dice.randrange(4, 16)):
        row = stock(dice, taken)
        quantity = D(dice.randrange(1000, 90_000_000)) / 1_000_000
        rows.append(replace(row, quantity=quantity, value=cents(quantity * (row.price or ZERO)), cost=None))
    held = hand(deal, {"Stocks": rows})
    pencil = Pencil(font="Sans", size=8)
    framed(
        pencil,
        ("rookhope", "06/01/2026 to 06/30/2026"),
        ("support@rookhope.example", "Ines Calloway Account #:" + held.number),
        ("Page ~", "12 Quay Road, Port Alder, ME 04101"),
    )
    pencil.row([(40, "Account Summary"), (-330, "Opening Balance"), (-460, "Closing Balance")], "B")
    for label, now in (
        ("Net Account Balance", held.cash),
        ("Total Securities", held.value),
        ("Portfolio Value", held.total),
    ):
        pencil.row([(40, label), (-330, dollars((now or ZERO) * D("0.9"))), (-460, dollars(now))])
    pencil.y += 12
    pencil.row([(40, "Income and Expense Summary"), (-330, "This Period"), (-460, "Year to Date")], "B")
    pencil.row([(40, "Dividends"), (-330, "$0.13"), (-460, "$2.44")], "", 26)
    pencil.say("Portfolio Summary", 40, "B", 13, 10)
    table = Table(
        pencil,
        [
            Column("Securities Held in Account", 40),
            Column("Sym/Cusip", 250),
            Column("Acct Type", 310),
            Column("Qty", -400),
            Column("Price", -450),
            Column("Mkt Value", -510),
            Column("Est. Dividend|Yield|% of Total|Portfolio", -572),
        ],
        step=12,
    )
    table.head()
    for row in held.rows:
        table.break_page(26)
        table.line(
            [
                row.name.title(),
                row.symbol or "",
                "Cash",
                plain(row.quantity, 6),
                dollars(row.price),
                dollars(row.value),
                "6.41%",
            ],
            "",
            10,
        )
        pencil.say("Estimated Yield: 0.00%", 40, "", 15, 6.5)
    table.line(["Total Securities", "", "", "", "", dollars(held.value), "94.1%"], "B")
    table.line(["Brokerage Cash Balance", "", "", "", "", dollars(held.cash), "5.9%"])
    table.line(["Total Priced Portfolio", "", "", "", "", dollars(held.total), "100%"], "B", 26)
    pencil.room(60)
    pencil.say("Executed Trades Pending Settlement (not part of your portfolio value)", 40, "B", 13, 9)
    pencil.row(
        [
            (40, "Description"),
            (250, "Acct Type"),
            (310, "Transaction"),
            (-420, "Trade Date"),
            (-460, "Qty"),
            (-510, "Price"),
            (-572, "Debit"),
        ],
        "B",
    )
    pencil.row(
        [
            (40, held.rows[0].name.title()),
            (250, "Cash"),
            (310, "Buy"),
            (-420, "06/30/2026"),
            (-460, "0.4"),
            (-510, "$10.00"),
            (-572, "$4.00"),
        ]
    )
    return pencil.drawn(held.closed(deal, as_of="2026-06-30"))


def allerton(deal: Deal) -> Drawn:
    """Goals one under the other without page breaks, each an account of its own with a table and its total above it."""
    dice, accounts = deal.dice, []
    pencil = Pencil(font="Sans", size=8.5)
    framed(pencil, ("Allerton Invest", "Quarterly statement"), ("Wendell K. Ashgrove", "April 1 - June 30, 2026"))
    for goal, title, kind in (
        ("Retirement", "Roth IRA", "roth_ira"),
        ("House in 2031", "Individual", "taxable_individual"),
        ("Rollover", "Traditional IRA", "traditional_ira"),
    ):
        rows = [replace(_fraction(deal), cost=None) for _ in range(dice.randrange(2, 8))]
        held = hand(deal, {"": rows})
        pencil.room(110)
        pencil.row([(40, f"{goal} - {title}"), (-560, f"Balance on Jun 30, 2026   {dollars(held.total)}")], "B", 13, 11)
        pencil.row([(40, f"Account {held.number}"), (-560, "Balance on Mar 31, 2026   $1,022.31")], "", 18)
        table = Table(
            pencil,
            [
                Column("Fund", 40, lambda row: row.name.title()),
                Column("Ticker", 240, words("symbol")),
                Column("Shares", -350, of("quantity", plain, 4)),
                Column("Share price", -420, of("price", dollars)),
                Column("Change", -480, lambda row: "-$1.20"),
                Column("Value", -560, of("value", dollars)),
            ],
            step=13,
        )
        table.head()
        table.rows(held.rows)
        table.line(["Cash awaiting investment", "", "", "", "", dollars(held.cash)], "", 30)
        accounts.append(held.closed(deal, as_of="2026-06-30", registration=kind))
    return pencil.drawn(*accounts)


def _fraction(deal: Deal) -> Row:
    row = stock(deal.dice, deal.taken)
    quantity = D(deal.dice.randrange(1000, 900_000)) / 10_000
    value = cents(quantity * (row.price or ZERO))
    return replace(row, quantity=quantity, value=value, cost=cents(value * D("0.93")))


def vanbrugh(deal: Deal) -> Drawn:
    """Prices and balances of two days beside each other, no cost there; the cost in a second table, by symbol."""
    dice = deal.dice
    rows = [_fraction(deal) for _ in range(dice.randrange(4, 14))]
    settlement = money(dice, 1, 9000)
    held = hand(deal, {"Mutual funds": rows}, cash=False)
    held = replace(held, cash=settlement, total=held.total + settlement)
    pencil = Pencil(font="Serif", size=8)
    framed(
        pencil,
        ("Vanbrugh Brokerage", "June 30, 2026, quarter-to-date statement"),
        (f"Prudence Okonjo-Hale - Traditional IRA brokerage account - {held.number}", "Page ~ of 6"),
    )
    pencil.row([(40, "Total account value as of June 30, 2026"), (-400, dollars(held.total))], "B", 14, 10)
    pencil.row([(40, "Value on March 31, 2026"), (-400, dollars(held.total - 712))], "", 26)
    pencil.say("Balances and holdings", 40, "B", 15, 12)
    table = Table(
        pencil,
        [
            Column("Symbol", 40, words("symbol")),
            Column("Name", 90, lambda row: row.name.title()),
            Column("Quantity", -300, of("quantity", plain, 4)),
            Column("Price on|03/31/2026", -360, lambda row: dollars((row.price or ZERO) - 1)),
            Column("Price on|06/30/2026", -420, of("price", dollars)),
            Column("Balance on|03/31/2026", -495, lambda row: dollars(row.value - 20)),
            Column("Balance on|06/30/2026", -570, of("value", dollars)),
        ],
        step=13,
        ruled=True,
    )
    pencil.say("Settlement fund", 40, "B", 12)
    table.head()
    table.line(
        [
            "VBXXX",
            "Vanbrugh Federal Money Market",
            plain(settlement, 4),
            "$1.00",
            "$1.00",
            "$3.00",
            dollars(settlement),
        ],
        "",
        22,
    )
    pencil.say("ETFs and stocks", 40, "B", 12)
    table.head()
    table.rows(held.rows)
    table.line(["", "Total", "", "", "", dollars(held.value - 20 * len(rows)), dollars(held.value)], "B", 28)
    pencil.room(120)
    pencil.say("Cost basis of holdings", 40, "B", 15, 12)
    basis = Table(
        pencil,
        [
            Column("Symbol", 40, words("symbol")),
            Column("Short-term|gain/loss", -190, lambda row: "-"),
            Column("Long-term|gain/loss", -280, of("gain", bracketed)),
            Column("Total|gain/loss", -370, of("gain", bracketed)),
            Column("Total cost", -460, of("cost", dollars)),
            Column("Market value", -560, of("value", dollars)),
        ],
        step=13,
    )
    basis.head()
    basis.rows(held.rows)
    return pencil.drawn(held.closed(deal, sweeps=(settlement,), as_of="2026-06-30", registration="traditional_ira"))
