"""Words that are one: a sign and its number, the thousands of a number, a date of several words.

Each row of a table is read in such words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.lexicon.amounts import CURRENCIES, read_amount
from core.ingest.lexicon.dates import is_date
from core.ingest.nouns.words import Word

TIME = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
FOOTNOTE = re.compile(r"\([1-9]\)")
CENTS = re.compile(r"[-($]*[\d,]*\d\.\d{2,}\)?")
WHOLE = re.compile(r"\d{1,3}(?:,\d{3})*")
THOUSANDS, REST = re.compile(r"[-($]*\d{1,3}(?:\d{3})*"), re.compile(r"(?:\d{3})+(?:\.\d+)?\)?")


def glued(words: Sequence[Word]) -> list[Word]:
    """`$` and its number, a currency code and its number, are one word."""
    done: list[Word] = []
    for word in _dates_glued(words):
        last = done[-1] if done else None
        if last is not None and last.text == "@" and read_amount(word.text) and word.x0 - last.x1 < word.size:
            done[-1] = word
        elif last is not None and _thousands(last, word):
            done[-1] = Word(last.text + word.text, last.x0, word.x1, last.top, word.bottom, last.size, last.bold)
        elif last is not None and read_amount(word.text) and word.x0 - last.x1 < _lead_reach(last.text) * word.size:
            done[-1] = Word(f"{last.text} {word.text}", last.x0, word.x1, last.top, word.bottom, word.size, word.bold)
        elif last is not None and FOOTNOTE.fullmatch(word.text) and _is_noted(last, word):
            continue
        elif (
            last is not None
            and word.text in (")", "%", "-", "CR", "DR", *(("S",) if WHOLE.fullmatch(last.text) else ()))
            and read_amount(last.text + word.text)
            and (word.x0 - last.x1 < 0.8 * word.size)
        ):
            done[-1] = Word(last.text + word.text, last.x0, word.x1, last.top, word.bottom, last.size, last.bold)
        else:
            done.append(word)
    return done


def are_thousands(left: str, right: str) -> bool:
    """Whether two texts may be the thousands of a number and the rest of it."""
    return bool(THOUSANDS.fullmatch(left) and REST.fullmatch(right))


def _is_noted(last: Word, mark: Word) -> bool:
    """Whether a number in brackets right behind a figure to the cent or finer is a footnote mark, `153,652.08 (2)`."""
    return CENTS.fullmatch(last.text) is not None and mark.x0 - last.x1 < 0.9 * mark.size


def _thousands(left: Word, right: Word) -> bool:
    """Whether a blank stands between the thousands of one number: `1 343 482.89`."""
    return are_thousands(left.text, right.text) and 0 < right.x0 - left.x1 < 0.4 * right.size


def _dates_glued(words: Sequence[Word]) -> list[Word]:
    """`Feb 3, 20` is one word; a time of day behind a date is left out."""
    glued: list[Word] = []
    for word in words:
        text = " ".join([*(one.text for one in glued[-2:]), word.text])
        if len(glued) >= 2 and word.x0 - glued[-2].x0 < 9 * word.size and is_date(text):
            first = glued[-2]
            glued[-2:] = [Word(text, first.x0, word.x1, first.top, word.bottom, word.size, word.bold)]
        elif glued and TIME.fullmatch(word.text) and is_date(glued[-1].text):
            glued[-1] = replace(glued[-1], x1=word.x1)
        else:
            glued.append(word)
    return glued


def _lead_reach(text: str) -> float:
    """How far, in type sizes, a sign before a number may stand from it; 0 where the word is no such sign."""
    if text in ("$", "-$", "($", "$(", "€", "£"):
        return 6.0
    return 0.9 if text in ("(", "-", "−") or text in CURRENCIES else 0.0
