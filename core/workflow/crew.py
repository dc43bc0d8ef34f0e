"""Many households at once: the engine's outcome of each case, on every core of the machine, with progress.

A few cases are solved here; more than that go to children (`python -m core.rebalance.batch`), so that a page stays
alive meanwhile. What was once solved is remembered: the same case always has the same outcome.
"""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from core.domain.canonical import from_plain, to_plain
from core.domain.case import Case
from core.domain.committee import Outcome
from core.domain.errors import CoreError
from core.rebalance.batch import outcome

Progress = Callable[[int, int], None]
"""Called with how many of how many are done."""
Answer = Outcome | str
"""An outcome, or in one sentence why there is none."""
FEW = 12
"""Up to so many open cases are solved in this process: starting children takes longer."""
ROOT = Path(__file__).resolve().parents[2]
STOPPED = "The engine stopped on this household; propose it by itself to see why."


def nothing(done: int, of: int) -> None:
    """No progress wanted."""


def outcomes(cases: Sequence[Case], progress: Progress = nothing, workers: int | None = None) -> list[Answer]:
    """The outcome of each case, in the order given. `workers`: children at most, one for each core by default."""
    slots = [_slot(case) for case in cases]
    places = list({id(slot): place for place, slot in enumerate(slots) if not slot}.values())
    done = len(cases) - len(places)
    progress(done, len(cases))
    for place, answer in _solved(cases, places, workers or os.cpu_count() or 1):
        slots[place].append(answer)
        done += 1
        progress(done, len(cases))
    return [slot[0] for slot in slots]


@lru_cache(maxsize=4096)
def _slot(case: Case) -> list[Answer]:
    """Where the outcome of a case is remembered, empty until it is solved."""
    return []


def _solved(cases: Sequence[Case], places: list[int], workers: int) -> Iterator[tuple[int, Answer]]:
    if len(places) <= FEW or workers < 2:
        for place in places:
            yield place, _here(cases[place])
        return
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    for place in places:
        waiting.put(place)
    answers: queue.SimpleQueue[tuple[int, Answer]] = queue.SimpleQueue()
    for _ in range(min(workers, len(places))):
        threading.Thread(target=_serve, args=(cases, waiting, answers), daemon=True).start()
    for _ in places:
        yield answers.get()


def _here(case: Case) -> Answer:
    try:
        return outcome(case)
    except CoreError as error:
        return str(error)


def _serve(
    cases: Sequence[Case], waiting: "queue.SimpleQueue[int]", answers: "queue.SimpleQueue[tuple[int, Answer]]"
) -> None:
    """One child after another until nothing waits; a case on which a child dies is answered by saying so."""
    child: subprocess.Popen[bytes] | None = None
    try:
        while True:
            place = waiting.get_nowait()
            child = child or _child()
            answer = _asked(child, cases[place])
            if answer is None:
                child.kill()
                child.wait()
                child = None
            answers.put((place, STOPPED if answer is None else answer))
    except queue.Empty:
        pass
    finally:
        if child is not None:
            child.communicate()


def _child() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "core.rebalance.batch"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _asked(child: "subprocess.Popen[bytes]", case: Case) -> Answer | None:
    """The child's answer to one case; None where it died."""
    assert child.stdin is not None and child.stdout is not None
    try:
        child.stdin.write(json.dumps(to_plain(case)).encode() + b"\n")
        child.stdin.flush()
        line = child.stdout.readline()
    except OSError:
        return None
    if not line:
        return None
    told = json.loads(line)
    return str(told["trouble"]) if "trouble" in told else from_plain(Outcome, told["outcome"])
