"""The design language on paper: colours, type sizes, and the text styles made of them.

Blue stands for below target, buy, lowers tax; brass for above target, sell, raises tax. Data colours are never
text. Sizes are points; lengths elsewhere in this room are millimetres.
"""

from dataclasses import dataclass

Colour = tuple[int, int, int]

INK: Colour = (23, 34, 43)
INK2: Colour = (78, 90, 99)
LINE: Colour = (217, 222, 220)
TABLE_LINE: Colour = (230, 234, 232)
BLUE: Colour = (46, 126, 181)
BRASS: Colour = (176, 116, 28)
RED: Colour = (209, 74, 63)
GREY: Colour = (117, 129, 138)
BAND: Colour = (232, 234, 235)
BUY_TINT: Colour = (220, 233, 243)
SELL_TINT: Colour = (242, 231, 216)
BAD_TEXT: Colour = (163, 34, 27)
BAD_FILL: Colour = (251, 233, 231)
CAUTION_TEXT: Colour = (125, 79, 12)
CAUTION_FILL: Colour = (248, 238, 220)
OK_TEXT: Colour = (26, 97, 73)
OK_FILL: Colour = (227, 241, 235)

MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Style:
    """A way to set text: family, size in points, weight, colour; `leading` is the line height over the size."""

    size: float
    family: str = "sans"
    bold: bool = False
    colour: Colour = INK
    leading: float = 1.36

    @property
    def line(self) -> float:
        """Height of one line in millimetres."""
        return self.size * self.leading * MM_PER_POINT


TITLE = Style(20, "serif", bold=True, leading=1.22)
SECTION = Style(13, "serif", bold=True)
LEAD = Style(11, "serif", leading=1.5)
FIGURE = Style(15, bold=True, leading=1.25)
BODY = Style(9.5, leading=1.42)
STRONG = Style(9.5, bold=True, leading=1.42)
TABLE = Style(8.5)
TABLE_STRONG = Style(8.5, bold=True)
TABLE_QUIET = Style(8.5, colour=INK2)
CAPTION = Style(8, colour=INK2)
CODE = Style(7.5, colour=INK2)
TROUBLE = Style(9.5, bold=True, colour=BAD_TEXT, leading=1.42)
