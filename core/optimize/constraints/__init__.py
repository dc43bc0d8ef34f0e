"""The kinds of limit a mandate may set: one decorated function each."""
