"""Documents of a proposal: letter and recommendation record as page images, what is missing, what would bounce."""

import streamlit as st

from core.access import allowed
from core.domain.paper import Paper
from core.domain.proposal import Proposal
from core.present.html import tag
from core.present.paper import picture
from core.present.tables.proposals import state_badge
from core.words.days import moment
from core.words.sentences import count, start
from core.workflow.compliance import missing_in_record, record_of
from core.workflow.desk import Desk
from core.workflow.documents import (
    document,
    documents,
    draft_letter,
    finalise_record,
    issue,
    nigo_check,
    preview,
)
from core.workflow.households import household
from core.workflow.people import people
from core.workflow.proposals import proposals
from pages.compliance.signatures import show_signatures
from pages.shared.places import go
from pages.shared.proposal_choice import choose_proposal
from pages.shared.session import desk, me
from pages.shared.widgets import calm, price_badges, quiet, show_head, show_section

MIME = {"pdf": "application/pdf", "csv": "text/csv", "fix": "text/plain"}
SHOWN = {"letter": "Letter", "record": "Recommendation record"}
FIRST = ("letter", "record", "orders")
"""Kinds in the order in which they are listed; all others follow."""


def render() -> None:
    """Draw the page."""
    every = tuple(sorted(proposals(desk()), key=lambda one: one.state != "approved"))
    if not every:
        show_head("No documents yet")
        st.info(
            "An approved proposal gives a letter and an order list; trades are proposed from the book.",
            icon=":material/inbox:",
        )
        if st.button("Open the book", type="primary"):
            go("overview")
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
    for paper in sorted(papers, key=lambda one: (FIRST.index(one.kind) if one.kind in FIRST else len(FIRST), one.kind)):
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
    _record_state(chosen, papers)
    _bounce(chosen)


def _record_state(chosen: Proposal, papers: list[Paper]) -> None:
    """Whether the recommendation record is whole; what is missing, with its place."""
    if chosen.answer.status != "proposed" or any(paper.kind == "record" for paper in papers):
        return
    show_section("Recommendation record")
    lacking = missing_in_record(desk(), chosen.id)
    if not lacking:
        quiet("● Nothing is missing in it.")
        if papers and allowed(me(), "issue_documents") and st.button("Finalise the record"):
            with calm():
                finalise_record(desk(), chosen.id)
                st.rerun()
        return
    quiet(f"■ It cannot be finalised: {count(len(lacking), 'thing')} missing.")
    for one in lacking:
        st.html(tag("p", f"{start(one.message)} ", tag("span", one.where, css="tone-soft"), css="pl-text"))
    if any(one.where.startswith("profile.") for one in lacking) and st.button("Open the client file"):
        go("client-file", household=chosen.household)


def _bounce(chosen: Proposal) -> None:
    """What a custodian would send back."""
    if chosen.state != "approved" or not chosen.answer.trades:
        return
    show_section("In good order")
    found = nigo_check(desk(), chosen.id)
    if not found:
        quiet("● Nothing that a custodian would send back was found.")
    for one in found:
        sign, tone = ("■", "bad") if one.severity == "error" else ("□", "caution")
        st.html(tag("p", tag("span", f"{sign} {one.where}: ", css=f"tone-{tone}"), one.message, css="pl-text"))


def _paper(paper: Paper, who: str) -> None:
    _, data = document(desk(), paper.id)
    with st.container(border=True):
        st.html(tag("p", tag("b", paper.title), f" · {paper.file}", css="pl-text"))
        quiet(f"issued {moment(paper.at)} by {who} · {len(data):,} bytes · {paper.sha256[7:15]}…")
        mime = MIME.get(paper.file.rpartition(".")[2], "application/octet-stream")
        st.download_button(
            "Download", data, paper.file, mime, key=f"get-{paper.id}", on_click="ignore",
            type="primary" if paper.kind == "letter" else "secondary",
        )  # fmt: skip
        if paper.file.endswith(".pdf"):
            show_signatures(paper)


@st.cache_data(max_entries=40, show_spinner=False, ttl=300)
def _pages(
    kind: str, proposal_id: str, version: int, state: str, paper_id: str | None, signed: int, _desk: Desk
) -> tuple[bytes, ...]:
    """The pages as images, drawn once for each version and state."""
    if paper_id:
        return preview(document(_desk, paper_id)[1])
    return preview(record_of(_desk, proposal_id) if kind == "record" else draft_letter(_desk, proposal_id))


def _preview(chosen: Proposal, papers: list[Paper]) -> None:
    kind = "letter"
    if chosen.answer.status == "proposed":
        kind = st.segmented_control(
            "Paper", list(SHOWN), default="letter", required=True, label_visibility="collapsed",
            format_func=lambda one: SHOWN[one], key=f"paper-of-{chosen.id}",
        )  # fmt: skip
    issued = next((paper for paper in papers if paper.kind == kind), None)
    paper_id, signed = (issued.id, len(issued.signed)) if issued else (None, 0)
    with st.spinner("Drawing the pages…"):
        pages = _pages(kind, chosen.id, chosen.version, chosen.state, paper_id, signed, desk())
    show_section(f"{SHOWN[kind]}, {count(len(pages), 'page')}")
    for place, png in enumerate(pages, start=1):
        st.html(picture(png, f"page {place} of the {SHOWN[kind].lower()}"))
