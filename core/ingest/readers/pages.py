"""PDF statements with a text layer: words, lines, tables by their headers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from core.domain.statement import Statement
from core.ingest.build import build
from core.ingest.headless import headless_events
from core.ingest.institutions import institution_of
from core.ingest.kinds import FileToRead, Refused
from core.ingest.limits import on_page
from core.ingest.readers import READERS
from core.ingest.walk import walk
from core.ingest.words import Line, lines_of, words_of

MOST_PAGES = 300
MOST_CHARS = 60_000


@READERS.add("pages", kind="pdf")
def read_pages(file: FileToRead) -> Statement | None:
    """Every account in a PDF statement."""
    pages = page_lines(file, on_page)
    if not any(pages):
        raise Refused(f"{file.name} has no text layer, it is a scan: it needs OCR, which is not installed here.")
    events = walk(pages)
    top = sorted(pages[0][:12], key=lambda line: -line.size)
    first = [line.text for line in (*top[:1], *pages[0])]
    rest = [line.text for lines in pages[1:] for line in lines[-4:]]
    institution = institution_of([*first, *rest], file.name)
    statement = build(events, file.name, institution, len(pages), "pages")
    if not any(account.positions for account in statement.accounts) and (plain := headless_events(pages)):
        statement = build(plain, file.name, institution, len(pages), "pages")
    if not statement.accounts:
        raise Refused(f"{file.name} is readable but shows no account, holdings or transactions that could be found.")
    return statement


def page_lines(file: FileToRead, progress: Callable[[int, int], None]) -> list[list[Line]]:
    """The lines of every page; `progress` is told each page before it is read."""
    pages: list[list[Line]] = []
    with opened(file) as pdf:
        count = len(pdf.pages)
        if count > MOST_PAGES:
            raise Refused(f"{file.name} has {count} pages; the limit is {MOST_PAGES}.")
        for page in pdf.pages:
            progress(page.page_number, count)
            chars = page.chars
            if len(chars) > MOST_CHARS:
                raise Refused(f"{file.name}, page {page.page_number} holds more text than a statement page can.")
            pages.append(lines_of(words_of(chars), page.page_number))
            page.close()
    return pages


@contextmanager
def opened(file: FileToRead) -> Iterator[Any]:
    """The PDF, open; `Refused` where it is locked or broken."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(BytesIO(file.data), password=file.password or "") as pdf:
            yield pdf
    except PdfminerException as error:
        inner = error.args[0] if error.args else error
        if isinstance(inner, PDFPasswordIncorrect):
            raise Refused(_locked(file)) from None
        raise Refused(f"{file.name} is a broken PDF and cannot be read.") from None
    except PDFPasswordIncorrect:
        raise Refused(_locked(file)) from None
    except (
        PSException,
        TypeError,
        ValueError,
        KeyError,
        IndexError,
        AttributeError,
        AssertionError,
        RecursionError,
        NotImplementedError,
        OverflowError,
        UnicodeError,
        OSError,
        EOFError,
        ArithmeticError,
    ):
        raise Refused(f"{file.name} is a broken PDF and cannot be read.") from None


def _locked(file: FileToRead) -> str:
    if file.password:
        return f"{file.name} is locked and the password given does not open it."
    return f"{file.name} is locked: give its password to read it."
