"""Where lines tell how an account is registered, and how surely: decided here once, for all lines outside tables.

The type of customer says most, since `Account Type Individual` may stand beside `Customer Type IRA-Roth`; a kind behind
its label, or beside an owner, is said; one that stands in a line is told in passing; `brokerage account` says the
least; one in a list of several accounts beside amounts tells only of the number on its line.
"""

import itertools
import re
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.registrations import account_number, registration_of, titled_number
from core.ingest.lexicon.words_of_kinds import kind_alone
from core.ingest.nouns.events import Fact, Where
from core.ingest.owners.account_titles import kind_in_title, title_of

EXACT, SAID, IN_PASSING, LEAST, LISTED = 1, 0, -1, -2, -3
PLAINLY = re.compile(
    r"\baccount (?:individual|joint|roth|traditional|rollover)\b|\broth (?:contributory |conversion )?ira\b|"
    r"\b(?:traditional|rollover|inherited|sep|simple)[ -](?:contributory )?ira\b|"
    r"\b(?:ira beneficiary|beneficiary distribution) acc|"
    r"\b(?:contributory|conversion|beneficiary|spousal) ira\b|\b(?:decd|dec'd|deceased|inh)\b.*\bira\b|"
    r"\bira (?:bda\b|bene\w* of\b(?! (?:the|this|your)\b))|\bira\b.*\b(?:decd|dec'd|deceased)\b|"
    r"401 ?\(?k\)?|403 ?\(?b\)?|(?<![\d,.$-])\b529\b(?![-,.]?\d| of\b)|\btax[- ](?:deferred|sheltered) annuity\b|"
    r"\bu?(?:[a-z]{2})?u[tg]ma\b|\bcommunity property\b|\btenan(?:ts?|cy) (?:in common|by (?:the )?entiret(?:y|ies))\b|"
    r"\bjt ?/?wros\b|\bjt ten\b|joint (?:tenants|tenancy|account|wros)|"
    r"(?:family|living|revocable|irrevocable)\b.*\btrust\b|"
    r"\bindividual retirement (?:account|annuity|arrangement)\b|"
    r"\b(?:variable|fixed|deferred|immediate|indexed|income) annuity\b|\bannuity (?:statement|contract|summary)\b|"
    r"^single account\b|^individual\s*(?:[-–—|:(#]|account\b)|(?:[|(]\s*|\d[ -]+)individual\)?$|"
    r"\btrust u/?[aw]|\bunder (?:the )?(?:last )?will\b|\bttee\b|"
    r"\bindividual (?:tod|account|brokerage|taxable|investment)\b|^individual$|"
    r"\b(?:personal|joint) taxable\b|\bjoint (?:brokerage|investment)\b|\btaxable account\b|"
    r"^(?:[\w.-]+ ){1,5}individual$|^joint$|^brokerage account$|^hsa\b|health savings account|"
    r"^ira\s*(?:[-–—:]\s*)?(?:traditional|roth|rollover|contributory|sep|simple|inherited)\b|\bgrantor trust\b|"
    r"\bsimplified employee pension\b|\buniform (?:transfers?|gifts?) to minors?\b|"
    r"\b(?:profit[- ]sharing|retirement savings|college (?:savings|investing|investment)) plan\b",
    re.I,
)
SURVIVORS = re.compile(r"\b(?:with )?(?:the )?rights? of survivorship\b", re.I)
ABBREVIATED = re.compile(r"\b(?:[a-z]|inc|co|corp|ltd|llc|l\.p|n\.a|jr|sr|st|dr|u\.s|no|nbr|acct)\.", re.I)
REGISTRATION = re.compile(
    r"^(?:account type|registration(?: type)?|type of account|plan(?: name| type)?|account registration|"
    r"type|program)\s*:?\s+(.{2,60})$",
    re.I,
)
OF_CONTRACT = re.compile(r"(?:(?:tax )?qualification|(?:contract|policy|market) type)\s*:?\s+non-?\s?qualified", re.I)
"""How a contract with an insurer is taxed that is of no retirement plan."""
CUSTOMER = re.compile(r"^customer type\s*:?\s+(.{2,60})$", re.I)
ANY_KIND = re.compile(r"^(?!.*\b(?:individual|joint|ira|roth|tod|single|trust)\b).*\bbrokerage account\b", re.I)
PARTS = re.compile(r" [|·•–—-] |, ")
BARS = re.compile(r"\s+[|·•]\s+")
UNSAID = re.compile(r"trust(?: account)?", re.I)
"""A kind that leaves open which, as the name of the trust may tell."""
SPOKEN = re.compile(
    r"\byour (?P<kind>[A-Z0-9](?:[^.,()$]|\([a-z]{1,4}\)){1,70}?)[ ,]+\(?account (?:number|no\b|#|ending|\d)", re.I
)
LEAST_PARTS = 2
MOST_WORDS, MOST_WITH_ACCOUNT = 9, 16


