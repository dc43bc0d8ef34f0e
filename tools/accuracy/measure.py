"""Drawn statements are read and held against their truth: rows, fields, lots, silent errors, false alarms, time."""

import random
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from decimal import Decimal

from core.domain.statement import Statement, StatementAccount, StatementLine
from tools.accuracy.truth import Account, Drawn, Row

NUMBERS = ("quantity", "price", "market_value", "cost_basis")


@dataclass
class Score:
    """Counts over statements; `lost` names what was wrong, for a person who looks."""

    statements: int = 0
    whole: int = 0
    rows: int = 0
    rows_read: int = 0
    spurious: int = 0
    fields: int = 0
    fields_right: int = 0
    lots: int = 0
    lots_right: int = 0
    accounts_that_tie: int = 0
    silent_errors: int = 0
    false_alarms: int = 0
    pages: int = 0
    seconds: float = 0.0

    def add(self, other: "Score") -> None:
        """The counts of both."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


@dataclass(frozen=True)
class Judged:
    """One statement's score, and its errors in words."""

    score: Score
    errors: tuple[str, ...]


def judge(drawn: Drawn, statement: Statement, seconds: float) -> Judged:
    """The reading of one drawn statement held against its truth."""
    score = Score(statements=1, pages=statement.pages or 1, seconds=seconds)
    errors: list[str] = []
    if statement.refused:
        errors.append(f"refused: {statement.refused}")
    left = list(statement.accounts)
    for account in drawn.accounts:
        found = next((one for one in left if one.number == account.number), left[0] if left else None)
        if found is not None:
            left.remove(found)
        errors += _account(score, account, found)
    for extra in left:
        score.spurious += len(extra.positions)
        errors.append(f"an account too many: {extra.number}")
    score.whole = int(not errors)
    return Judged(score, tuple(f"{drawn.house}: {error}" for error in errors))


def run(houses: Iterable[Callable[[random.Random], Drawn]], seeds: Iterable[int],
        change: Callable[[Drawn], Drawn] = lambda drawn: drawn) -> tuple[Score, list[str]]:  # fmt: skip
    """Each house drawn with each seed, changed (a scan, say), read in this process, and judged."""
    from core.ingest.reading import read_here

    total = Score()
    errors: list[str] = []
    seeds = list(seeds)
    for house in houses:
        for seed in seeds:
            drawn = change(house(random.Random(seed)))
            began = time.process_time()
            statement = read_here(drawn.house + drawn.ending, drawn.data)
            judged = judge(drawn, statement, time.process_time() - began)
            total.add(judged.score)
            errors += judged.errors
    return total, errors


def _account(score: Score, truth: Account, found: StatementAccount | None) -> list[str]:
    errors: list[str] = []
    lines = [line for line in found.positions if line.asset_type != "cash"] if found else []
    silent = 0
    for row in truth.rows:
        line = _pick(row, lines)
        if line is not None:
            lines.remove(line)
        wrong = _row(score, row, line)
        errors += wrong
        silent += bool(wrong) and not (line is not None and line.flagged)
    for line in lines:
        errors.append(f"spurious row {line.symbol or line.description} {line.market_value}")
    score.spurious += len(lines)
    silent += len([line for line in lines if not line.flagged])
    errors += _sums(score, truth, found)
    if found is not None and found.status == "proven":
        silent += found.stated_total not in (None, truth.total) or not truth.ties
        score.silent_errors += int(silent)
    score.accounts_that_tie += truth.ties
    if truth.ties and not errors and (found is None or found.status != "proven"):
        score.false_alarms += 1
        errors.append(f"right, yet {found.status if found else 'not found'}")
    return errors


def _row(score: Score, row: Row, line: StatementLine | None) -> list[str]:
    known = {"quantity": row.quantity, "price": row.price, "market_value": row.value, "cost_basis": row.cost,
             "symbol": row.symbol, "cusip": row.cusip}  # fmt: skip
    score.rows += 1
    score.fields += len(known)
    score.lots += len(row.lots)
    if line is None:
        return [f"lost row {row.symbol or row.cusip or row.name} {row.value}"]
    score.rows_read += 1
    wrong = []
    for name, value in known.items():
        if getattr(line, name) == value:
            score.fields_right += 1
        else:
            wrong.append(f"{row.symbol or row.name}: {name} is {value}, read {getattr(line, name)}")
    read = [(str(lot.acquired), lot.quantity, lot.cost_basis) for lot in line.lots]
    right = sum((lot.day, lot.quantity, lot.cost) in read for lot in row.lots)
    score.lots_right += right
    if right < len(row.lots) or len(read) > len(row.lots):
        wrong.append(f"{row.symbol}: {right} of {len(row.lots)} lots, {len(read)} read")
    return wrong


def _sums(score: Score, truth: Account, found: StatementAccount | None) -> list[str]:
    score.fields += 2
    if found is None:
        return ["lost account"]
    total, cash = found.stated_total == truth.total, (found.cash or Decimal(0)) == (truth.cash or Decimal(0))
    score.fields_right += total + cash
    wrong = [] if total else [f"total is {truth.total}, read {found.stated_total}"]
    return wrong if cash else [*wrong, f"cash is {truth.cash}, read {found.cash}"]


def _pick(row: Row, lines: list[StatementLine]) -> StatementLine | None:
    """The line that is this row: by identifier, else by value."""
    by_name = [
        line for line in lines if (row.symbol and line.symbol == row.symbol) or (row.cusip and line.cusip == row.cusip)
    ]
    same = [line for line in lines if line.market_value == row.value]
    return next(iter(by_name or same), None)
