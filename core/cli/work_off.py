"""`work-off`: a concentrated position brought down over years within a yearly gain budget, planned from a case file."""

from decimal import Decimal, InvalidOperation
from typing import Any

import click

from core.cli.door import NO, YES, Answer, command, read_case
from core.domain.errors import BadInput


@command(
    "work-off",
    click.argument("file"),
    click.option("--symbol", metavar="SYMBOL", help="what is worked off; the largest holding where none is named"),
    click.option("--budget", metavar="DOLLARS", required=True, help="net gain that each taxpayer may realise a year"),
    click.option("--most", type=float, default=0.1, show_default=True, help="weight that is aimed for, a fraction"),
    click.option("--years", type=int, default=10, show_default=True, help="years that the plan may take"),
)
def work_off_position(file: str, symbol: str | None, budget: str, most: float, years: int) -> Answer:
    """What each year sells of one position, what it gains and pays, and what is left; nothing is stored."""
    from core.domain.canonical import to_plain
    from core.rebalance import read_case as case_of
    from core.rebalance import weights_by_symbol, work_off

    case, warnings = case_of(read_case(file), file)
    heaviest = next(iter(weights_by_symbol(case)), None)
    if symbol is None and heaviest is None:
        raise BadInput(file, "holds nothing")
    plan = work_off(case, symbol or heaviest or "", _dollars(budget), most, years)
    plain: dict[str, Any] = {**to_plain(plan), "issues": [to_plain(issue) for issue in warnings]}
    return Answer(plain, YES if plan.reached else NO, plan.sentence)


def _dollars(text: str) -> Decimal:
    try:
        amount = Decimal(text.replace(",", "").replace("$", ""))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite():
        raise BadInput("--budget", f"'{text}' is no amount of dollars, such as 25000")
    return amount
