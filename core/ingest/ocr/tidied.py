"""A reading without what specks, gaps and look-alikes do to it; no digit is ever changed."""

import re

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import is_date
from core.ingest.lexicon.identifiers import cusip_ok, isin_ok
from core.ingest.lexicon.vocabulary import HEADER_WORDS

SMALL_CAPITALS = re.compile(r"(?=.*[a-z])(?=.*[A-Z])[A-Zcosuvwxz]{2,5}")
"""Letters whose small form looks like the capital, among capitals; a first capital alone is a word."""
STROKES = re.compile(r"(?=(?:.*[A-Z]){2})(?=.*[l|])[A-Zl|]{3,5}")
"""A bare stroke among capitals is the capital I: `VTl`."""
GROUPS = re.compile(
    r"(?P<open>[-($]*)(?P<whole>\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})*)(?P=mark)(?P<cents>\d\d)(?P<close>[-)]*)"
)
"""Thousands and cents parted by the same mark: the last one is the point."""
COLON = re.compile(r"([-($]*(?:\d{1,3}(?:,\d{3})+|\d{3,})):(\d{2,4}[-)]*)")
"""A point with a speck above it: `13,000:000`. Two digits and a colon are a time of day."""
NO_HOUR = re.compile(r"([-($]*(?:2[5-9]|[3-9]\d)):(\d\d[-)]*)|([-($]*\d\d?):(\d{3,4}[-)]*)")
"""The same where no hour has so many, `34:45`, and no minutes have so many digits, `31:000`."""
SEMICOLON = re.compile(r"(?<=\d);(?=\d{3}(?!\d))")
"""A comma with a speck above it: `$705;593.73`."""
SHARE_CLASS = re.compile(r"\([A-Z]{1,4},[A-Z]\)")
"""The point before the class of a share read as a comma: `(QZA,B)`."""
IN_DOLLARS = re.compile(r"(?P<head>|.*[a-z)])\(S\)")
"""The dollar sign in brackets at the end of a head read as the letter: `Value (S)`, `Gain/(Loss)(S)`."""
PLURALS = frozenset({"ETFs", "CDs", "MMFs", "ADRs", "UITs", "LPs", "BDCs", "REITs"})
DOLLARS = re.compile(r"S(?=\d{1,3}(?:[,.]\d{3})*\.\d\d$)")
"""A dollar sign before cents is often read as the letter."""
SPECKED = re.compile(r"[.,·'‘`:;~]+(?P<word>[A-Za-z][A-Za-z()]*)|(?P<code>[A-Z]{2,5})[.,·]")
RAISED = '°º®©™*”“"'
"""What a voice makes of a small raised letter behind a figure."""
STROKE_IN_LABEL = str.maketrans("!|1", "lll")


def tidy(text: str) -> str:
    """The reading as printed: `14 .86`, `348.19.`, `1,389 00`, `21.488.81`, `13,000:000`, `zVSQ`, `VTl`, `Symbo!`."""
    text = "-" if text == "~" else _unspecked(DOLLARS.sub("$", SEMICOLON.sub(",", text)))
    if text in PLURALS:
        return text
    if in_dollars := IN_DOLLARS.fullmatch(text.rstrip(".,:·")):
        return f"{in_dollars['head']}($)"
    if SHARE_CLASS.fullmatch(text):
        return text.replace(",", ".")
    if SMALL_CAPITALS.fullmatch(text) and not text.istitle():
        return text.upper()
    if STROKES.fullmatch(text):
        return re.sub(r"[l|]", "I", text)
    if groups := GROUPS.fullmatch(text):
        return f"{groups['open']}{re.sub('[.,]', ',', groups['whole'])}.{groups['cents']}{groups['close']}"
    if colon := COLON.fullmatch(text.rstrip(".,·")) or NO_HOUR.fullmatch(text):
        return ".".join(part for part in colon.groups() if part)
    if re.search(r"[a-z][!|1]|[!|1][a-z]", text) and is_label(text.translate(STROKE_IN_LABEL)):
        return text.translate(STROKE_IN_LABEL)
    if not re.search(r"\d", text) or (is_number(text) and " " not in text and not text.endswith(".")):
        return text
    tight = re.sub(r"(?<=\d) (?=\d\d[-)]*$)", ".", text.strip(" .,:;·~'‘`|").rstrip(RAISED))
    tight = re.sub(r"\s+", "", tight).replace("~", "")
    return tight if is_number(tight) else text


def _unspecked(text: str) -> str:
    """A word without the specks before and after it: `.QZAB`, `QZAB.`, `Quantity.`."""
    if specked := SPECKED.fullmatch(text):
        return specked["word"] or specked["code"]
    if text[-1:] in ".·" and len(text) > 5 and is_label(text):
        return text.rstrip(".·")
    checked = text.rstrip(".,:;·")
    return checked if cusip_ok(checked) or isin_ok(checked) else text


def is_number(text: str) -> bool:
    """Whether the text is an amount, written with a point or a comma, or a date."""
    plain = text.replace(" ", "")
    return read_amount(plain) is not None or read_amount(plain, True) is not None or is_date(text)


def is_label(text: str) -> bool:
    """Whether the text is a word that statements print over their columns and before their facts, `Account`, `Qty:`.

    No voice reads such a word by chance where another stands.
    """
    plain = text.strip(".,:;()/*").lower()
    return len(plain) > 2 and plain in HEADER_WORDS
