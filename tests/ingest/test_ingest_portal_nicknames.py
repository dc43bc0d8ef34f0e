"""Prints of portals whose accounts go by what somebody calls them, with a number cut short behind."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.people import is_couple, may_be_person
from core.ingest.lexicon.registrations import registration_of
from core.ingest.reading import read_here

HEAD = "Symbol     Name                         Qty       Price        Value\n"
ROW = "QZAB       Quill Harbor Corp             10       50.00       500.00\n"
OTHER = "QZCD       Larch Corp                    20       10.00       200.00\n"


def read(*parts: str) -> tuple[StatementAccount, ...]:
    return read_here("portal.txt", ("Positions\nAs of 11/20/2026\n\n" + "".join(parts)).encode()).accounts


@pytest.mark.parametrize(
    ("title", "number", "kind"),
    [
        ("Ines's Roth (…4471)", "…4471", "roth_ira"),
        ("Joint Brokerage (…4471)", "…4471", "taxable_joint"),
        ("Ines's SEP ••4471", "…4471", "sep_ira"),
        ("Ines Rollover *4471", "…4471", "traditional_ira"),
        ("Ines's Trad IRA #4471-8820", "…8820", "traditional_ira"),
    ],
)
def test_titles_of_two_accounts(title: str, number: str, kind: str) -> None:
    first, second = read(
        f"{title}\n", HEAD, ROW, "Total".ljust(57) + "500.00\n\n", "Odo's Roth (…9920)\n", HEAD, OTHER,
        "Total".ljust(57) + "200.00\n",
    )  # fmt: skip
    assert (first.number, first.registration, first.owner, first.status) == (number, kind, "", "proven")
    assert (second.number, second.registration, second.owner, second.status) == ("…9920", "roth_ira", "", "proven")


@pytest.mark.parametrize("text", ["Ines's Trad", "Ines's Roth", "Ines's & Odo's Joint"])
def test_what_somebody_calls_an_account_names_nobody(text: str) -> None:
    assert not may_be_person(text) and not is_couple(text)


@pytest.mark.parametrize("text", ["Maeve O'Shea", "Rhys D'Arcy"])
def test_names_with_an_apostrophe_are_names(text: str) -> None:
    assert may_be_person(text)


@pytest.mark.parametrize("text", ["Sep 30, 2026", "Sep (2026)", "Sep 2026"])
def test_a_month_is_no_kind_of_account(text: str) -> None:
    assert registration_of(text) is None


def test_the_worth_under_the_last_row_is_no_part_of_its_name() -> None:
    (account,) = read("Roth IRA 4471-8820\n", HEAD, ROW, OTHER, "Net account value: $700.00\n")
    assert [line.description for line in account.positions] == ["Quill Harbor Corp", "Larch Corp"]
    assert (account.status, str(account.stated_total)) == ("proven", "700.00")
