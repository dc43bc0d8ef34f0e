"""One message about alerts on its way to one channel, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

DeliveryState = Literal["waiting", "sent", "failed"]
LineChange = Literal["opened", "escalated", "closed"]


@dataclass(frozen=True, slots=True)
class Line:
    """One alert that was opened, sent on to the next role, or closed. No figures, no names: `household` is an id."""

    household: str
    kind: str
    change: LineChange
    severity: str
    since: date


@dataclass(frozen=True, slots=True)
class Delivery:
    """One version of a message: kept with the alerts it tells of, so that none is lost before it is sent.

    attempts : how often it was tried; last : when; error : why the last attempt failed
    """

    id: str
    channel: str
    lines: tuple[Line, ...]
    made: datetime
    state: DeliveryState = "waiting"
    attempts: int = 0
    last: datetime | None = None
    error: str = ""
    version: int = 1
