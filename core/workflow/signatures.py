"""The firm's signing identity, what is recorded of each signature, and the check of signed documents."""

from contextlib import suppress
from dataclasses import dataclass, replace

from core.audit import anchor_text
from core.domain.canonical import digest_of_bytes
from core.domain.errors import OutOfDate
from core.domain.paper import Paper
from core.domain.signing import ConsentText, SignatureReport, SigningAct
from core.sign import (
    CertificatePage,
    FirmIdentity,
    LocalSigner,
    SigningRequest,
    consent_digest,
    firm_identity,
    root_pem,
    validate,
    with_certificate_page,
)
from core.sign.certificates import belongs, make_root
from core.store import FIRM
from core.workflow.desk import Desk
from core.workflow.saving import Put, load, load_all, save

PURPOSE = "document signatures"


@dataclass(frozen=True, slots=True)
class FirmCertificate:
    """The firm's root certificate (DER, hex)."""

    der: str
    version: int = 1


def acts(desk: Desk, paper_id: str) -> tuple[SigningAct, ...]:
    """Who signed a document, with which words, known how and when."""
    desk.require("read_documents")
    found = [one for one in load_all(desk, "signature", SigningAct) if one.paper == paper_id]
    return tuple(sorted(found, key=lambda one: one.at))


def check_paper(desk: Desk, paper_id: str) -> SignatureReport:
    """Whether the signatures of a stored document hold now."""
    desk.require("read_documents")
    paper = load(desk, "paper", Paper, paper_id)
    return validate(desk.store.blob(paper.sha256, client=paper.household), roots(desk), desk.now())


def check_file(desk: Desk, pdf: bytes) -> SignatureReport:
    """Whether a file that somebody brings carries signatures of this firm that hold."""
    desk.require("verify")
    return validate(pdf, roots(desk), desk.now())


def firm_root(desk: Desk) -> bytes:
    """The firm's root certificates (PEM, the newest first), for others to check its documents with."""
    desk.require("verify")
    firm(desk)
    return b"".join(root_pem(root) for root in reversed(roots(desk)))


def signed_paper(desk: Desk, paper: Paper, pdf: bytes, request: SigningRequest) -> tuple[Paper, SigningAct, bytes]:
    """The document's next version, the record of the signature, and the signed bytes; nothing is stored."""
    data = LocalSigner(firm(desk), desk.settings.time_stamps).sign(pdf, request)
    after = digest_of_bytes(data)
    signed = (*paper.signed, request.capacity)
    made = replace(paper, version=paper.version + 1, sha256=after, signed=signed)
    act = SigningAct(
        id=f"{paper.id}-{request.capacity}", paper=paper.id, capacity=request.capacity, name=request.name,
        intent=request.intent, identity=request.identity, at=request.at, before=paper.sha256, after=after,
    )  # fmt: skip
    return made, act, data


def with_page(desk: Desk, paper: Paper, pdf: bytes, consent: ConsentText) -> bytes:
    """The document with its certificate page, ready to be signed."""
    anchor = desk.store.last_anchor()
    text = anchor_text(anchor) if anchor else ""
    return with_certificate_page(pdf, CertificatePage(paper.title, text, consent.version, consent_digest(consent)))


def firm(desk: Desk) -> FirmIdentity:
    """The firm's identity; a certificate is made at the first use, and again once the signing key was replaced."""
    secret = desk.store.derived_key(PURPOSE)
    known = roots(desk)
    if not known or not belongs(known[-1], secret):
        name, version = desk.book.title or "Plumbline", len(known) + 1
        made = FirmCertificate(make_root(secret, name, desk.now()).hex(), version)
        with suppress(OutOfDate):
            put = Put("firm_certificate", "root", version, made, client=FIRM)
            save(desk.acting_as(None), "firm.certificate_made", put)
        known = roots(desk)
    return firm_identity(secret, known[-1])


def roots(desk: Desk) -> tuple[bytes, ...]:
    """Every root certificate of the firm (DER), oldest first: what was signed under an earlier one stays valid."""
    return tuple(
        bytes.fromhex(load(desk, "firm_certificate", FirmCertificate, "root", version).der)
        for version in desk.store.versions("firm_certificate", "root")
    )


def paper_put(paper: Paper) -> Put:
    """A document's version, ready to be stored."""
    return Put("paper", paper.id, paper.version, paper, client=paper.household)


def act_put(act: SigningAct, paper: Paper) -> Put:
    """The record of a signature, ready to be stored."""
    return Put("signature", act.id, 1, act, client=paper.household)
