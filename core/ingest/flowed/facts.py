"""Facts of text without columns whose label and value stand on two lines, or whose label has an unusual place.

A number of an account under its label, the total over its name, the holder over the address: single blanks leave no
edges to line these up by, so the line above and the line below are asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.ingest.flowed.rows import parted
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.sections import total_name
from core.ingest.lines.facts import label_and_amount, total_rank
from core.ingest.nouns.events import Event, Fact, Where
from core.ingest.nouns.words import Line, Word
from core.ingest.owners.owners import Around, owners

NUMBER = r"(?:\d{3,6}-\d{3,8}(?:-\d{1,4})?|[*Xx•]{2,}[-*Xx•]*\d{3,5}|[A-Z]{1,3}-?\d{6,10}|\d{8,12})"
NUMBER_ALONE = re.compile(NUMBER)
UNDER_LABEL = re.compile(rf"(?:[A-Z][A-Z .&'-]+ )?(?P<number>{NUMBER})\b")
LABEL = re.compile(r"\baccount ?(?:numbers?|no\.?|#)(?!.*\d)", re.I)
OF_HOUSE = re.compile(r"[A-Z][\w ]{2,30}: (?P<number>(?=(?:\w*\d){4})[A-Z0-9]{6,12})")
KIND_FIRST = re.compile(rf"(?P<kind>(?:[A-Z][\w()]* ){{1,4}}account)\s*[-#:]*\s*{NUMBER}\b", re.I)
KIND_ALONE = re.compile(r"account: (?P<kind>[^\d:]{3,40})|(?P<title>(?:[A-Z][\w()]* ){1,4}account)", re.I)
FLOW = re.compile(r"\b(?:for|to|from|your|this|of)\b", re.I)
NAME = re.compile(r"name (?P<name>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*){1,3})", re.I)
ACCOUNT = re.compile(r"account\b", re.I)
AS_OF = re.compile(r"\b(?:as of|on)\b.*", re.I)
ENDS_IN_ACCOUNT = re.compile(r"\baccount(?: [A-Z][A-Z .&'-]+)?$", re.I)
SIZE = 10.0


@dataclass(slots=True)
class Said:
    """What the lines before say: the last line, the first of the file, and the last that told a number."""

    above: Line | None = None
    letterhead: Line | None = None
    numbered: Line | None = None
    over: Line | None = None


def facts_in(found: list[Event], lines: Sequence[str], at: int, said: Said, where: Where) -> list[Event]:
    """What a line was found to say, with what only the lines beside it make of it."""
    text, below = lines[at], lines[at + 1 : at + 2]
    line = _line(text, at)
    above = said.above.text if said.above is not None and line.top - said.above.top < 2 * SIZE else ""
    found = [event for event in found if not _is_no_owner(event)]
    kinds = {event.kind for event in found if isinstance(event, Fact)}
    more: list[Event] = []
    if "account" not in kinds and (number := _number(text, above)):
        more.append(Fact("account", number, where))
    if "account" in kinds or more:
        said.numbered = line
    if "registration" not in kinds and (kind := _kind(text)):
        more.append(Fact("registration", kind, where))
    if "total" not in kinds and (total := _total_over(text, above, below, where)) is not None:
        more.append(total)
    if not any(not isinstance(event, Fact) for event in found) and "owner" not in kinds:
        named = NAME.fullmatch(text) if any(ACCOUNT.match(line) for line in below) else None
        more += [Fact("owner", named["name"], where)] if named is not None else []
        more += owners(line, Around(said.above, said.letterhead, said.numbered, said.over), None)
    said.letterhead = said.letterhead or line
    said.over, said.above = said.above, line
    first = [event for event in more if isinstance(event, Fact) and event.kind == "account"]
    return [*first, *found, *(event for event in more if event not in first)]


def _is_no_owner(event: Event) -> bool:
    """Whether an owner was told who is none: an amount has run into the label, `Statement for: Total Value $1,234`."""
    return isinstance(event, Fact) and event.kind == "owner" and any(map(str.isdigit, event.text))


def _number(text: str, above: str) -> str:
    """The number of an account whose label stands in the line above."""
    own = UNDER_LABEL.match(text) if LABEL.search(above) else None
    own = own or (OF_HOUSE.fullmatch(text) if LABEL.search(above) else None)
    if own is not None:
        return own["number"]
    return text if NUMBER_ALONE.fullmatch(text) and ENDS_IN_ACCOUNT.search(above) and "-" in text else ""


def _kind(text: str) -> str:
    """The kind of an account that stands before its number in the line, or behind the bare label `Account:`."""
    told = KIND_FIRST.match(text) or KIND_ALONE.fullmatch(text)
    kind = next((group for group in told.groups() if group), "") if told is not None else ""
    return kind if registration_of(kind) and FLOW.search(kind) is None else ""


def _total_over(text: str, above: str, below: Sequence[str], where: Where) -> Fact | None:
    """The total of an account that is printed over the words that name it, `$1,234.50` over `Total account value`."""
    name = AS_OF.sub("", text)
    if not total_rank(text) or parted(name).amounts or any(parted(line).amounts for line in below):
        return None
    label, printed = label_and_amount(above, "")
    amount = read_amount(printed or above.strip())
    other = label is not None and (total_rank(label) or total_name(label) is not None)
    return None if amount is None or other else Fact("total", text, where, amount.value, rank=total_rank(text))


def _line(text: str, row: int) -> Line:
    """The line as words a blank apart."""
    words: list[Word] = []
    x0 = 0.0
    for word in text.split():
        words.append(Word(word, x0, x0 + 5 * len(word), row * 12.0, row * 12.0 + SIZE, SIZE))
        x0 += 5 * (len(word) + 1)
    return Line(1, tuple(words))
