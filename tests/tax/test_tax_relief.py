"""Which lots a sale takes, what it gains, and what is left."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.errors import BadInput, UnknownName
from core.domain.lot import Lot
from core.tax.gains import gain_per_share, sale_of
from core.tax.relief import RELIEFS, NotEnoughLots, pick, remaining

D = Decimal
ON = date(2026, 3, 2)


def lot(name: str, quantity: str, basis: str | None, acquired: str | None) -> Lot:
    day = None if acquired is None else date.fromisoformat(acquired)
    return Lot(name, "KESTREL", D(quantity), None if basis is None else D(basis), day)


LOTS = (
    lot("old-gain", "10", "500.00", "2019-01-04"),
    lot("old-loss", "10", "1400.00", "2020-01-04"),
    lot("new-gain", "10", "800.00", "2025-11-03"),
    lot("new-loss", "10", "1250.00", "2025-12-01"),
    lot("even", "10", "1000.00", "2021-05-05"),
    lot("new-even", "10", "1000.00", "2025-10-01"),
)


@pytest.mark.parametrize(
    ("relief", "order"),
    [
        ("fifo", "old-gain old-loss even new-even new-gain new-loss"),
        ("lifo", "new-loss new-gain new-even even old-loss old-gain"),
        ("hifo", "old-loss new-loss even new-even new-gain old-gain"),
        ("min_tax", "new-loss old-loss new-even even old-gain new-gain"),
        ("average", "old-gain old-loss even new-even new-gain new-loss"),
        ("specific", "old-gain old-loss even new-even new-gain new-loss"),
    ],
)
def test_the_order_of_a_relief(relief: str, order: str) -> None:
    assert [chosen.lot for chosen in pick(LOTS, D(60), D(100), ON, relief)] == order.split()


def test_min_tax_takes_the_largest_loss_and_the_smallest_gain_first() -> None:
    lots = [
        lot("loss-small", "1", "105", "2025-12-01"),
        lot("loss-large", "1", "150", "2025-12-02"),
        lot("gain-large", "1", "20", "2019-01-01"),
        lot("gain-small", "1", "90", "2019-01-02"),
    ]
    assert [p.lot for p in pick(lots, D(4), D(100), ON, "min_tax")] == [
        "loss-large", "loss-small", "gain-small", "gain-large",
    ]  # fmt: skip
    with pytest.raises(BadInput, match="price"):
        pick(lots, D(1), None, ON, "min_tax")


def test_a_part_takes_its_share_of_the_basis_to_the_cent_and_the_rest_remains() -> None:
    lots = [lot("L1", "100", "12345.67", "2019-01-04")]
    (chosen,) = picks = pick(lots, D(18), D("251.10"), ON, "fifo")
    assert (chosen.cost_basis, chosen.gain, chosen.term) == (D("2222.22"), D("2297.58"), "long")
    (left,) = remaining(lots, picks, "fifo")
    assert (left.quantity, left.cost_basis) == (82, D("10123.45"))


def test_lots_bought_after_the_sale_are_not_there() -> None:
    lots = [lot("L1", "10", "100", "2026-01-02"), lot("L2", "10", "100", "2026-03-03")]
    with pytest.raises(NotEnoughLots, match="11 asked for, 10 held"):
        pick(lots, D(11), D(5), ON, "lifo")


def test_named_lots_are_taken_as_named() -> None:
    picks = pick(LOTS, D(12), D(100), ON, "specific", [("new-gain", D(5)), ("old-loss", None)])
    assert [(p.lot, p.quantity) for p in picks] == [("new-gain", 5), ("old-loss", 7)]
    with pytest.raises(NotEnoughLots):
        pick(LOTS, D(12), D(100), ON, "specific", [("new-gain", D(5))])
    with pytest.raises(NotEnoughLots, match="new-gain"):
        pick(LOTS, D(12), D(100), ON, "specific", [("new-gain", D(12))])
    with pytest.raises(BadInput, match="L99"):
        pick(LOTS, D(12), D(100), ON, "specific", [("L99", None)])


def test_an_unknown_relief_offers_the_nearest() -> None:
    with pytest.raises(UnknownName, match="fifo"):
        pick(LOTS, D(1), D(1), ON, "fifi")
    with pytest.raises(BadInput):
        pick(LOTS, D(0), D(1), ON, "fifo")


def test_a_lot_without_basis_has_no_gain_and_average_needs_it() -> None:
    lots = [lot("L1", "10", None, None), lot("L2", "10", "50", "2020-01-01")]
    first, second = pick(lots, D(20), D(7), ON, "fifo")
    assert (first.lot, second.lot, second.gain, second.term) == ("L2", "L1", None, None)
    assert [p.lot for p in pick(lots, D(20), D(7), ON, "min_tax")] == ["L2", "L1"]
    with pytest.raises(BadInput, match="average"):
        pick(lots, D(5), D(7), ON, "average")


def test_average_leaves_lots_bought_later_as_they_are() -> None:
    lots = [
        lot("L1", "10", "100", "2020-01-01"),
        lot("L2", "10", "200", "2021-01-01"),
        lot("L3", "10", "900", "2026-06-01"),
    ]
    picks = pick(lots, D(4), D(20), ON, "average")
    assert [(p.lot, p.cost_basis) for p in picks] == [("L1", 60)]
    assert [(entry.id, entry.cost_basis) for entry in remaining(lots, picks, "average", ON)] == [
        ("L1", 90), ("L2", 150), ("L3", 900),
    ]  # fmt: skip


def test_a_gift_counts_gains_from_the_donor_and_losses_from_its_value() -> None:
    gift = replace(
        lot("G", "10", "800", "2025-12-01"), origin="gift", donor_basis=D(1000), holding_start=date(2015, 1, 1)
    )
    gain, between, loss = (sale_of(gift, D(10), D(price), ON) for price in ("120", "90", "60"))
    assert (gain.gain, gain.term) == (200, "long")
    assert (between.gain, between.cost_basis) == (0, 900)
    assert (loss.gain, loss.term) == (-200, "short")
    grown = replace(gift, donor_basis=D(300))
    assert [sale_of(grown, D(10), D(price), ON).gain for price in ("120", "20")] == [900, -100]
    assert gain_per_share(gift, D(90)) == 0


holdings = st.lists(
    st.tuples(st.integers(1, 400), st.decimals(0, 9000, places=2), st.dates(date(2015, 1, 1), date(2026, 2, 1))),
    min_size=1,
    max_size=6,
)


@settings(max_examples=80, deadline=None)
@given(holdings, st.sampled_from(sorted(RELIEFS)), st.floats(0.01, 1), st.decimals("0.01", 500, places=4))
def test_shares_basis_and_proceeds_add_up(
    held: list[tuple[int, Decimal, date]], relief: str, part: float, price: Decimal
) -> None:
    lots = [Lot(f"L{i}", "KESTREL", D(quantity), basis, day) for i, (quantity, basis, day) in enumerate(held)]
    total = sum(entry.quantity for entry in lots)
    quantity = max(D(1), D(int(total * D(repr(part)))))
    picks = pick(lots, quantity, price, ON, relief)
    left = remaining(lots, picks, relief)
    assert sum(p.quantity for p in picks) == quantity
    assert sum(entry.quantity for entry in left) + quantity == total
    sold, kept = sum(p.cost_basis or 0 for p in picks), sum(entry.cost_basis or 0 for entry in left)
    assert sold + kept == sum(entry.cost_basis or 0 for entry in lots)
    proceeds = sum((p.gain or 0) + (p.cost_basis or 0) for p in picks)
    assert abs(proceeds - quantity * price) <= D("0.005")


def test_a_gift_brings_the_lesser_of_its_bases_into_an_average() -> None:
    """26 CFR 1.1012-1(e): shares given below the donor's basis count at their value where they are averaged."""
    gift = replace(lot("G", "10", "800", "2025-12-01"), origin="gift", donor_basis=D(1000))
    picks = pick([gift, lot("B", "10", "1000", "2025-12-02")], D(20), D(100), ON, "average")
    assert [chosen.cost_basis for chosen in picks] == [D(900), D(900)]
