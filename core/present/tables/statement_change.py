"""What signing a statement off would change in the book, in a sentence and a table; and where an account may belong."""

from collections.abc import Mapping

from core.domain.intake import AccountChange, HoldingChange, Match
from core.present.html import Cell, Column, Safe, table
from core.words.days import day
from core.words.numbers import DASH, dollars, shares
from core.words.sentences import count, listing, start

COLUMNS = (
    Column("Security"), Column("Change"), Column("Shares before", True), Column("Shares after", True),
    Column("Cost before", True), Column("Cost after", True), Column("Lots", True),
)  # fmt: skip
KINDS: dict[str, tuple[str, str]] = {
    "added": ("new", "ok"), "gone": ("gone", "bad"), "changed": ("changed", "caution"), "same": ("as it was", "soft"),
}  # fmt: skip


def change_sentence(change: AccountChange) -> str:
    """`Two securities are new, one is gone, cash changes; the book held it as of Oct 30, 2026.`"""
    if change.new:
        return f"A new account with {count(len(change.holdings), 'security', 'securities')} and its cash."
    if change.nothing:
        return "The book says all of this already; nothing changes."
    kinds = [one.kind for one in change.holdings]
    words = [
        f"{count(kinds.count(kind), 'security', 'securities')} {said}"
        for kind, said in (("added", "new"), ("gone", "gone"), ("changed", "changed"))
        if kind in kinds
    ]
    if change.cash_before != change.cash_after:
        words.append("another cash balance")
    if change.transactions:
        words.append(f"{count(change.transactions, 'transaction')} more in the wash-sale ledger")
    held = f"; the book held it as of {day(change.as_of_before)}" if change.as_of_before else ""
    return f"{start(listing(words))}{held}."


def change_table(change: AccountChange) -> Safe:
    """Every holding before and after, what changes first, cash at the end."""
    ordered = sorted(change.holdings, key=lambda one: (one.kind == "same", one.symbol))
    rows = [_row(one) for one in ordered]
    cash = "as it was" if change.cash_before == change.cash_after else "changed"
    before = DASH if change.new else dollars(change.cash_before)
    rows.append(["Cash", cash, "", "", before, dollars(change.cash_after), ""])
    return table(COLUMNS, rows)


def match_sentence(match: Match, names: Mapping[str, str]) -> str:
    """Why the account is taken for this one, and what speaks against it."""
    where = names.get(match.household, match.household)
    verb = "agrees" if len(match.because) == 1 else "agree"
    agrees = f"{listing(list(match.because))} {verb}" if match.because else "nothing but a likeness speaks for it"
    return f"{where}: {agrees}" + (f". In doubt: {'; '.join(match.doubts)}." if match.doubts else ".")


def _row(one: HoldingChange) -> list[object]:
    word, tone = KINDS[one.kind]
    gone, new = one.kind == "gone", one.kind == "added"
    lots = str(one.lots_after) if one.lots_before == one.lots_after else f"{one.lots_before} → {one.lots_after}"
    return [
        one.symbol, Cell(word, tone),
        DASH if new else shares(one.quantity_before), DASH if gone else shares(one.quantity_after),
        DASH if new else dollars(one.basis_before), DASH if gone else dollars(one.basis_after), lots,
    ]  # fmt: skip
