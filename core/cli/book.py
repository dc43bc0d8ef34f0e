"""The book from the command line: fill the demo, list what is there, look at drift."""

from typing import Any

import click

from core.cli.door import Answer, command, open_desk

HOUSEHOLD = click.option("--household", "household_id", help="one household, by id")


@command("demo", click.option("--if-empty", is_flag=True, help="say nothing where the home already holds a book"))
def demo(if_empty: bool) -> Answer:
    """Fill an empty home with the demo book."""
    desk = open_desk()
    if not (if_empty and desk.store.latest("book")):
        from core.workflow import demo as demo_book

        desk = demo_book.fill(desk)
    count = len(desk.store.latest("household"))
    document = {"book": desk.book.title, "as_of": desk.today(), "households": count, "home": str(desk.settings.home)}
    return Answer(document, text=f"{desk.book.title}: {count} households on {desk.today()}, simulated prices.")


@command("households")
def list_households() -> Answer:
    """List the households of the book."""
    from core.workflow.households import households

    rows = [
        {"id": one.id, "name": one.name, "mandate": one.mandate, "accounts": len(one.accounts), "version": one.version}
        for one in households(open_desk())
    ]
    text = "\n".join(f"{row['id']:14} {row['name']} ({row['accounts']} accounts, {row['mandate']})" for row in rows)
    return Answer({"households": rows}, text=text or "No households yet: python -m core demo")


@command("case", click.argument("household"))
def show_case(household: str) -> Answer:
    """Print a household's case file as it stands today: what `propose CASE.json` takes."""
    from core.workflow.case_files import export_case

    return Answer(export_case(open_desk(), household))


@command("proposals")
def list_proposals() -> Answer:
    """List the proposals, newest first."""
    from core.workflow.proposals import proposals

    rows = [
        {
            "id": one.id, "household": one.household, "version": one.version, "state": one.state,
            "status": one.answer.status, "trades": len(one.answer.trades), "tax": one.answer.tax.total,
            "fingerprint": one.answer.fingerprint, "proposer": one.proposer, "approver": one.approver,
        }
        for one in proposals(open_desk())
    ]  # fmt: skip
    text = "\n".join(f"{row['id']} v{row['version']} {row['state']:9} {row['household']}" for row in rows)
    return Answer({"proposals": rows}, text=text or "No proposals yet: python -m core propose --household ID")


@command("alerts")
def list_alerts() -> Answer:
    """List the open alerts, oldest first."""
    from core.workflow.book import book

    found = book(open_desk()).alerts
    text = "\n".join(f"{alert.since} {alert.severity:7} {alert.sentence}" for alert in found)
    return Answer({"alerts": found}, text=text or "No open alerts.")


@command("drift", HOUSEHOLD)
def show_drift(household_id: str | None) -> Answer:
    """Drift of every household, or of one, class by class against its bands."""
    from core.workflow.drift import drift
    from core.workflow.households import households

    desk = open_desk()
    chosen = [household_id] if household_id else [one.id for one in households(desk)]
    rows: list[dict[str, Any]] = []
    for one in chosen:
        view = drift(desk, one)
        rows.append({
            "id": one, "as_of": view.file.case.as_of, "prices": desk.feed.label, "total": view.picture.total,
            "drift_total": view.picture.drift_total, "out_of_band": view.picture.out_of_band,
            "readings": view.readings, "breaches": view.breaches,
        })  # fmt: skip
    lines = [f"{row['id']:14} {row['drift_total']:.4f} {', '.join(row['out_of_band']) or 'inside'}" for row in rows]
    return Answer({"households": rows}, text="\n".join(lines))
