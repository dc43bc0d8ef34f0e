"""The statement pages in a person's hands: doubts confirmed, notes ticked, layouts withdrawn, a model named when on."""

from dataclasses import replace
from typing import Any

import pytest
from pages_markup import html_of  # type: ignore[import-not-found]

from core.domain.frozen_map import FrozenMap
from core.domain.statement import Annotation
from core.ingest import prove
from core.workflow.desk import Desk
from core.workflow.layouts import layouts, take_profile
from core.workflow.receiving import put_of
from core.workflow.saving import save
from core.workflow.statements import statement, upload

PAGE = "pages.clients.statements"
SAMPLE = b"""Positions for account Individual ...7788 as of 10/30/2026
Symbol,Description,Quantity,Price,Market Value,Cost Basis
VTI,Vanguard Total Stock Market ETF,100,300.00,"30,000.00","20,000.00"
BND,Vanguard Total Bond Market ETF,50,70.00,"3,500.00","3,600.00"
Account Total,,,,"33,500.00","23,600.00"
"""
PROFILE = b"""format = "plumbline-layout/1"
name = "Nordhaus"
[columns]
"Titel" = "description"
"Gegenwert" = "value"
"""


def button(page: Any, label: str) -> Any:
    return next(one for one in page.button if one.label == label)


@pytest.mark.usefixtures("own_book")
def test_a_note_on_the_paper_is_ticked_on_the_page(open_page: Any, desk: Desk) -> None:
    taken = upload(desk, "quillon.csv", SAMPLE)
    noted = replace(taken, statement=replace(taken.statement, annotations=(Annotation(1, "call *Maren*"),)), version=2)
    save(desk, "statement.merged", put_of(noted))
    page = open_page(PAGE, statement=taken.id)
    assert "One note to look at" in html_of(page)
    button(page, "Sign off this account").click()
    page.run()
    assert "nobody has ticked" in page.error[0].value
    page.checkbox[0].check()
    page.run()
    assert not page.exception
    assert statement(desk, taken.id).unseen == ()


@pytest.mark.usefixtures("own_book")
def test_a_doubt_of_a_scan_is_confirmed_in_one_press(open_page: Any, desk: Desk) -> None:
    taken = upload(desk, "quillon.csv", SAMPLE)
    (account,) = taken.statement.accounts
    lines = (replace(account.positions[0], doubts=FrozenMap({"symbol": "VTl"})), account.positions[1])
    doubted = replace(taken.statement, accounts=(prove(replace(account, positions=lines)),))
    save(desk, "statement.merged", put_of(replace(taken, statement=doubted, version=2)))
    page = open_page(PAGE, statement=taken.id)
    assert "Symbol may be &#x27;VTl&#x27;" in html_of(page)
    button(page, "It is read right").click()
    page.run()
    assert not page.exception
    after = statement(desk, taken.id)
    assert not after.statement.accounts[0].positions[0].doubts and after.corrections[0].field == "doubts"


@pytest.mark.usefixtures("own_book")
def test_layouts_are_listed_and_withdrawn(open_page: Any, desk: Desk) -> None:
    take_profile(desk, "nordhaus.toml", PROFILE)
    page = open_page("pages.clients.layouts")
    assert "One taught layout in use" in html_of(page) and "Gegenwert" in html_of(page)
    page.text_input[0].input("printed no longer")
    button(page, "Withdraw this layout").click()
    page.run()
    assert not page.exception
    assert layouts(desk)[0].withdrawn and "No layout has been taught yet" in html_of(page)


def test_the_page_says_when_a_language_model_is_on_and_where(open_page: Any, desk: Desk) -> None:
    assert "nothing leaves this machine" in html_of(open_page(PAGE))
    settings = replace(desk.settings, model_url="http://127.0.0.1:9/v1", model_name="invented-7b")
    page = open_page(PAGE, on=replace(desk, settings=settings))
    assert "shown to invented-7b at 127.0.0.1:9" in html_of(page) and "nothing leaves" not in html_of(page)


@pytest.mark.usefixtures("own_book")
def test_teaching_starts_from_what_the_reader_knows_of_the_file(open_page: Any, desk: Desk) -> None:
    taken = upload(desk, "quillon.csv", SAMPLE)
    page = open_page(PAGE, statement=taken.id, teach="1")
    assert not page.exception
    meanings = [one.value for one in page.selectbox if one.label in ("Symbol", "Quantity", "Market Value")]
    assert meanings == ["symbol", "quantity", "value"]
    assert "Proven" in html_of(page)
