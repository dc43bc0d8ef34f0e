"""Owners that exports name: in the title of an account with its house behind, in a list of accounts, on two lines."""

import io

import openpyxl
import pytest

from core.domain.statement import Statement
from core.ingest.lexicon.registrations import registration_of
from core.ingest.owners.account_titles import title_of
from core.ingest.reading import read_here

HOUSE = "ALDER TRUST CO CUST"
TITLES = (
    (f"INES R CALLOWAY ROTH IRA {HOUSE}", "INES R CALLOWAY", "roth_ira"),
    (f"INES R CALLOWAY IRA {HOUSE}", "INES R CALLOWAY", "traditional_ira"),
    ("Ines Calloway SEP IRA, Wyndcote Bank N.A. as Custodian", "Ines Calloway", "sep_ira"),
    ("INES CALLOWAY IRA COMMUNITY BANK CUST", "INES CALLOWAY", "traditional_ira"),
    (f"INES CALLOWAY BENE OF TOBIAS CALLOWAY INHERITED IRA {HOUSE}", "INES CALLOWAY", "inherited_ira"),
    ("INES CALLOWAY BENE OF TOBIAS CALLOWAY DECD INHERITED IRA", "INES CALLOWAY", "inherited_ira"),
)


def owners(statement: Statement) -> list[tuple[str, str, str]]:
    return [(one.number, one.owner, one.registration) for one in statement.accounts]


@pytest.mark.parametrize(("text", "owner", "registration"), TITLES)
def test_the_house_and_the_deceased_are_no_owners(text: str, owner: str, registration: str) -> None:
    title = title_of(text)
    assert title is not None
    assert (title.owner, registration_of(title.kind)) == (owner, registration)


@pytest.mark.parametrize("text", [HOUSE, "INES CALLOWAY ALDER CUST", f"QUILL BOND FUND {HOUSE}"])
def test_a_house_alone_opens_no_title(text: str) -> None:
    assert title_of(text) is None


def test_a_column_of_titles_with_the_house_behind() -> None:
    head = "Account Number,Account Title,Registration,Symbol,Security Description,Quantity,Price,Market Value"
    rows = [
        f"44120091,INES R CALLOWAY ROTH IRA {HOUSE},Roth IRA,QZAB,QUILL HOLDINGS INC,10,25.00,250.00",
        f"44120092,INES R CALLOWAY BENE OF ODO CALLOWAY INHERITED IRA {HOUSE},Inherited IRA,"
        "QZAB,QUILL HOLDINGS INC,20,25.00,500.00",
    ]
    statement = read_here("custody.csv", "\n".join([head, *rows]).encode())
    assert owners(statement) == [
        ("…0091", "INES R CALLOWAY", "roth_ira"),
        ("…0092", "INES R CALLOWAY", "inherited_ira"),
    ]


@pytest.mark.parametrize("heads", [("Account Name", "Account Number", "Owner"), ("Account Name", "Account Number")])
def test_a_trust_in_a_book_of_accounts(heads: tuple[str, ...]) -> None:
    book = openpyxl.Workbook()
    listed = book.active
    assert listed is not None
    trust, ines = "Calloway Family Revocable Trust", "Ines Calloway"
    listed.append([*heads, "Registration Type", "Market Value"])
    for name, number, owner, kind, value in (
        (trust, "C44120091", trust, "Revocable Trust", 250),
        (f"{ines} Roth IRA", "C44120092", ines, "Roth IRA", 500),
    ):
        listed.append([*(name, number, owner)[: len(heads)], kind, value])
    held = book.create_sheet("Holdings")
    held.append(["Account Number", "Account Name", "Security", "Ticker", "Units", "Unit Price", "Market Value"])
    held.append(["C44120091", trust, "Quill Holdings Inc", "QZAB", 10, 25, 250])
    held.append(["C44120092", f"{ines} Roth IRA", "Quill Holdings Inc", "QZAB", 20, 25, 500])
    data = io.BytesIO()
    book.save(data)
    found = owners(read_here("household.xlsx", data.getvalue()))
    assert found == [("…0091", trust, "trust_grantor"), ("…0092", ines, "roth_ira")]


def test_an_owner_column_of_a_list_of_accounts_that_names_no_kind() -> None:
    text = "\n".join([
        "Account Number,Owner,Market Value",
        "44120091,Ines Calloway,250.00",
        "44120092,Tobias Calloway,500.00",
        "",
        "Account Number,Security,Symbol,Quantity,Price,Market Value",
        "44120091,Quill Holdings Inc,QZAB,10,25.00,250.00",
        "44120092,Quill Holdings Inc,QZAB,20,25.00,500.00",
    ])  # fmt: skip
    found = [(number, owner) for number, owner, _ in owners(read_here("list.csv", text.encode()))]
    assert found == [("…0091", "Ines Calloway"), ("…0092", "Tobias Calloway")]


def test_an_heir_on_the_line_above_the_deceased() -> None:
    text = "\n".join([
        "ALDER SECURITIES          POSITION REGISTER          AS OF 04/30/2026",
        "",
        "ACCOUNT: 4A1-220914    TYPE: INHERITED IRA",
        "         INES R CALLOWAY BENE OF",
        "         TOBIAS CALLOWAY INHERITED IRA",
        "         ALDER CLEARING CUST",
        "",
        "SYMBOL  DESCRIPTION                          QUANTITY       PRICE     MARKET VALUE",
        "QZAB    QUILL HOLDINGS INC                     10.000     25.0000           250.00",
        "VPWS    EMBER SHIPPING LTD                     20.000     25.0000           500.00",
        "        TOTAL ACCOUNT VALUE                                                 750.00",
    ])  # fmt: skip
    assert owners(read_here("register.txt", text.encode())) == [("…0914", "INES R CALLOWAY", "inherited_ira")]
