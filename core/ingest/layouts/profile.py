"""A layout as a small text file (TOML) that can be shared, and the one sentence that refuses a bad one.

A profile only gives words a meaning. It holds no pattern, no path and no code, so nothing in it can run.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any, get_args

from core.domain.errors import BadInput
from core.domain.layout import COLUMN_MEANINGS, LINE_MEANINGS, Layout
from core.domain.statement import AssetType
from core.ingest.lexicon.taught import plain
from core.ingest.lexicon.vocabulary import known_role

FORM = "plumbline-layout/1"
MOST_BYTES = 64 * 1024
MOST_WORDS = 80
MOST_TEXT = 80
TABLES = ("columns", "lines", "sections")
WORTH = frozenset({"value", "price", "quantity", "amount", "cost"})
NAMED = frozenset({"description", "symbol", "identifier", "cusip", "isin", "acquired", "activity"})
SWAPPED = ({"quantity", "price"}, {"value", "cost"})
"""Meanings that arithmetic alone may not tell apart: a head that plainly says one is never taught as the other."""


def to_toml(layout: Layout) -> str:
    """The profile file of a layout."""
    parts = [
        "# A statement layout for Plumbline: what the printed heads, lines and sections mean.",
        f"format = {_text(FORM)}",
        f"name = {_text(layout.name)}",
        f"letterhead = {_text(layout.letterhead)}",
    ]
    for title, pairs in zip(TABLES, (layout.columns, layout.lines, layout.sections), strict=True):
        if pairs:
            parts += ["", f"[{title}]", *(f"{_text(label)} = {_text(meaning)}" for label, meaning in pairs)]
    return "\n".join(parts) + "\n"


def from_toml(data: bytes, where: str = "the profile") -> Layout:
    """The layout in a profile file, without id; BadInput says in one sentence what is wrong with it."""
    if len(data) > MOST_BYTES:
        raise BadInput(where, f"has {len(data) // 1024} KB; a layout has at most {MOST_BYTES // 1024}")
    try:
        read = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadInput(where, "is not text in UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        raise BadInput(where, "is not a well-formed TOML file") from None
    if read.get("format") != FORM:
        raise BadInput(where, f"is no layout: its first line must say format = '{FORM}'")
    if strange := sorted(set(read) - {"format", "name", "letterhead", *TABLES}):
        raise BadInput(where, f"holds '{strange[0][:40]}', which a layout does not have")
    columns, lines, sections = (_pairs(read.get(title, {}), where, title) for title in TABLES)
    layout = Layout(
        "", _short(read.get("name", ""), where, "name"), columns, lines, sections,
        _short(read.get("letterhead", ""), where, "letterhead"),
    )  # fmt: skip
    return checked(layout, where)


def checked(layout: Layout, where: str = "the layout") -> Layout:
    """The layout, if its words and meanings make sense; BadInput says what does not."""
    if not layout.name.strip():
        raise BadInput(where, "has no name")
    _meanings(layout.columns, COLUMN_MEANINGS, where, "column")
    _meanings(layout.lines, LINE_MEANINGS, where, "line")
    _meanings(layout.sections, dict.fromkeys(get_args(AssetType)), where, "section")
    for text in (layout.name, layout.letterhead):
        _short(text, where, "name")
    meanings = [meaning for _, meaning in layout.columns if meaning != "other"]
    if twice := next((one for one in meanings if meanings.count(one) > 1), None):
        raise BadInput(where, f"names two columns '{COLUMN_MEANINGS[twice]}'; one column has one meaning")
    if not set(meanings) & WORTH or not set(meanings) & NAMED:
        raise BadInput(where, "must say which column names the holding and which column holds its numbers")
    for label, meaning in layout.columns:
        _not_swapped(label, meaning, where)
    return layout


def _not_swapped(label: str, meaning: str, where: str) -> None:
    """Quantity x price is the same with both exchanged: no proof would see it."""
    known = known_role(label)
    if known != meaning and any({known, meaning} == pair for pair in SWAPPED):
        raise BadInput(where, f"calls the column '{label}' {meaning}, but that head plainly says {known}")


def _pairs(table: Any, where: str, title: str) -> tuple[tuple[Any, Any], ...]:
    if not isinstance(table, Mapping) or not all(isinstance(meaning, str) for meaning in table.values()):
        raise BadInput(where, f"must give each of its {title} one meaning as text")
    return tuple(table.items())


def _meanings(pairs: tuple[tuple[str, str], ...], known: Mapping[str, Any], where: str, what: str) -> None:
    if len(pairs) > MOST_WORDS:
        raise BadInput(where, f"has {len(pairs)} {what}s; a layout has at most {MOST_WORDS}")
    for label, meaning in pairs:
        _short(label, where, what)
        if not plain(label):
            raise BadInput(where, f"has a {what} '{label}' without a word in it")
        if meaning not in known:
            raise BadInput(where, f"calls the {what} '{label}' {meaning[:40]!r}; it may be {', '.join(known)}")
    keys = [plain(label) for label, _ in pairs]
    if twice := next((key for key in keys if keys.count(key) > 1), None):
        raise BadInput(where, f"names the {what} '{twice}' twice")


def _short(text: Any, where: str, what: str) -> str:
    if not isinstance(text, str) or len(text) > MOST_TEXT or re.search(r"[\x00-\x1f\x7f]", text):
        raise BadInput(where, f"has a {what} that is no short line of text")
    return text


def _text(text: str) -> str:
    """A TOML basic string; the escapes of JSON are a part of those of TOML."""
    return json.dumps(text, ensure_ascii=False)
