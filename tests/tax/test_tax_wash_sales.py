"""The wash-sale rule, sentence by sentence, on invented lots."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tax.wash_rows import LotRow, rows_of
from core.tax.wash_sales import wash_sales

D = Decimal


def row(
    lot: str, quantity: int, acquired: str, cost: int | str, sold: str = "", proceeds: Any = "", **more: Any
) -> Any:
    plain = {"lot": lot, "symbol": "HERON", "quantity": quantity, "acquired": acquired, "cost_basis": cost}
    return {**plain, "sold": sold, "proceeds": proceeds, **more}


def outcome(*rows: Any) -> Any:
    return wash_sales(rows_of(rows, "rows"))


LOSS = row("A", 10, "2025-09-01", 200, "2026-03-02", 150)


@pytest.mark.parametrize(
    ("bought", "washed"),
    [("2026-01-30", False), ("2026-01-31", True), ("2026-03-02", True), ("2026-04-01", True), ("2026-04-02", False)],
)
def test_the_window_is_61_days_with_both_ends(bought: str, washed: bool) -> None:
    found = outcome(LOSS, row("B", 10, bought, 140))
    assert found.disallowed_loss == (50 if washed else 0)
    assert found.recognized_gain == (0 if washed else -50)
    assert found.lots[1].adjusted_basis == (190 if washed else 140)


def test_shares_of_one_purchase_do_not_replace_one_another() -> None:
    found = outcome(row("A", 100, "2026-02-10", 5000, "2026-03-02", 4000), row("A", 100, "2026-02-10", 5000))
    assert (found.disallowed_loss, found.recognized_gain) == (0, -1000)
    assert [piece.piece for piece in found.lots] == [1, 2]
    assert "same purchase" in found.lots[0].because


def test_two_purchases_of_one_day_count_for_each_other() -> None:
    found = outcome(row("A", 100, "2026-02-10", 5000, "2026-03-02", 4000), row("B", 100, "2026-02-10", 5000))
    assert found.disallowed_loss == 1000
    assert "cautious" in found.lots[0].because


def test_the_earliest_loss_is_matched_first() -> None:
    found = outcome(
        row("A2", 100, "2025-06-01", 1000, "2026-03-15", 900),
        row("A1", 100, "2025-06-02", 1000, "2026-03-10", 800),
        row("B", 100, "2026-03-20", 850),
    )
    assert [piece.disallowed for piece in found.lots] == [0, 200, 0]


def test_losses_of_one_day_are_matched_in_the_order_of_the_rows() -> None:
    first, second = (row(f"A{i}", 10, f"2025-0{i}-01", 100 * i, "2026-03-10", 50) for i in (5, 6))
    new = row("B", 10, "2026-03-20", 55)
    assert outcome(first, second, new).disallowed_loss == 450
    assert outcome(second, first, new).disallowed_loss == 550


def test_the_earliest_purchase_replaces_first_share_for_share() -> None:
    found = outcome(LOSS, row("C", 10, "2026-03-20", 150), row("B", 4, "2026-03-05", 60))
    assert [(p.lot, p.quantity, p.disallowed, p.adjusted_basis) for p in found.lots] == [
        ("A", 4, 20, 80), ("A", 6, 30, 120), ("C", 6, 0, 120), ("C", 4, 0, 60), ("B", 4, 0, 80),
    ]  # fmt: skip


def test_a_purchase_replaces_one_loss_only() -> None:
    found = outcome(LOSS, row("B", 10, "2026-03-05", 140), row("A2", 10, "2025-09-02", 300, "2026-03-10", 150))
    assert [piece.disallowed for piece in found.lots] == [50, 0, 0]
    assert outcome(LOSS, row("B", 10, "2026-03-05", 140, already_used="yes")).disallowed_loss == 0


def test_a_part_is_split_off_and_the_rest_of_the_loss_counts() -> None:
    found = outcome(LOSS, row("B", 4, "2026-03-05", 60))
    assert (found.disallowed_loss, found.recognized_gain, found.deferred_loss) == (20, -30, 20)
    assert [(p.lot, p.piece, p.quantity, p.disallowed) for p in found.lots] == [
        ("A", 1, 4, 20),
        ("A", 2, 6, 0),
        ("B", 1, 4, 0),
    ]


def test_the_holding_period_is_tacked_to_the_matched_shares_only() -> None:
    found = outcome(
        row("A", 4, "2024-01-01", 400, "2025-12-01", 300), row("B", 10, "2025-12-10", 700, "2026-02-01", 900)
    )
    matched, rest = found.lots[1], found.lots[2]
    assert matched.adjusted_acquired == date(2025, 12, 10) - (date(2025, 12, 1) - date(2024, 1, 1))
    assert (matched.term, rest.term, rest.adjusted_acquired) == ("long", "short", date(2025, 12, 10))


@pytest.mark.parametrize(
    "kind", ["traditional_ira", "roth_ira", "inherited_ira", "sep_ira", "401k", "403b", "hsa", "529"]
)
def test_a_purchase_in_a_plan_ends_the_loss_for_good(kind: str) -> None:
    found = outcome(LOSS, row("B", 10, "2026-03-05", 140, account="held away", registration=kind))
    assert (found.disallowed_loss, found.permanent_loss, found.deferred_loss) == (50, 50, 0)
    assert (found.lots[1].adjusted_basis, found.lots[1].adjusted_acquired) == (140, date(2026, 3, 5))
    assert "for good" in found.lots[0].because


@pytest.mark.parametrize("account", ["ira", "roth_ira", "Ana's Roth", "401(k) at work", "Rollover IRA"])
def test_a_plan_is_known_by_its_name_where_no_registration_is_given(account: str) -> None:
    assert outcome(LOSS, row("B", 10, "2026-03-05", 140, account=account)).permanent_loss == 50
    assert outcome(LOSS, row("B", 10, "2026-03-05", 140, account="Miranda joint")).permanent_loss == 0


@pytest.mark.parametrize(
    "kind", ["taxable_individual", "taxable_joint", "trust_grantor", "other", "individual", "Joint"]
)
def test_other_registrations_are_taxable_whatever_the_account_is_called(kind: str) -> None:
    assert outcome(LOSS, row("B", 10, "2026-03-05", 140, account="ira", registration=kind)).deferred_loss == 50


def test_a_loss_in_a_plan_washes_nothing() -> None:
    found = outcome({**LOSS, "registration": "roth_ira"}, row("B", 10, "2026-03-05", 140, account="joint"))
    assert (found.disallowed_loss, found.lots[1].adjusted_basis) == (0, 140)
    assert (found.taxable_gain, found.recognized_gain) == (0, -50)


def test_a_spouse_counts_a_child_does_not_unless_named() -> None:
    mine = {**LOSS, "owner": "ana"}
    spouse = row("B", 10, "2026-03-05", 140, owner="ben", registration="taxable_individual")
    child = row("B", 10, "2026-03-05", 140, owner="cy", registration="utma")
    trust = row("B", 10, "2026-03-05", 140, owner="ana", registration="trust_grantor")
    apart = row("B", 10, "2026-03-05", 140, owner="ana", registration="trust_nongrantor")
    assert [outcome(mine, other).disallowed_loss for other in (spouse, child, trust, apart)] == [50, 0, 50, 0]
    assert outcome({**mine, "related": "cy"}, child).disallowed_loss == 50
    childs_own = {**LOSS, "owner": "cy", "registration": "utma"}
    assert outcome(childs_own, child).disallowed_loss == 50


def test_taxpayers_named_in_the_rows_decide() -> None:
    mine, other = {**LOSS, "taxpayer": "T1"}, row("B", 10, "2026-03-05", 140, taxpayer="T2")
    assert outcome(mine, other).disallowed_loss == 0
    assert outcome({**mine, "related": "T2;T3"}, other).disallowed_loss == 50


def test_identical_groups_wash_and_other_symbols_do_not() -> None:
    share_class = row("B", 10, "2026-03-05", 140, symbol="HERNX", identical_group="heron")
    grouped = {**LOSS, "identical_group": "heron"}
    assert outcome(grouped, share_class).disallowed_loss == 50
    assert "substantially identical" in outcome(grouped, share_class).lots[0].because
    assert outcome(LOSS, share_class).disallowed_loss == 0


@pytest.mark.parametrize(
    ("origin", "washed"), [("gift", 0), ("inheritance", 0), ("reinvestment", 50), ("purchase", 50)]
)
def test_only_what_is_bought_replaces(origin: str, washed: int) -> None:
    assert outcome(LOSS, row("B", 10, "2026-03-05", 140, origin=origin)).disallowed_loss == washed


def test_a_gain_is_never_touched_but_a_raised_basis_may_wash_again() -> None:
    found = outcome(
        row("A", 10, "2026-01-01", 200, "2026-01-20", 100),
        row("B", 10, "2026-01-25", 100, "2026-03-01", 120),
        row("C", 10, "2026-03-10", 130),
    )
    assert [p.disallowed for p in found.lots] == [100, 80, 0]
    assert (found.lots[2].adjusted_basis, found.recognized_gain, found.deferred_loss) == (210, 0, 80)
    assert "does not touch gains" in outcome(row("A", 1, "2026-01-01", 1, "2026-01-20", 2)).lots[0].because


def test_a_replacement_bought_before_the_lot_sold_counts_with_a_note() -> None:
    found = outcome(row("B", 10, "2026-02-05", 140), row("A", 10, "2026-02-20", 200, "2026-03-02", 150))
    assert found.disallowed_loss == 50
    assert "practitioners differ" in found.lots[1].because


def test_bought_and_sold_on_the_day_of_a_loss_replaces_only_where_its_row_comes_later() -> None:
    day_trade = row("B", 10, "2026-03-02", 160, "2026-03-02", 170)
    assert outcome(LOSS, day_trade).disallowed_loss == 50
    assert outcome(day_trade, LOSS).disallowed_loss == 0


def test_bought_earlier_and_sold_by_the_day_of_the_loss_never_replaces() -> None:
    for sold in ("2026-02-20", "2026-03-02"):
        assert outcome(LOSS, row("B", 10, "2026-02-10", 140, sold, 170)).disallowed_loss == 0
    assert outcome(LOSS, row("B", 10, "2026-02-10", 140, "2026-03-03", 170)).disallowed_loss == 50


def test_fractions_of_a_cent_have_four_decimals_and_add_up() -> None:
    found = outcome(row("A", 3, "2025-09-01", "100.00", "2026-03-02", "50.00"), row("B", 1, "2026-03-05", "10"))
    assert [str(p.adjusted_basis) for p in found.lots] == ["33.3333", "66.6667", "26.6666"]
    assert found.disallowed_loss == D("16.6666")


days = st.integers(0, 120)
lots = st.lists(
    st.tuples(
        st.integers(1, 30),
        days,
        st.integers(1, 90),
        st.integers(0, 3000),
        st.integers(0, 3000),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


def rows_from(entries: list[tuple[int, int, int, int, int, bool, bool]]) -> list[LotRow]:
    start = date(2026, 1, 1)
    made = []
    for i, (quantity, offset, held, cost, proceeds, sold, plan) in enumerate(entries):
        bought = start + timedelta(days=offset)
        made.append(
            LotRow(
                f"L{i}",
                "HERON",
                D(quantity),
                bought,
                D(cost),
                bought + timedelta(days=held) if sold else None,
                D(proceeds) if sold else None,
                account="ira" if plan else "joint",
            )
        )
    return made


@settings(max_examples=150, deadline=None)
@given(lots)
def test_money_shares_and_basis_are_conserved(entries: list[tuple[int, int, int, int, int, bool, bool]]) -> None:
    rows = rows_from(entries)
    found = wash_sales(rows)
    raw = sum((r.proceeds or D(0)) - r.cost_basis for r in rows if r.sold)
    assert found.recognized_gain == raw + found.permanent_loss + found.deferred_loss
    recognized = sum(p.proceeds - p.adjusted_basis + p.disallowed for p in found.lots if p.sold)
    assert recognized == found.recognized_gain
    for r in rows:
        pieces = [p for p in found.lots if p.lot == r.lot]
        assert sum(p.quantity for p in pieces) == r.quantity
        assert sum(p.cost_basis for p in pieces) == r.cost_basis
    handed_on = sum(p.adjusted_basis - p.cost_basis for p in found.lots)
    assert handed_on == found.disallowed_loss - found.permanent_loss
    assert all(p.because and p.disallowed >= 0 for p in found.lots)


@settings(max_examples=80, deadline=None)
@given(lots, st.randoms(use_true_random=False))
def test_the_order_of_rows_matters_only_within_a_day(entries: list[Any], random: Any) -> None:
    rows = rows_from(entries)
    moments = [day for r in rows for day in (r.acquired, r.sold) if day]
    if len(set(moments)) < len(moments):
        return
    shuffled = list(rows)
    random.shuffle(shuffled)
    one, other = wash_sales(rows), wash_sales(shuffled)
    assert (one.recognized_gain, one.disallowed_loss, one.permanent_loss) == (
        other.recognized_gain, other.disallowed_loss, other.permanent_loss,
    )  # fmt: skip


def test_ten_thousand_rows_take_a_moment() -> None:
    start = date(2020, 1, 1)
    rows = [
        LotRow(
            f"L{i}",
            f"S{i % 40}",
            D(10),
            start + timedelta(days=i // 5),
            D(200),
            start + timedelta(days=i // 5 + 40),
            D(150),
        )
        for i in range(10_000)
    ]
    assert wash_sales(rows).disallowed_loss > 0
