"""Values of a row as people's files write them: amounts, dates, names, and marks for nothing."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from core.domain.canonical import LARGEST
from core.domain.errors import BadInput

NOTHING = frozenset({"", "-", "--", "–", "—", "n/a", "na", "none", "null", "open"})
MONEY_MARKS = re.compile(r"[$,\s]")
PLAIN_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?", re.IGNORECASE | re.ASCII)
DATE_FORMS = ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y", "%Y/%m/%d", "%m-%d-%Y", "%Y%m%d")


def is_nothing(value: Any) -> bool:
    """Whether a cell says that there is no value."""
    return value is None or (isinstance(value, str) and value.strip().lower() in NOTHING)


def text_of(entry: Mapping[str, Any], name: str, where: str) -> str:
    """A field as text, empty where it is missing."""
    value = entry.get(name, "")
    if not isinstance(value, (str, int, float)):
        raise BadInput(f"{where}, {name}", "expected text")
    return str(value).strip()


def names_of(value: Any, where: str) -> tuple[str, ...]:
    """Names with semicolons, commas or bars between them, or a list of them."""
    parts = re.split(r"[;,|]", value) if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise BadInput(where, "expected names with semicolons between them")
    return tuple(part.strip() for part in parts if part.strip())


def number_of(value: Any, where: str) -> Decimal:
    """An amount as files write it: `$1,234.50`, `(50)`, `−5`."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float, Decimal)):
        raise BadInput(where, f"'{value}' is not a number")
    text = MONEY_MARKS.sub("", repr(value) if isinstance(value, float) else str(value)).replace("−", "-")
    if text.startswith("(") and text.endswith(")"):
        text = f"-{text[1:-1]}"
    if not PLAIN_NUMBER.fullmatch(text):
        raise BadInput(where, f"'{str(value).strip()}' is not a number")
    number = Decimal(text)
    if abs(number) >= LARGEST:
        raise BadInput(where, f"expected a number below {LARGEST:.0E}, found {str(value)[:40]}")
    return number


def day_of(value: Any, where: str) -> date:
    """A date as ISO or as brokers print it."""
    text = str(value).strip()
    for form in DATE_FORMS:
        try:
            return datetime.strptime(text[:10] if "T" in text else text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise BadInput(where, f"'{text}' is not a date as YYYY-MM-DD")
