"""Tables of a sheet that each end in a bare sum, under titles of which one is not understood: never proven as one."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

HEAD = "Symbol,Description,Quantity,Price,Market Value"
PARTS = f"""{{0}}
{HEAD}
WLLW,WILLOW INDEX ETF,10,100.00,1000.00
Total,,,,1000.00

{{1}}
{HEAD}
ONYX,ONYX INDEX ETF,5,50.00,250.00
Total,,,,250.00
"""


def accounts_under(first: str, second: str, end: str = "") -> tuple[StatementAccount, ...]:
    return read_here("parts.csv", (PARTS.format(first, second) + end).encode()).accounts


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Roth IRA 5512-3301", "Savings of Rowan"),
        ("Account Number: 5512-3301", "Account Number: R-77"),
        ("Rowan Tern ...301", "Ines Tern ...7"),
    ],
)
def test_a_title_without_a_number_after_one_with_it_may_be_another_account(first: str, second: str) -> None:
    assert all(account.status != "proven" for account in accounts_under(first, second))


def test_a_sum_of_all_makes_one_account_of_them() -> None:
    (account,) = accounts_under("Account 5512-3301", "Sleeve of growth", "\nAccount Total,,,,1250.00\n")
    assert account.status == "proven" and len(account.positions) == 2


def test_classes_of_one_account_are_parts_of_it() -> None:
    (account,) = accounts_under("Account 5512-3301", "Equities")
    assert account.status == "proven" and len(account.positions) == 2
