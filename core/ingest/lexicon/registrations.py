"""Numbers of accounts and how accounts are registered, in the words in which statements print both."""

import re
from functools import lru_cache

from core.domain.account import Registration
from core.ingest.data import load
from core.ingest.lexicon.dates import read_date

REGISTRATIONS: tuple[tuple[Registration, str], ...] = tuple(
    (kind, found) for kind, found in load("accounts")["registrations"]
)
CODES: dict[str, Registration] = {
    code: kind for kind, codes in load("accounts")["registration_codes"] for code in codes
}
NAMED_IRA = re.compile(r"traditional|rollover|contributory|\bdeductible", re.I)
ACCOUNT = re.compile(
    r"\b(?i:account|acct|a/c)\b\.?\s*(?i:number(?:\s+is\b)?|num\b|no\b\.?|nbr|id\b|#)?\s*[:#.]?\s*"
    r"(\d[\dA-Z]{2}-\d{2}[\dA-Z]\d{2}\b(?!-\d)|"
    r"(?:[A-Z0-9*•.…xX]{1,24}+[- ]){0,6}[A-Z0-9*•.…xX-]{0,24}[\dXYZ]{3,24}[A-Z0-9-]{0,24}"
    r"(?:[- ]\d{1,4}\b(?![.,/]\d|-[A-Za-z])| [A-Z]\d{2,4}\b(?![.,/-])){0,4})(?![\w,.]{0,24}\d)"
)
CONTRACT = re.compile(
    r"\b(?i:portfolio|contract|policy|certificate|depot|custody|safekeeping|investor)\b\s*"
    r"(?i:account\b)?\s*(?i:number|num\b|no\b\.?|nbr|id\b|#)\s*[:#.]?\s*"
    r"((?:[A-Z0-9*•…xX]+[-. ])*[A-Z]{0,4}\d[A-Z0-9-]{2,})"
)
MASKED = re.compile(r"(?<![\w-])[Xx*•…]{3,}[- ]?[\dXY]{3,5}\b")
STATEMENT_FOR = re.compile(
    r"\b(?:statement|positions?|holdings|report|portfolio|balances?) (?:for|of) (\d{2,6}-\d{3,8}|[A-Z]{0,3}\d{6,12})\b",
    re.I,
)
AFTER_DASH = re.compile(
    r"\baccount:\s+[A-Za-z][\w-]*\s+(\d{3,6}-\d{3,8})$|"
    r"\b(?:account|acct)\s+[-–—]\s+(\d{2,6}-\d{3,8}|\d{6,12}|[Xx*•]{2,}-?\d{3,5})\b|"
    r"\b(?:ira|individual|joint|roth|trust|brokerage)\s+(\d{2,6}-\d{3,8}|[A-Z]{0,2}\d{6,12})\s+as (?:of|at)\b|"
    r"\b(?:account|acct) ending:?\s+(\d{2,6}-\d{3,8})(?![\d/-])",
    re.I,
)
ENDING_IN = re.compile(
    r"\b(?:account|acct)\b[^\d]{0,25}?(?:ending in|ending|xx+|\.{2,}|…|\*{2,})[- ]?(\d{3,6})\b", re.I
)
PORTFOLIO = re.compile(
    r"(?:portfolio|relationship|client):? "
    r"(\d{3,6}-\d{3,8}|[A-Z]{1,3}-?\d{6,10}|(?!(?:19|20)\d\d\.)\d{3,6}(?:\.\d{2,6}){2,3})"
    r"(?: (?:reference )?currency [A-Z]{3})?",
    re.I,
)
NAMED = re.compile(r"(?:[A-Z]{2,} )+(?:(?:19|20)\d\d|40[13]|457|529)")
"""Names and a year, as of a trust, `INES CALLOWAY 2003`, or a plan before its letter: no number of an account."""
PHONE = re.compile(
    r"(?<![\w-])(?:\+?1[-. ]?)?\(\d{3}\) ?\d{3}[-. ]\d{4}(?![\w-])|"
    r"\b(?:phone|tel(?:ephone)?|fax|mobile|call(?: us)?(?: at)?|services?|support|questions\?|help ?(?:desk|line)|"
    r"office)\.?:? +(?:1-)?\d{3}-\d{3}-\d{4}(?![\w-])",
    re.I,
)
"""A number to call, by its brackets or behind a word for it."""
OF_KEEPER = re.compile(
    r"\b(?:trust|investment|relationship|portfolio|client) (?:officer|manager|administrator)s?\b", re.I
)
"""Who looks after an account in a bank, with a phone number behind the name: the title of no account."""
CASH_ACCOUNT = re.compile(r"(?:current|checking|settlement) account\b", re.I)
NOT_ACCOUNT = re.compile(r"\b(?:from|to|transfer(?! on death)|trans\.|call|phone|card)\b", re.I)

