"""A balance beside positions with units: an insurer's account has none; of anything else the units were not read."""

from decimal import Decimal

import pytest

from core.ingest.accounts import build
from core.ingest.nouns.events import Cell, Event, Fact, Record, Total, Where

HERE = Where(1, None, None)
FUND = {"description": "Cedar 500 Index Fund", "quantity": "10", "price": "50.00", "value": "500.00"}


def balance(name: str, value: str) -> Record:
    return Record("cash", {"description": Cell(name), "value": Cell(value)}, HERE)


@pytest.mark.parametrize(
    ("name", "status"),
    [("Harbor Guaranteed Interest Account", "proven"), ("General Account", "proven"), ("Onyx Growth R6", "unproven")],
)
def test_only_an_account_of_an_insurer_is_whole_without_units(name: str, status: str) -> None:
    events: list[Event] = [
        Fact("account", "44107752", HERE),
        balance(name, "120.00"),
        balance("Cedar 500 Index Fund", "500.00"),
        Total("", {"value": Cell("620.00")}, HERE),
        Record("holdings", {role: Cell(text) for role, text in FUND.items()}, HERE, table=1),
        Fact("total", "Ending Balance", HERE, Decimal("620.00"), rank=5),
    ]
    (account,) = build(events, "a.pdf", "", 1, "pages").accounts
    assert ([line.market_value for line in account.positions], account.status) == ([500, 120], status)
