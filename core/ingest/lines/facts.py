"""What a statement says outside its tables: account numbers, owners, registration, dates, totals, cash.

Facts are labels with what stands right of them on the same line, or under them. Reading is by the words that
statements share, not by one broker's places.
"""

import itertools
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from core.ingest.data import load
from core.ingest.lexicon.amounts import is_blank, is_broken, read_amount
from core.ingest.lexicon.currencies import currency_told
from core.ingest.lexicon.dates import (
    OTHER_DATES,
    OTHER_STATEMENT,
    day_of_period,
    is_period,
    lone_date,
    read_as_of,
    read_date,
    read_month,
)
from core.ingest.lexicon.registrations import PLAIN_NUMBER, account_number, titled_number
from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.taught import line_meaning
from core.ingest.nouns.events import Event, Fact, Trouble, Where
from core.ingest.nouns.words import Line
from core.ingest.owners.kinds_told import kinds_of_titles
from core.ingest.owners.plan_members import member_of
from core.ingest.owners.titles_of_houses import titled_with_house
from core.ingest.owners.told_owners import people

NUMBER_LABEL = re.compile(r"(?:\w+ )?(?:account|acct\.?|contract|policy)(?: number| no\.?| #)\s*:?", re.I)
OPENING = re.compile(r"^(?:your )?(?:beginning|opening|starting|prior|previous)\b.{0,30}\b(?:as of|as at|on)\b", re.I)
TOTALS: tuple[tuple[int, str], ...] = tuple((rank, found) for rank, found in load("accounts")["totals"])
CASH = re.compile(
    r"^(?:total (?:net )?|net |brokerage |closing |ending |available )?"
    r"(?:cash(?: balance| equivalents| (?:and|&) cash (?:investments|equivalents)|"
    r" (?:and|&) sweep[\w ]*| available| at bank| on hand| in hand| awaiting \w+)?|"
    r"margin (?:debit )?balance|(?:free |net )?(?:credit|debit) balance|current account\b.*|"
    r"core cash|sweep balance|bank sweep|money market sweep|uninvested cash|settlement fund|"
    r"(?:settlement|operating|residual) cash|private account\b.*|"
    r"closing cash balance|ending cash balance)$",
    re.I,
)
WEAK_CASH = re.compile(
    r"(?!.*\b(?:beginning|opening|starting|prior|previous|change|non-?cash)\b)"
    r"(?:.*\bcash\b.*|.*\bmoney (?:market )?funds?\b.*|"
    r".*\bdeposits?\b.*|.*\bins(?:ured|rd) dep\b.*|"
    r".*\bsweep\b.*|.*\bcredit balance|(?:settlement|core) (?:fund|account|position)\b.*)$",
    re.I,
)
LABEL_AMOUNT = re.compile(
    r"^(.*?[A-Za-z):*\d])(?:[\s.:]{2,}|\s*:\s*|\s+)"
    r"((?:[A-Z]{3} )?[-(]*\$?[-(]*(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\)?)$"
)
BETWEEN = re.compile(
    r"\s+[|·•]\s+|\s*;\s+|\s+(?=(?:(?:account )?owner|registration|account (?:title|type|registration|name)):)", re.I
)
MOVE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?\s+[A-Za-z].*\d\.\d\d\b")
"""What was done on a day, whose words may name another: `02/02/26 FEE FOR PERIOD ENDING 01/31/26 (310.00)`."""
OF_PRICES = re.compile(
    r"(?:\W|\b(?:market|closing|security|all|the)\b)*(?:prices?|priced|pricing|quotes?)\b(?!.*\bperiod\b)|"
    r"[\W¹²³⁴⁵]*(?:\d\W+)?(?:the )?(?:estimated )?(?:nav|net asset value|unit value)s? per (?:share|unit) "
    r"(?:is |are |was |were |shown )*(?:as of|as at|on)\b",
    re.I,
)
"""What begins a line on the day of prices, which may be another than that of the holdings."""
LABELLED = re.compile(r"[A-Z][A-Za-z ]{2,30}: ?\S")
OF_ACCOUNT = re.compile(r"(?:account |registered )?(?:owner|holder|registration|title|type)s?:", re.I)
AMOUNT = re.compile(r"\$|\d[.,]\d")
RUN = re.compile(r"([^\d$]*[A-Za-z)][^\d$(]*?)((?:\s+-?\(?\$?-?\d[\d,]*\.\d\d\)?){2,})(?:\s+[\d.]+ ?%)?")
POST_CODE = re.compile(r"\d{5}(?:-\d{4})?")
OF_STATE = re.compile(r"[A-Za-z.]{3,},? [A-Z]{2}$")
"""The end of a town before its post code, `Salem, OR`."""
WORTH = re.compile(r"\b(?:value|worth|balance|total|assets|accruals?|accrued)\b", re.I)
SINCE = re.compile(r"^(?:for|from)\s+", re.I)
"""What may stand before a period: `FROM 10/01/26 THROUGH 10/31/26`."""
TAUGHT_RANK = 9
WORTH_TOLD = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{4,40}):\s*\(?-?\$?[\d,]+\.\d\d\)?")


