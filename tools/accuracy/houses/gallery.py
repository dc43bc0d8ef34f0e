"""A gallery: each seed another look of footnotes, wraps, sections inside the table, marks, short shares, covers."""

from dataclasses import dataclass, replace

from tools.accuracy.content import bond, deposit, money, option, stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, hand, in_lots, parts
from tools.accuracy.houses.wordings import AFTER, BEFORE, CASH, SUMS
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Drawn, Row

NUMBERS = ("{:04d}-{:04d}", "{:04d}{:04d}", "ABC-{:02d}{:04d}", "U{:03d}{:04d}", "{:05d}-{:04d}")
MARKS = ("", "", " *", " (1)", " **")


@dataclass(frozen=True)
class Frame:
    """How one statement of the gallery is drawn."""

    once: bool
    inside: bool
    symbol: str
    lots: bool
    mark: str
    unknown: str
    cover: bool
    foot: bool
    money: str
    cash_word: str
    sum_word: str


def gallery(deal: Deal) -> Drawn:
    """One to three accounts; sections are lines of one table or tables of their own."""
    dice = deal.dice
    style = Frame(
        once=dice.random() < 0.4,
        inside=dice.random() < 0.5,
        symbol=dice.choice(("dash", "last", "paren", "column")),
        lots=dice.random() < 0.4,
        mark=dice.choice(MARKS),
        unknown=dice.choice(("N/A", "--", "", "Not available")),
        cover=dice.random() < 0.5,
        foot=dice.random() < 0.6,
        money=dice.choice(("$", "")),
        cash_word=dice.choice(CASH),
        sum_word=dice.choice(SUMS),
    )
    form = dice.choice(NUMBERS)
    holds, made = [], []
    for _ in range(dice.choice((1, 1, 2, 3))):
        held = _dealt(deal, style, form)
        holds.append(held)
        made.append(held.closed(deal, as_of="2026-09-30", sweeps=(held.cash or ZERO,)))
    pencil = Pencil(landscape=True, font=dice.choice(("Helvetica", "Sans", "Serif")), size=dice.choice((7.5, 8.0)))
    pencil.on_page = lambda one: _front(one, style)
    pencil.page()
    covered = style.cover and len(holds) > 1
    if covered:
        _cover(pencil, holds)
    before, after = dice.sample(BEFORE, dice.randrange(2)), dice.sample(AFTER, dice.randrange(2))
    for place, held in enumerate(holds):
        if place or covered:
            pencil.page()
        pencil.row([(40, f"Account {held.number}"), (-752, "Ines Calloway")], "B", 20, 11)
        for decoy in before:
            decoy(pencil, held, dice)
        _account(pencil, style, held)
        for decoy in after:
            decoy(pencil, held, dice)
    return pencil.drawn(*made)


def _front(pencil: Pencil, style: Frame) -> None:
    pencil.row([(40, "Gallery Investment Services"), (-752, "July 1 - September 30, 2026")], "B", 26, 12)
    if style.foot:
        pencil.at(40, "Securities are not FDIC insured, not bank guaranteed and may lose value.", "", 6, 770 - 180)
        pencil.at(-752, f"Page {pencil.pages} of 9     000{pencil.pages}12-7741", "", 6, 770 - 180)


def _cover(pencil: Pencil, holds: list[Hand]) -> None:
    pencil.say("Your accounts", 40, "B", 16, 12)
    pencil.row([(40, "Account"), (-300, "Last statement"), (-420, "This statement")], "B")
    for held in holds:
        pencil.row([(40, held.number), (-300, dollars(held.total - 1812)), (-420, dollars(held.total))])
    pencil.row([(40, "All accounts"), (-420, dollars(sum((held.total for held in holds), ZERO)))], "B")


