"""Section headings of a statement, and what they say of the securities under them."""

import re
from functools import lru_cache

from core.domain.statement import AssetType
from core.ingest.data import load
from core.ingest.lexicon.identifiers import symbol_in
from core.ingest.lexicon.taught import line_meaning, section_kind

KINDS: tuple[tuple[AssetType, str], ...] = tuple((kind, pattern) for kind, pattern in load("sections")["kinds"])
WORDS = frozenset(load("sections")["words"])
GRAND = frozenset(load("sections")["grand"])
SECTORS = frozenset(load("sections")["sectors"])
"""Names of sectors and styles, that part a section and say nothing of the kind of what is held."""
TOTAL = re.compile(
    r"^[*<=\s]*(?:sub-?\s?totals?|in total|(?:grand|account|portfolio|net) total|totals?|sum(?=\W*$| of ))\b"
    r"[\s:>-]*(?:(?:of|for)\b)?[\s:-]*(.*)$|^(.+?)\s+(?:sub-?\s?total|totals?)[\s:*]*$",
    re.I,
)
YEAR_DUE = r"(?P<due>\b(?:maturing|due|matures|maturity)(?: in)? (?:19|20)\d\d\b)(?![/.,-]?\d)"
WITH_ACCRUED = r"(?:^|\s)(?:with|including|incl\.?|plus) (?:all )?accrued (?:interest|income|dividends?)$"
NET = re.compile(r"net (?:assets|portfolio value|account value|liquidat(?:ing|ion) value|worth)\s*:?", re.I)
EVERYTHING = re.compile(
    r"all (?:your )?(?:investments|holdings|accounts|positions|assets|securities|plans|funds)\s*:?", re.I
)

OF_NUMBER = re.compile(
    r"(?i:(?:account|acct)\b\.?(?: (?:number|no\.?|nbr|#))?\s*:?\s*)?(?=(?:\D*\d){3})"
    r"(?:(?:[A-Z]{1,3}\d{1,4}|\d{1,3}[A-Z]{1,3}\d{0,2})-\d{4,9}|[Xx*•.…-]*\d{3,12}(?:-\d{3,8})*)"
)
"""The number of an account as all that a sum is of, `KR7-318842`, `account ...8820`."""

OF_ONE_SECURITY = frozenset(
    {"", "lot", "tax lot", "all lot", "position", "thi position", "security", "thi security", "holding", "share"}
    | {"unit", "issue", "asset", "fund"}
)
"""What a sum under the lots of one is of, by the key of its name: `Security total`, `Total for this position`."""
ONE_FUND = re.compile(r"\b(?:fund|index|idx|return|etf|shares|adm(?:iral)?|inst(?:itutional)?|inv(?:estor)?)\b", re.I)
"""Words of the name of one fund; a heading or a sum of several says `funds`."""
CONTINUED = re.compile(
    r"(?: [-–—])?\s*\(?\bcont(?:inued|['’]d|d)\b\.?\)?|\s*\(\s*cont\b\.?\s*\)|\s*[-–—,]\s*cont\b\.?\s*$", re.I
)
"""What a heading or a name says that goes on from the page before."""
COUNTED = re.compile(r"first \d+ holdings|holdings \d+ to \d+|.+, part \d+")
"""Names given here to rows that a sum without a name of its own, or of one name again, closes: numbers part them."""


def kind_of_section(text: str) -> AssetType | None:
    """The asset type that a heading names, or None."""
    plain = text.lower()
    return section_kind(text) or next((kind for kind, pattern in KINDS if re.search(pattern, plain)), None)


def kinds_of_section(text: str) -> tuple[AssetType, ...]:
    """Every asset type that a heading names: `Equities and Options` names two."""
    return tuple(kind for kind, pattern in KINDS if re.search(pattern, text.lower()))


def section_name(text: str) -> str:
    """A heading without `(continued)`, percentages, amounts, footnote letters, and what it is under: `Held > Funds`."""
    text = re.sub(r"\([^)]*\)", " ", text.rpartition(" > ")[2])
    text = re.sub(r"(?<![-–—:])[-–—:]*+\s*\bcont(?:inued|'d|d)?\b\.?", " ", text, flags=re.I)
    text = re.sub(rf"(?i){YEAR_DUE}|\$?[\d,]*\d(?:\.\d+)?\s*%?(?:\s*of\b.*$)?", lambda found: found["due"] or " ", text)
    text = re.sub(r"\s[A-Z*†]$", "", text.strip())
    return " ".join(text.strip(" :-–—*").split())


@lru_cache(maxsize=20_000)
def section_key(name: str) -> str:
    """A name for comparing headings with subtotals: lower case, no plural s, no small words."""
    if COUNTED.fullmatch(name):
        return name
    words = re.findall(r"[a-z0-9]+", section_name(name).lower())
    return " ".join(
        word.rstrip("s") if len(word) > 3 else word for word in words if word not in ("and", "of", "the", "in")
    )


OF_SIDE = re.compile(
    r"(?:principal|income) (?:portfolio|assets|account|investments?|holdings|securities)|invested (?:income|principal)|"
    r"(?:long|short) (?:positions?|securities|holdings|sales)"
)
"""The principal and the income of a trust, what is held long and what is sold short."""


def is_section_heading(text: str) -> bool:
    """Whether every word of a short line belongs to the language of headings, or it names a side of an account."""
    if section_kind(text) is not None:
        return True
    name = section_name(text).lower()
    if OF_SIDE.fullmatch(name.strip(" :")) is not None:
        return True
    if symbol_in(text):
        return False
    if is_sector(text):
        return True
    words = [word.strip("().,:;–—-/") for word in name.split()]
    words = [word for word in words if word]
    if not words or len(words) > 8:
        return False
    spoken = all(_is_spoken(part) for word in words for part in word.split("/"))
    return spoken and kind_of_section(name) is not None


def is_sector(text: str) -> bool:
    """Whether a line is the name of a sector or a style, `Health Care`, `Large Cap Growth`."""
    return section_name(text).lower() in SECTORS


def _is_spoken(word: str) -> bool:
    """Whether a word, or each part of one with hyphens, `exchange-traded`, belongs to the language of headings."""
    return word in WORDS or ("-" in word and all(part in WORDS for part in word.split("-") if part))


def total_name(text: str) -> str | None:
    """The name after `Total`, empty for a grand total, or None where the line is no total."""
    meaning = line_meaning(text)
    if meaning in ("account total", "section total"):
        return "" if meaning == "account total" else section_name(text)
    return _own_total_name(text)


@lru_cache(maxsize=20_000)
def _own_total_name(text: str) -> str | None:
    """The name after `Total`, by the words of the text alone."""
    plain = re.sub(r"\([^)]*\)|\.{3,}", " ", text).strip()
    if NET.fullmatch(plain) or EVERYTHING.fullmatch(plain):
        return ""
    match = TOTAL.match(plain)
    if match is None:
        return None
    told = match[1] if match[1] is not None else match[2] or ""
    if OF_NUMBER.fullmatch(told.strip()):
        return ""
    name = section_name(told)
    words = re.sub(r"^(?:of|for|in)\s+", "", name.lower())
    words = re.sub(rf"\b(?:as of|on|this period)\b.*$|\(.*$|{WITH_ACCRUED}", "", words).strip()
    return "" if words in GRAND or re.fullmatch(r"[x*.…\d -]+", words) else name
