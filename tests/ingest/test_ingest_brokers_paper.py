"""What brokers' paper prints: options in parts, days of trades, sides below symbols, two costs, contracts."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal as D

from core.domain.statement import Statement, StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = ("Description", "Symbol/CUSIP", "Quantity", "Price", "Market Value", "Cost Basis", "Gain/(Loss)")
PLACES = (40, 200, -310, -370, -440, -500, -560)


def page(*above: str, number: str = "Account Number: 5511-2233   June 1, 2026 to June 30, 2026") -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Brokerage")], "B", size=12, step=20)
    for line in (number, *above):
        pencil.row([(40, line)], step=18)
    return pencil


def table(pencil: Pencil, *rows: Sequence[str], heads: Sequence[str] = HEADS, step: float = 12) -> None:
    pencil.row(list(zip(PLACES, heads, strict=False)), "B")
    for cells in rows:
        pencil.row([(place, cell) for place, cell in zip(PLACES, cells, strict=False) if cell], step=step)


def one(pencil: Pencil) -> StatementAccount:
    statement: Statement = read_here("pinewick.pdf", pencil.drawn().data)
    (account,) = statement.accounts
    return account


def test_a_name_goes_on_behind_wide_gaps_before_the_next_column() -> None:
    pencil = page()
    table(
        pencil,
        ("QUILL HOLDINGS INC", "QZAB", "100", "$20.00", "$2,000.00"),
        ("", "", "-1", "$5.00", "($500.00)"),
    )
    pencil.row([(40, "PUT QZAB"), (90, "09/17/26"), (150, "170"), (-310, "2"), (-370, "$4.00"), (-440, "$800.00")])
    pencil.row([(40, "Total Account Value"), (-440, "$2,300.00")])
    names = [line.description for line in one(pencil).positions]
    assert "PUT QZAB 09/17/26 170" in names


def test_an_identifier_in_brackets_behind_a_head_of_names_is_no_column() -> None:
    pencil = page()
    pencil.row([(40, "Description (CUSIP)"), (-310, "Par Value"), (-370, "Price"), (-440, "Value")], "B")
    pencil.row([(40, "TIDE BANK NA CD 4.84%"), (-310, "$60,000.00"), (-370, "$98.000"), (-440, "$58,800.00")])
    pencil.row([(40, "FDIC INSURED (768595F88)")])
    pencil.row([(40, "Total Account Value"), (-440, "$58,800.00")])
    (deposit,) = one(pencil).positions
    assert (deposit.description, deposit.cusip) == ("TIDE BANK NA CD 4.84% FDIC INSURED", "768595F88")


def test_a_trade_has_its_own_day_and_not_that_of_its_settlement() -> None:
    pencil = page()
    table(pencil, ("QUILL HOLDINGS INC", "QZAB", "100", "$20.00", "$2,000.00"))
    pencil.row([(40, "Total Account Value"), (-440, "$2,000.00")], step=30)
    heads = [(40, "Settlement Date"), (130, "Transaction"), (230, "Description"), (-440, "Quantity"), (-520, "Amount")]
    pencil.row(heads, "B")
    cells = ["06/15/26", "YOU BOUGHT", "QUILL HOLDINGS INC QZAB", "8.000", "($160.00)"]
    pencil.row([(place, cell) for (place, _), cell in zip(heads, cells, strict=True)], step=9)
    pencil.row([(230, "TRADE DATE 06/14/26")])
    (move,) = one(pencil).activity
    assert (move.date, move.description) == (date(2026, 6, 14), "QUILL HOLDINGS INC QZAB")


def test_a_day_of_maturity_alone_on_a_line_is_not_the_day_of_the_statement() -> None:
    pencil = page("June 2026", number="Account Number: 5511-2233")
    table(pencil)
    pencil.row([(40, "ALDER BANK BUFFERED NOTE LINKED TO AN INDEX")], step=9)
    pencil.row([(40, "12/17/2042")], step=9)
    pencil.row([(40, "CUSIP 380695G18"), (-310, "1,000"), (-370, "114.00"), (-440, "1,140.00")])
    assert one(pencil).as_of == date(2026, 6, 30)


def test_a_bare_ira_gives_way_to_the_kind_told_beside_the_owner() -> None:
    pencil = page("INES CALLOWAY (ROTH IRA)", number="Pinewick IRA Summary   Account No. 5511-2233")
    table(pencil, ("QUILL HOLDINGS INC", "QZAB", "100", "$20.00", "$2,000.00"))
    assert one(pencil).registration == "roth_ira"


def test_the_side_of_the_account_below_a_symbol_is_no_head_and_no_symbol() -> None:
    pencil = page()
    table(pencil, ("QUILL HOLDINGS INC", "QZAB", "100", "$20.00", "$2,000.00"), step=9)
    pencil.row([(40, "Dividend Option Reinvest"), (200, "MARGIN")])
    pencil.row([(40, "TIDE SHIPPING LTD"), (200, "TDSX"), (-310, "50"), (-370, "$30.00"), (-440, "$1,500.00")])
    pencil.row([(40, "NET DEBIT BALANCE"), (200, "MARGIN"), (-440, "($200.00)")])
    pencil.row([(40, "Total Account Value"), (-440, "$3,300.00")])
    account = one(pencil)
    assert [line.symbol for line in account.positions] == ["QZAB", "TDSX", None]
    assert (account.cash, account.status) == (D("-200.00"), "proven")


def test_a_whole_cost_by_its_label_takes_the_place_of_what_was_invested() -> None:
    pencil = page()
    heads = (*HEADS[:5], "Amount Invested", "Gain/(Loss)")
    row = ("QUILL INCOME FUND I", "QINX", "100.000", "$20.00", "$2,000.00", "$1,500.00", "$200.00")
    table(pencil, row, heads=heads, step=9)
    pencil.row([(60, "Total Cost Basis"), (-500, "$1,800.00")])
    pencil.row([(40, "Mutual Funds Total"), (-440, "$2,000.00")])
    account = one(pencil)
    assert ([line.cost_basis for line in account.positions], account.status) == ([D("1800.00")], "proven")


def test_a_contract_in_an_account_is_a_holding_and_its_number_no_account() -> None:
    pencil = page()
    table(pencil, ("QUILL HOLDINGS INC", "QZAB", "100", "$20.00", "$2,000.00"))
    pencil.row([(40, "Annuities")], "B", size=11, step=16)
    heads = [(40, "Description"), (230, "Contract Number"), (-400, "Value"), (-480, "Surrender Value"), (500, "Issued")]
    pencil.row(heads, "B")
    pencil.row(
        [(40, "SLATE LIFE ANNUITY"), (230, "VA00418277"), (-400, "$900.00"), (-480, "$880.00"), (500, "03/12/17")]
    )
    pencil.row([(40, "Annuities Total"), (-400, "$900.00")], step=20)
    pencil.row([(40, "Total Account Value"), (-400, "$2,900.00")])
    account = one(pencil)
    assert [(line.asset_type, line.market_value) for line in account.positions][1:] == [("annuity", D("900.00"))]
    assert (account.number, account.as_of, account.status) == ("…2233", date(2026, 6, 30), "proven")


def test_the_printed_sum_of_cash_is_the_cash_and_not_the_last_bank_of_it() -> None:
    pencil = page()
    pencil.row([(40, "Cash & Cash Alternatives")], "B", size=11, step=16)
    pencil.row([(40, "Description"), (-440, "Value"), (-520, "Est. Income")], "B")
    for bank, amount in (("Pinewick Bank N.A.", "$300.00"), ("Tristar Capital Bank", "$40.00")):
        pencil.row([(40, bank), (-440, amount)])
    pencil.row([(40, "Cash & Cash Alternatives Total"), (-440, "$340.00"), (-520, "$2.10")], step=20)
    pencil.row([(40, "Equities")], "B", size=11, step=16)
    table(pencil, ("QUILL HOLDINGS INC", "QZAB", "100", "$20.00", "$2,001.00"))
    assert one(pencil).cash == D("340.00")
