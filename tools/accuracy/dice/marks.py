"""What a pencil does more than once on a paper: boxes, rules, upright lines, wrapped text, text in the middle."""

from tools.accuracy.drawing import Pencil, Stroke

THIN = 0.4


def middle(pencil: Pencil, x: float, text: str, style: str = "", size: float | None = None) -> None:
    """Text around x."""
    pencil.at(x - pencil.wide(text, style, size) / 2, text, style, size)


def across(pencil: Pencil, left: float, right: float, y: float) -> None:
    """A line across at that height."""
    pencil.sheets[-1].append(Stroke(left, right, y))


def upright(pencil: Pencil, x: float, top: float, bottom: float) -> None:
    """A line down."""
    pencil.sheets[-1].append(Stroke(x, x + THIN, top, bottom - top, 0))


def boxed(pencil: Pencil, left: float, right: float, top: float, bottom: float) -> None:
    """A frame."""
    for y in (top, bottom):
        across(pencil, left, right, y)
    for x in (left, right):
        upright(pencil, x, top, bottom)


def shaded(pencil: Pencil, left: float, right: float, top: float, bottom: float, grey: int) -> None:
    """A grey band."""
    pencil.sheets[-1].append(Stroke(left, right, top, bottom - top, grey))


def wrapped(pencil: Pencil, text: str, width: float, style: str = "", size: float | None = None) -> list[str]:
    """The text in lines that are no wider, unless a word alone is."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and pencil.wide(longer, style, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def cut(pencil: Pencil, text: str, width: float, style: str = "") -> str:
    """The text as far as it goes."""
    while text and pencil.wide(text, style) > width:
        text = text[:-1]
    return text.rstrip()


def paragraph(pencil: Pencil, text: str, left: float, right: float, size: float) -> None:
    """Lines of text down the page."""
    for line in wrapped(pencil, text, right - left, "", size):
        pencil.room(size + 4)
        pencil.row([(left, line)], "", size + 2.5, size)
