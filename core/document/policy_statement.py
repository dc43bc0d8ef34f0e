"""The investment policy statement of a household: the mandate in words, in the order of the CFA Institute's items.

"Elements of an Investment Policy Statement for Individual Investors" (CFA Institute, 2010): scope and purpose,
governance, objectives, risk management. Every rule is a sentence of the mandate (`policy_words`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.document import ink
from core.document.documents import document
from core.document.facts import REGISTRATIONS
from core.document.letterhead import PLAIN, Letterhead
from core.document.parts.advice import profile_text
from core.document.parts.policy import Clause, allocation, changes, clauses, signatures
from core.document.policy_words import policy_changes, sentences
from core.document.record_facts import TOLERANCES, suitability
from core.document.sheet import Badge, Frame, Sheet
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.domain.profile import InvestmentProfile
from core.market.asset_classes import labels as class_labels
from core.words import class_label, count, day, listing, one_line, percent, shorten

_FOOT = "The rules are those that the software runs on. Not legal or tax advice."


@dataclass(frozen=True)
class PolicyFacts:
    """The mandate beside the household and its profile; `before` is the version before it, where there is one."""

    mandate: Mandate
    household: Household
    profile: InvestmentProfile
    labels: Mapping[str, str]
    firm_type: str
    before: Mandate | None = None

    @cached_property
    def names(self) -> dict[str, str]:
        """What things are called."""
        return {**class_labels(), **self.labels}

    @cached_property
    def rules(self) -> dict[str, str]:
        """Path in the mandate -> its sentence."""
        return sentences(self.mandate, self.names)

    def said(self, *paths: str) -> tuple[str, ...]:
        """The sentences of these rules and of all below them."""
        wanted = tuple(f"{path}." for path in paths)
        return tuple(text for path, text in self.rules.items() if path in paths or path.startswith(wanted))

    def told(self, name: str) -> str:
        """One field of the profile, or that it was not told."""
        return profile_text(self.profile, name) or "not told yet"


@document(
    title="Investment policy statement",
    media_type="application/pdf",
    needs=(Mandate, Household, InvestmentProfile),
)
def policy_statement(
    mandate: Mandate,
    household: Household,
    profile: InvestmentProfile,
    labels: Mapping[str, str],
    printed_on: date,
    firm_type: str = "adviser",
    before: Mandate | None = None,
    letterhead: Letterhead = PLAIN,
) -> bytes:
    """The statement as PDF; the same arguments give the same bytes.

    labels : asset class -> name, `objective.<name>` -> what it seeks; before : the version to compare with
    """
    facts = PolicyFacts(mandate, household, profile, labels, firm_type, before)
    name = one_line(mandate.name or mandate.id)
    head = f"Investment policy {shorten(name, 30)}, version {mandate.version}"
    title = f"Investment policy statement of {household.name}"
    in_force = Badge(f"In force since {day(mandate.effective)}", ink.OK_TEXT, ink.OK_FILL)
    undated = Badge("No effective date", ink.BAD_TEXT, ink.BAD_FILL)
    badge = in_force if mandate.effective else undated
    sheet = Sheet(Frame(title, head, _FOOT, (badge,), head, letterhead), printed_on)
    _opening(sheet, facts, name)
    for title, items in _chapters(facts):
        sheet.section(title, room=22)
        clauses(sheet, items)
    _appendix(sheet, facts)
    return sheet.finish()


def _opening(sheet: Sheet, facts: PolicyFacts, name: str) -> None:
    mandate = facts.mandate
    sheet.y += 4
    sheet.paragraph("Investment policy statement", ink.TITLE, after=1)
    sheet.paragraph(f"{facts.household.name} · {name}, version {mandate.version}", ink.LEAD, after=1)
    effective = f"In force since {day(mandate.effective)}." if mandate.effective else "Not in force yet."
    sheet.paragraph(f"{effective} Profile of {day(facts.profile.as_of)}.", ink.CAPTION, after=4)
    if mandate.target is not None:
        sheet.section("Target allocation and ranges")
        allocation(sheet, mandate.target, facts.names)


def _chapters(facts: PolicyFacts) -> tuple[tuple[str, tuple[Clause, ...]], ...]:
    return (
        ("1  Scope and purpose", _scope(facts)),
        ("2  Governance", _governance(facts)),
        ("3  Investment, return and risk objectives", _objectives(facts)),
        ("4  Risk management", _risk(facts)),
    )


def _scope(facts: PolicyFacts) -> tuple[Clause, ...]:
    held, name = facts.household, one_line(facts.mandate.name or facts.mandate.id)
    note = one_line(facts.mandate.note)
    owners = _owners(held)
    accounts = [
        f"{one_line(f'{held.card(one.id).title} {held.card(one.id).number}')}: {REGISTRATIONS[one.registration]}"
        + ("." if one.counts_in_target else ", outside the target.")
        for one in held.accounts
    ]
    context = f"This statement says how the assets of {one_line(held.name)} are invested under the mandate {name}."
    who = f"The investor is {listing(owners)}." if owners else f"The investor is {one_line(held.name)}."
    return (
        Clause("1a", "Context", (context, *([note] if note else []), *facts.said("effective"))),
        Clause("1b", "The investor", (who, f"Age: {facts.told('age')}. {_stop(facts.told('financial_situation'))}",
                                      f"Experience: {_stop(facts.told('experience'))}")),
        Clause("1c", "Structure", (f"{count(len(accounts), 'account', begin=True)} of "
                                   f"{count(len(held.taxpayers), 'tax return')} are looked at together.", *accounts)),
    )  # fmt: skip


def _governance(facts: PolicyFacts) -> tuple[Clause, ...]:
    dealer = facts.firm_type == "broker_dealer"
    watch = "The firm does not promise to go on watching." if dealer else "The firm watches the ranges each day."
    return (
        Clause("2a", "Who decides, executes and monitors", (
            "An advisor proposes, another person approves, and the custodian executes; nobody approves a proposal of "
            f"their own. {watch}",)),
        Clause("2b", "Review", (
            "The statement is reviewed with the household at least once a year and whenever its profile changes. A new "
            "version is adopted by the investment committee, dated, and compared with the one before in words.",)),
        Clause("2c", "Outside advisers", (
            "Tax and legal advice come from advisers whom the household engages; the firm engages none for it.",)),
        Clause("2d", "Asset allocation and its inputs", (
            "The investment committee answers for the allocation and for what goes into it.",
            *_free_last(facts.said("objective", "estimation", "risk_free", "risk_aversion", "views",
                                   "factor_targets", "sleeves")))),
        Clause("2e", "Risk management and reporting", (
            "Every class outside its range is reported with the day since which it is; every proposal says what it "
            "leaves, what it costs and what else could be done.",)),
    )  # fmt: skip


def _objectives(facts: PolicyFacts) -> tuple[Clause, ...]:
    return (
        Clause("3a", "Overall objective", (_stop(facts.told("objectives")),)),
        Clause("3b", "Return, distributions and risk", (
            f"Distributions and cash: {_stop(facts.told('liquidity_needs'))}",
            "The allocation is set for the long run; it promises no return.", *facts.said("risk_limit"))),
        Clause("3c", "Risk tolerance", _tolerance(facts)),
        Clause("3d", "Constraints", (
            f"Horizon: {facts.told('horizon_years')}. Tax: {_stop(facts.told('tax_status'))}",
            *_limits(facts), *facts.said("assets"))),
        Clause("3e", "Other considerations", (
            f"Other investments: {_stop(facts.told('other_investments'))}",
            *([_stop(facts.profile.other)] if facts.profile.other.strip() else []),
            *facts.said("policy.default_rates"))),
    )  # fmt: skip


def _limits(facts: PolicyFacts) -> tuple[str, ...]:
    told = facts.said(
        "class_bounds", "bounds", "sector_bounds", "measures", "issuer_limit", "turnover", "most_assets",
        "least_position", "tracking_error", "factors", "restricted", "exclude", "products",
    )  # fmt: skip
    return _free_last(told)


def _free_last(told: tuple[str, ...]) -> tuple[str, ...]:
    """Each rule that is set on a line of its own; what is left free, together in the last one."""
    free = [text for text in told if text.startswith("No ")]
    return (*(text for text in told if text not in free), *([" ".join(free)] if free else []))


def _risk(facts: PolicyFacts) -> tuple[Clause, ...]:
    tax = ("relief", "short_term_gains", "wait_days", "harvest_losses", "minimum_benefit", "wash_sales", "same_index",
           "switch_back", "location", "withdrawal_order")  # fmt: skip
    way = ("trigger", "cash_flow_only", "untargeted", "minimum_trade", "turnover_limit", "commitments")
    return (
        Clause("4a", "Performance and who answers for it", (
            "Performance is reported after costs, over the same time and in the same classes as the target; nothing "
            "hypothetical stands in it.",)),
        Clause("4b", "How risk is measured", (
            "Drift is weight less target; the drift of the household is half the sum of all classes' drifts. A class "
            "reads in bands: 1 is the edge of its range.",)),
        Clause("4c", "Rebalancing", (
            *facts.said("target.by", "weigh_drift"), *facts.said(*(f"policy.{name}" for name in way)),
            *facts.said("target.destination"), *facts.said(*(f"policy.{name}" for name in tax)))),
    )  # fmt: skip


def _tolerance(facts: PolicyFacts) -> tuple[str, ...]:
    target, tolerance = facts.mandate.target, facts.profile.risk_tolerance
    if tolerance is None:
        return ("Risk tolerance: not told yet.",)
    said = f"Risk tolerance: {TOLERANCES[tolerance].lower()}."
    if target is None or target.by != "asset_class":
        return (said,)
    growth = sum(target.weight(name) for name in suitability()["growth_classes"])
    most = suitability()["most_growth"][tolerance]
    classes = listing([class_label(name, facts.names) for name in suitability()["growth_classes"]])
    holds = (
        f"The target holds {percent(growth, 1)} in growth classes ({classes}); at this tolerance the firm allows up to"
    )
    return (said, f"{holds} {percent(most, 0)}.")


def _appendix(sheet: Sheet, facts: PolicyFacts) -> None:
    sheet.section("Appendix: target allocation and ranges in words", room=20)
    for text in facts.said("target"):
        if text not in facts.said("target.by", "target.destination"):
            sheet.paragraph(text, after=0.6)
    if facts.before is not None:
        sheet.section(f"What changed since version {facts.before.version}", room=20)
        changes(sheet, policy_changes(facts.before, facts.mandate, facts.names))
    owners = _owners(facts.household)
    sheet.section("Acknowledgement", room=16 + 24 * ((len(owners) + 2) // 2))
    sheet.paragraph(
        "I have read this statement and my profile in it is right. I know that every investment can lose value."
    )
    signatures(sheet, (*owners, "For the firm"))


def _owners(held: Household) -> list[str]:
    """Who owns what the target counts; a joint title only where no owner stands alone."""
    titled = [(held.card(one.id).owner_name, one.registration) for one in held.accounts if one.counts_in_target]
    alone = {one_line(name) for name, registration in titled if name.strip() and registration != "taxable_joint"}
    joint = {one_line(name) for name, registration in titled if name.strip() and registration == "taxable_joint"}
    return sorted(alone or joint)


def _stop(text: str) -> str:
    line = one_line(text)
    return line if line.endswith((".", "!", "?")) else f"{line}."
