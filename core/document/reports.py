"""Two papers on where a household stands: the drift-monitoring note for the file, and the report to the household.

The report is in plain language and holds no hypothetical performance (17 CFR 275.206(4)-1).
"""

from datetime import date

from core.document import ink
from core.document.documents import document
from core.document.letterhead import PLAIN, Letterhead
from core.document.parts.headings import group
from core.document.parts.key_figures import key_figures
from core.document.parts.standing import accounts, alert_history, checked, distances, ranges
from core.document.sheet import Badge, Frame, Sheet
from core.document.standing import HouseholdStanding
from core.document.tables import Column, Table, draw, rows_of
from core.words import (
    class_label,
    count,
    day,
    dollars,
    headline,
    in_words,
    listing,
    number,
    one_line,
    percent,
    signed_dollars,
    start,
    whole_dollars,
)

_FOOT = "Not legal or tax advice. Every investment can lose value."
_DONE = (Column("Approved", 26), Column("What was done", 91.9), Column("Tax, $", 26, "R"), Column("Spread, $", 32, "R"))


@document(title="Drift-monitoring note", media_type="application/pdf", needs=(HouseholdStanding,))
def drift_note(facts: HouseholdStanding, printed_on: date, letterhead: Letterhead = PLAIN) -> bytes:
    """What was read against the bands on the day of the case, since when, and what became of each alert."""
    sheet = _sheet("Drift-monitoring note", facts, printed_on, letterhead)
    sheet.paragraph(_title(facts), ink.TITLE, after=2)
    mandate = f"{one_line(facts.mandate.name or facts.mandate.id)} v{facts.mandate.version}"
    what = f"{facts.household.name}: holdings and prices of {day(facts.case.as_of)}, held against {mandate}."
    sheet.paragraph(what, ink.LEAD, after=3)
    ranges(sheet, facts)
    distances(sheet, facts)
    limits = [one for one in facts.readings if one.limit and one.standing == "outside"]
    sheet.points([f"{class_label(one.subject, facts.names)} stands beyond its limit." for one in limits], "■")
    sheet.section("Alerts and what became of them", room=20)
    alert_history(sheet, facts)
    sheet.section("The log of looking", room=16)
    checked(sheet, facts)
    return sheet.finish()


@document(title="Household report", media_type="application/pdf", needs=(HouseholdStanding,))
def household_report(facts: HouseholdStanding, printed_on: date, letterhead: Letterhead = PLAIN) -> bytes:
    """The report to the household: what it owns, how that fits what was agreed, what was done, what it costs."""
    sheet = _sheet("Household report", facts, printed_on, letterhead)
    sheet.paragraph(f"{facts.household.name}: {_plain_title(facts)}", ink.TITLE, after=3)
    sheet.paragraph(_letter(facts), ink.LEAD, after=5)
    outside, cash = len(facts.outside), sum((one.cash for one in facts.case.accounts), start=type(facts.total)(0))
    costs = facts.fund_costs
    share = float(costs / facts.total) if facts.total else None
    key_figures(sheet, (
        ("All accounts", whole_dollars(facts.total), f"on {day(facts.case.as_of)}"),
        ("Outside the range", number(outside), f"of {count(len(facts.classes), 'class')}"),
        ("Cash", whole_dollars(cash), f"in {count(len(facts.case.accounts), 'account')}"),
        ("Costs inside the funds", whole_dollars(costs), f"a year, {percent(share, 2)}"),
    ))  # fmt: skip
    sheet.section("How it is spread, and how it was agreed to be")
    ranges(sheet, facts)
    sheet.section("Where it is held")
    accounts(sheet, facts)
    sheet.section("What was done", room=20)
    _done(sheet, facts)
    sheet.section("What we noticed", room=20)
    alert_history(sheet, facts)
    group(sheet, "Words used here")
    sheet.points((
        "Range: how far a class may stray from its target before we propose to bring it back.",
        "In bands: 0 is the target and 1 the edge of the range; beyond 1 a class is outside.",
        "Costs inside the funds: taken by the funds themselves before you see their price, by their expense ratios.",
    ))  # fmt: skip
    return sheet.finish()


def _sheet(kind: str, facts: HouseholdStanding, printed_on: date, letterhead: Letterhead) -> Sheet:
    title = f"{kind} for {facts.household.name}"
    head = f"{kind}, {day(facts.case.as_of)}"
    badges: tuple[Badge, ...] = facts.badges
    return Sheet(Frame(title, head, _FOOT, badges, head, letterhead), printed_on)


def _title(facts: HouseholdStanding) -> str:
    outside = [facts.class_name(one.subject) for one in facts.outside]
    if not outside:
        return "Every class is inside its range"
    return f"{start(listing(outside))} {'stands' if len(outside) == 1 else 'stand'} outside"


def _plain_title(facts: HouseholdStanding) -> str:
    outside = len(facts.outside)
    if not outside:
        return "everything is where we agreed it should be"
    classes, have = ("class", "has") if outside == 1 else ("classes", "have")
    return f"{in_words(outside)} {classes} {have} moved away from what we agreed"


def _letter(facts: HouseholdStanding) -> str:
    spread = f"On {day(facts.case.as_of)} your accounts were worth {dollars(facts.total)} together."
    told = [spread]
    for one in facts.outside[:3]:
        side = "more" if one.value > one.target else "less"
        share = f"{percent(one.value)} of it, {side} than the {percent(one.target)} we agreed"
        told.append(f"{facts.class_name(one.subject)}: {share}.")
    if not facts.outside:
        told.append("Every class is within the range that your policy statement sets.")
    done = len(facts.proposals)
    told.append(f"In the past year {count(done, 'proposal')} {'was' if done == 1 else 'were'} approved.")
    return " ".join(told)


def _done(sheet: Sheet, facts: HouseholdStanding) -> None:
    if not facts.proposals:
        sheet.paragraph("Nothing was approved in the past year.")
        return
    rows = [
        (
            day(one.decided.date() if one.decided else one.case.as_of),
            headline(one.answer, "", facts.names),
            signed_dollars(one.answer.tax.total).replace("$", ""),
            number(one.answer.spread, 2),
        )
        for one in facts.proposals
    ]
    draw(sheet, Table(_DONE, rows_of(*rows)))
