"""Text with one cell to a line, as viewers of PDFs and pages copy a table: heads, then the cells of each row.

The lines of a row become one line, in the place of its first; the others are left empty, so that places are kept.
"""

from collections.abc import Sequence

from core.ingest.flowed.labels import DAY, label_role
from core.ingest.flowed.rows import parted
from core.ingest.sections import total_name
from core.ingest.vocabulary import NUMBERS

FEW, MOST_WORDS, MOST_NAME = 4, 4, 3
HELD = frozenset({"quantity", "value"})


def rows_of_cells(lines: Sequence[str]) -> list[str]:
    """The lines with the rows of such tables as lines of their own; all others as they are."""
    found = list(lines)
    at = 0
    while at < len(found):
        heads = _heads(found, at)
        roles = [_role(head) for head in heads]
        if len(heads) < FEW or not set(roles) >= HELD:
            at += 1
            continue
        _join(found, at, len(heads))
        width = sum(role in NUMBERS or role == "other" for role in roles)
        at = _rows(found, at + len(heads), width)
    return found


def _heads(lines: Sequence[str], at: int) -> list[str]:
    """The lines from one on that are each the label of a column."""
    end = at
    while end < len(lines) and lines[end] and len(lines[end].split()) <= MOST_WORDS and _role(lines[end]) is not None:
        end += 1
    return list(lines[at:end])


def _role(label: str) -> str | None:
    """The role of a label that is known as it stands, without its day."""
    role, known = label_role(DAY.sub("", label).strip())
    return role if known else None


def _rows(lines: list[str], at: int, width: int) -> int:
    """The rows from one line on made lines of their own; where they end."""
    while at < len(lines):
        first = at
        while at < len(lines) and at - first < MOST_NAME and lines[at] and not _is_figure(lines[at]):
            at += 1
        name, start = " ".join(lines[first:at]), at
        while at < len(lines) and _is_figure(lines[at]):
            at += 1
        count = at - start
        summed = total_name(name) is not None and 0 < count < width
        if not name or (count != width and not summed):
            return max(first, start)
        _join(lines, first, at - first)
    return at


def _join(lines: list[str], at: int, count: int) -> None:
    lines[at : at + count] = [" ".join(lines[at : at + count]), *[""] * (count - 1)]


def _is_figure(line: str) -> bool:
    """Whether a line is one figure, or a dash for none."""
    parts = parted(line)
    return not parts.words and len(parts.figures) == 1
