"""A plain statement whose first lines say owner, kind of account, number and day in another way with each seed."""

import random

from tools.accuracy.content import PEOPLE, stock
from tools.accuracy.drawing import Column, Pencil, Table, dollars, of, plain, words
from tools.accuracy.houses.hands import Hand, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import Drawn

KINDS = (
    ("Individual", "taxable_individual"), ("Individual Account - TOD", "taxable_individual"),
    ("Traditional IRA", "traditional_ira"), ("Rollover IRA", "traditional_ira"),
    ("Contributory IRA", "traditional_ira"), ("Roth IRA", "roth_ira"),
    ("Roth Contributory IRA", "roth_ira"), ("Inherited IRA", "inherited_ira"),
    ("Beneficiary IRA", "inherited_ira"), ("SEP-IRA", "sep_ira"), ("SEP IRA", "sep_ira"), ("SIMPLE IRA", "simple_ira"),
    ("Revocable Living Trust", "trust_grantor"), ("Irrevocable Trust", "trust_nongrantor"),
    ("Custodial Account (UTMA)", "utma"), ("Uniform Transfers to Minors", "utma"), ("Health Savings Account", "hsa"),
    ("Individual 401(k)", "401k"), ("403(b) Account", "403b"), ("529 College Savings", "529"),
)  # fmt: skip
OWNERS = ("Account Owner: {}", "Account Holder: {}", "Owner: {}", "Prepared for {}", "Client Name: {}", "")
NUMBERS = ("Account Number: {}", "Account #: {}", "Account No. {}", "Acct: {}", "Account {}")
MASKS = ("{}-{}", "XXXX-{1}", "****{1}", "xxxxx{1}", "Z{0}{1}")
DAYS = ("As of June 30, 2026", "Statement Date: 06/30/26", "June 1 - 30, 2026", "Period Ending 30 June 2026",
        "For the quarter ended June 30, 2026", "06/01/2026 to 06/30/2026",
        "Statement period: Jun 1, 2026 - Jun 30, 2026", "Valuation date: 2026-06-30", "JUNE 30, 2026")  # fmt: skip
STREETS = (("1482 Quarry Lane", "Ashcombe, OH 44114-2210"), ("77 Ferry Street, Apt 5B", "Lowmoor, NY 10023"),
           ("P.O. Box 1190", "Redgate, CO 80203"))  # fmt: skip


def thirlby(deal: Deal) -> Drawn:
    """Labels or an address, a kind in words, a number that may be masked, one of nine ways to say the day."""
    dice = deal.dice
    held = hand(deal, {"Holdings": [stock(dice, deal.taken) for _ in range(dice.randrange(3, 9))]})
    owner, (kind, registration) = dice.choice(PEOPLE), dice.choice(KINDS)
    owner = owner.upper() if dice.random() < 0.5 else owner
    pencil = Pencil(size=8, font=dice.choice(("Helvetica", "Times", "Sans")))
    pencil.page()
    pencil.row([(40, "Thirlby Securities"), (-572, dice.choice(DAYS))], "B", 22, 10)
    _masthead(pencil, dice, held.number, owner, kind)
    columns = [
        Column("Symbol", 40, words("symbol")),
        Column("Description", 90, words("name")),
        Column("Quantity", -320, of("quantity", plain, 0)),
        Column("Price", -390, of("price")),
        Column("Market Value", -480, of("value")),
        Column("Cost Basis", -572, of("cost")),
    ]
    table = Table(pencil, columns)
    table.head()
    table.rows(held.rows)
    _end(table, held)
    facts = {"owner": owner, "registration": registration}
    return pencil.drawn(held.closed(deal, as_of="2026-06-30", **facts))


def _masthead(pencil: Pencil, dice: random.Random, number: str, owner: str, kind: str) -> None:
    """Who, what and which, at the left, or an address at the left with the rest at the right."""
    front, back = number.split("-")
    which = dice.choice(NUMBERS).format(dice.choice(MASKS).format(front, back))
    label = dice.choice(OWNERS)
    if label:
        pencil.say(f"{label.format(owner)}\nAccount Type: {kind}\n{which}", 40, "", 13)
    else:
        street, city = dice.choice(STREETS)
        for left, right in ((owner, which), (street, kind), (city, "")):
            pencil.row([(40, left), (-572, right)])
    pencil.y += 20


def _end(table: Table, held: Hand) -> None:
    table.line(["", "Cash", "", "", plain(held.cash), ""])
    table.line(["", "Total", "", "", dollars(held.total), ""], "B")
