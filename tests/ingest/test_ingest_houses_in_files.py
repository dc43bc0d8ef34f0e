"""Whose file it is: told by titles, and by no security or account that the first rows of a table name."""

import pytest

from core.ingest.reading import read_here

HEAD = "Asset Class,Description,Symbol,Quantity,Price,Value"


@pytest.mark.parametrize(
    "row",
    [
        "Fixed Income,Harbor Financial Corp Note,QZAB,10,20.00,200.00",
        "Non-Investment Grade,Quill Corp,QZAB,10,20.00,200.00",
        "Stocks,MORGAN STANLEY CAP TR,QZAB,10,20.00,200.00",
    ],
)
def test_a_row_of_a_table_names_no_house(row: str) -> None:
    (found,) = read_here("export.csv", f"{HEAD}\n{row}\n".encode()).accounts
    assert found.institution == ""


def test_the_name_of_an_account_in_a_summary_is_no_house() -> None:
    text = (
        'Account Summary\nAccount,Total Assets,Total Gain $\n"Harbor Ridge Brokerage",200.00,10.00\n\n'
        "Symbol,Last Price,Quantity,Value\nQZAB,20.00,10,200.00\nTOTAL,,,200.00\n"
    )
    (found,) = read_here("export.csv", text.encode()).accounts
    assert (found.institution, str(found.stated_total)) == ("", "200.00")


def test_a_title_over_the_table_names_the_house() -> None:
    text = f"Quarry Securities LLC\n{HEAD}\nStocks,Quill Corp,QZAB,10,20.00,200.00\n"
    (found,) = read_here("export.csv", text.encode()).accounts
    assert found.institution == "Quarry Securities LLC"
