"""A title in the middle over a head is no part of it; the house that is trustee is no owner."""

from core.ingest.files.kinds import look_at
from core.ingest.heads.columns import find_header
from core.ingest.owners.account_titles import title_of
from core.ingest.readers.pages import lines_in
from tools.accuracy.drawing import Pencil

HEADS = [(40, "DESCRIPTION"), (200, "ACQUIRED"), (-330, "SHARES OR PAR"), (-420, "TAX COST"), (-520, "MARKET VALUE")]


def roles_under(title: str, x: float) -> list[tuple[int, list[str | None]] | None]:
    """Where the head that begins with each of the first two lines ends, and its roles; None where none begins."""
    pencil = Pencil(size=8, font="Courier")
    pencil.page()
    pencil.row([(x, title)], step=9)
    pencil.row(HEADS, step=12)
    pencil.row([(40, "QUILL HOLDINGS"), (200, "01/24/2017"), (-330, "10"), (-420, "80.00"), (-520, "100.00")])
    (lines,) = lines_in(look_at("title.pdf", pencil.drawn().data, None)).lines
    heads = (find_header(lines, at) for at in (0, 1))
    return [None if head is None else (head.last, [column.role for column in head.columns]) for head in heads]


def test_a_title_over_the_middle_of_a_head_is_no_part_of_it() -> None:
    roles: list[str | None] = ["description", "acquired", "quantity", "cost", "value"]
    assert roles_under("TAX LOT SUPPLEMENT", 205) == [None, (1, roles)]


def test_the_trust_behind_the_house_that_is_its_trustee() -> None:
    told = title_of("ALDER TRUST COMPANY, TRUSTEE CALLOWAY IRREVOCABLE TRUST U/A DATED MAY 1, 2015")
    assert told is not None and told.owner == "CALLOWAY IRREVOCABLE TRUST"
    assert title_of("ALDER TRUST COMPANY, TRUSTEE") is None
