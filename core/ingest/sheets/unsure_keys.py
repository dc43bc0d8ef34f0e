"""First columns of table files that have no head, and of which nothing tells whether they hold symbols or accounts.

`JANE` and `JOHN` over whose rows they are have the shape of tickers. That they are symbols is evident where one of
them is a known one, or is written as no word is; that such a column is of accounts never is. What is not evident keeps
the account from being proven.
"""

import re
from collections.abc import Sequence

from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.identifiers import is_ticker
from core.ingest.lexicon.people import may_be_person
from core.ingest.lexicon.sections import kind_of_section, total_name
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.nouns.events import Trouble, Where
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles
from core.market.securities import known

Rows = Sequence[Sequence[str]]
MOST_HEAD_ROWS = 40
LEAST_HEADS = 3
TOLD = frozenset({"account", "account_name", "owner", "holder", "registration", "institution"})
ONSET = r"(?:[BCDFGHJKLMNPRSTVWXYZ]|[BCFGPS]L|[BCDFGPTW]R|[CGPSTW]H|S[CKMNPTW]|QU|KN|TW|DW|CHR|SCH|S[CPT]R|THR|SHR)?"
SPOKEN = re.compile(rf"{ONSET}(?:[AEIOUY]{{1,2}}[BCDFGHJKLMNPQRSTVWXZ]{{0,2}})+[ES]?")
"""A word as English writes them, one that may be a name: no `VTI`, no `BND`, no `QZAB`."""
SHORTEST = 3
SHOWN = 3


def unsure_keys(rows: Rows) -> list[Trouble]:
    """A warning where the first table of holdings has such a column, and no other tells the accounts."""
    for at, row in enumerate(rows[:MOST_HEAD_ROWS]):
        labels = [clean(cell) for cell in row]
        roles = settled_roles(labels) if sum(role_of(label) is not None for label in labels if label) > 2 else []
        headless = bool(labels) and not labels[0]
        if headless and (kind_of_table(roles) == "holdings" or _are_of_holdings(roles)):
            return [] if TOLD & set(roles) else _of_keys(_entries(rows[at + 1 :]), roles, Where(None, at + 1))
    return []


def _are_of_holdings(roles: Sequence[str | None]) -> bool:
    """Whether heads are those of holdings that lack only a name."""
    return {"quantity", "value"} <= set(roles) and "date" not in roles


def _entries(rows: Rows) -> list[str]:
    """What the first column says in rows of figures."""
    full = [row for row in rows if sum(map(bool, map(clean, row))) >= LEAST_HEADS]
    return [text for row in full if (text := clean(row[0])) and total_name(text) is None]


def _of_keys(entries: Sequence[str], roles: Sequence[str | None], where: Where) -> list[Trouble]:
    kinds = {*entries}
    named = "description" in roles or "symbol" in roles
    each = len(kinds) == len(entries)
    if each and "symbol" not in roles and all(map(is_ticker, kinds)):
        unsure = bool(kinds) and not any(map(_is_symbol, kinds))
    elif each and "description" not in roles:
        few = len(kinds) < SHOWN and all(map(is_ticker, kinds))
        unsure = bool(kinds) and (few or all(map(may_be_person, kinds)))
    else:
        unsure = named and len(kinds) > 1 and all(map(_may_be_account, kinds))
    if not unsure:
        return []
    some = ", ".join(dict.fromkeys(entries[: 4 * SHOWN]))
    return [Trouble(f"the first column has no head, and may tell whose the rows are: {some}", where, unread=True)]


def _is_symbol(key: str) -> bool:
    """Whether a key is a known symbol, or no word."""
    return key in known() or len(key) < SHORTEST or SPOKEN.fullmatch(key) is None


def _may_be_account(text: str) -> bool:
    """Whether an entry may be a name for an account: words, and no class of securities."""
    return text[0].isalpha() and not any(map(str.isdigit, text)) and kind_of_section(text) is None
