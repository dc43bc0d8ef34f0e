"""The page behind a signing link: a client reads the document, is told what the law asks, and signs. No account."""

import streamlit as st

from core.domain.errors import NotAllowed
from core.present.html import page_head, tag
from core.present.paper import picture
from core.words.days import moment
from core.workflow.documents import preview
from core.workflow.signing import Opened, open_link, sign_by_link
from pages.shared.session import house
from pages.shared.widgets import calm, plain, quiet, show_section

ADDRESS = "sign"
"""The query parameter that carries a link's token."""
OPENED, SIGNED = "link-opened", "link-signed"


def render(token: str) -> None:
    """Draw the document and what is asked; afterwards the client's copy."""
    if st.session_state.get(SIGNED, ("",))[0] == token:
        _thanks(*st.session_state[SIGNED][1:])
        return
    try:
        opened = _opened(token)
    except NotAllowed as refusal:
        st.html(page_head("This link is closed", []))
        st.info(plain(str(refusal)), icon=":material/lock:")
        return
    st.html(page_head(f"{opened.paper.title}: please read, then sign", [f"for {opened.signer}",
                      f"open until {moment(opened.expires)}"]))  # fmt: skip
    left, right = st.columns([1.5, 1], gap="large")
    with left:
        for place, png in enumerate(_pages(opened.paper.sha256, opened.pdf), start=1):
            st.html(picture(png, f"page {place} of the document"))
    with right:
        st.download_button("Download the document", opened.pdf, opened.paper.file, "application/pdf",
                           on_click="ignore")  # fmt: skip
        _ask(token, opened)


def _opened(token: str) -> Opened:
    """The link, opened once in this browser session, so that the trail tells one visit once."""
    if st.session_state.get(OPENED, ("",))[0] != token:
        st.session_state[OPENED] = (token, open_link(house().acting_as(None), token))
    found: Opened = st.session_state[OPENED][1]
    return found


@st.cache_data(max_entries=10, show_spinner=False, ttl=300)
def _pages(sha256: str, _pdf: bytes) -> tuple[bytes, ...]:
    return preview(_pdf)


def _ask(token: str, opened: Opened) -> None:
    show_section(opened.consent.title)
    for told in opened.consent.disclosures:
        st.html(tag("p", tag("b", f"{told.title}: "), told.text, css="pl-text"))
    with st.form("sign-by-link", border=True):
        agreed = st.checkbox(plain(opened.consent.statement))
        code = st.text_input("Reading code", placeholder="on the last page of the document", autocomplete="off")
        name = st.text_input("Your full name", placeholder=opened.signer, autocomplete="name")
        quiet(opened.consent.intent_client)
        if st.form_submit_button("Sign", type="primary"):
            with calm():
                paper, copy = sign_by_link(house().acting_as(None), token, name, code, agreed)
                st.session_state[SIGNED] = (token, paper.file, copy)
                del st.session_state[OPENED]
                st.rerun()


def _thanks(file: str, copy: bytes) -> None:
    st.html(page_head("Signed. Thank you", ["Keep your copy"]))
    st.download_button("Download the signed document", copy, file, "application/pdf", type="primary", on_click="ignore")
