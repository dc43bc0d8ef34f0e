"""Dividends and interest that have accrued, told by labels beside positions and cash: the total may count them.

They count only where they make the total to the cent; what rows print of their own accrued interest goes before.
"""

import itertools
from collections.abc import Sequence
from decimal import Decimal

from core.domain.statement import StatementLine
from core.ingest.accounts.draft import ZERO, Draft
from core.ingest.rows.accrued_rows import ACCRUED

MOST = 8


def accrued_beside(
    draft: Draft, lines: Sequence[StatementLine], total: Decimal | None, cash: Decimal | None
) -> tuple[tuple[str, Decimal], ...]:
    """What has accrued by the labels of the account, (what, dollars), where it makes its total; else none."""
    values = [line.market_value for line in lines if line.market_value is not None and line.asset_type != "cash"]
    left = total - sum(values, cash or ZERO) if total is not None and lines else ZERO
    if not left or left == sum((line.accrued for line in lines if line.accrued is not None), ZERO):
        return ()
    told = {
        (fact.text.strip(" :").lower(), fact.amount): fact.where
        for fact in draft.money
        if fact.amount and ACCRUED.fullmatch(fact.text.strip(" :"))
    }
    for count in range(1, min(len(told), MOST) + 1):
        for some in itertools.combinations(itertools.islice(told, MOST), count):
            apart = len({(what, str(told[what, amount]), told[what, amount].box) for what, amount in some}) == count
            if apart and sum(amount for _, amount in some) == left:
                return some
    return ()
