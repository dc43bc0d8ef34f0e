"""Owners beside something else at the head of a page: two over the words of how they own, one beside a title.

`INES CALLOWAY   Account Number: 5511-2233` over `TOBIAS CALLOWAY   Your Advisor: …` over `JT TEN WROS`.
"""

from collections.abc import Sequence

from core.ingest.lexicon.people import may_be_person
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.words_of_kinds import kind_alone
from core.ingest.nouns.events import Fact, Where
from core.ingest.nouns.words import Line, Word, phrases, span, text_of

NEAR = 2.2
SMALLER = 0.9
ALIGNED, ALIKE = 3, 0.5
"""How far left edges and sizes of letters may lie apart in points."""


def at_edge(run: Sequence[Word], above: Line | None) -> Sequence[Word] | None:
    """The phrase of the line right above that begins at the same left edge, whatever larger letters stand beside it."""
    over = phrases(above.words, 1.0) if above is not None else []
    near = (one for one in over if 0 <= run[0].top - one[0].bottom < NEAR * one[0].size)
    return next((one for one in near if abs(one[0].x0 - run[0].x0) < ALIGNED), None)


def are_aligned(upper: Line, lower: Line) -> bool:
    """Whether two lines begin at one left edge, or stand in the middle over one another, as titles do."""
    (left, _, right, _), (begin, _, end, _) = span(upper.words), span(lower.words)
    return abs(left - begin) < ALIGNED or abs(left + right - begin - end) < ALIGNED


def two_over_kind(line: Line, above: Line | None, before: Line | None) -> list[Fact]:
    """Two people on a line each over a line of nothing but how they own jointly, `JT TEN WROS`, whatever is beside."""
    first = phrases(line.words, 1.0)[0]
    if above is None or registration_of(kind_alone(text_of(first))) != "taxable_joint":
        return []
    second = at_edge(first, above)
    one = at_edge(second, before) if second is not None and before is not None and before.page == line.page else None
    if second is None or one is None or abs(one[0].size - second[0].size) > ALIKE:
        return []
    if not (may_be_person(text_of(one)) and may_be_person(text_of(second))):
        return []
    return [Fact("owner", f"{text_of(one)} & {text_of(second)}", Where(line.page, None, span([*one, *second])))]


def beside_title(line: Line, above: Line | None, rank: int) -> list[Fact]:
    """A name beside the title of an account, right over the number that stands in smaller letters than what is beside.

    `Growth Account   INES CALLOWAY` over `Account Detail   316-014265-042`, the first words of which are large.
    """
    small = [word for word in line.words if word.size < SMALLER * line.size]
    if above is None or above.page != line.page or not small:
        return []
    near = 0 <= min(word.top for word in small) - above.bottom < NEAR * small[0].size
    people = [run for run in phrases(above.words, 1.0)[1:] if may_be_person(text_of(run))]
    if not near or len(people) != 1:
        return []
    return [Fact("owner", text_of(people[0]), Where(line.page, None, span(people[0])), rank=rank)]
