"""Reading the markup of a page in a test."""

from typing import Any

from streamlit.testing.v1 import AppTest


def html_of(test: AppTest) -> str:
    """All markup of a page in one string."""
    found: list[Any] = list(test.get("html"))
    return "\n".join(str(element.proto.body) for element in found)
