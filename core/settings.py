"""Where Plumbline keeps its things, read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

REFERENCE = Path(__file__).resolve().parent.parent / "data" / "reference"
DEMO = Path(__file__).resolve().parent.parent / "data" / "demo"


@dataclass(frozen=True, slots=True)
class Settings:
    """Places and switches. `database_url` is an SQLAlchemy URL; everything else is a folder or a name."""

    home: Path
    database_url: str
    keys: Path
    anchors: Path
    feed: str = "simulated"
    firm_type: str = "adviser"
    time_stamps: str = ""

    @property
    def blobs(self) -> Path:
        """Encrypted statement files."""
        return self.home / "blobs"

    @property
    def firm(self) -> Path:
        """The firm's own mandates, tax years and themes."""
        return self.home / "firm"

    @property
    def cache(self) -> Path:
        """Files that can be made again."""
        return self.home / "cache"


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from `PLUMBLINE_*` variables, under the platform's user data folder by default."""
    env = os.environ if environment is None else environment
    home = Path(env.get("PLUMBLINE_HOME") or platformdirs.user_data_path("plumbline")).expanduser().resolve()
    return Settings(
        home=home,
        database_url=env.get("PLUMBLINE_DATABASE_URL") or f"sqlite:///{home / 'plumbline.db'}",
        keys=Path(env.get("PLUMBLINE_KEYS") or home / "keys").expanduser(),
        anchors=Path(env.get("PLUMBLINE_ANCHORS") or home / "anchors").expanduser(),
        feed=env.get("PLUMBLINE_FEED") or "simulated",
        firm_type=env.get("PLUMBLINE_FIRM_TYPE") or "adviser",
        time_stamps=env.get("PLUMBLINE_TIME_STAMPS") or "",
    )
