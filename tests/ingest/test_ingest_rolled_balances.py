"""Balances of funds rolled forward, without units; what sentences and heads tell of the account and its days."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.heads.column_roles import settled
from core.ingest.lines.facts import facts_of
from core.ingest.nouns.events import Fact, Record, Where
from core.ingest.nouns.head import Column
from core.ingest.nouns.words import words_of
from core.ingest.reading import read_here
from core.ingest.rows.symbol_shapes import alone_below
from tools.accuracy.drawing import Pencil

COLUMNS = (40, -250, -330, -410, -490, -570)
HEADS = ("Portfolio", "Beginning Balance", "Contributions", "Withdrawals", "Change in Value", "Ending Balance")
FUNDS = (
    ("Total Stock Index Portfolio", "1,000.00", "50.00", "-20.00", "30.00", "1,060.00"),
    ("Sorrel Index Trust", "2,000.00", "0.00", "0.00", "-100.00", "1,900.00"),
)
SUM = ("Total", "3,000.00", "50.00", "-20.00", "-70.00", "2,960.00")


def read(funds: tuple[tuple[str, ...], ...], heads: tuple[str, ...] = HEADS) -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "PEBBLE RIVER COLLEGE SAVINGS"), (-570, "as of 06/30/2026")], "B", size=12, step=26)
    told = "This statement shows the activity in your 529 College Savings Plan (account number 44172093) in June."
    pencil.row([(40, told)], size=8, step=26)
    pencil.row(tuple(zip(COLUMNS, heads, strict=True)), "B", size=8, step=12)
    for row in (*funds, SUM):
        pencil.row(tuple(zip(COLUMNS, row, strict=True)), size=8, step=12)
    pencil.row([], size=8, step=12)
    pencil.row([(40, "Total account value"), (-570, "2,960.00")], "B", size=9, step=20)
    (account,) = read_here("plan.pdf", pencil.drawn().data).accounts
    return account


def test_funds_are_held_at_what_their_balances_end_with() -> None:
    account = read(FUNDS)
    told = [(one.description, one.quantity, one.market_value) for one in account.positions]
    assert told == [("Total Stock Index Portfolio", None, D("1060.00")), ("Sorrel Index Trust", None, D("1900.00"))]
    assert (account.status, account.registration, account.stated_total) == ("proven", "529", D("2960.00"))


def test_a_balance_that_does_not_add_up_is_not_proven() -> None:
    wrong = (("Total Stock Index Portfolio", "1,000.00", "50.00", "-20.00", "30.00", "1,600.00"), FUNDS[1])
    assert read((*wrong, ("Tansy Bond Portfolio", "5.00", "0.00", "0.00", "0.00", "5.00"))).status != "proven"


def test_contributions_of_each_source_are_no_funds() -> None:
    sources = (("Roth 401(k)", *FUNDS[0][1:]), ("Employer match", *FUNDS[1][1:]))
    assert read(sources, ("Investment", *HEADS[1:])).positions == ()


def told(text: str) -> set[tuple[str, str]]:
    return {(fact.kind, fact.text) for fact in facts_of([text], Where()) if isinstance(fact, Fact)}


def test_a_sentence_tells_the_kind_of_the_account_beside_its_number() -> None:
    assert ("registration", "Joint WROS") in told("Here is how your Joint WROS, account number 5419562, stood.")
    plan = "Quill Foods 401(k) Plan"
    assert ("registration", plan) in told(f"This shows the activity in your {plan} (account ending in 4417) in May.")
    assert not any(kind == "registration" for kind, _ in told("Please open your Roth IRA online today."))


def test_the_day_on_which_an_account_stood_so_is_that_of_the_statement() -> None:
    (day,) = (
        fact.day
        for fact in facts_of(["Here is how your SEP IRA, account number 5419562, stood on May 31, 2026."], Where())
        if isinstance(fact, Fact) and fact.kind == "as_of"
    )
    assert day is not None and day.isoformat() == "2026-05-31"


def test_an_ending_value_beside_one_of_a_day_is_the_later() -> None:
    heads = (("Account", "account"), ("Value on 03/31/2026", "value"), ("Ending Value", "value"))
    columns = tuple(Column(label, role, 100.0 * at, 100.0 * at + 80) for at, (label, role) in enumerate(heads))
    assert [column.role for column in settled(columns)] == ["account", "other", "value"]


def test_sales_under_heads_in_two_lines_are_no_lots() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Account number: 4417-20935")], size=9, step=20)
    pencil.row([(40, "Holdings as of 06/30/2026")], "B", size=10, step=14)
    heads = ((40, "Security"), (250, "Symbol"), (-350, "Quantity"), (-420, "Price"), (-500, "Value"))
    pencil.row(heads, "B", size=8, step=12)
    row = ((40, "QUILL FOODS INC"), (250, "QZAB"), (-350, "10.000"), (-420, "20.00"), (-500, "200.00"))
    pencil.row(row, size=8, step=12)
    pencil.row([(40, "Total account value"), (-500, "200.00")], "B", size=8, step=24)
    pencil.row([(40, "Realized Gain/Loss Detail")], "B", size=10, step=14)
    pencil.row([(-570, "Realized")], "B", size=8, step=9)
    sold = ("Security", "Symbol", "Quantity", "Opened", "Closed", "Proceeds", "Cost Basis", "Gain/Loss")
    places = (40, 190, -270, -330, -390, -450, -510, -570)
    pencil.row(tuple(zip(places, sold, strict=True)), "B", size=8, step=12)
    figures = ("QUILL FOODS INC", "QZAB", "7.000", "07/17/21", "06/18/26", "140.00", "84.00", "56.00")
    pencil.row(tuple(zip(places, figures, strict=True)), size=8, step=12)
    (account,) = read_here("sold.pdf", pencil.drawn().data).accounts
    assert [(one.quantity, one.cost_basis, one.lots) for one in account.positions] == [(D("10.000"), None, ())]


def test_a_row_without_a_name_has_no_symbol_below_it() -> None:
    assert alone_below(Record("holdings", {}, Where(), details=["QZAB"])) is None


def test_the_sum_of_what_is_held_elsewhere_sums_no_rows() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Account number: 4417-20935")], size=9, step=20)
    pencil.row([(40, "Holdings as of 06/30/2026")], "B", size=10, step=14)
    pencil.row([(40, "Security"), (-350, "Quantity"), (-420, "Price"), (-500, "Value")], "B", size=8, step=12)
    pencil.row([(40, "QUILL FOODS INC (QZAB)"), (-350, "10"), (-420, "20.00"), (-500, "200.00")], size=8, step=12)
    pencil.row([(40, "Total account value"), (-500, "200.00")], "B", size=8, step=24)
    pencil.row([(40, "Externally Held Assets")], "B", size=10, step=14)
    pencil.row([(40, "Description"), (-300, "Value")], "B", size=8, step=12)
    pencil.row([(40, "Employer plan (as reported by you)"), (-300, "60.00")], size=8, step=12)
    pencil.row([(40, "Total held elsewhere (not included in your account value)"), (-300, "60.00")], size=8, step=12)
    (account,) = read_here("away.pdf", pencil.drawn().data).accounts
    assert account.status == "proven"


def test_a_value_of_the_day_before_is_not_the_total_where_a_sum_is_what_is_held() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Account number: 4417-20935"), (-560, "as of 06/30/2026")], size=9, step=20)
    pencil.row([(40, "Value on 03/31/2026"), (-300, "$190.00")], size=8, step=12)
    pencil.row([(40, "Change in value"), (-300, "$10.00")], size=8, step=12)
    pencil.row([(40, "Total"), (-300, "$200.00")], "B", size=8, step=24)
    pencil.row([(40, "Security"), (-350, "Quantity"), (-420, "Price"), (-500, "Value")], "B", size=8, step=12)
    pencil.row([(40, "QUILL FOODS INC (QZAB)"), (-350, "10"), (-420, "20.00"), (-500, "200.00")], size=8, step=12)
    pencil.row([(40, "Total"), (-500, "$200.00")], "B", size=8, step=24)
    (account,) = read_here("two.pdf", pencil.drawn().data).accounts
    assert (account.status, account.stated_total) == ("proven", D("200.00"))


def test_a_bullet_without_a_name_in_its_font_is_one() -> None:
    place = {"upright": True, "size": 8.0, "top": 10.0, "bottom": 18.0, "fontname": "Sans"}
    (word,) = words_of([{**place, "text": "(cid:127)", "x0": 40.0, "x1": 44.0}])
    assert word.text == "•"
