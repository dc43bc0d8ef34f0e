"""Dated lines of figures on pages that are no rows of holdings: what may be lots, grouped by what stands for a name.

A purchase is a line with one day, or `Various` for many, and at least two figures. Its name is the text before them,
else the line of text above; columns are figures that stand over one another.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from core.domain.statement import Box
from core.ingest.heads.assign import Token, tokens_of
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.asset_kinds import BOND_TERMS, RATE_AND_DAY
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.doing import says_moves
from core.ingest.lexicon.sections import total_name
from core.ingest.lines.furniture import furniture_of, place_key
from core.ingest.lots.purchase_lines import Purchase, purchase_on
from core.ingest.nouns.words import Line, phrases, span, text_of
from core.ingest.rows.rows import PAGE_NUMBER

MOST_WORDS = 14
LOTS = re.compile(r"\blots?\b", re.I)
INCOME = re.compile(
    r"\b(?:payable|date paid|paid on|pay(?:ment)? date|ex[ -]?(?:div\w*|date)|record date|declared|"
    r"(?:expected|projected|estimated|next) (?:income|interest|dividends?|payments?|cash flows?)|"
    r"income (?:expected|projected|received|schedule))\b",
    re.I,
)
PAID = re.compile(r"\b(?:cost|basis|acquired|purchased?|bought|lots?)\b", re.I)
CONTRACT = re.compile(r"^(?:call|put)s?\b(?! (?:date|price|schedule)).*[A-Za-z].*\d|\d [CP]$|\d (?:call|put)$", re.I)
DAY_FIRST = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\s+")
INCOME_DONE = re.compile(
    r"(?:(?:qualified|ordinary|foreign|cash|nonqualified|reinvested) )*(?:dividends?|distributions?)\b|"
    r"(?:(?:bond|bank|credit|margin) )?interest\b",
    re.I,
)
GONE = re.compile(r"\b(?:closed|realized|realised|sold|sales)\b", re.I)
HEADS = 4
"""So many lines of text above a name are those of its heads."""
FEW_HEADS = 3
Place = tuple[int, int]
Reach = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Group:
    """Purchases that follow one another under one name."""

    name: str
    purchases: tuple[Purchase, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Groups that follow one another without a row of another table between them, and their columns.

    A column is its reach, x0 to x1, on each page. `lines` are those that the groups take, with their names and sums;
    `heads` is the text above them, `over` the lines of it right over the first.
    """

    groups: tuple[Group, ...]
    columns: tuple[Mapping[int, Reach], ...]
    lines: tuple[Line, ...]
    heads: tuple[str, ...] = ()
    over: tuple[str, ...] = ()

    @property
    def newest(self) -> date:
        """The last day that its lines print."""
        days = (read_date(one.day.text) for group in self.groups for one in group.purchases)
        return max((day for day in days if day is not None), default=date.min)

    @property
    def says_income(self) -> bool:
        """Whether the text right above speaks of income on days of payment."""
        return any(map(INCOME.search, self.over)) and not any(map(PAID.search, self.over))

    @property
    def says_lots(self) -> bool:
        """Whether the text above speaks of lots."""
        return any(
            LOTS.search(text) and not GONE.search(text)
            for text in (*self.heads, *(group.name for group in self.groups))
        )

    def figure(self, purchase: Purchase, column: int) -> Decimal | None:
        """The figure of a purchase in a column."""
        token = self.token(purchase, column)
        amount = read_amount(token.text) if token is not None else None
        return amount.value if amount is not None else None

    def token(self, purchase: Purchase, column: int) -> Token | None:
        """What a purchase prints in a column."""
        page = purchase.line.page
        return next((one for one in purchase.figures if self.holds(column, page, one.box)), None)

    def holds(self, column: int, page: int | None, box: Box) -> bool:
        """Whether a box on a page lies in a column."""
        reach = self.columns[column].get(page or 0)
        return reach is not None and box[0] >= reach[0] and box[2] <= reach[1]

    @property
    def filled(self) -> int:
        """How many lines print one figure in each column, and no other."""
        lines = [
            purchase
            for group in self.groups
            for purchase in group.purchases
            if len(purchase.figures) == len(self.columns)
        ]
        return sum(all(self.token(line, column) for column in range(len(self.columns))) for line in lines)

    def ways(self) -> Iterator["Block"]:
        """The block, and the same with its columns as they stand on each page, where they shift from page to page."""
        yield self
        apart = _columns_of_pages(self.groups)
        if apart is not None:
            yield replace(self, columns=apart)

    def total(self, group: Group, column: int) -> Decimal | None:
        """The sum of a column over a group; None where a purchase has no figure there."""
        figures = [self.figure(purchase, column) for purchase in group.purchases]
        known = [figure for figure in figures if figure is not None]
        return sum(known, Decimal(0)) if len(known) == len(figures) else None


