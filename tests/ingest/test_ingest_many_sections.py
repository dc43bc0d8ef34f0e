"""Files of very many small parts are read in the time that their rows need, and each part is held by its own sum."""

from decimal import Decimal as D
from time import process_time

from core.ingest.accounts.cut_again import without_cuts
from core.ingest.nouns.events import Cell, Event, Record, Total, Where
from core.ingest.reading import read_here

HEAD = "Symbol,Description,Quantity,Price,Market Value"
MOST_SECONDS = 8.0


def row(number: int) -> str:
    return f"QZ{number:04d},Willow Tern {number} Inc,{number + 1},2.50,{(number + 1) * D('2.50')}"


def total(number: int) -> str:
    return f"Total,,,,{(number + 1) * D('2.50')}"


def test_many_accounts_of_one_row_are_read_at_once_and_proven() -> None:
    parts = [f"Account: 3107{number:06d}\n{HEAD}\n{row(number)}\n{total(number)}\n" for number in range(1500)]
    began = process_time()
    read = read_here("many.csv", "\n".join(parts).encode())
    assert process_time() - began < MOST_SECONDS
    assert len(read.accounts) == 1500 and {account.status for account in read.accounts} == {"proven"}


def test_many_groups_of_one_account_are_read_at_once_and_proven() -> None:
    parts = [f"Group {number} of things\n{row(number)}\n{total(number)}\n" for number in range(1500)]
    whole = sum(D(number + 1) * D("2.50") for number in range(1500))
    text = f"Account: 3107004512\n{HEAD}\n{''.join(parts)}Account Total,,,,{whole}\n"
    began = process_time()
    (account,) = read_here("groups.csv", text.encode()).accounts
    assert process_time() - began < MOST_SECONDS
    assert len(account.positions) == 1500 and account.status == "proven" and account.stated_total == whole


def cell(text: str) -> Cell:
    return Cell(text)


def record(name: str, value: str, **cells: str) -> Event:
    told = {"description": name, "value": value, **cells}
    return Record("holdings", {role: cell(text) for role, text in told.items()}, Where(row=1))


def summed(value: str) -> Event:
    return Total("", {"value": cell(value)}, Where(row=1))


def test_rows_of_an_amount_alone_are_a_cut_of_the_total_from_the_one_on_that_makes_it() -> None:
    held = [record("Onyx Fund", "900.00", quantity="90", price="10.00"), summed("900.00")]
    other = record("Something else", "77.00")
    cut = [record("Before tax", "650.00"), record("After tax", "250.00")]
    assert without_cuts([*held, *cut, summed("900.00")]) == held
    assert without_cuts([*held, other, *cut]) == [*held, other]
    assert without_cuts([*held, other, cut[0]]) == [*held, other, cut[0]]
