"""A statement on its way into the book: the file as read, what people changed, and what became of each account."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from core.domain.statement import Statement

AccountState = Literal["open", "signed_off", "refused"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One value that a person changed on the review page, with the reason; `before` and `after` as text."""

    account: int
    row: int
    field: str
    before: str
    after: str
    reason: str
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Disposition:
    """What became of one account of the file: where it went, or why it was refused."""

    state: AccountState = "open"
    household: str | None = None
    account: str | None = None
    person: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """One version of an uploaded file. `blob` is the SHA-256 of the file's bytes, kept encrypted."""

    id: str
    file: str
    blob: str
    statement: Statement
    dispositions: tuple[Disposition, ...]
    uploaded_by: str
    uploaded_at: datetime
    version: int = 1
    corrections: tuple[Correction, ...] = ()
    refused: str = ""
