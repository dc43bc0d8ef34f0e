"""A firm's letterhead: its logo made safe and small, its colour held legible, its lines for the foot."""

import struct
from dataclasses import dataclass, field
from io import BytesIO

from core.document import ink
from core.document.ink import Colour
from core.domain.errors import BadInput
from core.domain.firm import Firm
from core.words import number, one_line

MOST_BYTES = 2_000_000
MOST_PIXELS = 16_000_000
LOGO_PIXELS = (900, 300)
LEAST_CONTRAST = 4.5
"""WCAG 2.1, 1.4.3, for text on white."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The firm and the bytes of its logo (PNG), where it has one."""

    firm: Firm = field(default_factory=Firm)
    logo: bytes = b""

    @property
    def accent(self) -> Colour:
        """The firm's colour, as the paper wants it."""
        return colour_of(self.firm.accent)

    @property
    def author(self) -> str:
        """Who is named as the author in the document's properties."""
        return one_line(self.firm.name) or "Plumbline"

    @property
    def logo_size(self) -> tuple[float, float]:
        """Millimetres that the logo takes: nine high, at most 42 wide."""
        wide, high = struct.unpack(">II", self.logo[16:24])
        scale = min(9.0 / high, 42.0 / wide)
        return wide * scale, high * scale

    @property
    def lines(self) -> str:
        """Name, address and contact in one line, for the foot of the first page."""
        parts = (self.firm.name, *self.firm.address, *self.firm.contact)
        return " · ".join(one_line(part) for part in parts if part.strip()) if self.firm.name else ""


PLAIN = Letterhead()
"""The house's own word mark, where no firm has been named"""


def colour_of(text: str) -> Colour:
    """`#14506B` as red, green and blue."""
    return (int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))


def refuse_pale(accent: str) -> None:
    """BadInput where headings in this colour could not be read on white paper."""
    ratio = contrast(colour_of(accent), (255, 255, 255))
    if ratio < LEAST_CONTRAST:
        raise BadInput("accent", f"has a contrast of {number(ratio, 1)} on white; headings need at least 4.5")


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def safe_logo(data: bytes) -> bytes:
    """The picture as a small PNG on white, nothing else of the file left; BadInput in one sentence otherwise."""
    from PIL import Image, UnidentifiedImageError

    if len(data) > MOST_BYTES:
        raise BadInput("logo", f"has {len(data):,} bytes; at most {MOST_BYTES:,} are taken")
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise BadInput("logo", f"has {picture.width} x {picture.height} pixels; that is too many")
            drawn = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise BadInput("logo", "is no PNG or JPEG that can be opened") from error
    drawn.thumbnail(LOGO_PIXELS)
    paper = Image.new("RGB", drawn.size, "white")
    paper.paste(drawn, mask=drawn.getchannel("A"))
    out = BytesIO()
    paper.save(out, format="PNG", optimize=True)
    return out.getvalue()


def _luminance(colour: Colour) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def title_colour(letterhead: Letterhead) -> Colour:
    """Section headings carry the firm's colour, the house's ink where there is none."""
    return letterhead.accent if letterhead.firm.name else ink.INK
