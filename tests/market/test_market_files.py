"""A price file: long or wide, and every mistake named with its line."""

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from core.domain.errors import BadInput
from core.market.files import FileFeed

LONG = "date,symbol,close\n2026-11-18,VTI,300.10\n2026-11-19,VTI,301.20\n2026-11-18,BND,73.05\n"
WIDE = 'Date,VTI,BND\n2026-11-18,300.10,73.05\n2026-11-19,"1,301.20",\n'


def feed(folder: Path, text: str) -> FileFeed:
    """A feed over a file of that text."""
    path = folder / "prices.csv"
    path.write_text(text, encoding="utf-8")
    return FileFeed(path)


@pytest.mark.parametrize(("text", "last"), [(LONG, "301.20"), (WIDE, "1301.20")], ids=["long", "wide"])
def test_both_shapes_give_the_last_close_on_or_before_the_day(tmp_path: Path, text: str, last: str):
    quotes = feed(tmp_path, text).quotes(["VTI", "BND"], date(2026, 11, 19))
    assert quotes.prices == {"VTI": Decimal(last), "BND": Decimal("73.05")}
    assert quotes.label == "price file"


def test_an_old_close_is_given_and_said_to_be_stale(tmp_path: Path):
    quotes = feed(tmp_path, LONG).quotes(["VTI", "BND"], date(2026, 11, 20))
    assert (quotes.as_of, quotes.stale_days) == (date(2026, 11, 18), 2)
    assert [(issue.where, issue.code) for issue in quotes.issues] == [("BND", "price_stale"), ("VTI", "price_stale")]
    assert "2 sessions before 2026-11-20" in quotes.issues[0].message


def test_what_the_file_does_not_hold_is_missing(tmp_path: Path):
    quotes = feed(tmp_path, LONG).quotes(["VXUS", "VTI"], date(2026, 11, 17))
    assert not quotes.prices
    assert {issue.code for issue in quotes.issues} == {"price_missing"}


def test_history_has_gaps_where_the_file_has(tmp_path: Path):
    closes = feed(tmp_path, WIDE).history(["BND", "VTI", "VXUS"], date(2026, 11, 30), 10)
    assert closes.shape == (2, 3)
    assert closes["BND"].tolist()[0] == 73.05
    assert np.isnan(closes["BND"].iloc[1])
    assert closes["VXUS"].isna().all()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "line 1: expected a header"),
        ("day,symbol,close\n", "line 1: expected a header"),
        ("date,symbol,close\n", "holds no prices"),
        ("date,symbol,close\n2026-13-01,VTI,3\n", "line 2: '2026-13-01' is not a date"),
        ("date,symbol,close\n2026-11-18,VTI,abc\n", "line 2: 'abc' is not a price"),
        ("date,symbol,close\n2026-11-18,VTI,-1\n", "line 2: '-1' is not a price"),
        ("date,symbol,close\n2026-11-18,VTI,inf\n", "line 2: 'inf' is not a price"),
        ("date,symbol,close\n2026-11-18,VTI\n", "line 2: expected 3 columns, found 2"),
        ("date,symbol,close\n2026-11-18,VTI,1\n\n2026-11-18,VTI,2\n", "line 4: VTI has two closes on 2026-11-18"),
        ("date,VTI,BND\n2026-11-18,1\n", "line 2: expected 3 columns, found 2"),
        ("date,VTI,VTI\n2026-11-18,1,2\n", "line 1: the column VTI stands twice"),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence_with_its_line(tmp_path: Path, text: str, sentence: str):
    with pytest.raises(BadInput, match=r"prices\.csv") as refusal:
        feed(tmp_path, text).quotes(["VTI"], date(2026, 11, 20))
    assert sentence in str(refusal.value)


def test_no_file_and_no_text_are_refused(tmp_path: Path):
    with pytest.raises(BadInput, match="no such price file"):
        FileFeed(tmp_path / "none.csv").quotes(["VTI"], date(2026, 11, 20))
    (tmp_path / "bytes.csv").write_bytes(b"\xff\xfe\x00date")
    with pytest.raises(BadInput, match="UTF-8"):
        FileFeed(tmp_path / "bytes.csv").quotes(["VTI"], date(2026, 11, 20))


def test_a_changed_file_is_read_again(tmp_path: Path):
    source = feed(tmp_path, LONG)
    assert source.quotes(["VTI"], date(2026, 11, 19)).prices["VTI"] == Decimal("301.20")
    source.path.write_text(LONG.replace("301.20", "305.55"), encoding="utf-8")
    os.utime(source.path, ns=(1, 1))
    assert source.quotes(["VTI"], date(2026, 11, 19)).prices["VTI"] == Decimal("305.55")


def test_real_closes_in_the_wide_shape_are_read_as_they_stand():
    path = Path(__file__).resolve().parents[2].parent / "shared" / "market" / "etf20_adjclose_2015_202604.csv"
    if not path.exists():
        pytest.skip("the shared price file is not here")
    closes = FileFeed(path).history(["SPY", "TLT"], date(2020, 3, 31), 22)
    assert closes.shape == (22, 2)
    assert closes["SPY"].idxmin().date() == date(2020, 3, 23)
