"""Electronic signatures: the consent text, one act of signing, the link that lets a client sign, what a check found.

Rests on E-SIGN, 15 USC 7001 and 7006: intent, consent with its disclosures and a demonstration of access, the
association with the exact bytes, attribution and time.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Capacity = Literal["advisor", "client"]
LinkState = Literal["open", "used", "revoked"]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One thing that a person is told before they consent."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ConsentText:
    """What is asked and told; `intent` is the sentence signed by each capacity."""

    version: str
    title: str
    statement: str
    intent_advisor: str
    intent_client: str
    disclosures: tuple[Disclosure, ...]

    def intent(self, capacity: Capacity) -> str:
        """The sentence that a signer of this capacity signs."""
        return self.intent_advisor if capacity == "advisor" else self.intent_client


@dataclass(frozen=True, slots=True)
class SigningAct:
    """One signature as the house records it.

    identity : how it was known who signs; consent_version, consent_sha256 : the text consented to ("" for advisors)
    before, after : `sha256:…` of the document's bytes before and after the signature
    """

    id: str
    paper: str
    capacity: Capacity
    name: str
    intent: str
    identity: str
    at: datetime
    before: str
    after: str
    consent_version: str = ""
    consent_sha256: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class SigningLink:
    """A link to sign one document once. `id` is the SHA-256 of its token, which nothing here remembers."""

    id: str
    paper: str
    paper_version: int
    household: str
    signer: str
    made_by: str
    made: datetime
    expires: datetime
    state: LinkState = "open"
    version: int = 1

    def is_open(self, at: datetime) -> bool:
        """Whether it still leads somewhere."""
        return self.state == "open" and at < self.expires


@dataclass(frozen=True, slots=True)
class SignatureFound:
    """One signature of a PDF, checked. `whole_file` says that nothing was added to the file after it."""

    field: str
    name: str
    at: datetime | None
    intent: str
    intact: bool
    trusted: bool
    only_signed_after: bool
    whole_file: bool

    @property
    def ok(self) -> bool:
        """Whether this signature holds."""
        return self.intact and self.trusted and self.only_signed_after


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """What a check of a PDF's signatures found, fault by fault in `sentences`."""

    ok: bool
    signatures: tuple[SignatureFound, ...]
    sentences: tuple[str, ...]
