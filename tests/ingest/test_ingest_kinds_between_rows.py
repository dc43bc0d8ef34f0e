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


def test_the_kind_beside_the_number_of_the_next_account_is_its_own() -> None:
    """Blocks of accounts under the one head at the top, each with its number, kind and owner in labels."""
    rows = ["Account Number,5502-8822", "Account Type,Roth IRA", "Account Owner,Odile Fenwick"]
    rows += [
        "Symbol,Description,Quantity,Price,Value",
        "QZAB,Quill Fund,10,50.00,500.00",
        "QZCD,Larch Fund,10,60.00,600.00",
    ]
    rows += ["Account Number,5512-8833", "Account Type,Individual", "Account Owner,Ines Calloway"]
    rows += ["QZEF,Ember Fund,10,70.00,700.00"]
    accounts = read_here("blocks.csv", "\n".join(rows).encode()).accounts
    assert [(one.number[-4:], one.registration, one.owner, one.status) for one in accounts] == [
        ("8822", "roth_ira", "Odile Fenwick", "proven"),
        ("8833", "taxable_individual", "Ines Calloway", "proven"),
    ]
