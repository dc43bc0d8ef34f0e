"""The page about accuracy in the documentation: what houses showed at first sight, and what they show now."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tools.accuracy.measure import Score
from tools.accuracy.report import COLUMNS, cells, shares, sums

FIRST_READINGS = Path(__file__).with_name("first_readings.json")
INTRODUCTION = """# How well statements are read

Measured with `make accuracy` on **invented statements**: houses, names and numbers made up by `tools/accuracy`, \
drawn apart from the reader. Real statements differ; these figures are no promise."""
LEGEND = """- rows, fields, lots: found and right, of those printed. Fields are quantity, price, value, cost, symbol \
and CUSIP of each row; ISIN, accrued interest, commitment, called, unfunded and date of value where printed; the \
kind of bonds, options and private funds; total, cash, number, and where printed the day and the registration of \
each account.
- whole: statements without any error. spurious: rows that are none, of all rows.
- silent: accounts marked proven with something wrong or missing in a row that is not flagged, or a wrong fact \
beside that is neither in doubt nor said to be missing (until the seventeenth houses a missing one counted too).
- false alarms: accounts that are read right and tie, yet are not proven.
- dealt papers: every seed another layout, made up by some two hundred dials that fall each for itself.
- scans are 200 dots an inch: `noisy` has blur, grain and specks, `turned` is up to 1.4 degrees askew, `photo` \
is seen aslant in uneven light, `sideways` and `upside down` are turned by quarters, `fax` is black and white \
with torn edges, `jpeg` is squeezed hard, `faint` has a third of the contrast."""
AT_FIRST = """## At first sight

Houses and exports that were kept away from the maker of the reader, read once before anything was changed for \
them. This is the nearest thing here to a broker whose statements were never seen. What the same houses show now \
stands above; for most of them the reader has been changed since. The fourteenth to \
twenty-fifth houses and the eleventh to twenty-second dialects were drawn for this one reading and are not kept; \
four of the sixteenth houses were drawn once more, more simply, after their maker had seen them read, and truths \
that were at fault were mended in the eighteenth. From there on several spellings of an owner \
count as right. From the twenty-fourth houses and the twenty-first dialects on they follow the sections, \
heads and places of real firms' papers more closely than those before."""
ON_PURPOSE = """## Wrong on purpose

A figure, a line or a total is changed before a statement is drawn. `named`: a failing check names the row, or a \
sum fails where no row is wrong in itself. `proven` must be none."""
CHANGED = """## Changed in one place

Good statements with a digit, a sign, a line, a column or a page changed. `still proven` are those where the \
change touches nothing that is read, or nothing that arithmetic can know (`beyond`): names, symbols, dates and \
account numbers; a basis that no printed gain or sum depends on; what rounding allows; rows of a file without \
any total. `wrong` must be none: an account marked proven with a number that its own arithmetic contradicts."""


def markdown(report: dict[str, Any]) -> str:
    """The page."""
    now, first = _scores(report["groups"], "invented statements"), _scores(_first_readings(), "at first sight")
    parts = [
        INTRODUCTION,
        now,
        LEGEND,
        AT_FIRST,
        first,
        _more(),
        ON_PURPOSE,
        _planted(report),
        CHANGED,
        _changes(report),
    ]
    return "\n\n".join(parts) + "\n"


def _first_readings() -> dict[str, Any]:
    read: dict[str, dict[str, Any]] = json.loads(FIRST_READINGS.read_text(encoding="utf-8"))
    return {name: {**score, "shares": shares(Score(**score))} for name, score in read.items()}


def _more() -> str:
    """What else was read at first sight: scans, and papers of generators by other hands."""
    return FIRST_READINGS.with_suffix(".md").read_text(encoding="utf-8").strip()


def _scores(groups: dict[str, Any], title: str) -> str:
    return _table((title, *COLUMNS), [(name, *cells(group)) for name, group in groups.items()])


def _planted(report: dict[str, Any]) -> str:
    found = {name: group for name, group in report["groups"].items() if group["planted"]}
    rows = [
        (name, str(one["planted"]), str(one["planted_named"]), str(one["planted_proven"]))
        for name, one in found.items()
    ]
    return _table(("", "accounts", "named", "proven"), rows)


def _changes(report: dict[str, Any]) -> str:
    rows = [(kind.replace("text_", "file, "), *map(str, count.values())) for kind, count in report["changed"].items()]
    rows.append(("**all**", *map(str, sums(report).values())))
    return _table(("change", "statements", "still proven", "beyond", "wrong"), rows)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
