"""Parts of a report of all of a family, one for each owner: `II. Alder Holdings, LLC` over `Private Foundation`.

The accounts up to the next such title are that owner's, though only the first of them stands near it. Another title as
large ends the part.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from core.ingest.lexicon.people import is_couple, is_entity, is_trust, may_be_person
from core.ingest.nouns.events import Event, Fact, Where
from core.ingest.nouns.words import Line, phrases, span, text_of

OUTLINED = re.compile(r"(?:(?:part|section|entity) )?(?P<mark>[IVX]{1,6}|[A-Z]|\d{1,2})[.):] (?P<name>\S.*)", re.I)
OF_TRUST = (
    r"charitable|remainder|lead|annuity|grantor|non-?grantor|(?:ir)?revocable|living|family|dynasty|testamentary|marital|"
    r"bypass|credit shelter|(?:life )?insurance|non-?exempt|exempt|gst|special needs|spendthrift|gift"
)
KIND = re.compile(
    r"individual|person|joint(?: tenants?.*| account| owners?)?|married couple|estate|sole proprietor(?:ship)?|"
    r"(?:(?:single-member|family|series) )?(?:limited liability company|llc)|"
    r"(?:(?:family|general) )?(?:limited )?partnership|(?:[sc] )?corporation|"
    r"(?:(?:private|public|family|charitable|operating|non-?operating) )*foundation|donor-advised fund|"
    rf"(?:(?:{OF_TRUST}) )*trust|(?:grat|ilit|slat|idgt|cr[au]t|clat|qprt)",
    re.I,
)
"""What a line calls the owner right over it, and nothing else."""
OF_ONE = re.compile(r"individual|person|joint|married", re.I)
NAMED = re.compile(
    r"(?:[A-Z0-9][\w.,'’&-]* |(?:of|and|the|for|&) ){1,9}"
    r"(?:trust|llc|l\.l\.c\.|l\.?p\.?|llp|lllp|inc\.?|corp\.?|foundation|partnership|company|fund|estate|grat|ilit|slat)",
    re.I,
)
"""A name that ends in the word of what it names, which is an owner's over a line of its kind."""
KIND_BEHIND = re.compile(r"(?P<name>.+?)(?:\s*\((?P<bracketed>[^()]+)\)|,? [-–—|·•] (?P<behind>.+))")
LARGER, ALIKE = 1.2, 1.03
"""How much larger than most of its page the letters of such a title are, and how much two titles differ at most."""
NEAR = 1.5
EDGE = 3.0
STARTS = ("I", "A", "1")


@dataclass(frozen=True, slots=True)
class Title:
    """A large line of a page; `owner` and `kind` where it opens a part, `mark` how it is numbered.

    `whole` is the owner with the mark before it, which may be an initial.
    """

    line: Line
    owner: str = ""
    kind: str = ""
    mark: str = ""
    whole: str = ""


def with_owners_of_parts(events: Sequence[Event], pages: Sequence[Sequence[Line]]) -> list[Event]:
    """The events, behind each number of an account that stands in a part whose part it is."""
    titles = _of_parts([title for lines in pages for title in _titles(lines)])
    if not titles:
        return list(events)
    return [one for event in events for one in (event, *_told(event, titles))]


def _told(event: Event, titles: Sequence[Title]) -> Iterator[Fact]:
    """The part in which a number of an account stands."""
    if not isinstance(event, Fact) or event.kind != "account" or event.where.box is None:
        return
    here = (event.where.page or 0, event.where.box[1] + 1)
    title = next((one for one in reversed(titles) if (one.line.page, one.line.top) < here), None)
    if title is not None and title.owner:
        where = Where(title.line.page, None, span(title.line.words))
        yield Fact("part", title.owner, where, title=(title.kind,) if title.kind else ())


def _titles(lines: Sequence[Line]) -> Iterator[Title]:
    """The lines of a page in letters larger than most of it."""
    body = median(line.size for line in lines) if lines else 0.0
    for at, line in enumerate(lines):
        if line.size > LARGER * body:
            below = lines[at + 1] if at + 1 < len(lines) else None
            yield _title(line, below)


def _title(line: Line, below: Line | None) -> Title:
    runs = [text_of(run) for run in phrases(line.words, 1.0)]
    outlined = OUTLINED.fullmatch(runs[0])
    mark, name = (outlined["mark"].upper(), outlined["name"]) if outlined is not None else ("", runs[0])
    kind = runs[1] if len(runs) == 2 and KIND.fullmatch(runs[1]) else ""
    behind = KIND_BEHIND.fullmatch(name)
    if behind is not None and KIND.fullmatch(told := behind["bracketed"] or behind["behind"]):
        name, kind = behind["name"], told
    if not kind and below is not None and len(runs) == 1 and _is_kind_under(line, below):
        kind = below.text
    if len(runs) > 1 and not kind:
        return Title(line)
    return Title(line, name if _is_owner(name, kind) else "", kind, mark, f"{mark}. {name}" if mark.isalpha() else name)


def _is_kind_under(line: Line, below: Line) -> bool:
    """Whether the line below is nothing but a kind of owner, at the same edge."""
    near = line.page == below.page and below.top - line.bottom < NEAR * line.size
    return near and abs(below.words[0].x0 - line.words[0].x0) < EDGE and KIND.fullmatch(below.text) is not None


def _is_owner(name: str, kind: str) -> bool:
    """Whether a title names who owns accounts; over a line of its kind that may be any name of one."""
    if may_be_person(name) or is_couple(name):
        return not kind or OF_ONE.match(kind) is not None
    return is_trust(name) or is_entity(name) or (bool(kind) and NAMED.fullmatch(name) is not None)


def _of_parts(titles: Sequence[Title]) -> list[Title]:
    """The titles that open parts, and those as large that end one; none where it is not sure that there are parts.

    A title is sure by the kind under it, or by its number where several are numbered on.
    """
    owners = [title for title in titles if title.owner]
    numbered = len({title.mark for title in owners if title.mark}) > 1 and owners[0].mark in STARTS
    sure = [title for title in owners if title.kind or (numbered and title.mark)]
    if not sure:
        return []
    size = max(title.line.size for title in sure)
    kept = [title if title in sure else replace(title, owner="") for title in titles if title.line.size * ALIKE > size]
    kept = kept if numbered else [replace(title, owner=title.owner and title.whole) for title in kept]
    return list(itertools.dropwhile(lambda title: not title.owner, kept))
