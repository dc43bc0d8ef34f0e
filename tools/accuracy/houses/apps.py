"""A robo-advisor's small and clean statement: fractions of shares, no lines, tax lots in an appendix at the end."""

from collections.abc import Sequence
from dataclasses import replace

from tools.accuracy.content import cents, stock
from tools.accuracy.drawing import Pencil, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, hand, in_lots, parts, said
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

FUNDS = ("Total Stock Market ETF", "Developed Markets ETF", "Emerging Markets Stock ETF", "Municipal Bond ETF",
         "Dividend Growth ETF", "Short-Term Treasury ETF", "TIPS Bond ETF", "Global Real Estate ETF",
         "Large-Cap Value Index Fund ETF Shares")  # fmt: skip


def quickfold(deal: Deal) -> Drawn:
    """A card of each fund: its name, its ticker below, fractional shares; the lots stand pages later by ticker."""
    dice = deal.dice
    lots, places = dice.random() < 0.8, dice.choice((3, 5, 6))
    names = list(FUNDS)
    dice.shuffle(names)
    rows = [_fund(deal, name, places) for name in names[: dice.randrange(4, 10)]]
    rows = [in_lots(dice, row, 4) for row in rows] if lots else rows
    held = hand(deal, {"Holdings": rows})
    held = replace(held, number=f"{dice.randrange(100_000_000, 999_999_999)}")
    pencil = Pencil(font="Sans", size=8)
    pencil.bottom = 720
    pencil.on_page = lambda one: _foot(one, held)
    pencil.page()
    pencil.say("quickfold", 56, "B", 26, 20)
    pencil.say("Monthly statement", 56, "", 12, 10)
    pencil.say("June 1 - June 30, 2026", 56, "", 30, 10)
    pencil.row([(56, "Ines Calloway"), (330, "Individual taxable account")], "B", 12)
    pencil.row([(56, "44 Cannery Street, Apt 3"), (330, f"Account number: {held.number}")], "", 12)
    pencil.row([(56, "Eugene, OR 97401"), (330, "Path: Long-term growth, 90% stocks")], "", 30)
    _balance(pencil, held)
    _cards(pencil, held, dice.random() < 0.5)
    _doings(pencil, held.rows)
    if lots:
        _appendix(pencil, held.rows, dice.random() < 0.5, places)
    facts = {"as_of": "2026-06-30", "registration": "taxable_individual"}
    return pencil.drawn(held.closed(deal, **facts))


def _fund(deal: Deal, name: str, places: int) -> Row:
    row = stock(deal.dice, deal.taken)
    units = D(deal.dice.randrange(10**places, 400 * 10**places)) / 10**places
    value = cents(units * (row.price or ZERO))
    cost = cents(value * deal.dice.randrange(70, 125) / 100)
    return replace(row, name=name, quantity=units, value=value, cost=cost)


def _foot(pencil: Pencil, held: Hand) -> None:
    text = f"Account {held.number}    Page {pencil.pages}    Securities held by Quickfold Brokerage LLC, member SIPC."
    pencil.at(56, text, "", 6, y=760)


def _balance(pencil: Pencil, held: Hand) -> None:
    before = held.total - D("1204.18")
    lines = (("Starting balance", before), ("Deposits", D("1000.00")), ("Withdrawals", ZERO), ("Dividends", D("31.02")),
             ("Advisory fees", D("-12.40")), ("Market change", D("185.56")))  # fmt: skip
    pencil.say("Account overview", 56, "B", 20, 13)
    for label, value in lines:
        shown = f"-${plain(-value)}" if value < 0 else f"${plain(value)}"
        pencil.row([(56, label), (-300, shown)], "", 15)
    pencil.row([(56, "Ending balance"), (-300, dollars(held.total))], "B", 34)


def _cards(pencil: Pencil, held: Hand, cash_first: bool) -> None:
    pencil.say("What you own", 56, "B", 20, 13)
    places = (56.0, -318.0, -380.0, -465.0, -548.0)
    heads = ("Security", "Shares", "Share price", "Total cost", "Value on Jun 30")
    pencil.row(list(zip(places, heads, strict=True)), "", 18, 7)
    if cash_first:
        _idle(pencil, held, places)
    for row in held.rows:
        pencil.room(40)
        cells = (row.name, f"{row.quantity:,f}", dollars(row.price), dollars(row.cost), dollars(row.value))
        pencil.row(list(zip(places, cells, strict=True)), "", 10)
        pencil.row([(56, row.symbol or ""), (-548, f"{100 * row.value / held.total:.1f}% of account")], "", 18, 6.5)
    if not cash_first:
        _idle(pencil, held, places)
    pencil.row([(56, "Total"), (-548, dollars(held.total))], "B", 34)


def _idle(pencil: Pencil, held: Hand, places: Sequence[float]) -> None:
    cells = ("Uninvested cash", "", "", "", dollars(held.cash))
    pencil.row(list(zip(places, cells, strict=True)), "", 10)
    share = f"{100 * (held.cash or ZERO) / held.total:.1f}% of account"
    pencil.row([(56, "Cash sweep program"), (-548, share)], "", 18, 6.5)


def _doings(pencil: Pencil, rows: Sequence[Row]) -> None:
    """Dividends and fees of the month, which are neither holdings nor trades."""
    pencil.room(130)
    pencil.say("Activity", 56, "B", 20, 13)
    places = (56.0, 130.0, -548.0)
    pencil.row(list(zip(places, ("Date", "Type", "Amount"), strict=True)), "", 16, 7)
    for place, row in enumerate(rows[:3]):
        cells = (f"Jun {4 + 7 * place}", f"Dividend from {row.symbol}", f"$10.3{place}")
        pencil.row(list(zip(places, cells, strict=True)), "", 15)
    pencil.row(list(zip(places, ("Jun 30", "Advisory fee", "-$12.40"), strict=True)), "", 34)


def _appendix(pencil: Pencil, rows: Sequence[Row], by_ticker: bool, places: int) -> None:
    """Lots by ticker: under a line of it, or with it on each line; newest last."""
    pencil.page()
    pencil.say("Appendix: open tax lots", 56, "B", 20, 13)
    pencil.say("Lots of the securities above that were open on June 30, 2026, in dollars to the cent.", 56)
    pencil.y += 8
    edges = (56.0, 130.0, -318.0, -400.0, -480.0, -548.0)
    heads = ("Ticker", "Opened", "Shares", "Cost", "Value", "Gain or loss")

    def again() -> None:
        pencil.row(list(zip(edges, heads, strict=True)), "", 16, 7)

    again()
    for row in rows:
        pencil.room(50, again)
        if by_ticker:
            pencil.row([(56, row.symbol or ""), (130, row.name)], "B", 14)
        for lot, value in parts(row):
            pencil.room(16, again)
            gain = value - lot.cost
            shown = f"-${plain(-gain)}" if gain < 0 else f"${plain(gain)}"
            day = said(lot.day) if places > 3 else us_day(lot.day)
            cells: tuple[str, ...] = (
                "" if by_ticker else row.symbol or "",
                day,
                f"{lot.quantity:,f}",
                dollars(lot.cost),
            )
            pencil.row(list(zip(edges, (*cells, dollars(value), shown), strict=True)), "", 13)
        if by_ticker:
            cells = ("", "", f"{row.quantity:,f}", dollars(row.cost), dollars(row.value), "")
            pencil.row(list(zip(edges, cells, strict=True)), "B", 18)
