"""Drawn statements are read and held against their truth: rows, fields, lots, silent errors, false alarms, time."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from decimal import Decimal

from core.domain.statement import Statement, StatementAccount, StatementLine
from core.ingest.owners.whose import facts_in_doubt
from tools.accuracy.houses import House
from tools.accuracy.planted import draw
from tools.accuracy.truth import Account, Drawn, Row

ALWAYS = {"quantity": "quantity", "price": "price", "market_value": "value", "cost_basis": "cost", "symbol": "symbol",
          "cusip": "cusip"}  # fmt: skip
WHERE_PRINTED = ("isin", "accrued", "commitment", "called", "unfunded", "nav_date")


@dataclass
class Score:
    """Counts over statements."""

    statements: int = 0
    whole: int = 0
    rows: int = 0
    rows_read: int = 0
    spurious: int = 0
    fields: int = 0
    fields_right: int = 0
    lots: int = 0
    lots_right: int = 0
    moves: int = 0
    moves_right: int = 0
    accounts_that_tie: int = 0
    planted: int = 0
    planted_named: int = 0
    planted_proven: int = 0
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
        score.silent_errors += extra.status == "proven" and bool(extra.positions)
        errors.append(f"an account too many: {extra.number}")
    score.whole = int(not errors)
    return Judged(score, tuple(f"{drawn.house}: {error}" for error in errors))


def run(houses: Iterable[House], seeds: Iterable[int], faults: Iterable[str] = ("",),
        change: Callable[[Drawn], Drawn] = lambda drawn: drawn) -> tuple[Score, list[str]]:  # fmt: skip
    """Each house drawn with each seed and each planted fault, changed (a scan, say), read here, and judged."""
    total = Score()
    errors: list[str] = []
    seeds, faults = list(seeds), list(faults)
    for house in houses:
        for seed in seeds:
            for fault in faults:
                judged = read_and_judge(change(draw(house, seed, fault)))
                total.add(judged.score)
                errors += [f"{error} [seed {seed}{' ' + fault if fault else ''}]" for error in judged.errors]
    return total, errors


def read_and_judge(drawn: Drawn) -> Judged:
    """One drawn statement, read in this process and judged."""
    from core.ingest.reading import read_here

    began = time.process_time()
    statement = read_here(drawn.house + drawn.ending, drawn.data)
    return judge(drawn, statement, time.process_time() - began)


def _account(score: Score, truth: Account, found: StatementAccount | None) -> list[str]:
    errors: list[str] = []
    lines = [line for line in found.positions if not _is_sweep(line, truth)] if found else []
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
    sums, facts = _sums(score, truth, found), _facts(score, truth, found)
    errors += [*sums, *facts.values(), *_moves(score, truth, found)]
    undoubted = facts.keys() - (facts_in_doubt(found) if found is not None else ())
    _proof(score, truth, found, bool(silent or sums or undoubted), errors)
    return errors


def _proof(score: Score, truth: Account, found: StatementAccount | None, wrong: bool, errors: list[str]) -> None:
    proven = found is not None and found.status == "proven"
    flagged = found is not None and any(line.flagged for line in found.positions)
    score.accounts_that_tie += truth.ties
    if not truth.ties:
        score.planted += 1
        named = found is not None and _names(found, truth.wrong)
        score.planted_named += named
        errors += [] if named else [f"what is wrong is not named: {truth.wrong or 'a sum'}"]
    if proven and not truth.ties and not flagged:
        score.planted_proven += 1
        errors.append("PROVEN, though something is wrong on purpose")
    if proven and (wrong or (not truth.ties and not flagged)):
        score.silent_errors += 1
        errors.append("SILENT: the account is marked proven")
    if truth.ties and truth.rows and not errors and not proven:
        score.false_alarms += 1
        errors.append(f"right, yet {found.status if found else 'not found'}")


def _names(found: StatementAccount, wrong: str) -> bool:
    """Whether a failing check names the row, or, where no row is wrong in itself, any sum fails."""
    failing = [check for check in found.checks if not check.ok]
    named = " ".join(check.where for check in failing) + " ".join(
        f"{line.symbol} {line.cusip} {line.isin} {line.description}" for line in found.positions if line.flagged
    )
    return bool(failing) and _letters(wrong)[:30] in _letters(named)


def is_empty(line: StatementLine) -> bool:
    """A position of no units and no value."""
    return line.quantity == 0 and line.market_value == 0


def _is_sweep(line: StatementLine, truth: Account) -> bool:
    """Cash as a position, which may stand beside `cash`; a position of nothing may be read or left out."""
    return (
        is_empty(line)
        or line.asset_type == "cash"
        or (line.asset_type == "money_market" and line.market_value in truth.sweeps)
    )


def _row(score: Score, row: Row, line: StatementLine | None) -> list[str]:
    known = {name: getattr(row, ours) for name, ours in ALWAYS.items()}
    known |= {name: getattr(row, name) for name in WHERE_PRINTED if getattr(row, name) is not None}
    score.rows += 1
    score.fields += len(known) + bool(row.kinds)
    score.lots += len(row.lots)
    if line is None:
        return [f"lost row {row.symbol or row.cusip or row.name} {row.value}"]
    score.rows_read += 1
    wrong = []
    if row.kinds == ("option",) and row.symbol is None:
        known["symbol"] = line.symbol
    for name, value in known.items():
        found = getattr(line, name)
        if (str(found) if name == "nav_date" else found) == value:
            score.fields_right += 1
        else:
            wrong.append(f"{row.symbol or row.name}: {name} is {value}, read {found}")
    if row.kinds:
        score.fields_right += line.asset_type in row.kinds
        wrong += [] if line.asset_type in row.kinds else [f"{row.name}: is a {row.kinds[0]}, read {line.asset_type}"]
    return wrong + _lots(score, row, line)


def _lots(score: Score, row: Row, line: StatementLine) -> list[str]:
    read = [(str(lot.acquired), lot.quantity, lot.cost_basis) for lot in line.lots]
    right = sum((lot.day, lot.quantity, lot.cost) in read for lot in row.lots)
    score.lots_right += right
    if right < len(row.lots) or len(read) > len(row.lots):
        return [f"{row.symbol or row.name}: {right} of {len(row.lots)} lots, {len(read)} read"]
    return []


def _sums(score: Score, truth: Account, found: StatementAccount | None) -> list[str]:
    score.fields += 2
    if found is None:
        return ["lost account"]
    kept = [
        line.market_value for line in found.positions if line.asset_type == "money_market" and _is_sweep(line, truth)
    ]
    cash = truth.cash or Decimal(0)
    allowed = {cash, cash - sum((value or Decimal(0) for value in kept), Decimal(0))}
    accrued = sum((row.accrued or Decimal(0) for row in truth.rows), Decimal(0))
    total_right = found.stated_total in {truth.total, None if truth.total is None else truth.total + accrued}
    cash_right = (found.cash or Decimal(0)) in allowed
    score.fields_right += total_right + cash_right
    wrong = [] if total_right else [f"total is {truth.total}, read {found.stated_total}"]
    return wrong if cash_right else [*wrong, f"cash is {truth.cash}, read {found.cash}"]


def _moves(score: Score, truth: Account, found: StatementAccount | None) -> list[str]:
    """Purchases, sales and reinvestments as the household's history takes them, where the statement prints any."""
    from core.ingest.book.ledger import activity_of

    if found is None or not truth.moves:
        return []
    read = [(str(move.date), move.side, move.symbol, move.quantity) for move in activity_of(found, "")]
    lost = []
    for move in truth.moves:
        key = (move.day, move.side, move.symbol, move.quantity)
        if key in read:
            read.remove(key)
        else:
            lost.append(f"lost {move.side} {move.day} {move.symbol} {move.quantity}")
    score.moves += len(truth.moves)
    score.moves_right += len(truth.moves) - len(lost)
    return lost + [f"a trade too many: {one}" for one in read]


