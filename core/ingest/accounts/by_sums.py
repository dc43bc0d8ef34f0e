"""Cash and totals whose labels say nothing known, named by arithmetic: positions + one printed amount = another.

Amounts are printed to the cent, so that a sum that ties by chance is not to be feared; sums that tie for another
reason are: flows of a period, values of classes of assets, of other accounts, of a security that was not read.
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.statement import StatementLine
from core.ingest.accounts.draft import ZERO, Draft
from core.ingest.lexicon.identifiers import symbol_in
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.sections import kind_of_section, total_name
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.lines.facts import total_rank
from core.ingest.nouns.events import Fact, Where

FLOW = re.compile(
    r"\b(?:beginning|opening|prior|previous|last|start\w*|initial|changes?|withdraw\w*|dividends?|income|interest|fees?|"
    r"gains?|loss(?:es)?|contribut\w*|additions?|distribut\w*|transfers?|tax(?:es)?|purchases?|sales?|sold|bought|"
    r"accrued|commit\w*|cost|basis|invested|paid|earn\w*|estimated|annual|deposited|appreciation)\b",
    re.I,
)
SECURITY = re.compile(
    r"\b(?:inc|corp|co|plc|ltd|llc|l\.?p|nv|sa|ag|se|trust|funds?|etfs?|bonds?|notes?|annuity|contract|shares?|stocks?|"
    r"equit(?:y|ies)|securities|partners|holdings|group|fixed|alternatives?|mortgage|property|house|real estate|"
    r"insurance|option|stable value|guaranteed)\b",
    re.I,
)
PRIVATE = re.compile(
    r"\b(?:l\.? ?p|scsp|private|infrastructure|buyouts?|ventures?|opportunit\w+|growth|real estate|reit|hedge|capital|"
    r"[ivx]{2,5}|(?:19|20)\d\d)\b\.?",
    re.I,
)
"""Words of funds that print no units, and that no cash has in its name."""
HOUSEHOLD = re.compile(
    r"\b(?:household|family(?! (?:of funds|(?:living |revocable )?(?:trust|foundation|partners|limited|llc|lp))\b)|"
    r"all accounts|relationship|combined|accounts)\b",
    re.I,
)
CASHY = re.compile(r"\b(?:cash|sweep|deposit|money|dollars?|uninvested|core|settlement|bank|credit|free)\b", re.I)
OWED = re.compile(r"\b(?:debit|debt|loan|owed|borrowed|margin)\b", re.I)
FEW, MOST = 2, 60
FEW_PARTS, MOST_PARTS = 4, 10


def cash_beside(draft: Draft, held: Decimal) -> tuple[Decimal, Decimal] | None:
    """The account's cash and total where positions worth `held` and one printed amount are another one, or None.

    What has accrued on the positions is no cash, though the total may hold it.
    """
    spoken = draft.money[-MOST:]
    sums = {fact.amount for fact in (*spoken, *draft.totals) if _may_be_total(fact)}
    sums |= set(draft.balance_sums) | {amount for _, amount in draft.loose_sums}
    labels = Counter(label for label, _ in {(fact.text, fact.amount) for fact in spoken})
    accrued = sum((line.accrued or ZERO for line in draft.lines), ZERO)
    pairs = [
        (amount, held + amount)
        for fact in spoken
        if labels[fact.text] == 1 and _may_be_cash(fact.text)
        for amount in _signed(fact)
        if held + amount in sums and amount != accrued
    ]
    return max(pairs, key=lambda pair: pair[1], default=None)


def cash_in_parts(draft: Draft, worths: Sequence[Decimal], total: Decimal | None) -> tuple[Decimal, Decimal] | None:
    """Cash that stands in several lines of one table of balances, which make up the total, and that total; or None.

    `worths` are what the positions are worth, without and with accrued interest; where one of them is the total, no
    cash is missing.
    """
    if total in worths:
        return None
    sums = {fact.amount for fact in (*draft.money[-MOST:], *draft.totals) if _may_be_total(fact)}
    closing = [cash for cash in draft.balance_sums if cash and cash not in draft.of_securities]
    if total is not None and (tied := [cash for cash in closing if total - cash in worths]):
        return tied[-1], total
    sums = {total} if total is not None else sums | set(draft.balance_sums)
    for table in dict.fromkeys(number for number, _ in draft.balances):
        lines = [line for number, line in draft.balances if number == table and _may_be_cash(line.description)]
        parts = [line.market_value for line in lines if line.market_value][:MOST_PARTS]
        for count in range(1, min(len(parts), FEW_PARTS) + 1):
            for some in itertools.combinations(parts, count):
                cash = sum(some, ZERO)
                if reached := [worth + cash for worth in worths if worth + cash in sums]:
                    return cash, reached[0]
    return None


def total_beside(draft: Draft, worth: Decimal) -> Decimal | None:
    """The worth of an account where it is printed, under whatever label; None where it is not."""
    if len(draft.lines) < FEW:
        return None
    spoken = {fact.amount for fact in draft.money if _may_be_total(fact)}
    spoken |= {amount for _, amount in (*draft.subtotals, *draft.loose_sums)} | set(draft.balance_sums)
    spoken |= {line.market_value for _, line in draft.balances if role_of(line.description) == "value"}
    return worth if worth in spoken else None


def settle_cash(draft: Draft) -> None:
    """The one row of a value alone among rows of units at a price is the account's cash, whatever it is called.

    Not so where its name tells a kind of security, or has a word of private funds.
    """
    _take_out_total(draft)
    bare = [place for place, line in enumerate(draft.lines) if _is_bare(line)]
    full = [line for line in draft.lines if _is_full(line)]
    known = any(line.asset_type == "cash" for line in draft.lines)
    if len(bare) != 1 or known or len(full) < FEW or len(full) != len(draft.lines) - 1:
        return
    line = draft.lines[bare[0]]
    others = sum((one.market_value or ZERO for one in full), ZERO)
    own = line.asset_type in ("other", "money_market") and PRIVATE.search(line.description) is None
    named = own and SECURITY.search(line.section.split(" / ")[-1]) is None and _may_be_cash(line.description)
    if named and _at_an_end(draft.lines, bare[0]) and (line.market_value or ZERO) < others:
        draft.lines[bare[0]] = replace(line, asset_type="cash", cost_basis=None, gain=None)


def _take_out_total(draft: Draft) -> None:
    """A last row of a value alone, worth all other rows and one amount beside them, is the total of the account."""
    last = draft.lines[-1] if any(map(_is_full, draft.lines[:-1])) else None
    if last is None or not _is_bare(last) or last.market_value is None:
        return
    rest = last.market_value - sum((line.market_value or ZERO for line in draft.lines[:-1]), ZERO)
    beside = {amount for fact in draft.money if _may_be_cash(fact.text) for amount in _signed(fact)}
    if not rest or rest in {*beside, *draft.cash, *draft.weak_cash}:
        draft.lines.pop()
        draft.totals.append(Fact("total", last.description, Where(last.source.page), last.market_value, rank=1))


def _at_an_end(lines: Sequence[StatementLine], place: int) -> bool:
    """Whether a row stands first or last in the account or under its heading."""
    above = lines[place - 1].section if place else None
    below = lines[place + 1].section if place + 1 < len(lines) else None
    return above != lines[place].section or below != lines[place].section


def _is_full(line: StatementLine) -> bool:
    """Whether a row has units at a price, or is a share of a private fund."""
    return (line.quantity is not None and line.price is not None) or line.commitment is not None


def _is_bare(line: StatementLine) -> bool:
    """Whether a row prints a value and nothing that a security has; cash may print its value as cost too."""
    has = (line.quantity, line.price, line.commitment, line.called, line.symbol, line.cusip, line.isin)
    own_cost = line.cost_basis in (None, line.market_value)
    return bool(line.market_value) and line.asset_type != "cash" and own_cost and not line.lots and not any(has)


def _signed(fact: Fact) -> tuple[Decimal, ...]:
    amount = fact.amount or ZERO
    return () if not amount else (-abs(amount),) if OWED.search(fact.text) else (amount,)


def _may_be_cash(label: str) -> bool:
    """Whether an amount under this label may be cash: no flow, sum, account, column, security or class of them."""
    label = re.sub(r"[\d.]+ ?%", "", label)
    if FLOW.search(label) or total_rank(label) or total_name(label) is not None or symbol_in(label):
        return False
    if CASHY.search(label) or OWED.search(label):
        return True
    if role_of(label) is not None:
        return False
    strange = any(map(str.isdigit, label)) or SECURITY.search(label) or registration_of(label)
    return not strange and kind_of_section(label) in (None, "cash", "money_market") and len(label.split()) <= 6


def _may_be_total(fact: Fact) -> bool:
    """Whether an amount under this label may be what the account is worth."""
    return FLOW.search(fact.text) is None and HOUSEHOLD.search(fact.text) is None
