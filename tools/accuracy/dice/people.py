"""Whose a paper is: names that fit the registrations, the address, and what of it a reading can know."""

import random
from dataclasses import dataclass

from tools.accuracy.dice import issuers
from tools.accuracy.dice.dials import Dial, Dials

OWNER = Dial("owner", {"as is": 52, "upper": 40, "last, first": 8})
JOINT = Dial("joint owners", {"and": 1, "&": 1, "lines": 1})
KINDS = {"taxable_individual": 22, "taxable_joint": 14, "trust_grantor": 8, "traditional_ira": 18, "roth_ira": 14,
         "sep_ira": 4, "simple_ira": 2, "inherited_ira": 5, "utma": 4, "hsa": 4, "401k": 3, "529": 3}  # fmt: skip
ACCOUNTS = Dial("accounts", {1: 55, 2: 25, 3: 14, 4: 6})


@dataclass(frozen=True)
class Household:
    """The registrations of the accounts, the owners of each as lines, and the lines of the address block."""

    kinds: tuple[str, ...]
    owners: tuple[tuple[str, ...], ...]
    addressed: tuple[str, ...]
    address: tuple[str, str]
    last_first: bool

    def told(self, place: int) -> str | None:
        """The owner of that account where one line says it all."""
        lines = self.owners[place]
        return None if len(lines) > 1 or self.last_first else lines[0]


def household(dials: Dials) -> Household:
    """As many different registrations as there are accounts, all of one family."""
    dice = dials.die("household")
    kinds: list[str] = []
    while len(kinds) < dials.turn(ACCOUNTS):
        kind = dice.choices(list(KINDS), list(KINDS.values()))[0]
        kinds += [] if kind in kinds else [kind]
    single, joint, trust = _names(dials, dice)
    owners = tuple({"taxable_joint": joint, "trust_grantor": trust}.get(kind, single) for kind in kinds)
    addressed = owners[0] if len(kinds) == 1 else joint if "taxable_joint" in kinds else single
    address = dice.choice(issuers.STREETS), dice.choice(issuers.CITIES)
    return Household(tuple(kinds), owners, addressed, address, dials.turn(OWNER) == "last, first")


def _names(dials: Dials, dice: random.Random) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """One owner, both owners and the family's trust, each as lines."""
    form = dials.turn(OWNER)
    first, other = dice.sample(issuers.FIRST_NAMES, 2)
    middle, last = dice.choice(issuers.MIDDLES), dice.choice(issuers.LAST_NAMES)
    one = f"{last}, {first}{middle}" if form == "last, first" else f"{first}{middle} {last}"
    both = {
        "and": (f"{first}{middle} {last} and {other} {last}",),
        "&": (f"{first}{middle} {last} & {other} {last}",),
        "lines": (one, f"{other} {last}"),
    }[dials.turn(JOINT)]
    trust = dice.choice((f"The {last} Family Trust", f"{first} {last} Revocable Trust"))
    trustee = dice.choice((f"{first} {last}, Trustee", f"{first} {last} TTEE"))
    lines = ((one,), both, (trust, trustee))
    if form != "upper":
        return lines
    upper = [tuple(line.upper() for line in named) for named in lines]
    return upper[0], upper[1], upper[2]
