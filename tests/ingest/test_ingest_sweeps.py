"""Cash that is swept into a deposit or a fund and back is no purchase and no sale of the household's history."""

import pytest

from core.ingest.book.ledger import activity_of, unnamed
from core.ingest.reading import read_here

PAPER = """Fairbridge Securities
Account number: 4412-7788
Statement as of August 31, 2026

Holdings
Description                         Symbol    Quantity     Price    Market Value
QUILL HARBOR CORP                   QZAB           100     52.40        5,240.00
TERN GOVT MONEY FUND                TGMXX     2,000.00      1.00        2,000.00
Total account value                                                     7,240.00

Transactions
Date        Activity     Description                           Quantity      Price       Amount
08/04/2026  Bought       QUILL HARBOR CORP                          100      50.00    -5,000.00
08/05/2026  Bought       TERN GOVT MONEY FUND                    500.00       1.00      -500.00
08/06/2026  Purchase     TERN INSURED DEPOSIT SWEEP              100.00       1.00      -100.00

{title}
Date        Activity     Description                           Quantity      Price       Amount
08/06/2026  Purchase     TERN GOVT MONEY FUND                    100.00       1.00      -100.00
08/07/2026  Redemption   TERN GOVT MONEY FUND                    -50.00       1.00        50.00
"""


@pytest.mark.parametrize("ragged", [False, True])
@pytest.mark.parametrize(
    ("title", "moves"), [("Sweep Activity", 2), ("Sweep Fund Transactions", 2), ("Fund Activity", 4)]
)
def test_what_stands_under_a_title_of_sweeps_is_no_trade(title: str, moves: int, ragged: bool) -> None:
    lines = PAPER.format(title=title).splitlines()
    text = "\n".join(" ".join(line.split()) for line in lines) if ragged else "\n".join(lines)
    (account,) = read_here("august.txt", text.encode()).accounts
    assert len(account.activity) == 5
    found = activity_of(account, "joint")
    assert [(move.symbol, move.side) for move in found[:2]] == [("QZAB", "buy"), ("TGMXX", "buy")]
    assert len(found) == moves and not unnamed(account)
