"""Every page opens without an error box for everybody who may see it, with an answer as its title."""

import ast
from pathlib import Path
from typing import Any

import pytest
from pages_markup import html_of  # type: ignore[import-not-found]

from core.access import allowed
from core.workflow import demo
from pages.shared.places import PLACES

ROLES = ("advisor", "committee", "compliance", "admin")
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", PLACES)
def test_the_page_opens_for_whoever_may_see_it(name: str, open_page: Any) -> None:
    place = PLACES[name]
    role = next(role for role in ROLES if allowed(demo.person_for(role), place.needs))
    page = open_page(place.module, actor=role)
    assert not page.exception
    assert not page.error
    assert "<h1>" in html_of(page)


@pytest.mark.parametrize("name", [name for name, place in PLACES.items() if place.needs == "read_clients"])
def test_the_administrator_sees_no_client(name: str, open_page: Any) -> None:
    page = open_page(PLACES[name].module, actor="admin")
    assert not page.exception
    assert "may" in page.info[0].value
    assert "Moreau" not in html_of(page)


def test_every_page_has_its_own_address_and_only_render_runs() -> None:
    listed = [place.module for place in PLACES.values() if place.listed]
    assert len(set(listed)) == len(listed)
    assert {place.module for place in PLACES.values() if not place.listed and place.module in listed} == {
        PLACES["statements"].module
    }, "only an open statement shares its page, with the inbox it lies in"
    for path in (ROOT / "pages").rglob("*.py"):
        for node in ast.parse(path.read_text()).body:
            allowed_nodes = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign)
            is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            assert isinstance(node, allowed_nodes) or is_text, f"{path.name} line {node.lineno} runs on import"


def test_no_page_speaks_sql_or_writes_html_by_hand() -> None:
    for path in (ROOT / "pages").rglob("*.py"):
        text = path.read_text()
        assert "unsafe_allow_html" not in text
        assert "sqlalchemy" not in text
        assert "</" not in text, f"{path.name} writes markup; core/present/html.py is the one helper"


def test_heavy_engines_are_not_imported_with_the_menu() -> None:
    import subprocess
    import sys

    code = (
        "import sys; import pages.shared.places, pages.shared.sign_in, pages.book.overview, pages.monitoring.drift;"
        "print([m for m in ('riskfolio','cvxpy','pdfplumber','yfinance','matplotlib','fpdf') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip().endswith("[]")


def test_client_text_in_a_label_stays_text() -> None:
    from pages.shared.widgets import plain

    assert plain("[x](y) **b** $1") == r"\[x\](y) \*\*b\*\* \$1"
