"""Every slider of the what-if page, dragged in a real browser: each gives a new picture, and how soon is counted.

With PLUMBLINE_SLIDERS naming a file the table is written there (`make sliders` writes docs/sliders.md); the figures are
counted anew each time, and no speed is asserted.
"""

import os
import re
import statistics
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

SLIDERS = ("US equity target", "Risk aversion", "Width of the bands", "Turnover limit", "Smallest trade", "Gain budget")
WATCH = """
    (() => {
    window.plumblineSeen = {released: 0, sent: 0, drawn: 0};
    const seen = window.plumblineSeen, send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (...all) {
        if (seen.released && !seen.sent) seen.sent = performance.now();
        return send.apply(this, all);
    };
    document.addEventListener('pointerup', () => {
        Object.assign(seen, {released: performance.now(), sent: 0, drawn: 0});
    }, true);
    const results = '[data-testid="stMetric"], .js-plotly-plot, [data-testid="stHtml"]';
    new MutationObserver(changes => {
        const drawn = changes.some(one => {
            const place = one.target.nodeType === 1 ? one.target : one.target.parentElement;
            return place && place.closest(results);
        });
        if (drawn && seen.sent) seen.drawn = performance.now();
    }).observe(document, {subtree: true, childList: true, characterData: true, attributeFilter: ['d', 'transform']});
    })();
"""
QUIET = 250
"""Milliseconds without a change of the results after which the picture stands."""
DRAGS = 8


@dataclass
class Timed:
    """What one slider took, drag by drag, in milliseconds: from its release, and from when the server has the value."""

    title: str
    from_release: list[float] = field(default_factory=list)
    from_server: list[float] = field(default_factory=list)
    server_cpu: float | None = None
    browser_cpu: float | None = None


def test_every_slider_gives_a_new_picture(visit: Any) -> None:
    visit.sign_in("Jules Okafor", "what-if?household=H-0001")
    visit.title_says("what if")
    visit.page.get_by_text("Limit the gains").first.click()
    visit.settle()
    visit.page.evaluate(WATCH)
    timed = [_dragged(visit, title) for title in SLIDERS]
    visit.is_calm()
    assert all(len(one.from_release) == DRAGS for one in timed), timed
    target = os.environ.get("PLUMBLINE_SLIDERS")
    if target:
        Path(target).write_text(_table(timed), encoding="utf-8")


def _dragged(visit: Any, title: str) -> Timed:
    """Drag a slider there and back, and wait for the picture each time."""
    timed, before = Timed(title), [_cpu_seconds(word) for word in (b"streamlit", b"chrom")]
    for number in range(DRAGS):
        _drag(visit, title, 0.35 if number % 2 == 0 else -0.3, number)
        _wait_for_the_picture(visit)
        seen = visit.page.evaluate("window.plumblineSeen")
        assert seen["sent"] and seen["drawn"], f"{title}: nothing new after drag {number + 1}"
        timed.from_release.append(seen["drawn"] - seen["released"])
        timed.from_server.append(seen["drawn"] - seen["sent"])
    after = [_cpu_seconds(word) for word in (b"streamlit", b"chrom")]
    spent = [
        None if one is None or other is None else (other - one) * 1000 / DRAGS
        for one, other in zip(before, after, strict=True)
    ]
    timed.server_cpu, timed.browser_cpu = spent
    return timed


def _drag(visit: Any, title: str, part: float, number: int) -> None:
    """Move the thumb by a part of the track, a little farther every time, so that no two settings are alike."""
    slider = visit.page.get_by_test_id("stSlider").filter(has_text=re.compile(title)).first
    slider.scroll_into_view_if_needed()
    thumb = slider.get_by_test_id("stSliderThumbValue").locator("..").bounding_box()
    track = slider.get_by_role("group").bounding_box()
    x, y = thumb["x"] + thumb["width"] / 2, thumb["y"] + thumb["height"] / 2
    left, right = track["x"], track["x"] + track["width"]
    goal = min(right, max(left, x + (part + 0.02 * number) * (right - left)))
    visit.page.mouse.move(x, y)
    visit.page.mouse.down()
    visit.page.mouse.move((x + goal) / 2, y, steps=3)
    visit.page.mouse.move(goal, y, steps=3)
    visit.page.mouse.up()


def _wait_for_the_picture(visit: Any) -> None:
    """Until something was drawn after the release, and then nothing more for a while."""
    visit.page.wait_for_function(
        "quiet => { const seen = window.plumblineSeen;"
        " return seen.drawn && performance.now() - seen.drawn > quiet"
        " && !document.querySelector('.stApp[data-test-script-state=\"running\"]') }",
        arg=QUIET,
    )


def _cpu_seconds(word: bytes) -> float | None:
    """CPU seconds so far of the processes that this test started and that have a word in their command."""
    stats: dict[int, tuple[int, float, bytes]] = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parts = (place / "stat").read_text().rsplit(")", 1)[1].split()
            ticks = int(parts[11]) + int(parts[12])
            stats[int(place.name)] = (int(parts[1]), ticks / os.sysconf("SC_CLK_TCK"), (place / "cmdline").read_bytes())
        except OSError:
            continue
    ours, grown = {os.getpid()}, True
    while grown:
        found = {number for number, (parent, _, _) in stats.items() if parent in ours} - ours
        ours, grown = ours | found, bool(found)
    seconds = [spent for number, (_, spent, command) in stats.items() if number in ours and word in command]
    return sum(seconds) if seconds else None


def _table(timed: list[Timed]) -> str:
    rows = [
        f"| {one.title} | {_both(one.from_release)} | {_both(one.from_server)} | {_one(one.server_cpu)} | "
        f"{_one(one.browser_cpu)} |"
        for one in timed
    ]
    return "\n".join([
        "# How soon a slider answers", "",
        "Every slider of the what-if page dragged in a real browser on the demo book (`make sliders` counts anew and "
        f"rewrites this page): {DRAGS} drags each, milliseconds, median and slowest. A picture stands when the last "
        "figure, chart or table has changed.", "",
        "| slider | from its release to the new picture | from sending the value | server CPU | browser CPU |",
        "|---|---|---|---|---|", *rows, "",
        f"Machine: {os.cpu_count()} cores, the app and a headless Chromium on the same machine.", "",
    ])  # fmt: skip


def _one(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"


def _both(values: list[float]) -> str:
    return f"{statistics.median(values):.0f}, at most {max(values):.0f}"
