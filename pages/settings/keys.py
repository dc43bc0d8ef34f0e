"""The keys that sign the trail: which one signs now, since when, and a fresh one in its place."""

import streamlit as st

from core.access import allowed
from core.present.html import Cell, Column, table, tag
from core.words.days import moment
from core.words.sentences import count
from core.workflow.keys import replace_signing_key, signing_keys
from core.workflow.signatures import firm_root, roots
from pages.shared.proof import ask_proof
from pages.shared.session import desk, me
from pages.shared.widgets import calm, quiet, show_head, show_section


def render() -> None:
    """Draw the page."""
    keys = signing_keys(desk())
    now = keys[-1]
    since = f"since {moment(now.since)}" if now.since else "since the trail began"
    show_head(f"Key {now.id} signs the trail", [since, count(len(keys), "signing key")])
    left, right = st.columns([1.8, 1], gap="large")
    with left:
        columns = (
            Column("Key"),
            Column("Public key, Ed25519"),
            Column("In use since"),
            Column("Named by record", True),
        )
        rows = [
            [Cell(one.id, strong=one is now), tag("code", one.public),
             moment(one.since) if one.since else "the first record", one.record or ""]
            for one in reversed(keys)
        ]  # fmt: skip
        st.html(table(columns, rows))
        quiet(
            "Hand the public key to whoever is to check an exported trail. Each key's last record names the next one."
        )
        st.download_button("Download the public keys", _lines([one.public for one in keys]), "public_keys.txt",
                           on_click="ignore")  # fmt: skip
        if roots(desk()):
            st.download_button("Download the firm's root certificates", firm_root(desk()), "firm-root.pem",
                               on_click="ignore")  # fmt: skip
    with right:
        if allowed(me(), "manage_people"):
            _replace()


def _lines(keys: list[str]) -> str:
    return "".join(f"{key}\n" for key in keys)


def _replace() -> None:
    show_section("Replace the signing key")
    quiet("The old key signs a last record that names the new one; all that was signed stays provable.")
    with st.form("replace-key", border=True):
        password, code = ask_proof("replace-key")
        if st.form_submit_button("Replace it"):
            with calm():
                replace_signing_key(desk(), password, code)
                st.rerun()
