"""Which lines of an account a printed sum runs over: those whose path of headings has its name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from core.domain.statement import StatementAccount, StatementLine
from core.ingest.lexicon.sections import section_key

Lines = list[StatementLine]
Sections = Mapping[str, Lines]
Amounts = Callable[[Iterable[StatementLine]], list[Decimal]]
Ties = Callable[[Sequence[Decimal]], bool]


def sections_of(account: StatementAccount) -> Sections:
    """The lines under each heading, by its key; all of them under the empty one."""
    found: dict[str, list[StatementLine]] = {"": list(account.positions)}
    for line in account.positions:
        for key in path_of(line):
            found.setdefault(key, []).append(line)
    return found


def under(sections: Sections, name: str) -> list[StatementLine]:
    """The lines that stand under a heading, whatever headings stand over or under it."""
    key = section_key(name)
    return sections.get(key, []) if key or not name else []


def summed_under(sections: Sections, name: str, amounts_of: Amounts, ties: Ties) -> Lines:
    """The lines under a heading that a sum of its name runs over.

    A class may bear the name of a part of another one, bonds beside the bonds among funds: the sum is of the first
    or of the second where only the one ties.
    """
    lines = under(sections, name)
    if ties(amounts_of(lines)):
        return lines
    key = section_key(name)
    outer = [line for line in lines if section_key(line.section.split(" / ")[0]) == key]
    inner = [line for line in lines if line not in outer]
    parts = (some for some in (outer, inner) if some and len(some) < len(lines))
    return next((some for some in parts if ties(amounts_of(some))), lines)


def values_of(lines: Iterable[StatementLine]) -> list[Decimal]:
    """The values that lines tell."""
    return [line.market_value for line in lines if line.market_value is not None]


def costs_of(lines: Iterable[StatementLine]) -> list[Decimal]:
    """The costs that lines tell."""
    return [line.cost_basis for line in lines if line.cost_basis is not None]


def path_of(line: StatementLine) -> frozenset[str]:
    """The keys of the headings that a line stands under."""
    return _keys(line.section)


@lru_cache(maxsize=4096)
def _keys(section: str) -> frozenset[str]:
    return frozenset({section_key(part) for part in section.split(" / ")} - {""})
