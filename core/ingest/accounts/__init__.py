"""Events become accounts: who holds what, under which heading, with which lots, against which printed sums."""

from collections.abc import Sequence

from core.domain.statement import Statement
from core.ingest.accounts.builder import Builder
from core.ingest.events import Event
from core.ingest.ocr.doubts import NO_DOUBTS, Doubts

__all__ = ["build"]


def build(
    events: Sequence[Event],
    file: str,
    institution: str,
    pages: int | None,
    reader: str,
    comma: bool = False,
    doubts: Doubts = NO_DOUBTS,
) -> Statement:
    """The statement that the events tell of; `doubts` are those of the voices that read a scan."""
    builder = Builder(file, institution, comma, doubts)
    for event in events:
        builder.take(event)
    return builder.statement(pages, reader)
