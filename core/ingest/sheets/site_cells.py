"""Tables copied out of a site with one cell to a line: heads, then for each holding its names and all its cells.

The heads say how many cells a row has, and which of them are numbers; lines before them are its names, or headings of
groups. The rows become those of a table with its names above the figures, as a browser leaves them that keeps tabs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.figures import ties_at_any
from core.ingest.lexicon.identifiers import is_identifier
from core.ingest.lexicon.sections import is_section_heading, total_name
from core.ingest.lexicon.vocabulary import NAMES, NUMBERS, role_of
from core.ingest.lines.facts import CASH, WEAK_CASH
from core.ingest.sheets.names_above import is_figure_cell

FEW, MOST_HEADS, MOST_WORDS, MOST_NAMES = 4, 18, 4, 8
LEAST_ROWS, UNKNOWN, NEAR = 2, 3, 4
MOST_BROKEN, SHORTEST = 3, 3
HELD = frozenset({"quantity", "price", "value"})


@dataclass(slots=True)
class Table:
    """A table of cells: the roles of its columns, its rows as (line, names, cells), and where it ends.

    `names` are the numbers of the lines of names before a row; `summed` tells which rows are sums; `tying` counts rows
    whose units x price is the value.
    """

    roles: list[str | None]
    named: int
    rows: list[tuple[list[int], int, list[str]]] = field(default_factory=list)
    summed: list[bool] = field(default_factory=list)
    tying: int = 0
    end: int = 0

    @property
    def width(self) -> int:
        """How many cells a row has behind its names."""
        return len(self.roles) - self.named

    @property
    def held(self) -> list[list[str]]:
        """The cells of the rows that print units."""
        units = self.place("quantity")
        return [cells for _, _, cells in self.rows if read_amount(cells[units]) is not None]

    def place(self, role: str) -> int:
        """Where the cell of a role stands behind the names; -1 where there is none."""
        return self.roles.index(role) - self.named if role in self.roles else -1


def rows_of_site(lines: Sequence[str]) -> list[list[str]]:
    """The lines as rows of cells, those of such tables one row each; empty where there is no such table."""
    found = [[line] if line else [] for line in lines]
    at = tables = 0
    while at < len(lines):
        table = _best(lines, at) if lines[at] and role_of(lines[at]) in NAMES else None
        if table is None:
            at += 1
            continue
        _put(found, lines, at, table)
        at, tables = table.end, tables + 1
    return found if tables else []


def _best(lines: Sequence[str], at: int) -> Table | None:
    """The table whose heads begin here: with so many heads as give the most rows that tie; None where none does."""
    heads: list[int] = []
    for place in range(at, min(len(lines), at + 2 * MOST_HEADS)):
        if len(lines[place].split()) > MOST_WORDS or read_amount(lines[place]) is not None:
            break
        heads += [place] if lines[place] else []
    if not {role_of(lines[head]) for head in heads} >= HELD:
        return None
    tables = (_table(lines, heads[:count]) for count in range(FEW, min(len(heads), MOST_HEADS) + 1))
    whole = [table for table in tables if table is not None and table.tying >= LEAST_ROWS]
    best = max(whole, key=lambda table: table.tying, default=None)
    return best if best is not None and 2 * best.tying >= len(best.held) else None


def _table(lines: Sequence[str], heads: Sequence[int]) -> Table | None:
    """The table under these heads; None where they are none of holdings, or a row of figures does not fit them.

    A title over them, `Positions`, is no head: it is said of several, and the head of the names follows.
    """
    roles = [role_of(lines[head]) for head in heads]
    if roles[0] in roles[1:] and lines[heads[0]].endswith("s"):
        return None
    named = next((place for place, role in enumerate(roles) if role not in NAMES), len(roles))
    if not set(roles) >= HELD or roles.count("quantity") > 1 or roles.count(None) > UNKNOWN:
        return None
    table = Table(roles, named)
    at, names = heads[-1] + 1, list[int]()
    table.end = at
    while at < len(lines) and len(names) <= MOST_NAMES:
        cells = _cells(lines, at, table.width)
        if not lines[at]:
            at += 1
        elif names and _starts(table, lines, at):
            _take(table, names, cells, [lines[place] for place in cells], total_name(lines[names[-1]]) is not None)
            at, names = cells[-1] + 1, []
        elif not _is_figure(lines[at]):
            names, at = [*names, at], at + 1
        else:
            run = _figures(lines, at)
            short = _short(table, lines[names[-1]] if names else "", [lines[place] for place in run])
            if short is None:
                return None
            _take(table, names, run, short, total_name(lines[names[-1]]) is not None)
            at, names = run[-1] + 1, []
    return table


def _starts(table: Table, lines: Sequence[str], at: int) -> bool:
    """Whether the cells of a row begin with a line: they fit, and none that tie begin a few lines further down."""
    cells = [lines[place] for place in _cells(lines, at, table.width)]
    if not _fits(table, cells):
        return False
    if _ties(table, cells) or read_amount(cells[table.place("quantity")]) is None:
        return True
    later = ([lines[place] for place in _cells(lines, at + step, table.width)] for step in range(1, NEAR))
    return not any(_fits(table, one) and _ties(table, one) for one in later)


def _cells(lines: Sequence[str], at: int, width: int) -> list[int]:
    """The next lines that are not empty, so many as a row has cells."""
    found: list[int] = []
    while at < len(lines) and len(found) < width:
        found += [at] if lines[at] else []
        at += 1
    return found


def _figures(lines: Sequence[str], at: int) -> list[int]:
    """The lines from one on that are each a figure or a dash."""
    found: list[int] = []
    while at < len(lines) and (_is_figure(lines[at]) or not lines[at]):
        found += [at] if lines[at] else []
        at += 1
    return found


def _is_figure(line: str) -> bool:
    """Whether a line is one figure, with another in brackets behind it or not, or a dash."""
    return is_figure_cell(line.split(" (")[0])


def _fits(table: Table, cells: Sequence[str]) -> bool:
    """Whether cells are a row: a figure or a dash in each column of numbers, and a value."""
    if len(cells) < table.width or read_amount(cells[table.place("value")]) is None:
        return False
    roles = table.roles[table.named :]
    return all(_is_figure(cell) for cell, role in zip(cells, roles, strict=True) if role in NUMBERS)


def _take(table: Table, names: list[int], places: Sequence[int], cells: list[str], total: bool) -> None:
    table.rows.append((names, places[0], cells))
    table.summed.append(total)
    table.end = places[-1] + 1
    table.tying += _ties(table, cells)


def _ties(table: Table, cells: Sequence[str]) -> bool:
    read = [read_amount(cells[table.place(role)]) for role in ("quantity", "price", "value")]
    units, price, value = (None if one is None else one.value for one in read)
    if units is None or price is None or value is None:
        return False
    return ties_at_any(units, price, value)


def _short(table: Table, name: str, figures: Sequence[str]) -> list[str] | None:
    """The cells of a row whose empty ones are not there: a sum, by what the rows make, or cash; None for any other."""
    cells = [""] * table.width
    value = table.place("value")
    amounts = [figure for figure in figures if (one := read_amount(figure)) is not None and not one.percent]
    if not name or not amounts or len(figures) >= table.width:
        return None
    if CASH.match(name) or WEAK_CASH.match(name):
        cells[value] = amounts[0]
        return cells
    made = _sums(table) if total_name(name) is not None else set()
    own = next((text for text in amounts if (one := read_amount(text)) is not None and one.value in made), None)
    if own is None:
        return None
    cells[value] = own
    return cells


def _sums(table: Table) -> set[Decimal]:
    """What the rows since the last sum are worth, and what all rows are."""
    value = table.place("value")
    read = [read_amount(cells[value]) for _, _, cells in table.rows]
    worth = [Decimal(0) if one is None else one.value for one in read]
    last = max((place for place, total in enumerate(table.summed) if total), default=-1)
    every = (one for one, total in zip(worth, table.summed, strict=True) if not total)
    return {sum(worth[last + 1 :], Decimal(0)), sum(every, Decimal(0))}


def _put(found: list[list[str]], lines: Sequence[str], at: int, table: Table) -> None:
    """The heads and the rows of a table in their places, the other lines of their cells left empty."""
    heads = [lines[place] for place in range(at, table.end) if lines[place]][: len(table.roles)]
    for place in range(at, table.end):
        found[place] = []
    found[at] = heads
    broken = table.named == 1 and _is_without_symbols(table, lines)
    for (names, place, cells), total in zip(table.rows, table.summed, strict=True):
        texts = [lines[name] for name in names]
        used = _lines_of_name(texts) if broken and not total else 1
        texts = [*texts[:-used], " ".join(texts[-used:])]
        words = _words(table, texts)
        for name in names[: len(texts) - sum(map(bool, words))]:
            found[name] = [lines[name]]
        found[place] = [*words, *cells]


def _is_without_symbols(table: Table, lines: Sequence[str]) -> bool:
    """Whether names are all that stands before most rows, no symbols or numbers of securities."""
    told = sum(any(is_identifier(lines[name]) for name in names) for names, _, _ in table.rows)
    return 2 * told < len(table.held)


def _lines_of_name(texts: Sequence[str]) -> int:
    """How many of the last lines are a name broken over them; before a whole name of several words stand headings."""
    count = 1
    if len(texts[-1].split()) >= SHORTEST or CASH.match(texts[-1]):
        return count
    while count < min(len(texts), MOST_BROKEN) and not is_section_heading(texts[-1 - count]):
        count += 1
    return count


def _words(table: Table, names: Sequence[str]) -> list[str]:
    """What stands in the columns of names: the last lines of them, where there is one for each; else the last alone."""
    if table.named < 2:
        return [*names[-1:]] or [""]
    kept = names[-table.named :]
    fits = len(kept) == table.named and all(
        is_identifier(text) for role, text in zip(table.roles, kept, strict=False) if role != "description"
    )
    if fits:
        return list(kept)
    name = table.roles.index("description") if "description" in table.roles[: table.named] else 0
    return [names[-1] if place == name else "" for place in range(table.named)]
