"""Rows of a table file before they are read: with heads where they lack them, without what is not held."""

from collections.abc import Sequence

from core.ingest.nouns.events import Trouble
from core.ingest.sheets.alike import with_one_of_alike
from core.ingest.sheets.bare_accounts import with_named_accounts
from core.ingest.sheets.blank_heads import with_told_heads
from core.ingest.sheets.cash_columns import with_cash_columns
from core.ingest.sheets.cash_of_accounts import with_cash_of_accounts
from core.ingest.sheets.cut_cells import with_cells_joined
from core.ingest.sheets.label_rows import with_labels_beside
from core.ingest.sheets.linked import without_linked
from core.ingest.sheets.members import with_names_of_accounts, with_one_number
from core.ingest.sheets.names_above import with_names_beside
from core.ingest.sheets.names_in_two import with_names_joined
from core.ingest.sheets.not_done import without_not_done
from core.ingest.sheets.other_tables import with_other_tables_apart
from core.ingest.sheets.paid_prices import with_paid_prices
from core.ingest.sheets.sides import with_sides_of_trades
from core.ingest.sheets.storeys import with_whole_heads
from core.ingest.sheets.sub_accounts import with_types_apart
from core.ingest.sheets.trade_and_settle import as_of_trade
from core.ingest.sheets.two_periods import with_later_period
from core.ingest.sheets.whole_funds import with_whole_funds

Rows = Sequence[Sequence[str]]


def prepared(rows: Rows, comma: bool) -> tuple[Rows, list[Trouble]]:
    """The rows as they are read, with their numbers, and what is not told of their columns."""
    rows, linked = without_linked(with_cells_joined(rows, comma), comma)
    rows = without_not_done(with_sides_of_trades(with_whole_heads(rows), comma))
    rows = with_whole_funds(with_labels_beside(with_names_joined(rows), comma), comma)
    rows, settled = as_of_trade(rows, comma)
    rows, troubles = with_later_period(with_told_heads(with_types_apart(rows, comma)))
    rows, others = with_other_tables_apart(with_cash_of_accounts(with_named_accounts(rows), comma), comma)
    rows = with_cash_columns(with_paid_prices(with_one_of_alike(rows, comma), comma), comma)
    return with_names_beside(with_names_of_accounts(with_one_number(rows)), comma), [
        *linked,
        *settled,
        *troubles,
        *others,
    ]
