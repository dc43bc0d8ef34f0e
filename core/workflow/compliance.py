"""Compliance: the household's investment profile, the series of its trades, the recommendation record of a proposal."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from core.audit import anchor_text
from core.document import policy_statement, recommendation_record
from core.document.policy_words import PolicyChange, policy_changes
from core.document.record_facts import RecordFacts, missing
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.issue import Issue
from core.domain.mandate import Mandate
from core.domain.money import ZERO, cents
from core.domain.profile import InvestmentProfile
from core.domain.proposal import Proposal
from core.domain.series import TradeSeries
from core.domain.trade import Side
from core.market.asset_classes import labels as asset_class_labels
from core.workflow.desk import Desk
from core.workflow.firm import firm_type, letterhead
from core.workflow.people import person
from core.workflow.products import blocked_symbols, products
from core.workflow.saving import Put, decode, load, load_all, save

__all__ = [
    "blocked_symbols", "document_labels", "missing_in_record", "policy_diff", "policy_names", "policy_of", "profile",
    "profile_put", "record_of", "set_profile", "trade_series",
]  # fmt: skip

SERIES_DAYS = 365


def profile(desk: Desk, household_id: str) -> InvestmentProfile:
    """The household's investment profile in its latest version; an empty one (version 0) where none was taken."""
    desk.require("read_clients")
    body = desk.store.get("profile", household_id, None)
    if body is None:
        return InvestmentProfile(household_id, version=0)
    found: InvestmentProfile = decode(InvestmentProfile, body)
    return found


def set_profile(desk: Desk, changed: InvestmentProfile, reason: str) -> InvestmentProfile:
    """Keep a new version of a household's profile; the reason says who told it."""
    desk.require("sign_off")
    if not reason.strip():
        raise BadInput("reason", "say who told this, and when")
    load(desk, "household", Household, changed.household)
    if changed.as_of is not None and changed.as_of > desk.today():
        raise BadInput("as_of", f"{changed.as_of} lies after {desk.today()}")
    new = replace(changed, version=profile(desk, changed.household).version + 1, note=reason.strip())
    save(desk, "profile.set", profile_put(new))
    return new


def profile_put(one: InvestmentProfile) -> Put:
    """A profile, ready to be stored under its household's key."""
    return Put("profile", one.household, one.version, one, client=one.household)


def trade_series(desk: Desk, proposal_id: str) -> TradeSeries:
    """The household's approved proposals of the twelve months up to this one, this one counted in."""
    desk.require("read_clients")
    this = load(desk, "proposal", Proposal, proposal_id)
    until = this.case.as_of
    since = until - timedelta(days=SERIES_DAYS)
    counted = [this, *(one for one in _approved(desk, this.household, since, until) if one.id != this.id)]
    totals = [one.answer.before.total for one in counted]
    return TradeSeries(
        since=since,
        until=until,
        proposals=len(counted),
        trades=sum(len(one.answer.trades) for one in counted),
        bought=sum((_traded(one, "buy") for one in counted), ZERO),
        sold=sum((_traded(one, "sell") for one in counted), ZERO),
        costs=sum((one.answer.spread + one.answer.commission for one in counted), ZERO),
        average_equity=cents(sum(totals, ZERO) / len(totals)),
    )


def missing_in_record(desk: Desk, proposal_id: str) -> tuple[Issue, ...]:
    """What the recommendation record of a proposal still lacks, each with its place."""
    desk.require("read_documents")
    one = load(desk, "proposal", Proposal, proposal_id)
    held, rules = _household_and_mandate(desk, one)
    series, known = trade_series(desk, one.id), profile(desk, one.household)
    labels = document_labels(desk, one)
    return missing(RecordFacts(one, held, rules, labels, known, series, products(desk), firm_type(desk)))


def record_of(desk: Desk, proposal_id: str) -> bytes:
    """The recommendation record as PDF: a draft before approval; BadInput where an approved one lacks anything."""
    desk.require("read_documents")
    one = load(desk, "proposal", Proposal, proposal_id)
    held, rules = _household_and_mandate(desk, one)
    return recommendation_record(
        one, held, rules, profile(desk, one.household), trade_series(desk, one.id), products(desk),
        document_labels(desk, one), (one.decided or one.created).date(), firm_type(desk),
        letterhead(desk),
    )  # fmt: skip


def policy_of(desk: Desk, household_id: str, mandate_version: int | None = None) -> bytes:
    """The household's investment policy statement as PDF, with what changed since the version before."""
    desk.require("read_documents")
    held = load(desk, "household", Household, household_id)
    rules = load(desk, "mandate", Mandate, held.mandate, mandate_version)
    earlier = [one for one in desk.store.versions("mandate", rules.id) if one < rules.version]
    before = load(desk, "mandate", Mandate, rules.id, earlier[-1]) if earlier else None
    known, printed_on = profile(desk, household_id), rules.effective or desk.today()
    printed_on = max(printed_on, known.as_of or printed_on)
    return policy_statement(rules, held, known, policy_names(), printed_on, firm_type(desk), before, letterhead(desk))


def policy_diff(desk: Desk, mandate_id: str, before: int, after: int) -> tuple[PolicyChange, ...]:
    """Two versions of a mandate, rule by rule, in the words of the policy statement."""
    desk.require("read_clients")
    old, new = (load(desk, "mandate", Mandate, mandate_id, version) for version in (before, after))
    return policy_changes(old, new, policy_names())


def policy_names() -> dict[str, str]:
    """What the policy statement calls things: asset classes, and what each objective seeks."""
    from core.optimize.problem import OBJECTIVES

    objectives = {f"objective.{one.name}": one.facts["sentence"] for one in OBJECTIVES.entries()}
    return {**asset_class_labels(), **objectives}


def document_labels(desk: Desk, one: Proposal) -> dict[str, str]:
    """What documents call things: asset classes, the proposal's own labels, names of people, the last anchor."""
    people = {hand for hand in (one.proposer, one.approver, *one.hands) if hand}
    labels = {**asset_class_labels(), **one.labels, **{f"person.{key}": person(desk, key).name for key in people}}
    anchor = desk.store.last_anchor()
    return {**labels, "anchor": anchor_text(anchor)} if anchor is not None else labels


def _household_and_mandate(desk: Desk, one: Proposal) -> tuple[Household, Mandate]:
    held = load(desk, "household", Household, one.household)
    return held, load(desk, "mandate", Mandate, held.mandate)


def _approved(desk: Desk, household_id: str, since: date, until: date) -> list[Proposal]:
    return [
        one
        for one in load_all(desk, "proposal", Proposal)
        if one.household == household_id and one.state == "approved" and since < one.case.as_of <= until
    ]


def _traded(one: Proposal, side: Side) -> Decimal:
    return sum((trade.amount for trade in one.answer.trades if trade.side == side), ZERO)
