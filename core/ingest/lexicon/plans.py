"""What plans that give an employer's stock are called, `ESPP`, `Restricted Stock Units`: no security bears the name."""

import re
from collections.abc import Sequence

from core.ingest.lexicon.vocabulary import plain_label

GIVEN = re.compile(
    r"(?:(?:your|vested|released|shares from|total) )*"
    r"(?:(?:(?:restricted|performance|deferred) (?:stock|shares?)(?: units?| awards?)?|"
    r"(?:(?:qualified|employee|section 423) )?(?:stock|share) (?:purchase|option|award|savings) plan|"
    r"(?:equity|stock|share) (?:awards?|grants?)|(?:long[- ]term )?(?:equity )?incentive plan|"
    r"(?:(?:nonqualified|non-qualified|incentive|employee) )*(?:stock )?options?(?: exercises?)?|"
    r"rsus?|rsas?|psus?|psas?|dsus?|espp|esop|nqsos?|isos?)"
    r"(?: (?:shares|lots|vests?|releases?|purchases?))?(?: \([\w ]+\))?)s?",
    re.I,
)
CALLED = (
    r"(?:(?:(?:stock|equity|share) )?(?:plans?|awards?|grants?|programs?)"
    r"(?: (?:type|name|id|number|no|nbr|code|description))?|"
    r"type of (?:plan|award|grant)|(?:acquisition|lot) (?:type|method)|(?:share )?origin|source of shares|share source)"
)
PLAN = re.compile(f"{CALLED}(?: {CALLED})?")
"""How a head calls the plan or the award that shares came from."""
PENDING = re.compile(r"\b(?:unvested|not vested|nonvested|granted|exercisable|exercised|unexercised)\b|^outstanding$")
"""How the head of units calls those that are no holding: not vested, or to be bought yet."""

AWARD = re.compile(r"\b(?:award|grant)", re.I)
TO_PAY = re.compile(r"\b(?:exercise|option|grant|strike|award) price\b")
GRANTED = re.compile(r"\b(?:grant|award)(?:ed)?(?: (?:date|id|number|no|name|type))?$|\bdate (?:granted|of grant)\b")


def are_named_by_plan(labels: Sequence[str]) -> bool:
    """Whether heads of names call but the plan or the award, and no security."""
    return bool(labels) and all(PLAN.fullmatch(plain_label(label)) for label in labels)


def are_awards(labels: Sequence[str]) -> bool:
    """Whether heads of names call but awards or grants: whoever reads them as securities is wrong."""
    return are_named_by_plan(labels) and any(AWARD.search(label) for label in labels)


def are_pending(units: str, labels: Sequence[str]) -> bool:
    """Whether units under the head of that name are no holding: not vested, or options that an employer has granted.

    Such options have a price to pay and the day or the number of a grant among their heads.
    """
    plain = [plain_label(label) for label in labels]
    granted = any(map(TO_PAY.search, plain)) and any(map(GRANTED.search, plain))
    return granted or PENDING.search(plain_label(units)) is not None
