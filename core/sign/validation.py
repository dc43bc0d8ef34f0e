"""The check of a signed PDF against the firm's root certificates: every byte, every signature, nothing else trusted.

Beyond what pyHanko looks at, the space that a signature lies in must hold its canonical form and zeros: no byte of
the file is without a witness.
"""

import logging
import struct
import zlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto import cms, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import EmbeddedPdfSignature, SignatureCoverageLevel, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext

from core.domain.signing import SignatureFound, SignatureReport

logging.getLogger("pyhanko").addHandler(logging.NullHandler())

UNREADABLE = "This file does not read as a PDF any more: it was changed or cut."
UNSIGNED = "This file carries no signature."
BROKEN: tuple[type[Exception], ...] = (
    PdfError, SigningError, SignatureValidationError, ValueError, TypeError, LookupError, AttributeError,
    ArithmeticError, RecursionError, NotImplementedError, AssertionError, EOFError, OSError, zlib.error, struct.error,
)  # fmt: skip
"""What reading changed bytes may end in; each of them means that the file is not what was signed."""


def validate(pdf: bytes, roots: Sequence[bytes], at: datetime) -> SignatureReport:
    """Check every signature of the file at a moment; `roots` are the firm's root certificates (DER).

    Never raises for a changed or broken file: the report says so.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_report, pdf, roots, at).result()


def _report(pdf: bytes, roots: Sequence[bytes], at: datetime) -> SignatureReport:
    try:
        reader = PdfFileReader(BytesIO(pdf))
        found = [_found(one, roots, at) for one in reader.embedded_signatures]
        exact = not all(one.ok for one in found) or all(_exact(pdf, one, roots) for one in reader.embedded_signatures)
    except BROKEN:
        return SignatureReport(False, (), (UNREADABLE,))
    if not found:
        return SignatureReport(False, (), (UNSIGNED,))
    faults = [sentence for one in found for sentence in _faults(one)]
    if not any(one.whole_file for one in found):
        faults.append("Something was added to the file after its last signature.")
    if not exact:
        faults.append("The bytes of a signature itself were changed.")
    good = [f"The signature of {one.name} holds." for one in found if one.ok]
    return SignatureReport(not faults, tuple(found), (*faults, *good))


def _found(one: EmbeddedPdfSignature, roots: Sequence[bytes], at: datetime) -> SignatureFound:
    trust = ValidationContext(
        trust_roots=[x509.Certificate.load(root) for root in roots], moment=at, allow_fetching=False
    )
    status: PdfSignatureStatus = validate_pdf_signature(one, signer_validation_context=trust)
    entry: Any = one.sig_object
    changes = status.modification_level in (ModificationLevel.NONE, ModificationLevel.FORM_FILLING)
    return SignatureFound(
        field=str(one.field_name),
        name=str(status.signing_cert.subject.native.get("common_name", "")),
        at=status.signer_reported_dt,
        intent=str(entry.get("/Reason", "")),
        intact=bool(status.intact and status.valid),
        trusted=bool(status.trusted),
        only_signed_after=changes and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION,
        whole_file=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
    )


def _faults(one: SignatureFound) -> list[str]:
    who = one.name or one.field
    faults = []
    if not one.intact:
        faults.append(f"The signature of {who} does not hold: bytes that it covers were changed.")
    if not one.trusted:
        faults.append(f"The certificate of {who} was not issued by this firm.")
    if not one.only_signed_after:
        faults.append(f"After the signature of {who} more was changed than a further signature changes.")
    return faults


def _exact(pdf: bytes, one: EmbeddedPdfSignature, roots: Sequence[bytes]) -> bool:
    """Whether the space left out of the signed range is the signature in its one form, and zeros.

    The copy of the root certificate in it is covered by nothing else: it is compared with the roots themselves.
    """
    _, first, second, _ = (int(number) for number in one.byte_range)
    inner = bytes.fromhex(pdf[first + 1 : second - 1].decode("ascii"))
    signature = cms.ContentInfo.load(inner).dump()
    padded = signature + bytes(len(inner) - len(signature))
    read = cms.ContentInfo.load(signature, strict=True)
    known = {*roots, one.signer_cert.dump()}
    return (
        pdf[first:second] == b"<" + padded.hex().upper().encode() + b">"
        and all(certificate.chosen.dump() in known for certificate in read["content"]["certificates"])
        and _plain_signature(read, one.signer_cert)
        and read.dump(force=True) == signature
    )


def _plain_signature(read: cms.ContentInfo, signer: x509.Certificate) -> bool:
    """Whether what a signature says of itself, outside what it signs, is what this house writes."""
    whole = read["content"]
    info = whole["signer_infos"][0]
    sha256 = {"algorithm": "sha256", "parameters": None}
    name = cms.SignerIdentifier("issuer_and_serial_number", cms.IssuerAndSerialNumber(
        {"issuer": signer.issuer, "serial_number": signer.serial_number}))  # fmt: skip
    return (
        len(whole["signer_infos"]) == 1
        and (whole["version"].native, info["version"].native) == ("v1", "v1")
        and [one.native for one in whole["digest_algorithms"]] == [sha256]
        and info["digest_algorithm"].native == sha256
        and info["signature_algorithm"].native == {"algorithm": "sha256_ecdsa", "parameters": None}
        and (whole["encap_content_info"]["content_type"].native, read["content_type"].native) == ("data", "signed_data")
        and info["sid"].dump() == name.dump()
    )
