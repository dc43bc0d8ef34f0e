"""What a symbol says of the kind of a security where its name and the heading over it do not, or say less.

Five letters that end in X are a mutual fund, in XX a money market fund (NASDAQ fund symbols). A symbol that the house
knows is of the kind it knows it as, where the name begins alike or is not printed.
"""

import re

from core.domain.statement import AssetType
from core.ingest.lexicon.asset_kinds import MONEY_SYMBOL
from core.ingest.lexicon.figures import CENT, Figures
from core.market.securities import known

FUND = re.compile(r"[A-Z]{3}[A-Z]X")
PLAIN = ("other", "stock")
FUNDS = ("etf", "mutual_fund")
WORD = re.compile(r"[a-z0-9&]+")


def kind_by_symbol(kind: AssetType, symbol: str | None, name: str, figures: Figures) -> AssetType:
    """The kind of a row, made surer by its symbol; what is worth a hundredth of units x price stays a bond."""
    if symbol is None or kind not in (*PLAIN, "bond") or (figures.ties_at(CENT) and not figures.is_whole):
        return kind
    if MONEY_SYMBOL.fullmatch(symbol):
        return kind if figures.is_priced else "money_market"
    if FUND.fullmatch(symbol):
        return "mutual_fund"
    told = _known(symbol, name)
    return told if told is not None and (kind == "other" or told in FUNDS) else kind


def _known(symbol: str, name: str) -> AssetType | None:
    """The kind of a known security, where the row names no other."""
    facts = known().get(symbol.replace("/", ".").replace("-", "."))
    if facts is None:
        return None
    ours, theirs = _first(facts.name), _first(name)
    return facts.asset_type if not theirs or theirs in (ours, symbol.lower()) else None


def _first(name: str) -> str:
    """The first word of a name, for comparing."""
    words = WORD.findall(name.lower().removeprefix("the "))
    return words[0] if words else ""
