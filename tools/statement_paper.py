"""Paper for the sample statements: a letter page with a letterhead, ruled tables, right-aligned figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from fpdf import FPDF

LEFT, RIGHT, TOP, BOTTOM = 42.0, 570.0, 44.0, 744.0
PRINTED = datetime(2026, 11, 3, 14, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Column:
    """A column: header words (one or two lines), and where it stands; numbers end at `x`, text begins there."""

    header: tuple[str, ...]
    x: float
    width: float
    number: bool = True


@dataclass(frozen=True)
class House:
    """An invented broker: its name, its lines of address, its ink (red, green, blue)."""

    name: str
    address: str
    ink: tuple[int, int, int]
    serif: bool = False

    @property
    def font(self) -> str:
        """The standard font of its paper."""
        return "Times" if self.serif else "Helvetica"


class Paper(FPDF):
    """A statement under one letterhead; the page number and the disclosure line stand at every foot."""

    def __init__(self, house: House, caption: str) -> None:
        super().__init__(format="letter", unit="pt")
        self.house = house
        self.caption = caption
        self.set_compression(False)
        self.set_creation_date(PRINTED)
        self.set_title(f"{house.name} statement, {caption}")
        self.set_author(house.name)
        self.set_auto_page_break(False)
        self.set_margins(LEFT, TOP, 612 - RIGHT)

    def header(self) -> None:
        """Letterhead and period."""
        self.set_text_color(*self.house.ink)
        self.say(LEFT, 40, self.house.name, 15, bold=True)
        self.set_text_color(90, 90, 90)
        self.say(LEFT, 54, self.house.address, 7.5)
        self.say(RIGHT, 40, "Account statement", 9, right=True)
        self.say(RIGHT, 54, self.caption, 9, right=True)
        self.rule(62, 1.2)
        self.set_text_color(20, 20, 20)
        self.set_y(76)

    def footer(self) -> None:
        """Where we are, and that all of it is invented."""
        self.rule(752, 0.4)
        self.set_text_color(110, 110, 110)
        self.say(LEFT, 764, "Specimen. Invented broker, invented client, simulated prices. Not an offer.", 7)
        self.say(RIGHT, 764, f"Page {self.page_no()}", 7, right=True)
        self.set_text_color(20, 20, 20)

    def say(self, x: float, y: float, text: str, size: float = 8.5, bold: bool = False, right: bool = False) -> None:
        """Text with its baseline at `y`, beginning (or ending) at `x`."""
        self.set_font(self.house.font, "B" if bold else "", size)
        self.text(x - self.get_string_width(text) if right else x, y, text)

    def rule(self, y: float, width: float = 0.5) -> None:
        """A rule over the whole width."""
        self.set_draw_color(*self.house.ink)
        self.set_line_width(width)
        self.line(LEFT, y, RIGHT, y)

    def heading(self, text: str) -> None:
        """A section heading with room below."""
        self.room(96)
        self.say(LEFT, self.get_y() + 22, text, 11, bold=True)
        self.set_y(self.get_y() + 32)

    def room(self, height: float) -> bool:
        """Begin a new page where `height` does not fit any more; says whether it did."""
        if self.get_y() + height <= BOTTOM:
            return False
        self.add_page()
        return True

    def head(self, columns: Sequence[Column]) -> None:
        """The header row of a table."""
        lines = max(len(column.header) for column in columns)
        for column in columns:
            for place, words in enumerate(reversed(column.header)):
                y = self.get_y() + 9 + (lines - 1 - place) * 9
                self.say(column.x, y, words, 7.5, bold=True, right=column.number)
        self.set_y(self.get_y() + 9 * lines + 4)
        self.rule(self.get_y() - 1, 0.6)
        self.set_y(self.get_y() + 3)

    def row(self, columns: Sequence[Column], cells: Sequence[str], bold: bool = False, size: float = 8.5) -> None:
        """One row; text cells wrap inside their column, numbers stand on the first line."""
        self.set_font(self.house.font, "B" if bold else "", size)
        wrapped = [
            [cell] if column.number else self.wrap(cell, column.width)
            for column, cell in zip(columns, cells, strict=True)
        ]
        for column, lines in zip(columns, wrapped, strict=True):
            for place, words in enumerate(lines):
                self.say(column.x, self.get_y() + 9 + place * 9.5, words, size, bold, right=column.number)
        self.set_y(self.get_y() + 9.5 * max(len(lines) for lines in wrapped) + 5)

    def wrap(self, text: str, width: float) -> list[str]:
        """The text in lines that fit the width, broken between words."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.get_string_width(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def prose(self, text: str, size: float = 8) -> None:
        """A paragraph over the whole width."""
        self.set_font(self.house.font, "", size)
        for words in self.wrap(text, RIGHT - LEFT):
            self.say(LEFT, self.get_y() + 9, words, size)
            self.set_y(self.get_y() + 11)
        self.set_y(self.get_y() + 6)


def money(amount: Decimal, sign: bool = False) -> str:
    """`1,234.50`, with a dollar sign where asked; negatives in parentheses never, a minus always."""
    return f"{'-' if amount < 0 else ''}{'$' if sign else ''}{abs(amount):,.2f}"


def shares(quantity: Decimal) -> str:
    """Three decimals, as brokers print them."""
    return f"{quantity:,.3f}"
