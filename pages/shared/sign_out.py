"""Leaving: the session is revoked and the sign-in screen comes back."""

import streamlit as st

from pages.shared.places import front
from pages.shared.session import leave


def render() -> None:
    """End the session; the address is the front page's again."""
    first = front()
    leave("You are signed out.")
    st.switch_page(first)
