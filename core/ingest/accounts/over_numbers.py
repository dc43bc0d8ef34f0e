"""What is told over the number of an account, its holder and its registration, belongs to that account.

A file may also tell both under each number: where nothing but lines stand between two numbers, the way in which the
file began decides, and else the nearer one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.domain.account import Registration
from core.ingest.accounts.draft import Draft
from core.ingest.lexicon.registrations import PLAIN_NUMBER, registration_of
from core.ingest.nouns.events import Fact, Where
from core.ingest.owners.kinds_told import LISTED, SAID

Value = TypeVar("Value")
TITLE_REACH, LINES_REACH, MOST_ROWS_OVER = 34.0, 40.0, 3
OTHER_NUMBER = re.compile(rf"(?<![\w/-]){PLAIN_NUMBER}(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Told(Generic[Value]):
    """What one line tells of an account, the surest first, and what the account had before and how surely.

    In a line of a list of accounts nothing is told surely.
    """

    facts: tuple[Fact, ...]
    before: Value
    rank: int

    @property
    def fact(self) -> Fact:
        """The surest of them; the least sure in a list."""
        return self.facts[-1] if self.facts[-1].rank == LISTED else self.facts[0]


def told_by(fact: Fact, last: Told[Value] | None, before: Value, rank: int) -> Told[Value]:
    """What is told with one fact more: a line may tell the same in two ways, and nothing of it was there before."""
    if last is None or not _is_on_line(fact.where, last.fact.where):
        return Told((fact,), before, rank)
    facts = sorted((*last.facts, fact), key=lambda one: one.rank, reverse=True)
    return Told(tuple(facts), last.before, last.rank)


@dataclass(slots=True)
class OverNumbers:
    """The last holder and registration told, with what their account had before, and the last number of an account.

    `holders_first` and `kinds_first`: in this file they stand over the numbers. `unheld`: no row has followed one.
    """

    holder: Told[str] | None = None
    kind: Told[Registration | None] | None = None
    number: Where | None = None
    holders_first: bool = False
    kinds_first: bool = False
    unheld: bool = False

    def row(self) -> None:
        """A row or a sum: what was told before it is over no number below."""
        self.holder, self.kind, self.unheld = None, None, False

    def worth(self, here: Where) -> None:
        """What an account is worth, told in the row of a sheet that tells its number: all of it is told in its row."""
        if self._is_in_row(here):
            self.unheld = False

    def _is_in_row(self, here: Where) -> bool:
        """Whether something stands in the row of a sheet that tells the last number."""
        return here.box is None and self.number is not None and _is_on_line(here, self.number)

    def opens(self, before: Draft, now: Draft, preface: Draft, here: Where) -> None:
        """A number opens the account `now`; what stands over it goes there from the account `before`."""
        if now is not before:
            first = before is preface
            if self.kind is not None and not self._is_in_row(self.kind.fact.where):
                given = self._is_title(self.kind.fact, first, here)
                self._claim(self.kind.fact, before if given else now, here)
                if given:
                    self._give_kind(self.kind, before, now)
            if self.holder is not None and not self._is_in_row(self.holder.fact.where):
                given = self._is_own(self.holder.fact, self.holders_first, first, here)
                self._claim(self.holder.fact, before if given else now, here)
                if given:
                    self._give_holder(self.holder, before, now, preface)
            self.unheld = True
        self.holder, self.kind, self.number = None, None, here

    def _claim(self, told: Fact, other: Draft, here: Where) -> None:
        """What stands as near to the number above as to the one below may be of the `other` account as well."""
        upper = self.number
        if not self.unheld or upper is None or _is_on_line(told.where, upper) or _is_over(told.where, upper):
            return
        if _is_near(upper, told.where) and _is_just_over(told.where, here):
            other.claims.append(told)

    def _give_kind(self, kind: Told[Registration | None], before: Draft, now: Draft) -> None:
        fact = kind.fact
        self.kinds_first = True
        _hand_on(kind.facts, before, now)
        before.registration, before.registration_rank = kind.before, kind.rank
        if now.registration is None or fact.rank > now.registration_rank:
            now.registration, now.registration_rank = registration_of(fact.text), fact.rank

    def _give_holder(self, holder: Told[str], before: Draft, now: Draft, preface: Draft) -> None:
        """The holder goes to the account below; one told of the whole file gives way to what that says itself."""
        fact = holder.fact
        self.holders_first = True
        if before is not preface:
            _hand_on(holder.facts, before, now)
            before.owner, before.owner_rank = holder.before, holder.rank
        if not now.owner or fact.rank > now.owner_rank:
            now.owner, now.owner_rank = fact.text, fact.rank - (before is preface)

    def _is_title(self, kind: Fact, first: bool, here: Where) -> bool:
        """Whether a registration is that of the number below: its title, or told behind a label over it."""
        if is_beside(kind.where, here):
            return True
        if _is_right_above(kind.where, here):
            return self.kinds_first or not (self.unheld and self._is_nearer_the_last(kind.where, here))
        told = (kind.rank >= SAID or _is_just_over(kind.where, here)) and OTHER_NUMBER.search(kind.text) is None
        return told and self._is_own(kind, self.kinds_first, first, here)

    def _is_nearer_the_last(self, told: Where, here: Where) -> bool:
        """Whether what stands between two numbers is nearer to the upper one, as in a list with a line under each."""
        upper = self.number
        if upper is None or upper.box is None or told.box is None or here.box is None:
            return False
        return upper.page == told.page and 2 < told.box[1] - upper.box[1] < here.box[1] - told.box[1] - 1

    def _is_own(self, told: Fact, over: bool, first: bool, here: Where) -> bool:
        """Whether what is told over a number is of that account, and not of the one whose number stands over it.

        `over`: in this file it stands over the numbers. `first`: this is the first number of the file.
        """
        if not _is_over(told.where, here):
            return False
        near = _is_just_over(told.where, here)
        under = self.number is not None and not _is_over(told.where, self.number) and _is_near(self.number, told.where)
        return near if first else over or not self.unheld or (near and not under)


def _hand_on(facts: Sequence[Fact], before: Draft, now: Draft) -> None:
    """What was told of one account was told of the other."""
    before.told = [one for one in before.told if not any(one is fact for fact in facts)]
    now.told.extend(facts if facts[-1].rank != LISTED else ())


def is_beside(title: Where, number: Where | None) -> bool:
    """Whether a registration stands on the line of an account's number."""
    return number is not None and title.box is not None and _is_on_line(title, number)


