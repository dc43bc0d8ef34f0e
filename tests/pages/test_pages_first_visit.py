"""The first visit by a deep address is loaded again; the front page is not."""

from pages.shared.first_visit import is_deep


def test_only_an_address_that_names_a_page_is_deep() -> None:
    assert is_deep("http://127.0.0.1:8501/drift")
    assert is_deep("http://127.0.0.1:8501/drift/")
    assert not is_deep("http://127.0.0.1:8501/")
    assert not is_deep("http://127.0.0.1:8501")
    assert not is_deep("")
