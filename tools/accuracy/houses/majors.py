"""Houses of the largest custodians: two balances side by side, sections of positions, short options, trades, wraps."""

from collections.abc import Callable
from dataclasses import replace

from tools.accuracy.content import bond, money, moves, option, stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, of, plain, us_day, words
from tools.accuracy.houses.hands import Hand, framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Move, Row

PAGES = {"traditional_ira": "Traditional IRA", "taxable_individual": "Individual"}


def swanmore(deal: Deal) -> Drawn:
    """Beginning and ending value on both sides of quantity and price; names wrap with the symbol on the next line."""
    dice, taken = deal.dice, deal.taken
    pencil = Pencil(landscape=True, font="Sans", size=7.5)
    holds, made = [], []
    for kind in PAGES:
        groups = {
            "Common Stock": [stock(dice, taken, odd=place % 3 == 2) for place in range(dice.randrange(3, 9))],
            "Stock Funds": [stock(dice, taken, False) for _ in range(dice.randrange(1, 5))],
        }
        holds.append(hand(deal, groups))
        made.append(holds[-1].closed(deal, as_of="2026-06-30", registration=kind))
    framed(pencil, ("SWANMORE INVESTMENTS", "INVESTMENT REPORT"), ("", "June 1, 2026 - June 30, 2026"))
    whole = sum((one.total for one in holds), ZERO)
    pencil.row([(40, "Your Portfolio Value:"), (-330, dollars(whole))], "B", 16, 12)
    pencil.row([(40, "Change from Last Period:"), (-330, "$4,118.20")], "", 24)
    pencil.say("Accounts Included in This Report", 40, "B", 14, 9)
    spots = (40.0, 80.0, 300.0, -500.0, -620.0)
    names = ("Page", "Account Type/Name", "Account Number", "Beginning Net Value", "Ending Net Value")
    pencil.row(list(zip(spots, names, strict=True)), "B")
    for page, (one, title) in enumerate(zip(holds, PAGES.values(), strict=True), 2):
        cells = (str(page), f"Odalys Fenwick - {title}", one.number, dollars(one.total - 2059), dollars(one.total))
        pencil.row(list(zip(spots, cells, strict=True)))
    pencil.row([(80, "Total"), (-500, dollars(whole - 4118)), (-620, dollars(whole))], "B")
    for one, title in zip(holds, PAGES.values(), strict=True):
        _report(pencil, one, title)
    return pencil.drawn(*made)


def _report(pencil: Pencil, held: Hand, title: str) -> None:
    pencil.page()
    pencil.row([(40, f"Account # {held.number}"), (-752, f"ODALYS FENWICK - {title.upper()}")], "B", 16, 9)
    pencil.row([(40, "Account Value:"), (-330, dollars(held.total))], "B", 13, 10)
    for label, share in (("Stocks", "61%"), ("Stock Funds", "33%"), ("Core Account", "6%")):
        pencil.row([(52, label), (-330, share)], "", 11)
    pencil.y += 14
    table = Table(
        pencil,
        [
            Column("|Description", 40),
            Column("Beginning|Market Value|Jun 1, 2026", -290),
            Column("Quantity|Jun 30, 2026", -370),
            Column("Price|Per Unit|Jun 30, 2026", -450),
            Column("Ending|Market Value|Jun 30, 2026", -535),
            Column("Total|Cost Basis", -610),
            Column("Unrealized|Gain/Loss", -685),
            Column("EAI ($)/|EY (%)", -750),
        ],
        step=11,
        again=lambda: pencil.say("Holdings (continued)", 40, "B", 15, 11),
    )
    pencil.say("Holdings", 40, "B", 15, 11)
    pencil.say("Core Account", 40, "B", 13, 9)
    table.head()
    table.line(["CASH", "$1,204.11", plain(held.cash, 3), "$1.0000", dollars(held.cash), "not applicable", "-", "0.12"])
    table.line(["Total Core Account (6% of account holdings)", "$1,204.11", "", "", dollars(held.cash)], "B", 20)
    for group, rows in held.groups.items():
        pencil.room(90)
        pencil.say(group, 40, "B", 13, 9)
        table.head()
        for row in rows:
            table.break_page(26)
            _wrapped(table, row)
        value, cost = held.sums[group]
        label = f"Total {group} (33% of account holdings)"
        table.line([label, dollars(value - 310), "", "", dollars(value), dollars(cost), dollars(value - cost)], "B", 22)
    table.line(["Total Holdings", "", "", "", dollars(held.total), dollars(held.cost)], "B", 22)


def _wrapped(table: Table, row: Row) -> None:
    """A row whose symbol stands behind the name, on the next line where the name is long; the yield is below."""
    parts = [row.name, f"({row.symbol})"] if len(row.name) > 26 else [f"{row.name} ({row.symbol})", ""]
    last = plain(row.value - 310) if row.value > 2000 else "unavailable"
    cells = [f"${last}" if last[0].isdigit() else last, plain(row.quantity, 3), f"${row.price:,.4f}"]
    table.line([parts[0], *cells, dollars(row.value), dollars(row.cost), dollars(row.gain), "118.40"], step=9)
    table.line([parts[1], *[""] * 6, "1.27"], step=13)


