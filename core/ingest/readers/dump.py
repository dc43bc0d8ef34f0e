"""Text copied or extracted from a statement: rows whose columns are kept by spaces, or lost to single spaces.

Where columns are kept, the text is laid out as a page and read like one; where they are lost, line by line. Text
without a table that shows is asked for rows that prove themselves, and for holdings told in labels.
"""

import itertools
import re
from collections.abc import Sequence

from core.domain.statement import Statement, StatementAccount
from core.ingest.accounts import build
from core.ingest.files.kinds import FileToRead, Refused, TooLarge, text_of
from core.ingest.flowed import flowed_events
from core.ingest.flowed.two_days import with_closing_values
from core.ingest.heads.column_roles import kind_of_table
from core.ingest.heads.columns import find_header
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.institutions import institution_of
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, Word, lines_of, phrases
from core.ingest.proof.unowned import as_page, with_unowned
from core.ingest.proof.unread_columns import with_unread_columns
from core.ingest.readers import READERS
from core.ingest.readers.tables import read_rows
from core.ingest.sheets.lines import is_head
from core.ingest.sheets.names_above import names_stand_above
from core.ingest.sheets.site_cells import rows_of_site
from core.ingest.untabled.headless import headless_events
from core.ingest.untabled.labelled import labelled_events
from core.ingest.walk.walk import walk

CHARACTER, ROW = 5.0, 12.0
FEW = 4
LEAST_FIGURES = 2
MOST_LINES = 50_000
MOST_WORDS = 300_000
RULER = re.compile(r"[\s+|]*(?:([=_~*#-])\1{2,}+[\s+|]*+)+")


@READERS.add("dump", kind="text")
def read_dump(file: FileToRead) -> Statement | None:
    """A statement as plain text."""
    text = text_of(file.data)
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise TooLarge(f"{file.name} has {len(lines):,} lines; that is more than a statement.")
    if sum(len(line.split()) for line in lines) > MOST_WORDS:
        raise TooLarge(f"{file.name} has more than {MOST_WORDS:,} words; that is more than a statement.")
    tabbed = [line.split("\t") for line in lines] if "\t" in text else []
    if names_stand_above(tabbed) or _opens_by_tabs(tabbed):
        return read_rows(file, tabbed, "dump")
    if site := rows_of_site([line.strip() for line in lines]):
        return read_rows(file, site, "dump")
    lines = with_closing_values(lines)
    pages = _laid_out(text)
    laid = any(map(_opens_holdings, pages))
    events = walk(pages) if laid else flowed_events(lines)
    institution = institution_of([line for line in lines if line.strip()][:60], file.name)
    statement = build(events, file.name, institution, None, "dump")
    if not laid and not _holds(statement) and any(map(_opens_values, pages)):
        statement = build(walk(pages), file.name, institution, None, "dump")
    if not _holds(statement) and (plain := headless_events(pages) or labelled_events(pages)):
        statement = build(plain, file.name, institution, None, "dump")
    statement = with_unread_columns(with_unowned(statement, [*pages, as_page(lines)]), pages)
    if not any(account.positions or account.activity or is_told(account) for account in statement.accounts):
        raise Refused(f"{file.name} is readable text but shows no holdings that could be found.")
    return statement


def _holds(statement: Statement) -> bool:
    """Whether any account of a statement holds something."""
    return any(account.positions for account in statement.accounts)


def is_told(account: StatementAccount) -> bool:
    """Whether an account without holdings is told of all the same: by its number, with what it is worth."""
    return bool(account.number) and account.stated_total is not None


def _opens_by_tabs(rows: Sequence[Sequence[str]]) -> bool:
    """Whether tabs part the heads of holdings, and the next row into as many cells, figures among them.

    Headings of groups may stand between.
    """
    for heads, row in itertools.pairwise(row for row in rows if len(row) > 1):
        if len(heads) < FEW or len(row) != len(heads) or not is_head([cell.strip() for cell in heads], False):
            continue
        figures = [cell for cell in row if read_amount(cell.strip()) is not None]
        if len(figures) >= LEAST_FIGURES and kind_of_table([role_of(cell) for cell in heads]) == "holdings":
            return True
    return False


def _laid_out(text: str) -> list[list[Line]]:
    """Text as pages of words at the places where its characters stand; a line of `====` leaves only its space."""
    pages: list[list[Line]] = []
    for number, page in enumerate(text.split("\f"), start=1):
        words = [
            Word(match[0], match.start() * CHARACTER, match.end() * CHARACTER, row * ROW, row * ROW + 10.0, 10.0)
            for row, line in enumerate(page.expandtabs(8).splitlines())
            if not RULER.fullmatch(line)
            for match in re.finditer(r"\S+", line)
        ]
        pages.append(lines_of(words, number))
    return pages


def _opens_holdings(lines: Sequence[Line]) -> bool:
    heads = (find_header(lines, at) for at in range(len(lines)))
    return any(head is not None and _is_of_rows(head) and len(phrases(lines[head.last].words)) >= FEW for head in heads)


def _opens_values(lines: Sequence[Line]) -> bool:
    """Whether a head of names and values stands on a page, apart from one another: `Fund     Ending balance`."""
    heads = (find_header(lines, at) for at in range(len(lines)))
    return any(head is not None and head.has("value") and len(phrases(lines[head.last].words)) > 1 for head in heads)


def _is_of_rows(head: Header) -> bool:
    """Whether a head is that of holdings, or of rows with a day, units and value whose names stand in lines above."""
    return head.kind == "holdings" or (head.kind == "lots" and all(map(head.has, ("quantity", "price", "value"))))
