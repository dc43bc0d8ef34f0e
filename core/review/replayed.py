"""What differs between an answer as stored and as computed again: every place, with both values."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.domain.canonical import canonical_bytes

ABSENT = "nothing"


@dataclass(frozen=True, slots=True)
class Difference:
    """One place of the answer (`trades[joint VTI sell].quantity`) and what stands there before and now, as text."""

    place: str
    stored: str
    recomputed: str

    @property
    def sentence(self) -> str:
        """The difference in words."""
        return f"{self.place}: {self.stored} is stored, {self.recomputed} comes out now."


def differences(stored: Any, again: Any) -> tuple[Difference, ...]:
    """Every place where two nouns differ, in the order in which they are written down; none where they agree."""
    return tuple(_differences("", _plain(stored), _plain(again)))


def _plain(noun: Any) -> Any:
    """The values as they are stored, equal numbers written alike."""
    return json.loads(canonical_bytes(noun))


def _differences(place: str, before: Any, after: Any) -> Iterator[Difference]:
    if isinstance(before, list) and isinstance(after, list):
        before, after, inner = _named(before), _named(after), "{}[{}]"
    else:
        inner = "{}.{}" if place else "{}{}"
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*before, *(key for key in after if key not in before)]:
            here = inner.format(place, key)
            yield from _differences(here, before.get(key, ABSENT), after.get(key, ABSENT))
    elif before != after:
        yield Difference(place, _short(before), _short(after))


def _named(rows: list[Any]) -> dict[str, Any]:
    """Rows by what names them, so that one inserted does not make all that follow differ."""
    found: dict[str, Any] = {}
    for place, row in enumerate(rows):
        name = _name(row)
        found[name if name and name not in found else str(place)] = row
    return found


def _name(row: Any) -> str:
    if not isinstance(row, dict):
        return ""
    parts = [str(row[key]) for key in ("account", "symbol", "side", "lot", "name", "identical_group") if row.get(key)]
    return " ".join(parts)


def _short(value: Any) -> str:
    text = ABSENT if value is None else str(value)
    return text if len(text) <= 80 else f"{text[:77]}…"
