"""How every command answers: one document, an exit code, and one line on standard error when the input is wrong."""

import ctypes
import importlib
import json
import os
import pkgutil
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from core.domain.canonical import load_json, to_plain
from core.domain.errors import BadInput, CoreError

if TYPE_CHECKING:
    from core.workflow.desk import Desk

YES, NO, WRONG, FAILED = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command says. `document` is a noun or plain values; `text` is the same for people."""

    document: Any
    code: int = YES
    text: str | None = None


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
def door() -> None:
    """Plumbline without a browser. Every command takes --json."""


Option = Callable[[Callable[..., Any]], Callable[..., Any]]


def command(name: str, *options: Option) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """Register a function as `python -m core NAME`; `options` are click arguments and options."""

    def register(function: Callable[..., Answer]) -> Callable[..., Answer]:
        def run(as_json: bool, **arguments: Any) -> None:
            with _stdout_kept_apart(), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                answer = function(**arguments)
                text = _text(answer, as_json)
            _write(text)
            raise SystemExit(answer.code)

        run.__doc__ = function.__doc__
        wrapped: Any = click.option("--json", "as_json", is_flag=True, help="one JSON document on standard output")(run)
        for option in reversed(options):
            wrapped = option(wrapped)
        door.command(name)(wrapped)
        return function

    return register


def read_case(path: str) -> Any:
    """The plain JSON values of a file (`-`: standard input); BadInput names the file and the place."""
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise BadInput(path, error.strerror or "cannot be read") from None
    return load_json(data, path)


def open_desk() -> "Desk":
    """The configured book with the command line's own person at it; opened only by commands that need it."""
    from core.workflow.desk import Desk, command_line_person

    return Desk.open(actor=command_line_person())


def main(arguments: list[str] | None = None) -> int:
    """Run one command line; returns the exit code."""
    for module in pkgutil.iter_modules(sys.modules["core.cli"].__path__, "core.cli."):
        importlib.import_module(module.name)
    try:
        door.main(args=arguments, prog_name="python -m core", standalone_mode=False)
    except SystemExit as stop:
        return int(stop.code or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return WRONG
    except click.ClickException as error:
        click.echo(f"error: {error.format_message()}", err=True)
        return WRONG
    except CoreError as error:
        click.echo(f"error: {' '.join(str(error).split())}", err=True)
        return WRONG
    except OSError as error:
        click.echo(f"error: {error.filename or 'file'}: {error.strerror or error}", err=True)
        return WRONG
    except Exception as error:
        if os.environ.get("PLUMBLINE_DEBUG"):
            raise
        click.echo(f"failed: {type(error).__name__}: {' '.join(str(error).split())}", err=True)
        return FAILED
    return YES


@contextmanager
def _stdout_kept_apart() -> Iterator[None]:
    """Whatever is written to file descriptor 1 meanwhile, by Python or by native code, goes to standard error."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        sys.stdout.flush()
        if os.name == "posix":
            ctypes.CDLL(None).fflush(None)
        os.dup2(kept, 1)
        os.close(kept)


def _text(answer: Answer, as_json: bool) -> str:
    plain = to_plain(answer.document)
    if as_json:
        return json.dumps(plain, ensure_ascii=False)
    return json.dumps(plain, indent=2) if answer.text is None else answer.text


def _write(text: str) -> None:
    """The answer as UTF-8, whatever the terminal says of itself."""
    sys.stdout.flush()
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(f"{text}\n")
        return
    stream.write(f"{text}\n".encode())
    stream.flush()
