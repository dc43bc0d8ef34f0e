"""The rows of a statement account as read, what does not tie first, and the marks that show them on the page."""

from collections.abc import Sequence
from decimal import Decimal

from core.domain.statement import Box, Check, StatementAccount, StatementLine
from core.ingest.proof.prove import name_of
from core.present.paper import Mark
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tokens import OUTSIDE, PROVEN, TROUBLE_FILL
from core.words.numbers import DASH, dollars, number, shares, signed_dollars
from core.words.sentences import listing, shorten, start

ROW_HEADS = (
    Head("Symbol", 112),
    Head("Description", 250),
    Head("Quantity", 84, number=True, show=shares),
    Head("Price", 74, number=True, show=lambda value: price(value)),
    Head("Value", 94, number=True, show=lambda value: number(value, 2)),
    Head("Cost basis", 94, number=True, show=lambda value: number(value, 2)),
    Head("Check", 170),
)
NARROW = tuple(head for head in ROW_HEADS if head.title != "Description")
"""Columns that fit beside the page; the description stands on the page."""
DOUBT = "in doubt:"
WHOLE_ACCOUNT = -1
"""The key of a row that stands for a printed sum, not for a position."""


def price(value: float) -> str:
    """A price with two to four decimals, as many as it has."""
    text = f"{value:.4f}".rstrip("0")
    return number(text, max(2, len(text.partition(".")[2])))


def rows_table(account: StatementAccount, verdicts: Sequence[str], problems_first: bool, narrow: bool = False) -> Sheet:
    """The rows that do not tie, then printed sums that do not, then the rest; `verdicts` says per row what is wrong.

    Keys are row numbers, `WHOLE_ACCOUNT` for a printed sum.
    """
    order = list(range(len(account.positions)))
    if problems_first:
        order.sort(key=lambda row: (not verdicts[row], verdicts[row].startswith(DOUBT)))
    heads = NARROW if narrow else ROW_HEADS
    wrong = [row for row in order if verdicts[row]] if problems_first else []
    sums = broken_sums(account)
    keys = [*wrong, *(WHOLE_ACCOUNT for _ in sums), *order[len(wrong) :]]
    shown = [_row(account.positions[row], verdicts[row]) for row in order]
    shown[len(wrong) : len(wrong)] = [_sum_row(check) for check in sums]
    css = {
        (place, head.title): f"background-color:{TROUBLE_FILL}"
        for place, row in enumerate(shown)
        if str(row["Symbol"]).startswith(OUTSIDE)
        for head in heads
    }
    rows = [[row[head.title] for head in heads] for row in shown]
    return sheet(heads, rows, css, keys=keys)


def broken_sums(account: StatementAccount) -> list[Check]:
    """Checks that do not hold and name no single row."""
    names = {name_of(line) for line in account.positions}
    return [check for check in account.checks if not check.ok and check.where not in names]


def sum_sentence(check: Check) -> str:
    """`Stocks: 42,000.00 is printed, the lines give 46,700.00, a difference of +$4,700.00.`"""
    if check.difference is None:
        return f"{sum_name(check)}. So it does not hold that {check.check}."
    return (
        f"{sum_name(check)}: {dollars(check.expected)} is printed, the lines give {dollars(check.found)}, "
        f"a difference of {signed_dollars(check.difference)}."
    )


def sum_name(check: Check) -> str:
    """What the sum is of: its section, or the whole account."""
    name = start(check.where) or "Account total"
    return f"{name}, cost" if "cost" in check.check else name


def _sum_row(check: Check) -> dict[str, object]:
    found = f"lines give {number(check.found, 2)}" if check.found is not None else check.check
    return {
        "Symbol": f"{OUTSIDE} {shorten(sum_name(check).split(':')[0], 14)}",
        "Description": check.check,
        "Quantity": None,
        "Price": None,
        "Value": None if "cost" in check.check else _float(check.expected),
        "Cost basis": _float(check.expected) if "cost" in check.check else None,
        "Check": found,
    }


def _row(line: StatementLine, verdict: str) -> dict[str, object]:
    return {
        "Symbol": f"{OUTSIDE if verdict else PROVEN} {row_name(line)}",
        "Description": line.description,
        "Quantity": _float(line.quantity),
        "Price": _float(line.price),
        "Value": _float(line.market_value),
        "Cost basis": _float(line.cost_basis),
        "Check": verdict or ("ties" if _multiplies(line) else "in the sums"),
    }


