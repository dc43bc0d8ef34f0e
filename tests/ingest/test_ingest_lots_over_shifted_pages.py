"""Lots in text with its columns kept, which shift from page to page; bonds, an option and income stand among them."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.lexicon.identifiers import is_bare_ticker
from core.ingest.lots.purchases import blocks_of
from core.ingest.nouns.events import Cell, Record, Where
from core.ingest.nouns.words import Line, Word, lines_of
from core.ingest.reading import read_here
from core.ingest.rows.lot_rows import begins_with_day
from core.ingest.rows.row_keys import keys_of

FOOT = "Alder Direct Securities LLC, Member FINRA/SIPC                 PAGE {} OF 2"
FIRST = """\
Account Number: 4417-2093-1            Statement Period : June 1, 2026 - June 30, 2026
INES CALLOWAY

STOCKS (60% of Holdings)
 DESCRIPTION                  SYMBOL ACCT TYPE       QUANTITY       PRICE   TOTAL MKT VALUE PORTFOLIO (%)
 QUILL 100 INDEX FUND         QZAB Cash               30.0000     30.0000          900.00             6.47
 EMBER PLC                    QZE    Cash             50.0000     50.0000        2,500.00            17.98
 TOTAL STOCKS                                                                   $3,400.00            24.45

FIXED INCOME (75% of Holdings)
 DESCRIPTION                             CUSIP      ACCT TYPE    PAR VALUE        PRICE     TOTAL MKT VALUE
 HARBOR ST REV 3.375% DUE 02/15/2043     712603C23  Cash            10,000       98.000            9,800.00
 TOTAL FIXED INCOME                                                                              $9,800.00

OPTIONS (5% of Holdings)
 DESCRIPTION                             ACCT TYPE   CONTRACTS       PRICE     TOTAL MKT VALUE
 QZE JAN 15 '27 $55 CALL                 Margin              2        3.50              700.00
 TOTAL OPTIONS                                                                         $700.00

 TOTAL PRICED PORTFOLIO HOLDINGS (ON 06/30/26)                                     $13,900.00

DIVIDENDS & INTEREST ACTIVITY
 DATE          TRANSACTION TYPE       DESCRIPTION                  SYMBOL     AMOUNT DEBITED     AMOUNT CREDITED
 06/12/26      Dividend               QUILL 100 INDEX FUND         QZAB                                    36.95

 TAX LOT DETAIL - OPEN POSITIONS
 SECURITY / ACQUIRED                QUANTITY      UNIT COST     COST BASIS     MARKET VALUE     GAIN/(LOSS)     TERM

 QUILL 100 INDEX FUND (QZAB)
    01/04/2016                       10.0000        20.0000         200.00           300.00          100.00     Long
    08/11/2017                       20.0000        21.0000         420.00           600.00          180.00     Long
    Total QZAB                       30.0000                        620.00           900.00          280.00
 EMBER PLC (QZE)
"""
SECOND = """\
Account Number: 4417-2093-1        Statement Period : June 1, 2026 - June 30, 2026

 SECURITY / ACQUIRED                         QUANTITY       UNIT COST     COST BASIS    MARKET VALUE  GAIN/(LOSS)   TERM
    09/12/2020                                50.0000         40.0000       2,000.00        2,500.00       500.00   Long
    Total QZE                                 50.0000                       2,000.00        2,500.00       500.00
 HARBOR ST REV 3.375% DUE 02/15/2043 (712603C23)
    03/09/2017                            10,000.0000         99.5000       9,950.00        9,800.00     (150.00)   Long
    Total 712603C23                       10,000.0000                       9,950.00        9,800.00     (150.00)
 QZE JAN 15 '27 $55 CALL
    05/05/2026                                 2.0000          3.0000         600.00          700.00       100.00  Short
    Total contracts                            2.0000                         600.00          700.00       100.00
 TOTAL OPEN POSITIONS                                                     $13,170.00      $13,900.00      $730.00
"""


def read() -> StatementAccount:
    text = FIRST + "\n\n" + FOOT.format(1) + "\f" + SECOND + "\n" + FOOT.format(2)
    (account,) = read_here("statement.txt", text.encode()).accounts
    return account


def test_lots_find_their_positions_where_columns_shift() -> None:
    account = read()
    assert account.status == "proven"
    assert [(line.symbol or line.cusip, line.cost_basis, len(line.lots)) for line in account.positions][:3] == [
        ("QZAB", D("620.00"), 2),
        ("QZE", D("2000.00"), 1),
        ("712603C23", D("9950.00"), 1),
    ]
    assert [(line.market_value, line.cost_basis) for line in account.positions if line.asset_type == "option"] == [
        (D("700.00"), D("600.00"))
    ]


def test_an_option_is_not_known_by_what_it_is_written_on() -> None:
    row = Record("holdings", {"symbol": Cell("QZE"), "description": Cell("JAN 15 '27 $55 CALL")}, Where(1))
    assert is_bare_ticker("QZE")
    assert "QZE" not in keys_of(row)
    assert "QZE JAN 15 '27 $55 CALL" in keys_of(row)


def test_a_bond_that_tells_when_it_is_due_begins_with_no_day() -> None:
    assert begins_with_day("02/15/2043")
    assert begins_with_day("Acquired 02/15/2043")
    assert not begins_with_day("HARBOR ST REV 3.375% DUE 02/15/2043 (712603C23)")


def laid(*texts: str) -> list[Line]:
    """Lines of text whose words stand where their characters do."""
    words = []
    for row, text in enumerate(texts):
        at = 0
        for part in text.split(" "):
            if part:
                words.append(Word(part, at * 5.0, (at + len(part)) * 5.0, row * 12.0, row * 12.0 + 10.0, 10.0))
            at += len(part) + 1
    return lines_of(words, 1)


def test_bonds_are_names_and_income_is_no_purchase() -> None:
    (block,) = blocks_of(
        [
            laid(
                " 06/12/26      Dividend      QUILL 100 INDEX FUND      36.95    1.10",
                " HARBOR NOTE 3.375% DUE 02/15/2043 (712603C23)",
                " 03/09/2017       10,000.0000       99.5000       9,950.00",
                " QUILL NOTE 4.125% DUE 08/15/2040 (833400C77)",
                " 04/09/2017       20,000.0000       98.5000      19,700.00",
            )
        ],
        frozenset(),
        lambda _: False,
    )
    assert [(group.name[:6], len(group.purchases)) for group in block.groups] == [("HARBOR", 1), ("QUILL ", 1)]
