"""The title of a page is a sentence with the answer."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.domain.breach import Reading
from core.domain.statement import Check, StatementAccount
from core.present.headlines import book_title, drift_title, statement_title, trail_title, waiting_title

LABELS = {"cash": "Cash", "us_bond": "US bonds", "us_equity": "US equity"}


def reading(subject: str, in_bands: float, standing: str) -> Reading:
    return Reading(
        "H",
        subject,
        0.4 + in_bands / 20,
        0.4,
        0.35,
        0.45,
        in_bands,
        standing,
        Decimal(0),  # type: ignore[arg-type]
    )


def test_the_book_says_how_many_need_somebody() -> None:
    assert book_title(4) == "Four households need you today"
    assert book_title(1) == "One household needs you today"
    assert book_title(0) == "No household needs you today"


def test_drift_names_the_farthest_first() -> None:
    outside = [
        reading("us_bond", -1.04, "outside"),
        reading("cash", 2.35, "outside"),
        reading("us_equity", 0.9, "near"),
    ]
    assert drift_title("Arden", outside, LABELS) == "Arden: Cash is 2.35 bands over, US bonds 1.04 bands under"
    assert drift_title("Arden", outside[2:], LABELS) == "Arden: inside every band, US equity near the edge"
    assert drift_title("Arden", [], LABELS) == "Arden: inside every band"


def test_a_statement_says_what_does_not_tie() -> None:
    proven = StatementAccount("f", "…1", "N", "roth_ira", "A", date(2026, 10, 31), None, None, "proven", (), ())
    broken = Check("lines = total", False, Decimal(10), Decimal(9), Decimal(-1))
    explained = replace(proven, status="explained")
    unproven = replace(proven, status="unproven", checks=(broken,))
    assert statement_title([unproven, explained, proven]) == "One account of three does not tie"
    assert statement_title([unproven, unproven]) == "Two accounts do not tie"
    assert statement_title([proven, proven, proven]) == "All three accounts are proven"
    assert statement_title([proven]) == "The account is proven"
    assert statement_title([replace(unproven, checks=())]) == "Nothing printed proves the account"
    assert statement_title([explained]) == "The account ties once its printed error is named"
    lacking = replace(explained, checks=(broken,))
    assert statement_title([lacking]) == "The account does not tie: a row is missing or a sum is wrong"
    printed = Check("quantity x price x unit = value", False, Decimal(10), Decimal(9), Decimal(-1))
    assert statement_title([replace(lacking, checks=(broken, printed))]).endswith("printed error is named")
    assert statement_title([]) == "No account was found in this file"


def test_counts_of_the_other_pages() -> None:
    assert waiting_title(2) == "Two proposals wait for approval"
    assert waiting_title(0) == "Nothing waits for approval"
    assert trail_title(214) == "214 events, each signed and chained to the one before"
    assert trail_title(0) == "No event matches"
