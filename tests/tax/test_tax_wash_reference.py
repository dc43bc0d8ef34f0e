"""The rule worked piece by piece agrees with the rule worked share by share, in exact fractions."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from core.tax.wash_rows import LotRow
from core.tax.wash_sales import wash_sales

START = date(2026, 1, 1)
ACCOUNTS = ("joint", "ira", "joint", "brokerage")


@dataclass
class Share:
    """One share of a row."""

    place: int
    row: LotRow
    basis: Fraction
    proceeds: Fraction | None
    start: date
    used: bool = False
    disallowed: Fraction = Fraction(0)
    permanent: Fraction = Fraction(0)


def share_by_share(rows: list[LotRow]) -> list[Share]:
    """W1 to W12 on single shares: the slow and plain way."""
    shares = [
        Share(
            place,
            row,
            Fraction(row.cost_basis) / int(row.quantity),
            None if row.proceeds is None else Fraction(row.proceeds) / int(row.quantity),
            row.acquired,
        )
        for place, row in enumerate(rows)
        for _ in range(int(row.quantity))
    ]
    sold = [share for share in shares if share.row.sold and not share.row.plan]
    by_purchase = sorted(shares, key=lambda share: (share.row.acquired, share.place))
    for loss in sorted(sold, key=lambda share: (share.row.sold, share.place)):
        assert loss.proceeds is not None and loss.row.sold is not None
        if loss.proceeds >= loss.basis:
            continue
        for other in by_purchase:
            if not other.used and replaces(loss, other):
                other.used = True
                loss.disallowed = loss.basis - loss.proceeds
                if other.row.plan:
                    loss.permanent = loss.disallowed
                else:
                    other.basis += loss.disallowed
                    other.start -= loss.row.sold - loss.start
                break
    return shares


def replaces(loss: Share, other: Share) -> bool:
    day, bought, sold = loss.row.sold, other.row.acquired, other.row.sold
    assert day is not None
    if other.row.symbol != loss.row.symbol or other.row.lot == loss.row.lot or abs((bought - day).days) > 30:
        return False
    return sold is None or sold > day or (sold == day == bought and other.place > loss.place)


entries = st.lists(
    st.tuples(
        st.integers(1, 12),
        st.integers(0, 60),
        st.one_of(st.none(), st.integers(0, 50)),
        st.integers(0, 400),
        st.integers(0, 400),
        st.integers(0, 3),
        st.sampled_from("HE"),
    ),
    min_size=2,
    max_size=9,
)


@settings(max_examples=300, deadline=None)
@given(entries)
def test_pieces_agree_with_single_shares(
    made: list[tuple[int, int, int | None, int, int, int, str]],
) -> None:
    rows = []
    for i, (quantity, offset, held, cost, proceeds, account, symbol) in enumerate(made):
        bought = START + timedelta(days=offset)
        sold = None if held is None else bought + timedelta(days=held)
        paid = None if held is None else Decimal(proceeds)
        rows.append(LotRow(f"L{i}", symbol, Decimal(quantity), bought, Decimal(cost), sold, paid, ACCOUNTS[account]))
    found, shares = wash_sales(rows), share_by_share(rows)
    recognized = sum(((s.proceeds or 0) - s.basis + s.disallowed for s in shares if s.row.sold), Fraction(0))
    close = Fraction(1, 100)
    assert abs(Fraction(found.recognized_gain) - recognized) < close
    assert abs(Fraction(found.disallowed_loss) - sum(s.disallowed for s in shares)) < close
    assert abs(Fraction(found.permanent_loss) - sum(s.permanent for s in shares)) < close
    for i in range(len(rows)):
        mine = [p for p in found.lots if p.lot == f"L{i}"]
        own = [s for s in shares if s.place == i]
        assert abs(Fraction(sum(p.adjusted_basis for p in mine)) - sum(s.basis for s in own)) < close
        starts = {s.start for s in own}
        assert {p.adjusted_acquired for p in mine} == starts
