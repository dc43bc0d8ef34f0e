"""Every group of invented statements measured: as data, and as lines of text."""

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from tools.accuracy.dice import DEALT
from tools.accuracy.feeds import (
    EIGHTH_FEEDS,
    FEEDS,
    JUMBLE,
    LATER,
    LATEST,
    NEWEST,
    NINTH_FEEDS,
    SEVENTH_FEEDS,
    SIXTH_FEEDS,
    TENTH_FEEDS,
)
from tools.accuracy.houses import (
    EIGHTH,
    ELEVENTH,
    FIFTH,
    FIRST,
    FOURTH,
    HOUSES,
    MEDLEY,
    NINTH,
    SECOND,
    SEVENTH,
    SIXTH,
    TENTH,
    THIRD,
    THIRTEENTH,
    TWELFTH,
)
from tools.accuracy.measure import Score, run
from tools.accuracy.mutations import run_changes
from tools.accuracy.planted import FAULTS
from tools.accuracy.scans import SPOILS, WORSE, Spoil, scanned
from tools.accuracy.truth import Drawn

SCANNED = ("cairnfield", "elmhurst", "gorsehill")
COLUMNS = ("statements", "rows", "fields", "lots", "whole", "spurious", "silent", "false alarms", "CPU s a page")


def measured(seeds: int, scans: bool) -> dict[str, Any]:
    """Each group's score and errors. Scans take one seed of small statements each; changes grow with the seeds."""
    groups = {
        "text, first houses": run(FIRST.values(), range(seeds)),
        "text, second houses": run(SECOND.values(), range(seeds)),
        "text, third houses": run(THIRD.values(), range(seeds)),
        "text, fourth houses": run(FOURTH.values(), range(seeds)),
        "text, fifth houses": run(FIFTH.values(), range(seeds)),
        "text, sixth houses": run(SIXTH.values(), range(seeds)),
        "text, seventh houses": run(SEVENTH.values(), range(seeds)),
        "text, eighth houses": run(EIGHTH.values(), range(seeds)),
        "text, ninth houses": run(NINTH.values(), range(seeds)),
        "text, tenth houses": run(TENTH.values(), range(seeds)),
        "text, eleventh houses": run(ELEVENTH.values(), range(seeds)),
        "text, twelfth houses": run(TWELFTH.values(), range(seeds)),
        "text, thirteenth houses": run(THIRTEENTH.values(), range(seeds)),
        "text, a layout each": run(MEDLEY.values(), range(20 * seeds)),
        "text, dealt papers": run(DEALT.values(), range(1, 1 + 20 * seeds)),
        "CSV, XLSX, XLS, OFX, Flex, text dumps": run(FEEDS.values(), range(seeds)),
        "exports, third dialects": run(LATER.values(), range(seeds)),
        "exports, fourth dialects": run(LATEST.values(), range(seeds)),
        "exports, fifth dialects": run(NEWEST.values(), range(seeds)),
        "exports, sixth dialects": run(SIXTH_FEEDS.values(), range(seeds)),
        "exports, seventh dialects": run(SEVENTH_FEEDS.values(), range(seeds)),
        "exports, eighth dialects": run(EIGHTH_FEEDS.values(), range(seeds)),
        "exports, ninth dialects": run(NINTH_FEEDS.values(), range(seeds)),
        "exports, tenth dialects": run(TENTH_FEEDS.values(), range(seeds)),
        "exports, a dialect each": run(JUMBLE.values(), range(50 * seeds)),
        "text, something wrong on purpose": run(
            {**HOUSES, **SIXTH, **MEDLEY, **DEALT}.values(), range(300, 301), FAULTS
        ),
        "exports, something wrong on purpose": run(
            {**FEEDS, **NEWEST, **SIXTH_FEEDS, **JUMBLE}.values(), range(300, 301), FAULTS
        ),
    }
    if scans:
        houses = [HOUSES[name] for name in SCANNED]
        for spoil in (*SPOILS, *WORSE):
            groups[f"scan, {spoil}"] = run(houses, range(200, 201), change=_as_scan(spoil))
    changed, wrong = run_changes({**HOUSES, **FEEDS}, range(seeds))
    return {
        "label": "invented statements",
        "groups": {
            name: {**asdict(score), "shares": shares(score), "errors": errors}
            for name, (score, errors) in groups.items()
        },
        "changed": {kind: asdict(count) for kind, count in sorted(changed.items())},
        "changed_errors": wrong,
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
    rows = [("", *COLUMNS), *((name, *cells(group)) for name, group in report["groups"].items())]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines += [
        f"{name}: {group['planted']} accounts, {group['planted_named']} named, {group['planted_proven']} proven"
        for name, group in report["groups"].items()
        if group["planted"]
    ]
    lines.append("{statements} changed in one place: {wrong} with a wrong number proven".format(**sums(report)))
    errors = [error for group in report["groups"].values() for error in group["errors"]] + report["changed_errors"]
    return "\n".join([*lines, *(f"  {error}" for error in errors[:40])])


def sums(report: dict[str, Any]) -> dict[str, int]:
    """The counts of all kinds of change together."""
    kinds = list(report["changed"].values())
    return {name: sum(kind[name] for kind in kinds) for name in ("statements", "still_proven", "beyond", "wrong")}


def cells(group: dict[str, Any]) -> tuple[str, ...]:
    """One group as the cells of a table."""
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
