"""The day on which a bond is due, read for that of a purchase: alone on the second line of the name, it looks like one.

`Quill Harbor Water Rev 3.750%` over `08/15/2034  65,000  100.277  65,180.05`. Nothing is bought after the day of the
statement.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.domain.statement import StatementLine

DEBT = ("bond", "structured_note")
RATE = re.compile(r"\d%|\bzero (?:cpn|coupon)\b", re.I)


def without_due_days(lines: Sequence[StatementLine], as_of: date | None) -> list[StatementLine]:
    """The lines, where the only lot of a bond is of a day ahead without it; the day is part of the name."""
    return [_without(line, as_of) if as_of is not None and line.lots else line for line in lines]


def _without(line: StatementLine, as_of: date) -> StatementLine:
    days = [lot.acquired for lot in line.lots if lot.acquired is not None]
    owed = line.asset_type in DEBT or RATE.search(line.description) is not None
    if len(line.lots) != 1 or not days or days[0] <= as_of or not owed or line.lots[0].quantity != line.quantity:
        return line
    return replace(line, lots=(), description=f"{line.description} {days[0]:%m/%d/%Y}")
