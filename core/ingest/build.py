"""Events become accounts: who holds what, under which heading, with which lots, against which printed sums."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from core.domain.account import Registration
from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue
from core.domain.statement import (
    AssetType,
    Check,
    Statement,
    StatementAccount,
    StatementActivity,
    StatementLine,
    StatementLot,
)
from core.ingest.amounts import read_amount
from core.ingest.dates import read_date
from core.ingest.events import Event, Fact, Heading, Record, Total, Trouble, Where
from core.ingest.facts import registration_of
from core.ingest.findings import findings
from core.ingest.identifiers import masked
from core.ingest.ocr.doubts import NO_DOUBTS, Doubts
from core.ingest.ocr.settle import doubted, lot_doubts
from core.ingest.prove import READ, prove, ties_to
from core.ingest.sections import kind_of_section, section_key
from core.ingest.security import line_of, read

ZERO = Decimal(0)
CASH_ROW = re.compile(
    r"^(?:cash|core|sweep|bank deposit|fdic|u\.?s\.? dollar|money market|settlement fund|margin)", re.I
)


@dataclass(slots=True)
class Draft:
    """An account while it is read."""

    number: str = ""
    owner: str = ""
    registration: Registration | None = None
    registration_rank: int = 0
    as_of: date | None = None
    as_of_rank: int = 0
    totals: list[Fact] = field(default_factory=list)
    cash: list[Decimal] = field(default_factory=list)
    lines: list[StatementLine] = field(default_factory=list)
    subtotals: list[tuple[str, Decimal]] = field(default_factory=list)
    cost_subtotals: list[tuple[str, Decimal]] = field(default_factory=list)
    activity: list[StatementActivity] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    unsure: list[tuple[Decimal, str]] = field(default_factory=list)
    covered: int = 0
    open_lots: bool = False

    @property
    def key(self) -> str:
        """What tells two accounts apart."""
        return account_key(self.number)


@dataclass(slots=True)
class Builder:
    """Takes events in order and keeps one draft for each account."""

    file: str
    institution: str
    comma: bool = False
    doubts: Doubts = NO_DOUBTS
    preface: Draft = field(default_factory=Draft)
    drafts: dict[str, Draft] = field(default_factory=dict)
    now: Draft = field(default_factory=Draft)
    headings: list[tuple[str, float]] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.now = self.preface

    def take(self, event: Event) -> None:
        """One event more."""
        if isinstance(event, Record):
            self._record(event)
        elif isinstance(event, Total):
            self._total(event)
        elif isinstance(event, Heading):
            self._heading(event)
        elif isinstance(event, Fact):
            self._fact(event)
        elif isinstance(event, Trouble):
            self._trouble(event)

    def switch(self, number: str) -> None:
        """The account of that number is spoken of from here on."""
        key = account_key(number)
        if key != self.now.key or self.now is self.preface:
            self.headings = []
        self.now = self.drafts.setdefault(key, Draft(number=number))
        if len(number) > len(self.now.number):
            self.now.number = number

    def _fact(self, fact: Fact) -> None:
        if fact.kind == "account":
            self.switch(fact.text)
        elif fact.kind == "owner":
            self.now.owner = self.now.owner or fact.text
        elif fact.kind == "registration":
            named = registration_of(fact.text)
            if named is not None and (self.now.registration is None or fact.rank > self.now.registration_rank):
                self.now.registration, self.now.registration_rank = named, fact.rank
        elif fact.kind == "as_of" and fact.day and fact.rank > self.now.as_of_rank:
            self.now.as_of, self.now.as_of_rank = fact.day, fact.rank
        elif fact.kind == "total":
            self.now.totals.append(fact)
            self._doubt_sum(fact.amount, fact.where)
        elif fact.kind == "cash" and fact.amount is not None:
            self.now.cash.append(fact.amount)

    def _trouble(self, trouble: Trouble) -> None:
        self.issues.append(
            Issue(trouble.severity, str(trouble.where), trouble.message, "unread" if trouble.unread else "seen")
        )
        if trouble.unread:
            self.now.unread.append(f"{trouble.where}: {trouble.message}")

    def _heading(self, heading: Heading) -> None:
        key = section_key(heading.text)
        at = next((place for place, (name, _) in enumerate(self.headings) if section_key(name) == key), None)
        if at is not None:
            del self.headings[at + 1 :]
            return
        while self.headings and self.headings[-1][1] <= heading.level * 1.03:
            self.headings.pop()
        self.headings.append((heading.text, heading.level))

    def _record(self, record: Record) -> None:
        number = record.cells["account"].text if "account" in record.cells else ""
        if any(map(str.isdigit, number)) and (record.kind == "holdings" or account_key(number) in self.drafts):
            self.switch(number)
        if "account_name" in record.cells and self.now is not self.preface:
            self.now.registration = self.now.registration or registration_of(record.cells["account_name"].text)
        if record.kind == "activity":
            self._activity(record)
        elif record.kind == "lots":
            self._lot(record)
        elif record.kind == "cash":
            self._cash_row(record)
        else:
            self._position(record)

    def _position(self, record: Record) -> None:
        names = [name for name, _ in self.headings]
        kinds = [kind for name in reversed(names) if (kind := kind_of_section(name)) is not None]
        line = doubted(line_of(record, " / ".join(names), kinds, self.comma), record, self.doubts, self.comma)
        if record.repaired:
            self.issues.append(Issue("warning", str(record.where), record.repaired, "shifted"))
        day = read_date(record.cells["acquired"].text) if "acquired" in record.cells else None
        if day is not None or ("acquired" in record.cells and line.quantity is not None):
            line = replace(line, lots=(StatementLot(day, line.quantity, line.cost_basis),))
            line = replace(line, doubts=FrozenMap({**line.doubts, **lot_doubts(record, self.doubts, self.comma)}))
            if self._same_security_above(line):
                self._add_to_last(line)
                return
            self.now.lines.append(line)
            self.now.open_lots = True
            return
        self.now.lines.append(line)
        self.now.open_lots = line.quantity is None

    def _same_security_above(self, line: StatementLine) -> bool:
        if not self.now.lines or not self.now.lines[-1].lots:
            return False
        last = self.now.lines[-1]
        same = (line.symbol or line.cusip or line.isin or line.description) == (
            last.symbol or last.cusip or last.isin or last.description
        )
        return same and line.section == last.section

    def _add_to_last(self, line: StatementLine) -> None:
        last = self.now.lines[-1]
        self.now.lines[-1] = replace(
            last,
            quantity=_plus(last.quantity, line.quantity),
            market_value=_plus(last.market_value, line.market_value),
            cost_basis=_plus(last.cost_basis, line.cost_basis),
            gain=_plus(last.gain, line.gain),
            lots=last.lots + line.lots,
            doubts=FrozenMap({**line.doubts, **last.doubts}),
        )

    def _lot(self, record: Record) -> None:
        if not self.now.lines:
            self.now.unread.append(f"{record.where}: a lot without a security")
            return
        line = self.now.lines[-1]
        text = record.cells.get("acquired") or record.cells.get("description")
        lot = StatementLot(
            read_date(text.text) if text else None,
            _amount(record, "quantity", self.comma),
            _amount(record, "cost", self.comma),
        )
        noted = {**line.doubts, **lot_doubts(record, self.doubts, self.comma)}
        line = replace(line, lots=(*line.lots, lot), doubts=FrozenMap(noted))
        if self.now.open_lots:
            line = replace(
                line,
                gain=_plus(line.gain, _amount(record, "gain", self.comma), first=len(line.lots) == 1),
                market_value=_plus(line.market_value, _amount(record, "value", self.comma), first=len(line.lots) == 1),
                price=line.price or _amount(record, "price", self.comma),
                cost_basis=_plus(line.cost_basis, lot.cost_basis, first=len(line.lots) == 1),
                quantity=_plus(line.quantity, lot.quantity, first=len(line.lots) == 1),
            )
        self.now.lines[-1] = line

    def _cash_row(self, record: Record) -> None:
        value = _amount(record, "value", self.comma)
        text = record.cells["description"].text if "description" in record.cells else ""
        kinds = [kind_of_section(name) for name, _ in self.headings]
        if value is not None and (CASH_ROW.match(text) or "cash" in kinds):
            self.now.cash.append(value)

    def _activity(self, record: Record) -> None:
        cells = record.cells
        day = next(
            (made for role in ("acquired", "date") if role in cells and (made := read_date(cells[role].text))), None
        )
        kind = cells["activity"].text if "activity" in cells else ""
        description = cells["description"].text if "description" in cells else ""
        symbol = next((cells[role].text for role in ("symbol", "identifier") if role in cells), None)
        self.now.activity.append(
            StatementActivity(
                day,
                kind,
                symbol or None,
                " ".join([description, *record.details]).strip(),
                _amount(record, "quantity", self.comma),
                _amount(record, "amount", self.comma),
                _amount(record, "gain", self.comma),
            )
        )

    def _total(self, total: Total) -> None:
        amount = read(total.cells.get("value"), self.comma)
        cost = read(total.cells.get("cost"), self.comma)
        last = self.now.lines[-1] if self.now.lines else None
        if last is not None and last.lots and self._is_total_of_lots(total, last):
            self.now.open_lots = False
            return
        if not self.now.lines or (amount is None and cost is None):
            return
        name = self._scope(total.name, amount.value if amount else None)
        if amount is not None:
            self.now.subtotals.append((name, amount.value))
            self._doubt_sum(amount.value, total.where)
        if cost is not None:
            self.now.cost_subtotals.append((name, cost.value))
        self._close_section(name)
        self.now.covered = len(self.now.lines)

    def _close_section(self, name: str) -> None:
        """What stands after the total of a section is not in it."""
        key = section_key(name)
        at = next((place for place, (text, _) in enumerate(self.headings) if key and section_key(text) == key), None)
        if at is not None:
            del self.headings[at:]

    def _doubt_sum(self, amount: Decimal | None, where: Where) -> None:
        """A printed sum that the two voices read differently proves nothing where it does not tie."""
        texts = [doubt.text for doubt in self.doubts.within(where.page, where.box)]
        read_so = [found for text in texts if (found := read_amount(text)) is not None]
        if amount is not None and any(found.value == amount for found in read_so):
            self.now.unsure.append((amount, str(where)))

    def _is_total_of_lots(self, total: Total, line: StatementLine) -> bool:
        quantity = read(total.cells.get("quantity"), self.comma)
        names = {section_key(line.description), section_key(line.symbol or "")}
        return quantity is not None and (
            total.name == "" or section_key(total.name) in names or quantity.value == line.quantity
        )

    def _scope(self, name: str, amount: Decimal | None) -> str:
        """Which section a printed sum is the sum of: by its name, else by what stands between it and the last one."""
        key = section_key(name)
        paths = [part for line in self.now.lines for part in line.section.split(" / ") if part]
        if key and (exact := [part for part in paths if section_key(part) == key]):
            return exact[-1]
        if key and (like := [part for part in paths if _alike(section_key(part), key)]):
            return like[-1]
        everything = [line.market_value for line in self.now.lines if line.market_value is not None]
        if not key:
            return self._plain_total(amount, everything)
        fresh = self.now.lines[self.now.covered :]
        if not fresh and amount is not None and ties_to(amount, sum(everything, ZERO), everything):
            return ""
        for place in range(self.now.covered, len(self.now.lines)):
            line = self.now.lines[place]
            self.now.lines[place] = replace(line, section=f"{line.section} / {name}" if line.section else name)
        return name

    def _plain_total(self, amount: Decimal | None, everything: list[Decimal]) -> str:
        if amount is None or ties_to(amount, sum(everything, ZERO), everything):
            return ""
        fresh = self.now.lines[self.now.covered :]
        section = fresh[-1].section.split(" / ")[-1] if fresh else ""
        under = [line.market_value for line in self.now.lines if section and section in line.section.split(" / ")]
        values = [value for value in under if value is not None]
        return section if section and (self.now.covered or ties_to(amount, sum(values, ZERO), values)) else ""

    def statement(self, pages: int | None, reader: str) -> Statement:
        """All accounts, proven, with what a person should know."""
        drafts = self._settled()
        accounts = tuple(self._account(draft) for draft in sorted(drafts, key=_first_place))
        issues = [*self.issues, *self._household(accounts)]
        for account in accounts:
            issues.extend(findings(account))
        return Statement(accounts, (), tuple(_once(issues)), self.file, pages, reader)

    def _settled(self) -> list[Draft]:
        """Drafts that hold something; what was said before any account number goes to the one account there is."""
        full = [draft for draft in self.drafts.values() if draft.lines or draft.totals or draft.activity or draft.cash]
        held = [draft for draft in full if draft.lines]
        if self.preface.lines or (not full and self.preface.activity):
            full.insert(0, self.preface)
            held.insert(0, self.preface)
        if len(held) == 1:
            self._take_in([draft for draft in full if draft is not held[0]], held[0])
        elif len(full) == 1 and not held:
            self._take_in([], full[0])
        else:
            full = [draft for draft in full if draft.lines or draft.activity or draft is self.preface or draft.totals]
            for draft in full:
                draft.as_of = draft.as_of or self.preface.as_of
                draft.owner = draft.owner or self.preface.owner
            return full
        return held or full

    def _take_in(self, others: list[Draft], one: Draft) -> None:
        numbers = [draft.number for draft in self.drafts.values() if draft is not one and draft.number]
        for draft in ([] if one is self.preface else [self.preface]) + others:
            one.totals.extend(draft.totals)
            one.cash.extend(draft.cash)
            one.activity.extend(draft.activity)
            one.owner = one.owner or draft.owner
            one.registration = one.registration or draft.registration
            if draft.as_of_rank > one.as_of_rank:
                one.as_of, one.as_of_rank = draft.as_of, draft.as_of_rank
        one.number = one.number or (numbers[0] if numbers else "")
        different = sorted({masked(number) for number in [one.number, *numbers] if number})
        if len(different) > 1:
            self.issues.append(
                Issue(
                    "warning",
                    "",
                    f"the file prints {len(different)} account numbers ({', '.join(different)}) but holdings "
                    "of one account only; they are read as one account",
                    "account_numbers",
                )
            )

    def _account(self, draft: Draft) -> StatementAccount:
        lines = tuple(draft.lines)
        cash_lines = [
            line.market_value for line in lines if line.asset_type == "cash" and line.market_value is not None
        ]
        best = max(draft.totals, key=lambda fact: fact.rank, default=None)
        total = best.amount if best else next((amount for name, amount in reversed(draft.subtotals) if not name), None)
        cash = sum(cash_lines, ZERO) if cash_lines else (draft.cash[-1] if draft.cash else None)
        checks = tuple(Check(READ, False, None, None, None, text) for text in draft.unread)
        currencies = {line.currency for line in lines if line.market_value}
        account = StatementAccount(
            self.file,
            masked(draft.number),
            self.institution,
            draft.registration or "other",
            draft.owner,
            draft.as_of,
            total,
            cash,
            "unproven",
            checks,
            lines,
            tuple(draft.subtotals),
            tuple(draft.activity),
            currencies.pop() if len(currencies) == 1 else "USD",
            tuple(draft.cost_subtotals),
        )
        proven = prove(account)
        failed = {check.expected for check in proven.checks if not check.ok}
        doubtful = tuple(
            Check(READ, False, None, None, None, f"{where}: the printed sum {amount:,} is not clearly readable")
            for amount, where in draft.unsure
            if amount in failed
        )
        return prove(replace(proven, checks=(*proven.checks, *doubtful))) if doubtful else proven

    def _household(self, accounts: Sequence[StatementAccount]) -> list[Issue]:
        """The accounts' totals against the total printed for all of them."""
        stated = [fact.amount for fact in self.preface.totals if fact.amount is not None]
        if len(accounts) < 2 or not stated:
            return []
        parts = [account.stated_total for account in accounts if account.stated_total is not None]
        found = sum(parts, ZERO)
        if any(ties_to(total, found, parts) for total in stated):
            return []
        return [
            Issue(
                "error",
                "all accounts",
                f"the accounts' totals sum to {found:,}, but {stated[0]:,} is printed for all "
                f"of them, a difference of {found - stated[0]:,}",
                "household_total",
            )
        ]


