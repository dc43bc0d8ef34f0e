"""The one place that speaks to a language model: any OpenAI-compatible address, with limits of time, size and tries.

Nothing is sent unless the settings name an address. No redirect is followed and no proxy is used, so the text goes to
that address alone.
"""

import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.parse import urlsplit

MOST_SENT = 200_000
MOST_ANSWERED = 512 * 1024
TRIES = 2
PIECE = 16 * 1024


class NoAnswer(Exception):
    """The model gave no usable answer; the message is one sentence for people."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model answers and what it is called. seconds : for one file, all tries together."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 60.0

    @property
    def host(self) -> str:
        """The machine that the text goes to."""
        return urlsplit(self.url).netloc.rpartition("@")[2]

    @property
    def address(self) -> str:
        """The address of its chat: as given, or under the base that is given."""
        base = self.url.rstrip("/")
        return base if base.endswith("/chat/completions") else f"{base}/chat/completions"


class _Straight(urllib.request.HTTPRedirectHandler):
    """Follows no redirect."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


def ask(endpoint: Endpoint, instructions: str, text: str) -> str:
    """What the model answers, as text that nobody has checked; NoAnswer where it gives none within the limits."""
    if urlsplit(endpoint.url).scheme not in ("http", "https"):
        raise NoAnswer("the address of the language model is no http address")
    if len(text) > MOST_SENT:
        raise NoAnswer(f"the file has more text than is sent to a language model ({MOST_SENT:,} characters)")
    until = time.monotonic() + endpoint.seconds
    why = ""
    for _ in range(TRIES):
        left = until - time.monotonic()
        if left <= 0:
            break
        try:
            return _content(_post(endpoint, instructions, text, until))
        except (urllib.error.HTTPError, urllib.error.URLError, HTTPException, OSError, ValueError) as error:
            why = _plain(error)
            if isinstance(error, urllib.error.HTTPError) and error.code < 500:
                break
    raise NoAnswer(why or f"it took more than {endpoint.seconds:g} seconds")


def _post(endpoint: Endpoint, instructions: str, text: str, until: float) -> bytes:
    body = {
        "model": endpoint.model,
        "temperature": 0,
        "stream": False,
        "messages": [{"role": "system", "content": instructions}, {"role": "user", "content": text}],
    }
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    request = urllib.request.Request(endpoint.address, json.dumps(body).encode(), headers, method="POST")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Straight)
    with opener.open(request, timeout=max(0.1, until - time.monotonic())) as answer:
        return _within(answer, until)


def _within(answer: Any, until: float) -> bytes:
    """The body, if it ends in time and is not too long."""
    parts: list[bytes] = []
    size = 0
    while piece := answer.read1(PIECE):
        size += len(piece)
        parts.append(piece)
        if size > MOST_ANSWERED:
            raise ValueError(f"its answer is longer than {MOST_ANSWERED // 1024} KB")
        if time.monotonic() > until:
            raise TimeoutError
    return b"".join(parts)


def _content(body: bytes) -> str:
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise ValueError("its answer has not the form of a chat") from None
    if not isinstance(content, str):
        raise ValueError("its answer holds no text")
    return content


def _plain(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"it answered with the error {error.code}"
    if isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError):
        return "it took too long"
    if isinstance(error, urllib.error.URLError | HTTPException | OSError):
        return "it cannot be reached"
    return str(error)
