"""Takes events in the order of the file and keeps a draft for each account: who, under which heading, with what."""

import re
from dataclasses import dataclass, field, replace

from core.domain.issue import Issue
from core.domain.statement import Statement
from core.ingest.accounts.activity import NO_DAY, Day, add_activity
from core.ingest.accounts.balances import add_balance, settle_balances
from core.ingest.accounts.by_sums import settle_cash
from core.ingest.accounts.currencies import note_currency, note_sum_in_base, take_currency
from core.ingest.accounts.draft import Draft, amount_in
from core.ingest.accounts.finish import account_of, household, settled, without_total_of_all
from core.ingest.accounts.headings import Headings
from core.ingest.accounts.listed_owners import give_told, take_part
from core.ingest.accounts.lots import add_lot, add_position
from core.ingest.accounts.nothing_held import holds_nothing, without_nothing
from core.ingest.accounts.numbers import Numbers
from core.ingest.accounts.over_numbers import OverNumbers
from core.ingest.accounts.page_titles import hand_back
from core.ingest.accounts.printed_sums import doubt_sum, take_sum
from core.ingest.accounts.sums import is_sum_above, settle_closed, settle_first, settle_loose, take_valued
from core.ingest.accounts.sums_outside import note_sum
from core.ingest.accounts.whose_and_when import take_day, take_holder, take_kind, take_owner
from core.ingest.lexicon.figures import with_whole_gain
from core.ingest.lexicon.identifiers import masked
from core.ingest.lexicon.registrations import registration_of_nickname
from core.ingest.lexicon.sections import kind_of_section
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Event, Fact, Heading, Record, Total, Trouble
from core.ingest.ocr.doubts import NO_DOUBTS, Doubts
from core.ingest.ocr.gaps import with_gaps
from core.ingest.ocr.settle import doubted
from core.ingest.proof.findings import findings
from core.ingest.rows.row_keys import account_in
from core.ingest.rows.security import line_of, with_unread
from core.ingest.rows.unit_costs import UnitCosts

CASH_ROW = re.compile(
    r"^(?:cash|core(?: (?:cash|accounts?|positions?|sweep|funds?|balance)\b|\W*$)|sweep|bank deposit|fdic|"
    r"u\.?s\.? dollar|money market|settlement fund|margin|"
    r"ins(?:u?re?d|rd)?\.? (?:bank )?dep(?:osits?)?\b)",
    re.I,
)
UNSETTLED = re.compile(r"(?:net )?(?:pending|unsettled) (?:activity|cash|trades|transactions)", re.I)
VALUED_APART = frozenset({"alternative", "annuity", "structured_note"})
"""Kinds of securities that are listed with a value alone."""
AMOUNTS = frozenset({"total", "grand", "money", "cash", "weak_cash", "sum"})


