"""The record: which version of what was decided by whom, when, on which inputs, and where the trail holds it."""

from core.document import ink
from core.document.facts import Facts
from core.document.sheet import Sheet
from core.document.tables import Cell, Column, Row, Table, draw
from core.domain.proposal import CheckResult
from core.words import count, listing, moment, number

_COLUMNS = (Column("", 38), Column("", 137.9))
_CHECKS = (Column("", 5), Column("", 170.9))


def record(sheet: Sheet, facts: Facts) -> None:
    """Key and value, line by line; then the checks and how each came out."""
    sheet.section("The record")
    draw(sheet, Table(_COLUMNS, [[_line(key, value)] for key, value in _lines(facts) if value]))
    checks = facts.proposal.checks
    if checks:
        held = sum(check.ok for check in checks)
        sheet.ensure(16)
        said = f"{number(held)} of {count(len(checks), 'check')} hold, by code that shares nothing with the solver:"
        sheet.paragraph(said, ink.STRONG, after=0.5)
        draw(sheet, Table(_CHECKS, [[Row(_mark(facts, check), pad=0.25)] for check in checks]))


def _mark(facts: Facts, check: CheckResult) -> tuple[Cell, Cell]:
    sign, style = ("●", ink.TABLE) if check.ok else ("■", ink.TROUBLE)
    return Cell(sign, style), Cell(facts.said(check.sentence) or check.rule, style)


def _lines(facts: Facts) -> list[tuple[str, str]]:
    one, answer = facts.proposal, facts.proposal.answer
    solver = answer.solver
    gap = "" if solver.gap is None else f", gap {solver.gap:.6f}"
    return [
        ("Proposal", f"{one.id}, version {one.version}, {one.state}"),
        ("Fingerprint", answer.fingerprint),
        ("Proposed by", f"{facts.person(one.proposer)}, {moment(one.created)}"),
        ("Also worked on by", listing([facts.person(hand) for hand in one.hands if hand != one.proposer])),
        ("Submitted", moment(one.submitted) if one.submitted else ""),
        ("Approved by", f"{facts.person(one.approver)}, {moment(one.decided)}" if one.approver else ""),
        ("Note", one.note),
        ("Case", one.inputs.case),
        ("Mandate", one.inputs.mandate),
        ("Prices", one.inputs.prices),
        ("Tax tables", one.inputs.tax_tables),
        ("Engine", one.inputs.engine),
        ("Package lock", one.inputs.lock),
        ("Solver", f"{one.inputs.solver}; {solver.name} {solver.version}, {solver.status}{gap}"),
        ("Audit anchor", facts.names.get("anchor", "")),
    ]


def _line(key: str, value: str) -> Row:
    return Row((Cell(key, ink.TABLE_QUIET), Cell(value)), pad=0.7, rule=True)
