"""The words with which a line says what was done: `Bought`, `CASH DIVIDEND RECEIVED`, `Advisory fee`."""

import re

DONE = re.compile(
    r"(?:(?:you )?(?:bought|sold|buy|sell|purchased?|redeemed|exchanged?)|sale|redemption|(?:automatic )?investment|"
    r"(?:qualified |ordinary |foreign |cash |stock )*dividend|(?:(?:long|short)[- ]term )?capital gains?|"
    r"reinvest(?:ment|ed)?|(?:advisory |service |management |account )?fees?|deposit|withdrawal|contribution|"
    r"distribution|(?:bond |bank |credit )?interest|transfer(?:red)?(?: in| out)?|ach|wire|journal(?:ed)?|check)\b",
    re.I,
)
OF_MOVES = re.compile(r"\b(?:transactions?|activity|trades|purchases and sales)\b", re.I)
LONGEST_TITLE = 10


def says_moves(title: str) -> bool:
    """Whether a title is that of transactions, `Transactions in Date Sequence`; a sentence is no title."""
    return OF_MOVES.search(title) is not None and len(title.split()) <= LONGEST_TITLE
