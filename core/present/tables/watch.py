"""Alerts of the log, bands that were set, and messages that went out."""

from collections.abc import Mapping, Sequence
from datetime import date

from core.domain.bands import BandRule, Bands
from core.domain.breach import Alert
from core.domain.delivery import Delivery
from core.present.html import Cell, Column, Safe, table
from core.present.tables.alerts import severity
from core.present.tables.sheet import Head, Sheet, sheet
from core.risk.portfolio_metric import unit_of
from core.words.band_rules import rule_words
from core.words.days import moment, short_day
from core.words.metrics import metric_name
from core.words.numbers import DASH
from core.words.sentences import start, with_titles


def log_table(
    alerts: Sequence[Alert], names: Mapping[str, str], titles: Mapping[str, str], people: Mapping[str, str], as_of: date
) -> Sheet:
    """One row per alert, worst and oldest first; keys are the alerts' own. names, people : by id."""
    order = {"error": 0, "warning": 1, "note": 2}
    ordered = sorted(alerts, key=lambda alert: (order[alert.severity], alert.since, alert.key))
    heads = (
        Head("Severity", 84), Head("Household", 112), Head("What happened", 640), Head("Since", 64),
        Head("Age, days", 96, number=True), Head("State", 150), Head("Note", 110),
    )  # fmt: skip
    rows = [
        [
            severity(alert), names.get(alert.household, alert.household), with_titles(alert.sentence, titles),
            short_day(alert.since), (as_of - alert.since).days, state(alert, people), alert.note,
        ]
        for alert in ordered
    ]  # fmt: skip
    return sheet(heads, rows, keys=[alert.key for alert in ordered])


def closed_table(alerts: Sequence[Alert], names: Mapping[str, str], titles: Mapping[str, str]) -> Sheet:
    """Alerts that were closed, as given: what it was, since when it stood, and when it was gone."""
    heads = (
        Head("Household", 112), Head("What it was", 700), Head("Since", 70), Head("Gone on", 70), Head("How", 240),
    )  # fmt: skip
    rows = [
        [names.get(one.household, one.household), with_titles(one.sentence, titles), short_day(one.since),
         short_day(one.closed), one.note]
        for one in alerts
    ]  # fmt: skip
    return sheet(heads, rows, keys=[one.key for one in alerts])


def state(alert: Alert, people: Mapping[str, str]) -> str:
    """`Snoozed until Nov 30`, `Assigned to Jules Okafor`, `Open`."""
    who = people.get(alert.person, alert.person)
    if alert.state == "snoozed" and alert.snoozed_until:
        return f"Snoozed until {short_day(alert.snoozed_until)}"
    if alert.state == "assigned":
        return f"Assigned to {who}"
    if alert.state == "escalated":
        return f"Escalated to {alert.role}" + (f" by {who}" if who else "")
    return alert.state.capitalize() + (f" by {who}" if alert.state == "acknowledged" else "")


def bands_table(bands: Sequence[Bands], owners: Mapping[str, str], labels: Mapping[str, str]) -> Sheet:
    """One row per rule; keys are (scope, owner, subject). owners : id of a household or mandate -> its name."""
    rules = [(one, subject, rule) for one in bands for subject, rule in one.rules.items()]
    heads = (Head("Level", 78), Head("Where", 124), Head("For", 118), Head("Rule", 200))
    rows = [
        [
            one.scope.capitalize(),
            place(one, owners),
            labels.get(subject, _subject(subject)),
            start(_rule(rule, subject)),
        ]
        for one, subject, rule in rules
    ]
    return sheet(heads, rows, keys=[(one.scope, one.owner, subject) for one, subject, _ in rules])


def _rule(rule: BandRule, subject: str) -> str:
    return start(rule_words(rule, unit_of(subject)))


def _subject(name: str) -> str:
    """A metric by its name in words; a symbol as it is."""
    return name if name.isupper() else metric_name(name)


def place(one: Bands, owners: Mapping[str, str]) -> str:
    """Whose rules they are, as people call it."""
    owner, _, account = one.owner.partition("/")
    return (owners.get(owner, owner) or "every household") + (f", {account}" if account else "")


def deliveries_table(sent: Sequence[Delivery]) -> Safe:
    """What went out by which channel, and what is still waiting."""
    columns = (Column("Made"), Column("By"), Column("Alerts", number=True), Column("State"),
               Column("Attempts", number=True), Column("Last trouble"))  # fmt: skip
    tone = {"sent": "ok", "waiting": "caution", "failed": "bad"}
    rows = [
        [
            moment(one.made),
            one.channel,
            len(one.lines),
            Cell(one.state, tone[one.state]),
            one.attempts,
            one.error or DASH,
        ]
        for one in sent
    ]
    return table(columns, rows)
