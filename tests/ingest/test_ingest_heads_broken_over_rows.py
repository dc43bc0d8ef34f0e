"""Heads of exports: broken over two rows or inside their quotes, with words that beside others say something else."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

BROKEN = """Account,Account,Account,Security,Security,,,Market,Accrued,Cost
Number,Name,Class,ID,Description,Quantity,Price,Value,Interest,Basis
4417-8820,Nest egg,Roth IRA,QZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00,0.00,1500.00
"""
PAID = """,Last,,Price,Day's,Total,,Total
Symbol,Price $,Quantity,Paid $,Gain $,Gain $,Value $,Cost
QZAB,20.00,100,15.00,3.00,500.00,2000.00,1500.00
"""


def read(text: str) -> StatementAccount:
    (account,) = read_here("heads.csv", text.encode()).accounts
    return account


def test_heads_broken_over_two_rows_are_read_whole() -> None:
    account = read(BROKEN)
    assert (account.number, account.registration) == ("…8820", "roth_ira")
    (line,) = account.positions
    assert (line.symbol, line.description) == ("QZAB", "HARBOR QUILL HOLDINGS")
    assert (line.market_value, line.cost_basis) == (D("2000.00"), D("1500.00"))


def test_prices_and_gains_are_told_apart_by_the_row_above() -> None:
    (line,) = read(PAID).positions
    assert (line.price, line.cost_basis, line.gain) == (D("20.00"), D("1500.00"), D("500.00"))


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Security Name,Symbol,Share Balance,Share Price,Share Value", "HARBOR,QZAB,100,20.00,2000.00"),
        ("Name,Symbol,Equity,Shares,Price", "HARBOR,QZAB,2000.00,100,20.00"),
        ("Symbol,Asset Name,Segment,Units,Price,Market Value", "QZAB,HARBOR,Large caps,100,20.00,2000.00"),
        ("symbol,name,of_holdings,quantity,last,market_value", "QZAB,HARBOR,12.5%,100,20.00,2000.00"),
    ],
)
def test_words_that_mean_what_stands_beside_them(head: str, cells: str) -> None:
    (line,) = read(f"{head}\n{cells}\n").positions
    assert (line.symbol, line.description, line.market_value) == ("QZAB", "HARBOR", D("2000.00"))


def test_the_sign_between_columns_where_heads_are_broken_inside_their_quotes() -> None:
    head = ";".join(f'"{word}\nof it"' for word in ("Rating", "Yield", "Income", "Weight", "Volume", "Change"))
    text = f"Symbol;Description;Quantity;Price;Market Value;{head}\n" + "".join(
        f"QZ{letter}B;HARBOR {letter};100,00;20,00;2000,00;1,00;1,00;1,00;1,00;1,00;{place},00\n"
        for place, letter in enumerate("ABC")
    )
    assert [line.market_value for line in read(text).positions] == [D("2000.00")] * 3
