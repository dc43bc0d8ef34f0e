"""Pages of a document as images, for preview before it is issued and for reading it without a PDF viewer."""

from io import BytesIO


def page_images(data: bytes, dpi: int = 96) -> tuple[bytes, ...]:
    """Every page of a PDF that this house wrote, as PNG."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        return tuple(_png(page.render(scale=dpi / 72).to_pil()) for page in pdf)
    finally:
        pdf.close()


def _png(image: "object") -> bytes:
    buffer = BytesIO()
    image.save(buffer, format="PNG")  # type: ignore[attr-defined]
    return buffer.getvalue()
