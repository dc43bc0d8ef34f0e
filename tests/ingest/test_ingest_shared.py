"""The corpus of real statements beside the repository: every file ends in an answer or one clear refusal."""

import csv
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from core.domain.statement import Statement, StatementLine
from core.ingest import merge_lots, read_file
from core.ingest.reading import read_here

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "statements"
FIDELITY = "fidelity_sample_2015_3accounts"
TRUTHS = {
    FIDELITY: ".pdf",
    "fidelity_statement_2019": ".csv",
    "lime_vision_statement02_pdfbox": ".txt",
    "synth_private_bank_1": ".pdf",
}


def file_bytes(name: str) -> bytes:
    path = FOLDER / name
    if not path.exists():
        pytest.skip("the shared statements are not here")
    return path.read_bytes()


def read_shared(name: str) -> Statement:
    return read_here(name, file_bytes(name))


def truth_rows(stem: str) -> list[dict[str, str]]:
    return list(csv.DictReader(file_bytes(f"truth/{stem}.truth.csv").decode().splitlines()))


def values(line: StatementLine) -> tuple[object, ...]:
    return (line.symbol, line.cusip, line.isin, line.quantity, line.price, line.market_value, line.cost_basis)


def printed(row: dict[str, str]) -> tuple[object, ...]:
    numbers = (
        Decimal(row[name]) if row[name] else None for name in ("quantity", "price", "market_value", "cost_basis")
    )
    return (row["symbol"] or None, row["cusip"] or None, row["isin"] or None, *numbers)


def ordered(rows: Sequence[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return sorted(rows, key=str)


@pytest.mark.parametrize("stem", sorted(TRUTHS))
def test_every_position_agrees_with_the_truth_and_none_is_spurious(stem: str) -> None:
    statement = read_shared(stem + TRUTHS[stem])
    found = [values(line) for account in statement.accounts for line in account.positions]
    assert ordered(found) == ordered([printed(row) for row in truth_rows(stem)])


def test_the_pdf_with_three_accounts_names_its_printed_errors() -> None:
    statement = read_shared(f"{FIDELITY}.pdf")
    taxable, ira, plan = statement.accounts
    assert [(one.number, one.registration, one.status) for one in statement.accounts] == [
        ("…1111", "taxable_individual", "explained"),
        ("…2222", "traditional_ira", "proven"),
        ("…3333", "529", "proven"),
    ]
    wrong = {(check.where, check.difference) for check in taxable.checks if not check.ok}
    assert wrong == {("", Decimal("4700.00")), ("Stocks", Decimal("-27420.00"))}
    assert [line.symbol or line.cusip for line in ira.positions if line.flagged] == ["SPF", "370ESCAT2"]
    assert any("88,0853.95" in issue.message for issue in statement.issues)
    assert (taxable.stated_total, taxable.cash, plan.owner) == (Decimal("103351.18"), Decimal("3500.50"), "John W. Doe")


def test_the_types_of_the_securities_agree_with_the_truth() -> None:
    statement = read_shared(f"{FIDELITY}.pdf")
    found = [line.asset_type for account in statement.accounts for line in account.positions]
    assert found == [row["asset_type"] for row in truth_rows(FIDELITY)]


def test_every_page_is_read_in_the_limited_child() -> None:
    assert read_file(f"{FIDELITY}.pdf", file_bytes(f"{FIDELITY}.pdf")).pages == 28


def test_lots_of_the_positions_file_are_found_by_account_symbol_and_quantity() -> None:
    names = ("schwab_positions_2020-08-25.csv", "schwab_lots_2020-08-25_FNDA.csv", "schwab_lots_2020-08-25_SCHA.csv")
    positions, *lots = merge_lots([read_shared(name) for name in names])
    assert [len(line.lots) for line in positions.accounts[0].positions] == [1, 1, 0]
    assert all(one.accounts == () for one in lots)


def test_every_file_ends_in_an_answer_or_one_clear_refusal() -> None:
    if not FOLDER.exists():
        pytest.skip("the shared statements are not here")
    for path in sorted(FOLDER.iterdir()):
        if path.suffix in (".md", "") or path.is_dir() or "scan" in path.name:
            continue
        statement = read_here(path.name, path.read_bytes())
        assert statement.refused is None
        assert statement.accounts and all(one.positions or one.activity for one in statement.accounts)


def test_trades_without_positions_are_said_to_be_so() -> None:
    statement = read_shared("ibkr_flex_trades_2019.xml")
    assert len(statement.accounts[0].activity) == 11 and not statement.accounts[0].positions
    assert any(issue.code == "no_positions" for issue in statement.issues)
