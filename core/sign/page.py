"""The certificate page: appended to a document before anybody signs, with one empty field for each signer.

It names the bytes that were issued (SHA-256), the consent text, and the anchor of the audit trail, so that the paper
itself bears witness. Written with the fonts that every PDF reader has.
"""

import re
import textwrap
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.writer import PageObject
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from core.domain.canonical import digest_of_bytes
from core.domain.errors import BadInput
from core.domain.signing import Capacity

WIDTH, HEIGHT, MARGIN = 612, 792, 60
FIELDS: dict[Capacity, str] = {"advisor": "AdvisorSignature", "client": "ClientSignature"}
BOXES: dict[Capacity, tuple[int, int, int, int]] = {"advisor": (64, 210, 296, 300), "client": (316, 210, 548, 300)}
LATIN = re.compile(r"LATIN (?P<size>CAPITAL|SMALL) LETTER (?P<letter>[A-Z])\b")
READING_CODE = 6
"""Letters and digits of the document's hash that a client types to show that the document could be opened."""

Line = tuple[str, float, str]
"""Font, size in points, text."""


@dataclass(frozen=True, slots=True)
class CertificatePage:
    """What the page says beside the hash: the document's title, the trail's anchor, the consent's version and hash."""

    title: str
    anchor: str
    consent_version: str
    consent_sha256: str


def reading_code(pdf: bytes) -> str:
    """The code on the certificate page of this document as it was issued: 15 USC 7001(c)(1)(C)(ii)."""
    return digest_of_bytes(pdf).removeprefix("sha256:")[:READING_CODE].upper()


def with_certificate_page(pdf: bytes, page: CertificatePage) -> bytes:
    """The document with the page and the empty signature fields; BadInput for bytes that are no whole PDF."""
    try:
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        stream = writer.add_object(generic.StreamObject(stream_data=_content(_lines(pdf, page))))
        fonts = {f"/{name}": _font(base) for name, base in (("H", "Helvetica"), ("B", "Helvetica-Bold"),
                                                           ("M", "Courier"))}  # fmt: skip
        resources = generic.DictionaryObject({generic.pdf_name("/Font"): _dictionary(fonts)})
        writer.insert_page(PageObject(stream, (0, 0, WIDTH, HEIGHT), resources))
        for capacity, field in FIELDS.items():
            append_signature_field(writer, SigFieldSpec(field, on_page=-1, box=BOXES[capacity]))
        out = BytesIO()
        writer.write(out)
    except (PdfError, ValueError, KeyError) as error:
        raise BadInput(page.title, f"is not a PDF that can be signed: {error}") from None
    return out.getvalue()


def plain_text(text: str) -> str:
    """The text in the characters that the standard fonts have; another letter stands without its marks, or as "?"."""
    return "".join(map(_plain_character, unicodedata.normalize("NFC", text)))


def _plain_character(character: str) -> str:
    try:
        character.encode("cp1252")
    except UnicodeEncodeError:
        found = LATIN.match(unicodedata.name(character, ""))
        letter = found["letter"] if found else "?"
        return letter.lower() if found and found["size"] == "SMALL" else letter
    return character


def _lines(pdf: bytes, page: CertificatePage) -> list[Line]:
    lines: list[Line] = [("B", 18, "Signature certificate"), ("H", 11, page.title), ("H", 6, "")]
    parts = (
        ("Document as issued, SHA-256", digest_of_bytes(pdf).removeprefix("sha256:"), "M"),
        ("Reading code", reading_code(pdf), "M"),
        ("Consent to electronic signatures", f"version {page.consent_version}, {page.consent_sha256}", "M"),
        ("Audit trail at the time of signing", page.anchor or "no anchor yet", "M"),
        (
            "How to check",
            "Each signature covers every byte of this file up to it (PAdES, ECDSA P-256 with SHA-256). A PDF reader "
            "shows whether a byte was changed since. The certificates are the firm's own: compare the fingerprint of "
            "its root certificate, which your advisor gives you, before you trust the names. The signers' intent, "
            "the way they were identified and the time stand in their signatures below and in the firm's audit trail.",
            "H",
        ),
    )
    for head, text, font in parts:
        lines += [("B", 9.5, head), *(_wrapped(font, text)), ("H", 5, "")]
    return lines


def _wrapped(font: str, text: str) -> list[Line]:
    size, room = (8.0, 100) if font == "M" else (9.5, 96)
    return [(font, size, line) for line in textwrap.wrap(text, room)]


def _content(lines: list[Line]) -> bytes:
    out, y = ["q"], float(HEIGHT - MARGIN - 18)
    for font, size, text in lines:
        out.append(f"BT /{font} {size} Tf {MARGIN} {y:.1f} Td {_literal(text)} Tj ET")
        y -= size * 1.5
    for capacity, (left, low, right, high) in BOXES.items():
        out.append(f"0.6 G 0.6 w {left - 4} {low - 4} {right - left + 8} {high - low + 8} re S")
        out.append(f"BT /B 9.5 Tf {left} {high + 10} Td {_literal(capacity.title())} Tj ET")
    return "\n".join([*out, "Q"]).encode("latin-1")


def _literal(text: str) -> str:
    data = plain_text(text).encode("cp1252")
    return "<" + data.hex() + ">"


def _font(base: str) -> generic.DictionaryObject:
    name = generic.pdf_name
    return _dictionary({"/Type": name("/Font"), "/Subtype": name("/Type1"), "/BaseFont": name(f"/{base}"),
                        "/Encoding": name("/WinAnsiEncoding")})  # fmt: skip


def _dictionary(entries: Mapping[str, generic.PdfObject]) -> generic.DictionaryObject:
    return generic.DictionaryObject({generic.pdf_name(key): value for key, value in entries.items()})
