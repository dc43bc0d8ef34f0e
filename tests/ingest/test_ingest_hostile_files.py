"""Six hundred broken and hostile files: each ends in one plain sentence or an honest reading; nothing is raised."""

import json
from collections.abc import Iterator

import pytest

from core.domain.canonical import from_plain, to_plain
from core.domain.statement import Statement
from core.ingest.parent import Child
from core.ingest.reading import read_here
from tools.accuracy.hostile import Hostile, every

FILES = list(every())
LIGHT = [file for file in FILES if not file.heavy]
HEAVY = [file for file in FILES if file.heavy]
LOGGED = pytest.mark.filterwarnings("ignore::UserWarning")


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child(file_seconds=60.0, silent_seconds=30.0) as one:
        yield one


def check(file: Hostile, statement: Statement) -> None:
    """A refusal is one sentence and holds nothing; a reading holds finite numbers and can be stored as it is."""
    assert file.refused is not True or statement.refused is not None, "must be refused"
    if statement.refused is not None:
        assert statement.accounts == () and statement.annotations == ()
        assert statement.refused.endswith(".") and "\n" not in statement.refused
        assert "Traceback" not in statement.refused and "Error" not in statement.refused
    for account in statement.accounts:
        for line in account.positions:
            numbers = (line.quantity, line.price, line.market_value, line.cost_basis, line.accrued)
            assert all(number is None or number.is_finite() for number in numbers)
    stored = json.dumps(to_plain(statement), ensure_ascii=False).encode()
    assert from_plain(Statement, json.loads(stored)) == statement


def test_there_are_at_least_six_hundred_files_with_names_of_their_own() -> None:
    assert len({file.name for file in FILES}) == len(FILES) >= 600


@LOGGED
@pytest.mark.parametrize("part", range(10))
def test_a_hostile_file_never_raises_and_leaves_nothing_of_a_refused_file(part: int) -> None:
    for file in LIGHT[part::20]:
        check(file, read_here(file.name, file.data))


@pytest.mark.long
@LOGGED
@pytest.mark.parametrize("part", range(10))
def test_no_hostile_file_raises(part: int) -> None:
    for file in LIGHT[part + 10 :: 20]:
        check(file, read_here(file.name, file.data))


@pytest.mark.long
@pytest.mark.parametrize("file", HEAVY, ids=lambda file: file.name)
def test_a_bomb_is_given_up_within_the_limits_and_the_next_file_is_read(file: Hostile, child: Child) -> None:
    check(file, child.read(file.name, file.data))
    assert child.read("good.csv", b"Symbol,Quantity,Price,Market Value\nPEBL,10,70.00,700.00\n").refused is None


def test_a_sample_goes_through_the_limited_child_with_the_same_answer(child: Child) -> None:
    for file in LIGHT[::40]:
        statement = child.read(file.name, file.data)
        check(file, statement)
        assert (statement.refused is None) == (read_here(file.name, file.data).refused is None)
