"""Accounts of a household, each titled over its holdings by its owners, the house that keeps it and its number."""

from collections.abc import Sequence

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.registrations import titled_number
from core.ingest.lines.facts import facts_of
from core.ingest.nouns.events import Fact, Where
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

TITLES = ("Ines Calloway & Tobias Calloway JTWROS", "Tobias Calloway Inherited IRA", "Calloway Family Revocable Trust")
PLAIN = ("The Calloway Foundation", "Calloway Holdings LLC", "Ines Calloway")
NUMBERS = ("8561", "3366", "7089")
WORTHS = (600, 1200, 1800)
STOPS = (-280, -340, -400, -480)


def household(titles: Sequence[str], mark: str, wide: bool) -> tuple[StatementAccount, ...]:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "As of June 30, 2026")], step=20)
    pencil.row([(40, "Account"), (-400, "Number"), (-480, "Market Value")], "B")
    for title, number, worth in zip(titles, NUMBERS, WORTHS, strict=True):
        pencil.row([(40, title), (-400, mark + number), (-480, f"{worth:,}.00")])
    pencil.row([(40, "Total Household"), (-480, "3,600.00")], "B")
    for title, number, worth in zip(titles, NUMBERS, WORTHS, strict=True):
        pencil.page()
        pencil.row([(40, "Holdings")], "B", size=12, step=16)
        house = [(40.0, title), (300.0, "Alder Custody"), (420.0, mark + number)]
        pencil.row(house if wide else [(40, f"{title} Alder Custody {mark}{number}")], step=14)
        pencil.row(
            [(40, "Security"), *zip(STOPS, ("Quantity", "Price", "Cost Basis", "Market Value"), strict=True)], "B"
        )
        for share, name in enumerate(("Quill Fund (QZAB)", "Ember Corp (QZBF)", "Tarn Inc (QZCT)"), start=1):
            units = share * worth // 6
            pencil.row([(40, name), *zip(STOPS, (str(units), "1.00", f"{units}.00", f"{units}.00"), strict=True)])
        pencil.row([(40, "Total"), (-480, f"{worth:,}.00")], "B")
    return read_here("household.pdf", pencil.drawn().data).accounts


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("mark", ["x", "xxxx", "...", "44-22"])
def test_each_title_opens_its_account_and_tells_its_owner(mark: str, wide: bool) -> None:
    found = household(TITLES, mark, wide)
    assert [(one.number, one.status, len(one.positions)) for one in found] == [
        ("…8561", "proven", 3), ("…3366", "proven", 3), ("…7089", "proven", 3),
    ]  # fmt: skip
    assert [(one.owner, one.registration) for one in found] == [
        ("Ines Calloway & Tobias Calloway", "taxable_joint"),
        ("Tobias Calloway", "inherited_ira"),
        ("Calloway Family Revocable Trust", "trust_grantor"),
    ]


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("mark", ["x", "xxxx", "44-22"])
def test_a_title_that_ends_in_a_listed_number_opens_its_account(mark: str, wide: bool) -> None:
    found = household(PLAIN, mark, wide)
    assert [(one.number, one.status, len(one.positions)) for one in found] == [
        ("…8561", "proven", 3), ("…3366", "proven", 3), ("…7089", "proven", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("wide", [False, True])
def test_an_owner_in_the_list_is_that_of_the_account_listed_there(wide: bool) -> None:
    found = household(("Ines Calloway Roth IRA", "The Calloway Foundation", "Calloway Holdings LLC"), "44-22", wide)
    assert [(one.owner, one.registration) for one in found] == [
        ("Ines Calloway", "roth_ira"),
        ("", "other"),
        ("", "other"),
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (
            "Ines M. Calloway & Tobias R. Calloway JTWROS Alder Pine Clearing x8561",
            "Ines M. Calloway & Tobias R. Calloway",
        ),
        ("Ines M. Calloway Rollover IRA Alder & Co. xxxx-8561", "Ines M. Calloway"),
        ("Calloway Family Revocable Trust x8561", "Calloway Family Revocable Trust"),
    ],
)
def test_the_owner_ends_where_the_house_begins(text: str, owner: str) -> None:
    told = [fact for fact in facts_of([text], Where()) if isinstance(fact, Fact)]
    assert [fact.text for fact in told if fact.kind == "owner"][:1] == [owner]
    assert titled_number(text) is not None


def test_a_sentence_is_no_title_however_long() -> None:
    said = "The trust that you have opened for the benefit of your family with us is numbered x8561"
    assert titled_number(said) is None
