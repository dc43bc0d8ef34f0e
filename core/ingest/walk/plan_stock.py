"""Stock that an employer's plan gave: its lots name the plan and the award, the stock is named in the title over them.

`Company stock: Quill Harbor Corp (QZAB)   Closing price $41.20` over `Plan | Award | Acquired | Shares | …`. What has
not vested and what may yet be exercised is no holding.
"""

import re
from dataclasses import replace

from core.ingest.lexicon.plans import GIVEN
from core.ingest.lexicon.vocabulary import NAMES, plain_label
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line

CALLED = (
    r"(?:(?:(?:stock|equity|share) )?(?:plans?|awards?|grants?|programs?)"
    r"(?: (?:type|name|id|number|no|nbr|code|description))?|"
    r"type of (?:plan|award|grant)|(?:acquisition|lot) (?:type|method)|(?:share )?origin|source of shares|share source)"
)
PLAN = re.compile(f"{CALLED}(?: {CALLED})?")
"""How a head calls the plan or the award that shares came from."""
PENDING = re.compile(r"\b(?:unvested|not vested|nonvested|granted|exercisable|exercised|unexercised)\b|^outstanding$")
"""How the head of units calls those that are no holding: not vested, or to be bought yet."""

TO_PAY = re.compile(r"\b(?:exercise|option|grant|strike|award) price\b")
GRANTED = re.compile(r"\b(?:grant|award)(?:ed)?(?: (?:date|id|number|no|name|type))?$|\bdate (?:granted|of grant)\b")


def of_plan(header: Header) -> Header:
    """The head as it is meant where plans give shares: of lots where it names nothing but the plan; of no holdings."""
    units = next((column for column in header.columns if column.role == "quantity"), None)
    if header.kind not in ("holdings", "lots") or units is None:
        return header
    if PENDING.search(plain_label(units.label)) or _grants_options(header):
        return replace(header, kind="other")
    names = [column for column in header.columns if column.role in NAMES]
    named_by_plan = bool(names) and all(PLAN.fullmatch(plain_label(column.label)) for column in names)
    if not named_by_plan or not header.has("acquired"):
        return header
    columns = tuple(replace(column, role="other") if column in names else column for column in header.columns)
    return replace(header, kind="lots", columns=columns)


def _grants_options(header: Header) -> bool:
    """Whether the heads are those of options that an employer has granted: a price to pay, and the day of the grant."""
    labels = [plain_label(column.label) for column in header.columns]
    return any(map(TO_PAY.search, labels)) and any(map(GRANTED.search, labels))


def names_plan(header: Header | None, line: Line) -> bool:
    """Whether a line among lots without names beside them says but which plan gave those below: `ESPP`."""
    alone = header is not None and header.kind == "lots" and not any(map(header.has, NAMES))
    return alone and GIVEN.fullmatch(line.text.strip(" :")) is not None
