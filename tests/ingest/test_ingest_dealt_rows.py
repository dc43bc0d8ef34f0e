"""Rows of lots as statements may deal them: under two headings, over costs of one, under heads of three lines."""

from core.ingest.lexicon.registrations import account_number
from tests.ingest.test_ingest_dealt_looks import only, page


def test_lots_of_one_security_under_two_headings_are_one_position() -> None:
    pencil = page()
    heads = [(40, "Security"), (190, "CUSIP"), (-300, "Acquired"), (-350, "Units"), (-400, "Price"), (-470, "Value")]
    pencil.row(heads, "B", step=13)
    for heading, lots in (
        ("Health Care", [("03/01/2018", 3), ("04/02/2019", 4)]),
        ("Industrials", [("05/03/2020", 5)]),
    ):
        pencil.row([(40, heading)], "B")
        for day, units in lots:
            cells = [(40, "QUILL AIR INC"), (190, "74838QAB1"), (-300, day), (-350, f"{units}"), (-400, "10.00")]
            pencil.row([*cells, (-470, f"{units * 10}.00")])
    pencil.row([(40, "Total Account Value"), (-470, "120.00")], "B")
    account = only(pencil)
    (line,) = account.positions
    assert (line.quantity, len(line.lots)) == (12, 3)
    assert account.status == "proven"


def test_a_sum_between_keeps_two_positions() -> None:
    pencil = page()
    heads = [(40, "Security"), (190, "CUSIP"), (-300, "Acquired"), (-350, "Units"), (-400, "Price"), (-470, "Value")]
    pencil.row(heads, "B", step=13)
    for heading, day, units in (("Health Care", "03/01/2018", 7), ("Industrials", "05/03/2020", 5)):
        pencil.row([(40, heading)], "B")
        cells = [(40, "QUILL AIR INC"), (190, "74838QAB1"), (-300, day), (-350, f"{units}"), (-400, "10.00")]
        pencil.row([*cells, (-470, f"{units * 10}.00")])
        pencil.row([(40, f"Total {heading}"), (-470, f"{units * 10}.00")], "B")
    pencil.row([(40, "Total Account Value"), (-470, "120.00")], "B")
    account = only(pencil)
    assert sum(line.quantity or 0 for line in account.positions) == 12
    assert account.status == "proven"


def test_rows_with_days_over_the_cost_of_one_are_no_second_lines() -> None:
    pencil = page()
    top = [(40, "Symbol"), (90, "Security"), (-280, "Date"), (-330, "Units"), (-380, "Price"), (-450, "Total Cost")]
    pencil.row([*top, (-520, "Value")], "B", step=10)
    pencil.row([(-280, "Acquired"), (-450, "Cost/ Share")], "B", step=14)
    for symbol, name, day in (("QZAB", "QUILL AIR INC", "01/22/2016"), ("OSTR", "OSIER TERN CO", "08/28/2017")):
        cells = [(40, symbol), (90, name), (-280, day), (-330, "10"), (-380, "20.00"), (-450, "150.00")]
        pencil.row([*cells, (-520, "200.00")], step=10)
        pencil.row([(-450, "15.0000")], step=13)
    pencil.row([(40, "Total Account Value"), (-520, "400.00")], "B")
    account = only(pencil)
    assert [(line.symbol, line.cost_basis, len(line.lots)) for line in account.positions] == [
        ("QZAB", 150, 1), ("OSTR", 150, 1),
    ]  # fmt: skip
    assert account.status == "proven"


def test_a_head_over_two_in_heads_of_three_lines_and_a_name_nobody_knows_beside_numbers() -> None:
    pencil = page()
    pencil.row([(-398, "Cost Basis"), (-480, "Market")], "B", step=9)
    middle = [(40, "CUSIP"), (110, "Concern"), (-300, "Shares /"), (-350, "Per Unit"), (-430, "Total"), (-465, "Price")]
    pencil.row([*middle, (-520, "Value")], "B", step=9)
    pencil.row([(40, "Number"), (-300, "Face Value")], "B", step=14)
    row = [(40, "74838QAB1"), (110, "QUILL AIR INC"), (-300, "10"), (-350, "15.00"), (-430, "150.00"), (-465, "20.00")]
    pencil.row([*row, (-520, "200.00")])
    pencil.row([(40, "Total Account Value"), (-520, "200.00")], "B")
    (line,) = only(pencil).positions
    assert (line.cusip, line.description, line.cost_basis, line.price) == ("74838QAB1", "QUILL AIR INC", 150, 20)


