"""Leaving: the session is revoked and the sign-in screen comes back."""

import streamlit as st

from pages.shared.session import leave


def render() -> None:
    """End the session."""
    leave("You are signed out.")
    st.rerun()
