"""A picture of a page becomes lines of words: straightened, heard by both voices, with what they doubt."""

from typing import Any

from core.ingest.limits import on_ocr
from core.ingest.ocr.agree import agreed, words_on
from core.ingest.ocr.doubts import Doubt
from core.ingest.ocr.picture import prepared
from core.ingest.ocr.voices import first_voice, second_voice
from core.ingest.words import Word


def read_picture(
    grey: Any, points: tuple[float, float], page: int, count: int, photo: bool = False
) -> tuple[list[Word], list[Doubt]]:
    """Words of one picture in points of its page, and the doubts about them."""
    on_ocr(page, count)
    picture = prepared(grey, points, photo)
    second = second_voice(picture.grey, max(70, round(picture.scale * 72)))
    on_ocr(page, count)
    runs = first_voice(picture.grey)
    return words_on(page, picture, agreed(runs, second))
