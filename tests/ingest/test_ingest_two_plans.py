"""Two plans of one participant, a page each: the table of the first stays open where the head of the second begins."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (48, -262, -462, -516, -572)
HEADS = ("Investment option", "Value on 03/31/2026", "Units", "Unit value", "Value on 06/30/2026")
FIRST = (("Larch Stable Value Option", "1,900.00", "200.0000", "10.000000", "2,000.00"),
         ("Elm Target Date 2045 Trust", "2,800.00", "100.0000", "30.000000", "3,000.00"))  # fmt: skip
SECOND = (("Rowan Bond Index Fund", "3,900.00", "400.0000", "10.250000", "4,100.00"),)


def plan(pencil: Pencil, title: str, said: tuple[tuple[str, str, str], ...], rows: tuple[tuple[str, ...], ...]) -> None:
    total = f"{sum(D(row[-1].replace(',', '')) for row in rows):,}"
    pencil.page()
    pencil.row([(40, "Tamarack Retirement"), (-572, f"Page {pencil.pages}")], "B", 16, 12)
    pencil.row([(40, title)], "B", 14, 9)
    pencil.row([(40, "Statement period: 04/01/2026 - 06/30/2026")], step=24)
    for name, label, number in said:
        pencil.row([(40, name), *([(330, label), (-572, number)] if label else [])], step=11)
    pencil.y += 14
    pencil.row([(-470, "This period"), (-572, "Year to date")], "B")
    pencil.row([(40, "Beginning balance"), (-470, "$900.00"), (-572, "$800.00")])
    pencil.row([(40, "Your contributions"), (-470, "$120.00"), (-572, "$240.00")])
    pencil.row([(40, "Ending balance"), (-470, f"${total}"), (-572, f"${total}")], "B", 24)
    pencil.row(list(zip(PLACES, HEADS, strict=True)), "B", 13, 7)
    for row in rows:
        pencil.row(list(zip(PLACES, row, strict=True)), size=7)
    pencil.row([(40, "Total"), (-572, f"${total}")], "B", 24, 7)
    pencil.say("How your future contributions are invested", 40, "B", 14, 10)
    pencil.row([(40, rows[0][0]), (-330, "100%")])


def statement(with_plans: bool, with_names: bool, label: str = "Plan number") -> tuple[StatementAccount, ...]:
    pencil = Pencil(size=8)
    for title, number, rows in (("401(k) Savings Plan", "118204-31", FIRST), ("457(b) Plan", "220917-64", SECOND)):
        owner = ("Odile Farrow", label if with_plans else "", number[:6])
        said = (owner, ("12 Mill Lane" if with_names else "", "Participant account number", number))
        plan(pencil, title, said, rows)
    return read_here("plans.pdf", pencil.drawn().data).accounts


@pytest.mark.parametrize("with_names", [True, False])
@pytest.mark.parametrize("with_plans", [True, False])
def test_the_second_plan_is_an_account_of_its_own(with_plans: bool, with_names: bool) -> None:
    found = [
        (one.number, one.owner, len(one.positions), one.stated_total, one.status)
        for one in statement(with_plans, with_names)
    ]
    assert found == [
        ("…0431", "Odile Farrow", 2, D("5000.00"), "proven"),
        ("…1764", "Odile Farrow", 1, D("4100.00"), "proven"),
    ]


def test_the_number_of_a_group_over_that_of_the_account_is_no_row() -> None:
    found = [(one.number, len(one.positions), one.status) for one in statement(True, True, "Group number")]
    assert found == [("…0431", 2, "proven"), ("…1764", 1, "proven")]
