"""An independent broker-dealer: a household of three accounts, a summary in front, tables that go on over pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tools.accuracy.content import bond, money, stock
from tools.accuracy.drawing import Pencil, bracketed, dollars, plain, us_day
from tools.accuracy.houses.hands import Hand, each, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

KINDS = {"taxable_joint": "JOINT WROS", "roth_ira": "ROTH IRA", "traditional_ira": "TRADITIONAL IRA"}
EDGES = (40.0, -262.0, -318.0, -388.0, -458.0, -524.0, -574.0)
HEADS = (
    ("Security ID/", "", "", "", "", "Unrealized", "Est Annual"),
    ("Description", "Quantity", "Price ($)", "Market Value ($)", "Cost Basis ($)", "Gain/Loss ($)", "Income ($)"),
)
NAMES = {"Equities and Options": "EQUITIES AND OPTIONS", "Mutual Funds": "MUTUAL FUNDS", "Bonds": "FIXED INCOME"}


@dataclass(frozen=True)
class Way:
    """How this statement is set: heads again on each page, lots below, accounts that share pages, notes."""

    heads: bool
    lots: bool
    flowing: bool
    noted: bool


def marlstone(deal: Deal) -> Drawn:
    """The ticker before the name, figures on the first of two or three lines; a footnote's letter at some costs."""
    dice = deal.dice
    way = Way(*(dice.random() < 0.5 for _ in range(4)))
    holds, made = [], []
    for kind in KINDS:
        held = hand(deal, _groups(deal, way))
        held = replace(held, number=f"{dice.randrange(1000, 9999)}-{dice.randrange(1000, 9999)}")
        holds.append(held)
        made.append(held.closed(deal, as_of="2026-06-30", registration=kind, sweeps=(held.cash or ZERO,)))
    pencil = Pencil(font="Sans", size=7)
    pencil.on_page = _frame
    pencil.page()
    _cover(pencil, holds)
    pencil.page()
    for place, (held, title) in enumerate(zip(holds, KINDS.values(), strict=True)):
        if place and not way.flowing:
            pencil.page()
        _account(pencil, held, title, way)
    pencil.room(60)
    pencil.say("a  Cost basis was supplied by you or by a prior firm and has not been verified.", 40, "", 10, 6)
    pencil.say("Securities are offered through Marlstone Network LLC, member FINRA/SIPC.", 40, "", 10, 6)
    return pencil.drawn(*made)


def _groups(deal: Deal, way: Way) -> dict[str, list[Row]]:
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken, odd=place % 3 == 0) for place in range(dice.randrange(4, 16))]
    funds = [stock(dice, taken, False) for _ in range(dice.randrange(1, 7))]
    bonds = [replace(bond(dice, taken), accrued=money(dice, 3, 400)) for _ in range(dice.randrange(3))]
    groups = {"Equities and Options": shares, "Mutual Funds": funds}
    if way.lots:
        groups = {title: [in_lots(dice, row) for row in rows] for title, rows in groups.items()}
    return {**groups, "Bonds": bonds} if bonds else groups


def _frame(pencil: Pencil) -> None:
    pencil.row([(40, "MARLSTONE NETWORK"), (-572, "Consolidated Statement")], "B", 11, 9)
    pencil.row(
        [(40, "Your advisor: Harlan Pike, Pike & Dell Wealth Partners"), (-572, "June 1 - June 30, 2026")], "", 11
    )
    pencil.row([(40, "The Fenwick Household"), (-572, f"Page {pencil.pages}")], "", 26)


def _cover(pencil: Pencil, holds: Sequence[Hand]) -> None:
    """The accounts with their values, the classes of the whole household with theirs, and the month in sums."""
    whole = sum((held.total for held in holds), ZERO)
    pencil.say("Portfolio Summary", 40, "B", 16, 12)
    pencil.row([(40, "Total household value on June 30, 2026"), (-330, dollars(whole))], "B", 22, 9)
    places: tuple[float, ...] = (40.0, 180.0, 300.0, -420.0, -500.0, -574.0)
    heads = ("Account Owner", "Account Type", "Account Number", "Value May 31", "Value June 30", "% of Portfolio")
    pencil.row(list(zip(places, heads, strict=True)), "B", 12)
    for held, title in zip(holds, KINDS.values(), strict=True):
        share = f"{100 * held.total / whole:.1f}%"
        values = (dollars(held.total - 703), dollars(held.total))
        cells: tuple[str, ...] = ("Odalys Fenwick", title, held.number, *values, share)
        pencil.row(list(zip(places, cells, strict=True)), "", 12)
    cells = ("Total", "", "", dollars(whole - 2109), dollars(whole), "100.0%")
    pencil.row(list(zip(places, cells, strict=True)), "B", 30)
    pencil.say("Asset Allocation", 40, "B", 14, 10)
    places = (40.0, -280.0, -360.0, -440.0)
    pencil.row(
        list(zip(places, ("Asset Class", "Market Value ($)", "Current (%)", "Target (%)"), strict=True)), "B", 12
    )
    for title in NAMES:
        value = sum((held.sums[title][0] for held in holds if title in held.sums), ZERO)
        cells = (title, plain(value), f"{100 * value / whole:.2f}", "30.00")
        pencil.row(list(zip(places, cells, strict=True)), "", 12)
    cash = sum((held.cash or ZERO for held in holds), ZERO)
    cells = ("Cash and Cash Equivalents", plain(cash), f"{100 * cash / whole:.2f}", "2.00")
    pencil.row(list(zip(places, cells, strict=True)), "", 12)
    pencil.row([(40, "Total"), (-280, plain(whole)), (-360, "100.00"), (-440, "100.00")], "B", 30)
    pencil.say("Household Activity", 40, "B", 14, 10)
    for label, value in (("Starting value", whole - 2109), ("Net contributions", D("600.00")), ("Income", D("409.00")),
                         ("Change in value", D("1100.00")), ("Total value", whole)):  # fmt: skip
        pencil.row([(40, label), (-280, dollars(value))], "", 12)


