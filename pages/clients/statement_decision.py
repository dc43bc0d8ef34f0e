"""What becomes of one account of a statement: signed off into a household, or refused with a reason."""

from collections.abc import Sequence

import streamlit as st

from core.access import allowed
from core.domain.household import Household
from core.domain.intake import Disposition, Intake
from core.domain.statement import StatementAccount
from core.present.html import Badge, badge, tag, toned
from core.present.tables.proof import STATUS, account_name
from core.workflow.households import household, households, mandates, new_household
from core.workflow.statements import refuse, sign_off
from pages.shared.places import go
from pages.shared.session import desk, me
from pages.shared.widgets import account_titles, calm, quiet

NEW = ""


def show_decision(intake: Intake, index: int) -> None:
    """The bottom bar: what stands, and the two ways on."""
    account, fate = intake.statement.accounts[index], intake.dispositions[index]
    text, tone = STATUS[account.status]
    with st.bottom:
        words, actions = st.columns([1.3, 1], vertical_alignment="center")
        words.html(tag("div", tag("b", account_name(account)), " ", toned(text, tone), css="pl-bar"))
        with actions, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
            if fate.state != "open":
                _settled(fate)
            elif allowed(me(), "sign_off"):
                _refuse(intake, index)
                _sign_off(intake, index)
            else:
                st.html(badge(Badge("An advisor signs this off")))


def _settled(fate: Disposition) -> None:
    st.html(badge(Badge("● Signed off" if fate.state == "signed_off" else "■ Refused",
                        "ok" if fate.state == "signed_off" else "bad")))  # fmt: skip
    if fate.state == "signed_off" and fate.household:
        if st.button("See holdings"):
            go("holdings", household=fate.household)
        if st.button("See drift", type="primary"):
            go("drift", household=fate.household)


def _refuse(intake: Intake, index: int) -> None:
    with st.popover("Refuse…"), st.form(f"refuse-{intake.id}-{intake.version}-{index}", border=False):
        quiet("Nothing of this account enters the book. The file and the reason are kept.")
        reason = st.text_input("Reason")
        if st.form_submit_button("Refuse this account"):
            with calm():
                refuse(desk(), intake.id, intake.version, index, reason)
                st.rerun()


def _sign_off(intake: Intake, index: int) -> None:
    account = intake.statement.accounts[index]
    key = f"{intake.id}-{intake.version}-{index}"
    with st.popover("Sign off…", type="primary"):
        known = households(desk())
        names = {one.id: one.name for one in known}
        home = st.selectbox(
            "Into the household", [*names, NEW], index=_likely_home(account, known), key=f"home-{key}",
            format_func=lambda one: names.get(one, "A new household"),
        )  # fmt: skip
        name, mandate = _new_household(key) if home == NEW else ("", "")
        into = _known_account(home, key) if home != NEW else None
        reason = ""
        if account.status != "proven":
            reason = st.text_input("Why it may be used although it is not proven", key=f"why-{key}")
        if st.button("Sign off this account", type="primary", key=f"sign-{key}"):
            with calm():
                where = new_household(desk(), name, mandate).id if home == NEW else home
                sign_off(desk(), intake.id, intake.version, index, where, into, reason)
                st.toast("The account is in the book.", icon=":material/check:")
                st.rerun()


def _new_household(key: str) -> tuple[str, str]:
    name = st.text_input("Its name", key=f"name-{key}")
    rules = {one.id: f"{one.name} v{one.version}" for one in mandates(desk())}
    mandate = st.selectbox("Mandate", list(rules), format_func=lambda one: rules[one], key=f"mandate-{key}")
    return name, mandate or ""


def _known_account(home: str, key: str) -> str | None:
    titles = account_titles(household(desk(), home))
    chosen = st.selectbox(
        "As the account", [NEW, *titles], key=f"into-{key}",
        format_func=lambda one: titles.get(one, "The one with this number, or a new one"),
    )  # fmt: skip
    return chosen or None


def _likely_home(account: StatementAccount, known: Sequence[Household]) -> int:
    """The place of the household that holds an account of this number, or whose name the owner bears; else 0."""
    numbers = [any(card.number == account.number for card in one.cards) for one in known]
    names = [one.name.split()[0].lower() in account.owner.lower() for one in known]
    return next((flags.index(True) for flags in (numbers, names) if any(flags)), 0)
