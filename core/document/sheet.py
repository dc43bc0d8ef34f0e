"""A document's pages: size, margins, and text that wraps and breaks over pages.

Positions and lengths are millimetres from the upper left corner; the paper is US Letter. The same calls give the
same bytes: the creation date is an argument and nothing else is dated.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Literal

from core.document import ink
from core.document.ink import Colour, Style
from core.document.letterhead import PLAIN, Letterhead, title_colour
from core.words import one_line

Align = Literal["L", "C", "R"]

WIDTH, HEIGHT = 215.9, 279.4
LEFT, TOP, BOTTOM = 20.0, 28.0, 22.0
BODY_WIDTH = WIDTH - 2 * LEFT
BODY_END = HEIGHT - BOTTOM
PAGE_COUNT = "\ue000\ue000"
"""Stands for the number of pages until it is known; `one_line` takes such characters out of every other text."""

_HEADINGS = {ink.TITLE: "H1", ink.STRONG: "H3"}
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
    letterhead: Letterhead = PLAIN


class Sheet:
    """Pages that are written from top to bottom; `y` is where the next thing goes."""

    def __init__(self, frame: Frame, printed_on: date) -> None:
        from core.document.press import Press

        self.pdf = Press(self, frame)
        self._section = replace(ink.SECTION, colour=title_colour(frame.letterhead))
        self.pdf.set_creation_date(datetime.combine(printed_on, time(0), tzinfo=UTC))
        self.y = TOP
        self._artifact, self._inside = False, False
        self._known = self.pdf.characters("sans") & self.pdf.characters("serif")
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

    @contextmanager
    def tag(self, kind: str, alt: str | None = None, span: int = 1) -> Iterator[None]:
        """What is set inside belongs to one element of the structure: `P`, `H1`, `Table`, `TR`, `TD` …"""
        self.pdf.tags.open(kind, alt, span)
        yield
        self.pdf.tags.close()

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is set inside is decoration, which a screen reader leaves out."""
        before, self._artifact = self._artifact, True
        yield
        self._artifact = before

    @contextmanager
    def figure(self, alt: str) -> Iterator[None]:
        """What is drawn inside is one picture; `alt` says in words what it shows."""
        with self.tag("Figure", alt), self._marked(drawing=False):
            self._inside = True
            yield
            self._inside = False

    def put(self, text: str, x: float, y: float, width: float, style: Style, align: Align = "L") -> None:
        """One line of text in a box, at a place of its own."""
        self._set(style)
        self.pdf.set_xy(x, y)
        text = text if text.endswith(PAGE_COUNT) else self.clean(text)
        with self._marked(drawing=False):
            self.pdf.cell(width, style.line, text, align=align)

    def paragraph(self, text: str, style: Style = ink.BODY, indent: float = 0.0, after: float = 2.2) -> None:
        """Wrapped text over the whole width, going on over pages, never a single line alone at a page's end."""
        lines = self.lines(text, style, BODY_WIDTH - indent)
        self.ensure(style.line * min(len(lines), 2))
        with self.tag(_HEADINGS.get(style, "P")):
            for line in lines:
                self.ensure(style.line)
                self.put(line, LEFT + indent, self.y, BODY_WIDTH - indent, style)
                self.y += style.line
        self.y += after

    def points(self, texts: Sequence[str], mark: str = "•", style: Style = ink.BODY) -> None:
        """A list, each text behind its mark."""
        with self.tag("L"):
            for text in texts:
                self._point(text, mark, style)
        self.y += 1.5

    def section(self, title: str, room: float = 30.0) -> None:
        """A section's heading, with at least `room` below it on the page; it stands in the outline, too."""
        self.y += 5.0 if self.y > TOP else 0.0
        self.ensure(ink.SECTION.line + 2 + room)
        self._set(ink.SECTION)
        self.pdf.set_xy(LEFT, self.y)
        self.pdf.start_section(self.clean(title))
        with self.tag("H2"):
            self.put(title, LEFT, self.y, BODY_WIDTH, self._section)
        self.y += ink.SECTION.line + 1.8

    def rule(self, x: float, y: float, width: float, colour: Colour = ink.LINE, thick: float = 0.2) -> None:
        """A horizontal line."""
        self.line(x, y, x + width, y, colour, thick)

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: Colour, thick: float = 0.2) -> None:
        """A straight line."""
        self.pdf.set_draw_color(*colour)
        self.pdf.set_line_width(thick)
        with self._marked(drawing=True):
            self.pdf.line(x1, y1, x2, y2)

    def box(self, x: float, y: float, width: float, height: float, fill: Colour) -> None:
        """A filled rectangle."""
        self.pdf.set_fill_color(*fill)
        with self._marked(drawing=True):
            self.pdf.rect(x, y, width, height, style="F")

    def outline(self, x: float, y: float, width: float, height: float, colour: Colour, thick: float = 0.4) -> None:
        """An open rectangle."""
        self.pdf.set_draw_color(*colour)
        self.pdf.set_line_width(thick)
        with self._marked(drawing=True):
            self.pdf.rect(x, y, width, height, style="D")

    def disc(self, x: float, y: float, radius: float, colour: Colour, *, filled: bool) -> None:
        """A circle around a point."""
        self.pdf.set_draw_color(*colour)
        self.pdf.set_fill_color(*colour)
        self.pdf.set_line_width(0.4)
        with self._marked(drawing=True):
            self.pdf.circle(x, y, radius, style="F" if filled else "D")

    def shape(self, corners: Sequence[tuple[float, float]], colour: Colour) -> None:
        """A filled polygon."""
        self.pdf.set_fill_color(*colour)
        with self._marked(drawing=True):
            self.pdf.polygon(list(corners), style="F")

    def badge(self, badge: Badge, right: float, y: float) -> float:
        """A badge that ends at `right`; where it begins."""
        style = Style(7.5, bold=True, colour=badge.colour)
        width = self.width_of(badge.text, style) + 3
        self.pdf.set_fill_color(*badge.fill)
        with self._marked(drawing=True):
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
            have = self.pdf.characters("fallback")
            line = "".join(ch if ch not in missing or ord(ch) in have else _UNKNOWN for ch in line)
        return line

    def finish(self) -> bytes:
        """The document's bytes."""
        return bytes(self.pdf.output())

    def _point(self, text: str, mark: str, style: Style) -> None:
        self.ensure(style.line * 2)
        with self.tag("LI"):
            with self.tag("Lbl"):
                self.put(mark, LEFT, self.y, 4, style)
            with self.tag("LBody"):
                self.paragraph(text, style, indent=4, after=1.2)

    @contextmanager
    def _marked(self, *, drawing: bool) -> Iterator[None]:
        """Text belongs to the innermost element; lines and tints outside a figure are decoration."""
        if self._inside:
            yield
            return
        if self._artifact or drawing:
            self.pdf.say("/Artifact BMC")
        else:
            kind, number = self.pdf.tags.mark()
            self.pdf.say(f"/{kind} <</MCID {number}>> BDC")
        yield
        self.pdf.say("EMC")

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
