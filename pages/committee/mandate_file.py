"""A mandate as the file it is: taken along, edited as text, put before the committee; and its earlier versions."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import streamlit as st

from core.domain.mandate import Mandate
from core.market.asset_classes import labels
from core.present.tables.mandates import diff_table
from core.review.mandates import compare_mandates
from core.words.days import day
from core.workflow.committee import draft_mandate
from core.workflow.mandate_files import mandate_text, read_mandate
from pages.shared.session import desk
from pages.shared.widgets import calm, quiet, show_section


def show_file(standing: Mandate, may_edit: bool, opened: Callable[[str], None]) -> None:
    """The file form, to be downloaded by anybody and edited by the committee."""
    name = f"{standing.id}.json"
    with st.expander("As a file"):
        st.download_button("Download", mandate_text(standing), name, "application/json")
        if not may_edit:
            st.code(mandate_text(standing), language="json", height=360)
            return
        quiet("Every rule can be changed here; a key that no mandate has is refused by name.")
        with st.form(f"file-{standing.id}-{standing.version}", border=False):
            text = st.text_area("File", mandate_text(standing), height=360, label_visibility="collapsed")
            why = st.text_input("Reason", placeholder="what the committee should read first")
            if st.form_submit_button("Put this text before the committee"):
                with calm():
                    opened(draft_mandate(desk(), read_mandate(text.encode(), name), why).id)


def show_versions(known: Sequence[Mandate]) -> None:
    """What each adopted version changed, the latest first."""
    if len(known) < 2:
        return
    show_section("Earlier versions")
    for old, new in reversed(list(pairwise(known))):
        since = f", in force since {day(new.effective)}" if new.effective else ""
        with st.expander(f"Version {new.version}{since}"):
            st.html(diff_table(compare_mandates(old, new, labels()), old.version, new.version))
