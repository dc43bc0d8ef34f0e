"""Every proposal ever made comes out again, byte for byte; where one does not, the report says what differs."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.canonical import canonical_bytes
from core.domain.proposal import Tweak
from core.domain.scenario import Levers
from core.review import differences
from core.workflow import proposals
from core.workflow.book import book
from core.workflow.desk import Desk
from core.workflow.households import households
from core.workflow.saving import Put, save


@pytest.fixture
def desk() -> Desk:
    return Desk.sample("advisor")


def traded(desk: Desk) -> str:
    return next(row.household for row in book(desk).rows if row.outside)


def test_a_tweaked_proposal_comes_out_again(desk: Desk) -> None:
    made = proposals.draft(desk, traded(desk))
    trade = made.answer.trades[0]
    proposals.tweak(desk, made.id, 1, Tweak("drop", trade.account, trade.symbol, trade.side))
    for version in (1, 2):
        found = proposals.replay(desk, made.id, version)
        assert found.same and not found.differences and not found.changed_inputs


def test_a_spoilt_answer_is_reported_place_by_place(desk: Desk) -> None:
    made = proposals.draft(desk, traded(desk))
    first = made.answer.trades[0]
    wrong = replace(first, quantity=first.quantity + 1)
    spoilt = replace(made.answer, trades=(wrong, *made.answer.trades[1:]), spread=made.answer.spread + Decimal("0.01"))
    other = replace(made, id="P-2026-0900", answer=spoilt)
    save(desk, "proposal.drafted", Put("proposal", other.id, 1, other, client=other.household))
    found = proposals.replay(desk, other.id)
    assert not found.same and found.sentence.startswith("One trade differs")
    said = {one.place: (one.stored, one.recomputed) for one in found.differences}
    name = f"trades[{first.account} {first.symbol} {first.side}].quantity"
    assert said[name] == (str(wrong.quantity), str(first.quantity))
    assert "spread" in said and len(said) == 2


def test_another_engine_or_a_changed_case_is_named(desk: Desk) -> None:
    made = proposals.draft(desk, traded(desk))
    case = replace(made.case, accounts=tuple(replace(one, cash=one.cash + 5000) for one in made.case.accounts))
    inputs = replace(made.inputs, engine="plumbline-engine 0 (old)")
    other = replace(made, id="P-2026-0901", case=case, inputs=inputs)
    save(desk, "proposal.drafted", Put("proposal", other.id, 1, other, client=other.household))
    found = proposals.replay(desk, other.id)
    assert not found.same and found.engine_stored != found.engine_now
    assert [text.split(" was ")[0] for text in found.changed_inputs] == ["The engine", "The stored case"]
    assert found.differences and all(one.place and one.stored != one.recomputed for one in found.differences)


def test_rows_are_held_against_each_other_by_what_names_them() -> None:
    first, second = ({"account": name, "symbol": "XY"[n], "quantity": f"{n}"} for n, name in enumerate("ab"))
    before, after = {"trades": [first, second]}, {"trades": [{**second, "quantity": "3"}]}
    said = [(one.place, one.stored, one.recomputed) for one in differences(before, after)]
    assert said[0][0] == "trades[a X]" and said[0][2] == "nothing"
    assert ("trades[b Y].quantity", "1", "3") in said


@pytest.mark.long
def test_two_hundred_proposals_come_out_again_byte_for_byte(desk: Desk) -> None:
    """Every household of the demo book under many levers, and with cash that comes and goes."""
    every = [held.id for held in households(desk)]
    made = []
    for number in range(200):
        levers = Levers(
            band_scale=0.4 + 0.15 * (number % 7), harvest=number % 3 != 0, always=number % 2 == 0,
            cash_flow=Decimal((number % 5 - 1) * 2500),
        )  # fmt: skip
        made.append(proposals.draft(desk, every[number % len(every)], levers))
    assert len({canonical_bytes(one.case) for one in made}) > 150
    assert sum(one.answer.status == "proposed" for one in made) > 100
    assert all(proposals.replay(desk, one.id).same for one in made)
