"""Where a holding costs least tax: the expected yearly tax on its income, by registration."""

from dataclasses import replace

from core.domain.account import Account, Amounts, Taxpayer
from core.domain.security import Security
from core.tax.marginal import Rates, marginal_rates
from core.tax.years import TaxYear


def tax_drag(
    security: Security, account: Account, taxpayer: Taxpayer, year: TaxYear, first_adult: Taxpayer | None = None
) -> float:
    """Fraction of the value lost each year to tax on dividends: 0 in an IRA, Roth or plan.

    Qualified dividends pay the long-term rate and the rest the ordinary one, both at the taxpayer's margin with
    net investment and state tax.
    """
    if not account.taxable or not security.dividend_yield:
        return 0.0
    rates = income_rates(taxpayer, year, first_adult)
    qualified = security.qualified
    return security.dividend_yield * (qualified * float(rates.long) + (1.0 - qualified) * float(rates.short))


def income_rates(taxpayer: Taxpayer, year: TaxYear, first_adult: Taxpayer | None = None) -> Rates:
    """Marginal rates on ordinary (`short`) and qualified (`long`) income, which capital losses do not absorb."""
    bare = replace(taxpayer, realized=Amounts(), carryforward=Amounts())
    return marginal_rates(bare, Amounts(), year, first_adult)