def build(
    events: Sequence[Event],
    file: str,
    institution: str,
    pages: int | None,
    reader: str,
    comma: bool = False,
    doubts: Doubts = NO_DOUBTS,
) -> Statement:
    """The statement that the events tell of; `doubts` are those of the voices that read a scan."""
    builder = Builder(file, institution, comma, doubts)
    for event in events:
        builder.take(event)
    return builder.statement(pages, reader)


def account_key(number: str) -> str:
    """What tells account numbers apart, masked or not: the last four letters or digits, more where printed."""
    marks = re.sub(r"[^0-9A-Za-z]", "", number).upper()
    return marks.lstrip("X")[-4:] or marks


def _first_place(draft: Draft) -> tuple[int, int]:
    source = draft.lines[0].source if draft.lines else None
    return (source.page or 0, source.row or 0) if source else (10**6, 0)


def _alike(heading: str, total: str) -> bool:
    """Whether a total's name and a heading share their words, one holding the other."""
    ours, theirs = set(heading.split()), set(total.split())
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _amount(record: Record, role: str, comma: bool) -> Decimal | None:
    found = read(record.cells.get(role), comma)
    return None if found is None else found.value


def _plus(one: Decimal | None, two: Decimal | None, first: bool = False) -> Decimal | None:
    if first:
        return two
    return None if one is None or two is None else one + two


def _once(issues: Sequence[Issue]) -> list[Issue]:
    return list(dict.fromkeys(issues))


__all__ = ["AssetType", "Builder", "Literal", "build", "read_amount"]