@dataclass(slots=True)
class _Gathering:
    """The groups of the block that is open, and the line of text that may be the name of what follows."""

    groups: list[Group] = field(default_factory=list)
    title: Line | None = None
    heads: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    between: list[Line] = field(default_factory=list)
    over: tuple[str, ...] = ()

    def entitle(self, line: Line) -> None:
        """A line of text that may be a name; one that was no name before, as the head of a page, is none again."""
        if self.title is not None:
            self.heads.append(self.title.text)
        if _letters(line.text) not in map(_letters, self.heads):
            self.title = line

    def is_entitled(self, is_named: Callable[[str], bool]) -> bool:
        """Whether the name of a position stands above."""
        return self.title is not None and is_named(self.title.text)

    def take(self, found: Purchase, named: str) -> None:
        """One purchase more, under its own name, that of the line above, or that of the purchase before."""
        last = self.groups[-1] if self.groups else None
        if last is None:
            self.over = (*self.heads[-1:], *([self.title.text] if self.title is not None else []))
        above = "" if self.title is None or named else self.title.text
        name = named or above or (last.name if last is not None else "")
        if last is not None and name == last.name:
            self.groups[-1] = replace(last, purchases=(*last.purchases, found))
        else:
            self.groups.append(Group(name, (found,)))
        self.lines += [*self.between, *([self.title] if self.title is not None and above else []), found.line]
        self.title, self.between = None, []

    @property
    def says_cost(self) -> bool:
        """Whether the text right above speaks of what was paid."""
        return any(map(PAID.search, self.heads[-HEADS:]))

    def close(self) -> Iterator[Block]:
        """The block, where there is one, with the line of sums that follows it."""
        if self.groups:
            lines = (*self.lines, *self.between[:1])
            yield Block(tuple(self.groups), _columns(self.groups), lines, tuple(self.heads), self.over)
        self.groups, self.lines, self.between, self.heads, self.title = [], [], [], [], None


def blocks_of(
    pages: Sequence[Sequence[Line]], taken: frozenset[Place], is_named: Callable[[str], bool]
) -> Iterator[Block]:
    """The blocks of purchases on the pages; `taken` are the places of lines that are rows of other tables.

    What every page repeats names nothing, but where `is_named` says that it names a position: lots go on under their
    name over the turn of a page, and those of two accounts may begin at one height with one security.
    """
    gathering, furniture = _Gathering(), furniture_of(pages)
    for line in (line for lines in pages for line in lines):
        if place_of(line) in taken or _is_income(line):
            yield from gathering.close()
            continue
        if PAGE_NUMBER.search(line.text):
            gathering.heads.append(line.text)
            continue
        found, named = purchase_on(line, gathering.says_cost and gathering.is_entitled(is_named))
        if found is not None:
            gathering.take(found, named)
        elif (
            not figures_in(line)
            and not is_named(line.text)
            and (place_key(line) in furniture or (gathering.is_entitled(is_named) and _are_heads(line)))
        ):
            gathering.heads.append(line.text)
        elif not figures_in(line) or _names_bond(line) or _names_contract(line):
            if says_moves(line.text):
                yield from gathering.close()
            gathering.entitle(line)
        elif gathering.groups:
            gathering.between.append(line)
    yield from gathering.close()


def _letters(text: str) -> str:
    """A text without the marks and blanks that a scan may lose."""
    return "".join(filter(str.isalnum, text.casefold()))


def place_of(line: Line) -> Place:
    """What tells a line from the others: its page and its height."""
    return at_place(line.page, span(line.words))


def at_place(page: int | None, box: Box) -> Place:
    """The place of a line whose words lie in a box."""
    return page or 0, round(box[1])


def figures_in(line: Line) -> bool:
    """Whether a line prints an amount with decimals or a day."""
    return any("." in token.text or token.kind == "date" for token in tokens_of(line.words, ()) if token.kind != "text")


def _are_heads(line: Line) -> bool:
    """Whether words stand apart as heads do: under a name they are those of its lots, and no name."""
    return len(phrases(line.words, 1.0)) >= FEW_HEADS


def _is_income(line: Line) -> bool:
    """Whether a line says behind its day that income came in, `10/23/25  Dividend  QUILL 100 ETF  36.95`."""
    texts = [text_of(run) for run in phrases(line.words, 1.0)]
    told = DAY_FIRST.sub("", " ".join(texts), count=1)
    return told != " ".join(texts) and INCOME_DONE.match(told) is not None


def _names_bond(line: Line) -> bool:
    """Whether all figures of a line stand within its words, those of the terms of a bond: `QUILL NOTE 4.5% DUE ...`."""
    text = line.text
    alone = len(phrases(line.words, 1.0)) == 1 and text[:1].isalpha() and len(line.words) < MOST_WORDS
    told = BOND_TERMS.search(text) is not None or RATE_AND_DAY.search(text) is not None
    return alone and told and total_name(text) is None


def _names_contract(line: Line) -> bool:
    """Whether a line is the name of an option, whose day of expiry is none of a purchase: `Call QUILL CORP 01/16/26`.

    Its strike may be cut off, or stand behind the day.
    """
    alone = len(phrases(line.words, 1.0)) == 1 and len(line.words) < MOST_WORDS
    return alone and CONTRACT.search(line.text) is not None


def _columns(groups: Sequence[Group]) -> tuple[Mapping[int, Reach], ...]:
    """The reaches of figures that stand over one another, alike on all pages."""
    lines = [purchase for group in groups for purchase in group.purchases]
    pages = {purchase.line.page for purchase in lines}
    return tuple(dict.fromkeys(pages, reach) for reach in _reaches(lines))


def _columns_of_pages(groups: Sequence[Group]) -> tuple[Mapping[int, Reach], ...] | None:
    """The reaches of figures that stand over one another on each page; None where the pages differ in their number."""
    lines = [purchase for group in groups for purchase in group.purchases]
    pages = sorted({purchase.line.page for purchase in lines})
    found = [_reaches([one for one in lines if one.line.page == page]) for page in pages]
    if len(pages) < 2 or len({len(reaches) for reaches in found}) > 1:
        return None
    return tuple(dict(zip(pages, column, strict=True)) for column in zip(*found, strict=True))


def _reaches(lines: Sequence[Purchase]) -> list[Reach]:
    reaches: list[Reach] = []
    boxes = (figure.box for purchase in lines for figure in purchase.figures)
    for low, high in sorted((box[0], box[2]) for box in boxes):
        if reaches and low < reaches[-1][1]:
            reaches[-1] = (reaches[-1][0], max(reaches[-1][1], high))
        else:
            reaches.append((low, high))
    return reaches
