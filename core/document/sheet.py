"""A document's pages: size, margins, typefaces, head and foot, and text that wraps and breaks over pages.

The only place that speaks to fpdf2. Positions and lengths are millimetres from the upper left corner; the paper
is US Letter. The same calls give the same bytes: the creation date is an argument and nothing else is dated.
"""

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal

from fpdf import FPDF, XPos, YPos

from core.document import ink
from core.document.ink import Colour, Style
from core.words import one_line

Align = Literal["L", "C", "R"]

WIDTH, HEIGHT = 215.9, 279.4
LEFT, TOP, BOTTOM = 20.0, 28.0, 22.0
BODY_WIDTH = WIDTH - 2 * LEFT
BODY_END = HEIGHT - BOTTOM
PAGE_COUNT = "\ue000\ue000"
"""Stands for the number of pages until it is known; `one_line` takes such characters out of every other text."""

_FONTS = Path(__file__).parent / "fonts"
_CUTS = (("sans", "", "PlumblineSans-Regular"), ("sans", "B", "PlumblineSans-Semibold"),
         ("serif", "", "PlumblineSerif-Regular"), ("serif", "B", "PlumblineSerif-Semibold"))  # fmt: skip
_UNKNOWN = "\ufffd"


@dataclass(frozen=True, slots=True)
class Badge:
    """A word on a tinted ground."""

    text: str
    colour: Colour
    fill: Colour


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: the running head, its badges, the line at the foot, the properties."""

    title: str
    head: str
    foot: str
    badges: tuple[Badge, ...] = ()
    subject: str = ""


class Sheet:
    """Pages that are written from top to bottom; `y` is where the next thing goes."""

    def __init__(self, frame: Frame, printed_on: date) -> None:
        self.pdf = _Pages(self, frame)
        self.pdf.set_creation_date(datetime.combine(printed_on, time(0), tzinfo=UTC))
        self.y = TOP
        self._known: set[int] = set(self.pdf.fonts["sans"].cmap) & set(self.pdf.fonts["serif"].cmap)  # type: ignore[union-attr]
        self.pdf.add_page()

    def break_page(self) -> None:
        """Go on at the top of a new page."""
        self.pdf.add_page()

    def ensure(self, height: float) -> bool:
        """Break the page where `height` does not fit below `y` any more; whether it did."""
        broken = self.y + height > BODY_END and self.y > TOP
        if broken:
            self.break_page()
        return broken

    def width_of(self, text: str, style: Style) -> float:
        """Millimetres that one line of text takes."""
        self._set(style)
        return float(self.pdf.get_string_width(self.clean(text)))

    def lines(self, text: str, style: Style, width: float) -> list[str]:
        """The text wrapped to `width`; a word that is wider than a line is broken inside."""
        done: list[str] = []
        line = ""
        for word in self.clean(text).split(" "):
            joined = f"{line} {word}" if line else word
            if self.width_of(joined, style) <= width:
                line = joined
                continue
            done += [line] if line else []
            *full, line = self._pieces(word, style, width)
            done += full
        return [*done, line] if line or not done else done

    def put(self, text: str, x: float, y: float, width: float, style: Style, align: Align = "L") -> None:
        """One line of text in a box, at a place of its own."""
        self._set(style)
        self.pdf.set_xy(x, y)
        text = text if text.endswith(PAGE_COUNT) else self.clean(text)
        self.pdf.cell(width, style.line, text, align=align, new_x=XPos.RIGHT, new_y=YPos.TOP)

    def paragraph(self, text: str, style: Style = ink.BODY, indent: float = 0.0, after: float = 2.2) -> None:
        """Wrapped text over the whole width, going on over pages, never a single line alone at a page's end."""
        lines = self.lines(text, style, BODY_WIDTH - indent)
        self.ensure(style.line * min(len(lines), 2))
        for line in lines:
            self.ensure(style.line)
            self.put(line, LEFT + indent, self.y, BODY_WIDTH - indent, style)
            self.y += style.line
        self.y += after

    def points(self, texts: Sequence[str], mark: str = "•", style: Style = ink.BODY) -> None:
        """A list, each text behind its mark."""
        for text in texts:
            self.ensure(style.line * 2)
            self.put(mark, LEFT, self.y, 4, style)
            self.paragraph(text, style, indent=4, after=1.2)
        self.y += 1.5

    def section(self, title: str, room: float = 30.0) -> None:
        """A section's heading, with at least `room` below it on the page; it stands in the outline, too."""
        self.y += 5.0 if self.y > TOP else 0.0
        self.ensure(ink.SECTION.line + 2 + room)
        self._set(ink.SECTION)
        self.pdf.set_xy(LEFT, self.y)
        self.pdf.start_section(self.clean(title))
        self.put(title, LEFT, self.y, BODY_WIDTH, ink.SECTION)
        self.y += ink.SECTION.line + 1.8

    def rule(self, x: float, y: float, width: float, colour: Colour = ink.LINE, thick: float = 0.2) -> None:
        """A horizontal line."""
        self.line(x, y, x + width, y, colour, thick)

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: Colour, thick: float = 0.2) -> None:
        """A straight line."""
        self.pdf.set_draw_color(*colour)
        self.pdf.set_line_width(thick)
        self.pdf.line(x1, y1, x2, y2)

    def box(self, x: float, y: float, width: float, height: float, fill: Colour) -> None:
        """A filled rectangle."""
        self.pdf.set_fill_color(*fill)
        self.pdf.rect(x, y, width, height, style="F")

    def outline(self, x: float, y: float, width: float, height: float, colour: Colour, thick: float = 0.4) -> None:
        """An open rectangle."""
        self.pdf.set_draw_color(*colour)
        self.pdf.set_line_width(thick)
        self.pdf.rect(x, y, width, height, style="D")

    def disc(self, x: float, y: float, radius: float, colour: Colour, *, filled: bool) -> None:
        """A circle around a point."""
        self.pdf.set_draw_color(*colour)
        self.pdf.set_fill_color(*colour)
        self.pdf.set_line_width(0.4)
        self.pdf.circle(x, y, radius, style="F" if filled else "D")

    def badge(self, badge: Badge, right: float, y: float) -> float:
        """A badge that ends at `right`; where it begins."""
        style = Style(7.5, bold=True, colour=badge.colour)
        width = self.width_of(badge.text, style) + 3
        self.pdf.set_fill_color(*badge.fill)
        self.pdf.rect(right - width, y, width, 4.6, style="F", round_corners=True, corner_radius=0.8)
        self.put(badge.text, right - width + 1.5, y + 0.5, width, style)
        return right - width

    def clean(self, text: str) -> str:
        """Any text as one line of characters that can be set; what no typeface has becomes a visible mark."""
        line = one_line(text)
        missing = {character for character in line if ord(character) not in self._known}
        if missing and "fallback" not in self.pdf.fonts:
            self.pdf.add_fallback()
        if missing:
            have = self.pdf.fonts["fallback"].cmap  # type: ignore[union-attr]
            line = "".join(ch if ch not in missing or ord(ch) in have else _UNKNOWN for ch in line)
        return line

    def finish(self) -> bytes:
        """The document's bytes."""
        return bytes(self.pdf.output())

    def _pieces(self, word: str, style: Style, width: float) -> list[str]:
        pieces, piece = [], ""
        for character in word:
            if piece and self.width_of(piece + character, style) > width:
                pieces.append(piece)
                piece = ""
            piece += character
        return [*pieces, piece]

    def _set(self, style: Style) -> None:
        self.pdf.set_font(style.family, "B" if style.bold else "", style.size)
        self.pdf.set_text_color(*style.colour)


