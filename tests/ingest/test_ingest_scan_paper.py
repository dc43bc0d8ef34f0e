"""Cells of a scan that are empty on paper, and those in which a figure may stand that no voice has read."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from core.domain.frozen_map import FrozenMap
from core.domain.statement import Box, Source, StatementLine
from core.ingest.nouns.words import Word
from core.ingest.ocr.doubts import Doubts
from core.ingest.ocr.gaps import with_gaps
from core.ingest.ocr.leaning import NO_LEAN, Lean
from core.ingest.ocr.paper import Paper, paper_of
from core.ingest.ocr.picture import Picture

CELL: Box = (100.0, 40.0, 150.0, 50.0)
SCALE = 2.0


def sheet(draw: Callable[[Any], None], grain: float = 0.0) -> Picture:
    """A page on which something is drawn, with grain."""
    grey = np.full((300, 600), 245.0)
    draw(grey)
    dice = np.random.default_rng(5)
    return Picture(np.clip(grey + dice.normal(0, grain, grey.shape), 0, 255).astype(np.uint8), None, SCALE)


def strokes(grey: Any, dark: float = 0.0, left: int = 230) -> None:
    """Strokes of letters in the cell."""
    for x in range(left, left + 60, 10):
        grey[83:97, x : x + 3] = dark


def paper(draw: Callable[[Any], None], *words: Word, grain: float = 0.0, unsure: tuple[Box, ...] = ()) -> Paper:
    return paper_of(sheet(draw, grain), NO_LEAN, words, unsure)


def word(text: str) -> Word:
    return Word(text, 112.0, 146.0, 40.0, 50.0, 10.0)


@pytest.mark.parametrize("grain", [0.0, 5.0])
def test_a_cell_without_a_mark_is_empty_and_one_with_faint_strokes_is_not(grain: float) -> None:
    assert paper(lambda grey: None, grain=grain).is_blank(CELL)
    assert not paper(lambda grey: strokes(grey, 170.0), grain=grain).is_blank(CELL)
    assert paper(lambda grey: strokes(grey, 0.0, 330), grain=grain).is_blank(CELL)


def test_specks_and_rules_across_are_no_figures_and_white_print_may_be_one() -> None:
    def ruled(grey: Any) -> None:
        grey[98:100] = grey[90:93, 250:253] = 0

    def white(grey: Any) -> None:
        grey[70:110] = 30
        strokes(grey, 255.0)

    assert paper(ruled).is_blank(CELL)
    assert not paper(white).is_blank(CELL)


@pytest.mark.parametrize(("text", "empty"), [("3.25%", True), ("06/01/2031", True), ("Renewal", True), ("3.2S", False)])
def test_a_rate_a_day_or_a_word_is_no_lost_figure_where_both_voices_read_it(text: str, empty: bool) -> None:
    assert paper(strokes, word(text)).is_blank(CELL) is empty
    assert not paper(strokes, word(text), unsure=(word(text).box,)).is_blank(CELL)


def test_lines_that_lean_are_looked_at_where_they_stand() -> None:
    lean = Lean(0.0, 0.0, 0.1, 0.0)
    level = paper_of(sheet(strokes), lean, (), ())
    assert level.is_blank(CELL) and not level.is_blank((100.0, 40.0 - 12.5, 150.0, 50.0 - 12.5))


def line(place: int, **changes: object) -> StatementLine:
    box = (20.0, 40.0 + 20 * place, 280.0, 50.0 + 20 * place)
    fields = FrozenMap({"price": (100.0, box[1], 150.0, box[3]), "quantity": (160.0, box[1], 200.0, box[3])})
    made = StatementLine(
        None, f"QUARRY FUND {place}", "fund", Decimal(100), Decimal("12.50"), Decimal("1250.00"),
        source=Source(page=1, box=box, fields=fields),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_field_that_the_paper_has_not_is_not_asked_for() -> None:
    box = (20.0, 40.0, 280.0, 50.0)
    lines = [*(line(place) for place in (1, 2, 3)), line(0, price=None, source=Source(page=1, box=box))]
    for draw, found in ((lambda grey: None, {}), (strokes, {"price": ""})):
        doubts = Doubts((), {1}, {1: paper(draw)})
        assert with_gaps(lines, doubts)[-1].doubts == found
    assert with_gaps(lines, Doubts((), {1}))[-1].doubts == {"price": ""}
    few = [*lines[:1], lines[-1]]
    assert with_gaps(few, Doubts((), {1}, {1: paper(lambda grey: None)}))[-1].doubts == {}
