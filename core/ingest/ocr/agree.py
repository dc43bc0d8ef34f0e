"""Two voices become one list of words: where they agree the second one's places are used, where not there is doubt.

The first voice is kept, unless it reads no well-formed number where the second does. What only the second saw is
kept too, in doubt.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.domain.statement import Box
from core.ingest.amounts import read_amount
from core.ingest.dates import is_date
from core.ingest.ocr.voices import Run, Said

SURE_ALONE = 0.5
SMALL_CAPITALS = re.compile(r"(?=.*[a-z])(?=.*[A-Z])[A-Zcosuvwxz]{2,5}")
"""Letters whose small form looks like the capital, among capitals; a first capital alone is a word."""
GROUPS = re.compile(
    r"(?P<open>[-($]*)(?P<whole>\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})*)(?P=mark)(?P<cents>\d\d)(?P<close>[-)]*)"
)
"""Thousands and cents parted by the same mark: the last one is the point."""
PIECE, TOUCH, CLOSE, LOST = 0.8, 0.5, 0.25, 1.8


@dataclass(frozen=True, slots=True)
class Agreed:
    """One word of the page with what the other voice read; `other` None means that both agree.

    `first`: the word is what the first voice read, and `other` what the second did.
    """

    said: Said
    other: str | None
    first: bool = True


def agreed(runs: Sequence[Run], second: Sequence[Said]) -> list[list[Agreed]]:
    """The words of both voices, run by run; a run of its own for what only the second saw."""
    left = list(second)
    found: list[list[Agreed]] = []
    for run in runs:
        inside = [word for word in left if _inside(word, run.frame)]
        left = [word for word in left if word not in inside]
        within = [_clipped(word, run.frame) for word in inside]
        found.append(_one_run(run, sorted(within, key=lambda word: word.x0)))
    alone = [word for word in left if word.sure >= SURE_ALONE and re.search(r"[A-Za-z0-9]{2}|^\d$", word.text)]
    found.extend([Agreed(word, "", False)] for word in alone)
    return [_with_years([_tidied(one) for one in _joined(group)]) for group in found]


def _clipped(word: Said, frame: Box) -> Said:
    """The word not higher or deeper than the run that it is in: specks above it are none of its ink."""
    return replace(word, top=max(word.top, frame[1]), bottom=min(word.bottom, frame[3]))


def same(one: str, two: str) -> bool:
    """Whether two readings say the same: exactly for digits and signs, spaces and case apart."""
    return _plain(one) == _plain(two)


def _one_run(run: Run, inside: list[Said]) -> list[Agreed]:
    whole = " ".join(word.text for word in run.words)
    pieces = {word.text for word in inside}
    figures = [word.text for word in run.words if read_amount(word.text) is not None]
    if inside and pieces.issuperset(figures) and "".join(whole.split()) == "".join(word.text for word in inside):
        return [Agreed(word, None) for word in inside]
    found: list[Agreed] = []
    taken: set[int] = set()
    for word in run.words:
        mates = [place for place, other in enumerate(inside) if place not in taken and _overlaps(word, other)]
        taken.update(mates)
        found.extend(_settled(word, [inside[place] for place in mates]))
    spare = [other for place, other in enumerate(inside) if place not in taken]
    heard = [word for word in spare if word.sure >= SURE_ALONE and re.search(r"[A-Za-z0-9]", word.text)]
    found.extend(Agreed(word, "", False) for word in heard)
    return sorted(found, key=lambda one: one.said.x0)


def _settled(word: Said, mates: list[Said]) -> list[Agreed]:
    """One word of the first voice beside what the second read in its place."""
    text = " ".join(other.text for other in mates)
    if mates and same(word.text, text):
        if len(mates) > 1 and read_amount(word.text) is None:
            return [Agreed(piece, None) for piece in mates]
        return [Agreed(_placed(word.text, mates[0], mates[-1]), None)]
    if not re.search(r"[A-Za-z0-9]", word.text + text):
        return [Agreed(word, None)]
    if _number(text) and not _number(word.text) and _digits(word.text):
        return [Agreed(_placed(text, mates[0], mates[-1]), word.text, False)]
    if mates and _better_text(word, mates):
        return [Agreed(other, word.text, False) for other in mates]
    return [Agreed(word, text)]


def _with_years(group: Sequence[Agreed]) -> list[Agreed]:
    """The words of a run with the space that a voice left out of `September 30,2026`."""
    found = list(group)
    for place in range(1, len(found)):
        said = found[place].said
        if re.fullmatch(r"\d{1,2},(?:19|20)\d\d", said.text) and found[place - 1].said.text.isalpha():
            found[place] = replace(found[place], said=replace(said, text=said.text.replace(",", ", ")))
    return found


def _tidied(one: Agreed) -> Agreed:
    return replace(one, said=replace(one.said, text=tidy(one.said.text)))


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
    """Whether two words that stand close are pieces of one number or date."""
    gap, height, whole = right.x0 - left.x1, right.bottom - right.top, left.text + right.text
    if gap > PIECE * height or not re.search(r"\d[.,/-]?$", left.text) or not re.match(r"[.,/-]?\d", right.text):
        return False
    if re.match(r"[.,]", right.text) or (gap < CLOSE * height and re.search(r"[.,]$", left.text)):
        return _number(whole)
    return gap < TOUCH * height and is_date(whole) and not is_date(left.text) and not is_date(right.text)


def _better_text(word: Said, mates: Sequence[Said]) -> bool:
    """Whether the second voice's letters are to be taken: it is sure of them and has the spaces between words."""
    letters = not any(map(str.isdigit, word.text + "".join(mate.text for mate in mates)))
    return letters and min(mate.sure for mate in mates) > 0.85 and (len(mates) > 1 or word.sure < 0.9)


def _placed(text: str, first: Said, last: Said) -> Said:
    return Said(text, first.x0, min(first.top, last.top), last.x1, max(first.bottom, last.bottom), first.sure)


def tidy(text: str) -> str:
    """A reading without what specks and gaps do to it: `14 .86`, `348.19.`, `1,389 00`, `21.488.81`, `zVSQ`."""
    if SMALL_CAPITALS.fullmatch(text) and not text.istitle():
        return text.upper()
    if groups := GROUPS.fullmatch(text):
        return f"{groups['open']}{re.sub('[.,]', ',', groups['whole'])}.{groups['cents']}{groups['close']}"
    if not re.search(r"\d", text) or (_number(text) and " " not in text and not text.endswith(".")):
        return text
    tight = re.sub(r"(?<=\d) (?=\d\d[-)]*$)", ".", text.strip(" .,:;·~'‘`|"))
    tight = re.sub(r"\s+", "", tight).replace("~", "")
    return tight if _number(tight) else text


def _plain(text: str) -> str:
    text = tidy(text).translate(str.maketrans("—–−’‘", "---''"))
    return re.sub(r"\s+", "", text).strip("'`").rstrip(".,:;·").casefold()


def _number(text: str) -> bool:
    plain = text.replace(" ", "")
    return read_amount(plain) is not None or read_amount(plain, True) is not None or is_date(text)


def _digits(text: str) -> bool:
    return 2 * sum(map(str.isdigit, text)) >= len(text)


def _inside(word: Said, frame: Box) -> bool:
    x, y = word.middle
    return frame[0] - 2 <= x <= frame[2] + 2 and frame[1] <= y <= frame[3]


def _overlaps(one: Said, two: Said) -> bool:
    shared = min(one.x1, two.x1) - max(one.x0, two.x0)
    return shared > 0.5 * min(one.x1 - one.x0, two.x1 - two.x0)
