"""What a household holds, lot by lot, and what each account adds up to."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from core.domain.account import Account
from core.domain.case import Case
from core.domain.household import Household
from core.domain.lot import Lot
from core.present.html import Cell, Column, Safe, table
from core.present.tables.account_rules import rules_in_words
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tokens import OUTSIDE, PROVEN
from core.words.days import day
from core.words.numbers import dollars, number, shares, signed_dollars
from core.words.registrations import REGISTRATIONS
from core.words.sentences import count

HEADS = (
    Head("Account", 150),
    Head("Symbol", 72),
    Head("Class", 104),
    Head("Shares", 76, number=True, show=shares),
    Head("Price", 78, number=True, show=lambda value: number(value, 2)),
    Head("Value, $", 98, number=True, show=lambda value: number(value, 2)),
    Head("Cost basis, $", 98, number=True, show=lambda value: number(value, 2)),
    Head("Gain, $", 98, number=True, show=lambda value: signed_dollars(value, 0).replace("$", "")),
    Head("Acquired", 96),
    Head("Lot"),
)
PROOF = {
    "proven": (f"{PROVEN} Proven", "ok"),
    "signed_off": (f"{PROVEN} Signed off", "ok"),
    "unproven": (f"{OUTSIDE} Unproven", "bad"),
}


def lots_sheet(case: Case, accounts: Mapping[str, str], labels: Mapping[str, str], only: str | None = None) -> Sheet:
    """One row per lot of the household (or of one account); keys are (account id, lot id)."""
    held = [(account, lot) for account in case.accounts if only in (None, account.id) for lot in account.lots]
    rows = [_lot_row(case, account, lot, accounts, labels) for account, lot in held]
    return sheet(HEADS, rows, keys=[(account.id, lot.id) for account, lot in held])


def _lot_row(
    case: Case, account: Account, lot: Lot, accounts: Mapping[str, str], labels: Mapping[str, str]
) -> list[object]:
    security = case.security(lot.symbol)
    value = lot.quantity * security.unit_price
    gain = None if lot.cost_basis is None else float(value - lot.cost_basis)
    return [
        accounts.get(account.id, account.id), lot.symbol, _class_of(security.classes, labels), float(lot.quantity),
        float(security.price), float(value), None if lot.cost_basis is None else float(lot.cost_basis), gain,
        "unknown" if lot.acquired is None else day(lot.acquired), lot.id,
    ]  # fmt: skip


def _class_of(classes: Mapping[str, float], labels: Mapping[str, str]) -> str:
    if not classes:
        return "Unknown"
    largest = max(classes, key=lambda name: classes[name])
    return labels.get(largest, largest) + ("" if len(classes) == 1 else " and others")


def account_value(account: Account, case: Case) -> Decimal:
    """Dollars of an account: lots at their price and cash."""
    return account.cash + sum((lot.quantity * case.security(lot.symbol).unit_price for lot in account.lots), Decimal(0))


def accounts_table(held: Household, case: Case) -> Safe:
    """One row per account: registration, custodian, cash, value and how it was proven."""
    columns = (
        Column("Account"), Column("Registration"), Column("Institution"), Column("Lots", True), Column("Cash", True),
        Column("Value", True), Column("Proof"), Column("Remarks"),
    )  # fmt: skip
    return table(columns, [_account_row(held, account, case) for account in case.accounts])


def _account_row(held: Household, account: Account, case: Case) -> Sequence[object]:
    card = held.card(account.id)
    text, tone = PROOF[account.proof]
    return [
        f"{card.title} {card.number}".strip(), REGISTRATIONS.get(account.registration, account.registration),
        card.institution, number(len(account.lots)), dollars(account.cash), dollars(account_value(account, case)),
        Cell(text, tone, strong=True), _remarks(account, card.held_away, case.as_of),
    ]  # fmt: skip


def _remarks(account: Account, held_away: bool, as_of: date) -> str:
    words = []
    if held_away:
        words.append("held away")
    if not account.tradable:
        words.append("not traded")
    if not account.counts_in_target:
        words.append("outside the target")
    words += rules_in_words(account, with_shelf=False)
    missing = sum(lot.cost_basis is None or lot.acquired is None for lot in account.lots)
    if missing and account.taxable:
        words.append(f"{count(missing, 'lot')} without date or basis")
    return ", ".join(words)
