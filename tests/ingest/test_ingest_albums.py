"""Photos that arrive together: pages of one account are one statement, those of another account another."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from PIL import Image

from core.domain.statement import Source, Statement, StatementAccount, StatementLine
from core.ingest import page_image, read_files
from core.ingest.files.albums import bound, parted, together
from core.ingest.files.kinds import content_of, look_at
from core.ingest.reading import read_here
from tools.accuracy.houses import HOUSES
from tools.accuracy.planted import draw
from tools.accuracy.scans import pictures

PHOTO = b"\xff\xd8\xff"


def read_so(*pages: str | None, proven: bool = True) -> Statement:
    """A statement whose holdings stand on these pages, each by its account's number; None: a page without any."""
    line = StatementLine("ABC", "ALDER BANK", "stock", None, None, Decimal(1))
    accounts = tuple(
        StatementAccount(
            "", number, "", "other", "", None, None, None, "proven" if proven else "unproven", (),
            tuple(replace(line, source=Source(page)) for page, one in enumerate(pages, start=1) if one == number),
        )
        for number in dict.fromkeys(page for page in pages if page)
    )  # fmt: skip
    return Statement(accounts, pages=len(pages))


def test_photos_are_parted_by_the_account_that_stands_on_them() -> None:
    assert parted(read_so("1", None, "1"), 3) == [(0, 1, 2)]
    assert parted(read_so(None, "1", None, "2"), 4) == [(0, 1, 2), (3,)]
    assert parted(read_so("1", "2", "1"), 3) == [(0, 1, 2)]
    assert parted(read_so(None, None), 2) == [(0,), (1,)]
    assert parted(replace(read_so("1", "1"), refused="No."), 2) == [(0,), (1,)]


def test_only_photos_are_bound_in_the_order_of_their_numbers_and_the_rest_stays() -> None:
    files = [("a.csv", b"x"), ("p10.jpg", PHOTO + b"10"), ("p2.jpg", PHOTO + b"2"), ("b.pdf", b"y")]
    found = together(files, lambda name, data: read_so("1", "1"))
    assert [name for name, _ in found] == ["a.csv", "p2.jpg and 1 more.zip", "b.pdf"]
    with zipfile.ZipFile(io.BytesIO(found[1][1])) as album:
        assert [album.read(name) for name in album.namelist()] == [PHOTO + b"2", PHOTO + b"10"]
    assert bound(files[1:3]) == bound(files[1:3])
    assert together(files[:2], lambda name, data: read_so("1")) == files[:2]
    apart = together(files, lambda name, data: read_so("1", "2"))
    assert [name for name, _ in apart] == ["a.csv", "p2.jpg", "p10.jpg", "b.pdf"]


def test_photos_that_prove_alone_and_not_together_are_statements_of_their_own() -> None:
    files = [("one.png", b"\x89PNG1"), ("two.png", b"\x89PNG2")]
    known: Mapping[bool, Statement] = {True: read_so("1", "1", proven=False), False: read_so("1")}
    assert together(files, lambda name, data: known[name.endswith(".zip")]) == files


@pytest.mark.parametrize("parts", [{"a.png": b"no picture"}, {"a.png": b"\x89PNG", "b.exe": b"MZ"}, {}])
def test_an_album_of_something_else_is_refused_in_one_sentence(parts: Mapping[str, bytes]) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    refused = read_here("album.zip", out.getvalue())
    assert refused.accounts == () and (refused.refused or "").endswith(".")


@pytest.mark.long
def test_photos_of_the_pages_of_one_statement_are_read_as_one_with_the_doubt_said() -> None:
    drawn = draw(HOUSES["birchgate"], 501)
    photos = []
    for place, grey in enumerate(pictures(drawn.data, 150), start=1):
        out = io.BytesIO()
        Image.fromarray(grey).save(out, "JPEG", quality=90)
        photos.append((f"IMG_{place}.jpg", out.getvalue()))
    assert len(photos) == 2
    album = io.BytesIO()
    with zipfile.ZipFile(album, "w") as archive:
        for name, data in photos:
            archive.writestr(name, data)
    (statement,) = read_files([("june.zip", album.getvalue())])
    assert [issue.code for issue in statement.issues].count("photos") == 1 and statement.pages == 2
    (account,) = statement.accounts
    assert account.stated_total == drawn.accounts[0].total
    assert {line.source.page for line in account.positions} == {1, 2}
    assert page_image(bound(photos)[1], 2).startswith(b"\x89PNG")


def test_an_album_whose_photos_hold_the_letters_of_a_workbook_by_chance_is_an_album() -> None:
    photos = [(f"IMG_{place}.jpg", b"\xff\xd8\xff" + b"xl/ by chance" + bytes([place])) for place in (1, 2)]
    name, data = bound(photos)
    assert content_of(data) == "zip" and look_at(name, data).kind == "picture"
