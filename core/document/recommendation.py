"""The recommendation record, by firm type: the four obligations of Regulation Best Interest, or the fiduciary record.

Rests on 17 CFR 240.15l-1(a)(2) for broker-dealers; on the duties of care and loyalty as the Commission reads them in
IA-5248 (84 FR 33669) and on 17 CFR 275.204-2(a)(3), (a)(7) for advisers. A record with missing fields is never final.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.document import ink
from core.document.documents import document
from core.document.letterhead import PLAIN, Letterhead
from core.document.letters import badges, fingerprint
from core.document.parts.advice import profile, recommended, why
from core.document.parts.duties import capacity, conflicts, fired_disclosures, hands, lacks
from core.document.parts.headings import rule_line
from core.document.parts.opening import address, figures
from core.document.parts.record import record
from core.document.parts.weighing import all_costs, products, series, ways
from core.document.record_facts import RecordFacts, missing
from core.document.sheet import Frame, Sheet
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.domain.product import Product
from core.domain.profile import InvestmentProfile
from core.domain.proposal import Proposal
from core.domain.series import TradeSeries
from core.words import headline, one_line, shorten, start

Part = Callable[[Sheet, RecordFacts], None]
_FOOT = "Simulated or estimated figures are marked; not legal or tax advice."


@dataclass(frozen=True, slots=True)
class Duty:
    """One part of the record: its heading, the rule it answers to, what it holds."""

    title: str
    rule: str
    parts: tuple[Part, ...]


DUTIES: dict[str, tuple[Duty, ...]] = {
    "adviser": (
        Duty("Duty of care: the client", "IA-5248, II.B.1: advice in the best interest of this client, on its profile.",
             (profile,)),
        Duty("Duty of care: the advice", "IA-5248, II.B.1: a reasonable inquiry, costs and alternatives weighed.",
             (recommended, why, ways, products, all_costs)),
        Duty("Duty of care: over the course of the relationship", "IA-5248, II.B.3: advice and monitoring.", (series,)),
        Duty("Duty of loyalty", "IA-5248, II.C: conflicts eliminated or fully and fairly disclosed.",
             (capacity, conflicts, fired_disclosures)),
        Duty("Books and records", "17 CFR 275.204-2(a)(3) and (a)(7): who recommended, who decided, when.", (hands,)),
    ),
    "broker_dealer": (
        Duty("Disclosure obligation", "17 CFR 240.15l-1(a)(2)(i): capacity, costs, scope, conflicts, in writing.",
             (capacity, fired_disclosures)),
        Duty("Care obligation", "17 CFR 240.15l-1(a)(2)(ii): the product, this customer, the series of trades.",
             (profile, recommended, why, ways, products, all_costs, series)),
        Duty("Conflict of interest obligation", "17 CFR 240.15l-1(a)(2)(iii): identified, disclosed, mitigated.",
             (conflicts,)),
        Duty("Compliance obligation", "17 CFR 240.15l-1(a)(2)(iv): written policies, and who followed them.", (hands,)),
    ),
}  # fmt: skip
"""firm_type -> what its record holds, in order"""

TITLES = {"adviser": "Fiduciary record", "broker_dealer": "Regulation Best Interest record"}


@document(
    title="Recommendation record",
    media_type="application/pdf",
    needs=(Proposal, Household, Mandate, InvestmentProfile, TradeSeries),
)
def recommendation_record(
    proposal: Proposal,
    household: Household,
    mandate: Mandate,
    profile: InvestmentProfile,
    series: TradeSeries,
    shelf: Mapping[str, Product],
    labels: Mapping[str, str],
    printed_on: date,
    firm_type: str = "adviser",
    letterhead: Letterhead = PLAIN,
) -> bytes:
    """The record as PDF. Raises BadInput for an approved proposal whose record lacks anything, naming each place.

    A proposal that is not approved gives a draft that lists what is missing; labels as of `letter`.
    """
    facts = RecordFacts(proposal, household, mandate, labels, profile, series, shelf, duties_of(firm_type))
    if proposal.state == "approved":
        refuse_unfinished(facts)
    return _written(facts, printed_on, letterhead)


def refuse_unfinished(facts: RecordFacts) -> None:
    """Raise BadInput naming everything that is missing and where it belongs."""
    lacking = missing(facts)
    if lacking:
        named = "; ".join(f"{one.message} ({one.where})" for one in lacking)
        raise BadInput("recommendation record", f"cannot be finalised: {named}")


def duties_of(firm_type: str) -> str:
    """The firm type, where there is a record for it; BadInput otherwise."""
    if firm_type not in DUTIES:
        raise BadInput("firm_type", f"'{firm_type}' is none of {', '.join(DUTIES)}")
    return firm_type


def _written(facts: RecordFacts, printed_on: date, letterhead: Letterhead) -> bytes:
    one, name = facts.proposal, TITLES[facts.firm_type]
    head = f"{name} {shorten(one_line(one.id), 24)}, version {one.version}"
    title = f"{name} {one.id} for {facts.household.name}"
    frame = Frame(title, head, f"{_FOOT} {fingerprint(facts)}", badges(facts), f"{head}, {one.state}", letterhead)
    sheet = Sheet(frame, printed_on)
    address(sheet, facts, printed_on)
    sheet.paragraph(headline(one.answer, name, facts.names), ink.TITLE, after=3.5)
    sheet.paragraph(_lead(facts), ink.LEAD, after=4)
    figures(sheet, facts)
    lacks(sheet, facts)
    _duties(sheet, facts, DUTIES[facts.firm_type])
    record(sheet, facts)
    return sheet.finish()


def _duties(sheet: Sheet, facts: RecordFacts, duties: Sequence[Duty]) -> None:
    for duty in duties:
        sheet.section(duty.title, room=64)
        rule_line(sheet, duty.rule)
        for part in duty.parts:
            part(sheet, facts)


def _lead(facts: RecordFacts) -> str:
    said = [start(facts.said(one.sentence)) for one in facts.proposal.answer.triggered_by if one.sentence.strip()]
    closing = "This record was made with the recommendation, from the same stored case; the letter carries the lots."
    return " ".join([*(text if text.endswith(".") else f"{text}." for text in said[:2]), closing])
