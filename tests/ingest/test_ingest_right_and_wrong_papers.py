"""Papers that tie are proven, and the same papers with one wrong number are not: sums, flows, heads of pages, cash."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.registrations import account_number
from core.ingest.lexicon.sections import is_section_heading, total_name
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (40, -260, -330, -420, -500, -590)
HEADS = ("Description", "Quantity", "Price", "Market value", "Cost", "Gain/Loss")
QUILL = ("Quill Harbor Corp (QZAB)", "100.000", "12.00", "$1,200.00", "$900.00", "$300.00")
EMBER = ("Ember Rail Corp (EMBR)", "40.000", "10.50", "$420.00", "$405.00", "$15.00")
BALANCES = ("Description", "", "", "Opening balance", "Closing balance")
Row = tuple[str, ...]


def begun(number: str = "7719-4402") -> Pencil:
    """A page with the house and the number of an account."""
    pencil = Pencil(landscape=True)
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, f"Account number: {number}")])
    return pencil


def table(pencil: Pencil, *rows: Row, title: str = "Holdings", heads: Row = HEADS) -> None:
    """A title, heads under it, and rows."""
    pencil.y += 20
    pencil.say(title, size=10)
    draw(pencil, heads, *rows)


def draw(pencil: Pencil, *rows: Row) -> None:
    for row in rows:
        pencil.row(list(zip(PLACES, row, strict=False)))


def account_of(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("paper.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize(("value", "proven"), [("$420.00", True), ("$421.00", False)])
def test_the_period_and_the_page_behind_titles_are_no_row_of_the_table_that_goes_on(value: str, proven: bool) -> None:
    pencil = begun()
    table(pencil, QUILL)
    pencil.page()
    pencil.row([(40, "Your Statement"), (-600, "Statement Period June 1, 2026 - June 30, 2026 - 2 -")])
    draw(pencil, (*EMBER[:3], value, *EMBER[4:]), ("Total account value", "", "", "$1,620.00", "$1,305.00"))
    account = account_of(pencil)
    assert (account.status == "proven") is proven
    assert len(account.positions) == 2


@pytest.mark.parametrize(("printed", "proven"), [("$420.00", True), ("$402.00", False)])
def test_names_parted_by_a_stroke_in_a_head_are_no_section(printed: str, proven: bool) -> None:
    heads = ("Fund / Security Name", *HEADS[1:])
    pencil = begun()
    table(pencil, ("Total Common Stocks", "", "", "$1,200.00"), QUILL, title="Common Stocks", heads=heads)
    table(pencil, ("Total Preferreds", "", "", printed), EMBER, title="Preferreds", heads=heads)
    pencil.row([(40, "Total account value"), (-420, "$1,620.00")])
    account = account_of(pencil)
    assert (account.status == "proven") is proven
    assert [line.section for line in account.positions] == ["Common Stocks", "Preferreds"]


@pytest.mark.parametrize("name", ["Total Cash & Money Market Holdings", "Subtotal"])
@pytest.mark.parametrize(("printed", "proven"), [("$100.00", True), ("$110.00", False)])
def test_the_sum_of_cash_beside_the_rows_is_that_of_no_row(name: str, printed: str, proven: bool) -> None:
    pencil = begun()
    table(pencil, QUILL, EMBER)
    table(pencil, ("Brokerage cash balance", "", "", "$90.00", "$100.00"), (name, "", "", "", printed),
          title="Cash & Money Market", heads=BALANCES)  # fmt: skip
    pencil.row([(40, "Total assets"), (-500, "$1,720.00")])
    account = account_of(pencil)
    assert (account.status, account.cash) == ("proven" if proven else account.status, D("100.00"))
    assert (account.status == "proven") is proven


@pytest.mark.parametrize(("value", "proven"), [("$420.00", True), ("$421.00", False)])
def test_flows_under_a_lone_head_of_amounts_are_no_rows_of_the_holdings_above(value: str, proven: bool) -> None:
    pencil = begun()
    table(pencil, QUILL, (*EMBER[:3], value, *EMBER[4:]), ("Bank deposit sweep", "", "", "$100.00"),
          ("Ending account value", "", "", "$1,720.00"))  # fmt: skip
    pencil.y += 20
    pencil.say("Cash Flow Summary", size=10)
    pencil.row([(-330, "Amount")])
    for label, amount in (("Opening balance", "$76.50"), ("Credits", "$40.25"), ("Debits", "($16.75)")):
        pencil.row([(40, label), (-330, amount)])
    account = account_of(pencil)
    assert (account.status == "proven") is proven
    assert len(account.positions) == 3
    assert account.cash == D("100.00")


@pytest.mark.parametrize(("gain", "proven"), [("-480,000.00", True), ("-470,000.00", False)])
def test_a_gain_with_its_per_cent_beside_it_is_the_amount(gain: str, proven: bool) -> None:
    pencil = begun()
    table(pencil, QUILL, ("Ember Rail Corp (EMBR)", "40,000.000", "10.50", "420,000.00", "900,000.00"),
          ("Total account value", "", "", "$421,200.00", "$900,900.00"))  # fmt: skip
    pencil.y -= 26
    pencil.row([(-561, gain), (-590, "-53.3%")])
    account = account_of(pencil)
    assert (account.status == "proven") is proven
    assert account.positions[1].gain == D(gain.replace(",", ""))


@pytest.mark.parametrize(("cost", "proven"), [("$1,305.00", True), ("$1,605.00", True), ("$1,306.00", False)])
def test_a_sum_of_costs_may_leave_out_the_money_fund_that_stands_among_the_rows(cost: str, proven: bool) -> None:
    pencil = begun()
    fund = ("Alder Government Money Market Fund (AGVXX)", "300.000", "1.00", "$300.00", "$300.00")
    table(pencil, fund, QUILL, EMBER, ("Total account value", "", "", "$1,920.00", cost))
    assert (account_of(pencil).status == "proven") is proven


@pytest.mark.parametrize(("bonds", "proven"), [("$420.00", True), ("$450.00", False)])
def test_a_title_over_heads_prints_the_sum_of_the_rows_below(bonds: str, proven: bool) -> None:
    pencil = begun()
    table(pencil, QUILL, title="Equities")
    pencil.y += 20
    pencil.row([(40, "Alternatives"), (-500, bonds)], size=10)
    draw(pencil, HEADS, EMBER, ("Total account value", "", "", "$1,620.00"))
    account = account_of(pencil)
    assert (account.status == "proven") is proven
    assert [line.section for line in account.positions][1] == "Alternatives"


@pytest.mark.parametrize(("value", "proven"), [("$420.00", True), ("$410.00", False)])
def test_classes_that_print_their_sums_over_rows_do_so_in_the_next_account_too(value: str, proven: bool) -> None:
    pencil = begun()
    for number in ("", "3350-8127"):
        if number:
            pencil.page()
            pencil.say(f"Roth IRA, Account Number: {number}", step=40)
        table(pencil, title="Schedule of assets")
        for name, amount, row in (
            ("Common Stocks", "$1,200.00", QUILL),
            ("Mutual Funds", "$420.00", (*EMBER[:3], value, *EMBER[4:])),
        ):
            pencil.row([(40, name), (-420, amount)], style="B")
            draw(pencil, row)
        draw(pencil, ("Total securities", "", "", "$1,620.00"), ("Total account value", "", "", "$1,620.00"))
    statement = read_here("two.pdf", pencil.drawn().data)
    assert len(statement.accounts) == 2
    assert [account.status == "proven" for account in statement.accounts] == [proven, proven]


@pytest.mark.parametrize(("value", "proven"), [("$420.00", True), ("$425.00", False)])
def test_a_money_fund_told_as_cash_is_no_holding_that_was_missed(value: str, proven: bool) -> None:
    pencil = begun()
    pencil.y += 20
    pencil.say("Largest positions", size=10)
    for name, amount in (("Security", "Market value"), ("Quill Harbor Corp", "$1,200.00"), ("Ember Rail Corp", value)):
        pencil.row([(40, name), (-420, amount)])
    table(pencil, QUILL, (*EMBER[:3], value, *EMBER[4:]))
    table(pencil, ("Alder Advantage Money Fund (AGVXX)", "", "", "$290.00", "$300.00"), title="Cash Equivalents",
          heads=BALANCES)  # fmt: skip
    pencil.row([(40, "Total investments and cash"), (-500, "$1,920.00")])
    account = account_of(pencil)
    assert (account.status == "proven") is proven
    assert len(account.positions) == 2


@pytest.mark.parametrize(("last", "proven"), [("$420.00", True), ("$402.00", False)])
def test_values_on_days_behind_lots_are_no_lots(last: str, proven: bool) -> None:
    pencil = begun()
    table(pencil, QUILL, (*EMBER[:3], last, *EMBER[4:]), ("Total account value", "", "", "$1,620.00", "$1,305.00"))
    pencil.y += 20
    pencil.say("Cost Detail by Lot", size=10)
    pencil.row(
        [
            (40, "Symbol"),
            (160, "Acquired"),
            (-330, "Quantity"),
            (-380, "Unit cost"),
            (-440, "Cost"),
            (-500, "Market value"),
        ]
    )
    for name, day, units, each, cost, value in (
        ("Quill Harbor Corp (QZAB)", "03/07/2021", "100.000", "9.0000", "900.00", "1,200.00"),
        ("Ember Rail Corp (EMBR)", "08/23/2019", "40.000", "10.1250", "405.00", "420.00"),
    ):
        pencil.say(name)
        pencil.row([(160, day), (-330, units), (-380, each), (-440, cost), (-500, value)])
    pencil.page()
    pencil.say("Change in Account Value")
    pencil.row([(40, "Beginning value as of 05/31/2026"), (-420, "$1,600.00"), (-500, "$1,590.00")])
    pencil.row([(40, "Ending value as of 06/30/2026"), (-420, "$1,620.00"), (-500, "$1,620.00")])
    assert (account_of(pencil).status == "proven") is proven


def test_a_plan_in_a_kind_of_account_is_no_number() -> None:
    assert account_number("Type of Account: SOLO 401(K)") is None
    assert account_number("Type of Account: 401(k) Brokerage Account") is None
    assert account_number("Account 401-22871") == "401-22871"


@pytest.mark.parametrize("text", ["Total Including Accrued Interest", "Total with accrued income", "Total"])
def test_a_total_that_counts_accrued_interest_is_one_of_everything(text: str) -> None:
    assert total_name(text) == ""


@pytest.mark.parametrize("text", ["Preferreds", "Municipals", "Agencies", "ETPs", "Listed Options"])
def test_more_names_of_classes_are_headings(text: str) -> None:
    assert is_section_heading(text)


@pytest.mark.parametrize(("value", "proven"), [("$17,000.00", True), ("$17,100.00", False)])
def test_bonds_of_one_name_and_two_numbers_are_two(value: str, proven: bool) -> None:
    pencil = begun()
    heads = ("Description", "CUSIP", "Quantity", "Market value", "Cost", "Acquired")
    bond = ("U S TREASURY BOND", "912829B56", "100,000", "$84,000.00", "$90,000.00")
    table(pencil, bond, title="Bonds", heads=heads)
    pencil.page()
    pencil.y += 30
    table(pencil, ("U S TREASURY BOND", "912824F53", "20,000", value, "$19,000.00", "Multiple"),
          ("", "", "9,000", "", "$8,000.00", "05/01/2015"), ("", "", "11,000", "", "$11,000.00", "02/26/2021"),
          ("Total account value", "", "", "$101,000.00", "$109,000.00"),
          title="Bonds (continued)", heads=heads)  # fmt: skip
    account = account_of(pencil)
    assert (account.status == "proven") is proven
    assert [line.cusip for line in account.positions] == ["912829B56", "912824F53"]
