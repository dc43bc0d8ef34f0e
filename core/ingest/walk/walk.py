"""Pages become events: headers open tables, rows fill them, text goes to the row it stands with.

A table stays open over a page break; repeated page heads are recognised by standing at one place on several
pages. A line of text between rows belongs to the row above or below by distance, type and whether it would have
fitted on the line above.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.ingest.accounts.draft import same_account
from core.ingest.lexicon.amounts import CURRENCIES
from core.ingest.lexicon.dates import is_period, lone_date, read_as_of
from core.ingest.lexicon.sections import is_section_heading, section_key, total_name
from core.ingest.lines.beside import apart
from core.ingest.lines.continuation import goes_on_waiting, is_continuation, is_name_over_label
from core.ingest.lines.facts import facts_of
from core.ingest.lines.feet import numbers_at_foot
from core.ingest.lines.flat_tables import back_on_paper
from core.ingest.lines.folds import without_folds
from core.ingest.lines.furniture import furniture_of
from core.ingest.lines.open_table import Open
from core.ingest.lines.page_heads import frame, is_period_of_page
from core.ingest.lines.sidebar import sidebar_last
from core.ingest.lines.standing import (
    is_account_total,
    is_balance,
    is_beside,
    is_label_line,
    is_nothing,
    is_share,
    name_part,
    stands_right_of,
    summed_of,
    without_turns,
)
from core.ingest.lines.symbols_over import has_symbols_over, with_symbols_behind
from core.ingest.lots.beside_lots import unfold
from core.ingest.nouns.events import Event, Fact, Where
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, phrases, span
from core.ingest.owners.addresses_apart import addresses_apart
from core.ingest.owners.broken_owners import drop_parts, go_on_with_owner
from core.ingest.owners.broken_titles import whole_titles
from core.ingest.proof.broken_sums import whole_sums
from core.ingest.rows.block_lines import add_detail, is_code
from core.ingest.rows.rows import read_row
from core.ingest.untabled.told import told_on
from core.ingest.walk.behind_sums import identifies_summed, open_again
from core.ingest.walk.cut_tables import cut, opens_cut
from core.ingest.walk.families import is_family
from core.ingest.walk.folded_groups import takes_folded
from core.ingest.walk.held_away import is_held_away, takes_held_away
from core.ingest.walk.held_in import without_holders
from core.ingest.walk.laid_flat import gone_on_flat, head_at
from core.ingest.walk.long_names import is_name
from core.ingest.walk.moves_of_one import next_moved
from core.ingest.walk.next_names import opens_next
from core.ingest.walk.no_rows import is_done, is_no_row, row_of
from core.ingest.walk.opening import open_table
from core.ingest.walk.outlined_accounts import reopens
from core.ingest.walk.outside import take_outside
from core.ingest.walk.over_pages import begins_again, for_next_page, goes_back
from core.ingest.walk.priced_names import priced_name
from core.ingest.walk.put_together import put_together
from core.ingest.walk.row_meaning import (
    is_accrued,
    is_accrued_of_all,
    is_side_below,
    is_sum_above,
    is_sum_of_lots,
    names_months,
    without_side,
)
from core.ingest.walk.second_lines import takes_symbol
from core.ingest.walk.sums_of_sections import is_sum_of_section
from core.ingest.walk.taking import take, take_under
from core.ingest.walk.taking_sums import (
    are_lost_amounts,
    is_sum_of_priced,
    only_of_value,
    take_numbers,
    take_total,
    take_total_behind,
    tell_lost,
)
from core.ingest.walk.told_blocks import takes_block, takes_lots_of_block, takes_sum_of_blocks


@dataclass(slots=True)
class Walk(Open):
    """Reads pages line by line into what is open."""

    def page(self, lines: Sequence[Line]) -> None:
        """Read one page; an open table and its last row stay open for the next."""
        self.letterhead = lines[0] if lines else None
        self._of_its_foot(lines)
        first, last = frame(lines, self.furniture)
        lines, last = gone_on_flat(self, lines, first, last)
        lines, last = self._unfolded(lines, first, last)
        at = 0
        while at < len(lines):
            line = lines[at]
            if takes_block(self, line) or takes_lots_of_block(self, line) or takes_sum_of_blocks(self, line):
                self.before, self.last_line = self.last_line, line
                at += 1
                continue
            outside = at < first or at > last or is_period(line.text)
            lines, last, header = (lines, last, None) if outside else head_at(self, lines, at, last)
            header = None if header is not None and is_side_below(self, header, line) else header
            if header is not None:
                lines, last = self._named(lines, header.last + 1, last, header)
                open_table(self, header, lines)
                self.cut = self.block_of = None
                self.last_line = lines[header.last]
                at = header.last + 1
                lines, last = self._unfolded(lines, at, last)
                continue
            if self.header is not None and names_months(line):
                self.end()
            if self.header is None and not outside and (reopens(self, lines, at) or next_moved(self, line)):
                self.header, self.ended = self.ended, None
            if self.header is None and not outside:
                opens_cut(self, line)
            if at < first or at > last or self.header is None:
                opens = self.header is None and not is_held_away(self, line)
                if opens and (number := self.begins(lines, at)) is not None:
                    self.begin(number, line)
                self._outside(line, at < first, furniture=at < first or at > last)
            else:
                self._inside(lines, at)
            self.over = self.last_line if is_period(line.text) or read_as_of(line.text) else None
            self.before, self.last_line = self.last_line, line
            at += 1
        self.carried = for_next_page(self)
        self.waiting = [line for line in self.waiting if line not in self.carried]
        self.drop_waiting()

    def _outside(self, line: Line, head: bool, furniture: bool) -> None:
        """A line outside the tables; where the head of a page tells another account, the open table was not its."""
        before = self.account
        whole, told = go_on_with_owner(self.events, line), len(self.events)
        take_outside(self, line, furniture)
        drop_parts(self.events, told, whole)
        if head and self.header is not None and before and not same_account(before, self.account):
            self.end()
            self.ended = self.closed = self.block = None

    def _of_its_foot(self, lines: Sequence[Line]) -> None:
        """The account whose number stands at the foot of this page begins with its first line."""
        number = self.feet.get(lines[0].page, self.account) if lines else self.account
        if number != self.account:
            self.end()
            self.ended = self.closed = self.block = None
            self.begin(number, lines[0])

    def _unfolded(self, lines: Sequence[Line], at: int, last: int) -> tuple[Sequence[Line], int]:
        """The lines of a page, those from one on with lots and names apart from text beside; and its last line then."""
        if self.header is None:
            return lines, last
        lines, last = self._named(lines, at, last, self.header)
        below, held_in = without_holders(unfold(self, lines[at:], self.header), self.header)
        self.held_in |= held_in
        return [*lines[:at], *below], last + len(below) - len(lines[at:])

    def _named(self, lines: Sequence[Line], at: int, last: int, header: Header) -> tuple[Sequence[Line], int]:
        """The lines of a page, from one on with symbols that stand over names behind them; and its last line then."""
        if not self.symbols_over:
            return lines, last
        below = with_symbols_behind(lines[at:], header)
        return [*lines[:at], *below], last + len(below) - len(lines[at:])

    def _inside(self, lines: Sequence[Line], at: int) -> None:
        if takes_held_away(self, lines[at]) or takes_folded(self, lines, at) or is_no_row(self, lines, at):
            return
        row = priced_name(self, lines, at, row_of(self, lines[at]))
        if is_done(self, row):
            return
        if row.kind == "text" and are_lost_amounts(self, lines[at]):
            tell_lost(self, lines[at])
            return
        open_again(self, row)
        labels = is_label_line(row) and not is_sum_of_priced(self, row)
        if not labels and (row.kind == "total" or is_sum_of_section(self, row) or is_sum_of_lots(self, row)):
            take_total(self, row)
        elif labels or is_account_total(row) or is_balance(row) or is_accrued_of_all(self, row):
            self.drop_waiting()
            told = len(self.events)
            take_outside(self, lines[at])
            only_of_value(self, row, told)
            take_total_behind(self, row)
        elif is_accrued(self, row):
            assert self.record is not None
            self.record.cells["accrued"] = row.cells["value"]
        elif is_sum_above(self, row):
            self.drop_waiting()
            self.section(row.label, lines[at])
        elif row.kind in ("record", "lot"):
            self.waiting, self.carried = [*self.carried, *self.waiting], []
            take(self, row)
        elif row.kind == "under":
            take_under(self, row)
        elif row.kind == "numbers":
            take_numbers(self, row)
        elif row.kind == "prose" and not is_name(self, lines, at):
            cut(self, lines, at)
            take_outside(self, lines[at])
        else:
            self._text(lines, at)

    def _text(self, lines: Sequence[Line], at: int) -> None:
        line = lines[at]
        below = lines[at + 1] if at + 1 < len(lines) else None
        if (
            is_nothing(line)
            or goes_back(self, line)
            or identifies_summed(self, line)
            or begins_again(self, line)
            or takes_symbol(self, line)
        ):
            return
        if is_family(self, lines, at):
            self.record = None
            if section_key(line.text) in self.summed:
                self.heading(line)
            return
        if self._names_sum(line, below):
            self.drop_waiting()
            self.sum_name, self.record = total_name(line.text), None
            return
        line = without_side(line, read_row(line, self.header)) if self.header is not None else line
        if not line.words:
            return
        if not opens_next(self, lines, at) and is_continuation(self, line, below):
            assert self.record is not None
            assert self.header is not None and self.row is not None
            if is_beside(line, self.header):
                return
            text = name_part(read_row(line, self.header), self.header)
            aside = line.size < 0.88 * self.row.line.size or is_share(line) or is_code(line.text)
            add_detail(self.record, f"— {text}" if aside else text, line)
            return
        where = Where(line.page, None, span(line.words))
        found = facts_of([" ".join(word.text for word in run) for run in phrases(line.words, 1.0)], where)
        headed = is_section_heading(line.text) and not (goes_on_waiting(self, line) or is_name_over_label(line, below))
        if not headed and self._tells_other(found):
            self.end()
            take_outside(self, line)
            return
        if self._tells_own(found):
            self.waiting = [one for one in self.waiting if one.page != line.page]
            self.events.extend(found)
            return
        self.events.extend(fact for fact in found if not (self.waiting and lone_date(line.text)))
        if headed:
            self.drop_waiting()
            self.heading(line)
            self.record = None
        elif self._may_name(line):
            self.waiting.append(line)

    def _may_name(self, line: Line) -> bool:
        """Whether text may be the name of the row below: no currency, no period, and nothing right of its figures."""
        if is_period_of_page(line) or (self.header is not None and stands_right_of(line, self.header)):
            return False
        return line.text.strip(" :") not in CURRENCIES or goes_on_waiting(self, line)

    def _tells_other(self, found: Sequence[Event]) -> bool:
        """Whether facts tell the number of another account than the open one."""
        return any(isinstance(one, Fact) and one.kind == "account" and one.text != self.account for one in found)

    def _tells_own(self, found: Sequence[Event]) -> bool:
        """Whether facts tell the number of the open account again, as over what goes on of it on the next page."""
        told = [one.text for one in found if isinstance(one, Fact) and one.kind == "account"]
        return bool(self.account) and any(one == self.account for one in told)

    def _names_sum(self, line: Line, below: Line | None) -> bool:
        """Whether a line is the name of a sum whose figures stand on the next line, `Total Bonds (2% of holdings)`."""
        if below is None or self.header is None or not total_name(line.text):
            return False
        row = read_row(below, self.header)
        return row.kind == "numbers" and "value" in row.cells and not {"quantity", "price"} & set(row.cells)


def walk(pages: Sequence[Sequence[Line]], balances: bool = False) -> list[Event]:
    """The events of all pages, in order; `balances`: funds without units count, whose balances are rolled forward."""
    pages, folded = without_folds(pages)
    state = Walk(furniture_of(pages), feet=numbers_at_foot(pages), summed=summed_of(pages), folded=folded)
    state.symbols_over = has_symbols_over(pages)
    told_elsewhere = told_on([addresses_apart(sidebar_last(apart(without_turns(lines)))) for lines in pages], balances)
    state.told = told_elsewhere.told
    parted = whole_titles(whole_sums(told_elsewhere.pages))
    for lines in parted:
        state.page(lines)
    return put_together(back_on_paper(state.events, state.laid), parted)