def kinds_of_titles(phrases: Sequence[str], where: Where) -> list[Fact]:
    """The kinds in titles that have a number, `Rollover IRA #5892-3059`."""
    return [Fact("registration", text, where, rank=_rank(text)) for text in phrases if titled_number(text)]


def kinds_in(phrases: Sequence[str], where: Where) -> list[Fact]:
    """The kinds that the phrases of a line name in passing, and the one behind a label."""
    listed = any("." in phrase and read_amount(phrase) is not None for phrase in phrases)
    found = [
        Fact("registration", told, where, rank=LISTED if listed else _in_line(phrase))
        for phrase in phrases
        if (told := _kind_in(phrase))
    ]
    told_so = [*(told for phrase in phrases for told in _in_bar(phrase)), *_spoken(" ".join(phrases))]
    found += [Fact("registration", told, where, rank=SAID) for told in told_so]
    texts = (*phrases, *(f"{label} {text}" for label, text in itertools.pairwise(phrases)), " ".join(phrases))
    found += [Fact("registration", text, where, rank=SAID) for text in texts[:-1] if OF_CONTRACT.fullmatch(text)][:1]
    for label, rank in ((REGISTRATION, SAID), (CUSTOMER, EXACT)):
        labelled = (kind_in_title(kind[1]) for text in texts if (kind := label.match(text)))
        said = next((kind for kind in labelled if registration_of(kind)), None)
        sure = rank if said is None or UNSAID.fullmatch(said) is None else IN_PASSING
        found += [] if said is None else [Fact("registration", said, where, rank=sure)]
    return found


def _in_bar(phrase: str) -> list[str]:
    """Kinds in a bar of facts, each a part by itself beside a number: `Acct # 6120-4471 | SEP IRA | As of ...`."""
    parts = [part.strip() for part in BARS.split(phrase)]
    if len(parts) <= LEAST_PARTS or not any(map(account_number, parts)):
        return []
    return [part for part in parts if account_number(part) is None and _kind_in(part) and registration_of(part)]


def _spoken(text: str) -> list[str]:
    """The kind that a sentence tells with the number of its account: `Here is how your SEP IRA, account 44, stood`."""
    found = SPOKEN.search(text) if account_number(text) is not None else None
    return [found["kind"]] if found is not None and registration_of(found["kind"]) is not None else []


def _kind_in(phrase: str) -> str:
    """The words of a phrase that tell the kind of an account, without the names before them; empty where none do."""
    title = title_of(phrase)
    if title is not None and title.kind:
        return title.kind
    return phrase if kind_alone(phrase) or (PLAINLY.search(phrase) and _is_short(phrase)) else ""


def _rank(text: str) -> int:
    """How surely a text in passing names the kind of an account."""
    return LEAST if ANY_KIND.search(text) else IN_PASSING


def _in_line(phrase: str) -> int:
    """How surely a phrase names the kind: beside the number of its account, `Roth IRA · Account 4417-2093`, it says."""
    parts = PARTS.split(phrase)
    numbered = any(account_number(part) for part in parts)
    kinds = [part for part in parts if PLAINLY.search(part) and account_number(part) is None]
    return SAID if numbered and kinds else _rank(phrase)


def _is_short(phrase: str) -> bool:
    """Whether a phrase is no sentence."""
    most = MOST_WITH_ACCOUNT if "account" in phrase.lower() else MOST_WORDS
    said = SURVIVORS.sub("", phrase)
    return len(said.split()) <= most and not re.search(r"\.\s|\$|\.$", ABBREVIATED.sub("", phrase))
