"""Whether a text is the name of a person, of several people or of a trust, and not of a firm, a product, a heading."""

import re

from core.ingest.data import load
from core.ingest.lexicon.institutions import is_institution
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.sections import is_section_heading, total_name
from core.ingest.lexicon.vocabulary import known_role

UPPER, LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
GIVEN = rf"[{UPPER}](?:['’][{UPPER}])?[{LOWER}]+(?:[-'’][{UPPER}]?[{LOWER}]+)*"
"""A first name: `Ines`, `José`, `Anne-Marie`, `D'Arcy`."""
PARTICLE = (
    r"(?i:(?:de|van|von) (?:la|las|los|der|den) |de |del |della |di |da |dos |du |van |von |la |le |st\.? |ste\.? )"
)
"""What stands before a surname and is a part of it: `Van der Meer`, `de la Cruz`, `St. John`."""
BEHIND = r"(?:,? (?:Jr|Sr|II|III|IV)\.?)?"
PERSON = re.compile(rf"{GIVEN}(?: [{UPPER}]\.?){{0,2}}(?: (?:{PARTICLE})?[{UPPER}][{UPPER}{LOWER}'’-]+){{1,2}}{BEHIND}")
IN_CAPITALS = re.compile(
    rf"[{UPPER}][{UPPER}'’-]+(?: [{UPPER}]\.?){{0,2}}(?: (?:{PARTICLE})?[{UPPER}][{UPPER}'’-]+){{1,2}}{BEHIND.upper()}"
)
NO_PERSON = re.compile(
    r"\b(?:inc|llc|llp|lp|plc|ltd|corp\w*|co|company|bank|trust|securities|capital|wealth|partners|advis[eo]rs?|"
    r"advisory|group|financial|services|management|brokerage|investments?|funds?|clearing|custod\w+|associates|"
    r"holdings|positions?|assets?|markets?|statement|account|report|summary|portfolio|review|quarterly|monthly|annual|page|"
    r"retirement|plan|individual|joint|roth|traditional|savings|client|period|ending|beginning|current|value|total|"
    r"progress|snapshot|active|balances?|details?|activity|member|contract|policy|insurance|life|of|and|for|the|your|"
    r"at|glance|important|questions|customer|service|online|access|one|prime|bonds?|managers?|office|trading|equity|"
    r"equities|realized|unrealized|gains?|loss|listed|hedged|premier|select|direct|plus|cash|income|fixed|household|"
    r"family|stocks?|options?|shares|tax|lots?|history|performance|allocation|overview|highlights|notes?|"
    r"investors?|personal|currency|nest|egg|goals?|emergency|rainy|vacation|wedding|freelance|freedom|dream|investing|"
    r"includes?|including|accrued|interest|dividends?|estimated|unrealized|friendly|selected|type|price|quantity|"
    r"with|rights|all|accounts|participants?|owners?|holders?|subscribers?|employe[er]s?|annuitants?|beneficiar\w+|insured|"
    r"reserves?|spouse|safety|net|payment|purchase|education|college|travel|future|elective|voluntary|deferrals?|contributions?|"
    r"match(?:ing)?)\b",
    re.I,
)
OF_TITLES = re.compile(
    r"\b(?:cust|c/f|f/?b/?o|inh|bene|u?(?:[a-z]{2})?u[tg]ma|decd|deceased|dtd|dated|u/?t/?a|u/?a/?d?|r/o|jt|ten|wros|tic|tod|prop)\b",
    re.I,
)
"""Short words that stand behind the names in the title of an account, and in no name."""
OF_TRUST = (
    r"(?:ir)?rev(?:ocable)?|living|family|testamentary|marital|bypass|life insurance|(?:grand)?children['’]?s|"
    r"credit shelter|special needs|supplemental needs|survivor['’]?s|dynasty"
)
TRUST = re.compile(
    r"(?:(?:19|20)\d\d )?(?:[A-Z][\w.'’&-]* ){1,5}(?:(?:19|20)\d\d )?"
    rf"(?i:(?:{OF_TRUST})\.? ){{1,3}}(?i:trust|tr)(?: of (?:19|20)\d\d)?"
)
UNDER_WILL = re.compile(
    r"(?i:(?:the )?(?:(?:residuary|marital|testamentary|family|credit shelter) )*(?:trust|tr),? "
    r"(?:u/?w(?:/?o)?|under (?:the )?(?:last )?will)(?: of)?) [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,4}"
)
"""A trust that a will made, by the name of who left it: `Trust U/W Ines Calloway`."""
KINDS_OF_TRUST = re.compile(rf"(?:(?:{OF_TRUST}|trust|tr)\b\.?\s*)+", re.I)
ENTITY = re.compile(
    rf"[{UPPER}][\w.'’&-]*(?: (?:[{UPPER}][\w.'’-]*|&)){{1,5}},? "
    r"(?i:llc|l\.l\.c\.|lllp|llp|lp|l\.p\.|inc|ltd|foundation|partnership)\.?"
)
OF_FINANCE = re.compile(
    r"\b(?:securities|clearing|brokerage|financial|advis\w+|wealth|bank\w*|trust|services|management|invest\w*|insurance|"
    r"assets?|custod\w+|capital|markets?|member|funds?|retirement|annuity|credit)\b",
    re.I,
)
"""Words of houses that keep or manage accounts, and of what accounts hold."""
GIVEN_NAMES = frozenset(name.casefold() for name in load("marks")["given_names"])
OWNED = re.compile(r"\w\w['’][Ss]\b")
"""What somebody calls a thing of hers, `Ines's Trad`."""
JOINED = re.compile(r"\s+(?:&|and)\s+", re.I)
MOST_HOLDERS = 4


