"""Text copied or extracted from a statement: rows whose columns are kept by spaces, or lost to single spaces.

Where columns are kept, the text is laid out as a page and read like one. Where they are lost, numbers are taken in
the order of the header's words: quantity, price, value, cost as they stand there.
"""

import re
from collections.abc import Sequence

from core.domain.statement import Statement
from core.ingest.accounts import build
from core.ingest.amounts import is_blank, read_amount
from core.ingest.column_roles import kind_of_table
from core.ingest.columns import find_header
from core.ingest.events import Cell, Event, Heading, Record, Total, Trouble, Where
from core.ingest.facts import facts_of
from core.ingest.identifiers import is_ticker
from core.ingest.institutions import institution_of
from core.ingest.kinds import FileToRead, Refused, text_of
from core.ingest.readers import READERS
from core.ingest.sections import is_section_heading, section_name, total_name
from core.ingest.vocabulary import NUMBERS, known_role
from core.ingest.walk import walk
from core.ingest.words import Line, Word, lines_of, phrases

CHARACTER, ROW = 5.0, 12.0
MOST_LINES = 50_000
RULER = re.compile(r"[\s+|]*(?:([=_~*#-])\1{2,}[\s+|]*)+")
JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")


@READERS.add("dump", kind="text")
def read_dump(file: FileToRead) -> Statement | None:
    """A statement as plain text."""
    text = text_of(file.data)
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise Refused(f"{file.name} has {len(lines):,} lines; that is more than a statement.")
    pages = _laid_out(text)
    laid = any(_opens_holdings(page) for page in pages)
    events = walk(pages) if laid else in_order(lines)
    institution = institution_of([line for line in lines if line.strip()][:60], file.name)
    statement = build(events, file.name, institution, None, "dump")
    if not any(account.positions or account.activity for account in statement.accounts):
        raise Refused(f"{file.name} is readable text but shows no holdings that could be found.")
    return statement


def in_order(lines: Sequence[str]) -> list[Event]:
    """Events of text whose columns are lost: the header's order says what each number is."""
    events: list[Event] = []
    roles: list[str] = []
    for number, line in enumerate(lines, start=1):
        where = Where(None, number)
        text = line.strip()
        if not text:
            continue
        if found := header_roles(text):
            roles = found
        elif roles and (row := _row(text, roles, where)) is not None:
            events.append(row)
        else:
            if is_section_heading(text):
                events.append(Heading(section_name(text), where, 1.0))
            events.extend(facts_of(re.split(r"\s{3,}", text), where))
            if len(text.split()) > 12 or text.lower().startswith("page "):
                roles = []
    return events


def header_roles(text: str) -> list[str] | None:
    """The roles that a line of header words names, in order; None where it is no holdings header."""
    words = [part for word in text.split() for part in JOINED.split(word)]
    if any(read_amount(word) for word in words) or len(words) < 4:
        return None
    roles: list[str] = []
    place = unknown = 0
    while place < len(words):
        for end in range(min(len(words), place + 4), place, -1):
            label = " ".join(words[place:end])
            role = known_role(label) or ("price" if label.lower() == "market" else None)
            role = None if role == "description" and label.lower().startswith("symbol ") else role
            if role:
                roles += [role] if role not in roles or role == "other" else []
                place = end
                break
        else:
            unknown, place = unknown + 1, place + 1
    return roles if kind_of_table(roles) == "holdings" and unknown <= len(roles) else None


def _row(text: str, roles: Sequence[str], where: Where) -> Event | None:
    words = re.sub(r"\$\s+", "$", text).split()
    at = len(words)
    while at > 0 and (read_amount(words[at - 1]) or is_blank(words[at - 1])):
        at -= 1
    numbers, names = words[at:], words[:at]
    if not names or not numbers:
        return None
    numeric = [role for role in roles if role in NUMBERS or role == "other"]
    name = total_name(" ".join(names))
    if name is not None:
        summed = [role for role in numeric if role not in ("quantity", "price", "unit_cost")]
        return Total(name, _cells(summed, numbers), where, text)
    cells = _cells(numeric, numbers)
    if len(numbers) < 3 or "value" not in cells:
        return Trouble(f"a row that could not be read: {text}", where, "note") if len(numbers) > 2 else None
    if roles[0] in ("symbol", "identifier") and is_ticker(names[0]) and len(names) > 1:
        cells["symbol"] = Cell(names.pop(0))
    cells["description"] = Cell(" ".join(names))
    return Record("holdings", cells, where)


def _cells(roles: Sequence[str], numbers: Sequence[str]) -> dict[str, Cell]:
    return {role: Cell(number) for role, number in zip(roles, numbers, strict=False) if role != "other"}


def _laid_out(text: str) -> list[list[Line]]:
    """Text as pages of words at the places where its characters stand; a line of `====` leaves only its space."""
    pages: list[list[Line]] = []
    for number, page in enumerate(text.split("\f"), start=1):
        words = [
            Word(match[0], match.start() * CHARACTER, match.end() * CHARACTER, row * ROW, row * ROW + 10.0, 10.0)
            for row, line in enumerate(page.expandtabs(8).splitlines())
            if not RULER.fullmatch(line)
            for match in re.finditer(r"\S+", line)
        ]
        pages.append(lines_of(words, number))
    return pages


def _opens_holdings(lines: Sequence[Line]) -> bool:
    for at in range(len(lines)):
        header = find_header(lines, at)
        if header is not None and header.kind == "holdings" and len(phrases(lines[header.last].words)) >= 4:
            return True
    return False
