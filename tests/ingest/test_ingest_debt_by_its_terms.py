"""Debt is known by its heading, by the day it is due, or by its price per hundred of face, whatever it is called."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-90, 100, -330, -400, -470)
HEADS = ("Par value", "Description", "Unit price", "Market value", "Tax cost")
NOTE = ("40,000", "ALDER HARBOR CAPITAL CO MTN", "95.500", "38,200.00", "39,000.00")
STOCK = ("100", "LARCH WATER CO", "50.00", "5,000.00", "4,000.00")


def account(heading: str, under: str = "", note: tuple[str, ...] = NOTE) -> StatementAccount:
    pencil = Pencil(font="Courier", size=7)
    pencil.page()
    pencil.row([(40, "Account number 6120-4471"), (350, "As of June 30, 2026")], step=24)
    pencil.row(list(zip(STOPS, HEADS, strict=True)), step=11)
    if heading:
        pencil.say(heading, step=9)
    pencil.row(list(zip(STOPS, note, strict=True)), step=9)
    if under:
        pencil.say(under, x=100, step=9)
    if heading:
        pencil.row([(40, f"Total {heading}"), (-400, "38,200.00"), (-470, "39,000.00")], step=18)
        pencil.say("Common stock", step=9)
    pencil.row(list(zip(STOPS, STOCK, strict=True)), step=18)
    pencil.row([(40, "Total account value"), (-400, "43,200.00")])
    (found,) = read_here("statement.pdf", pencil.drawn().data).accounts
    return found


@pytest.mark.parametrize(
    ("heading", "under"),
    [
        ("CORPORATE OBLIGATIONS", ""),
        ("Municipal obligations", ""),
        ("Medium-term notes", ""),
        ("Paper of industry", ""),
        ("", "3.500% DUE 08/15/2031"),
        ("", "Matures 08/15/2031"),
        ("", ""),
    ],
)
def test_a_note_of_a_company_is_a_bond(heading: str, under: str) -> None:
    found = account(heading, under)
    assert [(held.asset_type, held.quantity, held.cost_basis) for held in found.positions] == [
        ("bond", D("40000"), D("39000.00")),
        ("stock", D("100"), D("4000.00")),
    ]
    assert found.positions[0].description.startswith("ALDER HARBOR CAPITAL CO MTN")
    assert found.status == "proven"


def test_shares_at_their_price_are_none_of_face() -> None:
    found = account("", note=("1,000", "ALDER HARBOR CAPITAL CO", "38.20", "38,200.00", "39,000.00"))
    assert [held.asset_type for held in found.positions] == ["stock", "stock"]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Price (% of face)", "price"),
        ("Market price (% of par)", "price"),
        ("Price as pct of principal", "price"),
        ("Purchase price (% of par)", "unit_cost"),
        ("% of face", "price"),
        ("% of account", "other"),
    ],
)
def test_a_price_may_be_one_of_a_hundred(head: str, role: str) -> None:
    assert role_of(head) == role
