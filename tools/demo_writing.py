"""Nouns as legible JSON files: defaults left out, lists of words on one line."""

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

from core.domain.canonical import to_plain


def slim(noun: Any) -> Any:
    """The noun as JSON values without the fields that stand at their default."""
    if not dataclasses.is_dataclass(noun):
        if isinstance(noun, tuple):
            return [slim(entry) for entry in noun]
        if hasattr(noun, "items"):
            return {key: slim(entry) for key, entry in noun.items()}
        return to_plain(noun)
    kept = {}
    for field in dataclasses.fields(noun):
        value = getattr(noun, field.name)
        made = field.default_factory() if field.default_factory is not dataclasses.MISSING else field.default
        if made is dataclasses.MISSING or value != made:
            kept[field.name] = slim(value)
    return kept


def write(path: Path, plain: Any) -> None:
    """One JSON file with a line for each entry; a list of words stands on one line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(plain, indent=1, ensure_ascii=False)
    flat = re.sub(r'\[\s*("[^"\[\]{}]*"(?:,\s*"[^"\[\]{}]*")*)\s*\]', _on_one_line, text)
    path.write_text(flat + "\n", encoding="utf-8")


def _on_one_line(found: re.Match[str]) -> str:
    return "[" + ", ".join(re.findall(r'"[^"]*"', found.group(1))) + "]"
