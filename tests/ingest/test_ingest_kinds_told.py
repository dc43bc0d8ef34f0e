"""How surely a line tells the registration of an account: behind a label, in passing, or in a list of accounts."""

import pytest

from core.ingest.nouns.events import Where
from core.ingest.owners.kinds_told import EXACT, IN_PASSING, LEAST, LISTED, SAID, kinds_in, kinds_of_titles

HERE = Where(1, None, None)


@pytest.mark.parametrize(
    ("phrases", "told"),
    [
        (["Account type: Roth IRA"], [("Account type: Roth IRA", IN_PASSING), ("Roth IRA", SAID)]),
        (["Account type:", "Joint"], [("Joint", IN_PASSING), ("Joint", SAID)]),
        (["Customer Type", "IRA-Roth New"], [("IRA-Roth New", IN_PASSING), ("IRA-Roth New", EXACT)]),
        (["Prepared for the Hale Family Trust"], [("Prepared for the Hale Family Trust", IN_PASSING)]),
        (["Hale Taxable Account", "a brokerage account"], [("Hale Taxable Account", IN_PASSING)]),
        (["Roth IRA", "4410-7752", "$1,250.00"], [("Roth IRA", LISTED)]),
        (["Your Roth IRA grows free of tax. Ask us about it."], []),
        (["We opened a Roth IRA for each of our three children in the spring"], []),
    ],
)
def test_a_line_tells_a_kind_as_surely_as_it_stands_there(phrases: list[str], told: list[tuple[str, int]]) -> None:
    assert [(fact.text, fact.rank) for fact in kinds_in(phrases, HERE)] == told


@pytest.mark.parametrize(
    ("title", "ranks"),
    [("Roth IRA #4410-7752", [IN_PASSING]), ("Brokerage Account 4410-7752", [LEAST]), ("Roth IRA", [])],
)
def test_the_title_of_a_number_tells_a_kind_in_passing(title: str, ranks: list[int]) -> None:
    assert [fact.rank for fact in kinds_of_titles([title], HERE)] == ranks


def test_the_ranks_are_in_order() -> None:
    assert EXACT > SAID > IN_PASSING > LEAST > LISTED
