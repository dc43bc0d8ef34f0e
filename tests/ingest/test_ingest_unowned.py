"""An identifier among the rows of holdings that went to no row: the row beside it is shown to a person."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.domain.statement import Source, Statement, StatementAccount, StatementActivity, StatementLine
from core.ingest import prove
from core.ingest.nouns.words import Line, Word
from core.ingest.proof.unowned import as_page, with_unowned
from core.ingest.reading import read_here
from core.ingest.sheets.unowned_in_rows import with_unowned_in_rows

OWNED, SPARE, DIGITS = "610116F34", "88000AB50", "640211108"


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


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [(f"{OWNED} ALDER", f"{DIGITS} ALDER", True), (f"CUSIP {OWNED}", f"WATER CUSIP: {DIGITS}", True),
     (f"{OWNED} ALDER", f"Account {DIGITS}", False)],
)  # fmt: skip
def test_digits_alone_are_an_identifier_where_others_stand_or_a_label_says_so(
    first: str, second: str, asked: bool
) -> None:
    page = [line(100, first), line(124, second)]
    found = with_unowned(held((100, {"cusip": OWNED}), (124, {})), [page])
    assert doubts(found) == [{}, {"identifier": DIGITS} if asked else {}]


@pytest.mark.parametrize(
    ("known", "text", "asked"),
    [({}, "CUSIP 4 AI: $18.75", "$18.75"), ({}, "Accrued Interest 18.75", "18.75"),
     ({"accrued": Decimal("18.75")}, "AI: $18.75", ""), ({"asset_type": "stock"}, "Accrued Interest 18.75", ""),
     ({}, "Total Accrued Interest 18.75", "")],
)  # fmt: skip
def test_interest_that_is_told_and_not_read_is_asked_about(known: dict[str, object], text: str, asked: str) -> None:
    found = with_unowned(held((100, known)), [[line(100, "ALDER WATER 0"), line(112, text)]])
    assert doubts(found) == [{"accrued": asked} if asked else {}]
    assert found.accounts[0].status == "proven"


def in_text(*rows: tuple[int, dict[str, object]]) -> Statement:
    """Rows that are known by their lines in a text, or in a table file."""
    return held(*((0, {**known, "source": Source(row=number)}) for number, known in rows))


def test_a_text_without_columns_has_rows_by_the_numbers_of_its_lines() -> None:
    text = ["ALDER WATER 0 1 100.00 100.00", f"CUSIP: {SPARE}", f"ALDER WATER 1 {OWNED} 1 100.00 100.00"]
    found = with_unowned(in_text((1, {}), (3, {"cusip": OWNED})), [as_page(text)])
    assert doubts(found) == [{"identifier": SPARE}, {}]


@pytest.mark.parametrize(
    ("known", "cell", "asked"),
    [({}, SPARE, True), ({}, "US88000AB508", True), ({}, DIGITS, True), ({"isin": "GB00B16KPT44"}, SPARE, False),
     ({}, "88000AB52", False), ({}, OWNED, False)],
)  # fmt: skip
def test_an_identifier_in_the_row_of_a_table_file(known: dict[str, object], cell: str, asked: bool) -> None:
    rows = [["Name", "Number", "Value"], ["ALDER WATER 0", OWNED, "100"], ["ALDER WATER 1", cell, "100"]]
    found = with_unowned_in_rows(in_text((2, {"cusip": OWNED}), (3, known)), rows)
    assert doubts(found) == [{}, {"identifier": cell} if asked else {}]


def test_digits_in_a_column_without_cusips_are_the_number_of_an_account() -> None:
    rows = [["ALDER WATER 0", DIGITS, "100"]]
    assert doubts(with_unowned_in_rows(in_text((1, {})), rows)) == [{}]


@pytest.mark.parametrize("numbers", [("88000AB50", "88000AB50"), ("D10001234", "")])
def test_what_several_rows_have_or_the_account_is_no_identifier(numbers: tuple[str, str]) -> None:
    rows = [["ALDER WATER 0", numbers[0], "100"], ["ALDER WATER 1", numbers[1], "100"]]
    assert doubts(with_unowned_in_rows(in_text((1, {}), (2, {})), rows)) == [{}, {}]


def read_table(*rows: str) -> StatementAccount:
    (account,) = read_here("table.csv", "\n".join(rows).encode()).accounts
    return account


def test_a_column_with_a_strange_head_is_asked_about_in_a_file() -> None:
    account = read_table(
        "Account Number,Security,Instrument Key,Quantity,Price,Market Value",
        f"44120091,Alder Water Bond,{SPARE},1,100.00,100.00",
        "44120091,Quill Water Bond,,1,100.00,100.00",
    )
    assert [dict(one.doubts) for one in account.positions] == [{"identifier": SPARE}, {}]


def test_interest_in_either_of_two_columns_is_read_and_a_cell_that_is_no_number_is_asked_about() -> None:
    account = read_table(
        "Account Number,Security,Quantity,Price,Market Value,Accrued Dividend,Accrued Interest",
        "44120091,Alder Water Bond,1,100.00,100.00,0.00,18.75",
        "44120091,Quill Water Bond,1,100.00,100.00,,see note",
        "44120091,Ember Shipping Ltd,1,100.00,100.00,2.50,0.00",
    )
    assert [one.accrued for one in account.positions] == [Decimal("18.75"), None, Decimal("2.50")]
    assert [dict(one.doubts) for one in account.positions] == [{}, {"accrued": "see note"}, {}]
