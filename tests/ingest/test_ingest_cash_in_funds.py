"""Cash that is told in a sum of its own and held in money market funds among the rows is counted once."""

from decimal import Decimal as D

from core.domain.statement import StatementLine
from core.ingest.accounts.draft import Draft
from core.ingest.accounts.totals import Stated, stated
from core.ingest.nouns.events import Fact, Where


def draft(total: str, cash: str) -> Draft:
    stock = StatementLine("QZAB", "Harbor Quill Holdings Inc", "stock", D(10), D(50), D(500))
    funds = [
        StatementLine(None, f"Quill Government Money Fund, {part}", "money_market", D(worth), D(1), D(worth))
        for part, worth in (("principal", "70"), ("income", "30"))
    ]
    totals = [Fact("total", "Total account value", Where(), D(total), rank=1)]
    return Draft(lines=[stock, *funds], totals=totals, cash=[D(cash)])


def test_a_sum_of_the_money_funds_called_cash_is_no_cash_beside_them() -> None:
    assert stated(draft("600", "100")) == Stated(D(600), None)


def test_cash_of_another_amount_stays_what_the_paper_says_also_where_the_rows_alone_tie() -> None:
    assert stated(draft("600", "25")) == Stated(D(600), D(25))


def test_cash_as_large_as_the_funds_counts_where_the_total_holds_both() -> None:
    assert stated(draft("700", "100")) == Stated(D(700), D(100))
