"""Figures of a workbook that lost their noughts are as exact as the others of their column."""

import io

import openpyxl
import pytest

from core.ingest.reading import read_here


def workbook(units: int) -> bytes:
    book = openpyxl.Workbook()
    for row in (
        ["Account Number", "5511-2233"],
        ["Symbol", "Description", "Quantity", "Price", "Value"],
        ["QZAB", "Quill Fund", 48, 94.75, 4548],
        ["QZCD", "Larch Fund", units, 14, 896],
    ):
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize(("units", "proven"), [(64, True), (65, False)])
def test_a_price_without_its_noughts_is_exact(units: int, proven: bool) -> None:
    (account,) = read_here("book.xlsx", workbook(units)).accounts
    assert (account.status == "proven") is proven
    assert [str(line.price) for line in account.positions] == ["94.75", "14.00"]


def test_prices_in_whole_dollars_are_what_they_print() -> None:
    rows = "Symbol,Description,Quantity,Price,Value\nQZAB,Quill Fund,48,95,4548.00\nQZCD,Larch Fund,65,14,896.00\n"
    (account,) = read_here("rounded.csv", rows.encode()).accounts
    assert [str(line.price) for line in account.positions] == ["95", "14"]


def test_an_amount_in_quotes_of_its_own_is_an_amount() -> None:
    rows = 'Symbol,Description,Quantity,Price,Value\nQZAB,Quill Fund,10,50.00,500.00\n,Cash,,,""" $1,204.55 """\n'
    (account,) = read_here("quoted.csv", f'{rows}Total,,,,"1,704.55"\n'.encode()).accounts
    assert (str(account.cash), account.status) == ("1204.55", "proven")
