"""The proof of who decides, asked inside a form: the password, and the code of whoever has a second factor."""

import streamlit as st

from core.workflow.second_factor import has_code
from pages.shared.session import desk, me


def ask_proof(key: str) -> tuple[str, str]:
    """The two fields; the second only where it is asked."""
    password = st.text_input("Password", type="password", autocomplete="current-password", key=f"password-{key}")
    if not has_code(desk(), me().id):
        return password, ""
    code = st.text_input(
        "Code from your authenticator", max_chars=7, autocomplete="one-time-code", placeholder="six digits",
        key=f"code-{key}",
    )  # fmt: skip
    return password, code
