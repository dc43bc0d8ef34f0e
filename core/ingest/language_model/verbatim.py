"""Claims held against the page: a value counts where its very words are printed, in one row with its neighbours.

What is not found, what is printed but left out, and what only the model says the meaning of, is said as unread: the
account is then not proven and a person looks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from core.domain.statement import Box
from core.ingest.language_model.claims import AccountClaim, RowClaim, claims_of
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import is_date, read_date
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.nouns.events import Cell, Event, Fact, FactKind, Record, Trouble, Where
from core.ingest.nouns.words import Line, Word, phrases, span

NUMBERS = ("quantity", "price", "value", "cost", "gain", "accrued", "acquired")
TEXTS = ("symbol", "cusip", "isin", "description")
NEAR = 3
"""So many lines below its numbers a row's name may go on."""
MONEY = re.compile(r"\d[\d,.]*[.,]\d\d\b")
TOTAL_RANK = 8


@dataclass(slots=True)
class Claims:
    """The extractor of one answer: a model's claims become events where the page bears them out."""

    answer: str
    used: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    cells: list[tuple[str, Cell, int]] = field(default_factory=list)

    def __call__(self, pages: Sequence[Sequence[Line]], /) -> list[Event]:
        """The events; NoAnswer where the answer has not the form that was asked for."""
        for account in claims_of(self.answer):
            self._account(account, pages)
        self._unclaimed(pages)
        self._unnamed_columns(pages)
        return self.events

    def _account(self, account: AccountClaim, pages: Sequence[Sequence[Line]]) -> None:
        nowhere = Where()
        for name, kind in (("number", "account"), ("owner", "owner"), ("registration", "registration")):
            text = account.facts.get(name, "")
            if text and (kind != "registration" or registration_of(text)):
                self._fact(kind, text, pages)  # type: ignore[arg-type]
        if (text := account.facts.get("as_of", "")) and (day := read_date(text)) and self._find(text, pages):
            self.events.append(Fact("as_of", text, nowhere, day=day, rank=3))
        for row in account.rows:
            self._row(row, pages)
        self._sum("total", account.facts.get("total", ""), pages)
        self._sum("cash", account.facts.get("cash", ""), pages)

    def _fact(self, kind: FactKind, text: str, pages: Sequence[Sequence[Line]]) -> None:
        found = self._find(text, pages)
        if found is not None:
            self.events.append(Fact(kind, text, found[0], rank=1))

    def _sum(self, kind: FactKind, text: str, pages: Sequence[Sequence[Line]]) -> None:
        amount = read_amount(text) if text else None
        if amount is None:
            return
        found = self._find(text, pages)
        if found is None:
            self._trouble(Where(), f"the language model says the {kind} is {text}, which is not printed")
            return
        where, at, places = found
        self._use((where.page or 0, at), places)
        self.events.append(Fact(kind, kind, where, amount.value, rank=TOTAL_RANK))
        if kind == "total" and (larger := _larger(amount.value, pages)):
            self._trouble(where, f"the language model says the total is {text}, but {larger} is printed too")

    def _row(self, row: RowClaim, pages: Sequence[Sequence[Line]]) -> None:
        numbers = {role: row.cells[role] for role in NUMBERS if role in row.cells}
        told = ", ".join(row.cells.values())[:120]
        for page, lines in _in_order(row.page, pages):
            for at, line in enumerate(lines):
                taken = self._taken(line, numbers.values(), self.used.get((page, at), set()))
                if taken and numbers:
                    self._record(row, lines, at, dict(zip(numbers, taken, strict=True)))
                    return
        self._trouble(Where(row.page), f"the language model claims a row that is not printed so: {told}")

    def _record(self, row: RowClaim, lines: Sequence[Line], at: int, taken: dict[str, list[int]]) -> None:
        line = lines[at]
        self._use((line.page, at), [place for places in taken.values() for place in places])
        cells = {role: _cell(line, places) for role, places in taken.items()}
        window = lines[max(0, at - 1) : at + 1 + NEAR]
        for role in TEXTS:
            if (text := row.cells.get(role)) and (box := _printed(text, window)):
                cells[role] = Cell(text, box)
        if "description" not in cells:
            cells["description"] = _left_of_numbers(line, taken)
        self.cells.extend((role, cell, line.page) for role, cell in cells.items() if role in NUMBERS)
        self.events.append(Record("holdings", cells, Where(line.page, None, span(line.words))))

    def _taken(self, line: Line, texts: Iterable[str], used: set[int]) -> list[list[int]] | None:
        """Places of the line's words for every text, each word once; None where one is not there."""
        free = set(range(len(line.words))) - used
        found: list[list[int]] = []
        for text in texts:
            places = _run(line.words, text, free)
            if places is None:
                return None
            free -= set(places)
            found.append(places)
        return found

    def _find(self, text: str, pages: Sequence[Sequence[Line]]) -> tuple[Where, int, list[int]] | None:
        for lines in pages:
            for at, line in enumerate(lines):
                places = _run(line.words, text, set(range(len(line.words))))
                if places is not None:
                    return Where(line.page, None, span([line.words[place] for place in places])), at, places
        return None

    def _use(self, line: tuple[int, int], places: Iterable[int]) -> None:
        self.used.setdefault(line, set()).update(places)

    def _unclaimed(self, pages: Sequence[Sequence[Line]]) -> None:
        """Rows of numbers that the model left out: what it does not say cannot be proven away."""
        for lines in pages:
            for at, line in enumerate(lines):
                if (line.page, at) in self.used or not _is_row(line):
                    continue
                where = Where(line.page, None, span(line.words))
                self._trouble(where, f"the language model left out a row of numbers: {line.text[:100]}")

    def _unnamed_columns(self, pages: Sequence[Sequence[Line]]) -> None:
        """Quantity and price may be exchanged, cost and value too, and every product still holds: a head decides."""
        claimed = {role for role, _, _ in self.cells}
        for pair in (("quantity", "price"), ("cost", "cost")):
            if set(pair) <= claimed and not any(self._headed(role, pages) for role in set(pair)):
                names = " and which is ".join(dict.fromkeys(pair))
                self._trouble(Where(), f"only the language model says which column is {names}; no printed head does")

    def _headed(self, role: str, pages: Sequence[Sequence[Line]]) -> bool:
        """Whether every cell of the role stands under a printed head that means it."""
        heads = [
            span(run)
            for lines in pages
            for line in lines
            for run in phrases(line.words)
            if role_of(" ".join(word.text for word in run)) == role
        ]
        boxes = [cell.box for name, cell, _ in self.cells if name == role and cell.box is not None]
        return bool(heads) and all(any(_under(box, head) for head in heads) for box in boxes)

    def _trouble(self, where: Where, message: str) -> None:
        self.events.append(Trouble(message, where, "warning", unread=True))


