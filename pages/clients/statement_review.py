"""One statement under review: the proof per account, the page beside the rows, and what a person decides."""

from collections.abc import Callable

import streamlit as st

from core.access import allowed
from core.domain.intake import Intake
from core.domain.statement import StatementAccount
from core.present.headlines import statement_title
from core.present.html import tag
from core.present.paper import page, strip
from core.present.tables.proof import STATUS, account_name, checks_table, proof_table
from core.present.tables.statement import (
    WHOLE_ACCOUNT,
    account_texts,
    broken_sums,
    field_texts,
    marks_on,
    pages_of,
    row_title,
    row_verdicts,
    rows_table,
    sum_sentence,
    verdict_sentence,
)
from core.words.days import short_day
from core.words.sentences import count
from core.workflow.people import people
from core.workflow.statements import correct, page_image, statements
from pages.clients.statement_decision import show_decision
from pages.shared.session import desk, me
from pages.shared.widgets import calm, choose_cell, plain, quiet, show_head, show_section

DPI = 110


def show(intake: Intake, back: Callable[[], None]) -> None:
    """Draw the review of one statement."""
    accounts = intake.statement.accounts
    names = {person.id: person.name for person in people(desk())}
    left, right = st.columns([5, 1], gap="medium")
    with left:
        show_head(statement_title(accounts), _facts(intake, names))
    with right, st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("All statements", key="all-statements"):
            back()
    if not accounts:
        st.info("No account could be found in this file, so there is nothing to sign off.", icon=":material/inbox:")
        _issues(intake)
        return
    st.html(proof_table(accounts, [_outcome(one.state) for one in intake.dispositions]))
    chosen = _choose_account(intake)
    _account(intake, chosen)
    _issues(intake)
    show_decision(intake, chosen)


def _facts(intake: Intake, names: dict[str, str]) -> list[str]:
    read = intake.statement
    pages = [count(read.pages, "page")] if read.pages else []
    reader = [f"read by the {read.reader} reader"] if read.reader else []
    who = names.get(intake.uploaded_by, intake.uploaded_by)
    twins = [one for one in statements(desk()) if one.blob == intake.blob and one.id < intake.id]
    again = [f"the same file was received on {short_day(twins[-1].uploaded_at.date())} already"] if twins else []
    return [intake.file, *pages, *reader, f"uploaded {short_day(intake.uploaded_at.date())} by {who}", *again]


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
    verdicts = row_verdicts(account)
    shown = pages_of(account) if intake.statement.pages else []
    if not shown:
        _rows(intake, index, verdicts, None)
        return
    left, right = st.columns([1, 1.35], gap="large")
    with right:
        chosen = _rows(intake, index, verdicts, left)
    with left:
        _page(intake, account, verdicts, shown, chosen)


def _rows(intake: Intake, index: int, verdicts: list[str], beside: object | None) -> int | None:
    account = intake.statement.accounts[index]
    head, order = st.columns([1, 1.2], vertical_alignment="center")
    with head:
        show_section(f"Rows read, account {account.number or index + 1}")
    with order:
        how = st.segmented_control(
            "Order", ["Problems first", "As printed"], default="Problems first", required=True,
            label_visibility="collapsed", key=f"order-{intake.id}-{index}",
        )  # fmt: skip
    sheet = rows_table(account, verdicts, how == "Problems first", narrow=beside is not None)
    first = (0, "Symbol") if any(verdicts) or broken_sums(account) else None
    clicked = choose_cell(
        sheet,
        f"rows-{intake.id}-{index}-{intake.version}-{how}",
        "Rows read from the statement",
        most=8 if beside is not None else 14,
        default=first,
    )
    chosen = int(clicked[0]) if clicked else None
    if chosen is None:
        quiet("Select a row to see where it stands on the page and to change it.")
    elif chosen == WHOLE_ACCOUNT:
        _account_card(intake, index)
        chosen = None
    else:
        _row_card(intake, index, chosen, verdicts[chosen])
    made = len(account.checks)
    with st.expander("The one check of this account" if made == 1 else f"All {count(made, 'check')} of this account"):
        st.html(checks_table(account.checks))
    return chosen


