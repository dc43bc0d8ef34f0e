"""A pencil for invented statements: text by its left or right edge, tables of columns, page breaks, rules, shades."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from fpdf import FPDF

from tools.accuracy.truth import Account, Drawn

Cells = Sequence[tuple[float, str]]
Getter = Callable[[Any], str]
FONTS = Path(__file__).resolve().parents[2] / "core" / "document" / "fonts"
LETTER, A4 = (612.0, 792.0), (595.28, 841.89)
EMBEDDED = {"Sans": "PlumblineSans", "Serif": "PlumblineSerif"}


def plain(value: Decimal | None, places: int = 2) -> str:
    """`-1,234.50`, nothing where nothing is known."""
    return "" if value is None else f"{value:,.{places}f}"


def dollars(value: Decimal | None) -> str:
    """`$1,234.50`, negatives in parentheses, nothing known as `N/A`."""
    if value is None:
        return "N/A"
    return f"(${-value:,.2f})" if value < 0 else f"${value:,.2f}"


def bracketed(value: Decimal | None) -> str:
    """`(1,234.50)` for a loss, without a sign of currency."""
    return f"({plain(-value)})" if value is not None and value < 0 else plain(value)


def trailing(value: Decimal | None) -> str:
    """`1,234.50-` for a loss."""
    return f"{plain(-value)}-" if value is not None and value < 0 else plain(value)


def european(value: Decimal | None, places: int = 2) -> str:
    """`1.234,50`."""
    return plain(value, places).translate(str.maketrans(",.", ".,"))


def swiss(value: Decimal | None, places: int = 2) -> str:
    """`1'234.50`."""
    return plain(value, places).replace(",", "'")


def us_day(day: str, year: int = 4) -> str:
    """`06/30/2026` or `06/30/26` of an ISO day."""
    return f"{day[5:7]}/{day[8:]}/{day[4 - year : 4]}"


def of(name: str, write: Callable[..., str] = plain, *more: Any, none: str = "") -> Getter:
    """A cell: that field of the row, written so; `none` where it has none."""
    return lambda row: none if getattr(row, name) is None else write(getattr(row, name), *more)


def words(name: str) -> Getter:
    """A cell: that text of the row."""
    return lambda row: getattr(row, name) or ""


@dataclass(frozen=True)
class Ink:
    """A text on a page, by its left end and base line."""

    x: float
    y: float
    text: str
    style: str
    size: float


@dataclass(frozen=True)
class Stroke:
    """A line, or a grey band where it has a height."""

    x0: float
    x1: float
    y: float
    height: float = 0
    grey: int = 228


@dataclass(frozen=True)
class Paper:
    """Pages of ink, which can be changed before they become a file; `stretch` is how wide letters are, in per cent."""

    font: str
    width: float
    height: float
    pages: tuple[tuple[Ink | Stroke, ...], ...] = ()
    stretch: float = 100

    def pdf(self) -> bytes:
        """The file."""
        pdf = self.empty()
        for page in self.pages:
            pdf.add_page()
            for mark in page:
                _put(pdf, self.font, mark)
        return bytes(pdf.output())

    def empty(self) -> FPDF:
        """A file without pages, with the font."""
        pdf = FPDF(format=(self.width, self.height), unit="pt")
        pdf.set_auto_page_break(False)
        pdf.set_stretching(self.stretch)
        if self.font in EMBEDDED:
            pdf.add_font(self.font, "", FONTS / f"{EMBEDDED[self.font]}-Regular.ttf")
            pdf.add_font(self.font, "B", FONTS / f"{EMBEDDED[self.font]}-Semibold.ttf")
        return pdf


def _put(pdf: FPDF, font: str, mark: Ink | Stroke) -> None:
    if isinstance(mark, Ink):
        pdf.set_font(font, mark.style, mark.size)
        pdf.text(mark.x, mark.y, mark.text)
    elif mark.height:
        pdf.set_fill_color(mark.grey, mark.grey, mark.grey)
        pdf.rect(mark.x0, mark.y, mark.x1 - mark.x0, mark.height, style="F")
    else:
        pdf.line(mark.x0, mark.y, mark.x1, mark.y)


class Pencil:
    """Draws down the pages. Negative x means that the text ends at -x."""

    def __init__(self, landscape: bool = False, font: str = "Helvetica", size: float = 8,
                 paper: tuple[float, float] = LETTER, stretch: float = 100) -> None:  # fmt: skip
        width, height = (max(paper), min(paper)) if landscape else paper
        self.paper = Paper(font, width, height, stretch=stretch)
        self.measure = self.paper.empty()
        self._widths: dict[tuple[str, str, float], float] = {}
        self.size = size
        self.bottom = height - 52
        self.on_page: Callable[[Pencil], None] = lambda pencil: None
        self.y = 0.0
        self.sheets: list[list[Ink | Stroke]] = []

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.sheets)

    def page(self) -> None:
        """A new page with what stands on each."""
        self.sheets.append([])
        self.y = 40.0
        self.on_page(self)

    def wide(self, text: str, style: str = "", size: float | None = None) -> float:
        """How wide the text is."""
        key = (text, style, size or self.size)
        if key not in self._widths:
            self.measure.set_font(self.paper.font, style, size or self.size)
            self._widths[key] = self.measure.get_string_width(text)
        return self._widths[key]

    def at(self, x: float, text: str, style: str = "", size: float | None = None, y: float | None = None) -> None:
        """Text at x on this line."""
        if text:
            left = x if x >= 0 else -x - self.wide(text, style, size)
            self.sheets[-1].append(Ink(left, self.y if y is None else y, text, style, size or self.size))

    def row(self, cells: Cells, style: str = "", step: float = 13, size: float | None = None) -> None:
        """A line of cells; the next line follows `step` below."""
        for x, text in cells:
            self.at(x, text, style, size)
        self.y += step

    def say(self, text: str, x: float = 40, style: str = "", step: float = 13, size: float | None = None) -> None:
        """Lines of text, one under the other."""
        for line in text.split("\n"):
            self.row([(x, line)], style, step, size)

    def room(self, needed: float, again: Callable[[], None] | None = None) -> None:
        """A new page where the room is short, with the head of the table drawn `again`."""
        if self.y + needed > self.bottom:
            self.page()
            if again is not None:
                again()

    def rule(self, x0: float, x1: float) -> None:
        """A line across, above the next row."""
        self.sheets[-1].append(Stroke(x0, x1, self.y - 9))

    def shade(self, x0: float, x1: float, height: float, grey: int = 228) -> None:
        """A grey band behind the next row."""
        self.sheets[-1].append(Stroke(x0, x1, self.y - height + 4, height, grey))

    def drawn(self, *accounts: Account) -> Drawn:
        """The statement of these accounts."""
        paper = replace(self.paper, pages=tuple(map(tuple, self.sheets)))
        return Drawn(paper.pdf(), accounts, paper=paper)


@dataclass(frozen=True)
class Column:
    """A column: its head (lines parted by `|`, the last at the bottom), its edge, and what it shows of a row."""

    head: str
    x: float
    shows: Getter = lambda row: ""


@dataclass
class Table:
    """Columns on a pencil's paper. `repeat`: the head stands again on each page. `again` is drawn before it."""

    pencil: Pencil
    columns: Sequence[Column]
    step: float = 13
    size: float | None = None
    repeat: bool = True
    ruled: bool = False
    zebra: bool = False
    bold_head: bool = True
    again: Callable[[], None] | None = None
    edges: tuple[float, float] = field(init=False)

    def __post_init__(self) -> None:
        inside = [abs(column.x) for column in self.columns]
        self.edges = min(inside) - 4, max(inside) + 6

    def head(self) -> None:
        """The head, in as many lines as its highest column."""
        parts = [column.head.split("|") for column in self.columns]
        deep = max(map(len, parts))
        for line in range(deep):
            cells = [
                (column.x, part[line - deep + len(part)])
                for column, part in zip(self.columns, parts, strict=True)
                if line >= deep - len(part)
            ]
            self.pencil.row(cells, "B" if self.bold_head else "", 9 if line < deep - 1 else self.step, self.size)

    def rows(self, rows: Iterable[Any], below: Callable[[Any], None] | None = None, need: float = 0,
             style: str = "") -> None:  # fmt: skip
        """Each row on a line, with what stands `below` it; `need` is the room that a row wants on its page."""
        for place, row in enumerate(rows):
            self.break_page(max(need, self.step))
            if self.zebra and place % 2:
                self.pencil.shade(*self.edges, self.step)
            self.line([column.shows(row) for column in self.columns], style)
            if below is not None:
                below(row)
            if self.ruled:
                self.pencil.rule(*self.edges)

    def line(self, cells: Sequence[str], style: str = "", step: float | None = None, size: float | None = None) -> None:
        """One line with these texts in the columns, from the left."""
        placed = [(column.x, text) for column, text in zip(self.columns, cells, strict=False)]
        self.pencil.row(placed, style, step or self.step, size or self.size)

    def sum(self, label: str, at: int, **values: str) -> None:
        """A line of sums: the label in column `at`, values by the head (its letters alone) of their column."""
        heads = {"".join(filter(str.isalpha, column.head)).lower(): column.x for column in self.columns}
        self.pencil.row([(self.columns[at].x, label), *((heads[key], text) for key, text in values.items())], "B")

    def break_page(self, need: float) -> None:
        """A new page where the room is short, with the head where heads repeat."""
        if self.pencil.y + need > self.pencil.bottom:
            self.pencil.page()
            if self.again is not None:
                self.again()
            if self.repeat:
                self.head()
