"""The title of an account: the names of its owners and, behind them, how it is registered, in the words of brokers.

`INES CALLOWAY & TOBIAS CALLOWAY JT TEN`, `INES CALLOWAY IRA R/O`, `ALDER TRUST CO CUST FBO INES CALLOWAY SEP IRA`,
`INES CALLOWAY C/F ODILE CALLOWAY UTMA/ME`, `CALLOWAY FAMILY TRUST UTA DTD 03/14/2009`. What stands behind the names
has to be of such words whole, so that a firm or a product with a kind behind it opens no account.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from core.ingest.lexicon.people import is_trust, may_be_person
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.words_of_kinds import DAY, MOST_WORDS, STATES, WORD, are_words_of_kinds, word_of_kind
from core.ingest.nouns.events import Fact, Where
from core.ingest.owners.names_of_owners import IN_TRUST, is_owner, is_trust_told, tells_kind, two_people
from core.ingest.owners.services import served, served_before

HOUSE = re.compile(
    r"\b(?:trust|tr|bank|bk|n\.?a|clearing|co(?:mpany)?|corp\w*|inc|llc|securities|financial|services|brokerage|fsb)\b",
    re.I,
)
"""A word of the name of a house that keeps accounts for others."""
FIRM = re.compile(r"\b(?:trust (?:company|co)|bank|n\.?a|fiduciary|securities|company)\b", re.I)
"""A house before `, Trustee` or `, Custodian`: it keeps the account and does not own it."""
DATED = re.compile(rf",? dated {DAY.pattern}(?:,? acc(?:oun)?t\.?)?$", re.I)
"""The day of a trust at the end of its title, and the word before a number there."""
LAST_KEEPER = re.compile(r"(?:cust(?:odian)?|c/f)\.?", re.I)
OF_DECEASED = re.compile(
    r"\s(?:of|from|for)\s+(?P<name>[^\d]{5,60}?)(?:,?\s*\(?(?:decd|dec'd|deceased|est(?:ate)?)\.?\)?)?$", re.I
)
OF_TRUSTEE = re.compile(r"^(?P<name>.{5,80}?),?\s(?:co-?)?(?:ttees?|trustees?)\b\.?", re.I)
FOR_BENEFIT = re.compile(
    r"^(?P<before>.{0,60}?)\s*\b(?:f/?b/?o|for (?:the )?benefit of)(?!\w):?\s+(?P<after>.+)$", re.I
)
FOR_MINOR = re.compile(
    r"^(?P<before>.{0,60}?)\s*\b(?:c/f|cust(?:odian)?(?: for| fbo| f/b/o)?)(?!\w):?\s+(?P<after>.+)$", re.I
)
CUSTODIAN_FOR = re.compile(r".+ custodian for .+", re.I)
FOR_IRA = re.compile(
    r"^.{0,60}?\b(?:cust(?:odian)?|trustee)\.? (?:for|of) (?:the )?(?P<kind>(?:[\w-]+ ){0,2}ira)"
    r" (?:of|for) (?P<name>.+)$",
    re.I,
)
"""Whose retirement account a house keeps: `Alder Trust Company, Custodian for the Roth IRA of Ines Calloway`."""
KEPT_BY = re.compile(r"[A-Z][\w.,&' -]{1,40} (?:as custodian|custodian|cust|c/f)\.?", re.I)
"""The house that keeps the account of whoever is named above it: `ALDER CLEARING AS CUSTODIAN`."""
KEPT_IN_FRONT = re.compile(r"(?P<house>.{2,60}?) (?:cust(?:odian)?|c/f)\.?,? (?:for )?(?P<rest>.+)", re.I)
KEEPER = re.compile(r"^.*\b(?:cust(?:odian)?|c/f)(?!\w)", re.I)
BENEFICIARY = re.compile(r"\b(?:bene|inh|bda)\w*", re.I)
WITH = re.compile(
    rf"^\W*(?:with (?=rights?\b)|(?:under|und) (?:the )?(?=(?:(?:[a-z]{{2}}|{STATES}) )?(?:u[tg]ma\b|unif)))", re.I
)
OF_ANOTHER = re.compile(r"\s(?:of|from|for)\s+", re.I)
ESTATE = re.compile(
    r"(?P<said>(?:the )?estate of )(?P<name>[^\d,;]{5,60}?)(?:,? (?:decd|deceased)\.?)?(?:[,;] .{4,60})?", re.I
)
EXECUTOR = re.compile(r" (?:executor|executrix|administrator|admin|exec|pers(?:onal)? rep\w*)\.?$", re.I)
DIED = re.compile(r"(?:,?\s*\(?\b(?:decd|dec'd|deceased|est(?:ate)?)\b\.?\)?)$", re.I)
AT_DEATH = re.compile(r"\b(?:tod|pod|transfer on death|designated bene\w*)\b", re.I)
NO_JOINT = re.compile(r"\b(?:individual|single|sole)\b", re.I)
IN_BRACKETS = re.compile(
    r",?\s*\((?:(?:as )?(?:a )?(?:bene\w*\.?|inherited) (?:of|from) [^()]{5,60}|"
    r"[^()]{5,80}?,? (?:as )?(?:successor |co-?)?(?:cust(?:odian)?s?|trustees?|ttees?)\.?|"
    r"(?:cust(?:odian)?s?|trustees?|ttees?)\.?:? [^()]{5,80})\)$",
    re.I,
)
"""Who keeps an account for another, or left it, behind its title: `Odile Calloway UTMA (Ines Calloway, Custodian)`."""
STROKES = ("-", "–", "—")
LEAST_WORDS = 2
MOST_IN_NAME = 14


@dataclass(frozen=True, slots=True)
class Title:
    """The owner as printed, and the words that tell the kind. `trustee`: the owner holds it for a trust."""

    owner: str
    kind: str
    trustee: bool = False


@lru_cache(maxsize=20_000)
def title_of(text: str) -> Title | None:
    """The owner and the kind in the title of an account; None for a text that is none."""
    plain = IN_BRACKETS.sub("", " ".join(text.split()).strip(" -–—|"))
    if not LEAST_WORDS <= len(plain.split()) <= MOST_WORDS:
        return None
    told = _of_client(served(plain)) or _kept_for(plain) or _for_another(plain) or _named_first(plain)
    told = told or _of_trustees(plain) or _behind_kind(plain) or _of_person(plain) or _of_estate(plain)
    return told or _of_client(served_before(plain))


def facts_of_title(title: Title, where: Where, rank: int = 0) -> list[Fact]:
    """What the title of an account tells there: its owner, as surely as `rank`, and its kind where it names one."""
    kinds = [Fact("registration", title.kind, where)] if title.kind else []
    return [Fact("owner", title.owner, where, rank=rank), *kinds]


def owner_in_title(text: str) -> str:
    """The owner in the title of an account; empty where the text is none."""
    title = title_of(text)
    return title.owner if title is not None else ""


def kind_in_title(text: str) -> str:
    """The words that tell the kind in the title of an account; the whole text where it is none."""
    title = title_of(text)
    return title.kind if title is not None and title.kind else text


def says_only_whose_at_death(kind: str) -> bool:
    """Whether all that is told is to whom an account goes: `DESIGNATED BENE PLAN/TOD` is said of one or of two."""
    return (
        AT_DEATH.search(kind) is not None
        and registration_of(kind) == "taxable_individual"
        and not NO_JOINT.search(kind)
    )


def _kept_for(text: str) -> Title | None:
    """A title with the house behind it that keeps the account: `INES CALLOWAY ROTH IRA ALDER TRUST CO CUST`."""
    *words, last = text.split()
    if LAST_KEEPER.fullmatch(last) is None:
        return None
    for count in range(LEAST_WORDS + 1, len(words)):
        head, house = " ".join(words[:count]), " ".join(words[count:])
        if word_of_kind(words[count].strip(",.")) is None and HOUSE.search(house) is not None:
            named = _named_first(head)
            if named is not None:
                return named
    return None


def _for_another(text: str) -> Title | None:
    """One for whose benefit a custodian keeps an account, or for whom one keeps it who is of age."""
    if (kept := FOR_IRA.match(text)) and is_owner(kept["name"]):
        return Title(kept["name"], kept["kind"])
    for way in (FOR_BENEFIT, FOR_MINOR):
        found = way.match(text)
        if found is None:
            continue
        after, before = found["after"], KEEPER.sub("", found["before"]).strip()
        named = _named_first(after)
        of_age = way is FOR_MINOR and is_owner(before) and registration_of(named.kind if named else "") != "utma"
        if named is not None and not of_age:
            return named
        if CUSTODIAN_FOR.fullmatch(text) and may_be_person(before) and may_be_person(after):
            return Title(after, "")
        alone = re.sub(r"\W*\b(?:bene\w*)\W*$", "", after, flags=re.I)
        if way is FOR_BENEFIT and (is_owner(alone) or is_trust(alone)):
            kind = f"{_kind_before(before)}{after[len(alone) :]}".strip()
            return Title(alone, kind if registration_of(kind) else "")
    return None


def _behind_kind(text: str) -> Title | None:
    """One behind the house that keeps the account and its kind: `ALDER TRUST CO CUST IRA R/O INES CALLOWAY`."""
    kept = KEPT_IN_FRONT.fullmatch(text)
    if kept is None or HOUSE.search(kept["house"]) is None:
        return None
    words = kept["rest"].split()
    count = next((place for place, word in enumerate(words) if word_of_kind(word.strip(",.")) is None), 0)
    kind, name = " ".join(words[:count]), " ".join(words[count:])
    return Title(name, kind) if count and registration_of(kind) is not None and is_owner(name) else None


def _of_person(text: str) -> Title | None:
    """A kind and behind it whose it is: `Rollover IRA of Ines Calloway`."""
    for of in OF_ANOTHER.finditer(text):
        kind, name = text[: of.start()], text[of.end() :]
        named = is_owner(name) and word_of_kind(name.split()[0]) is None
        if named and registration_of(kind) is not None and are_words_of_kinds(kind):
            return Title(name, kind)
    return None


def _of_estate(text: str) -> Title | None:
    """Who has died and whose estate holds the account: `Estate of Ines Calloway`, before the name of the executor."""
    found = ESTATE.fullmatch(text)
    if found is None:
        return None
    name = found["name"]
    if EXECUTOR.search(name) is not None and (pair := two_people(EXECUTOR.sub("", name).split())) is not None:
        name = pair.split(" & ")[0]
    return Title(f"{found['said']}{name}", "") if is_owner(name) else None


def _of_client(client: str) -> Title | None:
    """Whose account a bank manages or keeps, by what its title says of the client: his name, or a title in itself."""
    if not client:
        return None
    told = title_of(client)
    if told is None and is_trust(client):
        return Title(client, client if registration_of(client) is not None else "")
    return told or (Title(client, "") if is_owner(client) else None)


def _kind_before(text: str) -> str:
    """The kind before `FBO`: without the name of one who has died and left the account."""
    named = title_of(text) if text else None
    return named.kind if named is not None else text


def _named_first(text: str) -> Title | None:
    """Names, and behind them nothing but words of kinds: a trust before a person, the fewest words that are a name."""
    living = _without_deceased(text)
    words = living.split()
    for named in (is_trust_told, is_owner):
        for count in range(1 if named is is_trust_told else 2, min(MOST_IN_NAME, len(words))):
            name = re.sub(r"['’]s$", "", " ".join(words[:count]).rstrip(" ,-–"), flags=re.I)
            kind = WITH.sub("", " ".join(words[count:]))
            heir = living != text and BENEFICIARY.fullmatch(kind) is not None
            dated = named is is_trust_told and IN_TRUST.search(kind) is not None
            if are_words_of_kinds(kind) and (heir or dated or tells_kind(kind)) and named(name, kind):
                if named is is_trust_told:
                    return Title(name, f"{name} {kind}")
                return Title(name, kind, IN_TRUST.search(kind) is not None)
            joint = named is is_owner and are_words_of_kinds(kind) and registration_of(kind) == "taxable_joint"
            if joint and (pair := two_people(name.split())) is not None:
                return Title(pair, kind)
    return None


def _without_deceased(text: str) -> str:
    """A title without the name of who has died and left the account, at its end or before the words of its kind."""
    if BENEFICIARY.search(text) is None:
        return text
    if (of := OF_DECEASED.search(text)) and is_owner(of["name"]):
        return text[: of.start()]
    for of in OF_ANOTHER.finditer(text):
        words = text[of.end() :].split()
        for count in range(2, len(words)):
            name, kind = DIED.sub("", " ".join(words[:count])).rstrip(" ,"), " ".join(words[count:])
            if are_words_of_kinds(kind) and is_owner(name):
                return f"{text[: of.start()]} {kind}"
    return text


def _of_trustees(text: str) -> Title | None:
    """A trust behind its trustees, or before them: `INES CALLOWAY TTEE CALLOWAY FAMILY TRUST`."""
    first = OF_TRUSTEE.match(text)
    if first is not None and (is_owner(first["name"]) or FIRM.search(first["name"])):
        rest = re.sub(r"^\W*(?:(?:fbo|f/b/o|for|of|under)\b\W*(?:the\b\W*)?)*", "", text[first.end() :], flags=re.I)
        told = _named_first(rest)
        if told is not None and not told.trustee:
            return told
        if is_trust(trust := DATED.sub("", rest)):
            return Title(trust, trust if registration_of(trust) is not None else text[first.start() : first.end()])
        return Title(rest, text[first.start() : first.end()]) if is_trust(rest) else None
    return _before_trustees(text)


def _before_trustees(text: str) -> Title | None:
    words = text.split()
    for count in range(2, len(words)):
        name, rest = " ".join(words[:count]).rstrip(" ,"), DAY.sub("", " ".join(words[count:])).split()
        while rest and (rest[0] in STROKES or WORD.fullmatch(rest[0].strip(",."))):
            rest = rest[1:]
        held = OF_TRUSTEE.match(" ".join(rest)) if rest and is_trust_told(name, "ttee") else None
        behind = " ".join(rest)[held.end() :] if held is not None else ""
        whole = not behind.strip(" ,.") or are_words_of_kinds(behind)
        if held is not None and whole and is_owner(held["name"]):
            return Title(name, f"{name} trust")
    return None
