"""Files that are broken, hostile or not what they say: each must end in one plain refusal or in an honest reading."""

from collections.abc import Iterator

from tools.accuracy.hostile import archives, broken, papers, texts
from tools.accuracy.hostile.kinds import Hostile

__all__ = ["FAMILIES", "Hostile", "every"]
FAMILIES = (
    broken.truncated, broken.flipped, broken.misnamed, broken.nearly_empty, papers.bad_pdfs, archives.bad_archives,
    archives.polyglots, archives.bad_pictures, texts.bad_markup, texts.bad_tables, texts.odd_cells,
)  # fmt: skip


def every() -> Iterator[Hostile]:
    """All of them."""
    for family in FAMILIES:
        yield from family()
