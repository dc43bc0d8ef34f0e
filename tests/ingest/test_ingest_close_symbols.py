"""A symbol set close to the number of the fund and of the account beside it is read without that."""

import pytest

from core.ingest.nouns.events import Cell
from core.ingest.rows.identified import identifiers


@pytest.mark.parametrize(
    ("cell", "symbol"),
    [
        ("QZABX 0793-31138775028", "QZABX"),
        ("QZABX 0793-3113", "QZABX"),
        ("QZABX 12", None),
        ("QZABX", "QZABX"),
    ],
)
def test_the_number_beside_a_symbol(cell: str, symbol: str | None) -> None:
    found = identifiers({"symbol": Cell(cell, None)}, "QUILL INDEX FUND")
    assert found.get("symbol") == symbol
