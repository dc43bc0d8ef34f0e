"""Blocks as carrying brokers print them: notes under bonds, cash by balances, contracts, heads left out."""

from datetime import date
from decimal import Decimal as D

from ingest_blocks import LOTS, funds, lot, only, page

from tools.accuracy.drawing import Pencil


def bonds(pencil: Pencil) -> None:
    pencil.row(LOTS, "B", size=7, step=12)
    pencil.row([(40, "Fixed Income 2.09% of Portfolio (In Maturity Date Sequence)")], "B", size=7, step=11)
    pencil.row([(40, "Corporate Bonds")], "B", size=7, step=11)
    pencil.row([(40, "TIDE CORP NOTE 4.000% 06/19/2034"), (300, "Security Identifier: 242194C55")], size=7, step=9)
    note = "1ST CPN DTE 08/01/25 CPN PMT SEMI ANNUAL Moody Rating A2 S & P Rating A-"
    pencil.row([(40, note)], size=6.5, step=9)
    lot(pencil, "02/20/25", "30,000.000", "100.0000", "30,000.00", "110.0000", "33,000.00", "3,000.00")
    pencil.row(
        [(40, "Total Corporate Bonds"), (-184, "30,000.000"), (-290, "$30,000.00"), (-430, "$33,000.00")],
        "B", size=7, step=20,
    )  # fmt: skip


def test_the_notes_under_a_bond_are_no_prose_that_ends_its_table() -> None:
    pencil = page()
    bonds(pencil)
    (bond,) = only(pencil).positions
    assert (bond.cusip, bond.quantity, bond.market_value, bond.asset_type) == (
        "242194C55", D("30000"), D("33000"), "bond",
    )  # fmt: skip
    assert [(one.acquired, one.quantity) for one in bond.lots] == [(date(2025, 2, 20), D("30000"))]


def test_exchange_traded_products_are_a_section_and_no_name() -> None:
    pencil = page()
    funds(pencil)
    (fund,) = only(pencil).positions
    assert (fund.symbol, fund.description, fund.asset_type) == ("QZAB", "QUILL DIVIDEND ETF", "etf")


def test_numbers_in_the_name_over_lots_are_no_lot() -> None:
    pencil = page()
    funds(pencil, "QUILL TR S&P 500 ETF UNIT SER 1")
    (fund,) = only(pencil).positions
    assert (fund.symbol, fund.description) == ("QZAB", "QUILL TR S&P 500 ETF UNIT SER 1")
    assert [one.quantity for one in fund.lots] == [D("100")]


def test_cash_without_a_head_of_names_is_the_closing_balance() -> None:
    pencil = page()
    heads = [(40, "Quantity"), (120, "Account Number"), (-250, "Opening Balance"), (-340, "Closing Balance"),
             (-430, "Accrued Income")]  # fmt: skip
    pencil.row(heads, size=7, step=11)
    pencil.row([(40, "Cash, Money Funds, and Bank Deposits 10.00% of Portfolio")], "B", size=7, step=11)
    pencil.row([(40, "INSURED BANK DEPOSIT SWEEP")], size=7, step=9)
    row = [(40, "728.39"), (120, "N/A"), (-250, "639.99"), (-340, "728.39"), (-430, "0.00")]
    pencil.row(row, size=7, step=10)
    pencil.row(
        [(40, "Total Cash, Money Funds, and Bank Deposits"), (-250, "$639.99"), (-340, "$728.39"), (-430, "$0.00")],
        "B", size=7, step=20,
    )  # fmt: skip
    funds(pencil)
    account = only(pencil)
    assert account.cash == D("728.39")
    assert [one.symbol for one in account.positions if one.asset_type != "cash"] == ["QZAB"]


def test_a_column_of_symbols_needs_no_head_among_transactions() -> None:
    pencil = page()
    funds(pencil)
    heads = [(40, "Trade/"), (120, "Activity Type"), (200, "Description"), (-430, "Quantity"), (-500, "Amount")]
    pencil.row(heads[:1], size=7, step=8)
    pencil.row([(40, "Transaction Date"), *heads[1:]], size=7, step=11)
    for day, act, name, symbol, units, amount in (
        ("06/13/26", "PURCHASED", "QUILL DIVIDEND ETF", "QZAB", "10.000", "-$125.00"),
        ("06/20/26", "SOLD", "EMBER PAPER CO", "QZCD", "-4.000", "$80.00"),
        ("06/21/26", "SOLD", "EMBER PAPER CO", "QZCD", "-4.000", "$80.00"),
        ("06/22/26", "SOLD", "EMBER PAPER CO", "QZCD", "-4.000", "$80.00"),
    ):
        row = [(40, day), (120, act), (200, name), (350, symbol), (-430, units), (-500, amount)]
        pencil.row(row, size=7, step=10)
    moves = only(pencil).activity
    assert [(one.date, one.symbol, one.description) for one in moves] == [
        (date(2026, 6, 13), "QZAB", "QUILL DIVIDEND ETF"),
        *((date(2026, 6, day), "QZCD", "EMBER PAPER CO") for day in (20, 21, 22)),
    ]


