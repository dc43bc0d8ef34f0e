"""A wirehouse that gives each security a block: its dated lots, sums of purchases and of reinvestments, a total."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP

from tools.accuracy.content import cents, fund, stock, symbol
from tools.accuracy.drawing import Column, Pencil, Table, dollars, plain
from tools.accuracy.houses.hands import Hand, each, framed, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Lot, Row

UNDATED = "None"


def pembrook(deal: Deal) -> Drawn:
    """Lots under each name with LT and ST behind the gain; reinvestments in sums without days; the price in a note."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "COMMON STOCKS": [
            in_lots(dice, stock(dice, taken, odd=place % 4 == 1), 4) for place in range(dice.randrange(3, 9))
        ],
        "EXCHANGE-TRADED & CLOSED-END FUNDS": [
            in_lots(dice, stock(dice, taken), 2) for _ in range(dice.randrange(1, 4))
        ],
        "OPEN-END MUTUAL FUNDS": [_reinvested(deal) for _ in range(dice.randrange(1, 5))],
    }
    held = hand(deal, groups)
    held = replace(held, number=f"{dice.randrange(100, 999)}-0{dice.randrange(10_000, 99_999)}")
    beside = dice.random() < 0.5
    pencil = Pencil(font="Sans", size=6.5)
    framed(pencil, ("CLIENT STATEMENT  |  For the Period June 1-30, 2026", "Page ~"), ("PEMBROOK SECURITIES", ""))
    _front(pencil, held)
    pencil.on_page = lambda one: _head(one, held)
    pencil.page()
    _deposits(pencil, held)
    for title, rows in held.groups.items():
        _section(pencil, title, rows, held, beside)
    cells = ((230.0, "Percentage|of Holdings"), (-410, "Total Cost"), (-470, "Market Value"), (-530, "Gain/(Loss)"))
    pencil.room(50)
    pencil.row([(x, text.replace("|", " ")) for x, text in cells], "B", 11)
    sums = (dollars(held.cost), dollars(held.total), dollars(held.value - held.cost))
    pencil.row([(40, "TOTAL VALUE"), (230, "100.00%"), *zip((-410, -470, -530), sums, strict=True)], "B", 16)
    pencil.say("Unrealized Gain/(Loss) totals only reflect positions that have both cost basis and market value.")
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,)))


def _reinvested(deal: Deal) -> Row:
    """A fund bought on one or two days, with what was reinvested for long and lately in two undated sums."""
    dice = deal.dice
    row = replace(fund(dice, deal.taken), symbol=symbol(dice, deal.taken) + "X")
    price = (row.price or ZERO).quantize(D("0.01"), ROUND_HALF_UP)
    bought = in_lots(dice, replace(row, price=price, value=cents((row.quantity or ZERO) * price)), 2)
    more = [D(dice.randrange(2000, 400_000)) / 1000 for _ in range(dice.randrange(1, 3))]
    extra = tuple(Lot(UNDATED, units, cents(units * price * dice.randrange(60, 110) / 100)) for units in more)
    units = sum((lot.quantity for lot in (*bought.lots, *extra)), ZERO)
    cost = sum((lot.cost for lot in (*bought.lots, *extra)), ZERO)
    return replace(bought, quantity=units, cost=cost, value=cents(units * price), lots=(*bought.lots, *extra))


def _front(pencil: Pencil, held: Hand) -> None:
    before = held.total - 4120
    pencil.say("STATEMENT FOR:", 330, "", 10)
    pencil.say("ODALYS FENWICK\n18 MILL RACE LANE\nASHFORD CT 06278", 330, "B", 10)
    pencil.y += 20
    pencil.row([(40, "Beginning Total Value (as of 6/1/26)"), (-300, dollars(before))], "", 14, 8)
    pencil.row([(40, "Ending Total Value (as of 6/30/26)"), (-300, dollars(held.total))], "B", 14, 9)
    pencil.say("Includes Accrued Interest", 40, "", 26)
    pencil.row([(40, "CHANGE IN VALUE OF YOUR ACCOUNT"), (-300, "This Period"), (-390, "This Year")], "B", 12)
    lines = (("TOTAL BEGINNING VALUE", before, before - 900), ("Credits", D("310.20"), D("2400.00")),
             ("Debits", D("-50.00"), D("-300.00")), ("Net Credits/Debits/Transfers", D("260.20"), D("2100.00")),
             ("Change in Value", D("3859.80"), D("2920.00")))  # fmt: skip
    for label, now, year in lines:
        pencil.row([(40, label), (-300, dollars(now)), (-390, dollars(year))], "", 11)
    pencil.row([(40, "TOTAL ENDING VALUE"), (-300, dollars(held.total)), (-390, dollars(held.total))], "B", 24)
    pencil.row([(40, "ASSET ALLOCATION"), (-300, "Market Value"), (-390, "Percentage")], "B", 12)
    shares = (("Cash", held.cash or ZERO), ("Equities", held.value))
    for label, value in shares:
        pencil.row([(40, label), (-300, dollars(value)), (-390, plain(value * 100 / held.total))], "", 11)
    pencil.row([(40, "TOTAL VALUE"), (-300, dollars(held.total)), (-390, "100.00%")], "B")


def _head(pencil: Pencil, held: Hand) -> None:
    pencil.row([(40, "CLIENT STATEMENT  |  For the Period June 1-30, 2026"), (-572, f"Page {pencil.pages}")], "", 16)
    pencil.row([(40, "Account Detail"), (230, "Active Assets Account"), (-572, "ODALYS FENWICK")], "B", 10, 8)
    pencil.row([(230, held.number), (-572, "Brokerage Account")], "", 22)


