"""What a printed sum is the sum of: by its name, else by what stands between it and the sum before it."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.statement import StatementLine
from core.ingest.accounts.balances import sums_balances
from core.ingest.accounts.draft import ZERO, Draft, FirstSum
from core.ingest.lexicon.sections import is_section_heading, kind_of_section, section_key
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.nouns.events import Total
from core.ingest.proof.prove import ties_to

MOST_SUMMED, INDENT = 400, 3.0


def scope_of(draft: Draft, name: str, amount: Decimal | None) -> str | None:
    """The section that a printed sum closes, empty for everything; lines without one get the sum's name.

    None where the sum closes nothing that is new: what it is the sum of is only known at the end.
    """
    key = section_key(name)
    everything = [line.market_value for line in draft.lines if line.market_value is not None]
    if not key:
        return _of_plain(draft, amount, everything)
    paths = [
        part
        for path in dict.fromkeys(line.section for line in reversed(draft.lines))
        for part in reversed(path.split(" / "))
        if part
    ]
    if exact := next((part for part in paths if section_key(part) == key), None):
        return _of_part(draft, exact, amount)
    if like := next((part for part in paths if _alike(section_key(part), key)), None):
        under = sum((line.market_value or ZERO for line in draft.lines if _stands_in(line, like)), ZERO)
        return None if amount is not None and amount != under and _is_known_sum(draft, amount) else like
    if not draft.lines[draft.covered :] and amount is not None and ties_to(amount, sum(everything, ZERO), everything):
        return ""
    fresh = [line.market_value or ZERO for line in draft.lines[draft.covered :]]
    if not fresh or (amount is not None and amount != sum(fresh, ZERO) and _is_known_sum(draft, amount)):
        return None
    return _tagged(draft, name)


def over_its_rows(draft: Draft, section: str, name: str, amount: Decimal | None) -> str:
    """The section whose sum stands right under its heading, before its rows; empty where it sums what stands above."""
    opened = section.split(" / ")[-1]
    if not opened or section_key(opened) != section_key(name) or any(_stands_in(line, opened) for line in draft.lines):
        return ""
    fresh = sum((line.market_value or ZERO for line in draft.lines[draft.covered :]), ZERO)
    return opened if amount is not None and amount != fresh else ""


def _of_part(draft: Draft, name: str, amount: Decimal | None) -> str:
    """The section of that name; a name of its own where the same section stands again in another part of the account.

    `Cash and Short Term` of the principal and of the income, each with its own sum.
    """
    held = [place for place, line in enumerate(draft.lines) if _stands_in(line, name)]
    times, closed = draft.closed.get(name, (0, 0))
    fresh = [place for place in held if place >= closed]
    worths = [[draft.lines[place].market_value or ZERO for place in places] for places in (fresh, held)]
    again = bool(closed) and amount is not None and sum(worths[0], ZERO) == amount != sum(worths[1], ZERO)
    draft.closed[name] = (times + 1, len(draft.lines))
    if not again:
        return name
    own = f"{name}, part {times + 1}"
    _rename(draft, fresh, name, own)
    return own


def as_held(draft: Draft, name: str, amount: Decimal | None) -> Decimal | None:
    """The printed sum of a section with the sign of what it sums: that of short positions is printed without one."""
    under = [line.market_value for line in draft.lines if _stands_in(line, name) and line.market_value]
    owed = bool(under) and all(value < 0 for value in under)
    return -abs(amount) if name and owed and amount is not None else amount


def spread(draft: Draft, name: str, amount: Decimal | None) -> None:
    """A section whose sum is not that of its lines, but of all from its first line on, holds those too.

    `Equity Securities` over large caps, then funds under headings as large as its own, then `Total Equity Securities`.
    """
    first = next((place for place, line in enumerate(draft.lines) if _stands_in(line, name)), None)
    if first is None or amount is None:
        return
    run = draft.lines[first:]
    own = [line.market_value or ZERO for line in run if _stands_in(line, name)]
    held = [line.market_value or ZERO for line in run]
    if ties_to(amount, sum(own, ZERO), own) or not ties_to(amount, sum(held, ZERO), held):
        return
    draft.lines[first:] = [
        line if _stands_in(line, name) else replace(line, section=f"{name} / {line.section}".strip(" /"))
        for line in run
    ]


def _tagged(draft: Draft, name: str) -> str:
    """The name, given as a section to the lines that no sum has closed yet."""
    for place in range(draft.covered, len(draft.lines)):
        line = draft.lines[place]
        draft.lines[place] = replace(line, section=f"{line.section} / {name}" if line.section else name)
    return name


def is_sum_above(draft: Draft, line: StatementLine) -> bool:
    """Whether a row without quantity and price is the sum of the rows above it, whatever it is called.

    Its value is that of at least two of the last rows, to the cent, and so is its cost where it prints one.
    """
    if line.quantity is not None or line.price is not None or not line.market_value or line.commitment is not None:
        return False
    value, cost = ZERO, ZERO
    for count, above in enumerate(reversed(draft.lines[-MOST_SUMMED:]), start=1):
        value += above.market_value or ZERO
        cost += above.cost_basis or ZERO
        if count > 1 and value == line.market_value:
            return line.cost_basis is None or line.cost_basis == cost
    return False


def take_valued(draft: Draft, line: StatementLine) -> None:
    """The last row came in as `line`: one of a value alone may be the heading of the rows under it, with their sum."""
    alone = line.quantity is None and line.price is None and bool(line.market_value)
    if alone and draft.head is not None and line.asset_type == "cash":
        _fold_head(draft)
    if alone and (
        is_section_heading(line.description) or (line.asset_type != "cash" and not _is_under_head(draft, line))
    ):
        draft.head = len(draft.lines) - 1
    else:
        _fold_head(draft)


def _is_under_head(draft: Draft, line: StatementLine) -> bool:
    """Whether a row with a value alone is in the last such row: that is named like a class, or stands left of it."""
    if draft.head is None:
        return False
    head = draft.lines[draft.head]
    ours, theirs = line.source.box, head.source.box
    deeper = ours is not None and theirs is not None and ours[0] > theirs[0] + INDENT
    return is_section_heading(head.description) or (deeper and line.source.page == head.source.page)


def _fold_head(draft: Draft) -> None:
    """A row of a value alone that is the sum of the rows under it is their heading, `Stock Investments $718,542.58`."""
    place = draft.head
    if place is None or place + 1 >= len(draft.lines):
        return
    head, under = draft.lines[place], draft.lines[place + 1 :]
    if len(under) > MOST_SUMMED:
        draft.head = None
    elif sum((line.market_value or ZERO for line in under), ZERO) == head.market_value:
        name = head.description.replace(" / ", "/")
        section = f"{head.section} / {name}" if head.section else name
        kinds = [head.asset_type if head.asset_type == "cash" else line.asset_type for line in under]
        draft.lines[place:] = [
            replace(line, section=section, asset_type=kind) for line, kind in zip(under, kinds, strict=True)
        ]
        draft.subtotals.append((name, head.market_value or ZERO))
        draft.covered, draft.head = len(draft.lines), None


def is_cash_apart(draft: Draft, name: str) -> bool:
    """Whether a sum of that name is of cash, and no line of cash or under such a heading was read: it is the cash."""
    if kind_of_section(name) != "cash" or not re.match(r"(?:net )?cash\b", name, re.I):
        return False
    key = section_key(name)
    paths = {section_key(part) for line in draft.lines for part in line.section.split(" / ")}
    return key not in paths and not any(line.asset_type in ("cash", "money_market") for line in draft.lines)


def is_cash_again(draft: Draft, total: Total, amount: Decimal) -> bool:
    """Whether a sum is that of cash which stands beside the lines and was told before: it sums none of them.

    It is named like cash, or sums a table of balances that are all cash and bears no other name.
    """
    key = section_key(total.name)
    parts = [line.market_value for table, line in draft.balances if table == total.table]
    summed = sums_balances(draft, total.table, amount) and all(part in draft.cash for part in parts)
    named = kind_of_section(total.name) in ("cash", "money_market")
    held = bool(key) and any(key in map(section_key, line.section.split(" / ")) for line in draft.lines)
    return not held and ((named and amount in draft.cash) or (summed and (named or not key)))


def covers_all(draft: Draft, name: str) -> bool:
    """Whether every line stands under that section, so that its sum is that of everything."""
    key = section_key(name)
    return bool(draft.lines) and all(
        key in {section_key(part) for part in line.section.split(" / ")} for line in draft.lines
    )


def _of_plain(draft: Draft, amount: Decimal | None, everything: Sequence[Decimal]) -> str:
    """The section of a `Total` without a name: everything where that ties, else the one that has just ended.

    Where it ties with neither, it is that to which it lies nearer.
    """
    if amount is None or ties_to(amount, sum(everything, ZERO), everything):
        return ""
    fresh = draft.lines[draft.covered :]
    section = fresh[-1].section.split(" / ")[-1] if fresh else ""
    under = [line.market_value for line in draft.lines if section and _stands_in(line, section)]
    values = [value for value in under if value is not None]
    worth = [line.market_value or ZERO for line in fresh]
    if draft.covered and not ties_to(amount, sum(values, ZERO), values) and ties_to(amount, sum(worth, ZERO), worth):
        return _tagged(draft, f"holdings {draft.covered + 1} to {len(draft.lines)}")
    nearer = abs(amount - sum(everything, ZERO)) < abs(amount - sum(values, ZERO))
    if draft.covered and nearer and not ties_to(amount, sum(values, ZERO), values):
        return ""
    return section if section and (draft.covered or ties_to(amount, sum(values, ZERO), values)) else ""


def settle_loose(draft: Draft) -> None:
    """Sums that closed nothing new: fine where they are those of sections side by side, else they do not tie."""
    draft.subtotals.extend(
        (name, amount) for name, amount in draft.loose_sums if _is_worth(name) and not _is_known_sum(draft, amount)
    )


def settle_closed(draft: Draft) -> None:
    """A section that its sum closed takes no lines behind it: those under the same name are in another one.

    `Domestic Equity` with its sum, then `Open-End Funds` over `Domestic Equity`.
    """
    sums = dict(draft.subtotals)
    for name, (times, end) in draft.closed.items():
        own = [line.market_value or ZERO for line in draft.lines[:end] if _stands_in(line, name)]
        later = [place for place in range(end, len(draft.lines)) if _stands_in(draft.lines[place], name)]
        if later and own and name in sums and ties_to(sums[name], sum(own, ZERO), own):
            _rename(draft, later, name, f"{name}, part {times + 1}")


def _rename(draft: Draft, places: Sequence[int], name: str, own: str) -> None:
    """Lines under a heading under another name of it."""
    for place in places:
        parts = [own if part == name else part for part in draft.lines[place].section.split(" / ")]
        draft.lines[place] = replace(draft.lines[place], section=" / ".join(parts))


def _is_worth(name: str) -> bool:
    """Whether a sum may be one of values: `Estimated annual income` is another column's."""
    return kind_of_section(name) is not None or role_of(name) in (None, "value")


