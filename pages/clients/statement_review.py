"""One statement under review: the proof per account, the page beside the rows, and what a person decides."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from core.access import allowed
from core.domain.errors import BadInput
from core.domain.intake import Intake
from core.domain.statement import StatementAccount
from core.present.headlines import statement_title
from core.present.paper import page
from core.present.tables.proof import STATUS, account_name, checks_table, proof_table
from core.present.tables.statement import (
    WHOLE_ACCOUNT,
    broken_sums,
    marks_on,
    pages_of,
    row_verdicts,
    rows_table,
)
from core.present.tables.statement_facts import account_facts, fact_doubts, moves_table, moves_title
from core.words.days import short_day
from core.words.sentences import count, start
from core.workflow.people import people
from core.workflow.statements import page_image, statements
from pages.clients.statement_card import account_card, may_mend, new_row, row_card
from pages.clients.statement_decision import show_decision
from pages.clients.statement_notes import show_notes, show_remarks
from pages.clients.statement_upload import TEACH
from pages.shared.session import desk, me
from pages.shared.widgets import choose_cell, plain, quiet, show_head, show_section

DPI = 110
MOST_CHIPS = 10
MOST_DRAWN = 40
DRAWN, LOCK = "drawn-pages", "page-password"
Chosen = tuple[int, str]
"""A row and the title of the column that was clicked."""


def show(intake: Intake, back: Callable[[], None]) -> None:
    """Draw the review of one statement."""
    accounts = intake.statement.accounts
    names = {person.id: person.name for person in people(desk())}
    left, right = st.columns([4, 1.3], gap="medium")
    with left:
        show_head(statement_title(accounts), _facts(intake, names))
    with right, st.container(horizontal=True, horizontal_alignment="right"):
        if _can_teach(intake) and st.button("Teach the layout"):
            st.query_params[TEACH] = "1"
            st.rerun()
        if st.button("All statements", key="all-statements"):
            back()
    if not accounts:
        st.info("No account is left in this file, so there is nothing to sign off.", icon=":material/inbox:")
        show_remarks(intake)
        return
    st.html(proof_table(accounts, [_outcome(one.state) for one in intake.dispositions]))
    for issue in intake.statement.issues:
        if issue.code == "household_total":
            st.warning(plain(f"{start(issue.message)}."), icon=":material/help:", title="An account may be missing")
    chosen = _choose_account(intake)
    _account(intake, chosen)
    show_notes(intake)
    show_remarks(intake)
    show_decision(intake, chosen)


def _can_teach(intake: Intake) -> bool:
    settled = any(one.state != "open" for one in intake.dispositions)
    taught_kinds = ("pages", "pictures", "delimited", "workbook", "lots", "language model")
    return not settled and intake.statement.reader in taught_kinds and allowed(me(), "sign_off")


def _facts(intake: Intake, names: dict[str, str]) -> list[str]:
    read = intake.statement
    pages = [count(read.pages, "page")] if read.pages else []
    reader = [f"read by the {read.reader} reader"] if read.reader else []
    layout = [f"with the taught layout {read.layout}"] if read.layout else []
    who = names.get(intake.uploaded_by, intake.uploaded_by)
    twins = [one for one in statements(desk()) if one.blob == intake.blob and one.id < intake.id]
    again = [f"the same file was received on {short_day(twins[-1].uploaded_at.date())} already"] if twins else []
    return [intake.file, *pages, *reader, *layout, f"uploaded {short_day(intake.uploaded_at.date())} by {who}", *again]


def _outcome(state: str) -> str:
    return {"open": "", "signed_off": "signed off", "refused": "refused"}[state]


def _choose_account(intake: Intake) -> int:
    accounts = intake.statement.accounts
    if len(accounts) == 1:
        return 0
    first = next((i for i, one in enumerate(intake.dispositions) if one.state == "open"), 0)
    chosen = st.segmented_control(
        "Account", range(len(accounts)), default=first, required=True, label_visibility="collapsed",
        format_func=lambda i: f"{STATUS[accounts[i].status][0][0]} {plain(account_name(accounts[i]))}",
        key=f"account-{intake.id}",
    )  # fmt: skip
    return int(chosen or 0)


def _account(intake: Intake, index: int) -> None:
    account = intake.statement.accounts[index]
    st.html(account_facts(account))
    for doubt in fact_doubts(account):
        quiet(doubt)
    verdicts = row_verdicts(account)
    shown = pages_of(account) if intake.statement.pages else []
    if not shown:
        _rows(intake, index, verdicts, beside=False)
        return
    left, right = st.columns([1, 1.35], gap="large")
    with right:
        chosen = _rows(intake, index, verdicts, beside=True)
    with left:
        _page(intake, account, verdicts, shown, chosen)


def _rows(intake: Intake, index: int, verdicts: list[str], beside: bool) -> Chosen | None:
    account = intake.statement.accounts[index]
    if account.lists_moves_only:
        show_section(f"Transactions read, account {account.number or index + 1}")
        st.html(moves_table(account.activity))
        _below(intake, index, account_open=False)
        return None
    head, order = st.columns([1, 1.2], vertical_alignment="center")
    with head:
        show_section(f"Rows read, account {account.number or index + 1}")
    with order:
        how = st.segmented_control(
            "Order", ["Problems first", "As printed"], default="Problems first", required=True,
            label_visibility="collapsed", key=f"order-{intake.id}-{index}",
        )  # fmt: skip
    sheet = rows_table(account, verdicts, how == "Problems first", narrow=beside)
    first = (0, "Symbol") if any(verdicts) or broken_sums(account) else None
    clicked = choose_cell(
        sheet,
        f"rows-{intake.id}-{index}-{intake.version}-{how}",
        "Rows read from the statement",
        most=8 if beside else 14,
        default=first,
    )
    chosen = (int(clicked[0]), clicked[1]) if clicked else None
    if chosen is None:
        seen = "to see where it stands on the page and to change it" if beside else "to change it and to see its lots"
        quiet(f"Select a value {seen}; the arrow keys move on.")
    elif chosen[0] == WHOLE_ACCOUNT:
        account_card(intake, index)
        chosen = None
    else:
        picture = partial(_png, intake) if intake.statement.pages else None
        row_card(intake, index, chosen[0], chosen[1], verdicts[chosen[0]], picture, DPI)
    _below(intake, index, account_open=chosen is None and clicked is not None)
    return chosen


def _below(intake: Intake, index: int, account_open: bool) -> None:
    account = intake.statement.accounts[index]
    made = len(account.checks)
    every = {1: "The one check", 2: "Both checks"}.get(made, f"All {count(made, 'check')}")
    if made:
        with st.expander(f"{every} of this account"):
            st.html(checks_table(account.checks))
    if account.activity and not account.lists_moves_only:
        with st.expander(moves_title(account.activity)):
            st.html(moves_table(account.activity))
    if may_mend(intake, index):
        if not account_open:
            with st.expander("The account itself: number, owner, registration, date, total, cash"):
                account_card(intake, index)
        with st.expander("A row was not read"):
            new_row(intake, index)


def _page(
    intake: Intake, account: StatementAccount, verdicts: list[str], shown: list[int], chosen: Chosen | None
) -> None:
    row, title = chosen if chosen is not None else (None, "")
    trouble = {account.positions[place].source.page for place, verdict in enumerate(verdicts) if verdict}
    noted = {note.page for note in intake.statement.annotations}
    every = sorted({*shown, *noted})
    wanted = account.positions[row].source.page if row is not None else None
    start = wanted if wanted in every else every[0]
    number = _choose_page(f"page-{intake.id}-{account.number}-{start}", every, start, trouble, noted)
    png = _png(intake, number)
    if png is None:
        _ask_password(intake)
        return
    st.html(page(png, DPI, marks_on(account, verdicts, number, row, title), f"page {number} of {intake.file}"))


def _choose_page(key: str, every: list[int], start: int, trouble: set[int | None], noted: set[int]) -> int:
    """Chips for a few pages, a box for many; ■ marks trouble, ✎ a note."""

    def said(number: int) -> str:
        return f"■ {number}" if number in trouble else f"✎ {number}" if number in noted else str(number)

    if len(every) > MOST_CHIPS:
        chosen = st.selectbox("Page", every, index=every.index(start), format_func=lambda n: f"Page {said(n)}", key=key,
                              label_visibility="collapsed")  # fmt: skip
    else:
        chosen = st.segmented_control(
            "Page", every, default=start, required=True, label_visibility="collapsed", format_func=said, key=key
        )
    return int(chosen or start)


def _ask_password(intake: Intake) -> None:
    """The pages of a locked file are shown to whoever knows its password; it stays in this window."""
    quiet("The pages cannot be drawn without the password of the file. It stays in this window.")
    with st.form(f"pages-of-{intake.id}", border=False):
        password = st.text_input("Password", type="password", autocomplete="off")
        pressed = st.form_submit_button("Show the pages")
    if pressed and password:
        st.session_state[f"{LOCK}-{intake.blob}"] = password
        st.rerun()


def _png(intake: Intake, number: int) -> bytes | None:
    """The page as an image, drawn once for each file in this window; None where a password is missing."""
    drawn: dict[tuple[str, int], bytes] = st.session_state.setdefault(DRAWN, {})
    key = (intake.blob, number)
    if key not in drawn:
        try:
            with st.spinner("Drawing the page…"):
                password = st.session_state.get(f"{LOCK}-{intake.blob}")
                drawn[key] = page_image(desk(), intake.id, number, DPI, password)
        except BadInput:
            return None
        while len(drawn) > MOST_DRAWN:
            drawn.pop(next(iter(drawn)))
    return drawn[key]
