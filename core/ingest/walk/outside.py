"""Lines outside the tables: facts about the account, its holder, headings of what comes below."""

from collections.abc import Sequence
from dataclasses import replace

from core.ingest.accounts.draft import same_account
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.lines.facts import facts_of
from core.ingest.lines.open_table import Open
from core.ingest.lines.spoken import (
    facts_under,
    issuer,
    name_of_account,
    number_under,
    summed_above,
    summed_account,
    wrapped_title,
)
from core.ingest.lines.standing import has_sum, is_share
from core.ingest.lines.stock_above import names_stock
from core.ingest.nouns.events import Event, Fact, Where
from core.ingest.nouns.words import Line, phrases, span
from core.ingest.owners.owners import Around, is_numbered, owners
from core.ingest.owners.titles_of_houses import titled_with_house
from core.ingest.walk.held_away import takes_held_away
from core.ingest.walk.outlined_accounts import key_of


def take_outside(state: Open, line: Line, furniture: bool = False) -> None:
    """The facts, the holder and the heading that a line tells; `furniture`: every page repeats it."""
    if takes_held_away(state, line):
        return
    pieces = [" ".join(word.text for word in run) for run in phrases(line.words, 1.0)]
    where = Where(line.page, None, span(line.words))
    summed = summed_account(line, state.summary) if state.summary is not None else None
    if summed is not None:
        state.events.append(summed)
        state.numbers.add(summed.text)
    if summed is not None and state.summary is not None and (name := name_of_account(line, state.summary)):
        state.listed[key_of(name)] = summed.text
    state.issuer.update(issuer(line))
    state.named = line if names_stock(line) else state.named
    found = facts_of(pieces, where)
    if summed is not None:
        state.events.extend(_listed(fact) for fact in found if isinstance(fact, Fact) and fact.kind == "registration")
        found = [fact for fact in found if not (isinstance(fact, Fact) and fact.kind == "registration")]
    over = (state.last_line, _side_by_side(state))
    if number := number_under(line, over[0]) or number_under(line, over[1]):
        found.append(Fact("account", number, where))
    elif title := wrapped_title(line, state.last_line):
        found += [Fact("account", title.split()[-1], where), *titled_with_house([title], where)]
    for above in over:
        told_here = {fact.kind for fact in found if isinstance(fact, Fact)}
        found += [fact for fact in facts_under(line, above) if fact.kind not in told_here]
    _turn_to(state, next((fact.text for fact in found if isinstance(fact, Fact) and fact.kind == "account"), None))
    if "account" in {fact.kind for fact in found if isinstance(fact, Fact)} or is_numbered(line):
        state.numbered = line
    around = Around(state.last_line, state.letterhead, state.numbered, state.over, state.before)
    again = summed_above(line, state.last_line, state.summary)
    state.events.extend([again] if again is not None else [])
    told = [*found, *owners(line, around, state.summary)]
    state.events.extend(told if summed is None else _of_list(told))
    if furniture or len(pieces) > 2 or not is_section_heading(line.text) or has_sum(pieces):
        return
    if is_share(line) and state.last_line is not None and is_share(state.last_line):
        state.unsaid(state.last_line)
    else:
        state.heading(line)


def _turn_to(state: Open, number: str | None) -> None:
    """The account of that number is spoken of from here on: what stands over another one's rows is none of its own."""
    if number is not None and not same_account(state.account, number):
        state.sections.clear()
    state.account = number if number is not None else state.account


def _side_by_side(state: Open) -> Line | None:
    """The line before the last, where both stand side by side at the head of a page in letters of two sizes."""
    before, last = state.before, state.last_line
    beside = before is not None and last is not None and before.page == last.page and before.bottom > last.top
    return before if beside else None


def _of_list(events: Sequence[Event]) -> list[Event]:
    """What a row of the list of all accounts tells, its owner and kind as that account's, where it does not open it."""
    if any(isinstance(event, Fact) and event.kind == "account" for event in events):
        return list(events)
    return [_listed(event) if isinstance(event, Fact) else event for event in events]


def _listed(fact: Fact) -> Fact:
    """An owner or a kind as that of the account on its row of the list; any other fact as it is."""
    if fact.kind == "owner":
        return replace(fact, kind="listed_owner")
    return replace(fact, kind="listed_kind") if fact.kind == "registration" else fact
