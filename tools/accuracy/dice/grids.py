"""Small tables and texts beside the holdings, none of which holds anything."""

from collections.abc import Callable, Sequence

from tools.accuracy.content import money
from tools.accuracy.dice.holdings import Holdings
from tools.accuracy.dice.marks import cut, paragraph
from tools.accuracy.dice.sheet import Sheet
from tools.accuracy.truth import D

Decoy = Callable[[Sheet, Holdings], None]
Texts = Sequence[str]


def grid(
    sheet: Sheet, title: str, places: Sequence[float], head: Texts, rows: Sequence[Texts], last: bool = False
) -> None:
    """A title, a bold head and rows; a place below zero is a right edge. `last`: the last row is a sum."""
    pencil, step = sheet.pencil, sheet.pencil.size * 1.55
    pencil.room(40 + 12 * min(len(rows), 5))
    pencil.row([(sheet.left, title)], "B", 14, pencil.size + 2)
    for number, row in enumerate([head, *rows]):
        pencil.room(step)
        bold = "B" if number == 0 or (last and number == len(rows)) else ""
        pencil.row(
            [(_at(sheet, x), text) for x, text in zip(places, _cut(sheet, places, row), strict=True)], bold, step
        )
    pencil.y += 10


def _at(sheet: Sheet, place: float) -> float:
    return sheet.left + place * sheet.scale if place >= 0 else -sheet.left + place * sheet.scale


def _cut(sheet: Sheet, places: Sequence[float], row: Texts) -> list[str]:
    """The texts, the first of them no longer than to the next column."""
    texts, numbers = list(row), [place for place in places if place]
    if numbers and places[0] == 0:
        room = numbers[0] * sheet.scale if numbers[0] > 0 else -numbers[0] * sheet.scale - 44
        texts[0] = cut(sheet.pencil, texts[0], room - 4, "B")
    return texts


def says(sheet: Sheet, title: str, texts: Texts) -> None:
    """A title and paragraphs."""
    pencil = sheet.pencil
    pencil.room(60)
    pencil.row([(sheet.left, title)], "B", 13, pencil.size + 1)
    for text in texts:
        paragraph(pencil, text, sheet.left, sheet.right, pencil.size)
    pencil.y += 10


def amount(sheet: Sheet, account: Holdings, name: str, least: int, most: int) -> D:
    """An invented amount of that name, in dollars between two."""
    return money(sheet.dials.die(f"{name} of {account.number}"), least, most)


def with_sign(sheet: Sheet, value: D) -> str:
    """An amount with its sign of currency."""
    return sheet.writer.money(value, True)
