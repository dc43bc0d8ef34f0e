"""A page in a test: the demo book in memory, somebody at the desk, and the page's `render` alone."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from core.workflow import demo
from core.workflow.desk import Desk

Opened = Callable[..., AppTest]


@pytest.fixture(scope="session")
def shared_desk() -> Desk:
    """One demo book for the tests that only look."""
    return Desk.sample()


@pytest.fixture()
def desk(request: pytest.FixtureRequest, shared_desk: Desk) -> Desk:
    """The demo book with the advisor at the desk; a book of its own for a test that asks for `own_book`."""
    return Desk.sample() if "own_book" in request.fixturenames else shared_desk


@pytest.fixture()
def own_book() -> None:
    """Asked for by tests that change the book."""


@pytest.fixture()
def open_page(desk: Desk) -> Opened:
    """open_page("pages.book.overview", actor="committee", household="…") -> the page, run once."""

    def opened(module: str, actor: str = "advisor", on: Desk | None = None, **query: str) -> AppTest:
        test = AppTest.from_function(_script, args=(module,), default_timeout=120)
        test.session_state["desk"] = (on or desk).acting_as(demo.person_for(actor))
        for name, value in query.items():
            test.query_params[name] = value
        return test.run()

    return opened


def _script(module: str) -> None:
    from importlib import import_module

    from pages.shared.widgets import calm

    with calm():
        import_module(module).render()
