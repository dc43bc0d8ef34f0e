"""Heads of table files on two rows: a label is read together with the one above it, merged over columns or its own."""

from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.vocabulary import DATES, NAMES, known_role, role_of


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