def tarrant(deal: Deal) -> Drawn:
    """Symbol first in each section of positions; bonds by CUSIP with accrued interest below; options; trades."""
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken, odd=place == 1) for place in range(dice.randrange(4, 14))]
    groups = {
        "Equities": shares,
        "Mutual Funds": [stock(dice, taken, False) for _ in range(dice.randrange(1, 4))],
        "Fixed Income": [replace(bond(dice, taken), accrued=money(dice, 5, 800)) for _ in range(dice.randrange(1, 4))],
        "Options": [option(dice, shares[0], True)],
    }
    held = hand(deal, groups)
    traded = moves(dice, shares, 2026, 6)
    pencil = Pencil(landscape=True, size=7.5)
    framed(
        pencil, ("Tarrant One Account of", f"Account Number {held.number}"), ("TOBIAS R. MARCHETTI", "June 1-30, 2026")
    )
    pencil.say("Account Summary", 40, "B", 14, 11)
    pencil.row([(40, "Ending Account Value as of 06/30"), (-330, "Beginning Account Value as of 06/01")], "", 12)
    pencil.row([(40, dollars(held.total)), (-330, dollars(held.total - 871))], "B", 22, 13)
    _mix(pencil, held)
    pencil.say("Cash and Cash Investments", 40, "B", 13, 10)
    places = (40.0, 110.0, 170.0, -430.0, -560.0, -690.0)
    heads = ("Type", "Symbol", "Description", "Beginning Balance($)", "Ending Balance($)", "Change in Period($)")
    pencil.row(list(zip(places, heads, strict=True)), "B")
    cells = ("Bank Sweep", "", "TARRANT BANK", "1,020.40", plain(held.cash), "18.22")
    pencil.row(list(zip(places, cells, strict=True)))
    pencil.row([(40, "Total Cash and Cash Investments"), (-430, "$1,020.40"), (-560, dollars(held.cash))], "B", 22)
    for title, rows in held.groups.items():
        _positions(pencil, title, rows, held.sums[title])
    _trades(pencil, traded)
    made = held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,), moves=tuple(traded))
    return pencil.drawn(made)


def _mix(pencil: Pencil, held: Hand) -> None:
    pencil.row([(40, "Asset Allocation"), (-330, "This Period"), (-420, "Current Allocation")], "B")
    for title, (value, _) in held.sums.items():
        pencil.row([(40, title), (-330, plain(value)), (-420, f"{100 * value / held.total:.0f}%")])
    pencil.row([(40, "Cash and Cash Investments"), (-330, plain(held.cash)), (-420, "3%")])
    pencil.row([(40, "Total"), (-330, dollars(held.total)), (-420, "100%")], "B", 24)


def _positions(pencil: Pencil, title: str, rows: list[Row], sums: tuple[D, D]) -> None:
    table = Table(
        pencil,
        [
            Column("Symbol", 40, lambda row: row.symbol or row.cusip or row.name.split()[1]),
            Column("Description", 100, lambda row: row.name[:38]),
            Column("Quantity", -330, of("quantity", lambda one: bracketed4(one) + ("S" if one < 0 else ""))),
            Column("Price($)", -390, of("price", plain, 5)),
            Column("Market Value($)", -470, of("value", bracketed)),
            Column("Cost Basis($)", -545, of("cost", bracketed)),
            Column("Unrealized|Gain/(Loss)($)", -625, of("gain", bracketed)),
            Column("Est. Yield", -670, lambda row: "1.22%" if row.symbol else "N/A"),
            Column("Est. Annual|Income($)", -725, lambda row: "88.00" if row.symbol else "N/A"),
            Column("% of|Acct", -755, lambda row: "4%"),
        ],
        step=12,
        again=lambda: pencil.say(f"Positions - {title} (continued)", 40, "B", 13, 10),
    )
    pencil.room(80)
    pencil.say(f"Positions - {title}", 40, "B", 13, 10)
    table.head()
    table.rows(rows, _owed(pencil), need=24)
    cells = [f"Total {title}", "", "", "", dollars(sums[0]), dollars(sums[1]), dollars(sums[0] - sums[1])]
    table.line(cells, "B", 22)


def bracketed4(value: D) -> str:
    """Four places, negatives in parentheses."""
    return f"({plain(-value, 4)})" if value < 0 else plain(value, 4)


def _owed(pencil: Pencil) -> Callable[[Row], None]:
    def below(row: Row) -> None:
        if row.accrued is not None:
            pencil.row([(100, "Accrued Interest"), (-470, plain(row.accrued))], "", 12)

    return below


def _trades(pencil: Pencil, traded: list[Move]) -> None:
    table = Table(
        pencil,
        [
            Column("Date", 40, lambda move: us_day(move.day)[:5]),
            Column("Category", 80, lambda move: {"buy": "Purchase", "sell": "Sale"}.get(move.side, "Purchase")),
            Column("Action", 140, lambda move: "Reinvested Shares" if move.side == "reinvest" else ""),
            Column("Symbol/|CUSIP", 220, words("symbol")),
            Column("Description", 275, lambda move: move.name[:34]),
            Column("Quantity", -500, lambda move: bracketed4(-move.quantity if move.side == "sell" else move.quantity)),
            Column("Price/Rate|per Share($)", -570, lambda move: plain(move.amount / move.quantity, 4)),
            Column("Amount($)", -680, lambda move: bracketed(move.amount if move.side == "sell" else -move.amount)),
        ],
        step=12,
        again=lambda: pencil.say("Transaction Details (continued)", 40, "B", 13, 10),
    )
    pencil.room(80)
    pencil.say("Transaction Details", 40, "B", 13, 10)
    table.head()
    table.rows(traded)
    total = sum((move.amount if move.side == "sell" else -move.amount for move in traded), ZERO)
    pencil.row([(40, "Total Transactions"), (-680, dollars(total))], "B")
