"""The text of a security beside its lots: name, symbol and notes run down on the left, one lot to a line on the right.

`Symbol: QZAB   Oct 05, 23  710.000 …` over `Yield 1.5%   Security total  1,065.000 …`. Where a sum that stands beside
the days is that of the units on the lines above it, those are the lots of one security, whatever stands left of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from core.ingest.lexicon.amounts import half_step
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.figures import read
from core.ingest.lexicon.sections import OF_ONE_SECURITY, section_key, total_name
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Event, Record, Total
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, Word, phrases, text_of
from core.ingest.rows.block_lines import is_aside, is_reinvested, is_summed_up
from core.ingest.rows.rows import read_row

ZERO = Decimal(0)
LEAST, MOST = 2, 60
NEAR = 0.6
ALIGNED = 12.0


@dataclass(frozen=True, slots=True)
class Half:
    """A line cut before its day, or before the words of a sum that stand for one."""

    line: Line
    cut: float
    units: Decimal

    def left(self) -> list[Line]:
        """The text left of the cut; nothing where there is none."""
        return _part(self.line, [word for word in self.line.words if word.x0 < self.cut])

    def right(self) -> list[Line]:
        """The figures from the cut on."""
        return _part(self.line, [word for word in self.line.words if word.x0 >= self.cut])


def unfold(state: Open, lines: Sequence[Line], header: Header) -> list[Line]:
    """The lines under a head, where text stands beside lots: first that text, then the lots, then their sum.

    The text goes on with the row above it; at the top of a page that may be the last one of the page before.
    """
    done = list(lines)
    if header.kind != "holdings" or not all(header.has(role) for role in ("description", "acquired", "quantity")):
        return done
    above, held = _open_lots(state.events)
    at = -1
    while (at := at + 1) < len(done):
        total = _total(done[at], header)
        if total is None:
            continue
        lots = _lots(done[:at], header, total, held)
        if lots is not None:
            goes_on = not _adds_up(ZERO, lots, total)
            halves = [*(lots if goes_on else lots[1:]), total]
            texts = [text for half in halves for text in half.left()]
            last = _last_text(done, at, total.cut) if texts or _is_in_days(total.right()[0].words, header) else at
            texts += done[at + 1 : last + 1]
            rest = [line for half in halves for line in half.right()]
            state.beside |= frozenset(texts)
            done[at - len(halves) + 1 : last + 1] = [*texts, *rest]
            if goes_on:
                state.record, state.row = above, read_row(rest[0], header)
        held = ZERO
    return [part for line in done for part in _apart(state, line, header)]


def _apart(state: Open, line: Line, header: Header) -> list[Line]:
    """A line with text left of the words for what was reinvested, or for a sum of lots, as that text and the rest."""
    runs = ((run[0].x0, text_of(run)) for run in _beside_names(line, header))
    cut = next((left for left, text in runs if is_summed_up(text) or is_aside(text) or _is_of_one(text)), None)
    half = Half(line, cut if cut is not None else 0.0, ZERO)
    if not half.left() or read(read_row(line, header).cells.get("quantity")) is None:
        return [line]
    state.beside |= frozenset(half.left())
    return [*half.left(), *half.right()]


def _open_lots(events: Sequence[Event]) -> tuple[Record | None, Decimal]:
    """The security whose lots no sum has closed so far, and their units."""
    held = ZERO
    for event in reversed(events):
        if isinstance(event, Total):
            break
        if isinstance(event, Record):
            units = read(event.cells.get("quantity"))
            held += units.value if units is not None else ZERO
            if event.kind != "lots":
                return (event, held) if "acquired" in event.cells else (None, ZERO)
    return None, ZERO


def _total(line: Line, header: Header) -> Half | None:
    """The sum that stands beside the days, with its units: `Security total  1,065.000`."""
    for run in _beside_names(line, header):
        text = text_of(run)
        of_one = _is_of_one(text) or (total_name(text) is not None and _is_in_days(run, header))
        if of_one and not is_reinvested(text):
            half = Half(line, run[0].x0, ZERO)
            units = read(read_row(half.right()[0], header).cells.get("quantity"))
            return replace(half, units=units.value) if units is not None else None
    return None


def _is_of_one(text: str) -> bool:
    """Whether words are those of a sum of one security, `Total`, `Security total`."""
    name = total_name(text)
    return name is not None and section_key(name) in OF_ONE_SECURITY


def _beside_names(line: Line, header: Header) -> list[list[Word]]:
    """The words of a line that begin in the column of days, or left of it and apart from where the names begin."""
    names = next(column for column in header.columns if column.role == "description")
    days = next(column for column in header.columns if column.role == "acquired")
    first = min(names.x0, days.x0 - 2 * ALIGNED) + ALIGNED
    return [run for run in phrases(line.words, 0.8) if first < run[0].x0 < days.x1]


def _is_in_days(run: Sequence[Word], header: Header) -> bool:
    """Whether words begin in the column of days; a sum may as well end before it, set to the right."""
    days = next(column for column in header.columns if column.role == "acquired")
    return days.x0 - ALIGNED < run[0].x0


def _lots(above: Sequence[Line], header: Header, total: Half, held: Decimal) -> list[Half] | None:
    """The lines right above a sum whose units, with those held before them, add up to it; None where they do not."""
    found: list[Half] = []
    for line in reversed(above[-MOST:]):
        cut, units = _day(line, header), read(read_row(line, header).cells.get("quantity"))
        if cut is None or units is None:
            break
        found.insert(0, Half(line, cut, ZERO if _is_aside(line, header) else units.value))
        if _adds_up(ZERO, found, total):
            return found if len(found) >= LEAST else None
    return found if held and _adds_up(held, found, total) else None


def _adds_up(held: Decimal, lots: Sequence[Half], total: Half) -> bool:
    """Whether units held before and those of lots are the printed sum, each rounded where that has decimals."""
    off = abs(held + sum((half.units for half in lots), ZERO) - total.units)
    whole = total.units == total.units.to_integral_value()
    return off == 0 or (not whole and off <= half_step(total.units) * (len(lots) + 1))


def _day(line: Line, header: Header) -> float | None:
    """Where the day of a lot begins, or the words for all that was reinvested, or for what the lots above sum up to."""
    day = read_row(line, header).cells.get("acquired")
    if day is not None and day.box is not None and read_date(day.text) is not None:
        return day.box[0] - 0.5
    runs = ((run[0].x0, text_of(run)) for run in _beside_names(line, header))
    return next((left for left, text in runs if is_reinvested(text) or is_aside(text)), None)


def _is_aside(line: Line, header: Header) -> bool:
    """Whether a line repeats the units of the lots above it, `Purchases   198.426`."""
    return any(is_aside(text_of(run)) for run in _beside_names(line, header))


def _last_text(lines: Sequence[Line], at: int, cut: float) -> int:
    """The last of the lines of text that go on under a sum, left of the days."""
    last = at
    while last + 1 < len(lines) and _goes_on(lines[last], lines[last + 1], cut):
        last += 1
    return last


def _goes_on(above: Line, line: Line, cut: float) -> bool:
    near = line.page == above.page and 0 <= line.top - above.bottom < NEAR * line.size
    return near and line.words[-1].x1 < cut and line.bold == above.bold and total_name(line.text) is None


def _part(line: Line, words: Sequence[Word]) -> list[Line]:
    return [replace(line, words=tuple(words))] if words else []
