"""Proposals: draft, tweak, submit, approve, send back, replay. Every step is a new version with its event."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version as package_version

from core.domain.canonical import canonical_bytes, digest, digest_of_bytes
from core.domain.case import Case
from core.domain.errors import NotAllowed
from core.domain.frozen_map import FrozenMap
from core.domain.proposal import Inputs, Proposal, Tweak
from core.domain.scenario import Levers
from core.domain.trade import Proposed
from core.market.asset_classes import labels
from core.rebalance import ENGINE_VERSION, check_answer, rebalance
from core.review import Change, Difference, Edited, compare, differences, edit, refusal, reject, return_, submit
from core.review import approve as approved
from core.words import count
from core.workflow.case_files import CaseFile, case_file
from core.workflow.causes import causes
from core.workflow.desk import Desk
from core.workflow.households import household
from core.workflow.levers import NO_LEVERS
from core.workflow.people import prove_identity
from core.workflow.products import refuse_blocked
from core.workflow.released import refuse_released
from core.workflow.saving import Put, load, load_all, next_id, put_with_events, save


def proposals(desk: Desk) -> tuple[Proposal, ...]:
    """Every proposal in its latest version, newest first."""
    desk.require("read_clients")
    return tuple(reversed(load_all(desk, "proposal", Proposal)))


def proposal(desk: Desk, proposal_id: str, version: int | None = None) -> Proposal:
    """One proposal, its latest version unless one is named."""
    desk.require("read_clients")
    return load(desk, "proposal", Proposal, proposal_id, version)


def draft(desk: Desk, household_id: str, levers: Levers = NO_LEVERS) -> Proposal:
    """Solve the household as it stands and store the answer as a draft; `no_action` is stored too."""
    person = desk.require("draft")
    file = case_file(desk, household_id, levers)
    answer = rebalance(file.case)
    stamps = _labels(desk, file)
    made = Proposal(
        id=next_id(desk, "proposal", "P"),
        household=household_id,
        version=1,
        state="draft",
        case=file.case,
        answer=answer,
        inputs=_inputs(file, answer),
        proposer=person.id,
        created=desk.now(),
        checks=check_answer(file.case, answer),
        labels=stamps,
        called_by=causes(desk, household_id, file.case, stamps["mandate"]),
    )
    return _save(desk, "proposal.drafted", made, note=answer.status)


def tweak(desk: Desk, proposal_id: str, version: int, *tweaks: Tweak) -> Proposal:
    """Lock, change or drop lines: the rest is solved again and everything is checked at once.

    An earlier tweak of the same line is replaced. Editing an approved proposal voids the approval.
    """
    person = desk.require("draft")
    old = proposal(desk, proposal_id)
    lines = {(t.account, t.symbol, t.side): t for t in (*old.tweaks, *tweaks)}
    return _solved_again(desk, old, version, person.id, tuple(lines.values()))


def untweak(desk: Desk, proposal_id: str, version: int, account: str, symbol: str, side: str) -> Proposal:
    """Take a person's hand off one line again."""
    person = desk.require("draft")
    old = proposal(desk, proposal_id)
    kept = tuple(t for t in old.tweaks if (t.account, t.symbol, t.side) != (account, symbol, side))
    return _solved_again(desk, old, version, person.id, kept)


def submit_proposal(desk: Desk, proposal_id: str, version: int, note: str = "") -> Proposal:
    """Hand a draft to somebody else for approval."""
    person = desk.require("submit")
    old = proposal(desk, proposal_id)
    refuse_blocked(desk, old)
    return _save(desk, "proposal.submitted", submit(old, person.id, desk.now(), version, note))


def approve_proposal(desk: Desk, proposal_id: str, version: int, password: str, code: str = "") -> Proposal:
    """Approve a submitted proposal, the password (and the second factor) asked again; anchors the trail outside."""
    person = desk.require("approve")
    old = proposal(desk, proposal_id)
    why_not = refusal("approve", old, person.id)
    if why_not:
        raise NotAllowed(why_not)
    refuse_blocked(desk, old)
    prove_identity(desk, person, password, code)
    return record_approval(desk, person.id, old, version)


def record_approval(desk: Desk, person_id: str, old: Proposal, version: int) -> Proposal:
    """Store the approval of a person who has proven who they are, with its own event and anchor."""
    desk.require("approve")
    new = approved(old, person_id, desk.now(), version)
    with desk.store.transaction() as tx:
        tx.approve(new.id, new.version, proposer=new.proposer, approver=person_id, at=desk.now())
        put_with_events(desk, tx, "proposal.approved", _put(new))
        tx.anchor(desk.now())
    return new


def send_back(desk: Desk, proposal_id: str, version: int, note: str) -> Proposal:
    """Return a submitted proposal to its proposer with a note."""
    person = desk.require("approve")
    old = proposal(desk, proposal_id)
    return _save(desk, "proposal.returned", return_(old, person.id, desk.now(), version, note))


