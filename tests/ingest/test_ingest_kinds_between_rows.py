"""The kind of an account alone in a row between the holdings of one table says nothing of those above it."""

import pytest

from core.ingest.reading import read_here

HEADS = "Symbol,Description,Quantity,Price,Market Value\n"
ABOVE, BELOW = "QZAB,QUILL HARBOR CORP,100,52.40,5240.00\n", "RVTN,RAVINE INC,50,40.00,2000.00\n"
TOTAL = "Total,,,,7240.00\n"


@pytest.mark.parametrize("kind", ["Roth IRA", "Roth IRA,,,,", ",Roth IRA,,,"])
def test_a_kind_between_rows_keeps_the_account_from_being_proven_as_one_of_that_kind(kind: str) -> None:
    text = f"Account Number: 4412-7788\n{HEADS}{ABOVE}{kind}\n{BELOW}{TOTAL}"
    (account,) = read_here("held.csv", text.encode()).accounts
    assert account.status == "unproven" and len(account.positions) == 2
    assert any("Roth IRA" in check.where for check in account.checks if not check.ok)


@pytest.mark.parametrize(
    "text",
    [
        f"Account Number: 4412-7788\nRoth IRA\n{HEADS}{ABOVE}{BELOW}{TOTAL}",
        f"Account Number: 4412-7788\n{HEADS}Roth IRA\n{ABOVE}{BELOW}{TOTAL}",
        f"Account Number: 4412-7788\n{HEADS}{ABOVE}{BELOW}{TOTAL}\nRoth IRA\n",
        f"Account Number: 4412-7788\nRoth IRA\n{HEADS}{ABOVE}Roth IRA\n{BELOW}{TOTAL}",
    ],
)
def test_a_kind_over_or_under_all_rows_is_that_of_the_account(text: str) -> None:
    (account,) = read_here("held.csv", text.encode()).accounts
    assert (account.registration, account.status) == ("roth_ira", "proven")
