"""How long a private fund may not be sold: told in a column, in a line under its name, or beside a label."""

import re
from datetime import date

from core.ingest.lexicon.dates import read_date
from core.ingest.nouns.events import Record

LOCK = re.compile(
    r"\b(?:hard |soft |initial )?lock(?:ed)?[- ]?(?:up|in)\b|\blocked (?=until|through|to|for)|"
    r"\bnot redeemable (?=until|before)",
    re.I,
)
NONE = re.compile(
    r"\b(?:no|without)(?: hard| soft| initial)? lock[- ]?up|lock[- ]?up\b\W*(?:none|n/?a|no|expired)\b", re.I
)
MOST = 90


def tells_lock_up(text: str) -> bool:
    """Whether a line under a name begins with its lock-up, and so is no part of the name."""
    plain = text.lstrip("— ")
    return LOCK.match(plain) is not None or NONE.match(plain) is not None


def lock_up_of(record: Record, text: str) -> tuple[str, date | None]:
    """What is printed of a row's lock-up, and the day it ends where one is printed; nothing where there is none."""
    cell = record.cells.get("lock_until")
    if cell is not None and re.search(r"\d", cell.text):
        return cell.text.strip(), read_date(cell.text)
    found = LOCK.search(text)
    if found is None or NONE.search(text):
        return "", None
    said = re.split(r"(?<=[a-z\d])[.;|](?:\s|$)", text[found.start() : found.start() + MOST], maxsplit=1)[0].strip()
    return (said, read_date(said)) if re.search(r"\d", said) else ("", None)
