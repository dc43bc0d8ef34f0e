"""Mandates as files: the form that a person edits, a notebook writes and the app opens, in the firm's own folder."""

import json
from dataclasses import replace
from pathlib import Path

from core.domain.canonical import from_plain, load_json, to_plain
from core.domain.committee import MandateDraft
from core.domain.errors import BadInput
from core.domain.mandate import Mandate
from core.workflow.committee import draft_mandate, drafts, in_force
from core.workflow.desk import Desk


def firm_mandates(folder: Path) -> tuple[Mandate, ...]:
    """The mandates written as files in a folder, by file name; BadInput names the file and the place in it."""
    files = sorted(folder.glob("*.json"))
    return tuple(read_mandate(path.read_bytes(), path.name) for path in files)


def load_firm_mandates(desk: Desk) -> tuple[MandateDraft, ...]:
    """Put every file of the firm's `mandates` folder before the committee that says something new.

    What stands in force already, or is on the table in the same words, is passed over.
    """
    desk.require("edit_mandate")
    found = firm_mandates(desk.settings.firm / "mandates")
    open_texts = [_text(one.mandate) for one in drafts(desk) if one.state == "open"]
    made = []
    for candidate in found:
        standing = in_force(desk, candidate.id)
        known = _text(candidate) in open_texts or (standing is not None and _text(candidate) == _text(standing))
        if not known:
            made.append(draft_mandate(desk, candidate, f"From the file {candidate.id}.json."))
    return tuple(made)


def save_mandate_file(mandate: Mandate, folder: Path) -> Path:
    """Write a mandate in the form that `load_firm_mandates` opens, under its id; returns the file."""
    if not mandate.id or not mandate.id.replace("-", "").replace("_", "").isalnum():
        raise BadInput("id", "a mandate's file is named by its id: letters, digits and hyphens")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{mandate.id}.json"
    path.write_text(mandate_text(mandate), encoding="utf-8")
    return path


def read_mandate(data: bytes, name: str) -> Mandate:
    """A mandate from its file form; BadInput names the file, the place, and keys that no mandate has."""
    unknown: list[str] = []
    found = from_plain(Mandate, load_json(data, name), name, unknown)
    if unknown:
        raise BadInput(unknown[0], "no mandate has this; a rule that plays no part is no rule")
    return found


def mandate_text(mandate: Mandate) -> str:
    """The file form, as people edit it."""
    return json.dumps(to_plain(mandate), indent=1, ensure_ascii=False) + "\n"


def _text(mandate: Mandate) -> Mandate:
    """The mandate without what adoption gives it."""
    return replace(mandate, version=1, effective=None)