@dataclass(slots=True)
class Builder:
    """The accounts of a file while its events come in; `preface` holds what is said before any account number.

    `listed` are the owners and kinds in the list of all accounts, `row` the account of its last row; `member` is the
    number of the one participant of a plan; `unit_costs` are there where no row prints the cost of all units.
    """

    file: str
    institution: str
    comma: bool = False
    doubts: Doubts = NO_DOUBTS
    preface: Draft = field(default_factory=Draft)
    drafts: dict[str, Draft] = field(default_factory=dict)
    now: Draft = field(default_factory=Draft)
    numbers: Numbers = field(default_factory=Numbers)
    headings: Headings = field(default_factory=Headings)
    issues: list[Issue] = field(default_factory=list)
    last_day: Day = NO_DAY
    summary: dict[str, Fact] = field(default_factory=dict)
    over: OverNumbers = field(default_factory=OverNumbers)
    listed: dict[str, list[Fact]] = field(default_factory=dict)
    row: str = ""
    member: str = ""
    unit_costs: UnitCosts | None = None

    def __post_init__(self) -> None:
        self.now = self.preface

    def take(self, event: Event) -> None:
        """One event more."""
        if isinstance(event, Record | Total):
            self.over.row()
            event = with_whole_gain(event, self.comma)
        if isinstance(event, Record):
            self._record(event)
        elif isinstance(event, Total):
            self._sum(event)
        elif isinstance(event, Heading):
            self.headings.take(event, self.now.lines)
        elif isinstance(event, Fact):
            self._fact(event)
        elif isinstance(event, Trouble):
            self._trouble(event)

    def switch(self, number: str, in_row: bool = False) -> None:
        """The account of that number is spoken of from here on; `in_row`: a row names it, under the same headings."""
        before, key = self.now, self.key_of(number)
        if key not in self.drafts:
            self.drafts[key] = Draft(number=number)
            self.numbers.opened(number, key)
        self.now = self.drafts[key]
        if self.now is not before and not in_row:
            self.headings.clear()
        if len(number) > len(self.now.number):
            self.now.number = number

    def key_of(self, number: str) -> str:
        """The key of the account of that number, whether it is open already or not."""
        return self.numbers.key_of(number, self.drafts)

    def switch_named(self, name: str, surely: bool = False) -> None:
        """The account of that name, which has no number so far, is spoken of from here on; `surely`: by a label."""
        self.headings.clear()
        kind = registration_of_nickname(name)
        fresh = Draft(registration=kind, named=surely and kind is not None)
        self.now = self.drafts.setdefault(f"named {name.casefold()}", fresh)

    def statement(self, pages: int | None, reader: str) -> Statement:
        """All accounts, proven, with what a person should know."""
        give_told(self.drafts, self.preface, self.listed)
        several = sum(bool(draft.lines) for draft in self.drafts.values()) > 1
        for key, draft in self.drafts.items():
            if (draft.lines or several) and not draft.totals and key in self.summary:
                draft.totals.append(self.summary[key])
        for draft in (self.preface, *self.drafts.values()):
            settle_balances(draft)
            settle_cash(draft)
            draft.lines = with_gaps(draft.lines, self.doubts)
            settle_closed(draft)
            settle_first(draft)
            settle_loose(draft)
            self.issues.extend(without_nothing(draft))
        drafts, told = settled(self.preface, list(self.drafts.values()))
        accounts = tuple(account_of(draft, self.file, self.institution) for draft in drafts)
        if len(accounts) == 1 and not accounts[0].number and self.member:
            accounts = (replace(accounts[0], number=masked(self.member)),)
        wrong = household(self.preface, accounts, list(self.drafts.values()))
        accounts = without_total_of_all(accounts, drafts) if wrong else accounts
        issues = [*self.issues, *told, *wrong, *(self.unit_costs.issues() if self.unit_costs is not None else ())]
        for account in accounts:
            issues.extend(findings(account))
        return Statement(accounts, (), tuple(dict.fromkeys(issues)), self.file, pages, reader)

    def _fact(self, fact: Fact) -> None:
        now = self.now
        if fact.kind == "account":
            self._account(fact)
        elif fact.kind == "named":
            self.switch_named(fact.text, surely=fact.rank > 0)
        elif fact.kind in AMOUNTS:
            self._amount(fact)
        elif fact.kind == "owner":
            take_owner(now, self.over, fact)
        elif fact.kind == "registration":
            take_kind(now, self.over, fact, apart=now is not self.preface)
        elif fact.kind == "as_of" and fact.day:
            take_day(now, fact)
        elif fact.kind == "currency":
            take_currency(now, fact)
        else:
            self._list(fact)

    def _list(self, fact: Fact) -> None:
        """What the list of all accounts tells of one, in whose part it stands, and the number of a participant."""
        if fact.kind == "summary":
            self.row = self.key_of(fact.text)
            self.summary.setdefault(self.row, fact)
        elif fact.kind == "listed_row":
            self.row = self.key_of(fact.text)
        elif fact.kind in ("listed_owner", "listed_kind"):
            self.listed.setdefault(self.row, []).append(fact)
        elif fact.kind == "member":
            self.member = self.member or fact.text
        else:
            take_part(self.now, self.preface, fact)

    def _account(self, fact: Fact) -> None:
        """The account of a number; the holder and the registration that stand over it are its own."""
        before, last = self.now, self.over.number
        self.switch(fact.text)
        self.over.opens(before, self.now, self.preface, fact.where)
        self.now.told.append(fact)
        another = before is not self.now and before is not self.preface
        if another and last is not None and last.page != fact.where.page:
            hand_back(before, self.now, fact.where)

    def _amount(self, fact: Fact) -> None:
        """An amount said outside the tables."""
        now = self.now
        if fact.kind == "total":
            now.totals.append(fact)
            self.over.worth(fact.where)
            doubt_sum(now, self.doubts, fact.amount, fact.where)
        elif fact.kind == "grand":
            self.preface.totals.append(fact)
        elif fact.kind == "money":
            now.money.append(fact)
        elif fact.kind == "sum":
            note_sum(now, fact)
        elif fact.amount is not None:
            (now.cash if fact.kind == "cash" else now.weak_cash).append(fact.amount)

    def _trouble(self, trouble: Trouble) -> None:
        code = "unread" if trouble.unread else "seen"
        self.issues.append(Issue(trouble.severity, str(trouble.where), trouble.message, code))
        if trouble.unread:
            self.now.unread.append(f"{trouble.where}: {trouble.message}")

    def _record(self, record: Record) -> None:
        number = account_in(record)
        if number and (record.kind == "holdings" or self.key_of(number) in self.drafts):
            self.switch(number, in_row=True)
        if self.now is not self.preface:
            for trouble in take_holder(self.now, record):
                self._trouble(trouble)
        if record.kind == "activity":
            self.last_day = add_activity(self.now, record, self.comma, self.last_day, self.headings.last)
        elif record.kind == "lots":
            self._lot(record)
        elif record.kind == "cash":
            self._cash_row(record)
        else:
            self._position(record)

    def _lot(self, record: Record) -> None:
        if add_lot(self.now, record, self.doubts, self.comma):
            return
        if any(name in record.cells for name in NAMES):
            self._position(record)
        else:
            self.now.unread.append(f"{record.where}: a lot without a security")

    def _position(self, record: Record) -> None:
        plain = line_of(record, self.headings.section, self.headings.kinds, self.comma)
        line = doubted(plain, record, self.doubts, self.comma)
        line = self.unit_costs.with_cost(line, record, self.comma) if self.unit_costs is not None else line
        if is_sum_above(self.now, line):
            self._sum(Total(line.description, record.cells, record.where))
            return
        if line.asset_type == "cash" and line.market_value and UNSETTLED.match(line.description):
            told = f"{line.description} {line.market_value:,} is counted with the cash, and has not settled yet"
            self.issues.append(Issue("note", str(record.where), told, "unsettled"))
        if record.repaired:
            self.issues.append(Issue("warning", str(record.where), record.repaired, "shifted"))
        note_currency(self.now, record, line, self.comma)
        add_position(self.now, with_unread(line, record, self.comma), record, self.doubts, self.comma)
        self.now.nothing += [len(self.now.lines) - 1] if holds_nothing(record) else []
        take_valued(self.now, line)

    def _cash_row(self, record: Record) -> None:
        value = amount_in(record, "value", self.comma)
        text = record.cells["description"].text if "description" in record.cells else ""
        add_balance(self.now, line_of(record, "", [], self.comma), record.table)
        if not VALUED_APART.isdisjoint(self.headings.kinds[:1]):
            self.now.valued_apart.add(record.table)
        under_cash = self.headings.of_cash and kind_of_section(text) in (None, "cash", "money_market")
        if value is not None and (CASH_ROW.match(text) or under_cash):
            self.now.cash.append(value)

    def _sum(self, total: Total) -> None:
        note_sum_in_base(self.now, total, self.comma)
        take_sum(self.now, self.preface, self.headings, total, self.comma, self.doubts)
