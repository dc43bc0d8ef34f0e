"""A read-only, hashable mapping from text to values, for the dict-shaped fields of frozen nouns.

Keys are kept sorted, so two maps with the same entries are equal, hash alike and print alike.
"""

from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from typing import Any, TypeVar, overload

V = TypeVar("V")
D = TypeVar("D")


class FrozenMap(Mapping[str, V]):
    """`FrozenMap({"us_equity": 0.6, "us_bond": 0.4})`: reads like a dict, never changes."""

    __slots__ = ("_entries",)
    _entries: dict[str, V]

    def __init__(self, entries: Mapping[str, V] | Iterable[tuple[str, V]] = ()) -> None:
        object.__setattr__(self, "_entries", dict(sorted(dict(entries).items())) if entries else {})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a FrozenMap never changes; build a new one")

    def __getitem__(self, key: str) -> V:
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __contains__(self, key: object) -> bool:
        return key in self._entries

    @overload
    def get(self, key: str, /) -> V | None: ...
    @overload
    def get(self, key: str, /, default: V | D) -> V | D: ...
    def get(self, key: str, /, default: Any = None) -> Any:
        """The value of a key, or the default: straight from the entries, asked thousands of times a solve."""
        return self._entries.get(key, default)

    def items(self) -> ItemsView[str, V]:
        """The entries in the order of their keys."""
        return self._entries.items()

    def values(self) -> ValuesView[V]:
        """The values in the order of their keys."""
        return self._entries.values()

    def __len__(self) -> int:
        return len(self._entries)

    def __hash__(self) -> int:
        return hash(tuple(self._entries.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and self._entries == dict(other)

    def __repr__(self) -> str:
        return f"FrozenMap({self._entries!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (FrozenMap, (self._entries,))

    def with_entry(self, key: str, value: V) -> "FrozenMap[V]":
        """The same map with one entry set."""
        return FrozenMap({**self._entries, key: value})
