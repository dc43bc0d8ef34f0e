"""Rows that print less than the rows beside them: a symbol, a price, a cost or lots that may have been overlooked.

Nothing on a page proves that a name, a cost or a lot was read, since no sum runs over it. So a row that lacks what most
rows like it have, a share without any identifier, and one symbol under two names are flagged for a person to look at;
the account's proof stays what its sums make it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.domain.frozen_map import FrozenMap
from core.domain.statement import StatementLine
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.identifiers import is_bare_ticker
from core.ingest.lexicon.vocabulary import NUMBERS, known_role, role_of

MOST = 0.6
FAMILIES = {
    "stock": "shares", "etf": "shares", "preferred": "shares", "mutual_fund": "shares", "bond": "debt",
    "structured_note": "debt", "other": "shares",
}  # fmt: skip
LISTED = ("stock", "etf", "preferred")
FIELDS = ("symbol", "price", "cost_basis", "lots")
Read = tuple[bool, bool, bool, bool]
FIRST_LETTERS = 8
UNLISTED = re.compile(r"\bL\.? ?P\b|\bL\.?L\.?C\b|\bpartnership\b", re.I)


def with_unlike(lines: Sequence[StatementLine], as_of: date | None = None) -> list[StatementLine]:
    """The lines with a doubt, without another reading, for each thing that they lack and most of their like have.

    So are lots that were bought after the day of the statement.
    """
    families = [_family(line) for line in lines]
    read = [_has(line) for line in lines]
    usual = {family: _usual(family, families, read, lines) for family in {*families} - {""}}
    shared = _shared_symbols([line for line, family in zip(lines, families, strict=True) if family == "shares"])
    return [
        _noted(line, has, usual[family], shared, as_of) if family else line
        for line, family, has in zip(lines, families, read, strict=True)
    ]


def _family(line: StatementLine) -> str:
    """The kind of things held by units that the line belongs to; empty for what has no units."""
    return FAMILIES.get(line.asset_type, "") if line.quantity is not None else ""


def _noted(line: StatementLine, has: Read, usual: Read, shared: frozenset[str], as_of: date | None) -> StatementLine:
    found = [
        name
        for name, there, often in zip(FIELDS, has, usual, strict=True)
        if often and not there and name not in line.source.fields
    ]
    strange = any(lot.quantity is None or (lot.acquired and as_of and lot.acquired > as_of) for lot in line.lots)
    if strange and not line.doubts and "lots" not in found:
        found.append("lots")
    if _is_label(line.description):
        found.append("description")
    if line.symbol in shared or (not has[0] and is_bare_ticker(line.description) and "symbol" not in found):
        found.append("symbol")
    if not found:
        return line
    new = {name: "" for name in found if name not in line.doubts}
    return replace(line, doubts=FrozenMap({**line.doubts, **new})) if new else line


def _is_label(name: str) -> bool:
    """Whether what was read as a name is the label of a column or a figure, `% of Total`."""
    label = known_role(name) in NUMBERS or (name.startswith("%") and role_of(name) == "other")
    return label or read_amount(name) is not None


def _has(line: StatementLine) -> Read:
    """Whether each of FIELDS was read; any identifier does for the symbol."""
    named = bool(line.symbol or line.cusip or line.isin) or _is_unlisted(line)
    return named, line.price is not None, line.cost_basis is not None, bool(line.lots)


def _usual(family: str, families: Sequence[str], read: Sequence[Read], lines: Sequence[StatementLine]) -> Read:
    """What most lines of a family have; where stocks are among them, which always have one, an identifier too."""
    own = [has for has, one in zip(read, families, strict=True) if one == family]
    named, price, cost, lots = (sum(column) > MOST * len(own) for column in zip(*own, strict=True))
    kinds = [line.asset_type in LISTED for line, one in zip(lines, families, strict=True) if one == family]
    listed = family == "shares" and 2 * sum(kinds) > len(kinds)
    return named or listed, price, cost, lots


def _is_unlisted(line: StatementLine) -> bool:
    """Whether the name is that of a partnership, whose units have no symbol."""
    return line.asset_type == "other" and UNLISTED.search(line.description) is not None


def _shared_symbols(lines: Sequence[StatementLine]) -> frozenset[str]:
    """Symbols that stand beside names which begin differently."""
    names: dict[str, set[str]] = {}
    for line in lines:
        names.setdefault(line.symbol or "", set()).add(line.description.upper()[:FIRST_LETTERS])
    return frozenset(symbol for symbol, beside in names.items() if symbol and len(beside) > 1)
