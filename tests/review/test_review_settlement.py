"""The next statement against the orders, security by security; and what makes a proposal routine."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import document_samples as samples
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.errors import BadInput
from core.domain.release import Order
from core.domain.statement import StatementAccount, StatementLine
from core.review import exceptions, orders_of, printed, review_rules, settle
from core.review.settlement import outcome

D = Decimal
DAY = date(2026, 12, 31)


def line(symbol: str | None, quantity: str | None, kind: str = "etf") -> StatementLine:
    shares = None if quantity is None else D(quantity)
    return StatementLine(symbol, "", kind, shares, None, None)  # type: ignore[arg-type]


def read(*lines: StatementLine, as_of: date | None = DAY) -> StatementAccount:
    return StatementAccount("f.csv", "…1", "T", "taxable_joint", "", as_of, None, None, "proven", (), lines)


@pytest.mark.parametrize(
    ("before", "ordered", "found", "said"),
    [
        (100, -18, 82, "as ordered"), (100, 0, 100, "as ordered"), (0, 53, 53, "as ordered"),
        (10, -10, 0, "as ordered"),
        (100, -18, 100, "not done"), (100, -18, 90, "partly done"), (100, -18, 70, "more than ordered"),
        (0, 53, 40, "partly done"), (0, 53, 60, "more than ordered"), (100, -18, 110, "not ordered"),
        (100, 0, 101, "not ordered"), (0, 0, 5, "not ordered"),
    ],
)  # fmt: skip
def test_what_was_found_stands_to_what_was_ordered(before: int, ordered: int, found: int, said: str) -> None:
    assert outcome(D(before), D(ordered), D(found)) == said


def test_every_security_of_the_account_is_held_against_the_statement() -> None:
    """The joint account holds 600 VTI, 500 VXUS and 900 BND; VTI and VXUS are sold, VTIP is bought."""
    one = samples.proposal()
    lines = (line("VTI", "480"), line("VTIP", "500"), line("VTIP", "50"), line("BND", "904"), line("VXUS", "469.5"))
    paper = printed("joint", "S-2", read(*lines, line(None, "7"), line("SWEEP", "900", "cash")))
    assert paper is not None
    found = {row.symbol: row for row in settle(one.case, orders_of(one.answer.trades), paper)}
    assert set(found) == {"VTI", "VTIP", "VXUS", "BND"}
    assert (found["VTI"].outcome, found["VTI"].expected, found["VTI"].difference) == ("as ordered", D(480), D(0))
    assert (found["VTIP"].outcome, found["VTIP"].difference) == ("partly done", D(-10))
    assert (found["BND"].outcome, found["BND"].ordered, found["BND"].difference) == ("not ordered", D(0), D(4))
    assert found["VXUS"].outcome == "as ordered"
    assert printed("joint", "S-2", read(as_of=None)) is None


@given(st.dictionaries(st.sampled_from("ABCDE"), st.integers(1, 50), min_size=1))
def test_whatever_settles_exactly_leaves_no_difference(shares: dict[str, int]) -> None:
    case = samples.case()
    orders = tuple(Order("new", symbol, "buy", D(number)) for symbol, number in shares.items())
    paper = printed("new", "S", read(*(line(symbol, str(number)) for symbol, number in shares.items())))
    assert paper is not None and all(row.outcome == "as ordered" for row in settle(case, orders, paper))


def test_orders_are_the_trades_without_their_reasons() -> None:
    trades = samples.TRADES
    assert {(o.account, o.symbol, o.side, o.quantity) for o in orders_of(trades)} == {
        (t.account, t.symbol, t.side, t.quantity) for t in trades
    }


def test_a_small_proposal_is_routine_and_each_limit_makes_an_exception() -> None:
    rules = review_rules()
    one = replace(samples.proposal(), tweaks=())
    wide = replace(rules, most_tax=D(10**6), most_traded=D(10**8), most_turnover=1.0, most_trades=100)
    assert exceptions(one, wide) == ()
    narrow = {
        "most_tax": (D("-1000000"), "Its tax of"), "most_traded": (D(-1), "It trades"),
        "most_turnover": (-1.0, "It turns over"), "most_trades": (0, "trade"),
    }  # fmt: skip
    for name, (limit, words) in narrow.items():
        said = exceptions(one, replace(wide, **{name: limit}))  # type: ignore[arg-type]
        assert len(said) == 1 and words in said[0]
    nothing = replace(one, answer=replace(one.answer, status="no_action", trades=()))
    assert "It proposes no trades." in exceptions(nothing, wide)
    assert exceptions(samples.proposal(), wide) == ("A person changed one line of it.",)


def test_a_firm_has_limits_of_its_own(tmp_path) -> None:  # type: ignore[no-untyped-def]
    body = 'most_tax = "5"\nmost_traded = "6"\nmost_turnover = 0.5\nmost_trades = 2\n'
    body += 'signed_by = ["advisor", "client"]\n'
    (tmp_path / "review.toml").write_text(body)
    assert review_rules(tmp_path).most_trades == 2 and review_rules(tmp_path).signed_by == ("advisor", "client")
    assert review_rules(tmp_path / "none") == review_rules()
    other = tmp_path / "other"
    other.mkdir()
    (other / "review.toml").write_text(body.replace('"client"', '"notary"'))
    with pytest.raises(BadInput, match="notary is none of"):
        review_rules(other)
