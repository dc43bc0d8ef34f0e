"""What custodians' paper prints: small symbols, the same section twice, capital accounts, units of plans and agents."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.book.ledger import activity_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = ("Security", "Quantity", "Price", "Market Value", "Total Cost")
PLACES = (40, -310, -370, -440, -520)


def page(*above: str, number: str = "Account Number: 5511-2233") -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Trust Company")], "B", size=12, step=20)
    for line in (number, "As of June 30, 2026", *above):
        pencil.row([(40, line)], step=14)
    return pencil


def rows(pencil: Pencil, *lines: Sequence[str], places: Sequence[float] = PLACES) -> None:
    for cells in lines:
        style = "B" if len(cells) == 1 or cells[0] in ("Security", "Investment option") else ""
        pencil.row([(place, cell) for place, cell in zip(places, cells, strict=False) if cell], style)


def one(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("pinewick.pdf", pencil.drawn().data).accounts
    return account


def test_small_letters_before_names_are_the_symbols() -> None:
    pencil = page()
    rows(
        pencil,
        HEADS,
        ("qzab Quill Holdings Inc", "100", "20.00", "2,000.00", "1,500.00"),
        ("tdsx Tide Shipping Ltd", "50", "30.00", "1,500.00", "1,700.00"),
        ("TOTAL PORTFOLIO", "", "", "3,500.00", "3,200.00"),
    )
    found = [(line.symbol, line.description) for line in one(pencil).positions]
    assert found == [("QZAB", "Quill Holdings Inc"), ("TDSX", "Tide Shipping Ltd")]


def test_a_sum_without_words_counts_the_accrued_interest_above_it() -> None:
    pencil = page()
    rows(
        pencil,
        HEADS,
        ("CORPORATE BONDS",),
        ("Tide Energy Corp Note 3.000% 05/26/2044", "10,000", "98.00", "9,800.00", "9,900.00"),
        ("Accrued Interest", "", "", "50.00", ""),
        ("", "", "", "9,850.00", "9,900.00"),
        ("TOTAL PORTFOLIO", "", "", "9,850.00", "9,900.00"),
    )
    assert one(pencil).status == "proven"


def test_cash_counts_at_its_amount_in_a_sum_of_costs() -> None:
    pencil = page()
    rows(
        pencil,
        HEADS,
        ("COMMON STOCK",),
        ("Quill Holdings Inc", "100", "20.00", "2,000.00", "1,500.00"),
        ("Tide Shipping Ltd", "50", "30.00", "1,500.00", "1,700.00"),
        ("", "", "", "3,500.00", "3,200.00"),
        ("CASH AND EQUIVALENTS",),
        ("Sovereign Government Money Fund", "", "", "700.00", "700.00"),
        ("", "", "", "700.00", "700.00"),
        ("TOTAL PORTFOLIO", "", "", "4,200.00", "3,900.00"),
    )
    assert one(pencil).status == "proven"


def twice(income: str) -> StatementAccount:
    pencil = page()
    rows(pencil, HEADS)
    for part, amount, printed in (("PRINCIPAL PORTFOLIO", "900.00", "900.00"), ("INCOME PORTFOLIO", "400.00", income)):
        pencil.row([(40, part)], "B", size=11)
        rows(
            pencil,
            ("Cash and Short Term",),
            ("Pinewick Government Money Market Fund", amount, "1.00", amount, amount),
            ("Total Cash and Short Term", "", "", printed, printed),
        )
    rows(pencil, ("TOTAL PORTFOLIO", "", "", "1,300.00", "1,300.00"))
    return one(pencil)


def test_a_section_that_stands_in_two_parts_has_a_sum_in_each() -> None:
    assert twice("400.00").status == "proven"
    assert twice("410.00").status != "proven"


def test_a_fund_whose_name_begins_with_core_is_no_cash() -> None:
    pencil = page("Pinewick 401(k) Plan")
    rows(
        pencil,
        ("Investment option", "Beginning balance", "Ending balance"),
        ("Core Plus Bond Separate Account", "1,500.00", "1,700.00"),
        ("Inflation Protection Fund", "300.00", "310.00"),
        ("Total", "1,800.00", "2,010.00"),
        places=(40, -360, -480),
    )
    assert one(pencil).cash is None


def test_a_unit_or_share_value_is_a_price() -> None:
    pencil = page("Pinewick 401(k) Plan")
    rows(
        pencil,
        ("Investment option", "Units/shares", "Unit/share value", "Ending balance"),
        ("Large Company Index Separate Account", "100.0000", "$20.0000", "$2,000.00"),
        ("Equity Income Fund", "50.0000", "$30.0000", "$1,500.00"),
        ("Total", "", "", "$3,500.00"),
        places=(40, -320, -410, -500),
    )
    found = [(line.quantity, line.price) for line in one(pencil).positions]
    assert found == [(D("100.0000"), D("20.0000")), (D("50.0000"), D("30.0000"))]


def agent(pencil: Pencil) -> None:
    heads = [(40, "Description"), (-250, "Certificated Shares"), (-330, "Total Shares"), (350, "Symbol")]
    pencil.row([*heads, (-460, "Price per Share ($)"), (-550, "Market Value ($)")], "B")
    cells = [(40, "CLASS A COMMON"), (-250, "0.000000"), (-330, "100.500000"), (350, "QZAB")]
    pencil.row([*cells, (-460, "20.000000"), (-550, "2,010.00")], step=20)
    pencil.row([(40, "Total market value of your account  $2,010.00")], step=20)


def test_of_several_counts_of_shares_the_total_is_held() -> None:
    pencil = page()
    agent(pencil)
    assert [line.quantity for line in one(pencil).positions] == [D("100.500000")]


def test_moves_are_of_the_security_that_stands_over_them_with_the_day_before_the_month() -> None:
    pencil = page()
    agent(pencil)
    heads = ("Date", "Transaction Description", "Transaction Amount ($)", "Price Per Share ($)", "Transaction Shares")
    places = (40, 110, -330, -430, -530)
    pencil.row(list(zip(places, heads, strict=True)), "B")
    pencil.row([(40, "Plan Transactions - COBALT EMBER SOFTWARE CORP CLASS A COMMON")])
    pencil.row([(40, "01 Jan 2026"), (110, "Balance Forward"), (-530, "99.000000")])
    cells = ("01 Jun 2026", "Dividend Reinvestment", "30.00", "20.000000", "1.500000")
    pencil.row(list(zip(places, cells, strict=True)))
    (move,) = activity_of(one(pencil), "a")
    assert (move.date, move.side, move.symbol, move.quantity) == (date(2026, 6, 1), "reinvest", "QZAB", D("1.5"))


def capital(gain: str, *more: str) -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Ember Buyout Fund II, L.P.")], "B", size=14, step=18)
    pencil.row([(40, "Statement of Partner's Capital for the Quarter Ended June 30, 2026")], step=14)
    pencil.row([(40, "Limited Partner: Ines Calloway     Investor ID: LP-3594")], step=14)
    for label, now, ever in (
        ("Beginning partner's capital", "900.00", "0.00"),
        ("Capital contributions", "-", "600.00"),
        ("Net realized and unrealized gain", "100.00", gain),
        ("Ending partner's capital", "$1,000.00", "$1,000.00"),
    ):
        pencil.row([(40, label), (-360, now), (-460, ever)])
    pencil.row([(40, "Commitment Summary")], "B")
    for label, amount in (
        ("Total capital commitment", "$1,500.00"),
        ("Capital contributions", "$600.00"),
        ("Remaining unfunded commitment", "$900.00"),
    ):
        pencil.row([(40, label), (-360, amount)])
    for line in more:
        pencil.row([(40, line)])
    return one(pencil)


def test_a_partners_capital_account_is_one_private_fund_with_its_commitment() -> None:
    account = capital("400.00")
    (fund,) = account.positions
    assert (fund.market_value, fund.commitment, fund.called, fund.unfunded) == (D(1000), D(1500), D(600), D(900))
    assert (account.stated_total, account.status) == (D("1000.00"), "proven")


def test_capital_proves_itself_only_where_its_movements_add_up_and_no_other_total_stands() -> None:
    assert capital("400.00", "Total value of your interest   $1,200.00").status != "proven"
    pencil_without = capital("410.00")
    assert pencil_without.positions[0].market_value == D("1000.00")


def test_the_nav_of_a_capital_account_is_net_of_what_is_accrued_for_the_partner() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Alder Buyout Fund IV, L.P.")], "B", size=13, step=20)
    pencil.row([(40, "Partner's Capital Account Statement"), (300, "As of June 30, 2026")], step=20)
    for label, *figures in (
        ("Total Commitment", "900.00"),
        ("Contributions Since Inception", "288.00"),
        ("Unfunded Commitment", "612.00"),
        ("Beginning NAV - Net of Incentive Allocation", "320.00", "300.00"),
        ("Contributions - Cash & Non-Cash", "11.00", "31.00"),
        ("Management Fees - Net of Offsets", "(1.00)", "(1.00)"),
        ("Ending NAV - Net of Incentive Allocation", "330.00", "330.00"),
        ("Reconciliation for Accrued Incentive Allocation", "5.00", "5.00"),
        ("Ending NAV - Gross of Accrued Incentive Allocation", "335.00", "335.00"),
    ):
        pencil.row([(40, label), *((-380 - 90 * place, figure) for place, figure in enumerate(figures))])
    (account,) = read_here("fund.pdf", pencil.drawn().data).accounts
    (fund,) = account.positions
    assert (fund.market_value, fund.commitment, fund.called, fund.unfunded) == (
        D("330.00"), D("900.00"), D("288.00"), D("612.00"),
    )  # fmt: skip
    assert (account.stated_total, account.status) == (D("330.00"), "proven")
