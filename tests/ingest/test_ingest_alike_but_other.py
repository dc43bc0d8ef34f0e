"""What looks like an account, an owner, a symbol or cash told again, and is something else."""

import time

import pytest

from core.ingest.lexicon.dates import lone_date
from core.ingest.lexicon.identifiers import is_bare_ticker
from core.ingest.lexicon.registrations import registration_of
from core.ingest.owners.whose import doubts_of
from core.ingest.reading import read_here

ROWS = (
    "QZAB,Quill Harbor Corp,100,10.00,1000.00",
    "VTQX,Tide Index Fund,50,20.00,1000.00",
    "QZAB,Quill Harbor Corp,40,10.00,400.00",
    "BRNQ,Barn Quay Inc,10,30.00,300.00",
)
HEADS = "Symbol,Description,Quantity,Price,Market Value"
PAGE = """Harbor Brokerage
Account Number: 4417-8820
{owner}
Statement as of March 31, 2026

{table}
"""
WIDE = """Symbol    Description              Quantity      Price    Market Value
QZAB      Quill Harbor Corp           100       10.00        1,000.00
VTQX      Tide Index Fund              50       20.00        1,000.00
Total                                                        2,000.00"""


def lines_in(heads: str, *told: str) -> list[list[str]]:
    rows = [f"{one},{row}" for one, row in zip(told, ROWS, strict=True)]
    read = read_here("accounts.csv", "\n".join([f"{heads},{HEADS}", *rows]).encode())
    return [[str(line.market_value) for line in account.positions] for account in read.accounts]


@pytest.mark.parametrize(
    ("heads", "first", "second"),
    [
        ("Client Number,Portfolio", "1001,Growth", "1001,Income"),
        ("Client ID,Account Name", "88213,Ines Roth IRA", "88213,Joint Brokerage"),
        ("Client ID,Account Type", "88213,Roth IRA", "88213,Joint"),
        ("Participant ID,Account Type", "9001,Roth 401(k)", "9001,Rollover IRA"),
    ],
)
def test_accounts_of_one_client_are_told_apart_by_their_names(heads: str, first: str, second: str) -> None:
    assert lines_in(heads, first, first, second, second) == [["1000.00", "1000.00"], ["400.00", "300.00"]]


def test_names_that_several_clients_have_are_those_of_each() -> None:
    told = ("88213,Roth IRA", "88213,Joint", "99321,Roth IRA", "99321,Joint")
    assert lines_in("Client ID,Account Type", *told) == [["1000.00"], ["1000.00"], ["400.00"], ["300.00"]]


def test_the_sides_of_an_account_are_one_account() -> None:
    assert len(lines_in("Client ID,Account Type", "88213,Cash", "88213,Cash", "88213,Margin", "88213,Margin")) == 1


@pytest.mark.parametrize("title", ["Client Services - 8005550199", "Odile Farrow | 8005550199"])
def test_a_telephone_number_is_no_account(title: str) -> None:
    text = "\n".join([title, HEADS, *ROWS[:2]])
    (account,) = read_here("holdings.csv", text.encode()).accounts
    assert (account.number, account.owner) == ("", "")


def test_a_number_of_the_length_of_a_telephone_s_is_an_account_s_behind_its_label() -> None:
    text = "\n".join(["Account: 4417882012 | Ines Hale", HEADS, *ROWS[:2]])
    (account,) = read_here("holdings.csv", text.encode()).accounts
    assert (account.number, account.owner) == ("…2012", "Ines Hale")


def test_a_section_of_one_holding_is_held() -> None:
    heads = "Account,Name,Symbol,Quantity,Price,Market Value"
    text = "\n".join(
        [
            f"Stocks,Header,{heads}",
            "Stocks,Data,4417-8820,Quill Harbor Corp,QZAB,100,10.00,1000.00",
            "Stocks,Data,4417-8820,Tide Corp,VTQX,50,20.00,1000.00",
            f"Funds,Header,{heads}",
            "Funds,Data,4417-8820,Barn Quay Bond Fund,BRNQ,10,30.00,300.00",
            "Notes,Data",
        ]
    )
    (account,) = read_here("sections.csv", text.encode()).accounts
    assert [line.symbol for line in account.positions] == ["QZAB", "VTQX", "BRNQ"]
    assert account.owner == ""


def test_cash_that_a_row_prints_is_counted_once() -> None:
    table = """Description                        Quantity      Price    Market Value
CASH
Cash Balance                                                   500.00
STOCKS
Quill Harbor Corp (QZAB)              100       10.00        1,000.00
Tide Corp (VTQX)                       50       20.00        1,000.00
Total stocks                                                 2,000.00
Cash balance                         500.00
Total account value                                          3,000.00"""
    (account,) = read_here("page.txt", PAGE.format(owner="Ines Hale", table=table).encode()).accounts
    assert (account.status, str(account.cash)) == ("explained", "500.00")


@pytest.mark.parametrize("word", ["NON-US", "EX-US", "SMID-CAP", "HI-DIV"])
def test_words_with_a_stroke_are_no_symbols(word: str) -> None:
    assert not is_bare_ticker(word)
    table = f"{word} Equity Index Fund   50  20.00  1,000.00\n{word} Growth Fund   40  20.00  800.00\nTotal  1,800.00"
    (account,) = read_here("page.txt", PAGE.format(owner="Ines Hale", table=table).encode()).accounts
    assert [line.symbol for line in account.positions] == [None, None]


@pytest.mark.parametrize("word", ["BRK-B", "QZAB-PRA", "QZAB.PR.A", "QZAB-WS", "BTC-USD"])
def test_classes_and_pairs_are_symbols(word: str) -> None:
    assert is_bare_ticker(word)


def test_a_trust_may_be_called_one_in_two_letters() -> None:
    owner = "CALLOWAY FAMILY TR\nU/A DTD 03/14/2009\nINES CALLOWAY TTEE"
    (account,) = read_here("page.txt", PAGE.format(owner=owner, table=WIDE).encode()).accounts
    assert (account.owner, account.registration) == ("CALLOWAY FAMILY TR", "trust_grantor")
    assert [doubt for doubt in doubts_of(account) if not doubt.missing] == []


def test_a_firm_is_not_joint_by_a_part_of_its_name() -> None:
    assert registration_of("Baycom Properties LLC") is None
    assert registration_of("Ines Hale Comm Prop") == registration_of("Ines Hale J/T") == "taxable_joint"


def test_long_texts_are_looked_at_in_the_time_of_short_ones() -> None:
    begin = time.perf_counter()
    assert lone_date("3/31/2026" + "," * 20_000 + "x") is None
    registration_of("decd bene inh " * 2_000)
    assert time.perf_counter() - begin < 5


@pytest.mark.parametrize("title", ["Positions", "Holdings"])
def test_the_title_over_heads_of_one_cell_each_is_none_of_them(title: str) -> None:
    heads = [title, "Symbol", "Description", "Quantity", "Price", "Value"]
    first = [
        "QZAB",
        "Quill Harbor Corp",
        "100",
        "10.00",
        "1,000.00",
        "VTQX",
        "Tide Index Fund",
        "50",
        "20.00",
        "1,000.00",
    ]
    group = ["Long term", "BRNQ", "Barn Quay Inc", "10", "30.00", "300.00"]
    (account,) = read_here("site.txt", "\n".join([*heads, *first, *group]).encode()).accounts
    read = [(line.symbol, line.description) for line in account.positions]
    assert read == [("QZAB", "Quill Harbor Corp"), ("VTQX", "Tide Index Fund"), ("BRNQ", "Barn Quay Inc")]
