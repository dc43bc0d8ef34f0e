"""A household's outline over several accounts: each titled by a row with its worth, in one table over all pages."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (40, -330, -400, -480, -560)
HEADS = ("Holding", "Units", "Unit Price", "Cost Basis", "Market Value")
TITLES = {
    "hidden": (
        "Odile & Piers Farrow Joint (JTWROS) - Larch Custody xxxx7731",
        "Piers Farrow Rollover IRA - Elm Trust Company xxxx6642",
        "Farrow Private Holdings - Held Directly xxxx5520",
    ),
    "in brackets": (
        "Odile & Piers Farrow Joint (JTWROS) (XXXX7731)",
        "Piers Farrow Rollover IRA (XXXX6642)",
        "Farrow Private Holdings (XXXX5520)",
    ),
    "with a word": (
        "Odile & Piers Farrow Joint (JTWROS) - Larch Account ...7731",
        "Piers Farrow Rollover IRA - Elm Account ...6642",
        "Farrow Private Holdings - Held Directly Account ...5520",
    ),
    "first": (
        "xxxx7731 Odile & Piers Farrow Joint (JTWROS)",
        "xxxx6642 Piers Farrow Rollover IRA",
        "xxxx5520 Farrow Private Holdings",
    ),
    "whole": (
        "Odile & Piers Farrow Joint (JTWROS) - Larch Custody 2210-457731",
        "Piers Farrow Rollover IRA - Elm Trust Company 2210-456642",
        "Farrow Private Holdings - Held Directly 2210-455520",
    ),
}


def put(pencil: Pencil, *cells: str, left: float) -> None:
    pencil.row([(place, text) for place, text in zip((left, *PLACES[1:]), cells, strict=False) if text])


def account(pencil: Pencil, title: str, name: str, total: tuple[str, str], rows: tuple[tuple[str, ...], ...]) -> None:
    title, _, below = title.partition(" / ")
    put(pencil, title, "", "", *total, left=40)
    pencil.row([(40, below)] if below else [], step=12 if below else 0)
    put(pencil, name, "", "", *total, left=50)
    for cells in rows:
        put(pencil, *cells, left=60)


def outline(
    titles: tuple[str, str, str],
    overview: bool = False,
    sums: bool = True,
    told: str = "8,100.00",
    private: str = "Private Equity",
) -> Statement:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Farrow Family")], "B", size=12, step=20)
    pencil.row([(40, "Consolidated Holdings As of June 30, 2026")], step=24)
    if overview:
        heads = ((40, "Account"), (280, "Custodian"), (380, "Number"), (-560, "Market Value"))
        pencil.row([*heads], "B")
        for title, number, worth in zip(titles, ("7731", "6642", "5520"), (told, "6,300.00", "4,000.00"), strict=True):
            name = title.split(" - ")[0].split(" (XXXX")[0].removeprefix(f"xxxx{number} ")
            pencil.row([(40, name), (280, "Larch Custody"), (380, f"xxxx{number}"), (-560, worth)])
        pencil.row([(40, "Total"), (-560, "18,400.00")], "B", step=30)
    put(pencil, *HEADS, left=40)
    none = ("", "")
    first = (("QUILL HOLDINGS INC (QZAB)", "100.0000", "41.00", "3,000.00", "4,100.00"),
             ("SLATE TOTAL MARKET ETF (SLTM)", "50.0000", "80.00", "3,500.00", "4,000.00"))  # fmt: skip
    second = (("EMBER ENERGY CORP (EMBE)", "90.0000", "70.00", "5,000.00", "6,300.00"),)
    third = (("Willow Buyout Fund II LP", "", "", "-", "4,000.00"),)
    account(pencil, titles[0], "Equities", ("6,500.00", told) if sums else none, first)
    account(pencil, titles[1], "Equities", ("5,000.00", "6,300.00") if sums else none, second)
    account(pencil, titles[2], private, ("-", "4,000.00") if sums else none, third)
    put(pencil, "Total", "", "", "11,500.00", "18,400.00", left=40)
    return read_here("farrow.pdf", pencil.drawn().data)


def by_number(statement: Statement) -> dict[str, StatementAccount]:
    return {account.number: account for account in statement.accounts}


@pytest.mark.parametrize("overview", [False, True])
@pytest.mark.parametrize("form", TITLES)
def test_each_title_with_a_number_opens_its_account(form: str, overview: bool) -> None:
    found = by_number(outline(TITLES[form], overview))
    assert {number: len(one.positions) for number, one in found.items()} == {"…7731": 2, "…6642": 1, "…5520": 1}
    assert [(one.registration, one.stated_total) for one in found.values()] == [
        ("taxable_joint", D("8100.00")),
        ("traditional_ira", D("6300.00")),
        ("other", D("4000.00")),
    ]
    assert {one.status for one in found.values()} == {"proven"}


def test_titles_without_figures_open_their_accounts_too() -> None:
    found = by_number(outline(TITLES["hidden"], sums=False))
    assert {number: len(one.positions) for number, one in found.items()} == {"…7731": 2, "…6642": 1, "…5520": 1}


def test_the_worth_in_a_list_of_accounts_is_that_of_the_number_beside_the_name() -> None:
    found = outline(TITLES["hidden"], overview=True, sums=False).accounts
    assert [(one.stated_total, one.status) for one in found] == [
        (D("8100.00"), "proven"),
        (D("6300.00"), "proven"),
        (D("4000.00"), "proven"),
    ]


def test_the_number_of_a_title_stands_beside_its_name_in_the_list_of_accounts() -> None:
    titles = ("Odile & Piers Farrow Joint (JTWROS)", "Piers Farrow Rollover IRA", "Farrow Private Holdings")
    found = by_number(outline(titles, overview=True))
    assert {number: len(one.positions) for number, one in found.items()} == {"…7731": 2, "…6642": 1, "…5520": 1}
    assert {one.status for one in found.values()} == {"proven"}


def test_a_class_with_the_name_of_an_account_opens_none() -> None:
    titles = (TITLES["hidden"][0], "Private Equity - Elm Trust Company xxxx6642", TITLES["hidden"][2])
    found = by_number(outline(titles, overview=True))
    assert {number: len(one.positions) for number, one in found.items()} == {"…7731": 2, "…6642": 1, "…5520": 1}


def test_the_number_of_a_title_that_tells_its_kind_stands_on_the_line_below() -> None:
    titles = (
        "Odile & Piers Farrow Joint (JTWROS) / Larch Custody xxxx7731",
        "Piers Farrow Rollover IRA / Elm Trust Company xxxx6642",
        "Farrow Family Trust / Held Directly xxxx5520",
    )
    found = by_number(outline(titles))
    assert {number: len(one.positions) for number, one in found.items()} == {"…7731": 2, "…6642": 1, "…5520": 1}
    assert [one.registration for one in found.values()] == ["taxable_joint", "traditional_ira", "trust_grantor"]


def test_a_class_of_an_unknown_name_is_the_sum_of_the_funds_deeper_under_it() -> None:
    found = by_number(outline(TITLES["hidden"], private="Illiquid Partnerships"))
    assert [line.description for line in found["…5520"].positions] == ["Willow Buyout Fund II LP"]


def test_a_title_whose_worth_is_not_that_of_its_rows_proves_nothing() -> None:
    found = by_number(outline(TITLES["hidden"], told="8,900.00"))
    assert found["…7731"].status != "proven"
    assert found["…6642"].status == "proven"


def test_a_registration_in_a_list_of_accounts_is_not_that_of_the_number_below() -> None:
    found = by_number(outline(TITLES["with a word"], overview=True))
    assert found["…6642"].registration == "traditional_ira"


def test_the_owner_before_the_kind_in_a_title_is_the_accounts() -> None:
    assert by_number(outline(TITLES["hidden"]))["…6642"].owner == "Piers Farrow"
