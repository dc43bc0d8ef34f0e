"""A bank's trust department: shares or par first, tax cost, accrued income, principal and income kept apart."""

from dataclasses import replace
from decimal import ROUND_HALF_UP

from tools.accuracy.content import bond, cents, cusip, fund, money, stock
from tools.accuracy.drawing import Column, Pencil, Table, plain, trailing
from tools.accuracy.houses.hands import Hand, each, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Lot, Row


def corvane(deal: Deal) -> Drawn:
    """Units before the name, the symbol or CUSIP below it, income owed beside each; cash of principal and of income."""
    dice, taken = deal.dice, deal.taken
    groups = {
        "LARGE CAP U.S. EQUITIES": [_share(deal) for _ in range(dice.randrange(3, 12))],
        "INTERNATIONAL EQUITIES": [_share(deal) for _ in range(dice.randrange(1, 4))],
        "CORPORATE ISSUES": [replace(bond(dice, taken), accrued=money(dice, 5, 800)) for _ in range(dice.randrange(5))],
        "MUTUAL FUNDS - FIXED INCOME": [_owing(deal, fund(dice, taken)) for _ in range(dice.randrange(1, 4))],
    }
    held = hand(deal, {title: rows for title, rows in groups.items() if rows})
    held = replace(held, number=f"{dice.randrange(10, 99)}{dice.randrange(10, 99)}00{dice.randrange(1000, 9999)}")
    stacked = dice.random() < 0.6
    pencil = Pencil(font="Times", size=8)
    pencil.on_page = lambda one: _head(one, held)
    pencil.page()
    pencil.say("MARIGOLD FENWICK IRREVOCABLE TRUST\nCORVANE BANK, N.A., TRUSTEE UNDER AGREEMENT DATED 3/14/2004", 60)
    pencil.y += 16
    _overview(pencil, held)
    pencil.page()
    pencil.say("ASSET DETAIL AS OF JUNE 30, 2026", 40, "B", 18, 10)
    table = _table(pencil, stacked)
    swept = _liquid(table, held, stacked)
    for title, rows in held.groups.items():
        table.break_page(60)
        table.line(["", title], "B")
        for row in rows:
            _asset(table, row, stacked)
        value, cost = held.sums[title]
        owed = sum((row.accrued or ZERO for row in rows), ZERO)
        _sum(table, f"TOTAL {title}", (cost, value, owed), stacked)
    owed = sum((row.accrued or ZERO for row in held.rows), ZERO)
    _sum(table, "TOTAL ASSETS", (held.cost + (held.cash or ZERO), held.total, owed), stacked)
    if dice.random() < 0.5:
        before = [""] if stacked else ["", "", ""]
        table.line(["", "TOTAL ASSETS PLUS ACCRUED INCOME", *before, plain(held.total + owed)])
    _flows(pencil, held)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=swept))


def _share(deal: Deal) -> Row:
    row = stock(deal.dice, deal.taken, odd=deal.dice.random() < 0.4)
    return replace(_owing(deal, row), cusip=cusip(deal.dice, deal.taken))


def _owing(deal: Deal, row: Row) -> Row:
    """The row at a price of three places, with what has been declared upon it."""
    price = (row.price or ZERO).quantize(D("0.001"), ROUND_HALF_UP)
    owed = money(deal.dice, 1, 400) if deal.dice.random() < 0.6 else D("0.00")
    return replace(row, price=price, value=cents(price * (row.quantity or ZERO)), accrued=owed)


def _head(pencil: Pencil, held: Hand) -> None:
    pencil.row([(40, "CORVANE BANK"), (-572, f"Page {pencil.pages}")], "B", 12, 11)
    pencil.row([(40, "Trust & Fiduciary Services"), (-572, f"ACCOUNT NUMBER: {held.number}")], "", 12)
    pencil.row([(-572, "This statement is for the period from June 1, 2026 to June 30, 2026")], "", 26)


def _overview(pencil: Pencil, held: Hand) -> None:
    """A page before the detail: values of now and of last month by kind, with shares of the whole."""
    pencil.say("ASSET SUMMARY AS OF 06/30/26", 60, "B", 16, 10)
    places = (60.0, -330.0, -430.0, -530.0)
    heads = ("ASSETS", "06/30/26 MARKET", "% OF TOTAL", "05/31/26 MARKET")
    pencil.row(list(zip(places, heads, strict=True)), "B", 14)
    lines = [("Cash & Equivalents", held.cash or ZERO), *((title.title(), one[0]) for title, one in held.sums.items())]
    for label, value in lines:
        cells = (label, plain(value), f"{100 * value / held.total:.2f}", plain(value - 310))
        pencil.row(list(zip(places, cells, strict=True)), "", 13)
    cells = ("Total Assets", plain(held.total), "100.00", plain(held.total - 310 * len(lines)))
    pencil.row(list(zip(places, cells, strict=True)), "B", 13)