class _Pages(FPDF):
    """fpdf2 with the house's typefaces, head and foot."""

    def __init__(self, sheet: Sheet, frame: Frame) -> None:
        super().__init__(unit="mm", format="letter")
        self._sheet, self._frame = sheet, frame
        self.c_margin = 0
        self.set_margins(0, 0, 0)
        self.set_auto_page_break(False)
        self.alias_nb_pages(PAGE_COUNT)
        for family, weight, name in _CUTS:
            self.add_font(family, weight, _FONTS / f"{name}.ttf")
        self.set_lang("en-US")
        self.set_title(one_line(frame.title))
        self.set_subject(one_line(frame.subject))
        self.set_author("Plumbline")
        self.set_creator("Plumbline")
        self.set_producer("Plumbline")

    def add_fallback(self) -> None:
        """A typeface of wide coverage for names in other scripts; it comes with matplotlib."""
        place = importlib.util.find_spec("matplotlib")
        assert place is not None and place.submodule_search_locations
        folder = Path(place.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"
        self.add_font("fallback", "", folder / "DejaVuSans.ttf")
        self.set_fallback_fonts(["fallback"], exact_match=False)

    def header(self) -> None:
        """The word mark on the left, the document's name and badges on the right, a rule below."""
        sheet = self._sheet
        _word_mark(sheet, LEFT, 11.0)
        right = LEFT + BODY_WIDTH
        width = sheet.width_of(self._frame.head, ink.CAPTION)
        sheet.put(self._frame.head, right - width, 13.0, width, ink.CAPTION)
        right -= width + 3
        for badge in self._frame.badges:
            right = sheet.badge(badge, right, 12.4) - 2
        sheet.rule(LEFT, 20.5, BODY_WIDTH)
        sheet.y = TOP

    def footer(self) -> None:
        """What it is on the left, the page on the right."""
        sheet, at = self._sheet, HEIGHT - 14.0
        sheet.rule(LEFT, at - 2, BODY_WIDTH)
        sheet.put(self._frame.foot, LEFT, at, BODY_WIDTH - 26, ink.CODE)
        number = f"Page {self.page_no()} of "
        room = sheet.width_of(number + "00", ink.CODE) + 0.4
        sheet.put(number + PAGE_COUNT, LEFT + BODY_WIDTH - room, at, room, ink.CODE)


def _word_mark(sheet: Sheet, x: float, y: float) -> None:
    """The plumb bob and the name."""
    pdf = sheet.pdf
    middle = x + 1.6
    sheet.line(middle, y + 0.4, middle, y + 4.2, ink.GREY, 0.45)
    sheet.disc(middle, y + 0.6, 0.55, ink.GREY, filled=True)
    pdf.set_fill_color(*ink.BRASS)
    pdf.polygon([(middle - 1.25, y + 4.2), (middle + 1.25, y + 4.2), (middle, y + 7.2)], style="F")
    sheet.put("Plumbline", x + 4.6, y + 0.6, 40, Style(13, "serif", bold=True, colour=ink.GREY))
