"""fpdf2 with the house's typefaces, head and foot; the only importer of fpdf2, and itself imported only to print."""

import importlib.util
from io import BytesIO
from pathlib import Path

from fpdf import FPDF, ViewerPreferences
from fpdf.fonts import TTFFont

from core.document import ink
from core.document.ink import Style
from core.document.sheet import BODY_WIDTH, HEIGHT, LEFT, PAGE_COUNT, TOP, Frame, Sheet
from core.document.tags import TagTree
from core.words import one_line

_FONTS = Path(__file__).parent / "fonts"
_CUTS = (("sans", "", "PlumblineSans-Regular"), ("sans", "B", "PlumblineSans-Semibold"),
         ("serif", "", "PlumblineSerif-Regular"), ("serif", "B", "PlumblineSerif-Semibold"))  # fmt: skip


class Press(FPDF):
    """fpdf2 with the house's typefaces, head and foot."""

    def __init__(self, sheet: Sheet, frame: Frame) -> None:
        super().__init__(unit="mm", format="letter")
        self._sheet, self._frame = sheet, frame
        self._set_min_pdf_version("1.7")
        self.tags = self.struct_builder = TagTree(self)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.c_margin = 0
        self.set_margins(0, 0, 0)
        self.set_auto_page_break(False)
        self.alias_nb_pages(PAGE_COUNT)
        for family, weight, name in _CUTS:
            self.add_font(family, weight, _FONTS / f"{name}.ttf")
        self.set_lang("en-US")
        self.set_title(one_line(frame.title))
        self.set_subject(one_line(frame.subject))
        self.set_author(frame.letterhead.author)
        self.set_creator("Plumbline")
        self.set_producer("Plumbline")

    def characters(self, font: str) -> set[int]:
        """The code points that a typeface has."""
        face = self.fonts[font]
        return set(face.cmap) if isinstance(face, TTFFont) else set()

    def add_fallback(self) -> None:
        """A typeface of wide coverage for names in other scripts; it comes with matplotlib."""
        place = importlib.util.find_spec("matplotlib")
        assert place is not None and place.submodule_search_locations
        folder = Path(place.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"
        self.add_font("fallback", "", folder / "DejaVuSans.ttf")
        self.set_fallback_fonts(["fallback"], exact_match=False)

    def say(self, operators: str) -> None:
        """Content operators, as they are, on this page."""
        self._out(operators)

    def header(self) -> None:
        """Whose document it is on the left, its name and badges on the right, a rule below."""
        with self._sheet.artifact():
            self._head()

    def footer(self) -> None:
        """What it is on the left, the page on the right."""
        with self._sheet.artifact():
            self._foot()

    def _head(self) -> None:
        sheet, letterhead = self._sheet, self._frame.letterhead
        self._sign(LEFT, 11.0)
        right = LEFT + BODY_WIDTH
        width = sheet.width_of(self._frame.head, ink.CAPTION)
        sheet.put(self._frame.head, right - width, 13.0, width, ink.CAPTION)
        right -= width + 3
        for badge in self._frame.badges:
            right = sheet.badge(badge, right, 12.4) - 2
        sheet.rule(LEFT, 20.5, BODY_WIDTH, *((letterhead.accent, 0.5) if letterhead.firm.name else ()))
        sheet.y = TOP

    def _foot(self) -> None:
        sheet, at = self._sheet, HEIGHT - 14.0
        sheet.rule(LEFT, at - 2, BODY_WIDTH)
        sheet.put(self._frame.foot, LEFT, at, BODY_WIDTH - 26, ink.CODE)
        number = f"Page {self.page_no()} of "
        room = sheet.width_of(number + "00", ink.CODE) + 0.4
        sheet.put(number + PAGE_COUNT, LEFT + BODY_WIDTH - room, at, room, ink.CODE)
        lines = self._frame.letterhead.lines
        if lines and self.page_no() == 1:
            sheet.put(sheet.lines(lines, ink.CODE, BODY_WIDTH)[0], LEFT, at + 3.6, BODY_WIDTH, ink.CODE)

    def _sign(self, x: float, y: float) -> None:
        """The firm's logo and name; the house's word mark where no firm is named."""
        sheet, letterhead = self._sheet, self._frame.letterhead
        if not letterhead.firm.name:
            _word_mark(sheet, x, y)
            return
        if letterhead.logo:
            wide, high = letterhead.logo_size
            self.image(BytesIO(letterhead.logo), x, y + 2.5 - high / 2, w=wide, h=high)
            x += wide + 3
        style = Style(13, "serif", bold=True, colour=letterhead.accent)
        sheet.put(sheet.lines(letterhead.firm.name, style, 82)[0], x, y + 0.6, 82, style)


def _word_mark(sheet: Sheet, x: float, y: float) -> None:
    """The plumb bob and the name."""
    middle = x + 1.6
    sheet.line(middle, y + 0.4, middle, y + 4.2, ink.GREY, 0.45)
    sheet.disc(middle, y + 0.6, 0.55, ink.GREY, filled=True)
    sheet.shape([(middle - 1.25, y + 4.2), (middle + 1.25, y + 4.2), (middle, y + 7.2)], ink.BRASS)
    sheet.put("Plumbline", x + 4.6, y + 0.6, 40, Style(13, "serif", bold=True, colour=ink.GREY))
