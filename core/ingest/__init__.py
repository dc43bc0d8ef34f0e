"""Document bytes to a proven statement, and from there to a household."""
