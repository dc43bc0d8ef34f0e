"""What is told over the number of an account, its holder and its registration, belongs to that account.

A file may also tell both under each number: where nothing but lines stand between two numbers, the way in which the
file began decides, and else the nearer one.
"""

import re
from dataclasses import dataclass

from core.domain.account import Registration
from core.ingest.accounts.draft import Draft
from core.ingest.events import Fact, Where
from core.ingest.kinds_told import SAID
from core.ingest.registrations import PLAIN_NUMBER, registration_of

TITLE_REACH, LINES_REACH, MOST_ROWS_OVER = 34.0, 40.0, 3
OTHER_NUMBER = re.compile(rf"(?<![\w/-]){PLAIN_NUMBER}(?![\w/-])")


@dataclass(slots=True)
class OverNumbers:
    """The last holder and registration told, with what their account had before, and the last number of an account.

    `holders_first` and `kinds_first`: in this file they stand over the numbers. `unheld`: no row has followed one.
    """

    holder: tuple[Fact, str, int] | None = None
    kind: tuple[Fact, Registration | None, int] | None = None
    number: Where | None = None
    holders_first: bool = False
    kinds_first: bool = False
    unheld: bool = False

    def row(self) -> None:
        """A row or a sum: what was told before it is over no number below."""
        self.holder, self.kind, self.unheld = None, None, False

    def opens(self, before: Draft, now: Draft, preface: Draft, here: Where) -> None:
        """A number opens the account `now`; what stands over it goes there from the account `before`."""
        if now is not before:
            if self.kind is not None and self._is_title(self.kind[0], before is preface, here):
                self._give_kind(self.kind, before, now)
            if self.holder is not None and self._is_own(self.holder[0], self.holders_first, before is preface, here):
                self._give_holder(self.holder, before, now, preface)
            self.unheld = True
        self.holder, self.kind, self.number = None, None, here

    def _give_kind(self, kind: tuple[Fact, Registration | None, int], before: Draft, now: Draft) -> None:
        fact, registration, rank = kind
        self.kinds_first = True
        _hand_on(fact, before, now)
        before.registration, before.registration_rank = registration, rank
        if now.registration is None:
            now.registration, now.registration_rank = registration_of(fact.text), fact.rank

    def _give_holder(self, holder: tuple[Fact, str, int], before: Draft, now: Draft, preface: Draft) -> None:
        """The holder goes to the account below; one told of the whole file gives way to what that says itself."""
        fact, owner, rank = holder
        self.holders_first = True
        if before is not preface:
            _hand_on(fact, before, now)
            before.owner, before.owner_rank = owner, rank
        if not now.owner or fact.rank > now.owner_rank:
            now.owner, now.owner_rank = fact.text, fact.rank - (before is preface)

    def _is_title(self, kind: Fact, first: bool, here: Where) -> bool:
        """Whether a registration is that of the number below: its title, or told behind a label over it."""
        if _is_right_above(kind.where, here) or is_beside(kind.where, here):
            return True
        told = (kind.rank >= SAID or _is_just_over(kind.where, here)) and OTHER_NUMBER.search(kind.text) is None
        return told and self._is_own(kind, self.kinds_first, first, here)

    def _is_own(self, told: Fact, over: bool, first: bool, here: Where) -> bool:
        """Whether what is told over a number is of that account, and not of the one whose number stands over it.

        `over`: in this file it stands over the numbers. `first`: this is the first number of the file.
        """
        if not _is_over(told.where, here):
            return False
        near = _is_just_over(told.where, here)
        under = self.number is not None and not _is_over(told.where, self.number) and _is_near(self.number, told.where)
        return near if first else over or not self.unheld or (near and not under)


def _hand_on(fact: Fact, before: Draft, now: Draft) -> None:
    """What was told of one account was told of the other."""
    before.told = [one for one in before.told if one is not fact]
    now.told.append(fact)


def is_beside(title: Where, number: Where | None) -> bool:
    """Whether a registration stands on the line of an account's number."""
    if number is None or title.box is None or number.box is None:
        return False
    return title.page == number.page and abs(title.box[1] - number.box[1]) < 2


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
