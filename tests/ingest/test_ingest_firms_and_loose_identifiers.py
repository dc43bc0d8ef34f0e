"""Firms with the name of a person at the head of pages, identifiers without colons, costs and interest under rows."""

from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lines.facts import facts_of
from core.ingest.nouns.events import Fact, Where
from core.ingest.reading import read_here
from tools.accuracy.drawing import Column, Pencil, Table

COLUMNS = [Column("Description", 40), Column("Quantity", -300), Column("Price", -380), Column("Market Value", -480)]


def paper(masthead: str, address: str, about: str = "") -> StatementAccount:
    """One account whose page begins with a masthead beside the number, an address block and a line about the firm."""
    pencil = Pencil()
    pencil.page()
    pencil.say(f"{masthead}     Account Number: 4417-2093\nStatement Period: June 1, 2026 to June 30, 2026", step=16)
    pencil.say(f"\n{address}\n", step=12)
    pencil.say(f"{about}\nIndividual account", step=16)
    table = Table(pencil, COLUMNS)
    table.head()
    table.line(("Quill Holdings Inc (QZAB)", "100", "41.00", "4,100.00"))
    table.line(("Total Account Value", "", "", "4,100.00"))
    (account,) = read_here("page.pdf", pencil.drawn().data).accounts
    return account


def test_the_name_over_the_address_is_the_owner_and_not_the_masthead() -> None:
    assert paper("Larch Penhallow", "Odile Farrow\n12 Quarry Lane\nDunmere, VT 05444").owner == "Odile Farrow"


@pytest.mark.parametrize(
    "about",
    [
        "Go to www.larchpenhallow.example/access",
        "Assets held at Larch Penhallow",
        "A unit of Larch Penhallow Securities",
    ],
)
def test_a_masthead_that_is_the_firm_elsewhere_is_no_owner(about: str) -> None:
    assert paper("Larch Penhallow", "", about).owner == ""


def test_a_name_at_the_head_that_nothing_gainsays_is_the_owner() -> None:
    assert paper("Odile Farrow", "", "Mail to odile@odilefarrow.example").owner == "Odile Farrow"


LOOSE = ("CUSIP 837649128   Ticker QZAB", "Ticker QZAB   CUSIP 837649128", "CUSIP 837649128   Symbol QZAB")


@pytest.mark.parametrize("under", LOOSE)
def test_identifiers_without_colons_are_no_head_and_a_fee_tells_no_day(under: str) -> None:
    pencil = Pencil()
    pencil.page()
    pencil.say("Account Number: 4417-2093     April 1, 2026 to June 30, 2026\nIndividual account", step=16)
    table = Table(pencil, COLUMNS)
    table.head()
    table.line(("Quill Holdings Inc", "100", "41.00", "4,100.00"))
    pencil.say(f"    {under}")
    table.line(("Slate Foods Inc", "50", "80.00", "4,000.00"))
    pencil.say("    CUSIP 837649136   Ticker SLTM")
    table.line(("Total Account Value", "", "", "8,100.00"))
    pencil.say("\nTransaction Detail\n04/30/26   FEE FOR PERIOD ENDING 04/30/26   (31.00)", step=16)
    (account,) = read_here("page.pdf", pencil.drawn().data).accounts
    assert account.status == "proven"
    assert account.as_of == date(2026, 6, 30)
    assert [(line.symbol, line.cusip, line.market_value) for line in account.positions] == [
        ("QZAB", "837649128", D("4100.00")),
        ("SLTM", "837649136", D("4000.00")),
    ]


def test_cost_and_interest_under_a_total_are_of_the_section() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.say("Account Number: 4417-2093     Statement date June 30, 2026\nIndividual account", step=16)
    heads = (("Fixed Income", 40), ("Par", -260), ("Price", -320), ("Market Value", -400), ("Cost Basis", -480))
    columns = [*(Column(head, x) for head, x in heads), Column("Acquired", -540)]
    table = Table(pencil, columns)
    table.head()
    for name, price, value, cost, cusip, accrued in (
        ("Vernal Rail Note 3.500%", "98.00", "9,800.00", "9,900.00", "837649128", "98.47"),
        ("Ember County Bond 4.000%", "101.00", "10,100.00", "", "837649136", "1,105.00"),
    ):
        table.line((name, "10,000", price, value, cost, ""))
        pencil.row([(40, f"CUSIP: {cusip}"), (430, "Accrued Interest:"), (-540, accrued)])
    table.line(("Total Fixed Income", "", "", "19,900.00"))
    table.line(("Total Cost Basis:", "", "", "19,950.00"))
    table.line(("Total Accrued Interest for Fixed Income:", "", "", "1,203.47"))
    table.line(("Total Account Value", "", "", "19,900.00"))
    (account,) = read_here("page.pdf", pencil.drawn().data).accounts
    assert [(line.cusip, line.cost_basis, line.accrued) for line in account.positions] == [
        ("837649128", D("9900.00"), D("98.47")),
        ("837649136", None, D("1105.00")),
    ]
    assert not [check.where for check in account.checks if "Interest" in check.where]


@pytest.mark.parametrize(
    ("greeting", "owner"),
    [
        ("Welcome, Odile Farrow", "Odile Farrow"),
        ("Welcome back, Odile Farrow!", "Odile Farrow"),
        ("Welcome to your new statement", ""),
        ("Welcome, Plan Participant Account Holder", ""),
    ],
)
def test_a_greeting_names_the_owner(greeting: str, owner: str) -> None:
    said = [fact.text for fact in facts_of([greeting], Where(1, None)) if isinstance(fact, Fact)]
    assert said == ([owner] if owner else [])
