"""Holdings told in labels and values, without a table: cards of funds, the capital account of one private fund.

Asked after the general reader, and only for pages on which that found no position.
"""

import itertools
from collections.abc import Sequence

from core.ingest.lexicon.pairs import Pair, pairs_of, place_of
from core.ingest.lexicon.vocabulary import known_role, role_of
from core.ingest.lines.facts import facts_of
from core.ingest.nouns.events import Cell, Event, Fact, Record
from core.ingest.nouns.words import Line, Word, phrases, span, text_of
from core.ingest.untabled.capital_account import capital_account
from core.ingest.untabled.in_sentences import in_sentences
from core.ingest.untabled.listed import listed

IDENTIFIERS = ("cusip", "isin", "symbol")
CARD_ROLES = frozenset({"quantity", "price", "value", "cost", "gain", "accrued", *IDENTIFIERS})


def labelled_events(pages: Sequence[Sequence[Line]]) -> list[Event]:
    """Facts of the pages and the holdings told in labels; empty where there are none.

    What a capital account adds up to is its total only where no other is printed.
    """
    records: list[Event] = []
    for lines in pages:
        told = in_sentences(lines) or _cards(lines) or _blocks(lines) or listed(lines)
        records += [*told, *capital_account(lines)]
    if not records:
        return []
    facts = [
        event
        for lines in pages
        for line in lines
        for event in facts_of([text_of(run) for run in phrases(line.words, 1.0)], place_of(line))
    ]
    if any(isinstance(event, Fact) and event.kind == "total" for event in facts):
        records = [event for event in records if not isinstance(event, Fact)]
    return [*facts, *records]


def _cards(lines: Sequence[Line]) -> list[Record]:
    """Blocks of one name over labels that stand under one another at its left edge: units, price, value."""
    found: list[tuple[float, Record]] = []
    names: list[Sequence[Word]] = []
    for line in lines:
        pairs = pairs_of(line)
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
                own = Record("holdings", {"description": Cell(text_of(name), span(name))}, place_of(line))
                found.append((left, own))
            if own is not None:
                own.cells.setdefault(role, pair.amounts[0])
    return [record for _, record in found if {"quantity", "price", "value"} <= set(record.cells)]


def _blocks(lines: Sequence[Line]) -> list[Record]:
    """Bold names, each over lines of labels with their values, two or more to a line: `Par $190,000.00 | Price 101`."""
    found: list[Record] = []
    for line in lines:
        pairs = [*pairs_of(line), *_identifiers(line)]
        if line.bold and not pairs:
            found.append(Record("holdings", {"description": Cell(line.text, span(line.words))}, place_of(line)))
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
