"""Proof from the command line: verify the trail, replay a proposal, write out documents and examination bundles."""

from datetime import datetime
from pathlib import Path

import click

from core.cli.door import NO, YES, Answer, command, open_desk


@command("verify")
def verify() -> Answer:
    """Walk the audit trail; exit 1 names the first broken record."""
    from core.workflow.trail import verify_trail

    verdict = verify_trail(open_desk())
    return Answer(verdict, YES if verdict.ok else NO, "\n".join(verdict.sentences))


@command(
    "export-trail",
    click.option("--out", "folder", required=True, type=click.Path(file_okay=False), help="folder to write into"),
)
def export_trail(folder: str) -> Answer:
    """Write the audit trail as files that prove themselves, with a verifier that needs no Plumbline."""
    from core.workflow.trail import export_trail as export

    files = [str(path) for path in export(open_desk(), Path(folder))]
    return Answer({"files": files}, text="\n".join(files))


@command(
    "examination",
    click.argument("household"),
    click.option("--out", "file", required=True, type=click.Path(dir_okay=False), help="the zip to write"),
    click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="first day, all by default"),
    click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="last day, all by default"),
)
def examination(household: str, file: str, since: datetime | None, until: datetime | None) -> Answer:
    """Write the examination bundle of a household: papers, sources, records, events, and its own verifier."""
    from core.workflow.examination import BEGINNING, END, examination_bundle

    first, last = since.date() if since else BEGINNING, until.date() if until else END
    data = examination_bundle(open_desk(), household, first, last)
    Path(file).write_bytes(data)
    return Answer({"file": file, "bytes": len(data)}, text=file)


@command("replay", click.argument("proposal"), click.option("--version", type=int, help="the latest by default"))
def replay(proposal: str, version: int | None) -> Answer:
    """Compute a stored proposal again and compare byte for byte; exit 1 where it differs."""
    from core.workflow.proposals import replay as again

    result = again(open_desk(), proposal, version)
    lines = [f"{result.proposal} v{result.version}: {result.sentence}", *result.changed_inputs]
    lines += [one.sentence for one in result.differences]
    return Answer(result, YES if result.same else NO, "\n".join(lines))


@command(
    "documents",
    click.argument("proposal"),
    click.option("--out", "folder", required=True, type=click.Path(file_okay=False), help="folder to write into"),
)
def documents(proposal: str, folder: str) -> Answer:
    """Write the issued documents of a proposal, or its letter marked as a draft where none is issued."""
    from core.workflow.documents import document, draft_letter
    from core.workflow.documents import documents as issued

    desk = open_desk()
    target = Path(folder)
    papers = issued(desk, proposal)
    files = {paper.file: document(desk, paper.id)[1] for paper in papers}
    if not files:
        files = {f"{proposal}-letter-draft.pdf": draft_letter(desk, proposal)}
    target.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (target / name).write_bytes(data)
    rows = [{"file": str(target / name), "bytes": len(data)} for name, data in files.items()]
    return Answer({"documents": rows}, text="\n".join(str(row["file"]) for row in rows))
