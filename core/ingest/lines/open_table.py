"""What is open while pages are read: the table, the row that text may still join, text that waits for its row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.domain.statement import AssetType
from core.ingest.lexicon.identifiers import labelled
from core.ingest.lexicon.registrations import PLAIN_NUMBER, are_years, registration_of
from core.ingest.lexicon.sections import (
    CONTINUED,
    is_section_heading,
    kind_of_section,
    section_key,
    section_name,
    total_name,
)
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.lines.folds import Place
from core.ingest.lines.spoken import listed_number, opening_number
from core.ingest.lines.standing import reads_as_note
from core.ingest.nouns.events import Cell, Event, Fact, Heading, Record, Total, Trouble, Where
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, Word, phrases, span, text_of
from core.ingest.rows.block_lines import add_detail
from core.ingest.rows.rows import Row, read_row
from core.ingest.rows.wrapped import Names


@dataclass(slots=True)
class Open:
    """The open table and its last row, or the table that a total has ended; the events so far.

    `flat` is the last head of rows of several lines, `laid` the words of each page that such rows moved, as printed.
    """

    furniture: frozenset[tuple[str, int]]
    events: list[Event] = field(default_factory=list)
    header: Header | None = None
    ended: Header | None = None
    cut: Header | None = None
    outer: Header | None = None
    record: Record | None = None
    row: Row | None = None
    closed: Record | None = None
    block: Record | None = None
    titled: bool = False
    waiting: list[Line] = field(default_factory=list)
    carried: list[Line] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)
    last_line: Line | None = None
    before: Line | None = None
    tables: int = 0
    account: str = ""
    summary: Header | None = None
    named: Line | None = None
    issuer: dict[str, Cell] = field(default_factory=dict)
    sections: set[str] = field(default_factory=set)
    letterhead: Line | None = None
    over: Line | None = None
    sum_name: str | None = None
    moved: dict[str, Cell] = field(default_factory=dict)
    swept: bool = False
    numbered: Line | None = None
    listed: dict[str, str] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)
    names: Names = field(default_factory=Names)
    beside: frozenset[Line] = frozenset()
    held_in: dict[Line, str] = field(default_factory=dict)
    feet: Mapping[int, str] = field(default_factory=dict)
    summed: frozenset[str] = frozenset()
    away: tuple[int, int] | None = None
    folded: frozenset[Place] = frozenset()
    titles: set[Place] = field(default_factory=set)
    symbols_over: bool = False
    told: Mapping[Line, tuple[Event, ...]] = field(default_factory=dict)
    block_of: Line | None = None
    flat: Header | None = None
    laid: dict[int, dict[Word, Word]] = field(default_factory=dict)

    def begin(self, number: str, line: Line) -> None:
        """The account of that number begins with this line; headings above it are none of its own."""
        self.sections.clear()
        self.events.append(Fact("account", number, Where(line.page, None, span(line.words))))
        self.account, self.cut = number, None

    def begins(self, lines: Sequence[Line], at: int) -> str | None:
        """The number of the account that begins here: the line names it, or is the title over the line that does."""
        own = opening_number(lines[at]) or listed_number(lines[at], self.numbers)
        if own is not None:
            return own if own != self.account else None
        below = lines[at + 1] if at + 1 < len(lines) else None
        if below is None or below.top - lines[at].bottom > 1.5 * below.size:
            return None
        title, *others = (text_of(run) for run in phrases(lines[at].words, 1.0))
        if any(re.fullmatch(PLAIN_NUMBER, text) and not are_years(text) for text in others):
            return None
        titled = registration_of(title) is not None and total_name(title) is None
        own_title = registration_of(text_of(phrases(below.words, 1.0)[0])) is not None
        number = opening_number(below) if titled and not own_title else None
        return number if number != self.account else None

    def title_over(self, head: Line) -> str:
        """The line right above a head, on its page; empty where none stands near. The upper part of a head is none."""
        above = self.last_line
        first = phrases(head.words, 1.0)[0]
        if above is not None and self.before is not None and above.words[0].x0 > first[-1].x1:
            above = self.before
        near = above is not None and above.page == head.page and 0 <= head.top - above.bottom < 3 * head.size
        return above.text if above is not None and near else ""

    def unsaid(self, line: Line) -> None:
        """A line was no heading: it and the next are a list of what share each class has."""
        where = Where(line.page, None, span(line.words))
        self.events = [event for event in self.events if not (isinstance(event, Heading) and event.where == where)]

    def section(self, text: str, line: Line) -> None:
        """A section of that name begins."""
        name = section_name(text).replace(" / ", "/")
        self.sections.add(section_key(name))
        again = CONTINUED.search(text) is not None
        self.events.append(Heading(name, Where(line.page, None, span(line.words)), line.size, again))

    def heading(self, line: Line) -> None:
        """The line is the heading of a section."""
        self.section(line.text, line)

    def over_cash(self, below: Sequence[Line]) -> bool:
        """Whether a head stands under the heading of cash, or has that as the first line below it."""
        if below and is_section_heading(below[0].text) and len(phrases(below[0].words, 1.0)) == 1:
            return kind_of_section(below[0].text) in ("cash", "money_market")
        return self.is_under_cash()

    def is_under_cash(self) -> bool:
        """Whether the heading of cash is the last that was read, and no row stands under it so far."""
        return self._kind_above() in ("cash", "money_market")

    def over_contracts(self, header: Header) -> bool:
        """Whether a head of names and values stands under annuities, or under other assets that tell their day."""
        if self.over_dated_contracts(header):
            return True
        kind = self._kind_above() if header.kind == "cash" else None
        return kind == "annuity" or (kind == "alternative" and header.has("nav_date"))

    def over_dated_contracts(self, header: Header) -> bool:
        """Whether annuities stand in the corner of a head of values and their days, `Annuities | Value | As of`."""
        bare = header.kind == "other" and header.columns[0].role is None
        told = bare and header.has("value") and header.has("nav_date")
        return told and kind_of_section(header.columns[0].label) == "annuity"

    def _kind_above(self) -> AssetType | None:
        """What the heading names that was read last, where no row stands under it so far."""
        last = next((event for event in reversed(self.events) if isinstance(event, Heading | Record)), None)
        return kind_of_section(last.text) if isinstance(last, Heading) else None

    def name_waiting(self) -> None:
        """The text that waits names a security that prints no figures of its own."""
        first, *more = self.waiting
        if self.go_on_waiting():
            return
        where = Where(first.page, None, span(first.words))
        self.record = Record("holdings", self._names_in(first), where, table=self.tables)
        for line in more:
            add_detail(self.record, line.text, line)
        self.events.append(self.record)
        if ":" in first.text and reads_as_note(first.text) and not labelled(first.text):
            told = f"a note stands where the name of a security was awaited: '{first.text[:60]}'"
            self.events.append(Trouble(told, where, unread=True))
        self.waiting = []

    def go_on_waiting(self) -> bool:
        """Whether the text that waits says that the security above goes on, which is open again then."""
        page = self.waiting[0].page if self.waiting else None
        again = self.goes_on_as(" ".join(line.text for line in self.waiting), page)
        if again is not None:
            self.record, self.waiting = again, []
        return again is not None

    def _names_in(self, line: Line) -> dict[str, Cell]:
        """The name that a line is, and the symbol beside it where the open table has a column for that."""
        whole = {"description": Cell(line.text, span(line.words))}
        if self.header is None or not any(map(self.header.has, ("symbol", "identifier", "cusip"))):
            return whole
        told = {role: cell for role, cell in read_row(line, self.header).cells.items() if role in NAMES}
        return told if "description" in told and len(told) > 1 else whole

    def goes_on_as(self, text: str, page: int | None = None) -> Record | None:
        """The security above that a name says to go on, `Quill Holdings (QZAB) (continued)`; else None.

        On the next page its name alone says so, where it ended in lots and no sum has closed it.
        """
        plain = " ".join(CONTINUED.sub("", text).split())
        rows = (event for event in reversed(self.events) if isinstance(event, Record))
        last = next((event for event in rows if event.kind != "lots"), None)
        if last is None or "description" not in last.cells:
            return None
        name = last.cells["description"].text
        if plain == " ".join(text.split()):
            return last if plain == name and self._lots_end_before(page) else None
        return last if name.startswith(plain) or plain.startswith(name) else None

    def _lots_end_before(self, page: int | None) -> bool:
        """Whether the last row is a lot, on another page than that, and no sum has closed it."""
        row = next((event for event in reversed(self.events) if isinstance(event, Record | Total)), None)
        return isinstance(row, Record) and row.kind == "lots" and page not in (None, row.where.page)

    def drop_waiting(self) -> None:
        """No row came for the text that waits; what is bold and short in it is a heading."""
        for line in self.waiting:
            if line.bold and len(line.words) <= 6:
                self.heading(line)
        self.waiting = []

    def heads_waiting(self, named: bool) -> None:
        """The first bold lines that wait over a name in lighter letters are headings where a sum bears their words.

        So is a line alone over a row that is `named` itself. Not so over lots: a sum there bears that of a security.
        """
        if self.header is not None and self.header.has("acquired"):
            return
        while self._waits_over_name(named):
            if section_key(self.waiting[0].text) not in self.summed:
                return
            self.heading(self.waiting.pop(0))

    def _waits_over_name(self, named: bool) -> bool:
        """Whether the first line that waits stands over a name: lighter letters, or the row where it is alone."""
        if len(self.waiting) > 1:
            return self.waiting[0].bold and not self.waiting[1].bold
        return bool(self.waiting) and named

    def end(self) -> None:
        """The table ends."""
        self.drop_waiting()
        self.header, self.outer, self.record, self.row = None, None, None, None
