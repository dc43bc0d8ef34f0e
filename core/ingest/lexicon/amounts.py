"""Amounts as statements print them, read exactly: `$1,234.50`, `(12.00)`, `12.00-`, `203.15A`, `9.50(a)`, `1.234,50`.

The decimal keeps the printed number of places, because the proofs ask how exact a printed number can be.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from core.ingest.data import load

BLANKS = frozenset(load("marks")["blanks"])
CURRENCIES = frozenset(load("marks")["currencies"])
MINUS = str.maketrans({"−": "-", "–": "-", "‐": "-", "‑": "-", "\u00a0": " ", "’": "'", "\u202f": " "})
POINT = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:'\d{3})+|\d+)(?:\.\d*)?|\.\d+")
COMMA = re.compile(r"(?:\d{1,3}(?:[.' ]\d{3})+|\d+)(?:,\d*)?|,\d+")
COMMA_AMOUNT = re.compile(r"([-+(]*(?:US)?[$€£]?[-(]*)((?:\d{1,3}(?:[.']\d{3})+|\d+)(?:,\d+)?)([-)%]*)")
MOST_DIGITS = 14
MOST_KEPT = 250_000
"""So many texts are read once for all who ask: those of 40,000 rows of six figures."""
PLAIN = re.compile(r"(-?)(\$?)([0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,14})(\.[0-9]+)?")
"""Most amounts are no more than this, with a point: `-$1,234.50`."""
WITH_COMMA, WITH_POINT = re.compile(r"-?[\d.' ]*\d,\d{1,6}"), re.compile(r"-?\$?[\d,]*\d\.\d{1,9}%?")
SWAPPED = str.maketrans(",.", ".,")
BROKEN = re.compile(r"\(?-?[$€£]?-?\d[\d,]*,\d[\d,]*\.\d+\)?")
SHELL = re.compile(
    r"^(?P<open>[-+(]*)\s*(?P<sign>(?:US)?[$€£]|(?:[A-Z]{3}\b))?\s*(?P<inner>[-+(]*)\s*(?P<digits>[\d.,' ]*\d[\d.,']*)"
    r"\s*(?P<close>[-)]*)\s*(?P<percent>%?)\s*(?P<tail>\)?\s*(?:CR|DR)?|[A-Za-z*†‡§¹²³]{1,2}|"
    r"(?<=[\d)])\((?:[a-z]|\d{1,2})\))$"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed number, with the footnote letter glued to it (`S`: short) and the currency printed before it."""

    value: Decimal
    percent: bool = False
    mark: str = ""
    currency: str = ""


@lru_cache(maxsize=MOST_KEPT)
def read_amount(text: str, decimal_comma: bool = False) -> Amount | None:
    """The number that the text prints, or None where it is no well-formed number."""
    if not decimal_comma and (plain := PLAIN.fullmatch(text)) is not None:
        told = Decimal(plain[3].replace(",", "") + (plain[4] or ""))
        return Amount(-told if plain[1] else told, currency=plain[2])
    text = text.strip().translate(MINUS)
    match = SHELL.match(f"({text[1:-1]})" if text.startswith("<") and text.endswith(">") else text)
    if match is None:
        return None
    if sum(map(str.isdigit, match["digits"].split("," if decimal_comma else ".")[0])) > MOST_DIGITS:
        return None
    value = _digits(match["digits"].strip(), decimal_comma)
    tail = match["tail"].strip(" ()")
    currency = match["sign"] or ""
    if value is None or (currency.isalpha() and currency not in CURRENCIES):
        return None
    mark = "" if tail in ("CR", "DR") else tail
    if mark and mark != "S" and not re.search(r"[.,]", match["digits"]) and not re.fullmatch(r"[*†‡§¹²³]+", mark):
        return None
    signs = match["open"] + match["inner"] + match["close"]
    negative = "-" in signs or ("(" in signs and ")" in match["close"] + match["tail"]) or tail == "DR"
    if "(" in signs and ")" not in match["close"] + match["tail"]:
        return None
    return Amount(-value if negative else value, bool(match["percent"]), mark, currency)


def is_blank(text: str) -> bool:
    """Whether the text says that there is no value: a dash, `N/A`, `unknown`."""
    return text.strip().lower() in BLANKS


def is_empty(text: str) -> bool:
    """Whether a cell says that it has no value: a blank with or without a footnote mark, or words without a digit.

    A single word that could be a damaged number (`1O`, `l0`, `ten`) is not empty.
    """
    plain = re.sub(r"\s+(?:[a-z]|\d|[*†‡§]+)$", "", text.strip(), flags=re.I)
    if is_blank(plain) or not any(map(str.isalnum, plain)) or is_blank(plain.rstrip("*†‡§¹²³")):
        return True
    words = re.findall(r"[a-z]+", plain.lower())
    return not any(map(str.isdigit, plain)) and bool(words) and any(is_blank(word) for word in words)


def is_broken(text: str) -> bool:
    """Whether the text wants to be an amount but groups its digits wrongly (`88,0853.95`)."""
    return bool(BROKEN.fullmatch(text)) and read_amount(text) is None


def uses_decimal_comma(texts: list[str]) -> bool:
    """Whether a file writes `12,50` rather than `12.50`, by counting both."""
    comma = sum("," in text and bool(WITH_COMMA.fullmatch(text)) and not _grouped(text) for text in texts)
    point = sum("." in text and bool(WITH_POINT.fullmatch(text)) for text in texts)
    return comma > point


def with_point(text: str) -> str:
    """An amount written `1.234,50` as `1,234.50`; any other text as it stands."""
    found = COMMA_AMOUNT.fullmatch(text)
    if found is None or not re.search(r"[.,]", found[2]):
        return text
    return found[1] + found[2].replace("'", ".").translate(SWAPPED) + found[3]


def half_step(value: Decimal) -> Decimal:
    """Half of the last printed place: how far the true number may lie from the printed one."""
    exponent = value.as_tuple().exponent
    return _half_of(exponent - 1 if isinstance(exponent, int) else -3)


@lru_cache(maxsize=200)
def _half_of(place: int) -> Decimal:
    return Decimal(5).scaleb(place)


def _digits(text: str, decimal_comma: bool) -> Decimal | None:
    shape = COMMA if decimal_comma else POINT
    if not shape.fullmatch(text):
        return None
    plain = text.replace(".", "").replace("'", "").replace(" ", "").replace(",", ".") if decimal_comma else text
    return Decimal(plain.replace(",", "").replace("'", "").rstrip(".") or "0")


def _grouped(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d{1,3}(,\d{3})+", text))
