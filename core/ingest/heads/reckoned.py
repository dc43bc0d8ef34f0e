"""Columns named by arithmetic: where heads do not say what is quantity, price and value, the rows do.

Three columns of numbers with a x b = c on nearly all rows are quantity, price and value. Heads that are understood
stay what they are; only a column whose head says nothing, or says the name a second time, is given a role.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.ingest.heads.assign import assign, tokens_of
from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.figures import ties_at_any
from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line

ROLES = ("quantity", "price", "value")
LEAST, SHARE = 2, 0.7
MOST_ROWS = 40
Numbers = dict[int, Decimal]


def reckoned(header: Header, below: Sequence[Line]) -> Header:
    """The header, its nameless columns named by the rows below where these leave no doubt."""
    roles = [column.role for column in header.columns]
    open_places = _open_places(roles)
    if header.kind in ("lots", "activity") or set(ROLES) <= set(roles) or not open_places:
        return header
    trial = tuple(
        replace(column, role=None) if place in open_places else column for place, column in enumerate(header.columns)
    )
    rows = [found for line in below[:MOST_ROWS] if len(found := _numbers(line, trial)) >= 2]
    best = _best(roles, open_places, rows)
    if best is None:
        return header
    for place, role in best.items():
        trial = (*trial[:place], replace(trial[place], role=role), *trial[place + 1 :])
    columns = tuple(
        column if place in best else old for place, (old, column) in enumerate(zip(header.columns, trial, strict=True))
    )
    kind = kind_of_table([column.role for column in columns])
    return replace(header, columns=columns, kind=kind or header.kind)


def _open_places(roles: Sequence[str | None]) -> list[int]:
    names = [place for place, role in enumerate(roles) if role == "description"]
    return [place for place, role in enumerate(roles) if role is None] + (names if len(names) > 1 else [])


def _numbers(line: Line, columns: Sequence[Column]) -> Numbers:
    found = assign(tokens_of(line.words, columns), columns).cells
    read = {place: read_amount(token.text) for place, token in found.items() if token.kind == "number"}
    return {place: amount.value for place, amount in read.items() if amount is not None and not amount.percent}


def _best(roles: Sequence[str | None], open_places: Sequence[int], rows: Sequence[Numbers]) -> dict[int, str] | None:
    """Roles for the open columns with which quantity x price = value on most rows; None where no choice does."""
    fixed = {role: roles.index(role) for role in ROLES if role in roles}
    missing = [role for role in ROLES if role not in fixed]
    for places in itertools.permutations(open_places, len(missing)):
        given = dict(zip(missing, places, strict=True))
        triple = [{**fixed, **given}[role] for role in ROLES]
        full = [[row[place] for place in triple] for row in rows if set(triple) <= set(row)]
        good = sum(_ties(*numbers) for numbers in full)
        if good >= LEAST and good >= SHARE * len(full):
            return _told_apart(given, rows)
    return None


def _told_apart(given: dict[str, int], rows: Sequence[Numbers]) -> dict[int, str] | None:
    """The roles by place. A product does not say which factor is the quantity: the one in whole numbers more often is.

    None where two nameless factors are whole equally often.
    """
    named = {place: role for role, place in given.items()}
    if not {"quantity", "price"} <= set(given):
        return named
    one, two = (sum(_is_whole(row.get(given[role])) for row in rows) for role in ("quantity", "price"))
    if one == two:
        return None
    return named if one > two else {**named, given["quantity"]: "price", given["price"]: "quantity"}


def _is_whole(number: Decimal | None) -> bool:
    return number is not None and number == number.to_integral_value()


def _ties(quantity: Decimal, price: Decimal, value: Decimal) -> bool:
    return bool(quantity and price and value) and ties_at_any(quantity, price, value)
