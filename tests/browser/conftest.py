"""The app on a free port with a home of its own, and a real Chromium that may only speak to this machine.

Where no Chromium is found these tests skip; with PLUMBLINE_REQUIRE_BROWSER set they fail instead.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
INSIDE = re.compile(r"(?:(?:https?|wss?)://127\.0\.0\.1[:/]|data:|blob:|about:|chrome-error:)")


def _chromium() -> str:
    found = os.environ.get("PLUMBLINE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    message = "no Chromium found: install it (apt-get install chromium) or name it in PLUMBLINE_CHROMIUM"
    if os.environ.get("PLUMBLINE_REQUIRE_BROWSER"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The running app's address; its home is empty, so it opens on the demo book."""
    with _served(tmp_path_factory.mktemp("home")) as address:
        yield address


@pytest.fixture()
def fresh_app(tmp_path: Path) -> Iterator[str]:
    """An app of its own, in whose book nothing has happened yet."""
    with _served(tmp_path) as address:
        yield address


@contextmanager
def _served(home: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "PLUMBLINE_HOME": str(home)}, stdout=log, stderr=log
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for_health(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_for_health(address: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert server.poll() is None, "the app stopped while starting"
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the app did not answer on its health address")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests."""
    executable = _chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable, headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture()
def visit(chromium: Any, app: str) -> Iterator[Any]:
    """A fresh window on the app; at the end nothing may have been asked of another machine."""
    with _window(chromium, app) as visitor:
        yield visitor


@pytest.fixture()
def fresh_visit(chromium: Any, fresh_app: str) -> Iterator[Any]:
    """The same on an app in whose book nothing has happened yet."""
    with _window(chromium, fresh_app) as visitor:
        yield visitor


@contextmanager
def _window(chromium: Any, address: str) -> Iterator[Any]:
    from browser_visitor import Visitor  # type: ignore[import-not-found]

    context = chromium.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    context.set_default_timeout(60_000)
    page = context.new_page()
    outside: list[str] = []
    page.on("request", lambda request: None if INSIDE.match(request.url) else outside.append(request.url))
    yield Visitor(page, address)
    context.close()
    assert outside == [], f"the page asked other machines: {outside}"
