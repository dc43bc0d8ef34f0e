"""What else stands behind the holdings: income to come, maturities, targets, beneficiaries, terms, disclosures."""

from tools.accuracy.content import cents
from tools.accuracy.dice.forms import named
from tools.accuracy.dice.grids import Decoy, grid, says, with_sign
from tools.accuracy.dice.holdings import Holdings
from tools.accuracy.dice.marks import paragraph
from tools.accuracy.dice.securities import BONDS
from tools.accuracy.dice.sheet import Sheet
from tools.accuracy.truth import ZERO, D, worth

OUTLOOKS = ("Projected Income, Next Three Months", "Expected Income Schedule")
TARGETS = ("Target Allocation Comparison", "Portfolio vs. Target", "Investment Objective Comparison")
TERMS = (
    "Market Value: the shares you hold multiplied by the closing price on the last business day of the period.",
    "Cost Basis: what you paid for a security, including commissions, adjusted for wash sales and return of capital.",
    "Estimated Annual Income (EAI): the current dividend or coupon times the quantity held. Actual income may be lower "
    "or higher.",
    "Yield: EAI divided by market value.",
)
DISCLOSURES = (
    "Prices are obtained from independent quotation services and may differ from the price at which a security could "
    "be sold. Cost basis is provided for information and should be checked with your own records.",
    "Report any error or omission in this statement promptly and in writing. Accounts are carried by a clearing firm, "
    "member NYSE, FINRA and SIPC. Securities are not FDIC insured, not bank guaranteed and may lose value.",
)


def outlook(sheet: Sheet, account: Holdings) -> None:
    """Income expected of each security in the next months."""
    paying = [row for row in account.rows if row.income][:8]
    rows = []
    for row in paying:
        part = sheet.writer.money(cents((row.income or ZERO) / 4))
        rows.append((named(sheet.dials, row.name)[:34], "--", "--", part, part))
    if rows:
        title = sheet.dials.word("title of the outlook", OUTLOOKS)
        grid(sheet, title, (0, -280, -340, -400, -470), ("Security", "Jan", "Feb", "Mar", "Total"), rows)


def maturities(sheet: Sheet, account: Holdings) -> None:
    """What falls due in which year."""
    years: dict[int, D] = {}
    for row in account.rows:
        if row.kind in BONDS and row.due is not None:
            years[row.due.year] = years.get(row.due.year, ZERO) + (row.quantity or ZERO)
    total = sum(years.values(), ZERO)
    if total:
        rows = [(f"{year}", f"{par:,.0f}", f"{par / total * 100:.1f}%") for year, par in sorted(years.items())]
        rows.append(("Total", f"{total:,.0f}", "100.0%"))
        grid(sheet, "Bond Maturity Schedule", (0, -200, -290), ("Year", "Par Value", "Percent"), rows, True)


def targets(sheet: Sheet, account: Holdings) -> None:
    """Classes against what a model wants."""
    parts = [(group.title, worth(group.sound)) for group in account.groups] + [("Cash", account.cash)]
    aim = cents(account.total / len(parts))
    rows = [(title, f"{100 / len(parts):.1f}%", f"{value / account.total * 100:.1f}%", with_sign(sheet, aim),
             with_sign(sheet, value), sheet.writer.money(value - aim)) for title, value in parts]  # fmt: skip
    head = ("Class", "Target", "Actual", "Target Value", "Actual Value", "Over/(Under)")
    grid(sheet, sheet.dials.word("title of targets", TARGETS), (0, -200, -255, -340, -425, -510), head, rows)


def beneficiaries(sheet: Sheet, account: Holdings) -> None:
    """Who inherits the account."""
    row = ("Estate of Owner", "Primary", "100%")
    grid(sheet, "Beneficiary Information on File", (0, 180, -340), ("Name", "Relationship", "Share"), [row])


def terms(sheet: Sheet, account: Holdings) -> None:
    """What the words of the paper mean."""
    says(sheet, "Terms Used in This Statement", TERMS)


def disclosures(sheet: Sheet) -> None:
    """The small print."""
    pencil = sheet.pencil
    pencil.room(60)
    pencil.row([(sheet.left, "Disclosures")], "B", 12, pencil.size + 1)
    for text in DISCLOSURES:
        paragraph(pencil, text, sheet.left, sheet.right, max(6, pencil.size - 1))
        pencil.y += 2


SCHEDULES: dict[str, Decoy] = {
    "outlook": outlook,
    "maturities": maturities,
    "targets": targets,
    "beneficiaries": beneficiaries,
    "terms": terms,
}
