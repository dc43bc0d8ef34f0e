"""What the firm owes: its capacity, the conflicts, the disclosures that fired and why, who did what and when."""

from core.document import ink
from core.document.parts.basis import Entry, applying
from core.document.parts.headings import group
from core.document.record_facts import RecordFacts, missing
from core.document.sheet import Sheet
from core.document.tables import Cell, Column, Row, Table, draw, rows_of
from core.domain.issue import Issue
from core.words import class_label, count, day, moment, number, start

_FIRED = (Column("Disclosure", 124.9), Column("Because", 51))
_HANDS = (Column("What", 34), Column("Who", 84.9), Column("When, UTC", 57))
_LACKS = (Column("Missing", 110.9), Column("Its place", 65))

CAPACITY = {
    "adviser": (
        "The firm acts as investment adviser and fiduciary of the household. The advice covers the accounts named "
        "under the mandate named, and the firm goes on watching them; it is limited to products of the firm's shelf."
    ),
    "broker_dealer": (
        "The firm acts as broker-dealer. The recommendation covers the accounts named, at the time it is made, and is "
        "limited to the products of the firm's shelf; it does not promise to go on watching the accounts."
    ),
}


def lacks(sheet: Sheet, facts: RecordFacts) -> None:
    """What the record still lacks, each with its place; nothing where it is whole."""
    found = missing(facts)
    if not found:
        return
    sheet.paragraph(f"■ Not final: {count(len(found), 'thing')} missing.", ink.TROUBLE, after=1)
    draw(sheet, Table(_LACKS, [[_lack(one)] for one in found]))


def _lack(one: Issue) -> Row:
    return Row((Cell(f"{start(one.message)}."), Cell(one.where, ink.TABLE_QUIET)), pad=0.7, rule=True)


def capacity(sheet: Sheet, facts: RecordFacts) -> None:
    """In what capacity the firm acts, what it covers, since when the household knows."""
    buyable = sum(one.buyable for one in facts.shelf.values())
    crs = facts.profile.relationship_summary
    sheet.points((
        CAPACITY[facts.firm_type],
        f"The shelf holds {number(buyable)} products that may be bought of {number(len(facts.shelf))} assessed.",
        f"Form CRS last delivered: {day(crs) if crs else 'not known'}.",
    ))  # fmt: skip


def conflicts(sheet: Sheet, facts: RecordFacts) -> None:
    """The firm's conflicts that touch this recommendation, and those of the products bought."""
    group(sheet, "Conflicts of interest and how they were dealt with")
    texts = [_rows(entry) for entry in applying(facts, "conflict", facts.firm_type)]
    own = [facts.shelf[symbol] for symbol in facts.purchases if symbol in facts.shelf]
    named = [one for one in own if not one.conflicts.startswith("None known")]
    texts += [(f"{one.symbol}: {one.conflicts}", "It is bought.") for one in named]
    if own and not named:
        texts.append((f"{count(len(own), 'product', begin=True)} bought: no conflict known.", "The shelf says so."))
    draw(sheet, Table(_FIRED, rows_of(*texts)))


def fired_disclosures(sheet: Sheet, facts: RecordFacts) -> None:
    """Each disclosure that applies: its text, rule and version, and why it stands here."""
    group(sheet, "Disclosures made, and why each stands here")
    draw(sheet, Table(_FIRED, rows_of(*(_rows(entry) for entry in applying(facts, "disclosure", facts.firm_type)))))


def _rows(entry: Entry) -> tuple[str, str]:
    rule = f" [{entry['rule']}]" if entry.get("rule") else ""
    return f"{entry['text']}{rule}", f"{entry['why']} ({entry['id']}, v{entry['version']})"


def hands(sheet: Sheet, facts: RecordFacts) -> None:
    """Persons and moments: who recommended, submitted, approved."""
    one = facts.proposal
    group(sheet, "Persons, moments and approvals")
    rows = [("Recommended", facts.person(one.proposer), moment(one.created))]
    rows += [("Also worked on by", facts.person(hand), "") for hand in one.hands if hand != one.proposer]
    rows.append(("Submitted", facts.person(one.hands[-1] if one.hands else one.proposer), moment(one.submitted)))
    rows.append((class_label(one.state), facts.person(one.approver), moment(one.decided)))
    draw(sheet, Table(_HANDS, rows_of(*rows)))
    if one.note.strip():
        sheet.paragraph(f"Note: {one.note}")
