"""An account while it is read: what has been seen of it so far, with gaps, in the order of the file."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

from core.domain.account import Registration
from core.domain.statement import StatementActivity, StatementLine
from core.ingest.lexicon.figures import number
from core.ingest.nouns.events import Fact, Record

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class FirstSum:
    """A printed sum of all lines that stood before it: how many, their value and their cost where printed.

    `summary`: it closes a table of names and balances alone, and is the sum of those.
    """

    count: int
    value: Decimal | None
    cost: Decimal | None
    summary: bool = False


MASKED = re.compile(r"[Xx*•]{2,}|…|\.{2,}")


@dataclass(slots=True)
class Draft:
    """What is known of one account. `open_lots`: the figures of the last line are sums of the lots under it.

    `rounded` is how many printed values of lots were added up to the value of the last line; `unread` and `unsure`
    keep the account from being proven; `short_days` are month and day of transactions printed without a year;
    `named`: a column or a label tells its kind in a name, and no number;
    `balances` are rows of a name and a balance with their table, `balance_sums` the sums printed under such tables,
    `of_securities` those of them that stand under the names of securities;
    `plain_ira`: all that was told of the registration is `IRA`, of whatever kind;
    `at_death`: all that was told of it is to whom the account goes at death, of one owner or of two;
    `money` are printed amounts with a label that says nothing known;
    `covered` counts the lines that a printed sum has closed, `closed` how often and at which line each section was;
    `summed_costs` are lines whose cost is that of their lots, `summed_values` those whose value is; `own` is what the
    line of the last name prints beside lots that do not;
    `by_lots` are the places of securities that are made of rows of lots, each row with its day;
    `head` is the place of a row of a value alone, which may be the sum of the rows under it; `weak_cash` are amounts
    that may be cash; `first_sums` are of everything so far, `loose_sums` close nothing new: both wait for the end;
    `early_sums` are named sums printed before any row was read;
    `nothing` are the places of rows that print a dash in every column;
    `told` is every owner and registration that was said of it, the chosen ones too; `listed` those in the list of all
    accounts, `claims` those that were given to its neighbour and stand as near to its own number;
    `on_pages` are owners and kinds at the heads of its own pages;
    `parts` are the owners in whose parts of the report it is numbered; `parties` of all are who may own accounts,
    `kinds` what a list of them calls each;
    `kept_in` is its currency, `paid_in` that of its costs,
    `in_base` what its rows of a table file are worth in it and `base_sums` printed sums of these,
    `tells_currencies`: a row prints its own.
    """

    number: str = ""
    named: bool = False
    owner: str = ""
    institution: str = ""
    owner_rank: int = 0
    registration: Registration | None = None
    registration_rank: int = 0
    plain_ira: bool = False
    at_death: bool = False
    as_of: date | None = None
    as_of_rank: int = 0
    totals: list[Fact] = field(default_factory=list)
    cash: list[Decimal] = field(default_factory=list)
    weak_cash: list[Decimal] = field(default_factory=list)
    lines: list[StatementLine] = field(default_factory=list)
    subtotals: list[tuple[str, Decimal]] = field(default_factory=list)
    cost_subtotals: list[tuple[str, Decimal]] = field(default_factory=list)
    activity: list[StatementActivity] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    unsure: list[tuple[Decimal, str]] = field(default_factory=list)
    covered: int = 0
    closed: dict[str, tuple[int, int]] = field(default_factory=dict)
    open_lots: bool = False
    rounded: int = 0
    own: dict[str, Decimal] = field(default_factory=dict)
    short_days: dict[int, tuple[int, int]] = field(default_factory=dict)
    balances: list[tuple[int, StatementLine]] = field(default_factory=list)
    valued_apart: set[int] = field(default_factory=set)
    balance_sums: list[Decimal] = field(default_factory=list)
    of_securities: set[Decimal] = field(default_factory=set)
    money: list[Fact] = field(default_factory=list)
    summed_costs: set[int] = field(default_factory=set)
    summed_values: set[int] = field(default_factory=set)
    by_lots: dict[tuple[str, str], int] = field(default_factory=dict)
    head: int | None = None
    first_sums: list[FirstSum] = field(default_factory=list)
    loose_sums: list[tuple[str, Decimal]] = field(default_factory=list)
    early_sums: list[tuple[str, Decimal]] = field(default_factory=list)
    nothing: list[int] = field(default_factory=list)
    told: list[Fact] = field(default_factory=list)
    listed: list[Fact] = field(default_factory=list)
    claims: list[Fact] = field(default_factory=list)
    parts: list[Fact] = field(default_factory=list)
    on_pages: list[Fact] = field(default_factory=list)
    parties: list[tuple[str, ...]] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    kept_in: str = ""
    paid_in: str = ""
    tells_currencies: bool = False
    in_base: dict[int, Decimal] = field(default_factory=dict)
    base_sums: list[Decimal] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether the account holds nothing and says so: each sum that is printed for it is none."""
        said = [*(fact.amount for fact in self.totals), *self.balance_sums, *self.cash]
        return bool(said) and not any(said) and not self.lines and not self.activity

    @property
    def key(self) -> str:
        """What tells two accounts apart."""
        return account_key(self.number)


@cache
def account_key(number: str) -> str:
    """What tells most account numbers apart, masked or not: the last four letters or digits."""
    marks = _marks(number)
    return marks[-4:] or number.upper()


@cache
def same_account(one: str, other: str) -> bool:
    """Whether two numbers may be of one account: one ends as the other does, or a masked one ends with the same four.

    Where a house ends all its numbers alike, `00009228 4718 1 133`, only whole numbers tell accounts apart.
    """
    ours, theirs = _marks(one), _marks(other)
    if MASKED.search(one) or MASKED.search(other):
        return ours[-4:] == theirs[-4:]
    return ours.endswith(theirs) or theirs.endswith(ours)


def _marks(number: str) -> str:
    return re.sub(r"[^0-9A-Za-z]", "", number).upper().lstrip("X")


def amount_in(record: Record, role: str, comma: bool) -> Decimal | None:
    """The number in a cell of the record, or None."""
    return number(record.cells.get(role), comma)


def plus(one: Decimal | None, two: Decimal | None, first: bool = False) -> Decimal | None:
    """The sum of what is known; `first`: there is nothing yet to add to."""
    if first:
        return two
    return None if one is None or two is None else one + two
