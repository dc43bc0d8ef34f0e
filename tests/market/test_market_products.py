"""The product shelf: every security assessed, costs in dollars, like beside like, significant changes told."""

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

from core.market.products import like, review_issues, shelf
from core.market.securities import known


def test_every_security_of_the_table_is_assessed() -> None:
    assert set(shelf()) == set(known())
    for one in shelf().values():
        assert one.structure and one.liquidity and one.conflicts and one.strategy
        assert one.reviewed < one.next_review


def test_what_is_not_approved_or_suspended_may_not_be_bought_and_what_is_watched_may() -> None:
    assert not shelf()["IBIT"].buyable and not shelf()["BKLN"].buyable and not shelf()["NVDA"].buyable
    assert shelf()["EEM"].status == "watch" and shelf()["EEM"].buyable and shelf()["VTI"].buyable


def test_costs_in_dollars_at_this_size_are_worked_out_to_the_cent() -> None:
    one = replace(shelf()["VTI"], initial_cost=0.0002, ongoing_cost=0.0013)
    assert one.initial_dollars(D("120345.67")) == D("24.07")
    assert one.ongoing_dollars(D("120345.67")) == D("156.45")


def test_like_products_hold_the_same_mix_may_be_bought_and_stand_cheapest_first() -> None:
    own, *others = like(shelf(), "EEM")
    assert own.symbol == "EEM" and {one.symbol for one in others} <= {"VWO", "IEMG", "SCHE"}
    costs = [one.ongoing_cost for one in others]
    assert costs == sorted(costs) and all(one.buyable for one in others)
    assert [one.symbol for one in like(shelf(), "GLD")][1:] and "VTI" not in {
        one.symbol for one in like(shelf(), "BND")
    }


def test_an_overdue_review_and_a_changed_cost_are_told() -> None:
    assert review_issues(shelf(), date(2026, 11, 20)) == ()
    late = review_issues(shelf(), date(2027, 5, 1))
    assert late and {issue.code for issue in late} == {"review_overdue"}
    moved = {"VTI": replace(shelf()["VTI"], reviewed_cost=0.0004)}
    (issue,) = review_issues(moved, date(2026, 11, 20))
    assert issue.code == "cost_changed" and "0.03 % now and was 0.04 %" in issue.message
