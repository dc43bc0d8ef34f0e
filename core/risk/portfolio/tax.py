"""What the ledger says: gains not yet taken, losses that could be, budgets and days. Dollars come from core.tax."""

import numpy as np

from core.risk.portfolio_metric import portfolio_metric
from core.risk.portfolios import Portfolios
from core.risk.sample import Vector

TAXABLE = "taxable accounts, lots whose basis is known"


@portfolio_metric(
    37, unit="dollars", convention=f"value - basis of short-term lots, {TAXABLE}", source="formula", needs="basis"
)
def embedded_gain_short(book: Portfolios) -> Vector:
    """Gain not taken in lots held a year or less."""
    return book.figures["embedded_short"]


@portfolio_metric(
    37, unit="dollars", convention=f"value - basis of long-term lots, {TAXABLE}", source="formula", needs="basis"
)
def embedded_gain_long(book: Portfolios) -> Vector:
    """Gain not taken in lots held longer than a year."""
    return book.figures["embedded_long"]


@portfolio_metric(
    37, unit="dollars", convention="tax of the year with everything sold today less tax without", source="core.tax",
    needs="basis",
)  # fmt: skip
def tax_to_liquidate(book: Portfolios) -> Vector:
    """What selling everything today would add to the year's tax."""
    return book.figures["tax_to_liquidate"]


@portfolio_metric(37, unit="fraction", convention="tax to liquidate / value", source="core.tax", needs="basis")
def tax_to_liquidate_share(book: Portfolios) -> Vector:
    """The same over the value."""
    return np.asarray(book.figures["tax_to_liquidate"] / np.where(book.total == 0, np.nan, book.total))


@portfolio_metric(
    38, unit="dollars", convention=f"losses less what purchases of the last 30 days wash; {TAXABLE}",
    sign="0 or more", source="26 USC 1091; core.tax", needs="basis",
)  # fmt: skip
def harvestable_loss(book: Portfolios) -> Vector:
    """Losses that could be taken today, net of wash sales."""
    return book.figures["harvestable"]


@portfolio_metric(
    38, unit="dollars", convention="short- and long-term gains and losses of the year so far", source="ledger",
    needs="holdings",
)  # fmt: skip
def realized_gain(book: Portfolios) -> Vector:
    """Net gain taken this year."""
    return book.figures["realized"]


@portfolio_metric(
    38, unit="dollars", convention="gain budget - realized gain; none where no budget is set",
    sign="negative: over the budget", source="ledger", needs="holdings",
)  # fmt: skip
def gain_budget_left(book: Portfolios) -> Vector:
    """What the year's gain budget still allows."""
    return book.figures["budget_left"]


@portfolio_metric(
    38, unit="days", convention="first day on which a short-term lot of a taxable account turns long-term",
    sign="0 or more", source="Rev. Rul. 66-7, 66-97", needs="holdings",
)  # fmt: skip
def days_to_long_term(book: Portfolios) -> Vector:
    """Days until the next lot turns long-term."""
    return book.figures["days_to_long"]
