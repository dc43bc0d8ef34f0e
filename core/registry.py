"""Named functions, found by importing a package: metrics, objectives, constraints, readers, documents, reliefs.

A family is a `Registry`; a member is a function with the family's decorator. Adding one means adding one
function; nothing else lists it.
"""

import difflib
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from core.domain.errors import UnknownName

F = TypeVar("F", bound=Callable[..., Any])

NOTEBOOK = "__main__"
"""Where a notebook's own functions live: running its cell once more registers the newer one."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[F]):
    """A registered function with the facts that its decorator declared."""

    name: str
    function: F
    facts: dict[str, Any] = field(default_factory=dict)


class Registry(Generic[F]):
    """One family of named functions; `package` is imported in full before the first look-up."""

    def __init__(self, family: str, package: str) -> None:
        self.family = family
        self._package = package
        self._entries: dict[str, Entry[F]] = {}
        self._loaded = False
        self._in_order: tuple[Entry[F], ...] | None = None

    def add(self, name: str | None = None, **facts: Any) -> Callable[[F], F]:
        """Decorator that registers a function under `name` (default: its own)."""

        def register(function: F) -> F:
            key = name or function.__name__
            if key in self._entries and function.__module__ != NOTEBOOK:
                raise ValueError(f"two {self.family}s are called '{key}'")
            self._entries[key] = Entry(key, function, facts)
            self._in_order = None
            return function

        return register

    def entry(self, name: str) -> Entry[F]:
        """The member of that name; UnknownName offers the nearest ones."""
        self._load()
        if name not in self._entries:
            near = difflib.get_close_matches(name, self._entries, n=3)
            hint = f" Did you mean {' or '.join(near)}?" if near else f" Known: {', '.join(sorted(self._entries))}."
            raise UnknownName(f"No {self.family} '{name}'.{hint}")
        return self._entries[name]

    def __getitem__(self, name: str) -> F:
        return self.entry(name).function

    def __iter__(self) -> Iterator[str]:
        self._load()
        return iter(sorted(self._entries))

    def __contains__(self, name: object) -> bool:
        self._load()
        return name in self._entries

    def entries(self) -> tuple[Entry[F], ...]:
        """Every member, by name; the same tuple until one is added."""
        self._load()
        if self._in_order is None:
            self._in_order = tuple(self._entries[name] for name in sorted(self._entries))
        return self._in_order

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        package = importlib.import_module(self._package)
        if hasattr(package, "__path__"):
            for module in pkgutil.walk_packages(package.__path__, f"{self._package}."):
                importlib.import_module(module.name)
