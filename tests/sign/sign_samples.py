"""A small document, an invented firm, and the two people who sign."""

from datetime import UTC, datetime

from fpdf import FPDF

from core.domain.signing import Capacity
from core.sign import CertificatePage, FirmIdentity, LocalSigner, SigningRequest, firm_identity, with_certificate_page
from core.sign.certificates import make_root

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SECRET = bytes(range(64))
NAMES: dict[Capacity, str] = {"advisor": "Ana Ortiz", "client": "Łukasz Nötig"}


def firm(secret: bytes = SECRET) -> FirmIdentity:
    return firm_identity(secret, make_root(secret, "Cedar Lane Advisory", NOON))


def letter() -> bytes:
    pdf = FPDF()
    pdf.set_creation_date(NOON)
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.cell(text="We suggest to sell 18 VTI and to buy 53 BND.")
    return bytes(pdf.output())


def prepared() -> bytes:
    page = CertificatePage(
        "Proposal letter", "Audit trail: 31 records, root " + "ab" * 32, "2026-1", "sha256:" + "0" * 64
    )
    return with_certificate_page(letter(), page)


def signed(pdf: bytes, capacity: Capacity, identity: FirmIdentity) -> bytes:
    request = SigningRequest(capacity, NAMES[capacity], "I mean this as my signature.", "password 100% checked", NOON)
    return LocalSigner(identity).sign(pdf, request)
