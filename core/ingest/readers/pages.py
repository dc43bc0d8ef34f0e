"""PDF statements and pictures of them: words, lines, tables by their headers. Pages without text are read by OCR."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from io import BytesIO
from typing import Any

from core.domain.issue import Issue
from core.domain.statement import Annotation, Box, Statement
from core.ingest.accounts import build
from core.ingest.files.kinds import FileToRead, Locked, Refused
from core.ingest.files.limits import PAGE_SECONDS, on_file, on_page
from core.ingest.files.mended import mended
from core.ingest.files.rings import has_ring
from core.ingest.flowed import flowed_events
from core.ingest.layouts.choice import fitting
from core.ingest.lexicon.amounts import uses_decimal_comma, with_point
from core.ingest.lexicon.institutions import institution_of
from core.ingest.lines.days_of_months import with_days_of_months
from core.ingest.nouns.events import Where
from core.ingest.nouns.extractor import Extractor
from core.ingest.nouns.words import Line, lines_of, span, words_of
from core.ingest.ocr.doubts import Doubt, Doubts
from core.ingest.ocr.notes import notes_on
from core.ingest.ocr.paper import Paper
from core.ingest.ocr.picture import DPI, LONG_SIDE, MOST_PIXELS, MOST_SHEETS, sheets_of
from core.ingest.ocr.repeated import with_repeated
from core.ingest.ocr.scan import Heard, put_back, read_picture
from core.ingest.proof.numbers_elsewhere import with_numbers_elsewhere
from core.ingest.proof.prices_elsewhere import with_prices_elsewhere
from core.ingest.proof.unowned import with_unowned
from core.ingest.proof.unread_columns import with_unread_columns
from core.ingest.proof.unread_lots import with_unread_lots
from core.ingest.readers import READERS
from core.ingest.readers.otherwise import as_other, compared, with_facts
from core.ingest.untabled.cards_below import with_cards
from core.ingest.untabled.days_of_values import with_days_of_values
from core.ingest.untabled.headless import headless_events
from core.ingest.untabled.labelled import labelled_events
from core.ingest.walk.walk import walk

MOST_PAGES = 300
MOST_CHARS = 60_000
FEW_WORDS = 6
MENDED = "the file is damaged and was mended to be read; see that no page and no account of it is missing"


class Broken(Refused):
    """A PDF that cannot be read as it is."""


@READERS.add("pages", kind="pdf")
def read_pages(file: FileToRead) -> Statement | None:
    """Every account in a PDF statement."""
    read = lines_in(file)
    statement = statement_of(file, read, "pages")
    if not read.mended:
        return statement
    return replace(statement, issues=(*statement.issues, Issue("warning", file.name, MENDED, "mended")))


@READERS.add("pictures", kind="picture")
def read_pictures(file: FileToRead) -> Statement | None:
    """Every account in a picture of a statement, in the pages of a TIFF, or in the photos of an album."""
    statement = statement_of(file, lines_in(file), "pictures")
    if not file.data.startswith(b"PK"):
        return statement
    told = f"{statement.pages} photos are read as the pages of one statement; see that they are, and in this order"
    return replace(statement, issues=(*statement.issues, Issue("warning", file.name, told, "photos")))


@lru_cache(maxsize=1)
def lines_in(file: FileToRead) -> "Pages":
    """The lines of a PDF or picture; the last file's are kept, since OCR is slow and a file may be asked for twice."""
    if file.kind == "picture":
        return picture_lines(file).settled()
    read = _whole_or_mended(file)
    if not any(read.lines):
        raise Refused(f"{file.name} has no text and no picture in which text could be read.")
    return read.settled()


def _whole_or_mended(file: FileToRead) -> "Pages":
    """The lines of a PDF as it is, or as it is once mended where it is broken."""
    try:
        return page_lines(file, on_page)
    except Broken:
        data = mended(file.data, file.password)
        if data is None:
            raise
    return replace(page_lines(replace(file, data=data, password=None), on_page), mended=True)


