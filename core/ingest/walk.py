"""Pages become events: headers open tables, rows fill them, text goes to the row it stands with.

A table stays open over a page break; repeated page heads are recognised by standing at one place on several
pages. A line of text between rows belongs to the row above or below by distance, type and whether it would have
fitted on the line above.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core.ingest.amounts import CURRENCIES, read_amount
from core.ingest.beside import apart
from core.ingest.columns import Header, find_header, section_in
from core.ingest.dates import is_date, is_period
from core.ingest.events import Cell, Event, Fact, Heading, Record, Total, Trouble, Where
from core.ingest.evident import evident_header, unnamed_money
from core.ingest.facts import facts_of, total_rank
from core.ingest.identifiers import PAREN, is_ticker, labelled
from core.ingest.lot_sentences import told_lots
from core.ingest.named_alike import name_alike
from core.ingest.reckoned import reckoned
from core.ingest.registrations import registration_of
from core.ingest.rows import NAMES, Row, read_row
from core.ingest.sections import is_section_heading, kind_of_section, section_key, section_name, total_name
from core.ingest.security import NOTE, read, ties
from core.ingest.spoken import (
    day_in,
    facts_under,
    issuer,
    name_over,
    named_above,
    number_under,
    opening_number,
    summed_account,
)
from core.ingest.standing import (
    furniture_of,
    has_sum,
    is_account_total,
    is_balance,
    is_beside,
    joins_below,
    name_is_bold,
    name_part,
    place_key,
    stands_left_of,
    would_have_fitted,
)
from core.ingest.vocabulary import known_role
from core.ingest.words import Line, phrases, span

SPACING = 0.95
PRODUCT = re.compile(r"\(?([\d,]*\d(?:\.\d+)?)\s*(?:[x×@*]|units? (?:x|at))\s*(\$?[\d,]*\d\.\d+)\)?", re.I)
BEFORE_AMORTISED = re.compile(
    r"(?:orig(?:inal|\.)?|unadjusted) (?:total )?(?:cost|basis|cost basis):?\s+\$?[\d,]+\.\d\d", re.I
)
CONTINUED = re.compile(r"\bcont(?:inued|'d|d)\b", re.I)
LABEL = re.compile(r"(?:symbol|ticker|cusip|isin)\s*[:#]\s*\S+$", re.I)
ACCOUNT_RANK = 6


@dataclass(slots=True)
class Walk:
    """The state of one reading: the open table, the row that text may still join, text waiting for its row."""

    furniture: frozenset[tuple[str, int]]
    events: list[Event] = field(default_factory=list)
    header: Header | None = None
    outer: Header | None = None
    record: Record | None = None
    row: Row | None = None
    waiting: list[Line] = field(default_factory=list)
    last_line: Line | None = None
    tables: int = 0
    account: str = ""
    summary: Header | None = None
    named: Line | None = None
    issuer: dict[str, Cell] = field(default_factory=dict)
    sections: set[str] = field(default_factory=set)

    def page(self, lines: Sequence[Line]) -> None:
        """Read one page; an open table and its last row stay open for the next."""
        first, last = self._frame(lines)
        at = 0
        while at < len(lines):
            line = lines[at]
            outside = at < first or at > last or is_period(line.text)
            header = self._header(lines, at) if not outside else None
            if header is not None:
                self._open(header, lines)
                self._unnamed(header, lines)
                self.last_line = lines[header.last]
                at = header.last + 1
                continue
            if at < first or at > last or self.header is None:
                if self.header is None and (number := self._begins(lines, at)) is not None:
                    self._account(number, line)
                self._outside(line, furniture=at < first or at > last)
            else:
                self._inside(lines, at)
            self.last_line = line
            at += 1
        self._drop_waiting()

    def _unnamed(self, header: Header, lines: Sequence[Line]) -> None:
        """A column of money under words that say nothing may be the cost: the account is not proven without it."""
        if label := unnamed_money(header, lines[header.last + 1 :]):
            line = lines[header.first]
            told = f"the column '{label}' holds amounts, and nothing tells what they are"
            self.events.append(Trouble(told, Where(line.page, None, span(line.words)), unread=True))

    def _header(self, lines: Sequence[Line], at: int) -> Header | None:
        """The head that begins here: by its words, else by the rows under it."""
        header = find_header(lines, at)
        header = reckoned(header, lines[header.last + 1 :]) if header is not None else None
        if header is not None and header.kind != "other":
            return header
        return evident_header(lines, at) or header

    def _frame(self, lines: Sequence[Line]) -> tuple[int, int]:
        """The first and last line between what every page repeats at its head and foot."""
        first, last = 0, len(lines) - 1
        while first <= last and place_key(lines[first]) in self.furniture:
            if is_section_heading(lines[first].text) or find_header(lines, first) is not None:
                break
            first += 1
        while last >= first and place_key(lines[last]) in self.furniture:
            last -= 1
        return first, last

    def _open(self, header: Header, lines: Sequence[Line]) -> None:
        name = name_over(header, self.last_line, lines[header.first])
        self.waiting = [line for line in self.waiting if line is not name]
        self._drop_waiting()
        if header.kind == "other" and header.has("value") and self._under_cash():
            header = replace(header, kind="cash")
        if section := section_in(header):
            self._section(section, lines[header.first])
        nested = header.kind == "lots" and self.header is not None and self.header.kind == "holdings"
        nested = nested and name is None
        self.outer = self.header if nested else (self.outer if header.kind == "lots" else None)
        self.header = None if header.kind == "other" else header
        self.events.extend(day_in(header, lines[header.first]))
        told = header.kind == "other" and header.has("account") and header.has("value")
        self.summary = header if told else None
        self.tables += 1
        if not nested:
            self.record, self.row = None, None
        if header.kind == "lots" and not nested and self.named is not None and self.outer is None:
            self.record = named_above(self.named, self.last_line, self.tables)
            self.events.extend([self.record] if self.record is not None else [])
        self.named = None
        self.waiting = [name] if name is not None else []

    def _outside(self, line: Line, furniture: bool = False) -> None:
        pieces = [" ".join(word.text for word in run) for run in phrases(line.words, 1.0)]
        where = Where(line.page, None, span(line.words))
        summed = summed_account(line, self.summary) if self.summary is not None else None
        self.events.extend([summed] if summed is not None else [])
        self.issuer.update(issuer(line))
        self.named = line if PAREN.search(line.text) else self.named
        found = facts_of(pieces, where)
        if summed is not None:
            found = [fact for fact in found if not (isinstance(fact, Fact) and fact.kind == "registration")]
        if number := number_under(line, self.last_line):
            found.append(Fact("account", number, where))
        told_here = {fact.kind for fact in found if isinstance(fact, Fact)}
        found += [fact for fact in facts_under(line, self.last_line) if fact.kind not in told_here]
        self.account = next(
            (fact.text for fact in found if isinstance(fact, Fact) and fact.kind == "account"), self.account
        )
        self.events.extend(found)
        if not furniture and len(pieces) <= 2 and is_section_heading(line.text) and not has_sum(pieces):
            self._heading(line)

    def _inside(self, lines: Sequence[Line], at: int) -> None:
        if self._is_no_row(lines, at):
            return
        assert self.header is not None
        row = read_row(lines[at], self.header)
        if self.outer is not None and row.kind != "lot" and row.kind != "total":
            again = read_row(lines[at], self.outer)
            if again.kind in ("record", "total"):
                self.header, self.outer, row = self.outer, None, again
        if row.kind == "total" or self._is_sum_of_section(row) or self._is_sum_of_lots(row):
            self._total(row)
        elif is_account_total(row) or is_balance(row):
            self._drop_waiting()
            self._outside(lines[at])
            self._total_behind(row)
        elif self._is_accrued(row):
            assert self.record is not None
            self.record.cells["accrued"] = row.cells["value"]
        elif self._is_sum_above(row):
            self._drop_waiting()
            self._section(row.label, lines[at])
        elif row.kind in ("record", "lot"):
            self._take(row)
        elif row.kind == "under":
            self._under(row)
        elif row.kind == "numbers":
            self._numbers(row)
        elif row.kind == "prose":
            self._end()
            self._outside(lines[at])
        else:
            self._text(lines, at)

    def _total_behind(self, row: Row) -> None:
        """The total of an account whose name stands behind its amount, in a table with the names last."""
        stated, label = read(row.cells.get("value")), row.cells.get("description")
        if stated is not None and label is not None and label.box is not None:
            own = row.cells["value"].box
            if own is not None and label.box[0] > own[2] and total_rank(row.label):
                self.events.append(Fact("total", row.label, row.where, stated.value, rank=total_rank(row.label)))

    def _is_no_row(self, lines: Sequence[Line], at: int) -> bool:
        """Whether a line in a table is no row of it, and was read as what it is instead."""
        line = lines[at]
        if (number := self._begins(lines, at)) is not None:
            self._end()
            self._account(number, line)
            self._outside(line)
        elif self.record is not None and (told := told_lots(line.text)):
            self._told(told, line)
        elif self.row is not None and BEFORE_AMORTISED.fullmatch(line.text):
            return True
        elif self._is_strange_head(line):
            self._end()
        else:
            return self._multiplied(line)
        return True

    def _account(self, number: str, line: Line) -> None:
        self.events.append(Fact("account", number, Where(line.page, None, span(line.words))))
        self.account = number

    def _begins(self, lines: Sequence[Line], at: int) -> str | None:
        """The number of the account that begins here: the line names it, or is the title over the line that does."""
        own = opening_number(lines[at])
        if own is not None:
            return own if own != self.account else None
        below = lines[at + 1] if at + 1 < len(lines) else None
        if below is None or below.top - lines[at].bottom > 1.5 * below.size:
            return None
        title = " ".join(word.text for word in phrases(lines[at].words, 1.0)[0])
        number = opening_number(below) if registration_of(title) else None
        return number if number != self.account else None

    def _is_strange_head(self, line: Line) -> bool:
        """Whether a bold line of several words apart, without an amount, is the head of a table that is not ours."""
        if not line.bold or (self.row is not None and self.row.line.bold):
            return False
        pieces = [" ".join(word.text for word in run) for run in phrases(line.words)]
        figures = [piece for piece in pieces if read_amount(piece) is not None or is_date(piece)]
        return len(pieces) >= 3 and not figures

    def _multiplied(self, line: Line) -> bool:
        """Whether a line is only the product of the value above it, `68.9215 x 34.936`: its units and their price."""
        factors = PRODUCT.fullmatch(line.text)
        if factors is None or self.record is None or {"quantity", "price"} & set(self.record.cells):
            return False
        quantity, price = (read_amount(text) for text in factors.groups())
        value = read(self.record.cells.get("value"))
        if quantity is None or price is None or value is None:
            return False
        if not ties(quantity.value, price.value, type(value.value)(1), value.value):
            return False
        box = span(line.words)
        self.record.cells.update(quantity=Cell(factors[1], box), price=Cell(factors[2], box))
        for event in self.events:
            if isinstance(event, Record) and event.kind == "cash" and event.table == self.record.table:
                event.kind = "holdings"
        return True

    def _told(self, lots: Sequence[dict[str, Cell]], line: Line) -> None:
        """Lots told in a sentence; where it names no units, they are all of the security above."""
        assert self.record is not None
        for lot in lots:
            units = {"quantity": self.record.cells["quantity"]} if "quantity" in self.record.cells else {}
            where = Where(line.page, None, span(line.words))
            self.events.append(Record("lots", {**units, **lot}, where, table=self.tables))

    def _take(self, row: Row) -> None:
        cells = dict(row.cells)
        if row.kind == "record" and self._goes_on(row):
            assert self.record is not None
            self.record.details.extend(cells.pop(name).text for name in ("description", "symbol") if name in cells)
            row = replace(row, kind="lot", cells=cells)
        if row.kind == "record" and "description" not in cells and self.waiting:
            cells["description"] = Cell(" ".join(line.text for line in self.waiting), span(self.waiting[0].words))
            self.waiting = []
        elif row.kind == "record" and self.issuer and not any(name in cells for name in NAMES):
            cells.update(self.issuer)
            self.issuer = {}
        elif row.kind == "lot" and self.waiting:
            self._waiting_security()
        elif row.kind == "record" and self.waiting and joins_below(self.waiting[-1], row):
            cells["description"] = Cell(
                f"{self.waiting.pop().text} {cells['description'].text}", cells["description"].box
            )
        if row.kind == "lot" and self.record is not None and labelled(row.label):
            self.record.details.append(row.label)
        self._drop_waiting()
        assert self.header is not None
        kind = "lots" if row.kind == "lot" else self.header.kind
        record = Record(kind, cells, row.where, table=self.tables, marked=bool(row.line.marks))
        self.events.append(record)
        if row.kind == "record" and self.header.kind == "holdings" and not any(name in cells for name in NAMES):
            self.events.append(
                Trouble(f"a row of numbers stands without a name: {row.line.text}", row.where, unread=True)
            )
        if self.header.kind == "holdings":
            self.events.extend(Trouble(f"the number {text} stands in no known column", row.where) for text in row.spare)
        self.row = row
        if row.kind != "lot":
            self.record = record

    def _goes_on(self, row: Row) -> bool:
        """Whether a row with a date is a lot of the security above: notes stand for its name, or that is open."""
        above = self.record
        if above is None or self.row is None or row.line.page != self.row.line.page or "acquired" not in row.cells:
            return False
        if "acquired" in above.cells and not self.waiting and NOTE.search(row.label):
            return True
        open_name = set(above.cells) & {"quantity", "value", "cost", "acquired"} == set() and "price" in above.cells
        return open_name and (PAREN.match(row.label) is not None or "description" not in row.cells)

    def _is_accrued(self, row: Row) -> bool:
        """Whether a row under a security prints only its accrued interest, in the column of values."""
        bare = row.kind == "record" and not {"quantity", "price", "acquired"} & set(row.cells) and "value" in row.cells
        return (
            bare
            and self.record is not None
            and "accrued" not in self.record.cells
            and (known_role(row.label) == "accrued")
        )

    def _is_sum_of_section(self, row: Row) -> bool:
        """Whether a row repeats a heading above it beside sums: `STOCKS` with a value and no quantity and price."""
        bare = row.kind == "record" and not {"quantity", "price", "acquired"} & set(row.cells)
        again = self.record is not None and section_key(row.label) in self.sections
        return bare and again and is_section_heading(row.label)

    def _is_sum_of_lots(self, row: Row) -> bool:
        """Whether a row of figures named `Total` at most, and without a day, stands under the lots of a security."""
        under_lots = self.row is not None and (self.row.kind == "lot" or "acquired" in self.row.cells)
        if row.kind == "record" and total_name(row.label) == "" and {"quantity", "price"} <= set(row.cells):
            return under_lots and not self.waiting
        bare = row.kind in ("record", "numbers") and not {*NAMES, "acquired", "price"} & set(row.cells)
        return bare and under_lots and not self.waiting and {"quantity", "value"} <= set(row.cells)

    def _is_sum_above(self, row: Row) -> bool:
        """Whether a row is a heading that carries the sum of the rows under it: bold, and without a quantity."""
        bare = row.kind == "record" and not {"quantity", "price", "acquired"} & set(row.cells)
        kind = kind_of_section(row.label)
        heading = row.line.bold and is_section_heading(row.label) and kind not in ("cash", "money_market", None)
        return bare and heading and self.header is not None and self.header.has("quantity")

    def _waiting_security(self) -> None:
        first, *more = self.waiting
        where = Where(first.page, None, span(first.words))
        self.record = Record("holdings", {"description": Cell(first.text, where.box)}, where, table=self.tables)
        self.record.details.extend(line.text for line in more)
        self.events.append(self.record)
        self.waiting = []

    def _total(self, row: Row) -> None:
        self._drop_waiting()
        name = section_name(row.label) if row.kind == "record" else total_name(row.label) or ""
        if self.header is not None and self.header.kind != "activity":
            self.events.append(Total(name, row.cells, row.where, row.line.text, self.tables))
        elif total_rank(row.label) >= ACCOUNT_RANK:
            self.events.extend(
                facts_of([" ".join(word.text for word in run) for run in phrases(row.line.words, 1.0)], row.where)
            )
        self.record, self.row = None, None
        rank, stated = total_rank(row.label), read(row.cells.get("value"))
        if rank >= ACCOUNT_RANK and stated is not None:
            self.events.append(Fact("total", row.label, row.where, stated.value, rank=rank))
            self.header = None
        if not name and len(row.label.split()) > 1 and self.header is not None and self.header.kind == "holdings":
            self.header = None

    def _numbers(self, row: Row) -> None:
        assert self.header is not None
        unread = self.header.kind in ("holdings", "lots")
        told = f"a row of numbers without a name was not read: {row.line.text}"
        self.events.append(Trouble(told, row.where, "warning", unread=unread))

    def _under(self, row: Row) -> None:
        """A second line of stacked columns: its cells are the row's above, its text goes on with the name."""
        if self.record is None:
            return
        for role, cell in row.under.items():
            if role != "other":
                self.record.cells.setdefault(role, cell)
        for name, cell in row.cells.items():
            if name == "description" and known_role(cell.text) in row.under:
                continue
            if name == "description" and not PAREN.search(cell.text) and is_ticker(cell.text):
                self.record.cells.setdefault("symbol", cell)
            elif name == "description":
                self.record.details.append(cell.text)
                self.record.places.append(span(row.line.words))
            else:
                self.record.cells.setdefault(name, cell)

    def _text(self, lines: Sequence[Line], at: int) -> None:
        line = lines[at]
        below = lines[at + 1] if at + 1 < len(lines) else None
        if self._is_continuation(line, below):
            assert self.record is not None
            assert self.header is not None and self.row is not None
            if is_beside(line, self.header):
                return
            text = name_part(read_row(line, self.header))
            self.record.details.append(f"— {text}" if line.size < 0.88 * self.row.line.size else text)
            self.record.places.append(span(line.words))
            return
        where = Where(line.page, None, span(line.words))
        found = facts_of([" ".join(word.text for word in run) for run in phrases(line.words, 1.0)], where)
        self.events.extend(found)
        if is_section_heading(line.text):
            self._drop_waiting()
            self._heading(line)
            self.record = None
        elif any(isinstance(event, Fact) and event.kind == "account" and event.text != self.account for event in found):
            self._end()
        elif line.text.strip(" :") not in CURRENCIES:
            self.waiting.append(line)

    def _is_continuation(self, line: Line, below: Line | None) -> bool:
        if self.record is None or self.row is None or self.waiting or self.last_line is None:
            return False
        if self._labels_row(line):
            return True
        above = self.last_line
        if self.row.kind == "lot" and stands_left_of(line, self.row) and not NOTE.search(line.text):
            return False
        gap = line.top - above.bottom
        if line.page != above.page or gap > SPACING * line.size:
            return False
        if abs(line.size - above.size) > 0.06 * above.size and line.size > above.size:
            return False
        next_gap = below.top - line.bottom if below is not None else 1e9
        if is_section_heading(line.text) and self._stands_apart(line, gap, next_gap):
            return False
        return self._belongs_above(line, below, gap, next_gap)

    def _labels_row(self, line: Line) -> bool:
        """Whether a line is only `Symbol: QZAB` or the like, and the row above has none yet: it is that row's."""
        assert self.record is not None and self.row is not None
        told = labelled(line.text) if LABEL.match(line.text) and line.page == self.row.line.page else {}
        held = {*self.record.cells, *labelled(" ".join(self.record.details))}
        return self.row.kind == "record" and bool(told) and not held & set(told)

    def _stands_apart(self, line: Line, gap: float, next_gap: float) -> bool:
        """Whether a line in the language of headings is one, and not the end of a wrapped name (`BOND ETF`)."""
        assert self.row is not None
        if line.bold != name_is_bold(self.row.line):
            return True
        if gap + 0.15 * line.size < next_gap:
            return False
        return gap > 1.25 * next_gap or would_have_fitted(line, self.row.line)

    def _belongs_above(self, line: Line, below: Line | None, gap: float, next_gap: float) -> bool:
        if below is None or self.header is None:
            return True
        if line.bold and self.row is not None and not name_is_bold(self.row.line):
            return False
        row = read_row(below, self.header)
        if row.kind in ("record", "lot") and not any(
            name in row.cells for name in ("description", "symbol", "identifier")
        ):
            if row.kind == "lot":
                return self.row is not None and self.row.kind == "record" and gap < 0.6 * line.size
            return gap + 0.5 < next_gap
        return gap <= 1.3 * next_gap + 1

    def _heading(self, line: Line) -> None:
        self._section(line.text, line)

    def _under_cash(self) -> bool:
        """Whether the heading that was read last is that of cash."""
        last = next((event for event in reversed(self.events) if isinstance(event, Heading | Record)), None)
        return isinstance(last, Heading) and kind_of_section(last.text) in ("cash", "money_market")

    def _section(self, text: str, line: Line) -> None:
        name = section_name(text)
        self.sections.add(section_key(name))
        again = CONTINUED.search(text) is not None
        self.events.append(Heading(name, Where(line.page, None, span(line.words)), line.size, again))

    def _drop_waiting(self) -> None:
        for line in self.waiting:
            if line.bold and len(line.words) <= 6:
                self._heading(line)
        self.waiting = []

    def _end(self) -> None:
        self._drop_waiting()
        self.header, self.outer, self.record, self.row = None, None, None, None


def walk(pages: Sequence[Sequence[Line]]) -> list[Event]:
    """The events of all pages, in order."""
    state = Walk(furniture_of(pages))
    for lines in pages:
        state.page(apart(lines))
    name_alike(state.events)
    return state.events
