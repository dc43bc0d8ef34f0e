"""A page as a picture, so that the file itself is never shown in a browser. Drawn by PDFium in the child."""

import io

from core.ingest.kinds import Refused

MOST_PIXELS = 40_000_000


def draw_page(data: bytes, page: int, dpi: int, password: str | None = None) -> bytes:
    """PNG of one page (1-based); `Refused` where there is no such page or it would be too large."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError:
        raise Refused("The PDF cannot be opened to show its pages.") from None
    if not 1 <= page <= len(document):
        raise Refused(f"There is no page {page}; the file has {len(document)}.")
    sheet = document[page - 1]
    width, height = sheet.get_size()
    if width * height * (dpi / 72) ** 2 > MOST_PIXELS:
        raise Refused(f"Page {page} is too large to be shown.")
    picture = io.BytesIO()
    sheet.render(scale=dpi / 72).to_pil().save(picture, format="PNG")
    document.close()
    return picture.getvalue()
