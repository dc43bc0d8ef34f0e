"""`Investor` beside a name tells the owner; at the foot of a page its number is none of a row's figures."""

from decimal import Decimal as D

import pytest

from core.ingest.nouns.events import Fact, Where
from core.ingest.owners.told_owners import people
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (40, -330, -400, -470)
HERE = Where(1, None, (0.0, 0.0, 1.0, 1.0))


@pytest.mark.parametrize(
    ("phrases", "owner"),
    [
        (("Investor", "Farrow Family Revocable Trust"), "Farrow Family Revocable Trust"),
        (("Investor", "Odile M Farrow"), "Odile M Farrow"),
        (("Member name:", "Odile Farrow & Tobias Farrow"), "Odile Farrow & Tobias Farrow"),
        (("Registered to", "Odile M Farrow"), "Odile M Farrow"),
        (("Registration:", "Farrow Family Revocable Trust"), "Farrow Family Revocable Trust"),
        (("Registration", "Joint Tenants WROS"), ""),
        (("Investor", "Services and support"), ""),
        (("Member", "FINRA and SIPC"), ""),
    ],
)
def test_a_label_tells_the_owner_where_a_name_stands_beside_it(phrases: tuple[str, ...], owner: str) -> None:
    found = [fact.text for fact in people(phrases, HERE) if isinstance(fact, Fact) and fact.kind == "owner"]
    assert found[:1] == ([owner] if owner else [])


def test_the_foot_of_a_page_is_no_row() -> None:
    pencil = Pencil(size=8)
    for number, (name, value) in enumerate([("Quill Harbor Fund", "500.00"), ("Ember Larch Fund", "300.00")], 1):
        pencil.page()
        pencil.row([(40, "Account number 6120-4471"), (350, "As of June 30, 2026")], step=24)
        pencil.row(list(zip(PLACES, ("Fund", "Shares", "Price", "Value"), strict=True)))
        pencil.row(list(zip(PLACES, (name, "10.000", f"{D(value) / 10}", value), strict=True)), step=20)
        pencil.at(40, "Alder Moor Platform LLC. Brokerage by Moor Securities", y=740, size=6)
        pencil.at(-470, f"{number}/2", y=740, size=6)
    pencil.row([(40, "Total account value"), (-470, "$800.00")])
    (found,) = read_here("statement.pdf", pencil.drawn().data).accounts
    assert [line.market_value for line in found.positions] == [D("500.00"), D("300.00")]
    assert found.status == "proven"
