"""A band on one side is written with the edge that counts, in the letter and in the policy statement's table."""

import io
from dataclasses import replace

import document_samples as samples
import pdfplumber
import pytest

from core.document import letter
from core.document.parts.policy import _range_kind
from core.domain.allocation import Band
from core.domain.frozen_map import FrozenMap


@pytest.mark.parametrize(
    ("side", "written"), [("above", "up to 55.0"), ("below", "45.0 or more"), ("both", "45.0 – 55.0")]
)
def test_the_letter_names_the_edge_that_counts(side, written):
    one = samples.proposal()
    bands = FrozenMap({**one.case.target.bands, "us_equity": Band("absolute", 0.05, side)})
    asked = replace(one, case=replace(one.case, target=replace(one.case.target, bands=bands)))
    data = letter(asked, samples.household("Hollingsworth"), samples.mandate(), samples.LABELS, samples.AS_OF)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        text = "".join(page.extract_text() for page in pdf.pages)
    assert written.replace(" ", "") in text.replace(" ", "")


def test_the_policy_statement_says_the_side():
    assert _range_kind(Band("absolute", 0.05)) == "± 5.0 points"
    assert _range_kind(Band("absolute", 0.05, "above")) == "5.0 points, above it only"
    assert _range_kind(Band("relative", 0.2, "below")) == "20% of the target, below it only"