def _facts(score: Score, truth: Account, found: StatementAccount | None) -> dict[str, str]:
    """What is wrong of the printed facts around the tables, by the fact: number, day, owner, registration."""
    if found is None:
        return {}
    said = {"number": truth.number, "as_of": truth.as_of, "owner": truth.owner, "registration": truth.registration}
    read = {"number": found.number, "as_of": str(found.as_of), "owner": found.owner,
            "registration": found.registration}  # fmt: skip
    known = {name: value for name, value in said.items() if value is not None}
    wrong = {name: f"{name} is {value}, read {read[name]}" for name, value in known.items() if read[name] != value}
    score.fields += len(known)
    score.fields_right += len(known) - len(wrong)
    return wrong


def _pick(row: Row, lines: list[StatementLine]) -> StatementLine | None:
    """The line that is this row: by identifier, else by value, else by name."""
    by_name = [
        line for line in lines
        if (row.symbol and line.symbol == row.symbol) or (row.cusip and line.cusip == row.cusip)
        or (row.isin and line.isin == row.isin)
    ]  # fmt: skip
    same = [line for line in lines if line.market_value == row.value]
    titled = [line for line in lines if _letters(row.name) in _letters(line.description)]
    both = [line for line in by_name or titled if line in same]
    return next(iter(both or by_name or same or titled), None)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).upper()
