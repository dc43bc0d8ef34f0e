"""Broken, hostile and wrong files end in one clear sentence or an answer; nothing is raised, nothing is stored."""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Iterator

import openpyxl
import pytest
from ingest_layouts import PAPERS, sheet

from core.domain.errors import BadInput
from core.ingest import page_image, read_file
from core.ingest.files.rings import has_ring
from core.ingest.parent import Child

TABLE = b"Symbol,Description,Quantity,Price,Market Value\nPEBL,PEBBLE,10,70.00,700.00\n"
PAPER = PAPERS["harbor"]().data


def bomb() -> bytes:
    entities = b"".join(b'<!ENTITY %c "%s">' % (98 + step, b"&%c;" % (97 + step) * 10) for step in range(9))
    return (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + entities
        + b"]><FlexQueryResponse>&j;</FlexQueryResponse>"
    )


def zip_bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("xl/workbook.xml", "x")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 110_000_000)
    return held.getvalue()


def no_text() -> bytes:
    pdf = sheet()
    pdf.rect(10, 10, 100, 100, style="F")
    return bytes(pdf.output())


def locked() -> bytes:
    pdf = sheet()
    pdf.text(40, 40, "Account 4471-20935")
    pdf.set_encryption(owner_password="owner", user_password="open sesame")
    return bytes(pdf.output())


