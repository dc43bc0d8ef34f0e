"""The statement pages in a person's hands: doubts confirmed, notes ticked, layouts withdrawn, a model named when on."""

from dataclasses import replace
from typing import Any

import pytest
from pages_markup import html_of  # type: ignore[import-not-found]

from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue
from core.domain.statement import Annotation
from core.ingest import prove
from core.present.headlines import statement_title
from core.present.tables.proof import proof_sentence
from core.present.tables.statement import verdict_sentence
from core.present.tables.statement_facts import account_facts, moves_table, row_facts
from core.workflow.desk import Desk
from core.workflow.layouts import layouts, take_profile
from core.workflow.receiving import put_of
from core.workflow.saving import save
from core.workflow.statements import correct, statement, upload
from pages.clients.statement_upload import _again

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


FUND = b"""Account 4471-2093,,,,,,
Account owner: Ada Quill,,,,,,
As of 10/30/2026,,,,,,
Investment,Commitment,Called,Unfunded,Market Value,NAV Date,Lock-up until
Hollytree Private Credit LP,"250,000.00","200,000.00","50,000.00","214,300.00",06/30/2026,12/31/2027
Total,,,,"214,300.00",,

Date,Action,Description,Quantity,Price,Amount
10/06/2026,Contribution,Hollytree Private Credit LP,,,"-20,000.00"
"""


@pytest.mark.usefixtures("own_book")
def test_the_review_tells_whose_account_it_is_what_a_fund_still_calls_and_what_was_traded(
    open_page: Any, desk: Desk
) -> None:
    taken = upload(desk, "fund.csv", FUND)
    (account,) = taken.statement.accounts
    shown = f"{account_facts(account)}{row_facts(account.positions[0])}{moves_table(account.activity)}"
    for words in (
        "Ada Quill · as of Oct 30, 2026 · not read: registration, institution", "commitment $250,000.00",
        "still to be called $50,000.00 · valued on Jun 30, 2026 · locked until Dec 31, 2027",
        "Oct 6, 2026", "Contribution", "\u2212\u2060$20,000.00",
    ):  # fmt: skip
        assert words in shown
    page = open_page(PAGE, statement=taken.id)
    assert str(account_facts(account)) in html_of(page) and str(moves_table(account.activity)) in html_of(page)
    assert any(one.label == "One transaction on this statement" for one in page.expander)
    row = verdict_sentence("", account.positions[0])
    assert row == "prints no quantity and price to multiply; its value counts in the printed sums."


MOVES_ALONE = b"""Account Number,Trade Date,Action,Symbol,Description,Quantity,Price,Amount
5512-8841,10/06/2026,Buy,VTI,Vanguard Total Stock Market ETF,10,300.00,"-3,000.00"
5512-8841,10/20/2026,Dividend,VTI,Vanguard Total Stock Market ETF,,,33.10
"""


@pytest.mark.usefixtures("own_book")
def test_a_file_of_transactions_alone_shows_them_and_no_empty_rows(open_page: Any, desk: Desk) -> None:
    taken = upload(desk, "moves.csv", MOVES_ALONE)
    (account,) = taken.statement.accounts
    assert statement_title([account]) == "Two transactions, and no holdings"
    assert proof_sentence(account).startswith("transactions alone prove no holdings")
    page = open_page(PAGE, statement=taken.id)
    assert str(moves_table(account.activity)) in html_of(page)
    assert not [one.label for one in page.expander if "transaction" in one.label or "check" in one.label]


@pytest.mark.usefixtures("own_book")
def test_days_and_dollars_of_a_fund_are_mended_as_a_person_types_them(desk: Desk) -> None:
    taken = upload(desk, "fund.csv", FUND)
    typed = {"nav_date": "Sep 30, 2026", "unfunded": "$45,000.00"}
    after = correct(desk, taken.id, taken.version, 0, 0, typed, "letter of the fund")
    line = after.statement.accounts[0].positions[0]
    assert (str(line.nav_date), str(line.unfunded)) == ("2026-09-30", "45000.00")


@pytest.mark.usefixtures("own_book")
def test_accounts_that_do_not_add_up_to_the_household_are_said_on_top(open_page: Any, desk: Desk) -> None:
    taken = upload(desk, "quillon.csv", SAMPLE)
    issue = Issue("error", "all accounts", "the accounts' totals sum to 1.00, but 2.00 is printed", "household_total")
    told = replace(taken.statement, issues=(issue,))
    save(desk, "statement.merged", put_of(replace(taken, statement=told, version=2)))
    page = open_page(PAGE, statement=taken.id)
    assert "The accounts' totals sum to 1.00" in page.warning[0].value


def test_a_file_of_another_name_with_known_bytes_is_called_by_both_names(desk: Desk) -> None:
    taken = upload(desk, "quillon.csv", SAMPLE)
    assert _again(taken, "quillon.csv").startswith("quillon.csv waits here since")
    assert _again(taken, "copy.csv").startswith("copy.csv is the same file as quillon.csv, which waits here since")
