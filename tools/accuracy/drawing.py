"""A pencil for invented statements: text by its left or right edge, rows, page breaks with or without heads."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from fpdf import FPDF

Cells = Sequence[tuple[float, str]]


def plain(value: Decimal, places: int = 2) -> str:
    """`-1,234.50`."""
    return f"{value:,.{places}f}"


def dollars(value: Decimal | None) -> str:
    """`$1,234.50`, negatives in parentheses, nothing known as `N/A`."""
    if value is None:
        return "N/A"
    return f"(${-value:,.2f})" if value < 0 else f"${value:,.2f}"


def european(value: Decimal, places: int = 2) -> str:
    """`1.234,50`."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


class Pencil:
    """Draws down the pages. Negative x means that the text ends at -x."""

    def __init__(self, landscape: bool = False, font: str = "Helvetica", size: float = 8) -> None:
        self.pdf = FPDF(orientation="L" if landscape else "P", format="letter", unit="pt")
        self.pdf.set_auto_page_break(False)
        self.font, self.size = font, size
        self.bottom = 560.0 if landscape else 740.0
        self.on_page: Callable[[Pencil], None] = lambda pencil: None
        self.y, self.pages = 0.0, 0

    def page(self) -> None:
        """A new page with what stands on each."""
        self.pdf.add_page()
        self.pages += 1
        self.y = 40.0
        self.on_page(self)

    def at(self, x: float, text: str, style: str = "", size: float | None = None, y: float | None = None) -> None:
        """Text at x on this line."""
        self.pdf.set_font(self.font, style, size or self.size)
        left = x if x >= 0 else -x - self.pdf.get_string_width(text)
        if text:
            self.pdf.text(left, self.y if y is None else y, text)

    def row(self, cells: Cells, style: str = "", step: float = 13, size: float | None = None) -> None:
        """A line of cells; the next line follows `step` below."""
        for x, text in cells:
            self.at(x, text, style, size)
        self.y += step

    def room(self, needed: float, again: Callable[[], None] | None = None) -> None:
        """A new page where the room is short, with the head of the table drawn `again`."""
        if self.y + needed > self.bottom:
            self.page()
            if again is not None:
                again()

    def rule(self, x0: float, x1: float) -> None:
        """A line across, above the next row."""
        self.pdf.line(x0, self.y - 9, x1, self.y - 9)

    def done(self) -> bytes:
        """The file."""
        return bytes(self.pdf.output())
