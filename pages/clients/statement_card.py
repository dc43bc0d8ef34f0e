"""What a person may mend of a statement: the chosen row beside its strip of the page, the account itself, a new row."""

from collections.abc import Callable
from typing import get_args

import streamlit as st

from core.access import allowed
from core.domain.account import Registration
from core.domain.intake import Intake
from core.domain.statement import StatementLine
from core.present.html import tag
from core.present.paper import MarkKind, strip
from core.present.tables.statement import (
    WHOLE_ACCOUNT,
    account_texts,
    box_of,
    broken_sums,
    field_texts,
    row_title,
    sum_sentence,
    verdict_sentence,
)
from core.present.tables.statement_facts import row_facts
from core.present.tables.statement_layouts import ASSETS
from core.present.tables.statement_lots import lots_table
from core.words.registrations import REGISTRATIONS
from core.workflow.statements import add_row, confirm_row, correct, drop_row
from pages.shared.session import desk, me
from pages.shared.widgets import calm, quiet

Fields = tuple[tuple[str, str], ...]
Picture = Callable[[int], bytes | None]
FIELDS: Fields = (
    ("symbol", "Symbol"), ("quantity", "Quantity"), ("price", "Price"), ("market_value", "Value"),
    ("cost_basis", "Cost basis"),
)  # fmt: skip
MORE_FIELDS: Fields = (
    ("description", "Description"), ("cusip", "CUSIP"), ("asset_type", "Kind"), ("unit", "Unit"),
    ("accrued", "Accrued"),
)  # fmt: skip
FUND_FIELDS: Fields = (
    ("commitment", "Commitment"), ("called", "Called"), ("unfunded", "Still to be called"),
    ("nav_date", "Valued on"), ("lock_until", "Locked until"),
)  # fmt: skip
"""Of private funds alone."""
ACCOUNT_FIELDS: Fields = (
    ("stated_total", "Printed total"), ("cash", "Cash"), ("number", "Number"), ("as_of", "As of"),
)  # fmt: skip
MORE_ACCOUNT_FIELDS: Fields = (
    ("owner", "Owner"), ("institution", "Institution"), ("registration", "Registration"),
)  # fmt: skip
CHOICES: dict[str, dict[str, str]] = {
    "asset_type": ASSETS,
    "registration": {one: REGISTRATIONS.get(one, one) for one in get_args(Registration)},
}
ORIGIN = "Where the value comes from, kept in the audit trail"


def row_card(intake: Intake, index: int, row: int, title: str, verdict: str, picture: Picture | None, dpi: int) -> None:
    """The chosen row: its strip of the page with the chosen value marked, what is wrong, and the fields."""
    line = intake.statement.accounts[index].positions[row]
    with st.container(border=True):
        png = picture(line.source.page) if picture is not None and line.source.page else None
        if png is not None and line.source.box:
            kind: MarkKind = "trouble" if verdict else "chosen"
            shown = f"the printed line of {row_title(line)}"
            st.html(strip(png, dpi, line.source.box, shown, kind, box_of(line, title)))
        st.html(tag("p", tag("b", row_title(line)), " ", verdict_sentence(verdict, line), css="pl-text"))
        if (more := row_facts(line)) is not None:
            st.html(more)
        if line.lots:
            st.html(lots_table(line))
        if not may_mend(intake, index):
            return
        if line.doubts:
            _doubts(intake, index, row)
        _fields(intake, index, row, field_texts(line), FIELDS, MORE_FIELDS, *_fund_fields(line))
        _drop(intake, index, row)


def _doubts(intake: Intake, index: int, row: int) -> None:
    """What is in doubt about the row, and one press for whoever sees that it is right."""
    line = intake.statement.accounts[index].positions[row]
    words, action = st.columns([2.2, 1], vertical_alignment="center")
    words.html(tag("p", f"{line.in_doubt[:1].upper()}{line.in_doubt[1:]}.", css="pl-line"))
    if action.button("It is read right", key=f"right-{intake.id}-{intake.version}-{index}-{row}"):
        with calm():
            confirm_row(desk(), intake.id, intake.version, index, row)
            st.rerun()


def account_card(intake: Intake, index: int) -> None:
    """Printed sums that do not tie, in words, and what of the account itself may be mended."""
    account = intake.statement.accounts[index]
    with st.container(border=True):
        for check in broken_sums(account):
            st.html(tag("p", sum_sentence(check), css="pl-text"))
        if may_mend(intake, index):
            _fields(intake, index, WHOLE_ACCOUNT, account_texts(account), ACCOUNT_FIELDS, MORE_ACCOUNT_FIELDS)


def _fund_fields(line: StatementLine) -> tuple[Fields, ...]:
    """The fields of a private fund, for a row that is one."""
    is_fund = line.asset_type == "alternative" or line.commitment is not None or line.nav_date is not None
    return (FUND_FIELDS,) if is_fund else ()


def new_row(intake: Intake, index: int) -> None:
    """A holding that was not read is added by hand."""
    with st.form(f"new-row-{intake.id}-{intake.version}-{index}", border=False):
        values = _inputs({}, FIELDS)
        values |= _inputs({"asset_type": "other", "unit": "1"}, MORE_FIELDS)
        reason = st.text_input(ORIGIN, placeholder="e.g. page 4, second line")
        if st.form_submit_button("Add this row"):
            with calm():
                add_row(desk(), intake.id, intake.version, index, values, reason)
                st.rerun()


def may_mend(intake: Intake, index: int) -> bool:
    """Whether the person at the desk may change what was read of this account."""
    return intake.dispositions[index].state == "open" and allowed(me(), "sign_off")


def _fields(intake: Intake, index: int, row: int, texts: dict[str, str], fields: Fields, *more: Fields) -> None:
    with st.form(f"row-{intake.id}-{intake.version}-{index}-{row}", border=False):
        values = _inputs(texts, fields)
        with st.expander("More of it"):
            for further in more:
                values |= _inputs(texts, further)
        reason = st.text_input(ORIGIN, placeholder="e.g. custodian note of Nov 3")
        if st.form_submit_button("Prove again"):
            with calm():
                changed = {name: text for name, text in values.items() if text != texts.get(name, "")}
                after = correct(desk(), intake.id, intake.version, index, row, changed, reason) if changed else intake
                if after.version != intake.version:
                    st.rerun()
                quiet("No value was changed, so nothing was proven again.")


def _inputs(texts: dict[str, str], fields: Fields) -> dict[str, str]:
    values: dict[str, str] = {}
    for column, (name, label) in zip(st.columns(len(fields), gap="small"), fields, strict=True):
        text = texts.get(name, "")
        if name in CHOICES:
            options = list(CHOICES[name])
            place = options.index(text) if text in options else len(options) - 1
            chosen = column.selectbox(label, options, index=place, format_func=CHOICES[name].__getitem__)
            values[name] = str(chosen)
        else:
            values[name] = column.text_input(label, text, placeholder="not printed")
    return values


def _drop(intake: Intake, index: int, row: int) -> None:
    with (
        st.popover("This is no holding…", type="tertiary"),
        st.form(f"drop-{intake.id}-{intake.version}-{index}-{row}", border=False),
    ):
        quiet("The row is taken out of the account; the paper stays as it is.")
        reason = st.text_input("Reason, kept in the audit trail")
        if st.form_submit_button("Take it out"):
            with calm():
                drop_row(desk(), intake.id, intake.version, index, row, reason)
                st.rerun()
