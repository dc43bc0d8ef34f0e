"""Whose account it is where no label says so: by the number, over an address, before the kind; never a firm."""

import pytest

from core.ingest.lexicon.registrations import registration_of
from core.ingest.lines.facts import facts_of
from core.ingest.nouns.events import Where
from core.ingest.nouns.words import Line, Word
from core.ingest.owners.owners import Around, owners
from core.ingest.reading import read_here

HEIGHT, GAP = 8.0, 4.0


def line(place: int, *pieces: str) -> Line:
    """The line at a place from the top; its pieces stand far apart."""
    words, left, top = [], 40.0, 30.0 + place * (HEIGHT + GAP)
    for piece in pieces:
        for text in piece.split():
            words.append(Word(text, left, left + 4 * len(text), top, top + HEIGHT, HEIGHT))
            left += 4 * len(text) + 2
        left += 60
    return Line(1, tuple(words))


def told(*lines: Line, numbered: int | None = None) -> list[str]:
    """The owners told by the lines of the head of a page, the first of which is the letterhead."""
    found = []
    for place, one in enumerate(lines):
        above = lines[place - 1] if place else None
        known = lines[numbered] if numbered is not None and numbered <= place else None
        facts = owners(one, Around(above, lines[0], known), None)
        found += [fact.text for fact in facts if fact.kind == "owner"]
    return found


HOUSE = line(0, "Wyndcote Securities, Member SIPC")


def test_a_name_beside_over_or_under_the_number_of_the_account_is_its_owner() -> None:
    assert told(HOUSE, line(1, "INES CALLOWAY Account number 8174-9123"), numbered=1) == ["INES CALLOWAY"]
    assert told(HOUSE, line(1, "Odalys Fenwick"), line(2, "Account number: 8174-9123"), numbered=2) == [
        "Odalys Fenwick"
    ]
    under = told(HOUSE, line(1, "Account of", "Account 7981-1919"), line(2, "TOBIAS R. MARCHETTI"), numbered=1)
    assert under == ["TOBIAS R. MARCHETTI"]


def test_a_name_over_an_address_is_the_owner() -> None:
    assert told(HOUSE, line(1, "Prudence Okonjo-Hale"), line(2, "1482 Quarry Lane")) == ["Prudence Okonjo-Hale"]


@pytest.mark.parametrize(
    "text", ["Ines Calloway Roth IRA", "INES CALLOWAY's SEP IRA account", "Ines Calloway (Traditional IRA)"]
)
def test_a_name_before_the_kind_of_its_account_is_the_owner(text: str) -> None:
    assert [name.casefold() for name in told(HOUSE, line(1, text, "Account 9974-2028"))] == ["ines calloway"]


@pytest.mark.parametrize(
    "pieces",
    [
        ("Wyndcote Prime",), ("HEDGED EQUITY",), ("Rollover IRA",), ("Your Financial Advisor: Ines Calloway",),
        ("Beneficiary: Ines Calloway",), ("Portfolio Overview",), ("Wyndcote Hale",),
    ],
)  # fmt: skip
def test_no_firm_heading_adviser_or_beneficiary_is_the_owner(pieces: tuple[str, ...]) -> None:
    assert told(HOUSE, line(1, "Account 9974-2028"), line(2, *pieces), numbered=1) == []


def test_a_name_and_a_kind_parted_by_a_comma_are_read_as_both() -> None:
    facts = facts_of(["Prudence Okonjo-Hale, Individual brokerage account"], Where(1))
    assert {(fact.kind, fact.text) for fact in facts if hasattr(fact, "kind")} >= {("owner", "Prudence Okonjo-Hale")}


def test_a_column_of_account_names_may_hold_the_owner_and_the_kind() -> None:
    text = (
        "Account Number,Account Name,Symbol,Quantity,Price,Value\n"
        "55112233,Ines Calloway Roth IRA,QZAB,10,50.00,500.00\n"
    )
    (account,) = read_here("Export.csv", text.encode()).accounts
    assert (account.owner, account.registration) == ("Ines Calloway", "roth_ira")


def test_an_owner_a_kind_and_a_number_between_strokes_without_blanks() -> None:
    found = facts_of(["Wren R. Marchetti—Roth IRA brokerage account"], Where())
    told = [(fact.kind, fact.text) for fact in found]
    assert ("owner", "Wren R. Marchetti") in told
    assert ("registration", "Roth IRA brokerage account") in told


def test_income_that_is_taxable_says_nothing_of_the_account() -> None:
    assert [fact for fact in facts_of(["Dividends - Taxable"], Where()) if fact.kind in ("owner", "registration")] == []


def test_amounts_in_a_run_behind_a_label_are_amounts_each_by_itself() -> None:
    found = facts_of(["Ending Cash 541.68 500.00 41.68"], Where())
    assert {(fact.text, str(fact.amount)) for fact in found} == {
        ("Ending Cash", "541.68"), ("Ending Cash", "500.00"), ("Ending Cash", "41.68"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["Ada Brandt-Quill and Tomas Brandt-Quill, joint tenants with rights of survivorship",
     "Ada and Tomas Brandt, Joint Tenants", "Ada Brandt & Tomas Brandt, joint account with right of survivorship"],
)  # fmt: skip
def test_two_holders_before_their_joint_kind_are_the_owner(text: str) -> None:
    facts = [(one.kind, one.text) for one in facts_of([text], Where())]  # type: ignore[union-attr]
    assert ("owner", text.split(",")[0]) in facts
    assert registration_of(next(said for kind, said in facts if kind == "registration")) == "taxable_joint"


def test_joint_tenants_may_be_shortened() -> None:
    (fact,) = facts_of(["ADA BRANDT & TOMAS BRANDT JT TEN"], Where())
    assert registration_of(fact.text) == "taxable_joint"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("head", "registration"),
    [
        (("INES CALLOWAY", "Current period ending March 31, 2026", "ACCOUNT NUMBER: 4471-2209"), "other"),
        (("Account Number: 4471-2209", "INES CALLOWAY IRA"), "traditional_ira"),
        (("Quill Engineering Profit Sharing Plan", "Participant Number: 0048812", "INES CALLOWAY"), "401k"),
    ],
)
def test_owners_at_the_head_of_copied_papers(head: tuple[str, ...], registration: str) -> None:
    rows = ("Symbol   Description             Quantity     Price   Market Value",
            "QZAB     Quill Holdings Inc           100     12.50       1,250.00",
            "Total                                                     1,250.00")  # fmt: skip
    text = "\n".join(("Pinewick Securities, Member SIPC", *head, "", *rows))
    (account,) = read_here("paper.txt", text.encode()).accounts
    assert (account.owner, account.registration) == ("INES CALLOWAY", registration)


def test_a_trust_company_that_is_trustee_owns_nothing() -> None:
    told = [fact.kind for fact in facts_of(["Pinewick Trust Company, Trustee"], Where())]
    assert "owner" not in told and "registration" not in told
    assert "owner" in [fact.kind for fact in facts_of(["Ines Calloway, Trustee"], Where())]
