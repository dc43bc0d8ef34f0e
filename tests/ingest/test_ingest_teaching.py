"""A layout is taught once: the next statement with these heads is read by itself, and a bad profile says why not."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from ingest_papers import LATER, ROWS, STRANGE, paper, table

from core.domain.errors import BadInput, NotAllowed, OutOfDate
from core.domain.layout import Layout
from core.workflow import demo, layouts, statements, trail
from core.workflow.desk import Desk

TAUGHT = Layout(
    "",
    "Nordhaus",
    tuple(zip(STRANGE, ("description", "symbol", "quantity", "price", "value"), strict=True)),
    (("Depotwert gesamt", "account total"), ("Barbestand", "cash")),
    (("Anteile", "stock"),),
    "Nordhaus Depot",
)
PROFILE = """format = "plumbline-layout/1"
name = "Nordhaus"
letterhead = "Nordhaus Depot"

[columns]
"Titel" = "description"
"Stk" = "quantity"
"Kursniveau" = "price"
"Gegenwert" = "value"
"""


@pytest.fixture
def advisor() -> Desk:
    return Desk.sample("advisor")


def test_a_layout_in_invented_words_is_taught_on_one_file_and_the_next_reads_by_itself(advisor: Desk) -> None:
    assert statements.upload(advisor, "october.pdf", paper()).refused
    sketch = layouts.look(advisor, "october.pdf", paper())
    assert [head.label for head in sketch.tables[0].heads] == list(STRANGE)
    assert [head.guess for head in sketch.tables[0].heads] == [meaning for _, meaning in TAUGHT.columns]
    tried = layouts.try_layout(advisor, "october.pdf", paper(), TAUGHT)
    assert tried.accounts[0].status == "proven" and layouts.layouts(advisor) == ()
    made = layouts.teach(advisor, TAUGHT)
    assert advisor.actor is not None and (made.version, made.person) == (1, advisor.actor.id)
    for name, data, total in (
        ("october.pdf", paper(), "20870.00"),
        ("november.pdf", paper(LATER, "14,456.00"), "14456.00"),
        ("october.csv", table(), "20870.00"),
    ):
        taken = statements.upload(advisor, name, data)
        (account,) = taken.statement.accounts
        assert (account.status, str(account.stated_total), str(account.cash)) == ("proven", total, "1250.00"), name
        assert taken.statement.layout == made.mark
    assert {"layout.taught"} <= {event.kind for event in trail.trail(advisor)}


def test_what_the_layout_reads_is_proven_like_anything_else(advisor: Desk) -> None:
    layouts.teach(advisor, TAUGHT)
    taken = statements.upload(advisor, "wrong.pdf", paper(total="20,970.00"))
    (account,) = taken.statement.accounts
    assert account.status != "proven"
    assert any(check.difference == -100 for check in account.checks if not check.ok)


def test_without_its_letterhead_or_with_other_heads_a_layout_does_not_hold(advisor: Desk) -> None:
    layouts.teach(advisor, replace(TAUGHT, letterhead="Suedhaus Bank"))
    assert statements.upload(advisor, "october.pdf", paper()).refused
    layouts.teach(advisor, replace(TAUGHT, columns=(*TAUGHT.columns[:4], ("Kurswert", "value"))))
    assert statements.upload(advisor, "october.pdf", paper()).refused


def test_versions_withdrawal_and_who_came_first(advisor: Desk) -> None:
    made = layouts.teach(advisor, TAUGHT)
    again = layouts.teach(advisor, replace(made, name="Nordhaus, monthly"))
    assert (again.id, again.version) == (made.id, 2)
    with pytest.raises(OutOfDate):
        layouts.teach(advisor, replace(made, name="late"))
    with pytest.raises(BadInput, match="say why"):
        layouts.withdraw(advisor, made.id, 2, " ")
    gone = layouts.withdraw(advisor, made.id, 2, "the house prints other heads now")
    assert gone.withdrawn and layouts.in_use(advisor) == ()
    assert statements.upload(advisor, "october.pdf", paper()).refused
    assert len(advisor.store.versions("layout", made.id)) == 3
    with pytest.raises(NotAllowed):
        layouts.teach(advisor.acting_as(demo.person_for("committee")), TAUGHT)


def test_a_profile_is_shared_between_two_firms(advisor: Desk) -> None:
    text = layouts.profile_file(advisor, layouts.teach(advisor, TAUGHT).id)
    assert '"Kursniveau" = "price"' in text
    other = Desk.sample("advisor")
    taken = layouts.take_profile(other, "nordhaus.toml", text.encode())
    assert (taken.columns, taken.lines, taken.sections) == (TAUGHT.columns, TAUGHT.lines, TAUGHT.sections)
    assert statements.upload(other, "october.pdf", paper()).statement.accounts[0].status == "proven"
    assert layouts.take_profile(other, "nordhaus.toml", text.encode()).version == 2


HOSTILE: dict[str, bytes] = {
    "not text": b"\xff\xfe\x00\x01",
    "not TOML": b"columns = [",
    "far too large": PROFILE.encode() + b"#" * 70_000,
    "deep nesting": b"a = " + b"[" * 20_000 + b"]" * 20_000,
    "no form": PROFILE.replace("plumbline-layout/1", "other/9").encode(),
    "a strange table": (PROFILE + '[run]\ncommand = "rm"\n').encode(),
    "a meaning that is none": PROFILE.replace('"price"', '"__import__"').encode(),
    "a number for a meaning": PROFILE.replace('"price"', "7").encode(),
    "a list for columns": PROFILE.split("[columns]")[0].encode() + b"columns = [1, 2]\n",
    "a name over several lines": PROFILE.replace('name = "Nordhaus"', 'name = "Nord\\nhaus"').encode(),
    "a head without a word": PROFILE.replace('"Stk"', '"%%--"').encode().replace(b"%", b"."),
    "two columns of one meaning": PROFILE.replace('"Stk" = "quantity"', '"Stk" = "price"').encode(),
    "nothing that names a holding": PROFILE.replace('"Titel" = "description"\n', "").encode(),
    "no numbers": b'format = "plumbline-layout/1"\nname = "x"\n[columns]\n"Titel" = "description"\n',
    "quantity and price exchanged": PROFILE.replace('"Stk"', '"Price"').replace('"Kursniveau"', '"Shares"').encode(),
    "thousands of words": PROFILE.encode() + b"".join(b'"w%d" = "other"\n' % n for n in range(2000)),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_profile_is_refused_in_one_sentence_and_nothing_is_kept(advisor: Desk, kind: str) -> None:
    with pytest.raises(BadInput) as refusal:
        layouts.take_profile(advisor, "shared.toml", HOSTILE[kind])
    assert "\n" not in str(refusal.value) and len(str(refusal.value)) < 400
    assert layouts.layouts(advisor) == ()


def test_a_kept_file_is_read_again_with_what_was_taught_since(advisor: Desk) -> None:
    heads = ("Description", "Symbol", "Quantity", "Kursniveau", "Market Value")
    taken = statements.upload(advisor, "half.csv", table(ROWS, heads=heads))
    assert not taken.refused and taken.statement.accounts[0].positions[0].price is None
    layouts.teach(advisor, replace(TAUGHT, columns=tuple(zip(heads, (m for _, m in TAUGHT.columns), strict=True))))
    again = statements.read_again(advisor, taken.id, taken.version)
    assert again.version == 2 and str(again.statement.accounts[0].positions[0].price) == "41.50"
    assert statements.read_again(advisor, again.id, again.version) == again


def test_the_command_line_reads_with_a_profile_file(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    from core.cli.door import main

    profile, file = tmp_path / "nordhaus.toml", tmp_path / "october.pdf"
    lines = '\n[lines]\n"Depotwert gesamt" = "account total"\n"Barbestand" = "cash"\n'
    profile.write_text(PROFILE + '"Krz" = "symbol"\n' + lines)
    file.write_bytes(paper())
    assert main(["read", "--json", str(file)]) == 2
    capfdbinary.readouterr()
    assert main(["read", "--json", "--layout", str(profile), str(file)]) == 0
    (account,) = json.loads(capfdbinary.readouterr().out)["accounts"]
    assert (account["status"], account["stated_total"]) == ("proven", "20870.00")
    profile.write_text("nothing of a layout")
    assert main(["read", "--json", "--layout", str(profile), str(file)]) == 2
