"""The command line asked in this process, and small households at round prices whose answers are worked by hand."""

import io
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.cli import main

Plain = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """What one command line said: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


def run(*arguments: str) -> Said:
    """Run one command line in this process, reading file descriptors 1 and 2 as a shell would."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = os.dup(1), os.dup(2)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        old = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
        try:
            code = main(list(arguments))
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            sys.stdout, sys.stderr = old
            for place, number in zip(kept, (1, 2), strict=True):
                os.dup2(place, number)
                os.close(place)
        out.seek(0)
        err.seek(0)
        return Said(code, out.read().decode(), err.read().decode())


def ask(folder: Path, command: str, case: Any, *arguments: str, name: str = "case.json") -> Said:
    """Write a case file and run a command on it with --json."""
    path = folder / name
    if isinstance(case, bytes):
        path.write_bytes(case)
    else:
        path.write_text(case if isinstance(case, str) else json.dumps(case), encoding="utf-8")
    return run(command, str(path), "--json", *arguments)


def lot(name: str, symbol: str, quantity: int | str, basis: int | str | None, acquired: str | None = None) -> Plain:
    """A lot bought in 2019 unless said."""
    day = "2019-05-06" if acquired is None else acquired
    return {"id": name, "symbol": symbol, "quantity": str(quantity), "cost_basis": basis, "acquired": day}


def account(name: str, *lots: Plain, cash: int | str = 0, kind: str = "taxable_individual", **facts: Any) -> Plain:
    """An account of taxpayer T1."""
    base = {"id": name, "owner": "wren", "taxpayer": "T1", "registration": kind, "cash": str(cash), "lots": list(lots)}
    return {**base, **facts}


def fund(symbol: str, price: str, asset_class: str | None = None, **facts: Any) -> Plain:
    """A fund of one class (or of none), without a spread."""
    return {"symbol": symbol, "price": price, "classes": {asset_class: 1.0} if asset_class else {}, **facts}


def band(width: float, kind: str = "absolute") -> Plain:
    """A tolerance band."""
    return {"kind": kind, "width": width}


HEAVY = (lot("S1", "STOCK", 700, "63000"), lot("B1", "BOND", 500, "25000"))
"""70 % in STOCK with 10 dollars of gain a share, 25 % in BOND without any; 5,000 in cash make 100,000."""
CALM = (lot("S1", "STOCK", 500, "45000"), lot("B1", "BOND", 900, "45000"))
"""On target with 5,000 in cash: 50 %, 45 %, 5 %."""


def household(*accounts: Plain, **changes: Any) -> Plain:
    """STOCK at 100 and BOND at 50, no spread; 50/45/5 with bands of 5 points; all-in rates of 40 % and 20 %."""
    classes = {"us_equity": 0.5, "us_bond": 0.45, "cash": 0.05}
    plain: Plain = {
        "schema": "household-case/1",
        "as_of": "2026-03-02",
        "taxpayers": [{"id": "T1", "flat_rates": {"short_term": 0.4, "long_term": 0.2}}],
        "accounts": list(accounts),
        "securities": [fund("STOCK", "100", "us_equity"), fund("BOND", "50", "us_bond")],
        "target": {"by": "asset_class", "weights": classes, "bands": {name: band(0.05) for name in classes}},
    }
    return {**plain, **changes}


def heavy(**facts: Any) -> Plain:
    """The account that must sell 175 STOCK (.70 to .525) and buy 350 BOND (.25 to .425)."""
    return account("A", *HEAVY, **{"cash": 5000, **facts})


def calm(**facts: Any) -> Plain:
    """The account that needs nothing."""
    return account("A", *CALM, **{"cash": 5000, **facts})


def trades(answer: Plain) -> dict[tuple[str, str, str], str]:
    """The trades as {(account, side, symbol): quantity}."""
    return {(one["account"], one["side"], one["symbol"]): one["quantity"] for one in answer["trades"]}


def at(home: Path, *arguments: str, stdin: str = "") -> Said:
    """Run one command line in this process, with a home of its own and text on standard input."""
    old, kept = os.environ.get("PLUMBLINE_HOME"), sys.stdin
    os.environ["PLUMBLINE_HOME"] = str(home)
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    try:
        return run(*arguments)
    finally:
        sys.stdin = kept
        os.environ.pop("PLUMBLINE_HOME")
        if old is not None:
            os.environ["PLUMBLINE_HOME"] = old


def shell(home: Path, *arguments: str, stdin: str = "") -> Said:
    """Run one command line as a process of its own, with a home of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "core", *arguments],
        input=stdin.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "PLUMBLINE_HOME": str(home)},
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def refused(said: Said) -> str:
    """The one line of a wrong call: exit 2, nothing on standard output, no traceback."""
    assert said.code == 2, said
    assert said.out == ""
    lines = said.err.splitlines()
    assert len(lines) == 1 and lines[0].startswith("error: "), said.err
    return lines[0].removeprefix("error: ")
