"""First pages by seed: an owner without a label beside firm and adviser; cash and value of two days in many words."""

import random
from dataclasses import dataclass

from tools.accuracy.content import PEOPLE, stock
from tools.accuracy.drawing import Column, Pencil, Table, bracketed, dollars, of, plain, words
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn

KINDS = (("Individual", "taxable_individual"), ("Roth IRA", "roth_ira"), ("Traditional IRA", "traditional_ira"),
         ("SEP IRA", "sep_ira"))  # fmt: skip
FRONTS = (
    (("{owner}", "June 1, 2026 - June 30, 2026"), ("{kind}", "Account {number}")),
    (("{owner}     Account number {number}", "Period: 06/01/2026 - 06/30/2026"), ("{kind} account", "")),
    (("Brokerage account {number}", "June 30, 2026"), ("{owner}, {kind} account", "")),
    (("Client statement for June 1-30, 2026", "{kind} Account {number}"), ("", "{owner}")),
    (("Brokerage Account of", "Account Number {number}"), ("{owner}", "Statement Period June 1-30, 2026"),
     ("{kind}", "")),
    (("{owner} {kind}", "Account {number}"), ("June 1 - June 30, 2026", "")),
    (("{owner}'s {kind} account", "Account {number}"), ("June 1 - June 30, 2026", "")),
    (("{owner} ({kind})", "{number}"), ("For the month ended June 30, 2026", "")),
    (("Account name", "Account number"), ("{owner}", "{number}"), ("{kind}", "As of June 30, 2026")),
    (("{number} | {owner} | {kind}", "As of 06/30/2026"),),
)  # fmt: skip
FIRMS = ("Harold Wyndham", "WYNDHAM & PRICE", "Wyndham Wealth Advisors LLC", "Wyndham Securities, Member SIPC")
PAIRS = (("Beginning Balance", "Ending Balance"), ("Opening", "Closing"), ("Balance 5/31/26", "Balance 6/30/26"),
         ("Prior Balance", "Current Balance"), ("Last Statement", "This Statement"),
         ("Value on May 31", "Value on June 30"), ("Previous Month", "This Month"))  # fmt: skip
FLOWS = ("Deposits", "Withdrawals", "Interest", "Change")
SWEEPS = ("Bank Deposit Sweep", "PRIORY GOVERNMENT MONEY FUND", "Insured Deposit Program", "FDIC Insured Deposits")


def wyndham(deal: Deal) -> Drawn:
    """A firm that may be named like a person, an adviser with a telephone, and the owner in one of ten places."""
    dice = deal.dice
    held = hand(deal, {"Holdings": [stock(dice, deal.taken) for _ in range(dice.randrange(3, 10))]})
    owner, adviser = dice.sample(PEOPLE, 2)
    kind, registration = dice.choice(KINDS)
    owner = owner.upper() if dice.random() < 0.5 else owner
    pencil = Pencil(size=8, font=dice.choice(("Helvetica", "Times", "Sans")))
    pencil.page()
    pencil.row([(40, dice.choice(FIRMS))], "B", 20, 12)
    for left, right in dice.choice(FRONTS):
        texts = [text.format(owner=owner, kind=kind, number=held.number) for text in (left, right)]
        pencil.row([(40, texts[0]), (-572, texts[1])], "", 12)
    pencil.y += 10
    said = ("Your Financial Advisor", adviser, f"(555) 010-{dice.randrange(1000, 9999)}")
    if dice.random() < 0.5:
        pencil.say("\n".join(said), 400, "", 10, 7)
    else:
        pencil.say(f"{said[0]}: {adviser}, {said[2]}", 40, "", 10, 7)
    pencil.y += 14
    _shares(pencil, held)
    across(pencil, (90, -490), ("Cash", plain(held.cash)), "", 13)
    across(pencil, (90, -490), ("Total account value", dollars(held.total)), "B", 13)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", owner=owner, registration=registration))


