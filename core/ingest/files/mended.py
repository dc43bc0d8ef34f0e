"""A damaged PDF written anew, where the engine that draws pages still finds its parts."""

from io import BytesIO

END, TAIL = b"%%EOF", 2048
WITHOUT_LOCK = 3
"""Written as a whole, and without encryption."""
LETTER = (0, 0, 612, 792)


def mended(data: bytes, password: str | None = None) -> bytes | None:
    """The PDF with its parts listed anew; None where its end is missing, as pages would be, or nothing helps."""
    import pypdfium2

    if END not in data[-TAIL:]:
        return None
    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError:
        return None
    out = BytesIO()
    try:
        if len(document) == 0:
            return None
        for page in document:
            if page.get_mediabox(fallback_ok=False) is None:
                page.set_mediabox(*LETTER)
        document.save(out, flags=WITHOUT_LOCK)
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()
    return out.getvalue()