CODED = r"(?:[A-Z]{1,3}\d{1,4}|\d{1,3}[A-Z]{1,3}\d{0,2})-(?!(?:19|20)\d\d\b)\d{4,9}"
"""A number of an account behind the letters and digits of its office, `KR7-318842`, `4QB-20417`."""
NUMBER_SHAPE = (
    rf"(?:{CODED}|\d{{3,6}}-\d{{3,8}}(?:-\d{{1,4}})?|[A-Z]{{1,3}}-?\d{{6,10}}|\d{{7,12}}|[Xx*•…]{{2,}}[- ]?\d{{3,5}})"
)
OF_PAGE = re.compile(rf"(?i:account (?:summary|details?|overview)) (?P<number>{NUMBER_SHAPE})(?![\w-])")
"""The head of each page of an account: `Account Detail 316-014265-042 JANE ROE`."""
TITLED = re.compile(
    rf"(?P<title>[A-Za-z][A-Za-z0-9 .,'&()/+|·–—-]{{2,60}}?)\s*(?:[|#:·(\u2013\u2014-]\s*)+"
    rf"(?<!\d-)(?P<number>{NUMBER_SHAPE}|\.{{3}}\d{{3,5}})\)?$"
)
PLAIN_NUMBER = (
    rf"(?:{CODED}|"
    r"\d{3,6}-\d{5,8}-\d{1,4}|\d{3,6}-\d{3,8}|[A-Z]{1,3}-?\d{6,10}|\d{8,12}|"
    r"(?:[Xx*•]{2,}[- ]?|[x…*•]|(?<![.\w])\.{3})\d{3,5})"
)
BARE = re.compile(
    rf"(?P<title>(?:[A-Za-z]|40[13]|457|529)[A-Za-z0-9() .,'’&-]{{2,90}}?)[\s/]+"
    rf"(?P<number>{PLAIN_NUMBER}|(?i:end(?:s|ing) in) \d{{3,5}})$"
)
IN_BRACKETS = re.compile(
    rf"(?P<title>[A-Za-z][A-Za-z0-9 .,'’&/|·–—-]{{2,60}}?)\s*\((?:[A-Za-z][A-Za-z&.' ]{{1,30}} )?"
    rf"(?P<number>(?:\.{{2,4}}|…|[Xx*•]+)[- ]?\d{{3,5}}|{NUMBER_SHAPE})\)"
)
"""An account with its number in brackets behind the house that keeps it: `Roth IRA (Alder Trust ...8810)`."""
NUMBER_FIRST = re.compile(rf"(?P<number>{PLAIN_NUMBER})[\s|/:–—-]+(?P<title>[A-Za-z(][A-Za-z0-9() .-]{{2,40}})$")
LABEL_BEHIND = re.compile(r" ?(?:[|·•,;]|(?<= )[-–—]) ?[A-Z][A-Za-z ]{2,24}: ?\S.*$")
"""What is told behind the number in the title of an account, `| Custodian: Alder Trust`."""
LONE_NUMBER = re.compile(r"(?:[xX*•…#]|\.{2})\S*\d{3,}|(?=(?:\D*\d){6})[A-Z\d-]+")
"""A number that needs no label to be that of an account: hidden but for its end, or too long for a year or a page."""
STROKES = re.compile(r"\|| [·•–—-] ")
SOCIAL = re.compile(r"(?<![\w*•-])[Xx*•]{3}-[Xx*•]{2}-\d{4}\b")
"""A social security number but for its end: it is a person's, and never that of an account."""
YEARS = re.compile(r"(?:19|20)\d\d-(?:19|20)\d\d")
PLANS = re.compile(r"\b(?:40[13]|457) ?\(?[abk]\b\)?|\b529\b", re.I)
"""Kinds of plans that have a number in their name."""
PLAN_BEHIND = re.compile(
    r"[- ](?:40[13] ?(?:[KB]\b|\([abkABK]\))|457 ?(?:B\b|\([abAB]\))|"
    r"529(?= (?i:plan|college|education|savings?|accounts?|advis\w+|able|custod\w+|utma|ugma)\b))"
)
"""The kind of a plan behind the number of an account: `K7-301772 403(b) Plan`, `66120934 529 Plan Account`."""
WORD = re.compile(r"[A-Za-z]{3}")
CODE = re.compile(r"(?=(?:[A-Z]*\d){2})[A-Z]+\d[A-Z0-9]*[A-Z][A-Z0-9]*")
"""A number of letters and digits, `KR8GVTMK0CAD`: no name has digits between its letters."""
LEAST_DIGITS, LEAST_CODE = 3, 8
PLANNED = re.compile(r"\b(?:conver\w+|ladder|backdoor|future|to|into|from)\b", re.I)
ROLLED = re.compile(r"\broll", re.I)
SEP = re.compile(r"SEP\b(?!\W*\d)")
TRADITIONAL = re.compile(r"\btrad(?:itional)?$", re.I)
MOST_TITLE, MOST_NAMED = 8, 16
LONGEST = 1000
"""So many marks of a text are looked at for a registration: what names one is far shorter."""
GIVEN = "|".join(load("marks")["given_names"])
NAMED_LIKE_A_KIND = re.compile(
    r"(?:(?:[A-Za-z]+ ){0,3}(?i:owner|name|client|holder|participant|prepared for)s?:?\s+)?(?:"
    rf"(?:(?i:mrs?|ms|dr)\.? )?(?i:{GIVEN})(?: [A-Z]\.?| (?i:{GIVEN}))? (?i:roth)(?:,? (?i:jr|sr|ii|iii)\.?)?|"
    r"Ira(?: [A-Z]\.?)? (?!(?:Rollover|Account|Contributory|Traditional|Roth|Sep|Simple|Inherited|Brokerage|Custodial|"
    r"Beneficiary|Conversion|Savings|Investments?|Portfolio|Plan|Cash|Funds?|Annuity|Bda|Self|Direct|Total|Value|Trust|"
    r"Owner|Holdings|Positions|Assets|Summary|Balance|Standard|Regular|Spousal|Advisory|Managed|Transfer|Deposit)\b)"
    r"[A-Z][a-z'’-]+(?:,? (?:Jr|Sr|II|III)\.?)?)"
)
"""People whose surname or first name is that of a kind of account; `Ines's Roth` and `IRA ROLLOVER` are none."""
IN_TITLES = re.compile(r"\W*(?:[A-Z0-9].*|and|or|of|the|for|by|with|dtd|dated|van|von|de|la|e?l)?\W*")
"""A word of a title, in capitals or between such: longer titles than usual are of them, and no sentences."""


