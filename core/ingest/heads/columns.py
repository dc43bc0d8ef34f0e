"""Table headers on a page: bands of header words become columns with a role and a place.

A band is one to four lines of header words. Labels are stacked where they overlap from above (`Price` over
`Per Unit`), cut apart where several known labels run together, and looked up in the vocabulary.
"""

import itertools
import math
import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.heads.bands import depth_of, is_band, is_section_under, stacks
from core.ingest.heads.column_roles import kind_of_table, settled
from core.ingest.heads.crowded import uncrowded, unglued
from core.ingest.heads.days_in_heads import at_days
from core.ingest.heads.days_of_contracts import with_days_of_contracts
from core.ingest.heads.marks import without_marks
from core.ingest.heads.over_two import share_heads, with_heads_over_two
from core.ingest.heads.stacked import stacked_roles
from core.ingest.lexicon.doing import says_moves
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.lexicon.vocabulary import NUMBERS, cut_labels, known_role, role_of
from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line, Word, phrases, text_of

SHARE_HEAD = re.compile(r"(?:portfolio|account|acct|assets|holdings) \(?%\)?", re.I)
"""How a head calls the share of a holding in all, without a word before it that another head could end in."""
PERIOD = re.compile(r"(?:month|period|quarter|year|statement)(?:[-–]?end)?", re.I)
TOUCHED = 0.1
CLOSE = 0.36
"""The widest blank between the words of one head, in type sizes."""
MOST_LINES = 4
"""So many lines at most has a head."""


def find_header(lines: Sequence[Line], at: int) -> Header | None:
    """The header band that begins with line `at`, or None. Longer bands win where they name more.

    A title over the middle of a head is no part of it: the head alone names more, or the title says `Trade Activity`.
    """
    best = _best_band(lines, at)
    if best is None or best[1].last == at or len(phrases(lines[at].words, 1.0)) > 1:
        return best[1] if best else None
    below = _best_band(lines, at + 1)
    if below is None or below[0][0] < best[0][0]:
        return best[1]
    titled = len(lines[at].words) > 1 and says_moves(lines[at].text)
    return None if titled or below[0][0] > best[0][0] else best[1]


def _best_band(lines: Sequence[Line], at: int) -> tuple[tuple[int, int], Header] | None:
    """The band that names most of those that begin with line `at`, and how much it names."""
    best: tuple[tuple[int, int], Header] | None = None
    for height in range(1, 2 * MOST_LINES):
        band = [unglued(without_marks(line)) for line in lines[at : at + height]]
        if len(band) < height or depth_of(band) > MOST_LINES:
            break
        if not is_band(band) or (height > 1 and is_section_under(band[-1])):
            break
        if not stacks(band):
            continue
        columns = columns_of(band)
        kind = kind_of_table([column.role for column in columns])
        known = len({column.role for column in columns if column.role not in (None, "other")})
        lost = sum(column.role is None for column in columns)
        if kind is not None:
            rank = (known - lost + (2 if kind in ("holdings", "lots") else 0), -height if lost == 0 else 0)
            if best is None or rank[0] >= best[0][0]:
                best = (rank, Header(kind, columns, at, at + height - 1))
    return best


def as_cash(header: Header) -> Header:
    """The head as that of a table of cash: a first column without a meaning is the name."""
    first, *rest = header.columns
    if first.role is None and not header.has("description"):
        first = replace(first, role="description")
    return replace(header, kind="cash", columns=(first, *rest))


def without_contracts(header: Header) -> Header:
    """The head of a table of contracts in an account: their numbers are those of no account."""
    columns = tuple(replace(one, role="other") if one.role == "account" else one for one in header.columns)
    return replace(header, columns=columns)


def lists_contracts(header: Header) -> bool:
    """Whether a column numbers the contracts that an account holds."""
    return any(column.role == "other" and known_role(column.label) == "account" for column in header.columns)


def section_in(header: Header) -> str:
    """The section that stands in the corner of a head, `STOCKS | Quantity | Price`; empty where none does."""
    words = header.columns[0].label.split() if header.columns else []
    for end in range(len(words), 0, -1):
        text, rest = " ".join(words[:end]), " ".join(words[end:])
        if any(known_role(part.strip()) == "description" for part in text.split("/")):
            continue
        if known_role(text) is None and (not rest or role_of(rest) == "description") and is_section_heading(text):
            return text
    return ""


def columns_of(band: Sequence[Line]) -> tuple[Column, ...]:
    """Columns from the lines of a header band, left to right, with one column for each role."""
    return with_days_of_contracts(settled(raw_columns(band)))


def raw_columns(band: Sequence[Line]) -> tuple[Column, ...]:
    """Columns as their labels name them, left to right."""
    pieces, groups = grouped(band)
    share_heads(groups)
    lowest = [max(words[0].top for words in group) for group in groups]
    bottoms = [group[0][0].bottom if len(group) == 1 else math.inf for group in groups]
    over = [words for words in pieces if sum(words in group for group in groups) > 1]
    return with_heads_over_two([column_of(group, over) for group in groups], bottoms, lowest)


