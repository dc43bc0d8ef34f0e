"""Last month beside this month, symbol and name in one cell, accounts parted by strokes, totals of plans."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementLine
from core.ingest.lexicon.registrations import titled_number
from core.ingest.reading import read_here
from tools.accuracy.drawing import Column, Pencil, Table

TITLE = "Account Number: 4417-2093     Statement date June 30, 2026"


def statement(columns: list[Column], rows: list[tuple[str, ...]], total: tuple[str, ...]) -> Statement:
    """One account on one page: a head, rows and the line of its total."""
    pencil = Pencil()
    pencil.page()
    pencil.say(f"{TITLE}\nOwner: Odile Farrow     Individual account", step=16)
    table = Table(pencil, columns)
    table.head()
    for cells in rows:
        table.line(cells)
    table.line(total, "B")
    return read_here("farrow.pdf", pencil.drawn().data)


def priced(statement: Statement) -> list[StatementLine]:
    (account,) = statement.accounts
    assert account.status == "proven"
    return list(account.positions)


@pytest.mark.parametrize("under", ["Month", "Quarter", "Statement"])
def test_last_over_a_period_is_no_column_of_prices(under: str) -> None:
    heads = (("Description", 40), ("Shares", -262), ("Price", -316), (f"Value Last|{under}", -382))
    columns = [Column(head, x) for head, x in (*heads, (f"Value This|{under}", -448), ("Cost", -510))]
    rows = [
        ("Quill Holdings Inc (QZAB)", "100", "41.00", "3,950.00", "4,100.00", "3,000.00"),
        ("Slate Total Market ETF (SLTM)", "50", "80.00", "4,120.00", "4,000.00", "3,500.00"),
    ]
    found = priced(statement(columns, rows, ("Total Account", "", "", "8,070.00", "8,100.00", "6,500.00")))
    assert [(line.price, line.market_value) for line in found] == [
        (D("41.00"), D("4100.00")),
        (D("80.00"), D("4000.00")),
    ]


ONE_CELL = ("QZAB  Quill Holdings Inc.", "SLTM  Slate Total Market ETF", "V  VERNAL Foods Class A")
FIGURES = (("100", "41.00", "4,100.00"), ("50", "80.00", "4,000.00"), ("20", "15.00", "300.00"))


def in_one_cell(head: str, names: tuple[str, ...] = ONE_CELL) -> list[StatementLine]:
    """The lines of an account whose first column has symbol and name together."""
    columns = [Column(head, 40), Column("Shares", -300), Column("Price", -380), Column("Market Value", -480)]
    rows = [(name, *figures) for name, figures in zip(names, FIGURES, strict=True)]
    return priced(statement(columns, rows, ("Total Account", "", "", "8,400.00")))


@pytest.mark.parametrize(
    "head", ["Symbol and Description", "Symbol / Description", "Symbol", "Security", "Description"]
)
def test_symbol_and_name_in_one_cell_are_parted(head: str) -> None:
    found = in_one_cell(head)
    assert [(line.symbol, line.description, line.flagged) for line in found] == [
        ("QZAB", "Quill Holdings Inc.", False),
        ("SLTM", "Slate Total Market ETF", False),
        ("V", "VERNAL Foods Class A", False),
    ]


@pytest.mark.parametrize("names", [("Quill Holdings Inc.", *ONE_CELL[1:]), ("MFS Value Fund", *ONE_CELL[1:])])
def test_a_name_is_cut_only_where_each_row_begins_with_a_symbol(names: tuple[str, ...]) -> None:
    found = in_one_cell("Security", names)
    assert [(line.symbol, line.description) for line in found] == [(None, " ".join(name.split())) for name in names]
    assert all(line.flagged for line in found)


def test_a_name_without_a_symbol_under_a_head_of_symbols_is_flagged() -> None:
    found = in_one_cell("Symbol", ("Quill Holdings Inc.", "Slate Total Market ETF", "Vernal Foods Class A"))
    assert [(line.symbol, line.flagged) for line in found] == [(None, True)] * 3


def two_accounts(title: str) -> Statement:
    """Two accounts on one page, each named by one line alone."""
    pencil = Pencil()
    pencil.page()
    pencil.say("Quarterly review\nAs of June 30, 2026", step=20)
    parts = (("Roth IRA", "XXXX-3917", FIGURES[0]), ("Inherited IRA", "XXXX-8206", FIGURES[1]))
    for (kind, number, figures), name in zip(parts, ("Quill Holdings Inc (QZAB)", "Slate ETF (SLTM)"), strict=True):
        pencil.row([(40, title.format(kind=kind, number=number))], "B", 16)
        heads = (("Description", 40), ("Shares", -300), ("Price", -380), ("Market Value", -480))
        table = Table(pencil, [Column(head, x) for head, x in heads])
        table.head()
        table.line((name, *figures))
        table.line(("Total", "", "", figures[2]), "B", 30)
    return read_here("review.pdf", pencil.drawn().data)


@pytest.mark.parametrize("stroke", [" | ", " · ", " - ", ", "])
@pytest.mark.parametrize("more", ["Custodian: Larch Trust Services", "Inception: 03/15/2019"])
def test_what_is_told_behind_the_number_does_not_hide_the_account(stroke: str, more: str) -> None:
    found = two_accounts(stroke.join(("Odile Farrow", "{kind}", "{number}", more)))
    assert [(one.number, one.registration, one.owner, one.stated_total, one.status) for one in found.accounts] == [
        ("…3917", "roth_ira", "Odile Farrow", D("4100.00"), "proven"),
        ("…8206", "inherited_ira", "Odile Farrow", D("4000.00"), "proven"),
    ]


def listing(plan_total: str) -> Statement:
    """A printed listing of a plan: two participants with a total each, and under the last the plan's."""
    lines = ["LARCH PLAN SERVICES     BALANCES BY PARTICIPANT     AS OF 06/30/2026", ""]
    people = (("ODILE FARROW", "441702093", FIGURES[0]), ("PIERS CALLOWAY", "441702107", FIGURES[1]))
    for owner, number, (units, price, value) in people:
        lines += [f"PARTICIPANT: {owner:<24}ACCOUNT: {number}   TYPE: SEP IRA", ""]
        lines += [f"  {'TICKER':<8}{'INVESTMENT':<32}{'UNITS':>12}{'NAV':>10}{'BALANCE':>14}"]
        lines += [f"  {'QZABX':<8}{'QUILL BALANCED FUND':<32}{units:>12}{price:>10}{value:>14}"]
        lines += [f"  {'':<8}{'PARTICIPANT TOTAL':<32}{'':>22}{value:>14}", ""]
    lines += [f"  {'':<8}{'PLAN TOTAL':<32}{'':>22}{plan_total:>14}"]
    return read_here("listing.txt", "\r\n".join(lines).encode())


