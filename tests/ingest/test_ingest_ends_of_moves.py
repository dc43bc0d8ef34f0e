"""Tables behind the transactions whose heads are not ours are none of them; orders and plans were not done."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

PAPER = (
    "Alder Moor Brokerage\nOdile Farrow\nIndividual Account\nAccount number: 4471-8820\n"
    "October 1, 2026 - October 31, 2026\n\nHOLDINGS\n"
    "Description                       Quantity    Price    Market Value\n"
    "Quill Harbor Corp (QZAB)              10      50.00        500.00\n"
    "Larch Corp (QZAC)                     20      10.00        200.00\n"
    "Total account value                                        700.00\n\nTRANSACTIONS\n"
)
MOVES = (
    "Date          Activity       Description                   Quantity      Price       Amount\n"
    "10/02/2026    Bought         Quill Harbor Corp (QZAB)            10      45.00      -450.00\n"
)
ORDERS = (
    "\nOPEN ORDERS\n"
    "Entered       Side           Issue                         Shares        Limit\n"
    "10/29/2026    Buy            Quill Harbor Corp (QZAB)           5        44.00\n"
)
SWEEPS = (
    "\nMONEY FUND ACTIVITY\n"
    "When          What                     In            Out         Balance\n"
    "10/02/2026    Swept out                            450.00         150.00\n"
)
ORDERS_LIKE_MOVES = "\nOPEN ORDERS\n" + MOVES.replace("Bought", "Buy   ").replace("10/02", "10/29")
PLANS = "\nRECURRING INVESTMENTS\n" + MOVES.replace("Bought", "Buy   ").replace("10/02", "11/29")
INCOME = (
    "\nINCOME EXPECTED\n"
    "Security                     Payable       Rate      Shares      Expected\n"
    "Quill Harbor Corp (QZAB)     11/15/2026    0.50          10          5.00\n"
    "Larch Corp (QZAC)            11/20/2026    0.25          20          5.00\n"
)
SOLD = MOVES.replace("Bought", "Sold  ").replace("10/02", "10/20").splitlines()[1] + "\n"


def read(*parts: str) -> StatementAccount:
    (account,) = read_here("paper.txt", "".join([PAPER, *parts]).encode()).accounts
    return account


@pytest.mark.parametrize("behind", ["", ORDERS, SWEEPS, ORDERS_LIKE_MOVES, PLANS, INCOME])
def test_what_was_not_done_is_no_transaction_and_no_lot(behind: str) -> None:
    account = read(MOVES, behind)
    assert [(str(one.date), one.kind, one.symbol) for one in account.activity] == [("2026-10-02", "Bought", "QZAB")]
    assert account.status == "proven"
    assert all(not line.lots and line.cost_basis is None and not line.doubts for line in account.positions)


@pytest.mark.parametrize("title", ["PURCHASES", "UNSETTLED TRADES", "TRANSACTIONS (CONTINUED)"])
def test_other_transactions_go_on(title: str) -> None:
    account = read(MOVES, f"\n{title}\n", MOVES.splitlines()[0] + "\n", SOLD)
    assert [one.kind for one in account.activity] == ["Bought", "Sold"]
