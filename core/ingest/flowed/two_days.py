"""Summaries of text without columns that print each figure for two days: only that of the closing day counts.

`Opening Value Closing Value` over `(as of 7/1/26) (as of 9/30/26)` and `Total Account Value $4,132.21 $3,514.99`.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.dates import read_date

WORTH = r"(?: (?:account |market )?(?:value|balance)s?)?"
HEAD = re.compile(
    rf"(?:.* )?(?:opening|beginning|starting|previous|prior){WORTH} (?:closing|ending|current){WORTH}", re.I
)
DAY = r"\d{1,2}/\d{1,2}/\d{2,4}|[A-Za-z]{3,9}\.? \d{1,2}, \d{4}"
DAYS = re.compile(rf"\(?(?:as of |on )?(?P<first>{DAY})\)? \(?(?:as of |on )?(?P<last>{DAY})\)?", re.I)
FIGURE = r"\(?-?\$?\(?-?[\d,]*\d(?:\.\d+)?\)?"
ROW = re.compile(rf"(?P<label>[A-Za-z][^\d$]*?) (?P<first>{FIGURE}) (?P<last>{FIGURE})")
MOST_ROWS = 20


def with_closing_values(lines: Sequence[str]) -> list[str]:
    """The lines of a text, those of such a summary with the later day and the later figure alone."""
    done = list(lines)
    for at, line in enumerate(lines):
        if HEAD.fullmatch(line.strip()) is None:
            continue
        below = at + 1
        days = DAYS.fullmatch(lines[below].strip()) if below < len(lines) else None
        if days is not None and _are_in_order(days):
            done[below] = f"as of {days['last']}"
            below += 1
        for place in range(below, min(below + MOST_ROWS, len(lines))):
            row = ROW.fullmatch(lines[place].strip())
            if row is None:
                break
            done[place] = f"{row['label']} {row['last']}"
    return done


def _are_in_order(days: re.Match[str]) -> bool:
    first, last = read_date(days["first"]), read_date(days["last"])
    return first is not None and last is not None and first < last
