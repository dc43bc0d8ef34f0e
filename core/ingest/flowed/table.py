"""The table that text without columns is in, line by line: its head, its rows, words that wait for figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from core.ingest.flowed.heads import NAMED, FlowedHead
from core.ingest.flowed.labels import is_known, pieces_of
from core.ingest.flowed.rows import BESIDE, parted
from core.ingest.lexicon.factors import only_tells_face
from core.ingest.lexicon.identifiers import CLASS, cusip_ok, is_bare_ticker, labelled, option_symbol
from core.ingest.lexicon.identifiers import LABELLED as WITH_LABEL
from core.ingest.lexicon.institutions import is_institution
from core.ingest.lexicon.sections import kind_of_section
from core.ingest.nouns.events import Cell, Record

IN_BRACKETS = re.compile(
    rf"\(([A-Z]{{1,5}}(?:{CLASS}|\s[A-Z])?|[A-Z]{{1,6}}\d{{6}}[CP]\d{{1,8}})\)(?: [\d.]+(?: ?%)?)?(?: SHT)?"
)
"""A symbol alone under its row, perhaps with the yield from the lower of two lines of figures: `(QZAB) 0.700`."""
ENDS_IN_SYMBOL = re.compile(rf"(?P<name>[^\d()]{{2,60}}) \((?P<symbol>[A-Z]{{1,5}}(?:{CLASS})?)\) \d{{1,2}}\.\d+ ?%?")
"""The end of a name with its symbol, and behind it the yield from the lower of two lines of figures."""
LABELLED = re.compile(rf"(?:[Ss]ymbol|SYMBOL|[Tt]icker|TICKER):\s*([A-Z]{{1,6}}(?:{CLASS}|\s[A-Z])?)")
OF_PAGE = re.compile(r"\b(?:summary|activity|transactions?|details?|statement|account|page)\b", re.I)
SHARE = re.compile(r":?\s[\d.]+ ?%$")
"""What share of all a holding is, behind its name: `Index Fund: 70%`."""
MOVES = frozenset({"date", "activity", "amount", "acquired"})
LONG = 12
FEW = 3


@dataclass(slots=True)
class Table:
    """The table that a text is in: its head, the rows read since its last sum, and lines of words without figures.

    `moves`: it lists transactions, whose sums say nothing of holdings. `cash`: it lists balances of cash. `held` are
    all rows of the account, `read` those of the file with their heads, `last` is the row that words may go on with.
    `summed`: a sum has closed its rows. `over`: names stand over their figures. `mixed`: headings have small letters.
    `below` is the head of lots that stand under each row, `upper` the line of labels over the head; `accrues`: second
    lines tell what has accrued. `lots` are the rows with a day of the last security; what they add up to stands for
    them in `rows` and `held`.
    `headings` are those of the account, `outside` are lines outside tables, `unnamed` is a sum whose name may follow,
    `money` the account's cash so far. `closing`: balances of two days are printed, the later one behind.
    """

    head: FlowedHead | None = None
    below: FlowedHead | None = None
    upper: FlowedHead | None = None
    accrues: bool = False
    number: int = 0
    rows: list[Record] = field(default_factory=list)
    held: list[Record] = field(default_factory=list)
    read: list[tuple[FlowedHead, Record]] = field(default_factory=list)
    last: Record | None = None
    lots: list[Record] = field(default_factory=list)
    headings: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    moves: bool = False
    cash: bool = False
    heading: str = ""
    title: str = ""
    mixed: bool = False
    over: bool = False
    summed: bool = False
    outside: set[str] = field(default_factory=set)
    closing: bool = False
    unnamed: dict[str, Cell] = field(default_factory=dict)
    money: list[Decimal] = field(default_factory=list)

    def open(self, head: FlowedHead) -> None:
        """A line of header words: one more of this head, or the head of the next table; two alone may be a name's."""
        held = head.kind == "holdings"
        whole = head
        head, self.upper = (_under(self.upper, head), None) if held else (head, head)
        self.accrues = head != whole if held else self.accrues
        self.closing = False
        if head.kind == "lots" and self.head is not None and self.head.kind == "holdings" and not self.rows:
            self.below = head
            return
        moves = not held and bool(MOVES & set(head.roles))
        if self.head is not None and not self.rows and not held and not moves and not self.moves:
            more = [role for role in head.roles if role not in self.head.roles or role == "other"]
            self.head = replace(self.head, roles=(*self.head.roles, *more), exact=False)
            return
        if self.rows and not held and not moves and (len({*head.roles} - {"other"}) < FEW or _of_sums(head)):
            return
        self.cash = head.kind == "cash" and kind_of_section(self.heading) in ("cash", "money_market")
        self.head, self.below = head if held or moves or self.cash else None, None
        self.number += 1
        self.moves, self.over = moves, False
        if self.words and all(map(is_known, pieces_of(self.words[-1]))):
            self.words.pop()
        self.close_rows()
        self.summed = False

    def take(self, row: Record) -> None:
        """One row more."""
        assert self.head is not None
        self.last = row
        self.rows.append(row)
        self.held.append(row)
        self.read.append((self.head, row))
        self.lots = [row] if "acquired" in row.cells else []

    def go_on(self, words: Sequence[str]) -> None:
        """Lines of words belong to the row above."""
        if self.last is not None:
            self.last.details.extend(line for line in words if line)
        self.words = []

    def of_lots(self) -> None:
        """Rows of the open table begin with a day: names stand over them."""
        assert self.head is not None
        if not self.head.has_days:
            roles = (role for role in self.head.roles if role not in NAMED)
            self.head = replace(self.head, roles=("acquired", *roles), exact=False)

    def close_row(self) -> None:
        """The last row has all its words."""
        self.go_on(self.words)
        self.last = None

    def close_rows(self) -> None:
        """A sum closes the rows above it."""
        self.go_on(self.words)
        self.rows, self.last, self.lots, self.summed = [], None, [], True

    def is_name(self, text: str) -> bool:
        """Whether words that headings have go on with the name above: both in capitals, which headings here are not."""
        name = _name_of(self.last)
        return self.mixed and not self.words and name.isupper() and text.isupper()

    def end(self) -> None:
        """The table ends."""
        self.go_on(self.words)
        self.head, self.last, self.moves, self.cash = None, None, False, False


