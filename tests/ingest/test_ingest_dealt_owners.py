"""Owners and registrations beside the words of pages: in their titles, over two parts, beside the firm's own words."""

from core.ingest.lexicon.people import may_be_person
from core.ingest.lexicon.registrations import account_number
from core.ingest.lexicon.sections import is_section_heading, kind_of_section
from core.ingest.reading import read_here
from tests.ingest.test_ingest_dealt_looks import page
from tools.accuracy.drawing import Pencil


def holds(pencil: Pencil) -> None:
    pencil.row([(40, "Security"), (-330, "Units"), (-400, "Price"), (-480, "Value")], "B", step=13)
    pencil.row([(40, "Quill Air Inc (QZAB)"), (-330, "10"), (-400, "10.00"), (-480, "100.00")])
    pencil.row([(40, "Total Account Value"), (-480, "100.00")], "B")


def test_who_an_account_in_two_words_is_of_stays_one() -> None:
    pencil = page("Ines Calloway and Tobias Calloway", "12 Larch St", "Round Rock TX 78664")
    for number, kind in (("5511-2233", "Single Account - TOD"), ("5511-4477", "Individual - Transfer on Death")):
        pencil.row([(40, kind)], step=14)
        pencil.row([(40, f"Account Number: {number}")], step=14)
        holds(pencil)
    accounts = read_here("osier.pdf", pencil.drawn().data).accounts
    assert [one.registration for one in accounts] == ["taxable_individual", "taxable_individual"]


def test_a_kind_that_shares_a_word_with_the_firm_leaves_its_owner() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Osier Lane Account Statement"), (350, "As of June 30, 2026")], "B", step=18)
    for text in ("Ines Calloway & Tobias Calloway", "12 Larch St", "Round Rock TX 78664"):
        pencil.row([(40, text)], step=12)
    for number, kind in (("5511-2233", "UNIFORM TRANSFERS TO MINORS ACCOUNT"), ("5511-4477", "ROTH IRA")):
        pencil.row([(40, f"Account: {number}")], step=12)
        pencil.row([(40, f"Ines Calloway {kind}")], step=20)
        holds(pencil)
    accounts = read_here("osier.pdf", pencil.drawn().data).accounts
    assert [one.owner for one in accounts] == ["Ines Calloway", "Ines Calloway"]
    assert [one.registration for one in accounts] == ["utma", "roth_ira"]


def test_reserves_are_cash_and_nobody() -> None:
    assert not may_be_person("SHORT-TERM RESERVES")
    assert is_section_heading("Short-Term Reserves")
    assert kind_of_section("Short-Term Reserves") == "cash"


def test_the_number_of_a_plan_is_none_of_an_account() -> None:
    assert account_number("Type of Account: 529 College Savings Plan") is None
    assert account_number("Account: 5511-2233") == "5511-2233"
