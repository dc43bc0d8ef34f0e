"""Signatures of one issued paper: the advisor signs, a link goes to the client, and anybody checks."""

import streamlit as st

from core.access import allowed
from core.domain.paper import Paper
from core.words.days import moment
from core.workflow.signatures import acts, check_paper
from core.workflow.signing import links, make_link, sign_paper, withdraw_link
from pages.shared.proof import ask_proof
from pages.shared.session import desk, me
from pages.shared.sign_link import ADDRESS
from pages.shared.widgets import calm, quiet


def show_signatures(paper: Paper) -> None:
    """Who signed, and the next step for whoever may take it."""
    for act in acts(desk(), paper.id):
        quiet(f"● signed by {act.name}, {act.capacity}, {moment(act.at)} · {act.identity}")
    may = allowed(me(), "sign")
    with st.container(horizontal=True):
        if may and not paper.signed:
            _sign(paper)
        if may and paper.signed == ("advisor",):
            _send(paper)
        if paper.signed and st.button("Check signatures", key=f"check-{paper.id}"):
            report = check_paper(desk(), paper.id)
            st.toast(" ".join(report.sentences), icon=":material/check:" if report.ok else ":material/error:")
    if paper.signed == ("advisor",):
        _open_links(paper, may)


def _sign(paper: Paper) -> None:
    with st.popover("Sign…"), st.form(f"sign-{paper.id}", border=False):
        quiet("You sign the exact bytes for the firm; a certificate page is added. Not legal advice.")
        password, code = ask_proof(f"sign-{paper.id}")
        if st.form_submit_button("Sign", type="primary"):
            with calm():
                sign_paper(desk(), paper.id, password, code)
                st.rerun()


def _send(paper: Paper) -> None:
    with st.popover("Link for the client…"):
        with st.form(f"link-{paper.id}", border=False):
            name = st.text_input("Client who signs", placeholder="full name")
            days = st.number_input("Days until it expires", 1, 30, 7)
            password, code = ask_proof(f"link-{paper.id}")
            made = st.form_submit_button("Make the link", type="primary")
        if made:
            with calm():
                token = make_link(desk(), paper.id, name, password, code, int(days))
                quiet("Shown this once; it works once. Send it to the client yourself.")
                base = (st.context.url or "").partition("?")[0].rpartition("/")[0]
                st.code(f"{base}/?{ADDRESS}={token}", language=None, wrap_lines=True)


def _open_links(paper: Paper, may: bool) -> None:
    for link in links(desk(), paper.id):
        if not link.is_open(desk().now()):
            continue
        quiet(f"a link for {link.signer} is open until {moment(link.expires)}")
        if may and st.button("Withdraw it", key=f"withdraw-{link.id[:12]}", type="tertiary"):
            with calm():
                withdraw_link(desk(), link.id)
                st.rerun()
