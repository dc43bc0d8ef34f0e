"""Cells of table files as text: without guards and escapes, in pieces, with a point for a decimal comma."""

import html
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from core.ingest.lexicon.amounts import MOST_KEPT, read_amount

GAP = re.compile(r"\s{3,}")
TAG = re.compile(r"</?(?:b|i|u|em|strong|span|font|small|sup|sub)(?:\s[^<>]{0,200})?>", re.I)
"""What makes a text of a site bold, left in a cell of what is copied from it."""
STARRED = re.compile(r"(\*\*|__)([^*_]+)\1")
SHAPED = re.compile("[\U0001d400-\U0001d7ff\uff01-\uff5e]")
"""Letters and digits that are bold, or wide, by themselves."""


def pointed(cell: str) -> str:
    """An amount with a decimal comma as one with a point; any other text as it stands."""
    amount = read_amount(cell, True) if "," in cell else None
    return cell if amount is None else format(amount.value, "f")


def in_pieces(raw: Sequence[str]) -> list[str]:
    """The parts of a line that stands in one cell with wide gaps; none where the row has several cells or no gap."""
    filled = [cell for cell in raw if cell.strip()]
    parts = GAP.split(filled[0].strip()) if len(filled) == 1 else []
    return [clean(part) for part in parts] if 1 < len(parts) < 5 else []


@lru_cache(maxsize=MOST_KEPT)
def clean(cell: str) -> str:
    """A cell without HTML escapes, Excel's text guard, marks of bold, quotes around all of it and stray spaces.

    Many rooms look at every row for something of their own: each text is cleaned once for all of them.
    """
    if cell.isascii() and cell.isalnum():
        return cell
    if "<" in cell or "**" in cell or "__" in cell or not cell.isascii():
        cell = _plain(cell)
    text = html.unescape(cell) if "&" in cell else cell
    guarded = re.fullmatch(r'="(.*)"', text.strip()) if "=" in text else None
    plain = guarded[1] if guarded else text
    return " ".join((plain.strip().strip('"') if '"' in plain else plain).split())


def _plain(cell: str) -> str:
    """A cell without what makes all or a part of it bold."""
    text = unicodedata.normalize("NFKC", cell) if SHAPED.search(cell) else cell
    starred = STARRED.fullmatch(text.strip())
    return starred[2] if starred is not None else TAG.sub("", text)
