"""The fingerprint of an answer: SHA-256 of the case, its trades without sentences, and the engine's version."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.domain.account import Taxpayer
from core.domain.canonical import digest
from core.domain.case import Case
from core.domain.trade import Trade
from core.tax.bill import first_adult

ENGINE_VERSION = "1.9.0"


def fingerprint(case: Case, trades: Sequence[Trade]) -> str:
    """`sha256:…`: no time, no person, no database id, and the same for any order of the case's lists."""
    return digest({"case": in_order(case), "trades": [_bare(trade) for trade in trades], "engine": ENGINE_VERSION})


def in_order(case: Case) -> Case:
    """The same case with every list sorted by id; an order that means something stays.

    Substitutes stand best first; a child's rates are those of the first taxpayer listed who is none.
    """
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
    return replace(
        case,
        accounts=accounts,
        taxpayers=_payers_in_order(case.taxpayers),
        securities=tuple(sorted(case.securities, key=lambda security: security.symbol)),
        history=tuple(sorted(case.history, key=_row_order)),
    )


def _payers_in_order(payers: Sequence[Taxpayer]) -> tuple[Taxpayer, ...]:
    with_child = any(payer.filing_status == "child" for payer in payers)
    adult = first_adult(payers) if with_child else None
    alike = [replace(payer, related=tuple(sorted(payer.related))) for payer in payers]
    return tuple(sorted(alike, key=lambda payer: (adult is not None and payer.id != adult.id, payer.id)))


def _row_order(row: Any) -> tuple[str, ...]:
    return tuple(
        str(part) for part in (row.date, row.account, row.symbol, row.side, row.quantity, row.amount, row.gain)
    )


def _bare(trade: Trade) -> Trade:
    """Reasons keep codes and facts; `without` is derived, and a fast answer has none."""
    return replace(trade, reasons=tuple(replace(reason, sentence="") for reason in trade.reasons), without=None)
