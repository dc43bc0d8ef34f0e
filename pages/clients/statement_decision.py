"""What becomes of one account of a statement: where it belongs, what it changes, signed off or refused."""

from collections.abc import Sequence

import streamlit as st

from core.access import allowed
from core.domain.household import Household
from core.domain.intake import Disposition, Intake, Match
from core.present.html import Badge, badge, tag, toned
from core.present.tables.proof import STATUS, account_name
from core.present.tables.statement_change import change_sentence, change_table, match_sentence
from core.words.sentences import start
from core.workflow.households import household, households, mandates
from core.workflow.statements import Preview, likely_homes, preview, refuse, sign_off, sign_off_into_new
from pages.shared.places import go
from pages.shared.session import desk, me
from pages.shared.widgets import account_titles, calm, plain, quiet, show_section

NEW, NEW_ACCOUNT = "", "new"


def show_decision(intake: Intake, index: int) -> None:
    """Where the account goes and what that changes; then the bottom bar with the two ways on."""
    account, fate = intake.statement.accounts[index], intake.dispositions[index]
    may = fate.state == "open" and allowed(me(), "sign_off")
    chosen = _where(intake, index) if may else None
    text, tone = STATUS[account.status]
    with st.bottom:
        words, actions = st.columns([1.3, 1], vertical_alignment="center")
        words.html(tag("div", tag("b", account_name(account)), " ", toned(text, tone), css="pl-bar"))
        with actions, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
            if fate.state != "open":
                _settled(fate)
            elif chosen is not None:
                _refuse(intake, index)
                _sign_off(intake, index, *chosen)
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


def _where(intake: Intake, index: int) -> tuple[str, str | None, bool]:
    """The household ("" for a new one), the account in it, and whether that is to be a new one."""
    show_section("Where it goes")
    known = households(desk())
    names = {one.id: one.name for one in known}
    found = likely_homes(desk(), intake.id, index)
    left, right = st.columns([1, 1.9], gap="large")
    key = f"{intake.id}-{index}"
    with left:
        options = [*names, NEW]
        home = st.selectbox(
            "Into the household", options, index=_place(found, known), key=f"home-{key}",
            format_func=lambda one: names.get(one, "A new household"),
        )  # fmt: skip
        into, as_new = _account_in(home, found, key) if home != NEW else (None, True)
    with right:
        _doubts(found, home, into, names)
        if home == NEW:
            st.html(tag("p", "A new household begins with this account.", css="pl-text"))
        else:
            with calm():
                _show_change(preview(desk(), intake.id, index, home, into, as_new))
    return home or NEW, into, as_new


def _place(found: Sequence[Match], known: Sequence[Household]) -> int:
    """The place of the household that surely is the right one; that of a new one where none is."""
    ids = [one.id for one in known]
    return ids.index(found[0].household) if found and found[0].sure else len(ids)


def _account_in(home: str, found: Sequence[Match], key: str) -> tuple[str | None, bool]:
    titles = account_titles(household(desk(), home))
    likely = next((one.account for one in found if one.household == home and one.account and one.sure), None)
    options = [*titles, NEW_ACCOUNT]
    chosen = st.selectbox(
        "As the account", options, index=options.index(likely) if likely in options else len(titles),
        format_func=lambda one: titles.get(one, "A new account"), key=f"into-{key}-{home}",
    )  # fmt: skip
    return (None, True) if chosen == NEW_ACCOUNT else (chosen, False)


def _doubts(found: Sequence[Match], home: str, into: str | None, names: dict[str, str]) -> None:
    """Why this place is likely, and every doubt about it."""
    here = next((one for one in found if one.household == home and one.account == into), None)
    shown = here or (found[0] if found else None)
    if shown is None:
        quiet("Nobody of this name and no account of this number is in the book.")
    elif shown.doubts:
        title = "Look whether it is the same" if shown is here else "The book holds something like it"
        st.warning(plain(match_sentence(shown, names)), icon=":material/help:", title=title)
    elif shown is here:
        quiet(match_sentence(shown, names))
    else:
        quiet(f"Likelier is {match_sentence(shown, names)}")


def _show_change(seen: Preview) -> None:
    change = seen.change
    if change.older:
        st.warning(
            "The book holds a later statement of this account. Signing this one off takes the account back to it.",
            icon=":material/history:", title="This statement is older",
        )  # fmt: skip
    st.html(tag("p", change_sentence(change), css="pl-text"))
    if not change.nothing:
        with st.expander("Every holding before and after", expanded=not change.new and len(change.holdings) <= 12):
            st.html(change_table(change))
    for issue in seen.issues:
        if issue.severity != "note":
            quiet(start(issue.message) if issue.where == change.account else f"{issue.where}: {issue.message}")


def _refuse(intake: Intake, index: int) -> None:
    with st.popover("Refuse…"), st.form(f"refuse-{intake.id}-{intake.version}-{index}", border=False):
        quiet("Nothing of this account enters the book. The file and the reason are kept.")
        reason = st.text_input("Reason")
        if st.form_submit_button("Refuse this account"):
            with calm():
                refuse(desk(), intake.id, intake.version, index, reason)
                st.rerun()


def _sign_off(intake: Intake, index: int, home: str, into: str | None, as_new: bool) -> None:
    account = intake.statement.accounts[index]
    key = f"{intake.id}-{intake.version}-{index}"
    with st.popover("Sign off…", type="primary"):
        quiet(f"Into {_named(home, into)}.")
        if intake.unseen:
            quiet("First tick the notes on the paper: each has to be looked at.")
        name, mandate = _new_household(key, account.owner) if home == NEW else ("", "")
        needs = account.status != "proven"
        asked = "Why it may be used although it is not proven" if needs else "Remark, where there is something to say"
        reason = st.text_input(asked, key=f"why-{key}")
        if st.button("Sign off this account", type="primary", key=f"sign-{key}"):
            with calm():
                if home == NEW:
                    sign_off_into_new(desk(), intake.id, intake.version, index, name, mandate, reason)
                else:
                    sign_off(desk(), intake.id, intake.version, index, home, into, reason, as_new)
                st.toast("The account is in the book.", icon=":material/check:")
                st.rerun()


def _named(home: str, into: str | None) -> str:
    """The household and the account, as a person calls them."""
    if home == NEW:
        return "a new household"
    held = household(desk(), home)
    return f"{held.name}, {account_titles(held).get(into or '', 'as a new account')}"


def _new_household(key: str, owner: str) -> tuple[str, str]:
    name = st.text_input("Its name", owner, key=f"name-{key}")
    rules = {one.id: f"{one.name} v{one.version}" for one in mandates(desk())}
    mandate = st.selectbox("Mandate", list(rules), format_func=lambda one: rules[one], key=f"mandate-{key}")
    return name, mandate or ""