def picture_lines(file: FileToRead) -> "Pages":
    """The lines of a picture, or of every page of a TIFF."""
    read = Pages()
    for number, (grey, points) in enumerate(sheets_of(file), start=1):
        if number > MOST_SHEETS:
            raise Refused(f"{file.name} has more than {MOST_SHEETS} pictures; that is the limit.")
        read.hear(read_picture(grey, points, number, number, photo=True), number)
    if not any(read.lines):
        raise Refused(f"{file.name} is a picture in which no text could be read.")
    return read


@dataclass(slots=True)
class Pages:
    """The lines of every page; of scanned ones also what OCR doubts and the ways back to the page as sent.

    `mended`: the file was damaged, and they are read from what could be put together again.
    """

    lines: list[list[Line]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    ways: dict[int, Callable[[Box], Box]] = field(default_factory=dict)
    notes: list[Annotation] = field(default_factory=list)
    papers: dict[int, Paper] = field(default_factory=dict)
    mended: bool = False

    def hear(self, heard: Heard, page: int) -> None:
        """A scanned page more."""
        self.lines.append(lines_of(heard.words, page))
        self.doubts.extend(heard.doubts)
        self.ways[page] = heard.on_page
        self.notes.extend(heard.notes)
        self.papers[page] = heard.paper

    def settled(self) -> "Pages":
        """The pages with what they print again and again read as it stands where both readers agree."""
        if not self.doubts:
            return self
        lines, doubts = with_repeated(self.lines, self.doubts)
        return replace(self, lines=lines, doubts=doubts)


def statement_of(file: FileToRead, read: Pages, reader: str, extract: Extractor = walk) -> Statement:
    """The statement on these pages, under the taught layout that fits them; `Refused` where they show none."""
    pages = pointed(read.lines)
    on_file(PAGE_SECONDS + len(pages))
    with fitting([[line.text for line in lines] for lines in pages]):
        return _understood(file, read, pages, reader, extract)


def _understood(file: FileToRead, read: Pages, pages: list[list[Line]], reader: str, extract: Extractor) -> Statement:
    unsure = pointed_doubts(read.doubts) if pages is not read.lines else read.doubts
    doubts = Doubts(unsure, read.ways, read.papers)
    events = with_days_of_months(extract(pages), pages)
    with_cards(events, pages)
    with_days_of_values(events, pages)
    top = sorted(pages[0][:12], key=lambda line: -line.size)
    first = [line.text for line in (*top[:1], *pages[0])]
    rest = [line.text for lines in pages[1:] for line in lines[-4:]]
    institution = institution_of([*first, *rest], file.name)
    statement = build(events, file.name, institution, len(pages), reader, doubts=doubts)
    if not any(account.positions for account in statement.accounts) and extract is walk:
        forward = build(walk(pages, balances=True), file.name, institution, len(pages), reader, doubts=doubts)
        statement = forward if any(account.positions for account in forward.accounts) else statement
    if not any(account.positions for account in statement.accounts) and (
        plain := headless_events(pages) or labelled_events(pages)
    ):
        statement = build(plain, file.name, institution, len(pages), reader, doubts=doubts)
    if not read.ways and not any(account.positions for account in statement.accounts):
        statement = _without_columns(statement, pages, institution, reader)
    if doubts and extract is walk:
        other = build(walk(as_other(pages, doubts)), file.name, institution, len(pages), reader)
        statement = compared(statement, other)
    if read.ways and extract is walk:
        statement = with_facts(statement)
    statement = with_numbers_elsewhere(with_prices_elsewhere(statement, pages), pages)
    statement = with_unread_lots(with_unread_columns(with_unowned(statement, pages), pages), pages)
    if not statement.accounts:
        raise Refused(f"{file.name} is readable but shows no account, holdings or transactions that could be found.")
    return put_back(replace(statement, annotations=tuple(read.notes)), read.ways)


def _without_columns(statement: Statement, pages: list[list[Line]], institution: str, reader: str) -> Statement:
    """Pages on which no holdings were found, read line by line; what was read, where that finds none either."""
    lines = [line for page in pages for line in page]
    places = [Where(line.page, None, span(line.words)) for line in lines]
    events = flowed_events([line.text for line in lines], places)
    flowed = build(events, statement.file, institution, len(pages), reader)
    told = any(account.number and account.stated_total is not None for account in flowed.accounts)
    found = any(account.positions for account in flowed.accounts) or (told and not statement.accounts)
    return flowed if found else statement


def pointed(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages that write `1.234,50` with their amounts written `1,234.50`; others as they are."""
    if not uses_decimal_comma([word.text for lines in pages for line in lines for word in line.words]):
        return pages
    return [
        [replace(line, words=tuple(replace(word, text=with_point(word.text)) for word in line.words)) for line in lines]
        for lines in pages
    ]


def pointed_doubts(doubts: list[Doubt]) -> list[Doubt]:
    """The doubts of pages that write `1.234,50`, as their amounts are written after `pointed`."""
    return [replace(doubt, text=with_point(doubt.text), other=with_point(doubt.other)) for doubt in doubts]


def page_lines(file: FileToRead, progress: Callable[[int, int], None]) -> Pages:
    """The lines of every page; `progress` is told each page before it is read."""
    read = Pages()
    with opened(file) as pdf:
        count = len(pdf.pages)
        if count > MOST_PAGES:
            raise Refused(f"{file.name} has {count} pages; the limit is {MOST_PAGES}.")
        for page in pdf.pages:
            progress(page.page_number, count)
            chars = page.chars
            if len(chars) > MOST_CHARS:
                raise Refused(f"{file.name}, page {page.page_number} holds more text than a statement page can.")
            read.notes.extend(notes_on(page))
            words = words_of(chars)
            if len(words) < FEW_WORDS and page.images:
                if len(read.ways) >= MOST_SHEETS:
                    raise Refused(f"{file.name} has more than {MOST_SHEETS} scanned pages; that is the limit.")
                read.hear(read_picture(*drawn(file, page.page_number), page.page_number, count), page.page_number)
            else:
                read.lines.append(lines_of(words, page.page_number))
            page.close()
    return read


def drawn(file: FileToRead, page: int) -> tuple[Any, tuple[float, float]]:
    """A page of a PDF as grey pixels for OCR, and its size in points."""
    import pypdfium2

    document = pypdfium2.PdfDocument(file.data, password=file.password)
    try:
        sheet = document[page - 1]
        width, height = sheet.get_size()
        scale = min(DPI / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5, LONG_SIDE / max(width, height, 1.0))
        pixels = sheet.render(scale=scale, grayscale=True).to_numpy()
        return (pixels[:, :, 0] if pixels.ndim == 3 else pixels), (width, height)
    except pypdfium2.PdfiumError:
        raise Refused(f"{file.name}, page {page} cannot be drawn, so its scan cannot be read.") from None
    finally:
        document.close()


@contextmanager
def opened(file: FileToRead) -> Iterator[Any]:
    """The PDF, open; `Refused` where it is locked or broken."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    if has_ring(file.data):
        raise Refused(f"{file.name} is a broken PDF: a part of it refers to itself.")
    try:
        with pdfplumber.open(BytesIO(file.data), password=file.password or "") as pdf:
            yield pdf
    except PdfminerException as error:
        inner = error.args[0] if error.args else error
        if isinstance(inner, PDFPasswordIncorrect):
            raise Locked(_locked(file)) from None
        if isinstance(inner, Refused):
            raise inner from None
        if isinstance(inner, PDFEncryptionError):
            raise Broken(f"{file.name} is locked in a way that is not opened here; print it to a new PDF.") from None
        raise Broken(f"{file.name} is a broken PDF and cannot be read.") from None
    except PDFPasswordIncorrect:
        raise Locked(_locked(file)) from None
    except (
        MalformedPDFException,
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
        raise Broken(f"{file.name} is a broken PDF and cannot be read.") from None


def _locked(file: FileToRead) -> str:
    if file.password:
        return f"{file.name} is locked and the password given does not open it."
    return f"{file.name} is locked: give its password to read it."
