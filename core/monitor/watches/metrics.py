"""Metrics beyond the limit that somebody set, close to it, or without enough data to say anything."""

from collections.abc import Iterator

from core.domain.metric import MetricValue
from core.monitor.breaches import breach_words
from core.monitor.look import WATCHES, Finding, Look
from core.risk.portfolio_metric import LEAST_COVERAGE, PORTFOLIO_METRICS
from core.words import count, percent
from core.words.metrics import metric_name, metric_value

KINDS = frozenset({"metric_breach", "metric_near", "thin_data", "account_breach"})
"""Kinds of alert that only a full look can find."""


@WATCHES.add()
def metric_breach(look: Look) -> Iterator[Finding]:
    """A metric stands beyond its limit."""
    for value in look.metrics:
        if value.standing == "outside":
            yield Finding(value.name, "error", f"{metric_name(value.name)} is {_shown(value)}, beyond {_limit(value)}.")


@WATCHES.add()
def metric_near(look: Look) -> Iterator[Finding]:
    """A metric is within its limit, by less than 15 % of it."""
    for value in look.metrics:
        if value.standing == "near":
            yield Finding(
                value.name, "warning", f"{metric_name(value.name)} is {_shown(value)}, close to {_limit(value)}."
            )


@WATCHES.add()
def thin_data(look: Look) -> Iterator[Finding]:
    """Too little of the household has the data that metrics need; those metrics say nothing."""
    thin = [value for value in look.metrics if value.coverage < LEAST_COVERAGE and _asked_for(value)]
    if not thin:
        return
    least = min(value.coverage for value in thin)
    sentence = (
        f"{count(len(thin), 'metric')} cannot be said: only {percent(least, 0)} of the household has the data behind "
        f"{metric_name(min(thin, key=lambda value: value.coverage).name).lower()}."
    )
    yield Finding("coverage", "warning", sentence)


@WATCHES.add()
def account_breach(look: Look) -> Iterator[Finding]:
    """An account stands outside a band of its own, or beyond a limit that was set for it."""
    for account, readings in look.measured.accounts.items():
        for reading in readings:
            if reading.standing == "outside":
                yield Finding(f"{account}:{reading.subject}", "error", f"Account {account}: {breach_words(reading)}.")
    for account, values in look.measured.account_metrics.items():
        for value in values:
            if value.standing == "outside":
                sentence = (
                    f"Account {account}: {metric_name(value.name).lower()} is {_shown(value)}, beyond {_limit(value)}."
                )
                yield Finding(f"{account}:{value.name}", "error", sentence)


@WATCHES.add()
def product_review(look: Look) -> Iterator[Finding]:
    """The review of something held is overdue, or its cost moved since the review."""
    held = {lot.symbol for account in look.case.accounts for lot in account.lots}
    for issue in look.measured.reviews:
        if issue.where in held:
            yield Finding(f"{issue.where}:{issue.code}", "note", f"{issue.where}: {issue.message}")


def _asked_for(value: MetricValue) -> bool:
    """Whether somebody may expect it: the betas of a firm without a file of factors are nobody's trouble."""
    return bool(value.coverage or value.level) or PORTFOLIO_METRICS.entry(value.name).facts["needs"] != "factors"


def _shown(value: MetricValue) -> str:
    return metric_value(value.value, value.unit)


def _limit(value: MetricValue) -> str:
    edge = value.high
    if edge is None or (value.low is not None and value.value is not None and value.value < (value.low + edge) / 2):
        return f"the least of {metric_value(value.low, value.unit)}"
    return f"the limit of {metric_value(edge, value.unit)}"
