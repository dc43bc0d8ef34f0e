"""Workbooks and archives that burst or climb, two kinds in one file, pictures whose sizes lie."""

import io
import random
import struct
import zipfile
from collections.abc import Iterator

from tools.accuracy.hostile.kinds import HEAD, Hostile, bases, png_of
from tools.accuracy.houses import HOUSES
from tools.accuracy.planted import draw

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
BOOK = (b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/>'
        b"</sheets>"
        b"</workbook>")  # fmt: skip
RELS = (b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        b'Target="worksheets/sheet1.xml"/></Relationships>')  # fmt: skip
ROOT_RELS = RELS.replace(b"worksheets/sheet1.xml", b"xl/workbook.xml").replace(b"/worksheet", b"/officeDocument")


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def workbook(sheet: bytes, **more: bytes) -> bytes:
    """An XLSX of one sheet."""
    return zipped({"[Content_Types].xml": TYPES, "_rels/.rels": ROOT_RELS, "xl/workbook.xml": BOOK,
                   "xl/_rels/workbook.xml.rels": RELS, "xl/worksheets/sheet1.xml": sheet, **more})  # fmt: skip


def sheet_of(rows: str) -> bytes:
    """A worksheet of these rows."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def bad_archives() -> Iterator[Hostile]:
    """Bombs, paths that climb, parts that lie."""
    text = '<row r="1"><c r="A1" t="inlineStr"><is><t>Symbol</t></is></c></row>'
    yield Hostile("bomb.xlsx", workbook(b"0" * 300_000_000), True, heavy=True)
    yield Hostile("many-parts.xlsx", zipped({f"xl/{place}.xml": b"x" for place in range(5000)}), True)
    yield Hostile("nothing-inside.xlsx", zipped({"readme.txt": b"hello"}), True)
    yield Hostile("book-alone.xlsx", zipped({"[Content_Types].xml": TYPES, "xl/workbook.xml": BOOK}), True)
    yield Hostile("climbs.xlsx", workbook(sheet_of(text), **{"../../../etc/passwd": b"root"}), True)
    yield Hostile("empty-sheet.xlsx", workbook(sheet_of("")), True)
    yield Hostile("broken-sheet.xlsx", workbook(b"<worksheet><sheetData><row><c>"), True)
    yield Hostile(
        "string-beyond.xlsx", workbook(sheet_of('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>')), True
    )
    yield Hostile(
        "far-cell.xlsx", workbook(sheet_of('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')), True, heavy=True
    )
    yield Hostile("bad-cell.xlsx", workbook(sheet_of('<row r="-1"><c r="1A"><v>x</v></c></row>')), True)
    yield Hostile(
        "nan-cell.xlsx", workbook(sheet_of('<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c></row>')), True
    )
    entities = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 1000 + b'">]>'
    yield Hostile("entities.xlsx", workbook(entities + sheet_of(f"<row><c><v>{'&a;' * 1000}</v></c></row>")), True)
    yield Hostile(
        "outside.xlsx",
        workbook(b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + sheet_of("<row><c><v>&a;</v></c></row>")),
        True,
    )
    good = bases()[".xlsx"]
    yield Hostile("twice.xlsx", good + good)
    yield Hostile("front.xlsx", b"MZ" + good, True)
    yield Hostile("no-directory.xlsx", good[: good.rfind(b"PK\x01\x02")], True)
    yield Hostile("size-lies.xlsx", good.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00", 1))
    yield Hostile("zip-in-zip.zip", zipped({"a.zip": zipped({"b.zip": zipped({"c.csv": HEAD.encode()})})}))
    yield Hostile("ole.xls", OLE + b"\0" * 600, True, heavy=True)
    yield Hostile("ole-noise.xls", OLE + random.Random(1).randbytes(9000), True, heavy=True)
    loop = struct.pack("<16sHHHHH", b"", 62, 3, 65534, 9, 6) + b"\0" * 10
    loop += struct.pack("<IIIIIIIII", 1, 0, 0, 4096, 0, 1, 0, 0, 0) + b"\0" * 2000
    yield Hostile("ole-loop.xls", OLE + loop, True, heavy=True)


def polyglots() -> Iterator[Hostile]:
    """Two kinds in one file."""
    kinds = bases()
    pdf, xlsx, png = kinds[".pdf"], kinds[".xlsx"], kinds[".png"]
    yield Hostile("pdf-and-zip.pdf", pdf + xlsx)
    yield Hostile("pdf-and-zip.xlsx", pdf + xlsx, True)
    yield Hostile("html-and-pdf.pdf", b"<html><body>" + b" " * 500 + b"</body></html>\n" + pdf)
    yield Hostile("png-and-pdf.png", png + pdf)
    yield Hostile("png-and-pdf.pdf", png + pdf)
    yield Hostile("gif-and-csv.csv", b"GIF89a/*" + kinds[".csv"])
    yield Hostile("csv-and-pdf.csv", kinds[".csv"] + pdf)
    yield Hostile("ofx-and-html.ofx", b"<html>" + kinds[".ofx"])
    yield Hostile("csv-in-zip.csv", zipped({"a.csv": kinds[".csv"]}), True)
    yield Hostile("two-pdfs.pdf", pdf + draw(HOUSES["cairnfield"], 3).data)
    yield Hostile("postscript.pdf", b"%!PS-Adobe-3.0\n" + pdf)
    yield Hostile("mail.pdf", b"From: a\nContent-Type: application/pdf\n\n" + pdf)


def bad_pictures() -> Iterator[Hostile]:
    """Sizes that lie, bombs, loops."""
    yield Hostile("giant.png", png_of(100_000, 100_000, b"x"), True)
    yield Hostile("bomb.png", png_of(20_000, 20_000), True, heavy=True)
    yield Hostile("no-size.png", png_of(0, 0), True)
    yield Hostile("one-dot.png", png_of(1, 1), True)
    yield Hostile("broken-rows.png", png_of(40, 20, b"not packed"), True)
    yield Hostile("loop.tif", b"II*\0\x08\0\0\0\x00\x00\x08\0\0\0", True)
    yield Hostile("far.tif", b"II*\0\xff\xff\xff\x7f", True)
    yield Hostile("tags.tif", b"II*\0\x08\0\0\0\xff\xff" + b"\0" * 900, True)
    yield Hostile("jpeg-head.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", True)
    yield Hostile("jpeg-noise.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + random.Random(3).randbytes(4000), True)
    yield Hostile("gif.png", b"GIF89a" + b"\0" * 300, True)
    yield Hostile("svg.png", b'<svg xmlns="http://www.w3.org/2000/svg"/>', True)