def _is_on_line(one: Where, other: Where) -> bool:
    """Whether two things stand on one line of a page, or in one row of a sheet or a text."""
    if one.box is not None and other.box is not None:
        return one.page == other.page and abs(one.box[1] - other.box[1]) < 2
    return one.row is not None and (one.page, one.row) == (other.page, other.row)


def _is_right_above(title: Where, number: Where) -> bool:
    """Whether a title stands a line or two above a number, on its page and not beside it."""
    if title.box is None or number.box is None or title.page != number.page:
        return False
    return 0 < number.box[1] - title.box[1] < TITLE_REACH


def _is_just_over(upper: Where, lower: Where) -> bool:
    """Whether one line stands right over another, with at most two between."""
    return _is_over(upper, lower) and _is_near(upper, lower)


def _is_over(upper: Where, lower: Where) -> bool:
    """Whether one line stands over another of its page."""
    if upper.box is not None and lower.box is not None:
        return upper.page == lower.page and upper.box[1] < lower.box[1]
    return upper.row is not None and lower.row is not None and upper.row < lower.row


def _is_near(one: Where, other: Where) -> bool:
    """Whether at most two lines stand between two of a page."""
    if one.box is not None and other.box is not None:
        return one.page == other.page and abs(one.box[1] - other.box[1]) < LINES_REACH
    return one.row is not None and other.row is not None and abs(one.row - other.row) <= MOST_ROWS_OVER
