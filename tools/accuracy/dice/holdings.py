"""What one account of a paper holds: its number and registration, groups of securities, lines of cash, its total."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tools.accuracy.content import LETTERS, cents
from tools.accuracy.dice import words
from tools.accuracy.dice.dials import Dial, Dials
from tools.accuracy.dice.forms import CASH, STRUCTURE, lot_form, margin_told
from tools.accuracy.dice.securities import BONDS, Market, Security, in_lots, lot_values
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, worth

ROWS = Dial("rows", {(3, 7): 35, (7, 15): 42, (15, 41): 23})
MIX = Dial(
    "mix",
    {
        "stocks": 14, "funds and etfs": 14, "stocks, funds, etfs": 18, "all": 14, "bonds": 9, "stocks and bonds": 9,
        "funds": 6, "stocks and options": 7, "funds and bonds": 5, "with private": 6,
    },
)  # fmt: skip
MIXES: dict[str, dict[str, float]] = {
    "stocks": {"stock": 1},
    "funds and etfs": {"etf": 3, "fund": 2},
    "stocks, funds, etfs": {"stock": 4, "etf": 3, "fund": 2},
    "all": {"stock": 4, "etf": 2, "fund": 2, "pfd": 1, "corp": 1, "muni": 1, "treasury": 1, "cd": 1, "option": 1},
    "bonds": {"corp": 2, "muni": 3, "treasury": 2, "cd": 2},
    "stocks and bonds": {"stock": 4, "corp": 2, "muni": 1, "treasury": 1},
    "funds": {"fund": 1},
    "stocks and options": {"stock": 4, "option": 1.5},
    "funds and bonds": {"muni": 2, "corp": 2, "fund": 3},
    "with private": {"stock": 3, "etf": 2, "private": 1.2},
}
PLANS = {"hsa": {"etf": 2, "fund": 4}, "401k": {"etf": 2, "fund": 4}, "simple_ira": {"etf": 2, "fund": 4},
         "529": {"fund": 1}}  # fmt: skip
TAXED = ("taxable_individual", "taxable_joint", "trust_grantor")
MOST = {"fund": 14, "etf": 14, "private": 8}
NUMBER = Dial("number printed", {
    "{0}-{1}": 18, "{2}-{3}": 16, "XXXX-{1}": 10, "XXX-XX{1}": 6, "*****{1}": 9, "...{1}": 5, "{4} {3}": 8,
    "{0}{1}": 12, "{5}{6}-{7}": 8, "xxxxx{1}": 5, "0{0}52-{1}": 3,
})  # fmt: skip


@dataclass(frozen=True)
class Group:
    """Securities of a class: as they are printed, and `sound` as they are, which sums are of."""

    kind: str
    title: str
    rows: list[Security]
    sound: list[Security]


@dataclass(frozen=True)
class CashLine:
    """Cash as printed. `kind`: cash, sweep, deposit or margin; a sweep has its fund's symbol and CUSIP."""

    word: str
    kind: str
    value: D
    symbol: str = ""
    cusip: str = ""


@dataclass(frozen=True)
class Holdings:
    """An account: what it is, what is in it, and the total that is printed of it."""

    place: int
    kind: str
    title: str
    number: str
    groups: list[Group]
    cash_lines: list[CashLine]
    total: D

    @property
    def rows(self) -> list[Security]:
        """All securities as printed."""
        return [row for group in self.groups for row in group.rows]

    @property
    def sound(self) -> list[Security]:
        """All securities as they are."""
        return [row for group in self.groups for row in group.sound]

    @property
    def cash(self) -> D:
        """All cash, less what was borrowed."""
        return sum((line.value for line in self.cash_lines), ZERO)

    @property
    def borrowed(self) -> D | None:
        """The balance of a loan, below zero; None where there is none."""
        return next((line.value for line in self.cash_lines if line.kind == "margin"), None)


def dealt(deal: Deal, dials: Dials, market: Market, place: int, kind: str) -> Holdings:
    """One account, with a fault in it where one is due."""
    dice = dials.die(f"account {place}")
    title = dice.choice(words.REGISTRATIONS[kind])
    title = title.upper() if dials.chance("registrations in capitals", 0.3) else title
    groups = [
        (name, [_bought(dials, dice, market, row) for row in rows])
        for name, rows in _classes(dials, dice, market, kind)
    ]
    cash = _cash(dials, dice, market, kind)
    value = sum((worth(rows) for _, rows in groups), ZERO) + sum((line.value for line in cash), ZERO)
    total = deal.total(value)
    shown = [Group(name, _title(dials, name), _printed(dials, deal.shown(rows)), rows) for name, rows in groups]
    return Holdings(place, kind, title, _number(dials, dice), shown, cash, total)


