"""The firm: name, address, colour and logo of its letterhead, shown on a page before they are kept."""

from dataclasses import replace

import streamlit as st

from core.domain.firm import Firm
from core.workflow.firm import firm, sample_page, set_firm
from pages.shared.session import desk
from pages.shared.widgets import calm, quiet, show_head, show_section

KINDS = {None: "As the settings say", "adviser": "Investment adviser (fiduciary record)",
         "broker_dealer": "Broker-dealer (Regulation Best Interest record)"}  # fmt: skip


def render() -> None:
    """Draw the page."""
    desk().require("manage_people")
    kept = firm(desk())
    title = f"{kept.name}: the letterhead of every new document" if kept.name else "No firm is named yet"
    show_head(title, ["Documents issued before stay as they are"])
    left, right = st.columns([1, 1.35], gap="large")
    with left:
        shown, logo = _fields(kept)
    with right, calm():
        show_section("As it would look")
        st.image(sample_page(desk(), shown, logo), width="stretch")


def _fields(kept: Firm) -> tuple[Firm, bytes | None]:
    show_section("Letterhead")
    name = st.text_input("Name", kept.name, max_chars=80)
    address = st.text_area("Address", "\n".join(kept.address), height=96, help="One line for each line printed")
    contact = st.text_area("Contact", "\n".join(kept.contact), height=96, help="Telephone, e-mail, site")
    accent = st.color_picker("Colour of headings", kept.accent)
    kind = st.selectbox("Records answer to", list(KINDS), list(KINDS).index(kept.kind), format_func=KINDS.__getitem__)
    logo = _logo(kept)
    shown = replace(kept, name=name, address=_lines(address), contact=_lines(contact), accent=accent, kind=kind)
    if st.button("Keep this letterhead", type="primary"):
        with calm():
            set_firm(desk(), shown, logo)
            st.rerun()
    return shown, logo


def _logo(kept: Firm) -> bytes | None:
    """A new picture, b"" to take the old one off, None to leave it."""
    file = st.file_uploader(
        "Logo", ["png", "jpg", "jpeg"], max_upload_size=25, help="PNG or JPEG; kept small and without its metadata"
    )
    quiet("Shown nine millimetres high at the head of every page.")
    if file is not None:
        return file.getvalue()
    return b"" if kept.logo and st.checkbox("Take the logo off") else None


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
