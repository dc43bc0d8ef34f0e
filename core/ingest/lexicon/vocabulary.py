"""What column headers mean: the words that brokers print over quantity, price, value, basis and the rest.

A label is reduced to lower-case words without signs and dates, looked up whole, and only then tried by rule.
The words are in `data/headers.toml`; `other` columns are known but not read.
"""

import re
import unicodedata
from functools import cache

from core.ingest.data import load
from core.ingest.lexicon.taught import column_meaning, is_taught_word

KNOWN: dict[str, str] = {label: role for role, labels in load("headers").items() for label in labels}
QUALIFIERS = re.compile(r"\b(?:est|usd|in|on|as of|of|the|your)\b")
MONEYS = "|".join(load("marks")["currencies"])
IN_MONEY = re.compile(rf"\s*[\[(]\s*(?:in )?(?P<money>{MONEYS})\s*[\])]\s*|\s+(?:(?:in|en) )?(?P<behind>{MONEYS})\s*$")
"""The currency that a head tells, `Book Value (CAD)`, `Value in EUR`."""
OF_MONEY = re.compile(
    r"\s*[\[(]\s*(?:market|local|native|base|reporting|account|foreign|portfolio)(?: (?:currency|ccy))?\s*[\])]", re.I
)
"""Of which kind that currency is, `Book Value (Market)`."""
DOING = r"(?:process|processing|settle|settlement|post|posted|posting|entry|effective|transaction|trade|activity)"
OF_FACE = r"(?:%|\bpercent\b|\bpct\b).*\b(?:face|par|principal|nominal)\b"
"""How a head says that a price is one per hundred of face, `Price (% of face)`."""
RULES: tuple[tuple[str, str], ...] = (
    (r"\b(?:currency|ccy)$", "currency"),
    (r"\bname\b.*\bsymbol\b|\bsymbol\b.*\bname\b", "description"),
    (r"^(?:symbol|sym|ticker|tkr) (?!.*\b(?:description|security|investment)\b).+", "identifier"),
    (rf"\b(?:cost|purchase price|price paid)\b.*{OF_FACE}", "unit_cost"),
    (rf"\bprice\b.*{OF_FACE}", "price"),
    (rf"^{DOING}(?: {DOING})* date$", "date"),
    (r"%|\bpercent|\bpct\b|\bweight|\ballocation|\byield|\bincome\b|\bdividend|\bratio\b|\bvolume\b|\brating", "other"),
    (r"\bbeginning\b|\bprior\b|\bprevious\b|\bopening\b|\bstart\b|\blast period\b", "other"),
    (r"\bpending\b|\bunsettled\b|\bstrike price\b|\bunderlying (?:last|price|value)\b", "other"),
    (r"\bchange\b|\bchg\b|\bchng\b|\bday\b|\btoday|\b\d+ (?:day|week|wk|month|mo|year|yr)s?\b", "other"),
    (r"\bcommit|\bunfunded\b|\bcalled\b|\bdistribut|\breinvest|\b52\b|\brealized\b(?!.*unreal)", "other"),
    (r"\bunreali[sz]ed|\bgain\b|\bg l\b|\bprofit\b", "gain"),
    (r"(?:\bunit|\bavg|\baverage|\bper share|\bper unit|\bshare).*\b(?:cost|basis)", "unit_cost"),
    (r"\b(?:cost|basis)\b.*(?:per|unit|share|avg|average)", "unit_cost"),
    (r"\b(?:adj|adjusted|orig|original|cost|avg|average)\b.*\bprice", "unit_cost"),
    (r"\bpurchase price|\bprice paid", "unit_cost"),
    (r"\bcost\b|\bbasis\b", "cost"),
    (r"\b(?:unit|share) value$|\bvalue (?:per|of (?:a|one)) (?:unit|share)$", "price"),
    (r"\b(?:price|nav)\b|\bbid\b|\bper 100\b|\bquote", "price"),
    (r"\b(?:face|par)\b(?: amount| value)?", "quantity"),
    (r"\bvalue\b.*\baccrued\b|\bmarket value\b|\bvalue\b|\bmkt val", "value"),
    (r"\baccrued\b", "accrued"),
    (r"\b(?:quantity|qty|shares|units|par|face)\b", "quantity"),
    (r"^(?:account|acct) (?:.*\b(?:number|no|nbr|num|id)|(?:.* )?last (?:4|four)(?: digits)?|mask)$", "account"),
    (r"\bmaturity\b|\bexpir", "maturity"),
    (r"\bacquired\b|\bpurchase date|\btrade date|\bopen date", "acquired"),
    (r"\bcusip\b", "cusip"),
    (r"\bisin\b", "isin"),
    (r"\bsymbol\b|\bticker\b", "symbol"),
    (r"\binvestment (?:results|activity|return)", "other"),
    (r"\bdescription\b|\bsecurity\b|\binvestment\b|\bholding$", "description"),
    (r"\bactivity\b|\bearnings\b|\bexchanges\b|\btransfers\b|\bresults\b|\bflows?\b", "other"),
)
NUMBERS = frozenset({"quantity", "price", "value", "cost", "unit_cost", "gain", "gain_more", "accrued", "amount",
                     "value_base", "commitment", "called", "unfunded", "factor", "strike"})  # fmt: skip
