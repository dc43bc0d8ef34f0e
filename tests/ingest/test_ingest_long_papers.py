"""Long papers are read in the time of their pages: no step holds every line, or every name, against every position."""

from decimal import Decimal
from time import process_time

from core.ingest.accounts.lot_tables import lots_apart
from core.ingest.lots.names_of_positions import NamesOfPositions
from core.ingest.nouns.events import Cell, Record, Where

MANY = 4000
MOST_SECONDS = 3.0


def position(number: int, **cells: str) -> Record:
    told = {"description": f"WILLOW TERN {number} INC", "symbol": f"Q{number:04d}", **cells}
    return Record("holdings", {role: Cell(text) for role, text in told.items()}, Where(page=1 + number // 40))


def holding(number: int) -> Record:
    return position(number, quantity=f"{number + 1}", price="2.50", value=f"{(number + 1) * Decimal('2.50')}", cost="9")


def test_a_line_names_a_position_by_its_symbol_or_by_its_name_alone() -> None:
    names = NamesOfPositions([position(7), Record("holdings", {"description": Cell("QZ")}, Where())])
    told = ("Lots of Q0007", "Willow Tern 7 Inc", "willow tern 7 inc common", "WILL", "lots of QZ")
    assert [names.tells_one(text) for text in told] == [True] * len(told)
    assert not any(map(names.tells_one, ("Page 7 of 60", "WIL", "Tern 7 Inc", "QZX corp", "")))


def test_very_many_positions_are_held_against_lines_and_lots_at_once() -> None:
    rows = [holding(number) for number in range(MANY)]
    began = process_time()
    names = NamesOfPositions(rows)
    assert not any(names.tells_one(f"Statement of account, page {number}") for number in range(MANY))
    assert lots_apart(rows) == rows
    assert process_time() - began < MOST_SECONDS


def test_lots_under_a_name_cut_short_are_those_of_the_position_that_cost_the_same() -> None:
    held = [holding(number) for number in range(3)]
    held[1].cells.update(quantity=Cell("30"), value=Cell("75.00"), cost=Cell("60.00"))
    lots = [
        position(9, quantity=units, cost=paid, acquired="03/02/2021")
        for units, paid in (("10", "20.00"), ("20", "40.00"))
    ]
    for lot in lots:
        lot.cells = {role: cell for role, cell in lot.cells.items() if role != "symbol"}
        lot.cells["description"], lot.table = Cell("WILLOW TERN SHS"), 1
    done = lots_apart([*held, *lots])
    assert [event.kind for event in done if isinstance(event, Record)] == [
        "holdings",
        "holdings",
        "lots",
        "lots",
        "holdings",
    ]
