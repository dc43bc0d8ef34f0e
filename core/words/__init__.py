"""Numbers, dates, dollars and sentences as text, written one way on the screen, in documents and in reasons.

Differences always carry a sign, the minus is U+2212, and an en dash stands for what does not apply.
"""

from core.words.days import age, day, long_day, moment, short_day, why_locked
from core.words.headline import class_label, headline, outside_phrase, trade_line
from core.words.numbers import (
    DASH,
    MINUS,
    Number,
    bands,
    compact_dollars,
    dollars,
    number,
    percent,
    points,
    shares,
    signed,
    signed_dollars,
    weight,
    whole_dollars,
)
from core.words.sentences import count, in_words, listing, one_line, plural, possessive, shorten, start, with_titles

__all__ = [
    "DASH", "MINUS", "Number", "age", "bands", "class_label", "compact_dollars", "count", "day", "dollars", "headline",
    "in_words", "listing", "long_day", "moment", "number", "one_line", "outside_phrase", "percent", "plural", "points",
    "possessive", "shares", "short_day", "shorten", "signed", "signed_dollars", "start", "trade_line", "weight",
    "whole_dollars", "why_locked", "with_titles",
]  # fmt: skip
