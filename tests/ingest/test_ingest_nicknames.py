"""What accounts are called by their owners tells their kind, and the number of a plan or a count is none of theirs."""

import pytest

from core.ingest.lexicon.registrations import registration_of_nickname, tells_number
from core.ingest.reading import read_here


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Ines's Roth", "roth_ira"), ("Our Joint", "taxable_joint"), ("Ines's trad", "traditional_ira"),
     ("SEP - Ines", "sep_ira"), ("UTMA for Kit", "utma"), ("Ines 529", "529"), ("Farrow Family Trust", "trust_grantor"),
     ("Roth Conversion", None), ("Rollover from 401k", None), ("Sep 2025", None), ("Rainy Day", None)],
)  # fmt: skip
def test_kinds_in_nicknames(name: str, kind: str | None) -> None:
    assert registration_of_nickname(name) == kind


@pytest.mark.parametrize(
    ("text", "told"),
    [("4417-8820", True), ("Joint (…4471)", True), ("12", True), ("A1", True), ("Ines's 401k", False),
     ("Kit 529 Plan", False), ("Brokerage 2", False), ("", False)],
)  # fmt: skip
def test_numbers_of_accounts(text: str, told: bool) -> None:
    assert tells_number(text) is told


def test_a_nickname_beside_a_number() -> None:
    text = "\n".join([
        "Account Number,Account Nickname,Symbol,Description,Quantity,Price,Market Value",
        "4417-8820,Ines's Roth,QZAB,Quill Fund,10,50.00,500.00",
        "4417-8821,Play money,QZAD,Larch Fund,5,20.00,100.00",
    ])  # fmt: skip
    found = read_here("nick.csv", text.encode()).accounts
    assert [(one.number, one.registration) for one in found] == [("…8820", "roth_ira"), ("…8821", "other")]


def test_nicknames_in_the_column_of_accounts() -> None:
    names = {"Ines's 401k": "401k", "Joint Brokerage (…4471)": "taxable_joint", "Brokerage 2": "other"}
    rows = [f"{name},QZAB,Quill Fund,10,50.00,500.00" for name in names]
    text = "\n".join(["Account,Symbol,Description,Quantity,Price,Market Value", *rows])
    found = read_here("names.csv", text.encode()).accounts
    assert [one.registration for one in found] == [*names.values()]
    assert [one.number for one in found] == ["", "…4471", ""]
    assert [one.status for one in found] == ["proven", "proven", "unproven"]
