"""Tables whose columns stand between bars: Markdown, frames drawn with lines or with `+---+`, columns parted by `|`.

They become rows of cells; the lines around them become rows of one cell, without the marks of Markdown.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.sections import is_section_heading, total_name
from core.ingest.sheets.lines import is_head
from core.ingest.sheets.names import END_OF_TABLE

FRAME = str.maketrans(dict.fromkeys("│┃║┆┇┊┋╎╏¦", "|"))
LINES = "─━═┄┅┈┉╌╍-=:+|┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜┏┳┓┣╋┫┗┻┛╭╮╰╯┠┨┝┥┯┷┿ "
RULER = re.compile(rf"(?=.*[─━═┄┅┈┉╌╍=-]{{2}})[{re.escape(LINES)}]+")
BOLD = re.compile(r"(?<![*\w])(\*\*|__|\*|`)(?=[^\s*])(.*?[^\s*])\1(?![*\w])")
MARK = re.compile(r"^(?:#{1,6}|[-*•>]+)\s+(?=\S)")
BREAK = re.compile(r"<br\s*/?>", re.I)
ESCAPED = "\\|"
LEAST_CELLS, LEAST_ROWS = 3, 2
PAIR = 2


@dataclass(slots=True)
class Block:
    """Lines with bars that follow each other: rows of cells with their places and indents, and where rulers stand."""

    rows: list[list[str]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)
    ruled: set[int] = field(default_factory=set)
    framed: bool = False
    lines: int = 0

    @property
    def is_table(self) -> bool:
        """Whether they are a table: several rows of one width, of more than two cells or between lines."""
        wide = max(map(len, self.rows), default=0)
        alike = sum(len(row) == wide for row in self.rows)
        return alike >= LEAST_ROWS and (wide >= LEAST_CELLS or (wide == PAIR and (self.framed or bool(self.ruled))))


def barred_rows(text: str) -> list[list[str]] | None:
    """All lines of a text as rows of cells, each in its place; None where no table with a head stands between bars."""
    if "|" not in text.translate(FRAME):
        return None
    found: list[list[str]] = []
    tables, wide = False, 0
    for part in _parts(text.expandtabs(4).splitlines()):
        if isinstance(part, str):
            found.append([plain] if (plain := without_marks(part)) else [])
        elif part.is_table:
            rows = _whole(part)
            if len(part.rows[0]) != wide or 1 in part.ruled:
                found = [*(found if not found or found[-1] else found[:-1]), END_OF_TABLE]
            wide = len(part.rows[0])
            found.extend(rows)
            headed = any(is_head([cell for cell in row if cell], False) for row in part.rows[:3])
            tables = tables or (headed and (part.framed or bool(part.ruled)))
        else:
            found.extend([" | ".join(filter(None, row))] for row in part.rows)
    return found if tables else None


def without_bars(text: str) -> str:
    """The text with blanks in place of bars and rulers, so that all words stand where they stood."""
    lines = [line.translate(FRAME) for line in text.splitlines()]
    return "\n".join("" if _is_ruler(line.strip()) else line.replace("|", " ") for line in lines)


def without_marks(line: str) -> str:
    """A line without the marks of Markdown: `## Holdings`, `- **Owner**: Ines Calloway`."""
    plain = MARK.sub("", line.strip())
    plain = BOLD.sub(r"\2", BOLD.sub(r"\2", plain))
    return "" if RULER.fullmatch(plain) else plain.strip()


def _parts(lines: Sequence[str]) -> Iterator[Block | str]:
    """The text in its order: blocks of lines with bars, and all other lines one by one."""
    block = Block()
    for line in lines:
        plain = line.strip().translate(FRAME)
        if _is_ruler(plain) and (block.rows or "|" in plain or plain != line.strip() or "+" in plain or "┬" in plain):
            block.ruled.add(len(block.rows))
            block.lines += 1
        elif "|" in plain.replace(ESCAPED, ""):
            block.framed = plain.startswith("|") if not block.rows else block.framed
            block.rows.append(_cells(plain, block.framed))
            block.indents.append(_indent(plain))
            block.places.append(block.lines)
            block.lines += 1
        else:
            if block.rows:
                yield block
            block = Block()
            yield line
    if block.rows:
        yield block


def _is_ruler(line: str) -> bool:
    return RULER.fullmatch(line) is not None


def _cells(line: str, framed: bool) -> list[str]:
    """The cells of a line; `framed`: bars stand at its ends too."""
    inner = line[1:] if framed and line.startswith("|") else line
    inner = inner[:-1] if framed and inner.endswith("|") and not inner.endswith(ESCAPED) else inner
    parts = inner.replace(ESCAPED, "\0").split("|")
    return [without_marks(BREAK.sub(" ", part).replace("\0", "|")) for part in parts]


def _whole(block: Block) -> list[list[str]]:
    """The lines of a table as rows, with those made one that go on over several lines; the others are left empty."""
    inside = {place for place in block.ruled if 1 < place < len(block.rows)}
    each_ruled = len(inside) > 1 and len(inside) >= len(block.rows) // 4
    found: list[list[str]] = [[] for _ in range(block.lines)]
    last = 0
    for number, (place, row) in enumerate(zip(block.places, block.rows, strict=True)):
        above = found[last]
        deeper = bool(number) and block.indents[number] > block.indents[block.places.index(last)]
        goes_on = number and number not in block.ruled and (each_ruled or _goes_on(row, above, deeper))
        if goes_on and len(row) == len(above):
            found[last] = [" ".join(filter(None, pair)) for pair in zip(above, row, strict=True)]
        else:
            found[place], last = row, place
    return found


def _indent(line: str) -> int:
    """How many blanks stand before the first word."""
    inner = line.lstrip("|")
    return len(inner) - len(inner.lstrip())


def _goes_on(row: Sequence[str], above: Sequence[str], deeper: bool) -> bool:
    """Whether a row only has the end of the name of the row above, or of one of its heads; `deeper`: it is indented."""
    filled = [(place, cell) for place, cell in enumerate(row) if cell]
    if len(filled) != 1 or sum(map(bool, above)) < LEAST_CELLS:
        return False
    place, text = filled[0]
    spoken = (is_section_heading(text) and not deeper) or total_name(text) is not None or text.endswith(":")
    return bool(place < len(above) and above[place]) and not spoken and read_amount(text) is None
