"""Whose account a page is of: the names at its head, in one block with the number of the account.

Each page of an account bears its title again, `INES CALLOWAY &` over `TOBIAS CALLOWAY` beside the number, or under a
label. That is said of this account, whoever the paper is sent to and whatever a list of all accounts cuts off.
"""

import re
from collections.abc import Iterator, Sequence

from core.ingest.lexicon.people import is_couple, is_trust, may_be_person
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.words_of_kinds import are_words_of_kinds
from core.ingest.nouns.events import Event, Fact, Where
from core.ingest.nouns.words import Line, Word, phrases, span, text_of
from core.ingest.owners.account_titles import title_of
from core.ingest.owners.names_of_owners import without_keeper
from core.ingest.owners.owners import ADVISER

MOST_LINES = 10
"""So many lines from the top of a page its head reaches down at most."""
REACH, APART, EDGE = 3.6, 1.2, 1.5
"""How far a line stands from the number and from the next, in sizes; how exactly at one edge, in points."""
LABEL = re.compile(
    r"^(?:account|registered|primary)? ?(?:holders?|owners?|names?|titles?|registration)(?:\(s\))?(?: name)?:? +(?=\S)",
    re.I,
)
OPEN_END = re.compile(r".*(?:,|&|\b(?:and|or|fbo|f/b/o|for the benefit of))$", re.I)
BRACKETED = re.compile(r"(?P<name>[^()]+?) \((?P<kind>[^()]+)\)")
STROKES = re.compile(r"\s+[-–—]\s+|(?<=\w)—(?=\w)")
HEIR = re.compile(r",? \(?(?:as )?(?:a |the )?(?:sole )?bene(?:ficiary)?\.? (?:of|from) .*", re.I)
TRUSTEES = re.compile(r"(?P<name>.+?),? (?:co-?)?(?:trustees?|ttees?)\.?", re.I)

AMOUNT = re.compile(r"(?<![\d.])[\d,]+\.\d\d(?![\d.])")
"""What stands behind the number of an account in a list of them, and not in a title."""

Run = Sequence[Word]


def with_page_owners(events: Sequence[Event], pages: Sequence[Sequence[Line]]) -> list[Event]:
    """The events, with the names and the kind at the head of each page of one account behind its first number there."""
    by_page = {lines[0].page: lines for lines in pages if lines}
    numbers: dict[int, list[Fact]] = {}
    for event in events:
        if isinstance(event, Fact) and event.kind in ("account", "listed_row", "summary"):
            numbers.setdefault(event.where.page or 0, []).append(event)
    firsts = {id(facts[0]): page for page, facts in numbers.items() if len({_end(fact.text) for fact in facts}) == 1}
    of_house = _on_every_page(list(by_page.values()))
    done: list[Event] = []
    for event in events:
        done.append(event)
        page = firsts.get(id(event))
        if page is not None and page in by_page:
            done.extend(_told_at_head(by_page[page], [fact.where for fact in numbers[page]], of_house))
    return done


def _end(number: str) -> str:
    return "".join(filter(str.isalnum, number))[-4:].upper()


def _on_every_page(pages: Sequence[Sequence[Line]]) -> set[str]:
    """The phrases at the head of every page of several, which are of the house, and of no account."""
    heads = [{text_of(run) for line in _head(lines) for run in phrases(line.words, 1.0)} for lines in pages]
    return set.intersection(*heads) if len(heads) > 1 else set()


def _head(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: line.top)[:MOST_LINES]


def _told_at_head(lines: Sequence[Line], numbers: Sequence[Where], of_house: set[str]) -> Iterator[Fact]:
    """What the head of a page tells in the lines around a number of the account."""
    head = _head(lines)
    near = [line for line in head if any(_is_around(line, where, head) for where in numbers)]
    for stack in _stacks(head, near, of_house):
        where = Where(lines[0].page, None, span([word for run in stack for word in run]))
        owner, kind = owner_of_lines([text_of(run) for run in stack])
        if owner:
            yield Fact("page_owner", owner, where)
        if kind:
            yield Fact("page_kind", kind, where)


