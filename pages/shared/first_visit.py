"""The first visit after a start: Streamlit takes the folder `pages` for its own until `st.navigation` has run once.

Until then it calls every address but the front page unknown, and says so in a dialog over the page.
"""

import streamlit as st

from core.present.html import LOAD_AGAIN


def load_again_once() -> None:
    """Where the first visit of this process came by another address than the front page, load that page again."""
    if _to_come():
        _to_come().clear()
        if is_deep(st.context.url or ""):
            st.html(LOAD_AGAIN, unsafe_allow_javascript=True)


def is_deep(address: str) -> bool:
    """Whether an address names a page: `http://host:8501/drift`, not `http://host:8501/`."""
    return address.rstrip("/").count("/") > 2


@st.cache_resource(show_spinner=False)
def _to_come() -> list[str]:
    return ["first visit"]
