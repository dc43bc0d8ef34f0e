"""Pages seen aslant: the sheet on a table is seen straight, and lines that still lean are drawn level."""

from typing import Any

import numpy as np
import pytest

from core.ingest.ocr.leaning import NO_LEAN, Run, lean_of
from core.ingest.ocr.picture import Picture
from core.ingest.ocr.scan import _way_back
from core.ingest.ocr.sheet_of_paper import sheet_in

CORNERS = np.array([[120, 90], [860, 130], [880, 1180], [110, 1160]], np.float32)


def on_table(paper: int = 235, table: int = 60) -> Any:
    import cv2

    picture = np.full((1280, 1000), table, np.uint8)
    cv2.fillConvexPoly(picture, CORNERS.astype(np.int32), paper)
    return picture


def runs(lean: float, change: float) -> list[Run]:
    """Runs of a page 2000 pixels high, whose lines fall by `lean` at 1000 and by `change` more for each pixel."""
    slopes = [(down, lean + change * (down - 1000.0)) for down in range(200, 1800, 100)]
    return [
        Run(left, left + wide, down + slope * (left - 800), down + slope * (left + wide - 800), 20.0)
        for down, slope in slopes
        for left, wide in ((150.0, 400.0), (700.0, 300.0), (1300.0, 40.0))
    ]


def test_a_sheet_on_a_table_is_seen_straight_without_being_told_that_it_is_a_photo() -> None:
    found = sheet_in(on_table())
    assert found is not None
    straight, back = found
    assert (
        np.median(straight) == 235
        and (straight < 150).mean() < 0.01
        and abs(straight.shape[0] - 1070) < 30
        and abs(straight.shape[1] - 760) < 30
    )
    corner = back @ np.array([0.0, 0.0, 1.0])
    assert np.abs(corner[:2] / corner[2] - CORNERS[0]).max() < 8


def test_the_paper_beside_a_folded_corner_is_no_print_on_the_table() -> None:
    import cv2

    picture = np.full((1280, 1000), 60, np.uint8)
    folded = np.array([[122, 190], [150, 88], [860, 130], [880, 1180], [98, 1160]], np.int32)
    cv2.fillConvexPoly(picture, folded, 235)
    found = sheet_in(picture)
    assert found is not None and np.median(found[0]) == 235


def test_bands_and_cards_of_a_page_are_no_sheet_on_a_table() -> None:
    import cv2

    banded = np.full((1280, 1000), 250, np.uint8)
    banded[:160] = 40
    dark = on_table()
    cv2.putText(dark, "Positions of the account", (130, 60), cv2.FONT_HERSHEY_SIMPLEX, 1.6, 240, 3)
    assert sheet_in(banded) is None
    assert sheet_in(dark) is None
    assert sheet_in(np.full((1280, 1000), 250, np.uint8)) is None


@pytest.mark.parametrize(("slope", "change"), [(0.012, 0.0), (-0.006, 0.000008), (0.0, 0.00001)])
def test_lines_that_lean_are_drawn_level_and_found_again(slope: float, change: float) -> None:
    lean = lean_of(runs(slope, change), 800.0)
    for down in (250.0, 900.0, 1700.0):
        ends = [down + (slope + change * (down - 1000)) * (x - 800) for x in (100.0, 1500.0)]
        level = [lean.level(x, end) for x, end in zip((100.0, 1500.0), ends, strict=True)]
        assert level == pytest.approx([down, down], abs=0.6)
        assert lean.back(1500.0, level[1]) == pytest.approx(ends[1], abs=0.6)


def test_a_level_page_and_one_with_few_runs_have_no_lean() -> None:
    assert lean_of(runs(0.0005, 0.0), 800.0) is NO_LEAN
    assert lean_of(runs(0.01, 0.0)[:7], 800.0) is NO_LEAN
    assert lean_of([], 800.0) is NO_LEAN


def test_a_box_of_words_drawn_level_leads_back_to_where_they_stand() -> None:
    lean = lean_of(runs(0.01, 0.0), 800.0)
    picture = Picture(np.full((2000, 1600), 255, np.uint8), np.diag([0.5, 0.5, 1.0]), 2.0)
    box = _way_back(picture, lean)((650.0, 490.0, 700.0, 500.0))
    assert box == pytest.approx((650.0, 492.5, 700.0, 503.0), abs=0.3)
    assert _way_back(picture, NO_LEAN)(box) == pytest.approx(box, abs=0.1)
