"""A name that goes on in the line below: broken within a word, left open by `&`, or that of a custodian alone.

`Account owner: Ines Calloway & Odile Fenwick-` over `Hale`; `Account name: INES CALLOWAY &` over `TOBIAS CALLOWAY
JTWROS`; `Account name: ALDER BANK CUST` over `FBO INES CALLOWAY IRA`.
"""

import re
from dataclasses import replace

from core.ingest.lexicon.people import may_be_person
from core.ingest.nouns.events import Event, Fact
from core.ingest.nouns.words import Line, phrases, text_of
from core.ingest.owners.account_titles import title_of

NEAR = 0.6
LAST = 8
"""Among so many of the last events stands what the line above told."""
OPEN = re.compile(r".+ (?:&|and|cust(?:odian)?\.?|c/f)", re.I)
AND = re.compile(r" (?:&|and)$", re.I)


def go_on_with_owner(events: list[Event], line: Line) -> str:
    """Give an owner of the line above that is told in part what this line tells of it as well; the whole name."""
    whole = ""
    for place in range(len(events) - 1, max(-1, len(events) - 1 - LAST), -1):
        event = events[place]
        if not isinstance(event, Fact) or event.kind != "owner" or not _is_under(event, line):
            continue
        if gone_on := _gone_on(event.text, line):
            whole = gone_on
            events[place] = replace(event, text=whole)
    return whole


def drop_parts(events: list[Event], first: int, whole: str) -> None:
    """Drop the owners from the event `first` on that are a part of a whole name: its second half is nobody else."""
    if whole:
        events[first:] = [event for event in events[first:] if not _is_part(event, whole)]


def _is_part(event: Event, whole: str) -> bool:
    return isinstance(event, Fact) and event.kind == "owner" and event.text != whole and event.text in whole


def _gone_on(told: str, line: Line) -> str:
    """The owner that an open name and the first words of the line below are; empty where they are none."""
    text = text_of(phrases(line.words, 1.0)[0])
    if told.endswith("-"):
        return f"{told}{text}"
    if OPEN.fullmatch(told) is None:
        return ""
    if (title := title_of(f"{told} {text}")) is not None:
        return title.owner
    if not may_be_person(text):
        return ""
    return f"{told} {text}" if AND.search(told) else text


def _is_under(owner: Fact, line: Line) -> bool:
    box = owner.where.box
    return box is not None and owner.where.page == line.page and 0 <= line.top - box[3] < NEAR * line.size
