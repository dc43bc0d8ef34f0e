"""What the columns of a head mean together: one role for each, and the kind of the table that has them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.ingest.heads.of_classes import names_classes, without_calls
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.lexicon.vocabulary import plain_label
from core.ingest.nouns.head import Column, TableKind

SHARE = re.compile(r"\s*\(?[\d.]+ ?%\)?$")
EARLIER = re.compile(
    r"\b(?:beginning|prior|previous|opening|starting|last (?:month|period|quarter|year|statement))\b", re.I
)
NUMBER = re.compile(r"\s*(?:number|no\.?|nbr|#)\s*", re.I)
"""The head of the numbers beside that of the accounts' names."""
TOTAL = re.compile(r"total\b", re.I)
TERM = re.compile(r"\b(?:(?P<short>short|st|s/t)|(?P<long>long|lt|l/t))\b", re.I)
COST = re.compile(r"cost|basis", re.I)
LESS = re.compile(r"\bsurrender\b|^vested (?:balance|value|account balance)$")
"""What is no more than the value, and stands for it where nothing else is told."""
CONTRIBUTED = re.compile(
    r"(?:(?:total|cumulative|net|capital|itd|since inception) )*(?:contributions|contributed)(?: itd)?"
)
REMAINING = re.compile(r"(?:still )?(?:remaining|to (?:be called|call)|remaining to (?:be called|call))")
ORIGINAL = re.compile(r"orig(?:inal)? face(?: (?:value|amount))?")
IDENTIFIERS = ("symbol", "cusip", "isin", "identifier")
OPENING = ("opening", "beginning", "starting", "start")
CLOSING = ("closing", "ending", "end")


def kind_of_table(roles: Sequence[str | None]) -> TableKind | None:
    """What a table with these column roles holds, or None where it is no table of ours."""
    have = set(roles)
    numbers = have & {"quantity", "price", "value", "cost"}
    named = have & {"description", "symbol", "identifier", "cusip", "isin"}
    moved = have & {"activity", "amount"}
    if have & {"sold", "deal"} or (moved and "value" not in have and have & {"activity", "date"}):
        return "activity"
    if {"amount", "date"} <= have and have & {"activity", "acquired"}:
        return "activity"
    if "amount" in have and "acquired" in have and not have & {"value", "cost"}:
        return "activity"
    if "activity" in have and have & {"date", "acquired"} and not {"quantity", "price", "value", "cost"} <= have:
        return "activity"
    if "acquired" in have and "quantity" in have and numbers & {"cost", "value", "price"} and not named:
        return "lots"
    if named and {"acquired", "quantity", "cost"} <= have and not have & {"value", "price"}:
        return "lots"
    if "quantity" in have and numbers & {"price", "value"} and named:
        return "holdings"
    if "quantity" in have and {"price", "value"} <= have:
        return "holdings"
    if named and "value" in have and (have & {"price", "cost", "commitment", "called", "unfunded", "crediting"}):
        return "holdings"
    committed = have & {"commitment", "nav_date"} and have & {"called", "unfunded"}
    if "value" in have and (committed or ("gain" in have and have & {"symbol", "cusip", "isin"})):
        return "holdings"
    if named and have & {"value"}:
        return "cash"
    return "other" if len(have - {None}) >= 2 or list(roles).count("other") >= 2 else None


def kind_without_values(roles: Sequence[str | None]) -> TableKind | None:
    """The same of a table that prints units and no value, or values and no units, for what a symbol names.

    Asked only of a file that holds no other table: units beside a symbol stand in tables of much else.
    """
    have = set(roles)
    kind = kind_of_table(roles)
    if kind not in ("other", "cash") or not have & {"symbol", "cusip", "isin"} or have & {"date", "activity", "amount"}:
        return kind
    if "quantity" in have:
        return "lots" if "acquired" in have else "holdings"
    return "holdings" if "value" in have else kind


