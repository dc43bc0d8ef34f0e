"""Scans and photos: the same engine on the words of two voices; what they differ in is flagged or settled by sums."""

from dataclasses import replace
from decimal import Decimal

import pytest
from ingest_desks import DESKS
from ingest_houses import HOUSES
from ingest_layouts import PAPERS, Paper
from test_ingest_layouts import as_printed, as_read, number
from test_ingest_shared import FIDELITY, file_bytes, printed, truth_rows, values

from core.domain.frozen_map import FrozenMap
from core.domain.statement import Statement, StatementAccount, StatementLine
from core.ingest import page_image, prove, read_file
from core.ingest.ocr.agree import agreed, same
from core.ingest.ocr.settle import open_doubts
from core.ingest.ocr.voices import Run, Said
from core.ingest.reading import read_here
from tools.accuracy.scans import SPOILS, scan_pdf, scanned

SCAN = "fidelity_acct1_holdings_scan_clean200.pdf"


def line(**changes: object) -> StatementLine:
    made = StatementLine("ABC", "ALDER BANK CORP", "stock", Decimal("100"), Decimal("12.50"), Decimal("1250.00"))
    return replace(made, **changes)  # type: ignore[arg-type]


def check_numbers(statement: Statement, paper: Paper) -> None:
    """Each number right, or the row flagged, or the account not proven."""
    for account, expected in zip(statement.accounts, paper.accounts, strict=True):
        rows = {row[0]: row for row in as_read(account)}
        flagged = {one.symbol for one in account.positions if one.flagged}
        for row in as_printed(expected):
            right = row[0] in rows and rows[row[0]][2:] == row[2:]
            assert right or row[0] in flagged or account.status != "proven"


def test_a_clean_scan_is_read_whole_and_proven_in_the_limited_child() -> None:
    paper = PAPERS["meadow"]()
    statement = read_file("meadow.pdf", scan_pdf(paper.data))
    assert statement.refused is None
    (account,), (expected,) = statement.accounts, paper.accounts
    assert [row[2:6] for row in as_read(account)] == [row[2:6] for row in as_printed(expected)]
    assert (account.status, account.stated_total, account.number) == ("proven", number(expected.total), expected.number)
    assert page_image(scanned(paper.data), 1).startswith(b"\x89PNG")


@pytest.mark.long
@pytest.mark.parametrize("spoil", SPOILS)
@pytest.mark.parametrize("name", ["harbor", "marrow", "copse", "upland"])
def test_a_spoiled_scan_is_never_silently_wrong(name: str, spoil: str) -> None:
    """A picture too poor to be read is refused in one sentence; what is read is right, flagged or not proven."""
    paper = {**PAPERS, **HOUSES, **DESKS}[name]()
    statement = read_here(f"{name}.tif", scanned(paper.data, spoil))  # type: ignore[arg-type]
    if statement.refused is None:
        check_numbers(statement, paper)
    else:
        assert spoil in ("noisy", "photo") and statement.accounts == ()


@pytest.mark.long
def test_the_scan_of_real_holdings_agrees_with_the_truth() -> None:
    statement = read_file(SCAN, file_bytes(SCAN))
    found = {values(one)[:2] + values(one)[3:] for account in statement.accounts for one in account.positions}
    rows = [row for row in truth_rows(FIDELITY) if row["account"] == "111-111111"]
    assert sum(len(account.positions) for account in statement.accounts) == len(rows) == 18
    assert {printed(row)[:2] + printed(row)[3:] for row in rows} == found
    assert all(account.status != "proven" for account in statement.accounts)


def test_where_the_voices_differ_both_readings_are_kept() -> None:
    first = Run((Said("$1,250.00", 10, 10, 60, 24, 0.99), Said("ALDER", 80, 10, 120, 24, 0.99)), (8, 8, 122, 26))
    second = [Said("$1,260.00", 11, 12, 59, 22, 0.9), Said("Alder", 81, 12, 119, 22, 0.95)]
    (group,) = agreed([first], second)
    assert [(one.said.text, one.other) for one in group] == [("$1,250.00", "$1,260.00"), ("ALDER", None)]
    assert [one.other for one in agreed([first], [])[0]] == ["", ""]
    assert same("— 7-day  Yield", "– 7-day yield") and not same("1,250.00", "1,256.00")


def test_arithmetic_settles_a_doubt_and_nothing_else_does() -> None:
    priced = line(doubts=FrozenMap({"price": "12.60"}))
    assert open_doubts(priced, False, False, False) == []
    bought = line(cost_basis=Decimal("900.00"), doubts=FrozenMap({"cost_basis": "960.00"}))
    assert open_doubts(bought, True, False, False) == ["cost_basis"]
    assert open_doubts(replace(bought, gain=Decimal("350.00")), True, False, False) == []
    assert open_doubts(line(doubts=FrozenMap({"symbol": "A8C"})), True, True, True) == ["symbol"]


def test_a_doubt_that_stays_open_flags_the_line_and_a_quantity_that_nothing_confirms_is_unproven() -> None:
    account = StatementAccount(
        "a.png", "…1234", "", "other", "", None, Decimal("1250.00"), None, "unproven", (),
        (line(cost_basis=Decimal("900.00"), doubts=FrozenMap({"cost_basis": ""})),),
    )  # fmt: skip
    proven = prove(account)
    assert proven.status == "proven" and proven.positions[0].flagged
    loose = line(price=None, doubts=FrozenMap({"quantity": "160"}))
    assert prove(replace(account, positions=(loose,))).status == "unproven"
