"""A first column without a head is of symbols where that is evident; where it may be of people, nothing is proven."""

import pytest

from core.ingest.reading import read_here


def read(head: str, *rows: str) -> tuple[list[str], list[str], list[str]]:
    """The statuses of the accounts, the symbols and the names of their holdings."""
    accounts = read_here("keys.csv", "\n".join([head, *rows]).encode()).accounts
    lines = [line for account in accounts for line in account.positions]
    return [one.status for one in accounts], [line.symbol or "" for line in lines], [one.description for one in lines]


@pytest.mark.parametrize("total", [(), ("Total,,,700.00",)])
@pytest.mark.parametrize(
    ("keys", "status"),
    [(("JANE", "JOHN"), "unproven"), (("VTI", "JOHN"), "proven"), (("QZAB", "QZCD"), "proven")],
)
def test_keys_that_are_words_are_no_symbols_for_sure(keys: tuple[str, str], status: str, total: tuple[str]) -> None:
    rows = (f"{keys[0]},10,50.00,500.00", f"{keys[1]},20,10.00,200.00")
    statuses, symbols, _ = read(",Quantity,Price,Market Value", *rows, *total)
    assert (statuses, symbols) == ([status], [*keys])


@pytest.mark.parametrize(
    ("first", "status"),
    [(("Jane", "Jane", "John"), "unproven"), (("Jane", "", "John"), "unproven"), (("Equities", "", "Bonds"), "proven"),
     (("1", "2", "3"), "proven")],
)  # fmt: skip
def test_words_before_symbols_may_tell_whose_the_rows_are(first: tuple[str, ...], status: str) -> None:
    held = ("QZAB,Quill Fund,10,50.00,500.00", "QZAC,Mallow Fund,10,5.00,50.00", "QZCD,Larch Fund,20,10.00,200.00")
    rows = [f"{key},{row}" for key, row in zip(first, held, strict=True)]
    assert read(",Symbol,Description,Quantity,Price,Market Value", *rows)[0] == [status]


def test_names_before_symbols_are_those_of_the_securities() -> None:
    rows = ("Quill Fund,QZAB,10,50.00,500.00", "Larch Fund,QZCD,20,10.00,200.00")
    found = read(",Symbol,Quantity,Price,Market Value", *rows)
    assert found == (["proven"], ["QZAB", "QZCD"], ["Quill Fund", "Larch Fund"])