def _in_order(page: int | None, pages: Sequence[Sequence[Line]]) -> Iterator[tuple[int, Sequence[Line]]]:
    """The pages with the one that was named first."""
    numbered = list(enumerate(pages, start=1))
    yield from (one for one in numbered if one[0] == page)
    yield from (one for one in numbered if one[0] != page)


def _run(words: Sequence[Word], text: str, free: set[int]) -> list[int] | None:
    """Places of neighbouring words that print exactly this text."""
    wanted = "".join(text.split())
    for first in sorted(free):
        joined, places = "", []
        for place in range(first, len(words)):
            if place not in free:
                break
            joined += words[place].text
            places.append(place)
            if joined == wanted:
                return places
            if not wanted.startswith(joined):
                break
    return None


def _printed(text: str, lines: Sequence[Line]) -> Box | None:
    """The box of a text that may go on over a few lines; None where its words are not printed in this order."""
    found: list[Word] = []
    wanted = text.split()
    for line in lines:
        for word in line.words:
            if len(found) < len(wanted) and word.text == wanted[len(found)]:
                found.append(word)
    return span(found) if len(found) == len(wanted) and found else None


def _left_of_numbers(line: Line, taken: dict[str, list[int]]) -> Cell:
    first = min(place for places in taken.values() for place in places)
    words = line.words[:first] or line.words[:1]
    return Cell(" ".join(word.text for word in words), span(words))


def _cell(line: Line, places: Sequence[int]) -> Cell:
    words = [line.words[place] for place in places]
    return Cell(" ".join(word.text for word in words), span(words))


def _is_row(line: Line) -> bool:
    numbers = [word.text for word in line.words if read_amount(word.text) is not None and not is_date(word.text)]
    return len(numbers) >= 2 and any(MONEY.search(text) for text in numbers)


def _larger(total: object, pages: Sequence[Sequence[Line]]) -> str:
    """An amount of money on the pages that is larger than what is called the total; empty where there is none."""
    for lines in pages:
        for line in lines:
            for word in line.words:
                found = read_amount(word.text) if MONEY.search(word.text) else None
                if found is not None and not found.percent and found.value > total:  # type: ignore[operator]
                    return word.text
    return ""


def _under(box: Box, head: Box) -> bool:
    return box[0] < head[2] + 12 and head[0] - 12 < box[2] and box[1] >= head[1]
