"""Columns of table files whose heads say nothing, and whose cells say what they hold: tickers, or titles of accounts.

A program leaves the column of its keys without a head, `,price,quantity` over `XYZ,10.00,5`; a person writes any head
over accounts, `Where it lies` over `Roth IRA ...4471`.
"""

from collections.abc import Sequence

from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.identifiers import is_bare_ticker, is_ticker
from core.ingest.lexicon.registrations import PLANS, registration_of
from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.vocabulary import NAMES, plain_label, role_of
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles
from core.ingest.sheets.titles import MOST_WORDS, OF_KIND, number_of_title

Rows = Sequence[Sequence[str]]
LEAST_HEADS = 3
MOST_HEAD_ROWS = 40
OF_ACCOUNTS = frozenset({"account", "account_name", "holder", "owner", "registration"})
OF_PLACES = ("held", "held in", "location")
"""Heads of columns that are read by none, and that may tell accounts."""


def with_told_heads(rows: Rows) -> Rows:
    """The rows with `Symbol` over a first column of tickers, `Description` over one of names and `Account` over one of
    titles; others as they stand.
    """
    return _on_accounts(_on_names(_on_keys(rows)))


def _on_keys(rows: Rows) -> Rows:
    """The rows with a head on a first column that has none, where every row begins with a ticker or name of its own.

    `IRA` and `ROTH` may be tickers, and tell accounts.
    """
    at = next((at for at, row in enumerate(rows) if any(map(clean, row))), None)
    known = _heads_behind_none(rows[at]) if at is not None else set()
    if at is None or not known:
        return rows
    keys = [clean(row[0]) for row in rows[at + 1 :] if any(map(clean, row))]
    keys = [key for key in keys if total_name(key) is None]
    if not keys or len({*keys}) < len(keys) or any(map(registration_of, keys)):
        return rows
    if "symbol" not in known:
        return _with_head(rows, at, 0, "Symbol") if all(map(is_ticker, keys)) else rows
    named = "description" not in known and all(len(key.split()) > 1 and key[0].isalpha() for key in keys)
    return _with_head(rows, at, 0, "Description") if named else rows


def _on_names(rows: Rows) -> Rows:
    """The rows with heads on first columns that have none: on one of names, on two of tickers and of names."""
    for at, row in enumerate(rows[:MOST_HEAD_ROWS]):
        labels = [clean(cell) for cell in row]
        roles = settled_roles(labels) if sum(map(bool, labels)) >= LEAST_HEADS else []
        if not {"quantity", "value"} <= set(roles) or set(NAMES) & set(roles) or labels[0]:
            continue
        full = [row for row in rows[at + 1 :] if len(row) > 1 and sum(map(bool, row)) > LEAST_HEADS]
        if labels[1]:
            return _with_head(rows, at, 0, "Description") if _are_names([clean(row[0]) for row in full]) else rows
        tickers = [place for place in (0, 1) if _are_tickers([clean(row[place]) for row in full])]
        if len(tickers) == 1:
            named = _with_head(rows, at, tickers[0], "Symbol")
            return _with_head(named, at, 1 - tickers[0], "Description")
    return rows


def _are_names(cells: Sequence[str]) -> bool:
    """Whether a column holds names of securities, each of its own and of several words."""
    return bool(cells) and len({*cells}) == len(cells) and all(len(cell.split()) > 1 for cell in cells)


def _are_tickers(cells: Sequence[str]) -> bool:
    """Whether a column holds tickers, and may lack one."""
    return any(cells) and all(is_bare_ticker(cell) for cell in cells if cell)


def _heads_behind_none(row: Sequence[str]) -> set[str]:
    """What the heads of a row mean that has none in front; nothing where it is no such row."""
    labels = [clean(cell) for cell in row]
    known = [role for role in (role_of(label) for label in labels if label) if role is not None]
    return {*known} if labels and not labels[0] and len(known) >= LEAST_HEADS else set()


def _on_accounts(rows: Rows) -> Rows:
    """The rows with a head on the one column of titles of accounts, where no head of holdings tells accounts."""
    for at, row in enumerate(rows[:MOST_HEAD_ROWS]):
        labels = [clean(cell) for cell in row]
        roles = settled_roles(labels) if sum(map(bool, labels)) > LEAST_HEADS else []
        if kind_of_table(roles) != "holdings":
            continue
        told = bool(OF_ACCOUNTS & set(roles))
        strange = [] if told else [place for place, role in enumerate(roles) if _is_strange(role, labels[place])]
        named = [place for place in strange if _are_titles(rows[at + 1 :], place)]
        return _with_head(rows, at, named[0], "Account") if len(named) == 1 else rows
    return rows


def _is_strange(role: str | None, label: str) -> bool:
    """Whether nothing is known of what a head holds, or it may well be accounts."""
    return role is None or plain_label(label) in OF_PLACES


def _are_titles(rows: Rows, place: int) -> bool:
    """Whether all cells of a column that say anything tell accounts."""
    held = {text for row in rows if len(row) > place and (text := clean(row[place])) and total_name(text) is None}
    return bool(held) and all(map(_is_title, held))


def _is_title(text: str) -> bool:
    """Whether a cell is words with the number of an account behind them, or names nothing but its kind."""
    if (told := number_of_title(text)) is not None:
        return bool(told[1])
    plain = len(text.split()) <= MOST_WORDS and not any(map(str.isdigit, PLANS.sub("", text)))
    return plain and (registration_of(text) is not None or OF_KIND.fullmatch(text) is not None)


def _with_head(rows: Rows, at: int, place: int, label: str) -> Rows:
    head = [*rows[at]]
    head[place] = label
    return [*rows[:at], head, *rows[at + 1 :]]
