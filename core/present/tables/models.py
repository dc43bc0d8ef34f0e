"""A model that was tried: what it holds, or what stood in its way."""

from collections.abc import Mapping

from core.domain.mandate import AssetFacts, Mandate
from core.domain.target import Infeasible, Target
from core.market.asset_classes import labels
from core.present.html import Cell, Column, Safe, table
from core.words.headline import class_label
from core.words.numbers import DASH, percent
from core.words.sentences import listing


def weights_table(assets: Mapping[str, AssetFacts], answer: Target) -> Safe:
    """One row an asset held, heaviest first."""
    names = labels()
    rows = [
        [Cell(symbol, strong=True), _classes(assets, symbol, names), percent(weight)]
        for symbol, weight in sorted(answer.weights.items(), key=lambda pair: -pair[1])
        if weight > 5e-5
    ]
    return table((Column("Asset"), Column("Class"), Column("Weight", True)), rows)


def classes_table(by_class: Mapping[str, float], asked: Mandate) -> Safe:
    """One row a class: the model beside the mandate's own target."""
    names, own = labels(), asked.target.weights if asked.target and asked.target.by == "asset_class" else {}
    order = [name for name in names if name in by_class or name in own]
    order += sorted({*by_class, *own} - set(order))
    rows = [
        [
            class_label(name, names),
            percent(own[name]) if name in own else DASH,
            Cell(percent(by_class.get(name, 0.0)), strong=True),
        ]
        for name in order
    ]
    return table((Column("Class"), Column("Target now", True), Column("Model", True)), rows)


def conflict_table(answer: Infeasible) -> Safe:
    """The limits that cannot hold together, and by how much the nearest portfolio breaks each."""
    given_way = {one.constraint: one.by for one in answer.nearest.relaxed} if answer.nearest else {}
    rows = [
        [conflict.sentence, Cell(conflict.constraint, "soft"),
         percent(given_way[conflict.constraint], 2) if conflict.constraint in given_way else DASH]
        for conflict in answer.conflicts
    ]  # fmt: skip
    return table(
        (Column("These cannot hold together"), Column("In the mandate"), Column("Nearest breaks it by", True)), rows
    )


def _classes(assets: Mapping[str, AssetFacts], symbol: str, names: Mapping[str, str]) -> str:
    facts = assets.get(symbol)
    return listing([class_label(name, names) for name in facts.classes]) if facts and facts.classes else DASH
