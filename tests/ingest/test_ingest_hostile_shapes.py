"""Shapes that damaged and unusual files have in the wild, built here: what every viewer opens is read, with a warning.

What is not read is refused in one true sentence, and soon.
"""

import io
import re
import zipfile

import openpyxl
import pytest
from ingest_layouts import PAPERS, sheet

from core.domain.statement import Statement
from core.ingest.files.archives import unpack
from core.ingest.files.kinds import Refused
from core.ingest.files.mended import mended
from core.ingest.reading import read_here
from core.ingest.rows.symbol_shapes import MARKS

TABLE = b"Symbol,Description,Quantity,Price,Market Value\nPEBL,PEBBLE,10,70.00,700.00\n"
HARBOR = PAPERS["harbor"]().data
SIZE = re.compile(rb"/MediaBox \[[^]]*\]")


def packed(*names: str) -> bytes:
    """A ZIP that holds the table under these names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), TABLE)
    return out.getvalue()


def figures(statement: Statement) -> list[object]:
    """What was read, without what the reader says about it."""
    return [(account.number, account.status, account.positions) for account in statement.accounts]


def said(name: str, data: bytes) -> str:
    """The sentence that refuses the file."""
    return read_here(name, data).refused or ""


@pytest.mark.parametrize(
    ("listed", "plain"),
    [("", "file"), ("\t\n.csv", ".csv"), ("a\nb.csv", "ab.csv"), ("q\x1b[1m.csv", "q[1m.csv"), ("n" * 900, "n" * 200)],
)
def test_names_in_a_zip_are_such_as_can_stand_in_a_sentence(listed: str, plain: str) -> None:
    assert [name for name, _ in unpack("all.zip", packed(listed))] == [plain]


def test_a_zip_of_an_unknown_packing_is_not_called_locked() -> None:
    data = bytearray(packed("a.csv"))
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.index(mark) + place
        data[at : at + 2] = (93).to_bytes(2, "little")
    with pytest.raises(Refused, match="packed in a way that is not opened here"):
        unpack("all.zip", bytes(data))


@pytest.mark.parametrize("sign", "-=_*#~")
def test_a_long_rule_before_a_word_takes_no_time(sign: str) -> None:
    ruled = f"{sign * 400} page 2\n" * 10
    assert "no holdings" in said("ruled.txt", b"An orderly letter\n" + ruled.encode())
    assert MARKS.sub("", f"PEBBLE {'*' * 500} x") == f"PEBBLE {'*' * 500} x"


def test_long_text_that_is_no_statement_is_given_up_at_once() -> None:
    assert "more than 300,000 words" in said("tables.txt", b"a few words on a line of plain text\n" * 40_000)


def test_lines_of_labels_are_looked_at_once_each() -> None:
    labels = b"alpha   beta gamma   delta\n" * 1500
    assert "no holdings" in said("labels.txt", labels)


def test_a_sheet_whose_empty_cells_go_far_to_the_right_is_read() -> None:
    book = openpyxl.Workbook()
    for row in TABLE.decode().splitlines():
        book.worksheets[0].append(row.split(","))
    for row in (1, 2, 3):
        book.worksheets[0].cell(row, 1024).font = openpyxl.styles.Font(bold=True)
    out = io.BytesIO()
    book.save(out)
    (account,) = read_here("far.xlsx", out.getvalue()).accounts
    assert [line.symbol for line in account.positions] == ["PEBL"]


def test_a_table_that_is_too_wide_says_how_wide_a_table_may_be() -> None:
    assert said("wide.csv", b",".join([b"1"] * 600)) == "wide.csv is larger than a statement can be (over 500 columns)."


DAMAGED = {
    "an odd word in the catalog": HARBOR.replace(b"/Type /Catalog", b"/Odd /Type /Catalog"),
    "an odd word in the list of pages": HARBOR.replace(b"/Type /Pages", b"/Odd /Type /Pages"),
    "the place of the table of parts lost": HARBOR.replace(b"startxref", b"startxerf"),
    "a lock that is not there": HARBOR.replace(b"/Root", b"/Encrypt 999 0 R\n/Root"),
    "a page without a size": SIZE.sub(b"", HARBOR),
}


@pytest.mark.parametrize("damage", sorted(DAMAGED))
def test_a_damaged_pdf_that_can_be_mended_is_read_with_a_warning(damage: str) -> None:
    statement = read_here("harbor.pdf", DAMAGED[damage])
    assert figures(statement) == figures(read_here("harbor.pdf", HARBOR))
    (issue,) = [issue for issue in statement.issues if issue.code == "mended"]
    assert issue.severity == "warning" and "damaged" in issue.message


def test_a_pdf_whose_end_is_missing_is_not_mended_since_pages_may_be_missing() -> None:
    cut = DAMAGED["an odd word in the catalog"].replace(b"%%EOF", b"")
    assert mended(cut) is None and "broken PDF" in said("cut.pdf", cut)


def test_a_good_pdf_has_no_warning_of_damage() -> None:
    assert not [issue for issue in read_here("harbor.pdf", HARBOR).issues if issue.code == "mended"]


def test_a_pdf_locked_by_a_certificate_is_not_called_broken() -> None:
    pdf = sheet()
    pdf.text(40, 40, "Account 4471-20935")
    pdf.set_encryption(owner_password="owner", user_password="open sesame")
    data = bytes(pdf.output()).replace(b"/Filter /Standard", b"/Filter /OwnKeys.")
    assert said("keys.pdf", data) == "keys.pdf is locked in a way that is not opened here; print it to a new PDF."


def test_a_file_that_takes_too_long_is_called_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> None:
        raise Refused("The file was given up: a page took too long.")

    monkeypatch.setattr("core.ingest.reading.look_at", slow)
    assert said("slow.pdf", HARBOR) == "slow.pdf was given up: a page took too long."
