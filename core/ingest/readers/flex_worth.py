"""What a Flex query says an account is worth: its net asset value, its cash, and what has accrued on it.

The net asset value counts dividends and interest that have accrued and are not paid yet, beside positions and cash.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import read_date

BASE = "BASE_SUMMARY"
SMALL_AND_LARGE = re.compile(r"(?<=[a-z])(?=[A-Z])")
ACCRUALS = "Accruals"
OPEN = {"dividendAccruals": "OpenDividendAccrual", "interestAccruals": "InterestAccrualsCurrency"}
"""Where accruals stand that the summary of the account leaves out."""
SECTIONS = {"dividendAccruals": "OpenDividendAccruals", "interestAccruals": "InterestAccruals"}


@dataclass(frozen=True, slots=True)
class Worth:
    """The net asset value and the cash of an account in its base currency; `accruals` are (what, dollars).

    `untold` are the accruals, `dividend accruals`, of which the query says nothing, not even that there are none.
    """

    total: Decimal | None
    cash: Decimal | None
    accruals: tuple[tuple[str, Decimal], ...] = ()
    untold: tuple[str, ...] = ()


def worth_of(body: Any) -> Worth:
    """What the account of a Flex statement is worth; no total where its positions are in another currency."""
    days = [row.attrib for row in body.iter("EquitySummaryByReportDateInBase")]
    newest: Mapping[str, str] = max(reversed(days), key=_day_of, default={})
    changed: Mapping[str, str] = next((row.attrib for row in body.iter("ChangeInNAV")), {})
    total = number_of(newest.get("total") or changed.get("endingValue"))
    cash = _cash(body)
    in_base = _is_in_base(body, newest.get("currency") or changed.get("currency"))
    return Worth(
        total if in_base else None,
        number_of(newest.get("cash")) if cash is None and in_base else cash,
        tuple(_accruals(body, newest)) if in_base and total is not None else (),
        tuple(_spoken(name) for name in OPEN if name not in newest and not _has_section(body, name)),
    )


def number_of(text: str | None) -> Decimal | None:
    """An amount as Flex writes it, also `1.5E-4`; None where there is none."""
    found = read_amount(text) if text else None
    if found is None and text and re.fullmatch(r"-?\d+(?:\.\d+)?[eE][-+]?\d{1,2}", text):
        return Decimal(text)
    return None if found is None else found.value


def _day_of(summary: Mapping[str, str]) -> date:
    """The day of a summary, in whatever way the query writes days; of several without one the last counts."""
    return read_date(summary.get("reportDate", "")) or date.min


def _is_in_base(body: Any, base: str | None) -> bool:
    """Whether all positions are in one currency, that of the account where it is told."""
    held = {row.get("currency") for row in body.iter("OpenPosition")}
    return len(held) <= 1 and (not base or held <= {base, None})


def _cash(body: Any) -> Decimal | None:
    """The cash in base currency; without a summary that of the one currency in which there is any."""
    held = {row.get("currency"): number_of(row.get("endingCash")) for row in body.iter("CashReportCurrency")}
    if BASE in held:
        return held[BASE]
    told = [amount for amount in held.values() if amount is not None]
    some = [amount for amount in told if amount] or told[:1]
    return some[0] if len(some) == 1 else None


def _accruals(body: Any, summary: Mapping[str, str]) -> list[tuple[str, Decimal]]:
    """What has accrued, by the words of the query: `dividend accruals`; parts of these are not named again."""
    told = {name: number_of(summary[name]) for name in summary if name.endswith(ACCRUALS)}
    told.update({name: _open_accruals(body, tag) for name, tag in OPEN.items() if name not in told})
    return [(_spoken(name), amount) for name, amount in told.items() if amount]


def _spoken(name: str) -> str:
    """The words of a name of the query: `dividend accruals`."""
    return SMALL_AND_LARGE.sub(" ", name).lower()


def _has_section(body: Any, name: str) -> bool:
    """Whether the query holds the section of those accruals, with rows or without."""
    return any(next(body.iter(tag), None) is not None for tag in (SECTIONS[name], OPEN[name]))


def _open_accruals(body: Any, tag: str) -> Decimal | None:
    """The accruals of a section of their own: one row for each dividend, or one for all currencies of interest."""
    rows = [row.attrib for row in body.iter(tag)]
    if any(row.get("currency") == BASE for row in rows):
        rows = [row for row in rows if row.get("currency") == BASE]
    amounts = [number_of(row.get("netAmount") or row.get("endingAccrualBalance")) for row in rows]
    return sum((amount for amount in amounts if amount is not None), Decimal(0)) if rows else None
