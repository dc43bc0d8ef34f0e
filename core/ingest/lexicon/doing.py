"""The words with which a line says what was done: `Bought`, `CASH DIVIDEND RECEIVED`, `Advisory fee`."""

import re

DONE = re.compile(
    r"(?:(?:you )?(?:bought|sold|buy|sell|purchased?|redeemed|exchanged?)|sale|redemption|(?:automatic )?investment|"
    r"(?:qualified |ordinary |foreign |cash |stock )*dividend|(?:(?:long|short)[- ]term )?capital gains?|"
    r"reinvest(?:ment|ed)?|(?:advisory |service |management |account )?fees?|deposit|withdrawal|contribution|"
    r"distribution|(?:bond |bank |credit )?interest|transfer(?:red)?(?: in| out)?|ach|wire|journal(?:ed)?|check)\b",
    re.I,
)
UNITS_OF = re.compile(
    r"\b(?:purchased?|bought|sold|sale of|redeemed|reinvested|reinvestment of|received|delivered|acquired|buy|sell)\s+"
    r"(?P<units>\d[\d,]*(?:\.\d+)?)\s+(?:shares?|shs\.?|units?|par value|par)\b(?:\s+of)?\s+"
    r"(?P<name>\S.*?)(?:\s+(?:at|@)\s+\$?(?P<price>[\d,]*\d\.\d+)(?:\s*(?:per|a|each)\b.*)?)?\s*$",
    re.I,
)
"""A transaction told in a sentence: `Purchased 39 shares of Quill Harbor Corp at 426.20`."""
OF_MOVES = re.compile(r"\b(?:transactions?|activity|trades|purchases and sales)\b", re.I)
SWEPT = re.compile(
    r"\bsweeps?\b|\bcore (?:account|fund|position)\b|\b(?:insured|bank) deposits? (?:account|program)\b", re.I
)
"""Cash that is swept into a deposit or a fund, and back: no trade."""
TRADES = re.compile(r"[A-Z]{3}[A-WYZ]X")
"""The symbol of a fund that is no money fund."""
LONGEST_TITLE = 10
NOT_DONE = re.compile(
    r"\b(?:(?:open|pending|working|unexecuted|unfilled|outstanding|standing|limit|stop|good[- ]till[- ]cancel\w*|gtc) "
    r"(?:and \w+ )?orders?|recurring|scheduled(?! to settle)|dividends? declared|declared dividends?|upcoming|expected|"
    r"projected)\b",
    re.I,
)


def says_moves(title: str) -> bool:
    """Whether a title is that of transactions, `Transactions in Date Sequence`; a sentence is no title."""
    return OF_MOVES.search(title) is not None and len(title.split()) <= LONGEST_TITLE


def says_not_done(title: str) -> bool:
    """Whether a title is that of orders that wait, or of what is planned or expected, `Open Orders`."""
    return NOT_DONE.search(title) is not None and len(title.split()) <= LONGEST_TITLE


def is_sweep(done: str, named: str, symbol: str | None) -> bool:
    """Whether what was done, or the name of what was moved, is a sweep; a fund may be called `Quill Core Fund`."""
    of_fund = symbol is not None and TRADES.fullmatch(symbol) is not None
    return SWEPT.search(done if of_fund else f"{done} {named}") is not None


def says_sweeps(title: str) -> bool:
    """Whether a title is that of sweeps, `Sweep Account Activity`."""
    return SWEPT.search(title) is not None and len(title.split()) <= LONGEST_TITLE
