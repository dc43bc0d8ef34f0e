"""Readings against bands, and those that are outside."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Standing = Literal["inside", "near", "outside", "unknown"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One value held against its band.

    subject : an asset class, a symbol or a metric; level : where the band came from
    value, target, low, high : weights or metric units; in_bands : drift divided by the half-width (±1 = edge),
        None where the half-width is 0 and the drift is 0 too
    dollars : distance from target, signed; coverage : fraction of the value behind it that has data
    limit : whether it is held against a limit rather than a band around a target (`target` is then the far edge)
    """

    household: str
    subject: str
    value: float
    target: float
    low: float
    high: float
    in_bands: float | None
    standing: Standing
    dollars: Decimal
    level: str = "mandate"
    coverage: float = 1.0
    limit: bool = False


@dataclass(frozen=True, slots=True)
class Breach:
    """A reading that stands outside its band, since when, and in words."""

    household: str
    subject: str
    reading: Reading
    since: date
    sentence: str


AlertState = Literal["open", "acknowledged", "snoozed", "assigned", "escalated", "closed"]


@dataclass(frozen=True, slots=True)
class Alert:
    """Something a person should look at. `key` is stable, so one trouble is one alert however often it is seen.

    person : who acknowledged, snoozed or escalated it, or whom it is assigned to; empty where nobody did
    role : the role it waits for; asked : the day since which it waits for an answer of that role
    snoozed_until : the day on which a snoozed alert is open again; closed : the day on which the trouble was gone
    version : of the stored alert, 0 while it is only seen
    """

    key: str
    household: str
    kind: str
    severity: Literal["error", "warning", "note"]
    since: date
    sentence: str
    state: AlertState = "open"
    person: str = ""
    note: str = ""
    snoozed_until: date | None = None
    closed: date | None = None
    version: int = 0
    role: str = "advisor"
    asked: date | None = None