def facts_of(phrases: Sequence[str], where: Where) -> list[Event]:
    """Every fact in the phrases of one line (pieces of text with wide gaps between them)."""
    found: list[Event] = []
    phrases = [part for phrase in _over_strokes(phrases) for part in _labelled_parts(phrase)]
    whole = " ".join(phrases)
    beside = [f"{label} {text}" for label, text in itertools.pairwise(phrases) if NUMBER_LABEL.fullmatch(label)]
    beside += _titles_beside(phrases)
    spoken = [number for text in (*phrases, *beside, whole) if (number := account_number(text) or titled_number(text))]
    if spoken:
        found.append(Fact("account", spoken[0], where))
    found.extend(member_of([*phrases, whole], where))
    found.extend(kinds_of_titles([*phrases, whole], where))
    named = people(phrases, where)
    told = any(isinstance(fact, Fact) and fact.kind == "owner" for fact in named)
    found.extend([*([] if told else titled_with_house([*phrases, whole], where)), *named])
    if day := read_as_of(whole):
        of_period = any(is_period(SINCE.sub("", phrase)) for phrase in phrases)
        rank = 1 if _tells_opening(phrases, day) else 3 if of_period else _date_rank(whole)
        found.append(Fact("as_of", whole, where, day=day, rank=rank))
    elif day := day_of_period(whole):
        found.append(Fact("as_of", whole, where, day=day, rank=3))
    elif day := max(_lone_dates(phrases), default=None):
        found.append(Fact("as_of", whole, where, day=day, rank=1))
    elif month := next((day for phrase in phrases if (day := read_month(phrase))), None):
        found.append(Fact("as_of", whole, where, day=month, rank=1))
    found += [Fact("currency", money, where) for money in (currency_told(whole),) if money]
    found.extend(_money(phrases, where))
    found.extend(
        Trouble(f"'{word}' is not a well-formed amount; it is not used", where)
        for word in whole.split()
        if is_broken(word)
    )
    return found


def _tells_opening(phrases: Sequence[str], day: date) -> bool:
    """Whether a day is that of a value before the period, though other words stand left of it on the line."""
    texts = [*phrases, *map(" ".join, itertools.pairwise(phrases)), " ".join(phrases)]
    return any(OPENING.search(text) and read_as_of(text) == day for text in texts)


def _titles_beside(phrases: Sequence[str]) -> list[str]:
    """Titles with the number far behind them, `Roth IRA   417-20934   INES CALLOWAY`, in no row of amounts."""
    if any(AMOUNT.search(phrase) for phrase in phrases):
        return []
    return [f"{title} {text}" for title, text in itertools.pairwise(phrases) if re.fullmatch(PLAIN_NUMBER, text)]


def _over_strokes(phrases: Sequence[str]) -> list[str]:
    """The phrases with those made one that a stroke holds together however wide the gap: `JOINT WROS |  7931-8739`."""
    found: list[str] = []
    for phrase in phrases:
        if found and (found[-1].endswith("|") or phrase.startswith("|")):
            found[-1] += f" {phrase}"
        else:
            found.append(phrase)
    return found


def _labelled_parts(phrase: str) -> list[str]:
    """What strokes, dots or semicolons part in a phrase where each part has its label: `Owner: X | Type: Y`."""
    parts = BETWEEN.split(phrase)
    return parts if len(parts) > 1 and all(map(LABELLED.match, parts)) else [phrase]


def tells_account(line: Line) -> bool:
    """Whether a line tells of an account in labels, one behind the other: `Owner: X | Registration: Y`."""
    parts = _labelled_parts(line.text)
    return len(parts) > 1 and any(map(OF_ACCOUNT.match, parts))


