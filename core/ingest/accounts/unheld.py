"""Printed sums of groups of holdings of which nothing was read: the account is not proven without them.

Where lines were read, asked only if no total of the account is printed as such: a total that ties leaves no room for a
group that was lost.
"""

import itertools
from collections import Counter
from decimal import Decimal

from core.domain.statement import StatementLine
from core.ingest.accounts.by_sums import FLOW, SECURITY
from core.ingest.accounts.draft import ZERO, Draft
from core.ingest.lexicon.sections import (
    CONTINUED,
    COUNTED,
    is_section_heading,
    kind_of_section,
    section_key,
    total_name,
)

TWICE = 2
MOST_ALIKE = 2
"""Of no more lines one may be worth what the other is."""
FEW_LETTERS = 12
"""Of so many letters what is left of a name is known."""
CASH = ("cash", "money_market", None)


def unheld(draft: Draft) -> list[str]:
    """A sentence for each printed sum of a kind of securities under which no line stands and which no lines make up."""
    if not draft.lines:
        return _classes(draft)
    told = [(total_name(fact.text) or "", fact.amount, str(fact.where)) for fact in draft.money]
    told += [(name, amount, "") for name, amount in (*draft.early_sums, *draft.loose_sums)]
    told = [one for one in told if one[1]]
    if not told:
        return []
    known = _known(draft)
    keys = {section_key(part) for line in draft.lines for part in line.section.split(" / ")}
    found = {
        name: f"{where}: the printed sum of {name}, {amount:,}, is that of no holdings read".lstrip(": ")
        for name, amount, where in told
        if amount and amount not in known and section_key(name) not in keys and _is_group(name)
        if not _is_of_run(draft, amount) and not _is_of_one(draft, name, amount)
    }
    return list(found.values())


def cash_untold(draft: Draft) -> list[str]:
    """A sentence for an amount that may be cash and is printed again as a sum, where nothing tells whether it counts.

    Asked where no total of the account is printed as such, and no cash was found.
    """
    told = [amount for amount in draft.weak_cash if amount > 0]
    held = any(line.asset_type in CASH for line in draft.lines)
    if held or not draft.lines or draft.totals or any(draft.cash):
        return []
    (amount, times), *_ = Counter(told).most_common(1) or [(ZERO, 0)]
    values = [line.market_value for line in draft.lines]
    if times < TWICE or amount in values:
        return []
    return [f"{amount:,} may be cash, and no total of the account tells whether it counts"]


def cut_off(draft: Draft) -> list[str]:
    """A sentence for each row that says it goes on from another, and that was read as a holding without identifiers."""
    bare = (line for line in draft.lines if not (line.symbol or line.cusip or line.isin))
    cut = [line.description for line in bare if CONTINUED.search(line.description)]
    return [f"{name} goes on from a row that was not found" for name in cut]


def held_twice(draft: Draft) -> list[str]:
    """A sentence for each security that stands in two tables of a page's account, where no total tells what is held.

    One of both may list what was held before, or what is proposed.
    """
    if draft.totals:
        return []
    seen: dict[str, set[tuple[str, Decimal | None]]] = {}
    for line in draft.lines:
        key = line.symbol or line.cusip or line.isin
        if key and line.source.page is not None and line.asset_type not in CASH:
            seen.setdefault(key, set()).add((line.section, line.quantity))
    twice = [key for key, places in seen.items() if len({section for section, _ in places}) > 1]
    return [f"{key} is listed twice, and no total of the account tells whether both are held" for key in twice]


def valued_apart(draft: Draft) -> list[str]:
    """A sentence for each private fund or contract that is listed with a value alone under its heading, and not read.

    A total that ties without it may be that of the other holdings.
    """
    values = {line.market_value for line in draft.lines} | {amount for _, amount in draft.subtotals}
    names = {line.description for line in draft.lines}
    missing = [
        line
        for table, line in draft.balances
        if table in draft.valued_apart and line.market_value and line.market_value not in values
        if SECURITY.search(line.description) and not FLOW.search(line.description) and line.description not in names
        if not is_section_heading(line.description)
    ]
    return [f"{line.description} is listed at {line.market_value:,}, and was not read" for line in missing]


