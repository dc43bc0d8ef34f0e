"""Options in the ways that brokers print them: the day of expiry and the strike belong to the name, not to a column."""

import pytest

from core.domain.statement import StatementAccount, StatementLine
from core.ingest.book.holdings import symbol_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = (
    (40.0, "Holding"), (172.0, "Purchase Date"), (-275.0, "Quantity"), (-330.0, "Unit Cost"), (-395.0, "Total Cost"),
    (-440.0, "Price"), (-505.0, "Value"), (-570.0, "Gain/Loss"),
)  # fmt: skip
EDGES = (40.0, 172.0, -275.0, -330.0, -395.0, -440.0, -505.0, -570.0)
SOLD = ("", "", "-5", "3.00", "-1,500.00", "2.10", "-1,050.00", "450.00")
BOUGHT = ("", "", "3", "3.00", "900.00", "4.20", "1,260.00", "360.00")


def row(pencil: Pencil, cells: tuple[str, ...], *names: tuple[float, str], step: float = 10) -> None:
    told = [(edge, cell) for edge, cell in zip(EDGES, cells, strict=True) if cell]
    pencil.row([*names, *told], size=7.5, step=step)


def begun(heading: str = "Options") -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Fairbridge Securities")], "B", size=12, step=18)
    pencil.row([(40, "Account number: 4412-7788"), (300, "August 31, 2026")], step=18)
    pencil.row([(40, "Total account value"), (-200, "$4,310.25")], "B", step=18)
    pencil.row([(40, "Cash balance"), (-505, "4,100.25")], step=18)
    pencil.row([(40, heading)], "B", size=10, step=14)
    pencil.row(HEADS, "B", size=7, step=12)
    return pencil


def only(pencil: Pencil) -> StatementAccount:
    pencil.row([(40, "Total Options"), (-505, "210.00")], "B", size=7.5)
    (account,) = read_here("fairbridge.pdf", pencil.drawn().data).accounts
    return account


def test_strike_and_expiry_over_a_row_under_a_head_of_days_are_its_name() -> None:
    pencil = begun()
    row(pencil, ("",) * 8, (40, "CALL (QZAB) QUILL HARBOR CORP JAN 15 27 $150 (100 SHS)"))
    row(pencil, SOLD, (44, "EAI: Not available"), step=14)
    row(pencil, ("",) * 8, (40, "PUT (RVTN) RAVINE PETROLEUM JAN 15 27 $319 (100 SHS)"))
    row(pencil, BOUGHT, (44, "EAI: Not available"), step=16)
    account = only(pencil)
    assert account.status == "proven" and len(account.positions) == 2
    call, put = account.positions
    assert "CALL (QZAB) QUILL HARBOR CORP JAN 15 27 $150" in call.description and call.quantity == -5
    assert "PUT (RVTN) RAVINE PETROLEUM JAN 15 27 $319" in put.description and not put.flagged
    assert call.asset_type == put.asset_type == "option" and call.symbol is put.symbol is None


def test_a_contract_on_two_lines_over_its_lots_keeps_them() -> None:
    pencil = begun()
    row(pencil, ("",) * 8, (40, "CALL (QZAB) QUILL HARBOR CORP"))
    row(pencil, ("",) * 8, (40, "JAN 15 27 $150 (100 SHS)"))
    row(pencil, ("", "06/02/26", "-3", "3.00", "-900.00", "2.10", "-630.00", "270.00"))
    row(pencil, ("", "06/09/26", "-2", "3.00", "-600.00", "2.10", "-420.00", "180.00"))
    row(pencil, SOLD, (40, "Total"), step=14)
    row(pencil, ("",) * 8, (40, "PUT RAVINE PETROLEUM 45 EXP 01/15/27"))
    row(pencil, ("", "06/02/26", "3", "3.00", "900.00", "4.20", "1,260.00", "360.00"), step=16)
    account = only(pencil)
    assert account.status == "proven"
    assert [len(line.lots) for line in account.positions] == [2, 1]
    assert "$150" in account.positions[0].description


def test_a_symbol_alone_beside_the_second_lot_is_that_of_the_option_above() -> None:
    pencil = begun()
    row(pencil, ("",) * 8, (40, "CALL QUILL HARBOR CORP 150 EXP 01/15/27"))
    row(pencil, ("", "06/02/26", "-3", "3.00", "-900.00", "2.10", "-630.00", "270.00"))
    row(pencil, ("", "06/09/26", "-2", "3.00", "-600.00", "2.10", "-420.00", "180.00"), (40, "QZAB270115C150"), step=14)
    row(pencil, BOUGHT, (40, "PUT RAVINE PETROLEUM 45"), step=16)
    call, _ = only(pencil).positions
    assert (call.symbol, call.quantity, len(call.lots)) == ("QZAB270115C150", -5, 2)


