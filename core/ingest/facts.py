"""What a statement says outside its tables: account numbers, owners, registration, dates, totals, cash.

Facts are labels with what stands right of them on the same line, or under them. Reading is by the words that
statements share, not by one broker's places.
"""

import itertools
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from core.ingest.account_titles import title_of
from core.ingest.amounts import is_blank, is_broken, read_amount
from core.ingest.data import load
from core.ingest.dates import OTHER_DATES, lone_date, read_as_of, read_date, read_month
from core.ingest.events import Event, Fact, Trouble, Where
from core.ingest.kinds_told import PLAINLY, kinds_in, kinds_of_titles
from core.ingest.layouts.taught import line_meaning
from core.ingest.plan_members import member_of
from core.ingest.registrations import account_number, registration_of, titled_number
from core.ingest.sections import total_name
from core.ingest.words import Line

NUMBER_LABEL = re.compile(r"(?:\w+ )?(?:account|acct\.?|contract|policy)(?: number| no\.?| #)\s*:?", re.I)
OPENING = re.compile(r"^(?:your )?(?:beginning|opening|starting|prior|previous)\b.{0,30}\b(?:as of|as at|on)\b", re.I)
OWNER = re.compile(
    r"^(?:account (?:holder|owner|name)s?|client(?: name)?|owners?|investor|prepared for|participant|name|"
    r"account title|registered owner|holder|statement for|member|customer|limited partner)\s*:\s*(.{3,60})$",
    re.I,
)
PREPARED = re.compile(r"^(?:prepared|statement) for (?=(.{3,60})$)", re.I)
REGISTERED = re.compile(r"^(?:(?:account )?registration:?|(?:account|statement) (?:of|for)) (?=(.{3,80})$)", re.I)
WELCOME = re.compile(r"^welcome(?: back)?,? (?P<name>[A-Z][^,:!\d]{3,50})[!.]?$", re.I)
"""How a page of a site greets whom it shows the account to."""
OWNER_LABEL = re.compile(
    r"^(?:account (?:holder|owner|name)s?|client(?: name)?|owners?|prepared for|participant|account title|"
    r"registered owner|limited partner)\s*:?$",
    re.I,
)
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
    r"(?!.*\b(?:beginning|opening|starting|prior|previous|change)\b)(?:.*\bcash\b.*|.*\bmoney (?:market )?funds?\b.*|"
    r".*\bdeposits?\b.*|.*\bins(?:ured|rd) dep\b.*|"
    r".*\bsweep\b.*|.*\bcredit balance|(?:settlement|core) (?:fund|account|position)\b.*)$",
    re.I,
)
LABEL_AMOUNT = re.compile(
    r"^(.*?[A-Za-z):*\d])(?:[\s.:]{2,}|\s*:\s*|\s+)"
    r"((?:[A-Z]{3} )?[-(]*\$?[-(]*(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\)?)$"
)
INCOME = re.compile(r"(?:total |net )?(?:dividends?|interest|income|gains?|distributions?)\b", re.I)
FIRM = re.compile(r"\b(?:trust (?:company|co)|bank|n\.?a|fiduciary|securities|company)\b", re.I)
"""A house before `, Trustee` or `, Custodian`: it keeps the account and does not own it."""
OF_REPORT = re.compile(r"^(?:[A-Za-z]+ ){0,3}(?:holdings|positions|appraisal|valuation)\b(?: [A-Za-z]+){0,4}$", re.I)
"""The title of a report, before the name of whom it is made for: `Holdings by Asset Class - Ines Calloway`."""
STROKES = re.compile(r"\s+[-–—]\s+|(?<=\w)—(?=\w)")
BETWEEN = re.compile(
    r"\s+[|·•]\s+|\s*;\s+|\s+(?=(?:(?:account )?owner|registration|account (?:title|type|registration|name)):)", re.I
)
MOVE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?\s+[A-Za-z].*\d\.\d\d\b")
"""What was done on a day, whose words may name another: `02/02/26 FEE FOR PERIOD ENDING 01/31/26 (310.00)`."""
LABELLED = re.compile(r"[A-Z][A-Za-z ]{2,30}: ?\S")
OF_ACCOUNT = re.compile(r"(?:account |registered )?(?:owner|holder|registration|title|type)s?:", re.I)
RUN = re.compile(r"([^\d$]*[A-Za-z)][^\d$(]*?)((?:\s+-?\(?\$?-?\d[\d,]*\.\d\d\)?){2,})(?:\s+[\d.]+ ?%)?")
NAME_AND_KIND = re.compile(
    r"((?:(?:[A-Z][\w'’.-]*+ ){1,4}(?:and|&) )?[A-Z][\w'’.-]*+(?: [A-Z][\w'’.-]*+){1,3}), "
    r"([A-Za-z()-]++(?: [A-Za-z()-]++){0,5}+)"
    r"(?:,? [Xx*•\d][Xx*•\d-]{3,24}(?:, .{1,60})?)?"
)
WORTH = re.compile(r"\b(?:value|worth|balance|total|assets)\b", re.I)
TAUGHT_RANK = 9
NO_NAME = re.compile(
    r"\b(?:accounts?|summary|statement|brokerage|holdings?|portfolio|positions?|funds?|plan|investments?|managed|ira|"
    r"beneficiary|contributory|report|activity|details?|growth|income|continued|total|value|retirement)\b",
    re.I,
)