@lru_cache(maxsize=20_000)
def registration_of(text: str) -> Registration | None:
    """The registration that a text names, or None; Philip Roth and Ira Calloway are called like kinds of accounts."""
    if NAMED_LIKE_A_KIND.fullmatch(text.strip()):
        return None
    plain = text[:LONGEST].lower()
    return next((kind for kind, pattern in REGISTRATIONS if re.search(pattern, plain)), None)


def registration_in_cell(text: str) -> Registration | None:
    """The registration that a cell of a table names in words or by a code, `INDV`; None where neither is known."""
    return registration_of(text) or CODES.get(re.sub(r"[^A-Z0-9]", "", text.upper()))


def registration_of_nickname(text: str) -> Registration | None:
    """The kind of account that its owner calls it by, `Ines's Roth`, `My trad`; None for what is only planned.

    Money of a plan that was rolled over may lie in either.
    """
    if PLANNED.search(text) or (PLANS.search(text) and ROLLED.search(text)):
        return None
    kind: Registration | None = "traditional_ira" if TRADITIONAL.search(text) else None
    return registration_of(text) or ("sep_ira" if SEP.match(text) else kind)


def is_plain_ira(text: str) -> bool:
    """Whether a text says `IRA` and nothing of its kind."""
    return registration_in_cell(text) == "traditional_ira" and NAMED_IRA.search(text) is None


