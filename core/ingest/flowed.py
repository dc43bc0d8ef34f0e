"""Text whose columns are lost: words parted by single blanks, as programs that copy a PDF leave them.

The words of the head say which figures a row prints, and in which order; empty cells leave no trace. So each figure is
given to the column where the row's own arithmetic holds: quantity x price = value, value - cost = gain.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.ingest.amounts import CURRENCIES, is_blank, read_amount
from core.ingest.column_roles import kind_of_table
from core.ingest.dates import WORD_MONTH
from core.ingest.events import Cell, Event, Heading, Record, Total, Trouble, Where
from core.ingest.facts import CASH, WEAK_CASH, facts_of
from core.ingest.identifiers import cusip_ok, is_ticker
from core.ingest.placing import placed, summed
from core.ingest.sections import is_section_heading, section_name, total_name
from core.ingest.vocabulary import NUMBERS, known_role

JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")
GLUED = re.compile(rf"(?<=\d)(?:{'|'.join(sorted(CURRENCIES))})\b")
DATED = re.compile(
    rf"(?P<day>(?:19|20)\d\d[-/.]\d\d[-/.]\d\d|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|"
    rf"{WORD_MONTH}\.? \d{{1,2}}(?:,? \d{{4}})?)\b,?\s+(?P<rest>.+)",
    re.I,
)
MOVED = re.compile(
    r"\b(bought|buy|purchase|sold|sell|sale|redemption|redeemed|reinvest\w*|(?:qualified )?dividend|interest|journal|"
    r"deposit|withdrawal|transfer|delivered|received|exercised|assigned|expired|fee)\b",
    re.I,
)
IN_BRACKETS = re.compile(r"\(([A-Z]{1,5}(?:[.\s][A-Z])?)\)")
MOVES = frozenset({"date", "activity", "amount", "acquired"})
LONG = 12
FEW = 3


@dataclass(slots=True)
class Table:
    """The table that a text is in: its roles in order, the rows read since its last sum, and a name without figures.

    `moves`: it lists transactions, whose sums say nothing of holdings.
    """

    roles: list[str] = field(default_factory=list)
    rows: list[Record] = field(default_factory=list)
    name: str = ""
    moves: bool = False

    def open(self, roles: list[str]) -> None:
        """A line of header words: one more of this head, or the head of the next table; two alone may be a name's."""
        held = kind_of_table(roles) == "holdings"
        moves = not held and bool(MOVES & set(roles))
        if self.roles and not self.rows and not held and not moves:
            self.roles += [role for role in roles if role not in self.roles or role == "other"]
            return
        if self.rows and not held and not moves and len({*roles} - {"other"}) < FEW:
            return
        self.roles, self.rows, self.name, self.moves = roles if held else [], [], "", moves


def flowed_events(lines: Sequence[str]) -> list[Event]:
    """Rows, sums and facts of text without columns, line by line."""
    events: list[Event] = []
    table = Table()
    for number, line in enumerate(lines, start=1):
        if text := GLUED.sub("", line).strip():
            events.extend(_of_line(text, table, Where(None, number)))
    return events


def _of_line(text: str, table: Table, where: Where) -> list[Event]:
    """What a line says; the table learns from it what the next lines are."""
    if (roles := head_roles(text)) is not None:
        table.open(roles)
        return []
    if (moved := _move(text, where)) is not None:
        return [moved]
    if table.roles and (row := _row(text, table, where)) is not None:
        return [row]
    found: list[Event] = [Heading(section_name(text), where, 1.0)] if is_section_heading(text) else []
    if table.roles and not found:
        table.name = text if len(text.split()) <= LONG else ""
    if len(text.split()) > LONG or text.lower().startswith("page "):
        table.roles = []
    words, figures, _ = _parted(text)
    if table.moves and total_name(" ".join(words)) == "":
        return found
    if len(figures) < 2 or not words:
        return [*found, *facts_of([text], where)]
    label = " ".join(words)
    return [*found, *facts_of([label, *figures[: 1 if _is_cash(label) else None]], where)]


def _is_cash(label: str) -> bool:
    """Whether a label may name cash: of its figures the first counts, since others are of parts or of the year."""
    return CASH.match(label) is not None or WEAK_CASH.match(label) is not None


