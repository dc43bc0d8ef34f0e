"""An account that holds nothing is an account of its own with a total of 0, and lends nothing to the one beside it."""

from decimal import Decimal

import pytest

from core.ingest.reading import read_here

HEAD = '"Symbol","Description","Quantity","Price","Market Value","Cost Basis","Security Type"\n'
HELD = '"QZAB","HARBOR BANCORP INC","40","$12.50","$500.00","$410.00","Equity"\n'
CASH = '"Cash & Cash Investments","--","--","--","{}","--","Cash and Money Market"\n'
TOTAL = '"Account Total","--","--","--","{}","--","--"\n'
FULL = HEAD + HELD + CASH.format("$20.00") + TOTAL.format("$520.00")
NOTHING = HEAD + CASH.format("$0.00") + TOTAL.format("$0.00")
ONLY_CASH = HEAD + CASH.format("$0.00")
ONLY_TOTAL = HEAD + TOTAL.format("0.00")
NUMBERED = ("Individual ...417", "Roth IRA ...982")
AS_OF = '"Positions for All-Accounts as of 04:01 PM ET, 06/30/2026"\n'


def read(*blocks: tuple[str, str]) -> list[tuple[str, str, Decimal | None, Decimal | None, int, str]]:
    text = AS_OF + "".join(f'\n"{title}"\n{rows}' for title, rows in blocks)
    found = read_here("positions.csv", text.encode()).accounts
    return [(a.number, a.registration, a.stated_total, a.cash, len(a.positions), a.status) for a in found]


@pytest.mark.parametrize("nothing", [NOTHING, ONLY_CASH, ONLY_TOTAL])
@pytest.mark.parametrize("last", [True, False])
def test_an_empty_account_beside_one_is_an_account_of_its_own(nothing: str, last: bool) -> None:
    blocks = [(NUMBERED[0], FULL), (NUMBERED[1], nothing)]
    assert read(*(blocks if last else blocks[::-1])) == [
        ("…417", "taxable_individual", Decimal(520), Decimal(20), 2, "proven"),
        ("…982", "roth_ira", Decimal(0), Decimal(0), 0, "proven"),
    ]


@pytest.mark.parametrize("last", [True, False])
def test_a_title_that_names_no_registration_opens_its_account_too(last: bool) -> None:
    blocks = [("Brokerage 4410-7752", FULL), ("Roth IRA 4410-7760", NOTHING)]
    found = read(*(blocks if last else blocks[::-1]))
    assert [(one[0], one[1], one[2]) for one in found] == [("…7752", "other", 520), ("…7760", "roth_ira", 0)]


def test_an_empty_account_among_several_is_kept_too() -> None:
    found = read((NUMBERED[0], FULL), ("SEP IRA ...355", FULL), (NUMBERED[1], NOTHING))
    assert [(one[0], one[2]) for one in found] == [("…417", 520), ("…355", 520), ("…982", 0)]


@pytest.mark.parametrize("last", [True, False])
def test_accounts_that_only_names_tell_apart_may_be_empty(last: bool) -> None:
    blocks = [("Individual", FULL), ("Roth IRA", NOTHING)]
    assert [(one[1], one[2]) for one in read(*(blocks if last else blocks[::-1]))] == [
        ("taxable_individual", 520),
        ("roth_ira", 0),
    ]


def test_a_number_in_a_row_of_no_cash_is_an_account() -> None:
    table = (
        "Account Number,Account Name,Symbol,Description,Quantity,Last Price,Current Value\n"
        "Q44107752,Individual,QZAB,HARBOR BANCORP INC,40,$12.50,$500.00\n"
        "Q44107760,Roth IRA,CORE**,Held in money market,,,$0.00\n"
    )
    found = read_here("positions.csv", table.encode()).accounts
    assert [(one.number, one.registration, one.stated_total, len(one.positions)) for one in found] == [
        ("…7752", "taxable_individual", None, 1),
        ("…7760", "roth_ira", Decimal(0), 0),
    ]


def test_an_account_of_which_nothing_is_printed_is_still_told_in_a_warning() -> None:
    text = f'{AS_OF}\n"{NUMBERED[0]}"\n{FULL}\n"{NUMBERED[1]}"\n{HEAD}'
    statement = read_here("positions.csv", text.encode())
    assert [one.number for one in statement.accounts] == ["…417"]
    assert "2 account numbers" in statement.issues[0].message
