"""Documents of an approved proposal: the letter to the client and the order list; issued once, kept as they were."""

from core.audit import anchor_text
from core.document import letter, note, order_list, page_images
from core.domain.canonical import digest_of_bytes
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.domain.paper import Paper
from core.domain.proposal import Proposal
from core.market.asset_classes import labels as asset_class_labels
from core.workflow.desk import Desk
from core.workflow.people import person
from core.workflow.saving import Put, load, load_all, put_with_events


def documents(desk: Desk, proposal_id: str | None = None) -> tuple[Paper, ...]:
    """Everything issued, newest first; of one proposal where it is named."""
    desk.require("read_documents")
    every = [paper for paper in load_all(desk, "paper", Paper) if proposal_id in (None, paper.proposal)]
    return tuple(sorted(every, key=lambda paper: (paper.at, paper.id), reverse=True))


def issue(desk: Desk, proposal_id: str) -> tuple[Paper, ...]:
    """Write the letter and the order list of an approved proposal and keep them; the same ones if already issued."""
    someone = desk.require("issue_documents")
    approved = load(desk, "proposal", Proposal, proposal_id)
    if approved.state != "approved":
        raise BadInput(proposal_id, f"is {approved.state}; only an approved proposal gives documents")
    already = [paper for paper in documents(desk, proposal_id) if paper.proposal_version == approved.version]
    if already:
        return tuple(sorted(already, key=lambda paper: paper.kind))
    papers = []
    with desk.store.transaction() as tx:
        for kind, title, file, data in _written(desk, approved):
            paper = Paper(
                id=f"{approved.id}-v{approved.version}-{kind}", kind=kind, title=title, file=file,
                household=approved.household, proposal=approved.id, proposal_version=approved.version,
                sha256=digest_of_bytes(data), person=someone.id, at=desk.now(),
            )  # fmt: skip
            tx.put_blob(paper.sha256, data, client=approved.household)
            put_with_events(desk, tx, "document.issued", Put("paper", paper.id, 1, paper, client=approved.household))
            papers.append(paper)
    return tuple(papers)


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


def _written(desk: Desk, approved: Proposal) -> tuple[tuple[str, str, str, bytes], ...]:
    held = load(desk, "household", Household, approved.household)
    return (
        ("letter", "Proposal letter", f"{approved.id}-letter.pdf", _letter(desk, approved)),
        ("orders", "Order list", f"{approved.id}-orders.csv", order_list(approved, held)),
    )


def _letter(desk: Desk, proposal: Proposal) -> bytes:
    held = load(desk, "household", Household, proposal.household)
    rules = load(desk, "mandate", Mandate, held.mandate)
    names = {one: person(desk, one).name for one in (proposal.proposer, proposal.approver) if one}
    labels = {**asset_class_labels(), **proposal.labels, **{f"person.{key}": name for key, name in names.items()}}
    anchor = desk.store.last_anchor()
    if anchor is not None:
        labels["anchor"] = anchor_text(anchor)
    printed_on = (proposal.decided or proposal.created).date()
    write = note if proposal.answer.status == "no_action" else letter
    return write(proposal, held, rules, labels, printed_on)
