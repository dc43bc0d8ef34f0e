"""Several accounts in one statement, parted in another way with each seed."""

from dataclasses import dataclass

from tools.accuracy.content import stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, of, plain, words
from tools.accuracy.houses.hands import Hand, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Account, D, Drawn

TITLES = (
    "{kind} - {number}", "{kind} ({number})", "{kind} Account Number: {number}", "Account {number} | {kind}",
    "{number} {kind}", "ACCOUNT: {number} ({kind})", "{kind} #{number}", "{kind}: Account ending in {end}",
    "{owner} {kind} / {number}", "Acct {number} - {owner} - {kind}", "{kind} XXXX-{end}",
)  # fmt: skip
KINDS = (("Individual", "taxable_individual"), ("Roth IRA", "roth_ira"), ("Traditional IRA", "traditional_ira"),
         ("Joint Tenants", "taxable_joint"), ("Rollover IRA", "traditional_ira"), ("SEP IRA", "sep_ira"))  # fmt: skip
SUMS = ("Total Account Value", "Account Total", "Total", "Total for {end}", "Total {kind}", "Ending Account Value",
        "Total Holdings and Cash")  # fmt: skip
CASH = ("Cash", "Cash Balance", "Cash & Cash Equivalents", "Money Market Sweep", "Core Cash")
WHOLE = ("Household Total", "Total All Accounts", "Combined Total", "Grand Total", "Total Portfolio Value")


@dataclass(frozen=True)
class Parting:
    """How accounts are parted: words of their title, sum and cash; whether each begins a page; what stands around."""

    title: str
    total: str
    cash: str
    own_page: bool
    bold: bool
    overview: bool
    whole: str
    on_each: bool


def yarnfold(deal: Deal) -> Drawn:
    """Two to four accounts of a household; an overview before them and a sum of all after them by seed."""
    dice = deal.dice
    way = Parting(
        title=dice.choice(TITLES),
        total=dice.choice(SUMS),
        cash=dice.choice(CASH),
        own_page=dice.random() < 0.4,
        bold=dice.random() < 0.7,
        overview=dice.random() < 0.5,
        whole=dice.choice(("", *WHOLE)),
        on_each=dice.random() < 0.4,
    )
    kinds = dice.sample(KINDS, dice.randrange(2, 5))
    hands = [hand(deal, {"Holdings": [stock(dice, deal.taken) for _ in range(dice.randrange(2, 9))]}) for _ in kinds]
    pencil, running = Pencil(size=8, font=dice.choice(("Helvetica", "Sans", "Times"))), [""]
    pencil.on_page = lambda one: _frame(one, running[0] if way.on_each else "")
    pencil.page()
    if way.overview:
        _overview(pencil, kinds, hands)
    accounts: list[Account] = []
    for place, ((kind, registration), held) in enumerate(zip(kinds, hands, strict=True)):
        running[0] = way.title.format(kind=kind, number=held.number, end=held.number[-4:], owner="Odalys Fenwick")
        if way.own_page and (place or way.overview):
            pencil.page()
        _section(pencil, way, kind, running[0], held)
        accounts.append(held.closed(deal, as_of="2026-08-31", registration=registration, sweeps=(held.cash or ZERO,)))
    if way.whole:
        total: D = sum((held.total for held in hands), ZERO)
        pencil.row([(40, way.whole), (-430, dollars(total))], "B")
    return pencil.drawn(*accounts)


def _frame(pencil: Pencil, running: str) -> None:
    pencil.row([(40, "Yarnfold Financial"), (-572, "Statement for August 1 - August 31, 2026")], "B", 12)
    pencil.row([(40, running if pencil.pages > 1 else ""), (-572, f"Page {pencil.pages}")], "", 24)


def _overview(pencil: Pencil, kinds: list[tuple[str, str]], hands: list[Hand]) -> None:
    """All accounts with their numbers and worth."""
    pencil.row([(40, "Account"), (200, "Account Number"), (-430, "Value on August 31, 2026")], "B")
    for (kind, _), held in zip(kinds, hands, strict=True):
        pencil.row([(40, kind), (200, held.number), (-430, dollars(held.total))])
    pencil.row([(40, "Total"), (-430, dollars(sum((held.total for held in hands), ZERO)))], "B", 28)


def _section(pencil: Pencil, way: Parting, kind: str, title: str, held: Hand) -> None:
    """One account: its title, its holdings, its cash and its sum."""
    pencil.room(90)
    pencil.say(title, 40, "B" if way.bold else "", 16, 10 if way.bold else None)
    table = Table(
        pencil,
        [
            Column("Symbol", 40, words("symbol")),
            Column("Description", 90, words("name")),
            Column("Quantity", -290, of("quantity", plain, 0)),
            Column("Price", -350, of("price")),
            Column("Market Value", -430, of("value")),
            Column("Cost Basis", -505, of("cost")),
            Column("Gain/Loss", -572, of("gain", bracketed)),
        ],
    )
    table.head()
    table.rows(held.rows)
    table.line(["", way.cash, "", "", plain(held.cash)])
    table.line(["", way.total.format(end=held.number[-4:], kind=kind), "", "", dollars(held.total)], "B", 30)
