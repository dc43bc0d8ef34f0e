"""The headless door: `python -m core COMMAND …`, one file for each family of commands.

A command is a function that returns an `Answer`; `@command` gives it its name, its arguments and `--json`.
Standard output carries the answer and nothing else: until it is written, file descriptor 1 points at standard
error, because native solvers write to it behind Python's back.
"""

from core.cli.door import Answer, command, main

__all__ = ["Answer", "command", "main"]