def test_a_transfer_on_death_leaves_the_number_behind_it() -> None:
    assert account_number("Individual - Transfer on Death Account: 4780-0155") == "4780-0155"
    assert account_number("Transfer to Account: 4780-0155") is None


def test_a_trust_that_is_held_opens_no_account_by_its_cusip() -> None:
    pencil = page()
    heads = [(40, "Security"), (190, "CUSIP"), (-350, "Units"), (-400, "Price"), (-470, "Value")]
    pencil.row(heads, "B", step=13)
    for name, cusip in (("QUILL AIR INC", "74838QAB1"), ("OSIER GOLD TRUST", "464285204"), ("TERN CO", "49253KAC9")):
        pencil.row([(40, name), (190, cusip), (-350, "10"), (-400, "20.00"), (-470, "200.00")])
    pencil.row([(40, "Total Account Value"), (-470, "600.00")], "B")
    account = only(pencil)
    assert [line.cusip for line in account.positions] == ["74838QAB1", "464285204", "49253KAC9"]
    assert account.status == "proven"


def test_two_costs_of_a_whole_head_are_no_two_periods() -> None:
    pencil = page()
    pencil.row([(-80, "Unit"), (-330, "Unit"), (-460, "Recent"), (-530, "Present")], "B", step=10)
    low = [(-80, "Balance"), (100, "Position"), (-330, "Cost"), (-400, "Cost Basis"), (-460, "Price"), (-530, "Value")]
    pencil.row(low, "B", step=15)
    for name in ("Quill Air Inc (QZAB)", "Osier Tern Co (OSTR)"):
        row = [(-80, "10.000"), (100, name), (-330, "15.00"), (-400, "150.00"), (-460, "20.00"), (-530, "200.00")]
        pencil.row(row)
    pencil.row([(100, "Total Account Value"), (-530, "400.00")], "B")
    account = only(pencil)
    assert [(line.quantity, line.cost_basis, line.price) for line in account.positions] == [
        (10, 150, 20),
        (10, 150, 20),
    ]
    assert account.status == "proven"


def test_costs_under_rows_of_lots_are_those_of_the_lots() -> None:
    pencil = page()
    heads = [(40, "Holding"), (-250, "Acquired"), (-310, "Units"), (-370, "Price"), (-470, "Market Value/")]
    pencil.row(heads, "B", step=9)
    pencil.row([(-470, "Your Cost")], "B", step=14)
    for name, symbol, day, units, price in (
        ("Quill Air Fund", "QZAB", "11/19/2016", 10, 11),
        ("Osier Tern Fund", "OSTR", "06/30/2018", 20, 10),
        ("Osier Tern Fund", "OSTR", "06/30/2019", 30, 10),
    ):
        figures = [(-250, day), (-310, f"{units}"), (-370, f"{price}.00"), (-470, f"{units * price}.00")]
        pencil.row([(40, name), *figures], step=9)
        pencil.row([(40, symbol), (-470, f"{units * 9}.00")], step=12)
    pencil.row([(40, "Total Account Value"), (-470, "610.00")], "B")
    account = only(pencil)
    assert [[lot.cost_basis for lot in line.lots] for line in account.positions] == [[90], [180, 270]]
    assert account.status == "proven"


def test_the_worth_of_an_account_over_two_columns_of_names_is_no_row() -> None:
    pencil = page()
    heads = [
        (40, "CUSIP #"),
        (90, "Holding"),
        (-330, "Total Cost"),
        (-400, "Total Value"),
        (-460, "Par"),
        (-530, "Price"),
    ]
    pencil.row(heads, "B", step=13)
    bond = [(40, "74838QAB1"), (90, "Quill Air Notes 3.375% Due 07/01/2032"), (-330, "900.00"), (-400, "950.00")]
    pencil.row([*bond, (-460, "1,000"), (-530, "95.000")], step=14)
    pencil.row([(40, "SHORT-TERM RESERVES")], "B", step=12)
    pencil.row([(40, "Oakline Value Advantage Money Fund Investor (BLRXX)"), (-440, "50.00")], step=14)
    pencil.row([(40, "Net"), (55, "Account"), (90, "Value"), (-400, "1,000.00")], "B")
    account = only(pencil)
    assert (account.stated_total, account.cash, len(account.positions)) == (1000, 50, 1)
