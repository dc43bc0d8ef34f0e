"""The whole book at a glance: every household against its bands, who needs somebody today, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from core.domain.breach import Alert, Reading
from core.domain.household import Household
from core.domain.intake import Intake
from core.domain.proposal import Proposal
from core.market.asset_classes import labels
from core.monitor.look import Measured
from core.workflow.alerts import stored_alerts
from core.workflow.book_frame import BookFrame, book_frame
from core.workflow.desk import Desk
from core.workflow.drift import DriftView, drift_of, with_measured_before
from core.workflow.households import households
from core.workflow.products import shelf_changes
from core.workflow.saving import load_all


class HasReadings(Protocol):
    """A row that has readings."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Its drift by class."""
        ...


@dataclass(frozen=True, slots=True)
class BookRow:
    """One household. `readings` by class; `assets` in dollars; `open_proposal` is its undecided proposal."""

    household: str
    name: str
    assets: Decimal
    accounts: int
    readings: tuple[Reading, ...]
    alerts: tuple[Alert, ...]
    unproven: tuple[str, ...]
    open_proposal: str | None
    problem: str = ""

    @property
    def outside(self) -> tuple[Reading, ...]:
        """Readings beyond their band, farthest first."""
        found = [reading for reading in self.readings if reading.standing == "outside"]
        return tuple(sorted(found, key=lambda reading: -abs(reading.in_bands or 0.0)))

    @property
    def worst(self) -> float:
        """The farthest drift, in bands."""
        return max((abs(reading.in_bands or 0.0) for reading in self.readings), default=0.0)


@dataclass(frozen=True, slots=True)
class Book:
    """The book on its date. `rows` worst first; `classes` in display order; `price_label` such as `simulated`."""

    title: str
    as_of: date
    price_label: str
    rows: tuple[BookRow, ...]
    classes: tuple[str, ...]
    alerts: tuple[Alert, ...]
    open_statements: tuple[str, ...]

    @property
    def assets(self) -> Decimal:
        """Dollars in all households."""
        return sum((row.assets for row in self.rows), Decimal(0))

    @property
    def needing(self) -> tuple[BookRow, ...]:
        """Households outside a band or with an account that is not proven."""
        return tuple(row for row in self.rows if row.outside or row.unproven or row.problem)


def book(desk: Desk) -> Book:
    """Every household priced and held against its bands on the book's date."""
    desk.require("read_clients")
    undecided = {
        proposal.household: proposal.id
        for proposal in load_all(desk, "proposal", Proposal)
        if proposal.state in ("draft", "submitted", "returned")
    }
    known = stored_alerts(desk)
    every = households(desk)
    frame, reviews = book_frame(desk, every), Measured(reviews=shelf_changes(desk))
    rows = [_row(desk, held, frame, reviews, undecided.get(held.id), known.get(held.id, ())) for held in every]
    rows.sort(key=lambda row: (-row.worst, row.name))
    alerts = sorted((alert for row in rows for alert in row.alerts), key=lambda alert: (alert.since, alert.key))
    return Book(
        title=desk.book.title,
        as_of=desk.today(),
        price_label=desk.feed.label,
        rows=tuple(rows),
        classes=book_classes(rows),
        alerts=tuple(alerts),
        open_statements=_open_statements(desk),
    )


def _row(
    desk: Desk, held: Household, frame: BookFrame, reviews: Measured, undecided: str | None, known: tuple[Alert, ...]
) -> BookRow:
    unproven = tuple(held.card(account.id).title for account in held.accounts if account.proof == "unproven")
    if held.id in frame.problems:
        trouble = frame.problems[held.id]
        return BookRow(held.id, held.name, Decimal(0), len(held.accounts), (), (), unproven, undecided, trouble)
    view = with_measured_before(drift_of(desk, frame.files[held.id], known, reviews, frame.closes), known)
    return BookRow(
        household=held.id,
        name=held.name,
        assets=total_assets(view),
        accounts=len(held.accounts),
        readings=view.readings,
        alerts=view.alerts,
        unproven=unproven,
        open_proposal=undecided,
    )


def total_assets(view: DriftView) -> Decimal:
    """Dollars in all accounts of a household, those outside the target included."""
    prices = {security.symbol: security.unit_price for security in view.file.case.securities}
    return sum(
        (
            account.cash + sum((lot.quantity * prices[lot.symbol] for lot in account.lots), Decimal(0))
            for account in view.file.case.accounts
        ),
        Decimal(0),
    )


def book_classes(rows: Iterable[HasReadings]) -> tuple[str, ...]:
    """Every class that a row speaks of, in display order."""
    used = {reading.subject for row in rows for reading in row.readings}
    ordered = [name for name in labels() if name in used]
    return (*ordered, *sorted(used - set(ordered)))


def _open_statements(desk: Desk) -> tuple[str, ...]:
    return tuple(
        intake.id
        for intake in load_all(desk, "statement", Intake)
        if not intake.refused and any(one.state == "open" for one in intake.dispositions)
    )
