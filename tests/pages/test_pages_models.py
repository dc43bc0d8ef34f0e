"""The model page: any objective, views in words, a blend, a note, and a candidate before the committee."""

from typing import Any

import pytest
from pages_markup import html_of  # type: ignore[import-not-found]

from core.domain.custom_product import CustomProduct
from core.domain.frozen_map import FrozenMap
from core.workflow.committee import drafts
from core.workflow.desk import Desk
from core.workflow.households import mandate
from core.workflow.models import as_candidate, try_model

PAGE = "pages.committee.models"


def choose(page: Any, label: str, value: str) -> Any:
    next(one for one in page.selectbox if one.label == label).set_value(value)
    return page.run()


@pytest.mark.parametrize(
    "objective", ["min_volatility", "max_sharpe", "min_cvar", "match_factors", "risk_parity", "hrp"]
)
def test_every_objective_shows_what_it_holds(open_page: Any, objective: str) -> None:
    page = choose(open_page(PAGE, actor="committee", mandate="growth-80-20"), "Objective", objective)
    assert not page.exception and not page.error
    assert "risk for" in html_of(page) and "By class" in html_of(page)


def test_views_are_read_in_words_and_said_back(open_page: Any) -> None:
    page = choose(open_page(PAGE, actor="committee", mandate="growth-80-20"), "Objective", "black_litterman")
    page.text_area[0].set_value("VTI beats BND by 4 %, confidence 70 %")
    page.run()
    assert "Read as: VTI beats BND by 4.00%, confidence 70%" in " ".join(one.value for one in page.caption) + html_of(
        page
    )
    page.text_area[0].set_value("the moon is made of cheese")
    page.run()
    assert "expected a view such as" in page.error[0].value


def test_a_blend_shows_the_weights_of_its_models(open_page: Any) -> None:
    page = open_page(PAGE, actor="committee", mandate="balanced-60-40")
    page.multiselect[0].set_value(["growth-80-20", "preservation"])
    page.run()
    assert not page.exception and not page.error
    assert "takes the rest" in " ".join(one.value for one in page.caption) + html_of(page)


@pytest.mark.usefixtures("own_book")
def test_a_model_with_a_note_becomes_a_candidate_that_says_so(desk: Desk) -> None:
    from core.workflow import committee, demo

    there = desk.acting_as(demo.person_for("committee"))
    base = mandate(there, "growth-80-20")
    note = CustomProduct("structured_note", FrozenMap({"VTI": 1.0}), "buffered", terms=FrozenMap({"buffer": 0.1}))
    from dataclasses import replace

    from core.domain.mandate import AssetFacts

    assets = FrozenMap({**base.assets, "NOTE-A": AssetFacts(FrozenMap({"us_equity": 1.0}))})
    asked = replace(base, objective="min_cvar", products=FrozenMap({"NOTE-A": note}), assets=assets,
                    bounds=base.bounds.with_entry("NOTE-A", (0.05, 0.1)))  # fmt: skip
    tried = try_model(there, asked)
    assert tried.answer.weights["NOTE-A"] >= 0.05 - 1e-7
    candidate = as_candidate(there, tried)
    assert sum(candidate.target.weights.values()) == pytest.approx(1.0, abs=1e-9)
    made = committee.draft_mandate(there, candidate, "A floor under shares.")
    assert made in drafts(there)
    assert "buffered" in " ".join(change.after for change in committee.changes(there, made.mandate).changes)


def test_limits_that_cannot_hold_together_are_shown_in_words(open_page: Any, desk: Desk) -> None:
    page = open_page(PAGE, actor="committee", mandate="growth-80-20")
    next(one for one in page.slider if one.label.startswith("Most in one asset")).set_value(5)
    page.run()
    assert not page.exception
    shown = html_of(page)
    assert "no portfolio meets it" in shown and "These cannot hold together" in shown
