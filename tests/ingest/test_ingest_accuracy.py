"""The measure of accuracy: invented houses are read whole, and the measure itself sees every kind of error."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.cli.accuracy import accuracy
from core.ingest.reading import read_here
from tools.accuracy.houses import FIRST
from tools.accuracy.measure import judge
from tools.accuracy.page import markdown
from tools.accuracy.planted import FAULTS, draw
from tools.accuracy.report import measured


@pytest.mark.parametrize("house", sorted(FIRST))
def test_every_house_is_read_without_an_error(house: str) -> None:
    for seed in (900, 901):
        drawn = draw(FIRST[house], seed)
        assert judge(drawn, read_here(house + drawn.ending, drawn.data), 0.0).errors == ()


def test_a_lost_row_and_a_wrong_number_in_a_proven_account_are_silent_errors() -> None:
    drawn = draw(FIRST["alderbrook"], 1)
    read = read_here("a.pdf", drawn.data)
    account = read.accounts[0]
    lost = replace(account, positions=account.positions[1:])
    assert judge(drawn, replace(read, accounts=(lost,)), 0.0).score.silent_errors == 1
    wrong = replace(account.positions[0], quantity=Decimal(1))
    changed = replace(account, positions=(wrong, *account.positions[1:]))
    assert judge(drawn, replace(read, accounts=(changed,)), 0.0).score.silent_errors == 1
    flagged = replace(account, positions=(replace(wrong, flagged=True), *account.positions[1:]))
    assert judge(drawn, replace(read, accounts=(flagged,)), 0.0).score.silent_errors == 0
    doubted = replace(account, status="unproven")
    assert judge(drawn, replace(read, accounts=(doubted,)), 0.0).score.false_alarms == 1


@pytest.mark.long
def test_the_command_answers_with_the_groups_and_the_page_says_that_statements_are_invented() -> None:
    answer = accuracy(1, False, None)
    assert answer.code == 0 and "wrong on purpose" in answer.text
    assert "invented" in markdown(measured(1, False))


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_planted_wrong_in_a_statement_is_never_proven(fault: str) -> None:
    for name, house in FIRST.items():
        drawn = draw(house, 77, fault)
        if drawn.planted:
            score = judge(drawn, read_here(name + drawn.ending, drawn.data), 0.0).score
            assert (score.planted, score.planted_proven) == (1, 0)
