"""Owners told in words beside them: behind a label, in a greeting, beside the kind of their account.

`Account Owner: Ines Calloway`, `Prepared for Ines Calloway`, `Ines Calloway - Roth IRA`, `Ines Calloway, Individual`.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.people import OWNED, is_couple, is_trust, may_be_person
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.words_of_kinds import are_words_of_kinds
from core.ingest.nouns.events import Event, Fact, Where
from core.ingest.owners.account_titles import FIRM, facts_of_title, owner_in_title, title_of
from core.ingest.owners.joint_owners import joint_owners
from core.ingest.owners.kinds_told import PLAINLY, kinds_in
from core.ingest.owners.names_of_owners import without_keeper

HOLDER = (
    r"(?:(?:account|registered|legal|primary|contract|policy|certificate) ?)?(?:owner|holder)(?:s|\(s\))?"
    r"(?: ?(?:/|&|and) ?annuitant)?|policyholders?"
)
"""How a label calls the owner, on the paper of a broker and in the contract of an insurer."""
OWNER = re.compile(
    rf"^(?:{HOLDER}|account names?|client(?: name)?|investor|prepared for|(?:participant|employee)(?: name)?|name|"
    r"account title|statement for|member|customer|limited partner)\s*:\s*(.{3,110})$",
    re.I,
)
HELD_BY = re.compile(rf"^(?:{HOLDER})\s*:", re.I)
SURELY, LEAST_SURELY = 1, -2
LONGEST_NAME = 60
"""Longer than this is a title of an account, or no owner."""
PREPARED = re.compile(r"^(?:prepared|statement) for (?=(.{3,60}?)(?:,? by .+)?$)", re.I)
REGISTERED = re.compile(r"^(?:(?:account )?registration:?|(?:account|statement) (?:of|for)) (?=(.{3,80})$)", re.I)
LABELLED_NAME = re.compile(
    r"^(?:participant|(?:account|contract|policy) (?:owner|holder)s?|registered owners?|limited partner)"
    r"(?: name)? (?=(.{3,60})$)",
    re.I,
)
WELCOME = re.compile(r"^welcome(?: back)?,? (?P<name>[A-Z][^,:!\d]{3,50})[!.]?$", re.I)
"""How a page of a site greets whom it shows the account to."""
OWNER_LABEL = re.compile(
    rf"^(?:{HOLDER}|account names?|client(?: name)?|prepared for|(?:participant|employee)(?: name)?|account title|"
    r"limited partner)\s*:?$",
    re.I,
)
WHO = re.compile(
    r"(?:(?:investor|member|customer|shareholder|unit ?holder)s?(?: name)?|(?:account )?(?:registration|titled?)|"
    r"(?:registered|titled) (?:to|as|name)|in the names? of|held (?:by|for))\s*:?",
    re.I,
)
"""A label of whom an account is of, where it stands beside a name, and a word of much else besides."""
OTHER_LABEL = re.compile(
    rf"{HOLDER}|(?:co-?|joint )?(?:annuitants?|insured|owners?|holders?)|(?:primary |contingent )?beneficiar(?:y|ies)|"
    r"(?:(?:account|contract|policy|tax|plan|statement) )?(?:number|date|type|value|status|registration|period)|"
    r"plan(?: name)?|employer|none|n/a",
    re.I,
)
"""A second label beside that of the owner; the names stand under both."""
INCOME = re.compile(r"(?:total |net )?(?:dividends?|interest|income|gains?|distributions?)\b", re.I)
OF_REPORT = re.compile(r"^(?:[A-Za-z]+ ){0,3}(?:holdings|positions|appraisal|valuation)\b(?: [A-Za-z]+){0,4}$", re.I)
"""The title of a report, before the name of whom it is made for: `Holdings by Asset Class - Ines Calloway`."""
STROKES = re.compile(r"\s+[-–—]\s+|(?<=\w)—(?=\w)")
NAME_AND_KIND = re.compile(
    r"((?:(?:[A-Z][\w'’.-]*+ ){1,4}(?:and|&) )?[A-Z][\w'’.-]*+(?: [A-Z][\w'’.-]*+){1,3}), "
    r"([A-Za-z()-]++(?: [A-Za-z()-]++){0,5}+)"
    r"(?:,? [Xx*•\d][Xx*•\d-]{3,24}(?:, .{1,60})?)?"
)
NO_NAME = re.compile(
    r"\b(?:accounts?|summary|statement|brokerage|holdings?|portfolio|positions?|funds?|plan|investments?|managed|ira|"
    r"beneficiary|contributory|report|activity|details?|growth|income|continued|total|value|retirement|"
    r"rights?|survivorship)\b",
    re.I,
)
BEFORE_NAME = re.compile(r".*(?::|\b(?:of|for|by|to))\s*", re.I)
"""How a label ends, under or beside which the name stands: `THE HOUSEHOLD OF:`."""


def people(phrases: Sequence[str], where: Where) -> list[Event]:
    """The owners that the phrases of a line name, behind a label or beside strokes and commas, and their kinds."""
    found: list[Event] = []
    for place, phrase in enumerate(phrases):
        if owner := OWNER.match(phrase) or _prepared(phrase):
            if _may_be_told(owner[1]):
                found += _owner(owner[1], where, _rank(owner, phrase))
        elif place + 1 < len(phrases) and _labels_owner(phrase, phrases[place + 1]):
            found += _owner(phrases[place + 1], where)
        elif (greeted := WELCOME.match(phrase)) and is_name(greeted["name"]):
            found.append(Fact("owner", greeted["name"].strip(" ."), where, rank=-1))
        elif len(parts := _parted(phrase)) > 1 and registration_of(" ".join(parts[1:])):
            if ":" not in parts[0] and (held := owner_in_title(parts[0]) or _before_stroke(parts[0])):
                found.append(Fact("owner", held, where))
            told = parts if are_words_of_kinds(parts[0]) else parts[1:]
            found.append(Fact("registration", " - ".join(told), where))
        elif (named := NAME_AND_KIND.fullmatch(phrase)) and FIRM.search(named[1]):
            continue
        elif named is not None and registration_of(named[2]) and is_name(named[1]):
            found += [Fact("registration", named[2], where), Fact("owner", named[1], where)]
        elif len(parts) == 2 and OF_REPORT.search(parts[0]) and is_name(parts[1]):
            found.append(Fact("owner", parts[1].strip(), where, rank=-1))
        elif len(parts) == 2 and PLAINLY.search(parts[0]) and is_name(parts[1]):
            held = parts[0] if is_trust(parts[0]) else _name(parts[1])
            found += [Fact("registration", parts[0], where), Fact("owner", held, where)]
    found.extend(joint_owners(phrases, where))
    found.extend(kinds_in(phrases, where))
    return found


def _before_stroke(text: str) -> str:
    """The owner before a stroke and the kind behind it: one or two people, a minor without who keeps the account."""
    held = without_keeper(text.strip())
    return held if is_name(held) or is_couple(held) else ""


def _rank(owner: re.Match[str], phrase: str) -> int:
    """How surely a label tells an owner: `Owner:` more than the title of the account, one without a colon less.

    Whom a report is prepared for by somebody may be one of a couple, or who acts for a company.
    """
    if owner.re is PREPARED and owner.end(1) < len(phrase):
        return LEAST_SURELY
    if owner.re is LABELLED_NAME:
        return -1
    return SURELY if HELD_BY.match(phrase) else 0


def _parted(phrase: str) -> list[str]:
    """What strokes part in a phrase; a line of income, `Dividends - Taxable`, is one."""
    return [phrase] if INCOME.match(phrase) else STROKES.split(phrase)


def _prepared(phrase: str) -> re.Match[str] | None:
    """The name or the title behind `Statement for` or a label without a colon; None where other words stand there."""
    found = PREPARED.match(phrase) or REGISTERED.match(phrase) or LABELLED_NAME.match(phrase)
    if found is None:
        return None
    named = found.re is PREPARED and is_name(found[1])
    labels = found.re is LABELLED_NAME or WHO.fullmatch(phrase[: found.end()].strip()) is not None
    labelled = labels and (may_be_person(found[1]) or is_couple(found[1]))
    return found if named or labelled or title_of(found[1]) is not None else None


def _may_be_told(text: str) -> bool:
    """Whether what stands behind a label may name an owner: no second label, and more than the name of an account."""
    plain = NO_NAME.search(text) is None or len(NO_NAME.sub(" ", text).split()) > 1
    long = len(text) > LONGEST_NAME and title_of(text) is None
    return plain and not long and BEFORE_NAME.fullmatch(text) is None


def _may_follow(text: str) -> bool:
    """Whether a phrase beside a label may be what it names, and is no second label: `Owner   Annuitant`."""
    plain = not any(map(str.isdigit, text)) or title_of(text) is not None
    return plain and not text.endswith(":") and OTHER_LABEL.fullmatch(text) is None


def _labels_owner(label: str, text: str) -> bool:
    """Whether a phrase is a label of the owner, and the one beside it what it names."""
    return bool(OWNER_LABEL.match(label) and _may_follow(text)) or bool(WHO.fullmatch(label) and _is_surely(text))


def _is_surely(text: str) -> bool:
    """Whether a text is the title of an account, or the name of a person, a couple or a trust."""
    return bool(owner_of_name(text)) or may_be_person(text) or is_couple(text)


def _owner(told: str, where: Where, rank: int = 0) -> list[Event]:
    """The owner behind a label, and the kind behind the names where the label tells the title of the account."""
    title = title_of(told)
    if title is None:
        return [Fact("owner", _name(told), where, rank=rank)]
    return [*facts_of_title(title, where, rank)]


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 6 and not any(mark.isdigit() for mark in text) and words[0][0].isupper()


def is_name(text: str) -> bool:
    """Whether a text may be the name of a person or a family, and is no name for an account."""
    plain = NO_NAME.search(text) is None and OWNED.search(text) is None
    return plain and _looks_like_name(text) and BEFORE_NAME.fullmatch(text) is None


def owner_of_name(text: str) -> str:
    """The owner in what a column calls the name of an account: that of its title, or a trust; empty where none is."""
    return owner_in_title(text) or (text if is_trust(text) else "")


def owner_of_cell(text: str) -> str:
    """The owner in a cell of a column of owners or holders; empty where it names nobody."""
    return owner_of_name(text) or (text if is_name(text) or is_couple(text) else "")


def _name(text: str) -> str:
    text = re.sub(r"\s*\((?=[^)]*\b(?:account|joint|individual|ira)\b)[^)]*\)?$", "", text.strip(), flags=re.I)
    return re.split(
        r"\s{2,}|\s+(?:account|acct|beneficiar\w+|annuitant|(?:joint|co)[ -]owner)\b", text.strip(), flags=re.I
    )[0].strip(" ,;")
