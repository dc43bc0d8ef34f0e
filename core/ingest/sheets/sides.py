"""Table files of trades that call what was done no more than a side: the words of the rows tell, `BUY` and `SELL`.

A side of holdings is long or short.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.vocabulary import plain_label, role_of
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles

Rows = Sequence[Sequence[str]]
LEAST, MOST_ROWS = 4, 500
SIDE = re.compile(
    r"(?:(?:trade|order|transaction|deal) )?(?:side|direction|type|action)|transaction|trade|activity|b s"
)
BOUGHT = re.compile(
    r"(?:(?:you |market |limit |stop )*(?:buy|bought|bot|sell|sold|sld)|purchased?|sale|"
    r"sell short|short sell|short sale|"
    r"(?:buy|sell)(?:ing)? to (?:open|close|cover)|b|s|bto|sto|btc|stc)",
    re.I,
)
HEAD = "Buy/Sell"


def with_sides_of_trades(rows: Rows, comma: bool) -> Rows:
    """The rows with a plain head on a column in which each row of units says whether they were bought or sold."""
    done = list(rows)
    for at, row in enumerate(rows):
        labels = [clean(cell) for cell in row]
        sides = [place for place, label in enumerate(labels) if label and SIDE.fullmatch(plain_label(label))]
        if not sides or sum(map(bool, labels)) < LEAST:
            continue
        roles = settled_roles(labels)
        if "quantity" not in roles or "sold" in roles or "deal" in map(role_of, labels):
            continue
        below = rows[at + 1 : at + 1 + MOST_ROWS]
        if (place := _of_side(below, sides, roles.index("quantity"), comma)) is not None:
            done[at] = [HEAD if one == place else cell for one, cell in enumerate(row)]
    return done


def _of_side(rows: Rows, sides: Sequence[int], units: int, comma: bool) -> int | None:
    """The place of the column in which every row with units says its side; None where none is such."""
    counted = [row for row in rows if len(row) > units and read_amount(clean(row[units]), comma) is not None]
    for place in sides if counted else ():
        texts = [clean(row[place]) if place < len(row) else "" for row in counted]
        if all(BOUGHT.fullmatch(text) for text in texts):
            return place
    return None