def _is_around(line: Line, number: Where, head: Sequence[Line]) -> bool:
    """Whether a line of the head stands near the line of a number there, which is no row of a list."""
    if number.box is None:
        return False
    middle = (number.box[1] + number.box[3]) / 2
    own = next((one for one in head if one.top - 1 <= middle <= one.bottom + 1), None)
    if own is None or AMOUNT.search(own.text):
        return False
    return max(line.top - own.bottom, own.top - line.bottom) < REACH * min(line.size, own.size)


def _stacks(lines: Sequence[Line], near: Sequence[Line], of_house: set[str]) -> list[list[Run]]:
    """The runs of words that begin in near lines, those under one another at one edge together, without the house's."""
    stacks: list[list[Run]] = []
    for line in lines:
        for run in phrases(line.words, 1.0):
            if text_of(run) in of_house:
                continue
            own = next((stack for stack in stacks if _goes_on(stack[-1], run)), None)
            if own is not None:
                own.append(run)
            elif line in near:
                stacks.append([run])
    return stacks


def _goes_on(upper: Run, lower: Run) -> bool:
    """Whether one run stands right under another, at its left or right edge."""
    gap = lower[0].top - upper[0].bottom
    level = min(abs(upper[0].x0 - lower[0].x0), abs(upper[-1].x1 - lower[-1].x1)) < EDGE
    return level and lower[0].top > upper[0].top + 1 and gap < APART * lower[0].size


def owner_of_lines(texts: Sequence[str]) -> tuple[str, str]:
    """The owner and the words of the kind that the lines of a block name; both empty where it names nobody."""
    living = [HEIR.sub("", f" {text}").strip() for text in texts]
    if any(map(ADVISER.search, living)):
        return "", ""
    whole = _glued([text for text in living if text])
    for at, text in enumerate(whole):
        name, kind = _named(text)
        if not name:
            continue
        below = whole[at + 1 :]
        trust = next((one for one in map(_trust, below[:2]) if one), "") if not is_trust(name) else ""
        name = (trust if TRUSTEES.fullmatch(text) else "") or _with_second(name, below) or name
        return name, kind or next((one for one in below if _is_kind(one)), name if is_trust(name) else "")
    return "", ""


def _glued(texts: Sequence[str]) -> list[str]:
    """The lines, each that ends in `&` or a comma with the one below it."""
    done: list[str] = []
    for text in texts:
        if done and OPEN_END.fullmatch(done[-1]):
            done[-1] = f"{done[-1]} {text}"
        else:
            done.append(LABEL.sub("", text))
    return [text.strip(" ,") for text in done]


def _named(text: str) -> tuple[str, str]:
    """The owner in a line and the words of the kind in it."""
    plain, kind = text, ""
    if len(parts := STROKES.split(plain, maxsplit=1)) == 2 and registration_of(parts[1]):
        plain, kind = parts
    elif (found := BRACKETED.fullmatch(plain)) and registration_of(found["kind"]):
        plain, kind = found["name"], found["kind"]
    plain = without_keeper(plain)
    kept = TRUSTEES.fullmatch(plain)
    for name in (plain, kept["name"] if kept else ""):
        if may_be_person(name) or is_couple(name) or is_trust(name):
            return name, kind
    title = title_of(plain)
    return (title.owner, title.kind) if title is not None else ("", "")


def _trust(text: str) -> str:
    name, _ = _named(text)
    return name if is_trust(name) else ""


def _with_second(first: str, below: Sequence[str]) -> str:
    """Two who own jointly, a line each, where the second line or the third says so; empty elsewhere."""
    second, kind = _named(below[0]) if below else ("", "")
    joint = kind or (below[1] if len(below) > 1 and _is_kind(below[1]) else "")
    both = may_be_person(first) and may_be_person(second) and registration_of(joint) == "taxable_joint"
    return f"{first} & {second}" if both else ""


def _is_kind(text: str) -> bool:
    text = text.removeprefix("as ")
    return are_words_of_kinds(text) and registration_of(text) is not None