TEXTS = frozenset(
    load("marks")["text_roles"],
)
NAMES = ("description", "symbol", "identifier", "cusip", "isin")
DATES = frozenset({"acquired", "maturity", "date", "nav_date", "lock_until", "sold"})
HEADER_WORDS = frozenset(word for label in KNOWN for word in re.findall(r"[a-z]+", label)) | frozenset(
    load("marks")["header_words"]
)
LEVELS = re.compile(r"\s*[/>|›]\s*")
OF_LEVELS = ("position", "lot", "tax lot", "entity", "client", "household", "asset class")
MOST_WORDS = 40
"""No line of heads has more words."""
RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
WITH_SYMBOL = re.compile(r"(?P<name>[^()]+?) *\((?:symbol|ticker|cusip|sym)\)", re.I)
"""A head of names with their symbols in brackets, `Security (Symbol)`."""
AVERAGED = re.compile(r"(?:average|avg\.?) cost(?: method| basis)?")
"""How a cost was reckoned, and no cost of one unit, where it stands in brackets behind it."""
VALUED = re.compile(r"\bnav\b|value")
"""What a head with a day prints: `NAV as of 9/30/2026` is no day."""
DATE_WORDS = re.compile(
    r"\b(?:\d{1,2}/\d{1,2}/\d{2,4}|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? ?(?:\d{4})?)\b"
)


def role_of(label: str) -> str | None:
    """The role that a header label gives its column, or None where the label means nothing to us."""
    return column_meaning(label) or _own_role(label)


@cache
def _own_role(label: str) -> str | None:
    label = IN_MONEY.sub(" ", label)
    plain = plain_label(label)
    if not plain:
        return None
    if KNOWN.get(plain) == "nav_date" and (told := VALUED.search(plain)) and DATE_WORDS.search(label.lower()):
        return "price" if told[0] == "nav" else "value"
    if (named := WITH_SYMBOL.fullmatch(label.strip())) and KNOWN.get(plain_label(named["name"])) == "description":
        return "description"
    if plain in KNOWN:
        return KNOWN[plain]
    shorter = " ".join(QUALIFIERS.sub(" ", plain).split())
    if shorter in KNOWN:
        return KNOWN[shorter]
    levels = [plain_label(level) for level in LEVELS.split(label.strip())]
    if len(levels) > 1 and all(map(_is_level, levels)) and not {"name", "account name"} & set(levels):
        return "description"
    if (bare := OF_MONEY.sub(" ", label)) != label and (role := _own_role(bare)) is not None:
        return role
    outside = plain_label(re.sub(r"\([^)]*\)", " ", label))
    if outside != plain and (KNOWN.get(outside) == "description" or outside == "position"):
        return "description"
    for within in re.findall(r"\(([^)]{3,})\)", label.lower()):
        if AVERAGED.fullmatch(within) and KNOWN.get(outside) == "cost":
            return "cost"
        if plain_label(within) in KNOWN and "%" not in within:
            return KNOWN[plain_label(within)]
    return next((role for rule, role in RULES if re.search(rule, plain)), None)


def _is_level(plain: str) -> bool:
    """Whether a part of a head is a level of an outline of accounts and holdings, `Holding Account / Position`."""
    return plain in OF_LEVELS or KNOWN.get(plain) in ("account", "account_name", "owner", "description")


def money_in(label: str) -> str:
    """The currency that a head tells of its figures, `CAD` in `Book Value (CAD)`; empty where it tells none."""
    found = IN_MONEY.search(label)
    return (found["money"] or found["behind"]) if found is not None else ""


def known_role(label: str) -> str | None:
    """The role of a label that is taught or in the vocabulary as it stands; no guessing by rule."""
    return column_meaning(label) or KNOWN.get(plain_label(label))


@cache
def plain_label(label: str) -> str:
    """The label as lower-case words without accents: `Gain/Loss $` and `GAIN (LOSS)` are both `gain loss`.

    Words run together are parted: `MarkPrice`.
    """
    spaced = label if " " in label else RUN_TOGETHER.sub(" ", label)
    text = DATE_WORDS.sub(" ", spaced.lower().replace("%", " % "))
    text = re.sub(r"\$|usd\b|[¹²³⁴⁵⁶⁷⁸⁹†‡*]", " ", text)
    text = text if text.isascii() else unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    text = re.sub(r"[\u0300-\u036f]", "", text)
    return " ".join(re.sub(r"[^a-z0-9%]+", " ", text).split())


def cut_labels(words: list[str]) -> list[int] | None:
    """Where a run of header words falls apart into known labels: the start of each, or None where it does not.

    Longest labels first, so `Market Value Cost Basis` is two columns and not four.
    """
    return _cut(words, 0) if len(words) <= MOST_WORDS else None


def _cut(words: list[str], place: int) -> list[int] | None:
    """The starts of the labels from a place on: a shorter label where the longest leaves a rest without a meaning."""
    if place == len(words):
        return []
    for end in range(min(len(words), place + 5), place, -1):
        if known_role(" ".join(words[place:end])) and (rest := _cut(words, end)) is not None:
            return [place, *rest]
    return None


def is_header_word(word: str) -> bool:
    """Whether a word may stand in a column header."""
    parts = re.findall(r"[a-z]+", word.lower())
    if is_taught_word(word):
        return True
    return all(part in HEADER_WORDS for part in parts) if parts else not any(mark.isdigit() for mark in word)
