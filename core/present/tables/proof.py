"""The proof of a statement: printed against read for every account, and every check that was made."""

from collections.abc import Sequence
from decimal import Decimal

from core.domain.statement import Check, StatementAccount
from core.present.html import Cell, Column, Safe, table, tag
from core.present.tokens import EXPLAINED, OUTSIDE, PROVEN
from core.words.numbers import dollars, signed_dollars
from core.words.registrations import REGISTRATIONS
from core.words.sentences import shorten

STATUS: dict[str, tuple[str, str]] = {
    "proven": (f"{PROVEN} Proven", "ok"),
    "explained": (f"{EXPLAINED} Explained", "info"),
    "unproven": (f"{OUTSIDE} Unproven", "bad"),
}
PROOF_COLUMNS = (
    Column("Account"), Column("Status"), Column("As printed", True), Column("As read", True),
    Column("Difference", True), Column("Proof"),
)  # fmt: skip


def proof_table(accounts: Sequence[StatementAccount], outcome: Sequence[str]) -> Safe:
    """One row per account: printed against read, the difference, and the check that decides."""
    return table(PROOF_COLUMNS, [_proof_row(account, end) for account, end in zip(accounts, outcome, strict=True)])


def _proof_row(account: StatementAccount, outcome: str) -> list[object]:
    text, tone = STATUS[account.status]
    total = total_check(account)
    printed, found, difference = account.stated_total, None, None
    if total is not None:
        printed, found, difference = total.expected, total.found, total.difference
    return [
        tag("span", tag("b", account.number or "No number"), " ", REGISTRATIONS.get(account.registration, "")),
        Cell(text, tone, strong=True),
        dollars(printed),
        dollars(found),
        Cell(_difference(difference), strong=bool(difference)),
        proof_sentence(account) + (f" · {outcome}" if outcome else ""),
    ]


def _difference(value: Decimal | None) -> str:
    return signed_dollars(value) if value else dollars(value)


def total_check(account: StatementAccount) -> Check | None:
    """The check that holds everything against the printed total."""
    return next((check for check in account.checks if "total" in check.check and "subtotal" not in check.check), None)


def proof_sentence(account: StatementAccount) -> str:
    """`9 of 9 checks hold`, or the first that does not with its place."""
    held = sum(check.ok for check in account.checks)
    counted = f"{held} of {len(account.checks)} checks hold"
    broken = next((check for check in account.checks if not check.ok), None)
    if account.lists_moves_only:
        return "transactions alone prove no holdings; signed off, they are added to the history of the account"
    if broken is None and account.status == "unproven":
        return (
            f"no printed total to hold it against; {counted}" if account.checks else "nothing printed to check against"
        )
    if broken is None:
        return counted
    place = broken.where.split(":")[0]
    where = f" on {place}" if place else ""
    return f"{shorten(broken.check, 60)}{where}; {counted}"


def account_name(account: StatementAccount) -> str:
    """`…4471 Trust`."""
    kind = REGISTRATIONS.get(account.registration, "")
    return f"{account.number} {kind}".strip() or "Account"


def checks_table(checks: Sequence[Check]) -> Safe:
    """Every check with what was expected and found."""
    columns = (Column("Check"), Column("Expected", True), Column("Found", True), Column("Difference", True))
    rows = [
        [
            Cell(f"{PROVEN if check.ok else OUTSIDE} {check.check}", "" if check.ok else "bad"),
            dollars(check.expected), dollars(check.found), _difference(check.difference),
        ]
        for check in checks
    ]  # fmt: skip
    return table(columns, rows)
