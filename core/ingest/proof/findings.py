"""What a person should know of a proven account: each failed check in a sentence, each gap, each doubt."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from core.domain.issue import Issue
from core.domain.statement import Check, StatementAccount, StatementLine
from core.ingest.lexicon.identifiers import cusip_ok, isin_ok
from core.ingest.owners.whose import doubts_of
from core.ingest.proof.costs_of_one import may_be_of_one
from core.ingest.proof.prove import (
    GAIN,
    LINES,
    PRODUCT,
    READ,
    TOTAL,
    confirmed_below,
    cost_check,
    gain_ties,
    name_of,
    place_of,
)
from core.ingest.proof.under_sections import sections_of

ZERO = Decimal(0)


def findings(account: StatementAccount) -> list[Issue]:
    """What a person should know of a proven account: each failed check, each gain that disagrees, each gap."""
    where = f"account {account.number}" if account.number else ""
    prefix = f"{where}: " if where else ""
    found = [_failed(check, prefix) for check in account.checks if not check.ok]
    told = {check.where for check in account.checks if check.check == GAIN}
    for line in account.positions:
        found += _of_line(line, f"{prefix}{place_of(line)}", told)
    found += _of_costs(account, prefix)
    currencies = sorted({line.currency for line in account.positions if line.market_value})
    apart = len(currencies) > 1 or (bool(account.positions) and currencies not in ([], [account.currency]))
    found += _of_facts(account, where)
    if apart:
        found.append(Issue("warning", where, _of_currencies(account, currencies), "currencies"))
    summed = any(check.check in (LINES, TOTAL) or (check.check == READ and check.ok) for check in account.checks)
    if account.status == "proven" and not summed:
        lacking = "no total holds rows in another currency" if apart else "the file prints no total"
        missing = f"{lacking}: every row is recomputed, but a row that is missing would not be seen"
        found.append(Issue("warning", where, missing, "no_total"))
    if bare := [line for line in account.positions if _is_unpriced(line)]:
        several = f"{len(bare)} rows print" if len(bare) > 1 else "1 row prints"
        unheld = f"{several} units and a value but no price, so these units are held against nothing"
        found.append(Issue("note", where, unheld, "no_price"))
    if account.status == "unproven" and all(check.ok for check in account.checks):
        found.append(Issue("warning", where, _why_unproven(account), "unproven"))
    return found


def _of_currencies(account: StatementAccount, currencies: Sequence[str]) -> str:
    """How values in another currency than that of the account, or in several, stand beside each other."""
    told = ", ".join(currencies)
    if len(currencies) > 1 and account.stated_total is not None:
        return f"values in {told} stand in one printed total; they are summed as printed, without exchange rates"
    loose = account.cash and not any(line.asset_type == "cash" for line in account.positions)
    if len(currencies) == 1 and loose:
        return f"the cash stands in {account.currency}, the holdings in {told}; nothing is converted"
    return f"the account is read in {account.currency}, its rows stand in {told}; nothing is converted"


def _of_facts(account: StatementAccount, where: str) -> list[Issue]:
    """What of the owner, the registration, the day and the number is in doubt, or was not read."""
    return [
        Issue("note", where, doubt.sentence, "not_read")
        if doubt.missing
        else Issue("warning", where, doubt.sentence, "facts")
        for doubt in doubts_of(account)
    ]


def _is_unpriced(line: StatementLine) -> bool:
    """Whether a row has units and a value but no price to multiply with, and nothing has said so of it."""
    told = line.flagged and bool(line.doubts)
    held = line.quantity is not None and line.market_value is not None and line.price is None
    return held and line.asset_type != "cash" and not told


def _of_line(line: StatementLine, place: str, told: Collection[str]) -> list[Issue]:
    """What a person should know of a row; `told` are the rows whose gain a failed check names already."""
    found: list[Issue] = []
    if not gain_ties(line) and name_of(line) not in told:
        expected = (line.market_value or ZERO) - (line.cost_basis or ZERO)
        found.append(
            Issue(
                "warning",
                place,
                f"{name_of(line)}: the printed gain {line.gain} is not value - cost basis = "
                f"{expected}; the cost basis agrees with its printed subtotal",
                "gain",
            )
        )
    if may_be_of_one(line):
        small = (
            f"{name_of(line)}: the cost basis {line.cost_basis} is of the size of the price; it may be that of one unit"
        )
        found.append(Issue("warning", place, small, "cost_of_one"))
    if line.cusip is not None and not cusip_ok(line.cusip):
        found.append(
            Issue("note", place, f"the CUSIP {line.cusip} is printed so, but its check digit is wrong", "cusip")
        )
    if line.isin is not None and not isin_ok(line.isin):
        found.append(Issue("note", place, f"the ISIN {line.isin} is printed so, but its check digit is wrong", "isin"))
    if line.doubts and line.flagged:
        found.append(
            Issue(
                "warning",
                place,
                f"{name_of(line)}: {line.in_doubt}; compare with the {'page' if line.source.page else 'file'}",
                "doubt",
            )
        )
    if line.market_value is None:
        found.append(Issue("warning", place, f"{name_of(line)}: no value is printed or readable", "no_value"))
    return found


def _of_costs(account: StatementAccount, prefix: str) -> list[Issue]:
    """Printed sums of cost that their lines do not make up, though these agree with smaller sums."""
    found: list[Issue] = []
    sections = sections_of(account) if account.cost_subtotals else {}
    for name, printed in account.cost_subtotals:
        check = cost_check(account, sections, name, printed)
        if not check.ok and confirmed_below(account, sections, name):
            found.append(
                Issue(
                    "warning",
                    f"{prefix}{check.where}",
                    f"the printed cost basis of {check.where} is {printed:,}, the lines "
                    f"sum to {check.found:,} and agree with their own subtotals, a difference of {check.difference:,}",
                    "cost_subtotal",
                )
            )
    return found


def _why_unproven(account: StatementAccount) -> str:
    if account.lists_moves_only:
        return "the file lists transactions, no holdings, so there is nothing that could be proven"
    if not account.positions:
        return "no holdings were found, so nothing can be proven"
    if any(line.doubts and line.flagged for line in account.positions):
        return "some numbers are not clearly readable, so the account cannot be proven"
    if all(line.market_value is None for line in account.positions):
        return "no value is printed for any line, so the account cannot be proven"
    if any(line.market_value is None for line in account.positions):
        return "some lines have no value, so the account cannot be proven"
    return "no total is printed that the lines could be held against, so the account cannot be proven"


def _failed(check: Check, prefix: str) -> Issue:
    where = f"{prefix}{check.where}".rstrip(": ")
    if check.difference is None:
        return Issue("error", where, f"{check.check} does not hold: {check.where}", "unread")
    names = {PRODUCT: ("quantity x price x unit gives", "the printed value is")}
    first, second = names.get(check.check, ("expected", "found"))
    return Issue(
        "error",
        where,
        f"{check.check} does not hold for {check.where or 'the account'}: {first} {check.expected:,}, {second} "
        f"{check.found:,}, a difference of {check.difference:,}",
        "does_not_tie",
    )
