"""A table for the screen: a styled frame and what its columns look like."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import pandas as pd
from pandas.io.formats.style import Styler

from core.present.tokens import table_height

Show = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Head:
    """One column: its title, width in pixels (None: what is left), and whether it holds numbers.

    show : how a value is written (None: as it is); bar : drawn as a bar up to this most
    """

    title: str
    width: int | None = None
    number: bool = False
    show: Show | None = None
    bar: float | None = None
    help: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A styled frame with its heads; `keys` names each row for whoever clicks, `css` its fills by (row, title)."""

    styler: Styler
    heads: tuple[Head, ...]
    keys: tuple[Any, ...] = field(default=())
    css: Mapping[tuple[int, str], str] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.styler.index)

    @property
    def values(self) -> list[tuple[Any, ...]]:
        """The rows as they were given."""
        frame: pd.DataFrame = cast(Any, self.styler).data
        return list(frame.itertuples(index=False, name=None))

    def height(self, most: int | None = None) -> int:
        """Pixels that show all rows, or `most` of them."""
        return table_height(self.rows, most)


def sheet(
    heads: Sequence[Head],
    rows: Sequence[Sequence[Any]],
    css: Mapping[tuple[int, str], str] | None = None,
    keys: Sequence[Any] = (),
) -> Sheet:
    """Rows under heads; `css` fills or weights single cells by (row, title). Backgrounds only, never text colour."""
    titles = [head.title for head in heads]
    frame = pd.DataFrame([list(row) for row in rows], columns=pd.Index(titles))
    styler = frame.style.format({head.title: _shown(head.show) for head in heads if head.show})
    if css:
        styler = styler.apply(lambda shown: _css_frame(shown, css), axis=None)
    return Sheet(styler, tuple(heads), tuple(keys), css or {})


def _shown(show: Show) -> Show:
    return lambda value: "" if value is None or value != value else show(value)


def _css_frame(shown: pd.DataFrame, css: Mapping[tuple[int, str], str]) -> pd.DataFrame:
    """The rules as a frame of the table's shape; filled as lists, since cells of a frame are slow to set."""
    places = {str(title): place for place, title in enumerate(shown.columns)}
    styles = [[""] * len(places) for _ in range(len(shown))]
    for (row, title), rule in css.items():
        styles[row][places[title]] = rule
    return pd.DataFrame(styles, index=shown.index, columns=shown.columns)
