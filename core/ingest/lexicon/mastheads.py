"""A name at the head of each page that is the firm's: its web address spells it, or more of its name stands elsewhere.

A firm of two plain words, `Larch Penhallow`, reads as a person beside the number of an account.
"""

import re
from collections.abc import Sequence

from core.ingest.nouns.events import Event, Fact
from core.ingest.nouns.words import Line

WEB = re.compile(r"(?<![@\w.])(?:https?://)?(?:www\.)?([a-z0-9-]+)\.[a-z]{2,10}\b(?!@)", re.I)
BEHIND = r"(?:trust company|bank|securities|investments?|advis[eo]rs|wealth|financial|& co|llc|inc|n\.?a)\b"


def without_mastheads(events: Sequence[Event], pages: Sequence[Sequence[Line]]) -> list[Event]:
    """The events without those owners that are the firm whose paper it is."""
    names = {event.text for event in events if isinstance(event, Fact) and event.kind == "owner"}
    firms = frozenset(name for name in names if _is_firm(name, pages)) if names else frozenset()
    return [
        event for event in events if not (isinstance(event, Fact) and event.kind == "owner" and event.text in firms)
    ]


def _is_firm(name: str, pages: Sequence[Sequence[Line]]) -> bool:
    squeezed = re.sub(r"[^a-z]", "", name.lower())
    longer = re.compile(rf"\bheld (?:at|by|with) {re.escape(name)}\b|\b{re.escape(name)},? {BEHIND}", re.I)
    texts = [line.text for lines in pages for line in lines]
    sites = (site.replace("-", "").lower() for text in texts if "." in text for site in WEB.findall(text))
    return squeezed in sites or any(longer.search(text) for text in texts)
