"""The proposal letter; and the note of a check without trades. The recommendation record stands beside it.

Every figure stands in the record that is passed in; nothing is computed here that the record does not hold.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from core.document import ink
from core.document.documents import document
from core.document.facts import Facts
from core.document.letterhead import PLAIN, Letterhead
from core.document.parts.basis import basis, disclosures
from core.document.parts.choices import alternatives, by_hand, costs, limits, locked, noticed
from core.document.parts.opening import address, answer, figures
from core.document.parts.record import record
from core.document.parts.tax import tax
from core.document.parts.trades import trades
from core.document.parts.weights import weights
from core.document.sheet import Badge, Frame, Sheet
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.domain.proposal import Proposal
from core.words import one_line, shorten

Part = Callable[[Sheet, Facts], None]

_LETTER: tuple[Part, ...] = (
    answer, figures, weights, limits, trades, tax, alternatives, locked, costs, by_hand, noticed, basis, disclosures,
    record,
)  # fmt: skip
_NOTE: tuple[Part, ...] = (answer, weights, limits, noticed, record)
_FOOT = "Tax figures are estimates; not legal or tax advice."


@document(title="Proposal letter", media_type="application/pdf", needs=(Proposal, Household, Mandate))
def letter(
    proposal: Proposal,
    household: Household,
    mandate: Mandate,
    labels: Mapping[str, str],
    printed_on: date,
    letterhead: Letterhead = PLAIN,
) -> bytes:
    """The letter to the household as PDF; the same arguments give the same bytes.

    labels : asset class -> name; `prices` (a feed's label, as "simulated"), `prices_as_of` (ISO day), `mandate`,
        `anchor` (the trail's last anchor), `person.<id>` -> a person's name
    """
    title = f"Proposal {proposal.id} for {household.name}"
    return _written("Proposal", title, _LETTER, Facts(proposal, household, mandate, labels), printed_on, letterhead)


@document(title="Note of a check without trades", media_type="application/pdf", needs=(Proposal, Household, Mandate))
def note(
    proposal: Proposal,
    household: Household,
    mandate: Mandate,
    labels: Mapping[str, str],
    printed_on: date,
    letterhead: Letterhead = PLAIN,
) -> bytes:
    """That the household was checked, that nothing is traded, and why; arguments as of `letter`."""
    title = f"Check {proposal.id} of {household.name}"
    return _written("Check", title, _NOTE, Facts(proposal, household, mandate, labels), printed_on, letterhead)


def _written(
    kind: str, title: str, parts: Sequence[Part], facts: Facts, printed_on: date, letterhead: Letterhead
) -> bytes:
    proposal = facts.proposal
    head = f"{kind} {shorten(one_line(proposal.id), 24)}, version {proposal.version}"
    frame = Frame(title, head, f"{_FOOT} {fingerprint(facts)}", badges(facts), f"{head}, {proposal.state}", letterhead)
    sheet = Sheet(frame, printed_on)
    address(sheet, facts, printed_on)
    for part in parts:
        part(sheet, facts)
    return sheet.finish()


def badges(facts: Facts) -> tuple[Badge, ...]:
    """Whether it is approved, and what the prices are."""
    state = facts.proposal.state
    if state == "approved":
        shown = [Badge("Approved", ink.OK_TEXT, ink.OK_FILL)]
    else:
        shown = [Badge(f"{state.capitalize()}, not approved", ink.BAD_TEXT, ink.BAD_FILL)]
    if facts.prices_badge:
        shown.append(Badge(shorten(facts.prices_badge, 40), ink.CAUTION_TEXT, ink.CAUTION_FILL))
    return tuple(shown)


def fingerprint(facts: Facts) -> str:
    """The first and last characters of the proposal's fingerprint, for the foot."""
    mark = facts.proposal.answer.fingerprint.removeprefix("sha256:")
    return f"Fingerprint {mark[:8]}…{mark[-4:]}." if mark else ""
