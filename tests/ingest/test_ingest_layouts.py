"""Statements of invented brokers, each of another shape, are read whole: every row, nothing spurious, and proven."""

from decimal import Decimal

import pytest
from ingest_desks import DESKS
from ingest_houses import HOUSES
from ingest_layouts import PAPERS, Expected

from core.domain.statement import StatementAccount, StatementLine
from core.ingest.reading import read_here

ALL = {**PAPERS, **HOUSES, **DESKS}


def number(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def as_read(account: StatementAccount) -> list[tuple[object, ...]]:
    return [row_of(line) for line in account.positions if line.asset_type != "cash"]


def row_of(line: StatementLine) -> tuple[object, ...]:
    lots = tuple((str(lot.acquired), str(lot.quantity), str(lot.cost_basis)) for lot in line.lots)
    return (line.symbol, line.description, line.quantity, line.price, line.market_value, line.cost_basis, lots)


def as_printed(account: Expected) -> list[tuple[object, ...]]:
    return [
        (one.symbol, one.name, number(one.quantity), number(one.price), number(one.value), number(one.cost), one.lots)
        for one in account.holdings
    ]


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_account_of_a_paper_is_read_as_printed(name: str) -> None:
    paper = ALL[name]()
    statement = read_here(f"{name}.pdf", paper.data)
    assert statement.refused is None
    assert [account.number for account in statement.accounts] == [one.number for one in paper.accounts]
    for account, expected in zip(statement.accounts, paper.accounts, strict=True):
        assert as_read(account) == as_printed(expected)
        assert account.stated_total == number(expected.total)
        assert account.cash == number(expected.cash)
        assert account.status == expected.status
        assert account.registration == expected.registration
        assert account.owner == expected.owner


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_printed_value_has_its_box_on_its_page(name: str) -> None:
    paper = ALL[name]()
    for account in read_here(f"{name}.pdf", paper.data).accounts:
        for line in account.positions:
            assert line.source.page is not None
            if line.market_value is not None and not line.lots:
                x0, top, x1, bottom = line.source.fields["market_value"]
                assert 0 <= x0 < x1 and 0 <= top < bottom


def test_a_total_that_is_a_hundred_too_high_is_explained_and_named() -> None:
    statement = read_here("meadow.pdf", PAPERS["meadow_wrong"]().data)
    (account,) = statement.accounts
    assert account.status == "explained"
    wrong = [check for check in account.checks if not check.ok]
    assert [check.difference for check in wrong] == [Decimal("-100.00")]
    assert any("100.00" in issue.message and issue.severity == "error" for issue in statement.issues)


def test_the_institution_is_the_house_on_the_letterhead() -> None:
    found = {name: read_here(f"{name}.pdf", ALL[name]().data).accounts[0].institution for name in ("harbor", "sable")}
    assert found == {"harbor": "Harborlight Securities LLC", "sable": "Sablewood Investment Services"}
