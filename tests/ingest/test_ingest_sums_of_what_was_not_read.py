"""A bare sum under the names of securities that no table told is no cash: no account ties with it in silence."""

from collections.abc import Sequence

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

Rows = Sequence[tuple[tuple[float, str], ...]]


def account(rows: Rows) -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Fairbridge Securities")], "B", size=12, step=18)
    pencil.row([(40, "Account number: 4412-7788"), (300, "August 31, 2026")], step=20)
    pencil.row([(40, "Security"), (-300, "Quantity"), (-380, "Price"), (-480, "Market Value")], "B")
    pencil.row([(40, "QUILL HARBOR CORP (QZHB)"), (-300, "10"), (-380, "100.00"), (-480, "1,000.00")])
    pencil.row([(40, "TARN SHORT TREASURY ETF (TRNB)"), (-300, "10"), (-380, "50.00"), (-480, "500.00")])
    pencil.row([(40, "Total securities"), (-480, "1,500.00")], "B", step=24)
    for row in rows:
        pencil.row(row)
    pencil.row([(40, "Total"), (-480, "500.00")], step=24)
    pencil.row([(40, "Total account value"), (-480, "2,000.00")], "B")
    (one,) = read_here("fairbridge.pdf", pencil.drawn().data).accounts
    return one


@pytest.mark.parametrize(
    "rows",
    [
        [((40, "Other Assets"),), ((40, "Wyndcote Timberland Partners LP"), (-480, "500.00"))],
        [((40, "Orrin Land Trust"), (-480, "300.00")), ((40, "Wyndcote Timberland Partners LP"), (-480, "200.00"))],
        [((40, "Wyndcote Timberland Partners LP"), (-300, "5"), (-380, "100.00"), (-480, "500.00"))],
    ],
)
def test_the_sum_of_securities_outside_the_tables_is_no_cash(rows: Rows) -> None:
    found = account(rows)
    assert found.status != "proven" and found.cash is None


def test_the_sum_of_deposits_still_is() -> None:
    found = account([((40, "Orrin Coastal Bank"), (-480, "300.00")), ((40, "Tarn Trust Bank"), (-480, "200.00"))])
    assert (found.status, str(found.cash)) == ("proven", "500.00")
