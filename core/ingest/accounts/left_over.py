"""What the title of an account says besides its owner, and what was not understood of it.

Each word of a title is the owner's, tells the kind, numbers the account, is a label, or is the house's. A word that is
none of these, a kind that is not the one read, and a name right over or under that of the owner are for a person.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from core.ingest.accounts.draft import Draft
from core.ingest.accounts.rivals import is_other_kind, may_be_same
from core.ingest.lexicon.institutions import NAMES, is_institution
from core.ingest.lexicon.people import NO_PERSON, is_couple, is_trust, may_be_person
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.words_of_kinds import DAY, WORD
from core.ingest.nouns.events import Fact
from core.ingest.owners.account_titles import title_of
from core.ingest.owners.kinds_told import PLAINLY
from core.words.registrations import REGISTRATIONS

KEPT_FOR = re.compile(
    r"\b(?:ttees?|trustees?|cust|custodian|c/f|f/?b/?o|bene\w*|inh\w*|decd|dec'd|deceased|poa|for|by)\b", re.I
)
"""Words beside which a title names others than its owner."""
KNOWN = re.compile(
    r"[\W\d_]+|x+|\S*\d\S*|[A-Z]|[A-Z]{2}|accounts?|acct|a/c|no|number|nbr|names?|titled?|type|owners?|holders?|"
    r"registered|registration|legal|clients?|customer|investor|member|participant|primary|statement|report|prepared|"
    r"welcome|back|hello|hi|dear|portfolio|summary|holdings|positions|overview|details?|review|appraisal|investments?|"
    r"household|family|trust|tr|custodial|as|estate|from|at|is|held|or|a|an|jr|sr|ii|iii|iv|mr|mrs|ms|dr|esq|md|phd|"
    r"living|revocable|irrevocable|rev|irrev|plan|page|period|ending|ended|through|self|directed|managed|advisory|"
    r"agency|cash|margin|health|simplified|employees?|pension|profit|sharing|contribution|solo|keogh|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
    re.I,
)
"""Words of labels, of tenure, of trusts and of days; letters alone and two capitals, of a name or a state."""
BEGUN = re.compile(r"(?P<name>.{5,40}?),? (?:&|and|or|bene\w* of)", re.I)
OF_OTHERS = frozenset({"utma", "trust_grantor", "trust_nongrantor", "inherited_ira"})
"""Kinds of accounts in whose titles others stand: who keeps it, who is trustee, who has left it."""
HOUSES = frozenset(title.casefold() for title, _ in NAMES)
PARTS = re.compile(r"[\s/-]+")
MARKS = ".,;:()|·•–—'’\"*#"


def left_over(draft: Draft, institution: str) -> dict[str, str]:
    """What titles say and no fact has: `title` words, another `owner`, another `registration`; empty where nothing."""
    if not draft.owner:
        return {}
    house = set(_words(institution))
    own = [fact for fact in draft.told if fact.title and fact.kind == "owner" and fact.text == draft.owner]
    numbers = [fact for fact in draft.told if fact.title and fact.kind == "account"]
    beside = _often([_beside(fact, draft) for fact in own])
    title = _often([_left(fact.title[0], draft.owner, house) for fact in own]) or _often(list(map(_begun, own)))
    if not title and not beside:
        title = _often([_kin_by_number(fact, draft) for fact in numbers])
    kinds = (_other_kind([text for fact in facts for text in fact.title], draft) for facts in (own, numbers))
    found = {"title": title, "owner": beside, "registration": next(filter(None, kinds), "")}
    return {name: text for name, text in found.items() if text}


def _often(texts: Sequence[str]) -> str:
    """The first of the texts that titles have each, where at least half of them have one."""
    found = [text for text in texts if text]
    return found[0] if 2 * len(found) >= len(texts) and found else ""


def _left(title: str, owner: str, house: set[str]) -> str:
    """The words of a title that are none of the owner's, of kinds, of labels or of a house."""
    if KEPT_FOR.search(title) or is_trust(owner) or not _names(title, owner):
        return ""
    known = {*_words(owner), *house}
    words = (word.strip(MARKS) for word in PARTS.split(DAY.sub(" ", title.replace("(s)", "s"))))
    left = " ".join(word for word in words if word.casefold() not in known and not _is_known(word))
    return "" if NO_PERSON.search(left) or is_institution(left) or left.casefold() in HOUSES else left


def _is_known(word: str) -> bool:
    return KNOWN.fullmatch(word) is not None or WORD.fullmatch(word) is not None


def _begun(owner: Fact) -> str:
    """The name at the edge of the owner's that goes on in it: another owner, or the heir of the one read."""
    begun = (found for text in owner.edges if (found := BEGUN.fullmatch(text)) is not None)
    return next((one[0] for one in begun if may_be_person(one["name"]) and one["name"] not in owner.text), "")


def _kin_by_number(number: Fact, draft: Draft) -> str:
    """The name on the line of the number, or right over or under it, of who has an owner's last name and is another."""
    last = next((word for word in reversed(_words(draft.owner)) if not KNOWN.fullmatch(word)), "")
    if not last or draft.registration in OF_OTHERS or is_trust(draft.owner):
        return ""
    kin = re.compile(rf"\b(?P<given>[A-Z][\w'’-]+)(?: [A-Z]\.?)? {re.escape(last)}\b", re.I)
    known = {*_words(draft.owner)}
    found = (one for text in (*number.title, *number.edges) for one in kin.finditer(text))
    others = (one for one in found if not set(_words(one["given"])) <= known and not _is_known(one["given"]))
    return next((one[0] for one in others if NO_PERSON.search(one["given"]) is None), "")


def _names(title: str, owner: str) -> bool:
    """Whether a title has every word of an owner."""
    return set(_words(owner)) <= set(_words(title))


def _beside(owner: Fact, draft: Draft) -> str:
    """The name right over or under that of the owner, where that is another's."""
    if draft.registration in OF_OTHERS:
        return ""
    names = (text for text in owner.edges if any(told(text) for told in (may_be_person, is_couple, is_trust)))
    return next((name for name in names if not may_be_same(name, draft)), "")


def _other_kind(titles: Sequence[str], draft: Draft) -> str:
    """The kind that titles tell, where none of them tells the one read."""
    texts = list(_kinds(titles, draft.owner))
    others = [text for text in texts if is_other_kind(text, draft)]
    return REGISTRATIONS[str(registration_of(others[0]))] if others and len(others) == len(texts) else ""


def _kinds(titles: Iterable[str], owner: str) -> Iterator[str]:
    """The words of kinds in titles."""
    for text in titles:
        title = title_of(text)
        rest = text.replace(owner, " ").strip()
        if title is not None and registration_of(title.kind) is not None:
            yield title.kind
        elif rest and PLAINLY.search(rest) and registration_of(rest) is not None:
            yield rest


def _words(text: str) -> list[str]:
    return [word.strip(MARKS).casefold() for word in PARTS.split(text)]
