"""Events become accounts: who holds what, under which heading, with which lots, against which printed sums."""

from collections.abc import Sequence

from core.domain.statement import Statement
from core.ingest.accounts.again import told_once
from core.ingest.accounts.builder import Builder
from core.ingest.accounts.called_total import with_funds_called_total
from core.ingest.accounts.commitments import with_commitments
from core.ingest.accounts.days_in_lists import without_days_of_lists
from core.ingest.accounts.decoys import choices, without
from core.ingest.accounts.echoes import without_echoes
from core.ingest.accounts.list_behind import without_list_behind
from core.ingest.accounts.listed_funds import with_listed_funds
from core.ingest.accounts.not_done import without_not_done
from core.ingest.accounts.of_all import without_all_accounts
from core.ingest.accounts.sums_of_several import without_sums_of_several
from core.ingest.accounts.with_accrued import without_accrued_sums
from core.ingest.nouns.events import Event
from core.ingest.ocr.doubts import NO_DOUBTS, Doubts
from core.ingest.owners.joint_owners import with_joint_owners
from core.ingest.owners.plan_members import members_apart
from core.ingest.proof.costs_of_one import with_costs_of_one
from core.ingest.proof.gains_in_percent import without_percentages
from core.ingest.rows.spare_figures import with_figures_placed
from core.ingest.rows.unit_costs import UnitCosts, print_unit_costs_alone

__all__ = ["build"]


def build(
    events: Sequence[Event],
    file: str,
    institution: str,
    pages: int | None,
    reader: str,
    comma: bool = False,
    doubts: Doubts = NO_DOUBTS,
) -> Statement:
    """The statement that the events tell of; `doubts` are those of the voices that read a scan."""
    events = without_accrued_sums(events, comma)
    events = without_percentages(events, comma)
    events = with_costs_of_one(with_figures_placed(with_funds_called_total(events, comma), comma), comma)
    events = with_commitments(with_joint_owners(members_apart(events)))
    on_paper = pages is not None or reader == "dump"
    events = told_once(_of_accounts(without_sums_of_several(events, comma))) if on_paper else without_echoes(events)
    read = _built(events, file, institution, pages, reader, comma, doubts)
    if not on_paper or all(account.status == "proven" for account in read.accounts):
        return read
    for tables in choices(events):
        fewer = _built(without(events, tables), file, institution, pages, reader, comma, doubts)
        if _is_better(fewer, read):
            return fewer
    return read


def _of_accounts(events: Sequence[Event]) -> list[Event]:
    """The events of a paper without what was not done, and what it tells of all accounts in front of or behind them."""
    done = without_days_of_lists([*without_not_done(events)])
    return with_listed_funds(without_list_behind(without_all_accounts(done)))


def _is_better(fewer: Statement, read: Statement) -> bool:
    """Whether all accounts prove without some tables, each against a total that is printed for it."""
    proven = [account for account in fewer.accounts if account.status == "proven" and account.stated_total is not None]
    return len(proven) == len(fewer.accounts) == len(read.accounts) and bool(proven)


def _built(
    events: Sequence[Event],
    file: str,
    institution: str,
    pages: int | None,
    reader: str,
    comma: bool,
    doubts: Doubts,
) -> Statement:
    costs = UnitCosts() if print_unit_costs_alone(events) else None
    builder = Builder(file, institution, comma, doubts, unit_costs=costs)
    for event in events:
        builder.take(event)
    return builder.statement(pages, reader)
