"""Words of a row find their columns: in order, by kind and by place, at the least total distance.

Text and numbers are told apart first; numbers inside a name stay in the name. Then tokens and columns are matched
without crossing: a token goes to a column that takes its kind, the nearer by left edge, right edge or middle the
better. Nothing is forced: a number far from every column stays over and is reported.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from core.domain.statement import Box
from core.ingest.heads.numbered import is_cusip_in_digits, numbers_account, numbers_security
from core.ingest.lexicon.amounts import is_blank, read_amount
from core.ingest.lexicon.contracts import with_terms
from core.ingest.lexicon.dates import is_date, read_day
from core.ingest.lexicon.glued import are_thousands, glued
from core.ingest.lexicon.identifiers import CUSIP, isin_ok
from core.ingest.lexicon.vocabulary import DATES, NUMBERS, TEXTS
from core.ingest.nouns.head import Column
from core.ingest.nouns.words import Word, span

TokenKind = Literal["number", "percent", "blank", "date", "name", "text"]
FAR = 60.0
BLANK = 0.9
"""The widest blank, in type sizes, between the thousands of a number."""
BESIDE = 1.2
"""The widest gap, in type sizes, between a gain and its percentage in one cell."""
APART = 0.8
"""Farther from one another than so many type sizes stand no two words of one text."""
YEAR = re.compile(r"(?:19|20)\d\d")
PAR = re.compile(r"\$\d?\.\d+")
DASHES = ("-", "–", "—")
BANK = re.compile(r"(?:bank|bk|trust|tr|natl|national)$", re.I)
"""What `NA` stands behind in a name."""
UNITS = re.compile(r"(?:shares?|shs?|units?|par)\.?", re.I)
SPARES = {"number": 45.0, "text": 45.0, "name": 45.0, "date": 40.0, "percent": 25.0, "blank": 15.0}


@dataclass(frozen=True, slots=True)
class Token:
    """One thing in a row: a number, a date, a dash, an identifier or a run of text."""

    text: str
    kind: TokenKind
    box: Box


@dataclass(frozen=True, slots=True)
class Assigned:
    """Tokens by column place, and the tokens that found no column."""

    cells: dict[int, Token]
    left_over: list[Token]


def tokens_of(words: Sequence[Word], columns: Sequence[Column]) -> list[Token]:
    """The row's tokens, left to right; numbers within a name belong to the name."""
    name = next((column for column in columns if column.role == "description"), None)
    from_x = name.x0 - 60 if name is not None else 0.0
    stops = [
        column.x0 for column in columns if column.role in NUMBERS | DATES and (name is None or column.x0 > name.x0)
    ]
    first_stop = min(stops, default=0.0)
    before = max((column.x1 for column in columns if name is not None and column.x1 < name.x0), default=-1e9)
    tokens: list[Token] = []
    run: list[Word] = []
    left = min((column.x0 for column in columns), default=0.0)
    if len(words) > 1 and len(words[0].text) == 1 and words[0].text.isalpha() and words[0].x0 < left - 4:
        words = words[1:]
    whole = _short_days(glued(with_terms(words)), columns)
    for place, word in enumerate(whole):
        kind = "text" if _inline(whole, place) else _kind(word.text)
        if kind == "text" and read_day(word.text) and _in_dates(word, columns):
            kind = "date"
        if numbers_security(word, columns):
            _end_run(run, tokens)
            kind = "name"
        begins = place == 0 and before < word.x0 and word.x1 < first_stop
        if numbers_account(word, columns) or (begins and is_cusip_in_digits(word)):
            _end_run(run, tokens)
            kind = "text"
        if _tells_many_days(word, columns):
            _end_run(run, tokens)
        if not run and name is not None and PAR.fullmatch(word.text) and abs(word.x0 - name.x0) < 3:
            kind = "text"
        near = bool(run) and word.x0 - run[-1].x1 < 0.75 * word.size
        in_name = (
            kind in ("number", "percent", "date", "blank")
            and from_x < word.x0
            and before + 3 < word.x0
            and word.x1 < first_stop - 1
        )
        worded = kind == "blank" and word.text.isalpha() and not (run and BANK.search(run[-1].text))
        if (in_name and near and not worded and "/" not in word.text[1:2]) or (
            in_name and not run and kind == "blank" and not word.text[0].isalpha()
        ):
            kind = "text"
        if kind == "name" and near:
            kind = "text" if not isin_ok(word.text) else kind
        if kind == "text" and (
            not run or (word.x0 - run[-1].x1 <= 1.3 * word.size and not _new_column(run, word, columns))
        ):
            run.append(word)
            continue
        _end_run(run, tokens)
        if kind == "text":
            run.append(word)
        else:
            tokens.append(Token(word.text, kind, word.box))
    _end_run(run, tokens)
    return tokens


