"""Titles over the holdings of one account in a table file: `Roth IRA 6450-9205`, `Individual ...417`, `Joint`.

A title with a number opens that account. One without, `Account: Joint` or the name of a sheet, opens an account of
its own only where the file holds several such accounts, each with holdings and without a number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.people import is_couple, is_trust, may_be_person
from core.ingest.lexicon.registrations import CODED, PLANS, registration_of, tells_number
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.nouns.events import Cell, Event, Fact, Record, Total, Trouble, Where
from core.ingest.owners.account_titles import owner_in_title
from core.ingest.owners.kinds_told import IN_PASSING
from core.ingest.owners.told_owners import owner_of_cell

MASKED = r"[.…X*x•#-]+\s?\d{3,5}"
ALONE = re.compile(rf"{CODED}|[A-Z]{{0,2}}\d{{6,12}}(?:-\d{{1,3}})?|[Xx*•…]{{2,}}[- ]?\d{{3,5}}")
LETTERED = r"(?=(?:[\w-]*\d){4})\d[\dA-Z]{2}-[\dA-Z]{5}"
PREFIXED = r"(?!(?:IRA|SEP|TOD|SMA|UMA)-)[A-Z]{1,3}-\d{6,10}"
NUMBER = rf"{MASKED}|{CODED}|{PREFIXED}|\d{{2,6}}-\d{{3,8}}(?:-\d{{1,4}}){{0,2}}|[A-Z]{{0,2}}\d{{6,12}}|{LETTERED}"
BEHIND = re.compile(rf"(?P<title>.{{3,100}}?)[\s(:-]+(?P<number>{NUMBER})\)?")
HIDDEN = re.compile(r"[.…X*x•-]{2,}\d{3,4}")
BESIDE = re.compile(NUMBER)
WITH_KIND = re.compile(
    rf"(?:(?:account|acct)\b\W*)?(?:[A-Za-z].{{2,40}}?[\s-]+)?(?P<number>{NUMBER})\W+"
    rf"(?P<title>(?:[A-Za-z]|529|40[13]|457).{{2,50}})",
    re.I,
)
"""A number with what kind of account it is of behind it: `6450-9205 (Roth IRA)`, `College 6450-9205 (529 Plan)`."""
WITHIN = re.compile(r"\b(?:for|of) (?P<title>[^,:]{3,60}?)\s+(?P<number>[.…X*x•]{2,}\d{3,5})\b")
OF_WHOM = re.compile(
    r"(?:[a-z]+ ){0,2}(?:statement|positions|holdings|portfolio|report) (?:for|of) (?:account )?", re.I
)
AT_END = re.compile(r"\S.{1,80}?\s[-–—|:]\s+\(?(?P<number>\d{3,6}-\d{3,8})\)?")
BEFORE = re.compile(
    r"(?:account|acct)\b\W*(?:number|no|nbr)?\W*(?P<number>\d{2,6}-\d{3,8}|[A-Z]{0,2}\d{6,12})\W+(?P<title>[A-Za-z].{2,50})",
    re.I,
)
SPOKEN = re.compile(
    r".*\b(?:statement|positions|holdings) for (?P<number>(?:[A-Z]-)?\d{6,12})[A-Z]{0,5}\s*\((?P<title>[^)]+)\).*", re.I
)
NAMED = re.compile(
    r"(?:selected )?(?:sub-?)?(?:account(?:\(s\))?|portfolio|sleeve|account (?:name|title|type))\s*"
    r"(?::\s*|\s[-–—]\s|$)",
    re.I,
)
OF_KIND = re.compile(
    r"(?:\w+ ){0,3}(?:brokerage|trading|taxable|cash management|managed|investment|advisory|margin)", re.I
)
"""Titles that name no registration and yet an account: `Brokerage 6450-9205`."""
OF_ALL = re.compile(r"\b(?:household|family|relationship)$", re.I)
STROKES = re.compile(r"\s+[|·•/–—-]\s+|\s*;\s+|\s*\|\s*")
LABEL = re.compile(r"^(?:account|acct)\b\W*(?:(?:number|no|nbr)\b\W*)?", re.I)
OF_PLACES = re.compile(r"\d{5}-\d{4}|1?\d{10}|\d{3}-\d{4}|\d{3}-\d{7}")
"""Post codes and telephone numbers."""
MOST_WORDS = 7
MOST_PARTS = 4
LABELLED = 1


def number_of_title(text: str) -> tuple[str, str] | None:
    """The account number of a title that stands alone, and the words before it; None where it has none."""
    if ALONE.fullmatch(text):
        return text, ""
    found = BEHIND.fullmatch(text)
    if found is not None and read_date(found["number"]) is None:
        title = found["title"].strip(" -(:")
        if registration_of(title) or OF_KIND.fullmatch(title) or HIDDEN.fullmatch(found["number"]):
            return found["number"].lstrip("-"), title
    if (spoken := SPOKEN.fullmatch(text)) is not None:
        return spoken["number"], spoken["title"]
    if (ending := AT_END.fullmatch(text)) is not None and read_date(ending["number"]) is None:
        return ending["number"], text
    first = BEFORE.fullmatch(text)
    if first is not None and read_date(first["number"]) is None and registration_of(first["title"]):
        return first["number"], first["title"]
    said = WITHIN.search(text)
    return (said["number"], said["title"].strip(" -")) if said is not None else None


def title_events(filled: Sequence[str], where: Where) -> list[Fact]:
    """What a line that names an account tells: its number and registration, or the name that it goes by.

    The name is that after `Account:`, or a registration that stands alone.
    """
    filled = [filled[0].replace("_", " "), *filled[1:]]
    if len(filled) == 1 and (parts := _between_strokes(STROKES.split(filled[0]), where)):
        return parts
    if 1 < len(filled) <= MOST_PARTS and _is_numbered(filled[0]) and (parts := _between_strokes(filled, where)):
        return parts
    if len(filled) == 1 and (told := number_of_title(filled[0])) is not None:
        number, title = told
        kind = [Fact("registration", title, where)] if registration_of(title) else []
        return [Fact("account", number, where), *kind, *_owner_of_sentence(filled[0], title, where)]
    text = filled[0]
    if label := NAMED.match(text):
        if len(filled) > 2 and BESIDE.fullmatch(filled[1]) and registration_of(filled[2]):
            return [Fact("account", filled[1], where), Fact("registration", filled[2], where)]
        rest = " ".join([text[label.end() :], *filled[1:2]]).strip()
        numbered = BEHIND.fullmatch(rest) or _with_kind(rest)
        if numbered is not None and read_date(numbered["number"]) is None and read_amount(numbered["number"]) is None:
            said = numbered["title"] if registration_of(numbered["title"]) else rest
            kind = [Fact("registration", said, where)] if registration_of(said) else []
            return [Fact("account", numbered["number"].lstrip("-"), where), *kind]
        plain = rest and len(re.findall(r"\d", rest)) < 3 and read_amount(rest) is None
        return [Fact("named", rest, where, rank=LABELLED)] if plain and len(rest.split()) <= MOST_WORDS else []
    alone = len(filled) == 1 and len(text.split()) <= MOST_WORDS and not text.endswith(".")
    digits = any(map(str.isdigit, PLANS.sub("", text)))
    plainly = alone and registration_of(text) and not digits and not is_section_heading(text)
    return [Fact("named", text, where)] if plainly else []


def _with_kind(text: str) -> re.Match[str] | None:
    """A number with a kind of account behind it, and nothing else."""
    found = WITH_KIND.fullmatch(text)
    return found if found is not None and registration_of(found["title"]) else None


def _owner_of_sentence(text: str, title: str, where: Where) -> list[Fact]:
    """The owner in the title that a sentence tells, `Positions for account Odile Farrow Roth IRA ...417 as of …`."""
    spoken = OF_WHOM.match(title)
    if not WITHIN.search(text) and spoken is None:
        return []
    told = LABEL.sub("", title[spoken.end() :] if spoken is not None else title)
    owner = owner_in_title(told) or (told if is_trust(told) else "")
    return [Fact("owner", owner, where)] if owner else []


def _is_numbered(text: str) -> bool:
    """Whether the first of several parts is the number of an account, `4417-8820`, and no amount or day."""
    return BESIDE.fullmatch(text) is not None and read_amount(text) is None and read_date(text) is None


def _between_strokes(told: Sequence[str], where: Where) -> list[Fact]:
    """What one cell tells between strokes or wide gaps: `Account: 4417-8820 | Odile Farrow | Roth IRA`, in any order.

    Empty where no part, or more than one, is a number, or where nothing beside it names a person or an account.
    """
    printed = [part.strip() for part in told]
    parts = [LABEL.sub("", part) or part for part in printed]
    numbers = [part for part in parts if BESIDE.fullmatch(part) and read_date(part) is None]
    others = [part for part in parts if part and part not in numbers]
    if len(numbers) != 1 or not others:
        return []
    kinds = [part for part in others if registration_of(part)]
    people = [
        part for part in others if owner_of_cell(part) and (part not in kinds or len(kinds) > 1 or is_trust(part))
    ]
    owners = sorted(people, key=lambda part: part in kinds)[:1]
    plain = bool(kinds) or any(OF_KIND.fullmatch(part) for part in others)
    if not plain and not (people if any(map(LABEL.match, printed)) else _is_owned(numbers[0], people)):
        return []
    registered = [Fact("registration", part, where) for part in kinds if part not in owners or is_trust(part)]
    return [
        Fact("account", numbers[0].lstrip("-"), where),
        *registered,
        *(Fact("owner", owner_of_cell(part), where) for part in owners),
    ]


def _is_owned(number: str, people: Sequence[str]) -> bool:
    """Whether a number beside nothing but names is that of an account: of a person, and no post code or telephone."""
    named = any(told(name) for told in (may_be_person, is_couple, is_trust) for name in people)
    return named and OF_PLACES.fullmatch(number) is None


def owners_in_cells(events: Sequence[Event]) -> None:
    """Give each row whose column of accounts holds a whole title, `Odile Farrow - Roth IRA - 4417-8820`, its owner."""
    known: dict[str, str] = {}
    for event in events:
        if not isinstance(event, Record) or "account" not in event.cells or _names_owner(event):
            continue
        text = event.cells["account"].text
        if text not in known:
            told = (fact.text for fact in _between_strokes(STROKES.split(text), event.where) if fact.kind == "owner")
            title = number_of_title(text) or ("", "")
            known[text] = next(told, "") or owner_in_title(title[1])
        if known[text]:
            event.cells["owner"] = Cell(known[text])


def _names_owner(row: Record) -> bool:
    """Whether a column names whose a row is, and more than the household: `Calloway Household`."""
    return any(role in row.cells and not OF_ALL.search(row.cells[role].text) for role in ("owner", "holder"))


@dataclass(slots=True)
class Part:
    """What stands under a name: whether it lists holdings, prints a sum of none, or says a number of its own."""

    name: Fact
    holdings: bool = False
    numbered: bool = False
    nothing: bool = False


def told_apart(events: Sequence[Event]) -> list[Event]:
    """The events with names as accounts where there are several; else a name only says how one is registered."""
    parts = _parts(events)
    if not parts:
        return list(events)
    full = [part for part in parts if (part.holdings or part.nothing) and not part.numbered]
    numbered = any(part.numbered for part in parts) or any(
        tells_number(_account(event)) for event in events if isinstance(event, Record)
    )
    labelled = numbered and any(part.name.rank == LABELLED for part in full)
    several = labelled or len({part.name.text.casefold() for part in full}) > 1
    names = {part.name.text for part in full} if several else set()
    kept = {id(part.name) for part in parts if part in full or (part.name.text in names and not part.numbered)}
    kept = kept if several else set()
    told: list[Event] = []
    inside = {id(name) for name in _within_tables(events)}
    for event in events:
        if not isinstance(event, Fact) or event.kind != "named" or id(event) in kept:
            told.append(event)
        elif id(event) in inside:
            told.append(
                Trouble(
                    f"'{event.text}' stands between rows of one table: whose they are is not told",
                    event.where,
                    unread=True,
                )
            )
        elif registration_of(event.text):
            told.append(Fact("registration", event.text, event.where, rank=IN_PASSING))
    return told


def _parts(events: Sequence[Event]) -> list[Part]:
    parts: list[Part] = []
    fresh_number = False
    for event in events:
        if isinstance(event, Fact) and event.kind == "named":
            parts.append(Part(event, numbered=fresh_number))
        elif isinstance(event, Fact) and event.kind == "account":
            fresh_number = True
            for part in parts[-1:]:
                part.numbered = part.numbered or not part.holdings
        elif isinstance(event, Record):
            fresh_number = False
            for part in parts[-1:]:
                own = not (part.name.rank == LABELLED and part.holdings)
                part.numbered = part.numbered or (own and tells_number(_account(event)))
                part.holdings = part.holdings or event.kind in ("holdings", "lots")
        elif _is_nothing(event):
            for part in parts[-1:]:
                part.nothing = True
    return parts


def _within_tables(events: Sequence[Event]) -> list[Fact]:
    """The names that first stand between two holdings of one table: they do not tell how all of it is registered.

    Not so beside a number that begins another account there.
    """
    names: list[Fact] = []
    known: set[str] = set()
    last: Record | None = None
    waiting: list[Fact] = []
    for event in events:
        if isinstance(event, Fact) and event.kind == "account":
            last, waiting = None, []
        elif isinstance(event, Fact) and event.kind in ("named", "registration"):
            waiting += [event] if event.kind == "named" and last is not None and event.text not in known else []
            known.add(event.text)
        elif isinstance(event, Record) and event.kind == "holdings":
            names += waiting if last is not None and last.table == event.table else []
            last, waiting = event, []
    return names


def _is_nothing(event: Event) -> bool:
    """Whether a sum or the cash of an account is printed as none."""
    if isinstance(event, Total):
        found = read_amount(event.cells["value"].text) if "value" in event.cells else None
        return found is not None and not found.value
    return isinstance(event, Fact) and event.kind in ("total", "cash") and event.amount == 0


def _account(record: Record) -> str:
    return record.cells["account"].text if "account" in record.cells else ""
