"""Names of securities: CUSIP and ISIN with their check digits, tickers in parentheses, account numbers masked."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from core.ingest.data import load

CUSIP = re.compile(r"\b[0-9A-Z*@#]{8}[0-9]\b")
ISIN = re.compile(r"\b[A-Z]{2}[0-9A-Z]{9}[0-9]\b")
CLASS = r"(?:[./-](?:(?:PR|WS)[./-])?[A-Z]{1,3}|\^[A-Z]|p[A-Z])"
"""The class or series of a share behind its symbol: `BRK-B`, `BF.B`, `WSO/B`, `QZAB-PRA`, `QZAB.PR.A`, `QZABpA`."""
SHAPE = rf"[A-Z][A-Z0-9]{{0,5}}(?:{CLASS}|[./-][A-Z0-9]{{1,3}})?"
EXCHANGE = r"(?:NYSE|Nasdaq|NASDAQ|AMEX|ARCA|BATS|CBOE|OTC|TSX)(?: ?(?:Arca|ARCA|American|GS|GM|CM|MKTS?))?: ?"
FUND_NUMBER = r"(?:(?:[Ff]und )?(?:[Nn]o\.? ?|[Nn]umber |# ?)?\d{1,5})"
BESIDE = r"(?:[,;] ?| [/|–-] )"
PAREN = re.compile(rf"\((?:{EXCHANGE}|{FUND_NUMBER}{BESIDE})?({SHAPE})(?:{BESIDE}{FUND_NUMBER})?\)")
"""A ticker in parentheses, perhaps behind the exchange that trades it, `(NYSE: QZAB)`, or beside the number by which
a house knows its fund: `(59, QZABX)`, `(QZABX / 059)`."""
LABELLED = re.compile(
    r"\b(CUSIP|ISIN|SEDOL|(?:Ticker |Trading )?Symbol|Sym(?=\.?\s*[:#])|Ticker(?! Symbol)|"
    r"Security Identifier|Security ID|Sec\.? ID)\s*+"
    r"(?:(?:No|Number|#)(?=[\s.:#])\.?)?\s*+[:#]?\s*+"
    r"(?:(?:NYSE|Nasdaq|AMEX|ARCA|BATS|CBOE|OTC)(?: ?(?:Arca|American|GS|GM|CM|MKTS))?:\s*+)?"
    r"([0-9A-Z]{5,12}|\.?[A-Z]{1,6})"
    rf"((?-i:{CLASS}|[./-](?:[A-Z0-9]{{1,3}}|[a-z])| PR ?[A-Z]|"
    r" [A-Z](?=\s*(?:$|[|;,)]|CUSIP|Cusip|ISIN|SEDOL))))?\b",
    re.I,
)
WORDS = re.compile(rf"(?<![\w.]){SHAPE}(?![\w-])|[A-Z0-9.]+")
YEAR_TO_DAY = r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
OPTION = re.compile(
    rf"[-. ]{{0,2}}[A-Z]{{1,6}}(?:[./][A-Z])?\d? ?{YEAR_TO_DAY}[CP]\d{{1,8}}(?:\.\d{{1,3}})?|"
    r"[A-Z]{1,6}(?:[./][A-Z])?\d? \d\d/\d\d/\d{4} \d+(?:\.\d+)? [CP]"
)
ROOT = r"(?-i:[A-Z]{1,6}(?:[./][A-Z])?\d?)"
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
TERMS = r"(?:\$?\d{1,5}(?:\.\d{1,4})?\s*(?:calls?|puts?|[cp])|(?:calls?|puts?|[cp])\s*\$?\d{1,5}(?:\.\d{1,4})?)"
OPTION_TOLD = re.compile(
    rf"{ROOT}\s+(?:\d{{1,2}}/\d{{1,2}}/\d{{2}}(?:\d\d)?|{MONTH}\s*\d{{1,2}},?\s*'?\d{{2}}(?:\d\d)?|"
    rf"\d{{1,2}}\s?{MONTH}\s?'?\d{{2}}(?:\d\d)?|'?\d\d\s+{MONTH}\s+\d{{1,2}})\s+{TERMS}|"
    rf"(?:O:)?{ROOT}[_ .-]{{1,2}}\d{{6}}[CP]\d{{1,8}}(?:\.\d{{1,3}})?|O:{ROOT}\d{{6}}[CP]\d{{8}}",
    re.I,
)
"""A contract as a column of symbols may spell it: `ABC 1/15/27 55 C`, `ABC Jan 15 2027 $55 Call`, `ABC_011527C55`."""
OPTION_IN_TEXT = re.compile(rf"(?<![A-Z0-9.])(?:{OPTION.pattern})(?![A-Z0-9.])")
TICKER = re.compile(rf"^\$?{SHAPE}\*{{0,2}}$")
SHARE_CLASS = re.compile(r"[A-Z]{2,4} [A-Z]|[A-Z]{1,4} (?:PR ?[A-Z]|WS)")
"""A symbol with its class behind a blank, `BRK B`, or its series, `QZAB PRA`: one only in a column or under a label."""
RATINGS = re.compile(r"(?:[NW]R|A{1,3}|B{1,3}|C{1,3}|[ABC][1-3])[+-]?/(?:[NW]R|A{1,3}|B{1,3}|C{1,3})[+-]?")
"""What two houses think of a bond: `NR/AA`, `A2/A`. No share has such a class."""
MOST_KEPT = 20_000
"""So many names are looked at once for all who ask: a security has a row in many accounts."""
FEW_DIGITS = 4
"""So many digits at least has a CUSIP, where its check digit is wrong."""
COUNTRIES = frozenset(load("marks")["countries"])
NOT_TICKERS = frozenset(load("marks")["not_tickers"])
NAME_WORDS = frozenset(load("marks")["name_words"])
NO_SYMBOLS = NAME_WORDS | NOT_TICKERS
NO_CLASSES = NO_SYMBOLS - frozenset(load("marks")["currencies"])
"""What stands behind a stroke in words of names and in no symbol: `NON-US`, `SMID-CAP`."""


@lru_cache(maxsize=MOST_KEPT)
def cusip_ok(text: str) -> bool:
    """Whether nine characters carry the right CUSIP check digit (the modulus-10 double-add-double)."""
    if not CUSIP.fullmatch(text):
        return False
    total = 0
    for place, mark in enumerate(text[:8]):
        value = _cusip_value(mark) * (2 if place % 2 else 1)
        total += value // 10 + value % 10
    return (10 - total % 10) % 10 == int(text[8])


@lru_cache(maxsize=MOST_KEPT)
def isin_ok(text: str) -> bool:
    """Whether twelve characters carry the right ISIN check digit (Luhn over letters as numbers, ISO 6166)."""
    if not ISIN.fullmatch(text):
        return False
    digits = "".join(str(int(mark, 36)) for mark in text)
    total = 0
    for place, mark in enumerate(reversed(digits)):
        value = int(mark) * (2 if place % 2 else 1)
        total += value // 10 + value % 10
    return total % 10 == 0


@lru_cache(maxsize=MOST_KEPT)
def labelled(text: str) -> Mapping[str, str]:
    """Identifiers that the text names: {"cusip": …, "isin": …, "sedol": …, "symbol": …}."""
    found: dict[str, str] = {}
    for kind, value, share in LABELLED.findall(text):
        name = kind.lower() if kind.lower() in ("cusip", "isin", "sedol") else "symbol"
        if name == "symbol" and len(value) > 6:
            name = "isin" if ISIN.fullmatch(value) else "cusip" if CUSIP.fullmatch(value) else name
        found.setdefault(name, _with_class(value, share) if name == "symbol" else value.upper())
    if "cusip" in found and len(found["cusip"]) != 9:
        del found["cusip"]
    if "isin" in found and not ISIN.fullmatch(found["isin"]):
        del found["isin"]
    return MappingProxyType(found)


def is_identifier(text: str) -> bool:
    """Whether a text is the symbol of a share or an option, or a number of a security, and nothing else."""
    numbered = CUSIP.fullmatch(text) is not None and (cusip_ok(text) or sum(map(str.isdigit, text)) >= FEW_DIGITS)
    return is_bare_ticker(text) or numbered or option_symbol(text) is not None or isin_ok(text)


def words_of(text: str) -> list[str]:
    """The words of a text in capitals that may be symbols or other identifiers, a symbol with its class as one."""
    return WORDS.findall(text)


@lru_cache(maxsize=MOST_KEPT)
def bare_isin(text: str) -> str | None:
    """An ISIN that stands in the text without a label: by check digit, else by shape and country."""
    found = ISIN.findall(text)
    shaped = (match for match in found if match[:2] in COUNTRIES and sum(map(str.isdigit, match)) >= 6)
    return next((match for match in found if isin_ok(match)), None) or next(shaped, None)


@lru_cache(maxsize=MOST_KEPT)
def bare_cusip(text: str) -> str | None:
    """A CUSIP that stands in the text without a label: right check digit, and both letters or digits enough."""
    return next(
        (match for match in CUSIP.findall(text) if cusip_ok(match) and sum(c.isdigit() for c in match) >= 4), None
    )


@lru_cache(maxsize=MOST_KEPT)
def option_symbol(text: str) -> str | None:
    """The symbol of an option as a column of symbols prints it, without the mark before it; None where it is none.

    An ISIN whose digits look like a day, `US517101C906`, is none.
    """
    if ISIN.fullmatch(text) and isin_ok(text):
        return None
    plain = " ".join(text.strip("-. ").split())
    return plain if OPTION.fullmatch(text) or OPTION_TOLD.fullmatch(plain) else None


@lru_cache(maxsize=MOST_KEPT)
def symbol_in(text: str) -> str | None:
    """The last ticker printed in parentheses, `APPLE INC (AAPL)`."""
    found = [match for match in PAREN.findall(text) if match not in NOT_TICKERS]
    return found[-1] if found else None


def is_ticker(text: str) -> bool:
    """Whether the text has the shape of a ticker."""
    return bool(TICKER.match(text))


def is_symbol(text: str) -> bool:
    """Whether what a label or a column tells is a symbol: a ticker, or one with its class behind a blank, `BRK B`."""
    return is_ticker(text) or SHARE_CLASS.fullmatch(text) is not None


def is_bare_ticker(text: str) -> bool:
    """Whether a word that stands alone, without a label, may be a ticker: it has the shape and ends no name."""
    first, *last = re.split(r"[./^-]", text.upper(), maxsplit=1)
    worded = text.upper() in NO_SYMBOLS or (first in NO_SYMBOLS and len(first) > 1)
    worded = worded or any(len(part) > 1 and part in NO_CLASSES for part in last)
    return is_ticker(text) and not worded and re.fullmatch(r"R\d", text) is None and RATINGS.fullmatch(text) is None


def _with_class(symbol: str, share: str) -> str:
    """A symbol that a label tells, with its class of shares; a letter behind a blank is one only of a short symbol."""
    whole = symbol + share
    if TICKER.fullmatch(whole) or (share[:1] == " " and SHARE_CLASS.fullmatch(whole)):
        return whole
    return (symbol if share[:1] == " " else whole).upper()


def masked(number: str) -> str:
    """An account number with all but its last four letters or digits hidden: `…0935`; empty stays empty."""
    marks = re.sub(r"[^0-9A-Za-z]", "", number)
    return f"…{marks[-4:]}" if marks else ""


def _cusip_value(mark: str) -> int:
    return {"*": 36, "@": 37, "#": 38}.get(mark) if mark in "*@#" else int(mark, 36)  # type: ignore[return-value]