def _under(upper: FlowedHead | None, head: FlowedHead) -> FlowedHead:
    """A head under the upper line of its labels, which names costs and gains too: what accrues stands on second lines.

    `Original Cost`, `Accrued Interest` under `Adjusted Cost`, `Est. Annual Income`: a row begins with the upper ones.
    """
    over = set(upper.roles) if upper is not None else set()
    if "other" not in over or not {"cost", "gain"} <= over & set(head.roles):
        return head
    return replace(head, roles=tuple("other" if role == "accrued" else role for role in head.roles))


def _name_of(record: Record | None) -> str:
    """The name of a security; empty where none is open or it has none."""
    return record.cells["description"].text if record is not None and "description" in record.cells else ""


def _of_sums(head: FlowedHead) -> bool:
    """Whether a head stands over the sum of the rows above: it names no security and no units."""
    return not {"description", "symbol", "identifier", "quantity", "price"} & set(head.roles)


def _is_furniture(text: str, table: Table) -> bool:
    """Whether a line of words is none of a security's: it stood outside the tables, or speaks of the statement."""
    name = _name_of(table.last)
    louder = bool(name) and text.isupper() and not name.isupper() and "(" not in text and not table.over
    louder = louder and not _identifies(text)
    of_page = OF_PAGE.search(text) is not None and SHARE.search(text) is None
    return text in table.outside or louder or is_institution(text) or of_page


def _identifies(text: str) -> bool:
    """Whether a line names a security by a label, `CUSIP 495467B92  TICKER QZAB`, however it is set."""
    told = labelled(text)
    return bool({"cusip", "isin"} & set(told)) or is_bare_ticker(told.get("symbol", ""))


def _identifiers_alone(text: str) -> dict[str, str]:
    """What a line of identifiers alone names, `Ticker: QZAB CUSIP: 495467B92` or a CUSIP; nothing of another.

    Behind a CUSIP further figures of the row may stand, of columns under those of the head.
    """
    first, _, rest = text.partition(" ")
    if cusip_ok(first) and not parted(rest).words:
        return {"cusip": first}
    told = {kind: number for kind, number in labelled(text).items() if kind in ("symbol", "cusip", "isin")}
    ticker = told.get("symbol")
    alone = not re.search(r"[A-Za-z0-9]", WITH_LABEL.sub(" ", text))
    return told if len(told) > 1 and alone and (ticker is None or is_bare_ticker(ticker)) else {}


def _behind_terms(text: str, table: Table) -> dict[str, str]:
    """The CUSIP behind words under a bond that has none, `FIXED COUPON CUSIP: 495467B92`; nothing where none is."""
    told = labelled(text) if len(text.split()) <= LONG and not parted(text).amounts else {}
    number = told.get("cusip", "")
    lacking = table.last is not None and not {"cusip", "isin", "symbol"} & set(table.last.cells)
    return {"cusip": number} if lacking and cusip_ok(number) else {}


def goes_on(text: str, table: Table) -> bool:
    """Whether a line of words goes on with the row above, or waits for the figures below."""
    parts = parted(text)
    own = IN_BRACKETS.fullmatch(text) or LABELLED.fullmatch(text)
    ends = ENDS_IN_SYMBOL.fullmatch(text) if table.last is not None and "symbol" not in table.last.cells else None
    if table.last is not None and ends is not None:
        table.last.cells["symbol"] = Cell(ends["symbol"])
        table.words.append(ends["name"])
        return True
    if table.last is not None and own is not None:
        table.last.cells.setdefault("symbol", Cell(option_symbol(own[1]) or own[1]))
        return True
    if table.last is not None and not table.words and (told := _identifiers_alone(text) or _behind_terms(text, table)):
        for kind, number in told.items():
            table.last.cells.setdefault(kind, Cell(number))
        return True
    if table.last is not None and only_tells_face(text):
        for kind, number in labelled(text).items():
            table.last.cells.setdefault(kind, Cell(number))
        table.words.append(text)
        return True
    if _is_furniture(text, table):
        table.close_row()
        return False
    if table.head is not None and table.head.is_nameless and not parts.amounts and len(text.split()) <= LONG:
        table.words.append(text)
        return True
    named = BESIDE.sub("", SHARE.sub("", text)).strip()
    if parts.amounts or len(text.split()) > LONG or named.endswith((".", ":")) or ": " in named:
        return False
    table.words.append(named)
    return True
