"""Looks as statements may deal them: heads with short words, funds at a dollar, names over lots, shares below."""

from decimal import Decimal

import pytest

from core.domain.statement import StatementAccount, StatementLine
from core.ingest.heads.marks import without_marks
from core.ingest.heads.stacked import stacked_roles
from core.ingest.lexicon.asset_kinds import asset_type_of
from core.ingest.lexicon.figures import Figures
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.nouns.events import Cell, Record, Where
from core.ingest.nouns.words import Line, Word
from core.ingest.owners.account_titles import Title, title_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def page(*titles: str) -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Osier Lane Advisors"), (350, "As of June 30, 2026")], "B", step=18)
    for title in titles or ("Account Number: 5511-2233", "Individual Account", "Owner: Hollis Tern"):
        pencil.row([(40, title)], step=14)
    return pencil


def only(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("osier.pdf", pencil.drawn().data).accounts
    return account


def by_name(account: StatementAccount, begins: str) -> StatementLine:
    return next(line for line in account.positions if line.description.startswith(begins))


def test_position_beside_another_head_of_units_is_the_name() -> None:
    pencil = page()
    heads = [(40, "Position"), (230, "Cusip #"), (-370, "Closing Quantity"), (-430, "Price"), (-500, "Mkt. Val.")]
    pencil.row(heads, "B", step=13)
    bond = [(40, "QUILL FOODS FIN CO MTN 3.500% 12/15/2037"), (230, "74838QAB1"), (-370, "10,000.000")]
    pencil.row([*bond, (-430, "92.0000"), (-500, "9,200.00")])
    pencil.row([(40, "KESTREL AIR PLC ADR"), (230, "49253KAC9"), (-370, "10.000"), (-430, "20.0000"), (-500, "200.00")])
    pencil.row([(40, "Total Account Value"), (-500, "9,400.00")], "B")
    account = only(pencil)
    assert by_name(account, "QUILL").description == "QUILL FOODS FIN CO MTN 3.500% 12/15/2037"
    assert by_name(account, "QUILL").asset_type == "bond"
    assert account.status == "proven"


@pytest.mark.parametrize("head", ["Tkr", "Handle"])
def test_tickers_under_a_head_that_nobody_knows_are_the_symbols(head: str) -> None:
    pencil = page()
    pencil.row([(40, head), (100, "Security"), (-330, "Units"), (-400, "Price"), (-480, "Value")], "B", step=13)
    for symbol, name, units in (("QZAB", "Quill Air Inc", 10), ("OSTR", "Osier Tern Co", 20), ("HLLW", "Hollow Co", 5)):
        pencil.row([(40, symbol), (100, name), (-330, f"{units}"), (-400, "10.00"), (-480, f"{units * 10}.00")])
    pencil.row([(40, "Total Account Value"), (-480, "350.00")], "B")
    account = only(pencil)
    assert [(line.symbol, line.description) for line in account.positions] == [
        ("QZAB", "Quill Air Inc"), ("OSTR", "Osier Tern Co"), ("HLLW", "Hollow Co"),
    ]  # fmt: skip
    assert account.status == "proven"


def test_what_has_accrued_on_all_is_told_in_a_row_that_is_no_holding() -> None:
    pencil = page()
    pencil.row([(40, "Ticker"), (100, "Security"), (-330, "Cost"), (-400, "Value"), (-480, "Accrued Income")], "B")
    pencil.row([(40, "QZAB"), (100, "Quill Air Inc"), (-330, "80.00"), (-400, "100.00")])
    debt = [(40, "74838QAB1"), (100, "Quill Foods Inc Sr Note 5.750% 02/01/2036")]
    pencil.row([*debt, (-330, "900.00"), (-400, "950.00"), (-480, "9.50")])
    pencil.row([(40, "Accrued Income"), (-400, "9.50")])
    pencil.row([(40, "Total Account Value with Accrued Interest"), (-400, "1,059.50")], "B")
    account = only(pencil)
    assert len(account.positions) == 2
    assert account.stated_total == Decimal("1059.50")
    assert account.status == "proven"


def row(description: str, price: str, **more: str) -> Record:
    cells = {"description": description, "quantity": "120.50", "price": price, "value": "120.50", **more}
    return Record("holdings", {role: Cell(text, None) for role, text in cells.items()}, Where(1, None, None), [])


@pytest.mark.parametrize(
    ("name", "symbol"),
    [("OSIER GOVERNMENT CASH RESE", ""), ("Osier Federal Money Ma", ""), ("OSIER PRIME PORTF", "OSRXX")],
)
def test_units_of_a_dollar_are_a_money_fund_by_symbol_or_by_a_name_cut_short(name: str, symbol: str) -> None:
    fund = row(name, "1.00", **({"symbol": symbol} if symbol else {}))
    worth = Decimal("120.50")
    at_one, at_two = Figures(worth, Decimal(1), worth), Figures(worth, Decimal(2), worth)
    assert asset_type_of(fund, at_one, name, name, ["etf"], "ETFs") == "money_market"
    assert asset_type_of(row(name, "2.00"), at_two, name, name, ["etf"], "ETFs") == "etf"


def test_a_money_fund_among_the_rows_is_the_cash_of_the_summary() -> None:
    pencil = page()
    pencil.row([(40, "Value of Investments"), (-300, "$1,000.00")])
    pencil.row([(40, "Cash Balance"), (-300, "$120.50")])
    pencil.row([(40, "Grand Total"), (-300, "$1,120.50")], step=24)
    pencil.row([(40, "Ticker"), (100, "Security"), (-330, "Units"), (-400, "Price"), (-480, "Value")], "B", step=13)
    money = [(40, "OSRXX"), (100, "Osier Government Money Fund")]
    pencil.row([*money, (-330, "120.50"), (-400, "1.00"), (-480, "120.50")])
    pencil.row([(40, "QZAB"), (100, "Quill Air Inc"), (-330, "100"), (-400, "10.00"), (-480, "1,000.00")])
    pencil.row([(40, "Grand Total"), (-480, "$1,120.50")], "B", step=30)
    pencil.row([(40, "Cash"), (-200, "33.3%"), (-300, "$373.50"), (-400, "$120.50")])
    account = only(pencil)
    assert account.stated_total == Decimal("1120.50")
    assert account.cash is None
    assert account.status == "proven"


def test_a_name_over_its_lots_with_a_symbol_of_its_own_is_the_next_security() -> None:
    pencil = page()
    heads = [(40, "Symbol"), (100, "Security"), (260, "Acquired"), (-370, "Shares"), (-430, "Price"), (-500, "Value")]
    pencil.row(heads, "B", step=13)
    pencil.row(
        [(40, "QZAB"), (100, "Quill Air Inc"), (260, "01/02/2020"), (-370, "10"), (-430, "10.00"), (-500, "100.00")]
    )
    pencil.row([(-500, "(2.30%)")])
    pencil.row([(100, "TECHNOLOGY")])
    pencil.row([(40, "OSTR"), (100, "Osier Tern Co")])
    pencil.row([(260, "03/04/2021"), (-370, "7")])
    pencil.row([(260, "05/06/2022"), (-370, "8")])
    pencil.row([(100, "Total"), (-370, "15"), (-430, "20.00"), (-500, "300.00")])
    pencil.row([(-500, "22.10%")])
    pencil.row([(40, "HLLW"), (100, "Hollow Co"), (260, "01/02/2023"), (-370, "5"), (-430, "2.00"), (-500, "10.00")])
    pencil.row([(40, "Total Account Value"), (-500, "$410.00")], "B")
    account = only(pencil)
    assert [(line.symbol, line.description, line.quantity, len(line.lots)) for line in account.positions] == [
        ("QZAB", "Quill Air Inc", 10, 1), ("OSTR", "Osier Tern Co", 15, 2), ("HLLW", "Hollow Co", 5, 1),
    ]  # fmt: skip
    assert account.status == "proven"


@pytest.mark.parametrize("name", ["TECHNOLOGY", "Health Care", "Large Cap Growth", "Consumer Staples (continued)"])
def test_sectors_and_styles_are_headings(name: str) -> None:
    assert is_section_heading(name)


def test_the_class_of_a_fund_is_no_symbol_beside_its_cusip() -> None:
    pencil = page()
    pencil.row([(40, "Cusip"), (110, "Investment"), (-330, "Units"), (-400, "Price"), (-480, "Value")], "B", step=13)
    fund = [(40, "256219106"), (110, "Osier & Tern Stock Fund I")]
    pencil.row([*fund, (-330, "10"), (-400, "10.00"), (-480, "100.00")])
    pencil.row([(40, "Total Account Value"), (-480, "100.00")], "B")
    (line,) = only(pencil).positions
    assert (line.symbol, line.cusip) == (None, "256219106")


def test_an_account_for_the_distributions_of_a_beneficiary_is_inherited() -> None:
    pencil = page("Account Number: 5511-2233", "IRA Beneficiary Distribution Account", "Owner: Hollis Tern")
    pencil.row([(40, "Ticker"), (100, "Security"), (-330, "Units"), (-400, "Price"), (-480, "Value")], "B", step=13)
    pencil.row([(40, "QZAB"), (100, "Quill Air Inc"), (-330, "10"), (-400, "10.00"), (-480, "100.00")])
    pencil.row([(40, "Total Account Value"), (-480, "100.00")], "B")
    assert only(pencil).registration == "inherited_ira"


def test_a_head_between_two_columns_is_that_of_both() -> None:
    pencil = page()
    pencil.row([(334, "Cost Basis"), (472, "Market")], "B", step=11)
    heads = [(40, "Symbol"), (100, "Security"), (-290, "Shares"), (-335, "Per Unit"), (-395, "Total")]
    pencil.row([*heads, (-470, "Price"), (-530, "Value")], "B", step=13)
    row = [(40, "QZAB"), (100, "Quill Air Inc"), (-290, "10"), (-335, "8.00"), (-395, "80.00")]
    pencil.row([*row, (-470, "10.00"), (-530, "100.00")])
    pencil.row([(40, "Total Account Value"), (-530, "100.00")], "B")
    (line,) = only(pencil).positions
    assert (line.quantity, line.price, line.market_value, line.cost_basis) == (10, 10, 100, 80)


def test_a_valuation_price_is_a_price() -> None:
    pencil = page()
    heads = [(40, "Security"), (-290, "Quantity"), (-370, "Closing Value"), (-470, "Valuation Price")]
    pencil.row(heads, "B", step=13)
    pencil.row([(40, "Quill Air Inc (QZAB)"), (-290, "10"), (-370, "100.00"), (-470, "10.00")])
    pencil.row([(40, "Total Account Value"), (-370, "100.00")], "B")
    (line,) = only(pencil).positions
    assert (line.price, line.market_value) == (10, 100)


def test_a_known_symbol_before_the_name_that_it_is_of_is_its_symbol() -> None:
    pencil = page()
    pencil.row([(40, "Asset"), (-290, "Shares"), (-370, "Price"), (-470, "Value")], "B", step=13)
    pencil.row([(40, "FXAIX FIDELITY 500 INDEX FUND"), (-290, "10"), (-370, "10.00"), (-470, "100.00")])
    pencil.row([(40, "TERN HARBOR BANK CERT OF DEPOSIT"), (-290, "1,000"), (-370, "100.00"), (-470, "1,000.00")])
    pencil.row([(40, "Total Account Value"), (-470, "1,100.00")], "B")
    fund, debt = only(pencil).positions
    assert (fund.symbol, fund.description, debt.symbol) == ("FXAIX", "FIDELITY 500 INDEX FUND", None)


def test_amounts_on_a_line_of_their_own_under_no_known_head_are_told() -> None:
    pencil = page()
    heads = [(40, "Symbol"), (100, "Security"), (-290, "Shares"), (-370, "Price"), (300, "Value")]
    pencil.row(heads, "B", step=13)
    pencil.row([(40, "QZAB"), (100, "Quill Air Inc"), (-290, "10"), (-350, "10.00"), (-530, "100.00")])
    pencil.row([(-530, "$80.00")])
    pencil.row([(40, "Total Account Value"), (-530, "100.00")], "B")
    assert only(pencil).status != "proven"


def test_rights_of_survivorship_are_nobodys_name() -> None:
    assert title_of("Joint Tenants with Rights of Survivorship HOLLIS K TERN AND ODILE TERN") is None
    assert title_of("Rollover IRA of Hollis Tern") == Title("Hollis Tern", "Rollover IRA")


def test_a_share_of_the_value_over_two_lines_is_one_label() -> None:
    assert stacked_roles("% of Mkt Value", ["% of Mkt", "Value"]) == ("other", None)
    assert stacked_roles("Market Value Book Cost", ["Market Value", "Book Cost"]) == ("value", "cost")


def test_a_price_of_a_day_over_the_cost_of_one_are_two() -> None:
    label = "Price on 12/31/2025 Unit Tax Cost"
    assert stacked_roles(label, ["Price on 12/31/2025", "Unit Tax Cost"]) == ("price", "unit_cost")


def test_a_mark_between_a_head_and_its_stroke_is_no_part_of_it() -> None:
    word = Word("Cost2/", 10, 40, 10, 18, 8)
    assert without_marks(Line(1, (word,))).text == "Cost/"


def test_a_value_of_yours_over_a_cost_are_two() -> None:
    assert stacked_roles("YOUR VALUE CARRYING COST", ["YOUR VALUE", "CARRYING COST"]) == ("value", "cost")
    words = [Word(text, 10 + 30 * at, 35 + 30 * at, 10, 18, 8) for at, text in enumerate(("Market", "Value", "(a)"))]
    assert without_marks(Line(1, tuple(words))).text == "Market Value"
