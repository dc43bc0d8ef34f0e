"""Names of people and of their trusts that are words of statements too: Roth, Ira, Page, Schwabacher; and cash lent."""

from decimal import Decimal as D

import pytest

from core.ingest.lexicon.institutions import institution_of
from core.ingest.lexicon.registrations import registration_of
from core.ingest.owners.odd_owners import why_odd
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("HUGO ROTH TRADITIONAL IRA", "traditional_ira"),
        ("Hugo Roth Individual", "taxable_individual"),
        ("HUGO ROTH TOD", "taxable_individual"),
        ("Hugo Roth & Odile Roth Joint", "taxable_joint"),
        ("Roth Family Trust", "trust_grantor"),
        ("ODILE ROTH TTEE ROTH FAMILY TRUST", "trust_grantor"),
        ("Ira Calloway Individual", "taxable_individual"),
        ("IRA CALLOWAY JT TEN", "taxable_joint"),
        ("Roth", "roth_ira"),
        ("IRA - Roth", "roth_ira"),
        ("Roth Individual Retirement Account", "roth_ira"),
        ("Roth Contributory", "roth_ira"),
        ("ROTH FAMILY ROTH IRA", "roth_ira"),
        ("IRA Rollover", "traditional_ira"),
    ],
)
def test_a_name_before_the_words_of_a_kind_is_no_kind(title: str, kind: str) -> None:
    assert registration_of(title) == kind


def test_a_person_whose_name_begins_like_a_house_is_not_that_house() -> None:
    assert institution_of(["CHARLES SCHWABACHER"]) == ""
    assert institution_of(["Charles Schwab & Co., Inc."]) == "Charles Schwab"


def test_a_surname_that_numbers_pages_is_not_odd() -> None:
    assert why_odd("ELAINE PAGE", "", ()) == ""
    assert why_odd("CALLOWAY PAGE 2", "", ())


@pytest.mark.parametrize("name", ["Margin balance", "Margin loan", "Margin debit balance", "Margin account debit"])
def test_what_is_borrowed_on_margin_is_cash_wherever_it_stands(name: str) -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    pencil.say("Equities", step=16)
    pencil.row([(40, "Description"), (-300, "Quantity"), (-400, "Price"), (-500, "Market value")])
    pencil.row([(40, "Quill Harbor Corp (QZAB)"), (-300, "100.000"), (-400, "12.00"), (-500, "$1,200.00")])
    pencil.row([(40, name), (-500, "($300.00)")])
    pencil.row([(40, "Total account value"), (-500, "$900.00")])
    (account,) = read_here("margin.pdf", pencil.drawn().data).accounts
    assert (account.status, account.cash) == ("proven", D("-300.00"))


def test_a_list_of_what_is_held_in_the_account_is_not_one_of_what_is_held_elsewhere() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    pencil.say("Investments held in your account", step=16)
    pencil.row([(40, "Fund"), (250, "Fund/Account number"), (-500, "Balance")])
    pencil.row([(40, "Quill Growth Fund"), (250, "0123-88471234"), (-500, "$45,000.00")])
    pencil.row([(40, "Ember Income Fund"), (250, "0456-88471234"), (-500, "$5,000.00")])
    pencil.row([(40, "Total"), (-500, "$50,000.00")])
    (account,) = read_here("held.pdf", pencil.drawn().data).accounts
    assert [line.market_value for line in account.positions] == [D("45000.00"), D("5000.00")]


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        ("BENE OF HUGO CALLOWAY DECD IRA", "inherited_ira"),
        ("IRA BDA", "inherited_ira"),
        ("A LIMITED LIABILITY COMPANY", "other"),
    ],
)
def test_a_house_called_brokerage_beside_an_account_number_tells_no_kind(second: str, kind: str) -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Cobalt Brokerage"), (330, "Account Number: 7719-4402")])
    pencil.say(f"INES CALLOWAY\n{second}")
    pencil.y += 20
    pencil.row([(40, "Description"), (-300, "Quantity"), (-400, "Price"), (-500, "Market value")])
    pencil.row([(40, "Quill Harbor Corp (QZAB)"), (-300, "100.000"), (-400, "12.00"), (-500, "$1,200.00")])
    pencil.row([(40, "Total account value"), (-500, "$1,200.00")])
    (account,) = read_here("house.pdf", pencil.drawn().data).accounts
    assert account.registration == kind
