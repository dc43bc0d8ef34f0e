"""Holdings that lines of their own tell, in their place among what else a page says; and the sums below them."""

from dataclasses import replace

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.sections import section_key, total_name
from core.ingest.lines.facts import total_rank
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Cell, Record, Total, Trouble, Where
from core.ingest.nouns.words import Line, phrases, span, text_of
from core.ingest.rows.lot_sentences import are_untold_lots, told_lots
from core.ingest.walk.taking import take_told


def takes_block(state: Open, line: Line) -> bool:
    """Takes the holdings of which this is the first line; False where it is of none."""
    events = state.told.get(line)
    if events is None:
        return False
    if state.header is not None or state.block_of is None:
        state.end()
        state.ended = state.closed = state.block = None
        state.tables += 1
    for event in events:
        if isinstance(event, Record):
            event.table = state.tables
            state.record = event if event.kind == "holdings" else state.record
    state.drop_waiting()
    state.events.extend(replace(one, table=state.tables) if isinstance(one, Total) else one for one in events)
    state.block_of = line
    return True


def takes_lots_of_block(state: Open, line: Line) -> bool:
    """Takes lots in words below such a holding; False where the line tells none. Those not understood are told."""
    if state.block_of is None or state.header is not None or state.record is None:
        return False
    if lots := told_lots(line.text):
        take_told(state, lots, line)
        return True
    if not are_untold_lots(line.text, in_words=True):
        return False
    where = Where(line.page, None, span(line.words))
    state.events.append(Trouble(f"a lot is told and not read: {line.text[:80]}", where, unread=True))
    return True


def takes_sum_of_blocks(state: Open, line: Line) -> bool:
    """Takes a sum of a section below such holdings, which no table is open for; False where the line is none."""
    if state.block_of is None or state.header is not None:
        return False
    *label, last = phrases(line.words, 1.0)
    amount = read_amount(text_of(last))
    name = total_name(" ".join(map(text_of, label))) if len(label) == 1 else None
    if name is None or (section_key(name) not in state.sections if name else state.last_line != state.block_of):
        return False
    if amount is None or amount.percent or total_rank(text_of(label[0])):
        return False
    where = Where(line.page, None, span(line.words))
    state.block_of = line
    state.events.append(Total(name, {"value": Cell(text_of(last), span(last))}, where, line.text, state.tables))
    return True
