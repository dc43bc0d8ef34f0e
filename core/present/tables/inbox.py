"""Statements received: how far each one is."""

from collections.abc import Mapping, Sequence

from core.domain.intake import Intake
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tokens import EXPLAINED, OUTSIDE, PROVEN
from core.words.days import short_day
from core.words.sentences import listing

HEADS = (
    Head("File", 178),
    Head("Institution", 156),
    Head("Accounts", 60, number=True),
    Head("Proof", 140),
    Head("Settled", 54),
    Head("Received", 62),
    Head("By", 86),
)


def inbox_table(intakes: Sequence[Intake], names: Mapping[str, str]) -> Sheet:
    """One row per file; the keys are statement ids."""
    rows = [
        [
            one.file, _institutions(one), len(one.statement.accounts), proof_of(one), settled(one),
            short_day(one.uploaded_at.date()), names.get(one.uploaded_by, one.uploaded_by),
        ]
        for one in intakes
    ]  # fmt: skip
    return sheet(HEADS, rows, keys=[one.id for one in intakes])


def proof_of(intake: Intake) -> str:
    """`● 2 proven, ■ 1 unproven`, or what became of a file without accounts of its own."""
    if not intake.statement.accounts:
        codes = {issue.code for issue in intake.statement.issues}
        joined = "joined to its account" if "joined" in codes else "nothing to sign off"
        return "lots added to positions" if "merged" in codes else joined
    states = [account.status for account in intake.statement.accounts]
    marks = (("unproven", OUTSIDE), ("explained", EXPLAINED), ("proven", PROVEN))
    return ", ".join(f"{mark} {states.count(name)} {name}" for name, mark in marks if name in states)


def settled(intake: Intake) -> str:
    """`1 of 3`, or what became of all accounts."""
    done = [one.state for one in intake.dispositions if one.state != "open"]
    if done and len(done) == len(intake.dispositions):
        return "refused" if set(done) == {"refused"} else "done"
    return f"{len(done)} of {len(intake.dispositions)}" if intake.dispositions else "done"


def _institutions(intake: Intake) -> str:
    return listing(sorted({account.institution for account in intake.statement.accounts if account.institution}))
