"""The drift-monitoring note and the household report say what was read, since when, and what became of each alert."""

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal as D

import document_samples as samples
import pdfplumber
import pytest

from core.document import HouseholdStanding, drift_note, household_report
from core.domain.breach import Alert, Breach, Reading
from core.domain.monitoring import Check

EQUITY = Reading("H1", "us_equity", 0.581, 0.5, 0.45, 0.55, 1.62, "outside", D("21100.30"))
BONDS = Reading("H1", "us_bond", 0.2522, 0.3, 0.24, 0.36, -0.797, "near", D("-12451.00"))
ALERT = Alert(
    "H1:us_equity", "H1", "band", "error", date(2026, 10, 2), "US equity in joint-1 is over.", "acknowledged", "okafor",
    "Called the household.",
)  # fmt: skip
CLOSED = replace(ALERT, key="H1:cash", sentence="Cash was under.", state="closed", closed=date(2026, 9, 4), note="")
CHECK = Check(
    "H1", 1, datetime(2026, 11, 20, 21, 0, tzinfo=UTC), date(2026, 11, 20), date(2026, 11, 20), "simulated",
    "ab" * 32, "breach", opened=("H1:us_equity",),
)  # fmt: skip
FACTS = HouseholdStanding(
    household=samples.household(),
    mandate=samples.mandate(),
    case=samples.case(),
    readings=(BONDS, EQUITY),
    breaches=(Breach("H1", "us_equity", EQUITY, date(2026, 10, 2), "…"),),
    alerts=(ALERT, CLOSED),
    labels=samples.LABELS,
    prices="simulated",
    checks=(CHECK,),
    proposals=(samples.proposal(),),
)


def text_of(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return re.sub(r"\s+", "", "".join(page.extract_text() for page in pdf.pages))


def stands(data: bytes, *pieces: str) -> None:
    text = text_of(data)
    lost = [piece for piece in pieces if re.sub(r"\s+", "", piece) not in text]
    assert not lost, f"not in the paper: {lost}"


def test_the_note_says_what_stands_outside_by_how_much_and_since_when() -> None:
    stands(
        drift_note(FACTS, samples.AS_OF),
        "US equity stands outside", "Balanced growth v7", "58.1", "50.0", "+8.10", "+1.62",
        "US equity: $21,100 over target, outside the range since Oct 2, 2026", "Simulated prices",
        "Seen by Jide Okafor: Called the household.", "Over on Sep 4, 2026", "1 with result breach",
        "Not legal or tax advice",
    )  # fmt: skip


def test_the_report_speaks_plainly_of_value_place_deeds_and_costs() -> None:
    worth = D("251.10") * 700 + D("62.84") * 500 + D("73.00") * 900 + D("12500.00")
    assert worth == FACTS.total
    stands(
        household_report(FACTS, samples.AS_OF),
        "one class has moved away from what we agreed", f"${worth:,.2f}", "58.1% of it, more than the 50.0% we agreed",
        "Joint …0935", "Roth IRA …8102", "Four trades", "+1,924.52", "8.87", "Costs inside the funds",
    )  # fmt: skip


def test_costs_inside_the_funds_are_counted_over_every_lot() -> None:
    by_hand = D("251.10") * 700 * D("0.0003") + D("62.84") * 500 * D("0.0005") + D("73.00") * 900 * D("0.0003")
    assert FACTS.fund_costs == round(by_hand, 2)


def test_a_calm_household_without_history_reads_calm() -> None:
    calm = replace(FACTS, readings=(BONDS,), breaches=(), alerts=(), checks=(), proposals=(), prices="")
    stands(drift_note(calm, samples.AS_OF), "Every class is inside its range", "No alert stands or stood")
    data = household_report(calm, samples.AS_OF)
    stands(data, "everything is where we agreed it should be", "Nothing was approved in the past year")
    assert "Simulated" not in text_of(data)


@pytest.mark.parametrize("write", [drift_note, household_report])
def test_the_same_standing_gives_the_same_bytes_and_hostile_names_stay_text(write: object) -> None:
    assert callable(write)
    assert write(FACTS, samples.AS_OF) == write(FACTS, samples.AS_OF)
    hostile = replace(FACTS, household=samples.household(samples.HOSTILE))
    stands(write(hostile, samples.AS_OF), "<script>alert('x')</script>")
