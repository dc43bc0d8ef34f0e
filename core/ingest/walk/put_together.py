"""The events of all pages put together: owners to accounts, symbols to names, and lots to their positions."""

from collections.abc import Sequence

from core.ingest.lexicon.leading_symbols import leading_symbols
from core.ingest.lexicon.mastheads import without_mastheads
from core.ingest.lots.costs_on_lines import with_costs_on_lines
from core.ingest.lots.lots_elsewhere import lots_elsewhere
from core.ingest.lots.many_days import of_many_days
from core.ingest.lots.stray_lots import told_strays
from core.ingest.nouns.events import Event
from core.ingest.nouns.words import Line
from core.ingest.owners.address_blocks import with_addressees
from core.ingest.owners.owners_titles import with_titles
from core.ingest.owners.page_owners import with_page_owners
from core.ingest.owners.parties import parties_on
from core.ingest.owners.parts import with_owners_of_parts
from core.ingest.owners.trusts_over_trustees import with_trusts_over_trustees
from core.ingest.rows.contracts_over_lines import contracts_over_lines
from core.ingest.rows.named_alike import name_alike
from core.ingest.rows.names_of_next import names_of_next
from core.ingest.rows.symbol_and_name import symbol_and_name
from core.ingest.rows.symbol_over_name import symbol_over_name
from core.ingest.rows.symbols_below import symbols_below


def put_together(seen: Sequence[Event], pages: Sequence[Sequence[Line]]) -> list[Event]:
    """What was seen on the pages, line by line, with what only all of them together tell."""
    told = of_many_days(without_mastheads(seen, pages))
    told = with_titles(with_addressees(told, pages), pages)
    told = with_page_owners(with_trusts_over_trustees(told), pages)
    events = lots_elsewhere([*parties_on(pages), *with_owners_of_parts(told, pages)], pages)
    contracts_over_lines(events)
    names_of_next(events)
    symbol_over_name(events)
    symbols_below(events)
    symbol_and_name(events)
    leading_symbols(events)
    name_alike(events)
    return told_strays(with_costs_on_lines(lots_elsewhere(events, pages), pages))