def ring(*objects: bytes) -> bytes:
    """A PDF of numbered objects, of which some refer to nothing but each other."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + body + b"trailer\n<</Root 1 0 R>>\n%%EOF"


def book(many: int = 1, size: str = "A1:E2", last: int = 2) -> bytes:
    """A workbook of one table that lists so many sheets, claims that size, and has its last row there."""
    made = openpyxl.Workbook()
    for row in TABLE.decode().splitlines():
        made.worksheets[0].append(row.split(","))
    out, again = io.BytesIO(), io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/workbook.xml":
                part = re.sub(rb"<sheet .*?/>", lambda found: found[0] * many, part)
            if name == "xl/worksheets/sheet1.xml":
                part = re.sub(rb'ref="[A-Z0-9:]+"', b'ref="%s"' % size.encode(), part, count=1)
                part = part.replace(b'<row r="2"', b'<row r="%d"' % last).replace(b'2" t=', b'%d" t=' % last)
            new.writestr(name, part)
    return again.getvalue()


REFUSED = {
    "sheets.xlsx": (book(many=5000), "more than 200 sheets"),
    "beyond.xlsx": (book(last=1_900_000_000), "larger than a statement"),
    "root-itself.pdf": (ring(b"1 0 R"), "refers to itself"),
    "pages-pair.pdf": (ring(b"<</Type/Catalog/Pages 2 0 R>>", b"3 0 R", b"2 0 R"), "refers to itself"),
    "empty.pdf": (b"", "empty"),
    "cut.pdf": (PAPER[: len(PAPER) // 2], "broken"),
    "noise.pdf": (b"%PDF-1.4\n" + random.Random(1).randbytes(4000), "broken"),
    "noise.csv": (random.Random(2).randbytes(4000), "unknown binary"),
    "wrong.csv": (PAPER, "must agree"),
    "wrong.pdf": (TABLE, "must agree"),
    "bomb.xml": (bomb(), "entities"),
    "deep.xml": (b"<F>" + b"<a>" * 50_000 + b"</a>" * 50_000 + b"</F>", "Flex"),
    "deep.ofx": (b"OFXHEADER:100\n<OFX>" + b"<A>" * 100_000, "without an investment statement"),
    "zip.xlsx": (zip_bomb(), "unpacks to"),
    "broken.xlsx": (b"PK\x03\x04xl/" + b"0" * 200, "broken"),
    "huge.csv": (b"Symbol,Quantity,Price,Value\n" + b"x" * 2_000_000, "too long"),
    "wide.csv": (b",".join([b"1"] * 60_000), "larger than a statement"),
    "quotes.csv": (b"Symbol,Quantity,Price,Value\n" + b'"VTI,10,1,10\n' * 1000, "quotation marks"),
    "prose.txt": (b"hello world this is just prose\n" * 50, "no holdings"),
    "page.csv": (b"<!DOCTYPE html><html><body>Please sign in</body></html>", "web page"),
    "photo.png": (b"\x89PNG\r\n\x1a\n" + b"0" * 100, "broken picture"),
    "scan.pdf": (no_text(), "no text"),
    "locked.pdf": (locked(), "password"),
    "setup.exe": (b"MZ" + b"\0" * 100, "a program"),
    "noname": (TABLE, "ending"),
    "big.csv": (b"a,b,c\n" * 4_500_000, "limit is 25 MB"),
}


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child() as one:
        yield one


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_bad_file_is_refused_in_one_sentence(name: str, child: Child) -> None:
    data, word = REFUSED[name]
    statement = child.read(name, data)
    assert statement.refused is not None and word in statement.refused
    assert statement.refused.startswith(name) and statement.refused.endswith(".") and "\n" not in statement.refused
    assert statement.accounts == () and "Traceback" not in statement.refused


@pytest.mark.parametrize("packed", [True, False])
def test_a_ring_packed_in_a_stream_of_objects_is_seen(packed: bool) -> None:
    ends, other = b"1 0 R 2 0 R ", b"1 0 R 9 0 R "

    def file(objects: bytes) -> bytes:
        content = b"2 0 1 6 " + objects
        body = zlib.compress(content) if packed else content
        head = b"<</Type/ObjStm/N 2/First 8/Length %d%s>>" % (len(body), b"/Filter/FlateDecode" if packed else b"")
        return b"%PDF-1.5\n4 0 obj\n" + head + b"\nstream\n" + body + b"\nendstream\nendobj\n"

    assert has_ring(file(ends)) and not has_ring(file(other))
    assert not has_ring(file(ends)[: -len(b"\nendstream\nendobj\n") - 9])


def test_a_part_that_stands_for_another_is_no_ring() -> None:
    assert not has_ring(b"1 0 obj\n2 0 R\nendobj\n2 0 obj\n3 0 R\nendobj\n3 0 obj\n<</Type/Catalog>>\nendobj")
    assert not has_ring(PAPER)
    assert has_ring(b"1 0 obj 2 0 R endobj 2 0 obj\r\n3 0 R endobj 3 0 obj 2 0 R endobj")


@pytest.mark.parametrize("size", ["A1:XFD1048576", "A1", "A1:E2"])
def test_a_sheet_is_read_whole_whatever_size_it_claims(size: str, child: Child) -> None:
    statement = child.read("sizes.xlsx", book(size=size))
    assert statement.refused is None
    assert [line.symbol for account in statement.accounts for line in account.positions] == ["PEBL"]


def test_formulas_are_text_and_never_numbers(child: Child) -> None:
    rows = TABLE + b'"=HYPERLINK(""http://x"")",=2+5,10,=70,700.00\n'
    statement = child.read("formula.csv", rows)
    odd = statement.accounts[0].positions[1]
    assert odd.symbol is None and odd.price is None and odd.quantity == 10


def test_a_password_opens_a_locked_statement(child: Child) -> None:
    assert "does not open" in (child.read("locked.pdf", locked(), "wrong").refused or "")
    assert "no account" in (child.read("locked.pdf", locked(), "open sesame").refused or "no account")


def test_changed_bytes_of_a_good_statement_never_raise(child: Child) -> None:
    dice = random.Random(7)
    for number in range(40):
        data = bytearray(PAPER)
        for _ in range(20):
            data[dice.randrange(len(data))] = dice.randrange(256)
        statement = child.read(f"changed{number}.pdf", bytes(data))
        assert statement.refused or statement.accounts


def test_a_reading_that_takes_too_long_is_given_up_and_the_next_file_is_read() -> None:
    slow = PAPERS["long_run"]().data
    with Child(file_seconds=0.02, silent_seconds=0.02) as hasty:
        assert "given up" in (hasty.read("slow.pdf", slow).refused or "")
    assert read_file("again.pdf", slow).refused is None


def test_a_killed_child_is_a_refusal_and_not_a_crash(child: Child) -> None:
    assert child.read("good.csv", TABLE).refused is None
    child.close()
    assert child.read("good.csv", TABLE).refused is None


def test_the_child_sees_no_secret_of_the_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    from core.ingest.parent import _bare_environment

    monkeypatch.setenv("PLUMBLINE_KEYS", "somewhere secret")
    assert not any(name.startswith("PLUMBLINE") for name in _bare_environment())


def test_a_page_is_drawn_as_a_picture() -> None:
    assert page_image(PAPER, 1, dpi=50).startswith(b"\x89PNG")
    with pytest.raises(BadInput, match="no page 9"):
        page_image(PAPER, 9)
