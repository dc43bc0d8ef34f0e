"""How a line stands to those around it: names above and below rows, sums, titles.

Pure questions about lines and rows; `walk` asks them while it reads.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.amounts import is_blank, read_amount
from core.ingest.lexicon.identifiers import PAREN, is_ticker, labelled
from core.ingest.lexicon.sections import is_section_heading, section_key, total_name
from core.ingest.lexicon.vocabulary import NAMES, NUMBERS
from core.ingest.lines.facts import facts_of, total_rank
from core.ingest.nouns.events import Fact
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, phrases, text_of
from core.ingest.rows.block_lines import told_in
from core.ingest.rows.rows import Row
from core.ingest.rows.security import NOTE

WIDE = 3.0
SURE = 5
LONGEST_TITLE = 12
SHARE = re.compile(r"[A-Za-z][A-Za-z &,/-]*\s\d{1,3}(?:\.\d+)? ?%")
PAST = re.compile(
    r"\b(?:prior|previous|preceding|last)[ -](?:statement|quarter|month|year|period|report)(?:[ -]end(?:ing)?)?\b|"
    r"\b(?:beginning|opening|prior|previous) (?:positions|holdings)\b|"
    r"\b(?:positions|holdings) (?:at|as of) (?:the )?(?:beginning|start|opening)\b",
    re.I,
)
NOT_HELD = re.compile(
    r"(?:your |my |all )?(?:open|pending|unfilled|working) orders\b.*|(?:your |my )?watch ?-?lists?\b.*|"
    r"(?:proposed|hypothetical|recommended|suggested) "
    r"(?:portfolio|holdings|positions|investments|allocation|trades)\b.*|"
    r"(?:your |(?:[\w ]+(?::| [-–—]) ))?(?:unvested|not (?:yet )?vested)\b.*|"
    r"(?:(?:your|future|upcoming|projected|scheduled|estimated) )*vest(?:s|ing)?(?: (?:schedules?|dates?|events?))\b.*|"
    r"(?:upcoming|future|scheduled) (?:vests?|vestings?|releases?)\b.*|"
    r".*\bnot (?:\w+ )?(?:shares|stock|securities) (?:that )?you own\b.*|"
    r".*\b(?:securities )?lending collateral\b.*|collateral (?:held|received)\b.*|"
    r"(?:your |all )?(?:positions|securities|holdings|investments|lots) (?:closed|sold|liquidated)\b(?! short).*|"
    r"(?:securities|assets|positions|shares) (?:transferred|delivered|received)\b.*|"
    r"transfers? (?:in|out|of securities)\b.*|"
    r"top (?:\w+ )?holdings of .*|"
    r"(?:closed|sold|liquidated) (?:positions|securities|holdings|investments|lots)\b.*",
    re.I,
)
"""Titles of lists of what is not held: ordered, watched, proposed, not vested yet, lent against, moved or sold."""
REALIZED = re.compile(r"(?<!un)(?<!un-)\brealized (?:capital )?(?:gains?|loss(?:es)?)\b(?!.*\bunrealized)", re.I)
IN_NAMES = re.compile(r"dividend|estimated|accrued|factor|rating|coupon", re.I)
TURN = re.compile(
    r"[(.…> -]*(?:(?:statement|account|holdings|table|list|portfolio|positions)\s+)?"
    r"(?:continue[sd]?|cont(?:'d|d)?\.?|see|turn to|please see|go to)\s+(?:(?:on|from|to|over|with)\s+)?(?:the\s+)?"
    r"(?:(?:next|following|previous|preceding|prior|reverse|other)(?:\s+(?:page|side|sheet))?|overleaf|"
    r"pages?\s+\d+(?:\s+of\s+\d+)?)[).…> -]*",
    re.I,
)
NOTHING = re.compile(r"\S.*?(?: \$?[-–—]| 0\.0+ ?%){3,}")
OF_BALANCE = re.compile(r"\b(?:balance|total|value)\b", re.I)
BALANCE = re.compile(
    r"(?:less |plus |net |total )?(?:long|short)(?: securities)? (?:market )?value|"
    r"(?:total |estimated )*accrued (?:interest|income)\b.*\bnot included\b.*",
    re.I,
)


def without_turns(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page without those that only say where it goes on, `Continued on next page`."""
    return [line for line in lines if TURN.fullmatch(line.text) is None]


