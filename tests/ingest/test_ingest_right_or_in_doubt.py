"""What was wrong without a word is read, or shown to a person: cash, days, figures printed into one another, cards."""

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount, StatementLine, StatementLot
from core.ingest.accounts.unlike import with_unlike
from core.ingest.files.kinds import look_at
from core.ingest.lexicon.sections import total_name
from core.ingest.lots.stray_lots import told_strays
from core.ingest.nouns.events import Cell, Event, Heading, Record, Trouble, Where
from core.ingest.proof.prove import prove
from core.ingest.proof.unread_lots import with_unread_lots
from core.ingest.readers.pages import lines_in
from core.ingest.reading import read_here
from core.ingest.rows.names_of_next import names_of_next
from core.ingest.rows.symbols_below import symbols_below
from tools.accuracy.drawing import Pencil

STOPS = (-300, -370, -460, -540)
HEADS = ("Security", "Quantity", "Price", "Market Value", "Total Cost")


def begun(day: str = "As of August 31, 2026") -> Pencil:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(44, "Account Number: 6120-4471")], step=14)
    pencil.row([(44, "Account owner: INES CALLOWAY")], step=14)
    pencil.row([(44, day)], step=24)
    return pencil


def row(pencil: Pencil, name: str, *figures: str, step: float = 12) -> None:
    placed = [(stop, figure) for stop, figure in zip(STOPS, figures, strict=False) if figure]
    pencil.row([*([(44, name)] if name else []), *placed], step=step)


