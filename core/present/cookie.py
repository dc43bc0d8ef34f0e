"""The session's cookie, set and taken back by a fixed script: Streamlit sets none itself.

A script cannot make a cookie unreadable to scripts (HttpOnly). What keeps it safe instead: no page runs a script of
anybody else's, the cookie is never sent to another site (SameSite=Strict), goes over https only where the app is
served so, ends with the browser, and names a session that ends after 15 quiet minutes and is revoked at sign-out.
"""

import hashlib
import re

from core.present.html import Safe

TOKEN = re.compile(r"[A-Za-z0-9_-]{20,200}")
NAME = re.compile(r"[a-z0-9-]{1,60}")


def cookie_name(house: str) -> str:
    """The cookie's name for one house: two of them on one machine do not meet."""
    return f"plumbline-{hashlib.sha256(house.encode()).hexdigest()[:12]}"


def keep_script(name: str, token: str) -> Safe:
    """A script that lets the browser remember the session until it is closed."""
    if not TOKEN.fullmatch(token):
        raise ValueError("a session token has another form")
    return _script(name, token, "")


def forget_script(name: str) -> Safe:
    """A script that makes the browser forget it."""
    return _script(name, "", ";max-age=0")


def _script(name: str, value: str, age: str) -> Safe:
    if not NAME.fullmatch(name):
        raise ValueError("a cookie name has another form")
    secure = "(location.protocol === 'https:' ? ';secure' : '')"
    return Safe(f"<p></p><script>document.cookie = '{name}={value};path=/;samesite=strict{age}' + {secure}</script>")
