"""The firm's own certificates (X.509, ECDSA P-256): a root made once, and under it one for each signature.

The root's key is derived from a key of the house, so that it lies nowhere else. A signer's key lives as long as the
signature takes: nobody can sign a second time with it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

ROOT_YEARS, SIGNER_YEARS = 40, 20
LEEWAY = timedelta(hours=1)
"""Certificates begin a little earlier, for readers whose clock is late."""
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
LONGEST_NAME = 64
"""X.520 allows a common name no more characters."""


@dataclass(frozen=True, slots=True)
class FirmIdentity:
    """The root certificate (DER) and its key."""

    root: bytes
    key: ec.EllipticCurvePrivateKey


def root_key(secret: bytes) -> ec.EllipticCurvePrivateKey:
    """The private key that belongs to a secret of at least 48 bytes (FIPS 186-5, A.2.1)."""
    if len(secret) < 48:
        raise ValueError("a secret of at least 48 bytes is needed")
    return ec.derive_private_key(int.from_bytes(secret, "big") % (P256_ORDER - 1) + 1, ec.SECP256R1())


def firm_identity(secret: bytes, root: bytes) -> FirmIdentity:
    """The identity from the secret and the stored root certificate."""
    return FirmIdentity(root, root_key(secret))


def make_root(secret: bytes, firm: str, at: datetime) -> bytes:
    """A self-signed root certificate, DER."""
    key = root_key(secret)
    name = _name(f"{firm} document signatures", firm)
    made = _builder(name, name, key.public_key(), at, ROOT_YEARS)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    made = made.add_extension(_usage(signs=False), critical=True)
    return made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def belongs(root: bytes, secret: bytes) -> bool:
    """Whether the root certificate (DER) was made with the key of this secret."""
    spki = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    inside = x509.load_der_x509_certificate(root).public_key()
    return inside.public_bytes(*spki) == root_key(secret).public_key().public_bytes(*spki)


def signer_certificate(firm: FirmIdentity, name: str, at: datetime) -> tuple[bytes, bytes]:
    """A fresh certificate in the signer's name and its key (DER, PKCS #8)."""
    root = x509.load_der_x509_certificate(firm.root)
    key = ec.generate_private_key(ec.SECP256R1())
    organisation = str(root.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value)
    made = _builder(root.subject, _name(name, organisation), key.public_key(), at, SIGNER_YEARS)
    made = made.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    made = made.add_extension(_usage(signs=True), critical=True)
    made = made.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(firm.key.public_key()), critical=False)
    kinds = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    certificate = made.sign(firm.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
    return certificate, key.private_bytes(*kinds)


def root_pem(root: bytes) -> bytes:
    """The root certificate for others to trust (PEM)."""
    return x509.load_der_x509_certificate(root).public_bytes(serialization.Encoding.PEM)


def _builder(
    issuer: x509.Name, subject: x509.Name, public: ec.EllipticCurvePublicKey, at: datetime, years: int
) -> x509.CertificateBuilder:
    made = x509.CertificateBuilder().issuer_name(issuer).subject_name(subject).public_key(public)
    made = made.serial_number(x509.random_serial_number())
    made = made.not_valid_before(at - LEEWAY).not_valid_after(at + timedelta(days=365 * years))
    return made.add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)


def _name(common: str, organisation: str) -> x509.Name:
    pairs = ((NameOID.COMMON_NAME, common), (NameOID.ORGANIZATION_NAME, organisation))
    return x509.Name([x509.NameAttribute(oid, text.strip()[:LONGEST_NAME]) for oid, text in pairs])


def _usage(signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs, content_commitment=signs, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=not signs, crl_sign=not signs, encipher_only=False, decipher_only=False,
    )  # fmt: skip
