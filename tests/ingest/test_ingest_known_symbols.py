"""A symbol behind a name in capitals is told from a word of the name by what the house knows of securities."""

import pytest

from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def symbols_of(*names: str) -> list[tuple[str | None, str]]:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Ines Calloway Roth IRA"), (250, "Account 5511-2233"), (380, "June 30, 2026")], step=24)
    pencil.row([(40, "Security"), (-330, "Shares"), (-400, "Price"), (-480, "Market Value")], "B")
    for place, name in enumerate(names, start=1):
        pencil.row([(40, name), (-330, f"{place}0"), (-400, "10.00"), (-480, f"{place}00.00")])
    pencil.row([(40, "Total"), (-480, f"{100 * sum(range(len(names) + 1)):,}.00")])
    (account,) = read_here("names.pdf", pencil.drawn().data).accounts
    return [(line.symbol, line.description) for line in account.positions]


def test_a_symbol_that_the_house_knows_with_the_name() -> None:
    assert symbols_of("JOHNSON & JOHNSON JNJ", "SCHWAB S&P 500 INDEX FUND SWPPX") == [
        ("JNJ", "JOHNSON & JOHNSON"), ("SWPPX", "SCHWAB S&P 500 INDEX FUND"),
    ]  # fmt: skip


def test_one_known_symbol_and_the_shape_of_all_others() -> None:
    found = symbols_of("APPLE INC AAPL", "QUILL HOLDINGS QAUE", "LARCH & ELM OVIA")
    assert [symbol for symbol, _ in found] == ["AAPL", "QAUE", "OVIA"]


@pytest.mark.parametrize("names", [("APPLE INC AAPL", "QUILL HOLDINGS COM"), ("QUILL JOHNSON JNJ", "LARCH OVIA GROUP")])
def test_a_word_that_ends_a_name_is_no_symbol(names: tuple[str, str]) -> None:
    assert symbols_of(*names)[1][0] is None
