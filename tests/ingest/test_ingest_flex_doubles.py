"""Flex queries whose positions stand twice: what is held is not told."""

import pytest

from core.ingest.reading import read_here

QUERY = (
    '<FlexQueryResponse queryName="q" type="AF"><FlexStatements count="1"><FlexStatement accountId="U4417882" '
    'fromDate="20260601" toDate="20260630"><OpenPositions>{}</OpenPositions></FlexStatement></FlexStatements>'
    "</FlexQueryResponse>"
)
ROW = (
    '<OpenPosition currency="USD" assetCategory="STK" symbol="{}" description="HARBOR" position="{}" markPrice="20" '
    'positionValue="{}" costBasisMoney="1500" multiplier="1" levelOfDetail="SUMMARY" side="Long"/>'
)


@pytest.mark.parametrize(("times", "status"), [(1, "proven"), (2, "unproven")])
def test_a_position_that_stands_twice_is_told(times: int, status: str) -> None:
    rows = ROW.format("QZAB", 100, 2000) * times + ROW.format("QZCD", 50, 1000)
    (account,) = read_here("flex.xml", QUERY.format(rows).encode()).accounts
    assert account.status == status
    assert any("QZAB" in check.where for check in account.checks if not check.ok) == (times > 1)
