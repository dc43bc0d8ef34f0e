"""The one helper that writes HTML: every value is escaped here, and only here.

`Safe` marks text that this file has already escaped; everything else is escaped on its way in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape as _escape

from core.words.numbers import MINUS

WORD_JOINER = "\u2060"
"""Between a minus and its dollars, so that no line breaks there."""


LOAD_AGAIN = "<p></p><script>setTimeout(() => window.location.reload(), 50)</script>"
"""A fixed script that loads the page once more; it holds no value of anybody's."""


class Safe(str):
    """Markup made by this file."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table. tone : "", "bad", "ok", "info", "caution" or "soft"; strong : bold."""

    text: object
    tone: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; numbers stand right."""

    title: str
    number: bool = False


def escape(value: object) -> Safe:
    """Any value as text that cannot become markup."""
    if isinstance(value, Safe):
        return value
    text = "" if value is None else str(value).replace(f"{MINUS}$", f"{MINUS}{WORD_JOINER}$")
    return Safe(_escape(text, quote=True))


def tag(name: str, *content: object, css: str = "", style: str = "", **attributes: str) -> Safe:
    """One element; its content and the values of its attributes are escaped."""
    named = {"class": css, "style": style, **attributes}
    given = "".join(f' {key.replace("_", "-")}="{escape(value)}"' for key, value in named.items() if value)
    return Safe(f"<{name}{given}>{''.join(escape(part) for part in content)}</{name}>")


def join(parts: Sequence[object], between: str = "") -> Safe:
    """Parts one after the other, escaped."""
    return Safe(escape(between).join(escape(part) for part in parts))


def table(columns: Sequence[Column], rows: Sequence[Sequence[object]], strong: frozenset[int] = frozenset()) -> Safe:
    """A small fixed table of real text; `strong` are the indexes of bold rows."""
    head = tag("tr", *(tag("th", column.title, css="n" if column.number else "") for column in columns))
    body = [
        tag("tr", *(_cell(column, value) for column, value in zip(columns, row, strict=True)),
            css="strong" if index in strong else "")
        for index, row in enumerate(rows)
    ]  # fmt: skip
    return tag("table", tag("thead", head), tag("tbody", *body), css="pl")


def _cell(column: Column, value: object) -> Safe:
    cell = value if isinstance(value, Cell) else Cell(value)
    classes = " ".join(filter(None, ("n" if column.number else "", cell.tone)))
    return tag("td", tag("b", cell.text) if cell.strong else cell.text, css=classes)


def reasons(sentences: Sequence[str]) -> Safe:
    """Numbered reasons."""
    return tag("ol", *(tag("li", sentence) for sentence in sentences), css="pl-reasons")


def bullets(sentences: Sequence[str]) -> Safe:
    """The same without numbers."""
    return tag("ul", *(tag("li", sentence) for sentence in sentences), css="pl-reasons")


def line(*parts: object) -> Safe:
    """One quiet line of small text."""
    return tag("p", *parts, css="pl-line")


def drift_legend() -> Safe:
    """What the colours and shapes of the heat map mean."""
    parts = ["below", Safe('<span class="pl-ramp"></span>'), "above", "±1 = band edge", "■ outside", "□ near"]
    return tag("div", *(tag("span", part) for part in parts), css="pl-legend")


def toned(text: object, tone: str) -> Safe:
    """Words in a tone of the palette."""
    return tag("span", text, css=f"tone-{tone}")


@dataclass(frozen=True, slots=True)
class Badge:
    """A word on a tinted ground. tone : "bad", "ok", "info", "caution" or "soft"."""

    text: str
    tone: str = "soft"


def badge(word: Badge) -> Safe:
    """The badge as markup."""
    return tag("span", word.text, css=f"pl-badge {word.tone}")


def page_head(title: str, facts: Sequence[str] = (), badges: Sequence[Badge] = ()) -> Safe:
    """The sentence on top of a page, the quiet facts under it, and what must be known of its numbers."""
    under = [tag("span", " · ".join(facts)), *(badge(word) for word in badges)] if facts or badges else []
    return tag("header", tag("h1", title), *([tag("p", *under)] if under else []), css="pl-head")


def section(title: str, *beside: object) -> Safe:
    """A heading inside a page, with a legend or a word beside it."""
    return tag("div", tag("h2", title), *beside, css="pl-section")


def card_head(name: str, *badges: Badge) -> Safe:
    """The name on a card with its badges."""
    return tag("div", tag("b", name), *(badge(word) for word in badges), css="pl-card")
