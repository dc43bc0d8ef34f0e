"""The fingerprint of an answer: SHA-256 of the case, its trades without sentences, and the engine's version."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.domain.canonical import digest
from core.domain.case import Case
from core.domain.trade import Trade

ENGINE_VERSION = "1.0.0"


def fingerprint(case: Case, trades: Sequence[Trade]) -> str:
    """`sha256:…`: no time, no person, no database id, and the same for any order of the case's lists."""
    return digest({"case": in_order(case), "trades": [_bare(trade) for trade in trades], "engine": ENGINE_VERSION})


def in_order(case: Case) -> Case:
    """The same case with every list sorted by id; substitutes keep their order, which means something."""
    accounts = tuple(
        replace(
            account,
            lots=tuple(sorted(account.lots, key=lambda lot: lot.id)),
            do_not_buy=tuple(sorted(account.do_not_buy)),
            do_not_sell=tuple(sorted(account.do_not_sell)),
            menu=None if account.menu is None else tuple(sorted(account.menu)),
        )
        for account in sorted(case.accounts, key=lambda account: account.id)
    )
    payers = [replace(payer, related=tuple(sorted(payer.related))) for payer in case.taxpayers]
    return replace(
        case,
        accounts=accounts,
        taxpayers=tuple(sorted(payers, key=lambda payer: payer.id)),
        securities=tuple(sorted(case.securities, key=lambda security: security.symbol)),
        history=tuple(sorted(case.history, key=_row_order)),
    )


def _row_order(row: Any) -> tuple[str, ...]:
    return tuple(
        str(part) for part in (row.date, row.account, row.symbol, row.side, row.quantity, row.amount, row.gain)
    )


def _bare(trade: Trade) -> Trade:
    """Reasons keep codes and facts; `without` is derived, and a fast answer has none."""
    return replace(trade, reasons=tuple(replace(reason, sentence="") for reason in trade.reasons), without=None)
