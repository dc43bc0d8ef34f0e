"""Words of digits alone that are no amounts: the number of a security or of an account, by the head over them."""

import re
from collections.abc import Sequence

from core.ingest.lexicon.identifiers import CUSIP, cusip_ok
from core.ingest.nouns.head import Column
from core.ingest.nouns.words import Word

AT_EDGE = 3.0
"""Nearer to the left edge of a column, in points, stands what begins there."""
BARE_ACCOUNT = re.compile(r"\d{6,12}")


def numbers_security(word: Word, columns: Sequence[Column]) -> bool:
    """Whether a word under a head of CUSIPs is one, also where it is of digits alone, as many an amount is.

    So is one where the names begin.
    """
    if not (len(word.text) == 9 and CUSIP.fullmatch(word.text)):
        return False
    name = next((column for column in columns if column.role == "description"), None)
    if name is not None and abs(word.x0 - name.x0) < AT_EDGE and word.text.isdigit() and cusip_ok(word.text):
        return True
    over = _over(word, columns)
    return "cusip" in over or (not over.isdisjoint(("identifier", "symbol")) and cusip_ok(word.text))


def numbers_account(word: Word, columns: Sequence[Column]) -> bool:
    """Whether a word under a head of accounts is a number of one in digits alone, as an amount without cents is."""
    return _over(word, columns) == {"account"} and BARE_ACCOUNT.fullmatch(word.text) is not None


def is_cusip_in_digits(word: Word) -> bool:
    """Whether a word is a CUSIP of digits alone, as begins the line under a name: `023135106 QZAB`."""
    return len(word.text) == 9 and word.text.isdigit() and cusip_ok(word.text)


def _over(word: Word, columns: Sequence[Column]) -> set[str | None]:
    return {column.role for column in columns if word.x0 < column.x1 and word.x1 > column.x0}
