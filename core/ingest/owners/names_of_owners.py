"""What may be the owner in the title of an account: a person or a few, two whom nothing parts, a trust."""

import re
from collections.abc import Sequence

from core.ingest.lexicon.people import is_couple, is_trust, may_be_person
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.words_of_kinds import word_of_kind

IN_TRUST = re.compile(r"\b(?:ttees?|trustees?|u/?t/?a|u/?a/?d?|u/?t/?d|dtd|dated)\b", re.I)
NAMED_TRUST = re.compile(r"(?:[A-Z0-9][\w.'’&-]* ){1,6}(?:TRUST|TR|Trust|Tr)")
HONORIFIC = re.compile(r"^(?:(?:mr|mrs|ms|dr)\.?|[A-Z]\.?) (?=\S{2})", re.I)
SURNAME = re.compile(r"(?<=[\w.'] )(roth)(?= *(?:$|&|and\b|or\b|,))", re.I)
KEEPER = re.compile(r"(?P<minor>[^,]+), (?P<keeper>[^,]+?),? (?:as )?(?:successor )?(?:cust(?:odian)?|c/f)\.?", re.I)
BARE_IRA = re.compile(r"^(?!.*\broth\b).*\bira\b", re.I)


def two_people(words: Sequence[str]) -> str | None:
    """Two people whose names nothing parts, `INES A CALLOWAY TOBIAS CALLOWAY`; of one surname where it is unclear."""
    cuts = [cut for cut in range(2, len(words) - 1) if all(map(may_be_person, _both(words, cut)))]
    alike = [cut for cut in cuts if words[cut - 1] == words[-1]]
    return (
        " & ".join(_both(words, alike[0])) if alike else " & ".join(_both(words, cuts[0])) if len(cuts) == 1 else None
    )


def _both(words: Sequence[str], cut: int) -> tuple[str, str]:
    return " ".join(words[:cut]), " ".join(words[cut:])


def is_owner(name: str, kind: str = "") -> bool:
    """Whether a name is that of a person or of a few, an honorific or an initial before it or not.

    Who is called Roth is told from a Roth IRA where the words behind speak of no bare IRA.
    """
    if any(word_of_kind(word) is True and word.lower() != "and" for word in name.split()):
        return False
    bare = SURNAME.sub(r"\1E", name) if kind and BARE_IRA.search(kind) is None else name
    return may_be_person(bare) or is_couple(bare) or may_be_person(HONORIFIC.sub("", bare))


def is_trust_told(name: str, kind: str) -> bool:
    """Whether a name is that of a trust; one that is called no more than trust is where what follows is of trusts."""
    if IN_TRUST.search(name) is not None:
        return False
    return is_trust(name) or (IN_TRUST.search(kind) is not None and _is_named_trust(name))


def _is_named_trust(name: str) -> bool:
    return NAMED_TRUST.fullmatch(name) is not None and registration_of(f"{name} dtd") is not None


def tells_kind(kind: str) -> bool:
    """Whether words of kinds tell how an account is registered; a sole proprietor's is none of the kinds known."""
    return registration_of(kind) is not None or re.search(r"\bsole prop", kind, re.I) is not None


def without_keeper(text: str) -> str:
    """The minor alone in `Odile Calloway, Ines Calloway custodian`; other texts as they are."""
    kept = KEEPER.fullmatch(text)
    both = kept is not None and may_be_person(kept["minor"]) and may_be_person(kept["keeper"])
    return kept["minor"] if kept is not None and both else text