def test_a_day_and_a_cusip_on_the_second_line_are_the_end_of_the_name_and_no_lot() -> None:
    pencil = page()
    heads = [(40, "Description (Symbol or CUSIP)"), (-270, "Par Value"), (-340, "Price"), (-420, "Value")]
    pencil.row([(-500, "Total Cost Basis"), (-570, "Gain or (Loss)")], size=7, step=8)
    pencil.row([*heads, (-500, "Average Cost"), (-570, "Pct.")], size=7, step=11)
    for name, below, units, price, value, cost, each, gain, share in (
        ("TIDE WATER AUTH REV 5.250%", "02/11/2044 (148418F92)", "10,000.00", "$90.000", "$9,000.00", "$10,000.00",
         "$100.000", "$(1,000.00)", "(10.00)%"),
        ("EMBER CNTY SCH DIST 3.000% 01/03/2040", "(975351D46)", "20,000.00", "$105.000", "$21,000.00", "$20,000.00",
         "$100.000", "$1,000.00", "5.00%"),
    ):  # fmt: skip
        row = [(40, name), (-270, units), (-340, price), (-420, value), (-500, cost), (-570, gain)]
        pencil.row(row, size=7, step=8)
        pencil.row([(40, below), (-500, each), (-570, share)], size=7, step=12)
    pencil.row([(40, "Fixed Income Total"), (-420, "$30,000.00"), (-500, "$30,000.00")], size=7)
    account = only(pencil)
    assert [(one.cusip, one.description, one.cost_basis, one.lots) for one in account.positions] == [
        ("148418F92", "TIDE WATER AUTH REV 5.250% 02/11/2044", D("10000"), ()),
        ("975351D46", "EMBER CNTY SCH DIST 3.000% 01/03/2040", D("20000"), ()),
    ]


def test_symbols_alone_under_names_of_one_line_or_two_are_read_beside_notes_on_reinvestment() -> None:
    pencil = page()
    heads = [(40, "DESCRIPTION"), (-240, "QUANTITY"), (-320, "COST"), (-400, "PRICE"), (-500, "MARKET VALUE")]
    pencil.row(heads, size=7, step=11)
    for name, symbol in (
        (("QUILL SOFTWARE CORP",), "QZAB"),
        (("SLATE DRIFT SHORT TREASURY BOND", "ETF"), "QZCD"),
        (("EMBER FOODS PLC",), "CHF"),
    ):
        for text in (*name, symbol):
            pencil.row([(40, text)], size=7, step=9)
        row = [(44, "Acquired 11/13/18 L"), (-240, "100"), (-320, "1,000.00"), (-400, "12.5000"), (-500, "1,250.00")]
        pencil.row(row, size=7, step=13)
    row = [(40, "TIDE INCOME FUND"), (-240, "10.000"), (-320, "100.00"), (-400, "20.0000"), (-500, "200.00")]
    pencil.row(row, size=7, step=9)
    pencil.row([(40, "QZEFX  On Reinvestment")], size=7, step=20)
    assert [(one.symbol, one.description) for one in only(pencil).positions] == [
        ("QZAB", "QUILL SOFTWARE CORP"),
        ("QZCD", "SLATE DRIFT SHORT TREASURY BOND ETF"),
        ("CHF", "EMBER FOODS PLC"),
        ("QZEFX", "TIDE INCOME FUND"),
    ]


def test_an_annuity_with_a_contract_value_alone_is_a_position() -> None:
    pencil = page()
    funds(pencil)
    pencil.row([(40, "Annuities")], "B", size=9, step=13)
    pencil.row([(40, "Description"), (-400, "Contract Value"), (-520, "As of Date")], size=7, step=11)
    row = [(40, "TIDE LIFE INSURANCE CO VARIABLE ANNUITY"), (-400, "$78,027.41"), (-520, "06/30/2026")]
    pencil.row(row, size=7, step=9)
    pencil.row([(40, "Contract number ending in 4471   Owner's qualified status: Non-Qualified")], size=7, step=14)
    pencil.row([(40, "Annuities Total"), (-400, "$78,027.41")], size=7, step=14)
    pencil.row([(40, "Portfolio Total"), (-400, "$79,277.41")], size=7, step=14)
    account = only(pencil)
    assert account.status == "proven" and account.cash is None
    (annuity,) = [one for one in account.positions if one.symbol is None]
    assert (annuity.asset_type, annuity.market_value) == ("annuity", D("78027.41"))


def test_one_word_in_all_rows_without_a_head_is_no_symbol() -> None:
    pencil = page()
    funds(pencil)
    heads = [(40, "Trade Date"), (120, "Activity Type"), (200, "Description"), (-430, "Quantity"), (-500, "Amount")]
    pencil.row(heads, size=7, step=11)
    for day, name in (("06/13/26", "QUILL DIVIDEND ETF"), ("06/20/26", "EMBER PAPER CO"), ("06/21/26", "TIDE CO")):
        row = [(40, day), (120, "BOUGHT"), (200, name), (350, "MRGN"), (-430, "10.000"), (-500, "-$125.00")]
        pencil.row(row, size=7, step=10)
    assert {one.symbol for one in only(pencil).activity} == {None}
