"""Statements made by dice are read whole, and what is wrong in them is never marked proven."""

from dataclasses import replace
from decimal import Decimal

import pytest
from ingest_layouts import Expected, Holding
from ingest_random import dice_paper

from core.domain.statement import StatementAccount
from core.ingest import prove
from core.ingest.reading import read_here

SHORT = tuple(range(300, 312))
LONG = tuple(range(4000, 4120))


def printed(one: Holding) -> tuple[object, ...]:
    cost = Decimal(one.cost) if one.cost else None
    return (one.symbol, one.name, Decimal(one.quantity), Decimal(one.price), Decimal(one.value), cost, one.lots)


def read_rows(account: StatementAccount) -> list[tuple[object, ...]]:
    return [
        (
            line.symbol, line.description, line.quantity, line.price, line.market_value, line.cost_basis,
            tuple((str(lot.acquired), str(lot.quantity), str(lot.cost_basis)) for lot in line.lots),
        )
        for line in account.positions
        if line.asset_type != "cash"
    ]  # fmt: skip


def check_account(account: StatementAccount, expected: Expected) -> None:
    assert read_rows(account) == [printed(one) for one in expected.holdings]
    assert (account.stated_total, account.cash) == (Decimal(expected.total or 0), Decimal(expected.cash or 0))
    assert account.status == "proven"


@pytest.mark.parametrize("seed", [*SHORT, *(pytest.param(one, marks=pytest.mark.long) for one in LONG)])
def test_every_statement_of_the_dice_is_read_whole(seed: int) -> None:
    paper = dice_paper(seed)
    statement = read_here(f"dice{seed}.pdf", paper.data)
    assert [account.number for account in statement.accounts] == [one.number for one in paper.accounts]
    for account, expected in zip(statement.accounts, paper.accounts, strict=True):
        check_account(account, expected)


@pytest.mark.parametrize("seed", SHORT[:4])
def test_a_lost_row_or_a_changed_value_is_never_proven(seed: int) -> None:
    account = read_here(f"dice{seed}.pdf", dice_paper(seed).data).accounts[0]
    lines = account.positions
    for place, line in enumerate(lines):
        if line.asset_type != "cash":
            assert prove(replace(account, positions=lines[:place] + lines[place + 1 :])).status != "proven"
        wrong = replace(line, market_value=(line.market_value or Decimal(0)) + Decimal("0.10"))
        assert prove(replace(account, positions=(*lines[:place], wrong, *lines[place + 1 :]))).status != "proven"
