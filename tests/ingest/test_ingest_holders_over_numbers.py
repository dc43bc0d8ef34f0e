"""Several accounts in one file, the holder of each told over or under its number: no account takes its neighbour's."""

import re

import pytest

from core.ingest.reading import read_here

HEAD = """MERIDIAN HOLLOW SECURITIES
Statement period June 1, 2026 - June 30, 2026
"""
OVER = """
Account Holder: Ines Calloway
Account Number: 4471-2290

Security                       Symbol     Quantity       Price     Market Value     Cost Basis
Tern Harbor Foods Corp         QTHF            150       25.00         3,750.00       3,200.00
Willow World Equity ETF        QWWE             40      100.25         4,010.00       3,500.00
Total Account Value                                                    7,760.00

Account Holder: Tobias Hale
Account Number: 5582-1107

Security                       Symbol     Quantity       Price     Market Value     Cost Basis
Garnet Short Bond ETF          QGSB             20       50.00         1,000.00       1,030.00
Total Account Value                                                    1,000.00
"""
UNDER = OVER.replace(
    "Account Holder: Ines Calloway\nAccount Number: 4471-2290", "Account Number: 4471-2290\nOwner: Ines Calloway"
)
UNDER = UNDER.replace(
    "Account Holder: Tobias Hale\nAccount Number: 5582-1107", "Account Number: 5582-1107\nOwner: Tobias Hale"
)
APART = OVER.replace("Tobias Hale\n", "Tobias Hale\n12 Elm Street\nAlder Falls, OH 44601\nRegistration: Individual\n\n")
COVER = (
    HEAD
    + """Prepared for: Ines Calloway

Account Number     Total
4471-2290       7,760.00
5582-1107       1,000.00
"""
)


def owners(text: str) -> list[tuple[str, str, str]]:
    return [(one.number, one.owner, one.status) for one in read_here("statement.txt", text.encode()).accounts]


@pytest.mark.parametrize("text", [OVER, UNDER, APART], ids=["over", "under", "apart"])
@pytest.mark.parametrize("flowed", [False, True], ids=["columns", "single blanks"])
def test_each_account_has_its_own_holder(text: str, flowed: bool) -> None:
    text = HEAD + text
    told = owners(re.sub(" +", " ", text) if flowed else text)
    assert told == [("…2290", "Ines Calloway", "proven"), ("…1107", "Tobias Hale", "proven")]


def test_one_holder_on_a_cover_is_that_of_all() -> None:
    plain = re.sub(r"Account Holder: .*\n", "", OVER)
    assert [owner for _, owner, _ in owners(COVER + plain)] == ["Ines Calloway", "Ines Calloway"]


def test_each_account_has_the_registration_over_its_number() -> None:
    text = OVER.replace("Account Number: 4", "Account Type: Roth IRA\nAccount Number: 4")
    text = HEAD + text.replace("Account Number: 5", "Account Type: Joint WROS\nTax ID: on file\nAccount Number: 5")
    for one in (text, re.sub(" +", " ", text)):
        first, second = read_here("statement.txt", one.encode()).accounts
        assert (first.registration, second.registration) == ("roth_ira", "taxable_joint")
        assert (first.owner, second.owner) == ("Ines Calloway", "Tobias Hale")


def test_a_kind_in_a_list_of_accounts_is_not_that_of_the_number_below() -> None:
    listed = """Page Account Type/Name Account Number Beginning Value Ending Value
4 MERIDIAN ROLLOVER IRA INES CALLOWAY - ROLLOVER IRA - MERIDIAN 447-122900 $7,700.00 $7,760.00
9 MERIDIAN HEALTH SAVINGS ACCOUNT INES CALLOWAY 558-211070 $980.00 $1,000.00
"""
    plain = re.sub(r"Account Holder: .*\n", "", OVER).replace("4471-2290", "447-122900\nINES CALLOWAY - ROLLOVER IRA")
    plain = plain.replace("5582-1107", "558-211070\nINES CALLOWAY - HEALTH SAVINGS ACCOUNT")
    accounts = read_here("statement.txt", re.sub(" +", " ", HEAD + listed + plain).encode()).accounts
    assert [(one.number, one.registration) for one in accounts] == [("…2900", "traditional_ira"), ("…1070", "hsa")]


def test_all_accounts_are_nobody() -> None:
    summary = """Portfolio Summary
Account            Type            Cash        Investments        Total
4471-2290          Individual      240.00         7,760.00     8,000.00
All Accounts                       240.00         7,760.00     8,000.00

"""
    plain = OVER.split("Account Holder: Tobias")[0].replace("Account Holder: Ines Calloway\n", "")
    (account,) = read_here("statement.txt", (HEAD + summary + plain).encode()).accounts
    assert account.owner == ""
