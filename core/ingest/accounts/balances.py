"""Tables of names and balances alone: positions where nothing else is listed and a printed sum holds them together.

A list of asset classes, of flows, of contribution sources or of accounts looks the same and is none.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.statement import StatementLine
from core.ingest.accounts.draft import ZERO, Draft
from core.ingest.lexicon.sections import ONE_FUND, is_section_heading
from core.ingest.owners.kinds_told import PLAINLY

FEW = 3
SAVED = re.compile(r"(?:\w+ )?(?:savings?|checking|money market (?:savings|account)|cash)\b(?!.*\bfund)", re.I)
FLOW = re.compile(
    r"(?:beginning|opening|ending|closing|net|total|contributions?|withdrawals?|deposits?|additions?|change|gains?|"
    r"loss|fees?|dividends?|interest|transfers?|earnings?|expenses?)\b|.*\b(?:deferral|match|employer|employee|source|"
    r"pre-?tax|after-?tax|rollover)\b",
    re.I,
)
NO_UNITS = re.compile(r"\bguaranteed (?:interest|income|account)|\b(?:fixed|general|interest) account\b", re.I)
"""Accounts of an insurer, which have no units: `Guaranteed Interest Account`."""


def add_balance(draft: Draft, line: StatementLine, table: int) -> None:
    """A row of a name and a balance, kept until it is known whether the account lists anything else."""
    if line.market_value is not None and (line.description or line.symbol):
        draft.balances.append((table, line))


def sums_balances(draft: Draft, table: int, amount: Decimal | None) -> bool:
    """Whether an amount is the sum of a table of names and balances, as in a summary of classes."""
    own = [line.market_value or ZERO for number, line in draft.balances if number == table]
    return bool(own) and amount == sum(own, ZERO)


def settle_balances(draft: Draft) -> None:
    """Balances become the positions of an account that lists nothing else, where they sum to a printed total."""
    if not draft.balances:
        return
    printed = {*draft.balance_sums, *(fact.amount for fact in draft.totals if fact.amount is not None)}
    tables = list(dict.fromkeys(number for number, _ in draft.balances))
    for first, last in itertools.combinations_with_replacement(tables, 2):
        lines = [line for number, line in draft.balances if first <= number <= last]
        held = sum((line.market_value or ZERO for line in lines), ZERO)
        if draft.lines:
            if held in printed and _are_holdings(lines) and (missing := _missing(draft, lines, held)):
                if all(line.quantity is not None and line.price is not None for line in draft.lines):
                    alone = [line.description for line in missing if not NO_UNITS.search(line.description)]
                    draft.unread.extend(f"{name} is listed with a value alone" for name in alone)
                draft.lines.extend(missing)
                return
            continue
        if held in printed and _are_holdings(lines):
            draft.lines.extend(_kept(line) for line in lines)
            draft.subtotals.append(("", Decimal(held)))
            return


def _missing(draft: Draft, lines: Sequence[StatementLine], held: Decimal) -> list[StatementLine]:
    """Balances that no position prints, where positions and they are all that the balances sum to."""
    values = [line.market_value for line in draft.lines]
    rest = [line for line in lines if line.market_value not in values]
    worth = sum((value or ZERO for value in values), ZERO) + sum((line.market_value or ZERO for line in rest), ZERO)
    cash = any(SAVED.match(line.description) or line.asset_type == "cash" for line in rest)
    cash = cash or any(line.market_value in draft.cash for line in rest)
    return list(rest) if 0 < len(rest) <= FEW and worth == held and not cash else []


def _are_holdings(lines: Sequence[StatementLine]) -> bool:
    names = [line.description for line in lines if not ONE_FUND.search(line.description)]
    strange = [name for name in names if FLOW.match(name) or PLAINLY.search(name)]
    classes = [name for name in names if is_section_heading(name)]
    return not strange and 2 * len(classes) < len(lines)


def _kept(line: StatementLine) -> StatementLine:
    return replace(line, asset_type="cash") if SAVED.match(line.description) else line
