"""The point behind an initial that a scan shows as a comma."""

import pytest

from core.ingest.ocr.agree import Agreed
from core.ingest.ocr.initials import with_initials
from core.ingest.ocr.voices import Said


def read(text: str) -> str:
    said = [Said(word, 60.0 * place, 0, 60.0 * place + 50, 20, 0.9) for place, word in enumerate(text.split())]
    return " ".join(one.said.text for one in with_initials([Agreed(word, None) for word in said]))


def test_a_comma_between_a_first_name_and_a_surname_is_the_point_of_an_initial() -> None:
    assert read("Ada K, Marsh") == "Ada K. Marsh"
    assert read("ADA K, MARSH & TOM B, MARSH") == "ADA K. MARSH & TOM B. MARSH"
    assert read("Owner: Ada K, Marsh-Lind") == "Owner: Ada K. Marsh-Lind"


@pytest.mark.parametrize(
    "text",
    ["Marsh, Ada K, Lind", "MARSH ADA K, TRUSTEE", "Ada K, Jr.", "Class A, Common", "Apt B, Harbor", "Ada K,",
     "Ada K, 12 Mill Road", "Plan B, Growth", "K, Marsh", "Ada K, and Tom"],
)  # fmt: skip
def test_a_comma_that_may_be_printed_stays(text: str) -> None:
    assert read(text) == text


def test_what_the_other_voice_read_stays_in_doubt() -> None:
    words = [
        Agreed(Said(text, 0, 0, 9, 9, 0.9), other) for text, other in (("Ada", None), ("K,", "X,"), ("Marsh", None))
    ]
    assert [(one.said.text, one.other) for one in with_initials(words)] == [
        ("Ada", None),
        ("K.", "X,"),
        ("Marsh", None),
    ]


def doubted(text: str, kept: str, other: str) -> list[tuple[str, str | None]]:
    said = [Said(word, 60.0 * place, 0, 60.0 * place + 50, 20, 0.9) for place, word in enumerate(text.split())]
    words = [Agreed(word, other if word.text == kept else None) for word in said]
    return [(one.said.text, one.other) for one in with_initials(words)]


def test_an_initial_that_one_voice_takes_for_a_dollar_sign_is_the_letter() -> None:
    for kept, other in (("S", "$"), ("$", "S")):
        assert doubted(f"Ada {kept} Marsh", kept, other)[1] == ("S", None)
    assert doubted("Ada $. Marsh", "$.", "S.")[1] == ("S.", None)
    assert doubted("Gain $ Loss", "$", "S")[1] == ("$", "S")
    assert doubted("Ada B Marsh", "B", "8")[1] == ("B", "8")
