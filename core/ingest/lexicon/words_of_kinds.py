"""The words of brokers for how an account is registered, as they stand behind names: `JT TEN`, `UTMA/OH`."""

import re

from core.ingest.lexicon.registrations import registration_of

DAY = re.compile(r"\b(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|[a-z]{3,9}\.? \d{1,2},? \d{4})(?!\w)", re.I)
STATES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|"
    "indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|"
    "montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|"
    "oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|"
    "west virginia|wisconsin|wyoming"
)
STATE = re.compile(
    rf"(?<=utma|ugma|.act)(?:[ /-]\(?|\()[a-z]{{2}}\b\)?|^(?:[a-z]{{2}}|{STATES}) (?=u[tg]ma\b|unif)", re.I
)
WORD = re.compile(
    r"individual|indiv?|single|joint|jnt|jt|jt?wros|wros|roth|traditional|trad|rollover|r/o|sep|sarsep|simple|ira|accounts?|"
    r"acct|tenants?|tenancy|ten|t[bi]c|tbe|j/t|com|common|comm|community|prop|property|ent|entirety|entireties|tod|pod|"
    r"401\(?[ak]\)?|403\(?b\)?|457\(?b\)?|brokerage|inherited|inh|bene?|benef|beneficiary|bda|distribution|designated|retirement|taxable|u?(?:[a-z]{2})?u[tg]ma(?:[a-z]{2})?|"
    r"unif|uniform|transf?|trf|trsf|tfr|tsfr|transfers?|gifts?|gft|minors?|min|act|contributory|contrib|conversion|conv|spousal|529|hsa|"
    r"college|education|savings|health|simplified|employee|pension|custodial|coverdell|esa|"
    r"sole|proprietor|proprietorship|owner|survivorship|surv|rights?|ttees?|trustees?|"
    r"co-?ttees?|death|u/?a|u/?a/?d|u/?t/?a|u/?t/?d|dtd|dated|decd|dec'd|deceased|subject|"
    r"(?P<between>by|on|the|in|with|of|to|and|under|for|agreement|sta|rules)",
    re.I,
)
"""The words of registrations, and those that stand between them."""
BENEFICIARY_PLAN = re.compile(r"\bbene\w* plan\b", re.I)
TERSE = re.compile(
    r"\b(?:r/o|jt|j/t|jtwros|ten|tic|tbe|wros|tod|pod|bene|inh|decd|comm|com|prop|u/?t/?a|u/?a/?d?|u/?t/?d|dtd|unif)\b|"
    r"^rollover account$|\bira rollover\b|\bttees?\b",
    re.I,
)
"""Words that are printed nowhere but in titles of accounts."""
MOST_WORDS = 24


def kind_alone(text: str) -> str:
    """A text that is nothing but the kind in the title of an account, `JT TEN WROS`; empty where it is more or less."""
    terse = TERSE.search(text) is not None and len(text.split()) <= MOST_WORDS
    return text if terse and are_words_of_kinds(text) and registration_of(text) is not None else ""


def are_words_of_kinds(text: str) -> bool:
    """Whether a text is of the words of kinds alone, with the day of a trust and the state of a minor's account."""
    plain = BENEFICIARY_PLAN.sub("bene", STATE.sub(" ", DAY.sub(" ", text)))
    words = [word.strip("().,;:–—|'’\"-") for word in plain.replace("-", " ").split()]
    words = [word for word in words if word]
    found = [word_of_kind(word) for word in words]
    return bool(words) and None not in found and found[0] is False


def word_of_kind(text: str) -> bool | None:
    """Whether a word only stands between words of kinds; None for a word that is neither."""
    if (one := WORD.fullmatch(text)) is not None:
        return one["between"] is not None
    parts = text.split("/")
    return False if len(parts) > 1 and all(map(WORD.fullmatch, parts)) else None