def _account(pencil: Pencil, held: Hand, title: str, way: Way) -> None:
    """One account: its value, its cash, its securities by kind, its total."""
    pencil.room(190)
    pencil.shade(36, 578, 14, 222)
    pencil.row([(40, f"Account Holdings  |  {title}  |  {held.number}"), (-574, "As of June 30, 2026")], "B", 18, 8.5)
    pencil.row([(40, "Account value"), (-200, dollars(held.total))], "B", 18)
    pencil.say("CASH AND CASH EQUIVALENTS", 40, "B", 12, 8)
    pencil.row([(40, "Description"), (-318, "Interest/Dividend (%)"), (-388, "Current Balance ($)")], "B", 12)
    pencil.row([(40, "Insured Cash Account"), (-318, "0.350"), (-388, plain(held.cash))], "", 12)
    pencil.row([(40, "Total Cash and Cash Equivalents"), (-388, dollars(held.cash))], "B", 22)
    for kind, rows in held.groups.items():
        _kind(pencil, kind, rows, held.sums[kind], way)
    sums = (dollars(held.total), dollars(held.cost), dollars(held.value - held.cost))
    pencil.row([(40, "Total Account Holdings"), *zip(EDGES[3:6], sums, strict=True)], "B", 34)


def _kind(pencil: Pencil, kind: str, rows: Sequence[Row], sums: tuple[D, D], way: Way) -> None:
    def head() -> None:
        for line, step in zip(HEADS, (8.5, 12), strict=True):
            pencil.row(list(zip(EDGES, line, strict=True)), "B", step)

    def again() -> None:
        if way.heads:
            pencil.say(f"{NAMES[kind]} (continued)", 40, "B", 12, 8)
            head()

    pencil.room(80)
    pencil.say(NAMES[kind], 40, "B", 12, 8)
    head()
    for place, row in enumerate(rows):
        pencil.room(36, again)
        _security(pencil, row, way, place)
        for lot, value in parts(row) if row.lots else ():
            pencil.room(12, again)
            cells: tuple[str, ...] = (
                us_day(lot.day),
                plain(lot.quantity, 3),
                plain(each(lot, 2)),
                plain(value),
                plain(lot.cost),
            )
            pencil.row([(60, cells[0]), *zip(EDGES[1:5], cells[1:], strict=True), (-524, bracketed(value - lot.cost))],
                       "", 10, 6)  # fmt: skip
        pencil.y += 3
    totals = [dollars(sums[0]), dollars(sums[1]), dollars(sums[0] - sums[1]), "318"]
    pencil.room(30)
    pencil.row([(40, f"Total {kind}"), *zip(EDGES[3:], totals, strict=True)], "B", 24)


def _security(pencil: Pencil, row: Row, way: Way, place: int) -> None:
    """The ticker or CUSIP with all figures; the name below it, in two lines where it is long."""
    mark = " a" if way.noted and place % 4 == 2 else ""
    known = row.symbol or row.cusip or ""
    count = plain(row.quantity, 0 if row.quantity == (row.quantity or ZERO).to_integral_value() else 3)
    cells = [known, count, plain(row.price, 3 if row.cusip else 2), plain(row.value)]
    pencil.row([*zip(EDGES, [*cells, "", bracketed(row.gain), "N/A" if place % 3 else "41"], strict=True)], "", 0)
    pencil.row([(EDGES[4], plain(row.cost)), (EDGES[4] * -1 + 1, mark.strip())], "", 9)
    words = row.name.title().split(" ")
    for line in (" ".join(words[:4]), " ".join(words[4:])):
        if line:
            pencil.say(line, 40, "", 9)
    if row.accrued is not None:
        pencil.say(f"Accrued interest ${plain(row.accrued)}", 40, "", 9)
