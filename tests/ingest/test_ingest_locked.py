"""Files that ask for a password: workbooks, PDFs and archives of them. The password opens the file and is not kept."""

import io
import zipfile

import openpyxl
import pytest
from ingest_layouts import sheet
from msoffcrypto.format.ooxml import OOXMLFile

from core.ingest import read_file, unpacked
from core.ingest.reading import read_here

ROWS = (
    ("Symbol", "Description", "Quantity", "Price", "Market Value"),
    ("PEBL", "PEBBLE INC", 10, 70, 700),
    ("Total", "", "", "", 700),
)


def book() -> bytes:
    made = openpyxl.Workbook()
    for row in ROWS:
        made.active.append(row)  # type: ignore[union-attr]
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def locked_book(password: str) -> bytes:
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(book())).encrypt(password, out)
    return out.getvalue()


def locked_paper(password: str) -> bytes:
    pdf = sheet()
    for place, row in enumerate(ROWS):
        for at, cell in enumerate(row):
            pdf.text(40 + 100 * at, 40 + 14 * place, str(cell))
    pdf.set_encryption(owner_password="owner", user_password=password)
    return bytes(pdf.output())


@pytest.mark.parametrize(("name", "lock"), [("book.xlsx", locked_book), ("paper.pdf", locked_paper)])
def test_a_locked_file_asks_for_its_password_and_is_read_with_it(name: str, lock: object) -> None:
    data = lock("open sesame")  # type: ignore[operator]
    for password, said in ((None, "give its password"), ("", "give its password"), ("wrong", "does not open")):
        refused = read_here(name, data, password)
        assert said in (refused.refused or "") and refused.accounts == ()
        assert [issue.code for issue in refused.issues] == ["locked"]
    (account,) = read_here(name, data, "open sesame").accounts
    assert [line.symbol for line in account.positions] == ["PEBL"]


def test_the_limited_child_opens_a_locked_workbook_alone_and_in_an_archive() -> None:
    data = locked_book("open sesame")
    assert read_file("book.xlsx", data, "open sesame").refused is None
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("june/book.xlsx", data)
    assert unpacked("all.zip", held.getvalue()) == [("book.xlsx", data)]


def test_a_broken_lock_is_no_crash() -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    data = locked_book("open sesame")
    for spoilt in (head, data[:6000], data[:3000] + b"\xff" * 400 + data[3400:]):
        assert read_here("book.xlsx", spoilt, "open sesame").file == "book.xlsx"
        assert read_here("book.xlsx", spoilt).refused