def _short_days(words: Sequence[Word], columns: Sequence[Column]) -> list[Word]:
    """`Jun 05` is one word where it stands under a head of dates."""
    done: list[Word] = []
    for word in words:
        last = done[-1] if done else None
        near = last is not None and word.x0 - last.x1 < word.size and _in_dates(last, columns)
        if last is not None and near and last.text.isalpha() and read_day(f"{last.text} {word.text}"):
            done[-1] = replace(last, text=f"{last.text} {word.text}", x1=word.x1)
        else:
            done.append(word)
    return done


def _in_dates(word: Word, columns: Sequence[Column]) -> bool:
    """Whether a word stands under a head of dates."""
    return any(column.role in DATES and word.x0 < column.x1 + 3 and word.x1 > column.x0 - 3 for column in columns)


def _inline(words: Sequence[Word], place: int) -> bool:
    """Whether a bare number or dash stands inside running text, a space from the words beside, or after `Label:`.

    A year that begins a line goes on with a name, `2045 TRUST`.
    """
    word = words[place]
    if place and words[place - 1].text.endswith(":") and word.x0 - words[place - 1].x1 < word.size:
        return True
    close = 0.45 * word.size
    if place == 0 and len(words) > 1 and YEAR.fullmatch(word.text):
        return words[1].x0 - word.x1 < close and words[1].text.isalpha() and not UNITS.fullmatch(words[1].text)
    if place == 0 or place == len(words) - 1 or not (word.text.isdigit() or word.text in DASHES):
        return False
    left, right = words[place - 1], words[place + 1]
    return word.x0 - left.x1 < close and right.x0 - word.x1 < close and left.text.isalpha() and right.text.isalpha()


def _new_column(run: Sequence[Word], word: Word, columns: Sequence[Column]) -> bool:
    """Whether a word of text begins at the left edge of a later column of text, or apart at that of one not read."""
    starts = [column.x0 for column in columns if column.role in TEXTS]
    at_own = any(abs(run[0].x0 - start) < 2.5 for start in starts)
    if at_own and word.x0 - run[-1].x1 > APART * word.size:
        starts += [column.x0 for column in columns if column.role == "other"]
    return at_own and any(abs(word.x0 - start) < 2.5 and start > run[0].x0 + 5 for start in starts)


def assign(tokens: Sequence[Token], columns: Sequence[Column]) -> Assigned:
    """The cheapest matching of tokens and columns that keeps their order."""
    rows, width = len(tokens), len(columns)
    best = [[0.0] * (width + 1) for _ in range(rows + 1)]
    took = [[False] * (width + 1) for _ in range(rows + 1)]
    for at in range(rows - 1, -1, -1):
        spare = SPARES[tokens[at].kind]
        best[at][width] = best[at + 1][width] + spare
        for column in range(width - 1, -1, -1):
            skip = min(best[at][column + 1], best[at + 1][column] + spare)
            cost = _cost(tokens[at], columns[column])
            take = best[at + 1][column + 1] + cost if cost is not None else None
            took[at][column] = take is not None and take <= skip
            best[at][column] = take if take is not None and took[at][column] else skip
    return _traced(tokens, columns, best, took)


def _traced(
    tokens: Sequence[Token], columns: Sequence[Column], best: list[list[float]], took: list[list[bool]]
) -> Assigned:
    cells: dict[int, Token] = {}
    left: list[Token] = []
    at, column = 0, 0
    while at < len(tokens):
        if column < len(columns) and took[at][column]:
            cells[column] = tokens[at]
            at, column = at + 1, column + 1
        elif column < len(columns) and best[at][column] == best[at][column + 1]:
            column += 1
        else:
            left.append(tokens[at])
            at += 1
    return _with_amounts(_with_thousands(Assigned(cells, left)), columns)


