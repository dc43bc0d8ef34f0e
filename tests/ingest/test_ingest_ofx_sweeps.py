"""Cash that a bank holds, listed as a position of an OFX account beside its balance of cash; symbols of options."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

STOCK = (
    "<POSSTOCK><INVPOS><SECID><UNIQUEID>QZAB<UNIQUEIDTYPE>TICKER</SECID><HELDINACCT>CASH<POSTYPE>LONG<UNITS>10"
    "<UNITPRICE>12.00<MKTVAL>120.00</INVPOS></POSSTOCK>"
)
SWEEP = (
    "<POSOTHER><INVPOS><SECID><UNIQUEID>99901SWP1<UNIQUEIDTYPE>CUSIP</SECID><HELDINACCT>CASH<POSTYPE>LONG<UNITS>80.00"
    "<UNITPRICE>1<MKTVAL>80.00<MEMO>TARN INSURED BANK DEPOSIT SWEEP</INVPOS></POSOTHER>"
)
FUND = (
    "<POSMF><INVPOS><SECID><UNIQUEID>QZBXX<UNIQUEIDTYPE>TICKER</SECID><HELDINACCT>CASH<POSTYPE>LONG<UNITS>80.00"
    "<UNITPRICE>1<MKTVAL>80.00<MEMO>TARN GOVERNMENT MONEY FUND</INVPOS></POSMF>"
)
OPTION = (
    "<POSOPT><INVPOS><SECID><UNIQUEID>97756DBD4<UNIQUEIDTYPE>CUSIP</SECID><HELDINACCT>CASH<POSTYPE>LONG<UNITS>2"
    "<UNITPRICE>1.50<MKTVAL>300.00</INVPOS></POSOPT>"
)
CONTRACT = (
    "<SECLISTMSGSRSV1><SECLIST><OPTINFO><SECINFO><SECID><UNIQUEID>97756DBD4<UNIQUEIDTYPE>CUSIP</SECID>"
    "<SECNAME>CALL (QZAB) QUILL CORP JUN 18 27 $60 (100 SHS)<TICKER>QZAB270618C60</SECINFO></OPTINFO></SECLIST>"
    "</SECLISTMSGSRSV1>"
)


def account(held: str, cash: str, total: str = "", listed: str = "") -> StatementAccount:
    worth = f"<BALLIST><BAL><NAME>Total Account Value<BALTYPE>DOLLAR<VALUE>{total}</BAL></BALLIST>" if total else ""
    text = (
        "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><DTASOF>20260630<CURDEF>USD"
        f"<INVACCTFROM><BROKERID>tarn.example<ACCTID>55128830</INVACCTFROM><INVPOSLIST>{held}</INVPOSLIST>"
        f"<INVBAL><AVAILCASH>{cash}{worth}</INVBAL></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>{listed}</OFX>"
    )
    (found,) = read_here("sweeps.ofx", text.encode()).accounts
    return found


@pytest.mark.parametrize(
    ("cash", "total", "counted"),
    [("0", "", "80.00"), ("30.00", "", "110.00"), ("80.00", "", "80.00"), ("80.00", "280.00", "160.00")],
)
def test_cash_that_a_bank_holds_is_counted_once(cash: str, total: str, counted: str) -> None:
    found = account(STOCK + SWEEP, cash, total)
    assert (found.cash, found.status) == (D(counted), "proven")


def test_a_balance_that_the_total_leaves_out_is_what_was_swept() -> None:
    found = account(STOCK + SWEEP, "95.00", "200.00")
    assert (found.cash, found.status) == (D("80.00"), "proven")


@pytest.mark.parametrize(("held", "cash"), [(SWEEP, "95.00"), (FUND, "80.00")])
def test_a_balance_that_may_hold_what_is_listed_proves_nothing(held: str, cash: str) -> None:
    assert account(STOCK + held, cash).status == "unproven"


def test_an_option_has_the_symbol_that_the_list_of_securities_gives_it() -> None:
    assert [line.symbol for line in account(OPTION, "5.00", listed=CONTRACT).positions] == ["QZAB270618C60"]
