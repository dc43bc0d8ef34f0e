"""Table files of two periods side by side: quantity, price and value twice in one head, of which the later is held.

The row above groups the heads, `Prior Month | Current Month`, or that row or the one below tells two days. Where
nothing tells which is the later the right one is read, that is said, and nothing is proven by it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.ingest.heads.column_roles import kind_of_table
from core.ingest.heads.two_periods import EARLIER, GUESSED, LATER, OTHER_UNITS, PAID, TWICE
from core.ingest.lexicon.dates import is_date, read_date, read_month
from core.ingest.lexicon.vocabulary import plain_label
from core.ingest.nouns.events import Trouble, Where
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles

Rows = Sequence[Sequence[str]]
Pairs = Sequence[tuple[int, int]]
LEFT_OUT = "notes"
PAID_HEADS = {"price": "Unit Cost", "value": "Cost Basis"}
LEAST_TWICE, MOST_HEADS, LEAST = 2, 40, 5


@dataclass(frozen=True, slots=True)
class Head:
    """A row of heads, with the rows above and below, and the columns that stand twice in it, left and right."""

    labels: Sequence[str]
    above: Sequence[str]
    below: Sequence[str]
    pairs: Pairs

    def dated(self, place: int, cell: str) -> str:
        """A head with the day that stands below it."""
        return f"{cell} {self.below[place]}" if place < len(self.below) and cell and self.below[place] else cell

    def texts(self, side: int) -> str:
        """The words over and under the columns of one side."""
        first = self.pairs[0][side]
        group = next((text for text in reversed(self.above[: first + 1]) if text), "")
        return " ".join([group, *(self.below[pair[side]] for pair in self.pairs if pair[side] < len(self.below))])


def with_later_period(rows: Rows) -> tuple[Rows, list[Trouble]]:
    """The rows with no head on the columns of the earlier period, and what is not told of them."""
    done, told = list(rows), []
    for at, row in enumerate(rows[:MOST_HEADS]):
        head = _head(rows, at) if sum(map(bool, row)) >= LEAST else None
        if head is None:
            continue
        earlier = _earlier(head.texts(0), head.texts(1))
        gone = {pair[1 if earlier == 1 else 0] for pair in head.pairs}
        paid = PAID.search(head.texts(earlier or 0)) is not None
        done[at] = [
            _left_out(head, place, paid) if place in gone else head.dated(place, cell) for place, cell in enumerate(row)
        ]
        if head.below:
            done[at + 1] = []
        if earlier is None and not OTHER_UNITS.search(f"{head.texts(0)} {head.texts(1)} {' '.join(head.labels)}"):
            told.append(Trouble(GUESSED, Where(None, at + 1), unread=True))
    return done, told


def _head(rows: Rows, at: int) -> Head | None:
    """The head of holdings that a row is, where several of its columns stand twice, side by side."""
    labels = [clean(cell) for cell in rows[at]]
    roles = settled_roles(labels)
    pairs = []
    for role in TWICE:
        places = [place for place, found in enumerate(roles) if found == role]
        if len(places) == len({*places}) == 2 and len({plain_label(labels[place]) for place in places}) == 1:
            pairs.append((places[0], places[1]))
    apart = bool(pairs) and max(left for left, _ in pairs) < min(right for _, right in pairs)
    if kind_of_table(roles) != "holdings" or len(pairs) < LEAST_TWICE or not apart:
        return None
    above = [clean(cell) for cell in rows[at - 1]] if at else []
    below = [clean(cell) for cell in rows[at + 1]] if at + 1 < len(rows) else []
    return Head(labels, above, below if _are_days(below) else [], sorted(pairs))


def _are_days(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and all(map(is_date, filled))


def _earlier(left: str, right: str) -> int | None:
    """Which side is the earlier period, by days or words: 0 the left, 1 the right; None where neither tells."""
    for read in (read_date, read_month):
        days = [read(left), read(right)]
        if days[0] is not None and days[1] is not None and days[0] != days[1]:
            return 0 if days[0] < days[1] else 1
    for said in (EARLIER, PAID):
        found = [said.search(text) is not None for text in (left, right)]
        if found[0] != found[1]:
            return 0 if found[0] else 1
    later = [LATER.search(text) is not None for text in (left, right)]
    return None if later[0] == later[1] else 0 if later[1] else 1


def _left_out(head: Head, place: int, paid: bool) -> str:
    """The head of a column of the earlier period: none that is read, or that of what was paid."""
    roles = settled_roles(head.labels)
    known = {"cost", "unit_cost"} & set(roles)
    return PAID_HEADS.get(roles[place] or "", LEFT_OUT) if paid and not known else LEFT_OUT
