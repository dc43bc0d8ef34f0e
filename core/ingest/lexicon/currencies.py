"""The currency in which an account is kept: as a label tells it, and as the heads of its figures do."""

import re
from collections.abc import Sequence

from core.ingest.lexicon.vocabulary import MONEYS, money_in

LABELLED = re.compile(
    r"(?:base|account|portfolio|reporting|reference|statement|valuation|home) currency\s*[:-]?\s+"
    rf"(?P<money>{MONEYS})(?:\W.*)?",
    re.I,
)
SPOKEN = re.compile(
    r"(?:\(?|all )(?:amounts|values|figures|prices)(?: and \w+)?(?: are)?"
    rf"(?: (?:shown|stated|expressed|reported|given))? in (?P<money>{MONEYS})\b(?!,? (?:and|or|unless)\b).{{0,40}}",
    re.I,
)
PAID = ("cost", "gain", "currency")


def currency_told(text: str) -> str:
    """The currency of the account where a line tells it, `Base Currency: CHF`; empty for any other line."""
    found = LABELLED.fullmatch(text.strip()) or SPOKEN.fullmatch(text.strip())
    return found["money"].upper() if found is not None else ""


def currency_of_values(labels: Sequence[str], roles: Sequence[str | None]) -> str:
    """The currency of the account by the heads of its values: that of the only value, else that of the only base."""
    for role in ("value", "value_base"):
        told = [money_in(label) for one, label in zip(roles, labels, strict=True) if one == role]
        if len(told) == 1 and told[0]:
            return told[0]
    return ""


def currency_of_costs(labels: Sequence[str], roles: Sequence[str | None]) -> str:
    """The one currency that heads of costs and gains, or of their currencies, tell; empty where none or several is."""
    told = {money_in(label) for role, label in zip(roles, labels, strict=True) if role in PAID} - {""}
    return told.pop() if len(told) == 1 else ""
