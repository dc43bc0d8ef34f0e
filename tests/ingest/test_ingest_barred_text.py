"""Tables between bars: Markdown, frames of lines, frames of signs, columns parted by bars alone."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.reading import read_here
from core.ingest.sheets.barred import barred_rows, without_marks

MARKDOWN = """# Meridian Hollow Securities

**Quarterly Statement** | Period: April 1 - June 30, 2026

| Field | Value |
|---|---|
| **Account Number** | 4471-2290 |
| **Account Owner** | Ines Calloway |
| **Account Type** | Traditional IRA |

## Equities

| Symbol | Description | Shares | Price | Market Value | Cost Basis | Unrealized G/L |
|:-------|:------------|-------:|------:|-------------:|-----------:|---------------:|
| QTHF | Tern Harbor Foods Corp | 150 | $25.00 | $3,750.00 | $3,200.00 | $550.00 |
| QWWE | Willow World Equity Index ETF | 40 | $100.25 | $4,010.00 | $3,500.00 | $510.00 |
| | **Subtotal** | | | **$7,760.00** | **$6,700.00** | **$1,060.00** |

### Tax lots

| Symbol | Acquired | Shares | Cost Basis |
|---|---|---|---|
| QTHF | 03/14/2024 | 100 | $2,000.00 |
| QTHF | 01/09/2026 | 50 | $1,200.00 |

## Contribution History

| Month | Employee | Employer | Total |
|---|---|---|---|
| May | $400.00 | $200.00 | $600.00 |
| June | $400.00 | $200.00 | $600.00 |

## Cash

| Description | Balance |
|---|---|
| Cash sweep | $240.00 |

**Total Account Value:** $8,000.00
"""
FRAMED = """MERIDIAN HOLLOW SECURITIES
Statement of Account as of June 30, 2026

Account Number: 4471-2290
Account Owner:  Ines Calloway

┌──────────────────────────┬────────┬──────────┬──────────┬────────────┬────────────┐
│ Security                 │ Symbol │ Quantity │    Price │ Mkt Value  │ Cost Basis │
├──────────────────────────┼────────┼──────────┼──────────┼────────────┼────────────┤
│ Tern Harbor Foods Corp   │ QTHF   │      150 │    25.00 │   3,750.00 │   3,200.00 │
│ Willow World Equity      │ QWWE   │       40 │   100.25 │   4,010.00 │   3,500.00 │
│   Index ETF              │        │          │          │            │            │
├──────────────────────────┼────────┼──────────┼──────────┼────────────┼────────────┤
│ Total Securities         │        │          │          │   7,760.00 │   6,700.00 │
└──────────────────────────┴────────┴──────────┴──────────┴────────────┴────────────┘

Cash Balance: $240.00
Total Account Value: $8,000.00
"""
SIGNS = """MERIDIAN HOLLOW SECURITIES
Statement of Account as of 06/30/2026
+----------------+---------------+
| Account Number | 4471-2290     |
| Owner          | Ines Calloway |
| Total Value    | $8,000.00     |
+----------------+---------------+

+------------------------+--------+----------+----------+------------+------------+
| Description            | Ticker | Shares   |    Price | Value      | Cost       |
+========================+========+==========+==========+============+============+
| EQUITIES               |        |          |          |            |            |
+------------------------+--------+----------+----------+------------+------------+
| Tern Harbor Foods Corp | QTHF   |      150 |    25.00 |   3,750.00 |   3,200.00 |
+------------------------+--------+----------+----------+------------+------------+
| Willow World Equity    | QWWE   |       40 |   100.25 |   4,010.00 |   3,500.00 |
| Index ETF              |        |          |          |            |            |
+------------------------+--------+----------+----------+------------+------------+
| CASH                   |        |          |          |            |            |
+------------------------+--------+----------+----------+------------+------------+
| Bank Sweep             |        |          |          |     240.00 |            |
+------------------------+--------+----------+----------+------------+------------+
| TOTAL                  |        |          |          |   8,000.00 |            |
+------------------------+--------+----------+----------+------------+------------+
"""
BARS = """MERIDIAN HOLLOW SECURITIES                                        STATEMENT DATE 06/30/2026
ACCOUNT: 4471-2290    INES CALLOWAY