def row_name(line: StatementLine) -> str:
    """The symbol, or the identifier, or the beginning of the description."""
    return line.symbol or line.cusip or line.isin or shorten(line.description, 12) or DASH


def row_title(line: StatementLine) -> str:
    """The name of a row with its description."""
    named = line.symbol or line.cusip or line.isin
    return " ".join(part for part in (named, shorten(line.description, 48)) if part) or DASH


def row_verdicts(account: StatementAccount) -> list[str]:
    """Per row: "" where it ties, else what does not, from the checks that name the row."""
    return [_verdict(account, row) for row in range(len(account.positions))]


def _verdict(account: StatementAccount, row: int) -> str:
    line = account.positions[row]
    name = name_of(line)
    broken = next((check for check in account.checks if not check.ok and check.where == name), None)
    if broken is not None:
        return f"{broken.check}: {signed_dollars(broken.difference)}" if broken.difference else broken.check
    if not line.flagged:
        return ""
    if line.market_value is None:
        return "no value printed"
    if line.doubts:
        return f"{DOUBT} {listing([name.replace('_', ' ') for name in line.doubts])}"
    return "the printed gain disagrees"


def _multiplies(line: StatementLine) -> bool:
    """Whether the row prints a quantity, a price and a value, so that it can be recomputed by itself."""
    return None not in (line.quantity, line.price, line.market_value)


def verdict_sentence(verdict: str, line: StatementLine) -> str:
    """What is wrong with the row, or that nothing is, and why."""
    if not verdict and not _multiplies(line):
        return "prints no quantity and price to multiply; its value counts in the printed sums."
    if verdict.startswith(DOUBT):
        return f"is {verdict}. Compare with the page."
    return f"does not tie: {verdict}." if verdict else "ties: quantity x price x unit gives the printed value."


def pages_of(account: StatementAccount) -> list[int]:
    """The pages on which the account's rows stand."""
    return sorted({line.source.page for line in account.positions if line.source.page})


FIELD_OF = {
    "Symbol": "symbol", "Description": "description", "Quantity": "quantity", "Price": "price",
    "Value": "market_value", "Cost basis": "cost_basis",
}  # fmt: skip
"""Title of a column -> the field whose box on the page it is."""


def box_of(line: StatementLine, title: str) -> Box | None:
    """Where on the page the value in this column of the row stands; None where no box is known."""
    return line.source.fields.get(FIELD_OF.get(title, ""))


def marks_on(
    account: StatementAccount, verdicts: Sequence[str], page: int, chosen: int | None, title: str = ""
) -> list[Mark]:
    """What to draw over a page: trouble boxed, what ties ticked, the chosen row framed and its chosen value filled."""
    marks = []
    for row, line in enumerate(account.positions):
        if line.source.page != page or line.source.box is None:
            continue
        named = row_title(line)
        marks.append(Mark(line.source.box, "trouble" if verdicts[row] else "tie", verdicts[row] or named))
        if row == chosen:
            marks.append(Mark(line.source.box, "chosen", named))
            if (value := box_of(line, title)) is not None:
                marks.append(Mark(value, "value", title))
    return marks


def field_texts(line: StatementLine) -> dict[str, str]:
    """What a person may change of a row, as text; empty where nothing is printed."""
    values = {
        "symbol": line.symbol, "quantity": line.quantity, "price": line.price, "market_value": line.market_value,
        "cost_basis": line.cost_basis, "description": line.description, "cusip": line.cusip,
        "asset_type": line.asset_type, "unit": line.unit, "accrued": line.accrued, "commitment": line.commitment,
        "called": line.called, "unfunded": line.unfunded, "nav_date": line.nav_date, "lock_until": line.lock_until,
    }  # fmt: skip
    return {name: "" if value is None else str(value) for name, value in values.items()}


def account_texts(account: StatementAccount) -> dict[str, str]:
    """What a person may change of the account itself, as text."""
    values = {
        "stated_total": account.stated_total, "cash": account.cash, "number": account.number, "owner": account.owner,
        "institution": account.institution, "registration": account.registration, "as_of": account.as_of,
    }  # fmt: skip
    return {name: "" if value is None else str(value) for name, value in values.items()}


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