def test_options_under_a_heading_that_says_short_are_owed() -> None:
    pencil = begun("Short Options")
    row(pencil, ("", "", "5", "3.00", "1,500.00", "2.10", "1,050.00", "450.00"), (40, "CALL QZAB JAN 15 2027 150"))
    pencil.row([(40, "Total Short Options"), (-505, "(1,050.00)")], "B", size=7.5)
    pencil.row([(40, "Long Options")], "B", size=10, step=14)
    row(pencil, BOUGHT, (40, "PUT RVTN JAN 15 2027 45"))
    call, put = only(pencil).positions
    assert (call.quantity, call.market_value, call.cost_basis) == (-5, -1050, -1500)
    assert (put.quantity, put.market_value) == (3, 1260)


@pytest.mark.parametrize("wide", (94.0, 120.0))
def test_the_symbol_of_an_option_is_of_several_words(wide: float) -> None:
    pencil = begun()
    pencil.row([(40, "Symbol"), (40 + wide, "Description"), *HEADS[2:]], "B", size=7, step=12)
    row(pencil, SOLD, (40, "QZAB 01/15/2027 150.00 C"), (45 + wide, "CALL QUILL CORP"))
    row(pencil, BOUGHT, (40, "RVTN 01/15/2027 45.00 P"), (45 + wide, "PUT RAVINE INC"))
    account = only(pencil)
    assert [line.symbol for line in account.positions] == ["QZAB 01/15/2027 150.00 C", "RVTN 01/15/2027 45.00 P"]
    assert [line.description for line in account.positions] == ["CALL QUILL CORP", "PUT RAVINE INC"]
    assert account.status == "proven"


def test_the_symbol_of_an_option_of_several_words_in_copied_text() -> None:
    text = """Fairbridge Securities
    Account number: 4412-7788
    Statement as of August 31, 2026
    Total account value $4,310.25
    Cash 4,100.25
    Symbol Description Quantity Price Market Value Cost Basis Gain/Loss
    QZAB 01/15/2027 150.00 C CALL QUILL HARBOR CORP $150 EXP 01/15/27 -5 2.10 -1,050.00 -1,500.00 450.00
    RVTN 01/15/2027 45.00 P PUT RAVINE INC $45 EXP 01/15/27 3 4.20 1,260.00 900.00 360.00
    Total 210.00 -600.00 810.00
    """
    (account,) = read_here("copied.txt", text.encode()).accounts
    call, put = account.positions
    assert (call.symbol, call.description) == ("QZAB 01/15/2027 150.00 C", "CALL QUILL HARBOR CORP $150 EXP 01/15/27")
    assert (put.symbol, put.quantity, put.cost_basis) == ("RVTN 01/15/2027 45.00 P", 3, 900)


def test_right_day_and_strike_in_columns_of_their_own_are_part_of_the_name() -> None:
    text = (
        "Account,Symbol,Name,Strike,Expiration,Option Type,Contracts,Price,Market Value\n"
        "44127788,QZAB,QUILL HARBOR CORP,150.00,2027-01-15,CALL,-5,2.10,-1050.00\n"
        "44127788,QZAB,QUILL HARBOR CORP,45.00,2027-01-15,PUT,3,4.20,1260.00\n"
        "44127788,QZAB,QUILL HARBOR CORP,,,,100,50.00,5000.00\n"
    )
    (account,) = read_here("held.csv", text.encode()).accounts
    call, put, stock = account.positions
    assert call.description == "QZAB QUILL HARBOR CORP CALL 2027-01-15 150.00"
    assert (call.asset_type, put.asset_type, stock.asset_type, stock.symbol) == ("option", "option", "stock", "QZAB")
    assert account.status == "proven" and put.quantity == 3


def test_two_strikes_are_two_securities_of_the_household() -> None:
    names = [f"CALL (QZAB) QUILL HARBOR CORP JAN 15 27 ${strike} (100 SHS)" for strike in (150, 160)]
    lines = [StatementLine(None, name, "option", None, None, None) for name in names]
    assert len({symbol_of(line) for line in lines}) == 2
