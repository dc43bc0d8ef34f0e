"""The measured walk: clicks, fields and seconds from a dropped statement to a signed proposal, counted in the browser.

With PLUMBLINE_WALK naming a file the table is written there (`make walk` writes docs/walk.md); the figures are counted
anew each time, and no speed is asserted.
"""

import os
import re
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from test_browser_walk import PASSWORD, STATEMENT  # type: ignore[import-not-found]

pytestmark = pytest.mark.browser

COUNTER = """
    document.addEventListener('click', e => { if (e.isTrusted) window.plumblineCount('click') }, true);
    document.addEventListener('change', e => {
        const typed = e.target.matches('input:not([type=radio]):not([type=checkbox]), textarea');
        if (typed) window.plumblineCount(e.target.type === 'file' ? 'file' : 'field');
    }, true);
"""
MOST_CLICKS = 40
"""More would mean that somebody put a hurdle in the way."""


@dataclass
class Step:
    """One part of the walk, as counted."""

    title: str
    who: str
    clicks: int = 0
    fields: int = 0
    seconds: float = 0.0


@dataclass
class Stopwatch:
    """Counts what really reaches the page."""

    steps: list[Step] = field(default_factory=list)

    def count(self, kind: str) -> None:
        """One more click or typed field of the step that runs; a dropped file is the start and counts as neither."""
        if self.steps and kind != "file":
            step = self.steps[-1]
            step.clicks, step.fields = step.clicks + (kind == "click"), step.fields + (kind == "field")

    @contextmanager
    def step(self, title: str, who: str = "advisor") -> Any:
        """Everything done inside belongs to this step."""
        self.steps.append(Step(title, who))
        start = time.monotonic()
        yield
        self.steps[-1].seconds = time.monotonic() - start


def test_the_walk_from_a_statement_to_a_signed_proposal_is_counted(fresh_visit: Any) -> None:
    visit, watch = fresh_visit, Stopwatch()
    visit.page.expose_function("plumblineCount", watch.count)
    visit.page.add_init_script(COUNTER)
    visit.sign_in("Jules Okafor")
    visit.open("Statements")
    _walk(visit, watch)
    clicks, fields = sum(one.clicks for one in watch.steps), sum(one.fields for one in watch.steps)
    assert 10 <= clicks <= MOST_CLICKS and fields >= 2, watch.steps
    assert all(one.clicks for one in watch.steps[1:]), watch.steps
    target = os.environ.get("PLUMBLINE_WALK")
    if target:
        Path(target).write_text(_table(watch.steps, _machine()), encoding="utf-8")


def _walk(visit: Any, watch: Stopwatch) -> None:
    with watch.step("Drop the statement; it is read and proven"):
        visit.page.locator('input[type="file"]').first.set_input_files(str(STATEMENT))
        visit.title_says("The account is proven")
        visit.settle()
    with watch.step("Sign the account off into its household"):
        visit.press(re.compile("^Sign off…"))
        visit.press("Sign off this account")
        visit.see("Signed off")
    with watch.step("Look at the drift, bring $150,000 in, see the trades"):
        visit.press("See drift")
        visit.title_says("Kessler: ")
        visit.press("What if")
        visit.title_says("Kessler: what if")
        _cash_in(visit)
    with watch.step("Send to a proposal and submit it"):
        visit.press("Send to proposal")
        visit.page.wait_for_url("**/proposal?proposal=*")
        visit.press(re.compile(r"^Submit "))
        visit.see("Open the review")
    found = re.search(r"proposal=([\w-]+)", visit.page.url)
    assert found is not None
    number = found.group(1)
    with watch.step("Sign in, read the review, approve", "second person"):
        visit.sign_in("Tess Whitlock", path=f"review?proposal={number}")
        visit.see("Submitted")
        visit.press(re.compile(r"^Approve \w+ trade"))
        visit.page.get_by_label("Password").first.fill(PASSWORD)
        visit.page.get_by_test_id("stPopoverBody").get_by_role("button", name="Approve", exact=True).click()
        visit.see("● Approved")
        visit.settle()
    with watch.step("Sign in again, issue letter and order files"):
        visit.sign_in("Jules Okafor", path=f"documents?proposal={number}")
        visit.press("Issue letter and order list")
        visit.title_says("are issued")
        visit.settle()
    with watch.step("Sign the letter for the firm"):
        visit.press("Sign…")
        visit.page.get_by_label("Password").first.fill(PASSWORD)
        visit.page.get_by_test_id("stPopoverBody").get_by_role("button", name="Sign", exact=True).click()
        visit.see(re.compile("^● signed by Jules Okafor"))
        visit.is_calm()


def _cash_in(visit: Any) -> None:
    target: Callable[[str], Any] = lambda role: visit.page.get_by_role(role, name="Target", exact=True)  # noqa: E731
    target("radio").or_(target("button")).first.click()
    visit.settle()
    cash = visit.page.get_by_label("In (+) or out (−), $")
    cash.fill("150000")
    cash.press("Enter")
    visit.settle()
    visit.see(re.compile("→|instead of|difference to the previous"))


def _machine() -> str:
    return f"{os.cpu_count()} cores, the app and a headless Chromium on the same machine"


def _table(steps: list[Step], machine: str) -> str:
    rows = [f"| {one.title} | {one.who} | {one.clicks} | {one.fields} | {one.seconds:.0f} |" for one in steps]
    clicks, fields, seconds = (sum(getattr(one, name) for one in steps) for name in ("clicks", "fields", "seconds"))
    return "\n".join([
        "# The measured walk", "",
        "From a dropped custodian statement to a signed proposal in the demo book, counted by a test in a real browser "
        "(`make walk` counts anew and rewrites this page). Clicks are mouse clicks that reach the page, signing in "
        "included; fields are what has to be typed.", "",
        "| step | who | clicks | fields typed | seconds |", "|---|---|---|---|---|", *rows,
        f"| **all** | | **{clicks}** | **{fields}** | **{seconds:.0f}** |", "",
        f"The seconds are what the software takes ({machine}), with pages opened for the first time among them. They "
        "are no estimate of how long a person reads, thinks and talks to the client, which is the greater part, and "
        "which no software should hurry. What the walk leaves out is what nobody does any more: typing positions, "
        "adding up totals, choosing lots, writing the letter, the record and the order files.", "",
    ])  # fmt: skip
