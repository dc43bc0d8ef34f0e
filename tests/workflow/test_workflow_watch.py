"""Since when: today's holdings against past prices, by our own count."""

from datetime import date
from decimal import Decimal

import pandas as pd

from core.domain.account import Account
from core.domain.allocation import Allocation, Band
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Lot
from core.domain.security import Security
from core.workflow.watch import Closes, outside_by_session


def test_a_class_is_outside_on_the_days_its_weight_was() -> None:
    """100 shares at 50, 60, 70 beside 5,000 of cash weigh .50, .545, .583 against .50 ± .05."""
    lot = Lot("L1", "AAA", Decimal(100), Decimal(4000), date(2020, 1, 2))
    case = Case(
        as_of=date(2026, 3, 4),
        taxpayers=(),
        accounts=(Account("a", "o", "t", "taxable_individual", Decimal(5000), (lot,)),),
        securities=(Security("AAA", Decimal(70), FrozenMap({"us_equity": 1.0})),),
        target=Allocation(
            "asset_class",
            FrozenMap({"us_equity": 0.5, "cash": 0.5}),
            FrozenMap({"us_equity": Band("absolute", 0.05), "cash": Band("absolute", 0.05)}),
        ),
    )
    closes = pd.DataFrame({"AAA": [50.0, 60.0, 70.0]}, index=pd.to_datetime(["2026-03-02", "2026-03-03", "2026-03-04"]))
    names, outside = outside_by_session(case, Closes.of(closes))
    assert outside[:, names.index("us_equity")].tolist() == [False, False, True]


def test_a_gap_in_the_closes_carries_the_last_one_forward() -> None:
    table = pd.DataFrame({"AAA": [None, 60.0, None]}, index=pd.to_datetime(["2026-03-02", "2026-03-03", "2026-03-04"]))
    assert Closes.of(table).of_symbol("AAA", 70.0).tolist() == [70.0, 60.0, 60.0]
    assert Closes.of(table).of_symbol("BBB", 5.0).tolist() == [5.0, 5.0, 5.0]
