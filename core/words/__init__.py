"""Numbers, dates, dollars and sentences as text."""
