"""What becomes of any files: `python -m tools.accuracy.folder FOLDER [--part 1/2] [--to TABLE.tsv]`.

Each file of the folder, and of the folders in it, is read as people's files are: in the limited child process, a ZIP
as the files in it. The table has a line for each file: seconds, accounts, rows, proven accounts, the refusal, faults,
name. A fault is what no file may ever cause: see `faults`. Nothing is kept of a file
but its line; files of others stay out of this project.
"""

import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from core.domain.statement import Statement
from core.ingest import Child
from core.ingest.files.archives import is_archive

INTERNAL = re.compile(r"Traceback|Error\b|Exception|NoneType|object at|0x[0-9a-f]{6}|<class|core\.")
QUOTED = re.compile(r"'[^']*'")
SLOW_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: wall seconds and what was read."""

    name: str
    seconds: float
    statements: tuple[Statement, ...]

    @property
    def sentence(self) -> str:
        """Why the file, or a file in it, was refused; empty where it was read."""
        return " ".join(one.refused for one in self.statements if one.refused)

    @property
    def rows(self) -> int:
        """How many positions were read."""
        return sum(len(account.positions) for one in self.statements for account in one.accounts)

    @property
    def accounts(self) -> int:
        """How many accounts were read."""
        return sum(len(one.accounts) for one in self.statements)

    @property
    def proven(self) -> int:
        """How many accounts are proven. Of junk there must be none; a person looks at each."""
        return sum(account.status == "proven" for one in self.statements for account in one.accounts)

    def line(self) -> str:
        """The line of the table."""
        cells = (f"{self.seconds:.1f}", self.accounts, self.rows, self.proven, self.sentence)
        return "\t".join(str(cell) for cell in (*cells, "; ".join(faults(self)), self.name))


def faults(outcome: Outcome) -> list[str]:
    """What is wrong whatever the file holds: rows beside a refusal, a sentence that is none, a word for programmers."""
    found = []
    for one in outcome.statements:
        said = one.refused or ""
        if said and (one.accounts or one.annotations):
            found.append("rows beside a refusal")
        if said and ("\n" in said or not said.endswith(".") or not said.startswith(one.file)):
            found.append("not one sentence")
        if any(INTERNAL.search(QUOTED.sub("", issue.message.removeprefix(one.file))) for issue in one.issues):
            found.append("a word for programmers")
    return found


def outcomes(files: list[Path], folder: Path, password: str | None = None) -> Iterator[Outcome]:
    """The outcome of each file, read by one child."""
    with Child() as child:
        for path in files:
            data, begun = path.read_bytes(), time.monotonic()
            statements = _read(child, path.name, data, password)
            yield Outcome(str(path.relative_to(folder)), time.monotonic() - begun, statements)


def _read(child: Child, name: str, data: bytes, password: str | None) -> tuple[Statement, ...]:
    parts = child.unpack(name, data, password) if is_archive(name, data) else [(name, data)]
    if isinstance(parts, Statement):
        return (parts,)
    return tuple(child.read(part, inside, password) for part, inside in parts)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--part", default="1/1", help="which share of the files: 2/3 is the second of three")
@click.option("--password", default=None, help="opens the locked ones")
@click.option("--to", type=click.Path(dir_okay=False), default="-", help="where the table goes")
def run(folder: Path, part: str, password: str | None, to: str) -> None:
    """Read every file of a folder; print the table and count what became of them."""
    which, of = (int(number) for number in part.split("/"))
    files = sorted(path for path in folder.rglob("*") if path.is_file())[which - 1 :: of]
    kinds: Counter[str] = Counter()
    with click.open_file(to, "w") as table:
        for one in outcomes(files, folder, password):
            table.write(one.line() + "\n")
            table.flush()
            kinds["refused" if one.sentence else "proven" if one.proven else "read, not proven"] += 1
            kinds[f"longer than {SLOW_SECONDS:.0f} s"] += one.seconds > SLOW_SECONDS
            kinds["with a fault"] += bool(faults(one))
    click.echo(", ".join(f"{count} {kind}" for kind, count in kinds.items()), err=True)


if __name__ == "__main__":
    run()