def facts_of(phrases: Sequence[str], where: Where) -> list[Event]:
    """Every fact in the phrases of one line (pieces of text with wide gaps between them)."""
    found: list[Event] = []
    phrases = [part for phrase in _over_strokes(phrases) for part in _labelled_parts(phrase)]
    whole = " ".join(phrases)
    beside = [f"{label} {text}" for label, text in itertools.pairwise(phrases) if NUMBER_LABEL.fullmatch(label)]
    spoken = [number for text in (*phrases, *beside, whole) if (number := account_number(text) or titled_number(text))]
    if spoken:
        found.append(Fact("account", spoken[0], where))
    found.extend(member_of([*phrases, whole], where))
    found.extend(kinds_of_titles([*phrases, whole], where))
    found.extend(_people(phrases, where))
    if day := read_as_of(whole):
        rank = 1 if OPENING.search(whole) else _date_rank(whole)
        found.append(Fact("as_of", whole, where, day=day, rank=rank))
    elif day := max(_lone_dates(phrases), default=None):
        found.append(Fact("as_of", whole, where, day=day, rank=1))
    elif month := next((day for phrase in phrases if (day := read_month(phrase))), None):
        found.append(Fact("as_of", whole, where, day=month, rank=1))
    found.extend(_money(phrases, where))
    found.extend(
        Trouble(f"'{word}' is not a well-formed amount; it is not used", where)
        for word in whole.split()
        if is_broken(word)
    )
    return found


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


def _parted(phrase: str) -> list[str]:
    """What strokes part in a phrase; a line of income, `Dividends - Taxable`, is one."""
    return [phrase] if INCOME.match(phrase) else STROKES.split(phrase)


def _people(phrases: Sequence[str], where: Where) -> list[Event]:
    found: list[Event] = []
    for place, phrase in enumerate(phrases):
        if owner := OWNER.match(phrase) or _prepared(phrase):
            if NO_NAME.search(owner[1]) is None or len(NO_NAME.sub(" ", owner[1]).split()) > 1:
                found += _owner(owner[1], where)
        elif OWNER_LABEL.match(phrase) and place + 1 < len(phrases) and not any(map(str.isdigit, phrases[place + 1])):
            found += _owner(phrases[place + 1], where)
        elif (greeted := WELCOME.match(phrase)) and is_name(greeted["name"]):
            found.append(Fact("owner", greeted["name"].strip(" ."), where, rank=-1))
        elif len(parts := _parted(phrase)) > 1 and registration_of(" ".join(parts[1:])):
            if ":" not in parts[0] and is_name(parts[0]):
                found.append(Fact("owner", parts[0].strip(), where))
            found.append(Fact("registration", " - ".join(parts[1:]), where))
        elif (named := NAME_AND_KIND.fullmatch(phrase)) and FIRM.search(named[1]):
            continue
        elif named is not None and registration_of(named[2]) and is_name(named[1]):
            found += [Fact("registration", named[2], where), Fact("owner", named[1], where)]
        elif len(parts) == 2 and OF_REPORT.search(parts[0]) and is_name(parts[1]):
            found.append(Fact("owner", parts[1].strip(), where, rank=-1))
        elif len(parts) == 2 and PLAINLY.search(parts[0]) and is_name(parts[1]):
            found += [Fact("registration", parts[0], where), Fact("owner", _name(parts[1]), where)]
    found.extend(kinds_in(phrases, where))
    return found


def _prepared(phrase: str) -> re.Match[str] | None:
    """The name or the title behind `Statement for` without a colon; None where other words stand there."""
    found = PREPARED.match(phrase) or REGISTERED.match(phrase)
    named = found is not None and found.re is PREPARED and is_name(found[1])
    return found if found is not None and (named or title_of(found[1]) is not None) else None


def _owner(told: str, where: Where) -> list[Event]:
    """The owner behind a label, and the kind behind the names where the label tells the title of the account."""
    title = title_of(told)
    if title is None:
        return [Fact("owner", _name(told), where)]
    return [Fact("owner", title.owner, where), *([Fact("registration", title.kind, where)] if title.kind else [])]


def _money(phrases: Sequence[str], where: Where) -> list[Event]:
    found: list[Event] = []
    phrases = [part for phrase in phrases for part in _run_parted(phrase) if not _is_percent(part)]
    for place, phrase in enumerate(phrases):
        label, amount = label_and_amount(phrase, phrases[place + 1] if place + 1 < len(phrases) else "")
        if label is None or amount is None:
            continue
        value = read_amount(amount)
        if value is None or value.percent:
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
        if (day := lone_date(phrase)) and OTHER_DATES.isdisjoint(label.lower().replace(":", " ").split())
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
    if re.search(
        r"as of|as at|period|ended|(?:statement|valuation|reporting) date|ending|valuation (?:at|on|as)", plain
    ):
        return 3
    return 2


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 6 and not any(mark.isdigit() for mark in text) and words[0][0].isupper()


def is_name(text: str) -> bool:
    """Whether a text may be the name of a person or a family, and is no name for an account."""
    return _looks_like_name(text) and NO_NAME.search(text) is None


def _name(text: str) -> str:
    text = re.sub(r"\s*\((?=[^)]*\b(?:account|joint|individual|ira)\b)[^)]*\)?$", "", text.strip(), flags=re.I)
    return re.split(r"\s{2,}|\s+(?:account|acct|beneficiar\w+|annuitant|joint owner)\b", text.strip(), flags=re.I)[
        0
    ].strip(" ,;")
