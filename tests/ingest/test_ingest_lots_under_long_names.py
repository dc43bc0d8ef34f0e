"""Statements that print every lot: long names, prices in a note below the lots, the number under the account's kind."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (44, -235, -290, -325, -378, -430, -500)
HEADS = ("Security Description", "Trade Date", "Face Value", "Unit Cost", "Total Cost", "Market Value", "Gain/(Loss)")
NOTE = "Unit Price: $90.799; Coupon Rate 2.000%; Matures 09/15/2032; Interest Paid Semi-Annually; "
FIRST = (
    ("LARCH HARBOR FL PORT", "6/1/18", "40,000.000", "$80.453", "$32,181.20", "$36,319.60", "$4,138.40 LT"),
    ("AUTHORITY REVENUE",),
    ("CUSIP 956048DB5",),
    ("", "10/25/19", "195,000.000", "$104.291", "$203,367.45", "$177,058.05", "($26,309.40) LT"),
    ("Total", "", "235,000.000", "", "235,548.65", "213,377.65", "(22,171.00)"),
)
SECOND = (
    ("ELM COUNTY NC WATER &", "1/11/17", "15,000.000", "$93.901", "$14,085.15", "$15,513.60", "$1,428.45 LT"),
    ("SEWER REVENUE",),
    ("CUSIP 04584XE33",),
    ("", "2/17/17", "115,000.000", "$107.710", "$123,866.50", "$118,937.60", "($4,928.90) LT"),
    ("Total", "", "130,000.000", "", "137,951.65", "134,451.20", "(3,500.45)"),
)


def put(pencil: Pencil, cells: tuple[str, ...]) -> None:
    placed = [(place, text) for place, text in zip(PLACES, cells, strict=False) if text]
    pencil.row([(174, "Total") if text == "Total" else (place, text) for place, text in placed], size=8, step=11)


def head(pencil: Pencil, owner: str) -> None:
    pencil.page()
    pencil.row([(273, "Select Access Account"), (475, owner)], size=8, step=1)
    pencil.row([(42, "Account Detail")], "B", size=15, step=9)
    pencil.row([(290, "629-014185-4777"), (500, "Joint Tenants")], size=8, step=30)


def statement(owner: str = "THEA FARROW & PIERS FARROW", broken: bool = False) -> StatementAccount:
    """Two bonds of two lots each; the note of the second may stand on the next page."""
    pencil = Pencil()
    pencil.page()
    pencil.row([(318, "STATEMENT FOR:")], "B", step=10)
    pencil.row([(318, owner)], step=10)
    pencil.row([(318, "Joint Tenants with Right of Survivorship")], step=20)
    pencil.row([(40, "As of June 30, 2026")], step=20)
    head(pencil, owner)
    pencil.row([(42, "MUNICIPAL BONDS")], "B", step=15)
    put(pencil, HEADS)
    for rows, told in ((FIRST, "Accrued Interest $1,065.00; S&P A+"), (SECOND, "Accrued Interest $713.19; S&P AA")):
        for cells in rows:
            put(pencil, cells)
        if rows is SECOND and broken:
            head(pencil, owner)
            put(pencil, HEADS)
        note = NOTE if rows is FIRST else NOTE.replace("90.799", "103.424")
        pencil.row([(44, note + told)], size=6.6, step=13)
    put(pencil, ("MUNICIPAL BONDS", "", "", "", "$373,500.30", "$347,828.85", "($25,671.45)"))
    pencil.row([(42, "TOTAL VALUE (includes accrued interest)"), (-430, "$349,607.04")], "B", step=20)
    (account,) = read_here("farrow.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize("broken", [False, True])
def test_bonds_of_two_lots_have_the_price_and_the_interest_of_their_note(broken: bool) -> None:
    account = statement(broken=broken)
    assert [(line.cusip, line.quantity, line.price, line.accrued, len(line.lots)) for line in account.positions] == [
        ("956048DB5", D("235000.000"), D("90.799"), D("1065.00"), 2),
        ("04584XE33", D("130000.000"), D("103.424"), D("713.19"), 2),
    ]
    assert (account.stated_total, account.status) == (D("349607.04"), "proven")


@pytest.mark.parametrize("owner", ["THEA FARROW & PIERS FARROW", "ODILE J. FARROW"])
def test_number_under_the_kind_of_account_and_owners_under_their_label(owner: str) -> None:
    account = statement(owner)
    assert (account.number, account.owner, account.registration) == ("…4777", owner, "taxable_joint")


def test_the_price_of_a_holding_may_stand_on_the_next_page() -> None:
    pencil = Pencil()
    heads = ("Security Description", "Trade Date", "Quantity", *HEADS[3:])
    head(pencil, "ODILE J. FARROW")
    pencil.row([(42, "STOCKS as of June 30, 2026")], "B", step=15)
    put(pencil, heads)
    put(pencil, ("QUILL HOLDINGS INC (QZAB)", "6/2/21", "70.000", "$12.000", "$840.00", "$1,653.40", "$813.40 LT"))
    pencil.row([(44, "Share Price: $23.620; Next Dividend Payable 11/2026; Asset Class: Equities")], size=6.6)
    put(pencil, ("EMBER FOODS INC (EMBF)", "6/2/21", "10.000", "$12.000", "$120.00", "$150.00", "$30.00 LT"))
    pencil.page()
    put(pencil, heads)
    pencil.row([(44, "Share Price: $15.000; Next Dividend Payable 11/2026; Asset Class: Equities")], size=6.6)
    put(pencil, ("WILLOW CORP (WLWC)", "6/2/21", "10.000", "$20.000", "$200.00", "$300.00", "$100.00 LT"))
    pencil.row([(44, "Share Price: $30.000; Next Dividend Payable 11/2026; Asset Class: Equities")], size=6.6)
    put(pencil, ("STOCKS", "", "", "", "$1,160.00", "$2,103.40", "$943.40"))
    (account,) = read_here("farrow.pdf", pencil.drawn().data).accounts
    prices = {line.symbol: line.price for line in account.positions}
    assert prices == {"QZAB": D("23.620"), "EMBF": D("15.000"), "WLWC": D("30.000")}


def test_lots_of_one_security_go_on_over_the_turn_of_a_page() -> None:
    pencil = Pencil()

    def turned(drawn: Pencil) -> None:
        drawn.row([(36, "Larch Securities"), (400, "Individual Brokerage Account")], "B")
        drawn.row([(36, "Odile Farrow | Account number OR 2210457")])
        drawn.at(500, f"Page {drawn.pages}", y=740)
        drawn.y += 20

    def lots(*rows: tuple[str, str, str], style: str = "") -> None:
        for cells in rows:
            pencil.row([(place, text) for place, text in zip((44, -250, -420), cells, strict=True) if text], style)

    pencil.on_page = turned
    pencil.page()
    pencil.row([(36, "Positions as of June 30, 2026")], "B")
    lines = (
        ("Security", "Shares", "Price ($)", "Cost basis ($)", "Value ($)"),
        ("Ember Foods Inc. (EMBF)", "30", "15.00", "380.00", "450.00"),
        ("Quill Holdings Inc. (QZAB)", "70", "20.00", "1,020.00", "1,400.00"),
        ("Total account value", "", "", "", "1,850.00"),
    )
    for cells in lines:
        pencil.row([(place, text) for place, text in zip((44, -250, -330, -420, -500), cells, strict=True) if text])
    pencil.page()
    pencil.row([(36, "Tax lots")], "B", step=20)
    lots(("Trade date", "Shares", "Cost basis ($)"), style="B")
    lots(("Ember Foods Inc. (EMBF)", "", ""), style="B")
    lots(("Jul 12, 2019", "10", "180.00"), ("May 26, 2023", "20", "200.00"))
    lots(("Security total", "30", "380.00"), ("Quill Holdings Inc. (QZAB)", "", ""), style="B")
    lots(("Jul 19, 2019", "40", "500.00"))
    pencil.page()
    lots(("Trade date", "Shares", "Cost basis ($)"), style="B")
    lots(("Oct 28, 2021", "20", "300.00"), ("Jan 26, 2024", "10", "220.00"))
    lots(("Security total", "70", "1,020.00"), style="B")
    (account,) = read_here("farrow.pdf", pencil.drawn().data).accounts
    assert {line.symbol: [lot.quantity for lot in line.lots] for line in account.positions} == {
        "EMBF": [D(10), D(20)],
        "QZAB": [D(40), D(20), D(10)],
    }
    assert account.status == "proven"


def test_a_name_that_breaks_behind_total_is_no_sum() -> None:
    pencil = Pencil()
    head(pencil, "ODILE J. FARROW")
    pencil.row([(42, "As of June 30, 2026")], step=20)
    pencil.row([(42, "STOCKS")], "B", step=15)
    put(pencil, ("Security Description", "Trade Date", "Quantity", *HEADS[3:]))
    put(pencil, ("QUILLSHARES CORE TOTAL", "6/2/21", "70.000", "$12.000", "$840.00", "$1,653.40", "$813.40 LT"))
    put(pencil, ("INTERNATIONAL ETF (QZTI)",))
    put(pencil, ("", "11/8/22", "30.000", "$20.000", "$600.00", "$708.60", "$108.60 LT"))
    put(pencil, ("Total", "", "100.000", "", "1,440.00", "2,362.00", "922.00"))
    pencil.row([(44, "Share Price: $23.620; Next Dividend Payable 11/2026; Asset Class: Equities")], size=6.6)
    put(pencil, ("STOCKS", "", "", "", "$1,440.00", "$2,362.00", "$922.00"))
    (account,) = read_here("farrow.pdf", pencil.drawn().data).accounts
    (line,) = account.positions
    assert (line.symbol, line.quantity, line.price, len(line.lots)) == ("QZTI", D("100.000"), D("23.620"), 2)
    assert not any(not check.ok for check in account.checks)
