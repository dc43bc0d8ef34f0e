"""A home of its own for each test."""

from pathlib import Path

import pytest

from core.settings import Settings, read_settings
from core.store import Store, open_store


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings({"PLUMBLINE_HOME": str(tmp_path / "home")})


@pytest.fixture
def store(settings: Settings) -> Store:
    return open_store(settings, {})
