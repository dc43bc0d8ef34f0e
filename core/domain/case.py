"""The household case: everything one solve needs, and nothing that names a person.

The same bytes are exported by the app, loaded by notebooks and stored for replay (`household-case/1`).
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from core.domain.account import Account, Taxpayer
from core.domain.allocation import Allocation
from core.domain.canonical import LARGEST
from core.domain.errors import BadInput
from core.domain.lot import Activity
from core.domain.policy import Policy
from core.domain.security import Security


@dataclass(frozen=True, slots=True)
class Risk:
    """Annual covariance of class returns (class x class, in the order of `classes`)."""

    classes: tuple[str, ...]
    covariance: tuple[tuple[float, ...], ...]

    def __post_init__(self) -> None:
        size = len(self.classes)
        if len(self.covariance) != size or any(len(row) != size for row in self.covariance):
            raise BadInput("covariance", f"expected {size} rows of {size} numbers, one for each class")


@dataclass(frozen=True, slots=True)
class Case:
    """One household on one day. Cross-references are checked when it is built.

    withdrawal : dollars that the household pays out, from accounts that the policy's order chooses
    """

    as_of: date
    taxpayers: tuple[Taxpayer, ...]
    accounts: tuple[Account, ...]
    securities: tuple[Security, ...]
    target: Allocation
    history: tuple[Activity, ...] = ()
    policy: Policy = field(default_factory=Policy)
    risk: Risk | None = None
    withdrawal: Decimal = Decimal(0)
    schema: Literal["household-case/1"] = "household-case/1"

    def __post_init__(self) -> None:
        if self.withdrawal < 0:
            raise BadInput("withdrawal", f"{self.withdrawal} is below zero; deposits are cash flows of accounts")
        _unique("taxpayers", [taxpayer.id for taxpayer in self.taxpayers])
        _unique("accounts", [account.id for account in self.accounts])
        _unique("securities", [security.symbol for security in self.securities])
        _unique("lots", [lot.id for account in self.accounts for lot in account.lots])
        prices = {security.symbol: security.unit_price for security in self.securities}
        for account in self.accounts:
            for lot in account.lots:
                where = f"accounts.{account.id}.lots.{lot.id}"
                if lot.symbol not in prices:
                    raise BadInput(where, f"no security and price for {lot.symbol}")
                if abs(lot.quantity) * prices[lot.symbol] >= LARGEST:
                    raise BadInput(where, "is worth more than dollars and cents can count here")
                _not_after(self.as_of, f"{where}.acquired", lot.acquired)
                _not_after(self.as_of, f"{where}.holding_start", lot.holding_start)
        for number, row in enumerate(self.history):
            _not_after(self.as_of, f"history[{number}].date", row.date)

    def security(self, symbol: str) -> Security:
        """The security of that symbol (KeyError where there is none)."""
        return next(security for security in self.securities if security.symbol == symbol)

    def account(self, account_id: str) -> Account:
        """The account of that id."""
        return next(account for account in self.accounts if account.id == account_id)


def _not_after(as_of: date, where: str, day: date | None) -> None:
    if day is not None and day > as_of:
        raise BadInput(where, f"{day} is after {as_of}, the day of the case")


def _unique(where: str, names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if not name.strip():
            raise BadInput(where, "one has an empty name")
        if name in seen:
            raise BadInput(where, f"'{name}' stands twice")
        seen.add(name)
