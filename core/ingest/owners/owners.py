"""Whose account it is where no label says so: the person named at the head of a page, by the number or over an address.

What stands as the title of an account, or on the line of its number, is sure; a name near the number or over an
address is taken only where nothing better is told.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.ingest.lexicon.people import is_couple, is_entity, is_person, is_trust, may_be_person
from core.ingest.lexicon.registrations import OF_PAGE, PLAIN_NUMBER, account_number, registration_of, titled_number
from core.ingest.lexicon.words_of_kinds import are_words_of_kinds, kind_alone
from core.ingest.nouns.events import Fact, Where
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, Word, phrases, span, text_of
from core.ingest.owners.account_titles import FOR_BENEFIT, KEPT_BY
from core.ingest.owners.owners_beside import are_aligned, at_edge, beside_title, two_over_kind
from core.ingest.owners.titles_on_lines import title_on_lines, with_first_owner
from core.ingest.owners.told_owners import HOLDER

WEAK = -1
AT_HEAD = WEAK - 1
"""How surely the first line of a page names the owner: it may be the firm, so that any other name is better."""
OF_TRUSTEES = WEAK - 1
"""How surely a trustee is told as the owner: the trust is, where it is named too."""
FIRM_WORD = 4
NEAR = 2.2
BARS = frozenset("|·•")
ADVISER = re.compile(r"advis[eo]r|consultant|representative|planner|manager|contact|beneficiar|annuitant", re.I)
ADVISER_LABEL = re.compile(
    r"(?:your )?(?:[\w-]+ ){0,2}(?:advis[eo]r|consultant|representative|planner|manager)(?: team)?:?", re.I
)
LABEL = re.compile(
    r"(?:[\w-]+ ){0,3}(?:statement|prepared|report) for(?: the (?:household|family|accounts?) of)?:?|"
    rf"(?:\w+ ){{0,3}}(?:account|ira|401\(k\)|plan) of:?|(?:{HOLDER}|participant)(?: name)?:?",
    re.I,
)
HEIR = re.compile(r"(?P<name>\S+(?: \S+){1,4}?),? as (?:a |the |sole )?beneficiary of .{5,80}", re.I)
TRUSTEE = re.compile(r"ttees?\.?|trustees?|poa", re.I)
OPEN_END = re.compile(r"(?P<name>.+?),? (?:&|and|or)", re.I)
"""A name that goes on in the line below."""
OF_HOUSEHOLD = re.compile(
    r"(?:prepared for )?(?:the )?[\w.,'’&-]+(?: [\w.,'’&-]+){0,4} (?:household|family|relationship)", re.I
)
"""For whom the paper is: `The Calloway Household`."""
AMOUNT = re.compile(r"\d[.,]\d\d")
"""What stands behind a name in a list, and not on a line of its own; a number of an account there is the trust's."""
OF_TRUSTS = ("trust", "family", "living", "revocable", "irrevocable")
ACCOUNT = re.compile(r"account:?|acct\.?:?|a/c", re.I)
PARTICIPANT = re.compile(r"participant (?:number|no\.?|id|#)", re.I)
PERIOD = re.compile(
    r"\bstatement period\b|\b(?:[a-z]{3,9} \d{1,2}(?:, \d{4})?|\d{1,2}/\d{1,2}/\d{2,4}) ?(?:-|–|to|through) ?"
    r"(?:[a-z]{3,9} \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4})",
    re.I,
)
ADDRESS = re.compile(
    r"\d{1,6}(?:-\d+)? [A-Z][\w.' -]+\b(?:st|street|ave|avenue|rd|road|ln|lane|dr|drive|blvd|court|ct|way|place|pl|"
    r"circle|terrace|parkway|pkwy|highway|hwy)\b|P\.?O\.? box \d|.*,? [A-Z]{2} \d{5}(?:-\d{4})?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a line: the line above it, the first of its page, the last that told an account's number.

    `over` is the line above a period that stands right above, `before` the line before `above`.
    """

    above: Line | None
    letterhead: Line | None
    numbered: Line | None
    over: Line | None = None
    before: Line | None = None


def owners(line: Line, state: Around, summary: Header | None) -> list[Fact]:
    """The person whose account a line outside the tables tells of."""
    if _of_others(summary):
        return []
    above = state.above if state.above is not state.letterhead else None
    upper = above if above is not None and above.page == line.page else None
    titles = _by_title(line, upper, state.letterhead)
    kept = titles if FOR_BENEFIT.search(line.text) else []
    couple = two_over_kind(line, upper, state.before if state.before is not state.letterhead else None)
    sure = _on_page_head(line) or kept or couple or _titled(line, above) or _under_label(line, state.above)
    told = sure or titles or _begun_above(line, upper) or _near_number(line, above, state) or _over_address(line, above)
    told = told or _over_kind(line, above) or _beside_period(line) or _trust(line, above)
    told = [fact for fact in told if not _is_under_adviser(fact, above)]
    if line is state.letterhead:
        return [replace(fact, rank=min(fact.rank, AT_HEAD)) if fact.kind == "owner" else fact for fact in told]
    names = [fact.text for fact in told if fact.kind == "owner"]
    return told if sure or not any(_is_of_firm(name, state.letterhead) for name in names) else []


def _is_of_firm(name: str, letterhead: Line | None) -> bool:
    """Whether a word of a name stands in the letterhead, as in the names of a firm's products.

    The name itself may stand there too, beside the firm's, or that of the household for whom the paper is.
    """
    own = {word for word in name.casefold().split() if len(word) >= FIRM_WORD and word not in OF_TRUSTS}
    first, *others = phrases(letterhead.words, 1.0) if letterhead is not None else [[]]
    others = [run for run in others if OF_HOUSEHOLD.fullmatch(text_of(run)) is None]
    of_firm = [first, *(run for run in others if not _are_alike(name, text_of(run)))]
    return not own.isdisjoint(word.text.casefold() for run in of_firm for word in run)


def _are_alike(name: str, text: str) -> bool:
    """Whether a text is the name or a part of it, or says more than the name: `INES CALLOWAY &` of two owners."""
    one, other = name.casefold(), text.casefold().strip(" &,")
    return one in other or other in one


def is_numbered(line: Line) -> bool:
    """Whether a line numbers the participant of a plan, beside whose number the name stands too."""
    return PARTICIPANT.match(line.text) is not None


def _titled(line: Line, above: Line | None) -> list[Fact]:
    """The person whose name stands over the title of an account with its number, or on the line of the number."""
    first, *others = phrases(line.words, 1.0)
    title = text_of(first)
    if any(account_number(text_of(run)) for run in others) and is_person(title):
        return [_owner(line, first)]
    if above is None or above.page != line.page or not 0 <= line.top - above.bottom < 1.5 * line.size:
        return []
    run = _before_deceased(phrases(above.words, 1.0)[0])
    numbered = registration_of(title) is not None and (account_number(title) or titled_number(title)) is not None
    if not numbered or not is_person(text_of(run)) or abs(run[0].x0 - first[0].x0) > 3:
        return []
    return [_owner(above, run)]


def _before_deceased(run: Sequence[Word]) -> Sequence[Word]:
    """The words of a name before the one who has left the account: `Ines Calloway as beneficiary of Odile Calloway`."""
    found = HEIR.fullmatch(text_of(run))
    return run[: len(found["name"].split())] if found is not None else run


def _on_page_head(line: Line) -> list[Fact]:
    """The person behind the number of the account at the head of a page, `Account Detail 316-014265-042 JANE ROE`."""
    page = OF_PAGE.match(line.text)
    words = line.words[len(page[0].split()) :] if page is not None else ()
    person = tuple(word for word in words if TRUSTEE.fullmatch(word.text) is None)
    return [_owner(line, words)] if person and may_be_person(text_of(person)) else []


def _is_under_adviser(fact: Fact, above: Line | None) -> bool:
    """Whether a name stands right under words that call it the adviser."""
    box = fact.where.box
    if fact.kind != "owner" or above is None or box is None or not above.top < box[1] < above.bottom + 2 * above.size:
        return False
    labels = [run for run in phrases(above.words, 1.0) if ADVISER_LABEL.fullmatch(text_of(run))]
    return above.page == fact.where.page and any(run[0].x0 < box[2] and run[-1].x1 > box[0] for run in labels)


def _by_title(line: Line, above: Line | None, letterhead: Line | None = None) -> list[Fact]:
    """The owner and the kind in the title of an account, in the pieces of a line; its names may begin in that above."""
    for run in phrases(line.words, 1.0):
        over = at_edge(run, above)
        found = title_on_lines(run, over, letterhead)
        if found is None:
            continue
        title, words = found
        where = Where(line.page, None, span(words[: len(title.owner.split())]))
        owner = _with_first(run, above, with_first_owner(title, over))
        kinds = [Fact("registration", title.kind, where, rank=WEAK)] if title.kind else []
        return [Fact("owner", owner, where, rank=OF_TRUSTEES if title.trustee else 0), *kinds]
    return []


def _with_first(run: Sequence[Word], above: Line | None, name: str) -> str:
    """A name with the one that the line above leaves open at its edge: `INES CALLOWAY &` over `TOBIAS CALLOWAY`."""
    over = at_edge(run, above)
    begun = OPEN_END.fullmatch(text_of(over)) if over is not None else None
    if over is None or begun is None or not may_be_person(begun["name"]) or name.startswith(begun["name"]):
        return name
    return f"{text_of(over)} {name}"


def _begun_above(line: Line, above: Line | None) -> list[Fact]:
    """Two people whose names stand on two lines, the upper of which ends in `&`."""
    for run in phrases(line.words, 1.0):
        name = text_of(run)
        whole = _with_first(run, above, name) if may_be_person(name) else name
        if whole != name:
            return [Fact("owner", whole, Where(line.page, None, span(run)), rank=WEAK)]
    return []


def _over_kind(line: Line, above: Line | None) -> list[Fact]:
    """The name right over a line of nothing but the custodian or the kind of the account, `JT TEN WROS`."""
    first = text_of(phrases(line.words, 1.0)[0])
    if above is None or not _is_near(above, line):
        return []
    plainly = are_words_of_kinds(first) and registration_of(first) is not None and len(phrases(above.words, 1.0)) == 1
    people = may_be_person(above.text) or is_couple(above.text)
    if not (KEPT_BY.fullmatch(first) or kind_alone(first) or (plainly and people)):
        return []
    return _named(above) if are_aligned(above, line) and not ADVISER.search(above.text) else []


def _under_label(line: Line, above: Line | None) -> list[Fact]:
    """A name under a label, at one edge of it: `STATEMENT FOR:`, `Contributory IRA of`."""
    if above is None or not _is_near(above, line):
        return []
    labels = [run for run in phrases(above.words, 1.0) if LABEL.fullmatch(text_of(run))]
    names = [run for run in phrases(line.words, 1.0) if may_be_person(text_of(run)) or is_couple(text_of(run))]
    aligned = (
        name
        for label in labels
        for name in names
        if min(abs(label[0].x0 - name[0].x0), abs(label[-1].x1 - name[-1].x1)) < 3
    )
    return [_owner(line, name) for name in itertools.islice(aligned, 1)]


def _beside_period(line: Line) -> list[Fact]:
    """A name on the line of the period that a statement speaks of."""
    if ADVISER.search(line.text) or not any(PERIOD.search(text_of(run)) for run in phrases(line.words, 1.0)):
        return []
    return _named(line)


def _near_number(line: Line, above: Line | None, state: Around) -> list[Fact]:
    """A name on the line of the account's number, on the line over it or over its period, or on one of two under it."""
    if ADVISER.search(line.text):
        return []
    numbered = state.numbered
    if numbered is line:
        near = _named(above) if above is not None and _is_near(above, line) else []
        over = _named(state.over) if above is not None and state.over is not None and _is_near(above, line) else []
        of_adviser = above is not None and ADVISER.search(above.text) is not None
        return _named(line) or near or over or ([] if of_adviser else beside_title(line, above, WEAK))
    under = numbered is not None and (_is_near(numbered, line) or _reaches_into(numbered, line))
    return _named(line) if under else []


def _over_address(line: Line, above: Line | None) -> list[Fact]:
    """The name over the first line of an address, at the same left edge."""
    if above is None or not _is_near(above, line) or ADDRESS.match(line.text) is None:
        return []
    aligned = abs(above.words[0].x0 - line.words[0].x0) < 3
    return _named(above) if aligned and not ADVISER.search(above.text) else []


def _is_near(upper: Line, lower: Line) -> bool:
    return upper.page == lower.page and 0 <= lower.top - upper.bottom < NEAR * lower.size


def _reaches_into(upper: Line, lower: Line) -> bool:
    """Whether a line with a large title beside its small words reaches down beside the line below."""
    large = upper.bottom - upper.top > 1.5 * lower.size
    return large and upper.page == lower.page and upper.top < lower.top <= upper.bottom


def _named(line: Line) -> list[Fact]:
    """The first phrase of a line that names a person, a couple or a trust, up to the word `account` in it."""
    runs = [_before_account(part) for run in phrases(line.words, 1.0) for part in _between_bars(run)]
    people = (
        run for run in runs if any(told(text_of(run)) for told in (may_be_person, is_couple, is_trust, is_entity))
    )
    return next(([_owner(line, run, WEAK)] for run in people), [])


def _between_bars(run: Sequence[Word]) -> list[Sequence[Word]]:
    """The parts of a phrase that `|` or a dot in the middle stands between."""
    bars = [place for place, word in enumerate(run) if word.text in BARS]
    starts, ends = [0, *(place + 1 for place in bars)], [*bars, len(run)]
    return [run[start:end] for start, end in zip(starts, ends, strict=True) if start < end]


def _before_account(run: Sequence[Word]) -> Sequence[Word]:
    places = [place for place, word in enumerate(run) if ACCOUNT.fullmatch(word.text) or word.text.lower() == "page"]
    return run[: places[0]] if places else run


def _trust(line: Line, above: Line | None) -> list[Fact]:
    """A trust that names itself on a line of its own, whatever stands around; surer right under its trustees."""
    first, *others = phrases(line.words, 1.0)
    beside = [text_of(run) for run in others]
    if any(map(AMOUNT.search, beside)) and not any(re.fullmatch(PLAIN_NUMBER, run) for run in beside):
        return []
    titles = _by_title(above, None) if above is not None and _is_near(above, line) else []
    rank = WEAK if any(fact.rank == OF_TRUSTEES for fact in titles) else WEAK - 1
    return [_owner(line, first, rank)] if is_trust(text_of(first)) else []


def _of_others(summary: Header | None) -> bool:
    """Whether the open summary of accounts names beneficiaries and not owners."""
    return summary is not None and any(ADVISER.search(column.label) for column in summary.columns)


def _owner(line: Line, run: Sequence[Word], rank: int = 0) -> Fact:
    return Fact("owner", text_of(run), Where(line.page, None, span(run)), rank=rank)
