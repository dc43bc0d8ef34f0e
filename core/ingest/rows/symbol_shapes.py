"""The shapes of text in which a security prints its symbol without saying so, each with what is left of the text."""

import re
from dataclasses import dataclass

from core.ingest.lexicon.identifiers import CLASS, NOT_TICKERS, is_bare_ticker
from core.ingest.nouns.events import Record

WORD = rf"[A-Z]{{1,5}}{CLASS}?"
LONGER = rf"[A-Z]{{2,5}}{CLASS}?"
BEFORE = re.compile(rf"({WORD})(?:\s+[-–—|:]|:)\s+(\S.*)")
BEHIND = re.compile(rf"(\S.*?\S)\s*(?:\s[-–—|]\s|,\s|\[)\s*({WORD})\]?")
ENDING = r"(?:INC|CORP|PLC|CO|LTD|LLC|LP|SA|AG|NV|FUND|ETF|TRUST|CLASS [A-Z]|COM|ADR)"
LEGAL = re.compile(r"AB|AG|AS|ASA|BV|CO|CORP|GMBH|INC|KG|KGAA|LLC|LP|LTD|NV|OYJ|PLC|PTY|SA|SARL|SAS|SE|SPA|SPON|ULC")
"""Legal forms behind the name of a company, `Alpenwerk AG`: no symbols, however many rows end with one."""
MARKS = re.compile(r"(?:\s*(?:\*|\(\d{1,2}\)|[†‡§¹²³]))+$")
WRAPPED = re.compile(rf"(?:([A-Z0-9][A-Z0-9 .&/$-]{{0,30}})\s+)?({LONGER})")
ASIDE = re.compile(
    r"^[—–-]\s|(?:\s+[\d.,]+%?)+$|\s+(?:on |dividends? )?reinvest(?:ment|ed|ing)s?$|\s+(?:cash|margin|short)$", re.I
)
"""What stands beside a symbol on its line: a dash, figures, that dividends are reinvested, the side of the account."""
BRACKET = re.compile(rf"(\S.*?)\s*\(({WORD})\)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Named:
    """A symbol taken out of the text of a row, and what is left of that text."""

    symbol: str
    name: str
    details: tuple[str, ...]


def alone(row: Record) -> Named | None:
    """A symbol is all that is printed of a security, under a head for names."""
    text = row.cells["description"].text
    alone = not row.details and re.fullmatch(WORD, text) is not None and is_bare_ticker(text)
    return Named(text, text, ()) if alone else None


def name_below(row: Record) -> Named | None:
    first = re.sub(r"\s[a-z*†‡]$", "", row.cells["description"].text)
    if not re.fullmatch(WORD, first) or not row.details or len(row.details[0]) <= len(first):
        return None
    return Named(first, row.details[0], tuple(row.details[1:]))


def alone_below(row: Record) -> Named | None:
    """The last word that stands alone under a name: `SPDR` over `QZAB` ends that."""
    if "description" not in row.cells:
        return None
    for place, detail in reversed(list(enumerate(row.details))):
        text = ASIDE.sub("", detail)
        if re.fullmatch(WORD, text) and is_bare_ticker(text) and "description" in row.cells:
            return Named(text, row.cells["description"].text, (*row.details[:place], *row.details[place + 1 :]))
    return None


def before(row: Record) -> Named | None:
    found = BEFORE.fullmatch(row.cells["description"].text)
    return None if found is None else Named(found[1], found[2], tuple(row.details))


def behind(row: Record) -> Named | None:
    first = row.cells["description"].text
    for used in range(min(4, len(row.details) + 1)):
        found = BEHIND.fullmatch(MARKS.sub("", " ".join([MARKS.sub("", first), *row.details[:used]])))
        if found is not None:
            return Named(found[2], found[1], tuple(row.details[used:]))
    return None


def last_word(row: Record) -> Named | None:
    """A word in capitals behind a name that is not: `Growth Fund VGRX`."""
    found = re.fullmatch(rf"(.*[a-z]\S*)\s+({LONGER})", MARKS.sub("", row.cells["description"].text))
    if found is None or found[2] in NOT_TICKERS or LEGAL.fullmatch(found[2]):
        return None
    return Named(found[2], found[1], tuple(row.details))


def after_ending(row: Record) -> Named | None:
    """A word behind the ending of a company's name in capitals: `TIDE BANCORP INC TPXJ`."""
    found = re.fullmatch(rf"(.*\b{ENDING})\s+({LONGER})", MARKS.sub("", row.cells["description"].text))
    if found is None or found[2] in NOT_TICKERS or re.fullmatch(ENDING, found[2]):
        return None
    return Named(found[2], found[1], tuple(row.details))


def at_the_end(row: Record) -> Named | None:
    """A word in capitals at the end of the name, whatever stands before it, or alone on the last line under it."""
    first = MARKS.sub("", row.cells["description"].text)
    last = WRAPPED.fullmatch(MARKS.sub("", row.details[-1])) if row.details else None
    if last is not None:
        named = Named(last[2], first, (*row.details[:-1], *filter(None, [last[1]])))
    elif (found := re.fullmatch(rf"(.*\S)\s+(?:[-–—|]\s+)?({LONGER})", first)) is not None:
        named = Named(found[2], re.sub(r"\s*[-–—|]$", "", found[1]), tuple(row.details))
    else:
        return None
    return named if is_bare_ticker(named.symbol) else None


def first_word(row: Record) -> Named | None:
    """A word before a name in capitals of two words or more: `QMTP HARBOR FOODS PLC`."""
    found = re.fullmatch(rf"({LONGER})\s+([A-Z]{{3,}}\s+\S.*)", row.cells["description"].text)
    if found is None or found[1] in NOT_TICKERS or re.match(rf"{ENDING}\b", found[2]):
        return None
    return Named(found[1], found[2], tuple(row.details))


def in_brackets(row: Record) -> Named | None:
    """Symbols that are also words or footnote marks, `CITIGROUP INC (C)`, where the other rows have theirs there."""
    for place, detail in enumerate(row.details):
        if re.fullmatch(rf"\({WORD}\)", detail):
            details = (*row.details[:place], *row.details[place + 1 :])
            return Named(detail[1:-1], row.cells["description"].text, details)
    found = BRACKET.fullmatch(row.cells["description"].text)
    return None if found is None else Named(found[2], f"{found[1]} {found[3]}".strip(), tuple(row.details))
