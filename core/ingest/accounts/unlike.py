"""Rows that print less than the rows beside them: a symbol, a price, a cost or lots that may have been overlooked.

Nothing on a page proves that a name, a cost or a lot was read, since no sum runs over it. So a row that lacks what most
rows like it have, a share without any identifier, and one symbol under two names are flagged for a person to look at;
the account's proof stays what its sums make it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.domain.frozen_map import FrozenMap
from core.domain.statement import StatementLine

MOST = 0.6
FAMILIES = {
    "stock": "shares", "etf": "shares", "preferred": "shares", "mutual_fund": "shares", "bond": "debt",
    "structured_note": "debt", "other": "shares",
}  # fmt: skip
LISTED = ("stock", "etf", "preferred")
FIRST_LETTERS = 8
UNLISTED = re.compile(r"\bL\.? ?P\b|\bL\.?L\.?C\b|\bpartnership\b", re.I)


def with_unlike(lines: Sequence[StatementLine]) -> list[StatementLine]:
    """The lines with a doubt, without another reading, for each thing that they lack and most of their like have."""
    alike: dict[str, list[StatementLine]] = {}
    for line in lines:
        if family := _family(line):
            alike.setdefault(family, []).append(line)
    usual = {family: _usual(found) for family, found in alike.items()}
    shared = _shared_symbols(alike.get("shares", ()))
    return [_noted(line, usual[family], shared) if (family := _family(line)) else line for line in lines]


def _family(line: StatementLine) -> str:
    """The kind of things held by units that the line belongs to; empty for what has no units."""
    return FAMILIES.get(line.asset_type, "") if line.quantity is not None else ""


def _noted(line: StatementLine, usual: Mapping[str, bool], shared: frozenset[str]) -> StatementLine:
    has = _has(line)
    found = [name for name, there in has.items() if not there and usual[name] and name not in line.source.fields]
    if line.symbol in shared:
        found.append("symbol")
    new = {name: "" for name in found if name not in line.doubts}
    return replace(line, doubts=FrozenMap({**line.doubts, **new})) if new else line


def _has(line: StatementLine) -> dict[str, bool]:
    """What of a line was read, by the name of its field; any identifier does for the symbol."""
    return {
        "symbol": bool(line.symbol or line.cusip or line.isin) or _is_unlisted(line),
        "price": line.price is not None,
        "cost_basis": line.cost_basis is not None,
        "lots": bool(line.lots),
    }


def _is_unlisted(line: StatementLine) -> bool:
    """Whether the name is that of a partnership, whose units have no symbol."""
    return line.asset_type == "other" and UNLISTED.search(line.description) is not None


def _usual(lines: Sequence[StatementLine]) -> dict[str, bool]:
    """What most of the lines have; beside stocks, which always have one, an identifier in any case."""
    read = [_has(line) for line in lines]
    usual = {name: sum(one[name] for one in read) > MOST * len(read) for name in read[0]}
    return usual | {"symbol": usual["symbol"] or any(line.asset_type in LISTED for line in lines)}


def _shared_symbols(lines: Sequence[StatementLine]) -> frozenset[str]:
    """Symbols that stand beside names which begin differently."""
    names: dict[str, set[str]] = {}
    for line in lines:
        names.setdefault(line.symbol or "", set()).add(line.description.upper()[:FIRST_LETTERS])
    return frozenset(symbol for symbol, beside in names.items() if symbol and len(beside) > 1)
