"""Sums of exports: of the account that their row names, over the rows that they sum, behind tables of lots."""

from decimal import Decimal as D

from core.ingest.reading import read_here

HEAD = "Account Number,Symbol,Description,Quantity,Price,Market Value\n"
FIRST = "4417-8820,QZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00\n4417-8820,FNCH,FINCH PAPER CO,50,10.00,500.00\n"
SECOND = "4417-9931,ALDR,ALDER FOODS PLC,10,10.00,100.00\n"


def read(text: str) -> list[tuple[str, str, D | None]]:
    accounts = read_here("sums.csv", text.encode()).accounts
    return [(account.number, account.status, account.stated_total) for account in accounts]


def test_a_sum_over_its_rows_is_of_the_account_that_its_row_names() -> None:
    over = f"{HEAD}4417-8820,,Total,,,2500.00\n{FIRST}4417-9931,,Total,,,100.00\n{SECOND}"
    assert read(over) == [("…8820", "proven", D("2500.00")), ("…9931", "proven", D("100.00"))]


def test_a_wrong_sum_over_its_rows_is_named() -> None:
    over = f"{HEAD}4417-8820,,Total,,,2650.00\n{FIRST}4417-9931,,Total,,,100.00\n{SECOND}"
    assert [(number, status == "proven") for number, status, _ in read(over)] == [("…8820", False), ("…9931", True)]


def test_sums_of_accounts_that_go_by_names() -> None:
    text = (
        "Account,Ticker,Holding,Shares,Price,Value\n"
        "Roth IRA,TOTAL,,,,2500.00\nRoth IRA,QZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00\n"
        "Roth IRA,FNCH,FINCH PAPER CO,50,10.00,500.00\n"
        "SEP IRA,TOTAL,,,,100.00\nSEP IRA,ALDR,ALDER FOODS PLC,10,10.00,100.00\n"
    )
    found = read_here("names.csv", text.encode()).accounts
    assert [(one.registration, one.status, one.stated_total) for one in found] == [
        ("roth_ira", "proven", D("2500.00")),
        ("sep_ira", "proven", D("100.00")),
    ]


def test_the_one_name_of_an_account_tells_its_kind() -> None:
    text = "Account,Ticker,Holding,Shares,Price,Value\nRoth IRA,QZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00\n"
    (account,) = read_here("one.csv", text.encode()).accounts
    assert account.registration == "roth_ira"


def test_names_under_account_beside_numbers_of_contracts() -> None:
    text = (
        "Account,Contract Number,Investment,Ticker,Units,Unit Price,Balance\n"
        "Roth IRA,1494-3837,HARBOR QUILL HOLDINGS,QZAB,100,20.00,2000.00\n"
        "SEP IRA,9340-7483,FINCH PAPER CO,FNCH,50,10.00,500.00\n"
        '"Values may be off by $0.10, and are told as they are."\n'
    )
    found = read_here("contracts.csv", text.encode()).accounts
    assert [(one.number, one.registration) for one in found] == [("…3837", "roth_ira"), ("…7483", "sep_ira")]


def test_a_sum_over_rows_behind_the_lots_of_another_account() -> None:
    head = "Symbol,Description,Quantity,Price,Market Value,Cost Basis\n"
    lots = "Tax Lots\nSymbol,Description,Date Acquired,Quantity,Cost Basis,Market Value\n"
    text = (
        f"Account Number,4417-8820\n{head},Total,,,2000.00,\nQZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00,1500.00\n\n"
        f"{lots}QZAB,HARBOR QUILL HOLDINGS,02/03/2021,60,900.00,1200.00\n"
        "QZAB,HARBOR QUILL HOLDINGS,02/03/2022,40,600.00,800.00\n\n"
        f"Account Number,4417-9931\n{head},Total,,,100.00,\nALDR,ALDER FOODS PLC,10,10.00,100.00,90.00\n"
    )
    assert read(text) == [("…8820", "proven", D("2000.00")), ("…9931", "proven", D("100.00"))]


def test_names_beside_numbers_under_two_words_for_accounts() -> None:
    text = (
        "Acct,Account,Symbol,Description,Quantity,Price,Market Value\n"
        "4417-8820,Roth IRA,QZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00\n\nTransactions\n"
        "Account Number,Date,Type,Symbol,Description,Amount\n4417-8820,06/15/2026,Dividend,QZAB,HARBOR,9.00\n"
    )
    (account,) = read_here("two.csv", text.encode()).accounts
    assert (account.number, account.registration) == ("…8820", "roth_ira")


def test_a_wrong_total_under_sections_is_that_of_the_account() -> None:
    text = (
        "Account Number,4417-8820\nSymbol,Description,Quantity,Price,Market Value\nEquities\n"
        "QZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00\n,Total Equities,,,2000.00\nCash\n,Bank Sweep,,,300.00\n"
        ",Account Total,,,2350.00\n"
    )
    (account,) = read_here("sections.csv", text.encode()).accounts
    assert (account.stated_total, account.status != "proven") == (D("2350.00"), True)


def test_who_owns_an_account_counts_more_than_the_household() -> None:
    rows = "Symbol,Description,Quantity,Price,Market Value\nQZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00\n"
    text = f"Client,Fenwick Household\nAccount Number,4417-8820\nOwner,Odalys Fenwick\n{rows}"
    (account,) = read_here("household.csv", text.encode()).accounts
    assert account.owner == "Odalys Fenwick"


def test_names_with_their_symbols_in_brackets() -> None:
    text = "Security (Symbol),Shares,Price,Value\nHARBOR QUILL HOLDINGS (QZAB),100,20.00,2000.00\n"
    (account,) = read_here("both.csv", text.encode()).accounts
    assert [(line.symbol, line.description) for line in account.positions] == [("QZAB", "HARBOR QUILL HOLDINGS")]
