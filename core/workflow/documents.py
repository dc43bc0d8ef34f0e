"""Documents of an approved proposal: the letter to the client and the order list; issued once, kept as they were."""

from dataclasses import replace

from core.document import fix_orders, flat_orders, letter, nigo, note, order_list, page_images, record_orders
from core.domain.canonical import digest_of_bytes
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.issue import Issue
from core.domain.mandate import Mandate
from core.domain.paper import Paper
from core.domain.proposal import Proposal
from core.store import Transaction
from core.workflow.compliance import document_labels, missing_in_record, record_of
from core.workflow.desk import Desk
from core.workflow.firm import letterhead
from core.workflow.saving import Put, load, load_all, put_with_events

Written = tuple[str, str, str, bytes]
"""Kind, title, file name, bytes"""


def documents(desk: Desk, proposal_id: str | None = None) -> tuple[Paper, ...]:
    """Everything issued, newest first; of one proposal where it is named."""
    desk.require("read_documents")
    every = [paper for paper in load_all(desk, "paper", Paper) if proposal_id in (None, paper.proposal)]
    return tuple(sorted(every, key=lambda paper: (paper.at, paper.id), reverse=True))


def issue(desk: Desk, proposal_id: str) -> tuple[Paper, ...]:
    """Write the papers of an approved proposal and keep them; the same ones if already issued.

    Letter and order files always, BadInput where an order file would bounce; the recommendation record once
    nothing is missing in it (`finalise_record`).
    """
    someone = desk.require("issue_documents")
    approved = load(desk, "proposal", Proposal, proposal_id)
    if approved.state != "approved":
        raise BadInput(proposal_id, f"is {approved.state}; only an approved proposal gives documents")
    already = [paper for paper in documents(desk, proposal_id) if paper.proposal_version == approved.version]
    kept = {paper.kind for paper in already}
    if "letter" not in kept:
        _refuse_nigo(nigo_check(desk, proposal_id))
        fresh = [written for written in _written(desk, approved) if written[0] not in kept]
        with desk.store.transaction() as tx:
            already += [_keep(desk, tx, someone.id, approved, written) for written in fresh]
    return tuple(sorted(already, key=lambda paper: paper.kind))


def nigo_check(desk: Desk, proposal_id: str) -> tuple[Issue, ...]:
    """What a custodian would send back; accounts are named by their titles. An error stops the order files."""
    desk.require("read_documents")
    one = load(desk, "proposal", Proposal, proposal_id)
    held = load(desk, "household", Household, one.household)
    titles = {account.id: held.card(account.id).title for account in held.accounts}
    return tuple(replace(issue, where=titles.get(issue.where, issue.where)) for issue in nigo(one, held))


def finalise_record(desk: Desk, proposal_id: str) -> Paper:
    """Write and keep the recommendation record of an approved proposal; BadInput names whatever is missing."""
    someone = desk.require("issue_documents")
    approved = load(desk, "proposal", Proposal, proposal_id)
    if approved.state != "approved":
        raise BadInput(proposal_id, f"is {approved.state}; only an approved proposal gives a final record")
    name = f"{approved.id}-v{approved.version}-record"
    already = [paper for paper in documents(desk, proposal_id) if paper.id == name]
    if already:
        return already[0]
    written = ("record", "Recommendation record", f"{approved.id}-record.pdf", record_of(desk, proposal_id))
    with desk.store.transaction() as tx:
        return _keep(desk, tx, someone.id, approved, written)


def document(desk: Desk, paper_id: str) -> tuple[Paper, bytes]:
    """One issued document and its exact bytes."""
    desk.require("read_documents")
    paper = load(desk, "paper", Paper, paper_id)
    return paper, desk.store.blob(paper.sha256, client=paper.household)


def draft_letter(desk: Desk, proposal_id: str) -> bytes:
    """The letter (or the note of a check without trades) as it would be issued; marked a draft unless approved."""
    desk.require("read_documents")
    return _letter(desk, load(desk, "proposal", Proposal, proposal_id))


def preview(data: bytes) -> tuple[bytes, ...]:
    """The pages of a PDF as PNG images."""
    return page_images(data)


def _keep(desk: Desk, tx: Transaction, person_id: str, approved: Proposal, written: Written) -> Paper:
    kind, title, file, data = written
    paper = Paper(
        id=f"{approved.id}-v{approved.version}-{kind}", kind=kind, title=title, file=file,
        household=approved.household, proposal=approved.id, proposal_version=approved.version,
        sha256=digest_of_bytes(data), person=person_id, at=desk.now(),
    )  # fmt: skip
    tx.put_blob(paper.sha256, data, client=approved.household)
    put_with_events(desk, tx, "document.issued", Put("paper", paper.id, 1, paper, client=approved.household))
    return paper


def _written(desk: Desk, approved: Proposal) -> tuple[Written, ...]:
    held = load(desk, "household", Household, approved.household)
    written = (
        ("letter", "Proposal letter", f"{approved.id}-letter.pdf", _letter(desk, approved)),
        ("orders", "Order list", f"{approved.id}-orders.csv", order_list(approved, held)),
        *(_order_files(approved, held) if approved.answer.trades else ()),
    )
    if approved.answer.status != "proposed" or missing_in_record(desk, approved.id):
        return written
    record = record_of(desk, approved.id)
    return (*written, ("record", "Recommendation record", f"{approved.id}-record.pdf", record))


def _order_files(approved: Proposal, held: Household) -> tuple[Written, ...]:
    name = approved.id
    return (
        ("orders-fix", "Orders, FIX 4.4", f"{name}-orders.fix", fix_orders(approved, held)),
        ("orders-records", "Orders, records by type", f"{name}-orders-records.csv", record_orders(approved, held)),
        ("orders-flat", "Orders, one line a lot", f"{name}-orders-flat.csv", flat_orders(approved, held)),
    )


def _refuse_nigo(issues: tuple[Issue, ...]) -> None:
    wrong = [f"{one.message} ({one.where})" for one in issues if one.severity == "error"]
    if wrong:
        raise BadInput("order files", f"would come back not in good order: {' '.join(wrong)}")


def _letter(desk: Desk, proposal: Proposal) -> bytes:
    held = load(desk, "household", Household, proposal.household)
    rules = load(desk, "mandate", Mandate, held.mandate)
    labels = document_labels(desk, proposal)
    printed_on = (proposal.decided or proposal.created).date()
    write = note if proposal.answer.status == "no_action" else letter
    return write(proposal, held, rules, labels, printed_on, letterhead(desk))
