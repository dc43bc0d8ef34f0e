"""The tree of tags in an OFX file, in its SGML and its XML form.

A small tolerant reader: tags without an end tag are values, missing end tags of groups are closed by their parent's,
entities are never expanded.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from core.ingest.files.kinds import Refused
from core.ingest.lexicon.amounts import read_amount

TAG = re.compile(r"<(/?)([A-Za-z0-9._]+)\s*/?>([^<]*)")
MOST_NODES = 2_000_000


@dataclass(slots=True)
class Node:
    """A tag with its value or its children."""

    name: str
    text: str = ""
    children: list["Node"] = field(default_factory=list)

    def all(self, *names: str) -> Iterator["Node"]:
        """Every descendant of these names, in order."""
        waiting = list(reversed(self.children))
        while waiting:
            node = waiting.pop()
            if node.name in names:
                yield node
            waiting.extend(reversed(node.children))

    def value(self, name: str) -> str:
        """The text of the first descendant of that name; empty where there is none."""
        return next((node.text for node in self.all(name) if node.text), "")

    def number(self, name: str) -> Decimal | None:
        """The number of the first descendant of that name."""
        found = read_amount(_pointed(self.value(name).lstrip("+")))
        return None if found is None else found.value


def _pointed(text: str) -> str:
    """An amount with a point: OFX 3.2.9.1 allows a comma for it, and no signs between thousands."""
    return text.replace(",", ".") if text.count(",") == 1 and "." not in text else text


def parse(text: str) -> Node:
    """The tree of tags, whatever end tags are missing."""
    root = Node("ROOT")
    path = [root]
    for count, (closing, name, value) in enumerate(TAG.findall(text)):
        if count > MOST_NODES:
            raise Refused("The OFX file has more entries than a statement can.")
        name = name.upper()
        if closing:
            if any(node.name == name for node in path[1:]):
                while path.pop().name != name:
                    pass
            continue
        node = Node(name, html.unescape(value.strip()))
        path[-1].children.append(node)
        if not node.text:
            path.append(node)
    return root