def _with_amounts(found: Assigned, columns: Sequence[Column]) -> Assigned:
    """The cells with the amount of a gain in its place, where the percentage beside it took that: `-45.18 -3.2%`."""
    cells, left = dict(found.cells), list(found.left_over)
    for place, token in found.cells.items():
        for amount in found.left_over:
            apart = max(token.box[0] - amount.box[2], amount.box[0] - token.box[2])
            beside = 0 <= apart < BESIDE * (token.box[3] - token.box[1])
            if token.kind == "percent" and amount.kind == "number" and columns[place].role == "gain" and beside:
                cells[place] = amount
                left[left.index(amount)] = token
                break
    return Assigned(cells, left)


def _with_thousands(found: Assigned) -> Assigned:
    """The cells with thousands that stand before their number after a wide blank and found no column: `72  974.29`."""
    cells, left = dict(found.cells), list(found.left_over)
    for place in cells:
        for thousands in reversed(found.left_over):
            token = cells[place]
            near = 0 < token.box[0] - thousands.box[2] < BLANK * (token.box[3] - token.box[1])
            if near and token.kind == thousands.kind == "number" and are_thousands(thousands.text, token.text):
                cells[place] = Token(thousands.text + token.text, "number", (thousands.box[0], *token.box[1:]))
                left.remove(thousands)
    return Assigned(cells, left)


def _cost(token: Token, column: Column) -> float | None:
    """Distance in points plus a charge for an unlikely kind; None where the column cannot take the token."""
    charge = _charge(token, column.role)
    if charge is None and column.under in DATES:
        charge = _charge(token, column.under)
    if charge is None:
        return None
    x0, _, x1, _ = token.box
    if token.kind in ("text", "name") and x0 - 2 <= column.middle <= x1 + 2:
        return charge
    distance = min(abs(x0 - column.x0), abs(x1 - column.x1), abs((x0 + x1) / 2 - column.middle))
    if token.kind == "text" and column.role == "description":
        distance = min(distance, 20.0)
    return None if distance > FAR else charge + distance


def _charge(token: Token, role: str | None) -> float | None:
    if role is None or role == "other":
        return 6.0 if role is None or token.kind in ("text", "name", "date") else 0.0
    if token.kind in ("number", "blank"):
        if role in NUMBERS:
            return 0.0
        return (2.0 if token.kind == "blank" else None) if role in DATES | TEXTS - {"description"} else None
    if token.kind == "percent":
        return {"price": 3.0, "gain": 6.0}.get(role)
    if token.kind == "date":
        return 0.0 if role in DATES else None
    if role in DATES:
        return None if token.kind == "name" else (8.0 if _wordy_date(token.text) else None)
    if role not in TEXTS:
        return None
    if token.kind == "name":
        return {"isin": 0.0, "cusip": 0.0, "identifier": 0.0, "symbol": 4.0, "description": 12.0}.get(role, 20.0)
    return {"description": 0.0, "isin": 25.0, "cusip": 25.0}.get(role, 2.0)


def _tells_many_days(word: Word, columns: Sequence[Column]) -> bool:
    """Whether a word is `Various` right under the left edge of a head of days, however close the one before it ends."""
    many = word.text.lower() in ("various", "multiple")
    return many and any(column.role in DATES and abs(word.x0 - column.x0) < 1 for column in columns)


def _wordy_date(text: str) -> bool:
    return text.lower().startswith(
        ("various", "multiple", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    )


def _kind(text: str) -> TokenKind:
    amount = read_amount(text)
    if amount is not None:
        return "percent" if amount.percent else "number"
    if is_blank(text):
        return "blank"
    if is_date(text):
        return "date"
    return "name" if isin_ok(text) or (CUSIP.fullmatch(text) and any(mark.isdigit() for mark in text[:3])) else "text"


def _end_run(run: list[Word], tokens: list[Token]) -> None:
    if run:
        text = " ".join(word.text for word in run)
        blank = len(run) > 1 and is_blank(text)
        tokens.append(Token(text, "blank" if blank else "text", span(run)))
        run.clear()