def _classes(dials: Dials, dice: random.Random, market: Market, kind: str) -> list[tuple[str, list[Security]]]:
    """The securities by class, or all in one where the paper has but one table without classes."""
    mix = _mix(dials, kind)
    picks = dice.choices(list(mix), list(mix.values()), k=dice.randrange(*dials.turn(ROWS)))
    made: dict[str, list[Security]] = {}
    for name in [name for name in words.CLASSES if name in picks]:
        rows = [market.make(name) for _ in range(min(picks.count(name), MOST.get(name, 40)))]
        made.setdefault(_class(dials, name, picks), []).extend(_sorted(dice, rows))
    ordered = [(name, made[name]) for name in words.CLASSES if name in made]
    if dials.turn(STRUCTURE) != "flat table":
        return ordered
    rows = [row for _, group in ordered for row in group]
    return [("all", sorted(rows, key=lambda row: row.name) if dice.random() < 0.6 else rows)]


def _class(dials: Dials, name: str, picks: Sequence[str]) -> str:
    """The class of a kind: that of all bonds where several kinds of them stand in one table."""
    several = len({pick for pick in picks if pick in BONDS}) > 1
    return "bonds" if name in BONDS and several and dials.chance("all bonds in one class", 0.5) else name


def _mix(dials: Dials, kind: str) -> dict[str, float]:
    mix = dict(PLANS.get(kind) or MIXES[dials.turn(MIX)])
    if kind not in TAXED:
        mix.pop("muni", None)
    if dials.turn(STRUCTURE) != "table per class":
        mix.pop("private", None)
    return mix


def _sorted(dice: random.Random, rows: list[Security]) -> list[Security]:
    thrown = dice.random()
    if thrown < 0.6:
        return sorted(rows, key=lambda row: row.name)
    return sorted(rows, key=lambda row: -row.value) if thrown < 0.8 else rows


def _title(dials: Dials, name: str) -> str:
    options = words.HOLDINGS if name == "all" else words.CLASSES[name]
    return dials.word(f"title of {name}", options)


def _bought(dials: Dials, dice: random.Random, market: Market, row: Security) -> Security:
    """The security with its lots where the paper prints any, or at times without its cost."""
    form = lot_form(dials)
    if form == "none":
        unknown = dials.chance("some costs missing", 0.12) and dice.random() < 0.25
        return replace(row, cost=None) if unknown else row
    held = in_lots(dice, row, market.day, 1 if form == "one a row" else dice.choice((1, 2, 3, 5)))
    if form != "a row each" or not held.lots:
        return held
    return replace(held, value=sum((cents(lot.quantity * (held.price or D(1)) * held.unit) for lot in held.lots), ZERO))


def _printed(dials: Dials, rows: Sequence[Security]) -> list[Security]:
    """The securities as rows: each lot of one apart where the paper is by lot."""
    if lot_form(dials) != "a row each":
        return list(rows)
    return [part for row in rows for part in (by_lot(row) if len(row.lots) > 1 else [row])]


def by_lot(row: Security) -> list[Security]:
    """A row for each lot, whose values add up to the security's."""
    parts = []
    for lot, value in lot_values(row):
        share = lot.quantity / (row.quantity or D(1))
        income, prior, accrued = (_part(amount, share) for amount in (row.income, row.prior, row.accrued))
        parts.append(
            replace(row, quantity=lot.quantity, cost=lot.cost, value=value, lots=(lot,), income=income, prior=prior,
                    accrued=accrued)
        )  # fmt: skip
    return parts


def _part(amount: D | None, share: D) -> D | None:
    return None if amount is None else cents(amount * share)


def _cash(dials: Dials, dice: random.Random, market: Market, kind: str) -> list[CashLine]:
    """The lines of cash, as the paper tells it."""
    form, lines = dials.turn(CASH), []
    if form.startswith("sweep"):
        symbol, name, cusip = market.reserve()
        lines.append(CashLine(name, "sweep", _amount(dice, 40, 60_000), symbol, cusip))
    if form == "deposit with rate":
        lines.append(CashLine(dials.word("word of deposits", words.DEPOSITS), "deposit", _amount(dice, 20, 90_000)))
    elif form != "sweep as position":
        most = 3000 if form.startswith("sweep") else 40_000
        lines.append(CashLine(dials.word("word of cash", words.CASH), "cash", _amount(dice, 1, most)))
    if margin_told(dials) and kind in TAXED[:2]:
        lines = [] if form == "row in table" else lines
        lines.append(CashLine(dials.word("word of margin", words.MARGINS), "margin", -_amount(dice, 200, 25_000)))
    return lines


def _amount(dice: random.Random, least: int, most: int) -> D:
    return D(dice.randrange(least * 100, most * 100)) / 100


def _number(dials: Dials, dice: random.Random) -> str:
    """An account number; its last four digits stand at its end."""
    digits = "".join(dice.choice("0123456789") for _ in range(8))
    letters = "".join(dice.sample(LETTERS, 2))
    if "ending in" in dials.word("word of numbers", words.NUMBERS):
        return digits[4:]
    return dials.turn(NUMBER).format(digits[:4], digits[4:], digits[:3], digits[3:], letters, letters[0], digits[:2],
                                     digits[2:])  # fmt: skip
