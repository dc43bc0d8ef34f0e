"""Photos that arrive together may be the pages of one statement: they are bound into an album and read as one.

An album is a ZIP of pictures, nothing else, in the order of their names. Whether photos belong together is told by
what is read of them: pages of one account stay together, pages of another account are parted again.
"""

import io
import re
import zipfile
from collections.abc import Callable, Sequence

from core.domain.statement import Statement
from core.ingest.files.kinds import PHOTOS

File = tuple[str, bytes]
Read = Callable[[str, bytes], Statement]
MOST = 40


def together(files: Sequence[File], read: Read) -> list[File]:
    """The files with photos of one statement bound into one album, at the place of the first of them."""
    photos = sorted((file for file in files if file[1].startswith(PHOTOS)), key=_by_number)
    if not 2 <= len(photos) <= MOST:
        return list(files)
    made = bound(photos)
    groups = parted(read(*made), len(photos))
    if len(groups) == 1 and not _stands(read(*made)) and all(_stands(read(*photo)) for photo in photos):
        groups = [(place,) for place in range(len(photos))]
    bounds = [bound([photos[place] for place in group]) if len(group) > 1 else photos[group[0]] for group in groups]
    first = next(place for place, file in enumerate(files) if file in photos)
    return [*files[:first], *bounds, *(file for file in files[first:] if file not in photos)]


def bound(photos: Sequence[File]) -> File:
    """The album of these photos: the same bytes for the same photos."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for place, (name, data) in enumerate(photos, start=1):
            archive.writestr(zipfile.ZipInfo(f"{place:02} {name}"), data)
    return f"{photos[0][0]} and {len(photos) - 1} more.zip", out.getvalue()


def parted(statement: Statement, count: int) -> list[tuple[int, ...]]:
    """The places of photos by the account that stands on them; all apart where nothing could be read together."""
    if statement.refused or not statement.accounts:
        return [(place,) for place in range(count)]
    on: list[set[int]] = [set() for _ in range(count)]
    for index, account in enumerate(statement.accounts):
        for line in account.positions:
            if line.source.page is not None:
                on[line.source.page - 1].add(index)
    if any(len(found) > 1 for found in on):
        return [tuple(range(count))]
    owners = _filled([next(iter(found), None) for found in on])
    groups: list[list[int]] = []
    for place, owner in enumerate(owners):
        if groups and owners[place - 1] == owner:
            groups[-1].append(place)
        else:
            groups.append([place])
    again = len(groups) > len(set(owners))
    return [tuple(range(count))] if again else [tuple(group) for group in groups]


def _filled(owners: Sequence[int | None]) -> list[int]:
    """A page without holdings goes to the account before it, the first ones to the account after them."""
    last = next((owner for owner in owners if owner is not None), 0)
    found = []
    for owner in owners:
        last = last if owner is None else owner
        found.append(last)
    return found


def _stands(statement: Statement) -> bool:
    """Whether what was read of a file is proven throughout."""
    return bool(statement.accounts) and all(account.status == "proven" for account in statement.accounts)


def _by_number(file: File) -> list[tuple[int, str]]:
    """`page 2.jpg` stands before `page 10.jpg`."""
    return [(int(part) if part.isdigit() else 0, part.lower()) for part in re.split(r"(\d+)", file[0])]
