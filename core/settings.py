"""Where Plumbline keeps its things, read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

REFERENCE = Path(__file__).resolve().parent.parent / "data" / "reference"
DEMO = Path(__file__).resolve().parent.parent / "data" / "demo"


@dataclass(frozen=True, slots=True)
class Settings:
    """Places and switches. `database_url` is an SQLAlchemy URL; everything else is a folder or a name.

    model_url : OpenAI-compatible address of a language model that may help to read statements; empty = off
    remember : whether a reload of the page keeps the session, by a cookie
    mail_server : HOST:PORT that takes alerts by mail; webhook_url : address that takes them as JSON; empty = off
    """

    home: Path
    database_url: str
    keys: Path
    anchors: Path
    feed: str = "simulated"
    firm_type: str = "adviser"
    mail_server: str = ""
    mail_from: str = ""
    mail_to: tuple[str, ...] = ()
    mail_user: str = ""
    mail_password: str = field(default="", repr=False)
    mail_security: str = "starttls"
    webhook_url: str = ""
    webhook_secret: str = field(default="", repr=False)
    time_stamps: str = ""
    remember: bool = True
    model_url: str = ""
    model_name: str = ""
    model_key: str = field(default="", repr=False)
    model_seconds: float = 60.0

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
        mail_server=env.get("PLUMBLINE_MAIL_SERVER") or "",
        mail_from=env.get("PLUMBLINE_MAIL_FROM") or "",
        mail_to=tuple(part.strip() for part in (env.get("PLUMBLINE_MAIL_TO") or "").split(",") if part.strip()),
        mail_user=env.get("PLUMBLINE_MAIL_USER") or "",
        mail_password=env.get("PLUMBLINE_MAIL_PASSWORD") or "",
        mail_security=env.get("PLUMBLINE_MAIL_SECURITY") or "starttls",
        webhook_url=env.get("PLUMBLINE_WEBHOOK_URL") or "",
        webhook_secret=env.get("PLUMBLINE_WEBHOOK_SECRET") or "",
        time_stamps=env.get("PLUMBLINE_TIME_STAMPS") or "",
        remember=env.get("PLUMBLINE_REMEMBER", "yes").strip().lower() not in ("no", "off", "0", "false"),
        model_url=env.get("PLUMBLINE_MODEL_URL") or "",
        model_name=env.get("PLUMBLINE_MODEL_NAME") or "",
        model_key=env.get("PLUMBLINE_MODEL_KEY") or "",
        model_seconds=_seconds(env.get("PLUMBLINE_MODEL_SECONDS") or "60"),
    )


def _seconds(text: str) -> float:
    """Seconds from 1 to 600; what is no number counts as 60."""
    return min(600.0, max(1.0, float(text))) if text.replace(".", "", 1).isdigit() else 60.0
