"""A mandate is changed by a candidate, votes of different people, and an adoption; each step is in the trail."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from core.domain.allocation import Band
from core.domain.effect import tax, trades
from core.domain.errors import BadInput, NotAllowed, OutOfDate
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import Mandate
from core.workflow import case_files, committee, demo, households, mandate_files, trail
from core.workflow.desk import Desk
from core.workflow.effect import effect
from core.workflow.estimates import estimate

PASSWORD = demo.demo_password()


@pytest.fixture()
def desk() -> Desk:
    return Desk.sample("whitlock")


def narrower(mandate: Mandate, width: float = 0.03) -> Mandate:
    """The same mandate with a tighter band on US equity."""
    assert mandate.target is not None
    bands = mandate.target.bands.with_entry("us_equity", Band("absolute", width))
    return replace(mandate, target=replace(mandate.target, bands=bands))


def drafted(desk: Desk) -> committee.MandateDraft:
    return committee.draft_mandate(desk, narrower(households.mandate(desk, "balanced-60-40")), "Drift was too wide.")


def second(desk: Desk) -> Desk:
    return desk.acting_as(demo.person_for("halvorsen"))


def test_two_different_people_sign_before_a_version_is_in_force(desk: Desk) -> None:
    made = drafted(desk)
    assert (made.base, made.mandate.version, made.missing) == (1, 2, 2)
    once = committee.vote(desk, made.id, made.version, PASSWORD)
    again = committee.vote(desk, made.id, once.version, PASSWORD)
    assert (len(again.votes), again.missing) == (1, 1)
    with pytest.raises(NotAllowed, match="One vote in favour still missing"):
        committee.adopt(desk, made.id, again.version)
    signed = committee.vote(second(desk), made.id, again.version, PASSWORD)
    adopted = committee.adopt(desk, made.id, signed.version)
    assert households.mandate(desk, "balanced-60-40") == adopted
    assert (adopted.version, adopted.effective) == (2, desk.today())
    assert [one.version for one in committee.versions(desk, "balanced-60-40")] == [1, 2]
    assert committee.mandate_draft(desk, made.id).state == "adopted"
    kinds = [event.kind for event in trail.trail(desk)][:5]
    assert kinds == ["mandate.draft_closed", "mandate.adopted", *["person.identity_proved", "mandate.voted"][::-1],
                     "mandate.voted"]  # fmt: skip
    assert trail.verify_trail(desk).ok


def test_households_are_looked_at_under_the_adopted_version(desk: Desk) -> None:
    made = drafted(desk)
    committee.vote(desk, made.id, 1, PASSWORD)
    committee.vote(second(desk), made.id, 2, PASSWORD)
    committee.adopt(desk, made.id, 3)
    assert case_files.case_file(desk, "H-0008").case.target.band("us_equity") == Band("absolute", 0.03)


@pytest.mark.parametrize("who", ["advisor", "compliance", "admin"])
def test_only_the_committee_drafts_votes_and_adopts(desk: Desk, who: str) -> None:
    made = drafted(desk)
    other = desk.acting_as(demo.person_for(who))
    for deed in (
        lambda: committee.draft_mandate(other, made.mandate, "because"),
        lambda: committee.redraft(other, made.id, 1, made.mandate, "because"),
        lambda: committee.withdraw(other, made.id, 1),
        lambda: committee.vote(other, made.id, 1, PASSWORD),
        lambda: committee.adopt(other, made.id, 1),
        lambda: mandate_files.load_firm_mandates(other),
    ):
        with pytest.raises(NotAllowed, match="committee"):
            deed()
    assert committee.mandate_draft(desk, made.id) == made


def test_a_vote_takes_the_password(desk: Desk) -> None:
    made = drafted(desk)
    with pytest.raises(NotAllowed):
        committee.vote(desk, made.id, 1, "wrong")
    assert committee.mandate_draft(desk, made.id).votes == ()


def test_a_changed_text_loses_its_votes(desk: Desk) -> None:
    made = drafted(desk)
    committee.vote(desk, made.id, 1, PASSWORD)
    changed = committee.redraft(desk, made.id, 2, narrower(made.mandate, 0.04), "Milder.")
    assert (changed.votes, changed.missing) == ((), 2)
    with pytest.raises(OutOfDate):
        committee.vote(second(desk), made.id, 2, PASSWORD)


def test_a_vote_against_says_why_and_must_be_outvoted(desk: Desk) -> None:
    made = drafted(desk)
    with pytest.raises(BadInput, match="speaks against"):
        committee.vote(desk, made.id, 1, PASSWORD, in_favour=False)
    refused = committee.vote(desk, made.id, 1, PASSWORD, in_favour=False, note="Too many trades.")
    assert refused.missing == 2


def test_a_draft_against_an_older_version_is_not_adopted(desk: Desk) -> None:
    first, other = drafted(desk), committee.draft_mandate(
        desk, narrower(households.mandate(desk, "balanced-60-40"), 0.02), "Tighter still."
    )  # fmt: skip
    for made in (first, other):
        committee.vote(desk, made.id, 1, PASSWORD)
        committee.vote(second(desk), made.id, 2, PASSWORD)
    committee.adopt(desk, first.id, 3)
    with pytest.raises(OutOfDate, match="redraft"):
        committee.adopt(desk, other.id, 3)


def test_a_later_day_is_waited_for(desk: Desk) -> None:
    later = replace(narrower(households.mandate(desk, "endowment")), effective=desk.today() + timedelta(days=9))
    made = committee.draft_mandate(desk, later, "From the first of the month.")
    committee.vote(desk, made.id, 1, PASSWORD)
    committee.vote(second(desk), made.id, 2, PASSWORD)
    with pytest.raises(BadInput, match="takes effect on Nov 29, 2026"):
        committee.adopt(desk, made.id, 3)


def test_what_changes_nothing_or_breaks_its_own_limits_is_refused(desk: Desk) -> None:
    standing = households.mandate(desk, "balanced-60-40")
    with pytest.raises(BadInput, match="nothing differs"):
        committee.draft_mandate(desk, standing, "because")
    broken = replace(standing, class_bounds=standing.class_bounds.with_entry("us_equity", (0.5, 0.6)))
    with pytest.raises(BadInput, match=r"US equity at 36\.0% is outside its own limits"):
        committee.draft_mandate(desk, broken, "because")
    with pytest.raises(BadInput, match="say why"):
        committee.draft_mandate(desk, narrower(standing), " ")


def test_the_effect_is_what_the_engine_would_do_and_changes_nothing(desk: Desk) -> None:
    standing = households.mandate(desk, "balanced-60-40")
    seen: list[tuple[int, int]] = []
    found = effect(desk, narrower(standing, 0.01), lambda done, of: seen.append((done, of)))
    assert (found.followers, found.book, len(found.rows)) == (3, 8, 3)
    assert seen[-1] == (6, 6)
    assert found.new(trades) >= found.old(trades)
    row = found.rows[0]
    assert row.old is not None and row.new is not None
    assert row.moved(tax) == row.new.outcome.tax - row.old.outcome.tax
    assert row.new.alerts >= row.old.alerts
    assert households.mandate(desk, "balanced-60-40") == standing


def test_the_same_mandate_has_no_effect(desk: Desk) -> None:
    found = effect(desk, households.mandate(desk, "preservation"))
    assert all(row.old == row.new for row in found.rows)


def test_a_file_of_the_firm_comes_before_the_committee_once(desk: Desk, tmp_path: Path) -> None:
    desk = replace(desk, settings=replace(desk.settings, home=tmp_path))
    standing = households.mandate(desk, "growth-80-20")
    mandate_files.save_mandate_file(standing, desk.settings.firm / "mandates")
    assert mandate_files.load_firm_mandates(desk) == ()
    mandate_files.save_mandate_file(narrower(standing), desk.settings.firm / "mandates")
    made = mandate_files.load_firm_mandates(desk)
    assert [one.mandate for one in made] == [replace(narrower(standing), version=2)]
    assert mandate_files.load_firm_mandates(desk) == ()


def test_a_broken_file_is_named(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text('{"objective": 3}')
    with pytest.raises(BadInput, match=r"odd\.json"):
        mandate_files.firm_mandates(tmp_path)


def test_the_firm_says_how_many_votes_it_takes(desk: Desk, tmp_path: Path) -> None:
    desk = replace(desk, settings=replace(desk.settings, home=tmp_path))
    desk.settings.firm.mkdir()
    (desk.settings.firm / "committee.toml").write_text("votes = 3\n")
    assert committee.votes_needed(desk) == 3
    (desk.settings.firm / "committee.toml").write_text("votes = 0\n")
    with pytest.raises(BadInput, match="1 or more"):
        committee.votes_needed(desk)


def test_a_model_of_models_takes_its_target_from_its_sleeves_and_never_contains_itself(desk: Desk) -> None:
    growth, calm = households.mandate(desk, "growth-80-20"), households.mandate(desk, "preservation")
    sleeves = FrozenMap({"growth-80-20": 0.25, "preservation": 0.75})
    made = committee.draft_mandate(desk, Mandate(id="quarter", name="A quarter of growth", sleeves=sleeves), "Between.")
    assert made.mandate.target is not None and growth.target is not None and calm.target is not None
    for name, weight in made.mandate.target.weights.items():
        assert weight == pytest.approx(0.25 * growth.target.weight(name) + 0.75 * calm.target.weight(name), abs=1e-15)
    loop = replace(growth, sleeves=FrozenMap({"growth-80-20": 1.0}))
    with pytest.raises(BadInput, match="a model cannot contain itself"):
        committee.draft_mandate(desk, loop, "Round and round.")


def test_a_file_with_a_rule_that_no_mandate_has_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text('{"id": "odd", "bonds": {}}', encoding="utf-8")
    with pytest.raises(BadInput, match=r"odd.json.bonds.*plays no part"):
        mandate_files.firm_mandates(tmp_path)


def test_a_large_book_is_estimated_close_to_the_engines_own_answers(desk: Desk) -> None:
    candidate = narrower(households.mandate(desk, "balanced-60-40"))
    exact, quick = effect(desk, candidate, exact=True), effect(desk, candidate, exact=False)
    assert quick.estimated and not exact.estimated
    own = {row.household: row for row in exact.rows}
    for row in quick.rows:
        for told, found in ((row.old, own[row.household].old), (row.new, own[row.household].new)):
            assert told is not None and found is not None
            assert float(told.outcome.tax) == pytest.approx(float(found.outcome.tax), rel=0.05, abs=150)
            assert told.outcome.drift_after == pytest.approx(found.outcome.drift_after, abs=0.05)
            assert told.outcome.out_before == found.outcome.out_before and told.alerts == found.alerts


def test_a_policy_that_waits_for_cash_leaves_a_drifted_household_alone_until_some_moves(desk: Desk) -> None:
    standing = households.mandate(desk, "balanced-60-40")
    found = effect(desk, replace(standing, policy=replace(standing.policy, trigger="cash_flow")))
    moved = [row for row in found.rows if row.old and row.old.outcome.trades]
    still = [row.new.outcome for row in moved if row.new and row.new.outcome.status == "no_action"]
    assert still and all(one.trades == 0 and one.drift_after == one.drift_before for one in still)


def test_a_withdrawal_that_cannot_be_raised_is_estimated_as_no_way(desk: Desk) -> None:
    file = case_files.case_file(desk, "H-0003")
    account = next(one for one in file.case.accounts if one.tradable)
    broke = replace(account, cash_flow=-(Decimal(10) ** 9))
    case = replace(file.case, accounts=tuple(broke if one.id == account.id else one for one in file.case.accounts))
    assert estimate(case).status == "infeasible"
