"""Parts of a report of all of a family, one for each owner: `II. Alder Holdings, LLC` over `Limited Liability Company`.

The accounts up to the next such title are that owner's, though only the first of them stands near it. Another title as
large ends the part. What the title tells is said of the accounts under it, and not of that on the page before.
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
LABEL = re.compile(r"(?:(?:legal )?entity|owner|client|investor|family member|accounts (?:of|held by)): ?", re.I)
OF_KIND = re.compile(r"(?:(?:entity|owner|legal)? ?(?:type|form|structure)): ?", re.I)
STROKES = re.compile(r" [-–—|·•] ")
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
WORDS = r"(?:[A-Z0-9][\w.,'’&-]* |(?:of|and|the|for|&) ){1,9}"
OWNS = r"trust|llc|l\.l\.c\.|l\.?p\.?|llp|lllp|inc\.?|foundation|partnership|estate|grat|ilit|slat"
NAMED = re.compile(rf"{WORDS}(?:{OWNS}|corp\.?|company|fund)", re.I)
"""A name that ends in the word of what it names: over a line of its kind that is an owner's."""
MAY_OWN = re.compile(rf"{WORDS}(?:{OWNS})", re.I)
"""One that may be an owner's by its last word, where it is numbered or listed like those of others."""
KIND_BEHIND = re.compile(r"(?P<name>.+?)(?:\s*\((?P<bracketed>[^()]+)\)|,? [-–—|·•] (?P<behind>.+))")
AMOUNT = re.compile(r"\d[.,]\d\d")
LARGER, ALIKE = 1.2, 1.03
"""How much larger than most of its page the letters of such a title are, and how much two titles differ at most."""
NEAR = 1.5
EDGE = 3.0
STARTS = ("I", "A", "1", "2")


@dataclass(frozen=True, slots=True)
class Title:
    """A large line of a page, with what it may name: `owner` and, where it is told, `kind`; `mark` is its number.

    `whole` is the owner with the mark before it, which may be an initial; `under` the line below that tells the kind;
    `named`: the name is that of an owner for sure, and not only shaped like one.
    """

    line: Line
    owner: str = ""
    kind: str = ""
    mark: str = ""
    whole: str = ""
    under: Line | None = None
    named: bool = False

    @property
    def rank(self) -> tuple[float, bool]:
        """How high it stands among the titles."""
        return (round(self.line.size / ALIKE), self.line.bold)


def with_owners_of_parts(events: Sequence[Event], pages: Sequence[Sequence[Line]]) -> list[Event]:
    """The events, behind each number of an account that stands in a part whose part it is."""
    titles = _of_parts([title for lines in pages for title in _titles(lines)], _listed(pages))
    if not titles:
        return list(events)
    own = [line for title in titles if title.owner for line in (title.line, title.under) if line is not None]
    kept = (event for event in events if not _is_told_by(event, own))
    return [one for event in kept for one in (event, *_told(event, titles))]


def _is_told_by(event: Event, lines: Sequence[Line]) -> bool:
    """Whether an owner or a registration was read on the lines of such titles."""
    if not isinstance(event, Fact) or event.kind not in ("owner", "registration") or event.where.box is None:
        return False
    middle = (event.where.box[1] + event.where.box[3]) / 2
    return any(line.page == event.where.page and line.top <= middle <= line.bottom for line in lines)


def _told(event: Event, titles: Sequence[Title]) -> Iterator[Fact]:
    """The part in which a number of an account stands."""
    if not isinstance(event, Fact) or event.kind != "account" or event.where.box is None:
        return
    here = (event.where.page or 0, event.where.box[1] + 1)
    title = next((one for one in reversed(titles) if (one.line.page, one.line.top) < here), None)
    if title is not None and title.owner:
        where = Where(title.line.page, None, span(title.line.words))
        yield Fact("part", title.owner, where, title=(title.kind,) if title.kind else ())


def _listed(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """What stands before amounts on the lines of the pages, as the names in a list of all owners do."""
    runs = ([text_of(run) for run in phrases(line.words, 1.0)] for lines in pages for line in lines)
    return frozenset(first.casefold() for first, *others in runs if any(map(AMOUNT.search, others)))


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
    name, kind = _parted(LABEL.sub("", name, count=1))
    if len(runs) == 2 and KIND.fullmatch(runs[1]):
        kind = runs[1]
    elif len(runs) > 1:
        return Title(line)
    under = "" if kind or below is None else _kind_under(line, below)
    kind = kind or under
    named = _is_owner(name, kind)
    owner = name if named or MAY_OWN.fullmatch(name) else ""
    whole = f"{mark}. {name}" if mark.isalpha() else name
    return Title(line, owner, kind, mark, whole, below if under else None, named)


def _parted(text: str) -> tuple[str, str]:
    """A name and the kind behind it in brackets or behind a stroke, `Alder Holdings (LLC)`; no kind where none is."""
    found = KIND_BEHIND.fullmatch(text)
    kind = (found["bracketed"] or found["behind"]) if found is not None else ""
    return (found["name"], kind) if found is not None and KIND.fullmatch(kind) else (text, "")


def _kind_under(line: Line, below: Line) -> str:
    """The kind of owner that the line below tells first, at the same edge; empty where it tells none."""
    near = line.page == below.page and below.top - line.bottom < NEAR * line.size
    if not near or abs(below.words[0].x0 - line.words[0].x0) > EDGE:
        return ""
    first = STROKES.split(text_of(phrases(below.words, 1.0)[0]))[0]
    kind = OF_KIND.sub("", first, count=1)
    return kind if KIND.fullmatch(kind) else ""


def _is_owner(name: str, kind: str) -> bool:
    """Whether a title names who owns accounts; over a line of its kind that may be any name of one."""
    if may_be_person(name) or is_couple(name):
        return not kind or OF_ONE.match(kind) is not None
    return is_trust(name) or is_entity(name) or (bool(kind) and NAMED.fullmatch(name) is not None)


def _of_parts(titles: Sequence[Title], listed: frozenset[str]) -> list[Title]:
    """The titles that open parts, and those as high that end one; none where it is not sure that there are parts.

    A title is sure by its kind, by its number where several are numbered on, or where several are names that a list
    of amounts has too.
    """
    named = [title for title in titles if title.named]
    numbered = len({title.mark for title in titles if title.owner and title.mark}) > 1 and bool(named)
    numbered = numbered and next(title.mark for title in titles if title.owner and title.mark) in STARTS
    in_list = [title for title in titles if title.owner.casefold() in listed]
    several = in_list if len({title.owner for title in in_list}) > 1 and any(one.named for one in in_list) else []
    kinds = [title for title in named if title.kind]
    sure = [one for one in titles if one.owner and (one in kinds or (numbered and one.mark) or one in several)]
    if not sure:
        return []
    high = max(title.rank for title in sure)
    kept = [one if one in sure else replace(one, owner="") for one in titles if one.rank >= high]
    kept = kept if numbered else [replace(one, owner=one.owner and one.whole) for one in kept]
    return list(itertools.dropwhile(lambda title: not title.owner, kept))
