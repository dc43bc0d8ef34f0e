"""The first page's head: to whom, the sentence with the answer, the paragraph that explains it, four figures."""

from datetime import date

from core.document import ink
from core.document.facts import Facts
from core.document.parts.key_figures import key_figures
from core.document.sheet import BODY_WIDTH, LEFT, Sheet
from core.words import (
    count,
    dollars,
    headline,
    in_words,
    listing,
    number,
    plural,
    signed_dollars,
    start,
    whole_dollars,
)
from core.words import day as written_day


def address(sheet: Sheet, facts: Facts, printed_on: date) -> None:
    """The household on the left, the day and the adviser on the right."""
    right = [written_day(printed_on), f"Prepared by {facts.person_name(facts.proposal.proposer)}"]
    if facts.proposal.approver:
        right.append(f"Approved by {facts.person_name(facts.proposal.approver)}")
    top = sheet.y
    with sheet.tag("P"):
        for piece in sheet.lines(facts.household.name, ink.STRONG, 105):
            sheet.put(piece, LEFT, sheet.y, 105, ink.STRONG)
            sheet.y += ink.STRONG.line
    lowest, sheet.y = sheet.y, top
    for line in right:
        with sheet.tag("P"):
            for piece in sheet.lines(line, ink.CAPTION, 58):
                sheet.put(piece, LEFT + BODY_WIDTH - 58, sheet.y, 58, ink.CAPTION, "R")
                sheet.y += ink.CAPTION.line
    sheet.y = max(sheet.y, lowest) + 7


def answer(sheet: Sheet, facts: Facts) -> None:
    """The sentence with the answer, and the paragraph below it."""
    sheet.paragraph(headline(facts.proposal.answer, "", facts.names), ink.TITLE, after=3.5)
    sheet.paragraph(" ".join(sentences(facts)), ink.LEAD, after=5)


def sentences(facts: Facts) -> list[str]:
    """The answer in one paragraph: what was found, what is proposed, what it leaves, what it costs."""
    result = facts.proposal.answer
    found = f"On {written_day(facts.proposal.case.as_of)} your accounts were held against {facts.mandate_name}."
    said = [found, *(_full_stop(facts.said(one.sentence)) for one in result.triggered_by if one.sentence.strip())]
    if result.status == "infeasible":
        return [*said, "No set of trades meets every rule; what stands against it is listed below."]
    if not result.trades:
        return [
            *said,
            *(_bands_now(facts) if len(said) == 1 else []),
            "Nothing is traded, so there is no tax and no cost.",
        ]
    return [*said, _proposed(facts), *_bands_after(facts), _tax(facts), _costs(facts)]


def figures(sheet: Sheet, facts: Facts) -> None:
    """Four figures beside thin rules, each with a plain line below."""
    result = facts.proposal.answer
    sales = sum(trade.side == "sell" for trade in result.trades)
    sides = f"{count(sales, 'sale')}, {count(len(result.trades) - sales, 'purchase')}"
    cells = (
        ("Counted in the target", whole_dollars(result.before.total), f"at prices of {facts.prices_as_of}"),
        ("Trades", number(len(result.trades)), sides),
        ("Change of this year's tax", signed_dollars(result.tax.total), "doing nothing: $0.00"),
        ("Drift left", drift_text(result.after.drift_total), f"before: {drift_text(result.before.drift_total)}"),
    )
    key_figures(sheet, cells)


def drift_text(fraction: float | None) -> str:
    """Half the sum of all drifts, in percentage points: `4.71 pts`."""
    return "–" if fraction is None else f"{number(fraction * 100, 2)} pts"


def _proposed(facts: Facts) -> str:
    trades = list(facts.proposal.answer.trades)
    sales = sum(trade.side == "sell" for trade in trades)
    parts = []
    if sales:
        parts.append(f"{_spelled(sales, 'sale')} for {dollars(facts.sold(trades))}")
    if sales < len(trades):
        parts.append(f"{_spelled(len(trades) - sales, 'purchase')} for {dollars(facts.bought(trades))}")
    return f"We propose {listing(parts)} in {_spelled(len(facts.accounts), 'account')}."


def _spelled(how_many: int, noun: str) -> str:
    return f"{in_words(how_many)} {noun if how_many == 1 else plural(noun)}"


def _bands_now(facts: Facts) -> list[str]:
    outside = [facts.class_name(name) for name in facts.proposal.answer.before.out_of_band]
    if not outside:
        return ["Every class is inside its band."]
    return [f"Outside the bands: {listing(outside)}."]


def _bands_after(facts: Facts) -> list[str]:
    result = facts.proposal.answer
    drift = f"drift goes from {drift_text(result.before.drift_total)} to {drift_text(result.after.drift_total)}"
    if result.after.out_of_band:
        return [f"Afterwards {facts.outside_after} would still be outside; {drift}."]
    return [f"Afterwards every class is inside its band; {drift}."]


def _tax(facts: Facts) -> str:
    total = facts.proposal.answer.tax.total
    one = len(facts.proposal.answer.trades) == 1
    who = "The trade" if one else "The trades"
    if total == 0:
        return f"{who} {'does' if one else 'do'} not change this year's tax."
    verb = "raise" if total > 0 else "lower"
    return f"{who} {verb}{'s' if one else ''} this year's tax by {dollars(abs(total))}."


def _costs(facts: Facts) -> str:
    result = facts.proposal.answer
    return f"Spread costs about {dollars(result.spread)}, commission {dollars(result.commission)}."


def _full_stop(sentence: str) -> str:
    text = start(sentence)
    return text if text.endswith((".", "!", "?")) else f"{text}."
