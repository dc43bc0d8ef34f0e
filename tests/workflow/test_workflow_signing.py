"""An issued letter is signed by the advisor and then, through a link that works once, by the client."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.domain.errors import BadInput, CoreError, NotAllowed
from core.domain.paper import Paper
from core.settings import read_settings
from core.sign.page import reading_code
from core.store import open_store
from core.workflow import demo, documents, proposals, signatures, signing
from core.workflow.book import book
from core.workflow.desk import Desk, command_line_person
from core.workflow.trail import trail, verify_trail

PASSWORD = demo.demo_password()
NOON = datetime(2026, 11, 20, 17, tzinfo=UTC)
CLIENT = "Ana Ortiz"


def at(desk: Desk, days: float) -> Desk:
    return replace(desk, clock=lambda: NOON + timedelta(days=days))


def issued(desk: Desk) -> tuple[Paper, bytes]:
    """A letter of an approved proposal, and its bytes."""
    advisor, officer = (desk.acting_as(demo.person_for(role)) for role in ("advisor", "compliance"))
    home = next(row.household for row in book(advisor).rows if row.outside)
    waiting = proposals.submit_proposal(advisor, proposals.draft(advisor, home).id, 1)
    proposals.approve_proposal(officer, waiting.id, waiting.version, PASSWORD)
    letter = next(one for one in documents.issue(advisor, waiting.id) if one.kind == "letter")
    return letter, documents.document(advisor, letter.id)[1]


@pytest.fixture
def desk() -> Desk:
    return at(Desk.sample(), 0)


@pytest.fixture
def letter(desk: Desk) -> tuple[Paper, bytes]:
    return issued(desk)


@pytest.fixture
def token(desk: Desk, letter: tuple[Paper, bytes]) -> str:
    signing.sign_paper(desk, letter[0].id, PASSWORD)
    return signing.make_link(desk, letter[0].id, CLIENT, PASSWORD)


def nobody(desk: Desk) -> Desk:
    return desk.acting_as(None)


def test_the_advisor_signs_and_then_the_client_without_an_account(desk: Desk, letter: tuple[Paper, bytes]) -> None:
    paper, data = letter
    first = signing.sign_paper(desk, paper.id, PASSWORD)
    assert first.signed == ("advisor",) and first.version == 2
    token = signing.make_link(desk, paper.id, CLIENT, PASSWORD)
    opened = signing.open_link(nobody(desk), token)
    assert opened.signer == CLIENT and opened.consent.disclosures and opened.pdf.startswith(data)
    done, copy = signing.sign_by_link(nobody(desk), token, " ana  ORTIZ ", reading_code(data).lower(), True)
    assert done.signed == ("advisor", "client") and copy.startswith(opened.pdf)
    report = signatures.check_paper(desk, paper.id)
    assert report.ok and [one.name for one in report.signatures] == ["Jules Okafor", CLIENT]
    assert signatures.check_file(desk, copy).ok
    assert not signatures.check_file(desk, copy[:-40] + b"x" + copy[-39:]).ok
    assert documents.document(desk, paper.id)[1] == copy
    assert verify_trail(desk).ok


def test_each_signature_is_recorded_with_intent_identity_consent_and_the_bytes(
    desk: Desk, letter: tuple[Paper, bytes], token: str
) -> None:
    paper, data = letter
    signing.sign_by_link(nobody(desk), token, CLIENT, reading_code(data), True)
    ours, theirs = signatures.acts(desk, paper.id)
    assert (ours.capacity, theirs.capacity) == ("advisor", "client")
    assert ours.before == paper.sha256 and ours.after == theirs.before != theirs.after
    assert "password" in ours.identity and "Jules Okafor" in theirs.identity
    assert theirs.consent_version and theirs.consent_sha256.startswith("sha256:") and "my signature" in theirs.intent
    kinds = [event.kind for event in trail(desk)]
    assert kinds.count("document.signed") == 4
    assert {"link.made", "link.used", "firm.certificate_made"} <= set(kinds)
    clients = [event for event in trail(desk) if event.role == "client"]
    assert clients and all(event.actor.startswith("link:") and token not in str(event) for event in clients)


def test_a_link_works_once(desk: Desk, letter: tuple[Paper, bytes], token: str) -> None:
    signing.sign_by_link(nobody(desk), token, CLIENT, reading_code(letter[1]), True)
    for again in (
        lambda: signing.open_link(nobody(desk), token),
        lambda: signing.sign_by_link(nobody(desk), token, CLIENT, reading_code(letter[1]), True),
    ):
        with pytest.raises(NotAllowed, match="leads nowhere"):
            again()


def test_an_expired_a_withdrawn_and_an_invented_link_are_refused_in_the_same_words(
    desk: Desk, letter: tuple[Paper, bytes], token: str
) -> None:
    signing.open_link(at(nobody(desk), 6.9), token)
    withdrawn = signing.make_link(at(desk, 0.1), letter[0].id, CLIENT, PASSWORD)
    [_, second] = signing.links(desk, letter[0].id)
    signing.withdraw_link(desk, second.id)
    for late, wrong in ((7, token), (0, withdrawn), (0, "invented")):
        with pytest.raises(NotAllowed, match="leads nowhere"):
            signing.open_link(at(nobody(desk), late), wrong)


@pytest.mark.parametrize(
    ("name", "code", "consents", "where"),
    [
        (CLIENT, "right", False, "consent"),
        ("Somebody Else", "right", True, "name"),
        (CLIENT, "XXXXXX", True, "reading"),
    ],
)
def test_without_consent_the_right_name_or_the_opened_document_nothing_is_signed(
    desk: Desk, letter: tuple[Paper, bytes], token: str, name: str, code: str, consents: bool, where: str
) -> None:
    code = reading_code(letter[1]) if code == "right" else code
    with pytest.raises(BadInput, match=where):
        signing.sign_by_link(nobody(desk), token, name, code, consents)
    assert signing.open_link(nobody(desk), token).paper.signed == ("advisor",)


def test_the_advisor_signs_first_and_once_with_the_password(desk: Desk, letter: tuple[Paper, bytes]) -> None:
    paper, _ = letter
    with pytest.raises(BadInput, match="advisor signs first"):
        signing.make_link(desk, paper.id, CLIENT, PASSWORD)
    with pytest.raises(NotAllowed, match="belong together"):
        signing.sign_paper(desk, paper.id, "guess")
    signing.sign_paper(desk, paper.id, PASSWORD)
    with pytest.raises(BadInput, match="signed already"):
        signing.sign_paper(desk, paper.id, PASSWORD)
    with pytest.raises(NotAllowed, match="command line"):
        signing.make_link(desk.acting_as(command_line_person()), paper.id, CLIENT, PASSWORD)


def test_an_order_list_is_not_signed(desk: Desk, letter: tuple[Paper, bytes]) -> None:
    with pytest.raises(BadInput, match="only a PDF"):
        signing.sign_paper(desk, letter[0].id.replace("letter", "orders"), PASSWORD)


def test_an_edit_of_the_proposal_closes_its_documents(desk: Desk, letter: tuple[Paper, bytes], token: str) -> None:
    standing = proposals.proposal(desk, letter[0].proposal)
    proposals.tweak(desk, standing.id, standing.version)
    with pytest.raises(NotAllowed, match="changed after"):
        signing.open_link(nobody(desk), token)


def test_of_five_clicks_at_once_one_signs(tmp_path: Path) -> None:
    settings = read_settings({"PLUMBLINE_HOME": str(tmp_path / "home")})
    desk = at(demo.fill(Desk.open(settings)), 0).acting_as(demo.person_for("advisor"))
    paper, data = issued(desk)
    signing.sign_paper(desk, paper.id, PASSWORD)
    token = signing.make_link(desk, paper.id, CLIENT, PASSWORD)

    def click(_: int) -> bool:
        own = replace(nobody(desk), store=open_store(settings, {}))
        try:
            signing.sign_by_link(own, token, CLIENT, reading_code(data), True)
        except CoreError:
            return False
        return True

    with ThreadPoolExecutor(5) as pool:
        assert sum(pool.map(click, range(5))) == 1
    assert verify_trail(desk).ok
