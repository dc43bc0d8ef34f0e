"""Houses of advisers: bonds by maturity value alone, lots in a sentence below each position."""

from dataclasses import replace

from tools.accuracy.content import bond, deposit, fund, stock
from tools.accuracy.drawing import Column, Pencil, Table, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, framed, hand, in_lots
from tools.accuracy.planted import Deal
from tools.accuracy.truth import Drawn, Row


def jessamine(deal: Deal) -> Drawn:
    """Price before quantity, symbols on a line below; bonds and deposits by maturity value without a price."""
    dice, taken = deal.dice, deal.taken
    bonds = [replace(bond(dice, taken), price=None, cost=None, cusip=None) for _ in range(dice.randrange(1, 5))]
    deposits = [replace(deposit(dice, taken), price=None, cost=None, accrued=None) for _ in range(dice.randrange(1, 4))]
    held = hand(
        deal,
        {
            "Certificates of Deposit": [replace(row, cusip=None) for row in deposits],
            "Municipal Bonds": bonds,
            "Stocks": [replace(stock(dice, taken), cost=None) for _ in range(dice.randrange(3, 9))],
            "Mutual Funds": [replace(fund(dice, taken), cost=None) for _ in range(dice.randrange(2, 5))],
        },
    )
    pencil = Pencil(font="Times", size=9)
    framed(
        pencil,
        ("Jessamine Investments", f"Account Number: {held.number}"),
        ("", "Statement Date: May 30 - Jun 26, 2026       Page ~ of 5"),
        after=30,
    )
    pencil.say("Tobias R. Marchetti\nRoth Individual Retirement Account", 40, "B", 13)
    pencil.y += 10
    pencil.row([(40, "Account Value"), (300, "Value Summary"), (-480, "This Period"), (-570, "This Year")], "B", 14)
    pencil.row(
        [(40, dollars(held.total)), (300, "Beginning Value"), (-480, dollars(held.total - 500)), (-570, "$12.00")]
    )
    pencil.row(
        [
            (40, "1 Month Ago"),
            (-200, dollars(held.total - 500)),
            (300, "Change in Value"),
            (-480, "500.00"),
            (-570, "0.00"),
        ]
    )
    pencil.row([(40, "1 Year Ago"), (-200, "$12.00"), (300, "Ending Value"), (-480, dollars(held.total))], "", 26)
    pencil.row(
        [(40, "Rate of Return"), (-300, "This Quarter"), (-390, "Last 12 Months"), (-480, "3 Years Annualized")], "B"
    )
    pencil.row([(40, "Your Personal Rate of Return"), (-300, "2.20%"), (-390, "11.04%"), (-480, "8.21%")], "", 26)
    pencil.say("Asset Details (as of Jun 26, 2026)", 40, "B", 16, 12)
    pencil.row([(40, "Assets Held At Jessamine"), (-570, "Balance")], "B")
    pencil.row([(40, "Cash, Insured Bank Deposit & Money Market Funds   0.55%*")], "")
    pencil.row([(52, "Cash"), (-570, dollars(held.cash))], "", 22)
    for title in ("Certificates of Deposit", "Municipal Bonds"):
        _maturities(pencil, title, held.groups[title])
    for title in ("Stocks", "Mutual Funds"):
        _priced(pencil, title, held.groups[title])
    pencil.row([(40, "Total estimated asset value"), (-570, dollars(held.total))], "B", 20, 10)
    pencil.say("*The average yield on the money market fund for the past seven days.", 40, "", 10, 7)
    return pencil.drawn(held.closed(deal, as_of="2026-06-26", registration="roth_ira"))


def _maturities(pencil: Pencil, title: str, rows: list[Row]) -> None:
    pencil.room(60)
    pencil.row([(40, title), (-380, "Maturity Date"), (-480, "Maturity Value"), (-570, "Value")], "B")
    for row in rows:
        pencil.room(14)
        name, due = row.name.rsplit(" ", 1)
        pencil.row(
            [(52, name.removesuffix(" DUE")), (-380, due), (-480, dollars(row.quantity)), (-570, plain(row.value))]
        )
    pencil.y += 10


def _priced(pencil: Pencil, title: str, rows: list[Row]) -> None:
    pencil.room(60)
    pencil.row([(40, title), (-310, "Price"), (-400, "Quantity"), (-480, "Value"), (-570, "Rate of Return*")], "B")
    for row in rows:
        pencil.room(26)
        pencil.row(
            [
                (52, row.name),
                (-310, plain(row.price, 3)),
                (-400, plain(row.quantity, 5)),
                (-480, plain(row.value)),
                (-570, "4.12%"),
            ],
            "",
            10 if row.symbol else 14,
        )
        if row.symbol:
            pencil.say(f"Symbol: {row.symbol}", 60, "", 14, 7)
    pencil.y += 10


def ramsbury(deal: Deal) -> Drawn:
    """Two accounts on the same pages, `continued` heads, lots as one sentence below each position."""
    dice, accounts = deal.dice, []
    pencil = Pencil(font="Sans", size=7.5)
    framed(pencil, ("RAMSBURY", "Your Client Statement"), ("April 30 to May 29, 2026", "Page ~ of 12"))
    for title, kind in (("Fenwick Family Revocable Trust", None), ("Odalys Fenwick SEP IRA", "sep_ira")):
        rows = [in_lots(dice, stock(dice, deal.taken), 3) for _ in range(dice.randrange(5, 16))]
        held = hand(deal, {"Equities": rows})
        pencil.room(150)
        pencil.row([(40, title), (-572, f"Account No. {held.number}")], "B", 14, 11)
        pencil.row([(40, "Closing Value"), (-330, dollars(held.total)), (-572, "Last Statement $90.12")], "B", 20)
        _sentences(pencil, held, f"{title} Portfolio Details (continued)   Account No. {held.number}")
        facts = {"registration": kind} if kind else {}
        accounts.append(held.closed(deal, as_of="2026-05-29", **facts))
    return pencil.drawn(*accounts)


def _sentences(pencil: Pencil, held: Hand, again: str) -> None:
    table = Table(
        pencil,
        [
            Column("Description|(Symbol or CUSIP)", 40),
            Column("Quantity", -300),
            Column("Price", -350),
            Column("Value", -430),
            Column("Total Cost|Basis", -505),
            Column("Gain or|(Loss)", -572),
        ],
        step=10,
        again=lambda: pencil.say(again, 40, "B", 14),
    )
    pencil.say("Cash & Cash Alternatives", 40, "B", 12)
    pencil.row([(40, "Bank Deposit Program # - Selected Sweep Option"), (-430, dollars(held.cash))])
    pencil.row([(40, "Cash & Cash Alternatives Total"), (-430, dollars(held.cash))], "B", 18)
    pencil.say("Equities", 40, "B", 12)
    table.head()
    for row in held.rows:
        table.break_page(36)
        table.line(
            [
                f"{row.name} ({row.symbol})",
                plain(row.quantity, 3),
                dollars(row.price),
                dollars(row.value),
                dollars(row.cost),
                dollars(row.gain),
            ]
        )
        lots = [f"{plain(lot.quantity, 0)} sh {us_day(lot.day)} {dollars(lot.cost)}" for lot in row.lots]
        pencil.say("Tax lots: " + " | ".join(lots), 52, "", 14, 6.5)
    value, cost = held.sums["Equities"]
    table.line(["Equities Total", "", "", dollars(value), dollars(cost), dollars(value - cost)], "B", 14)
    table.line(["Portfolio Total", "", "", dollars(held.total)], "B", 30)
