"""A page as a picture, so that the file itself is never shown in a browser. Drawn by PDFium in the child."""

import io

from core.ingest.files.kinds import FileToRead, Refused
from core.ingest.ocr.picture import sheets_of

MOST_PIXELS = 40_000_000


def draw_page(data: bytes, page: int, dpi: int, password: str | None = None) -> bytes:
    """PNG of one page (1-based); `Refused` where there is no such page or it would be too large."""
    if not data[:1024].count(b"%PDF-"):
        return _draw_picture(data, page, dpi)
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


def _draw_picture(data: bytes, page: int, dpi: int) -> bytes:
    """A picture file as it was read: at the size in points that its boxes are given in."""
    from PIL import Image

    sheets = sheets_of(FileToRead("The picture", data, "picture"))
    found = next((sheet for number, sheet in enumerate(sheets, start=1) if number == page), None)
    if found is None:
        raise Refused(f"There is no page {page} in the picture.")
    grey, (width, height) = found
    drawn = Image.fromarray(grey).resize((max(1, round(width * dpi / 72)), max(1, round(height * dpi / 72))))
    picture = io.BytesIO()
    drawn.save(picture, format="PNG")
    return picture.getvalue()
