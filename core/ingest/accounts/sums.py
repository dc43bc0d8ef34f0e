"""What a printed sum is the sum of: by its name, else by what stands between it and the sum before it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.ingest.accounts.draft import ZERO, Draft
from core.ingest.prove import ties_to
from core.ingest.sections import section_key


def scope_of(draft: Draft, name: str, amount: Decimal | None) -> str:
    """The section that a printed sum closes, empty for everything; lines without one get the sum's name."""
    key = section_key(name)
    paths = [part for line in draft.lines for part in line.section.split(" / ") if part]
    if key and (exact := [part for part in paths if section_key(part) == key]):
        return exact[-1]
    if key and (like := [part for part in paths if _alike(section_key(part), key)]):
        return like[-1]
    everything = [line.market_value for line in draft.lines if line.market_value is not None]
    if not key:
        return _of_plain(draft, amount, everything)
    if not draft.lines[draft.covered :] and amount is not None and ties_to(amount, sum(everything, ZERO), everything):
        return ""
    for place in range(draft.covered, len(draft.lines)):
        line = draft.lines[place]
        draft.lines[place] = replace(line, section=f"{line.section} / {name}" if line.section else name)
    return name


def covers_all(draft: Draft, name: str) -> bool:
    """Whether every line stands under that section, so that its sum is that of everything."""
    key = section_key(name)
    return bool(draft.lines) and all(
        key in {section_key(part) for part in line.section.split(" / ")} for line in draft.lines
    )


def _of_plain(draft: Draft, amount: Decimal | None, everything: Sequence[Decimal]) -> str:
    """The section of a `Total` without a name: everything where that ties, else the one that has just ended."""
    if amount is None or ties_to(amount, sum(everything, ZERO), everything):
        return ""
    fresh = draft.lines[draft.covered :]
    section = fresh[-1].section.split(" / ")[-1] if fresh else ""
    under = [line.market_value for line in draft.lines if section and section in line.section.split(" / ")]
    values = [value for value in under if value is not None]
    return section if section and (draft.covered or ties_to(amount, sum(values, ZERO), values)) else ""


def _alike(heading: str, total: str) -> bool:
    """Whether a total's name and a heading share their words, one holding the other."""
    ours, theirs = set(heading.split()), set(total.split())
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)
