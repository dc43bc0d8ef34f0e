"""A factor file is read by its published column names, or refused in one sentence."""

from pathlib import Path

import pytest

from core.domain.errors import BadInput
from core.market.factors import read_factors


def test_a_published_file_is_read_by_our_names(tmp_path: Path):
    path = tmp_path / "factors.csv"
    path.write_text("Date,Mkt-RF,SMB,HML,RMW,CMA,RF,MOM\n2026-11-19,0.01,0.002,,0.001,0.0,0.0001,-0.003\n")
    table = read_factors(path)
    assert table is not None
    assert list(table) == ["market", "size", "value", "quality", "momentum", "risk_free"]
    assert table["value"].isna().all()
    assert read_factors(tmp_path / "none.csv") is None


@pytest.mark.parametrize("text", ["Date,Other\n2026-11-19,1\n", "Date,Mkt-RF\n2026-11-19,1.5\n", "hello"])
def test_anything_else_is_refused(tmp_path: Path, text: str):
    (tmp_path / "factors.csv").write_text(text)
    with pytest.raises(BadInput):
        read_factors(tmp_path / "factors.csv")
