"""The title of an account as pages set it: broken over two lines, on a line for each owner, with the firm in it.

`INES CALLOWAY & TOBIAS CALLOWAY - WITH` over `RIGHTS OF SURVIVORSHIP`; `INES CALLOWAY` over `TOBIAS CALLOWAY JTWROS`;
under the letterhead of Alder Ridge, `INES CALLOWAY ALDER RIDGE BANK CUST ROTH IRA`.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.people import may_be_person
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.vocabulary import is_header_word, known_role
from core.ingest.nouns.words import Line, Word, phrases, text_of
from core.ingest.owners.account_titles import Title, title_of

ALIKE = 0.5
"""How far the sizes of two lines of one title may lie apart, in points."""
KEEPS = r"(?: [A-Z][\w.,&'’-]*){0,5}? (?:as )?(?:cust(?:odian)?|c/f)\.?(?: (?:for|of)(?: the)?)? "
OF_FIRM = r"(?: (?:(?:private|national|wealth) )?(?:trust|bank))"
"""How a sister of the firm is called behind the first word of both: `ALDER TRUST COMPANY` of Alder Private Bank."""
LEAST_OF_FIRM = 5
NUMBER = re.compile(r" acc(?:oun)?t\.?(?: (?:no\.?|number|#))? (?=[\w-]*\d{4})[\w-]{5,20}$", re.I)
"""The number of the account behind its title: `INES CALLOWAY ROTH IRA ACCT. R44120000`."""


def title_on_lines(
    run: Sequence[Word], over: Sequence[Word] | None, letterhead: Line | None
) -> tuple[Title, Sequence[Word]] | None:
    """The title in a piece of a line, or in it and the piece at its edge right above, and the words that tell it."""
    text = NUMBER.sub("", without_firm(text_of(run), letterhead))
    if over and abs(over[0].size - run[0].size) < ALIKE and (broken := _broken(text, over)) is not None:
        return broken, (*over, *run)
    title = title_of(text)
    return (title, run) if title is not None else None


def without_firm(text: str, letterhead: Line | None) -> str:
    """A title without the firm of the letterhead that keeps the account, where that stands between owner and kind."""
    firm = text_of(phrases(letterhead.words, 1.0)[0]) if letterhead is not None else ""
    if len(firm) < LEAST_OF_FIRM:
        return text
    plain = re.sub(rf" {re.escape(firm)}{KEEPS}", " ", text, count=1, flags=re.I)
    first = firm.split()[0]
    if plain != text or len(first) < LEAST_OF_FIRM:
        return plain
    return re.sub(rf" {re.escape(first)}{OF_FIRM}{KEEPS}", " ", text, count=1, flags=re.I)


def with_first_owner(title: Title, over: Sequence[Word] | None) -> str:
    """The owner of a title; before the second of two who own jointly the one who is named alone right above."""
    first = text_of(over) if over else ""
    joint = registration_of(title.kind) == "taxable_joint" and may_be_person(title.owner)
    return f"{first} & {title.owner}" if joint and may_be_person(first) else title.owner


def _broken(text: str, over: Sequence[Word]) -> Title | None:
    """The title that two lines are, of which the upper one alone is none, names no owner alone and heads no column."""
    upper = text_of(over)
    if title_of(upper) is not None or may_be_person(upper) or _heads(upper):
        return None
    return title_of(f"{upper} {text}")


def _heads(text: str) -> bool:
    """Whether a text heads a column, `Accounts` over `Revocable Trust brokerage account` too, which is no trust."""
    words = [word.lower().removesuffix("s") for word in text.split()]
    return known_role(text) is not None or all(map(is_header_word, words))