def _dealt(deal: Deal, style: Frame, form: str) -> Hand:
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken, odd=place % 5 == 4) for place in range(dice.randrange(4, 14))]
    if style.lots:
        shares = [in_lots(dice, row, 3) for row in shares]
    elif dice.random() < 0.4:
        low = shares[-1]
        shares[-1] = replace(low, quantity=-(low.quantity or ZERO), value=-low.value, cost=-(low.cost or ZERO))
    if not style.lots and dice.random() < 0.4:
        shares[0] = replace(shares[0], cost=None)
    groups = {"Equities": shares}
    if dice.random() < 0.4:
        groups["Options"] = [option(dice, shares[1], dice.random() < 0.5)]
    if dice.random() < 0.5:
        groups["Fixed Income"] = [replace(bond(dice, taken), accrued=money(dice, 5, 600)) for _ in range(2)]
    if dice.random() < 0.3:
        groups["Certificates of Deposit"] = [deposit(dice, taken)]
    held = hand(deal, groups)
    debt = -money(dice, 500, 9000)
    if dice.random() < 0.2:
        held = replace(held, cash=debt, total=held.total - (held.cash or ZERO) + debt)
    return replace(held, number=form.format(dice.randrange(10, 99), dice.randrange(1000, 9999)))


def _table(pencil: Pencil, style: Frame, lending: bool) -> Table:
    columns = [
        Column("Security", 40),
        Column("Symbol/|Cusip" if style.symbol == "column" else "", 250),
        Column("Quantity", -350),
        Column("Price", -410),
        Column("Market|Value", -490),
        Column("Cost|Basis", -570),
        Column("Unrealized|Gain/Loss", -650),
        Column("Accrued|Interest" if lending else "Est. Annual|Income", -720),
    ]
    return Table(pencil, columns, step=12, again=lambda: pencil.say("Portfolio Detail, continued", 40, "B", 14, 10))


def _account(pencil: Pencil, style: Frame, held: Hand) -> None:
    pencil.say("Portfolio Detail", 40, "B", 16, 11)
    lending = any(row.accrued for row in held.rows)
    table = _table(pencil, style, lending)
    if style.once:
        table.head()
    for title, rows in held.groups.items():
        table.break_page(60)
        if style.inside or style.once:
            if not style.once:
                table.head()
            table.line([title], "B")
        else:
            pencil.say(title, 40, "B", 13, 9)
            table.head()
        for row in rows:
            _row(table, style, row, lending)
        value, cost = held.sums[title]
        owed = sum((row.accrued or ZERO for row in rows), ZERO)
        cells = [f"Total {title}", "", "", "", dollars(value), dollars(cost) if cost else ""]
        table.line([*cells, "", dollars(owed) if owed else ""], "B", 20)
    mark = style.money if held.cash is not None and held.cash >= 0 else ""
    word = style.cash_word if mark or (held.cash or ZERO) >= 0 else "Margin Balance"
    table.line([word, "", "", "", f"{mark}{bracketed(held.cash)}"])
    table.line([style.sum_word, "", "", "", dollars(held.total)], "B", 26)
    if style.mark.strip():
        pencil.say(f"{style.mark.strip()} Cost was provided by you or a former custodian.", 40, "", 20, 6)


def _row(table: Table, style: Frame, row: Row, lending: bool) -> None:
    key, marked = row.symbol or row.cusip or "", style.mark if (row.quantity or ZERO) % 3 == 0 else ""
    form = {"dash": f"{row.name} - {key}", "last": f"{row.name} {key}", "paren": f"{row.name} ({key})"}
    name = form.get(style.symbol, row.name) if key else row.name
    words, second = name.split(" "), ""
    while len(" ".join(words)) > 42:
        second = f"{words.pop()} {second}".strip()
    last = (plain(row.accrued) if row.accrued else "") if lending else "12.40"
    price = plain(row.price, 3) if row.cusip else f"{style.money}{plain(row.price)}"
    value, cost = (f"{style.money}{plain(one)}" if one is not None and one >= 0 else bracketed(one)
                   for one in (row.value, row.cost))  # fmt: skip
    cost = style.unknown if row.cost is None else cost
    gain = style.unknown if row.cost is None else bracketed(row.gain)
    table.break_page(26 + 12 * len(row.lots))
    symbol = key if style.symbol == "column" else ""
    quantity = bracketed(row.quantity) if row.cusip else plain(row.quantity, 0)
    table.line([" ".join(words) + marked, symbol, quantity, price, value, cost, gain, last])
    if second:
        table.line([second])
    for lot, worth in parts(row) if style.lots and row.lots else ():
        cells = [f"   Purchased {us_day(lot.day)}", "", plain(lot.quantity, 0), "", plain(worth), plain(lot.cost)]
        table.line([*cells, bracketed(worth - lot.cost)])
