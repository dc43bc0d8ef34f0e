"""Symbols behind names that carry a footnote mark, wrap to the next line, or end with the symbol."""

import pytest

from core.ingest.nouns.events import Cell, Record, Where
from core.ingest.rows.named_alike import name_alike

OTHERS = ("EMBER TIDE CO{}NTWF", "ONYX HOLDINGS INC{}QMTP")


def symbols(*texts: tuple[str, ...]) -> list[str]:
    """The symbols of rows of these names and the lines below them."""
    rows = [
        Record("holdings", {"description": Cell(first), "quantity": Cell("10")}, Where(1, place), details=list(below))
        for place, (first, *below) in enumerate(texts)
    ]
    name_alike(rows)
    return [row.cells["symbol"].text if "symbol" in row.cells else "" for row in rows]


@pytest.mark.parametrize("mark", [" *", " **", " (1)", "†"])
def test_a_footnote_mark_behind_the_symbol_is_none_of_it(mark: str) -> None:
    names = [(f"HARBOR QUILL INC - QZB{mark}",), *((name.format(" - "),) for name in OTHERS)]
    assert symbols(*names) == ["QZB", "NTWF", "QMTP"]


def test_a_symbol_may_stand_on_the_line_after_its_dash() -> None:
    assert symbols(("HARBOR QUILL PARTNERSHIP INT -", "QZB"), (OTHERS[0].format(" - "),)) == ["QZB", "NTWF"]


def test_symbols_behind_the_endings_of_companies_may_miss_in_some_rows() -> None:
    names = [(name.format(" "),) for name in (*OTHERS, "WILLOW PAPER CO{}SBRW")]
    assert symbols(*names, ("CALL NTWF 01/15/27 52.00",)) == ["NTWF", "QMTP", "SBRW", ""]
    assert symbols(("FORD MOTOR CO NEW",), ("GRANITE CORP COM",), ("TIDE PLC",)) == ["", "", ""]


def test_names_that_end_otherwise_have_their_symbol_where_the_rows_beside_them_have_it() -> None:
    names = [(name.format(" "),) for name in (*OTHERS, "WILLOW PAPER CO{}SBRW")]
    assert symbols(*names, ("TIDE GROUP NV NEW HCTG",), ("QUILL CO 6.125% PFD SER C RQQ",))[3:] == ["HCTG", "RQQ"]
    assert symbols(*names, ("HARBOR PARTNERS LP UNIT LTD PARTNERSHIP", "INT BWSM"), ("FORD MOTOR CO NEW",))[3:] == [
        "BWSM",
        "",
    ]
