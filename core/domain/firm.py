"""The firm whose documents these are: its name, address, colour and logo, and the duty it acts under."""

import re
from dataclasses import dataclass
from typing import Literal

from core.domain.errors import BadInput

FirmType = Literal["adviser", "broker_dealer"]
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Firm:
    """What stands on a letterhead. Raises BadInput for a colour that is none.

    kind : the duty that its records answer to; empty = as the settings say
    accent : `#rrggbb` of headings and of the rule below the head
    logo : `sha256:…` of the stored PNG; empty = none
    """

    name: str = ""
    address: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    accent: str = "#17222B"
    logo: str = ""
    kind: FirmType | None = None
    version: int = 0
    id: str = "firm"

    def __post_init__(self) -> None:
        if not _COLOUR.fullmatch(self.accent):
            raise BadInput("accent", f"'{self.accent}' is no colour like #14506B")
