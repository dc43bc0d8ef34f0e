"""`Cost` over what was paid for one unit, and over what was paid for all: told by size, gain and sum."""

from decimal import Decimal as D

from core.domain.statement import Statement
from core.ingest.reading import read_here

HEAD = "Account Number,Symbol,Quantity,Price,Cost,Market Value,Gain\n"


def read(*rows: str) -> Statement:
    return read_here("positions.csv", (HEAD + "".join(f"7719-4402,{row}\n" for row in rows)).encode())


def test_a_column_of_costs_of_the_size_of_the_prices_is_that_of_one_unit() -> None:
    statement = read("QZAB,100,12.00,10.00,1200.00,", "EMBR,40,10.50,10.125,420.00,")
    (account,) = statement.accounts
    assert [line.cost_basis for line in account.positions] == [D("1000.00"), D("405.00")]
    assert [issue.severity for issue in statement.issues if "of one unit" in issue.message] == ["note"]


def test_the_printed_sum_of_costs_of_one_unit_is_that_of_all_and_held_against_none() -> None:
    rows = ("QZAB,100,12.00,10.00,1200.00,200.00", "EMBR,40,10.50,10.125,420.00,15.00")
    (account,) = read_here(
        "positions.csv",
        (HEAD + "".join(f"7719-4402,{row}\n" for row in rows) + "Total,,,,1405.00,1620.00,215.00\n").encode(),
    ).accounts
    assert account.status == "proven"
    assert [line.cost_basis for line in account.positions] == [D("1000.00"), D("405.00")]
    assert account.cost_subtotals == ()


def test_costs_that_leave_the_printed_gain_are_of_all_units_however_small() -> None:
    (account,) = read("QZAB,100,12.00,10.00,1200.00,1190.00", "EMBR,40,10.50,10.125,420.00,409.875").accounts
    assert [line.cost_basis for line in account.positions] == [D("10.00"), D("10.125")]
    assert not any(line.flagged for line in account.positions)


def test_one_row_with_such_a_cost_keeps_it_and_is_flagged() -> None:
    statement = read("QZAB,100,12.00,10.00,1200.00,", "EMBR,40,10.50,405.00,420.00,")
    (account,) = statement.accounts
    assert [(line.cost_basis, line.flagged) for line in account.positions] == [(D("10.00"), True), (D("405.00"), False)]
    assert any(issue.code == "cost_of_one" and "QZAB" in issue.message for issue in statement.issues)


def test_lots_with_such_costs_flag_their_position() -> None:
    paper = """Tern Brokerage                         Account Number: 7719-4402

Description                     Symbol    Quantity      Price     Market Value
Quill Harbor Fund               QZAB       100.000      12.00        $1,200.00
Ember Bond Fund                 EMBRX       40.000      10.50          $420.00
Total account value                                                  $1,620.00

Tax lots
Description                     Acquired      Quantity    Cost
Quill Harbor Fund               01/04/2019      60.000       9.00
Quill Harbor Fund               03/04/2020      40.000      10.00
Ember Bond Fund                 03/04/2020      40.000     405.00
"""
    (account,) = read_here("paper.txt", paper.encode()).accounts
    assert [(line.cost_basis, line.flagged) for line in account.positions] == [(D("19.00"), True), (D("405.00"), False)]


def test_few_units_are_not_told_apart() -> None:
    (account,) = read("QZAB,5,12.00,50.00,60.00,", "EMBR,1,10.50,10.00,10.50,").accounts
    assert [line.cost_basis for line in account.positions] == [D("50.00"), D("10.00")]
