"""A small local server that stands in for a language model: it answers what a test gives it, and counts the asks."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class StandIn:
    """How it answers: a text, an HTTP status, raw bytes, or slowly. `asked` holds the bodies that came."""

    answer: str = ""
    status: int = 200
    raw: bytes | None = None
    drip_seconds: float = 0.0
    location: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    url: str = ""

    def body(self) -> bytes:
        if self.raw is not None:
            return self.raw
        return json.dumps({"choices": [{"message": {"role": "assistant", "content": self.answer}}]}).encode()


@contextmanager
def stand_in(**how: Any) -> Iterator[StandIn]:
    """The server on a free port of this machine."""
    model = StandIn(**how)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            model.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            model.headers.append(dict(self.headers.items()))
            self.send_response(model.status)
            if model.location:
                self.send_header("Location", model.location)
            self.end_headers()
            for byte in model.body() if model.drip_seconds else b"":
                try:
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                except OSError:
                    return
                time.sleep(model.drip_seconds)
            if not model.drip_seconds:
                self.wfile.write(model.body())

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    model.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
