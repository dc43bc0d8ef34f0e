"""Open alerts, oldest first, their age as a bar."""

from collections.abc import Mapping, Sequence
from datetime import date

from core.domain.breach import Alert
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tokens import EXPLAINED, NEAR, OUTSIDE
from core.words.days import short_day
from core.words.sentences import with_titles

SEVERITY = {"error": f"{OUTSIDE} Breach", "warning": f"{NEAR} Near", "note": f"{EXPLAINED} Note"}


def alerts_table(alerts: Sequence[Alert], names: Mapping[str, str], titles: Mapping[str, str], as_of: date) -> Sheet:
    """One row per alert; the keys are household ids. names : of households; titles : of accounts."""
    ordered = sorted(alerts, key=lambda alert: (alert.since, alert.household))
    ages = [(as_of - alert.since).days for alert in ordered]
    heads = (
        Head("Severity", 84), Head("Household", 112), Head("What happened", 700), Head("Since", 70),
        Head("Age, days", 150, number=True, bar=float(max([14, *ages]))), Head("State", 74),
    )  # fmt: skip
    rows = [
        [
            severity(alert), names.get(alert.household, alert.household), with_titles(alert.sentence, titles),
            short_day(alert.since), age,
            alert.state.capitalize(),
        ]
        for alert, age in zip(ordered, ages, strict=True)
    ]  # fmt: skip
    return sheet(heads, rows, keys=[alert.household for alert in ordered])


def severity(alert: Alert) -> str:
    """Shape and word of an alert's severity."""
    return SEVERITY[alert.severity]
