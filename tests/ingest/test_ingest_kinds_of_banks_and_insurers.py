"""How accounts of banks and contracts of insurers are registered, and which words of them say nothing of it."""

import pytest

from core.ingest.lexicon.people import is_trust
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.nouns.events import Fact, Where
from core.ingest.owners.account_titles import Title, title_of
from core.ingest.owners.kinds_told import kinds_in


@pytest.mark.parametrize(("text", "kind"), [
    ("Penhallow Trust & Custody", None), ("Larch Trust and Savings", None),
    ("TRUST U/W TOBIAS CALLOWAY", "trust_nongrantor"), ("Trust under will of Tobias Calloway", "trust_nongrantor"),
    ("Calloway Testamentary Trust", "trust_nongrantor"), ("Calloway Family Trust", "trust_grantor"),
    ("Tax Qualification Non-Qualified", "annuity"), ("Contract Type: Nonqualified", "annuity"),
    ("Account Type Non-Qualified", None),
])  # fmt: skip
def test_words_of_banks_and_insurers(text: str, kind: str | None) -> None:
    assert registration_of(text) == kind


def test_a_trust_under_a_will_is_named_after_who_left_it() -> None:
    assert is_trust("TRUST U/W TOBIAS CALLOWAY")
    assert is_trust("Marital Trust Under Will of Tobias R. Calloway")
    assert not is_trust("Trust under will")


def test_how_a_contract_is_taxed_stands_behind_its_label() -> None:
    found = kinds_in(["Tax Qualification", "Non-Qualified"], Where(1, None, (0, 0, 9, 9)))
    assert [(one.kind, registration_of(one.text)) for one in found if isinstance(one, Fact)] == [
        ("registration", "annuity")
    ]
    assert kinds_in(["Tax Qualification", "IRA"], Where(1, None, (0, 0, 9, 9))) == []


def test_plans_and_private_investments_stand_behind_names() -> None:
    assert title_of("Ines Calloway 403(b)") == Title("Ines Calloway", "403(b)")
    assert title_of("Ines Calloway Private Investment") == Title("Ines Calloway", "")
    assert title_of("Larch Penhallow Private Investments") is None


def test_marks_of_notes_are_no_words_of_a_head() -> None:
    assert (role_of("Net Investment²"), role_of("NAV Per Share¹")) == ("cost", "price")
