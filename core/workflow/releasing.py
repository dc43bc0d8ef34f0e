"""After the approval: the orders are released once, and the next statement is held against what was ordered."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.domain.errors import BadInput, NotAllowed, OutOfDate
from core.domain.intake import Intake
from core.domain.paper import Paper
from core.domain.proposal import Proposal
from core.domain.release import Release, Settled
from core.review import Printed, orders_of, printed, review_rules, settle
from core.words import listing
from core.workflow.desk import Desk
from core.workflow.documents import documents, nigo_check
from core.workflow.people import prove_identity
from core.workflow.released import refuse_released, release_of
from core.workflow.saving import Put, load, load_all, save


@dataclass(frozen=True, slots=True)
class Settlement:
    """What the next statements say so far. `waiting` are accounts with orders whose next statement is not here yet."""

    settled: tuple[Settled, ...]
    waiting: tuple[str, ...]


def release_orders(desk: Desk, proposal_id: str, version: int, password: str, code: str = "") -> Release:
    """Hand over the orders of an approved version, proven again; once, signed, and in good order. Anchored."""
    someone = desk.require("release")
    one = load(desk, "proposal", Proposal, proposal_id)
    if one.version != version:
        raise OutOfDate(f"Version {version} was looked at, but version {one.version} stands now: look again first.")
    files = _ready(desk, one)
    prove_identity(desk, someone, password, code)
    made = Release(
        id=one.id, household=one.household, proposal_version=one.version, fingerprint=one.answer.fingerprint,
        orders=orders_of(one.answer.trades), files=tuple(sorted(paper.sha256 for paper in files)),
        person=someone.id, at=desk.now(), on=desk.today(),
    )  # fmt: skip
    save(desk, "orders.released", _put(made), anchor=True)
    return made


def not_ready(desk: Desk, proposal_id: str) -> str:
    """Why the orders of this proposal cannot be released now, in one sentence; "" where they can."""
    desk.require("read_documents")
    try:
        _ready(desk, load(desk, "proposal", Proposal, proposal_id))
    except (BadInput, NotAllowed) as why:
        return str(why)
    return ""


def settlement(desk: Desk, proposal_id: str) -> Settlement:
    """The next statement of each account that has orders, held against them; nothing is stored."""
    desk.require("read_clients")
    release = _released(desk, proposal_id)
    if release.state == "reconciled":
        return Settlement(release.settled, ())
    case = load(desk, "proposal", Proposal, proposal_id, release.proposal_version).case
    accounts = sorted({order.account for order in release.orders})
    read = {account: _next_statement(desk, release, account) for account in accounts}
    settled = tuple(row for one in read.values() if one for row in settle(case, release.orders, one))
    return Settlement(settled, tuple(account for account in accounts if read[account] is None))


def reconcile_release(desk: Desk, proposal_id: str) -> Release:
    """Keep what the next statements said of the orders; BadInput while one of them is still to come."""
    desk.require("release")
    release = _released(desk, proposal_id)
    if release.state == "reconciled":
        raise BadInput(proposal_id, "is reconciled already")
    found = settlement(desk, proposal_id)
    if found.waiting:
        raise BadInput("statements", f"the next statement is still to come for {listing(found.waiting)}")
    made = replace(release, state="reconciled", settled=found.settled, version=release.version + 1)
    save(desk, "orders.reconciled", _put(made), note=f"{len(made.differences)} differences")
    return made


def _ready(desk: Desk, one: Proposal) -> list[Paper]:
    """The issued order files of this version; raises with what is still missing."""
    refuse_released(desk, one.id)
    if one.state != "approved":
        raise NotAllowed(f"Version {one.version} is {one.state}: only an approved proposal's orders are released.")
    if not one.answer.trades:
        raise BadInput(one.id, "orders nothing")
    papers = [paper for paper in documents(desk, one.id) if paper.proposal_version == one.version]
    letter = next((paper for paper in papers if paper.kind == "letter"), None)
    if letter is None:
        raise BadInput(one.id, "the letter and the order files are issued first")
    lacking = [who for who in review_rules(desk.settings.firm).signed_by if who not in letter.signed]
    if lacking:
        raise NotAllowed(f"The letter is signed first, by the {listing(lacking)}.")
    wrong = [issue.message for issue in nigo_check(desk, one.id) if issue.severity == "error"]
    if wrong:
        raise BadInput(one.id, f"would come back not in good order: {' '.join(wrong)}")
    return [paper for paper in papers if paper.kind.startswith("orders")]


def _released(desk: Desk, proposal_id: str) -> Release:
    release = release_of(desk, proposal_id)
    if release is None:
        raise BadInput(proposal_id, "its orders are not released yet")
    return release


def _next_statement(desk: Desk, release: Release, account: str) -> Printed | None:
    """The first statement of the account, by its day, after the orders went out; signed off or it does not count."""
    later = [one for one in _printed(desk, release.household, account) if one.as_of > release.on]
    return min(later, key=lambda one: (one.as_of, one.statement), default=None)


def _printed(desk: Desk, household: str, account: str) -> Iterator[Printed]:
    for intake in load_all(desk, "statement", Intake):
        for place, what in enumerate(intake.dispositions):
            if (what.state, what.household, what.account) == ("signed_off", household, account):
                found = printed(account, intake.id, intake.statement.accounts[place])
                if found is not None:
                    yield found


def _put(made: Release) -> Put:
    return Put("release", made.id, made.version, made, client=made.household)