SYMBOL | DESCRIPTION                   |   QUANTITY |     PRICE |      VALUE |       COST
-------|-------------------------------|------------|-----------|------------|-----------
QTHF   | Tern Harbor Foods Corp        |    150.000 |     25.00 |   3,750.00 |   3,200.00
QWWE   | Willow World Equity Index ETF |     40.000 |    100.25 |   4,010.00 |   3,500.00
       | CASH BALANCE                  |            |           |     240.00 |
       | ACCOUNT TOTAL                 |            |           |   8,000.00 |   6,700.00
"""
TWO = """# Household report

**Account Holder**: Ines Calloway
**Account Number**: IRA-****-4567
**Ending Balance** (06/30/2026): $1,000.00

| Fund | Symbol | Balance |
|---|---|---|
| Harbor Bond | QHBD | $600.00 |
| Harbor Stock | QHST | $400.00 |

---

**Account Holders**: Ines Calloway and Tobias Hale (Joint Account)
**Account Number**: BROK-****-9876
**Ending Balance** (06/30/2026): $500.00

| Fund | Symbol | Balance |
|---|---|---|
| Harbor World | QHWD | $500.00 |

| Account | Balance |
|---|---|
| 401(k) - Meridian | $1,000.00 |
| Brokerage | $500.00 |
"""


def read(text: str, name: str = "statement.md") -> Statement:
    return read_here(name, text.encode())


def only(text: str, name: str) -> StatementAccount:
    (account,) = read(text, name).accounts
    return account


@pytest.mark.parametrize("text", [MARKDOWN, FRAMED, SIGNS, BARS], ids=["markdown", "lines", "signs", "bars"])
@pytest.mark.parametrize("name", ["statement.md", "statement.txt"])
def test_tables_between_bars_are_read_as_cells(text: str, name: str) -> None:
    account = only(text, name)
    held = [line for line in account.positions if line.asset_type != "cash"]
    assert [(line.symbol, line.quantity, line.market_value, line.cost_basis) for line in held] == [
        ("QTHF", D(150), D("3750.00"), D("3200.00")),
        ("QWWE", D(40), D("4010.00"), D("3500.00")),
    ]
    assert [line.description for line in held] == ["Tern Harbor Foods Corp", "Willow World Equity Index ETF"]
    assert (account.number, str(account.as_of), account.cash) == ("…2290", "2026-06-30", D("240.00"))
    assert (account.stated_total, account.status) == (D("8000.00"), "proven")
    assert account.institution.lower() == "meridian hollow securities"


def test_lots_in_a_table_of_their_own_go_to_their_security() -> None:
    lots = only(MARKDOWN, "statement.md").positions[0].lots
    assert [(str(lot.acquired), lot.quantity, lot.cost_basis) for lot in lots] == [
        ("2024-03-14", D(100), D("2000.00")),
        ("2026-01-09", D(50), D("1200.00")),
    ]


def test_a_row_that_is_lost_between_bars_leaves_the_account_unproven() -> None:
    row = next(line for line in MARKDOWN.splitlines() if line.startswith("| QWWE"))
    assert only(MARKDOWN.replace(row + "\n", ""), "statement.md").status != "proven"


def test_a_holder_told_over_the_number_is_that_of_the_account_below() -> None:
    first, second = read(TWO).accounts
    assert (first.number, first.owner, first.status) == ("…4567", "Ines Calloway", "proven")
    assert (second.number, second.owner) == ("…9876", "Ines Calloway and Tobias Hale")
    assert (second.registration, second.status) == ("taxable_joint", "proven")


def test_marks_of_markdown_are_no_part_of_a_line() -> None:
    assert without_marks("## Holdings") == "Holdings"
    assert without_marks("- **Owner**: Ines Calloway") == "Owner: Ines Calloway"
    assert without_marks("**Account Number**: IRA-****-4567") == "Account Number: IRA-****-4567"
    assert without_marks("---") == ""


def test_bars_in_sentences_are_no_table() -> None:
    assert barred_rows("Meridian Hollow | Member SIPC | Est. 1931\nIRA | 4471-2290\n") is None
