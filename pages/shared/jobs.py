"""Long work that goes on when a person leaves its page, and is there when they come back.

Work runs in a thread of this server and is kept by a key that says what was asked; nothing of it is stored.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from core.domain.errors import CoreError

KEPT = 32
"""Jobs remembered; the oldest finished one is forgotten first."""
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Job:
    """How far it is, and what came of it: `result`, or `trouble` in one sentence."""

    done: int = 0
    of: int = 0
    result: Any = None
    trouble: str = ""
    finished: bool = False

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return 1.0 if self.finished else self.done / self.of if self.of else 0.0


@st.cache_resource(show_spinner=False)
def _jobs() -> dict[object, Job]:
    return {}


def job_of(key: object) -> Job | None:
    """The job of that key, None where it was never begun."""
    return _jobs().get(key)


def begin(key: object, work: Callable[[Progress], Any]) -> Job:
    """Begin the work in a thread unless it runs or is done; the same key has the same job for everybody."""
    jobs = _jobs()
    known = jobs.get(key)
    if known is not None:
        return known
    job = jobs[key] = Job()
    for old in [name for name, one in jobs.items() if one.finished][: max(len(jobs) - KEPT, 0)]:
        del jobs[old]
    threading.Thread(target=_run, args=(job, work), daemon=True).start()
    return job


def forget(key: object) -> None:
    """Let a finished job go, so that it can be begun again."""
    _jobs().pop(key, None)


def _run(job: Job, work: Callable[[Progress], Any]) -> None:
    def progress(done: int, of: int) -> None:
        job.done, job.of = done, of

    try:
        job.result = work(progress)
    except CoreError as error:
        job.trouble = str(error)
    finally:
        job.trouble = job.trouble or ("" if job.result is not None else "It stopped before its end; begin it again.")
        job.finished = True


def show_progress(job: Job, words: Callable[[Job], str]) -> None:
    """A bar that moves by itself until the job is done, then draws the whole page again."""
    _watch(job, words)


@st.fragment(run_every=1.0)
def _watch(job: Job, words: Callable[[Job], str]) -> None:
    if job.finished:
        st.rerun()
    st.progress(min(job.share, 1.0), words(job))
