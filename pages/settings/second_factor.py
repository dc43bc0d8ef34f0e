"""Each person's own second factor and password; codes are asked at approve, sign, release and export."""

import streamlit as st

from core.access import code_address
from core.workflow.people import change_password, enrol_code
from core.workflow.second_factor import confirm_code, has_code
from pages.shared.proof import ask_proof
from pages.shared.session import desk, me
from pages.shared.widgets import calm, quiet, show_head, show_section

SHOWN = "second-factor-secret"


def render() -> None:
    """Draw the page."""
    on = has_code(desk(), me().id)
    show_head(
        "Your second factor is on" if on else "Your second factor is off",
        ["Asked at approve, sign, release and export", "each code works once"],
    )
    left, right = st.columns([1, 1], gap="large")
    with right:
        _password()
    with left:
        if on:
            quiet("Lost the device? An administrator takes the second factor off; then set up a new one here.")
        elif SHOWN in st.session_state:
            _confirm(st.session_state[SHOWN])
        else:
            _begin()


def _password() -> None:
    show_section("Change your password")
    with st.form("change-password", border=True, clear_on_submit=True):
        old, code = ask_proof("change-password")
        new = st.text_input("New password", type="password", autocomplete="new-password")
        if st.form_submit_button("Change it"):
            with calm():
                change_password(desk(), old, new, code)
                st.success("Your password is changed.", icon=":material/check:")


def _begin() -> None:
    show_section("Set it up")
    quiet("Any authenticator app works (time-based codes, RFC 6238). The people of the demo book have none.")
    with st.form("begin-second-factor", border=True):
        password = st.text_input("Password", type="password", autocomplete="current-password")
        if st.form_submit_button("Make a secret", type="primary"):
            with calm():
                st.session_state[SHOWN] = enrol_code(desk(), password).secret
                st.rerun()


def _confirm(secret: str) -> None:
    show_section("Enter this secret in your authenticator")
    st.code(secret, language=None)
    quiet("Or open this address on the device. Both are shown this once; the secret is kept encrypted.")
    st.code(code_address(secret, me().id), language=None, wrap_lines=True)
    with st.form("confirm-second-factor", border=True):
        code = st.text_input("First code", max_chars=7, autocomplete="one-time-code", placeholder="six digits")
        if st.form_submit_button("Switch it on", type="primary"):
            with calm():
                confirm_code(desk(), me().id, code)
                del st.session_state[SHOWN]
                st.rerun()
