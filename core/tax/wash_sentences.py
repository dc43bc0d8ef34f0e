"""The wash-sale rule in words, for each piece of a lot."""

from decimal import Decimal

from core.tax.wash_rows import LotRow


def disallowed(loss: LotRow, dollars: Decimal, replacement: LotRow, matched: Decimal) -> str:
    """Why a loss does not count, what replaced it and where it went."""
    replaced_by = f"lot {replacement.lot}{_other_symbol(loss, replacement)}, acquired {replacement.acquired}"
    says = (
        f"Loss of {_money(dollars)} on {_plain(matched)} {loss.symbol} disallowed: {replaced_by}, "
        f"{_apart(loss, replacement)}, replaces them."
    )
    if replacement.plan:
        says += " It lies in an IRA or plan, so the loss is gone for good (Rev. Rul. 2008-5)."
    if replacement.acquired < loss.acquired:
        says += " It was acquired before the lot sold: the rule is applied as the IRS has done; practitioners differ."
    if replacement.acquired == loss.acquired and not replacement.plan:
        says += " Two purchases of one day count for each other (the cautious reading)."
    return says


def allowed(loss: LotRow, dollars: Decimal, own_shares_left: bool) -> str:
    """Why a loss counts."""
    says = f"Loss of {_money(dollars)} allowed: nothing unused was bought within 30 days of {loss.sold} and kept."
    if own_shares_left:
        says += " The rest of the same purchase is no replacement (Rev. Rul. 56-602)."
    return says


def taken_over(loss: LotRow, dollars: Decimal, days: int) -> str:
    """What a replacement takes over from a loss."""
    return (
        f"Replaces shares of lot {loss.lot} sold at a loss on {loss.sold}: basis + {_money(dollars)}, "
        f"holding period + {days} days."
    )


def lost_here(loss: LotRow, dollars: Decimal) -> str:
    """That a replacement in an IRA or plan takes over nothing."""
    return (
        f"Replaces shares of lot {loss.lot} sold at a loss on {loss.sold}; in an IRA or plan the basis does not "
        f"take over the {_money(dollars)}."
    )


def untouched(row: LotRow, gain: Decimal) -> str:
    """A piece that the rule leaves alone."""
    if row.sold is None:
        return "Held; it replaces no loss."
    if row.plan:
        return "Sold in an IRA or plan: neither gain nor loss counts."
    return f"Gain of {_money(gain)}: the rule does not touch gains." if gain > 0 else "Sold at its basis."


def _other_symbol(loss: LotRow, replacement: LotRow) -> str:
    return "" if loss.symbol == replacement.symbol else f" of {replacement.symbol}, substantially identical"


def _apart(loss: LotRow, replacement: LotRow) -> str:
    days = 0 if loss.sold is None else (replacement.acquired - loss.sold).days
    if days == 0:
        return "the day of the sale"
    return f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'after' if days > 0 else 'before'} the sale"


def _money(dollars: Decimal) -> str:
    return f"${dollars:,.2f}"


def _plain(quantity: Decimal) -> str:
    return f"{quantity.normalize():f}"