def _page(intake: Intake, account: StatementAccount, verdicts: list[str], shown: list[int], chosen: int | None) -> None:
    trouble = {account.positions[row].source.page for row, verdict in enumerate(verdicts) if verdict}
    wanted = account.positions[chosen].source.page if chosen is not None else None
    start = wanted if wanted in shown else shown[0]
    number = st.segmented_control(
        "Page", shown, default=start, required=True, label_visibility="collapsed",
        format_func=lambda n: f"■ {n}" if n in trouble else str(n), key=f"page-{intake.id}-{account.number}-{start}",
    )  # fmt: skip
    png = _png(intake, int(number or start))
    st.html(
        page(png, DPI, marks_on(account, verdicts, int(number or start), chosen), f"page {number} of {intake.file}")
    )


def _png(intake: Intake, number: int) -> bytes:
    """The page as an image, drawn once for each file."""
    drawn: dict[tuple[str, int], bytes] = _drawn_pages()
    key = (intake.blob, number)
    if key not in drawn:
        with st.spinner("Drawing the page…"):
            drawn[key] = page_image(desk(), intake.id, number, DPI)
        while len(drawn) > 200:
            drawn.pop(next(iter(drawn)))
    return drawn[key]


@st.cache_resource(show_spinner=False)
def _drawn_pages() -> dict[tuple[str, int], bytes]:
    return {}


def _row_card(intake: Intake, index: int, row: int, verdict: str) -> None:
    account = intake.statement.accounts[index]
    line = account.positions[row]
    with st.container(border=True):
        if line.source.page and line.source.box:
            kind = "trouble" if verdict else "chosen"
            png = _png(intake, line.source.page)
            st.html(strip(png, DPI, line.source.box, f"the printed line of {row_title(line)}", kind))
        st.html(tag("p", tag("b", row_title(line)), " ", verdict_sentence(verdict), css="pl-text"))
        if _may_mend(intake, index):
            _fields(intake, index, row, field_texts(line), FIELDS)


def _account_card(intake: Intake, index: int) -> None:
    """Printed sums that do not tie, in words, and what of the account itself may be mended."""
    account = intake.statement.accounts[index]
    with st.container(border=True):
        for check in broken_sums(account):
            st.html(tag("p", sum_sentence(check), css="pl-text"))
        if _may_mend(intake, index):
            _fields(intake, index, WHOLE_ACCOUNT, account_texts(account), ACCOUNT_FIELDS)


def _may_mend(intake: Intake, index: int) -> bool:
    return intake.dispositions[index].state == "open" and allowed(me(), "sign_off")


def _fields(intake: Intake, index: int, row: int, texts: dict[str, str], fields: tuple[tuple[str, str], ...]) -> None:
    with st.form(f"row-{intake.id}-{intake.version}-{index}-{row}", border=False):
        values: dict[str, str] = {}
        for column, (name, label) in zip(st.columns(len(fields), gap="small"), fields, strict=True):
            values[name] = column.text_input(label, texts[name], placeholder="not printed")
        reason = st.text_input("Reason, kept in the audit trail", placeholder="e.g. custodian note of Nov 3")
        if st.form_submit_button("Prove again"):
            with calm():
                after = correct(desk(), intake.id, intake.version, index, row, values, reason)
                if after.version != intake.version:
                    st.rerun()
                quiet("No value was changed, so nothing was proven again.")


FIELDS = (
    ("symbol", "Symbol"), ("quantity", "Quantity"), ("price", "Price"), ("market_value", "Value"),
    ("cost_basis", "Cost basis"),
)  # fmt: skip


ACCOUNT_FIELDS = (
    ("stated_total", "Printed total"), ("cash", "Cash"), ("number", "Number"), ("owner", "Owner"),
    ("institution", "Institution"),
)  # fmt: skip


def _issues(intake: Intake) -> None:
    read = intake.statement
    if not (read.issues or read.annotations):
        return
    with st.expander(f"{count(len(read.issues) + len(read.annotations), 'remark', begin=True)} of the reader"):
        for issue in read.issues:
            st.html(tag("p", f"{issue.severity} · {issue.where}: {issue.message}", css="pl-line"))
        for note in read.annotations:
            st.html(tag("p", f"handwriting on page {note.page}: {note.text}", css="pl-line"))
