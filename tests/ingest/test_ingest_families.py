"""Families of funds between rows are no part of the names above and below them."""

import pytest

from core.ingest.reading import read_here

TITLE = "Alder Moor Brokerage\nOdile Farrow\nIndividual Account\nAccount number: 4471-8820\nAs of October 31, 2026\n\n"
HEAD = "MUTUAL FUNDS\nFund                              Shares       NAV    Market Value\n"
FIRST = (
    "Alder Growth Fund Class A            10     50.00          500.00\n"
    "Alder Income Fund Class A            20     10.00          200.00\n"
)
SECOND = "Quill Value Fund Investor             5     20.00          100.00\n"
NAMES = ["Alder Growth Fund Class A", "Alder Income Fund Class A", "Quill Value Fund Investor"]


def names(*parts: str) -> tuple[str, list[str]]:
    end = "Total                                                        800.00\n"
    (account,) = read_here("funds.txt", "".join([TITLE, HEAD, *parts, end]).encode()).accounts
    return account.status, [line.description for line in account.positions]


@pytest.mark.parametrize(
    ("first", "second"), [("Alder Funds", "Quill Funds"), ("American Alder", "QUILL INVESTMENTS"), ("Alder", "Quill")]
)
@pytest.mark.parametrize("sums", [True, False])
def test_a_family_is_no_part_of_a_name(first: str, second: str, sums: bool) -> None:
    totals = [f"Total {name}".ljust(60) + f"{amount}\n" if sums else "" for name, amount in
              ((first, "700.00"), (second, "100.00"))]  # fmt: skip
    found = names(f"{first}\n", FIRST, totals[0], f"{second}\n", SECOND, totals[1])
    assert found == ("proven", NAMES)


def test_a_family_whose_sum_speaks_of_it_is_no_household() -> None:
    total = "Total Quill Family of Funds".ljust(60) + "100.00\n"
    assert names(FIRST, "Quill Family of Funds\n", SECOND, total) == ("proven", NAMES)


def test_the_end_of_a_name_stays_with_it() -> None:
    below = FIRST.replace("Income Fund Class A ", "Income Fund         ") + "Class A Shares\n"
    assert names(below, SECOND)[1][1] == "Alder Income Fund Class A Shares"
    again = "".join(f"{line}\nAlder Quill Funds\n" for line in FIRST.splitlines())
    assert names(again, SECOND)[1][0].startswith("Alder Growth Fund Class A")
