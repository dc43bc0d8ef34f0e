"""Rows and sums of text whose columns are lost: which words are the name, which the symbol, which figure is which.

The order of the head says on which side of the name a symbol stands; what stands there without the shape of one
stays in the name, and no symbol is made of it.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.ingest.flowed.heads import FlowedHead
from core.ingest.heads.placing import multiplies, placed
from core.ingest.lexicon.amounts import CURRENCIES, is_blank, read_amount
from core.ingest.lexicon.dates import is_date
from core.ingest.lexicon.identifiers import cusip_ok, is_bare_ticker, is_ticker, option_symbol
from core.ingest.lexicon.vocabulary import DATES
from core.ingest.nouns.events import Cell, Record

APART = re.compile(r"\$\s+|(?<=\w)…(?=[A-Z])")
NO_VALUE = re.compile(r"\bnot (?:applicable|available|provided)\b", re.I)
YEAR = re.compile(r"(?:19|20)\d\d")
BOUGHT = re.compile(r"(?:acquired|purchased|bought):?", re.I)
NOTE = re.compile(r"[*†‡§^]+(?:,?\d{1,2})*|\d{1,2}(?:,\d{1,2})*(?:,?[*†‡])?|[a-z]{1,2}|[SL]T?")
NOTE_NUMBER = re.compile(r"[1-9]\d?(?:,\d{1,2})?")
"""The marks and numbers of notes that stand behind a day."""
SIDES = frozenset({"cash", "margin", "short"})
CUSIP_LENGTH, FEW = 9, 2
IDS = ("symbol", "identifier", "cusip", "isin")
FOOTNOTE = re.compile(
    r"([A-Z]) (?:[Pp]ositions?|[Ss]ecurit(?:y|ies)|[Ss]hares) (?:are |is )?held in (?:a |your )?margin\b"
)
TERMS = frozenset({"ST", "LT", "S/T", "L/T", "Short-Term", "Long-Term"})
"""How long a lot is held, behind its gain."""
BESIDE = re.compile(
    r"\b(?:est(?:imated|\.)?)\s(?:(?:annual|ann\.?)\s)?(?:yield|income|inc\.?)\s*:\s*\$?[\d.,]+%?;?|"
    r"\bdividend yield\s*:\s*[\d.,]+%?",
    re.I,
)
"""What is told beside a name or under it and is no part of it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A line in its parts: words, the figures behind them, days among these, and the currency at the end."""

    words: list[str]
    figures: list[str]
    days: list[str]
    currency: str

    @property
    def amounts(self) -> list[str]:
        """The figures that are amounts of money or units: no shares in percent, no blanks."""
        return [text for text in self.figures if (one := read_amount(text)) is not None and not one.percent]


def parted(text: str, with_days: bool = False) -> Parts:
    """The parts of a line; `with_days`: days may stand among its figures."""
    plain = NO_VALUE.sub("n/a", text)
    words = APART.sub(lambda found: "$" if "$" in found[0] else "… ", plain).split()
    currency = words.pop() if len(words) > 1 and words[-1] in CURRENCIES else ""
    words = [word for at, word in enumerate(words) if not (word in TERMS and _is_figure(words[at - 1] if at else ""))]
    at = len(words)
    while at > 0 and (_is_figure(words[at - 1]) or (with_days and is_date(words[at - 1]))):
        at -= 1
    found = words[at:]
    while with_days and found and is_date(found[0]):
        at, found = at + 1, found[1:]
    days = [word for word in found if with_days and is_date(word) and not _is_figure(word)]
    return Parts(words[:at], [word for word in found if word not in days], days, currency)


def begins_with_day(text: str) -> bool:
    """Whether a line is a row that begins with the word and the day of a purchase, `Acquired 02/11/21 40 120.10`."""
    first, *rest = text.split(maxsplit=2)
    return BOUGHT.fullmatch(first) is not None and len(rest) > 1 and is_date(rest[0])


def of_head(parts: Parts, head: FlowedHead) -> Parts:
    """The parts of a row: the year that ends its name is of the words where the head has no column for it.

    Days right before the figures are of the columns of days that stand there.
    """
    if head.is_nameless and len(parts.words) > 1 and BOUGHT.fullmatch(parts.words[0]):
        parts = replace(parts, words=parts.words[1:])
    if head.is_nameless and parts.words and is_date(parts.words[0]):
        return _behind_day(parts, head)
    if head.units_first and len(parts.words) > 1 and _is_figure(parts.words[0]):
        return replace(parts, words=parts.words[1:], figures=[parts.words[0], *parts.figures])
    for _ in itertools.takewhile(DATES.__contains__, reversed(head.texts)):
        if parts.words and is_date(parts.words[-1]):
            parts = replace(parts, words=parts.words[:-1], days=[parts.words[-1], *parts.days])
    if head.exact and len(parts.figures) > len(head.figures) and YEAR.fullmatch(parts.figures[0]):
        return replace(parts, words=[*parts.words, parts.figures[0]], figures=parts.figures[1:])
    return parts


def _behind_day(parts: Parts, head: FlowedHead) -> Parts:
    """The parts of a row that begins with a day, and may have the marks of notes behind it: `02/11/24 *,3`."""
    day, *rest = parts.words
    figures = list(itertools.dropwhile(lambda text: NOTE.fullmatch(text) and not text.isdigit(), parts.figures))
    noted = len(figures) > 1 and NOTE_NUMBER.fullmatch(figures[0]) is not None and "." in figures[1]
    plain = dict(zip(head.figures, figures, strict=False))
    if noted and multiplies(placed(head.figures, figures[1:])) and not multiplies(plain):
        figures = figures[1:]
    return replace(parts, words=[word for word in rest if not NOTE.fullmatch(word)], figures=figures, days=[day])


def _is_figure(word: str) -> bool:
    return read_amount(word) is not None or is_blank(word.strip("$"))


def cells_of(head: FlowedHead, parts: Parts) -> dict[str, Cell]:
    """The figures of a row as cells, each in the column where the arithmetic of the row holds.

    Of a table for two days a row that lacks a figure tells nothing: both days tie as well.
    """
    roles = head.figures
    figures = parts.figures
    figures = _without_shares(figures, len(roles))
    whole = head.exact and len(figures) == len(roles)
    if head.past and not whole:
        return {}
    found = dict(zip(roles, figures, strict=True)) if whole else placed(roles, figures)
    shares = {role for role, figure in found.items() if role != "price" and _is_percent(figure)}
    cells = {role: Cell(figure) for role, figure in found.items() if role != "other" and role not in shares}
    days = [role for role in head.roles if role in DATES]
    cells.update({role: Cell(day) for role, day in zip(days, parts.days, strict=False)})
    if parts.currency:
        cells["currency"] = Cell(parts.currency)
    return cells


def _without_shares(figures: Sequence[str], most: int) -> list[str]:
    """The figures of a row that has more of them than columns: the first shares in percent have none."""
    spare = len(figures) - most
    shares = [at for at, figure in enumerate(figures) if _is_percent(figure)][: max(spare, 0)]
    return [figure for at, figure in enumerate(figures) if at not in shares]


def _is_percent(figure: str) -> bool:
    amount = read_amount(figure)
    return amount is not None and amount.percent


def name_cells(head: FlowedHead, words: Sequence[str]) -> dict[str, Cell]:
    """The words of a row as its name and its symbol, on the side of the name where the head has it."""
    kept = BESIDE.sub(" ", " ".join(words)).split()
    texts = head.texts
    own = next((at for at, role in enumerate(texts) if role in IDS), None)
    name = next((at for at, role in enumerate(texts) if role == "description"), None)
    if own is None or not kept:
        return _named(kept)
    if own == 0:
        first = kept[0] if is_ticker(kept[0]) or cusip_ok(kept[0]) else None
        sided = texts[-1] == "type" and len(kept) > FEW and _is_side(kept[-1], "type")
        kept = kept[:-1] if first and sided else kept
        return _named(kept[1:], texts[0], first) if first else _named(kept)
    if name is not None and own < name:
        return _behind_kind(texts[own], kept)
    side = own + 1 < len(texts) and _is_side(kept[-1], texts[own + 1])
    rest = kept[:-1] if side else kept
    if rest and _is_id(rest[-1]):
        role = texts[own] if texts[own] != "cusip" or len(rest[-1]) == CUSIP_LENGTH else "identifier"
        return _named(rest[:-1], role, rest[-1])
    return _named(kept)


def _is_side(word: str, role: str) -> bool:
    """Whether a word is the side of the account that holds a row, `Cash` or by its letter `M`."""
    return word.lower() in SIDES or (role == "type" and len(word) == 1 and word.isupper())


def _behind_kind(role: str, words: Sequence[str]) -> dict[str, Cell]:
    """The symbol between the kind, `Money Fund`, and the name of a security."""
    for at, word in enumerate(words):
        if at and _is_id(word) and any(map(str.islower, "".join(words[:at]))):
            return {"type": Cell(" ".join(words[:at])), **_named(words[at + 1 :], role, word)}
    return _named(words)


def _is_id(word: str) -> bool:
    """Whether a word has the shape of what a column of symbols holds."""
    numbered = len(word) == 9 and word.isupper() and word[-1].isdigit() and sum(map(str.isdigit, word)) >= 4
    return is_bare_ticker(word) or cusip_ok(word) or numbered or option_symbol(word) is not None


def _named(words: Iterable[str], role: str = "", symbol: str | None = None) -> dict[str, Cell]:
    text = " ".join(words)
    cells = {"description": Cell(text)} if text else {}
    return {role: Cell(symbol), **cells} if symbol else cells


def without_marks(lines: Sequence[str]) -> list[str]:
    """Lines without the letter of a footnote before their names, `M Position held in margin account.`"""
    letters = {found[1] for line in lines if (found := FOOTNOTE.match(line))}
    marked = [line[:1] in letters and line[1:2] == " " and not FOOTNOTE.match(line) for line in lines]
    return [line[2:] if mark else line for line, mark in zip(lines, marked, strict=True)]


def settle_symbols(rows: Sequence[tuple[FlowedHead, Record]]) -> None:
    """Symbols that were the last words of names in capitals, all or none: such a word may belong to the name.

    Rows of one head tell together: where one of them has no symbol at its end, those of the others are none either,
    unless small letters stand before them.
    """
    for head in {id(head): head for head, _ in rows}.values():
        own = [record for of, record in rows if of == head]
        if not head.texts or head.texts[0] in IDS or not set(IDS) & set(head.texts):
            continue
        bare = any(not set(IDS) & set(record.cells) for record in own)
        for record in own if bare else ():
            _put_back(record)


def _put_back(record: Record) -> None:
    """The symbol of a row in capitals goes back to the end of its name."""
    role = next((one for one in IDS if one in record.cells), None)
    name = record.cells.get("description")
    if role is None or name is None or not name.text.isupper() or "type" in record.cells:
        return
    record.cells["description"] = Cell(f"{name.text} {record.cells.pop(role).text}")
