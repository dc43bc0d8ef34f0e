"""The name of a sum broken over two lines: it is made whole where a heading bears it unbroken.

`CORPORATE AND GOVERNMENT FIXED  325,000  $328,504.80` over `INCOME`, under the heading of those four words and one;
`Total mutual funds and exchange traded` over `funds  $230,433.81`.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.sections import is_section_heading, section_key, total_name
from core.ingest.nouns.words import Line, phrases, text_of

NEAR, ALIGNED = 0.6, 2.0
LEAST = 3
"""So many words at least has the whole name."""


def whole_sums(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of all pages, with each such pair made one line that has the whole name and the figures."""
    names = {_key(_first(line)) for lines in pages for line in lines}
    return [_made_whole(lines, names) for lines in pages]


def _made_whole(lines: Sequence[Line], names: set[str]) -> list[Line]:
    done: list[Line] = []
    for line in lines:
        if done and (whole := _joined(done[-1], line, names)) is not None:
            done[-1] = whole
        else:
            done.append(line)
    return done


def _joined(upper: Line, lower: Line, names: set[str]) -> Line | None:
    """Both lines as one, where one of them is nothing but a part of the name of a sum and the other has its figures."""
    if not _stand_together(upper, lower):
        return None
    over, under = _has_figures(upper), _has_figures(lower)
    text = f"{_first(upper)} {_first(lower)}"
    plain = total_name(text) or text
    if over == under or len(text.split()) < LEAST or _key(text) not in names or not is_section_heading(plain):
        return None
    if over and total_name(_first(upper)) == "":
        return None
    if not section_key(_first(upper)) or (under and _key(_first(lower)) in names and total_name(_first(lower))):
        return None
    figured, other = (upper, lower) if over else (lower, upper)
    if len(phrases(other.words, 1.0)) > 1 or (under and total_name(text) is None):
        return None
    count = len(phrases(figured.words, 1.0)[0])
    return replace(
        figured, words=(replace(figured.words[count - 1], text=text, x0=figured.words[0].x0), *figured.words[count:])
    )


def _stand_together(upper: Line, lower: Line) -> bool:
    """Whether two lines stand right over one another, at one left edge and in one type."""
    near = upper.page == lower.page and 0 <= lower.top - upper.bottom < NEAR * lower.size
    alike = upper.words[0].bold == lower.words[0].bold and abs(upper.size - lower.size) < 0.06 * lower.size
    return near and alike and abs(upper.words[0].x0 - lower.words[0].x0) < ALIGNED


def _has_figures(line: Line) -> bool:
    return any(read_amount(word.text) is not None for run in phrases(line.words, 1.0)[1:] for word in run)


def _first(line: Line) -> str:
    return text_of(phrases(line.words, 1.0)[0])


def _key(text: str) -> str:
    """A name as headings and sums have it in common, without `Total`."""
    return section_key(total_name(text) or text)
