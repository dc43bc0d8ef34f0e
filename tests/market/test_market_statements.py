"""The sample statements: made again byte for byte, one that ties, one that does not, one export."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pdfplumber
import pytest

from core.settings import DEMO
from tools import make_statements
from tools.statement_content import MISPRINT, fontaine_joint, lindqvist

FOLDER = DEMO / "statements"
NAMES = ("calder-finch-2026-10-lindqvist.pdf", "northgate-2026-10-fontaine.pdf", "tidewater-2026-10-30-kessler.csv")


def dollars(text: str) -> Decimal:
    """`$1,234.50` as a number."""
    return Decimal(text.replace("$", "").replace(",", ""))


def printed(name: str) -> list[str]:
    """Every printed line of a PDF."""
    with pdfplumber.open(FOLDER / name) as paper:
        return [line for page in paper.pages for line in page.extract_text().splitlines()]


def after(lines: list[str], label: str) -> list[Decimal]:
    """The first figure behind a label, on each line that begins with it."""
    found = [re.match(rf"{re.escape(label)}\D*(\$?-?[\d,]+\.\d\d)", line) for line in lines]
    return [dollars(match.group(1)) for match in found if match]


def test_there_are_three(tmp_path: Path):
    assert sorted(path.name for path in FOLDER.iterdir()) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_generator_makes_these_very_bytes(tmp_path: Path, name: str):
    make_statements.main(tmp_path)
    assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()


def test_northgate_ties_to_the_cent():
    lines = printed(NAMES[1])
    equity, bonds = after(lines, "Total Exchange-Traded Funds")
    (cash,) = after(lines, "Total Cash and Cash Investments")
    (total,) = after(lines, "Total Account Value")
    assert equity + bonds + cash == total == fontaine_joint().total


def test_every_position_is_the_sum_of_its_lots():
    for account in (fontaine_joint(), *lindqvist()):
        for _, lines in account.sections:
            for line in lines:
                assert sum((lot.quantity for lot in line.lots), Decimal(0)) == line.quantity


def test_calder_finch_prints_one_total_that_its_lines_do_not_hold():
    lines = printed(NAMES[0])
    equities, products = *after(lines, "Total Equities"), *after(lines, "Total Exchange-Traded Products")
    (funds,) = after(lines, "Total Mutual Funds")
    wrong, right = after(lines, "Total Account Value")
    cash_taxable, cash_ira = after(lines, "Total Cash and Cash Investments")
    assert wrong - (equities + products + cash_taxable) == MISPRINT
    assert right == funds + cash_ira


def test_tidewater_is_a_plain_export_that_ties():
    rows = list(csv.reader((FOLDER / NAMES[2]).read_text(encoding="utf-8").splitlines()))
    table = [dict(zip(rows[2], row, strict=True)) for row in rows[3:]]
    values = [dollars(row["Market Value"]) for row in table]
    assert sum(values[:-1]) == values[-1]
    for row in table[:-2]:
        assert (dollars(row["Quantity"]) * dollars(row["Price"])).quantize(Decimal("0.01")) == dollars(
            row["Market Value"]
        )


def test_every_page_says_that_it_is_a_specimen():
    for name in NAMES[:2]:
        with pdfplumber.open(FOLDER / name) as paper:
            assert len(paper.pages) >= 3
            assert all("Invented broker" in page.extract_text() for page in paper.pages)