def _deposits(pencil: Pencil, held: Hand) -> None:
    pencil.say("CASH, BANK DEPOSIT PROGRAM AND MONEY MARKET FUNDS", 40, "B", 11, 7.5)
    pencil.row([(-450, "7-Day")], "B", 8)
    places = (40.0, -390.0, -450.0, -510.0, -560.0)
    heads = ("Description", "Market Value", "Current Yield %", "Est Ann Income", "APY %")
    pencil.row(list(zip(places, heads, strict=True)), "B", 12)
    cells = ("PEMBROOK PRIVATE BANK NA", dollars(held.cash), "-", "12.40", "0.050")
    pencil.row(list(zip(places, cells, strict=True)), "", 14)
    pencil.row([(-300, "Percentage"), (-390, "Market Value"), (-510, "Est Ann Income")], "B", 8)
    pencil.row([(-300, "of Holdings")], "B", 8)
    share = f"{100 * (held.cash or ZERO) / held.total:.2f}%"
    pencil.row([(40, "CASH, BDP, AND MMFs"), (-300, share), (-390, dollars(held.cash)), (-510, "$12.40")], "B", 24)


def _section(pencil: Pencil, title: str, rows: Sequence[Row], held: Hand, beside: bool) -> None:
    """One kind of security; `beside`: the price of a share stands in a column, else in the note below its block."""
    columns = [Column("Security Description", 40), Column("Trade Date", -236), Column("Quantity", -290),
               Column("Unit Cost", -340)]  # fmt: skip
    columns += [Column("Share Price", -385 + 5)] if beside else []
    columns += [Column("Total Cost", -435), Column("Market Value", -490), Column("Unrealized|Gain/(Loss)", -548),
                Column("", 551)]  # fmt: skip
    table = Table(pencil, columns, 11, again=lambda: pencil.say(f"{title} (CONTINUED)", 40, "B", 12, 7.5))
    pencil.room(80)
    pencil.say(title, 40, "B", 12, 7.5)
    table.head()
    for row in rows:
        _block(table, row, beside)
    value, cost = held.sums[title]
    pencil.room(40)
    pencil.row([(-300, "Percentage of Holdings"), (-435, "Total Cost"), (-490, "Market Value")], "B", 10)
    share = f"{100 * value / held.total:.2f}%"
    cells = [(40.0, title), (-300, share), (-435, dollars(cost)), (-490, dollars(value)), (-548, dollars(value - cost))]
    pencil.row(cells, "B", 24)


def _block(table: Table, row: Row, beside: bool) -> None:
    pencil = table.pencil
    dated = [pair for pair in parts(row) if pair[0].day != UNDATED]
    table.break_page(24 + 11 * min(4, len(row.lots)))
    named = f"{row.name.upper()} ({row.symbol})"
    lone = len(row.lots) == 1
    if long := len(named) > 34:
        pencil.say(named, 40, "", 10)
    for place, (lot, value) in enumerate(dated):
        table.break_page(24)
        month, day = int(lot.day[5:7]), int(lot.day[8:])
        first = "" if place or long else named
        made = Lot(lot.day, row.quantity or ZERO, lot.cost) if lone else lot
        _figures(table, [first, f"{month}/{day}/{lot.day[2:4]}"], made, value, row.price if beside else None)
    if len(row.lots) > len(dated):
        both = (sum((lot.quantity for lot, _ in dated), ZERO), sum((lot.cost for lot, _ in dated), ZERO))
        _figures(table, ["", "Purchases"], Lot("2015-01-01", *both), sum((v for _, v in dated), ZERO), None)
        for place, (lot, value) in enumerate(parts(row)[len(dated) :]):
            label = "Short Term Reinvestments" if place else "Long Term Reinvestments"
            _figures(table, ["", label], replace(lot, day="2026-01-01" if place else "2015-01-01"), value, None)
    if not lone:
        cells = ["", "Total", plain(row.quantity, 3), "", *([""] if beside else [])]
        term = "ST" if all("2025-07" < lot.day < UNDATED for lot in row.lots) else "LT"
        table.line([*cells, plain(row.cost), plain(row.value), _signed(row.gain), term])
    if UNDATED in {lot.day for lot in row.lots}:
        bought = sum((lot.cost for lot, _ in dated), ZERO)
        pencil.row([(70, "Total Purchases vs Market Value"), (-435, plain(bought)), (-490, plain(row.value))], "", 10)
        pencil.row([(70, "Net Value Increase/(Decrease)"), (-490, plain(row.value - bought))], "", 10)
    note = "Next Dividend Payable 07/2026; Asset Class: Equities"
    pencil.say(note if beside else f"Share Price: ${row.price:,.3f}; {note}", 46, "", 14, 6)


def _figures(table: Table, first: list[str], lot: Lot, value: D, price: D | None) -> None:
    """A line of a block: units, unit cost, total cost, value, gain and whether it is held long."""
    beside = len(table.columns) == 9
    unit = "" if first[1].endswith("s") else f"${each(lot, 3):,.3f}"
    shown = ([f"${price:,.3f}"] if price is not None else [""]) if beside else []
    term = "LT" if lot.day < "2025-07" else "ST"
    cells = [*first, plain(lot.quantity, 3), unit, *shown, plain(lot.cost), plain(value), _signed(value - lot.cost)]
    table.line([*cells, term])


def _signed(value: D | None) -> str:
    return "" if value is None else f"({plain(-value)})" if value < 0 else plain(value)
