"""`accuracy`: how well invented statements are read, as a table; the generator is `tools/accuracy`."""

from pathlib import Path
from typing import Any

import click

from core.cli.door import YES, Answer, command
from core.domain.errors import BadInput

ROOT = Path(__file__).resolve().parents[2]


@command(
    "accuracy",
    click.option("--seeds", default=5, show_default=True, type=click.IntRange(1, 500), help="statements of each house"),
    click.option("--scans/--no-scans", default=True, help="read some as scans too (about 8 s a page)"),
    click.option("--docs", default=None, type=click.Path(dir_okay=False), help="write the table to this Markdown file"),
)
def accuracy(seeds: int, scans: bool, docs: str | None) -> Answer:
    """Draw statements of invented houses, read them, and say what was right, wrong and silently wrong."""
    if not (ROOT / "tools" / "accuracy").is_dir():
        raise BadInput("accuracy", "the generator of statements is not here: accuracy is measured from the source tree")
    from tools.accuracy.page import markdown
    from tools.accuracy.report import measured, table

    report: dict[str, Any] = measured(seeds, scans)
    if docs is not None:
        Path(docs).write_text(markdown(report), encoding="utf-8")
    return Answer(report, YES, table(report))
