"""The months of a household, counted once as long as neither the book nor its log has changed."""

import streamlit as st

from core.workflow.desk import Desk
from core.workflow.history import Month, history, history_mark
from pages.shared.session import desk


def months_of(household: str) -> tuple[Month, ...]:
    """The last twelve months with the current one."""
    return _months(desk(), household, history_mark(desk()))


@st.cache_resource(show_spinner=False, max_entries=64)
def _months(_desk: Desk, household: str, mark: str) -> tuple[Month, ...]:
    """Never changed once made; another `mark` is another answer."""
    return history(_desk, household)