def account_number(text: str) -> str | None:
    """The account number that a text names after `Account`, or None."""
    if (found := ENDING_IN.search(text)) and not NOT_ACCOUNT.search(text[: found.start()][-18:]):
        return f"…{found[1]}"
    if CASH_ACCOUNT.match(text):
        return None
    if found := PORTFOLIO.fullmatch(text.strip()):
        return found[1]
    if found := AFTER_DASH.search(text) or STATEMENT_FOR.search(text):
        return next(group for group in found.groups() if group)
    if (page := OF_PAGE.match(text.strip())) and not are_years(page["number"]):
        return page["number"]
    found = ACCOUNT.search(text)
    if found is None and re.search(r"\baccount\b|\bfor\b", text, re.I) and (hidden := MASKED.search(text)):
        return hidden[0]
    if found is None and (other := CONTRACT.search(text)) and not read_date(other[1]):
        return other[1].strip(" -.")
    if found is None or NOT_ACCOUNT.search(text[: found.start()][-18:]) or read_date(found[1]):
        return None
    if (plan := PLANS.match(text, found.start(1))) and plan.end() >= found.end(1):
        return None
    number = _without_plan(found[1], text[found.end() :]).strip(" -.")
    if NAMED.fullmatch(number) or PLANS.fullmatch(number):
        return None
    return number if sum(mark.isdigit() for mark in number) >= 3 or re.search(r"[X*•…]{3,}", number) else None


def _without_plan(number: str, behind: str) -> str:
    """A number of an account without that of the kind of plan behind it: of `66120934 529` before ` Plan` the first."""
    whole = (number + behind)[:LONGEST]
    heads = (whole[: found.start()] for found in PLAN_BEHIND.finditer(whole))
    first = next((head for head in heads if sum(map(str.isdigit, head)) >= LEAST_DIGITS), number)
    return first if len(first) < len(number) else number


@lru_cache(maxsize=20_000)
def tells_number(text: str) -> bool:
    """Whether a cell in a column of accounts bears a number, and does not only name a plan or count accounts.

    `4417-8820`, `Joint ...417`, `12`, `KR8GVTMK0CAD`; neither `Ines's 401k` nor `Brokerage 2`.
    """
    if len(text) >= LEAST_CODE and CODE.fullmatch(text) and PLANS.search(text) is None:
        return True
    digits = sum(map(str.isdigit, PLANS.sub("", text)))
    return digits >= LEAST_DIGITS or (digits > 0 and WORD.search(text) is None)


def are_years(text: str) -> bool:
    """Whether a text is a span of years, `2024-2026`; a number of an account may look so and run backwards."""
    return YEARS.fullmatch(text) is not None and text[:4] <= text[5:]


def titled_number(text: str) -> str | None:
    """The number behind the title of an account: `Rollover IRA #5892-3059`, `Hale Family Trust (8945-6845)`.

    It may stand in any part of a line that strokes part: `Ines Calloway | Roth IRA | XXXX-4843 | Alder Trust`.
    """
    text = LABEL_BEHIND.sub("", text)
    if PHONE.search(text) or OF_KEEPER.search(text) or SOCIAL.search(text):
        return None
    if (number := _in_part(text)) is not None:
        return number
    found = next(
        (found for way in (TITLED, BARE, NUMBER_FIRST, IN_BRACKETS) if (found := way.fullmatch(text.strip()))), None
    )
    if found is not None and are_years(found["number"]):
        return None
    if found is None or not _is_title(found["title"]) or registration_of(found["title"]) is None:
        return None
    if found["number"].startswith(".") and NOT_ACCOUNT.search(found["title"]):
        return None
    if found["number"][:3].lower() == "end":
        return f"…{found['number'].split()[-1]}"
    return None if read_date(found["number"]) else found["number"]


def _is_title(text: str) -> bool:
    """Whether a text may be the title of an account: a few words, or more that name people and a house."""
    words = text.split()
    return len(words) <= MOST_TITLE or (len(words) <= MOST_NAMED and all(map(IN_TITLES.fullmatch, words)))


def _in_part(text: str) -> str | None:
    """The number that is one part of a line which strokes part, where another part tells the kind of the account."""
    parts = [part.strip() for part in STROKES.split(text)]
    numbers = [part for part in parts if re.fullmatch(PLAIN_NUMBER, part) and not are_years(part)]
    if len(numbers) != 1 or NOT_ACCOUNT.search(text):
        return None
    return numbers[0] if any(registration_of(part) for part in parts if part != numbers[0]) else None
