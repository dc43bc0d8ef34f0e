"""The portfolio metrics of households and accounts today, held against the limits that were set for them."""

from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from core.domain.bands import Bands
from core.domain.breach import Alert
from core.domain.issue import Issue
from core.domain.metric import MetricValue
from core.market.feeds import HOLDINGS
from core.market.top_holdings import top_holdings
from core.monitor.banding import Resolved, banded
from core.monitor.book.rows import portfolios, symbols_needed
from core.monitor.cycle import subject
from core.monitor.look import Measured
from core.monitor.metrics import MetricTable, measure_book
from core.monitor.readings import account_readings
from core.risk.portfolio_metric import PORTFOLIO_METRICS
from core.risk.portfolios import Portfolios
from core.workflow.bands import bands_for, kept_bands, resolved
from core.workflow.case_files import CaseFile, case_file
from core.workflow.desk import Desk
from core.workflow.market_actions import history_of
from core.workflow.market_files import factors_of, risk_free_of

SESSIONS = 757
"""Daily closes behind the metrics of risk: three years."""


def measure(desk: Desk, files: Mapping[str, CaseFile]) -> MetricTable:
    """Every metric of these households and their accounts, as one matrix over three years of history."""
    desk.require("read_clients")
    return measure_book(book_of(desk, files))


def book_of(desk: Desk, files: Mapping[str, CaseFile]) -> Portfolios:
    """These households and their accounts as the rows of one matrix, with the history and the files behind them."""
    desk.require("read_clients")
    cases = {name: file.case for name, file in files.items()}
    closes = history_of(desk, symbols_needed(cases), SESSIONS) if cases else pd.DataFrame()
    factors, _ = factors_of(desk, SESSIONS)
    issuers = top_holdings(desk.settings.firm / HOLDINGS)
    return portfolios(cases, closes, risk_free_of(desk, SESSIONS), factors, desk.settings.firm, issuers)


def metrics_of(desk: Desk, household_id: str) -> tuple[MetricValue, ...]:
    """One household's metrics today, against the limits that were set."""
    desk.require("read_clients")
    file = case_file(desk, household_id)
    table = measure(desk, {household_id: file})
    return banded(table.of(household_id), bands_for(desk, file.household))


def beyond_since(alerts: Iterable[Alert]) -> dict[str, date]:
    """Metric -> the day since which it is beyond its limit, from the alerts of the log."""
    return {subject(alert): alert.since for alert in alerts if alert.kind == "metric_breach"}


def metric_facts() -> tuple[dict[str, int], dict[str, str]]:
    """Metric -> its number in the house's list, and metric -> how it is counted."""
    entries = PORTFOLIO_METRICS.entries()
    return (
        {entry.name: entry.facts["number"] for entry in entries},
        {entry.name: entry.facts["convention"] or (entry.function.__doc__ or "") for entry in entries},
    )


def measured(
    desk: Desk, file: CaseFile, table: MetricTable, kept: Mapping[str, Bands], reviews: tuple[Issue, ...]
) -> Measured:
    """Metrics of the household and its accounts against their limits, and accounts against targets of their own."""
    desk.require("read_clients")
    household, case = file.household, file.case
    rules = account_rules(desk, file, kept)
    own = {account.id: bands_for(desk, household, account.id, kept) for account in case.accounts}
    return Measured(
        metrics=banded(table.of(household.id), bands_for(desk, household, kept=kept)),
        accounts=account_readings(household.id, case, file.quotes.stale(case.as_of), rules, file.doubtful),
        account_metrics={
            name: banded(table.of(f"{household.id}/{name}"), [one for one in bands if one.scope == "account"])
            for name, bands in own.items()
        },
        reviews=reviews,
    )


def account_rules(
    desk: Desk, file: CaseFile, kept: Mapping[str, Bands] | None = None
) -> dict[str, Mapping[str, Resolved]]:
    """Account -> the rules that it is held against by itself: all of them where it has a target of its own, else those
    that were set for the account, around the household's target."""
    desk.require("read_clients")
    every = kept_bands(desk) if kept is None else kept
    found: dict[str, Mapping[str, Resolved]] = {}
    for account in file.case.accounts:
        own = account.target is not None
        if not own and Bands("account", f"{file.household.id}/{account.id}").id not in every:
            continue
        rules = resolved(desk, file.household, account.target or file.case.target, account.id, every)
        found[account.id] = {name: rule for name, rule in rules.items() if own or rule.level == "account"}
    return found
