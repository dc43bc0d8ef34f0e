"""The household case file (`household-case/1`) as a case: defaults filled in, unknown keys answered with warnings."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from core.domain.account import Account, Taxpayer
from core.domain.allocation import Allocation
from core.domain.canonical import from_plain, to_plain
from core.domain.case import Case
from core.domain.errors import BadInput
from core.domain.issue import Issue
from core.domain.lot import Lot
from core.domain.policy import Policy
from core.domain.security import Security
from core.rebalance.fingerprint import in_order
from core.rebalance.lot_names import with_names_apart
from core.rebalance.target_models import with_targets_opened
from core.rebalance.tracking import check_risk
from core.tax.relief import RELIEFS

SECTIONS: Mapping[str, type] = {
    "account": Account, "lot": Lot, "security": Security, "taxpayer": Taxpayer, "target": Allocation, "policy": Policy,
    "case": Case,
}  # fmt: skip


def read_case(plain: Any, where: str) -> tuple[Case, tuple[Issue, ...]]:
    """A case from JSON values, its lists sorted by id; BadInput names the file and the place."""
    unknown: list[str] = []
    try:
        case = in_order(from_plain(Case, with_targets_opened(with_names_apart(_with_empty_lists(plain))), "", unknown))
        _check(case)
    except BadInput as error:
        raise BadInput(f"{where}: {error.where}" if error.where else where, error.what) from None
    return case, tuple(
        Issue("warning", key, f"'{key}' is not known and was not read", "unknown_key") for key in unknown
    )


def defaults() -> dict[str, dict[str, Any]]:
    """The optional fields of a case file by section, with their defaults as JSON values."""
    return {section: _defaults(kind) for section, kind in SECTIONS.items()}


def _defaults(kind: Any) -> dict[str, Any]:
    found = {}
    for entry in fields(kind):
        if entry.default is not MISSING:
            found[entry.name] = to_plain(entry.default)
        elif entry.default_factory is not MISSING:
            found[entry.name] = to_plain(entry.default_factory())
    return found


def _with_empty_lists(plain: Any) -> Any:
    if not isinstance(plain, Mapping):
        raise BadInput("", "a household case is a JSON object")
    return {"taxpayers": [], **plain}


def _check(case: Case) -> None:
    """What no single noun can see for itself."""
    if case.policy.relief not in RELIEFS:
        raise BadInput("policy.relief", f"'{case.policy.relief}' is none of {', '.join(RELIEFS)}")
    _share("policy.turnover_limit", case.policy.turnover_limit)
    for name in ("minimum_trade", "minimum_benefit"):
        _not_negative(f"policy.{name}", getattr(case.policy, name))
    if case.risk is not None:
        check_risk(case.risk)
    for account in case.accounts:
        for name in ("minimum_cash", "commission", "reserve", "required_distribution"):
            _not_negative(f"accounts.{account.id}.{name}", getattr(account, name))
    for payer in case.taxpayers:
        for part in ("short", "long"):
            _not_negative(f"taxpayers.{payer.id}.carryforward.{part}", getattr(payer.carryforward, part))
    for security in case.securities:
        for name in ("dividend_yield", "qualified", "expense_ratio"):
            _not_negative(f"securities.{security.symbol}.{name}", getattr(security, name))
    for row in case.history:
        _not_negative(f"history.{row.side} {row.symbol} {row.date}.quantity", row.quantity)


def _not_negative(where: str, value: Any) -> None:
    if value < 0:
        raise BadInput(where, f"{value} is below zero")


def _share(where: str, value: float | None) -> None:
    if value is not None and not 0 <= value <= 1:
        raise BadInput(where, f"{value} is not a fraction from 0 to 1")
