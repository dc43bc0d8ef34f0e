"""Documents: every one previewed as page images before it is issued; letter and order list of a proposal."""

import streamlit as st

from core.access import allowed
from core.domain.paper import Paper
from core.domain.proposal import Proposal
from core.present.html import tag
from core.present.paper import picture
from core.present.tables.proposals import state_badge
from core.words.days import moment
from core.words.sentences import count
from core.workflow.desk import Desk
from core.workflow.documents import document, documents, draft_letter, issue, preview
from core.workflow.households import household
from core.workflow.people import people
from core.workflow.proposals import proposals
from pages.shared.places import go
from pages.shared.proposal_choice import choose_proposal
from pages.shared.session import desk, me
from pages.shared.widgets import calm, price_badges, quiet, show_head, show_section

MIME = {"letter": "application/pdf", "orders": "text/csv"}


def render() -> None:
    """Draw the page."""
    every = tuple(sorted(proposals(desk()), key=lambda one: one.state != "approved"))
    if not every:
        show_head("No documents yet")
        st.info("An approved proposal gives a letter and an order list.", icon=":material/inbox:")
        return
    left, right = st.columns([4, 1], gap="medium")
    with right:
        chosen = choose_proposal(every)
    papers = [paper for paper in documents(desk(), chosen.id) if paper.proposal_version == chosen.version]
    with left:
        _head(chosen, papers)
    pages, side = st.columns([1.5, 1], gap="large")
    with side:
        _side(chosen, papers)
    with pages, calm():
        _preview(chosen, papers)


def _head(chosen: Proposal, papers: list[Paper]) -> None:
    name = household(desk(), chosen.household).name
    if papers:
        title = f"{name}: letter and order list are issued"
    elif chosen.state == "approved":
        title = f"{name}: approved, letter and order list can be issued"
    else:
        title = f"{name}: the letter as it would be, {chosen.state}"
    show_head(title, [f"{chosen.id}, version {chosen.version}"], state_badge(chosen.state), *price_badges())


def _side(chosen: Proposal, papers: list[Paper]) -> None:
    show_section("Issued" if papers else "Not issued")
    names = {person.id: person.name for person in people(desk())}
    for paper in sorted(papers, key=lambda one: one.kind):
        _paper(paper, names.get(paper.person, paper.person))
    if papers:
        quiet("Kept exactly as issued; the hash of the bytes stands in the audit trail.")
    elif chosen.state != "approved":
        quiet("Only an approved proposal gives documents. This is a preview, marked as a draft.")
        if st.button("Open the review"):
            go("review", proposal=chosen.id)
    elif allowed(me(), "issue_documents"):
        quiet("Look at the pages first. Issued documents are kept as they are and never written again.")
        if st.button("Issue letter and order list", type="primary"):
            with calm(), st.spinner("Writing…"):
                issue(desk(), chosen.id)
                st.rerun()
    else:
        quiet("An advisor issues them.")


def _paper(paper: Paper, who: str) -> None:
    _, data = document(desk(), paper.id)
    with st.container(border=True):
        st.html(tag("p", tag("b", paper.title), f" · {paper.file}", css="pl-text"))
        quiet(f"issued {moment(paper.at)} by {who} · {len(data):,} bytes · {paper.sha256[7:15]}…")
        st.download_button(
            "Download", data, paper.file, MIME.get(paper.kind, "application/octet-stream"), key=f"get-{paper.id}",
            on_click="ignore", type="primary" if paper.kind == "letter" else "secondary",
        )  # fmt: skip


@st.cache_data(max_entries=40, show_spinner=False)
def _pages(proposal_id: str, version: int, state: str, paper_id: str | None, _desk: Desk) -> tuple[bytes, ...]:
    """The letter's pages as images, drawn once for each version and state."""
    return preview(document(_desk, paper_id)[1] if paper_id else draft_letter(_desk, proposal_id))


def _preview(chosen: Proposal, papers: list[Paper]) -> None:
    letter = next((paper for paper in papers if paper.kind == "letter"), None)
    with st.spinner("Drawing the pages…"):
        pages = _pages(chosen.id, chosen.version, chosen.state, letter.id if letter else None, desk())
    show_section(f"Letter, {count(len(pages), 'page')}")
    for place, png in enumerate(pages, start=1):
        st.html(picture(png, f"page {place} of the letter"))
