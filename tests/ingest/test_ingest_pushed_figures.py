"""Pages copied as text with their layout: heads one blank apart, figures pushed from under their heads."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.heads.crowded import uncrowded
from core.ingest.heads.days_in_heads import at_days
from core.ingest.nouns.words import Word, text_of
from core.ingest.reading import read_here

PUSHED = """Cobalt Brokerage                                          Account # 7719-4402
                                                          INES CALLOWAY - INDIVIDUAL
Statement period: February 1, 2026 - February 28, 2026

Mutual Funds
                                                      Beginning                      Price      Ending
                                                    Market Value    Quantity      Per Unit Market Value      Total Unrealized EAI ($) /
Description                                          Feb 1, 2026 Feb 28, 2026 Feb 28, 2026 Feb 28, 2026 Cost Basis Gain/Loss EY (%)
QUILL TOTAL MARKET FUND (QZABX)                         $1,100.00          100.000        $12.0000      $1,200.00 $1,000.00           $200.00 14.40
                                                                                                                                           1.200%
EMBER BOND FUND ADMIRAL (EMBRX)                            420.50               40.000         10.5000           420.00     405.00         15.00     8.40
                                                                                                                                           2.000%
Total Mutual Funds (100% of account holdings)           $1,520.50                                     $1,620.00 $1,405.00           $215.00 22.80

Total Account Value                                                                                   $1,620.00
"""  # noqa: E501
SUMMED = """tern advisers

Retirement
Account number         TA-4410-7723
Account type           Traditional IRA
Account holder         Ines Calloway
Balance on Sep 30, 2026                                       $1,650.00

What you own
Fund                                   Shares   Price on   Actual   Target      Balance     Cost basis      Gain or loss
                                                    9/30

QZAB                                40.000000     $25.00    60.6%    60.0%    $1,000.00        $900.00          +$100.00
Quill Total Market ETF

EMBR                                12.000000     $50.00    36.4%    40.0%      $600.00        $620.00           -$20.00
Ember Short Bond ETF

Cash                                                         3.0%     0.0%       $50.00

Total                                                      100.0% 100.0% $1,650.00 $1,520.00 +$80.00
"""


def read(text: str) -> StatementAccount:
    (account,) = read_here("copied.txt", text.encode()).accounts
    return account


def words(text: str, left: float = 0.0) -> list[Word]:
    """Words of a line, one after the other."""
    found: list[Word] = []
    for part in text.split():
        found.append(Word(part, left, left + 5.0 * len(part), 0.0, 10.0, 10.0))
        left += 5.0 * len(part) + 5.0
    return found


def test_rows_are_read_in_the_order_of_their_heads_where_that_multiplies_out() -> None:
    account = read(PUSHED)
    rows = [(one.symbol, one.quantity, one.price, one.market_value, one.cost_basis) for one in account.positions]
    assert rows == [
        ("QZABX", D("100.000"), D("12.0000"), D("1200.00"), D("1000.00")),
        ("EMBRX", D("40.000"), D("10.5000"), D("420.00"), D("405.00")),
    ]
    assert (account.status, account.stated_total) == ("proven", D("1620.00"))


def test_a_row_that_multiplies_out_in_no_order_is_not_guessed() -> None:
    account = read(PUSHED.replace("$12.0000 ", "$13.7000 "))
    assert account.status != "proven" and account.positions[0].market_value == D("1200.00")


def test_a_sum_is_read_in_the_order_of_its_heads_where_the_rows_add_up_to_it() -> None:
    account = read(SUMMED)
    assert (account.status, account.cash, account.stated_total) == ("proven", D("50.00"), D("1650.00"))


def test_a_sum_that_the_rows_do_not_make_stays_a_doubt() -> None:
    assert read(SUMMED.replace("$1,650.00", "$1,750.00")).status == "unproven"


def test_days_side_by_side_end_a_head_each_and_those_of_a_period_do_not() -> None:
    days = at_days(words("Value Feb 1, 2026 Feb 28, 2026 02/28/2026 Cost Basis"))
    assert [text_of(one) for one in days] == ["Value Feb 1, 2026", "Feb 28, 2026", "02/28/2026", "Cost Basis"]
    for whole in ("Feb 1, 2026 - Feb 28, 2026", "Value on Feb 28, 2026"):
        assert [text_of(one) for one in at_days(words(whole))] == [whole]


def test_a_run_of_heads_is_parted_by_those_of_the_line_below() -> None:
    upper, lower = words("Total Unrealized EAI ($)", 25.0), words("Cost Basis")
    below = [lower, words("Gain/Loss", 60.0), words("Yield", 115.0)]
    above, _ = uncrowded([[upper], below])
    assert [text_of(one) for one in above] == ["Total", "Unrealized", "EAI ($)"]
