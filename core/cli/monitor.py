"""`python -m core monitor`: one look at every household, kept in the log; `monitor-log` takes the log along.

On a schedule, five minutes past the close on trading days (cron, New York time):
`5 16 * * 1-5  python -m core monitor --if-session`
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from core.cli.door import NO, Answer, command, open_desk

if TYPE_CHECKING:
    from core.domain.delivery import Delivery
    from core.workflow.starting import Started

DAY = click.DateTime(["%Y-%m-%d"])


@command(
    "monitor",
    click.option("--if-session", is_flag=True, help="do nothing on a day on which New York does not trade"),
    click.option("--propose", is_flag=True, help="draft proposals for the households that are due by their policy"),
)
def monitor_book(if_session: bool, propose: bool) -> Answer:
    """Check every household and account, open and close alerts, and log it all."""
    from core.market.calendar import is_session
    from core.workflow.delivering import deliver
    from core.workflow.monitoring import monitor
    from core.workflow.starting import start_proposals

    desk = open_desk()
    if if_session and not is_session(desk.today()):
        return Answer({"as_of": desk.today(), "checked": 0}, text=f"{desk.today()} is no trading day: nothing checked.")
    seen = monitor(desk)
    sent = deliver(desk)
    started = start_proposals(desk) if propose else ()
    rows: list[dict[str, Any]] = [
        {
            "household": one.household, "result": one.result, "at": one.at, "snapshot": one.snapshot,
            "prices_as_of": one.prices_as_of, "outside": [r.subject for r in one.readings if r.standing == "outside"],
            "unknown": [r.subject for r in one.readings if r.standing == "unknown"], "opened": one.opened,
            "closed": one.closed, "standing": one.standing, "problem": one.problem,
        }
        for one in seen.checks
    ]  # fmt: skip
    document = {"as_of": seen.as_of, "prices": seen.price_label, "checked": len(rows), "households": rows,
                "opened": len(seen.opened), "closed": len(seen.closed), "escalated": len(seen.escalated),
                "standing": len(seen.standing), "deliveries": [_delivered(one) for one in sent],
                "started": [_started(one) for one in started]}  # fmt: skip
    lines = [f"{row['household']:14} {row['result']:10} {', '.join(row['outside'])}{row['problem']}" for row in rows]
    told = f"{len(rows)} checked, {len(seen.opened)} opened, {len(seen.closed)} closed, {len(seen.standing)} standing."
    mail = [f"{one.channel}: {one.state}{' (' + one.error + ')' if one.error else ''}" for one in sent]
    begun = [f"{one.household:14} {one.proposal or 'not started: ' + one.why_not}" for one in started]
    return Answer(document, text="\n".join([*lines, told, *mail, *begun]))


def _started(one: "Started") -> dict[str, Any]:
    reasons = [reason.sentence for reason in one.reasons]
    return {"household": one.household, "reasons": reasons, "proposal": one.proposal or None, "why_not": one.why_not}


def _delivered(one: "Delivery") -> dict[str, str]:
    return {"channel": one.channel, "state": one.state, "error": one.error}


@command(
    "monitor-log",
    click.argument("household"),
    click.option("--from", "start", type=DAY, required=True),
    click.option("--to", "end", type=DAY, required=True),
)
def export_log(household: str, start: datetime, end: datetime) -> Answer:
    """Print a household's monitoring log of a period as CSV."""
    from core.workflow.monitoring_log import checks, monitoring_csv

    desk = open_desk()
    table = monitoring_csv(desk, household, start.date(), end.date()).decode()
    found = checks(desk, household, start.date(), end.date())
    return Answer({"household": household, "checks": found}, NO if not found else 0, table.rstrip("\n"))