def may_be_sum(draft: Draft) -> list[str]:
    """A sentence for a line of a value alone that is worth what all others are together, where no total is printed.

    It may be their sum under the name of the account.
    """
    values = [line.market_value for line in draft.lines]
    known = [value for value in values if value is not None]
    printed = {*draft.balance_sums, *(one.value for one in draft.first_sums)}
    printed |= {amount for _, amount in (*draft.subtotals, *draft.loose_sums)}
    if draft.totals or len(known) <= MOST_ALIKE or sum(known, ZERO) in printed:
        return []
    half = sum(known, ZERO) / 2
    alone = [line for line in draft.lines if line.quantity is None and line.price is None and line.market_value == half]
    return [f"{line.description} is worth what all other rows are together, and may be their sum" for line in alone]


def parted(draft: Draft) -> list[str]:
    """A sentence where tables each end in a bare sum, and neither a number nor a total makes one account of them.

    In a file without pages a number makes none either: it stands over the first, and what stands over the next may
    be the title of an account that is not understood.
    """
    names = {name for name, _ in draft.subtotals}
    counted = [name for name in names if COUNTED.fullmatch(name) and ", part" not in name]
    apart = [*counted, *(name for name in names if name not in counted and kind_of_section(name) is None)]
    on_pages = any(line.source.page is not None for line in draft.lines)
    if (draft.number and on_pages) or draft.totals or "" in names or not counted or len(apart) < TWICE:
        return []
    return [f"{len(apart)} sums each close a part of the holdings, and nothing tells that they are of one account"]


def _classes(draft: Draft) -> list[str]:
    """A sentence for each class of securities that a summary says is held, and for a sum of more than the total.

    Asked where nothing but cash was read.
    """
    found = {
        fact.text: f"{fact.where}: {fact.text} of {fact.amount:,} are told, and no holding was read".lstrip(": ")
        for fact in draft.money
        if fact.amount and is_section_heading(fact.text) and _is_group(fact.text)
    }
    most = max((fact.amount for fact in draft.totals if fact.amount is not None), default=ZERO)
    sums = [amount for amount in draft.balance_sums if draft.totals and amount > most]
    return [*found.values(), *(f"a sum of {amount:,} is told, and no holding was read" for amount in sums[:1])]


def _is_group(name: str) -> bool:
    """Whether a sum of this name is that of securities held, and of no flow."""
    return bool(name) and kind_of_section(name) not in CASH and FLOW.search(name) is None


def _known(draft: Draft) -> set[Decimal]:
    """Amounts that are accounted for: sums that were taken, what each kind of line is worth, their costs and gains."""
    sums = {amount for _, amount in (*draft.subtotals, *draft.cost_subtotals)}
    parts = ("market_value", "cost_basis", "gain", "accrued")
    for kind in {line.asset_type for line in draft.lines}:
        own = [line for line in draft.lines if line.asset_type == kind]
        sums |= {_sum(own, part) for part in parts}
    return sums | {_sum(draft.lines, part) for part in parts}


def _is_of_run(draft: Draft, amount: Decimal) -> bool:
    """Whether several lines that follow each other are worth an amount: the sum of sections of different kinds."""
    sums = [ZERO, *itertools.accumulate(line.market_value or ZERO for line in draft.lines)]
    places = {total: place for place, total in enumerate(sums)}
    return any(places.get(total + amount, 0) - place > 1 for place, total in enumerate(sums))


def _is_of_one(draft: Draft, name: str, amount: Decimal) -> bool:
    """Whether a sum is that of the lots of one security: its name, which may be cut off, and what that is worth."""
    words = name.casefold()
    own = [line for line in draft.lines if line.description.casefold().startswith(words) and len(words) >= FEW_LETTERS]
    return any(amount in (line.market_value, line.cost_basis, line.quantity) for line in own)


def _sum(lines: list[StatementLine], part: str) -> Decimal:
    return sum((getattr(line, part) or ZERO for line in lines), ZERO)
