"""The name of a class on the screen."""

from core.market.asset_classes import labels
from core.words import class_label


def label(name: str) -> str:
    """`us_equity` -> "US equity"; a class or symbol that the table does not know reads as it is."""
    return class_label(name, labels())
