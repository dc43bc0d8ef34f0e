"""Downloads as houses write them: notes in quotation marks, sides of an account, merged heads, doubled rows."""

import io
from datetime import date
from decimal import Decimal as D

import openpyxl
import pytest

from core.domain.statement import Statement
from core.ingest.files.kinds import content_of
from core.ingest.reading import read_here

HEAD = "Account Number,Account Name,Symbol,Description,Quantity,Last Price,Current Value,Cost Basis Total,Type\n"
ROWS = (
    '7710-2201,Individual,QXMM**,QUARRY MONEY MARKET,,,"$1,200.50",,Cash\n'
    '7710-2201,Individual,ABQX,ALDER BARK CO,100,$12.50,"$1,250.00","$900.00",Cash\n'
    '7710-2202,ROTH IRA,CDQX,CEDAR DOCK INC,40,$50.00,"$2,000.00","$2,400.00",Margin\n'
)
NOTE = '\n"This file is given to you\nfor your use alone, over 1,200 funds, 3 of 4."\n'


def read(text: str, name: str = "Positions.csv") -> Statement:
    return read_here(name, text.encode())


def test_a_note_of_several_lines_is_prose_and_breaks_no_table() -> None:
    statement = read(HEAD + ROWS + NOTE)
    assert not statement.refused
    assert [account.number for account in statement.accounts] == ["…2201", "…2202"]


def test_a_cell_that_swallows_rows_refuses_the_file() -> None:
    broken = HEAD + ROWS.replace('"$900.00"', '"$900.00')
    assert "quotation marks are broken" in read(broken).refused


def test_the_side_of_an_account_is_not_what_a_security_is() -> None:
    first, second = read(HEAD + ROWS).accounts
    kinds = [line.asset_type for line in (*first.positions, *second.positions)]
    assert kinds == ["cash", "stock", "stock"]


def test_a_row_that_stands_twice_is_named_where_no_sum_tells_that_both_are_meant() -> None:
    row = ROWS.splitlines(keepends=True)[1]
    first, second = read(HEAD + ROWS.replace(row, row * 2)).accounts
    assert first.status == "unproven"
    assert any("stands twice" in check.where for check in first.checks if not check.ok)
    assert second.status == "proven"


def test_a_printed_sum_that_holds_means_both_rows() -> None:
    head = "Symbol,Description,Quantity,Price,Market Value\n"
    row = "ABQX,ALDER BARK CO,100,12.50,1250.00\n"
    (account,) = read(f"Account number,1234-5678\n{head}{row}{row}Total,,,,2500.00\n").accounts
    assert account.status == "proven"


def test_text_with_columns_kept_by_spaces_is_text_though_its_numbers_hold_commas() -> None:
    lines = [
        "Account number 4410-2277        June 30, 2026",
        "Description       Symbol      Quantity     Price        Value",
    ]
    lines += [f"ALDER BARK CO     ABQX        1,0{n}0.00     1,012.50     1,0{n}2,625.00" for n in range(1, 9)]
    assert content_of("\n".join(lines).encode()) == "text"
    assert content_of((HEAD + ROWS).encode()) == "table"


@pytest.mark.parametrize("group", [("Security", None, "Holding", None, None, "Purchase", None)])
def test_a_merged_label_above_says_whose_date_it_is(group: tuple[str | None, ...]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Account number", "5512-9034"])
    sheet.append(list(group))
    sheet.append(["Symbol", "Name", "Quantity", "Price", "Market Value", "Date", "Cost Basis"])
    sheet.append(["ABQX", "ALDER BARK CO", 100, 12.5, 1250, date(2021, 3, 4), 900])
    out = io.BytesIO()
    book.save(out)
    (account,) = read_here("Holdings.xlsx", out.getvalue()).accounts
    (lot,) = account.positions[0].lots
    assert (str(lot.acquired), lot.cost_basis) == ("2021-03-04", D(900))


OFX = """OFXHEADER:100
<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><CURDEF>USD<DTASOF>20260630<INVACCTFROM><BROKERID>quarry.example
<ACCTID>88001234</INVACCTFROM><INVPOSLIST>{}</INVPOSLIST></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>
<SECLISTMSGSRSV1><SECLIST><STOCKINFO><SECINFO><SECID><UNIQUEID>037833100<UNIQUEIDTYPE>CUSIP</SECID>
<SECNAME>ALDER BARK CO<TICKER>ABQX</SECINFO></STOCKINFO></SECLIST></SECLISTMSGSRSV1></OFX>"""
POSITION = """<POSSTOCK><INVPOS><SECID><UNIQUEID>037833100<UNIQUEIDTYPE>CUSIP</SECID><HELDINACCT>{}<POSTYPE>LONG
<UNITS>100<UNITPRICE>12.50<MKTVAL>1250.00<DTPRICEASOF>20260630</INVPOS></POSSTOCK>"""


def test_an_ofx_position_that_stands_twice_is_named_but_not_one_on_each_side_of_the_account() -> None:
    (twice,) = read(OFX.format(POSITION.format("CASH") * 2), "Download.ofx").accounts
    assert twice.status == "unproven"
    (sides,) = read(OFX.format(POSITION.format("CASH") + POSITION.format("MARGIN")), "Download.ofx").accounts
    assert sides.status == "proven"