def grouped(band: Sequence[Line]) -> tuple[list[list[Word]], list[list[list[Word]]]]:
    """The labels of a band, and those of each column, left to right; one over several columns is in each of them."""
    lines = [_pieces(line, below) for line, below in zip(band, [*band[1:], None], strict=True)]
    pieces = [piece for line in uncrowded(lines) for piece in line]
    groups: list[list[list[Word]]] = []
    for piece in sorted(pieces, key=lambda words: (-_line_of(words, band), words[0].x0)):
        mates = [group for group in groups if _overlap(group, piece)]
        for group in mates:
            group.append(piece)
        if not mates:
            groups.append([piece])
    groups.sort(key=lambda group: column_of(group).x0)
    return pieces, groups


def _shared(group: list[list[Word]], piece: list[Word]) -> float:
    """How far a label and a column overlap, in points."""
    low, high = min(words[0].x0 for words in group), max(words[-1].x1 for words in group)
    return min(piece[-1].x1, high) - max(piece[0].x0, low)


def column_of(group: list[list[Word]], over: Sequence[list[Word]] = ()) -> Column:
    """The column of a group of labels; one that stands over several columns is no label of its own in any of them."""
    stacked = sorted(group, key=lambda words: words[0].top)
    label = " ".join(word.text for words in stacked for word in words)
    widest = [word for words in group for word in words]
    narrow = group[0]
    words = widest if len(group) == 1 else [word for piece in group for word in piece if _within(piece, narrow)]
    role, under = stacked_roles(
        label, [" ".join(word.text for word in piece) for piece in stacked if piece not in over]
    )
    return Column(label, role, min(word.x0 for word in words), max(word.x1 for word in words), under)


def _within(piece: list[Word], anchor: list[Word]) -> bool:
    """Whether a stacked piece belongs to one column alone and may widen it (a spanning label may not)."""
    return piece[-1].x1 - piece[0].x0 <= 2.2 * (anchor[-1].x1 - anchor[0].x0) + 10


def _pieces(line: Line, below: Line | None) -> list[list[Word]]:
    """Header phrases of a line; a run of several known labels is cut apart, but not `Value Last` over `Month`."""
    found: list[list[Word]] = []
    for phrase in (part for run in phrases(line.words) for part in at_days(run)):
        if len(apart := _close_heads(phrase)) > 1:
            found.extend(apart)
            continue
        if (cut := _before_share(phrase)) > 0:
            found.extend((phrase[:cut], phrase[cut:]))
            continue
        text = " ".join(word.text for word in phrase)
        starts = None if known_role(text) else cut_labels([word.text for word in phrase])
        starts = [start for start in starts or () if not start or not phrase[start].text.startswith("(")]
        if len(starts) > 1 and _really_several(phrase, starts) and not _of_a_period(phrase, below):
            bounds = [*starts, len(phrase)]
            found.extend(phrase[low:high] for low, high in itertools.pairwise(bounds))
        else:
            found.append(phrase)
    return found


def _close_heads(phrase: list[Word]) -> list[list[Word]]:
    """The heads in a phrase that stand close, yet more than a blank apart: `Cost Basis($)  Unrealized Gain($)`.

    They are parted where the whole means nothing, or is `Symbol  Description`, and each part means something else.
    """
    parts = phrases(phrase, CLOSE)
    whole, roles = known_role(text_of(phrase)), [role_of(text_of(part)) for part in parts]
    named = set(roles) == {"symbol", "description"}
    if len(parts) < 2 or None in roles or (whole is not None and not named):
        return [phrase]
    figures = [role for part in parts if (role := known_role(text_of(part))) in NUMBERS]
    several = bool(figures) and len(set(roles) - {"other"}) == sum(role != "other" for role in roles)
    return parts if named or several else [phrase]


def _before_share(phrase: Sequence[Word]) -> int:
    """Where the head of a share begins behind that of figures, one blank apart: `TOTAL MKT VALUE PORTFOLIO (%)`.

    0 where none does.
    """
    texts = [word.text for word in phrase]
    cuts = (cut for cut in range(1, len(texts)) if SHARE_HEAD.fullmatch(" ".join(texts[cut:])))
    return next((cut for cut in cuts if role_of(" ".join(texts[:cut])) in NUMBERS), 0)


def _of_a_period(phrase: Sequence[Word], below: Line | None) -> bool:
    """Whether a phrase ends in `Last` and the line below goes on with what period that is."""
    if below is None or phrase[-1].text.lower() != "last":
        return False
    under = [word for word in below.words if word.x0 < phrase[-1].x1 and word.x1 > phrase[0].x0]
    return bool(under) and PERIOD.fullmatch(under[0].text) is not None


def _really_several(phrase: list[Word], starts: list[int]) -> bool:
    bounds = [*starts, len(phrase)]
    if any(word.text == "/" for word in phrase):
        return False
    roles = [known_role(" ".join(word.text for word in phrase[low:high])) for low, high in itertools.pairwise(bounds)]
    return len(set(roles)) == len(roles) or bool(set(roles) & NUMBERS and "other" in roles)


def _line_of(words: list[Word], band: Sequence[Line]) -> int:
    return next(place for place, line in enumerate(band) if words[0] in line.words)


def _overlap(group: list[list[Word]], piece: list[Word]) -> bool:
    """Whether a label stands over or under a column, and does more than touch it."""
    narrow = min(piece[-1].x1 - piece[0].x0, max(words[-1].x1 - words[0].x0 for words in group))
    return _shared(group, piece) > TOUCHED * narrow and all(words[0].top != piece[0].top for words in group)
