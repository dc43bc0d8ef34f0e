"""Exports that tell by columns and by format: the holder beside registrations, options in words, outlines in cells."""

import io
from decimal import Decimal as D

import openpyxl
import pytest
from openpyxl.styles import Alignment

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here


def account(*lines: str) -> StatementAccount:
    (found,) = read_here("export.csv", "\n".join(lines).encode()).accounts
    return found


@pytest.mark.parametrize(
    ("name", "kind", "registration", "owner"),
    [
        ("WENDELL K ASHBURY", "INDIVIDUAL", "taxable_individual", "WENDELL K ASHBURY"),
        ("Wendell Ashbury Roth IRA", "ROTH IRA", "roth_ira", "Wendell Ashbury"),
        ("My retirement account", "ROLLOVER IRA", "traditional_ira", ""),
    ],
)
def test_a_column_of_registrations_tells_the_kind_and_the_name_beside_it_the_holder(
    name: str, kind: str, registration: str, owner: str
) -> None:
    found = account(
        "Account Number,Account Name,Reg Type,Symbol,Description,Acct Type,Quantity,Last Price,Market Value",
        f"Y67-678293,{name},{kind},QZAB,QUILL HOLDINGS INC,Cash,100,20.00,2000.00",
    )
    assert (found.registration, found.owner) == (registration, owner)


def test_an_option_in_words_in_the_column_of_symbols_is_an_option() -> None:
    found = account(
        "Symbol,Last Price $,Quantity,Value $",
        "QZAB,20.00,100,2000.00",
        "QZAB Jan 15 '27 $87 Put,2.00,-9,-1800.00",
    )
    (_, option) = found.positions
    assert (option.asset_type, option.description, option.flagged) == ("option", "QZAB Jan 15 '27 $87 Put", False)


def test_a_workbook_that_indents_by_format_is_an_outline() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for depth, cells in (
        (0, ("Client > Account > Class > Security", "Ticker", "Units", "Price (USD)", "Value (USD)")),
        (0, ("Calloway Family", None, None, None, 3500)),
        (1, ("Ines Calloway Individual (4366-7981)", None, None, None, 2000)),
        (2, ("Equities", None, None, None, 2000)),
        (3, ("QUILL HOLDINGS INC", "QZAB", 100, 20, 2000)),
        (1, ("Ines Calloway Traditional IRA (6275-9134)", None, None, None, 1500)),
        (2, ("Private Equity", None, None, None, 1500)),
        (3, ("Tide Growth Equity 2021", None, None, None, 1500)),
    ):
        sheet.append(cells)
        sheet.cell(sheet.max_row, 1).alignment = Alignment(indent=depth)
    data = io.BytesIO()
    book.save(data)
    accounts = read_here("export.xlsx", data.getvalue()).accounts
    assert [(one.number, one.stated_total) for one in accounts] == [("…7981", D(2000)), ("…9134", D(1500))]
    assert [line.asset_type for one in accounts for line in one.positions] == ["stock", "alternative"]


def test_legal_forms_are_no_symbols_and_a_currency_counts_under_any_head() -> None:
    held = account(
        "Bezeichnung;ISIN;Stück;Kurs;Geldsorte;Kurswert",
        "Alpenwerk AG;DE0007236101;120;172,35;EUR;20.682,00",
        "Birkental SE;DE0008404005;55;268,10;EUR;14.745,50",
        "Seetal SA;CH0038863350;200;88,42;EUR;17.684,00",
        "Gesamt;;;;EUR;53.111,50",
    )
    assert [(line.symbol, line.description) for line in held.positions] == [
        (None, "Alpenwerk AG"), (None, "Birkental SE"), (None, "Seetal SA")
    ]  # fmt: skip
    assert held.currency == "EUR" and {line.currency for line in held.positions} == {"EUR"}
