"""Several people approve the same version of a proposal at the same moment, the proposer among them."""

import sqlite3
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from core.domain.errors import CoreError, NotAllowed
from core.domain.proposal import Proposal
from core.settings import read_settings
from core.store import FIRM, open_store
from core.workflow import demo, proposals
from core.workflow.book import book
from core.workflow.desk import Desk
from core.workflow.people import Credential
from core.workflow.saving import Put, save
from core.workflow.trail import verify_trail

PASSWORD = demo.demo_password()
PROPOSER, OTHER, COMMITTEE, OFFICER = map(demo.person_for, ("okafor", "brandt", "committee", "compliance"))


def submitted(desk: Desk, count: int) -> list[Proposal]:
    """`count` proposals that wait for approval, all with the trades of one that was solved."""
    advisor = desk.acting_as(PROPOSER)
    home = next(row.household for row in book(advisor).rows if row.outside)
    first = proposals.submit_proposal(advisor, proposals.draft(advisor, home).id, 1)
    copies = [replace(first, id=f"P-2026-{number:04d}", version=1) for number in range(1001, 1001 + count)]
    save(advisor, "proposal.submitted", *[Put("proposal", one.id, 1, one, client=one.household) for one in copies])
    return copies


def quick_to_prove(desk: Desk) -> None:
    """The same passwords, kept with a cheap hash: a thousand races ask four thousand times."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    everyone = (PROPOSER, OTHER, COMMITTEE, OFFICER)
    save(desk, "person.changed", *[Put("credential", one.id, 2, Credential(one.id, cheap, 2), client=FIRM)
                                   for one in everyone])  # fmt: skip


def race(desks: Sequence[Desk], waiting: Proposal, pool: ThreadPoolExecutor) -> list[str]:
    """Everyone approves at once; returns who succeeded."""
    start = threading.Barrier(len(desks))

    def approve(desk: Desk) -> str:
        start.wait()
        try:
            return proposals.approve_proposal(desk, waiting.id, 1, PASSWORD).approver or ""
        except CoreError as error:
            assert desk.actor != PROPOSER or isinstance(error, NotAllowed)
            return ""

    return [one for one in pool.map(approve, desks) if one]


def run(home: Path, count: int) -> None:
    """That many races in one home; then the database is counted by itself and the trail verified."""
    settings = read_settings({"PLUMBLINE_HOME": str(home)})
    desk = demo.fill(Desk.open(settings))
    quick_to_prove(desk)
    everyone = [
        replace(desk, store=open_store(settings, {}), actor=one) for one in (PROPOSER, OTHER, COMMITTEE, OFFICER)
    ]
    with ThreadPoolExecutor(len(everyone)) as pool:
        for waiting in submitted(desk, count):
            winners = race(everyone, waiting, pool)
            assert len(winners) == 1 and winners[0] != PROPOSER.id
    with closing(sqlite3.connect(home / "plumbline.db")) as raw:
        rows = raw.execute("SELECT proposal, proposer, approver FROM approval").fetchall()
    assert len(rows) == count == len({row[0] for row in rows})
    assert not any(proposer == approver for _, proposer, approver in rows)
    assert sum(event.kind == "proposal.approved" for event in desk.store.events()) == count
    assert verify_trail(desk.acting_as(OFFICER)).ok


def test_the_database_itself_refuses_the_proposer_and_a_second_approval(tmp_path: Path) -> None:
    """By the raw table, behind everything else."""
    Desk.open(read_settings({"PLUMBLINE_HOME": str(tmp_path)}))
    with closing(sqlite3.connect(tmp_path / "plumbline.db")) as raw:
        row = "INSERT INTO approval VALUES ('P-1', 2, ?, ?, '2026-11-20T00:00:00.000000Z')"
        with pytest.raises(sqlite3.IntegrityError, match="approver_is_not_proposer"):
            raw.execute(row, ("okafor", "okafor"))
        raw.execute(row, ("okafor", "sandoval"))
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            raw.execute(row, ("okafor", "whitlock"))


def test_of_all_who_approve_at_once_exactly_one_does_and_never_the_proposer(tmp_path: Path) -> None:
    run(tmp_path / "home", 8)


@pytest.mark.long
def test_a_thousand_races_give_a_thousand_approvals(tmp_path: Path) -> None:
    run(tmp_path / "home", 1000)
