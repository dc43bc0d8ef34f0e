"""PDFs that loop, burst, lie or carry scripts."""

import zlib
from collections.abc import Iterator

from tools.accuracy.hostile.kinds import Hostile, bases

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf_of(*objects: bytes, root: int = 1, trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects with a right table of them."""
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, trailer, at)


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream object, packed."""
    packed = zlib.compress(data, 9)
    return b"<</Length %d/Filter/FlateDecode%s>>\nstream\n%s\nendstream" % (len(packed), more, packed)


def _page(box: bytes = b"0 0 612 792", more: bytes = b"") -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>" % (box, more)


def _paper(content: bytes, box: bytes = b"0 0 612 792", more: bytes = b"", *extra: bytes) -> bytes:
    return pdf_of(CATALOG, PAGES, _page(box, more), stream(content), FONT, *extra)


def bad_pdfs() -> Iterator[Hostile]:
    """Loops, bombs, giant or senseless pages, scripts and locks."""
    text = b"BT /F 10 Tf 40 700 Td (Symbol Quantity Price Value) Tj ET "
    row = b"BT /F 8 Tf 40 %d Td (PEBL 10 70.00 700.00) Tj ET "
    yield Hostile("pages-loop.pdf", pdf_of(CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"), True)
    yield Hostile("pages-each-other.pdf", pdf_of(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                                 b"<</Type/Pages/Kids[2 0 R]/Count 1>>"), True)  # fmt: skip
    yield Hostile("no-pages.pdf", pdf_of(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"), True)
    yield Hostile(
        "count-lies.pdf", pdf_of(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", _page(), stream(text), FONT)
    )
    yield Hostile("root-missing.pdf", pdf_of(CATALOG, PAGES, root=9), True)
    yield Hostile("root-itself.pdf", pdf_of(b"1 0 R"), True, heavy=True)
    good = _paper(text)
    at = good.rfind(b"startxref")
    yield Hostile("prev-itself.pdf", good.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % good.find(b"xref\n")))
    yield Hostile("startxref-itself.pdf", good[:at] + b"startxref\n%d\n%%%%EOF" % at)
    yield Hostile("startxref-far.pdf", good[:at] + b"startxref\n99999999999999999999\n%%EOF")
    yield Hostile(
        "length-loop.pdf", pdf_of(CATALOG, PAGES, _page(), b"<</Length 4 0 R>>\nstream\nBT ET\nendstream", FONT)
    )
    for name, box in (("giant", b"0 0 2000000 2000000"), ("negative", b"0 0 -612 -792"), ("flat", b"0 0 612 0"),
                      ("huge-numbers", b"0 0 1e30 99999999999999999999999999"), ("words", b"/a /b /c /d"),
                      ("short", b"0 0")):  # fmt: skip
        yield Hostile(f"box-{name}.pdf", _paper(text, box))
    yield Hostile("flate-bomb.pdf", _paper(b"q Q " * 12_000_000), heavy=True)
    yield Hostile("text-bomb.pdf", _paper(text * 60_000), heavy=True)
    yield Hostile("rows-bomb.pdf", _paper(b"".join(row % (y % 700) for y in range(30_000))), heavy=True)
    yield Hostile("line-bomb.pdf", _paper(b"0 0 m 600 700 l S " * 200_000), heavy=True)
    yield Hostile("nested-q.pdf", _paper(b"q " * 100_000 + text))
    yield Hostile("nested-arrays.pdf", _paper(b"[" * 50_000 + b"]" * 50_000 + b" TJ " + text), heavy=True)
    yield Hostile("nested-dicts.pdf", pdf_of(CATALOG[:-2] + b"/X" + b"<</X" * 30_000 + b" 1" + b">>" * 30_001,
                                             PAGES, _page(), stream(text), FONT), heavy=True)  # fmt: skip
    form = stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
    yield Hostile(
        "form-in-itself.pdf", _paper(b"/X Do " + text, more=b"/XObject<</X 6 0 R>>", box=b"0 0 612 792"), heavy=True
    )
    yield Hostile(
        "forms-loop.pdf",
        pdf_of(CATALOG, PAGES, _page(more=b"/XObject<</X 6 0 R>>"), stream(b"/X Do"), FONT, form),
        heavy=True,
    )
    many = b"<</Type/Pages/Kids[%s]/Count 3000>>" % (b"3 0 R " * 3000)
    yield Hostile("many-pages.pdf", pdf_of(CATALOG, many, _page(), stream(text), FONT), heavy=True)
    yield Hostile(
        "script.pdf", _paper(text).replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")
    )
    yield Hostile("launch.pdf", _paper(text).replace(b"/Catalog", b"/Catalog/OpenAction<</S/Launch/F(cmd.exe)>>"))
    yield Hostile(
        "lock-garbage.pdf", _paper(text).replace(b"/Root", b"/Encrypt<</Filter/Standard/V 9/R 9/O()/U()/P 0>>/Root")
    )
    yield Hostile("nan-text.pdf", _paper(b"BT /F nan Tf inf 700 Td (VTI 10 1.00 10.00) Tj ET"))
    yield Hostile("tiny-font.pdf", _paper(b"BT /F 0.0001 Tf 40 700 Td (VTI 10 1.00 10.00) Tj ET"))
    yield Hostile("huge-font.pdf", _paper(b"BT /F 99999 Tf 40 700 Td (VTI 10 1.00 10.00) Tj ET"))
    yield Hostile("no-font.pdf", pdf_of(CATALOG, PAGES, _page(), stream(text)))
    yield Hostile("mirror.pdf", _paper(b"-1 0 0 1 600 0 cm " + text + row % 680))
    yield Hostile("off-page.pdf", _paper(b"1 0 0 1 9000 9000 cm " + text + row % 680))
    yield Hostile("same-place.pdf", _paper(b"".join(row % 680 for _ in range(400))))
    yield Hostile("long-word.pdf", _paper(b"BT /F 8 Tf 40 700 Td (%s) Tj ET" % (b"9" * 60_000)))
    yield Hostile("garbage-tail.pdf", bases()[".pdf"] + b"\0" * 100_000)
    yield Hostile("garbage-front.pdf", b"\n" * 900 + bases()[".pdf"])
    yield Hostile("version.pdf", bases()[".pdf"].replace(b"%PDF-1.", b"%PDF-9.", 1))
