"""An alert that nobody answers goes to the next role by itself, after business days, and no further than the last."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.breach import Alert
from core.monitor.cycle import turn
from core.monitor.escalation import CHAIN, next_role, raised

FRIDAY = date(2026, 11, 20)
OPENED = Alert("H:breach:cash", "H", "breach", "error", FRIDAY, "It is.", version=1, asked=FRIDAY)


@pytest.mark.parametrize(
    ("day", "role"),
    [
        (date(2026, 11, 22), "advisor"),
        (date(2026, 11, 24), "advisor"),
        (date(2026, 11, 25), "compliance"),
        (date(2026, 11, 26), "compliance"),
    ],
)
def test_three_sessions_without_an_answer_send_a_breach_on(day, role):
    """The weekend does not count, nor does Thanksgiving on the 26th."""
    found = raised(OPENED, day)
    assert found.role == role
    assert found.state == ("escalated" if role == "compliance" else "open")


@pytest.mark.parametrize("state", ["acknowledged", "assigned", "snoozed"])
def test_an_alert_that_somebody_has_answered_stays(state):
    assert raised(replace(OPENED, state=state), date(2026, 12, 30)).role == "advisor"


def test_a_warning_waits_ten_sessions_and_a_note_for_ever():
    warning, note = replace(OPENED, severity="warning"), replace(OPENED, severity="note")
    assert raised(warning, date(2026, 12, 4)).role == "advisor"
    assert raised(warning, date(2026, 12, 7)).role == "compliance"
    assert raised(note, date(2027, 6, 1)) == note


def test_it_goes_from_role_to_role_once_each_and_the_last_one_keeps_it():
    stored, seen = OPENED, []
    for day in (date(2026, 11, 25), date(2026, 11, 27), date(2026, 12, 1), date(2026, 12, 31)):
        change = turn((stored,), (stored,), (), day)
        seen += [one.role for one in change.escalated]
        assert [kind for kind, _ in change.events] == ["alert.escalated"] * len(change.escalated)
        stored = next(iter(change.stored), stored)
    assert seen == list(CHAIN[1:])
    assert next_role(CHAIN[-1]) == CHAIN[-1]
    assert stored.note == "no answer from compliance in 3 business days"


def test_a_newly_opened_alert_is_given_its_days_even_where_the_trouble_is_old():
    old = replace(OPENED, since=date(2026, 9, 1), version=0, asked=None)
    (opened,) = turn((), (old,), (), FRIDAY).opened
    assert (opened.asked, opened.role, opened.state) == (FRIDAY, "advisor", "open")
