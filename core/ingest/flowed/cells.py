"""Text with one cell to a line, as viewers of PDFs and pages copy a table: heads, then the cells of each row.

The lines of a row become one line, in the place of its first; the others are left empty, so that places are kept.
"""

from collections.abc import Sequence

from core.ingest.flowed.labels import DAY, label_role
from core.ingest.flowed.rows import parted
from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.vocabulary import NUMBERS

FEW, MOST_WORDS, MOST_NAME, MOST_BLANK = 4, 4, 3, 2
LEAST_KNOWN = 3
NOT_READ = "Yield"
"""The label of a column that is known, and never read."""
HELD = frozenset({"quantity", "value"})


def rows_of_cells(lines: Sequence[str]) -> list[str]:
    """The lines with the rows of such tables as lines of their own; all others as they are."""
    found = list(lines)
    at = 0
    while at < len(found):
        labels = _labels(found, at)
        heads = _heads(found, at, labels)
        if not heads:
            at += 1
            continue
        _join(found, at, heads)
        found[at] = _head_line(lines[at : at + heads], labels)
        at = _rows(found, at + heads, _width(labels[:heads]))
    return found


def _labels(lines: Sequence[str], at: int) -> list[tuple[str | None, bool]]:
    """The lines from one on that may each be the label of a column: its role, and whether it is known as it stands."""
    found: list[tuple[str | None, bool]] = []
    while at < len(lines) and lines[at] and len(lines[at].split()) <= MOST_WORDS:
        role, known = label_role(DAY.sub("", lines[at]).strip())
        if role is None:
            break
        found.append((role, known))
        at += 1
    return found


def _heads(lines: Sequence[str], at: int, labels: Sequence[tuple[str | None, bool]]) -> int:
    """How many of the labels are the heads of a table of holdings; 0 where they are none.

    What only a rule takes for a label, `Change since yesterday`, may be one or a name: the rows below tell.
    """
    counts = [count for count in range(FEW, len(labels) + 1) if _are_heads(labels[:count])]
    proven = {count: _rows(list(lines), at + count, _width(labels[:count])) for count in counts}
    full = [count for count in counts if proven[count] > at + count]
    known = [count for count in counts if all(known for _, known in labels[:count])]
    return max(full, key=lambda count: proven[count], default=max(known, default=0))


def _are_heads(labels: Sequence[tuple[str | None, bool]]) -> bool:
    """Whether labels name units and a value, and enough of them are known as they stand."""
    known = [role for role, known in labels if known]
    return set(known) >= HELD and len(known) >= LEAST_KNOWN


def _head_line(heads: Sequence[str], labels: Sequence[tuple[str | None, bool]]) -> str:
    """The heads as one line; of a column that only a rule knows as not read no word may be taken for another."""
    said = (head if known or role != "other" else NOT_READ for head, (role, known) in zip(heads, labels, strict=False))
    return " ".join(said)


def _width(labels: Sequence[tuple[str | None, bool]]) -> int:
    """How many figures a row has under its heads."""
    return sum(role in NUMBERS or role == "other" for role, _ in labels)


def _rows(lines: list[str], at: int, width: int) -> int:
    """The rows from one line on made lines of their own; where they end."""
    while at < len(lines):
        end = at
        while at < len(lines) and at - end < MOST_BLANK and not lines[at]:
            at += 1
        first = at
        while at < len(lines) and at - first < MOST_NAME and lines[at] and not _is_figure(lines[at]):
            at += 1
        name, start = " ".join(lines[first:at]), at
        while at < len(lines) and _is_figure(lines[at]):
            at += 1
        count = at - start
        summed = total_name(name) is not None and 0 < count < width
        if not name or (count != width and not summed):
            return end
        _join(lines, first, at - first)
    return at


def _join(lines: list[str], at: int, count: int) -> None:
    lines[at : at + count] = [" ".join(lines[at : at + count]), *[""] * (count - 1)]


def _is_figure(line: str) -> bool:
    """Whether a line is one figure, or a dash for none."""
    parts = parted(line)
    return not parts.words and len(parts.figures) == 1
