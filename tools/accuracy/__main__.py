"""One statement to look at: `python -m tools.accuracy HOUSE SEED [FAULT] [--to FILE]` draws, reads and judges it."""

from pathlib import Path

import click

from tools.accuracy.dice import DEALT
from tools.accuracy.feeds import (
    EIGHTH_FEEDS,
    FEEDS,
    FREE,
    JUMBLE,
    LATER,
    LATEST,
    NEWEST,
    NINTH_FEEDS,
    SEVENTH_FEEDS,
    SIXTH_FEEDS,
    TENTH_FEEDS,
)
from tools.accuracy.houses import APART, HOUSES, MEDLEY
from tools.accuracy.measure import read_and_judge
from tools.accuracy.planted import FAULTS, draw

ALL = {
    **HOUSES, **APART, **MEDLEY, **FEEDS, **LATER, **LATEST, **NEWEST, **SIXTH_FEEDS, **SEVENTH_FEEDS,
    **EIGHTH_FEEDS, **NINTH_FEEDS, **TENTH_FEEDS, **JUMBLE, **FREE, **DEALT,
}  # fmt: skip


@click.command()
@click.argument("house", type=click.Choice(sorted(ALL)))
@click.argument("seed", type=int)
@click.argument("fault", type=click.Choice(("", *FAULTS)), default="")
@click.option("--to", type=click.Path(dir_okay=False), default=None, help="write the statement to this file too")
def look(house: str, seed: int, fault: str, to: str | None) -> None:
    """What is wrong in the reading of one drawn statement."""
    drawn = draw(ALL[house], seed, fault)
    if to is not None:
        Path(to).write_bytes(drawn.data)
    judged = read_and_judge(drawn)
    click.echo("\n".join([f"planted: {drawn.planted or 'nothing'}", *judged.errors, str(judged.score)]))


if __name__ == "__main__":
    look()