def test_the_total_of_a_plan_is_not_that_of_its_last_participant() -> None:
    found = listing("8,100.00")
    assert [(one.number, one.owner, one.stated_total, one.status) for one in found.accounts] == [
        ("…2093", "ODILE FARROW", D("4100.00"), "proven"),
        ("…2107", "PIERS CALLOWAY", D("4000.00"), "proven"),
    ]
    assert not [issue for issue in found.issues if issue.severity == "error"]


def test_the_total_of_a_plan_that_its_participants_do_not_make_is_told() -> None:
    assert [issue.message for issue in listing("9,100.00").issues if issue.severity == "error"]


@pytest.mark.parametrize("stroke", [" | ", " · ", " - "])
@pytest.mark.parametrize("more", ["Larch Trust Services", "Held at Larch Trust", "Inception 03/15/2019"])
def test_the_number_may_stand_in_any_part_of_a_line(stroke: str, more: str) -> None:
    found = two_accounts(stroke.join(("Odile Farrow", "{kind}", "{number}", more)))
    assert [(one.number, one.registration, one.owner, one.status) for one in found.accounts] == [
        ("…3917", "roth_ira", "Odile Farrow", "proven"),
        ("…8206", "inherited_ira", "Odile Farrow", "proven"),
    ]


@pytest.mark.parametrize("stroke", ["  ·  ", " | ", " - ", ", "])
@pytest.mark.parametrize("goal", ["Old 401(k)", "Roth IRA money", "House Fund"])
def test_the_kind_beside_the_number_is_surer_than_the_title_of_a_goal(goal: str, stroke: str) -> None:
    pencil = Pencil()
    pencil.page()
    pencil.say("Account holder\nOdile Farrow\nMonthly statement June 30, 2026", step=18)
    pencil.say(goal, 40, "B", 18, 14)
    pencil.say(f"Traditional IRA{stroke}Account F76401833", 40, step=24)
    heads = (("Fund", 40), ("Shares", -300), ("Price", -380), ("Value", -480))
    table = Table(pencil, [Column(head, x) for head, x in heads])
    table.head()
    table.line(("Quill Holdings Inc (QZAB)", *FIGURES[0]))
    table.line(("Total", "", "", FIGURES[0][2]), "B", 30)
    (account,) = read_here("goals.pdf", pencil.drawn().data).accounts
    assert (account.registration, account.owner, account.status) == ("traditional_ira", "Odile Farrow", "proven")


@pytest.mark.parametrize("text", ["Transfer to | Roth IRA | XXXX-3917 | Larch", "Roth IRA | 2024-2026 | Larch"])
def test_a_transfer_or_a_span_of_years_names_no_account(text: str) -> None:
    assert titled_number(text) is None


def test_the_last_word_of_a_name_under_a_bold_symbol_is_no_heading() -> None:
    pencil = Pencil(size=7.2)
    pencil.page()
    pencil.say(f"{TITLE}\nOwner: Odile Farrow     Individual account", step=16)
    heads = (("Security", 40), ("Quantity", -300), ("Price", -380), ("Market Value", -480))
    table = Table(pencil, [Column(head, x) for head, x in heads])
    table.head()
    pencil.say("Exchange-Traded Funds", 40, "B", 12, 8)
    names = ("Slate 1-5 Year Total\nETF", "Quill Short Bond\nETF")
    for symbol, name, (units, price, value) in zip(("SLTM", "QZAB"), names, FIGURES, strict=False):
        pencil.at(40, symbol, "B")
        pencil.row([(-300, units), (-380, price), (-480, value)], step=8.4)
        pencil.say(name, 40, step=8.4)
        pencil.y += 3.5
    pencil.y += 8
    table.line(("Total Exchange-Traded Funds", "", "", "8,100.00"), "B", 14)
    table.line(("Total Account Value", "", "", "8,100.00"), "B", 14)
    found = priced(read_here("etfs.pdf", pencil.drawn().data))
    assert [(line.symbol, line.description, line.section) for line in found] == [
        ("SLTM", "Slate 1-5 Year Total ETF", "Exchange-Traded Funds"),
        ("QZAB", "Quill Short Bond ETF", "Exchange-Traded Funds"),
    ]
