"""Holdings as portals of advisers and sites of brokers write them: deposits, contracts, titles in three cells."""

from decimal import Decimal as D

from core.ingest.reading import read_here


def test_a_deposit_at_the_bank_of_the_house_is_cash() -> None:
    text = (
        "Account Number,Name,Symbol,Quantity,Last Price ($),Market Value ($),Product Type\n"
        "3117-0398,QUILL HOLDINGS INC,QZAB,10,50,500,Stocks\n"
        "3117-0398,QUILL BANK N.A. (BANK DEPOSIT),-,33.78,-,33.78,Savings & Time Deposits\n"
    )
    (account,) = read_here("holdings.csv", text.encode()).accounts
    assert (account.cash, [line.asset_type for line in account.positions]) == (D("33.78"), ["stock", "cash"])


def test_a_strike_and_the_price_of_the_underlying_are_no_price() -> None:
    text = (
        "Account,Symbol,Type,Quantity,Exp Date,Strike Price,Call/Put,Underlying Last Price,Trade Price,Mark,NetLiq\n"
        "5856-2980,QZAB,Equity,10,,,,50,40,50,500\n"
        "5856-2980,QZAB  270115C00076000,Equity Option,-4,2027-01-15,76.00,CALL,50,9.46,8.02,-3208.00\n"
    )
    (account,) = read_here("positions.csv", text.encode()).accounts
    assert [(line.price, line.market_value) for line in account.positions] == [(D(50), D(500)), (D("8.02"), D(-3208))]
    assert account.status == "proven"


def test_a_title_in_three_cells_says_the_kind_of_account() -> None:
    text = (
        "Positions,,,\nAccount:,3615-5181,WREN CALLOWAY IRA FBO WREN CALLOWAY,\nAs of:,06/30/2026,,\n\n"
        "Symbol,Security Description,Quantity,Price,Market Value\nQZAB,QUILL HOLDINGS INC,10,50,500\n"
    )
    (account,) = read_here("positions.csv", text.encode()).accounts
    assert (account.number, account.registration) == ("…5181", "traditional_ira")


def test_the_loan_of_a_participant_counts_apart() -> None:
    text = (
        "Asset Class,Investment Option,Units/Shares,Unit/Share Value,Ending Balance\n"
        "Large Cap,Quill 500 Index,10,$50.00,$500.00\nFixed,Quill Guaranteed Fund,N/A,N/A,$100.00\n"
        'Total,,,,$600.00\n\nOutstanding loan balance,,,,"$7,234.94"\n'
    )
    (account,) = read_here("balances.csv", text.encode()).accounts
    assert (account.stated_total, account.status, len(account.positions)) == (D("600.00"), "proven", 2)


def test_the_holder_the_kind_and_the_custodian_of_an_account_stand_in_columns() -> None:
    head = "Account Name,Account Number,Account Type,Custodian,Symbol,Name,Quantity,Price,Market Value\n"
    rows = (
        "Wren Calloway,ALT-1002003,Traditional IRA,Schwab,QVTI,Quill Total,10,30.00,300.00\n"
        "Wren & Ines Calloway JTWROS,ALT-1002004,Joint Tenants,Fidelity,QBND,Quill Bonds,50,73.00,3650.00\n"
    )
    found = read_here("household.csv", (head + rows).encode()).accounts
    assert [(one.owner, one.registration, one.institution) for one in found] == [
        ("Wren Calloway", "traditional_ira", "Schwab"), ("Wren & Ines Calloway", "taxable_joint", "Fidelity"),
    ]  # fmt: skip


def test_a_type_of_two_kinds_makes_no_share_an_option() -> None:
    text = (
        "Account Number,Name,Symbol,Quantity,Last ($),Market Value ($),Product Type\n"
        "8704-3775,QUILL GRANITE FOODS PLC,QZAB,10,50,500,Stocks / Options\n"
        "8704-3775,CALL QUILL GRANITE $55 EXP 01/15/27,QZAB 01/15/2027 55.00 C,1,2,200,Stocks / Options\n"
    )
    (account,) = read_here("holdings.csv", text.encode()).accounts
    assert [(line.symbol, line.asset_type) for line in account.positions] == [
        ("QZAB", "stock"), ("QZAB 01/15/2027 55.00 C", "option"),
    ]  # fmt: skip
