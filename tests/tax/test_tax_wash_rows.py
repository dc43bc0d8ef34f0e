"""Rows of lots in the shapes that people's files have."""

from datetime import date
from decimal import Decimal

import pytest

from core.domain.errors import BadInput
from core.tax.wash_rows import read_rows

HEADER = "lot,symbol,quantity,acquired,cost_basis,sold,proceeds,account\n"


@pytest.mark.parametrize(
    "text",
    [
        HEADER + "A,HERON,100,2025-01-10,1234.50,2025-12-20,600,joint\n",
        "\ufeff" + HEADER + "A,HERON,100,2025-01-10,1234.50,2025-12-20,600,joint\n",
        "\n Lot , Symbol ,QTY,Date Acquired,Cost Basis,Date Sold,Proceeds,Account\n"
        ' A , heron,"100",1/10/2025,"$1,234.50",12/20/2025,$600.00 , joint \n,,,,,,,\n\n',
        "Lot;Ticker;Shares;acquired;Cost;sold;proceeds;account\r\nA;HERON;100;20250110;1234.50;2025-12-20;600;joint\r\n",
        "lot\tsymbol\tquantity\tacquired\tbasis\tsold\tproceeds\taccount\nA\tHERON\t100.0\t2025-01-10\t1234.5\t2025-12-20\t6e2\tjoint",
        '[{"lot":"A","symbol":"HERON","quantity":100,"acquired":"2025-01-10","cost_basis":1234.5,"sold":"2025-12-20",'
        '"proceeds":"600","account":"joint"}]',
        '{"rows":[{"lot":"A","symbol":"HERON","qty":"100","acquired":"2025-01-10T00:00:00","basis":"1234.50",'
        '"sold":"2025-12-20","proceeds":600.0,"account":"joint","owner":null}]}',
    ],
)
def test_one_row_in_many_shapes(text: str) -> None:
    (row,) = read_rows(text.encode(), "lots.csv")
    assert (row.lot, row.symbol, row.account, row.quantity) == ("A", "HERON", "joint", 100)
    assert (row.acquired, row.sold) == (date(2025, 1, 10), date(2025, 12, 20))
    assert (row.cost_basis, row.proceeds) == (Decimal("1234.50"), 600)


@pytest.mark.parametrize("nothing", ["", "  ", "-", "N/A", "null", "open"])
def test_an_open_lot_has_no_sale(nothing: str) -> None:
    (row,) = read_rows(f"{HEADER}A,HERON,100,2025-01-10,1234.50,{nothing},{nothing},\n".encode(), "lots.csv")
    assert (row.sold, row.proceeds, row.account) == (None, None, "")


def test_a_file_with_a_header_alone_has_no_rows() -> None:
    assert read_rows(HEADER.encode(), "lots.csv") == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("lot,symbol\nA,HERON\n", "no column quantity, acquired, cost_basis"),
        (HEADER + "A,HERON,ten,2025-01-10,1,,,\n", r"line 2, quantity: 'ten' is not a number"),
        (HEADER + "A,HERON,-5,2025-01-10,1,,,\n", "short sales"),
        (HEADER + "A,HERON,NaN,2025-01-10,1,,,\n", "not a number"),
        (HEADER + "A,HERON,5,2025-13-10,1,,,\n", "acquired: '2025-13-10' is not a date"),
        (HEADER + "A,HERON,5,2025-01-10,-1,,,\n", "below zero"),
        (HEADER + "A,HERON,5,2025-01-10,1,2025-02-01,,\n", "proceeds: missing"),
        (HEADER + "A,HERON,5,2025-01-10,1,,50,\n", "sold: missing"),
        (HEADER + "A,HERON,5,2025-01-10,1,2024-02-01,50,\n", "before"),
        (HEADER + "A,HERON,5,2025-01-10,1,234.50,2025-02-01,600,joint,\n", "not a date|cells"),
        (HEADER + "A,HERON,5,2025-01-10,1,2025-02-01,600,joint,extra\n", "9 cells under 8 columns"),
        (HEADER + ",HERON,5,2025-01-10,1,,,\n", "lot: missing"),
        ("lot,symbol,quantity,qty,acquired,cost_basis\n", "stands twice"),
        ("[1]", r"lots.csv\[0\]: expected an object"),
        ('{"a": 1}', "expected an array"),
        ("[{", "not JSON"),
        ('[{"lot":"A","symbol":"H","quantity":true,"acquired":"2025-01-10","cost_basis":1}]', "not a number"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read_rows(text.encode(), "lots.csv")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(BadInput, match="UTF-8"):
        read_rows(b"\xff\xfe\x00lot", "lots.csv")
