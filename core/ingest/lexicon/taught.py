"""The words of the layout under which a file is being read; the reader's vocabulary asks here first.

Nothing is taught outside `using`, so a layout never reaches beyond the file that it fits.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache

from core.domain.layout import Layout
from core.domain.statement import AssetType

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
DATE = re.compile(rf"\b(?:\d+(?:[./-]\d+)+|{MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {MONTH}(?: \d{{4}})?)\b")


@dataclass(frozen=True, slots=True)
class Taught:
    """A layout's words by their plain form."""

    columns: Mapping[str, str]
    words: frozenset[str]
    lines: Mapping[str, str]
    sections: Mapping[str, AssetType]
    letterhead: str


_now: ContextVar[Taught | None] = ContextVar("taught", default=None)


@contextmanager
def using(layout: Layout) -> Iterator[None]:
    """The layout's words hold inside the block."""
    token = _now.set(_words(layout))
    try:
        yield
    finally:
        _now.reset(token)


def column_meaning(label: str) -> str | None:
    """What the taught layout says of a head, or None."""
    taught = _now.get()
    return taught.columns.get(plain(label)) if taught else None


def is_taught_word(word: str) -> bool:
    """Whether a word stands in a taught head."""
    taught = _now.get()
    return taught is not None and bool(plain(word)) and set(plain(word).split()) <= taught.words


def line_meaning(label: str) -> str | None:
    """What the taught layout says of a line with this label, or None."""
    taught = _now.get()
    return taught.lines.get(plain(label)) if taught else None


def section_kind(heading: str) -> AssetType | None:
    """What the taught layout says stands under this heading, or None."""
    taught = _now.get()
    return taught.sections.get(plain(heading)) if taught else None


def letterhead() -> str:
    """The house of the taught layout, or empty."""
    taught = _now.get()
    return taught.letterhead if taught else ""


@cache
def plain(text: str) -> str:
    """Words in lower case, of any alphabet, without dates, bare numbers and signs."""
    words = re.findall(r"[^\W_]+|%|#", DATE.sub(" ", text.casefold()))
    return " ".join(word for word in words if not word.isdigit())


@cache
def _words(layout: Layout) -> Taught:
    columns = {plain(label): meaning for label, meaning in layout.columns}
    return Taught(
        columns,
        frozenset(word for label in columns for word in label.split()),
        {plain(label): meaning for label, meaning in layout.lines},
        {plain(heading): kind for heading, kind in layout.sections},
        layout.letterhead,
    )
