"""Trouble in a client's data: it stands beside the data, it never stops the house."""

from dataclasses import dataclass, field
from typing import Any, Literal

from core.domain.frozen_map import FrozenMap

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing a person should know: how bad, where, what; `code` is stable for programs."""

    severity: Severity
    where: str
    message: str
    code: str = ""
    facts: FrozenMap[Any] = field(default_factory=FrozenMap)
