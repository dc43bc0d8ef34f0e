"""What unknown heads may mean, from what stands under them: a first offer to whoever teaches, never a reading.

Quantity x price = value finds three columns at once; of the two factors the one in whole numbers is the quantity.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from core.domain.layout import HeadFound
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import is_date
from core.ingest.lexicon.figures import UNITS, ties
from core.ingest.lexicon.identifiers import CUSIP, ISIN, is_ticker


def with_guesses(heads: Sequence[HeadFound], comma: bool = False) -> tuple[HeadFound, ...]:
    """The heads, those without a guess given one where what stands under them tells it."""
    known = {head.guess for head in heads if head.guess}
    found = {**_by_product(heads, comma), **_by_shape(heads)}
    taken: set[str] = set(known)
    guessed: list[HeadFound] = []
    for place, head in enumerate(heads):
        meaning = found.get(place) if head.guess is None else None
        if meaning is not None and meaning not in taken:
            taken.add(meaning)
            head = replace(head, guess=meaning)
        guessed.append(head)
    return tuple(guessed)


def _by_product(heads: Sequence[HeadFound], comma: bool) -> dict[int, str]:
    most = max((len(head.samples) for head in heads), default=0)
    columns: dict[int, list[Decimal]] = {}
    for place, head in enumerate(heads):
        numbers = [amount.value for text in head.samples if (amount := read_amount(text, comma)) and not amount.percent]
        if most >= 2 and len(numbers) == most:
            columns[place] = numbers
    for one, other, value in permutations(columns, 3):
        rows = list(zip(columns[one], columns[other], columns[value], strict=True))
        if one < other and any(all(ties(q, p, unit, v) for q, p, v in rows) for unit in UNITS):
            quantity, price = (one, other) if _whole(columns[one]) >= _whole(columns[other]) else (other, one)
            return {quantity: "quantity", price: "price", value: "value"}
    return {}


def _by_shape(heads: Sequence[HeadFound]) -> dict[int, str]:
    """Names, symbols, identifiers and dates by how they look."""
    found: dict[int, str] = {}
    longest = (0.0, -1)
    for place, head in enumerate(heads):
        texts = head.samples
        if not texts or any(read_amount(text) for text in texts):
            continue
        if all(is_date(text) for text in texts):
            found[place] = "acquired"
        elif all(ISIN.fullmatch(text) for text in texts):
            found[place] = "isin"
        elif all(CUSIP.fullmatch(text) and any(map(str.isdigit, text)) for text in texts):
            found[place] = "cusip"
        elif all(is_ticker(text) for text in texts):
            found[place] = "symbol"
        else:
            longest = max(longest, (sum(map(len, texts)) / len(texts), place))
    return {**found, longest[1]: "description"} if longest[1] >= 0 else found


def _whole(numbers: Sequence[Decimal]) -> int:
    return sum(number == number.to_integral_value() for number in numbers)
