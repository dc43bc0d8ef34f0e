"""The consent text of the firm, with its version and its hash."""

import tomllib
from functools import cache
from pathlib import Path

from core.domain.canonical import digest, from_plain
from core.domain.errors import BadInput
from core.domain.signing import ConsentText
from core.settings import REFERENCE

FILE = "esign_consent.toml"


def consent_text(firm_folder: Path | None = None) -> ConsentText:
    """The firm's own `esign_consent.toml` where there is one, else the house's."""
    own = firm_folder / FILE if firm_folder else None
    return _read(own if own and own.is_file() else REFERENCE / FILE)


def consent_digest(text: ConsentText) -> str:
    """`sha256:…` of every word of it."""
    return digest(text)


@cache
def _read(path: Path) -> ConsentText:
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise BadInput(path.name, "not a TOML file") from None
    return from_plain(ConsentText, plain, path.name)
