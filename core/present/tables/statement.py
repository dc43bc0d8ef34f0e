"""A statement as read: the proof of each account, and its rows with what ties and what does not."""

from collections.abc import Sequence
from decimal import Decimal

from core.domain.statement import Check, StatementAccount, StatementLine
from core.present.html import Cell, Column, Safe, table, tag
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tokens import EXPLAINED, OUTSIDE, PROVEN, TROUBLE_FILL
from core.words.numbers import DASH, dollars, number, shares, signed_dollars
from core.words.sentences import shorten

STATUS: dict[str, tuple[str, str]] = {
    "proven": (f"{PROVEN} Proven", "ok"),
    "explained": (f"{EXPLAINED} Explained", "info"),
    "unproven": (f"{OUTSIDE} Unproven", "bad"),
}
REGISTRATIONS: dict[str, str] = {
    "taxable_individual": "Individual", "taxable_joint": "Joint", "trust_grantor": "Trust",
    "trust_nongrantor": "Irrevocable trust", "utma": "UTMA", "traditional_ira": "IRA", "roth_ira": "Roth IRA",
    "inherited_ira": "Inherited IRA", "sep_ira": "SEP IRA", "simple_ira": "SIMPLE IRA", "401k": "401(k)",
    "403b": "403(b)", "hsa": "HSA", "529": "529 plan", "annuity": "Annuity", "other": "Other",
}  # fmt: skip
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
        tag("span", tag("b", account.number or "one account"), " ", REGISTRATIONS.get(account.registration, "")),
        Cell(text, tone, strong=True),
        dollars(printed),
        dollars(found),
        Cell(dollars(difference) if not difference else signed_dollars(difference), strong=bool(difference)),
        proof_sentence(account) + (f" · {outcome}" if outcome else ""),
    ]


def total_check(account: StatementAccount) -> Check | None:
    """The check that holds everything against the printed total."""
    return next((check for check in account.checks if "total" in check.check and "subtotal" not in check.check), None)


def proof_sentence(account: StatementAccount) -> str:
    """`9 of 9 checks hold`, or the first that does not with its place."""
    held = sum(check.ok for check in account.checks)
    counted = f"{held} of {len(account.checks)} checks hold"
    broken = next((check for check in account.checks if not check.ok), None)
    if broken is None:
        return counted if account.checks else "nothing printed to check against"
    where = f" on {broken.where}" if broken.where else ""
    return f"{shorten(broken.check, 60)}{where}; {counted}"


ROW_HEADS = (
    Head("", 34),
    Head("Symbol", 78),
    Head("Description"),
    Head("Quantity", 84, number=True, show=shares),
    Head("Price", 78, number=True, show=lambda value: number(value, 2)),
    Head("Value", 94, number=True, show=lambda value: number(value, 2)),
    Head("Cost basis", 94, number=True, show=lambda value: number(value, 2)),
    Head("Check", 150),
)


def rows_table(account: StatementAccount, verdicts: Sequence[str], problems_first: bool) -> Sheet:
    """The rows read; `verdicts` says per row what does not tie ("" where it does). Keys are row numbers."""
    order = sorted(range(len(account.positions)), key=lambda row: not verdicts[row]) if problems_first else None
    shown = list(order) if order is not None else list(range(len(account.positions)))
    rows = [_row(account.positions[row], verdicts[row]) for row in shown]
    css = {
        (place, head.title): f"background-color:{TROUBLE_FILL}"
        for place, row in enumerate(shown)
        if verdicts[row]
        for head in ROW_HEADS
    }
    return sheet(ROW_HEADS, rows, css, keys=shown)


def _row(line: StatementLine, verdict: str) -> list[object]:
    return [
        OUTSIDE if verdict else PROVEN, line.symbol or line.cusip or line.isin or DASH, line.description,
        _float(line.quantity), _float(line.price), _float(line.market_value), _float(line.cost_basis),
        verdict or "ties",
    ]  # fmt: skip


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def checks_table(checks: Sequence[Check]) -> Safe:
    """Every check with what was expected and found."""
    columns = (Column("Check"), Column("Expected", True), Column("Found", True), Column("Difference", True))
    rows = [
        [
            Cell(f"{PROVEN if check.ok else OUTSIDE} {check.check}", "" if check.ok else "bad"), dollars(check.expected),
            dollars(check.found), dollars(check.difference) if not check.difference else signed_dollars(check.difference),
        ]
        for check in checks
    ]  # fmt: skip
    return table(columns, rows)
