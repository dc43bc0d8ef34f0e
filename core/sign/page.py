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
BOXES: dict[Capacity, tuple[int, int, int, int]] = {"advisor": (64, 150, 296, 236), "client": (316, 150, 548, 236)}
LATIN = re.compile(r"LATIN (?P<size>CAPITAL|SMALL) LETTER (?P<letter>[A-Z])\b")
READING_CODE = 6
"""Letters and digits of the document's hash that a client types to show that the document could be opened."""

VALUES = 212
"""Where values begin, points from the left."""
INK, GREY = "0.09 0.133 0.169 rg", "0.306 0.353 0.388 rg"
"""The two inks of the house's papers."""
HOW_TO_CHECK = [
    "Each signature covers every byte of this file up to it (PAdES, ECDSA P-256 with SHA-256). A PDF reader shows "
    "whether a byte was changed since.",
    "The certificates are the firm's own: compare the fingerprint of its root certificate, which your advisor gives "
    "you, before you trust the names.",
    "The signers' intent, the way they were identified and the time stand in their signatures below and in the firm's "
    "audit trail. Not legal advice.",
]

Row = tuple[str, str, list[str]]
"""Label, font of the value, its lines."""


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
        stream = writer.add_object(generic.StreamObject(stream_data=_content(_rows(pdf, page))))
        fonts = {f"/{name}": _font(base) for name, base in (("H", "Helvetica"), ("T", "Times-Bold"),
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


def _rows(pdf: bytes, page: CertificatePage) -> list[Row]:
    """What the page says, each with its label at the left."""
    anchor = page.anchor.removeprefix("Audit trail: ") or "no anchor yet"
    return [
        ("Document", "H", [page.title]),
        ("As issued, SHA-256", "M", [digest_of_bytes(pdf).removeprefix("sha256:")]),
        ("Reading code", "M", [reading_code(pdf)]),
        ("Consent to sign electronically", "M", [f"version {page.consent_version}", page.consent_sha256]),
        ("Audit trail when signing", "M", anchor.split(", ")),
        ("How to check", "H", HOW_TO_CHECK),
    ]


def _wrapped(font: str, text: str) -> list[str]:
    return textwrap.wrap(text, 72 if font == "M" else 74)


def _content(rows: list[Row]) -> bytes:
    """The page drawn: a serif title over a rule, labels in grey beside their values, hairlines between, two boxes."""
    out = ["q", INK, _text("T", 22, MARGIN, HEIGHT - 84, "Signature certificate")]
    out.append(_rule(HEIGHT - 98, 1.2, 0.09))
    y = float(HEIGHT - 120)
    for label, font, texts in rows:
        out += [GREY, _text("H", 9, MARGIN, y, label), INK]
        for text in texts:
            for line in _wrapped(font, text):
                out.append(_text(font, 7.5 if font == "M" else 9.5, VALUES, y, line))
                y -= 13
        out.append(_rule(y + 4, 0.5, 0.85))
        y -= 13
    for capacity, (left, low, right, high) in BOXES.items():
        out.append(f"0.75 G 0.6 w {left - 4} {low - 4} {right - left + 8} {high - low + 8} re S")
        out += [GREY, _text("H", 9, left - 4, high + 11, f"Signature of the {capacity}")]
    return "\n".join([*out, "Q"]).encode("latin-1")


def _text(font: str, size: float, x: float, y: float, text: str) -> str:
    return f"BT /{font} {size} Tf {x} {y:.1f} Td {_literal(text)} Tj ET"


def _rule(y: float, wide: float, grey: float) -> str:
    return f"{grey} G {wide} w {MARGIN} {y:.1f} m {WIDTH - MARGIN} {y:.1f} l S"


def _literal(text: str) -> str:
    data = plain_text(text).encode("cp1252")
    return "<" + data.hex() + ">"


def _font(base: str) -> generic.DictionaryObject:
    name = generic.pdf_name
    return _dictionary({"/Type": name("/Font"), "/Subtype": name("/Type1"), "/BaseFont": name(f"/{base}"),
                        "/Encoding": name("/WinAnsiEncoding")})  # fmt: skip


def _dictionary(entries: Mapping[str, generic.PdfObject]) -> generic.DictionaryObject:
    return generic.DictionaryObject({generic.pdf_name(key): value for key, value in entries.items()})
