"""Nothing that a client typed becomes markup."""

import pytest

from core.present.html import Badge, Cell, Column, badge, escape, page_head, reasons, section, table, tag

NASTY = '<script>alert("x")</script>&\'"'


def test_every_value_of_a_table_is_escaped() -> None:
    made = table([Column(NASTY), Column("n", number=True)], [[NASTY, Cell(NASTY, "bad", strong=True)]])
    assert "<script" not in made
    assert made.count("&lt;script&gt;") == 3


@pytest.mark.parametrize(
    "made",
    [
        page_head(NASTY, [NASTY], [Badge(NASTY)]),
        section(NASTY, NASTY),
        reasons([NASTY]),
        badge(Badge(NASTY, "ok")),
        tag("p", NASTY, css='x" onload="y', title=NASTY),
    ],
)
def test_every_piece_is_escaped(made: str) -> None:
    assert "<script" not in made
    assert 'onload="y' not in made.replace("&quot;", "") or "&quot;" in made


def test_attributes_cannot_be_left() -> None:
    assert tag("p", "x", css='a" onclick="b') == '<p class="a&quot; onclick=&quot;b">x</p>'


def test_markup_of_the_helper_itself_is_kept_once() -> None:
    inner = tag("b", "a & b")
    assert tag("p", inner) == "<p><b>a &amp; b</b></p>"
    assert escape(inner) == inner


def test_a_missing_value_is_empty_and_numbers_stand_right() -> None:
    made = table([Column("Name"), Column("Value", number=True)], [[None, "1.00"]], strong=frozenset({0}))
    assert '<td></td><td class="n">1.00</td>' in made
    assert '<tr class="strong">' in made
