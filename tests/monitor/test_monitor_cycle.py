"""The life of an alert: opened once, changed where it changed, closed when the trouble is gone, never lost."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.breach import Alert
from core.monitor.cycle import turn

DAY = date(2026, 11, 2)
SUBJECTS = ("us_equity", "us_bond", "cash")


def alert(subject: str, **more: object) -> Alert:
    return Alert(f"H:breach:{subject}", "H", "breach", "error", DAY, "It is.", **more)


def test_an_alert_is_opened_once_and_closed_with_the_day():
    first = turn((), (alert("cash"),), (), DAY)
    assert [(one.state, one.version) for one in first.opened] == [("open", 1)]
    again = turn(first.stored, first.opened, (), DAY)
    assert again.stored == ()
    assert again.standing == first.opened
    gone = turn(first.stored, (), (), DAY + timedelta(3))
    assert [(one.state, one.version, one.note) for one in gone.closed] == [("closed", 2, "back inside on Nov 5, 2026")]
    back = turn(gone.closed, (alert("cash"),), (), DAY + timedelta(9))
    assert [(one.state, one.version) for one in back.opened] == [("open", 3)]


def test_what_was_near_and_is_beyond_now_does_not_read_as_back_inside():
    near = Alert("H:near_breach:cash", "H", "near_breach", "warning", DAY, "Close to it.", version=1)
    change = turn((near,), (alert("cash"),), (), DAY)
    assert [one.note for one in change.closed] == ["beyond the edge on Nov 2, 2026"]
    assert [one.note for one in turn((near,), (), (), DAY).closed] == ["back inside on Nov 2, 2026"]


def test_what_cannot_be_said_today_is_not_closed():
    kept = alert("cash", version=4)
    seen = turn((kept,), (), {"cash"}, DAY)
    assert (seen.closed, seen.standing) == ((), (kept,))


def test_a_sentence_with_new_figures_is_no_new_version_but_a_new_severity_is():
    kept = alert("cash", version=1)
    new = Alert(kept.key, "H", "breach", "error", DAY, "Other figures.", version=1)
    assert turn((kept,), (new,), (), DAY).stored == ()
    milder = Alert(kept.key, "H", "breach", "warning", DAY, "Other figures.", version=1)
    assert [one.version for one in turn((kept,), (milder,), (), DAY).changed] == [2]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sets(st.sampled_from(SUBJECTS)), st.sets(st.sampled_from(SUBJECTS))), max_size=14))
def test_over_any_path_each_trouble_is_one_alert_and_none_is_lost(path):
    stored: dict[str, Alert] = {}
    expected: set[str] = set()
    for outside, unsayable in path:
        now = tuple(alert(name) for name in sorted(outside - unsayable))
        change = turn(stored.values(), now, unsayable, DAY)
        for one in change.stored:
            assert one.version == (stored[one.key].version if one.key in stored else 0) + 1
            stored[one.key] = one
        expected = (outside - unsayable) | (expected & unsayable)
        assert {one.key.split(":")[2] for one in stored.values() if one.state != "closed"} == expected
        assert sorted(one.key for one in change.standing) == sorted(f"H:breach:{name}" for name in expected)