def _is_known_sum(draft: Draft, amount: Decimal) -> bool:
    """Whether sections side by side are worth that, with or without the account's cash."""
    sought = {amount, *(amount - cash for cash in (*draft.cash, *draft.weak_cash))}
    runs = itertools.groupby(draft.lines, key=lambda line: line.section)
    before = {ZERO}
    for worth in itertools.accumulate(sum((line.market_value or ZERO for line in run), ZERO) for _, run in runs):
        if any(worth - part in before for part in sought):
            return True
        before.add(worth)
    return False


def settle_first(draft: Draft) -> None:
    """Sums of all that stood before them: where more came later, the lines up to there become a section.

    The sum of a summary between tables, `Cash & Fixed Income Summary`, is that of its own balances.
    """
    own = [one for one in draft.first_sums if one.count == len(draft.lines) or not one.summary]
    for first in (one for one in own if not _is_of_account(draft, one)):
        name = "" if first.count == len(draft.lines) else f"first {first.count} holdings"
        for place in range(first.count) if name else ():
            line = draft.lines[place]
            if not _stands_in(line, name):
                draft.lines[place] = replace(line, section=f"{line.section} / {name}" if line.section else name)
        draft.subtotals += [(name, first.value)] if first.value is not None else []
        draft.cost_subtotals += [(name, first.cost)] if first.cost is not None else []


def _is_of_account(draft: Draft, first: FirstSum) -> bool:
    """Whether a sum is that of the whole account, more of which stands behind it: private funds below all else."""
    worths = [line.market_value or ZERO for line in draft.lines]
    if first.value is None or first.count == len(draft.lines) or sum(worths[: first.count]) == first.value:
        return False
    whole, told = sum(worths, ZERO), {fact.amount for fact in draft.totals}
    return first.value in told and first.value in {whole, *(whole + cash for cash in draft.cash)}


def _alike(heading: str, total: str) -> bool:
    """Whether a total's name and a heading share their words, one holding the other."""
    ours, theirs = set(heading.split()), set(total.split())
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _stands_in(line: StatementLine, name: str) -> bool:
    """Whether a line stands under the heading of that name."""
    return name in line.section and name in line.section.split(" / ")
