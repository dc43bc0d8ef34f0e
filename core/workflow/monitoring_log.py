"""The monitoring log for a client and a period, as a table to take along."""

import csv
import io
from collections.abc import Iterator
from datetime import date

from core.domain.monitoring import Check
from core.words.spreadsheets import safe_cell
from core.workflow.desk import Desk
from core.workflow.people import ask_code
from core.workflow.saving import load, log

HEAD = (
    "checked_at", "as_of", "prices_as_of", "prices_from", "snapshot", "result", "where", "subject", "value", "unit",
    "target", "low", "high", "standing", "band_from", "coverage", "problem",
)  # fmt: skip


def checks(desk: Desk, household_id: str, start: date, end: date) -> tuple[Check, ...]:
    """Every check of a household from `start` to `end`, oldest first, those without a breach too."""
    desk.require("read_clients")
    versions = desk.store.versions("check", household_id)
    every = (load(desk, "check", Check, household_id, version) for version in versions)
    return tuple(check for check in every if start <= check.as_of <= end)


def monitoring_csv(desk: Desk, household_id: str, start: date, end: date, code: str = "") -> bytes:
    """The log as CSV (UTF-8); an export, so it asks for the second factor and is itself an event."""
    ask_code(desk, desk.require("export"), code)
    found = checks(desk, household_id, start, end)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    for check in found:
        writer.writerows([safe_cell(cell) for cell in row] for row in _rows(check))
    with desk.store.transaction() as tx:
        log(desk, tx, "monitor.exported", "household", household_id, 1, note=f"{start} to {end}")
    return out.getvalue().encode()


def _rows(check: Check) -> Iterator[list[object]]:
    front: list[object] = [
        check.at.isoformat(), check.as_of, check.prices_as_of, check.source, check.snapshot, check.result
    ]  # fmt: skip
    if check.result == "failed":
        yield [*front, check.household, *[""] * 9, check.problem]
    for symbol, price in check.prices.items():
        yield [*front, check.household, symbol, price, "price", *[None] * 3, "", "", None, ""]
    places = [(check.household, check.readings)]
    places += [(f"{check.household}/{name}", account.readings) for name, account in check.accounts.items()]
    for where, readings in places:
        for one in readings:
            yield [*front, where, one.subject, one.value, "weight", one.target, one.low, one.high, one.standing,
                   one.level, one.coverage, ""]  # fmt: skip
    for value in check.metrics:
        yield [*front, check.household, value.name, value.value, value.unit, None, value.low, value.high,
               value.standing, value.level, value.coverage, ""]  # fmt: skip
    for name, account in check.accounts.items():
        where = f"{check.household}/{name}"
        for metric, number in account.metrics.items():
            standing = "unknown" if metric in account.unknown else "outside" if metric in account.outside else ""
            yield [*front, where, metric, number, "", None, None, None, standing, "", None, ""]
