"""The parent's side of reading: start the child, hand it files, keep the clock, and turn any death into a refusal."""

import base64
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from core.domain.canonical import from_plain, to_plain
from core.domain.errors import BadInput
from core.domain.layout import Layout, Sketch
from core.domain.statement import Statement
from core.ingest.files.kinds import MOST_BYTES
from core.ingest.reading import refusal

FILE_SECONDS = 600.0
SILENT_SECONDS = 150.0
BEAT_SECONDS = 0.5
"""So often whoever waits is told that the reading goes on, and may stop it."""
GIVEN_UP = "was given up: it is damaged in a way that stops the reader, or takes too long or too much memory."
Progress = Callable[[int, int], None]
ROOT = Path(__file__).resolve().parents[2]


class Child:
    """One limited process that reads any number of files; started at the first, again after a death."""

    def __init__(self, file_seconds: float = FILE_SECONDS, silent_seconds: float = SILENT_SECONDS) -> None:
        self._file_seconds = file_seconds
        self._silent_seconds = silent_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._answers: queue.Queue[bytes | None] = queue.Queue()

    def __enter__(self) -> "Child":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(
        self,
        name: str,
        data: bytes,
        password: str | None = None,
        layouts: Iterable[Layout] = (),
        progress: Progress = lambda page, count: None,
    ) -> Statement:
        """The file as a statement; a crash, a kill or too long a time is a refusal too.

        `layouts` are taught ones to choose from; `progress` is told the page that is begun and how many there are.
        """
        if len(data) > MOST_BYTES:
            return refusal(name, f"{name} has {len(data) / 1048576:.1f} MB; the limit is 25 MB.")
        request = {"do": "read", "name": name, "password": password, "layouts": [to_plain(one) for one in layouts]}
        answer = self._ask(request, data, progress)
        if "statement" in answer:
            return from_plain(Statement, answer["statement"])
        return refusal(name, answer["refused"])

    def sketch(self, name: str, data: bytes, password: str | None = None) -> Sketch:
        """What a person is asked about when they teach a layout; BadInput where the file cannot be opened."""
        answer = self._ask({"do": "sketch", "name": name, "password": password}, data)
        if "sketch" not in answer:
            raise BadInput(name, answer["refused"])
        return from_plain(Sketch, answer["sketch"])

    def text(self, name: str, data: bytes, password: str | None = None) -> str:
        """The printed text of a file, page by page; empty where it has no pages or cannot be read."""
        return str(self._ask({"do": "text", "name": name, "password": password}, data).get("text", ""))

    def claims(self, name: str, data: bytes, answer: str, password: str | None = None) -> Statement:
        """The file as a language model's answer claims it, each value held against the page; or a refusal."""
        read = self._ask({"do": "claims", "name": name, "password": password, "answer": answer}, data)
        if "statement" in read:
            return from_plain(Statement, read["statement"])
        return refusal(name, read["refused"])

    def unpack(self, name: str, data: bytes, password: str | None = None) -> list[tuple[str, bytes]] | Statement:
        """The files in a ZIP, or a refusal as a statement."""
        answer = self._ask({"do": "unpack", "name": name, "password": password}, data)
        if "files" not in answer:
            return refusal(name, answer["refused"], answer.get("code", "refused"))
        return [(plain, base64.b64decode(part)) for plain, part in answer["files"]]

    def image(self, data: bytes, page: int, dpi: int, password: str | None = None) -> bytes:
        """PNG of a page; BadInput where it cannot be drawn."""
        answer = self._ask({"do": "image", "page": page, "dpi": dpi, "password": password}, data)
        if "image" not in answer:
            raise BadInput(f"page {page}", answer.get("refused") or "the page cannot be drawn")
        return base64.b64decode(answer["image"])

    def close(self) -> None:
        """End the process and remove its folder."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    pipe.close()
            self._process = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _ask(
        self, request: Mapping[str, Any], data: bytes, progress: Progress = lambda page, count: None
    ) -> dict[str, Any]:
        process = self._started()
        header = json.dumps({**request, "size": len(data)}).encode() + b"\n"
        sender = threading.Thread(target=_send, args=(process, header + data), daemon=True)
        sender.start()
        answer = self._wait(progress)
        if answer is None:
            self.close()
            return {"refused": f"{request.get('name', 'The file')} {GIVEN_UP}"}
        sender.join()
        return answer

    def _wait(self, progress: Progress) -> dict[str, Any] | None:
        """The final answer; None where the child died or took too long. `progress` hears a beat while it works."""
        over = threading.Event()
        timer = threading.Timer(self._file_seconds, over.set)
        timer.start()
        silent, last = 0.0, (0, 0)
        try:
            while not over.is_set() and silent < self._silent_seconds:
                try:
                    line = self._answers.get(timeout=min(BEAT_SECONDS, self._silent_seconds, self._file_seconds))
                except queue.Empty:
                    silent += BEAT_SECONDS
                    progress(*last)
                    continue
                if line is None:
                    return None
                message: dict[str, Any] = json.loads(line)
                if "page" not in message:
                    return message
                silent, last = 0.0, (int(message["page"]), int(message["of"]))
                progress(*last)
        except json.JSONDecodeError:
            return None
        finally:
            timer.cancel()
        return None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        self._folder = tempfile.TemporaryDirectory(prefix="plumbline-")
        self._answers = queue.Queue()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "core.ingest.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.name,
            env=_bare_environment(),
        )
        threading.Thread(target=_listen, args=(self._process, self._answers), daemon=True).start()
        return self._process


def _send(process: subprocess.Popen[bytes], message: bytes) -> None:
    assert process.stdin is not None
    try:
        process.stdin.write(message)
        process.stdin.flush()
    except (BrokenPipeError, ValueError, OSError):
        return


def _listen(process: subprocess.Popen[bytes], answers: "queue.Queue[bytes | None]") -> None:
    assert process.stdout is not None
    try:
        for line in process.stdout:
            answers.put(line)
    except (ValueError, OSError):
        pass
    answers.put(None)


def _bare_environment() -> dict[str, str]:
    """Nothing of the parent's environment but what Python needs to start: no keys, no addresses."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "LANG", "LC_ALL") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
