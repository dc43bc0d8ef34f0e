"""Transactions of each fund in a block of their own, from its opening to its closing balance, under its name."""

from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.book.ledger import activity_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HELD = (
    ("Quill Balanced Fund", "QZABX", "120.500", "20.00", "2,410.00", "2,000.00"),
    ("Quill World Core Fund", "QZWCX", "80.000", "31.00", "2,480.00", "2,600.00"),
)
MOVES = (
    ("03/10/2026", "Automatic investment", "$100.00", "$19.90", "5.025", "115.025"),
    ("03/24/2026", "Income dividend reinvested", "$109.50", "$20.00", "5.475", "120.500"),
)
HEADS = (
    (40, "Trade date"), (100, "Transaction"), (-330, "Dollar amount"), (-410, "Share price"),
    (-490, "Shares transacted"), (-570, "Total shares owned"),
)  # fmt: skip


def drawn(title: str, turned: bool = False) -> bytes:
    """A fund company's paper whose activity stands fund by fund; `turned`: over the page in the midst of a block."""
    pencil = Pencil()
    pencil.page()
    pencil.say("QUILL FUNDS\nStatement, March 31, 2026", step=12)
    pencil.say("INES R CALLOWAY\nIndividual account   Account number 4412-0914", step=12)
    pencil.say("Fund balances", step=12)
    pencil.row([(40, "Fund (symbol)"), (-300, "Shares owned"), (-370, "Price"), (-450, "Value"), (-540, "Cost basis")])
    for name, symbol, *figures in HELD:
        pencil.row([(40, f"{name} ({symbol})"), *zip((-300, -370, -450, -540), figures, strict=True)])
    pencil.row([(40, "Total"), (-450, "4,890.00"), (-540, "4,600.00")])
    pencil.say("Account activity", step=12)
    for name, symbol, *_ in HELD:
        _block(pencil, title.format(name=name, symbol=symbol), turned and symbol == "QZABX")
    pencil.say("Income summary", step=12)
    pencil.row([(40, "Income dividends"), (-330, "$219.00"), (-410, "$219.00")])
    return pencil.drawn().data


def _block(pencil: Pencil, title: str, turned: bool) -> None:
    pencil.y += 10
    pencil.say(title)
    pencil.row(HEADS)
    pencil.row([(100, "Beginning balance on 02/28/2026"), (-330, "$2,200.00"), (-410, "$20.00"), (-570, "110.000")])
    for at, (day, done, *figures) in enumerate(MOVES):
        if turned and at:
            pencil.page()
            pencil.row(HEADS)
        places = zip((-330, -410, -490, -570), figures, strict=True)
        pencil.row([(40, day), (100, done), *places])
    pencil.row([(100, "Ending balance on 03/31/2026"), (-330, "$2,410.00"), (-410, "$20.00"), (-570, "120.500")])


def only(statement: Statement) -> StatementAccount:
    (account,) = statement.accounts
    return account


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("title", ["{name} - {symbol}", "{name} ({symbol})", "{symbol}: {name}"])
def test_each_transaction_is_of_the_fund_over_it(title: str, turned: bool) -> None:
    account = only(read_here("quill.pdf", drawn(title, turned)))
    moves = [(move.date, move.side, move.symbol, move.quantity) for move in activity_of(account, "a")]
    assert moves == [
        (day, side, symbol, units)
        for symbol in ("QZABX", "QZWCX")
        for day, side, units in (
            (date(2026, 3, 10), "buy", D("5.025")),
            (date(2026, 3, 24), "reinvest", D("5.475")),
        )
    ]


def test_the_balances_of_a_fund_are_none_of_the_account_and_its_purchases_no_lots() -> None:
    account = only(read_here("quill.pdf", drawn("{name} - {symbol}")))
    assert account.status == "proven" and account.stated_total == D("4890.00")
    assert [(line.symbol, line.cost_basis, line.lots) for line in account.positions] == [
        ("QZABX", D("2000.00"), ()),
        ("QZWCX", D("2600.00"), ()),
    ]
    assert len(account.activity) == 4