def only(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("doubt.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize("name", ["BANK SWEEP DEPOSIT ACCOUNT", "Cash - U.S. Dollar"])
@pytest.mark.parametrize("units", [False, True])
def test_cash_by_its_name_is_cash_under_a_heading_of_funds(name: str, units: bool) -> None:
    pencil = begun()
    pencil.row([(44, "Mutual Funds")], "B")
    row(pencil, *HEADS)
    row(pencil, "QUILL BALANCED FUND (QZABX)", "100.000", "12.00", "1,200.00", "1,000.00")
    row(pencil, name, *(("480.00", "1.00") if units else ("", "")), "480.00")
    row(pencil, "Total Account Value", "", "", "$1,680.00")
    account = only(pencil)
    assert (account.cash, account.status) == (D("480.00"), "proven")
    assert [line.asset_type for line in account.positions] == ["mutual_fund", "cash"]


@pytest.mark.parametrize("total", ["1,700.00", "1,600.00"])
def test_a_total_that_does_not_tie_proves_no_cash(total: str) -> None:
    pencil = begun()
    row(pencil, *HEADS)
    row(pencil, "QUILL BALANCED FUND (QZABX)", "100.000", "12.00", "1,200.00", "1,000.00")
    row(pencil, "BANK SWEEP DEPOSIT ACCOUNT", "", "", "480.00")
    row(pencil, "Total Account Value", "", "", f"${total}")
    assert only(pencil).status != "proven"


def test_the_day_of_an_opening_value_right_of_other_words_is_not_that_of_the_account() -> None:
    pencil = begun("Statement Period: August 1, 2026 - August 28, 2026")
    pencil.row([(44, "Income Summary"), (330, "Account Changes")], "B")
    pencil.row([(44, "Dividends"), (-250, "$4.10"), (330, "Beginning Value as of 07/31/2026"), (-560, "$1,150.00")])
    pencil.row(
        [(44, "Interest"), (-250, "$0.90"), (330, "Ending Value as of 08/28/2026"), (-560, "$1,200.00")], step=24
    )
    row(pencil, *HEADS)
    row(pencil, "QUILL BALANCED FUND (QZABX)", "100.000", "12.00", "1,200.00", "1,000.00")
    row(pencil, "Total Account Value", "", "", "$1,200.00")
    assert (only(pencil).as_of, only(pencil).status) == (date(2026, 8, 28), "proven")


@pytest.mark.parametrize("dots", ["....................", " ...."])
def test_dots_that_lead_to_the_figure_are_no_part_of_the_name_of_a_sum(dots: str) -> None:
    assert total_name(f"Government Securities Total {dots}") == "Government Securities"


@pytest.mark.parametrize(("value", "status"), [("27,465.64", "proven"), ("27,565.64", "unproven")])
def test_price_and_units_printed_into_one_another_are_parted_by_their_product(value: str, status: str) -> None:
    pencil = begun()
    pencil.row([(44, "Fund"), (-240, "Price"), (-272, "Shares"), (-350, "Market Value")])
    pencil.row([(44, "QUILL BALANCED FUND (QZABX)"), (-240, "12.000"), (-272, "100.00"), (-350, "1,200.00")])
    pencil.row([(44, "TERN GOVT OBLIGATIONS (TGNXX)"), (-240, "1.000"), (-272, "27,465.64"), (-350, value)])
    pencil.row([(44, "Total Account Value"), (-350, "$28,665.64")])
    account = only(pencil)
    fund = account.positions[1]
    assert account.status == status
    if status == "proven":
        assert (fund.quantity, fund.price, fund.symbol) == (D("27465.64"), D("1.00"), "TGNXX")
    else:
        assert fund.flagged


def lot(table: int) -> Record:
    cells = {"acquired": Cell("04/05/2021"), "quantity": Cell("20"), "cost": Cell("60.00")}
    return Record("lots", cells, Where(1), table=table)


def strays(*events: Event) -> int:
    held = Record("holdings", {"symbol": Cell("QZAB")}, Where(1), table=3)
    return sum(isinstance(event, Trouble) for event in told_strays([held, lot(3), *events]))


def heading(text: str, again: bool = False) -> Heading:
    return Heading(text, Where(1), 8.0, again)


def test_lots_of_a_table_behind_another_name_are_not_those_of_the_security_before() -> None:
    assert strays(heading("TERN INDEX ETF"), lot(5)) == 1
    assert strays(lot(9), lot(9)) == 2


def test_lots_that_go_on_overleaf_or_under_a_section_again_stay() -> None:
    assert strays(lot(4), lot(5)) == 0
    assert strays(heading("Equities"), lot(4)) == 0
    assert strays(heading("QUILL HARBOR CORP", again=True), lot(4)) == 0


def test_a_name_that_is_a_label_or_a_figure_is_shown_to_a_person() -> None:
    names = ("Quill Harbor Fund", "% of Total", "Market Value", "0.00", "Quill 8.5% Notes Int 2031")
    lines = [StatementLine(None, name, "mutual_fund", D(1), D(1), D(1)) for name in names]
    doubts = [sorted(line.doubts) for line in with_unlike(lines)]
    assert doubts == [[], ["description"], ["description"], ["description"], []]


@pytest.mark.parametrize(("fund", "status"), [("600.00", True), ("610.00", False)])
def test_a_total_above_private_funds_that_counts_them_is_the_accounts(fund: str, status: bool) -> None:
    pencil = begun()
    pencil.row([(44, "Total Account Value"), (-460, "$1,800.00")], step=24)
    row(pencil, *HEADS)
    row(pencil, "QUILL HARBOR CORP (QZAB)", "100", "12.00", "1,200.00", "1,000.00")
    row(pencil, "Account Total", "", "", "$1,800.00", step=24)
    pencil.row([(44, "Private Investments")], "B")
    pencil.row([(44, "Fund"), (-300, "Commitment"), (-400, "Contributions to Date"), (-460, "Value")])
    pencil.row([(44, "NORDKAP PARTNERS III, L.P."), (-300, "1,000.00"), (-400, "500.00"), (-460, fund)])
    account = only(pencil)
    assert (account.status == "proven") is status


def test_a_name_as_long_as_a_sentence_over_its_figures_ends_no_table() -> None:
    pencil = begun()
    pencil.row([(44, "Asset"), (-130, "Shares"), (-210, "Price"), (-300, "Market Value")])
    pencil.row([(44, "QZAB - QUILL HARBOR TOTAL INTERNATIONAL MUNICIPAL BOND MARKET INDEX ETF")], step=9)
    pencil.row([(-130, "100.000"), (-210, "$12.00"), (-300, "$1,200.00")])
    pencil.row([(44, "Total Account Value"), (-300, "$1,200.00")])
    account = only(pencil)
    assert [(line.quantity, line.market_value) for line in account.positions] == [(D("100.000"), D("1200.00"))]
    assert account.status == "proven"


@pytest.mark.parametrize("head", ["Company or Issuer", "Issuer Name"])
def test_the_issuer_is_the_name_of_a_security(head: str) -> None:
    pencil = begun()
    pencil.row([(-100, "Shares"), (120, head), (-370, "Price"), (-460, "Value")])
    pencil.row([(-100, "100"), (120, "QUILL HARBOR CORP"), (-370, "12.00"), (-460, "1,200.00")], step=9)
    pencil.row([(120, "Symbol: QZAB")])
    pencil.row([(120, "Total Account Value"), (-460, "$1,200.00")])
    account = only(pencil)
    assert [(line.symbol, line.description) for line in account.positions] == [("QZAB", "QUILL HARBOR CORP")]
    assert account.status == "proven"


def test_a_fund_of_money_under_the_heading_of_cash_below_a_table_of_others_is_a_balance() -> None:
    pencil = begun()
    row(pencil, *HEADS)
    row(pencil, "QUILL HARBOR CORP (QZAB)", "100", "12.00", "1,200.00", "1,000.00", step=24)
    pencil.row([(44, "CASH EQUIVALENTS")], "B")
    pencil.row([(44, "TERN RIDGE TREASURY OBLIGATIONS FUND INSTITUTIONAL SHARES (TGNXX)"), (-370, "300.00")])
    pencil.row([(44, "CASH BALANCE"), (-370, "50.00")])
    pencil.row([(44, "Sub-total: CASH EQUIVALENTS"), (-370, "$350.00")], step=20)
    row(pencil, "Total Account Value", "", "", "$1,550.00")
    account = only(pencil)
    assert (account.status, account.cash) == ("proven", D("350.00"))


def test_the_number_of_a_page_beside_its_day_is_no_lot() -> None:
    pencil = begun()
    row(pencil, *HEADS)
    row(pencil, "QUILL HARBOR CORP (QZAB)", "100", "12.00", "1,200.00", "1,000.00")
    row(pencil, "Total Account Value", "", "", "$1,200.00")
    pencil.page()
    pencil.row([(44, "Page 2 of 2"), (400, "Valued as of August 31, 2026")], step=24)
    pencil.row([(44, "Open Tax Lots")], "B")
    pencil.row([(44, "Description"), (-300, "Acquired"), (-370, "Units"), (-460, "Cost"), (-540, "Value")])
    pencil.row([(44, "QUILL HARBOR CORP"), (-300, "05/08/2020"), (-370, "100"), (-460, "1,000.00"), (-540, "1,200.00")])
    account = only(pencil)
    assert ([len(line.lots) for line in account.positions], account.status) == ([1], "proven")


@pytest.mark.parametrize(("cost", "read"), [("$400.00", True), ("$410.00", False)])
def test_lots_told_in_words_that_no_position_has_leave_the_account_unproven(cost: str, read: bool) -> None:
    pencil = begun()
    row(pencil, *HEADS)
    row(pencil, "QUILL HARBOR CORP (QZAB)", "100", "12.00", "1,200.00", "1,000.00")
    row(pencil, "Total Account Value", "", "", "$1,200.00", step=40)
    pencil.row([(60, "Purchased 07/10/2016: 60.0000 shares, cost $600.00")])
    pencil.row([(60, f"Purchased 08/24/2016: 40.0000 shares, cost {cost}")])
    account = only(pencil)
    lots = tuple(
        StatementLot(date(2016, month, day), D(units), D(paid))
        for month, day, units, paid in ((7, 10, 60, 600), (8, 24, 40, 400))
    )
    held = replace(account.positions[0], lots=lots if read else ())
    statement = Statement((prove(replace(account, positions=(held,), checks=())),), (), (), "doubt.pdf", 1, "pages")
    pages = lines_in(look_at("doubt.pdf", pencil.drawn().data, None)).lines
    (found,) = with_unread_lots(statement, pages).accounts
    assert (found.status == "proven") is read


def test_cash_alone_beside_a_larger_total_proves_nothing() -> None:
    pencil = begun()
    pencil.row([(44, "Common Stocks"), (-300, "1,200.00")])
    pencil.row([(44, "Cash"), (-300, "480.00")])
    pencil.row([(44, "Total"), (-300, "1,680.00")], step=24)
    pencil.row([(44, "Cash and Money Market Funds")], "B")
    row(pencil, *HEADS)
    row(pencil, "Cash", "", "", "480.00")
    row(pencil, "Total Cash and Money Market Funds", "", "", "480.00")
    row(pencil, "TOTAL ASSETS", "", "", "$1,680.00")
    account = only(pencil)
    assert (account.stated_total, account.status) != (D("480.00"), "proven")
    assert account.status != "proven"


def test_units_of_one_dollar_of_treasury_obligations_are_those_of_a_fund_of_money() -> None:
    pencil = begun()
    row(pencil, *HEADS)
    row(pencil, "TERN TREASURY OBLIGATIONS FUND INSTL", "480.00", "1.00", "480.00")
    row(pencil, "QUILL BALANCED FUND (QZABX)", "100.000", "12.00", "1,200.00", "1,000.00")
    row(pencil, "Total Account Value", "", "", "$1,680.00")
    assert [line.asset_type for line in only(pencil).positions] == ["money_market", "mutual_fund"]


def held(name: str, *details: str) -> Record:
    cells = {"description": Cell(name), "quantity": Cell("10"), "value": Cell("100.00")}
    return Record("holdings", cells, Where(1), [*details], table=2)


def test_names_read_below_the_row_before_go_to_their_own_symbols() -> None:
    rows = [held("QUILL CORP", "QZAB", "TERN INDEX", "FUND"), held("TWXK", "HOLLOW CO"), held("V")]
    names_of_next(rows)
    named = [(one.cells["symbol"].text, one.cells["description"].text) for one in rows]
    assert named == [("QZAB", "QUILL CORP"), ("TWXK", "TERN INDEX FUND"), ("V", "HOLLOW CO")]


@pytest.mark.parametrize(
    "rows",
    [
        [held("QUILL CORP", "QZAB"), held("TERN INDEX FUND", "TWXK")],
        [held("QZAB", "QUILL CORP"), held("TWXK", "TERN INDEX FUND")],
        [held("QUILL CORP", "QZAB", "TERN INDEX FUND"), held("TWXK", "HOLLOW CO")],
    ],
)
def test_symbols_under_names_and_over_them_stay(rows: list[Record]) -> None:
    names_of_next(rows)
    assert all("symbol" not in one.cells for one in rows)


@pytest.mark.parametrize(("number", "symbol"), [("71946Q308", "QZAB"), ("71946Q309", "71946Q309")])
def test_a_symbol_before_a_stroke_and_a_number_is_taken_from_the_line_below(number: str, symbol: str) -> None:
    one = held("QUILL CORP", "QZAB /")
    one.cells["symbol"] = Cell(number)
    symbols_below([one])
    assert one.cells["symbol"].text == symbol
    assert ("cusip" in one.cells) is (symbol == "QZAB")
