"""The day on which private funds and unlisted shares were valued, where no column of their table tells it."""

from datetime import date

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-330, -400, -480, -560)


def shares(note: str) -> StatementAccount:
    """The account of a paper of unlisted shares with a note under it."""
    pencil = Pencil()
    pencil.page()
    pencil.say("Penhallow Investor Services\nJuly 1, 2026 - September 30, 2026")
    pencil.say("INES CALLOWAY", step=20)
    pencil.row([(360, "Account Number"), (-560, "4812640417")])
    pencil.row([(360, "Account Type"), (-560, "Individual")], step=30)
    heads = ("Total Shares", "NAV Per Share¹", "Net Investment²", "Account Value")
    pencil.row([(40, "Investment"), *zip(STOPS, heads, strict=True)], "B")
    held = ("100.500", "$10.0000", "$950.00", "$1,005.00")
    pencil.row([(40, "Larch Income Real Estate Trust, Inc. - Class I"), *zip(STOPS, held, strict=True)])
    pencil.row([(40, "Total Account Value"), (-480, "$950.00"), (-560, "$1,005.00")], "B", step=24)
    pencil.say(note, size=6)
    return read_here("paper.pdf", pencil.drawn().data).accounts[0]


def test_a_note_tells_the_day_of_the_prices_and_not_that_of_the_paper() -> None:
    told = shares("¹ NAV per share as of August 31, 2026, the most recent one before the end of the statement period.")
    (row,) = told.positions
    assert told.status == "proven" and told.as_of == date(2026, 9, 30)
    assert row.nav_date == date(2026, 8, 31)
    assert (row.asset_type, str(row.cost_basis)) == ("alternative", "950.00")


def test_a_note_that_tells_no_day_leaves_it_open() -> None:
    (row,) = shares("¹ NAV per share is determined by the board and is not a market price.").positions
    assert row.nav_date is None


MOVES = (("Beginning NAV - Net of Incentive Allocation", "80,000.00"), ("Contributions - Cash & Non-Cash", "5,000.00"),
         ("(Management Fees - Net of Offsets)", "(1,000.00)"), ("Realized Gain/(Loss)", "6,000.00"))  # fmt: skip


def partner(contributions: str = "($60,000.00)") -> StatementAccount:
    """The one account of the capital account of a partner."""
    pencil = Pencil()
    pencil.page()
    pencil.say("OSIER CAPITAL PARTNERS", size=8, step=40)
    pencil.say("Osier Credit Opportunities II, L.P.", x=200, size=13, step=20)
    pencil.say("For the Period Ended June 30, 2026 (Unaudited)", x=210, step=24)
    pencil.row([(40, "Limited Partner:"), (200, "Ines Calloway")])
    pencil.row([(40, "Investor ID:"), (200, "LP-578417")], step=24)
    for label, amount in MOVES:
        pencil.row([(40, label), (-540, amount)])
    pencil.row([(40, "Ending NAV - Net of Incentive Allocation"), (-540, "$90,000.00")], "B", step=24)
    pencil.row([(40, "Total Commitment"), (-540, "$100,000.00")])
    pencil.row([(40, "Less: Capital Contributions Since Inception"), (-540, contributions)])
    pencil.row([(40, "Ending Unfunded Commitment"), (-540, "$40,000.00")])
    return read_here("paper.pdf", pencil.drawn().data).accounts[0]


def test_what_is_taken_off_the_commitment_was_called() -> None:
    told = partner()
    (fund,) = told.positions
    figures = (fund.market_value, fund.commitment, fund.called, fund.unfunded)
    assert [str(one) for one in figures] == ["90000.00", "100000.00", "60000.00", "40000.00"]
    assert told.cash is None


def funds(day: str = "March 31, 2026") -> StatementAccount:
    """The account of two funds: a summary without days, and a page of each with a label of one."""
    pencil = Pencil()
    pencil.page()
    pencil.say("Tobias Calloway\n9 Willow Court\nPort Larch, CA 93105", step=14)
    pencil.say("As of March 31, 2026 (Unaudited)", x=240, step=24)
    heads = ("Commitment", "Contributed Capital", "Unfunded Commitment", "Net Asset Value")
    pencil.row([(40, "Partnership"), *zip(STOPS, heads, strict=True)], "B", size=6)
    names = ("Osier Credit II, L.P.", "Quill Buyout VII, L.P.")
    for name in names:
        told = ("100,000.00", "60,000.00", "40,000.00", "90,000.00")
        pencil.row([(40, name), *zip(STOPS, told, strict=True)])
    sums = ("$200,000.00", "$120,000.00", "$80,000.00", "$180,000.00")
    pencil.row([(40, "Total"), *zip(STOPS, sums, strict=True)], "B", step=24)
    pencil.say("Investor ID: LP-736417.")
    for name in names:
        pencil.page()
        pencil.say(name, x=200, size=13, step=40)
        pencil.row([(40, "Net IRR"), (-540, "7.1%")])
        pencil.row([(40, "NAV Date"), (-540, day)])
    return read_here("paper.pdf", pencil.drawn().data).accounts[0]


@pytest.mark.parametrize(
    ("told", "day"), [("March 31, 2026", date(2026, 3, 31)), ("December 31, 2025", date(2025, 12, 31))]
)
def test_the_page_of_a_fund_tells_its_day(told: str, day: date) -> None:
    assert [one.nav_date for one in funds(told).positions] == [day, day]


def test_the_day_stands_under_the_value_where_the_head_names_both() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.say(
        "Larch Penhallow Wealth Advisors\nAccount Number: 4417-2093\nINES CALLOWAY\nAs of June 30, 2026", step=20
    )
    heads = ("", "Unfunded", "Net Asset Value")
    pencil.row([*zip((-330, -440, -560), heads, strict=True)], "B", 9)
    pencil.row(
        [(40, "Investment"), *zip((-330, -440, -560), ("Commitment", "Commitment", "(NAV Date)"), strict=True)], "B"
    )
    pencil.row(
        [(40, "Osier Growth III, L.P."), (-330, "$250,000.00"), (-440, "$87,500.00"), (-560, "$169,165.02")], step=10
    )
    pencil.row([(-560, "03/31/2026")])
    pencil.row([(40, "Total Account Value"), (-560, "$169,165.02")], "B")
    (fund,) = read_here("paper.pdf", pencil.drawn().data).accounts[0].positions
    assert (str(fund.market_value), str(fund.unfunded), fund.nav_date) == ("169165.02", "87500.00", date(2026, 3, 31))
