"""The table of accuracy: every group of statements measured, as data, as text and as the page in docs."""

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from tools.accuracy.houses import FIRST, HOUSES, SECOND
from tools.accuracy.measure import Score, run
from tools.accuracy.planted import FAULTS
from tools.accuracy.scans import SPOILS, Spoil, scanned
from tools.accuracy.truth import Drawn

SCANNED = ("cairnfield", "elmhurst", "gorsehill")
COLUMNS = ("statements", "rows", "fields", "lots", "whole", "spurious", "silent", "false alarms", "CPU s a page")


def measured(seeds: int, scans: bool) -> dict[str, Any]:
    """Each group's score and errors. Scans take one seed of small statements each."""
    groups = {
        "text, first houses": run(FIRST.values(), range(seeds)),
        "text, second houses": run(SECOND.values(), range(seeds)),
        "text, something planted wrong": run(HOUSES.values(), range(300, 301), FAULTS),
    }
    if scans:
        houses = [HOUSES[name] for name in SCANNED]
        for spoil in SPOILS:
            groups[f"scan, {spoil}"] = run(houses, range(200, 201), change=_as_scan(spoil))
    return {
        "label": "invented statements",
        "groups": {
            name: {**asdict(score), "shares": shares(score), "errors": errors}
            for name, (score, errors) in groups.items()
        },
    }


def shares(score: Score) -> dict[str, float | None]:
    """What the counts are of what they could be; None where there was nothing."""
    return {
        "rows": _share(score.rows_read, score.rows),
        "fields": _share(score.fields_right, score.fields),
        "lots": _share(score.lots_right, score.lots),
        "whole": _share(score.whole, score.statements),
        "spurious": _share(score.spurious, score.rows),
        "false_alarms": _share(score.false_alarms, score.accounts_that_tie),
        "seconds_a_page": score.seconds / score.pages if score.pages else None,
    }


def table(report: dict[str, Any]) -> str:
    """The groups as lines of text."""
    rows = [("", *COLUMNS), *((name, *_cells(group)) for name, group in report["groups"].items())]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    errors = [error for group in report["groups"].values() for error in group["errors"]]
    return "\n".join([*lines, *(f"  {error}" for error in errors[:40])])


def markdown(report: dict[str, Any]) -> str:
    """The page in docs."""
    head = f"| {' | '.join(('invented statements', *COLUMNS))} |"
    rule = f"|{'---|' * (len(COLUMNS) + 1)}"
    rows = [f"| {' | '.join((name, *_cells(group)))} |" for name, group in report["groups"].items()]
    return "\n".join(
        [
            "# How well statements are read",
            "",
            "Measured with `make accuracy` on **invented statements**: houses, names and numbers made up by "
            "`tools/accuracy`, drawn apart from the reader. Real statements differ; these figures are no promise.",
            "",
            head,
            rule,
            *rows,
            "",
            "- rows, fields, lots: found and right, of those printed. Fields are quantity, price, value, cost, symbol "
            "and CUSIP of each row, total and cash of each account.",
            "- whole: statements without any error. spurious: rows that are none, of all rows.",
            "- silent: accounts marked proven with something wrong or missing in a row that is not flagged.",
            "- false alarms: accounts that are read right and tie, yet are not proven.",
            "- scans are 200 dots an inch; `noisy` has blur, grain and specks, `turned` is up to 1.4 degrees askew, "
            "`photo` is seen aslant in uneven light.",
            "",
        ]
    )


def _cells(group: dict[str, Any]) -> tuple[str, ...]:
    part = group["shares"]
    silent, seconds = str(group["silent_errors"]), part["seconds_a_page"]
    return (
        str(group["statements"]),
        f"{_percent(part['rows'])} of {group['rows']}",
        _percent(part["fields"]),
        _percent(part["lots"]),
        _percent(part["whole"]),
        _percent(part["spurious"]),
        silent,
        _percent(part["false_alarms"]),
        "" if seconds is None else f"{seconds:.2f}",
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _percent(share: float | None) -> str:
    return "none" if share is None else f"{100 * share:.1f} %"


def _as_scan(spoil: Spoil) -> Callable[[Drawn], Drawn]:
    return lambda drawn: replace(drawn, data=scanned(drawn.data, spoil), ending=".tif")