def settled(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """One column for each role: the value of the latest date, a first column without a meaning is the name.

    The net asset value of a fund without units is its value, and no price.
    """
    labels = [column.label for column in columns]
    roles = with_terms(_with_flows(_with_close(_latest(columns), labels), columns), labels)
    if "quantity" not in roles and {"amount", "price", "value"} <= set(roles) and not {"activity", "date"} & set(roles):
        roles[roles.index("amount")] = "quantity"
    if roles.count("description") > 1 and "activity" not in roles and {"date", "amount"} <= set(roles):
        roles[len(roles) - 1 - roles[::-1].index("description")] = "activity"
    if "value" not in roles and "cost" in roles:
        roles = ["value" if bare_market(column.label) else role for column, role in zip(columns, roles, strict=True)]
    if "value" not in roles:
        surrender = [place for place, column in enumerate(columns) if LESS.search(plain_label(column.label))]
        roles = ["value" if place in surrender[:1] else role for place, role in enumerate(roles)]
    if _tells_purchases(roles):
        roles[roles.index("date")] = "acquired"
    if "value" not in roles and have_private(roles) and "price" in roles:
        roles[roles.index("price")] = "value"
    if "value" not in roles and "quantity" not in roles and roles.count("price") == 1:
        roles[roles.index("price")] = "value"
    roles = with_called(with_face(roles, labels), labels)
    if roles.count("account") == 1:
        bare = [
            role in (None, "other") and NUMBER.fullmatch(one.label) for role, one in zip(roles, columns, strict=True)
        ]
        roles = ["account" if told else role for role, told in zip(roles, bare, strict=True)]
    if roles.count("account") > 1:
        numbered = [re.search(r"\b(?:number|num|no|nbr)|#", column.label, re.I) for column in columns]
        roles = [
            "account_name" if role == "account" and any(numbered) and not told else role
            for role, told in zip(roles, numbered, strict=True)
        ]
    roles = _with_name(without_calls(roles, labels), labels)
    return tuple(replace(column, role=role) for column, role in zip(columns, roles, strict=True))


def _with_name(roles: list[str | None], labels: Sequence[str]) -> list[str | None]:
    """The roles with a column of names: the first one where none says so, or the one beside the numbers there."""
    if not roles or "description" in roles:
        return roles
    first, *rest = roles
    if first == "identifier" and "symbol" not in roles:
        return ["description", *rest]
    titled = first == "other" and is_section_heading(SHARE.sub("", labels[0]))
    if "quantity" not in roles and not have_private(roles):
        return roles
    if (first is None or titled) and not names_classes(labels[0]):
        return ["description", *rest]
    return [first, "description", *rest[1:]] if first in IDENTIFIERS and rest[:1] == [None] else roles


def with_terms(roles: Sequence[str | None], labels: Sequence[str]) -> list[str | None]:
    """The roles of a table with the gain of each term: both make the gain, or the one that names none is it."""
    gains = [place for place, role in enumerate(roles) if role == "gain"]
    terms = {place: found for place in gains if (found := TERM.search(labels[place]))}
    long = [place for place, found in terms.items() if found["long"]]
    if not long or len(long) == len(terms):
        return list(roles)
    if len(terms) < len(gains):
        return ["other" if place in terms else role for place, role in enumerate(roles)]
    return ["gain_more" if place in long else role for place, role in enumerate(roles)]


def _with_flows(roles: list[str | None], columns: Sequence[Column]) -> list[str | None]:
    """The roles of a table from an opening to a closing balance: that is the value, and what lies between is none."""
    labels = [column.label.lower().strip() for column in columns]
    first = next((place for place, label in enumerate(labels) if label in OPENING), None)
    last = next((place for place, label in enumerate(labels) if label in CLOSING), None)
    if first is None or last is None or first > last:
        return roles
    kept: list[str | None] = [
        role if place < first and role != "value" else "other" for place, role in enumerate(roles)
    ]
    kept[0] = "description" if first > 0 and not {"description", "symbol"} & set(kept[:first]) else kept[0]
    kept[last] = "value"
    return kept


def _with_close(roles: list[str | None], labels: Sequence[str]) -> list[str | None]:
    """The roles of a table of what was sold, `Open | Close | Proceeds`: the close is the day of that, and no price."""
    bought = "acquired" in roles and "amount" in roles and not {"quantity", "value"} & set(roles)
    closes = [plain_label(label) == "close" for label in labels]
    return ["sold" if bought and told else role for role, told in zip(roles, closes, strict=True)]


def _latest(columns: Sequence[Column]) -> list[str | None]:
    """The roles, of several values, prices or quantities only those of the latest day, or of no earlier period."""
    roles = with_positions([column.role for column in columns], [column.label for column in columns])
    for role in ("value", "price", "quantity"):
        same = [place for place, found in enumerate(roles) if found == role]
        days = [read_date(columns[place].label) or _day_of_month(columns[place].label) for place in same]
        past = [place for place in same if EARLIER.search(columns[place].label)]
        if len(same) > 1 and all(day is not None for day in days):
            latest = same[max(range(len(same)), key=lambda place: days[place] or date.min)]
            past = [place for place in same if place != latest]
        closing = [
            place for place, day in zip(same, days, strict=True) if day is None and _closes(columns[place].label)
        ]
        if not past and len(closing) == 1 and days.count(None) == 1:
            past = [place for place in same if place not in closing]
        if past and len(past) < len(same):
            roles = ["other" if place in past else found for place, found in enumerate(roles)]
    return _of_total_units(roles, columns)


def _closes(label: str) -> bool:
    """Whether a head tells what there is at the end: beside one of a day that is the later, `Value on June 30`."""
    return label.lower().startswith((*CLOSING, "current"))


def _of_total_units(roles: list[str | None], columns: Sequence[Column]) -> list[str | None]:
    """The roles, of several quantities that of all units held, `Total Shares`; of transactions that which moved."""
    same = [place for place, role in enumerate(roles) if role == "quantity"]
    whole = [place for place in same if TOTAL.match(columns[place].label)]
    if not whole or len(whole) == len(same):
        return roles
    moved = {"activity", "date", "amount"} & set(roles)
    gone = whole if moved else [place for place in same if place != whole[0]]
    return ["other" if place in gone else role for place, role in enumerate(roles)]


def with_called(roles: Sequence[str | None], labels: Sequence[str]) -> list[str | None]:
    """Beside a commitment, what was `Contributed` or `Paid in` is what was called, unless the head says cost.

    Beside both, what is no more than `Remaining` is what is still to be called.
    """
    if "commitment" not in roles:
        return [*roles]
    if "called" in roles:
        bare = [place for place, one in enumerate(labels) if REMAINING.fullmatch(plain_label(one))]
        alone = len(bare) == 1 and "unfunded" not in roles and roles[bare[0]] is None
        return ["unfunded" if alone and at in bare else role for at, role in enumerate(roles)]
    paid = (place for place, role in enumerate(roles) if role == "cost" and not COST.search(labels[place]))
    given = (place for place, label in enumerate(labels) if CONTRIBUTED.fullmatch(plain_label(label)))
    place = next(paid, next(given, None))
    return ["called" if at == place else role for at, role in enumerate(roles)]


def with_positions(roles: Sequence[str | None], labels: Sequence[str]) -> list[str | None]:
    """`Position` beside another head of units is the name, where no head says that of a name."""
    bare = [place for place, label in enumerate(labels) if plain_label(label) == "position"]
    told = len(bare) == 1 and "description" not in roles and roles.count("quantity") > 1
    return ["description" if told and at in bare else role for at, role in enumerate(roles)]


def with_face(roles: Sequence[str | None], labels: Sequence[str]) -> list[str | None]:
    """The original face is the quantity of a table that prints no other, beside the factor of what is left of it."""
    faces = [place for place, label in enumerate(labels) if ORIGINAL.fullmatch(plain_label(label))]
    alone = len(faces) == 1 and "quantity" not in roles and "value" in roles
    return ["quantity" if alone and at in faces else role for at, role in enumerate(roles)]


def _tells_purchases(roles: Sequence[str | None]) -> bool:
    """Whether a bare `Date` is the day of purchase: holdings that tell what was paid, the day not that of a price."""
    if "date" not in roles or {"acquired", "activity", "amount"} & set(roles) or kind_of_table(roles) != "holdings":
        return False
    place = roles.index("date")
    return bool({"cost", "unit_cost"} & set(roles)) and (place == 0 or roles[place - 1] != "price")


def bare_market(label: str) -> bool:
    """Whether a head says only `Market`: beside a cost that is the value."""
    return plain_label(label) in ("market", "mkt", "current market")


def have_private(roles: Sequence[str | None]) -> bool:
    """Whether these are the columns of private funds, whose net asset value is the value held and not a price."""
    return "quantity" not in roles and any(role in roles for role in ("commitment", "called", "unfunded"))


def _day_of_month(label: str) -> date | None:
    """A day without a year, `on Nov 30`, as a day of a leap year: enough to tell which of two labels is later."""
    return read_date(f"{label} 2000") if re.search(r"[A-Za-z]{3,9}\.? \d{1,2}$", label) else None
