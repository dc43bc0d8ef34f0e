"""A head `Remaining` beside a commitment and what was called of it: what is still to be called."""

from decimal import Decimal as D

import pytest

from core.ingest.heads.column_roles import with_called
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

FUNDS = (
    ("Quill Harbor Partners III LP", "$4,000.00", "$1,500.00", "$2,500.00", "$1,800.00"),
    ("Ember Ridge Credit Fund LP", "$6,000.00", "$5,000.00", "$1,000.00", "$5,200.00"),
    ("Tarn Hollow Ventures LP", "$2,000.00", "$500.00", "$1,500.00", "$700.00"),
)
STOPS = (-260, -350, -440, -560)


@pytest.mark.parametrize("head", ["Remaining", "Still to be called", "Remaining to call"])
def test_what_remains_of_a_commitment_is_unfunded(head: str) -> None:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Account number: 6120-4471"), (350, "As of March 31, 2026")], step=24)
    rows = (("Fund", "Commitment", "Called to date", head, "Net asset value"), *FUNDS)
    for place, (name, *figures) in enumerate(rows):
        pencil.row([(40, name), *zip(STOPS, figures, strict=True)], *(["B"] if place == 0 else []), step=12)
    pencil.row([(40, "Total account value"), (STOPS[-1], "$7,700.00")], step=12)
    (account,) = read_here("report.pdf", pencil.drawn().data).accounts
    assert [(one.commitment, one.called, one.unfunded, one.market_value) for one in account.positions] == [
        (D("4000.00"), D("1500.00"), D("2500.00"), D("1800.00")),
        (D("6000.00"), D("5000.00"), D("1000.00"), D("5200.00")),
        (D("2000.00"), D("500.00"), D("1500.00"), D("700.00")),
    ]
    assert account.status == "proven"


def test_what_remains_of_something_else_stays_without_a_meaning() -> None:
    assert with_called(["commitment", "called", "unfunded", None], ["", "", "", "Remaining"])[-1] is None
    assert with_called(["quantity", "value", None], ["", "", "Remaining"])[-1] is None
    assert with_called(["commitment", "called", None, None], ["", "", "Remaining", "Remaining"])[2:] == [None, None]
