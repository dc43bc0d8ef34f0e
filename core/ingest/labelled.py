"""Holdings told in labels and values, without a table: cards of funds, the capital account of one private fund.

Asked after the general reader, and only for pages on which that found no position.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.ingest.amounts import read_amount
from core.ingest.dates import read_as_of, read_date
from core.ingest.events import Cell, Event, Record, Where
from core.ingest.facts import facts_of
from core.ingest.in_sentences import in_sentences
from core.ingest.listed import listed
from core.ingest.lock_ups import LOCK
from core.ingest.transposed import transposed
from core.ingest.vocabulary import known_role, role_of
from core.ingest.words import Line, Word, phrases, span, text_of

IDENTIFIERS = ("cusip", "isin", "symbol")
CARD_ROLES = frozenset({"quantity", "price", "value", "cost", "gain", "accrued", *IDENTIFIERS})
PRIVATE = ("commitment", "called", "unfunded")
ENDING = re.compile(
    r"(?:ending|closing|current)\b.*\b(?:capital|net asset value)|(?:partners?'? )?capital account (?:balance|value)|"
    r"net asset value\b|\bnav\b",
    re.I,
)
FUND_LABEL = re.compile(r"(?:fund|partnership|investment|company)(?: name)?\s*:\s*(\S.{3,80})$", re.I)
NO_NAME = re.compile(r"\bstatement\b|capital account|report\b|:|\bquarter\b|\bperiod\b|\d[/-]\d|, \d{4}", re.I)


@dataclass(frozen=True, slots=True)
class Pair:
    """A label, and the amounts that stand right of it before the next label."""

    label: str
    words: Sequence[Word]
    amounts: tuple[Cell, ...]


def labelled_events(pages: Sequence[Sequence[Line]]) -> list[Event]:
    """Facts of the pages and the holdings told in labels; empty where there are none."""
    records: list[Event] = []
    for lines in pages:
        told = transposed(lines) or in_sentences(lines) or _cards(lines) or _blocks(lines) or listed(lines)
        records += [*told, *_capital_account(lines)]
    if not records:
        return []
    facts = [
        event
        for lines in pages
        for line in lines
        for event in facts_of([text_of(run) for run in phrases(line.words, 1.0)], _where(line))
    ]
    return [*facts, *records]


def _cards(lines: Sequence[Line]) -> list[Record]:
    """Blocks of one name over labels that stand under one another at its left edge: units, price, value."""
    found: list[tuple[float, Record]] = []
    names: list[Sequence[Word]] = []
    for line in lines:
        pairs = _pairs(line)
        labels = {pair.words[0].x0 for pair in pairs}
        names.extend(run for run in phrases(line.words, 1.0) if run[0].x0 not in labels)
        for pair in pairs:
            role = role_of(pair.label)
            if role not in ("quantity", "price", "value", "cost", "gain") or len(pair.amounts) != 1:
                continue
            left = pair.words[0].x0
            own = next((record for x0, record in reversed(found) if abs(x0 - left) < 3), None)
            name = next((run for run in reversed(names) if abs(run[0].x0 - left) < 3), None)
            if name is not None and (own is None or own.cells["description"].box != span(name)):
                own = Record("holdings", {"description": Cell(text_of(name), span(name))}, _where(line))
                found.append((left, own))
            if own is not None:
                own.cells.setdefault(role, pair.amounts[0])
    return [record for _, record in found if {"quantity", "price", "value"} <= set(record.cells)]


def _blocks(lines: Sequence[Line]) -> list[Record]:
    """Bold names, each over lines of labels with their values, two or more to a line: `Par $190,000.00 | Price 101`."""
    found: list[Record] = []
    for line in lines:
        pairs = [*_pairs(line), *_identifiers(line)]
        if line.bold and not pairs:
            found.append(Record("holdings", {"description": Cell(line.text, span(line.words))}, _where(line)))
        for pair in pairs if found else ():
            role = role_of(pair.label)
            if role in CARD_ROLES and len(pair.amounts) == 1:
                found[-1].cells.setdefault(role or "", pair.amounts[0])
    return [record for record in found if {"quantity", "price", "value"} <= set(record.cells)]


def _identifiers(line: Line) -> list[Pair]:
    """Labels of identifiers with what stands right of them: `CUSIP 907483D81`."""
    runs = phrases(line.words, 1.0)
    pairs = itertools.pairwise(runs)
    beside = [(label, value) for label, value in pairs if known_role(text_of(label)) in IDENTIFIERS]
    named = [run for run in runs if len(run) == 2 and known_role(run[0].text) in IDENTIFIERS]
    inside = [(run[:1], run[1:]) for run in named]
    return [Pair(text_of(label), label, (Cell(text_of(value), span(value)),)) for label, value in [*beside, *inside]]


def _capital_account(lines: Sequence[Line]) -> list[Record]:
    """The one private fund of a page: its ending capital, and what was committed, called and is still unfunded."""
    cells: dict[str, Cell] = {}
    for line in lines:
        for pair in _pairs(line):
            role = known_role(pair.label)
            if role in PRIVATE and len(pair.amounts) == 1:
                cells.setdefault(role, pair.amounts[0])
            elif ENDING.match(pair.label):
                cells["value"] = pair.amounts[0]
        if read_as_of(line.text):
            cells.setdefault("nav_date", Cell(line.text, span(line.words)))
        if LOCK.search(line.text) and read_date(line.text):
            cells.setdefault("lock_until", Cell(line.text, span(line.words)))
    name = _fund_name(lines)
    if name is None or "value" not in cells or not set(PRIVATE) & set(cells):
        return []
    return [Record("holdings", {"description": Cell(name.text, span(name.words)), **cells}, _where(name))]


def _fund_name(lines: Sequence[Line]) -> Line | None:
    """The line that names the fund: labelled, else the largest type on the page that is no title of a form."""
    labelled = next((line for line in lines if FUND_LABEL.match(line.text)), None)
    if labelled is not None:
        start = next(place for place, word in enumerate(labelled.words) if word.text.endswith(":")) + 1
        return Line(labelled.page, labelled.words[start:])
    named = [line for line in lines if not NO_NAME.search(line.text) and not _pairs(line)]
    return max(named, key=lambda line: line.size, default=None)


def _pairs(line: Line) -> list[Pair]:
    """The labels of a line, each with the amounts that follow it."""
    pairs: list[Pair] = []
    for run in phrases(line.words, 1.0):
        text = text_of(run)
        amount = read_amount(text)
        if amount is None:
            pairs.append(Pair(text, run, ()))
        elif pairs and not amount.percent:
            last = pairs.pop()
            pairs.append(Pair(last.label, last.words, (*last.amounts, Cell(text, span(run)))))
    return [pair for pair in pairs if pair.amounts]


def _where(line: Line) -> Where:
    return Where(line.page, None, span(line.words))
