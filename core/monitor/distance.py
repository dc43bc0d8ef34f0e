"""How far a class is from its target in shares of what the household holds most of it."""

from decimal import Decimal

from core.domain.breach import Reading
from core.domain.case import Case
from core.domain.security import Security
from core.words import number, shares


def distance_in_shares(reading: Reading, case: Case) -> str:
    """`−1,204 VTI`: how many shares of the class's largest holding stand between the weight and its target."""
    security = _largest_of(reading.subject, case)
    if security is None or not security.unit_price:
        return ""
    count = reading.dollars / security.unit_price
    return f"{number(count)} {security.symbol}" if count < 0 else f"+{shares(round(count))} {security.symbol}"


def _largest_of(subject: str, case: Case) -> Security | None:
    """The security held most that is wholly of the class (or is the symbol itself)."""
    values: dict[str, Decimal] = {}
    known = {security.symbol: security for security in case.securities}
    for account in case.accounts:
        for lot in account.lots:
            security = known[lot.symbol]
            if (security.classes.get(subject) or 0.0) > 0.99 or security.symbol == subject:
                values[lot.symbol] = values.get(lot.symbol, Decimal(0)) + lot.quantity * security.unit_price
    return known[max(values, key=lambda symbol: values[symbol])] if values else None
