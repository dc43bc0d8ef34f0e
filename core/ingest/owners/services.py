"""Titles of accounts that a bank manages or keeps for its client, by the name of the service.

`Investment Management Agency for Ines Calloway`, `CUSTODY FBO CALLOWAY FAMILY TRUST`, `Ines Calloway IMA`.
"""

import re

WORDS = r"(?:investment|asset|discretionary|non-?discretionary|personal|private|portfolio|managed?|management|advisory)"
BEHIND = r"(?:accounts?|agency|agreement|portfolio|services?|acct\.?|a/c)"
SERVICE = (
    rf"(?:(?:{WORDS} ){{0,3}}(?:agency|custody|safekeeping|management|ima)(?: {BEHIND})?|(?:{WORDS} ){{1,3}}{BEHIND})"
)
SERVED = re.compile(rf"{SERVICE},? (?:for|of|fbo|f/b/o|for (?:the )?benefit of) (?P<whom>.+)", re.I)
SERVED_BEFORE = re.compile(
    rf"(?P<whom>.{{5,80}}?),?(?: [-–—])? (?:(?:{WORDS} ){{1,3}}agency|agency accounts?|"
    rf"(?:{WORDS} ){{0,3}}(?:custody|safekeeping|ima)(?: {BEHIND})?|private investment)",
    re.I,
)
"""An agency alone is one of the government's that issues bonds; who deals in `Private Investments` is a house."""


def served(text: str) -> str:
    """Whom a title of a managed or kept account names behind the service; empty for any other text.

    >>> served("Investment Management Agency for Ines Calloway")
    'Ines Calloway'
    """
    found = SERVED.fullmatch(text)
    return found["whom"] if found is not None else ""


def served_before(text: str) -> str:
    """Whom such a title names before the service, `Calloway Family Trust - Custody Account`; empty for another."""
    found = SERVED_BEFORE.fullmatch(text)
    return found["whom"].strip(" -–—") if found is not None else ""
