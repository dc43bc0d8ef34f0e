"""Stock that an employer's plan gave: its lots name the plan and the award, the stock is named in the title over them.

`Company stock: Quill Harbor Corp (QZAB)   Closing price $41.20` over `Plan | Award | Acquired | Shares | …`. What has
not vested and what may yet be exercised is no holding.
"""

from dataclasses import replace

from core.ingest.lexicon.plans import GIVEN, are_named_by_plan, are_pending
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line


def of_plan(header: Header) -> Header:
    """The head as it is meant where plans give shares: of lots where it names nothing but the plan; of no holdings."""
    units = next((column for column in header.columns if column.role == "quantity"), None)
    if header.kind not in ("holdings", "lots") or units is None:
        return header
    labels = [column.label for column in header.columns]
    if are_pending(units.label, labels):
        return replace(header, kind="other")
    names = [column for column in header.columns if column.role in NAMES]
    if not are_named_by_plan([column.label for column in names]) or not header.has("acquired"):
        return header
    columns = tuple(replace(column, role="other") if column in names else column for column in header.columns)
    return replace(header, kind="lots", columns=columns)


def names_plan(header: Header | None, line: Line) -> bool:
    """Whether a line among lots without names beside them says but which plan gave those below: `ESPP`."""
    alone = header is not None and header.kind == "lots" and not any(map(header.has, NAMES))
    return alone and GIVEN.fullmatch(line.text.strip(" :")) is not None
