"""Electronic signatures on PDF: consent text, certificates, the certificate page, signing (PAdES), and the check."""

from core.sign.certificates import FirmIdentity, firm_identity, root_pem
from core.sign.consent import consent_digest, consent_text
from core.sign.pades import LocalSigner
from core.sign.page import CertificatePage, with_certificate_page
from core.sign.signer import Signer, SigningRequest
from core.sign.validation import validate

__all__ = [
    "CertificatePage",
    "FirmIdentity",
    "LocalSigner",
    "Signer",
    "SigningRequest",
    "consent_digest",
    "consent_text",
    "firm_identity",
    "root_pem",
    "validate",
    "with_certificate_page",
]