def head_roles(text: str) -> list[str] | None:
    """The roles that a line of header words names, in order; None where it is no header."""
    words = [part for word in text.split() for part in JOINED.split(word)]
    if any(read_amount(word) for word in words) or len(words) < 3 or text.endswith((".", ":")):
        return None
    roles: list[str] = []
    place = unknown = 0
    while place < len(words):
        end, role = _longest(words, place)
        if role is None:
            unknown += 1
        elif role not in roles or role == "other":
            roles.append(role)
        place = end
    return roles if len(roles) >= 2 and len(set(roles)) >= 2 and unknown <= len(roles) else None


def _longest(words: Sequence[str], place: int) -> tuple[int, str | None]:
    """The end and the role of the longest label that begins here; one word without a role where none does."""
    for end in range(min(len(words), place + 4), place, -1):
        label = " ".join(words[place:end])
        role = known_role(label) or ("price" if label.lower() == "market" else None)
        if role and not (role == "description" and label.lower().startswith("symbol ")):
            return end, role
    return place + 1, None


def _parted(text: str) -> tuple[list[str], list[str], str]:
    """The words of a line, the figures at its end, and the currency behind these."""
    words = re.sub(r"\$\s+", "$", text).split()
    currency = words.pop() if len(words) > 1 and words[-1] in CURRENCIES else ""
    at = len(words)
    while at > 0 and (read_amount(words[at - 1]) or is_blank(words[at - 1])):
        at -= 1
    return words[:at], words[at:], currency


def _row(text: str, table: Table, where: Where) -> Event | None:
    """A row or a sum of the table; the symbol in brackets under a row is its symbol."""
    names, figures, currency = _parted(text)
    if table.rows and (alone := IN_BRACKETS.fullmatch(text)):
        table.rows[-1].cells.setdefault("symbol", Cell(alone[1]))
        return None
    numeric = [role for role in table.roles if role in NUMBERS or role == "other"]
    name = total_name(" ".join(names)) if names and figures else None
    if name is not None:
        sums = summed(table.rows, figures) or dict(zip(_sums(numeric), figures, strict=False))
        table.rows = []
        return Total(name, _cells(sums), where, text)
    if not names and table.name:
        names, table.name = table.name.split(), ""
    if not names or len(figures) < 3:
        return None
    cells = _cells(placed(numeric, figures))
    if "value" not in cells:
        return Trouble(f"a row that could not be read: {text}", where, "note")
    _name(names, cells, symbol_first=table.roles[0] in ("symbol", "identifier"))
    if currency:
        cells["currency"] = Cell(currency)
    table.rows.append(Record("holdings", cells, where))
    return table.rows[-1]


def _sums(numeric: Sequence[str]) -> list[str]:
    return [role for role in numeric if role not in ("quantity", "price", "unit_cost")]


def _name(names: list[str], cells: dict[str, Cell], symbol_first: bool) -> None:
    """The words of a row as its name, the first of them as its symbol where the head begins with one."""
    if symbol_first and is_ticker(names[0]):
        cells["symbol"] = Cell(names[0])
        names = names[1:] or names
    cells["description"] = Cell(" ".join(names))


def _cells(figures: dict[str, str]) -> dict[str, Cell]:
    return {role: Cell(figure) for role, figure in figures.items() if role != "other"}


def _move(text: str, where: Where) -> Record | None:
    """A transaction: a day, words that tell what was done, and figures of which the last is the amount."""
    dated = DATED.match(text)
    if dated is None:
        return None
    words, figures, _ = _parted(dated["rest"])
    said = MOVED.search(" ".join(words))
    if said is None or not figures:
        return None
    cells = {"date": Cell(dated["day"]), "activity": Cell(said[0])}
    for word in words:
        if len(word) == 9 and cusip_ok(word):
            cells["cusip"] = Cell(word)
    cells["description"] = Cell(" ".join(words))
    cells["amount"] = Cell(figures[-1])
    if len(figures) >= 3:
        cells.update(quantity=Cell(figures[0]), price=Cell(figures[1]))
    return Record("activity", cells, where)
