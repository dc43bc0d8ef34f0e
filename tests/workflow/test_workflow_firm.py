"""The firm's letterhead: set by an administrator, kept with its event, printed from then on, past papers unchanged."""

import io
from dataclasses import replace

import pdfplumber
import pytest
from PIL import Image

from core.domain.errors import BadInput, NotAllowed
from core.domain.firm import Firm
from core.workflow.desk import Desk
from core.workflow.firm import firm, firm_type, letterhead, sample_page, set_firm
from core.workflow.households import households
from core.workflow.reports import issue_household_paper, report_of


@pytest.fixture
def desk() -> Desk:
    return Desk.sample("admin")


def logo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 100), "teal").save(out, format="PNG")
    return out.getvalue()


def first_page(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        text: str = pdf.pages[0].extract_text()
        return text


def test_the_demo_firm_is_invented_and_printed() -> None:
    desk = Desk.sample("compliance")
    assert firm(desk).version == 1
    assert firm(desk).name in first_page(report_of(desk, households(desk)[0].id))


def test_a_change_is_a_version_with_its_event_and_papers_issued_before_stay(desk: Desk) -> None:
    officer = Desk.sample("compliance")
    desk = replace(officer, actor=desk.actor)
    one = households(officer)[0].id
    before = issue_household_paper(officer, one, "report")
    changed = set_firm(desk, replace(firm(desk), name="Orchard & Pell", kind="broker_dealer"), logo())
    assert changed.version == 2
    assert letterhead(desk).logo.startswith(b"\x89PNG")
    assert firm_type(desk) == "broker_dealer"
    assert [event.kind for event in desk.store.events()][-1] == "firm.set"
    kept = officer.store.blob(before.sha256, client=one)
    assert "Larkfield" in first_page(kept)
    assert "Orchard & Pell" in first_page(report_of(officer, one))
    assert issue_household_paper(officer, one, "report").id != before.id


def test_the_logo_stays_unless_another_or_none_is_given(desk: Desk) -> None:
    first = set_firm(desk, firm(desk), logo())
    assert set_firm(desk, replace(first, name="Other")).logo == first.logo != ""
    assert set_firm(desk, first, b"").logo == ""


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (Firm(" "), "needs the firm's name"),
        (Firm("A", accent="#eeeeee"), "contrast"),
        (Firm("A", address=("x",) * 5), "more than 4 lines"),
        (Firm("A" * 81), "more than 80"),
        (Firm("A", kind="bank"), "is none of"),  # type: ignore[arg-type]
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(desk: Desk, changed: Firm, said: str) -> None:
    events = len(list(desk.store.events()))
    with pytest.raises(BadInput, match=said):
        set_firm(desk, changed)
    assert len(list(desk.store.events())) == events
    assert firm(desk).version == 1


def test_only_an_administrator_sets_it() -> None:
    for role in ("advisor", "committee", "compliance"):
        desk = Desk.sample(role)
        with pytest.raises(NotAllowed):
            set_firm(desk, firm(desk))


def test_the_sample_shows_the_change_and_keeps_nothing(desk: Desk) -> None:
    before = sample_page(desk, firm(desk))
    assert sample_page(desk, replace(firm(desk), name="Orchard & Pell")) != before
    assert firm(desk).version == 1
