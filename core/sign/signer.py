"""What any provider of signatures does: the house's own, or an outside service."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.domain.signing import Capacity


@dataclass(frozen=True, slots=True)
class SigningRequest:
    """Who signs, as what, with which words, known how, and when (UTC)."""

    capacity: Capacity
    name: str
    intent: str
    identity: str
    at: datetime


class Signer(Protocol):
    """Signs the exact bytes of a PDF that has a certificate page; earlier signatures in it stay valid."""

    @property
    def provider(self) -> str:
        """The provider's name, for the record."""

    def sign(self, pdf: bytes, request: SigningRequest) -> bytes:
        """The PDF with one signature more."""
