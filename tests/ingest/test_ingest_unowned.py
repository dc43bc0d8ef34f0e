"""An identifier among the rows of holdings that went to no row: the row beside it is shown to a person."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.domain.statement import Source, Statement, StatementAccount, StatementActivity, StatementLine
from core.ingest import prove
from core.ingest.unowned import with_unowned
from core.ingest.words import Line, Word

OWNED, SPARE = "610116F34", "88000AB50"


def line(top: float, text: str) -> Line:
    words, x0 = [], 40.0
    for word in text.split():
        words.append(Word(word, x0, x0 + 4 * len(word), top, top + 8, 8))
        x0 += 4 * len(word) + 3
    return Line(1, tuple(words))


def held(*rows: tuple[float, dict[str, object]]) -> Statement:
    """Rows of 100 dollars, each at its height of the page with what is known of it."""
    lines = [
        replace(
            StatementLine(None, f"ALDER WATER {at}", "bond", Decimal(1), Decimal(100), Decimal(100),
                          source=Source(page=1, box=(40, top, 500, top + 8))),
            **known,  # type: ignore[arg-type]
        )
        for at, (top, known) in enumerate(rows)
    ]  # fmt: skip
    account = StatementAccount(
        "a.pdf", "…1234", "", "other", "", date(2026, 6, 30), Decimal(100) * len(lines), None, "unproven", (),
        tuple(lines),
    )  # fmt: skip
    return Statement((prove(account),), (), (), "a.pdf", 1, "pages")


def doubts(statement: Statement) -> list[dict[str, str]]:
    return [dict(one.doubts) for one in statement.accounts[0].positions]


def test_a_cusip_under_a_row_that_has_none_is_asked_about_and_the_sums_stay_proven() -> None:
    page = [line(100, "ALDER WATER 0"), line(110, f"CUSIP: {SPARE}"), line(124, f"ALDER WATER 1 {OWNED}")]
    found = with_unowned(held((100, {}), (124, {"cusip": OWNED})), [page])
    assert doubts(found) == [{"identifier": SPARE}, {}]
    assert [one.flagged for one in found.accounts[0].positions] == [True, False]
    assert found.accounts[0].status == "proven"


def test_the_row_below_is_meant_where_only_that_lacks_an_identifier() -> None:
    page = [line(100, f"ALDER WATER 0 {OWNED}"), line(112, SPARE), line(124, "ALDER WATER 1")]
    assert doubts(with_unowned(held((100, {"cusip": OWNED}), (124, {})), [page])) == [{}, {"identifier": SPARE}]


@pytest.mark.parametrize(("printed", "asked"), [("US88000AB508", True), ("(QZAB)", True), ("(INC)", False)])
def test_an_isin_and_a_ticker_in_brackets_count_too(printed: str, asked: bool) -> None:
    page = [line(100, f"ALDER WATER 0 {printed}")]
    assert doubts(with_unowned(held((100, {})), [page])) == [{"identifier": printed.strip("()")} if asked else {}]


@pytest.mark.parametrize("text", ["Account 880003512", "88000AB52", OWNED, "far below"])
def test_what_is_no_identifier_or_has_a_row_is_passed_over(text: str) -> None:
    page = [line(100, f"ALDER WATER 0 {text}"), line(180, f"Redemptions {SPARE}")]
    assert doubts(with_unowned(held((100, {"cusip": OWNED})), [page])) == [{}]


def test_what_a_transaction_or_an_isin_holds_is_owned() -> None:
    moved = StatementActivity(date(2026, 6, 1), "sell", None, f"ALDER WATER {SPARE}", Decimal(5), Decimal(500))
    page = [line(100, f"ALDER WATER 0 {SPARE}")]
    statement = held((100, {}))
    (account,) = statement.accounts
    sold = replace(statement, accounts=(replace(account, activity=(moved,)),))
    assert doubts(with_unowned(sold, [page])) == [{}]
    assert doubts(with_unowned(held((100, {"isin": "US88000AB508"})), [page])) == [{}]
