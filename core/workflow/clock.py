"""The only place that asks what time it is."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Now, in UTC, with microseconds."""
    return datetime.now(UTC)
