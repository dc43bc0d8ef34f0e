"""What must not go in silence: a fund of another account, a sum of commitments, an unread part of a gain, bare sums."""

import pytest

from core.domain.statement import Statement
from core.ingest.lines.facts import facts_of
from core.ingest.nouns.events import Where
from core.ingest.reading import read_here
from core.ingest.rows.lot_rows import LOT_DAY
from tools.accuracy.drawing import Pencil

COUPLE = """Account: 1111-2222
Owner: Ines Calloway
As of 06/30/2026

Symbol,Description,Quantity,Price,Value
QZAB,Quill Holdings Inc,10,100.00,1000.00

Fund,Commitment,Called,Unfunded,Value
Quill Partners IV LP,250000.00,200000.00,50000.00,231540.12

Account: 3333-4444
Owner: Tobias Calloway
As of 06/30/2026

Symbol,Description,Quantity,Price,Value
QZCD,Ember Software Corp,20,100.00,2000.00

Fund,Commitment,Called,Unfunded,Value
Quill Partners IV LP,250000.00,200000.00,50000.00,231540.12
"""


def read(text: str, name: str = "book.csv") -> Statement:
    return read_here(name, text.encode())


def test_the_fund_that_both_of_a_couple_hold_stays_with_each() -> None:
    held = [[line.description for line in account.positions] for account in read(COUPLE).accounts]
    assert held == [
        ["Quill Holdings Inc", "Quill Partners IV LP"],
        ["Ember Software Corp", "Quill Partners IV LP"],
    ]


@pytest.mark.parametrize(("total", "status"), [("322540.62", "proven"), ("363540.62", "unproven")])
def test_a_sum_of_commitments_is_held_against_their_rows(total: str, status: str) -> None:
    text = f"""Account: 1111-2222
As of 06/30/2026

Symbol,Description,Quantity,Price,Value
QZAB,Quill Holdings Inc,10,100.00,1000.00
,Quill Partners IV LP,,,231540.12

Fund,Commitment,Called,Unfunded,Value
Quill Partners IV LP,250000.00,200000.00,50000.00,231540.12
Ember Growth III LP,100000.00,80000.00,20000.00,91000.50
Total,350000.00,280000.00,70000.00,{total}
"""
    (account,) = read(text).accounts
    assert account.status == status
    assert len(account.positions) == 3


def test_a_part_of_a_gain_that_is_no_number_is_in_doubt() -> None:
    text = """Account: 1111-2222
Symbol,Description,Quantity,Price,Value,Short Term Gain,Long Term Gain
QZAB,Quill Holdings Inc,10,100.00,1000.00,see note 4,55.00
"""
    statement = read(text)
    (account,) = statement.accounts
    told = " ".join(issue.message for issue in statement.issues)
    assert "see note 4" in told or account.positions[0].doubts


def test_tables_that_each_end_in_a_bare_sum_are_not_proven_as_one_account() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Wealth")], "B", size=12, step=20)
    for name, symbol, units, worth in (("Ines", "QZAB", "100", "1,250.00"), ("Tobias", "QZCD", "200", "2,500.00")):
        pencil.row([(40, f"{name} Portfolio")], "B", step=16)
        pencil.row([(40, "Symbol"), (100, "Name"), (-330, "Quantity"), (-400, "Price"), (-500, "Value")])
        pencil.row([(40, symbol), (100, "Harbor Quill Inc"), (-330, units), (-400, "12.50"), (-500, worth)])
        pencil.row([(40, "Total"), (-500, worth)], step=24)
    statement = read_here("pinewick.pdf", pencil.drawn().data)
    assert [account.status for account in statement.accounts] != ["proven"]


@pytest.mark.parametrize("text", ["Ann Lee, " + "a" * 400 + "!", "Ann Lee, " + "-" * 400, "A" * 400 + " " + "b" * 400])
def test_long_words_behind_a_name_are_read_through_once(text: str) -> None:
    assert isinstance(facts_of([text], Where()), list)


def test_many_words_for_lots_are_read_through_once() -> None:
    assert LOT_DAY.fullmatch("lot " * 300 + "x") is None


@pytest.mark.parametrize(("day", "doubted"), [("06/15/2026", False), ("02/15/2028", True)])
def test_a_lot_of_after_the_day_of_the_statement_is_in_doubt(day: str, doubted: bool) -> None:
    text = f"""Account: 1111-2222
As of 06/30/2026

Symbol,Description,Quantity,Price,Value,Cost,Date Acquired
QZAB,Quill Holdings Inc,10,100.00,1000.00,900.00,01/05/2020
QZCD,Ember Software Corp,20,100.00,2000.00,1900.00,{day}
"""
    (account,) = read(text).accounts
    assert [bool(line.doubts) for line in account.positions] == [False, doubted]
