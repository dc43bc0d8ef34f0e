"""The house's own signer: PAdES signatures by pyHanko under the firm's root, visible on the certificate page."""

import textwrap
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto import keys, x509
from pyhanko.pdf_utils.font.basic import SimpleFontEngineFactory
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper, TimestampRequestError
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from core.domain.errors import BadInput, CoreError
from core.sign.certificates import FirmIdentity, signer_certificate
from core.sign.page import FIELDS, plain_text
from core.sign.signer import SigningRequest

RESERVED = 12_000
"""Bytes kept free for a signature: room for a time stamp too."""


class NoTimeStamp(CoreError):
    """The time stamp service did not answer; nothing was signed."""


class LocalSigner:
    """Signs under the firm's own root.

    stamper : adds an RFC 3161 time stamp; an address stands for the service there, None and "" for none
    """

    provider = "Plumbline"

    def __init__(self, firm: FirmIdentity, stamper: TimeStamper | str | None = None) -> None:
        self._firm = firm
        self._stamper = HTTPTimeStamper(stamper) if isinstance(stamper, str) and stamper else stamper or None

    def sign(self, pdf: bytes, request: SigningRequest) -> bytes:
        """The PDF with this signature in the field of its capacity; BadInput where that is not free."""
        if not request.name.strip():
            raise BadInput("name", "a signature needs a name")
        try:
            with ThreadPoolExecutor(1) as thread:
                return thread.submit(self._signed, pdf, request).result()
        except TimestampRequestError as error:
            raise NoTimeStamp(f"The time stamp service did not answer: {error}") from None
        except (PdfError, SigningError) as error:
            raise BadInput("pdf", f"cannot be signed: {error}") from None

    def _signed(self, pdf: bytes, request: SigningRequest) -> bytes:
        """In a thread of its own: pyHanko runs an event loop, which a notebook has already."""
        out = BytesIO()
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        self._pdf_signer(request).sign_pdf(writer, existing_fields_only=True, bytes_reserved=RESERVED, output=out)
        return out.getvalue()

    def _pdf_signer(self, request: SigningRequest) -> PdfSigner:
        certificate, key = signer_certificate(self._firm, request.name, request.at)
        store = SimpleCertificateStore()
        store.register(x509.Certificate.load(self._firm.root))
        simple = SimpleSigner(x509.Certificate.load(certificate), keys.PrivateKeyInfo.load(key), store)
        meta = PdfSignatureMetadata(
            field_name=FIELDS[request.capacity], md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES,
            name=request.name, reason=request.intent, location=request.identity,
        )  # fmt: skip
        return _SignerAt(request.at, meta, simple, timestamper=self._stamper, stamp_style=_style(request))


class _SignerAt(PdfSigner):
    """Signs at a given moment instead of asking the clock."""

    def __init__(self, at: datetime, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._at = at

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session


def _style(request: SigningRequest) -> TextStampStyle:
    """What is seen in the signature's box."""
    lines = [
        f"Signed by {request.name}, {request.capacity}",
        f"{request.at:%Y-%m-%d %H:%M:%S} UTC",
        *textwrap.wrap(request.intent, 56),
        *textwrap.wrap(f"Identified by: {request.identity}", 56),
    ]
    text = "\n".join(plain_text(line) for line in lines).replace("%", "%%")
    font = SimpleFontEngineFactory("Helvetica", 0.5)
    left = SimpleBoxLayoutRule(
        AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MID, Margins.uniform(2), InnerScaling.SHRINK_TO_FIT
    )
    return TextStampStyle(stamp_text=text, text_box_style=TextBoxStyle(font=font, font_size=8), border_width=0,
                          inner_content_layout=left, background=None)  # fmt: skip
