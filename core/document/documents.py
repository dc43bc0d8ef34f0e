"""The family of documents: each is one decorated function that turns recorded facts into bytes."""

from collections.abc import Callable

from core.registry import Registry

DOCUMENTS: Registry[Callable[..., bytes]] = Registry("document", "core.document")
"""name -> writer; facts: `title`, `media_type`, `needs` (the nouns it takes, in order)"""

document = DOCUMENTS.add
