"""After a day's work on a real home, no file of it shows a client's name, account number or statement text."""

from pathlib import Path

from core.settings import DEMO, read_settings
from core.workflow import demo, documents, households, people, proposals, statements, trail
from core.workflow.book import book
from core.workflow.desk import Desk


def test_a_home_shows_no_client_in_the_open(tmp_path: Path) -> None:
    settings = read_settings({"PLUMBLINE_HOME": str(tmp_path)})
    desk = demo.fill(Desk.open(settings)).acting_as(demo.person_for("advisor"))
    sample = DEMO / "statements" / "calder-finch-2026-10-lindqvist.pdf"
    taken = statements.upload(desk, sample.name, sample.read_bytes())
    home = households.new_household(desk, "Lindqvist", households.mandates(desk)[0].id)
    statements.sign_off(desk, taken.id, taken.version, 0, home.id, None, "total printed wrong, seen at the custodian")
    made = proposals.draft(desk, next(row.household for row in book(desk).rows if row.outside))
    made = proposals.submit_proposal(desk, made.id, made.version)
    officer = desk.acting_as(demo.person_for("compliance"))
    proposals.approve_proposal(officer, made.id, made.version, demo.demo_password())
    documents.issue(officer, made.id)
    people.sign_in(desk, demo.person_for("advisor").id, demo.demo_password())
    assert trail.verify_trail(officer).ok

    secrets = {one.name for one in households.households(desk)} | {"Lindqvist", "Calder Finch", sample.name}
    secrets |= {card.number.strip("…") for one in households.households(desk) for card in one.cards if card.number}
    secrets |= {card.owner_name for one in households.households(desk) for card in one.cards if card.owner_name}
    secrets |= {person.name for person in people.people(desk)}
    everything = b"\n".join(path.read_bytes().lower() for path in sorted(tmp_path.rglob("*")) if path.is_file())
    names = [path.name for path in tmp_path.rglob("*")]
    shown = sorted(word for word in secrets if word and len(word) > 4 and word.lower().encode() in everything)
    assert shown == []
    assert not [word for word in secrets for name in names if len(word) > 4 and word.lower() in name.lower()]
    assert Desk.open(settings).store.latest("household")