def reject_proposal(desk: Desk, proposal_id: str, version: int, note: str) -> Proposal:
    """Turn a proposal down for good; it needs a reason."""
    person = desk.require("draft" if proposal(desk, proposal_id).state == "draft" else "approve")
    old = proposal(desk, proposal_id)
    return _save(desk, "proposal.rejected", reject(old, person.id, desk.now(), version, note))


def versions(desk: Desk, proposal_id: str) -> tuple[Proposal, ...]:
    """Every version of a proposal, oldest first."""
    desk.require("read_clients")
    return tuple(
        load(desk, "proposal", Proposal, proposal_id, version)
        for version in desk.store.versions("proposal", proposal_id)
    )


def changes(desk: Desk, proposal_id: str) -> tuple[Change, ...]:
    """What changed between the engine's first answer and the latest version, in words."""
    first, last = proposal(desk, proposal_id, 1), proposal(desk, proposal_id)
    cards = household(desk, last.household).cards
    return compare(first, last, {card.account: card.title for card in cards}, labels())


@dataclass(frozen=True, slots=True)
class Replay:
    """A past proposal computed again from its stored case and compared byte for byte.

    differences : every place where the answer differs; changed_inputs : what it was computed from or with and is
        another now (engine, solver, the stored case itself)
    """

    proposal: str
    version: int
    same: bool
    stored: str
    recomputed: str
    engine_stored: str
    engine_now: str
    sentence: str
    differences: tuple[Difference, ...] = ()
    changed_inputs: tuple[str, ...] = ()


def replay(desk: Desk, proposal_id: str, version: int | None = None) -> Replay:
    """Compute the proposal again from the stored case and tweaks; nothing is fetched, nothing is stored."""
    desk.require("verify")
    old = load(desk, "proposal", Proposal, proposal_id, version)
    again = rebalance(old.case, old.tweaks)
    stored, recomputed = canonical_bytes(old.answer), canonical_bytes(again)
    same = stored == recomputed
    return Replay(
        proposal=old.id,
        version=old.version,
        same=same,
        stored=digest_of_bytes(stored),
        recomputed=digest_of_bytes(recomputed),
        engine_stored=old.inputs.engine,
        engine_now=_engine(),
        sentence="The same bytes again." if same else _difference(old, again),
        differences=() if same else differences(old.answer, again),
        changed_inputs=tuple(_changed_inputs(old, again)),
    )


def _changed_inputs(old: Proposal, again: Proposed) -> Iterator[str]:
    pairs = (
        ("engine", old.inputs.engine, _engine()),
        ("solver", old.inputs.solver, _solver(again)),
        ("stored case", old.inputs.case, digest(old.case)),
    )
    for name, then, now in pairs:
        if then != now:
            yield f"The {name} was {then} and is {now}."


def _difference(old: Proposal, again: Proposed) -> str:
    before = {trade.key: trade.quantity for trade in old.answer.trades}
    after = {trade.key: trade.quantity for trade in again.trades}
    if before == after:
        return "The trades agree; other figures of the answer differ."
    moved = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    lines = "; ".join(f"{side} {symbol} in {account}" for account, symbol, side in moved[:3])
    return f"{count(len(moved), 'trade', begin=True)} {'differs' if len(moved) == 1 else 'differ'}: {lines}."


def _solved_again(desk: Desk, old: Proposal, version: int, person: str, tweaks: tuple[Tweak, ...]) -> Proposal:
    refuse_released(desk, old.id)
    answer = rebalance(old.case, tweaks)
    inputs = replace(old.inputs, engine=_engine(), solver=_solver(answer))
    by_hand = frozenset((one.account, one.symbol, one.side) for one in tweaks if one.kind != "drop")
    checks = check_answer(old.case, answer, by_hand)
    edited: Edited = edit(old, person, desk.now(), version, answer, tweaks, checks, inputs)
    save(desk, "proposal.edited", *[_put(one) for one in edited.versions])
    return edited.draft


def _save(desk: Desk, event: str, made: Proposal, note: str = "") -> Proposal:
    save(desk, event, _put(made), note=note)
    return made


def _put(made: Proposal) -> Put:
    index = {"household": made.household, "state": made.state}
    return Put("proposal", made.id, made.version, made, client=made.household, index=index)


def _inputs(file: CaseFile, answer: Proposed) -> Inputs:
    case: Case = file.case
    return Inputs(
        case=digest(case),
        engine=_engine(),
        solver=_solver(answer),
        mandate=f"{file.mandate.id} v{file.mandate.version} {digest(file.mandate)}",
        prices=f"{file.quotes.source} {file.quotes.as_of} {digest(file.quotes.prices)}",
        tax_tables=str(case.as_of.year),
    )


def _engine() -> str:
    return f"plumbline-engine {ENGINE_VERSION}"


def _solver(answer: Proposed) -> str:
    return f"{answer.solver.name} {answer.solver.version}, numpy {package_version('numpy')}"


def _labels(desk: Desk, file: CaseFile) -> FrozenMap[str]:
    return FrozenMap({
        "prices": file.quotes.label,
        "prices_as_of": file.quotes.as_of.isoformat(),
        "mandate": f"{file.mandate.name} v{file.mandate.version}",
    })  # fmt: skip
