"""Signatures on issued documents: the advisor's first, then the client's through a link that works once.

Every step is an event; each signature is a new version of the document, its exact bytes kept. Rests on E-SIGN,
15 USC 7001: consent with its disclosures, a demonstration of access, intent, attribution, and the copy handed over.
"""

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.domain.canonical import canonical_bytes
from core.domain.errors import BadInput, NotAllowed
from core.domain.paper import Paper
from core.domain.proposal import Proposal
from core.domain.signing import ConsentText, SigningLink
from core.sign import SigningRequest, consent_digest, consent_text
from core.sign.page import reading_code
from core.store import Transaction
from core.workflow.desk import Desk
from core.workflow.people import person, prove_identity
from core.workflow.saving import Put, decode, load, load_all, put_with_events, save
from core.workflow.second_factor import has_code
from core.workflow.signatures import act_put, paper_put, signed_paper, with_page

LONGEST_DAYS = 30
CLOSED = "This link leads nowhere: it was used, has expired, or was withdrawn. Ask your advisor for a new one."


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link shows: the document, what is told and asked, the sentence that is signed, and until when."""

    paper: Paper
    pdf: bytes
    signer: str
    consent: ConsentText
    expires: datetime


def sign_paper(desk: Desk, paper_id: str, password: str, code: str = "") -> Paper:
    """Sign an issued PDF for the firm, the password (and the second factor) asked again; returns the next version."""
    someone = desk.require("sign")
    paper = load(desk, "paper", Paper, paper_id)
    _refuse_unsignable(desk, paper)
    if paper.signed:
        raise BadInput(paper_id, "is signed already")
    prove_identity(desk, someone, password, code)
    proof = "password and one-time code" if has_code(desk, someone.id) else "password"
    consent = consent_text(desk.settings.firm)
    request = SigningRequest(
        "advisor", someone.name, consent.intent_advisor, f"{proof}, account {someone.id}", desk.now()
    )
    issued = desk.store.blob(paper.sha256, client=paper.household)
    made, act, pdf = signed_paper(desk, paper, with_page(desk, paper, issued, consent), request)
    with desk.store.transaction() as tx:
        tx.put_blob(made.sha256, pdf, client=made.household)
        put_with_events(desk, tx, "document.signed", paper_put(made), act_put(act, made))
        tx.anchor(desk.now())
    return made


def make_link(desk: Desk, paper_id: str, signer: str, password: str, code: str = "", days: int = 7) -> str:
    """A token with which the client named `signer` signs the document once, within `days`; it is shown this once."""
    someone = desk.require("sign")
    paper = load(desk, "paper", Paper, paper_id)
    _refuse_unsignable(desk, paper)
    if paper.signed != ("advisor",):
        raise BadInput(paper_id, "the advisor signs first, the client once")
    if not signer.strip():
        raise BadInput("signer", "name the person who is to sign")
    if not 1 <= days <= LONGEST_DAYS:
        raise BadInput("days", f"a link lasts 1 to {LONGEST_DAYS} days")
    prove_identity(desk, someone, password, code)
    token, now = secrets.token_urlsafe(32), desk.now()
    link = SigningLink(
        id=_token_hash(token), paper=paper.id, paper_version=paper.version, household=paper.household,
        signer=" ".join(signer.split()), made_by=someone.id, made=now, expires=now + timedelta(days=days),
    )  # fmt: skip
    save(desk, "link.made", _link_put(link))
    return token


def links(desk: Desk, paper_id: str) -> tuple[SigningLink, ...]:
    """The links made for a document, oldest first."""
    desk.require("read_documents")
    found = [one for one in load_all(desk, "signing_link", SigningLink) if one.paper == paper_id]
    return tuple(sorted(found, key=lambda one: one.made))


def withdraw_link(desk: Desk, link_id: str) -> SigningLink:
    """Close a link before it is used."""
    desk.require("sign")
    link = load(desk, "signing_link", SigningLink, link_id)
    if link.state != "open":
        raise BadInput("link", f"is {link.state} already")
    closed = replace(link, state="revoked", version=link.version + 1)
    save(desk, "link.withdrawn", _link_put(closed))
    return closed


def open_link(desk: Desk, token: str) -> Opened:
    """What whoever holds the link may see; NotAllowed, always in the same words, for any link that is not open."""
    link, paper = _open(desk, token)
    with desk.store.transaction() as tx:
        _log_client(desk, tx, "link.opened", "signing_link", link.id, link.version, link)
    pdf = desk.store.blob(paper.sha256, client=paper.household)
    return Opened(paper, pdf, link.signer, consent_text(desk.settings.firm), link.expires)


def sign_by_link(desk: Desk, token: str, name: str, code_read: str, consents: bool) -> tuple[Paper, bytes]:
    """Sign as the client: consent given, name typed, and the reading code that only the opened document shows.

    Returns the signed document and its bytes, the client's copy. The link is used up.
    """
    link, paper = _open(desk, token)
    if not consents:
        raise BadInput("consent", "without consent to sign electronically, ask for the document on paper")
    if " ".join(name.split()).casefold() != link.signer.casefold():
        raise BadInput("name", "type your name as the page shows it")
    first = load(desk, "paper", Paper, paper.id, 1)
    if code_read.strip().upper() != reading_code(desk.store.blob(first.sha256, client=first.household)):
        raise BadInput("reading code", "is the one on the last page of the document")
    consent = consent_text(desk.settings.firm)
    identity = f"link of {person(desk, link.made_by).name}, name typed, document opened"
    request = SigningRequest("client", link.signer, consent.intent_client, identity, desk.now())
    made, act, pdf = signed_paper(desk, paper, desk.store.blob(paper.sha256, client=paper.household), request)
    act = replace(act, consent_version=consent.version, consent_sha256=consent_digest(consent))
    used = replace(link, state="used", version=link.version + 1)
    with desk.store.transaction() as tx:
        tx.put_blob(made.sha256, pdf, client=made.household)
        for kind, put in (("link.used", _link_put(used)), ("document.signed", paper_put(made)),
                          ("document.signed", act_put(act, made))):  # fmt: skip
            _put_client(desk, tx, kind, put, link)
        tx.anchor(desk.now())
    return made, pdf


def _refuse_unsignable(desk: Desk, paper: Paper) -> None:
    if not paper.file.endswith(".pdf"):
        raise BadInput(paper.id, "only a PDF is signed")
    if not paper.proposal:
        return
    standing = load(desk, "proposal", Proposal, paper.proposal)
    if standing.state != "approved" or standing.version != paper.proposal_version:
        raise NotAllowed("The proposal was changed after this document was issued; issue it again.")


def _open(desk: Desk, token: str) -> tuple[SigningLink, Paper]:
    body = desk.store.get("signing_link", _token_hash(token))
    if body is None:
        raise NotAllowed(CLOSED)
    link: SigningLink = decode(SigningLink, body)
    paper = load(desk, "paper", Paper, link.paper)
    if not link.is_open(desk.now()) or paper.version != link.paper_version:
        raise NotAllowed(CLOSED)
    _refuse_unsignable(desk, paper)
    return link, paper


def _put_client(desk: Desk, tx: Transaction, event: str, put: Put, link: SigningLink) -> None:
    tx.put(put.kind, put.id, put.version, canonical_bytes(put.noun), client=put.client, index=put.index)
    _log_client(desk, tx, event, put.kind, put.id, put.version, link)


def _log_client(
    desk: Desk, tx: Transaction, event: str, entity: str, entity_id: str, version: int, link: SigningLink
) -> None:
    tx.append(
        at=desk.now(), actor=f"link:{link.id[:12]}", role="client", kind=event, entity=entity, entity_id=entity_id,
        version=version, client=link.household,
    )  # fmt: skip


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _link_put(link: SigningLink) -> Put:
    return Put("signing_link", link.id, link.version, link, client=link.household)
