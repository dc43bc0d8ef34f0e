"""Heads of table files on two rows: a label is read together with the one above it, merged over columns or its own."""

import itertools
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.vocabulary import DATES, NAMES, is_header_word, known_role, role_of
from core.ingest.sheets.cells import clean

LEAST_BROKEN, MOST_STRANGE = 3, 4
"""So many labels are broken over two rows at least, and one in so many may be unknown as a whole."""


def under(above: Sequence[str], labels: Sequence[str]) -> list[str]:
    """Header labels with the merged label above them, where only both together name a column: `Purchase` | `Date`.

    A label that is merged over both rows stands in the upper one.
    """
    if _is_upper_storey(above, labels):
        return _of_two_storeys(above, labels)
    spoken = not any(map(str.isdigit, "".join(above)))
    parted = _under_words_of_their_own(above, labels)
    named, group = [], ""
    for place, label in enumerate(labels):
        top = above[place] if place < len(above) else ""
        group = top or group
        if place in parted or (not label and spoken and known_role(top) not in (None, "other")):
            named.append(f"{top} {label}".strip())
            continue
        both = f"{group} {label}"
        vague = bool(group and label) and role_of(label) in (None, "other", *DATES)
        named.append(both if vague and known_role(both) not in (None, "other") else label)
    return named if 1 < len([cell for cell in above if cell]) < len([label for label in labels if label]) else [*labels]


def with_whole_heads(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows, heads that are broken over two of them as one head in the lower."""
    done: list[Sequence[str]] = list(rows)
    for at, (above, row) in enumerate(itertools.pairwise(rows), start=1):
        if len(above) < LEAST_BROKEN or any(map(_has_digit, above)) or any(map(_has_digit, row)):
            continue
        if (whole := _broken([clean(cell) for cell in above], [clean(cell) for cell in row])) is not None:
            done[at - 1], done[at] = [], whole
    return done


def _has_digit(cell: str) -> bool:
    return any(map(str.isdigit, cell))


def _broken(above: Sequence[str], labels: Sequence[str]) -> list[str] | None:
    """The labels that are broken over two rows, most of them heads that are known only as a whole; None for others.

    `Account | Account | Security | Market` over `Number | Name | ID | Value`.
    """
    tops = [above[place] if place < len(above) else "" for place in range(len(labels))]
    pairs = [f"{top} {label}" for top, label in zip(tops, labels, strict=True) if top and label]
    hanging = any(top and not label for top, label in zip(tops, labels, strict=True))
    if len(pairs) < LEAST_BROKEN or hanging or len([cell for cell in above if cell]) > len(pairs):
        return None
    if MOST_STRANGE * sum(role_of(pair) is None for pair in pairs) > len(pairs):
        return None
    plain = all(is_header_word(word) for top in tops for word in top.split())
    if not plain and 2 * sum(known_role(pair) is not None for pair in pairs) < len(pairs):
        return None
    return [f"{top} {label}".strip() for top, label in zip(tops, labels, strict=True)]


def _under_words_of_their_own(above: Sequence[str], labels: Sequence[str]) -> set[int]:
    """The places of labels that stand more than once and only with the words above them name columns apart.

    `Unit | Total` over `Cost | Cost`, `Prior | Current` over `Value | Value`.
    """
    places: dict[str, list[int]] = {}
    for place, label in enumerate(labels[: len(above)]):
        if label:
            places.setdefault(label, []).append(place)
    twice = [found for label, found in places.items() if 1 < len(found) == labels.count(label)]
    told = ([(place, known_role(f"{above[place]} {labels[place]}")) for place in found] for found in twice)
    apart = (found for found in told if len({role for _, role in found}) == len(found) and all(dict(found).values()))
    return {place for found in apart for place, _ in found if above[place]}


def _is_upper_storey(above: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether the row above holds the names of columns that go down over both rows, and groups over all other labels.

    `Security | Units | Cost |       | Market |` over ` | | Unit | Total | Price | Value`.
    """
    tops = [above[place] if place < len(above) else "" for place in range(len(labels))]
    down = [top for top, label in zip(tops, labels, strict=True) if top and not label]
    first = next((place for place, label in enumerate(labels) if label), 0)
    named = any(role_of(top) in NAMES for top in down) and not any(role_of(label) in NAMES for label in labels)
    return named and bool(tops[first]) and not any(read_amount(top) for top in tops)


def _of_two_storeys(above: Sequence[str], labels: Sequence[str]) -> list[str]:
    """The labels of columns under groups that go over several of them, and those that go down over both rows."""
    named, group = [], ""
    for place in range(max(len(above), len(labels))):
        top, label = (row[place] if place < len(row) else "" for row in (above, labels))
        group = top or group
        both = (text for text in (f"{group} {label}", f"{label} {group}") if label and known_role(text))
        named.append(next(both, label) or top)
    return named