def may_be_person(text: str) -> bool:
    """Whether a text may name a person: in its shape, and by no word of a firm, a heading or a kind of account."""
    shaped = PERSON.fullmatch(text) or IN_CAPITALS.fullmatch(text)
    if (
        not shaped
        or OWNED.search(text)
        or NO_PERSON.search(text)
        or OF_TITLES.search(text)
        or registration_of(text) is not None
    ):
        return False
    return not is_section_heading(text) and known_role(text) is None and not is_institution(text)


def is_called(text: str) -> bool:
    """Whether a text that stands alone is surely the name of a person: by an initial in it, or a common first name."""
    first, *rest = text.split()
    initial = any(re.fullmatch(r"[A-Z]\.?", word) for word in rest[:-1])
    return (initial or first.casefold() in GIVEN_NAMES) and may_be_person(text)


def is_couple(text: str) -> bool:
    """Whether a text names two people or a few, `Jane & John Sample`."""
    *others, last = JOINED.split(text)
    named = all(re.fullmatch(r"[A-Z][\w.'’ -]{1,30}", one) and NO_PERSON.search(one) is None for one in others)
    return 0 < len(others) < MOST_HOLDERS and named and OWNED.search(text) is None and may_be_person(last)


def is_trust(text: str) -> bool:
    """Whether a text is the name of a trust, `Ines Calloway Revocable Trust`, of no trust company and no mere kind."""
    return (
        KINDS_OF_TRUST.fullmatch(text) is None
        and (TRUST.fullmatch(text) is not None or UNDER_WILL.fullmatch(text) is not None)
        and total_name(text) is None
        and not is_institution(text)
    )


def is_entity(text: str) -> bool:
    """Whether a text is the name of a company of its owners, `Calloway Holdings LLC`, and of no house of finance."""
    return ENTITY.fullmatch(text) is not None and OF_FINANCE.search(text) is None and not is_institution(text)


def is_person(text: str) -> bool:
    """Whether a text has the shape of a person's name in small letters, and no word of a firm or a heading."""
    shaped = PERSON.fullmatch(text) is not None and NO_PERSON.search(text) is None
    return shaped and registration_of(text) is None and not is_institution(text)
