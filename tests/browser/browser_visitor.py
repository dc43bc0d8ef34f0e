"""What a person does in a window of the app: sign in, open a page from the menu, click, look."""

import re
from typing import Any

SECTIONS = {
    "Overview": "Book", "Alerts": "Book", "Heat maps": "Monitoring", "Exposure": "Monitoring", "Bands": "Monitoring",
    "Market data": "Settings", "Tax ledger": "Clients",
    "Statements": "Clients", "Layouts": "Clients", "Households": "Clients", "Holdings": "Clients",
    "Drift": "Monitoring", "What if": "Rebalancing", "Proposal": "Rebalancing", "Review": "Rebalancing",
    "Mandates": "Committee", "Policy lab": "Committee", "Documents": "Compliance",
    "Audit trail": "Compliance", "People": "Settings",
}  # fmt: skip


BUSY = ("stStatusWidget", "stSkeleton", "stSpinner")
"""What is on the screen only while something is still to come."""


class Visitor:
    """A person before one window. `page` is playwright's."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.address = address

    def sign_in(self, name: str, path: str = "") -> None:
        """Come to the app as that person, in a browser that knows nobody; the demo book fills in the password."""
        self.page.context.clear_cookies()
        self.page.goto(f"{self.address}/{path}")
        self.page.get_by_text(name).first.click()
        self.page.get_by_role("button", name="Sign in").click()
        self.page.get_by_test_id("stTopNavSection").first.wait_for()
        self.settle()

    def open(self, title: str) -> None:
        """Open a page from the menu on top."""
        self.page.get_by_test_id("stTopNavSection").filter(has_text=SECTIONS[title]).click()
        self.page.get_by_test_id("stTopNavDropdownLink").filter(has_text=re.compile(f"^{title}$")).click()
        self.settle()

    def press(self, name: str | re.Pattern[str]) -> None:
        """Press a button by its name."""
        self.page.get_by_role("button", name=name).first.click()
        self.settle()

    def see(self, text: str | re.Pattern[str]) -> None:
        """Wait until the text can be read."""
        self.page.get_by_text(text).first.wait_for()

    def title(self) -> str:
        """The sentence on top of the page."""
        return str(self.page.locator("h1").first.inner_text())

    def title_says(self, words: str | re.Pattern[str]) -> None:
        """Wait until the sentence on top holds these words."""
        self.page.locator("h1", has_text=words).first.wait_for()

    def settle(self) -> None:
        """Wait until the script has run and nothing is a skeleton any more."""
        self.page.wait_for_timeout(150)
        busy = ", ".join((*(f'[data-testid="{one}"]' for one in BUSY), '.stApp[data-test-script-state="running"]'))
        self.page.wait_for_function("busy => !document.querySelector(busy)", arg=busy)

    def is_calm(self) -> None:
        """No error box, and no sideways scrolling."""
        for box in ("stException", "stErrorElementStack"):
            assert self.page.get_by_test_id(box).count() == 0, f"{self.page.url} shows an error box"
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{self.page.url} scrolls sideways by {wide} px"
