"""ZIPs of statements, notes on pages, and private funds with what is still to be called."""

import io
import zipfile
from decimal import Decimal

import pytest
from ingest_layouts import PAPERS, put, row, sheet

from core.domain.errors import BadInput
from core.domain.statement import Annotation
from core.ingest import read_files, unpacked
from core.ingest.book.holdings import security_of
from core.ingest.reading import read_here

TABLE = b"Symbol,Description,Quantity,Price,Market Value\nVTI,VANGUARD,10,251.10,2511.00\nTotal,,,,2511.00\n"


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_each_statement_in_a_zip_is_read_on_its_own_under_its_plain_name() -> None:
    data = zipped({"june/../../a.csv": TABLE, "harbor.pdf": PAPERS["harbor"]().data, "__MACOSX/._a.csv": b"x"})
    statements = read_files([("all.zip", data)])
    assert [one.file for one in statements] == ["a.csv", "harbor.pdf"]
    assert [account.status for one in statements for account in one.accounts] == ["proven", "proven"]


REFUSED = {
    "another archive": zipped({"inner.zip": zipped({"a.csv": TABLE})}),
    "100": zipped({f"{place}.csv": TABLE for place in range(101)}),
    "unpacks to more": zipped({f"{place}.csv": b"0" * 24_000_000 for place in range(5)}),
    "broken": b"PK\x03\x04" + b"0" * 300,
    "without files": zipped({"folder/": b""}),
}


@pytest.mark.parametrize("word", sorted(REFUSED))
def test_a_bad_archive_is_refused_in_one_sentence(word: str) -> None:
    with pytest.raises(BadInput, match=word):
        unpacked("all.zip", REFUSED[word])
    (statement,) = read_files([("all.zip", REFUSED[word])])
    assert word in (statement.refused or "") and not statement.accounts


def test_notes_in_a_pdf_are_seen_and_are_never_numbers() -> None:
    pdf = sheet()
    put(pdf, 40, 40, "Account Number: 4471-20935")
    row(pdf, 80, [(40, "Symbol", False), (100, "Description", False), (300, "Quantity", True), (380, "Price", True),
                  (470, "Market Value", True)], "B")  # fmt: skip
    row(pdf, 95, [(40, "VTI", False), (100, "VANGUARD", False), (300, "10", True), (380, "251.10", True),
                  (470, "2,511.00", True)])  # fmt: skip
    row(pdf, 110, [(40, "Total", False), (470, "2,511.00", True)])
    pdf.text_annotation(500, 95, "sold 4 of these in May, 1,000.00")
    statement = read_here("notes.pdf", bytes(pdf.output()))
    assert statement.annotations == (Annotation(1, "sold 4 of these in May, 1,000.00"),)
    assert [line.quantity for line in statement.accounts[0].positions] == [Decimal(10)]


def test_a_private_fund_carries_its_commitment_and_what_is_unfunded() -> None:
    pdf = sheet(landscape=True)
    put(pdf, 40, 40, "Account Number: 4471-20935")
    put(pdf, 40, 60, "Alternative Investments", "B", 11)
    places = ((40, False), (300, True), (390, True), (480, True), (570, True), (600, False))
    head = ("Fund Name", "Commitment", "Called Capital", "Unfunded", "Market Value", "NAV Date")
    cells = ("ALDER PRIVATE CREDIT LP", "$500,000.00", "$320,000.00", "$180,000.00", "$351,204.77", "03/31/2026")
    total = ("Total Alternative Investments", "", "", "", "$351,204.77", "")
    for y, texts, style in ((80, head, "B"), (95, cells, ""), (110, total, "B")):
        row(pdf, y, [(x, text, right) for (x, right), text in zip(places, texts, strict=True) if text], style)
    (line,) = read_here("fund.pdf", bytes(pdf.output())).accounts[0].positions
    assert (line.commitment, line.called, line.unfunded) == (Decimal(500000), Decimal(320000), Decimal(180000))
    assert (str(line.nav_date), line.market_value, line.asset_type) == (
        "2026-03-31",
        Decimal("351204.77"),
        "alternative",
    )
    assert security_of(line, None).unfunded == Decimal(180000)


def stored(files: dict[str, bytes]) -> bytes:
    """A ZIP that squeezes nothing, as some sites send them: what is in it stands in the open."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_zip_that_squeezes_nothing_is_no_pdf_and_a_letter_in_it_keeps_no_statement_out() -> None:
    letter = stored({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    for files in ({"harbor.pdf": PAPERS["harbor"]().data}, {"letter.docx": letter, "a.csv": TABLE}):
        read = read_files([("all.zip", stored(files))])
        assert [one.file for one in read] == list(files)
        assert [account.status for account in read[-1].accounts] == ["proven"]
        assert all(one.refused for one in read[:-1])


def test_a_zip_locked_with_aes_says_so() -> None:
    data = bytearray(stored({"a.csv": TABLE}))
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.index(mark) + place
        data[at : at + 2] = (99).to_bytes(2, "little")
    (statement,) = read_files([("locked.zip", bytes(data))])
    assert statement.refused == "locked.zip is locked with AES, which is not opened here; unpack it first."


@pytest.mark.parametrize(
    ("head", "said"),
    [(b"\x00\x00\x00\x18ftypheic\x00\x00", "HEIC photo (save it as JPG)"), (b"Rar!\x1a\x07\x01\x00", "unpack it"),
     (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "WebP picture")],
)  # fmt: skip
def test_a_kind_that_is_not_read_is_called_by_its_name(head: bytes, said: str) -> None:
    assert said in (read_here("IMG_2044.jpg", head + bytes(range(200))).refused or "")
