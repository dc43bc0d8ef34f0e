"""Proof: what a statement prints is held against itself, to the cent; what does not tie is named, never repaired.

The checks are quantity x price x unit = value, gain = value - basis, lots = position, lines = subtotal (value and
cost), positions + cash = stated total. A printed gain that disagrees while the printed cost subtotal confirms the
basis is an error of the statement, not of the reading: it is flagged and named, and the account stays proven.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from core.domain.statement import Check, ProofStatus, StatementAccount, StatementLine
from core.ingest.lexicon.amounts import half_step
from core.ingest.lexicon.figures import odd_unit, ties, tolerance
from core.ingest.lexicon.sections import section_key
from core.ingest.ocr.settle import open_doubts
from core.ingest.proof.cash_in_sums import cash_at_cost, cash_beside, is_cash, without_cash
from core.ingest.proof.costs_of_one import may_be_of_one
from core.ingest.proof.explain import is_explained
from core.ingest.proof.under_sections import (
    Sections,
    costs_of,
    path_of,
    sections_of,
    summed_under,
    under,
    values_of,
)

ZERO, CENT = Decimal(0), Decimal("0.01")
PRODUCT = "quantity x price x unit = value"
GAIN = "gain = value - cost basis"
LOTS = "lots = position"
LINES = "lines = subtotal"
COSTS = "cost basis of lines = subtotal"
TOTAL = "positions + cash = stated total"
ACCRUALS = "accruals beside positions and cash"
READ = "every printed row is read"
CARRIED = (READ,)
NO_FIGURES = frozenset({"symbol", "cusip", "isin", "identifier", "description", "lots"})
SUMS = (LINES, TOTAL, COSTS)
SINGLE = (PRODUCT, GAIN, LOTS, f"cost basis of {LOTS}")


def prove(account: StatementAccount) -> StatementAccount:
    """The account with its checks, flags and status computed again from what it holds.

    Lines of cash make its cash where all are in its currency.
    """
    held = [line for line in account.positions if is_cash(line) and line.market_value is not None]
    if held and all(line.currency == account.currency for line in held if line.market_value):
        account = replace(account, cash=sum((line.market_value or ZERO for line in held), ZERO))
    carried = [check for check in account.checks if check.check in CARRIED]
    sections = sections_of(account)
    confirmed = _confirmed_sections(account, sections)
    checks = [*carried, *_line_checks(account, confirmed), *_sum_checks(account, sections)]
    wrong = {check.where for check in checks if not check.ok and check.check in (PRODUCT, GAIN, LOTS)}
    lines = tuple(
        _flagged(
            line,
            (bool(wrong) and name_of(line) in wrong)
            or line.market_value is None
            or not gain_ties(line)
            or may_be_of_one(line)
            or (line.price is not None and line.quantity is None and not is_cash(line))
            or bool(line.doubts and _open(line, checks, confirmed)),
        )
        for line in account.positions
    )
    return replace(account, positions=lines, checks=tuple(checks), status=_status(account, checks))


def _flagged(line: StatementLine, flagged: bool) -> StatementLine:
    return line if line.flagged == flagged else replace(line, flagged=flagged)


def name_of(line: StatementLine) -> str:
    """How a line is called in checks: symbol, CUSIP, ISIN or description, with its place."""
    name = line.symbol or line.cusip or line.isin or line.description[:40]
    place = place_of(line)
    return f"{name} ({place})" if place else name


def ties_to(total: Decimal, found: Decimal, values: Iterable[Decimal]) -> bool:
    """Whether a sum agrees with a printed total: exactly where all is in cents, else to what its places allow."""
    if found == total:
        return True
    if _places(total) and abs(found - total) > CENT:
        return False
    worth = [value for value in values if value]
    if worth and _places(total) == 0 and all(_places(value) == 0 for value in worth):
        return abs(found - total) <= half_step(total) + sum((half_step(value) for value in worth), ZERO)
    exact = bool(worth) and _places(total) <= 2 and all(_places(value) <= 2 for value in worth)
    return abs(found - total) <= (ZERO if exact else CENT)


def _line_checks(account: StatementAccount, confirmed: set[str]) -> Iterator[Check]:
    good, worth = 0, ZERO
    for line in account.positions:
        quantity, price, value = line.quantity, line.price, line.market_value
        if quantity is not None and price is not None and value is not None:
            if ties(quantity, price, line.unit, value) and not odd_unit(line):
                good, worth = good + 1, worth + value
            else:
                unit = Decimal(1) if odd_unit(line) else line.unit
                product = (quantity * price * unit).quantize(CENT)
                yield Check(PRODUCT, False, product, value, value - product, name_of(line))
        if not gain_ties(line) and not (path_of(line) & confirmed):
            assert line.market_value is not None and line.cost_basis is not None and line.gain is not None
            expected = line.market_value - line.cost_basis
            yield Check(GAIN, False, expected, line.gain, line.gain - expected, name_of(line))
        yield from _lot_checks(line)
    if good:
        yield Check(PRODUCT, True, worth, worth, ZERO, f"{good} line{'s' if good > 1 else ''}")


def _lot_checks(line: StatementLine) -> Iterator[Check]:
    if not line.lots:
        return
    shares = [lot.quantity for lot in line.lots if lot.quantity is not None]
    if line.quantity is not None and len(shares) == len(line.lots):
        held = sum(shares, ZERO)
        yield Check(LOTS, ties_to(line.quantity, held, ()), line.quantity, held, held - line.quantity, name_of(line))
    costs = [lot.cost_basis for lot in line.lots if lot.cost_basis is not None]
    if line.cost_basis is not None and len(costs) == len(line.lots):
        spent = sum(costs, ZERO)
        good = abs(spent - line.cost_basis) <= CENT * len(costs)
        yield Check(f"cost basis of {LOTS}", good, line.cost_basis, spent, spent - line.cost_basis, name_of(line))


def _sum_checks(account: StatementAccount, sections: Sections) -> Iterator[Check]:
    for name, printed in account.subtotals:
        if not name and printed == account.stated_total:
            continue
        lines = summed_under(sections, name, values_of, partial(_sums_to, printed))
        yield _sum_check(LINES, printed, values_of(lines), _extra(account, lines, name), name or "all holdings")
    for name, printed in account.cost_subtotals:
        check = cost_check(account, sections, name, printed)
        if check.ok or not confirmed_below(account, sections, name):
            yield check
    if account.stated_total is not None and (account.positions or account.cash is not None):
        values = [
            line.market_value for line in account.positions if line.market_value is not None and not is_cash(line)
        ]
        values.append(account.cash or ZERO)
        beside = account.accruals if not ties_to(account.stated_total, sum(values, ZERO), values) else ()
        values += [amount for _, amount in beside]
        yield _sum_check(TOTAL, account.stated_total, values, (_accrued(account.positions),), "")
        if beside:
            told = sum((amount for _, amount in beside), ZERO)
            yield Check(ACCRUALS, True, told, told, ZERO, ", ".join(f"{what} {amount:,}" for what, amount in beside))


def _sums_to(printed: Decimal, values: Sequence[Decimal]) -> bool:
    return ties_to(printed, sum(values, ZERO), values)


def cost_check(account: StatementAccount, sections: Sections, name: str, printed: Decimal) -> Check:
    lines = summed_under(sections, name, costs_of, partial(_sums_to, printed))
    costs = costs_of(lines)
    extras = (*without_cash(account, lines, "cost_basis"), cash_at_cost(lines))
    return _sum_check(COSTS, printed, costs, extras, name or "all holdings")


def confirmed_below(account: StatementAccount, sections: Sections, name: str) -> bool:
    """Whether each cost under a section stands in a smaller section whose own printed cost subtotal agrees."""
    confirmed = _confirmed_sections(account, sections) - {section_key(name)}
    costly = [line for line in under(sections, name) if line.cost_basis is not None]
    return bool(costly) and all(path_of(line) & confirmed for line in costly)


def _sum_check(name: str, printed: Decimal, values: list[Decimal], extras: Iterable[Decimal], where: str) -> Check:
    found = sum(values, ZERO)
    for extra in extras:
        if not ties_to(printed, found, values) and extra and ties_to(printed, found + extra, values):
            found += extra
    return Check(name, ties_to(printed, found, values), printed, found, found - printed, where)


def _extra(account: StatementAccount, lines: list[StatementLine], name: str) -> tuple[Decimal, ...]:
    """What a printed sum may also include: accrued interest; cash in no line of it, in the sum of all or of nothing."""
    loose = account.cash or ZERO if (not name and not any(map(is_cash, lines))) or not lines else ZERO
    loose = loose or cash_beside(account, lines)
    told = [amount for _, amount in account.accruals]
    rows = (_accrued(lines), loose, _accrued(lines) + loose, *without_cash(account, lines, "market_value"))
    return (*rows, *told, sum(told, ZERO) if len(told) > 1 else ZERO)


def _accrued(lines: Iterable[StatementLine]) -> Decimal:
    return sum((line.accrued for line in lines if line.accrued is not None), ZERO)


def _confirmed_sections(account: StatementAccount, sections: Sections) -> set[str]:
    """Sections whose printed cost subtotal agrees with the lines read."""
    found = set()
    for name, printed in account.cost_subtotals:
        costs = costs_of(under(sections, name))
        if name and costs and ties_to(printed, sum(costs, ZERO), costs):
            found.add(section_key(name))
    return found


def gain_ties(line: StatementLine) -> bool:
    if line.gain is None or line.market_value is None or line.cost_basis is None:
        return True
    off = abs(line.market_value - line.cost_basis - line.gain)
    steps = (line.gain, line.market_value, line.cost_basis)
    return off <= CENT or off <= sum(map(half_step, steps), CENT)


def _open(line: StatementLine, checks: Iterable[Check], confirmed: set[str]) -> list[str]:
    """Fields of a scanned line that two readings differ in and nothing settles."""
    checks = list(checks)
    sums = [check for check in checks if check.check in (LINES, TOTAL)]
    lots = [check for check in checks if LOTS in check.check and check.where == name_of(line)]
    return open_doubts(
        line,
        bool(sums) and all(check.ok for check in sums),
        bool(path_of(line) & confirmed) or _all_costs_hold(checks),
        len(lots) == 2 and all(check.ok for check in lots),
    )


def _unread(line: StatementLine, checks: Iterable[Check]) -> bool:
    """Whether a number that says what is held is in doubt and no product confirms it.

    A price that is only missing says nothing against the units and the value, which the sums hold.
    """
    quantity, price, value = line.quantity, line.price, line.market_value
    missing = {"price"} if price is None and not line.doubts.get("price") else set()
    if not set(_open(line, checks, set())) & ({"quantity", "price", "market_value"} - missing):
        return False
    return quantity is None or price is None or value is None or not ties(quantity, price, line.unit, value)


def _all_costs_hold(checks: Iterable[Check]) -> bool:
    return any(check.check == COSTS and check.where == "all holdings" and check.ok for check in checks)


def _status(account: StatementAccount, checks: list[Check]) -> ProofStatus:
    if not account.positions and account.cash is None:
        return "unproven"
    if any(check.check in CARRIED and not check.ok for check in checks):
        return "unproven"
    if any(line.market_value is None and line.quantity != 0 for line in account.positions):
        return "unproven"
    if any(line.price is not None and line.quantity is None and not is_cash(line) for line in account.positions):
        return "unproven"
    if any(_unread(line, checks) for line in account.positions if line.doubts):
        return "unproven"
    if any(not check.ok for check in checks):
        unsure = any(set(_open(line, checks, set())) - NO_FIGURES for line in account.positions if line.doubts)
        return "explained" if not unsure and is_explained(account, checks, SUMS, SINGLE) else "unproven"
    on_pages = any(line.source.page is not None for line in account.positions)
    return "proven" if _is_summed(account, checks) or (not on_pages and _are_held(account, checks)) else "unproven"


def _are_held(account: StatementAccount, checks: Iterable[Check]) -> bool:
    """Whether anything but their own lots, of which they may be the sums, holds the rows of a table file.

    The rule for a sheet of tax lots alone: every check that it allows has to hold, and there has to be one that could
    have failed. Lots that sum to a position made of those very lots are none; a product, a printed sum, or a printed
    gain on every row, which holds value and cost together, is. Without any the account is read and stays unproven.
    """
    if any(LOTS not in check.check for check in checks):
        return True
    told = [line for line in account.positions if line.gain is not None and line.cost_basis is not None]
    return bool(told) and len(told) == len(account.positions)


def _is_summed(account: StatementAccount, checks: list[Check]) -> bool:
    """Whether printed sums hold every row: the account's total, or sums of sections that leave out none but cash."""
    if any(check.check == TOTAL for check in checks):
        return True
    names = [name for name, _ in account.subtotals]
    keys = {section_key(name) for name in names}
    return bool(names) and ("" in names or all(path_of(line) & keys or is_cash(line) for line in account.positions))


def place_of(line: StatementLine) -> str:
    source = line.source
    return f"page {source.page}" if source.page else f"row {source.row}" if source.row else ""


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


__all__ = ["name_of", "prove", "ties_to", "tolerance"]