def tells_total(text: str) -> bool:
    """Whether a text is the worth of the account behind its label, `Net account value: $250.00`."""
    found = WORTH_TOLD.fullmatch(text.strip())
    return found is not None and total_rank(found["label"]) > 0


def total_rank(label: str) -> int:
    """How surely a label names the value of the whole account: 0 for not at all."""
    if line_meaning(label) == "account total":
        return TAUGHT_RANK
    if re.fullmatch(
        r"(?:total |market |account )?(?:balance|value|worth),? (?:on|as of|at) (.{6,20})", label.strip(" :"), re.I
    ):
        return 3 if read_date(label) else 0
    plain = " ".join(re.sub(r"\([^)]*\)|[*†:]|\bas of\b.*|\bon\b.*|\.{2,}", " ", label.lower()).split())
    return next((rank for rank, pattern in TOTALS if re.fullmatch(pattern, plain)), 0)


def _money(phrases: Sequence[str], where: Where) -> list[Event]:
    found: list[Event] = []
    phrases = [part for phrase in phrases for part in _run_parted(phrase) if not _is_percent(part)]
    for place, phrase in enumerate(phrases):
        label, amount = label_and_amount(phrase, phrases[place + 1] if place + 1 < len(phrases) else "")
        if label is None or amount is None:
            continue
        value = read_amount(amount)
        if value is None or value.percent or (POST_CODE.fullmatch(amount) and OF_STATE.search(label)):
            continue
        amounts = [value.value, *_further(phrases[place + (1 if LABEL_AMOUNT.match(phrase) else 2) :])]
        if rank := total_rank(label):
            found.extend(Fact("total", label, where, one, rank=rank) for one in amounts)
            found.extend(Fact("as_of", label, where, day=day, rank=1) for day in (read_date(label),) if day)
        elif CASH.match(label) or line_meaning(label) == "cash":
            found.extend(Fact("cash", label, where, one) for one in reversed(amounts))
        elif WEAK_CASH.match(label):
            found.extend(Fact("weak_cash", label, where, one) for one in amounts)
        elif total_name(label) == "":
            found.extend(Fact("sum", label, where, one) for one in amounts)
        else:
            several = len(amounts) if WORTH.search(label) else 1
            found.extend(Fact("money", label, where, one) for one in amounts[:several])
    return found


def _run_parted(phrase: str) -> list[str]:
    """A label and the amounts in a run behind it, `Ending Cash 541.68 500.00 41.68`, each by itself."""
    run = RUN.fullmatch(phrase)
    return [run[1].strip(), *run[2].split()] if run is not None else [phrase]


def _lone_dates(phrases: Sequence[str]) -> list[date]:
    """Dates that stand for themselves and not after the words of another day, `Next payment`."""
    before = ("", *phrases)
    return [
        day
        for label, phrase in zip(before, phrases, strict=False)
        if (day := lone_date(phrase))
        and OTHER_DATES.isdisjoint(label.lower().replace(":", " ").split())
        and not OTHER_STATEMENT.search(label)
    ]


def _is_percent(phrase: str) -> bool:
    amount = read_amount(phrase)
    return amount is not None and amount.percent


def _further(phrases: Sequence[str]) -> list[Decimal]:
    """More amounts beside the first: another period's, or another account's."""
    found = []
    for phrase in phrases:
        amount = read_amount(phrase)
        if amount is None and is_blank(phrase):
            continue
        if amount is None:
            break
        if not amount.percent:
            found.append(amount.value)
    return found


def label_and_amount(phrase: str, after: str) -> tuple[str | None, str | None]:
    """A label and its amount: in one phrase, or in two that follow each other; None for what is not there."""
    inside = LABEL_AMOUNT.match(phrase)
    if inside:
        return inside[1].strip(" :."), inside[2]
    if after and re.search(r"[A-Za-z]", phrase):
        return re.sub(r"[\s.:]+$", "", phrase), after.split()[0] if read_amount(after) is None else after
    return None, None


def _date_rank(text: str) -> int:
    plain = text.lower()
    if MOVE.match(text):
        return 0
    if OF_PRICES.match(text):
        return 2
    if re.search(
        r"as of|as at|period|ended|(?:statement|valuation|reporting) date|ending|valuation (?:at|on|as)", plain
    ):
        return 3
    return 2
