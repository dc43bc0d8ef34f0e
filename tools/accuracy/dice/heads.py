"""The heads of columns: their words, their lines, how they look."""

from collections.abc import Sequence
from itertools import pairwise

from tools.accuracy.dice import words
from tools.accuracy.dice.cells import LEFT
from tools.accuracy.dice.dials import Dial, Dials
from tools.accuracy.dice.forms import HEAD_CASE, IDENTIFIER, has_classes, stacked
from tools.accuracy.dice.keys import BOND_TABLES
from tools.accuracy.dice.marks import across, boxed, middle, shaded
from tools.accuracy.dice.sheet import Col, Layout, Sheet

ALIGN = Dial("heads over figures", {"right": 60, "centred": 25, "left": 15})
LOOK = Dial("head look", {"plain": 15, "bold": 30, "ruled below": 20, "ruled both": 12, "shaded": 15, "boxed": 8})
LINES = Dial("heads of several lines", {"at bottom": 80, "at top": 20})
FOOT = Dial("foot numbers on heads", {"": 84, "(1)": 7, "*": 5, "1": 4})
FOOTED = ("value", "cost", "gain", "income", "price")
SPANS = (
    ("unitcost", "cost", "Cost Basis", "Per Unit", "Total"), ("cost", "unitcost", "Cost Basis", "Total", "Per Unit"),
    ("price", "value", "Market", "Price", "Value"), ("gain", "gainpct", "Unrealized", "Gain/Loss", "Percent"),
    ("income", "yield", "Estimated", "Income", "Yield"),
)  # fmt: skip
HEAD_LINE = 1.18


def bold_head(dials: Dials) -> str:
    """The style of heads."""
    return "B" if dials.turn(LOOK) in ("bold", "shaded", "boxed") else ""


def head_lines(sheet: Sheet, key: str, kind: str, keys: Sequence[str]) -> tuple[str, ...]:
    """The head of a column; of two that are stacked, one line each."""
    upper, lower = stacked(sheet.dials)
    if key == upper and lower in keys and kind != "private":
        slash = "/" if sheet.dials.chance("slash between stacked heads", 0.7) else ""
        return " ".join(_head(sheet, key, kind, keys)) + slash, " ".join(_head(sheet, lower, kind, keys))
    return tuple(_head(sheet, key, kind, keys))


def _head(sheet: Sheet, key: str, kind: str, keys: Sequence[str]) -> list[str]:
    spanned = _spanned(sheet.dials, key, kind, keys)
    if spanned:
        return [_cased(sheet.dials, spanned)]
    text = _cased(sheet.dials, _dated(sheet, _word(sheet.dials, key, kind)))
    text += _foot(sheet.dials, key, text)
    one_line = sheet.dials.chance("heads in one line", 0.15)
    return [text.replace("/|", "/ ").replace("|", " ")] if one_line else text.split("|")


def _word(dials: Dials, key: str, kind: str) -> str:
    if kind == "private" and key == "value":
        key = "nav"
    if key == "symbol" and dials.turn(IDENTIFIER) == "symbol or cusip in one column":
        key = "symbol or cusip"
    if key == "quantity" and kind in BOND_TABLES and dials.chance("bonds in par", 0.6):
        key = "par"
    if key == "quantity" and kind == "option" and dials.chance("options in contracts", 0.5):
        key = "contracts"
    if key == "name" and kind in words.WITHIN and has_classes(dials) and dials.chance("names by class", 0.15):
        return dials.word(f"name of {kind}", ("Description", "Security Name", "Security"))
    return dials.word(f"head {key}", words.HEADS[key])


def _dated(sheet: Sheet, text: str) -> str:
    end, form = sheet.period.end, sheet.dials.word("days in heads", ("{:%m/%d/%Y}", "{:%m/%d/%Y}", "{:%b %d, %Y}"))
    return text.replace("{d}", form.format(end)).replace("{p}", f"{sheet.period.before:%m/%d/%Y}")


def _cased(dials: Dials, text: str) -> str:
    case = dials.turn(HEAD_CASE)
    return text if case == "as is" else text.upper() if case == "upper" else text.lower()


def _foot(dials: Dials, key: str, text: str) -> str:
    """The number of a note, though never behind a day."""
    form = dials.turn(FOOT)
    if not form or key not in FOOTED or text[-1].isdigit() or not dials.chance(f"foot on {key}", 0.5):
        return ""
    marks = {"(1)": (" (1)", "(2)", " (a)"), "*": ("*",), "1": ("1", "2", "3")}[form]
    return dials.word(f"foot of {key}", marks)


def spans(dials: Dials, keys: Sequence[str], kind: str) -> list[tuple[str, str, str, str, str]]:
    """The heads that span two columns which stand side by side: both keys, the words above and below."""
    if kind == "private" or stacked(dials)[0] or not dials.chance("spanning heads", 0.12):
        return []
    pairs = list(pairwise(keys))
    return [span for span in SPANS if span[:2] in pairs]


def _spanned(dials: Dials, key: str, kind: str, keys: Sequence[str]) -> str:
    for first, second, _, left, right in spans(dials, keys, kind):
        if key in (first, second):
            return left if key == first else right
    return ""


def draw_head(sheet: Sheet, layout: Layout, kind: str) -> None:
    """The head of a table, and room below it."""
    pencil, step = sheet.pencil, sheet.pencil.size * HEAD_LINE
    spanning = spans(sheet.dials, layout.keys, kind)
    deep = max(len(column.head) for column in layout.columns)
    top = pencil.y - pencil.size
    _ground(sheet, layout, top, top + deep * step + 4 + (step + 2 if spanning else 0))
    for first, second, word, _, _ in spanning:
        left, right = layout.of(first).left, layout.of(second).right
        middle(pencil, (left + right) / 2, _cased(sheet.dials, word), bold_head(sheet.dials))
        across(pencil, left, right, pencil.y + 2)
    pencil.y += step + 2 if spanning else 0
    for line in range(deep):
        for column in layout.columns:
            _put_head(sheet, column, line, deep)
        pencil.y += step
    if sheet.dials.turn(LOOK).startswith("ruled"):
        across(pencil, *edges(sheet, layout), pencil.y - pencil.size + 2)
    pencil.y += step * 0.3 + 4


def edges(sheet: Sheet, layout: Layout) -> tuple[float, float]:
    """From where to where rules and bands of a table go."""
    wide = sheet.dials.turn(LOOK) in ("shaded", "boxed")
    right = layout.columns[-1].right + 3
    return layout.columns[0].left - 3, max(right, sheet.right if wide else right)


def _ground(sheet: Sheet, layout: Layout, top: float, bottom: float) -> None:
    look, (left, right) = sheet.dials.turn(LOOK), edges(sheet, layout)
    if look == "shaded":
        shaded(sheet.pencil, left, right, top - 1, bottom, 220)
    if look == "boxed":
        boxed(sheet.pencil, left, right, top - 2, bottom + 1)
    if look == "ruled both":
        across(sheet.pencil, left, right, top - 2)


def _put_head(sheet: Sheet, column: Col, line: int, deep: int) -> None:
    place = line - (deep - len(column.head)) if sheet.dials.turn(LINES) == "at bottom" else line
    if not 0 <= place < len(column.head):
        return
    align, style, text = sheet.dials.turn(ALIGN), bold_head(sheet.dials), column.head[place]
    if column.key in LEFT or align == "left":
        sheet.pencil.at(column.left, text, style)
    elif align == "centred":
        middle(sheet.pencil, (column.left + column.right) / 2, text, style)
    else:
        sheet.pencil.at(-column.right, text, style)
