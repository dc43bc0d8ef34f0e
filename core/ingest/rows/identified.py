"""What a row of a security is known by: symbol, CUSIP and ISIN, from its columns, labels in its text, and shapes."""

import re
from collections.abc import Mapping
from functools import lru_cache

from core.ingest.lexicon.asset_kinds import BOND_TERMS
from core.ingest.lexicon.identifiers import (
    CUSIP,
    ISIN,
    RATINGS,
    SHARE_CLASS,
    bare_cusip,
    bare_isin,
    cusip_ok,
    is_bare_ticker,
    is_symbol,
    is_ticker,
    isin_ok,
    labelled,
    option_symbol,
    symbol_in,
)
from core.ingest.nouns.events import Cell

NUMBERED = re.compile(r"(?P<symbol>[A-Z]{1,5}) (?=(?:\D?\d){7})\d[\d-]+")
"""A symbol before the number of the fund and of the account, whose column is set close to it."""
IN_SMALL = re.compile(r"[a-z]{2,5}(?:[.-][a-z])?")
"""A symbol as programs of portfolio accounting keep it, `qzab`; a letter alone may be a mark."""
CLASSES = frozenset({"ADM", "ADML", "INV", "INST", "INSTL", "SRS", "REGS", "MTN", "MTNS", "TIPS", "STRIPS"})
UNRATED = re.compile(r"[NW]R")
"""What a column of symbols and of ratings says of a bond that nobody rates, or no longer."""
FALLS_DUE = re.compile(r"\b(?:due|matures?|maturity:?) \d|\bcertificates? of deposit\b", re.I)
IN_BRACKETS = re.compile(r"\([^()]+\)")
MARK = re.compile(r"[^A-Za-z0-9]+|\(\d{1,2}\)")
SIDES = ("MARGIN", "SHORT", "LONG")
"""Of an account, as a second line prints them under symbols."""


def identifiers(cells: Mapping[str, Cell], text: str) -> dict[str, str]:
    """Symbol, CUSIP and ISIN of a row: from their columns, from labels in the text, from their shape."""
    found: dict[str, str] = {}
    for role in ("symbol", "identifier", "cusip", "isin"):
        if role in cells and (told := _identifier_in(cells[role].text, role)) is not None:
            found[told[0]] = told[1]
    rated = UNRATED.fullmatch(found.get("symbol", "")) or RATINGS.fullmatch(found.get("symbol", ""))
    if rated and (BOND_TERMS.search(text) or FALLS_DUE.search(text)):
        del found["symbol"]
    for name, value in labelled(text).items():
        if name != "symbol" or is_symbol(value):
            found.setdefault(name, value)
    if "isin" not in found and (isin := bare_isin(text)):
        found["isin"] = isin
    if "cusip" not in found and "isin" not in found and (cusip := bare_cusip(text)):
        found["cusip"] = cusip
    cusip = found.get("cusip", "")
    if "symbol" not in found and cusip and cusip in text and (symbol := _before(cusip, text)):
        found["symbol"] = symbol
    columns = any(role in cells for role in ("symbol", "identifier", "isin"))
    if "symbol" not in found and not columns and (symbol := symbol_in(text)):
        found["symbol"] = symbol
    return found


def _before(cusip: str, text: str) -> str | None:
    """The ticker that stands in capitals right before a CUSIP, behind a name in small letters; None elsewhere.

    `Quill Bond ETF QZAB 464287242`; a word for a class of shares or for a debt is none.
    """
    name, last = (" ".join(text.partition(cusip)[0].split()).rpartition(" "))[::2]
    small = any(map(str.islower, name.partition(" ")[0])) and "%" not in text and not BOND_TERMS.search(text)
    return last if small and last.isalpha() and is_bare_ticker(last) and last not in CLASSES else None


@lru_cache(maxsize=20_000)
def _identifier_in(text: str, role: str) -> tuple[str, str] | None:
    """What a cell of a column of identifiers names, as its kind and itself: `("symbol", "QZAB")`; None for nothing."""
    bare = text.strip().strip("* ")
    bare = bare[1:-1].strip() if IN_BRACKETS.fullmatch(bare) else bare
    if bare.upper() in SIDES:
        return None
    if isin_ok(bare):
        return "isin", bare
    if CUSIP.fullmatch(bare) and (cusip_ok(bare) or role == "cusip" or sum(map(str.isdigit, bare)) >= 4):
        return "cusip", bare
    if role in ("symbol", "identifier") and (symbol := _marked_ticker(bare) or option_symbol(bare)):
        return "symbol", symbol
    if role == "symbol" and IN_SMALL.fullmatch(bare) and is_bare_ticker(bare.upper()):
        return "symbol", bare.upper()
    if role == "symbol" and (behind := NUMBERED.fullmatch(bare)) and is_ticker(behind["symbol"]):
        return "symbol", behind["symbol"]
    if role == "symbol" and " " in bare and is_ticker(last := bare.split()[-1]) and last.isupper() and len(last) > 1:
        return "symbol", last
    return ("isin", bare) if role == "isin" and ISIN.fullmatch(bare) else None


def _marked_ticker(text: str) -> str | None:
    """A ticker alone in its cell, with its class of shares, `BRK B`, or with a mark of the page: `JEPI !  Executed`."""
    if SHARE_CLASS.fullmatch(text):
        return text
    first, *rest = text.split() or [""]
    return first if is_ticker(first) and (not rest or MARK.fullmatch(rest[0])) else None
