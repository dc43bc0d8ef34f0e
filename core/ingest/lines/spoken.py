"""What lines around a table say in labels: the one security of a page, the account of a number, sums of accounts."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.identifiers import CLASS, PAREN, is_bare_ticker
from core.ingest.lexicon.registrations import LONE_NUMBER, OF_PAGE, account_number, registration_of, titled_number
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.lines.contract_numbers import number_of_contract
from core.ingest.lines.facts import facts_of
from core.ingest.lines.standing import name_is_bold
from core.ingest.nouns.events import Cell, Fact, Where
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, Word, phrases, span, text_of
from core.ingest.owners.owners import ADDRESS
from core.ingest.rows.rows import read_row
from core.ingest.rows.symbol_shapes import BEFORE

MOST_LABEL, FEW_LABELS = 8, 3
OF_ACCOUNT = ("account", "total", "cash", "as_of")
"""The facts that stand under their labels."""
SYMBOL_LABEL = re.compile(
    rf"(?:stock |ticker |trading |fund )?(?:symbol|ticker)\s*:\s*([A-Z]{{1,5}}(?-i:{CLASS}| [A-Z])?)$", re.I
)
COMPANY_LABEL = re.compile(r"(?:company|issuer|security|stock|fund)(?: name)?\s*:\s*(\S.{2,60})$", re.I)
NUMBER_ALONE = re.compile(r"[A-Z]{0,3}\d{3,6}-\d{3,6}(?:-\d{1,4})?|[Xx*•…]{2,}[- ]?\d{3,5}")
BARE_NUMBER = re.compile(r"\d{6,12}")
"""The number of an account that is nothing but digits, in no groups of three, and no amount."""
ENDS_IN_ACCOUNT = re.compile(r"(?:account|acct|a/c)\.?:?|#|no\.?:?|number:?", re.I)
NUMBER_LABEL = re.compile(
    r"(?:\w+ ){0,2}(?:account|acct\.?|plan|participant|client)(?: id| number| no\.?| nbr| ?#)?:?", re.I
)
OTHER_NUMBER = re.compile(
    r"(?:group|certificate|member|employee|employer|sponsor|case) (?:id|number|no\.?|nbr|#):?", re.I
)
AMOUNT = re.compile(r"\$|\d[.,]\d")
NUMBER_WORD = re.compile(r"\b(?:id|number|no|nbr)\b|#", re.I)
NUMBER_SAID = re.compile(r"(?=(?:\D*\d){3})[A-Z]{0,3}[\dX*•][\dA-Z*•-]{3,}")
PERIOD = re.compile(
    r"\d{4}\s+(?:-|–|to|through)\s+[A-Za-z]{3,9}\.? \d{1,2}, \d{4}|\d{2,4} (?:-|–|to) \d{1,2}/\d{1,2}/\d{2,4}"
)

SMALLER, ALIGNED, TIGHT = 0.95, 2.0, 0.5
"""A second line in a cell: its letters against those of the first, its left edge in points, its room in type sizes."""


def summed_account(line: Line, header: Header) -> Fact | None:
    """A row of a summary of accounts: the number of one and what it is worth."""
    row = read_row(line, header)
    number, value = (row.cells[role].text if role in row.cells else "" for role in ("account", "value"))
    amount = read_amount(value)
    told = any(map(str.isdigit, number)) and (read_amount(number) is None or BARE_NUMBER.fullmatch(number) is not None)
    if amount is None or not told:
        return None
    return Fact("summary", number, row.where, amount.value)


def summed_above(line: Line, above: Line | None, header: Header | None) -> Fact | None:
    """The account of a summary whose name goes on in a line of smaller letters right under its row; None elsewhere."""
    if header is None or above is None or len(phrases(line.words, 1.0)) != 1 or line.size > SMALLER * above.size:
        return None
    under = above.page == line.page and abs(line.words[0].x0 - above.words[0].x0) < ALIGNED
    near = under and 0 <= line.top - above.bottom < TIGHT * line.size
    summed = summed_account(above, header) if near else None
    return None if summed is None else Fact("account", summed.text, summed.where)


def name_of_account(line: Line, header: Header) -> str:
    """The name in a row of a summary of accounts; empty where it has none."""
    row = read_row(line, header)
    return row.cells["account_name"].text if "account_name" in row.cells else ""


def issuer(line: Line) -> dict[str, Cell]:
    """The one security that a page speaks of in labels: `Company: …`, `Stock symbol: …`."""
    box = span(line.words)
    if found := SYMBOL_LABEL.match(line.text):
        return {"symbol": Cell(found[1], box)}
    found = COMPANY_LABEL.match(line.text)
    return {"description": Cell(found[1], box)} if found else {}


def opening_number(line: Line) -> str | None:
    """The account number with which a line opens, `Account 5440-2919`; None where it begins with anything else."""
    if page := OF_PAGE.match(line.text):
        return page["number"]
    first = text_of(phrases(line.words, 1.0)[0])
    opens = re.match(r"(?:account|acct)\b", first, re.I) and read_amount(line.words[-1].text.strip("$")) is not None
    if not opens and registration_of(first) and re.fullmatch(r"[A-Za-z0-9() ]{3,40} account [\dX*-]{5,20}", first):
        return account_number(first)
    if opens or re.fullmatch(r"(?:account|acct)\b.{3,30}", first, re.I):
        return account_number(first)
    named = (number for text in _beginnings(line) if (number := titled_number(text)))
    return next(named, None) or _number_behind_title(line) or number_of_contract(line)


def listed_number(line: Line, numbers: Collection[str]) -> str | None:
    """The number at the end of a title over the holdings of an account, where a list of all accounts told it before."""
    last = line.words[-1].text.strip("()")
    if last not in numbers or LONE_NUMBER.fullmatch(last) is None or not line.words[0].text[:1].isalpha():
        return None
    return None if any(AMOUNT.search(word.text) for word in line.words) else last


def is_head_of_account(line: Line, open_number: str) -> bool:
    """Whether a line ends in another number than the open one behind its label, as the pages of an account begin.

    `Plan number   118204`, also with a name or an address before both; a bare `Account` is a label only behind these.
    """
    *before, label, said = ["", "", *(text_of(run) for run in phrases(line.words, 1.0))]
    if NUMBER_SAID.fullmatch(said) is None or said == open_number:
        return False
    headed = any(text[:1].isalnum() for text in before)
    labelled = NUMBER_LABEL.fullmatch(label) is not None and (headed or NUMBER_WORD.search(label) is not None)
    return labelled or (headed and OTHER_NUMBER.fullmatch(label) is not None)


def _number_behind_title(line: Line) -> str | None:
    """The number behind its label on a line that begins with the title of its account, however long that is."""
    title, *others = (text_of(run) for run in phrases(line.words, 1.0))
    if registration_of(title) is None or any(AMOUNT.search(text) for text in others):
        return None
    labelled = (text for text in others if re.match(r"(?:account|acct)\b.{3,30}$", text, re.I))
    return next((number for text in labelled if (number := account_number(text))), None)


def _beginnings(line: Line) -> list[str]:
    """The first phrase of a line, alone and with the one or two after it."""
    runs = [text_of(run) for run in phrases(line.words, 1.0)[:3]]
    return [" ".join(runs[:count]) for count in range(1, len(runs) + 1)]


def number_under(line: Line, above: Line | None) -> str:
    """A number that stands alone right under words that end in `Account`, as their number; empty where none does."""
    if above is None or above.page != line.page or line.top - above.bottom > 1.5 * line.size:
        return ""
    labels = [
        run for run in phrases(above.words, 1.0) if run[-1].text.lower().rstrip(":") == "account" and len(run) < 6
    ]
    for run in phrases(line.words, 1.0):
        text = " ".join(word.text for word in run)
        if NUMBER_ALONE.fullmatch(text) and any(_stands_under(run, label) for label in labels):
            return text
    return ""


def wrapped_title(line: Line, above: Line | None) -> str:
    """The title of an account whose number had no room behind it: `CALLOWAY FAMILY TRUST ACCT.` over `B5511223`."""
    if above is None or above.page != line.page or not 0 <= line.top - above.bottom < TIGHT * line.size:
        return ""
    first, over = (phrases(one.words, 1.0)[0] for one in (line, above))
    ends = ENDS_IN_ACCOUNT.fullmatch(over[-1].text) is not None and len(over) > 1
    alone = len(first) == 1 and LONE_NUMBER.fullmatch(first[0].text) is not None
    return f"{text_of(over)} {first[0].text}" if ends and alone and abs(first[0].x0 - over[0].x0) < ALIGNED else ""


def facts_under(line: Line, above: Line | None) -> list[Fact]:
    """Facts whose labels stand in the line above their values: `Account Number | Ending Account Value`.

    A number may stand at the other edge of its column than its label, where each of several labels has its value.
    """
    if above is None or above.page != line.page:
        return []
    told, said = [_unsigned(run) for run in phrases(above.words, 1.0)], phrases(line.words, 1.0)
    open_labels = [run for run in _without_value_beside(told) if 0 < len(run) <= MOST_LABEL and _is_label(run)]
    labels = _without_earlier(open_labels)
    in_order = told if len(told) == len(said) == len(labels) >= FEW_LABELS else [None] * len(said)
    found: list[Fact] = []
    for run, beside in zip(said, in_order, strict=True):
        label = next((one for one in labels if _stands_under(run, one) and _is_right_over(one, run)), None)
        kinds = OF_ACCOUNT if label is not None else ("account",)
        label = beside if label is None and beside is not None and _is_right_over(beside, run) else label
        if ADDRESS.match(text_of(run)):
            continue
        if label is not None and any(any(map(str.isdigit, word.text)) for word in run):
            where = Where(line.page, None, span(run))
            facts = facts_of([text_of(label), text_of(run)], where)
            found += [fact for fact in facts if isinstance(fact, Fact) and fact.kind in kinds]
    return found


def _without_value_beside(told: Sequence[Sequence[Word]]) -> list[Sequence[Word]]:
    """The labels of a line but those of a number that stands beside them: `ACCOUNT NUMBER   44-20931-7`."""
    behind = [*told[1:], ()]
    return [
        label
        for label, beside in zip(told, behind, strict=True)
        if not (beside and NUMBER_LABEL.fullmatch(text_of(label)) and NUMBER_SAID.fullmatch(text_of(beside)))
    ]


def _is_right_over(label: Sequence[Word], run: Sequence[Word]) -> bool:
    """Whether no line has room between a label and a value, whatever stands beside them in larger letters."""
    return 0 <= run[0].top - max(word.bottom for word in label) < 2 * run[0].size


def _without_earlier(labels: Sequence[Sequence[Word]]) -> list[Sequence[Word]]:
    """Labels side by side, of those that bear a day only what is told of the last: `Value on 5/31 | Value on 6/30`."""
    days = [read_date(text_of(label)) for label in labels]
    last = max((day for day in days if day is not None), default=None)
    return [label for label, day in zip(labels, days, strict=True) if day in (None, last)]


def _unsigned(run: Sequence[Word]) -> Sequence[Word]:
    """A label without the sign of its part in a sum: `= Ending Value`."""
    return run[1:] if run[0].text in ("+", "-", "–", "−", "=") else run


def _is_label(run: Sequence[Word]) -> bool:
    if any(word.text.endswith(":") for word in run[:-1]):
        return False
    ends = run[-1].text[-1:] in ".," and NUMBER_LABEL.fullmatch(text_of(run)) is None
    return not ends and read_amount(run[-1].text) is None and run[0].text[:1].isalpha()


def _stands_under(run: Sequence[Word], label: Sequence[Word]) -> bool:
    """Whether a value shares its left or its right edge with the label above it, or lies within its reach."""
    edges = abs(run[0].x0 - label[0].x0) < 3 or abs(run[-1].x1 - label[-1].x1) < 3
    return edges or (label[0].x0 - 3 < run[0].x0 and run[-1].x1 < label[-1].x1 + 3)


def name_over(header: Header, above: Line | None, head: Line) -> Line | None:
    """The one security of a table whose heads have no place for a name: it stands right above them, bold.

    Its ticker may stand at the other edge; other words there are no part of the name. Above heads of lots only a
    symbol with its name counts, `QZAB - Quill Holdings`.
    """
    if header.kind not in ("holdings", "lots") or any(header.has(name) for name in NAMES) or above is None:
        return None
    own = header.kind == "holdings" or BEFORE.fullmatch(above.text) is not None
    near = above.page == head.page and 0 <= head.top - above.bottom < 1.2 * above.size
    first, *others = phrases(above.words, 1.0)
    bold = len(first) > 1 and name_is_bold(above) and not is_section_heading(text_of(first))
    if not (own and near and bold) or len(others) > 1:
        return None
    tickers = [replace(run[0], text=f"({run[0].text})") for run in others if is_bare_ticker(text_of(run))]
    if others and not tickers and PAREN.search(text_of(first)) is None:
        return None
    return replace(above, words=(*first, *tickers))


def day_in(header: Header, line: Line) -> list[Fact]:
    """The day of the statement in a line of two titles whose words are those of heads, `Positions, 10/30/2026`.

    A period in such a line, `Your Assets   March 1, 2026 - March 31, 2026`, tells it also right over a head.
    """
    titles = header.kind == "other" and header.first == header.last
    if len(phrases(line.words, 1.0)) > 2 or not (titles or PERIOD.search(line.text)):
        return []
    found = facts_of([line.text], Where(line.page, None, span(line.words)))
    return [fact for fact in found if isinstance(fact, Fact) and fact.kind == "as_of"]
