"""The client file: profile, policy statement, drift note and report of a household, and the examination bundle."""

from datetime import date
from typing import Any

import streamlit as st

from core.access import allowed
from core.domain.canonical import from_plain, to_plain
from core.domain.household import Household
from core.domain.profile import PROFILE_FIELDS, InvestmentProfile, missing_fields
from core.present.html import Cell, Column, table, tag
from core.present.paper import picture
from core.words.days import day, moment
from core.words.sentences import count, listing
from core.workflow.compliance import profile, set_profile
from core.workflow.desk import Desk
from core.workflow.documents import document, documents, preview
from core.workflow.examination import examination_bundle
from core.workflow.people import people
from core.workflow.reports import WRITERS, issue_household_paper
from pages.shared.session import desk, me
from pages.shared.widgets import calm, head_beside_choice, quiet, show_head, show_section

LONG = (
    "objectives",
    "liquidity_needs",
    "experience",
    "financial_situation",
    "tax_status",
    "other_investments",
    "other",
)
TOLERANCES = {
    "low": "Low", "low_to_medium": "Low to medium", "medium": "Medium", "medium_to_high": "Medium to high",
    "high": "High",
}  # fmt: skip


def render() -> None:
    """Draw the page."""
    room, held = head_beside_choice()
    if held is None:
        return
    known = profile(desk(), held.id)
    lacking = [PROFILE_FIELDS[name].lower() for name in missing_fields(known)]
    with room:
        title = (
            f"{held.name}: the profile is whole" if not lacking else f"{held.name}: the profile lacks {_some(lacking)}"
        )
        show_head(title, [f"version {known.version}", f"confirmed {day(known.as_of)}"])
    pages, side = st.columns([1.5, 1], gap="large")
    with side:
        _profile(known)
        _papers(held)
        _examination(held)
    with pages, calm():
        _preview(held, known)


def _some(lacking: list[str]) -> str:
    return listing(lacking) if len(lacking) < 4 else f"{count(len(lacking), 'field')}"


def _profile(known: InvestmentProfile) -> None:
    show_section("Investment profile")
    rows = [[PROFILE_FIELDS[name], _shown(known, name)] for name in PROFILE_FIELDS]
    if known.other:
        rows.append(["Also told", known.other])
    st.html(table((Column("Asked"), Column("Answer")), rows))
    if allowed(me(), "sign_off"):
        with st.popover("Change the profile…", width="stretch"):
            _edit(known)


def _shown(known: InvestmentProfile, name: str) -> Any:
    value = getattr(known, name)
    if value in (None, "", ()):
        return Cell("■ missing", "bad")
    if name == "age":
        return listing([str(years) for years in value])
    if name == "horizon_years":
        return count(value, "year")
    if isinstance(value, date):
        return day(value)
    return TOLERANCES.get(value, value)


def _edit(known: InvestmentProfile) -> None:
    with st.form(f"profile-{known.household}-{known.version}", border=False):
        ages = st.text_input("Age of each who decides", ", ".join(map(str, known.age)), placeholder="58, 61")
        horizon = st.number_input("Time horizon, years", 0, 80, known.horizon_years, 1)
        names = list(TOLERANCES)
        place = names.index(known.risk_tolerance) if known.risk_tolerance else None
        tolerance = st.selectbox("Risk tolerance", names, place, format_func=lambda one: TOLERANCES[one])
        told = {
            name: st.text_area(PROFILE_FIELDS.get(name, "Also told"), getattr(known, name), height=68) for name in LONG
        }
        as_of = st.date_input("Confirmed on", known.as_of)
        crs = st.date_input("Form CRS delivered on", known.relationship_summary)
        reason = st.text_input("Who told it, and when", placeholder="e.g. both, at the meeting of Nov 18")
        if st.form_submit_button("Keep", type="primary"):
            with calm():
                plain = {**to_plain(known), **told, "horizon_years": horizon, "risk_tolerance": tolerance}
                plain |= {"age": [int(one) for one in ages.replace(",", " ").split() if one.isdigit()]}
                plain |= {"as_of": as_of and as_of.isoformat(), "relationship_summary": crs and crs.isoformat()}
                set_profile(desk(), from_plain(InvestmentProfile, plain, "profile"), reason)
                st.rerun()


def _papers(held: Household) -> None:
    show_section("Papers of the household")
    names = {person.id: person.name for person in people(desk())}
    issued = [paper for paper in documents(desk()) if paper.household == held.id and not paper.proposal]
    if not issued:
        quiet("None is issued yet. Each is kept exactly as issued.")
    for paper in issued:
        _, data = document(desk(), paper.id)
        with st.container(border=True):
            st.html(tag("p", tag("b", paper.title), f" · {paper.file}", css="pl-text"))
            quiet(f"issued {moment(paper.at)} by {names.get(paper.person, paper.person)} · {paper.sha256[7:15]}…")
            st.download_button(
                "Download", data, paper.file, "application/pdf", key=f"get-{paper.id}", on_click="ignore"
            )


def _examination(held: Household) -> None:
    if not allowed(me(), "export"):
        return
    show_section("Examination bundle")
    quiet("One zip: papers, records, events, a manifest of hashes, and a verifier that needs nothing of ours.")
    with st.form(f"bundle-{held.id}", border=False):
        first, last, second = st.columns(3, gap="small", vertical_alignment="bottom")
        since = first.date_input("From", date(desk().today().year, 1, 1))
        until = last.date_input("To", desk().now().date())
        code = second.text_input("Code, if you use one")
        if st.form_submit_button("Make the bundle"):
            with calm(), st.spinner("Packing…"):
                st.session_state["bundle"] = (held.id, examination_bundle(desk(), held.id, since, until, code))
    made = st.session_state.get("bundle")
    if made and made[0] == held.id:
        st.download_button(
            "Download the bundle", made[1], f"examination-{held.id}.zip", "application/zip", on_click="ignore",
            type="primary",
        )  # fmt: skip


@st.cache_data(max_entries=24, show_spinner=False, ttl=60)
def _pages(kind: str, household_id: str, version: int, profile_version: int, _desk: Desk) -> tuple[bytes, ...]:
    """The pages as images, drawn again after a minute or when household or profile changed."""
    return preview(WRITERS[kind][1](_desk, household_id))


def _preview(held: Household, known: InvestmentProfile) -> None:
    kind = st.segmented_control(
        "Paper", list(WRITERS), default="policy", required=True, label_visibility="collapsed",
        format_func=lambda one: WRITERS[one][0], key="client-paper",
    )  # fmt: skip
    title = WRITERS[kind][0]
    with st.spinner("Drawing the pages…"):
        pages = _pages(kind, held.id, held.version, known.version, desk())
    head, action = st.columns([3, 1], vertical_alignment="center")
    with head:
        show_section(f"{title}, {count(len(pages), 'page')}")
    with action, st.container(horizontal_alignment="right"):
        if allowed(me(), "issue_documents") and st.button("Issue it", type="primary"):
            with calm():
                issue_household_paper(desk(), held.id, kind)
                st.rerun()
    for place, png in enumerate(pages, start=1):
        st.html(picture(png, f"page {place} of the {title.lower()}"))