def _table(pencil: Pencil, stacked: bool) -> Table:
    if stacked:
        columns = [Column("SHARES/|PAR VALUE", -105), Column("|ASSET DESCRIPTION", 114),
                   Column("TAX COST/|UNIT COST", -360), Column("MARKET VALUE/|UNIT PRICE", -440),
                   Column("ACCRUED|INCOME", -505), Column("EST ANNUAL|INCOME", -572)]  # fmt: skip
    else:
        columns = [Column("|SHARES/PAR", -95), Column("|DESCRIPTION", 104), Column("UNIT|PRICE", -335),
                   Column("TAX|COST", -410), Column("GAIN/|LOSS", -465), Column("MARKET|VALUE", -530),
                   Column("ACCRUED|INCOME", -578)]  # fmt: skip
    table = Table(pencil, columns, 12, again=lambda: pencil.say("ASSET DETAIL (CONTINUED)", 40, "B", 16, 10))
    table.head()
    return table


def _liquid(table: Table, held: Hand, stacked: bool) -> tuple[D, ...]:
    """Cash of principal and of income, a money market fund of each; what may as well be read as funds."""
    cash = held.cash or ZERO
    loose, fund_income = cents(cash / 30), cents(cash / 7)
    fund_principal = cash - fund_income
    table.line(["", "CASH & EQUIVALENTS"], "B")
    for label, value in (("PRINCIPAL CASH", -loose), ("INCOME CASH", loose)):
        cells = ["", label, trailing(value), trailing(value)]
        table.line(cells if stacked else ["", label, "", trailing(value), "", trailing(value)])
    for label, value in (("PRINCIPAL", fund_principal), ("INCOME", fund_income)):
        made = Row(None, f"CORVANE GOVT OBLIGATIONS FUND ({label})", value, D("1.000"), value, value)
        _asset(table, made, stacked)
    _sum(table, "TOTAL CASH & EQUIVALENTS", (cash, cash, ZERO), stacked)
    return fund_principal, fund_income


def _asset(table: Table, row: Row, stacked: bool) -> None:
    """Two or three lines: the name goes on below, then what it is known by; unit cost and price under their sums."""
    table.break_page(38)
    words = row.name.upper().split(" ")
    first, second = (row.name.upper(), "") if len(words) < 4 else (" ".join(words[:3]), " ".join(words[3:]))
    known = " - ".join(one for one in (row.symbol, row.cusip) if one) or ""
    units, owed = plain(row.quantity, 3), plain(row.accrued)
    if stacked:
        unit = plain(each(Lot("", row.quantity or D(1), (row.cost or ZERO) * (100 if _par(row) else 1)), 3), 3)
        table.line([units, first, plain(row.cost), plain(row.value), owed, "41.20"], step=10)
        table.line(["", second or known, unit, plain(row.price, 3)], step=10)
        if second and known:
            table.line(["", known], step=10)
    else:
        cells = [units, first, plain(row.price, 3), plain(row.cost), trailing(row.gain), plain(row.value), owed]
        table.line(cells, step=10)
        for more in filter(None, (second, known)):
            table.line(["", more], step=10)
    table.pencil.y += 3


def _par(row: Row) -> bool:
    return "bond" in row.kinds


def _sum(table: Table, label: str, sums: tuple[D, D, D], stacked: bool) -> None:
    table.break_page(24)
    cost, value, owed = map(plain, sums)
    gain = trailing(sums[1] - sums[0])
    table.line(["", label, cost, value, owed] if stacked else ["", label, "", cost, gain, value, owed], "B", 20)


def _flows(pencil: Pencil, held: Hand) -> None:
    """Receipts and payments of principal and of income: no holdings."""
    pencil.room(120)
    pencil.say("CASH RECONCILIATION", 40, "B", 14, 10)
    pencil.row([(-330, "PRINCIPAL CASH"), (-440, "INCOME CASH")], "B")
    loose = cents((held.cash or ZERO) / 30)
    lines = (("BEGINNING CASH", ZERO, ZERO), ("DIVIDENDS", ZERO, loose + 300), ("TRUSTEE FEES", -loose, D(-300)),
             ("ENDING CASH", -loose, loose))  # fmt: skip
    for label, principal, income in lines:
        pencil.row([(40, label), (-330, trailing(principal)), (-440, trailing(income))])
