"""Two voices become one list of words: where they agree the second one's places are used, where not there is doubt.

The first voice is kept, unless it reads no well-formed number where the second does. What only the second saw is
kept too, in doubt.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.domain.statement import Box
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import MONTHS, is_date
from core.ingest.lexicon.identifiers import cusip_ok, isin_ok
from core.ingest.ocr.tidied import is_label, is_number, tidy
from core.ingest.ocr.voices import Run, Said

SURE_ALONE = 0.5
PIECE, TOUCH, STROKE, CLOSE, LOST = 0.8, 0.5, 0.4, 0.25, 1.8
EDGE = 2.0
LETTERS = re.compile(r"[A-Za-z.'’&-]+")
SHORT_YEAR, OPTION = re.compile(r"(\d{1,2})[.,'’](\d\d)"), re.compile(r"call|put", re.I)
GLUED_YEAR = re.compile(r"(\d{1,2})([.,])((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class Agreed:
    """One word of the page with what the other voice read; `other` None means that both agree.

    `first`: the word is what the first voice read, and `other` what the second did.
    `parted`: one voice alone saw the blank before the word.
    """

    said: Said
    other: str | None
    first: bool = True
    parted: bool = False


def agreed(runs: Sequence[Run], second: Sequence[Said]) -> list[list[Agreed]]:
    """The words of both voices, run by run; a run of its own for what only the second saw."""
    left = list(second)
    found: list[list[Agreed]] = []
    for run in runs:
        inside = [word for word in left if _inside(word, run.frame) or _is_wide_of(word, run)]
        left = [word for word in left if word not in inside]
        within = [_clipped(word, run.frame) for word in inside]
        found.append(_one_run(run, sorted(within, key=lambda word: word.x0)))
    alone = [word for word in left if word.sure >= SURE_ALONE and re.search(r"[A-Za-z0-9]{2}|^\d$", word.text)]
    found.extend([Agreed(word, "", False)] for word in alone)
    return [with_years([_tidied(one) for one in _joined(group)]) for group in found]


def _clipped(word: Said, frame: Box) -> Said:
    """The word not higher, deeper or wider than the run that it is in: specks beside it are none of its ink."""
    x0, top, x1, bottom = frame
    sides = (x0 - EDGE, x1 + EDGE)
    if word.x0 < sides[1] and word.x1 > sides[0]:
        word = replace(word, x0=max(word.x0, sides[0]), x1=min(word.x1, sides[1]))
    return replace(word, top=max(word.top, top), bottom=min(word.bottom, bottom))


def same(one: str, two: str) -> bool:
    """Whether two readings say the same: exactly for digits and signs, spaces and case apart."""
    return _plain(one) == _plain(two)


def _one_run(run: Run, inside: list[Said]) -> list[Agreed]:
    whole = " ".join(word.text for word in run.words)
    heard = {word.text for word in inside}
    figures = [word.text for word in run.words if read_amount(word.text) is not None]
    if inside and heard.issuperset(figures) and "".join(whole.split()) == "".join(word.text for word in inside):
        return _alike(run.words, inside)
    found: list[Agreed] = []
    taken: set[int] = set()
    for pieces in _spaced(run.words, inside):
        found.extend(_cut(pieces))
        taken.update(place for place, other in enumerate(inside) if _overlaps(pieces[0], other))
    for word in run.words:
        if any(one.said is word for one in found):
            continue
        mates = [place for place, other in enumerate(inside) if place not in taken and _overlaps(word, other)]
        taken.update(mates)
        found.extend(_settled(word, [inside[place] for place in mates]))
    spare = [other for place, other in enumerate(inside) if place not in taken]
    more = [word for word in spare if word.sure >= SURE_ALONE and re.search(r"[A-Za-z0-9]", word.text)]
    found.extend(Agreed(word, "", False) for word in more)
    return sorted(found, key=lambda one: one.said.x0)


def _alike(words: Sequence[Said], inside: Sequence[Said]) -> list[Agreed]:
    """What the second voice reads of a run where only blanks differ; letters as the first does where it sees more."""
    found: list[Agreed] = []
    last: Said | None = None
    for other in inside:
        under = [word for word in words if _overlaps(word, other)]
        if len(under) > 1 and LETTERS.fullmatch(other.text) and same("".join(one.text for one in under), other.text):
            found.extend(_cut([replace(under[0], x0=other.x0), *under[1:-1], replace(under[-1], x1=other.x1)]))
        else:
            found.append(Agreed(other, None, parted=len(under) == 1 and under[0] is last))
        last = under[-1] if under else None
    return found


def _cut(pieces: Sequence[Said]) -> list[Agreed]:
    """What one voice reads as these words, and the other as one."""
    return [Agreed(piece, None, parted=place > 0) for place, piece in enumerate(pieces)]


def _spaced(words: Sequence[Said], inside: Sequence[Said]) -> list[Sequence[Said]]:
    """The words of the first voice that the second reads as one word, alike but for the spaces: `1 975` and `1975`."""
    found: list[Sequence[Said]] = []
    for other in inside:
        under = [word for word in words if _overlaps(word, other)]
        if len(under) > 1 and same(" ".join(word.text for word in under), other.text):
            found.append(under)
    return found


def _settled(word: Said, mates: list[Said]) -> list[Agreed]:
    """One word of the first voice beside what the second read in its place."""
    text = " ".join(other.text for other in mates)
    if mates and same(word.text, text):
        if len(mates) > 1 and read_amount(word.text.rstrip(".,")) is None:
            return _cut(mates)
        return [Agreed(_placed(word.text, mates[0], mates[-1]), None)]
    if not re.search(r"[A-Za-z0-9]", word.text + text):
        return [Agreed(word, None)]
    text = tidy(text) if mates else text
    if is_number(text) and ((not is_number(word.text) and _digits(word.text)) or _lost_sign(word.text, text)):
        return [Agreed(_placed(text, mates[0], mates[-1]), word.text, False)]
    if mates and _better_text(word, mates):
        return [Agreed(other, word.text, False) for other in mates]
    return [Agreed(word, text)]


def _lost_sign(one: str, two: str) -> bool:
    """Whether the second reading has a dollar sign where the first has a digit, as which such a sign is often read."""
    return two.startswith("$") and one[:1].isdigit() and same(one[1:], two[1:])


def with_years(group: Sequence[Agreed]) -> list[Agreed]:
    """The words of a run with the space that a voice left out of `September 30,2026`; after a month a point is none.

    Nor is it in the day of a contract, `JAN 16.27 $170 CALL`.
    """
    found = list(group)
    contract = bool(found) and OPTION.fullmatch(found[-1].said.text) is not None
    for place in range(1, len(found)):
        said, before = found[place].said, found[place - 1].said.text
        glued = GLUED_YEAR.fullmatch(said.text)
        if glued and before.rstrip(".").isalpha() and (glued[2] == "," or before.lower().rstrip(".") in MONTHS):
            found[place] = replace(found[place], said=replace(said, text=f"{glued[1]}, {glued[3]}"))
        elif contract and before.lower().rstrip(".") in MONTHS and (day := SHORT_YEAR.fullmatch(said.text)):
            found[place] = replace(found[place], said=replace(said, text=f"{day[1]} {day[2]}"))
    return found


def _tidied(one: Agreed) -> Agreed:
    other = None if one.other is None else tidy(one.other)
    return replace(one, said=replace(one.said, text=tidy(one.said.text)), other=other)


def _joined(group: Sequence[Agreed]) -> list[Agreed]:
    """The words of a run with the pieces of one number put together: `1,232,661` and `.33`."""
    found: list[Agreed] = []
    for one in group:
        last = found[-1] if found else None
        if last is not None and _are_one(last.said, one.said):
            word = _placed(last.said.text + one.said.text, last.said, one.said)
            doubt = last.other is not None or one.other is not None
            other = (last.other if last.other is not None else last.said.text) + (
                one.other if one.other is not None else one.said.text
            )
            found[-1] = Agreed(word, other if doubt else None, last.first)
        elif last is not None and _lost_point(last.said, one.said):
            found[-1] = Agreed(_placed(f"{last.said.text}.{one.said.text}", last.said, one.said), last.said.text)
        else:
            found.append(one)
    return found


def _lost_point(left: Said, right: Said) -> bool:
    """Whether dollars and cents of one run stand apart, so that the point between them was not seen."""
    if right.x0 - left.x1 > LOST * (right.bottom - right.top):
        return False
    return bool(re.fullmatch(r"[($-]*\d{1,3}(?:,\d{3})*", left.text) and re.fullmatch(r"\d\d[)-]*", right.text))


def _are_one(left: Said, right: Said) -> bool:
    """Whether two words that stand close are pieces of one number, date, label or identifier with its check digit."""
    gap, height, whole = right.x0 - left.x1, right.bottom - right.top, left.text + right.text
    if gap < height and (cusip_ok(whole) or isin_ok(whole)):
        return True
    if gap < STROKE * height and re.search(r"[A-Za-z]/$", left.text) and right.text[:1].isalpha():
        return True
    if gap > PIECE * height or not re.search(r"\d[.,/-]?$", left.text) or not re.match(r"[.,/-]?\d", right.text):
        return False
    if re.match(r"[.,]", right.text) or (gap < CLOSE * height and re.search(r"[.,]$", left.text)):
        return is_number(whole)
    return gap < TOUCH * height and is_date(whole) and not is_date(left.text) and not is_date(right.text)


def _better_text(word: Said, mates: Sequence[Said]) -> bool:
    """Whether the second voice's letters are to be taken: a label, or words it is sure of, with spaces between them."""
    if len(mates) == 1 and is_label(mates[0].text) and not is_label(word.text):
        return True
    letters = not any(map(str.isdigit, word.text + "".join(mate.text for mate in mates)))
    return letters and min(mate.sure for mate in mates) > 0.85 and (len(mates) > 1 or word.sure < 0.9)


def _placed(text: str, first: Said, last: Said) -> Said:
    return Said(text, first.x0, min(first.top, last.top), last.x1, max(first.bottom, last.bottom), first.sure)


def _plain(text: str) -> str:
    text = tidy(text).translate(str.maketrans("—–−~’‘", "----''"))
    return re.sub(r"\s+", "", text).strip("'`").rstrip(".,:;·").casefold()


def _digits(text: str) -> bool:
    return 2 * sum(map(str.isdigit, text)) >= len(text)


def _inside(word: Said, frame: Box) -> bool:
    x, y = word.middle
    return frame[0] - EDGE <= x <= frame[2] + EDGE and frame[1] <= y <= frame[3]


def _is_wide_of(word: Said, run: Run) -> bool:
    """Whether a word is one of the run's, in a frame that is drawn far too wide."""
    level = run.frame[1] <= word.middle[1] <= run.frame[3]
    return level and any(_overlaps(word, one) and same(word.text, one.text) for one in run.words)


def _overlaps(one: Said, two: Said) -> bool:
    shared = min(one.x1, two.x1) - max(one.x0, two.x0)
    return shared > 0.5 * min(one.x1 - one.x0, two.x1 - two.x0)
