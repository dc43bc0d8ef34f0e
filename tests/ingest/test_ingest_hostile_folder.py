"""Any folder of files is put through the reader, and a table says what became of each."""

from pathlib import Path

from click.testing import CliRunner

from core.domain.issue import Issue
from core.domain.statement import Statement
from core.ingest.reading import refusal
from tools.accuracy.folder import Outcome, faults, run

TABLE = b"Symbol,Description,Quantity,Price,Market Value\nPEBL,PEBBLE,10,70.00,700.00\n"


def test_each_file_of_a_folder_has_a_line(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "good.csv").write_bytes(TABLE)
    (tmp_path / "prose.pdf").write_bytes(b"no PDF at all")
    done = CliRunner().invoke(run, [str(tmp_path)])
    assert done.exit_code == 0
    good, bad = (line.split("\t") for line in done.stdout.splitlines() if "\t" in line)
    assert good[1:3] == ["1", "1"] and good[4:] == ["", "", "below/good.csv"]
    assert bad[1:4] == ["0", "0", "0"] and "must agree" in bad[4] and bad[6] == "prose.pdf"
    assert "1 refused" in done.output


def test_what_no_file_may_cause_is_called_a_fault() -> None:
    def of(*statements: Statement) -> list[str]:
        return faults(Outcome("a.csv", 0.1, statements))

    assert of(refusal("a.csv", "a.csv is empty.")) == []
    assert of(refusal("a.csv", "KeyError: 'x'")) == ["not one sentence", "a word for programmers"]
    assert of(refusal("a.csv", "a.csv has the head 'Error' (unknown).")) == []
    assert of(Statement(issues=(Issue("note", "a.csv", "got NoneType", "x"),), file="a.csv")) == [
        "a word for programmers"
    ]
