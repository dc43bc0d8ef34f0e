"""A firm's letterhead: its name, address, colour and logo on every paper; what is no small picture is refused."""

import io
from dataclasses import replace

import document_samples as samples
import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.document import Letterhead, letter, refuse_pale, safe_logo
from core.document.letterhead import MOST_BYTES, colour_of, contrast
from core.domain.errors import BadInput
from core.domain.firm import Firm

FIRM = Firm("Orchard & Pell <b>Advisory", ("4 Mill Lane", "Bath, ME 04530"), ("(207) 555-0101",), "#14506B")


def picture(kind: str = "PNG", size: tuple[int, int] = (400, 200)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, format=kind)
    return out.getvalue()


def written(letterhead: Letterhead) -> bytes:
    return letter(samples.proposal(), samples.household(), samples.mandate(), samples.LABELS, samples.AS_OF, letterhead)


def test_name_address_and_contact_stand_on_the_first_page_and_the_name_on_all() -> None:
    with pdfplumber.open(io.BytesIO(written(Letterhead(FIRM)))) as pdf:
        texts = [page.extract_text() for page in pdf.pages]
        assert pdf.metadata["Author"] == "Orchard & Pell <b>Advisory"
    assert "4 Mill Lane · Bath, ME 04530 · (207) 555-0101" in texts[0]
    assert all("Orchard & Pell <b>Advisory" in text for text in texts)
    assert not any("Plumbline" in text for text in texts)


def test_the_logo_is_on_every_page_nine_millimetres_high_at_most() -> None:
    with pdfplumber.open(io.BytesIO(written(Letterhead(FIRM, safe_logo(picture()))))) as pdf:
        for page in pdf.pages:
            (image,) = page.images
            assert image["height"] == pytest.approx(9 * 72 / 25.4, abs=0.1)
            assert image["width"] == pytest.approx(2 * image["height"], abs=0.2)


def test_the_same_firm_gives_the_same_bytes_and_another_colour_gives_others() -> None:
    logo = safe_logo(picture("JPEG"))
    first = written(Letterhead(FIRM, logo))
    assert written(Letterhead(FIRM, logo)) == first
    assert written(Letterhead(replace(FIRM, accent="#7D4F0C"), logo)) != first


def test_a_name_of_any_length_stays_on_the_page() -> None:
    with pdfplumber.open(io.BytesIO(written(Letterhead(replace(FIRM, name="Wide " * 16))))) as pdf:
        for page in pdf.pages:
            assert max(char["x1"] for char in page.chars) <= page.width


def test_the_logo_is_drawn_again_small_without_what_the_file_said_beside() -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    Image.new("RGB", (4000, 1000), "navy").save(out, format="JPEG", exif=exif)
    safe = safe_logo(out.getvalue())
    with Image.open(io.BytesIO(safe)) as shown:
        assert shown.size == (900, 225)
        assert not shown.getexif()
    assert b"secret" not in safe


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no PNG or JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG or JPEG"),
        (picture()[:60], "no PNG or JPEG"),
        (picture("GIF"), "no PNG or JPEG"),
        (b"x" * (MOST_BYTES + 1), "at most"),
        (picture(size=(5000, 4000)), "too many"),
    ],
)
def test_what_is_no_small_picture_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        safe_logo(data)


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast(colour_of("#767676"), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_a_colour_is_taken_exactly_where_it_can_be_read(colour: tuple[int, int, int]) -> None:
    text = "#{:02x}{:02X}{:02x}".format(*colour)
    if contrast(colour, (255, 255, 255)) >= 4.5:
        refuse_pale(text)
    else:
        with pytest.raises(BadInput, match="contrast"):
            refuse_pale(text)


def test_a_colour_that_is_none_cannot_be_written_down() -> None:
    with pytest.raises(BadInput, match="no colour"):
        Firm("A", accent="teal")
