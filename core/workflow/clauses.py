"""The clause behind a band or a limit, in words: what the policy says, or what somebody set, and where."""

from collections.abc import Mapping

from core.document.policy_words import sentences
from core.domain.bands import Bands
from core.domain.breach import Reading
from core.domain.household import Household
from core.domain.metric import MetricValue
from core.market.asset_classes import labels
from core.monitor.banding import nearest
from core.risk.portfolio_metric import unit_of
from core.words.band_rules import rule_words
from core.words.sentences import start
from core.workflow.bands import bands_for
from core.workflow.case_files import CaseFile
from core.workflow.desk import Desk


def class_clause(desk: Desk, file: CaseFile, reading: Reading, kept: Mapping[str, Bands], account: str = "") -> str:
    """Of a class or a security: the nearest rule that names it, else the sentence of the mandate's policy."""
    desk.require("read_clients")
    said = _set_by_somebody(desk, file.household, reading.subject, kept, account)
    if said:
        return said
    if reading.level == "account":
        return f"The account's own target, in {file.household.name}."
    rules = sentences(file.mandate, labels())
    sentence = rules.get(f"target.{reading.subject}", "The mandate gives it no target; it is held by default.")
    return f"{sentence} {file.mandate.name}, version {file.mandate.version}."


def metric_clause(desk: Desk, held: Household, value: MetricValue, kept: Mapping[str, Bands]) -> str:
    """Of a metric: the nearest limit that somebody set."""
    desk.require("read_clients")
    return _set_by_somebody(desk, held, value.name, kept) or "No limit is set for it at any level."


def _set_by_somebody(desk: Desk, held: Household, subject: str, kept: Mapping[str, Bands], account: str = "") -> str:
    bands = bands_for(desk, held, account, kept)
    chosen = nearest((subject,), bands)
    if chosen is None:
        return ""
    rule, scope = chosen
    version = next(one.version for one in bands if one.scope == scope)
    where = {"account": "for this account", "household": "for this household", "mandate": "for the mandate",
             "house": "for the whole house"}[scope]  # fmt: skip
    return f"{start(rule_words(rule, unit_of(subject)))}, set {where} (version {version} of its bands)."