def _shares(pencil: Pencil, held: Hand) -> None:
    columns = [
        Column("Symbol", 40, words("symbol")),
        Column("Description", 90, words("name")),
        Column("Quantity", -320, of("quantity", plain, 0)),
        Column("Price", -400, of("price")),
        Column("Market Value", -490, of("value")),
        Column("Cost Basis", -572, of("cost")),
    ]
    table = Table(pencil, columns)
    table.head()
    table.rows(held.rows)


@dataclass(frozen=True)
class Days:
    """Words of two days, the later one first or last, and what is printed between or behind them."""

    pair: tuple[str, str]
    later_first: bool
    flows: tuple[str, ...]

    def heads(self) -> tuple[str, ...]:
        """The heads of the figures."""
        old, new = self.pair
        return (new, old, *self.flows) if self.later_first else (old, *self.flows, new)

    def figures(self, value: D, change: D) -> tuple[str, ...]:
        """The figures of a value that was `change` less before."""
        between = tuple(plain(change if place == 0 else ZERO) for place in range(len(self.flows)))
        old, new = plain(value - change), plain(value)
        return (new, old, *between) if self.later_first else (old, *between, new)


def priory(deal: Deal) -> Drawn:
    """Cash as one or two lines of a table of two days with flows; the value of all likewise, in front or below."""
    dice = deal.dice
    held = hand(deal, {"Holdings": [stock(dice, deal.taken) for _ in range(dice.randrange(3, 10))]})
    days = Days(dice.choice(PAIRS), dice.random() < 0.3, tuple(FLOWS[: dice.randrange(0, 4)]))
    pencil = Pencil(size=8, font=dice.choice(("Helvetica", "Times", "Sans")))
    pencil.page()
    pencil.row([(40, "Priory Brokerage"), (-572, "Statement Period June 1-30, 2026")], "B", 14)
    pencil.row([(40, f"Account Number {held.number}")], "", 24)
    front = dice.random() < 0.5
    if front:
        _value(pencil, held, days)
    _cash(pencil, held, days, dice)
    _shares(pencil, held)
    gain = bracketed(held.value - held.cost)
    across(pencil, (90, -490, -572), (f"Total holdings (gain {gain})", plain(held.value), plain(held.cost)), "B", 22)
    if not front:
        _value(pencil, held, days)
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", sweeps=_parts(held)))


def _parts(held: Hand) -> tuple[D, ...]:
    cash = held.cash or ZERO
    return cash, D("3.15"), cash - D("3.15")


def _value(pencil: Pencil, held: Hand, days: Days) -> None:
    places = (40.0, *(-250.0 - 80 * place for place in range(len(days.heads()))))
    across(pencil, places, ("Account value", *days.heads()), "B", 12)
    cash = held.cash or ZERO
    for label, value, change in (
        ("Securities", held.value, D("1204.10")),
        ("Cash and sweep", cash, D("41.00")),
        ("Total account value", held.total, D("1245.10")),
    ):
        across(pencil, places, (label, *days.figures(value, change)), "B" if "Total" in label else "", 12)
    pencil.y += 12


def _cash(pencil: Pencil, held: Hand, days: Days, dice: random.Random) -> None:
    places = (40.0, *(-250.0 - 80 * place for place in range(len(days.heads()))))
    pencil.say("Cash and sweep", 40, "B", 13, 9)
    across(pencil, places, ("Description", *days.heads()), "B", 12)
    whole, loose, sweep = _parts(held)
    lines = [("Cash", loose, D("1.00")), (dice.choice(SWEEPS), sweep, D("40.00"))]
    lines = lines if dice.random() < 0.5 else [(lines[1][0], whole, D("41.00"))]
    for label, value, change in lines:
        across(pencil, places, (label, *days.figures(value, change)), "", 12)
    if len(lines) > 1 or dice.random() < 0.5:
        across(pencil, places, ("Total cash and sweep", *days.figures(whole, D("41.00"))), "B", 12)
    pencil.y += 12
