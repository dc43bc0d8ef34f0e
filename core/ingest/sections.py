"""Section headings of a statement, and what they say of the securities under them."""

import re

from core.domain.statement import AssetType
from core.ingest.identifiers import symbol_in

KINDS: tuple[tuple[str, AssetType], ...] = (
    (r"money (?:market|mkt|fund)|\bsweep fund", "money_market"),
    (r"\bcore account|\bcore position|\bcash\b(?! flow)|sweep|bank deposit|deposit program|fdic", "cash"),
    (r"preferred|\bpfd\b", "preferred"),
    (r"exchange.traded|\betfs?\b|\betns?\b|\betps?\b|closed.end", "etf"),
    (r"structured (?:note|product)|market.linked", "structured_note"),
    (r"mutual fund|\bmutual\b|open.end|(?:bond|stock|equity|index|balanced|short.term|allocation|growth|income) funds?\b|"
     r"^funds?\b|target.date|retirement funds?|collective", "mutual_fund"),
    (r"\boptions?\b(?! income)|\bcalls?\b|\bputs?\b", "option"),
    (r"annuit", "annuity"),
    (r"\bbonds?\b|fixed.income|treasur|municipal|corporate debt|\bagenc|asset.backed|mortgage.backed|certificates? of dep|"
     r"\bcds?\b|\bbills?\b|\bdebentures?|debt securities", "bond"),
    (r"alternative|private|limited partner|partnership|hedge|real assets|non.traded|venture|direct investments", "alternative"),
    (r"\bstocks?\b|\bequit|common|\badrs?\b|\breits?\b", "stock"),
    (r"\bother\b|miscellaneous|unclassified|\bwarrants?\b|rights", "other"),
)  # fmt: skip
WORDS = frozenset(
    "core account cash equivalents equivalent money market funds fund mutual stock stocks common preferred equity equities "
    "exchange traded products product etf etfs etn etns bonds bond fixed income asset backed securities security corporate "
    "municipal other us u.s treasury agency government treasuries bills notes options option short term short-term long "
    "alternative alternatives investments investment private limited partnerships partnership annuities annuity sweep "
    "deposits deposit bank program and & domestic international foreign developed emerging real estate reits reit assets "
    "holdings positions position large mid small cap growth value blend taxable tax-exempt tax exempt certificates "
    "certificate of cds cd structured closed-end closed end in unit trusts trust balanced index target date retirement "
    "hedge credit commodities warrants warrant rights miscellaneous equities-us non-us global insured balances balance "
    "collective open-end liquid nontraded non-traded mortgage mortgage-backed asset-backed / core-account your the total "
    "proprietary individual e.g. brokerage self-directed margin type settlement federal state local obligations plan "
    "calls puts shorts sold managed specialty sector adrs adr inflation protected tips high yield bdc bdcs".split()
)
TOTAL = re.compile(
    r"^(?:\*+\s*)?(?:sub-?\s?totals?|grand total|account total|portfolio total|net total|totals?)\b[\s:-]*(?:(?:of|for)\b)?[\s:-]*(.*)$|^(.+?)\s+(?:sub-?\s?total|totals?)\s*:?$",
    re.I,
)
GRAND = frozenset(
    {
        "", "holdings", "value", "account", "account value", "portfolio", "portfolio value", "market value", "positions",
        "assets", "investments", "all holdings", "account holdings", "securities", "total", "portfolio holdings",
        "investment", "all positions", "holdings value", "value holdings", "net worth", "account assets", "all accounts",
        "market value holdings", "portfolio assets", "all securities", "current value", "of holdings", "all", "position",
    }
)  # fmt: skip


def kind_of_section(text: str) -> AssetType | None:
    """The asset type that a heading names, or None."""
    plain = text.lower()
    return next((kind for pattern, kind in KINDS if re.search(pattern, plain)), None)


def section_name(text: str) -> str:
    """A heading without `(continued)`, percentages, amounts, footnote letters."""
    text = re.sub(r"\([^)]*\)", " ", text)
    text = re.sub(r"[-–—:]*\s*\bcont(?:inued|'d|d)?\b\.?", " ", text, flags=re.I)
    text = re.sub(r"\$?[\d,]*\d(?:\.\d+)?\s*%?(?:\s*of\b.*$)?", " ", text)
    text = re.sub(r"\s[A-Z*†]$", "", text.strip())
    return " ".join(text.strip(" :-–—*").split())


def section_key(name: str) -> str:
    """A name for comparing headings with subtotals: lower case, no plural s, no small words."""
    words = re.findall(r"[a-z0-9]+", section_name(name).lower())
    return " ".join(
        word.rstrip("s") if len(word) > 3 else word for word in words if word not in ("and", "of", "the", "in")
    )


def is_section_heading(text: str) -> bool:
    """Whether every word of a short line belongs to the language of headings."""
    name = section_name(text).lower()
    if symbol_in(text):
        return False
    words = [word.strip("().,:;–—-/") for word in name.split()]
    words = [word for word in words if word]
    if not words or len(words) > 8:
        return False
    return all(part in WORDS for word in words for part in word.split("/")) and kind_of_section(name) is not None


def total_name(text: str) -> str | None:
    """The name after `Total`, empty for a grand total, or None where the line is no total."""
    plain = re.sub(r"\([^)]*\)", " ", text).strip()
    match = TOTAL.match(plain)
    if match is None:
        return None
    name = section_name(match[1] if match[1] is not None else match[2] or "")
    words = re.sub(r"^(?:of|for|in)\s+", "", name.lower())
    words = re.sub(r"\b(?:as of|on|this period)\b.*$|\(.*$", "", words).strip()
    return "" if words in GRAND or re.fullmatch(r"[x*.…\d -]+", words) else name
