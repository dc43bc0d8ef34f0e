"""The record of one look at one household: what was seen, of which data, and what it opened and closed."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from core.domain.bands import Bands
from core.domain.breach import Reading
from core.domain.canonical import digest
from core.domain.frozen_map import FrozenMap
from core.domain.household import Household
from core.domain.monitoring import AccountCheck, Check, Result
from core.monitor.cycle import Turn
from core.monitor.look import Measured
from core.workflow.bands import bands_for
from core.workflow.case_files import CaseFile
from core.workflow.desk import Desk
from core.workflow.drift import DriftView


def unsayable(readings: Iterable[Reading], measured: Measured) -> set[str]:
    """Subjects of alerts of which nobody can say today where they stand."""
    found = {one.subject for one in readings if one.standing == "unknown"}
    found |= {one.name for one in measured.metrics if one.standing == "unknown" and one.level}
    for account, own in measured.accounts.items():
        found |= {f"{account}:{one.subject}" for one in own if one.standing == "unknown"}
    for account, values in measured.account_metrics.items():
        found |= {f"{account}:{one.name}" for one in values if one.standing == "unknown" and one.level}
    return found


def check_of(
    desk: Desk, view: DriftView, accounts: FrozenMap[AccountCheck], change: Turn, kept: Mapping[str, Bands]
) -> Check:
    """What was seen of a household and its accounts, as it is kept."""
    desk.require("read_clients")
    return Check(
        household=view.file.household.id,
        version=0,
        at=desk.now(),
        as_of=desk.today(),
        prices_as_of=view.file.quotes.as_of,
        source=view.file.quotes.source,
        snapshot=_snapshot(view.file, _every_band(desk, view.file.household, kept)),
        result=_result(view, accounts),
        readings=view.readings,
        metrics=view.metrics,
        accounts=accounts,
        opened=tuple(alert.key for alert in change.opened),
        closed=tuple(alert.key for alert in change.closed),
        standing=len(change.standing),
        prices=_prices(view.file),
    )


def _prices(file: CaseFile) -> FrozenMap[Decimal]:
    """What each holding was counted at."""
    held = {lot.symbol for account in file.case.accounts for lot in account.lots}
    return FrozenMap({one.symbol: one.price for one in file.case.securities if one.symbol in held})


def _every_band(desk: Desk, held: Household, kept: Mapping[str, Bands]) -> tuple[Bands, ...]:
    """The rules of a household and of each of its accounts."""
    own = [kept.get(Bands("account", f"{held.id}/{account.id}").id) for account in held.accounts]
    return (*(one for one in own if one is not None), *bands_for(desk, held, kept=kept))


def _snapshot(file: CaseFile, bands: tuple[Bands, ...]) -> str:
    """SHA-256 of what was looked at: versions of household, mandate and bands (which never change), and the prices."""
    return digest({
        "household": [file.household.id, file.household.version],
        "mandate": [file.mandate.id, file.mandate.version],
        "bands": [[one.id, one.version] for one in bands],
        "prices": dict(file.quotes.prices),
        "days": dict(file.quotes.days),
        "as_of": file.case.as_of,
    })  # fmt: skip


def _result(view: DriftView, accounts: FrozenMap[AccountCheck]) -> Result:
    standings = {one.standing for one in view.readings} | {one.standing for one in view.metrics if one.level}
    standings |= {one.standing for account in accounts.values() for one in account.readings}
    if "outside" in standings or any(account.outside for account in accounts.values()):
        return "breach"
    return "unknown" if "unknown" in standings else "no breach"


def account_checks(measured: Measured) -> FrozenMap[AccountCheck]:
    return FrozenMap({
        name: AccountCheck(
            readings=measured.accounts.get(name, ()),
            metrics=FrozenMap({one.name: one.value for one in values if one.value is not None}),
            unknown=tuple(one.name for one in values if one.standing == "unknown"),
            outside=tuple(one.name for one in values if one.standing == "outside"),
        )
        for name, values in measured.account_metrics.items()
    })  # fmt: skip


def failed_check(desk: Desk, held: Household, problem: str, standing: int) -> Check:
    """The record of a household that could not be looked at."""
    desk.require("read_clients")
    return Check(
        household=held.id,
        version=0,
        at=desk.now(),
        as_of=desk.today(),
        prices_as_of=desk.today(),
        source=desk.feed.label,
        snapshot=digest(held),
        result="failed",
        standing=standing,
        problem=problem,
    )