def summed_of(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The keys of the names that sums bear, `Total Stock Investments  1,364,190.05`."""
    names = (total_name(text_of(phrases(line.words, 1.0)[0])) for lines in pages for line in lines)
    return frozenset(section_key(name) for name in names if name)


def stands_left_of(line: Line, row: Row) -> bool:
    """Whether a line of text begins left of a lot that has words of its own, as the name of the next security does."""
    first = row.line.words[0]
    return first.text[:1].isalpha() and line.words[0].x0 < first.x0 - 3


def is_account_total(row: Row) -> bool:
    """Whether a row in a table names the value of the whole account, `Portfolio value 3,991,029.32`."""
    bare = row.kind == "record" and not {"quantity", "price", "acquired", "commitment"} & set(row.cells)
    told = bare and "value" in row.cells
    return told and (total_rank(row.label) > 0 or total_rank(before_figures(row.line)) > 0)


def is_balance(row: Row) -> bool:
    """Whether a row is a line of the account's balances and no security, `LESS SHORT MARKET VALUE 158,925.81`.

    So is what has accrued in all, where the line says that the value leaves it out.
    """
    return (
        not {"quantity", "price", "acquired"} & set(row.cells) and BALANCE.fullmatch(row.label.strip(" :")) is not None
    )


def is_past(title: str) -> bool:
    """Whether a title is that of what was held before, `Positions at prior quarter end`; a sentence is no title."""
    return PAST.search(title) is not None and len(title.split()) <= LONGEST_TITLE


def is_not_held(title: str) -> bool:
    """Whether a title is that of a list of what is no holding, `Open orders`, `Positions closed this year`."""
    return NOT_HELD.fullmatch(title.strip(" :")) is not None and len(title.split()) <= LONGEST_TITLE


def is_of_sales(title: str) -> bool:
    """Whether a title is that of gains that sales have realized: what stands below is held no more."""
    return REALIZED.search(title) is not None and len(title.split()) <= LONGEST_TITLE


def is_share(line: Line) -> bool:
    """Whether a line is a name and a percentage, `Equities 99.42%`."""
    return SHARE.fullmatch(line.text) is not None


def is_gone(row: Row) -> bool:
    """Whether a row prints dashes for units and value: it was held before, and is no more."""
    cells = [row.cells.get(role) for role in ("quantity", "value")]
    named = any(role in row.cells for role in NAMES)
    return row.kind == "text" and named and all(cell is not None and is_blank(cell.text) for cell in cells)


def is_label_line(row: Row) -> bool:
    """Whether a row is a label of cash or of the account's value across the heads, with its amounts under others."""
    figures = {role for role in row.cells if role in NUMBERS}
    amounts = len(figures) + len(row.spare)
    if row.kind in ("lot", "prose", "under") or not amounts or (amounts > 1 and "cost" in figures) or _is_move(row):
        return False
    pieces = [" ".join(word.text for word in run) for run in phrases(row.line.words, 1.0)]
    told = {fact.kind for fact in facts_of(pieces, row.where) if isinstance(fact, Fact) and fact.amount is not None}
    dollars = all("$" in cell.text for role, cell in row.cells.items() if role in figures)
    if amounts > 1:
        return total_rank(before_figures(row.line)) >= SURE or ("cash" in told and dollars)
    across = row.kind != "total" and "symbol" in row.cells and not is_ticker(row.cells["symbol"].text)
    if "value" in figures and not across and any(role in row.cells for role in NAMES):
        return False
    return bool(told & {"total", "cash", "weak_cash"}) or ("sum" in told and dollars)


def _is_move(row: Row) -> bool:
    """Whether a row tells what was done on a day, `03/03  Deposit  1,200.00`, and no balance of that day."""
    return row.kind == "record" and {"date", "amount"} <= set(row.cells) and not OF_BALANCE.search(row.line.text)


def before_figures(line: Line) -> str:
    """The words of a line up to its first amount."""
    texts = [word.text for word in line.words]
    first = next(
        (place for place, text in enumerate(texts) if read_amount(text) is not None or text == "$"), len(texts)
    )
    return " ".join(texts[:first])


def has_sum(pieces: Sequence[str]) -> bool:
    """Whether a line carries an amount or a share of something, so that it is no heading of a table."""
    text = " ".join(pieces)
    return bool(re.search(r":\s*[\d(]|\$|\d,\d{3}|\d\.\d\d(?!\d*\s*%)", text))


def would_have_fitted(line: Line, above: Line) -> bool:
    """Whether the first word of a line had room after the name above it, so that it is no wrapped text."""
    first = phrases(above.words, 1.0)
    if len(first) < 2:
        return False
    room = first[1][0].x0 - first[0][-1].x1
    return line.words[0].x1 - line.words[0].x0 + 3 * line.size < room


def is_beside(line: Line, header: Header) -> bool:
    """Whether a line holds only figures right of the names: a second figure of some column, and no part of a name."""
    name = next((column for column in header.columns if column.role == "description"), None)
    right = [column.x0 for column in header.columns if column.role in NUMBERS and (name is None or column.x0 > name.x0)]
    figures = all(read_amount(word.text) is not None for word in line.words)
    return figures and bool(right) and line.words[0].x0 > min(right)


def is_nothing(line: Line) -> bool:
    """Whether a line is a name with a stroke under each head, as a class has of which nothing is held."""
    return NOTHING.fullmatch(line.text) is not None


def stands_right_of(line: Line, header: Header) -> bool:
    """Whether a line begins right of the first figures of a table whose names stand left of all figures."""
    names = [column.x0 for column in header.columns if column.role in NAMES]
    figures = [column for column in header.columns if column.role in NUMBERS]
    if not names or not figures or max(names) > min(column.x0 for column in figures):
        return False
    return line.words[0].x0 > min(column.x1 for column in figures)


def name_part(row: Row, header: Header) -> str:
    """The text of a line under a row, without what is stacked in the columns right of the name and has no label."""
    placed = [cell.text for role, cell in row.cells.items() if role in NAMES]
    own, *others = phrases(row.line.words, WIDE)
    right = min((column.x0 for column in header.columns if column.role in NUMBERS), default=1e9)
    texts = [" ".join(word.text for word in run) for run in others]
    told = bool(told_in(" ".join(texts)))
    if not told and placed and row.line.words[-1].text.rstrip("%").replace(".", "").isdigit():
        return " ".join(placed)
    kept = [text for run, text in zip(others, texts, strict=True) if told or run[0].x0 < right or labelled(text)]
    return " ".join([" ".join(word.text for word in own), *kept])


def reads_as_note(label: str) -> bool:
    """Whether a label is a note, `Dividend option: cash`; words of notes are words of names too, `DIVIDEND GROWTH`."""
    found = NOTE.search(label)
    return found is not None and (":" in label or "%" in label or IN_NAMES.fullmatch(found[0]) is None)


def name_is_bold(line: Line) -> bool:
    """Whether the first words of a line, its name, are bold."""
    name = phrases(line.words, 1.0)[0]
    return sum(word.bold for word in name) * 2 > len(name)


def joins_below(line: Line, row: Row) -> bool:
    """Whether a line of text is the name, or its beginning, of the row under it."""
    below = row.line
    if line.page != below.page:
        return False
    gap, named = below.top - line.bottom, row.cells.get("description")
    bare = named is not None and PAREN.match(named.text) is not None
    if gap < 0.6 * line.size and (bare or reads_as_note(row.label)):
        return True
    return gap < 0.35 * line.size and line.bold == below.words[0].bold and not is_section_heading(line.text)
