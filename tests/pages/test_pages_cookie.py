"""The script that keeps the session holds a token of one form and nothing else."""

import pytest

from core.present.cookie import cookie_name, forget_script, keep_script
from core.settings import read_settings


def test_the_cookie_stays_in_the_browser_and_on_the_site() -> None:
    name = cookie_name("/home/of/a/firm")
    script = keep_script(name, "a" * 43)
    assert f"{name}={'a' * 43};path=/;samesite=strict" in script and "secure" in script
    assert "max-age" not in script and "max-age=0" in forget_script(name)
    assert name != cookie_name("/another/home")


@pytest.mark.parametrize("token", ["", "short", "a" * 30 + "'", "a" * 30 + ";x", "<script>" + "a" * 30, "a b" * 20])
def test_nothing_but_a_token_comes_into_the_script(token: str) -> None:
    with pytest.raises(ValueError, match="another form"):
        keep_script("plumbline-abc", token)
    with pytest.raises(ValueError, match="another form"):
        keep_script("plumbline'", "a" * 43)


def test_a_firm_may_do_without_it() -> None:
    assert read_settings({}).remember and not read_settings({"PLUMBLINE_REMEMBER": "no"}).remember
