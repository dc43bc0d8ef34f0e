"""The house rules that no tool checks by itself."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_no_script_lies_directly_in_pages() -> None:
    """Streamlit would serve it to an anonymous visitor."""
    assert list((ROOT / "pages").glob("*.py")) == []


def test_domain_uses_the_standard_library_only_and_one_canonicaliser() -> None:
    allowed = {"core", "rfc8785"}
    for path in (ROOT / "core" / "domain").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                top = name.split(".")[0]
                assert top in allowed or top in __import__("sys").stdlib_module_names, f"{path.name} imports {name}"


def test_every_file_of_core_says_what_lives_in_it() -> None:
    for path in (ROOT / "core").rglob("*.py"):
        assert ast.get_docstring(ast.parse(path.read_text())), f"{path} has no first lines"
